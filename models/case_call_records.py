"""The call after a case, as the windows ask for it: what is offered, and what buyers said of how they were served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from models.kinds import Problem, Tier


@dataclass(frozen=True, slots=True)
class CaseCallOffer:
    """A satisfaction call that may be planned after a case closed.

    `day` is a day of work of the buyer's shop; `nominal` is where the habit of the shop points before days off move it.
    `channel` is NOTE where the buyer was never asked for calls: only a note in a parcel may be planned then. `at_time`
    is proposed from the buyer's hours (HH:MM, empty for none).
    """

    case_id: int
    case_number: str
    buyer_id: int
    nick: str
    tier: Tier
    day: date
    nominal: date
    channel: Channel
    at_time: str = ""


@dataclass(frozen=True, slots=True)
class CaseFeeling:
    """What a buyer said in one call. Without a case the call was about nothing that had happened."""

    satisfaction: Satisfaction
    said_at: datetime
    case_id: int | None = None
    case_number: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class SatisfactionTotals:
    """How buyers felt in a span of days.

    `calls` counts every call in which they said something; `cases` the newest word on each case, `by_problem` the same
    by what had gone wrong; `words` are these newest words, the oldest first.
    """

    calls: Mapping[Satisfaction, int] = field(default_factory=dict)
    cases: Mapping[Satisfaction, int] = field(default_factory=dict)
    by_problem: Mapping[Problem, Mapping[Satisfaction, int]] = field(default_factory=dict)
    words: tuple[CaseFeeling, ...] = ()
