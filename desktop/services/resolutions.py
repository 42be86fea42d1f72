"""Resolutions: walked through by question, evaluated, and written whole or not at all."""

from __future__ import annotations

from desktop.services.packs import PackLibrary
from desktop.services.workbench import Workbench


class ResolutionService:
    """What can be done about a case."""

    def __init__(self, bench: Workbench, packs: PackLibrary) -> None:
        self._bench = bench
        self._packs = packs
