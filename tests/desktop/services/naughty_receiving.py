"""The texts of parcels without an owner: what is known of them, and why one was let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models.rules.carriers import normal_number
from tests.desktop.services.naughty_calls import TextField

if TYPE_CHECKING:
    from desktop.context import AppContext


def _joined(text: str) -> str:
    return " ".join(text.split())


def receiving_fields(ctx: AppContext, one: Callable[..., Any]) -> list[TextField]:
    """All of them, over two parcels of the box."""
    known = [receipt.id for receipt in ctx.receiving.unmatched()]
    receipt, spare = known[:2] if len(known) >= 2 else [ctx.receiving.arrive("").receipt_id for _ in range(2)]
    going = [spare]

    def let_go(text: str) -> None:
        ctx.receiving.let_go(going[0], text)
        going[0] = ctx.receiving.arrive("").receipt_id

    def why() -> str:
        gone = ctx.receiving.let_gone()
        return gone[0].note if gone else ""

    def told(name: str, kept: Callable[[str], str]) -> TextField:
        return TextField(
            f"{name} of a parcel nobody owns", (f"receiving.describe.{name}",),
            lambda text: ctx.receiving.describe(receipt, **{name: text}),
            lambda: one(name, "return_receipt", receipt), kept,
        )  # fmt: skip

    return [
        told("sender", _joined), told("phone", _joined), told("item", str.strip), told("note", str.strip),
        told("carrier", _joined), told("tracking_number", normal_number),
        TextField("why a parcel is let go", ("receiving.let_go.reason",), let_go, why, str.strip),
    ]  # fmt: skip
