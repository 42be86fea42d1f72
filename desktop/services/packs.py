"""Reads the policy packs that ship with the program, once, when first asked for."""

from __future__ import annotations

from pathlib import Path


class PackLibrary:
    """The packs of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
