"""Whether a case about to be opened is there already: pure, over the cases of its order and its buyer.

The measures are the desk's own, not a platform's: the same order and problem, the same order, or the same buyer and
problem within 14 days; a case closed more than 30 days ago is another story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

from models.kinds import CaseState, Problem

CLOSED_FOR: Final = timedelta(days=30)
SAME_BUYER_WITHIN: Final = timedelta(days=14)
_CLOSED: Final = frozenset({CaseState.DONE, CaseState.ARCHIVED})


class Likeness(IntEnum):
    """How likely a case is the same story; greater is likelier."""

    POSSIBLE = 1
    LIKELY = 2
    VERY_LIKELY = 3


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of the order or the buyer. `merged_into`: the case its story goes on in; `closed_at` None while open."""

    id: int
    number: str
    state: CaseState
    problem: Problem
    order_id: int | None
    order_number: str
    buyer_id: int | None
    handler: str
    opened_at: datetime
    closed_at: datetime | None = None
    snoozed: bool = False
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The case about to be opened; the problem may not be chosen yet, the order may be a number nobody imported."""

    order_id: int | None
    order_number: str
    buyer_id: int | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A case that is likely the same one."""

    case: KnownCase
    likeness: Likeness


def find_duplicates(wanted: Wanted, known: Iterable[KnownCase], now: datetime) -> tuple[Duplicate, ...]:
    """Likely ones first, then the newest. A merged case counts as the one it went into; a snoozed one is open."""
    by_id = {case.id: case for case in known}
    found: dict[int, Duplicate] = {}
    for case in by_id.values():
        root = _root(case, by_id)
        if root is None or _is_long_closed(root, now):
            continue
        likeness = _likeness(wanted, case, now)
        if likeness is not None and (root.id not in found or found[root.id].likeness < likeness):
            found[root.id] = Duplicate(root, likeness)
    return tuple(sorted(found.values(), key=lambda each: (-each.likeness, _minus(each.case.opened_at), each.case.id)))


def _likeness(wanted: Wanted, case: KnownCase, now: datetime) -> Likeness | None:
    same_problem = wanted.problem is not None and case.problem is wanted.problem
    if _same_order(wanted, case):
        return Likeness.VERY_LIKELY if same_problem else Likeness.LIKELY
    same_buyer = wanted.buyer_id is not None and case.buyer_id == wanted.buyer_id
    # Two orders known to be different are two stories, unless the buyer complains of the same thing in a few days.
    if same_buyer and same_problem and now - case.opened_at <= SAME_BUYER_WITHIN:
        return Likeness.POSSIBLE
    return None


def _same_order(wanted: Wanted, case: KnownCase) -> bool:
    if wanted.order_id is not None and case.order_id is not None:
        return wanted.order_id == case.order_id
    return bool(wanted.order_number) and wanted.order_number == case.order_number


def _is_long_closed(case: KnownCase, now: datetime) -> bool:
    if case.state not in _CLOSED:
        return False
    return now - (case.closed_at or case.opened_at) > CLOSED_FOR


def _root(case: KnownCase, by_id: Mapping[int, KnownCase]) -> KnownCase | None:
    """Where the story of a merged case goes on; None where that case is not known (taken back, or a circle)."""
    seen: set[int] = set()
    at: KnownCase | None = case
    while at is not None and at.merged_into is not None:
        if at.id in seen:
            return None
        seen.add(at.id)
        at = by_id.get(at.merged_into)
    return at


def _minus(moment: datetime) -> float:
    return -moment.timestamp()
