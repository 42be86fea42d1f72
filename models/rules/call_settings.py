"""What a shop decides about its call-backs, as values: rhythms, limits, days, capacity, hours, who becomes VIP.

Kept as one JSON value under the setting `call_rules`; whatever does not hold is read as the default beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from models.kinds import Tier
from models.rules.rhythms import Rhythm

CALL_RULES: Final = "call_rules"


class OffDayMove(StrEnum):
    """Where a call-back goes that would stand on a day off."""

    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many days late a call-back turns yellow and red; `yellow` <= `red`, both at least 0."""

    yellow: int = 1
    red: int = 3


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody may be called: times as HH:MM, weekdays 0 (Monday) to 6, empty for any day."""

    start: str = ""
    end: str = ""
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TierRule:
    """What proposes a tier: at least so much spent (minor units of the shop's currency, less what was refunded; 0 asks
    nothing), at least so many orders, at most that share of paid orders refunded (0 to 1), within the last `days`."""

    tier: Tier
    spend: int = 0
    orders: int = 0
    refund_rate: float = 1.0
    days: int = 365
    on: bool = True


@dataclass(frozen=True, slots=True)
class QuietDays:
    """Days on which nothing is planned: of all shops or one, or the vacation of one person. `yearly`: every year."""

    first: date
    last: date
    title: str = ""
    yearly: bool = False
    shop_id: int | None = None
    person_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class CallRules:
    """All that is chosen for a shop's call-backs. `capacity`: call-backs a day per person, 0 for any number.

    `after_case_days`: how long after a case closes a satisfaction call is offered, None for never; `after_case_all`:
    to every buyer who agreed, not only to VIPs. `notes`: a buyer who was not asked may be planned a note.
    """

    rhythms: Mapping[Tier, Rhythm] = field(default_factory=dict)
    limits: Mapping[Tier, Limits] = field(default_factory=dict)
    move: OffDayMove = OffDayMove.FORWARD
    capacity: int = 0
    hours: Hours = Hours("10:00", "20:00")
    tiers: tuple[TierRule, ...] = ()
    tiers_on: bool = False
    decline_days: int = 90
    after_case_days: int | None = 3
    after_case_all: bool = True
    notes: bool = True
