"""All open steps of open cases at once, with their cases, and the steps beside them that they may wait for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from models.kinds import Problem, Role, Tier
from models.records import Step
from models.role_step_records import RoleStep
from models.rules.step_lists import list_of
from models.rules.step_order import missing_before
from models.store.cases import OPEN_SHELF, SNOOZE_SHELF
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import StepTable

_TOGETHER: Final = 500
_FROM = (
    ' FROM step s JOIN "case" c ON c.id = s.case_id LEFT JOIN person p ON p.id = s.person_id'
    " LEFT JOIN buyer b ON b.id = c.buyer_id WHERE s.state = 'open' AND s.deleted_at IS NULL AND c.deleted_at IS NULL"
    " AND (? IS NULL OR c.shop_id = ?)"
)
_OPEN = (
    "SELECT s.id, c.number, c.buyer_nick, c.problem, c.shop_id, b.tier, p.name, p.role, p.active"
    f"{_FROM} AND c.shelf = {OPEN_SHELF}"
)
_RESTING = f"SELECT s.role, p.role, p.active, COUNT(*){_FROM} AND c.shelf = {SNOOZE_SHELF} GROUP BY 1, 2, 3"
_OF_CASES = "case_id IN ({}) AND deleted_at IS NULL ORDER BY position, id"
_ROWS: Final[dict[int, WholeRows]] = {}


def list_open_steps(database: CaseDatabase, shop_id: int | None = None) -> tuple[RoleStep, ...]:
    """Every open step of an open case, each with the list it stands in, in no order."""
    about = {row[0]: row[1:] for row in database.execute_sql(_OPEN, (shop_id, shop_id))}
    found = []
    for steps in _beside(database, about.keys()).values():
        for step in steps:
            if step.id in about:
                found.append(_role_step(step, about[step.id], missing_before(step, steps) if step.after else ()))
    return tuple(found)


def _role_step(step: Step, row: tuple[Any, ...], missing: tuple[Step, ...]) -> RoleStep:
    number, nick, problem, shop_id, tier, person, role, active = row
    place = list_of(step.role, Role(role) if role is not None else None, active=bool(active))
    return RoleStep(
        step, place, number, nick, Tier(tier or Tier.NONE), Problem(problem), shop_id, missing, person or "",
        gone=role is not None and not active,
    )  # fmt: skip


def _beside(database: CaseDatabase, step_ids: Any) -> Mapping[int, list[Step]]:
    """All steps of the cases these steps belong to, by case, in order."""
    cases: set[int] = set()
    ids = sorted(step_ids)
    for start in range(0, len(ids), _TOGETHER):
        part = ids[start : start + _TOGETHER]
        sql = f"SELECT DISTINCT case_id FROM step WHERE id IN ({', '.join('?' * len(part))})"  # noqa: S608
        cases.update(row[0] for row in database.execute_sql(sql, part))
    wanted, found = sorted(cases), dict[int, list[Step]]()
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        for row in _rows(len(part)).read(database, *part):
            found.setdefault(row["case_id"], []).append(Step(**row))
    return found


def _rows(count: int) -> WholeRows:
    if count not in _ROWS:
        kept = WholeRows(StepTable, _OF_CASES.format(", ".join("?" * count)), without=("deleted_at",))
        if count != _TOGETHER:
            return kept
        _ROWS[count] = kept
    return _ROWS[count]


def count_resting(database: CaseDatabase, shop_id: int | None = None) -> Mapping[Role, int]:
    """How many open steps of snoozed cases each list would have; lists without one are left out."""
    found: dict[Role, int] = {}
    for role, theirs, active, count in database.execute_sql(_RESTING, (shop_id, shop_id)):
        place = list_of(Role(role), Role(theirs) if theirs is not None else None, active=bool(active))
        found[place] = found.get(place, 0) + int(count)
    return found
