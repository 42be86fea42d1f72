"""Frozen values of the morning board: what is late or due today, and what is wrong with the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.kinds import Role, Tier
from models.records import CallBackRow, CaseRow, Clock, Step


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which steps the board lists: of one role, or of one person (and of nobody, where `roles` are the person's).

    `undated` lists those without a due time after those that are due.
    """

    role: Role | None = None
    person: int | None = None
    roles: tuple[Role, ...] = ()
    undated: bool = False

    @property
    def narrow(self) -> bool:
        """Whether it leaves out somebody's steps."""
        return self.role is not None or self.person is not None


ALL_STEPS = StepFilter()


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
class BoardStep:
    """A step to do, with the case it belongs to, the open steps that come before it, and whose it is by name."""

    step: Step
    case_number: str
    buyer_nick: str
    tier: Tier
    missing: tuple[Step, ...] = ()
    person: str = ""


@dataclass(frozen=True, slots=True)
class BoardCall:
    """A call-back of any kind for today; `late` is how many days ago its first day was, 0 for today.

    `case_number` is the case a satisfaction call is about.
    """

    row: CallBackRow
    late: int
    case_number: str = ""


class AlarmKind(StrEnum):
    """What the board warns of."""

    EVIDENCE_CHANGED = "evidence_changed"
    NEVER_VERIFIED = "never_verified"
    VERIFIED_LONG_AGO = "verified_long_ago"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something wrong. `count`: pieces of evidence of the case, or days since the last check."""

    kind: AlarmKind
    count: int
    case_number: str = ""
    buyer_nick: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the morning board shows: the first lines of each panel, and how many there are in all.

    `calls_made` counts the contacts logged today. Of the steps `steps_found` fit the filter `steps_shown`,
    `steps_undated` of open cases have no due time.
    """

    made_at: datetime
    overdue: tuple[BoardCase, ...] = ()
    overdue_total: int = 0
    due_soon: tuple[BoardCase, ...] = ()
    due_soon_total: int = 0
    steps: tuple[BoardStep, ...] = ()
    steps_by_role: Mapping[Role, int] | None = None
    steps_shown: StepFilter = ALL_STEPS
    steps_found: int = 0
    steps_mine: int = 0
    steps_undated: int = 0
    calls: tuple[BoardCall, ...] = ()
    calls_total: int = 0
    calls_late: int = 0
    calls_made: int = 0
    alarms: tuple[Alarm, ...] = ()
    people: int = 0
    shops: int = 0

    @property
    def steps_total(self) -> int:
        """How many steps are due today or late, of all roles."""
        return sum((self.steps_by_role or {}).values())
