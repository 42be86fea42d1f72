"""Finds the data files that ship with the program, frozen or not."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_root() -> Path:
    """The `resources` folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return base / "resources"


def resource(*parts: str) -> Path:
    """One data file. The parts are ours, never a user's."""
    return resource_root().joinpath(*parts)
