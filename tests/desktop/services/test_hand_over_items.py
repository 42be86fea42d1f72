"""What a shift leaves for the next: never lost, cleared by name and time, passed on with its whole story."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest

from desktop.context import AppContext
from desktop.services.case_life import MoveAnswers
from desktop.words import phrase
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CaseState, Platform, Problem
from models.register_kinds import HandOverState

ODD = "“圈圈”丢件 <b>明早</b>查件 🌙 \u202e../x"


def _at(ctx: AppContext, local: str) -> None:
    """Set the clock of the desk (Asia/Shanghai in these tests)."""
    clock = cast(FixedClock, ctx.clock)
    wanted = datetime.fromisoformat(local).replace(tzinfo=ctx.hand_over_items.time_zone).astimezone(UTC)
    clock.advance(wanted - clock.now())


def test_left_at_night_due_at_noon_taken_done_and_undone(ctx: AppContext, case_id: int) -> None:
    items = ctx.hand_over_items
    _at(ctx, "2026-11-20T23:30")
    first = items.leave(f"  {ODD}\n", case_id=case_id)
    sheet = items.sheet(date(2026, 11, 21))
    (item,) = sheet.items
    case = ctx.cases.load_page(case_id).case
    assert (item.id, item.text, item.case_number, item.buyer_nick) == (first, ODD, case.number, "花果山_大圣01")
    assert (item.left_by, item.state, item.shop_id) == ("小满", HandOverState.OPEN, case.shop_id)
    assert item.due_at.astimezone(items.time_zone).isoformat() == "2026-11-21T12:00:00+08:00"
    assert items.sheet().items == ()
    _at(ctx, "2026-11-21T08:05")
    ctx.shops.choose_person(2)
    items.take(first)
    items.done(first, "已联系云雀，明天派件")
    done = items.sheet().items[0]
    assert (done.state, done.taken_by, done.done_by, done.note) == (
        HandOverState.DONE, "老秋", "老秋", "已联系云雀，明天派件",
    )  # fmt: skip
    assert (items.sheet().cleared, items.overdue()) == (1, ())
    said = [event.action for event in ctx.cases.load_page(case_id).timeline[:3]]
    assert said == ["hand_over_done_note", "hand_over_taken", "hand_over_left"]
    items.done(first)
    assert items.find_item(first).note == "已联系云雀，明天派件"
    ctx.bench.undo_last()
    assert items.find_item(first).state is HandOverState.TAKEN
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == f"接手交接事项：{ODD}"
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    with pytest.raises(NotFound):
        items.find_item(first)
    ctx.bench.redo_last()
    assert items.find_item(first).text == ODD


def test_what_nobody_clears_stands_in_every_later_morning(ctx: AppContext) -> None:
    items = ctx.hand_over_items
    _at(ctx, "2026-11-20T18:00")
    first = items.leave("a")
    _at(ctx, "2026-11-21T19:00")
    items.leave("b")
    assert [item.text for item in items.overdue()] == ["a"]
    _at(ctx, "2026-11-24T11:00")
    sheet = items.sheet()
    assert ([item.text for item in sheet.older], sheet.items) == (["a", "b"], ())
    assert [item.text for item in items.overdue()] == ["a", "b"]
    items.done(first)
    assert [item.text for item in items.sheet().older] == ["b"]
    listed = [(each.morning.day, each.items, each.still_open) for each in
              items.mornings(date(2026, 11, 1), date(2026, 11, 30))]  # fmt: skip
    assert listed == [(22, 1, 1), (21, 1, 0)]


def test_passed_on_from_morning_to_morning_the_story_stays(ctx: AppContext, case_id: int) -> None:
    items = ctx.hand_over_items
    _at(ctx, "2026-11-20T23:00")
    item_id = items.leave("打电话", case_id=case_id)
    for day, why in ((21, "没人接"), (22, "还是没人接"), (23, "")):
        _at(ctx, f"2026-11-{day}T11:50")
        item_id = items.pass_on(item_id, why)
    item = items.find_item(item_id)
    assert (item.morning, item.text, item.case_id) == (date(2026, 11, 24), "打电话", case_id)
    assert [(each.morning.day, each.note, each.passed_by) for each in item.passed] == [
        (21, "没人接", "小满"), (22, "还是没人接", "小满"), (23, "", "小满"),
    ]  # fmt: skip
    old = items.sheet(date(2026, 11, 22)).items[0]
    assert (old.state, old.cleared, old.note) == (HandOverState.PASSED_ON, True, "还是没人接")
    for refused in (lambda: items.take(old.id), lambda: items.pass_on(old.id), lambda: items.reopen(old.id)):
        with pytest.raises(UserError) as error:
            refused()
        assert error.value.code == "hand_over_passed"
    with pytest.raises(UserError) as error:
        items.pass_on(item_id, morning=date(2026, 11, 24))
    assert error.value.code == "hand_over_not_later"
    far = items.pass_on(item_id, morning=date(2026, 12, 1))
    assert items.find_item(far).morning == date(2026, 12, 1)
    ctx.bench.undo_last()
    assert items.find_item(item_id).state is HandOverState.OPEN
    with pytest.raises(NotFound):
        items.find_item(far)


def test_words_are_changed_by_who_left_them_and_nothing_is_dropped_silently(ctx: AppContext) -> None:
    items = ctx.hand_over_items
    item_id = items.leave("查包裹")
    items.edit(item_id, "查包裹 YQ4471")
    ctx.shops.choose_person(2)
    items.take(item_id)
    for refused, code in (
        (lambda: items.edit(item_id, "x"), "hand_over_not_yours"),
        (lambda: items.remove(item_id), "hand_over_reason_missing"),
        (lambda: items.edit(item_id, " "), "text_empty"),
    ):
        with pytest.raises(UserError) as error:
            refused()
        assert error.value.code == code
    ctx.shops.choose_person(1)
    with pytest.raises(UserError) as error:
        items.edit(item_id, "查 YQ4472")
    assert error.value.code == "hand_over_reason_missing"
    later = items.due_of(items.today() + timedelta(days=3))
    items.edit(item_id, "查 YQ4472", "号码写错了", due_at=later)
    item = items.find_item(item_id)
    assert (item.text, item.due_at, item.taken_by) == ("查 YQ4472", later, "老秋")
    items.take(item_id)
    assert items.find_item(item_id).taken_by == "小满"
    items.reopen(item_id)
    assert items.find_item(item_id).state is HandOverState.OPEN
    items.remove(item_id)
    with pytest.raises(NotFound):
        items.take(item_id)


def test_what_cannot_be_left_is_said(ctx: AppContext, case_id: int) -> None:
    items = ctx.hand_over_items
    now = ctx.clock.now()
    other = ctx.opening.add_buyer(1, "另一个买家")
    before = ctx.undo.peek_undo()
    for wish, code in (
        ({"text": " \n"}, "text_empty"), ({"text": "长" * 2001}, "text_too_long"), ({"text": "\x00"}, "text_has_nul"),
        ({"text": "\ud800"}, "text_not_unicode"), ({"text": "a", "case_id": 10**9}, "case_not_found"),
        ({"text": "a", "buyer_id": 10**9}, "buyer_not_found"),
        ({"text": "a", "case_id": case_id, "buyer_id": other}, "hand_over_other_buyer"),
        ({"text": "a", "due_at": now - timedelta(minutes=1)}, "hand_over_due_past"),
        ({"text": "a", "morning": date(2020, 1, 1)}, "hand_over_due_past"),
        ({"text": "a", "morning": date(9999, 12, 31)}, "hand_over_due_far"),
        ({"text": "a", "due_at": now + timedelta(days=1), "morning": date(2030, 1, 1)}, "hand_over_due_other_day"),
    ):  # fmt: skip
        with pytest.raises(UserError) as error:
            items.leave(**wish)  # type: ignore[arg-type]
        assert error.value.code == code, wish
    assert ctx.undo.peek_undo() is before
    assert items.sheet().items == items.sheet().older == ()


def test_the_due_hour_is_the_shops_own(ctx: AppContext) -> None:
    items = ctx.hand_over_items
    with pytest.raises(UserError) as error:
        items.set_due_by("25:00")
    assert error.value.code == "hand_over_hour_invalid"
    items.set_due_by("9:30")
    _at(ctx, "2026-11-20T09:40")
    item = items.find_item(items.leave("a"))
    assert item.due_at.astimezone(items.time_zone).isoformat() == "2026-11-21T09:30:00+08:00"
    ctx.settings.set("hand_over_due", "nonsense")
    assert f"{items.due_by():%H:%M}" == "12:00"


def test_items_follow_merged_cases_and_merged_buyers_and_outlive_the_archive(
    ctx: AppContext, case_id: int, order_id: int
) -> None:
    items = ctx.hand_over_items
    double = ctx.cases.open_case(problem=Problem.LOST, order_id=order_id)
    about_double = items.leave("催件", case_id=double)
    other = ctx.opening.add_buyer(1, "大圣小号")
    about_buyer = items.leave("回电", buyer_id=other)
    ctx.joining.merge(case_id, [double])
    assert [item.id for item in items.list_of_case(case_id)] == [about_double]
    late = items.find_item(items.leave("又想起一件", case_id=double))
    assert late.case_id == case_id
    kept = ctx.cases.load_page(case_id).case.buyer_id
    assert kept is not None
    ctx.buyers.merge(kept, other)
    assert (items.find_item(about_buyer).buyer_id, items.find_item(about_buyer).buyer_nick) == (kept, "花果山_大圣01")
    ctx.life.move([case_id], CaseState.ARCHIVED, MoveAnswers(reason="已处理"))
    items.take(about_double)
    items.done(about_double)
    assert items.find_item(about_double).state is HandOverState.DONE


def test_a_shop_sees_its_own_items_and_those_of_no_shop(ctx: AppContext, case_id: int) -> None:
    items = ctx.hand_over_items
    items.leave("全店")
    items.leave("一店", case_id=case_id)
    other = ctx.shops.add_shop(name="二店", platform=Platform.JD)
    ctx.settings.set("shop", other)
    items.leave("二店")
    morning = items.next_due().morning
    assert [item.text for item in items.sheet(morning).items] == ["全店", "二店"]
    ctx.settings.set("shop", 0)
    assert len(items.sheet(morning).items) == 3


def test_an_item_is_set_right_by_anybody_with_a_reason(ctx: AppContext, case_id: int) -> None:
    items = ctx.hand_over_items
    item_id = items.leave("查包裹")
    items.done(item_id)
    ctx.shops.choose_person(2)
    for reason, text, code in (
        ("", "x", "text_empty"),
        ("错了", " ", "text_empty"),
        ("长" * 2_001, "x", "text_too_long"),
    ):
        with pytest.raises(UserError, match=code):
            items.correct(item_id, reason, text=text, case_id=None, buyer_id=None)
    later = items.due_of(items.today() + timedelta(days=3))
    items.correct(item_id, "写错了案子", text=ODD, case_id=case_id, buyer_id=None, due_at=later)
    item = items.find_item(item_id)
    assert (item.text, item.buyer_nick, item.due_at, item.morning) == (
        ODD,
        "花果山_大圣01",
        later,
        items.today() + timedelta(3),
    )
    assert item.state is HandOverState.DONE
    told = ctx.cases.load_page(case_id).timeline[0]
    assert (told.action, told.details["reason"]) == ("hand_over_corrected", "写错了案子")
    assert str(told.details["was"]).startswith("查包裹 · ")
    ctx.bench.undo_last()
    assert (items.find_item(item_id).text, items.find_item(item_id).case_id) == ("查包裹", None)
