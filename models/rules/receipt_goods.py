"""What the goods in a parcel that came back mean: restocked or not, the refund at once or a supervisor's decision.

R002-03: inspected, and if all is well restocked and refunded; R003-44: the refund follows the inspection; R003-12,
R003-14: what is worn or not the goods is talked over, not paid by itself; R004-10: a parcel that arrived and was not
opened is refunded all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.kinds import Remedy, StepState
from models.order_records import OrderLine
from models.records import Step
from models.register_kinds import Condition, ReceiptKind
from models.rules.step_order import names_after
from models.rules.verdict import Allowed, Refused, Verdict

MOST_PIECES: Final = 100_000
DECIDE: Final = "decide_return"
REGISTER_REFUND: Final = "register_refund"
# What a parcel that arrived does by itself, and what looking into it does; by the ids of the packs.
ARRIVES: Final[Mapping[ReceiptKind, tuple[str, ...]]] = {
    # R003-30: an exchange sent first waits only for a number that is true, which a parcel that is here proves.
    ReceiptKind.RETURN: ("return_for_inspection", "check_return_tracking", "buyer_sends_back", "register_return"),
    ReceiptKind.UNDELIVERABLE: ("recall_parcel",),
    ReceiptKind.UNKNOWN: (),
}
INSPECTS: Final[Mapping[ReceiptKind, tuple[str, ...]]] = {
    ReceiptKind.RETURN: ("inspect_return", "open_parcel"),
    ReceiptKind.UNDELIVERABLE: ("inspect_recalled", "open_parcel"),
    ReceiptKind.UNKNOWN: (),
}
RESTOCKS: Final = ("restock", "restock_opened")
_RECEIPTS: Final = frozenset(
    (
        "buyer_sends_back",
        "check_return_tracking",
        "register_return",
        "inspect_return",
        "open_parcel",
        "recall_parcel",
        "inspect_recalled",
    )
)
_PAYS: Final = re.compile(r"pay_refund(_[a-z_]+)?")
_SENDS: Final = frozenset(("send_exchange", "send_exchange_first"))
_BACK: Final = frozenset((Remedy.RETURN_AND_REFUND, Remedy.EXCHANGE))
_NEVER: Final = frozenset((Condition.EMPTY, Condition.WRONG_ITEM))


class Outcome(StrEnum):
    """What follows from what was found in a parcel."""

    REFUND = "refund"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Judged:
    """What inspecting means. `short` is how many pieces are missing, negative for too many, 0 where it fits or is not
    known.
    """

    outcome: Outcome
    restock: bool
    short: int = 0


def may_restock(condition: Condition, *, restock: bool) -> Verdict:
    """Whether goods may go back on the shelf as told: an empty parcel and the wrong goods never."""
    return Refused("receipt_not_restockable") if restock and condition in _NEVER else Allowed()


def check_pieces(pieces: int | None) -> Verdict:
    """Whether a count can be one: none told, or 0 to 100,000."""
    if pieces is None or (type(pieces) is int and 0 <= pieces <= MOST_PIECES):
        return Allowed()
    return Refused("receipt_pieces")


def judge(condition: Condition, pieces: int | None, expected: int | None, restock: bool | None) -> Judged:
    """What follows. `restock` None: good goods go back on the shelf, others do not. Empty means no piece at all."""
    counted = 0 if condition is Condition.EMPTY and pieces is None else pieces
    short = expected - counted if expected is not None and counted is not None else 0
    back = condition is Condition.GOOD if restock is None else restock
    decide = condition is not Condition.GOOD or short != 0
    return Judged(Outcome.DECIDE if decide else Outcome.REFUND, back, short)


def expected_pieces(
    lines: Sequence[OrderLine], remedy: Remedy | None, facts: Mapping[str, object], kind: ReceiptKind
) -> int | None:
    """How many pieces should be in a parcel; None where nothing says it.

    Undeliverable: all that was ordered. A return: the items the resolution names as going back, else all of an order
    that was agreed to come back whole; before a decision nothing is expected.
    """
    whole = sum(line.quantity for line in lines) or None
    if kind is ReceiptKind.UNDELIVERABLE:
        return whole
    named = facts.get("returned")
    if isinstance(named, list) and named:
        return _named(lines, [str(name) for name in named])
    return whole if remedy in _BACK else None


def _named(lines: Sequence[OrderLine], named: Sequence[str]) -> int | None:
    left, found = list(lines), 0
    for name in named:
        same = next((line for line in left if line.item_title and name.startswith(line.item_title)), None)
        if same is None:
            return None
        left.remove(same)
        found += same.quantity
    return found


def waiting_for_goods(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The open steps that pay a refund or send an exchange and were waiting for the goods (R003-29)."""
    return tuple(
        step for step in steps if step.state is StepState.OPEN and (_PAYS.fullmatch(step.rule) or _exchanges(step))
    )


def pays(step: Step) -> bool:
    """Whether a step pays a refund."""
    return _PAYS.fullmatch(step.rule) is not None


def _exchanges(step: Step) -> bool:
    return step.rule in _SENDS and not _RECEIPTS.isdisjoint(names_after(step))


def awaits_goods(steps: Sequence[Step]) -> bool:
    """Whether a case has an open step that a parcel would do."""
    return any(step.state is StepState.OPEN and step.rule in _RECEIPTS - {"recall_parcel"} for step in steps)
