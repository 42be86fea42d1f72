"""Resolutions: every problem walked to its outcome, written once and whole, decided otherwise only with a reason."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from desktop.context import AppContext
from desktop.services.resolution_offers import AS_PLANNED, Choice, Override, is_payable
from desktop.services.resolutions import Walk
from models.errors import UserError
from models.kinds import CaseState, ClockStatus, Flag, Liability, Problem, RegisterKind, Remedy, StepState, WaitingOn
from models.money import Money
from models.store.transaction import Transaction
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import NICK, ROADS, open_case, walk_through

DAMAGED: Mapping[str, object] = {"items_damaged": True, "items_missing": True}


def write(ctx: AppContext, walk: Walk, operation: str = "op-1", **more: Any) -> int:
    """Finish with the offer that is chosen."""
    more.setdefault("remedy_id", walk.offer.id)
    return ctx.resolutions.finish(walk, operation=operation, language="zh", **more)


def rows(ctx: AppContext, table: str) -> int:
    """How many rows a table holds, taken-back ones included."""
    found = ctx.store.database.execute_sql(f'SELECT COUNT(*) FROM "{table}"').fetchone()
    return int(found[0])


@pytest.fixture
def damaged(ctx: AppContext) -> Walk:
    """A damaged and short parcel, all answered."""
    return walk_through(ctx, open_case(ctx, Problem.DAMAGED), DAMAGED)


@pytest.mark.parametrize(("problem", "answers", "liability", "remedy"), ROADS)
def test_every_problem_walks_to_an_outcome(
    ctx: AppContext, problem: Problem, answers: Mapping[str, object], liability: Liability, remedy: Remedy
) -> None:
    walk = walk_through(ctx, open_case(ctx, problem), answers)
    assert walk.conclusion.complete
    assert (walk.conclusion.liability.cause or Liability.UNCLEAR, walk.offer.remedy) == (liability, remedy)
    assert walk.conclusion.sources
    write(ctx, walk)
    page = ctx.cases.load_page(walk.page.case.id)
    assert page.resolution is not None
    assert page.resolution.remedy is remedy
    assert page.case.state is CaseState.IN_PROGRESS
    assert page.case.flag is (walk.conclusion.remark.flag if walk.conclusion.remark else Flag.NONE)
    assert page.draft is None
    assert "小满" in page.resolution.remark
    assert "2026-11-20" in page.resolution.remark
    assert verify_store(ctx.store).holds


def test_finishing_writes_everything_that_was_shown(ctx: AppContext, damaged: Walk) -> None:
    write(ctx, damaged)
    page = ctx.cases.load_page(damaged.page.case.id)
    assert page.resolution is not None
    assert page.resolution.true_cost == damaged.offer.true_cost
    assert page.resolution.facts == {"case_type": "damaged_parcel", **DAMAGED}
    planned = {step.title.zh for step in (*damaged.conclusion.steps, *damaged.offer.steps)}
    assert {step.title_zh for step in page.steps} == planned
    assert [entry.register for entry in page.registers] == [RegisterKind.CARRIER_CLAIM]
    assert page.registers[0].amount == Money(16800)
    running = {clock.rule for clock in page.clocks if clock.status is ClockStatus.RUNNING}
    assert running == {"reship_due"}
    assert [event.action for event in page.timeline].count("resolved") == 1


def test_an_archived_case_is_reopened_before_it_is_decided(ctx: AppContext, damaged: Walk) -> None:
    case_id = damaged.page.case.id
    for state in (CaseState.DONE, CaseState.ARCHIVED):
        ctx.cases.change_state([case_id], state)
    # Also where the answers were begun before.
    with pytest.raises(UserError, match="archived_stays"):
        write(ctx, damaged)
    assert ctx.cases.load_page(case_id).resolution is None


def test_the_same_operation_writes_once(ctx: AppContext, damaged: Walk) -> None:
    first = write(ctx, damaged)
    history = rows(ctx, "history")
    assert write(ctx, damaged) == first
    assert (rows(ctx, "resolution"), rows(ctx, "history")) == (1, history)


def test_two_threads_write_once(ctx: AppContext, damaged: Walk) -> None:
    start, found = threading.Barrier(2), []

    def work() -> None:
        start.wait(timeout=5)
        found.append(write(ctx, damaged))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert len(found) == 2
    assert len(set(found)) == 1
    assert rows(ctx, "resolution") == 1
    assert len(ctx.cases.load_page(damaged.page.case.id).registers) == 1


def test_a_resolution_that_came_in_between_is_not_overwritten(ctx: AppContext, damaged: Walk) -> None:
    write(ctx, damaged, "op-1")
    with pytest.raises(UserError, match="resolution_stale"):
        write(ctx, damaged, "op-2")
    assert rows(ctx, "resolution") == 1


def test_deciding_again_takes_the_place_of_what_was_in_force(ctx: AppContext, damaged: Walk) -> None:
    write(ctx, damaged, "op-1")
    case_id = damaged.page.case.id
    again = walk_through(ctx, case_id, {})
    refund = ctx.resolutions.evaluate(again, again.answers, Choice("refund_full"))
    assert {"remedy", "refund", "true_cost"} <= {each.aspect for each in refund.differences}
    write(ctx, refund, "op-2")
    page = ctx.cases.load_page(case_id)
    assert page.resolution is not None
    assert page.resolution.remedy is Remedy.REFUND
    assert len(page.registers) == 1
    assert len([step for step in page.steps if step.state is StepState.OPEN]) == len(
        {step.id for step in (*refund.conclusion.steps, *refund.offer.steps)}
    )
    assert [c.rule for c in page.clocks if c.status is ClockStatus.RUNNING] == ["refund_due"]


def test_an_unchanged_case_differs_in_nothing(ctx: AppContext, damaged: Walk) -> None:
    write(ctx, damaged)
    again = ctx.resolutions.start(damaged.page.case.id)
    assert again.answers == {"case_type": "damaged_parcel", **DAMAGED}
    assert again.differences == ()


def test_undo_and_redo_move_all_of_it(ctx: AppContext, damaged: Walk) -> None:
    case_id = damaged.page.case.id
    before = ctx.cases.load_page(case_id)
    write(ctx, damaged)
    done = ctx.cases.load_page(case_id)
    ctx.bench.undo_last()
    undone = ctx.cases.load_page(case_id)
    assert (undone.resolution, undone.steps, undone.registers) == (None, (), ())
    assert undone.clocks == before.clocks
    assert (undone.case.state, undone.case.liability, undone.case.flag) == (
        before.case.state, before.case.liability, before.case.flag,
    )  # fmt: skip
    ctx.bench.redo_last()
    redone = ctx.cases.load_page(case_id)
    assert (redone.resolution, redone.steps, redone.clocks, redone.registers) == (
        done.resolution, done.steps, done.clocks, done.registers,
    )  # fmt: skip
    assert verify_store(ctx.store).holds


def test_a_failure_inside_writes_nothing(ctx: AppContext, damaged: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = damaged.page.case.id
    ctx.resolutions.save_draft(case_id, damaged.answers)
    before = ctx.cases.load_page(case_id)
    history = rows(ctx, "history")
    insert = Transaction.insert

    def broken(self: Transaction, noun: str, **values: Any) -> int:
        if noun == "register_entry":
            raise OSError("the disk is gone")
        return insert(self, noun, **values)

    with monkeypatch.context() as patch:
        patch.setattr(Transaction, "insert", broken)
        with pytest.raises(OSError, match="disk"):
            write(ctx, damaged)
    assert ctx.cases.load_page(case_id) == before
    assert rows(ctx, "history") == history
    assert write(ctx, damaged) > 0
    assert ctx.cases.load_page(case_id).draft is None


def test_an_open_question_refuses_to_finish(ctx: AppContext) -> None:
    walk = ctx.resolutions.start(open_case(ctx, Problem.DAMAGED))
    with pytest.raises(UserError, match="resolution_incomplete"):
        write(ctx, walk, remedy_id="refund_full")
    assert rows(ctx, "resolution") == 0


def test_a_remedy_nobody_offers_is_refused(ctx: AppContext, damaged: Walk) -> None:
    with pytest.raises(UserError, match="remedy_not_offered"):
        write(ctx, damaged, remedy_id="a_yacht")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_deciding_otherwise_needs_a_reason(ctx: AppContext, damaged: Walk, reason: str) -> None:
    with pytest.raises(UserError, match="override_needs_reason"):
        write(ctx, damaged, override=Override(reason, Liability.MERCHANT))
    assert rows(ctx, "resolution") == 0


@pytest.mark.parametrize("refund", [Money(16801), Money(-1), Money(2000, "EUR")])
def test_no_more_is_given_back_than_was_paid(ctx: AppContext, damaged: Walk, refund: Money) -> None:
    with pytest.raises(UserError, match="refund_not_payable"):
        write(ctx, damaged, override=Override("老客户", remedy=Remedy.PARTIAL_REFUND, refund=refund))
    assert rows(ctx, "resolution") == 0
    assert is_payable(Override("", remedy=Remedy.COMPENSATION, refund=Money(50000)), Money(16800))


def test_a_refusal_gives_nothing_back(ctx: AppContext, damaged: Walk) -> None:
    walk = ctx.resolutions.evaluate(damaged, damaged.answers, Choice("refuse"))
    assert walk.offer.refund == Money(14280)
    write(ctx, walk, remedy_id="refuse")
    page = ctx.cases.load_page(walk.page.case.id)
    assert page.resolution is not None
    assert page.resolution.refund == Money(0)
    assert ctx.resolutions.start(page.case.id).differences == ()


def test_deciding_otherwise_is_recorded_with_its_reason(ctx: AppContext, damaged: Walk) -> None:
    override = Override("老客户，<b>先赔</b>", Liability.MERCHANT, Remedy.COMPENSATION, Money(2000))
    walk = ctx.resolutions.evaluate(damaged, damaged.answers, Choice("", override))
    assert walk.offer.remedy is Remedy.COMPENSATION
    write(ctx, walk, override=override)
    page = ctx.cases.load_page(walk.page.case.id)
    assert page.resolution is not None
    assert page.resolution.liability is Liability.MERCHANT
    assert page.resolution.refund == Money(2000)
    assert page.resolution.override_reason == override.reason
    overridden = next(event for event in page.timeline if event.action == "resolution_overridden")
    assert overridden.details["reason"] == override.reason


def test_where_the_rules_name_no_remedy_the_steps_are_written(ctx: AppContext) -> None:
    walk = ctx.resolutions.start(open_case(ctx, Problem.DAMAGED))
    assert not walk.conclusion.remedies
    assert walk.offer.id == AS_PLANNED
    write(ctx, walk, override=Override("先按步骤核实"))
    page = ctx.cases.load_page(walk.page.case.id)
    assert page.resolution is not None
    assert page.resolution.remedy is Remedy.NONE


def test_a_draft_survives_reopening_the_folder(ctx: AppContext, open_context: Callable[[], AppContext]) -> None:
    case_id = open_case(ctx, Problem.DAMAGED)
    choice = Choice("refund_full", Override("先", Liability.SUPPLIER, Remedy.REPAIR, Money(100)))
    ctx.resolutions.save_draft(case_id, {"items_damaged": True}, choice)
    ctx.close()
    again = open_context()
    walk = again.resolutions.start(case_id)
    assert (walk.answers, walk.choice) == ({"items_damaged": True}, choice)
    again.resolutions.discard_draft(case_id)
    assert again.resolutions.start(case_id).answers == {}


def test_a_draft_refuses_what_cannot_be_kept(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.DAMAGED)
    with pytest.raises(UserError, match="text_has_nul"):
        ctx.resolutions.save_draft(case_id, {"note": "a\x00b"})
    with pytest.raises(UserError, match="text_too_long"):
        ctx.resolutions.save_draft(case_id, {}, Choice("", Override("x" * 3000)))
    assert ctx.resolutions.start(case_id).page.draft is None


def test_an_answer_the_packs_no_longer_know_is_asked_again(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.RETURNED_PARCEL)
    ctx.resolutions.save_draft(case_id, {"case_type": "returned_parcel", "cause": "beamed_back", "signed": True})
    walk = ctx.resolutions.start(case_id)
    assert walk.answers == {"case_type": "returned_parcel", "signed": True}
    assert "cause" in {question.fact for question in walk.conclusion.open_questions}


def test_keeping_a_draft_is_nothing_to_undo(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.DAMAGED)
    ctx.undo.clear()
    history = rows(ctx, "history")
    ctx.resolutions.save_draft(case_id, DAMAGED)
    assert ctx.undo.peek_undo() is None
    assert rows(ctx, "history") == history


def test_cannot_be_told_is_an_answer(ctx: AppContext) -> None:
    walk = ctx.resolutions.start(open_case(ctx, Problem.MISSING_ITEM))
    asked = walk.conclusion.next_question
    assert asked is not None
    vague = ctx.resolutions.evaluate(walk, {asked.fact: None})
    following = vague.conclusion.next_question
    assert following is None or following.fact != asked.fact


def test_texts_take_the_buyer_literally(ctx: AppContext) -> None:
    nick = "{person}<b>%1</b>"
    walk = walk_through(ctx, open_case(ctx, Problem.DAMAGED, nick=nick), DAMAGED)
    written = ctx.resolutions.texts(walk, "zh")
    assert "坏的和缺的给您补寄" in written.message
    assert written.remark.startswith(walk.offer.title.zh)
    english = ctx.resolutions.texts(walk, "en")
    assert "We will send what broke or is missing" in english.message
    assert "{" not in written.message + english.message


def test_fields_name_what_is_asked_and_known(ctx: AppContext, damaged: Walk) -> None:
    assert damaged.fields["items_damaged"].type == "bool"
    assert damaged.fields["paid"].label.zh
    assert damaged.known["buyer_id"] == NICK


def test_waiting_follows_the_first_step(ctx: AppContext, damaged: Walk) -> None:
    write(ctx, damaged)
    assert ctx.cases.load_page(damaged.page.case.id).case.waiting_on in (WaitingOn.US, WaitingOn.WAREHOUSE)


def test_a_step_done_meets_the_clock_that_gave_it_its_time(ctx: AppContext, case_id: int) -> None:
    def clocks() -> dict[str, ClockStatus]:
        return {clock.rule: clock.status for clock in ctx.cases.load_page(case_id).clocks}

    walk = ctx.resolutions.start(case_id)
    while (question := walk.conclusion.next_question) is not None:
        value = question.answers[0].value if question.answers else None
        walk = ctx.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
    reship = next(offer for offer in walk.conclusion.remedies if offer.remedy is Remedy.RESHIP)
    ctx.resolutions.finish(walk, remedy_id=reship.id, operation="ship", language="zh")
    page = ctx.cases.load_page(case_id)
    ends = {clock.due_at: clock for clock in page.clocks}
    step = next(step for step in page.steps if step.due_at in ends)
    clock = next(clock for clock in page.clocks if clock.due_at == step.due_at)
    assert clocks()[clock.rule] is ClockStatus.RUNNING
    ctx.steps.complete(step.id)
    assert clocks()[clock.rule] is ClockStatus.MET
    ctx.steps.reopen(step.id)
    assert clocks()[clock.rule] is ClockStatus.RUNNING
    ctx.bench.undo_last()
    assert clocks()[clock.rule] is ClockStatus.MET


def test_who_insists_on_sending_it_back_is_not_kept_behind_the_shops_wishes(ctx: AppContext) -> None:
    walk = ctx.resolutions.start(open_case(ctx, Problem.QUALITY))
    answers = {"case_type": "quality", "worn": True}
    either, insists = (ctx.resolutions.evaluate(walk, {**answers, "wants_return": wish}) for wish in (None, True))
    assert not either.offer.right
    assert (insists.offer.remedy, insists.offer.right) == (Remedy.RETURN_AND_REFUND, True)
