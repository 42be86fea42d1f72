"""Registers: what the program wrote while cases were worked on, read month by month, and set right with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from desktop.services.workbench import Workbench
from models.clock import zone
from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.register_records import Month, RegisterQuery, RegisterSheet, RegisterValue
from models.store import registers, shops


class RegisterService:
    """Reading and correcting the registers. Any thread may call."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def sheet(self, query: RegisterQuery) -> RegisterSheet:
        """A register as asked for: lines with typed cells, totals of them, tiles, states, closings.

        Months are counted in the shop's zone, in the desk's without a shop; a word of a cell is looked for in both
        languages. NotFound for an unknown shop. An unknown `sort` key sorts as none: by when it was entered.
        """
        raise NotImplementedError

    def counts(self, month: Month | None, shop_id: int | None = None) -> Mapping[RegisterKind, int]:
        """How many lines each register has in a month; of all months with None."""
        raise NotImplementedError

    def find_entry(self, entry_id: int) -> RegisterEntry:
        """One line of `register_entry`; NotFound `register_entry_not_found`."""
        return registers.find_entry(self._bench.store.database, entry_id)

    def corrections(self, entry_id: int) -> tuple[RegisterEntry, ...]:
        """The correcting lines of a line, oldest first."""
        return registers.list_corrections(self._bench.store.database, entry_id)

    def correct(self, entry_id: int, changes: Mapping[str, RegisterValue], reason: str) -> int:
        """Set editable columns of a line right: `changes` by the column's key, amounts as Money of the whole.

        In an open month the line itself changes and the history keeps before and after; of a closed one a correcting
        line is written in the present month. Returns the id of the line that says it now.
        UserError `reason_needed`, `register_not_editable`, `register_value`, `register_currency`, `text_too_long`.
        """
        raise NotImplementedError

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
