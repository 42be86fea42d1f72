"""What people entered wins: over imports, over what happens by itself, and over what was filed or merged."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.case_life import ARCHIVE_AFTER
from desktop.services.fact_names import FactName, fact_value
from desktop.words import sentence
from models.buyer_records import BuyerQuery
from models.case_query import CaseQuery, CaseView
from models.errors import UserError
from models.kinds import CaseState, Platform, Problem, WaitingOn
from models.store.order_import import ImportedOrder, import_orders

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


def change(ctx: AppContext, case_id: int, fact: FactName, value: object) -> int:
    page = ctx.cases.load_page(case_id)
    return ctx.facts.change(case_id, fact, value, expected=fact_value(page, fact)).clocks


def bring(ctx: AppContext, signed_at: datetime, shipped_at: datetime | None = None) -> None:
    order = ImportedOrder(
        number="2611120003870", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        signed_at=signed_at, shipped_at=shipped_at,
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda work: import_orders(work, 1, [order]), undoable=False)


def test_an_import_never_overwrites_a_corrected_time(ctx: AppContext, case_id: int) -> None:
    now = ctx.clock.now()
    told, corrected = now - timedelta(days=2), now - timedelta(days=1)

    def signed() -> object:
        return fact_value(ctx.cases.load_page(case_id), FactName.SIGNED_AT)

    def kept() -> list[str]:
        page = ctx.cases.load_page(case_id)
        return [sentence(event, "zh") for event in page.timeline if event.action == "correction_kept"]

    change(ctx, case_id, FactName.SIGNED_AT, corrected)
    bring(ctx, signed_at=told)
    assert (signed(), kept()) == (corrected, [])
    bring(ctx, signed_at=now - timedelta(days=3), shipped_at=now - timedelta(days=6))
    bring(ctx, signed_at=now - timedelta(days=3))
    assert signed() == corrected
    assert len(kept()) == 1
    assert kept()[0].startswith("导入文件里的签收时间是 ")
    assert fact_value(ctx.cases.load_page(case_id), FactName.SHIPPED_AT) == now - timedelta(days=6)
    change(ctx, case_id, FactName.SIGNED_AT, None)
    bring(ctx, signed_at=told)
    assert signed() is None
    bring(ctx, signed_at=now - timedelta(hours=5))
    assert signed() == now - timedelta(hours=5)


def test_an_undone_correction_protects_nothing(ctx: AppContext, case_id: int) -> None:
    now = ctx.clock.now()
    change(ctx, case_id, FactName.SIGNED_AT, now - timedelta(days=1))
    ctx.bench.undo_last()
    bring(ctx, signed_at=now - timedelta(hours=5))
    assert fact_value(ctx.cases.load_page(case_id), FactName.SIGNED_AT) == now - timedelta(hours=5)


def test_the_first_limits_count_from_the_corrected_report(ctx: AppContext, case_id: int) -> None:
    before = {clock.rule: clock.due_at for clock in ctx.cases.load_page(case_id).clocks}
    opened = ctx.cases.load_page(case_id).case.opened_at - timedelta(hours=3)
    assert change(ctx, case_id, FactName.OPENED, opened) == 2
    after = {clock.rule: clock.due_at for clock in ctx.cases.load_page(case_id).clocks}
    assert after == {rule: due - timedelta(hours=3) for rule, due in before.items()}
    ctx.bench.undo_last()
    assert {clock.rule: clock.due_at for clock in ctx.cases.load_page(case_id).clocks} == before


def test_what_happens_by_itself_is_not_undone_in_place_of_what_a_person_did(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock
) -> None:
    other = ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)
    ctx.snoozing.snooze([case_id], clock.now() + timedelta(hours=1))
    ctx.cases.change_summary(other, "晚到三天")
    ctx.cases.change_summary(other, "晚到四天")
    ctx.bench.undo_last()
    clock.advance(timedelta(hours=2))
    assert ctx.snoozing.wake_due().ids == (case_id,)
    assert [entry.code for entry in ctx.undo.undone()] == ["summary_changed"]
    entry = ctx.bench.undo_last()
    assert entry is not None
    assert entry.code == "summary_changed"
    assert ctx.cases.load_page(case_id).case.snoozed_until is None
    # Undoing the snooze takes its waking with it.
    entry = ctx.bench.undo_last()
    assert entry is not None
    assert entry.code == "cases_snoozed"
    assert ctx.cases.load_page(case_id).case.snoozed_until is None
    assert all(each.code != "cases_woken" for each in ctx.undo.done())


def test_an_undone_waking_lets_the_case_sleep_for_an_hour(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    ctx.snoozing.snooze([case_id], clock.now() + timedelta(hours=1))
    clock.advance(timedelta(hours=1))
    assert ctx.snoozing.wake_due().ids == (case_id,)
    ctx.bench.go_back_to(ctx.undo.done()[0])
    for _ in range(3):
        assert ctx.snoozing.wake_due().ids == ()
        clock.advance(timedelta(minutes=15))
    clock.advance(timedelta(minutes=15))
    assert ctx.snoozing.wake_due().ids == (case_id,)


def test_what_was_merged_is_only_read_and_counted_once(ctx: AppContext, case_id: int, order_id: int) -> None:
    other = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=order_id)
    ctx.joining.merge(case_id, [other])
    buyer = ctx.cases.load_page(case_id).case.buyer_id
    assert buyer is not None
    card = ctx.buyers.load_card(buyer)
    assert [each.id for each in card.cases] == [case_id]
    assert card.numbers.cases == ctx.buyers.load_rows([buyer])[buyer].cases == 1
    for work in (
        lambda: ctx.cases.add_note(other, "晚了"),
        lambda: ctx.cases.change_summary(other, "晚了"),
        lambda: ctx.case_tags.add_tags([case_id, other], ["加急"]),
        lambda: change(ctx, other, FactName.WAITING_ON, WaitingOn.CARRIER),
        lambda: ctx.joining.link(case_id, other),
    ):
        with pytest.raises(UserError, match=r"merged_stays|merge_already"):
            work()
    ctx.bench.undo_last()
    ctx.cases.add_note(other, "又是一张")


def test_an_archived_case_takes_notes_and_wants_reopening_for_its_facts(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.DONE)
    ctx.cases.change_state([case_id], CaseState.ARCHIVED)
    ctx.cases.add_note(case_id, "买家补发来照片")
    ctx.case_tags.add_tags([case_id], ["样本"])
    with pytest.raises(UserError, match="archived_stays"):
        ctx.cases.change_summary(case_id, "改了")
    with pytest.raises(UserError, match="archived_stays"):
        change(ctx, case_id, FactName.PROBLEM, Problem.QUALITY)
    assert ctx.cases.load_page(case_id).case.problem is Problem.DAMAGED


def test_more_than_can_be_written_at_once_is_archived_in_parts(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.case_life._ARCHIVED_TOGETHER", 1)
    ids = [case_id, ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)]
    ctx.cases.change_state(ids, CaseState.DONE)
    ctx.settings.set(ARCHIVE_AFTER, 30)
    clock.advance(timedelta(days=31))
    assert ctx.life.archive_old() == 1
    ctx.bench.go_back_to(ctx.undo.done()[0])
    # What was taken back does not come again on the same day.
    assert [ctx.life.archive_old() for _ in range(3)] == [1, 0, 0]
    states = [ctx.cases.load_page(each).case.state for each in ids]
    assert states == [CaseState.DONE, CaseState.ARCHIVED]


@pytest.mark.parametrize("kept", ["13800000388", "+86 138-0000-0388"])
def test_a_phone_is_found_with_and_without_its_country_code(ctx: AppContext, case_id: int, kept: str) -> None:
    buyer = ctx.cases.load_page(case_id).case.buyer_id
    assert buyer is not None
    ctx.buyers.change_field(buyer, "phone", kept)
    for typed in ("13800000388", "+86 138 0000 0388", "8613800000388", "0086-13800000388", "0388"):
        assert list(ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text=typed))) == [case_id]
        assert list(ctx.buyers.list_buyer_ids(BuyerQuery(text=typed))) == [buyer]
