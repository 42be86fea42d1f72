"""The texts of the registers: what is set right and why, what is noted when a month is closed or opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.services.register_writing import write_entry
from models.kinds import RegisterKind
from models.register_records import Month, RegisterQuery
from tests.desktop.services.naughty_calls import TextField

if TYPE_CHECKING:
    from desktop.context import AppContext

_MONTH = Month(2026, 10)
_CLAIMS = RegisterKind.CARRIER_CLAIM


def register_fields(ctx: AppContext, case_id: int, one: Callable[..., Any], told: Callable[[str], Any]) -> list[TextField]:
    """All of them, over a line of the present month and a month that is over."""
    lines = ctx.registers.sheet(RegisterQuery(RegisterKind.WRONG_SHIPMENT, None, 1)).lines
    entry_id = lines[0].id if lines else ctx.bench.act(
        "case_opened",
        lambda work: write_entry(work, RegisterKind.WRONG_SHIPMENT, shop_id=1, case_id=case_id, columns={"sent": "?"}),
        undoable=False,
    )  # fmt: skip
    many = [0]

    def changed(text: str, reason: str) -> None:
        ctx.registers.correct(entry_id, {"sent": text}, reason)

    def why(reason: str) -> None:
        many[0] += 1
        changed(f"QH-{many[0]}", reason)

    def close(note: str, reason: str) -> None:
        # A reason that was refused left the month closed.
        there = ctx.month_closings.state(_CLAIMS, _MONTH, 1)
        closing_id = there.id if there is not None else ctx.month_closings.close(_CLAIMS, _MONTH, 1, note)
        ctx.month_closings.reopen(closing_id, reason)

    def sent() -> Any:
        return ctx.registers.find_entry(entry_id).columns["sent"]

    return [
        TextField("what was sent", ("registers.correct.changes",), lambda text: changed(text, "看错"), sent, str.strip,
                  late=True),
        TextField("why a line is corrected", ("registers.correct.reason",), why, lambda: told("reason"), str.strip),
        TextField("note of a closing", ("month_closings.close.note",), lambda text: close(text, "重开"),
                  lambda: one("note", "month_closing"), str.strip, late=True),
        TextField("why a month is opened again", ("month_closings.reopen.reason",), lambda text: close("", text),
                  lambda: one("reopen_reason", "month_closing"), str.strip, late=True, inside=True),
    ]  # fmt: skip
