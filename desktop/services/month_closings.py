"""Closing the months of registers: what is still open is told, what was closed stays; opened again for a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop.services.registers import RegisterService
from desktop.services.shop_days import month_limits, zone_of
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import RegisterKind
from models.register_records import Month, MonthClosing, RegisterLine, RegisterQuery
from models.rules.register_nets import CLOSABLE
from models.rules.register_totals import totals_of
from models.store import month_closings
from models.store.transaction import Transaction

NOTE_LIMIT = 2_000


class MonthClosingService:
    """Months are counted in the shop's zone. Closing and opening again are no entries of Undo. Any thread may call."""

    def __init__(self, bench: Workbench, registers: RegisterService) -> None:
        self._bench = bench
        self._registers = registers

    def state(self, register: RegisterKind, month: Month, shop_id: int) -> MonthClosing | None:
        """The closing in force; None while the month is open, or open again."""
        return month_closings.find_closing(self._bench.store.database, register, month, shop_id)

    def trail(self, register: RegisterKind, month: Month, shop_id: int) -> tuple[MonthClosing, ...]:
        """Every closing of the month, oldest first, also those that were opened again."""
        return month_closings.list_closings(self._bench.store.database, register, month, shop_id)

    def open_lines(self, register: RegisterKind, month: Month, shop_id: int) -> tuple[RegisterLine, ...]:
        """What of the month is not at its end yet, as it stands now: closing asks about it."""
        query = RegisterQuery(register, month, shop_id, unsettled=True)
        return self._registers.sheet(query).lines

    def close(self, register: RegisterKind, month: Month, shop_id: int, note: str = "") -> int:
        """Close a month that is over, with its totals; returns the closing's id.

        UserError `month_not_over` before its end, `month_closed` for one that is closed, `register_stays_open` for
        reviews and the hand-over, `text_too_long`. From now on nothing of it changes: what follows is written as
        correcting lines of the month it follows in. What belongs to no shop yet is in no closed month.
        """
        if register not in CLOSABLE:
            raise UserError("register_stays_open", register=register.value)
        note = checked_text(note, limit=NOTE_LIMIT).strip()
        starts_at, ends_at = self.limits(month, shop_id)
        if self._bench.clock.now() < ends_at:
            raise UserError("month_not_over", month=str(month))
        details: Mapping[str, object] = {"register": register.value, "month": str(month)}

        def work(transaction: Transaction) -> int:
            if month_closings.find_closing(transaction.database, register, month, shop_id) is not None:
                raise UserError("month_closed", month=str(month), register=register.value)
            # Read inside the transaction: what is kept is what is closed.
            found = self._registers.sheet(RegisterQuery(register, month, shop_id)).lines
            lines = [line for line in found if line.shop_id == shop_id]
            still = sum(1 for line in lines if not line.settled)
            stamp = transaction.stamp
            closing_id = transaction.insert(
                "month_closing", shop_id=shop_id, register=register, month=str(month), starts_at=starts_at,
                ends_at=ends_at, totals=totals_of(register, lines), open_lines=still,
                closed_at=stamp.now, closed_by=stamp.person, note=note,
            )  # fmt: skip
            told = {**details, "open": still, "lines": len(lines), "shop": shop_id, "note": note}
            transaction.record("month_closed", entity="month_closing", entity_id=closing_id, details=told)
            return closing_id

        return self._bench.act("month_closed", work, values=details, undoable=False)

    def reopen(self, closing_id: int, reason: str) -> None:
        """Open a month again; the closing stays in the trail with the reason.

        NotFound; UserError `text_empty`, `month_open` if it already is, `text_too_long`.
        """
        reason = checked_text(reason, limit=NOTE_LIMIT, required=True).strip()
        closing = month_closings.read_closing(self._bench.store.database, closing_id)
        details: Mapping[str, object] = {"register": closing.register.value, "month": str(closing.month)}

        def work(transaction: Transaction) -> None:
            now = month_closings.read_closing(transaction.database, closing_id)
            if now.reopened_at is not None:
                raise UserError("month_open", month=str(now.month))
            stamp = transaction.stamp
            transaction.update(
                "month_closing", closing_id, reopened_at=stamp.now, reopened_by=stamp.person, reopen_reason=reason
            )
            told = {**details, "reason": reason, "shop": closing.shop_id}
            transaction.record("month_reopened", entity="month_closing", entity_id=closing_id, details=told)

        self._bench.act("month_reopened", work, values=details, undoable=False)

    def limits(self, month: Month, shop_id: int) -> tuple[datetime, datetime]:
        """The first moment of a month in the shop's zone and that of the next, aware UTC. NotFound without the shop."""
        return month_limits(month, zone_of(self._bench, shop_id))
