"""The names and kinds of the facts that are corrected on the case page; the service itself loads the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from models.kinds import Demand, Flag, Liability, Problem, WaitingOn
from models.records import CasePage


class FactName(StrEnum):
    """The facts that can be corrected on the case page."""

    PROBLEM = "problem"
    DEMAND = "demand"
    LIABILITY = "liability"
    WAITING_ON = "waiting_on"
    HANDLER = "handler"
    AT_STAKE = "at_stake"
    FLAG = "flag"
    SUMMARY = "summary"
    OPENED = "opened_at"
    PAID_AT = "paid_at"
    SHIPPED_AT = "shipped_at"
    SIGNED_AT = "signed_at"


FACT_KINDS: Final[Mapping[FactName, type[StrEnum]]] = {
    FactName.PROBLEM: Problem, FactName.DEMAND: Demand, FactName.LIABILITY: Liability,
    FactName.WAITING_ON: WaitingOn, FactName.FLAG: Flag,
}  # fmt: skip
ORDER_FACTS: Final = (FactName.PAID_AT, FactName.SHIPPED_AT, FactName.SIGNED_AT)


@dataclass(frozen=True, slots=True)
class FactChanged:
    """What an edit did: whether anything changed, and how many clocks were counted anew."""

    changed: bool
    clocks: int = 0


def fact_value(page: CasePage, fact: FactName) -> Any:
    """A fact as the page holds it: a word of its kind, an amount, a moment, a text, or a person's id."""
    if fact in ORDER_FACTS:
        return getattr(page.order, fact.value) if page.order is not None else None
    if fact is FactName.HANDLER:
        return page.case.handler_id
    return getattr(page.case, fact.value)
