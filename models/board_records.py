"""Frozen values of the morning board: what is late or due today, and what is wrong with the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from models.kinds import RegisterKind
from models.money import Money
from models.records import CallBackRow, CaseRow, Clock

if TYPE_CHECKING:
    from models.batch_records import BatchAlarm
    from models.hand_over_records import HandOverSheet
    from models.months import Month
    from models.receiving_records import ReturnReceipt


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A case with the clock that runs out next."""

    row: CaseRow
    clock: Clock | None

    @property
    def due_at(self) -> datetime | None:
        """When the clock shown ends."""
        return self.clock.due_at if self.clock is not None else self.row.next_due_at


@dataclass(frozen=True, slots=True)
class BoardCall:
    """A call-back of any kind for today; `late` is how many days ago its first day was, 0 for today.

    `case_number` is the case a satisfaction call is about.
    """

    row: CallBackRow
    late: int
    case_number: str = ""


class AlarmKind(StrEnum):
    """What the board warns of, the gravest first."""

    EVIDENCE_CHANGED = "evidence_changed"
    BATCH = "batch"
    PENALTY_NODE = "penalty_node"
    SERIAL_RETURNS = "serial_returns"
    CLAIMS_LATE = "claims_late"
    CLAIMS_NOT_HANDED_IN = "claims_not_handed_in"
    MONTH_OPEN = "month_open"
    BAD_REVIEWS = "bad_reviews"
    REVIEW_PROBLEMS = "review_problems"
    INVOICES_LATE = "invoices_late"
    PARCEL_FOUND = "parcel_found"
    UNOWNED_PARCELS = "unowned_parcels"
    NEVER_VERIFIED = "never_verified"
    VERIFIED_LONG_AGO = "verified_long_ago"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something wrong. `count`: pieces of evidence of the case, days since the last check, lines of a register that
    wait, returns of a buyer in `days`, points, or parcels; `of`: the buyer's orders in that time, the node of the
    points, or the id of the first parcel.

    `key` is the same as long as nothing new comes: put off for today by it. `since`: when it arose, as far as known.
    """

    kind: AlarmKind
    count: int
    case_number: str = ""
    buyer_nick: str = ""
    since: datetime | None = None
    key: str = ""
    of: int = 0
    days: int = 0
    shop_id: int | None = None
    shop_name: str = ""
    title: str = ""
    month: Month | None = None
    register: RegisterKind | None = None
    buyer_id: int | None = None
    amounts: tuple[Money, ...] = ()
    batch: BatchAlarm | None = None
    fresh: bool = False

    @property
    def can_wait(self) -> bool:
        """Whether it can be put off for today: not what is wrong with evidence."""
        return bool(self.key) and self.kind is not AlarmKind.EVIDENCE_CHANGED


@dataclass(frozen=True, slots=True)
class Parcels:
    """Parcels to inspect, those without an owner among them, longest here first; `total` and `unowned` are of all."""

    listed: tuple[ReturnReceipt, ...] = ()
    total: int = 0
    unowned: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the morning board shows: the first lines of each panel, and how many there are in all.

    `steps_due`: steps due or late. `calls_made` counts the contacts logged today. `alarms_put_off`: put off until
    tomorrow. `whole`: no alarm is still to be asked for. `changes_at`: when the board is another one though nobody
    wrote anything; None if never.
    """

    made_at: datetime
    hand_over: HandOverSheet | None = None
    overdue: tuple[BoardCase, ...] = ()
    overdue_total: int = 0
    due_soon: tuple[BoardCase, ...] = ()
    due_soon_total: int = 0
    steps_due: int = 0
    calls: tuple[BoardCall, ...] = ()
    calls_total: int = 0
    calls_late: int = 0
    calls_made: int = 0
    parcels: Parcels = Parcels()
    alarms: tuple[Alarm, ...] = ()
    alarms_total: int = 0
    alarms_put_off: int = 0
    whole: bool = True
    changes_at: datetime | None = None
    people: int = 0
    shops: int = 0

    @property
    def done(self) -> bool:
        """Whether nothing at all waits."""
        waits = self.overdue_total or self.due_soon_total or self.calls_total or self.parcels.total
        return not (waits or self.alarms_total or self.to_hand_over)

    @property
    def to_hand_over(self) -> int:
        """How many items of the hand-over are still to be cleared, those of earlier mornings among them."""
        sheet = self.hand_over
        return 0 if sheet is None else len(sheet.items) - sheet.cleared + len(sheet.older)
