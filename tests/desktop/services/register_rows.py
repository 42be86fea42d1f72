"""Lines of registers to follow up, written as the wizard writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kinds import RegisterKind
from models.money import Money
from models.register_kinds import RegisterState

if TYPE_CHECKING:
    from desktop.context import AppContext


def write_claim(ctx: AppContext, case_id: int | None, amount: str | None, carrier: str = "云雀速递", **more: str) -> int:
    """An open claim of shop 1."""
    from desktop.services.register_writing import write_entry

    return ctx.bench.act("register_written", lambda transaction: write_entry(
        transaction, RegisterKind.CARRIER_CLAIM, shop_id=1, case_id=case_id, columns={"carrier": carrier, **more},
        amount=None if amount is None else Money.of(amount),
    ))  # fmt: skip


def write_line(
    ctx: AppContext, register: RegisterKind, case_id: int | None, amount: str | None = None,
    state: RegisterState = RegisterState.OPEN, points: int | None = None, **columns: str,
) -> int:  # fmt: skip
    """A line of any register of shop 1."""
    from desktop.services.register_writing import write_entry

    return ctx.bench.act("register_written", lambda transaction: write_entry(
        transaction, register, shop_id=1, case_id=case_id, columns=columns, state=state, points=points,
        amount=None if amount is None else Money.of(amount),
    ))  # fmt: skip
