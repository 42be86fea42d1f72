"""Frozen values of the steps by role: who in the shop has what to do, and what each step waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import Problem, Role, Tier
from models.records import Step


@dataclass(frozen=True, slots=True)
class RoleStep:
    """An open step of an open case with its case, the open steps that come before it (`missing`), and those that wait
    for it (`holding`).

    `person` is who has it by name; `gone`: they do not work here any more, and the step is its role's again.
    """

    step: Step
    role: Role
    case_number: str
    buyer_nick: str
    tier: Tier
    problem: Problem
    shop_id: int
    missing: tuple[Step, ...] = ()
    holding: tuple[Step, ...] = ()
    person: str = ""
    gone: bool = False

    def late(self, now: datetime) -> bool:
        """Whether its time has passed."""
        return self.step.due_at is not None and self.step.due_at <= now


@dataclass(frozen=True, slots=True)
class RoleList:
    """The open steps of one role: those that are due first, the latest on top, then those without a time.

    `late` and `due` count those past their time and those due by the end of the day (the late ones among them);
    `resting` those of snoozed cases, which come back when the case wakes.
    """

    role: Role
    steps: tuple[RoleStep, ...] = ()
    late: int = 0
    due: int = 0
    resting: int = 0

    @property
    def undated(self) -> int:
        """How many have no due time."""
        return sum(1 for each in self.steps if each.step.due_at is None)
