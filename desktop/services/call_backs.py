"""Call-backs: planned, logged, moved, never lost."""

from __future__ import annotations

from desktop.services.workbench import Workbench
from desktop.settings import Settings


class CallBackService:
    """What can be done with call-backs."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
