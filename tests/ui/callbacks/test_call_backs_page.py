"""A morning of calls on the page: what is shown, logging by keyboard, the next date, undo, opting out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.call_back_records import Satisfaction
from models.clock import FixedClock
from models.kinds import CallBackState, CallOutcome, Consent
from tests.ui.callbacks.conftest import TODAY, Show, arrive
from ui.callbacks.day_picker import DayPopup
from ui.callbacks.month_model import MonthModel
from ui.callbacks.page import CallBacksPage
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.callbacks.vip_dialog import VipDialog
from ui.main_window import MainWindow
from ui.page import Target


def texts(model: QAbstractItemModel) -> list[str]:
    """What a screen reader reads of every row."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def labels(widget: QWidget) -> str:
    """All words shown in a widget, full ones of shortened labels too."""
    found = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return " | ".join(label.full() if hasattr(label, "full") else label.text() for label in found)


def press(qtbot: QtBot, keys: str, *, control: bool = False) -> None:
    """A key into whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(
        target, keys if len(keys) == 1 else getattr(Qt.Key, f"Key_{keys}"),
        Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def shown_nick(page: CallBacksPage) -> str:
    """Whose card is open."""
    found = page.day.shown()
    return found.card.buyer.nick if found else ""


def test_the_page_opens_on_today_with_the_first_buyer(page: CallBacksPage) -> None:
    assert page.title() == "回访"
    assert page.facts() == "VIP 6 位 · 本月已访 0 · 待访 4 · 拖期 2"
    assert texts(page.lane.model) == [
        "V3，\u2068水帘洞_通臂\u2069，拖 7 天，应访 11-13 · 未接 2 次",
        "V2，\u2068赤壁_周公瑾\u2069，拖 3 天，应访 11-17 · 未打",
    ]
    assert texts(page.day.agenda.calls) == [
        "10:30，V2，桃花源_渔人，待访", "14:00，V3，长安_李十二，首次", "17:00，V1，洛阳_白乐天，首次",
    ]  # fmt: skip
    assert shown_nick(page) == "桃花源_渔人"
    assert page.title_label.text() == "2026 年 11 月"


def test_the_month_reads_as_sentences(page: CallBacksPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.lane.model)
    qtmodeltester.check(page.day.agenda.calls)
    said = page.model.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("今天 11 月 20 日 星期五")
    assert "长安_李十二" in said
    sunday = page.model.index_of(date(2026, 11, 22)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "休息日" in sunday
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "周一"


def test_the_card_masks_the_phone_and_shows_texts_as_typed(page: CallBacksPage, window: MainWindow) -> None:
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
    page.month.setFocus()
    assert not page.day.save.isEnabled()
    press(qtbot, "1")
    assert page.day.save.isEnabled()
    assert page.day.form.next.button.label() == "12-21 周一 10:30"
    assert page.day.form.next.reason.text() == "一个月后逢周日，顺延"
    press(qtbot, "Return", control=True)
    arrive(qtbot, window)
    assert shown_nick(page) == "长安_李十二"
    assert page.day.form.outcome() is None
    assert texts(page.day.agenda.calls)[0] == "10:30，V2，桃花源_渔人，已接通"
    assert page.facts() == "VIP 6 位 · 本月已访 1 · 待访 3 · 拖期 2"
    assert len(stocked.call_backs.day(date(2026, 12, 21))) == 1
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert texts(page.day.agenda.calls)[0] == "10:30，V2，桃花源_渔人，待访"
    assert stocked.call_backs.day(date(2026, 12, 21)) == ()


def test_the_whole_day_and_the_lane_by_keyboard(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    page.month.setFocus()
    names = []
    for key in "12312":
        names.append(shown_nick(page))
        press(qtbot, key)
        press(qtbot, "Return", control=True)
        arrive(qtbot, window)
    assert names == ["桃花源_渔人", "长安_李十二", "洛阳_白乐天", "水帘洞_通臂", "赤壁_周公瑾"]
    assert stocked.call_backs.overdue() == ()
    assert page.lane.none.isVisibleTo(page.lane)
    counts = stocked.call_backs.counts(2026, 11)
    assert (counts.done, counts.calls) == (2, 6)


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


def test_arrows_page_keys_and_t_walk_through_the_days(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    page.month.setFocus()
    press(qtbot, "Right")
    arrive(qtbot, window)
    assert page.day.day.text() == "11 月 21 日 周六"
    assert not page.day.area.isVisibleTo(page.day), "nobody is to be called on that day"
    press(qtbot, "Right")
    press(qtbot, "Right")
    arrive(qtbot, window)
    assert page.day.day.text() == "11 月 23 日 周一"
    press(qtbot, "PageDown")
    arrive(qtbot, window)
    assert page.title_label.text() == "2026 年 12 月"
    for _ in range(2):
        press(qtbot, "PageDown")
        arrive(qtbot, window)
    assert page.title_label.text() == "2027 年 2 月"
    assert page.unknown.text() == "2027 年放假安排尚未公布"
    press(qtbot, "T")
    arrive(qtbot, window)
    assert page.title_label.text() == "2026 年 11 月"
    assert shown_nick(page) == "桃花源_渔人"
    press(qtbot, "Return")
    assert page.day.agenda.hasFocus()
    press(qtbot, "Down")
    arrive(qtbot, window)
    assert shown_nick(page) == "长安_李十二"
    assert page.back()
    assert page.month.hasFocus()


def test_a_click_on_a_line_opens_its_buyer(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    from ui.callbacks.month_view import line_rect

    index = page.model.index_of(date(2026, 11, 27))
    place = line_rect(page.month.visualRect(index), 0).center()
    qtbot.mouseClick(page.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    arrive(qtbot, window)
    assert shown_nick(page) == "瑶池_王母"
    assert page.day.day.text() == "11 月 27 日 周五"


def test_another_day_and_skipping(page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot) -> None:
    row = page.lane.model.calls()[0].row
    page.open_put_off(row, skip=False)
    dialog = page.findChildren(PutOffDialog)[0]
    dialog.reason.setText("出差")
    dialog.take.click()
    arrive(qtbot, window)
    assert [call.row.nick for call in stocked.call_backs.overdue()] == ["赤壁_周公瑾"]
    assert stocked.call_backs.day(date(2026, 11, 23))[0].nick == "水帘洞_通臂"
    page.open_put_off(page.lane.model.calls()[0].row, skip=True)
    skipping = next(found for found in page.findChildren(PutOffDialog) if found.isVisible())
    skipping.take.click()
    assert skipping.isVisible(), "a reason is wanted"
    skipping.reason.setText("买家出国")
    skipping.take.click()
    arrive(qtbot, window)
    assert stocked.call_backs.overdue() == ()


def test_a_vip_is_added_from_the_page(ctx: AppContext, show: Show, qtbot: QtBot) -> None:
    ctx.bench.act(
        "sample_made", lambda transaction: transaction.insert("buyer", shop_id=1, nick="新客_一"), undoable=False
    )
    window = show(ctx)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    assert "还没有 VIP 买家" in labels(page.day)
    page.day.first.click()
    dialog = page.findChildren(VipDialog)[0]
    assert not dialog.take.isEnabled()
    dialog.search.setText("新客")
    dialog.search.search_now()
    arrive(qtbot, window)
    dialog.agreed.setChecked(True)
    dialog.take.click()
    arrive(qtbot, window)
    assert page.facts().startswith("VIP 1 位")
    assert len(ctx.call_backs.due(date(2027, 1, 1))) == 1


def test_after_midnight_the_page_shows_the_new_day(
    page: CallBacksPage, window: MainWindow, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.advance(timedelta(days=1))
    page.minute()
    arrive(qtbot, window)
    assert page.facts().endswith("拖期 5")


def test_a_day_or_a_call_back_can_be_navigated_to(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    window.go(Target("callbacks", "2026-12-24"))
    arrive(qtbot, window)
    assert page.title_label.text() == "2026 年 12 月"
    late = stocked.call_backs.overdue()[0].row.call_back.id
    window.go(Target("callbacks", str(late), "call"))
    arrive(qtbot, window)
    assert shown_nick(page) == "水帘洞_通臂"


def test_in_a_narrow_window_the_day_is_a_page_of_its_own(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    page.set_narrow(True)
    assert not page.day.isVisibleTo(page)
    page.month.setFocus()
    press(qtbot, "Return")
    assert page.day.isVisibleTo(page)
    assert not page.middle.isVisibleTo(page)
    assert page.back()
    assert page.middle.isVisibleTo(page)
    page.set_narrow(False)
    assert page.day.isVisibleTo(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_cut_in_either_language(
    stocked: AppContext, show: Show, qtbot: QtBot, speak: object, lang: str
) -> None:
    assert callable(speak)
    speak(lang)
    window = show(stocked)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    page.day.form.choose(CallOutcome.REACHED)
    arrive(qtbot, window)
    inside = page.day.area.widget()
    assert inside.width() <= page.day.area.viewport().width()
    for button in page.day.form.outcomes.values():
        assert button.width() >= button.minimumSizeHint().width()


def test_the_month_is_empty_before_it_arrives(qtmodeltester: ModelTester) -> None:
    model = MonthModel()
    qtmodeltester.check(model)
    assert model.index_of(TODAY).isValid() is False
    assert model.cell(model.index(0, 0)) is None
