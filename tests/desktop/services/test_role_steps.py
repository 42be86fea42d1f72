"""The steps by role: each open step of an open case in exactly one list, handed on with its note, printed whole."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from desktop.context import AppContext
from desktop.services.case_life import MoveAnswers
from desktop.services.sheets import SheetWish
from models.errors import NotFound, UserError
from models.kinds import CaseState, PacketLanguage, Problem, Role, StepState, WaitingOn
from models.rules.step_lists import LISTS
from models.store import case_page
from models.store.transaction import Transaction


def _add_step(ctx: AppContext, case_id: int, role: Role, **columns: object) -> int:
    values = {
        "case_id": case_id, "position": 1, "title_zh": f"做{role.value}", "role": role, "state": StepState.OPEN, **columns,
    }  # fmt: skip
    return ctx.bench.act("step_noted", lambda work: work.insert("step", **values))


def _listed(ctx: AppContext) -> dict[int, Role]:
    """The list each step stands in; a step in two would show."""
    found: dict[int, Role] = {}
    for role, each in ctx.role_steps.lists().items():
        for one in each.steps:
            assert one.step.id not in found
            assert one.role is role
            found[one.step.id] = role
    return found


def test_every_open_step_of_an_open_case_is_in_exactly_one_list(ctx: AppContext, order_id: int) -> None:
    dice, now = random.Random(8), ctx.clock.now()
    people = [ctx.shops.add_person(name=f"人{role.value}", role=role) for role in Role]
    cases = [ctx.cases.open_case(problem=problem, order_id=order_id) for problem in list(Problem)[:8]]
    rows = [
        (dice.choice(cases), dice.choice(list(Role)), dice.choice([None, *people]), dice.choice(list(StepState)),
         dice.choice([None, now + timedelta(hours=dice.randint(-90, 90))]), dice.choice(["", "a", "b,a"]))
        for _ in range(150)
    ]  # fmt: skip

    def add(transaction: Transaction) -> None:
        for place, (case_id, role, person_id, state, due_at, after) in enumerate(rows):
            transaction.insert(
                "step", case_id=case_id, position=place, title_zh=f"步骤{place}", role=role, person_id=person_id,
                state=state, due_at=due_at, after=after, rule=dice.choice(["a", "b", "c"]),
            )  # fmt: skip

    ctx.bench.act("step_noted", add)
    ctx.life.move([cases[0]], CaseState.ARCHIVED, MoveAnswers(reason="结束"))
    ctx.snoozing.snooze([cases[1]], now + timedelta(days=3))
    for person_id in people[:3]:
        ctx.shops.deactivate(person_id)
    database = ctx.bench.store.database
    wanted = {
        step.id: step for case_id in cases[2:] for step in case_page.list_steps(database, case_id)
        if step.state is StepState.OPEN
    }  # fmt: skip
    found = _listed(ctx)
    assert found.keys() == wanted.keys()
    gone = set(people[:3])
    for role, each in ctx.role_steps.lists().items():
        dues = [one.step.due_at for one in each.steps]
        dated = [due for due in dues if due is not None]
        assert dues == [*sorted(dated), *[None] * (len(dues) - len(dated))]
        for one in each.steps:
            assert one.gone == (one.step.person_id in gone)
            if one.gone or one.step.person_id is None:
                assert role is (one.step.role if one.step.role in LISTS else Role.SUPERVISOR)
    resting = sum(each.resting for each in ctx.role_steps.lists().values())
    snoozed = [step for step in case_page.list_steps(database, cases[1]) if step.state is StepState.OPEN]
    assert resting == len(snoozed)


def test_handed_on_to_a_role_the_note_stays_and_undo_gives_it_back(ctx: AppContext, case_id: int) -> None:
    step_id = _add_step(ctx, case_id, Role.WAREHOUSE, rule="inspect_return", note="箱子破了")
    steps = ctx.role_steps
    ctx.bench.act("x", lambda work: work.update("case", case_id, waiting_on=WaitingOn.WAREHOUSE))
    assert steps.hand_on(step_id, Role.QUALITY, note=" 请判断色差 <b>🌙 ")
    assert _listed(ctx)[step_id] is Role.QUALITY
    step = case_page.find_step(ctx.bench.store.database, step_id)
    assert (step.role, step.person_id, step.note) == (Role.QUALITY, None, "箱子破了\n请判断色差 <b>🌙")
    page = ctx.cases.load_page(case_id)
    assert page.case.waiting_on is WaitingOn.US
    event = next(each for each in page.timeline if each.action == "step_handed_on_note")
    assert (event.details["was_role"], event.details["role"]) == ("warehouse", "quality")
    ctx.bench.undo_last()
    assert _listed(ctx)[step_id] is Role.WAREHOUSE
    assert ctx.cases.load_page(case_id).case.waiting_on is WaitingOn.WAREHOUSE
    assert not steps.hand_on(step_id, Role.WAREHOUSE)


def test_a_step_goes_with_the_person_and_falls_back_when_they_leave(ctx: AppContext, case_id: int) -> None:
    step_id = _add_step(ctx, case_id, Role.WAREHOUSE)
    finance = ctx.shops.add_person(name="钱姐", role=Role.FINANCE)
    ctx.role_steps.hand_on(step_id, person_id=finance)
    assert _listed(ctx)[step_id] is Role.FINANCE
    ctx.shops.deactivate(finance)
    (one,) = ctx.role_steps.lists()[Role.WAREHOUSE].steps
    assert (one.step.id, one.person, one.gone) == (step_id, "钱姐", True)
    for wish, code in (
        ({}, "hand_on_to_nobody"), ({"person_id": finance}, "person_inactive"), ({"person_id": 99}, "person_not_found"),
        ({"role": Role.QUALITY, "note": "\x00"}, "text_has_nul"), ({"role": Role.QUALITY, "note": "长" * 501}, "text_too_long"),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            ctx.role_steps.hand_on(step_id, **wish)  # type: ignore[arg-type]
        assert refused.value.code == code
    with pytest.raises(NotFound):
        ctx.role_steps.hand_on(10**9, Role.QUALITY)
    ctx.steps.complete(step_id)
    with pytest.raises(UserError) as refused:
        ctx.role_steps.hand_on(step_id, Role.QUALITY)
    assert refused.value.code == "step_not_open"


def test_what_a_step_waits_for_stands_beside_it(ctx: AppContext, case_id: int) -> None:
    first = _add_step(ctx, case_id, Role.WAREHOUSE, rule="inspect_return")
    refund = _add_step(ctx, case_id, Role.FINANCE, rule="refund", after="inspect_return", position=2)
    (one,) = ctx.role_steps.lists()[Role.FINANCE].steps
    assert [each.id for each in one.missing] == [first]
    (before,) = ctx.role_steps.lists()[Role.WAREHOUSE].steps
    assert [each.id for each in before.holding] == [refund]
    ctx.steps.complete(first)
    (one,) = ctx.role_steps.lists()[Role.FINANCE].steps
    assert (one.step.id, one.missing) == (refund, ())


def test_the_sheets_on_paper_hold_every_line_and_are_noted(ctx: AppContext, case_id: int) -> None:
    import pikepdf

    papers, items = ctx.hand_over_papers, ctx.hand_over_items
    with pytest.raises(UserError) as refused:
        papers.night(items.today())
    assert refused.value.code == "no_hand_over_items"
    with pytest.raises(UserError) as refused:
        papers.step_list(Role.QUALITY)
    assert refused.value.code == "no_steps_of_role"
    morning = items.next_due().morning
    for place in range(30):
        items.leave(f"第 {place} 件：“云雀”丢件 <b>x</b> \u202e{'长话' * 20}", case_id=case_id)
    items.done(items.sheet(morning).items[0].id, "好了")
    made = papers.night(morning, SheetWish(language=PacketLanguage.BOTH))
    assert made.pages > 1
    with pikepdf.open(made.path) as pdf:
        assert len(pdf.pages) == made.pages
    assert papers.night(morning, SheetWish(language=PacketLanguage.BOTH)).sha256 == made.sha256
    papers.note_printed(made)
    _add_step(ctx, case_id, Role.QUALITY, note="看照片")
    listed = papers.step_list(Role.QUALITY, SheetWish(language=PacketLanguage.EN))
    assert listed.pages == 1
    papers.note_printed(listed)
    told = ctx.bench.store.database.execute_sql("SELECT action FROM history ORDER BY seq DESC LIMIT 2").fetchall()
    assert [row[0] for row in told] == ["step_list_printed", "hand_over_printed"]
