"""Registers: what the wizard and the case page wrote, month by month."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.services.workbench import Workbench
from models.clock import zone
from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.store import registers, shops


class RegisterService:
    """Reading the registers."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def list_month(
        self, register: RegisterKind, year: int, month: int, *, shop_id: int | None = None
    ) -> tuple[RegisterEntry, ...]:
        """The entries of one month, of one shop if given, as its (or the desk's) zone counts it, oldest first."""
        database = self._bench.store.database
        here = zone(shops.find_shop(database, shop_id).time_zone if shop_id is not None else self._bench.time_zone)
        start = datetime(year, month, 1, tzinfo=here)
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=here)
        return registers.list_entries(
            database, register, start=start.astimezone(UTC), end=end.astimezone(UTC), shop_id=shop_id
        )
