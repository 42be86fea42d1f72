"""Cases: opened with their clock, moved only where they may, every action undone whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.words import sentence
from models.case_query import CaseQuery, CaseView
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CaseState, ClockStatus, Demand, NoteKind, Platform, Problem, WaitingOn
from models.money import Money
from models.store.order_import import ImportedOrder, import_orders
from models.store.verify import verify_store


def test_a_new_case_takes_all_from_its_order(ctx: AppContext, case_id: int) -> None:
    page = ctx.cases.load_page(case_id)
    assert page.case.number == "A2611-0001"
    assert page.buyer is not None
    assert page.buyer.nick == "花果山_大圣01"
    assert page.case.at_stake.minor == 16800
    assert page.handler is not None
    assert page.handler.name == "小满"
    first = page.clocks[0]
    assert (first.rule, first.due_at - page.case.opened_at) == ("first_reply", timedelta(minutes=5))
    assert page.timeline[0].person == "小满"


def test_a_buyer_alone_is_enough(ctx: AppContext, order_id: int) -> None:
    buyer = ctx.orders.find_order(order_id).buyer_id
    made = ctx.cases.open_case(problem=Problem.OTHER, buyer_id=buyer)
    page = ctx.cases.load_page(made)
    assert page.order is None
    assert page.buyer is not None


def test_nothing_to_hang_it_on_is_refused(ctx: AppContext) -> None:
    with pytest.raises(UserError, match="case_needs_order_or_buyer"):
        ctx.cases.open_case(problem=Problem.OTHER)


def test_answering_stops_the_first_reply_clock(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    page = ctx.cases.load_page(case_id)
    assert {clock.rule: clock.status for clock in page.clocks} == {
        "first_reply": ClockStatus.MET, "offer": ClockStatus.RUNNING,
    }  # fmt: skip
    assert ctx.cases.load_rows([case_id])[case_id].next_due_at == page.case.opened_at + timedelta(hours=48)


def test_a_refused_move_moves_none_of_them(ctx: AppContext, case_id: int, order_id: int) -> None:
    other = ctx.cases.open_case(problem=Problem.LOST, order_id=order_id)
    ctx.cases.change_state([other], CaseState.IN_DISPUTE)
    with pytest.raises(UserError, match="move_refused"):
        ctx.cases.change_state([case_id, other], CaseState.ARCHIVED)
    assert ctx.cases.load_page(case_id).case.state is CaseState.NEW


def test_views_hold_what_they_say(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    def count(view: CaseView) -> int:
        return len(ctx.cases.list_case_ids(CaseQuery(view=view, mine=ctx.shops.person.id)))

    assert (count(CaseView.OPEN), count(CaseView.OVERDUE), count(CaseView.DUE_SOON)) == (1, 0, 1)
    clock.advance(timedelta(minutes=6))
    assert (count(CaseView.OVERDUE), count(CaseView.DUE_SOON), count(CaseView.MINE)) == (1, 0, 1)
    ctx.cases.change_waiting_on(case_id, WaitingOn.CARRIER)
    assert (count(CaseView.WAITING_CARRIER), count(CaseView.WAITING_BUYER)) == (1, 0)
    ctx.cases.change_state([case_id], CaseState.DONE)
    ctx.cases.change_state([case_id], CaseState.ARCHIVED)
    assert (count(CaseView.OPEN), count(CaseView.OVERDUE), count(CaseView.ARCHIVED)) == (0, 0, 1)


def test_undo_and_redo_of_everything(ctx: AppContext, case_id: int) -> None:
    actions: list[Callable[[], object]] = [
        lambda: ctx.cases.change_state([case_id], CaseState.OPEN),
        lambda: ctx.cases.assign([case_id], 2),
        lambda: ctx.cases.change_problem(case_id, Problem.QUALITY),
        lambda: ctx.cases.change_demand(case_id, Demand.RESHIP),
        lambda: ctx.cases.change_waiting_on(case_id, WaitingOn.WAREHOUSE),
        lambda: ctx.cases.change_summary(case_id, "换一种说法"),
        lambda: ctx.cases.add_note(case_id, "先别承诺退款", NoteKind.INTERNAL),
    ]

    def state() -> tuple[object, ...]:
        page = ctx.cases.load_page(case_id)
        case = page.case
        return (case.state, case.handler_id, case.problem, case.demand, case.waiting_on, case.summary, page.notes,
                [clock.status for clock in page.clocks])  # fmt: skip

    states = [state()]
    for action in actions:
        action()
        states.append(state())
    for expected in reversed(states[:-1]):
        assert ctx.bench.undo_last() is not None
        assert state() == expected
    for expected in states[1:]:
        assert ctx.bench.redo_last() is not None
        assert state() == expected
    assert ctx.bench.redo_last() is None
    assert verify_store(ctx.store).holds


def test_undo_of_opening_takes_the_case_out_of_every_list(ctx: AppContext, case_id: int) -> None:
    ctx.bench.undo_last()
    assert list(ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL))) == []
    ctx.bench.redo_last()
    assert list(ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL))) == [case_id]


def test_listeners_hear_what_changed(ctx: AppContext, case_id: int) -> None:
    heard: list[ChangeSet] = []
    stop = ctx.changes.subscribe(heard.append)
    ctx.cases.add_note(case_id, "一句话")
    stop()
    ctx.cases.add_note(case_id, "没人听")
    assert len(heard) == 1
    assert heard[0].cases == {case_id}
    assert heard[0].touches("note")
    assert heard[0].label == "note_added"


def test_every_event_has_a_sentence_in_both_languages(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    ctx.cases.assign([case_id], 2)
    ctx.bench.undo_last()
    for event in ctx.cases.load_page(case_id).timeline:
        for language in ("zh", "en"):
            said = sentence(event, language)
            assert said
            assert said != event.action
            assert "{" not in said


def test_naughty_texts_come_back_as_typed(ctx: AppContext, case_id: int, shared: Path) -> None:
    strings = json.loads((shared / "samples/naughty/blns/blns.json").read_text(encoding="utf-8"))
    kept = [text for text in strings if text.strip() and "\x00" not in text]
    assert len(kept) > 450
    ctx.bench.act(
        "note_added",
        lambda transaction: [
            transaction.insert("note", case_id=case_id, text=text, written_at=ctx.clock.now(), written_by=text)
            for text in kept
        ],
    )
    assert [note.text for note in reversed(ctx.cases.load_page(case_id).notes)] == kept
    for text in kept[::25]:
        ctx.cases.change_summary(case_id, text)
        ctx.cases.add_note(case_id, text)
        page = ctx.cases.load_page(case_id)
        assert (page.case.summary, page.notes[0].text) == (text, text)
    for text in set(strings) - set(kept):
        with pytest.raises(UserError):
            ctx.cases.add_note(case_id, text)
    assert verify_store(ctx.store).holds


@pytest.mark.parametrize(
    ("text", "code"), [("a\x00b", "text_has_nul"), ("\ud800", "text_not_unicode"), ("x" * 100_001, "text_too_long")]
)
def test_texts_that_cannot_be_kept_are_refused_with_a_reason(
    ctx: AppContext, case_id: int, text: str, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        ctx.cases.change_summary(case_id, text)
    assert ctx.cases.load_page(case_id).case.summary == "打开就碎了两只"


def test_what_was_pasted_by_halves_breaks_nothing(ctx: AppContext, case_id: int) -> None:
    torn = "2611120003870\ud83d"
    # A number is found whatever a chat left around it.
    assert [target.order_number for target in ctx.cases.find_targets(torn)] == ["2611120003870"]
    assert ctx.cases.find_targets("\ud83d") == ()
    assert ctx.call_backs.find_buyers(torn) == ()
    assert list(ctx.cases.list_case_ids(CaseQuery(text="\ud83d碎了"))) == [case_id]
    with pytest.raises(NotFound):
        ctx.cases.find_case_id(torn)


def test_amounts_in_two_currencies_are_never_added(ctx: AppContext, case_id: int) -> None:
    other = ctx.shops.add_shop(name="Harbor", platform=Platform.SHOPIFY, currency="USD", country="US")
    order = ImportedOrder(
        number="#1001", platform=Platform.SHOPIFY, currency="USD", time_zone="UTC", paid=999, buyer_nick="a@example.com"
    )
    ctx.bench.act("orders_imported", lambda made: import_orders(made, other, [order]), undoable=False)
    ctx.cases.open_case(problem=Problem.DAMAGED, order_id=ctx.cases.find_targets("#1001")[0].order_id)
    assert ctx.cases.count_views([CaseView.OPEN])[CaseView.OPEN] == (2, Money(16800, "CNY"))
    assert ctx.cases.count_views([CaseView.OPEN], shop_id=other)[CaseView.OPEN] == (1, Money(999, "USD"))
