"""Merging, linking and splitting: everything goes over, nothing is lost, and undo brings every row back."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.case_splitting import SplitParts
from desktop.services.clocks import EnteredClock
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CaseState, ClockStatus, Demand, EvidenceSource, Platform, Problem, TextDraftKind, WaitingOn
from models.records import Relation
from models.rules.case_joining import MergeFact
from models.store.history import list_events
from tests.desktop.services.shop_rows import broken_rules, shop_rows

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def other_id(ctx: AppContext, case_id: int, order_id: int) -> int:
    """A second case of the same order, a duplicate."""
    return ctx.cases.open_case(problem=Problem.QUALITY, order_id=order_id, summary="同一件事又来问")


def _add(ctx: AppContext, case_id: int, data: bytes, caption: str = "") -> int:
    made = ctx.intake.add_bytes(case_id, data, "a.txt", EvidenceSource.PASTED, caption=caption).evidence_id
    assert made is not None
    return made


def test_everything_of_a_duplicate_goes_over_and_its_number_leads_to_the_kept_case(
    ctx: AppContext, case_id: int, other_id: int
) -> None:
    _add(ctx, case_id, b"one")
    _add(ctx, other_id, b"one")
    two = _add(ctx, other_id, "两只都碎了".encode(), "碎片")
    ctx.cases.add_note(other_id, "雾釉第二次来问")
    ctx.joining.merge(case_id, [other_id])
    page, gone = ctx.cases.load_page(case_id), ctx.cases.load_page(other_id)
    assert [(item.number, item.id == two) for item in page.evidence] == [(1, False), (2, True)]
    assert [note.text for note in page.notes] == ["雾釉第二次来问"]
    assert (gone.case.state, gone.case.merged_into) == (CaseState.ARCHIVED, case_id)
    assert page.buyer_history is not None
    assert page.buyer_history.cases == 1
    assert len(gone.evidence) == 1
    assert ctx.joining.kept_case(ctx.cases.find_case_id(gone.case.number)) == case_id
    assert [each.relation for each in page.related if each.id == other_id] == [Relation.MERGED_HERE]
    assert {clock.rule for clock in page.clocks if clock.status is ClockStatus.RUNNING} == {"first_reply", "offer"}
    assert not any(clock.status is ClockStatus.RUNNING for clock in gone.clocks)
    assert {event.case_id for event in page.timeline} == {case_id, other_id}
    assert page.case.at_stake.minor == 16800
    assert broken_rules(ctx) == []


def test_of_two_clocks_of_one_rule_the_earlier_stays(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock
) -> None:
    clock.advance(timedelta(hours=3))
    later = ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)
    ctx.cases.change_state([later], CaseState.OPEN)
    early = ctx.cases.load_rows([case_id])[case_id]
    ctx.joining.merge(later, [case_id])
    page = ctx.cases.load_page(later)
    running = {each.rule: each.due_at for each in page.clocks if each.status is ClockStatus.RUNNING}
    assert running == {"offer": page.case.opened_at - timedelta(hours=3) + timedelta(hours=48)}
    # The first reply that the duplicate never got was missed, and is not asked for again.
    assert {each.status for each in ctx.cases.load_page(case_id).clocks if each.rule == "first_reply"} == {
        ClockStatus.MISSED
    }
    assert early.next_due_at is not None


def test_facts_and_amounts_only_as_chosen(ctx: AppContext, case_id: int, other_id: int) -> None:
    ctx.cases.change_demand(other_id, Demand.RESHIP)
    facts = {MergeFact.DEMAND: other_id, MergeFact.PROBLEM: case_id, MergeFact.SUMMARY: other_id}
    ctx.joining.merge(case_id, [other_id], facts=facts, sum_up=True)
    case = ctx.cases.load_page(case_id).case
    assert (case.demand, case.problem, case.summary) == (Demand.RESHIP, Problem.DAMAGED, "同一件事又来问")
    assert case.at_stake.minor == 2 * 16800


def test_what_may_not_be_merged(ctx: AppContext, case_id: int, other_id: int, order_id: int) -> None:
    with pytest.raises(UserError, match="merge_same"):
        ctx.joining.merge(case_id, [case_id])
    ctx.cases.change_state([other_id], CaseState.IN_DISPUTE)
    with pytest.raises(UserError, match="merge_in_dispute"):
        ctx.joining.merge(case_id, [other_id])
    assert ctx.joining.plan_merge([case_id, other_id]).sides[0].case.id == other_id
    ctx.cases.change_state([other_id], CaseState.DONE)
    with pytest.raises(UserError, match="merge_into_closed"):
        ctx.joining.merge(other_id, [case_id])
    away = ctx.shops.add_shop(name="别家", platform=Platform.JD)
    far = ctx.bench.act("case_opened", lambda t: t.insert(
        "case", number="A2611-0900", shop_id=away, state=CaseState.NEW, problem=Problem.LATE, currency="CNY",
        opened_at=ctx.clock.now(), updated_at=ctx.clock.now()))  # fmt: skip
    with pytest.raises(UserError, match="merge_other_shop"):
        ctx.joining.merge(case_id, [far])
    with pytest.raises(NotFound):
        ctx.joining.merge(case_id, [777])
    ctx.joining.merge(case_id, [other_id])
    with pytest.raises(UserError, match="merge_already"):
        ctx.joining.merge(case_id, [other_id])
    with pytest.raises(UserError, match="merged_stays"):
        ctx.cases.change_state([other_id], CaseState.OPEN)


def test_another_buyers_case_only_when_it_is_meant(ctx: AppContext, case_id: int, other_id: int) -> None:
    ctx.bench.act("summary_changed", lambda t: t.update("case", other_id, buyer_id=None))
    assert ctx.joining.plan_merge([case_id, other_id]).doubts == {other_id: "merge_other_buyer"}
    with pytest.raises(UserError, match="merge_other_buyer"):
        ctx.joining.merge(case_id, [other_id])
    ctx.joining.merge(case_id, [other_id], meant=True)
    assert ctx.cases.load_page(other_id).case.merged_into == case_id


def test_a_chain_of_merges_shows_all_histories_and_leads_to_the_last(
    ctx: AppContext, case_id: int, other_id: int, order_id: int
) -> None:
    third = ctx.cases.open_case(problem=Problem.LOST, order_id=order_id)
    ctx.joining.merge(other_id, [third])
    ctx.joining.merge(case_id, [other_id])
    assert ctx.joining.kept_case(third) == case_id
    assert {event.case_id for event in list_events(ctx.store.database, case_id=case_id)} == {case_id, other_id, third}


@pytest.mark.parametrize("seed", range(6))
def test_merging_whatever_there_is_and_taking_it_back_leaves_the_same_rows(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock, seed: int
) -> None:
    chance = random.Random(seed)
    ids = [case_id, *(ctx.cases.open_case(problem=Problem.LATE, order_id=order_id) for _ in range(3))]
    for _ in range(14):
        _put_something_in(ctx, chance, chance.choice(ids), ids)
        clock.advance(timedelta(minutes=chance.randrange(90)))
    before = shop_rows(ctx)
    kept, *others = chance.sample(ids, 3)
    facts = {fact: chance.choice([kept, *others]) for fact in MergeFact if chance.random() < 0.5}
    ctx.joining.merge(kept, others, facts=facts, sum_up=chance.random() < 0.3)
    after = shop_rows(ctx)
    found = list(ctx.joining.find_cases("雾釉", but=()))
    for _ in range(2):
        assert broken_rules(ctx) == []
        ctx.bench.undo_last()
        assert shop_rows(ctx) == before
        assert broken_rules(ctx) == []
        ctx.bench.redo_last()
        assert shop_rows(ctx) == after
        assert [row.id for row in ctx.joining.find_cases("雾釉")] == [row.id for row in found]


def _put_something_in(ctx: AppContext, chance: random.Random, case_id: int, ids: list[int]) -> None:
    bench, other = ctx.bench, chance.choice(ids)
    tag = chance.choice(("催单", "老客"))
    acts = [
        lambda: ctx.cases.add_note(case_id, f"雾釉 {chance.random()}"),
        lambda: _add(ctx, case_id, bytes([chance.randrange(5)])),
        lambda: ctx.case_tags.add_tags([case_id], [tag]),
        lambda: ctx.cases.change_waiting_on(case_id, chance.choice(list(WaitingOn))),
        lambda: ctx.cases.change_state([case_id], CaseState.OPEN),
        lambda: ctx.joining.link(case_id, other) if other != case_id else None,
        lambda: ctx.clocks.enter(
            case_id, EnteredClock("答复平台", WaitingOn.US, ctx.clock.now() + timedelta(hours=chance.randrange(1, 99)))
        ),
        lambda: bench.act("draft", lambda t: t.save_draft(case_id, {"n": case_id}), undoable=False),
        lambda: bench.act("d", lambda t: t.save_text_draft(case_id, TextDraftKind.NOTE, "写到一半"), undoable=False),
        lambda: ctx.snoozing.snooze([case_id], ctx.clock.now() + timedelta(days=2)),
        lambda: bench.act("reply_copied", lambda t: t.insert(
            "reply", case_id=case_id, text="您好", made_at=ctx.clock.now(), made_by="小满")),
    ]  # fmt: skip
    try:
        chance.choice(acts)()
    except UserError as error:
        if error.code not in ("link_already", "merged_stays", "snooze_closed"):
            raise


def test_links_are_made_once_and_taken_back(ctx: AppContext, case_id: int, other_id: int) -> None:
    link = ctx.joining.link(case_id, other_id)
    with pytest.raises(UserError, match="link_already"):
        ctx.joining.link(other_id, case_id)
    with pytest.raises(UserError, match="link_same"):
        ctx.joining.link(case_id, case_id)
    assert [each.link_id for each in ctx.cases.load_page(other_id).related] == [link]
    ctx.joining.unlink(link)
    assert [each.relation for each in ctx.cases.load_page(other_id).related] == [Relation.SAME_ORDER]
    ctx.bench.undo_last()
    assert ctx.cases.load_page(case_id).related[0].relation is Relation.RELATED


def test_cases_to_join_are_found_and_merged_ones_are_not(ctx: AppContext, case_id: int, other_id: int) -> None:
    number = ctx.cases.load_page(other_id).case.number
    assert [row.id for row in ctx.joining.find_cases(f" {number.lower()} ", but=[case_id])] == [other_id]
    assert {row.id for row in ctx.joining.find_cases("花果山")} == {case_id, other_id}
    assert [row.id for row in ctx.joining.suggest(case_id)] == [other_id]
    assert ctx.joining.find_cases("  ") == ()
    for text in ("'; --", "../..", "\x00", "\ud83d", "x" * 100_000, "‮", "😀"):
        # Signs alone search for nothing in particular, as in the list.
        assert len(ctx.joining.find_cases(text, but=[case_id])) <= 1
    ctx.joining.merge(case_id, [other_id])
    assert [row.id for row in ctx.joining.find_cases("花果山")] == [case_id]


def test_a_split_takes_what_was_chosen_and_owes_no_first_reply_once_answered(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    first, second = _add(ctx, case_id, b"1"), _add(ctx, case_id, b"2")
    for number in (first, second):
        ctx.evidence.set_exhibit(number, True)
    note = ctx.cases.add_note(case_id, "少了一只勺子")
    before = shop_rows(ctx)
    parts = SplitParts(Problem.MISSING_ITEM, evidence_ids=frozenset({first}), note_ids=frozenset({note}),
                       lines=frozenset({0}), summary="另案")  # fmt: skip
    made = ctx.joining.split(case_id, parts)
    page, origin = ctx.cases.load_page(made), ctx.cases.load_page(case_id)
    assert (page.case.state, page.case.problem, page.case.order_id) == (
        CaseState.OPEN,
        Problem.MISSING_ITEM,
        origin.case.order_id,
    )
    assert page.case.summary.startswith("另案\n雾釉餐盘")
    assert page.case.at_stake.minor == 16800
    assert [clock.rule for clock in page.clocks] == ["offer"]
    assert [(item.number, item.exhibit) for item in page.evidence] == [(1, None)]
    assert [(item.id, item.exhibit) for item in origin.evidence] == [(second, 1)]
    assert [each.text for each in page.notes] == ["少了一只勺子"]
    assert [each.relation for each in origin.related] == [Relation.SPLIT_OFF]
    assert broken_rules(ctx) == []
    assert ctx.undo.peek_undo().values["number"] == page.case.number  # type: ignore[union-attr]
    after = shop_rows(ctx)
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before
    ctx.bench.redo_last()
    assert shop_rows(ctx) == after
    with pytest.raises(UserError, match="split_not_here"):
        ctx.joining.split(case_id, SplitParts(Problem.LATE, evidence_ids=frozenset({first})))
    with pytest.raises(UserError, match="link_stays"):
        ctx.joining.unlink(next(each.link_id for each in origin.related if each.link_id))
    assert origin.case.merged_into is None


def test_a_merged_case_is_not_decided_any_more(ctx: AppContext, case_id: int, other_id: int) -> None:
    walk = ctx.resolutions.start(other_id)
    for _ in range(40):
        question = walk.conclusion.next_question
        if question is None:
            break
        value = question.answers[0].value if question.answers else None
        walk = ctx.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
    ctx.joining.merge(case_id, [other_id])
    late = ctx.resolutions.start(other_id)
    late = ctx.resolutions.evaluate(late, walk.answers)
    with pytest.raises(UserError, match="merged_stays"):
        ctx.resolutions.finish(late, remedy_id=late.conclusion.remedies[0].id, operation="x", language="zh")
    assert ctx.cases.load_page(other_id).case.state is CaseState.ARCHIVED


def test_deciding_a_sleeping_case_wakes_it(ctx: AppContext, case_id: int) -> None:
    ctx.snoozing.snooze([case_id], ctx.clock.now() + timedelta(days=1))
    walk = ctx.resolutions.start(case_id)
    for _ in range(40):
        question = walk.conclusion.next_question
        if question is None:
            break
        value = question.answers[0].value if question.answers else None
        walk = ctx.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
    before = shop_rows(ctx)
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="y", language="zh")
    assert ctx.cases.load_page(case_id).case.snoozed_until is None
    assert broken_rules(ctx) == []
    ctx.bench.undo_last()
    assert shop_rows(ctx)["case"] == before["case"]
