"""Makes the Evidence page on its first visit."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.evidence.evidence_page import EvidencePage
from ui.page import Page


def make_page(ctx: Any, background: Background, parent: QWidget | None = None) -> Page:
    """The page of all evidence and of one case's."""
    return EvidencePage(ctx, background, parent)
