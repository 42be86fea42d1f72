"""The steps by role: who has what to do, and handing a step on to another role or person with a word about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from desktop.services.case_moving import set_waiting_on
from desktop.services.steps import step_titles
from desktop.services.texts import checked_text
from desktop.services.today import end_of_day
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import UserError
from models.kinds import Role, StepState
from models.records import Person, Step
from models.role_step_records import RoleList, RoleStep
from models.rules.step_lists import LISTS
from models.rules.step_order import waiting_after
from models.store import case_page, cases, role_steps, shops
from models.store.transaction import Transaction

NOTE_LIMIT: Final = 500


class RoleStepService:
    """Every open step of an open case stands in exactly one list: of the person who has it, else of its role."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    def lists(self) -> Mapping[Role, RoleList]:
        """The lists of the shop chosen at the top right (or of all), one for each role of LISTS, empty ones too.

        Due ones first, the longest due on top, then those without a time by their cases.
        """
        bench, shop_id = self._bench, self._settings.get("shop") or None
        now = bench.clock.now()
        midnight = end_of_day(now, bench.time_zone)
        by_role: dict[Role, list[RoleStep]] = {role: [] for role in LISTS}
        for each in role_steps.list_open_steps(bench.store.database, shop_id):
            by_role[each.role].append(each)
        resting = role_steps.count_resting(bench.store.database, shop_id)
        return {role: _list(role, steps, now, midnight, resting.get(role, 0)) for role, steps in by_role.items()}

    def people(self) -> tuple[Person, ...]:
        """Those a step may be handed to."""
        return shops.list_people(self._bench.store.database)

    def hand_on(
        self, step_id: int, role: Role | None = None, person_id: int | None = None, note: str = ""
    ) -> bool:  # fmt: skip
        """Hand an open step on: to another role (and nobody of it by name), to a person, or to a person in that role.

        The words are kept with the step and in the history. False if it was so already and nothing was said.
        UserError `hand_on_to_nobody` without both, `person_not_found`, `person_inactive`, `step_not_open`, those of
        the text; NotFound `step_not_found`.
        """
        words = checked_text(note, limit=NOTE_LIMIT).strip()
        person = self._person(person_id)
        if role is None and person is None:
            raise UserError("hand_on_to_nobody")

        def work(transaction: Transaction) -> bool:
            step = case_page.find_step(transaction.database, step_id)
            if step.state is not StepState.OPEN:
                raise UserError("step_not_open", step=step_titles(step))
            return _hand_on(transaction, step, role or step.role, person, words)

        found = case_page.find_step(self._bench.store.database, step_id)
        values: dict[str, object] = {"step": step_titles(found)}
        if person is not None:
            return self._bench.act("step_handed_on_person", work, values={**values, "person": person.name})
        assert role is not None
        return self._bench.act("step_handed_on", work, values={**values, "role": role.value})

    def _person(self, person_id: int | None) -> Person | None:
        if person_id is None:
            return None
        person = shops.find_person(self._bench.store.database, person_id)
        if person is None:
            raise UserError("person_not_found", person=person_id)
        if not person.active:
            raise UserError("person_inactive", person=person.name)
        return person


def _hand_on(transaction: Transaction, step: Step, role: Role, person: Person | None, words: str) -> bool:
    """The note of a step grows: what was said before stays above."""
    columns: dict[str, object] = {"role": role, "person_id": person.id if person is not None else None}
    if words:
        columns["note"] = f"{step.note}\n{words}" if step.note else words
    beside = case_page.list_steps(transaction.database, step.case_id)
    if not transaction.update("step", step.id, **columns):
        return False
    code = "step_handed_on_person" if person is not None else "step_handed_on"
    details: dict[str, object] = {"step": step_titles(step), "role": role.value, "was_role": step.role.value}
    if person is not None:
        details["person"] = person.name
    if words:
        code, details["note"] = f"{code}_note", words
    transaction.record(code, entity="step", entity_id=step.id, case_id=step.case_id, details=details)
    case = cases.find_case(transaction.database, step.case_id)
    now = case_page.find_step(transaction.database, step.id)
    waiting = waiting_after(case.waiting_on, beside, [now if each.id == now.id else each for each in beside])
    if waiting is not case.waiting_on:
        set_waiting_on(transaction, case, waiting)
    return True


def _list(role: Role, steps: Iterable[RoleStep], now: datetime, midnight: datetime, resting: int) -> RoleList:
    def place(each: RoleStep) -> tuple[bool, float, str, int, int]:
        due = each.step.due_at
        return due is None, due.timestamp() if due else 0.0, each.case_number, each.step.position, each.step.id

    ordered = tuple(sorted(steps, key=place))
    late = sum(1 for each in ordered if each.late(now))
    due = sum(1 for each in ordered if each.step.due_at is not None and each.step.due_at < midnight)
    return RoleList(role, ordered, late, due, resting)
