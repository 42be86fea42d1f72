"""Merging, linking and splitting cases: what may be joined, which clocks go on, and what each case keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.kinds import CaseState, ClockKind, ClockStatus
from models.records import Case, Clock
from models.rules.case_life import CLOSED, CaseLife
from models.rules.verdict import Allowed, Refused

_LIVE = (ClockStatus.RUNNING, ClockStatus.PAUSED)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """It may be done once somebody said that it is meant; `reason` is the code of what speaks against it."""

    reason: str


class MergeFact(StrEnum):
    """What stands in a case once, so that merging has to choose whose it keeps."""

    ORDER = "order"
    PROBLEM = "problem"
    DEMAND = "demand"
    LIABILITY = "liability"
    AT_STAKE = "at_stake"
    WAITING_ON = "waiting_on"
    HANDLER = "handler"
    FLAG = "flag"
    SUMMARY = "summary"


def judge_merge(kept: CaseLife, other: CaseLife) -> Allowed | Refused | Doubtful:
    """Whether a case may go into another one.

    A resolution belongs to the case it was decided for: of two cases the decided one is kept, and two decided ones
    stay apart. A dispute is about one case as the platform knows it, so the disputed one is kept.
    """
    if kept.case.id == other.case.id:
        return Refused("merge_same")
    if kept.case.merged_into is not None or other.case.merged_into is not None:
        return Refused("merge_already")
    if kept.case.shop_id != other.case.shop_id:
        return Refused("merge_other_shop")
    if kept.case.state in CLOSED:
        return Refused("merge_into_closed")
    if kept.resolved and other.resolved:
        return Refused("merge_both_decided")
    if other.resolved:
        return Refused("merge_decided")
    if other.case.state is CaseState.IN_DISPUTE:
        return Refused("merge_in_dispute")
    if kept.case.buyer_id != other.case.buyer_id:
        return Doubtful("merge_other_buyer")
    return Allowed()


def judge_link(first: Case, second: Case, linked: bool) -> Allowed | Refused:
    """Whether two cases may be linked; across shops too, but not with themselves or twice, nor what was merged."""
    if first.id == second.id:
        return Refused("link_same")
    if first.merged_into is not None or second.merged_into is not None:
        return Refused("merge_already")
    return Refused("link_already") if linked else Allowed()


@dataclass(frozen=True, slots=True)
class ClockJoin:
    """Which clocks go over to the kept case, and which end because another one stays for the same rule."""

    over: tuple[Clock, ...]
    ending: tuple[Clock, ...]


def join_clocks(kept: Sequence[Clock], other: Sequence[Clock], *, answered: bool) -> ClockJoin:
    """Of running and standing clocks of one rule the earlier due stays; entered dates all go over; ended ones stay.

    `answered`: the kept case is no longer new, so that a first reply is owed to nobody (R003-01).
    """
    over: list[Clock] = []
    ending: list[Clock] = []
    same = {_key(clock): clock for clock in reversed(kept) if clock.status in _LIVE and clock.kind is ClockKind.RULE}
    for clock in other:
        if clock.status not in _LIVE:
            continue
        rival = same.get(_key(clock)) if clock.kind is ClockKind.RULE else None
        if answered and clock.rule == "first_reply":
            ending.append(clock)
        elif rival is None:
            over.append(clock)
        elif clock.due_at < rival.due_at:
            over.append(clock)
            ending.append(rival)
        else:
            ending.append(clock)
    return ClockJoin(tuple(over), tuple(ending))


def _key(clock: Clock) -> tuple[str, str]:
    return clock.rule, clock.pack.partition(" ")[0]


def needs_first_reply(origin: Case) -> bool:
    """Whether a case split off still owes a first reply: only while nobody answered the case it comes from."""
    return origin.state is CaseState.NEW
