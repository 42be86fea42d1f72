"""The registry of pages: their words, places on the rail and how each is made on its first visit."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.i18n import translator
from ui.page import Page, PageEntry, PageFactory

tr = translator("frame")
_RAIL = (
    ("today", "sun"),
    ("cases", "inbox"),
    ("evidence", "images"),
    ("callbacks", "phone-call"),
    ("registers", "notebook-tabs"),
    ("insights", "chart-column"),
    ("settings", "settings"),
)
_BEHIND = (("resolution", "cases"), ("packets", "cases"), ("buyers", "cases"))


def _maker(word: str) -> PageFactory:
    """`ui.<word>.page.make_page`, imported when the page is first shown."""

    def make(ctx: Any, background: Background, parent: QWidget) -> Page:
        page: Page = import_module(f"ui.{word}.page").make_page(ctx, background, parent)
        return page

    return make


def _built(word: str) -> bool:
    return find_spec(f"ui.{word}") is not None and find_spec(f"ui.{word}.page") is not None


def page_entries() -> tuple[PageEntry, ...]:
    """The pages of this program in the window's language, the first one is shown at start."""
    titles = {
        "today": tr("Today"), "cases": tr("Cases"), "evidence": tr("Evidence"), "callbacks": tr("Call-backs"),
        "registers": tr("Registers"), "insights": tr("Insights"), "settings": tr("Settings"),
    }  # fmt: skip
    rail = [
        PageEntry(word, _maker(word), titles[word], icon, bottom=word == "settings")
        for word, icon in _RAIL
        if _built(word)
    ]
    behind = [PageEntry(word, _maker(word), rail=rail_word) for word, rail_word in _BEHIND if _built(word)]
    return (*rail, *behind)
