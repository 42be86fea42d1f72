"""All open steps of open cases at once, with their cases, and the steps beside them that they may wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from models.clock import from_millis
from models.kinds import Problem, Role, StepState, Tier
from models.records import Step
from models.role_step_records import RoleStep
from models.rules.step_lists import list_of
from models.rules.step_order import missing_before
from models.store.cases import OPEN_SHELF, SNOOZE_SHELF
from models.store.connection import CaseDatabase

_TOGETHER: Final = 500
_STEP = (
    "s.id, s.case_id, s.position, s.title_zh, s.title_en, s.role, s.person_id, s.due_at, s.after, s.state, s.done_at,"
    " s.done_by, s.rule, s.due_rule, s.note"
)
_WIDE: Final = 15
# CROSS JOIN keeps the order: the open steps by their index, then the case of each.
_FROM = (
    ' FROM step s CROSS JOIN "case" c ON c.id = s.case_id LEFT JOIN person p ON p.id = s.person_id'
    " LEFT JOIN buyer b ON b.id = c.buyer_id WHERE s.state = 'open' AND s.deleted_at IS NULL AND c.deleted_at IS NULL"
    " AND (? IS NULL OR c.shop_id = ?)"
)
_OPEN = (
    f"SELECT {_STEP}, c.number, c.buyer_nick, c.problem, c.shop_id, b.tier, p.name, p.role, p.active"
    f"{_FROM} AND c.shelf = {OPEN_SHELF}"
)
_RESTING = f"SELECT s.role, p.role, p.active, COUNT(*){_FROM} AND c.shelf = {SNOOZE_SHELF} GROUP BY 1, 2, 3"
_CLOSED = (
    f"SELECT {_STEP} FROM step s WHERE s.case_id IN ({{}}) AND s.state <> 'open' AND s.deleted_at IS NULL"  # noqa: S608
)
# Thousands of rows: looking a word up takes a third of the time that asking its class does.
_ROLES: Final = {each.value: each for each in Role}
_STATES: Final = {each.value: each for each in StepState}
_PROBLEMS: Final = {each.value: each for each in Problem}
_TIERS: Final = {each.value: each for each in Tier}


def list_open_steps(database: CaseDatabase, shop_id: int | None = None) -> tuple[RoleStep, ...]:
    """Every open step of an open case, each with the list it stands in, in no order."""
    rows = [(_step(row), row[_WIDE:]) for row in database.execute_sql(_OPEN, (shop_id, shop_id))]
    waiting = {step.case_id for step, _ in rows if step.after}
    beside: dict[int, list[Step]] = {case_id: [] for case_id in waiting}
    for step, _ in rows:
        if step.case_id in beside:
            beside[step.case_id].append(step)
    for step in _closed_steps(database, waiting):
        beside[step.case_id].append(step)
    missing = {step.id: missing_before(step, beside[step.case_id]) for step, _ in rows if step.after}
    holding: dict[int, list[Step]] = {}
    for step, _ in rows:
        for first in missing.get(step.id, ()):
            holding.setdefault(first.id, []).append(step)
    return tuple(
        _role_step(step, row, missing.get(step.id, ()), tuple(holding.get(step.id, ()))) for step, row in rows
    )


def _step(row: tuple[Any, ...]) -> Step:
    due_at, done_at = row[7], row[10]
    return Step(
        row[0], row[1], row[2], row[3], row[4], _ROLES[row[5]], row[6], None if due_at is None else from_millis(due_at),
        row[8], _STATES[row[9]], None if done_at is None else from_millis(done_at), row[11], row[12], row[13], row[14],
    )  # fmt: skip


def _role_step(
    step: Step, row: tuple[Any, ...], missing: tuple[Step, ...], holding: tuple[Step, ...]
) -> RoleStep:  # fmt: skip
    number, nick, problem, shop_id, tier, person, role, active = row
    theirs = _ROLES[role] if role is not None else None
    return RoleStep(
        step, list_of(step.role, theirs, active=bool(active)), number, nick, _TIERS[tier or "none"],
        _PROBLEMS[problem], shop_id, missing, holding, person or "", gone=theirs is not None and not active,
    )  # fmt: skip


def _closed_steps(database: CaseDatabase, case_ids: Iterable[int]) -> list[Step]:
    """What was done or left out in these cases."""
    wanted, found = sorted(case_ids), list[Step]()
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        rows = database.execute_sql(_CLOSED.format(", ".join("?" * len(part))), part)
        found += [_step(row) for row in rows]
    return found


def count_resting(database: CaseDatabase, shop_id: int | None = None) -> Mapping[Role, int]:
    """How many open steps of snoozed cases each list would have; lists without one are left out."""
    found: dict[Role, int] = {}
    for role, theirs, active, count in database.execute_sql(_RESTING, (shop_id, shop_id)):
        place = list_of(_ROLES[role], _ROLES[theirs] if theirs is not None else None, active=bool(active))
        found[place] = found.get(place, 0) + int(count)
    return found
