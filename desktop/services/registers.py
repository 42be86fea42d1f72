"""Registers: what the wizard and the case page wrote, month by month."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.services.workbench import Workbench
from models.clock import zone
from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.store import registers


class RegisterService:
    """Reading the registers."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def list_month(self, register: RegisterKind, year: int, month: int) -> tuple[RegisterEntry, ...]:
        """The entries of one month, as the shop's zone counts it, oldest first."""
        here = zone(self._bench.time_zone)
        start = datetime(year, month, 1, tzinfo=here)
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=here)
        return registers.list_entries(
            self._bench.store.database, register, start=start.astimezone(UTC), end=end.astimezone(UTC)
        )
