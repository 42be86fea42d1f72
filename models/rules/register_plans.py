"""Which lines of registers follow from a decision: what the packs plan, and what a remedy itself makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from models.kinds import Liability, RegisterKind, Remedy
from models.money import Money
from models.register_kinds import PaidKind
from models.rules.conclusion import Conclusion, RemedyOffer
from models.rules.pack_parts import Text

_KEEPS_GOODS: Final = frozenset((Remedy.PARTIAL_REFUND, Remedy.COMPENSATION, Remedy.REFUSE))
_SENDS_BACK: Final = frozenset((Remedy.RETURN_AND_REFUND, Remedy.EXCHANGE, Remedy.REPAIR))
_PAYS: Final = frozenset((Remedy.PARTIAL_REFUND, Remedy.COMPENSATION))
_OWED: Final = frozenset((Liability.MERCHANT, Liability.CARRIER, Liability.SUPPLIER, Liability.SHARED))
# Of the freight a buyer laid out, what is repaid: R003-32, a shared one by halves.
_REPAID: Final = {"seller": Decimal(1), "carrier": Decimal(1), "shared": Decimal("0.5")}


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line that follows. `kind` tells several lines of one register apart; `words` are columns of closed lists."""

    register: RegisterKind
    columns: Mapping[str, str]
    amount: Money | None = None
    kind: str = ""
    words: Mapping[str, Text] = field(default_factory=dict)
    label: Text = field(default_factory=lambda: Text("", ""))


def planned_lines(
    conclusion: Conclusion, offer: RemedyOffer, liability: Liability, given: Money | None, facts: Mapping[str, object],
    currency: str,
) -> tuple[PlannedLine, ...]:  # fmt: skip
    """The lines of a decision, each register (and kind of payment) once.

    `liability`: as decided; `given`: what the buyer gets; `facts`: as told and answered. A wrong shipment costs what
    the remedy truly costs. What is paid without being owed is goodwill. No return is awaited where the buyer keeps the
    goods.
    """
    found: dict[tuple[RegisterKind, str], PlannedLine] = {}
    for plan in conclusion.registers:
        if plan.kind is None or _falls_away(plan.kind, offer.remedy):
            continue
        amount, kind, columns = plan.amount, "", dict(plan.columns)
        if plan.kind is RegisterKind.WRONG_SHIPMENT:
            amount = offer.true_cost or amount
        elif plan.kind is RegisterKind.COMPENSATION:
            kind = _paid_kind(liability).value
            amount = given if offer.remedy in _PAYS and given is not None else amount
            columns |= {"kind": kind, "liability": liability.value}
        elif plan.kind is RegisterKind.QUALITY and facts.get("severe") is True:
            # Rings at once: R003-19.
            columns["severe"] = "true"
        found.setdefault((plan.kind, kind), PlannedLine(plan.kind, columns, amount, kind, plan.words, plan.label))
    base = _told(conclusion)
    # What the buyer asks is often not agreed yet when it is decided that they get something.
    if offer.remedy in _PAYS and ((given is not None and given.minor > 0) or (given is None and offer.missing)):
        kind = _paid_kind(liability).value
        line = PlannedLine(
            RegisterKind.COMPENSATION, {**base, "kind": kind, "liability": liability.value}, given, kind
        )
        found.setdefault((RegisterKind.COMPENSATION, kind), line)
    freight = _freight(conclusion, offer, facts, currency)
    if freight is not None:
        kind = PaidKind.FREIGHT.value
        found[RegisterKind.COMPENSATION, kind] = PlannedLine(
            RegisterKind.COMPENSATION, {**base, "kind": kind, "liability": liability.value}, freight, kind
        )
    sent_back = offer.remedy in _SENDS_BACK and conclusion.postage.get("return", "")
    if sent_back or offer.remedy is Remedy.RETURN_AND_REFUND:
        found.setdefault((RegisterKind.RETURNED_PARCEL, ""), PlannedLine(RegisterKind.RETURNED_PARCEL, base))
    return tuple(found.values())


def _falls_away(kind: RegisterKind, remedy: Remedy) -> bool:
    if kind is RegisterKind.RETURNED_PARCEL:
        return remedy in _KEEPS_GOODS
    return kind is RegisterKind.COMPENSATION and remedy is Remedy.REFUSE


def _paid_kind(liability: Liability) -> PaidKind:
    return PaidKind.COMPENSATION if liability in _OWED else PaidKind.GOODWILL


def _told(conclusion: Conclusion) -> dict[str, str]:
    """What the packs' own lines say of buyer, order and item."""
    said: dict[str, str] = {}
    for plan in conclusion.registers:
        for name in ("buyer_id", "order_no", "item"):
            if plan.columns.get(name):
                said.setdefault(name, plan.columns[name])
    return said


def _freight(
    conclusion: Conclusion, offer: RemedyOffer, facts: Mapping[str, object], currency: str
) -> Money | None:
    """The freight of the way back that is repaid to the buyer, as far as it is not theirs; None where not known."""
    share = _REPAID.get(conclusion.postage.get("return", ""))
    if share is None or offer.remedy not in _SENDS_BACK:
        return None
    value = facts.get("freight_back")
    try:
        amount = value.amount if isinstance(value, Money) else Decimal(str(value))
    except InvalidOperation:
        return None
    if not amount.is_finite() or amount <= 0:
        return None
    return Money.of((amount * share).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP), currency)
