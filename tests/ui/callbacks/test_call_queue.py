"""Working the queue on the page: late ones first, outcome and next day, what is typed, undo, opting out, other days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.case_opening import NewCase
from models.call_back_records import CallFilters, Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallBackState, CallOutcome, Consent, Problem, Role, Tier
from models.rules.call_back_rhythm import DueCode, DueNote, NextDate, Rhythm, RhythmUnit
from models.store.transaction import Transaction
from tests.ui.callbacks.conftest import TODAY, arrive
from tests.ui.callbacks.reading import labels, press, shown_nick, texts
from ui.callbacks.day_picker import DayPopup
from ui.callbacks.page import CallBacksPage
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.callbacks.reason_words import reason_text
from ui.case_wishes import CaseWish
from ui.main_window import MainWindow
from ui.page import Target


def show_buyer(page: CallBacksPage, window: MainWindow, qtbot: QtBot, nick: str) -> None:
    """Choose a buyer of the day or of what is late."""
    rows = [*page.day.agenda.calls.rows(), *(call.row for call in page.lane.model.calls())]
    page.choose_call(next(row for row in rows if row.nick == nick))
    arrive(qtbot, window)


def test_the_card_masks_the_phone_and_shows_texts_as_typed(
    page: CallBacksPage, window: MainWindow, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    words = labels(page.day.card)
    assert "138****0000" in words
    assert "13812340000" not in words
    assert "<b>换新壶盖</b>" in words
    window_words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "13812340000" not in window_words
    page.day.card.copy.click()
    assert QGuiApplication.clipboard().text() == "13812340000"


def test_a_call_is_logged_with_two_keystrokes_and_the_next_buyer_comes(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    page.views.take_focus()
    assert not page.day.save.isEnabled()
    press(qtbot, "1")
    assert page.day.save.isEnabled()
    assert page.day.form.next.button.label() == "12-21 周一 10:30"
    assert page.day.form.next.reason.text() == "一个月后逢周日，顺延"
    assert page.day.foot.isAncestorOf(page.day.form.next)  # seen however far the form is scrolled
    press(qtbot, "Return", control=True)
    arrive(qtbot, window)
    assert shown_nick(page) == "长安_李十二"
    assert page.day.form.outcome() is None
    assert texts(page.day.agenda.calls)[-1] == "10:30，V2，桃花源_渔人，已接通"
    assert page.facts() == "VIP 6 位 · 本月已访 1 · 待访 3 · 拖期 2"
    assert len(stocked.call_backs.day(date(2026, 12, 21))) == 1
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert texts(page.day.agenda.calls)[0] == "10:30，V2，桃花源_渔人，待访"
    assert stocked.call_backs.day(date(2026, 12, 21)) == ()


def test_the_whole_day_and_the_lane_by_keyboard(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    page.views.take_focus()
    names = []
    for key in "12312":
        names.append(shown_nick(page))
        press(qtbot, key)
        press(qtbot, "Return", control=True)
        arrive(qtbot, window)
    assert names == ["水帘洞_通臂", "赤壁_周公瑾", "桃花源_渔人", "长安_李十二", "洛阳_白乐天"]
    assert stocked.call_backs.overdue() == ()
    assert "今天都打完了" in labels(page.day.empty)
    assert "接通 2 · 未接 2 · 改约 1" in labels(page.day.empty)
    assert page.lane.none.isVisibleTo(page.lane)
    counts = stocked.call_backs.counts(2026, 11)
    assert (counts.done, counts.calls) == (2, 5)
    page.narrow(CallFilters(tiers=(Tier.V3,)))
    arrive(qtbot, window)
    assert "今天都打完了" not in labels(page.day.empty)  # what a filter hides may be left to do


def test_note_feeling_and_a_chosen_day_are_saved(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    form = page.day.form
    form.choose(CallOutcome.REACHED)
    form.feelings[Satisfaction.SATISFIED].click()
    form.feelings[Satisfaction.DISSATISFIED].click()
    form.note.setPlainText("壶很好用 & <i>不烫</i>")
    form.next.take(date(2026, 12, 5), "09:15")
    assert form.next.reason.text() == "自选的日子：星期六"
    page.day.save.click()
    arrive(qtbot, window)
    planned = stocked.call_backs.day(date(2026, 12, 5))[0]
    assert planned.call_back.at_time == "09:15"
    call = stocked.call_backs.find_buyer_card(planned.call_back.buyer_id).calls[0]
    assert (call.satisfaction, call.note) == ("dissatisfied", "壶很好用 & <i>不烫</i>")


def test_what_is_typed_survives_a_change_made_elsewhere(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    page.day.form.choose_key("3")
    page.day.form.note.setPlainText("半句话")
    other = stocked.call_backs.find_buyers("瑶池")[0]
    stocked.call_backs.set_consent(other.id, Consent.REFUSED)
    arrive(qtbot, window)
    assert shown_nick(page) == "桃花源_渔人"
    assert page.day.form.note.toPlainText() == "半句话"
    assert page.day.form.outcome() is CallOutcome.CALL_AGAIN


def test_what_is_typed_waits_for_the_buyer_it_was_typed_for(
    page: CallBacksPage, window: MainWindow, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    rows = page.day.agenda.calls.rows()
    page.day.form.choose_key("1")
    page.day.form.note.setPlainText("马克杯留两只")
    page.day.form.next.take(date(2026, 12, 7), "11:00")
    page.choose_call(rows[1])
    arrive(qtbot, window)
    assert (page.day.form.note.toPlainText(), page.day.form.outcome()) == ("", None)
    page.day.form.note.setPlainText("只有备注")
    page.choose_call(rows[0])
    arrive(qtbot, window)
    assert page.day.form.note.toPlainText() == "马克杯留两只"
    assert page.day.form.next.button.label() == "12-07 周一 11:00"
    page.day.save.click()
    arrive(qtbot, window)
    assert (page.day.form.note.toPlainText(), page.day.form.outcome()) == ("只有备注", None)


def test_the_next_day_is_chosen_in_a_calendar(page: CallBacksPage, qtbot: QtBot) -> None:
    page.day.form.choose_key("1")
    page.day.form.next.button.click()
    popup = page.findChildren(DayPopup)[0]
    assert popup.calendar.minimumDate() == QDate(2026, 11, 21), "not today again"
    popup.calendar.setSelectedDate(QDate(2026, 12, 9))
    popup.time.setText("25:00")
    qtbot.keyClick(popup.time, Qt.Key.Key_Return)
    assert popup.time.property("wrong") is True
    popup.time.setText("9:05")
    qtbot.keyClick(popup.time, Qt.Key.Key_Return)
    assert page.day.form.next.button.label() == "12-09 周三 09:05"
    assert page.day.form.next.reason.text() == "自选的日子"


def test_opting_out_is_one_click_and_can_be_taken_back(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    page.day.opt_out.click()
    arrive(qtbot, window)
    buyer = stocked.call_backs.find_buyers("桃花源")[0]
    assert buyer.consent is Consent.REFUSED
    assert [row.call_back.state for row in stocked.call_backs.day(TODAY)].count(CallBackState.SKIPPED) == 1
    page.choose_call(next(row for row in stocked.call_backs.day(TODAY) if row.nick == buyer.nick))
    arrive(qtbot, window)
    assert not page.day.form.isVisibleTo(page.day)
    assert not page.day.card.copy.isVisibleTo(page.day.card)
    assert "不愿接电话" in labels(page.day)
    page.day.agreed.click()
    arrive(qtbot, window)
    assert stocked.call_backs.find_buyers("桃花源")[0].consent is Consent.GIVEN


def test_another_day_and_skipping(page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot) -> None:
    row = page.lane.model.calls()[0].row
    page.open_put_off_all([row], skip=False)
    dialog = page.findChildren(PutOffDialog)[0]
    dialog.reason.setText("出差")
    dialog.take.click()
    arrive(qtbot, window)
    assert [call.row.nick for call in stocked.call_backs.overdue()] == ["赤壁_周公瑾"]
    assert stocked.call_backs.day(date(2026, 11, 23))[0].nick == "水帘洞_通臂"
    page.open_put_off_all([page.lane.model.calls()[0].row], skip=True)
    skipping = next(found for found in page.findChildren(PutOffDialog) if found.isVisible())
    skipping.take.click()
    assert skipping.isVisible(), "a reason is wanted"
    skipping.reason.setText("买家出国")
    skipping.take.click()
    arrive(qtbot, window)
    assert stocked.call_backs.overdue() == ()


def test_what_was_typed_is_kept_when_it_cannot_be_saved(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    failed: list[BaseException] = []
    window.background.failed.disconnect()
    window.background.failed.connect(failed.append)
    page.day.form.choose_key("1")
    page.day.form.note.setPlainText("说到一半")
    stocked.call_backs.skip(page.day.shown_id(), "别处处理了")
    page.save()
    arrive(qtbot, window)
    assert [getattr(error, "code", "") for error in failed] == ["call_back_closed"]
    assert shown_nick(page) == "水帘洞_通臂"
    assert "写了没保存：说到一半" in labels(page.day)


def test_a_promise_is_ticked_with_one_key(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    buyer = stocked.call_backs.find_buyers("瑶池")[0]
    made = stocked.call_backs.promise(buyer.id, "马克杯留两只", TODAY)
    arrive(qtbot, window)
    show_buyer(page, window, qtbot, "瑶池_王母")
    assert page.day.shown_id() == made
    assert "答应过：\u2068马克杯留两只\u2069" in labels(page.day.card)
    page.views.take_focus()
    press(qtbot, "Return", control=True)
    arrive(qtbot, window)
    assert stocked.call_backs.find_buyer_card(buyer.id).promises == ()
    assert shown_nick(page) not in ("", "瑶池_王母")
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert page.day.shown_id() == made
    row = next(row for row in page.day.agenda.calls.rows() if row.call_back.id == made)
    dialog = page.menus.ask_promise(row)
    assert dialog.field.text() == "马克杯留两只"
    dialog.field.setText("马克杯留三只")
    dialog.take.click()
    arrive(qtbot, window)
    assert "答应过：\u2068马克杯留三只\u2069" in labels(page.day.card)


def test_a_complaint_opens_a_case_that_is_noted_with_the_call(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    buyer = stocked.call_backs.find_buyers("瑶池")[0]
    old = stocked.opening.open(NewCase(Problem.DAMAGED, buyer_id=buyer.id))
    number = stocked.cases.load_rows([old])[old].number

    def work(transaction: Transaction) -> None:
        transaction.insert(
            "call_back", buyer_id=buyer.id, due_on=TODAY, kind=CallBackKind.SATISFACTION, case_id=old,
            reason=DueNote((), TODAY).written(),
        )  # fmt: skip

    stocked.bench.act("sample_made", work, undoable=False)
    arrive(qtbot, window)
    show_buyer(page, window, qtbot, "瑶池_王母")
    assert number in labels(page.day.card)
    form = page.day.form
    form.choose_key("1")
    form.note.setPlainText("新的也裂了")
    assert not form.complaint.isVisibleTo(form)
    form.tags.feel(Satisfaction.DISSATISFIED)
    assert form.complaint.isVisibleTo(form)
    wishes: list[CaseWish] = []
    page.case_wished.connect(wishes.append)
    form.complain.click()
    assert wishes[0].summary == "新的也裂了"
    new = stocked.opening.open(NewCase(Problem.DAMAGED, buyer_id=buyer.id, summary=wishes[0].summary))
    wishes[0].opened(new)
    arrive(qtbot, window)
    assert form.opened.isVisibleTo(form)
    assert form.note.toPlainText() == "新的也裂了"
    page.save()
    arrive(qtbot, window)
    call = stocked.call_backs.find_buyer_card(buyer.id).calls[0]
    assert (call.case_id, call.opened_case_id, call.satisfaction) == (old, new, "dissatisfied")


def test_several_are_put_off_at_once(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    show_buyer(page, window, qtbot, "桃花源_渔人")
    agenda = page.day.agenda
    agenda.setFocus()
    qtbot.keyClick(agenda, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    arrive(qtbot, window)
    assert [row.nick for row in agenda.selected_calls()] == ["桃花源_渔人", "长安_李十二"]
    qtbot.keyClick(agenda, Qt.Key.Key_S)
    dialog = page.findChildren(PutOffDialog)[-1]
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    dialog.take.click()
    arrive(qtbot, window)
    week = [row.nick for row in stocked.call_backs.day(date(2026, 11, 27))]
    assert {"桃花源_渔人", "长安_李十二"} <= set(week)
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert len(stocked.call_backs.day(TODAY)) == 3, "one Undo for both"


def test_late_ones_are_put_off_and_handed_over_from_the_lane(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    who = stocked.shops.add_person(name="禾姐", role=Role.AFTER_SALES)
    lane = page.lane.list
    lane.setFocus()
    lane.choose_row(0)
    arrive(qtbot, window)
    qtbot.keyClick(lane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    arrive(qtbot, window)
    late = [row.call_back.id for row in page.lane.selected_calls()]
    assert len(late) == 2
    window.actions_.run("call_assign")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "禾姐").trigger()
    menu.close()
    arrive(qtbot, window)
    assert {call.row.call_back.person_id for call in stocked.call_backs.overdue()} == {who}
    assert [row.call_back.id for row in page.lane.selected_calls()] == late, "they stay selected"
    qtbot.keyClick(lane, Qt.Key.Key_S)
    dialog = page.findChildren(PutOffDialog)[-1]
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    dialog.reasons[1].click()
    dialog.take.click()
    arrive(qtbot, window)
    assert stocked.call_backs.overdue() == ()
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert len(stocked.call_backs.overdue()) == 2, "one Undo for both"


def test_a_note_is_enclosed_left_out_and_planned_again_for_who_was_not_asked(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    who = stocked.opening.add_buyer(1, "没问过的")
    stocked.call_backs.set_tier(who, Tier.V3)
    note = stocked.call_backs.plan_note(who)
    window.go(Target("callbacks", str(note), "call"))
    arrive(qtbot, window)
    assert shown_nick(page) == "没问过的"
    assert page.day.form.outcomes[CallOutcome.REACHED].label() == "已放入"
    press(qtbot, "5")
    assert page.day.form.outcome() is None, "a note has no number that could be wrong"
    assert "“可以联系”" in page.day.card.text.full()
    assert not page.can("call_note")
    stocked.call_backs.skip(note, "先不放")
    arrive(qtbot, window)
    assert page.day.note.isVisible()
    page.day.note.click()
    arrive(qtbot, window)
    planned = stocked.contact.next_planned(who)
    assert planned is not None
    assert planned.channel is Channel.NOTE


def test_every_reason_of_a_day_is_a_sentence() -> None:
    said = {
        code: reason_text(NextDate(date(2026, 12, 22), date(2026, 12, 20), 20, (code,)), Rhythm()) for code in DueCode
    }
    assert all(said.values())
    assert said[DueCode.SUNDAY] == "一个月后逢周日，顺延"
    assert said[DueCode.FULL] == "一个月后，当天已排满，改到 12-22 周二"
    assert said[DueCode.BUYER_DAY] == "一个月后，按买家习惯改到周二"
    back = NextDate(date(2026, 12, 18), date(2026, 12, 20), 20, (DueCode.SUNDAY,))
    assert reason_text(back, Rhythm()) == "一个月后逢周日，提前"
    nth = NextDate(date(2026, 12, 8), date(2026, 12, 8), 8, (DueCode.NTH_WEEKDAY,))
    assert reason_text(nth, Rhythm(1, RhythmUnit.MONTHS, 2, 1)) == "每月第二个周二"
