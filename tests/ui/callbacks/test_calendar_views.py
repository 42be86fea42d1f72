"""The views of the calendar: switching, walking, dragging and moving by keys, with the words said before a drop."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallBackState
from models.records import CallBackRow
from models.rules.call_settings import QuietDays
from models.store.transaction import Transaction
from tests.ui.callbacks.conftest import TODAY, arrive
from ui.callbacks.agenda_model import Further, Heading
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.calendar_views import AnyView
from ui.callbacks.day_delegate import line_rect
from ui.callbacks.dragging import packed
from ui.callbacks.page import CallBacksPage
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.main_window import MainWindow

BARE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
FRIDAY = date(2026, 11, 27)


def drag(page: CallBacksPage, view: AnyView, row: CallBackRow, point: QPoint) -> str:
    """Carry a call-back over a view; what is said of the place."""
    mime = packed(row)
    event = QDragEnterEvent(point, Qt.DropAction.MoveAction, mime, LEFT, BARE)
    QApplication.sendEvent(view.viewport(), event)
    assert event.isAccepted()
    return page.views.drops_of(view).target.verdict.text


def drop(page: CallBacksPage, view: AnyView, row: CallBackRow, point: QPoint) -> str:
    """Carry a call-back over a view and let it go; what was said of the place."""
    text = drag(page, view, row, point)
    mime = packed(row)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(point), Qt.DropAction.MoveAction, mime, LEFT, BARE))
    assert not page.views.drops_of(view).target.isVisible()
    return text


def place(page: CallBacksPage, day: date) -> QPoint:
    """The middle of a day of the month."""
    return page.views.month.visualRect(page.views.month.days.index_of(day)).center()


def row_named(ctx: AppContext, day: date, nick: str) -> CallBackRow:
    """A buyer's call-back on a day."""
    return next(row for row in ctx.call_backs.day(day) if row.nick == nick)


def key(qtbot: QtBot, page: CallBacksPage, window: MainWindow, wanted: Qt.Key, how: Qt.KeyboardModifier = BARE) -> None:
    """A key into the view in front, and what follows from it."""
    qtbot.keyClick(page.views.current(), wanted, how)
    arrive(qtbot, window)


def test_letters_switch_the_views_and_the_choice_is_kept(
    page: CallBacksPage, window: MainWindow, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    page.views.take_focus()
    key(qtbot, page, window, Qt.Key.Key_W)
    assert page.views.view is CalendarView.WEEK
    assert page.tools.title.text() == "11 月 16–22 日"
    assert page.views.week.hasFocus()
    hours = page.views.week.hours
    qtmodeltester.check(hours)
    timed = hours.index(hours.row_of("10:30"), hours.column_of(TODAY))
    said = timed.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("11 月 20 日 星期五 10:00；10:30，V2 \u2068桃花源_渔人\u2069")
    key(qtbot, page, window, Qt.Key.Key_PageDown)
    assert page.tools.title.text() == "11 月 23–29 日"
    key(qtbot, page, window, Qt.Key.Key_D)
    assert page.views.view is CalendarView.DAY
    assert page.tools.title.text() == "11 月 27 日 周五"
    assert [row.nick for row in page.views.list.days.rows()] == ["瑶池_王母"]
    assert not page.day.agenda.isVisible()  # the day's list stands beside the hours already
    window.actions_.run("calls_before")
    arrive(qtbot, window)
    assert page.tools.title.text() == "11 月 26 日 周四"
    page.tools.views.chosen.emit("agenda")
    arrive(qtbot, window)
    assert page.views.view is CalendarView.AGENDA
    kept = page.save_state()
    assert (kept["view"], kept["day"]) == ("agenda", "2026-11-26")
    page.restore_state({"view": "week", "day": "2026-12-02", "filters": '{"tiers": ["v3"]}'})
    page.reload()
    arrive(qtbot, window)
    assert page.tools.title.text() == "11 月 30 日 – 12 月 6 日"
    assert page.tools.filters.buttons["tiers"].label() == "V3"
    key(qtbot, page, window, Qt.Key.Key_T)
    assert page.save_state()["day"] == "", "today is not kept: tomorrow begins with tomorrow"


def test_the_agenda_goes_on_for_ever_and_its_headings_are_passed_over(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    page.show_view(CalendarView.AGENDA)
    arrive(qtbot, window)
    model = page.views.agenda.days
    qtmodeltester.check(model)
    first, last = model.entry(model.index(0, 0)), model.entry(model.index(model.rowCount() - 1, 0))
    assert isinstance(first, Heading)
    assert model.words(first) == "11 月 20 日 周五 · 今天 · 3 位"
    assert isinstance(last, Further)
    assert last.last == date(2026, 12, 31)
    view = page.views.agenda
    view.setFocus()
    view.choose_row(3)
    key(qtbot, page, window, Qt.Key.Key_J)
    assert view.currentIndex().row() == 5, "the heading of Friday is no call-back"
    assert page.day.shown_id() == model.rows()[-1].call_back.id
    assert page.state.chosen == FRIDAY
    qtbot.mouseClick(
        view.viewport(), LEFT, pos=view.visualRect(model.index(model.rowCount() - 1, 0)).center()
    )  # fmt: skip
    arrive(qtbot, window)
    further = model.entry(model.index(model.rowCount() - 1, 0))
    assert isinstance(further, Further)
    assert further.last == date(2027, 2, 11)
    row = row_named(stocked, TODAY, "长安_李十二")
    assert drop(page, view, row, view.visualRect(model.index(5, 0)).center()) == "11 月 27 日 周五"
    arrive(qtbot, window)
    assert row_named(stocked, FRIDAY, "长安_李十二").call_back.at_time == "14:00"


def test_a_call_back_is_dropped_on_another_day_and_the_day_says_what_it_is(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    month = page.views.month
    stocked.quiet_periods.add(QuietDays(date(2026, 11, 25), date(2026, 11, 26), "盘点 <b>"))
    arrive(qtbot, window)
    facts = [month.days.facts(month.days.index_of(date(2026, 11, day))) for day in (25, 26)]
    assert [each.banner for each in facts if each] == ["盘点 <b> 不安排", "顺延"]
    row = row_named(stocked, TODAY, "桃花源_渔人")
    assert drag(page, month, row, place(page, date(2026, 11, 22))) == "11 月 22 日 周日 · 休息日"
    assert drag(page, month, row, place(page, date(2026, 11, 25))) == "11 月 25 日 周三 · 免打扰：\u2068盘点 <b>\u2069"
    assert drag(page, month, row, place(page, TODAY)) == ""
    with qtbot.waitSignal(page.said) as said:
        assert drop(page, month, row, place(page, date(2026, 11, 19))) == "这一天已经过去"
    assert said.args == ["这一天已经过去"]
    drop(page, month, row, place(page, FRIDAY))
    arrive(qtbot, window)
    assert row_named(stocked, FRIDAY, "桃花源_渔人").call_back.at_time == "10:30", "it keeps its time"
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert row_named(stocked, TODAY, "桃花源_渔人").call_back.state is CallBackState.DUE
    done = stocked.call_backs.day(date(2026, 10, 20))[0]
    page.state.choose(date(2026, 10, 20), held=False)
    page.reload()
    arrive(qtbot, window)
    assert month.row_at(line_rect(month.visualRect(month.days.index_of(done.call_back.due_on)), 0).center()) == done
    assert drag(page, month, done, place(page, date(2026, 10, 30))) == "已处理过，不能再挪"


def test_a_late_one_beyond_today_asks_for_the_reason(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    late = page.lane.model.calls()[0].row
    text = drop(page, page.views.month, late, place(page, FRIDAY))
    assert text == "11 月 27 日 周五 · 需写原因"
    dialog = page.findChildren(PutOffDialog)[0]
    assert dialog.day() == FRIDAY
    dialog.take.click()
    assert dialog.isVisible(), "nothing is put off without a word"
    dialog.reasons[0].click()
    dialog.take.click()
    arrive(qtbot, window)
    assert [call.row.nick for call in stocked.call_backs.overdue()] == ["赤壁_周公瑾"]
    assert row_named(stocked, FRIDAY, late.nick).call_back.id == late.call_back.id
    second = page.lane.model.calls()[0].row
    drop(page, page.views.month, second, place(page, TODAY))
    arrive(qtbot, window)
    assert [(call.row.nick, call.days) for call in stocked.call_backs.overdue()] == [("赤壁_周公瑾", 3)]
    assert row_named(stocked, TODAY, second.nick), "nearer it goes without one, and stays late"


def test_the_week_sets_the_time_by_mouse_and_keys(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    page.show_view(CalendarView.WEEK)
    arrive(qtbot, window)
    week = page.views.week
    hours, column = week.hours, week.hours.column_of(TODAY)
    row = row_named(stocked, TODAY, "长安_李十二")
    half = week.visualRect(hours.index(hours.row_of("16:00"), column))
    assert drop(page, week, row, QPoint(half.center().x(), half.bottom() - 3)) == "11 月 20 日 周五 16:30"
    arrive(qtbot, window)
    row = row_named(stocked, TODAY, "长安_李十二")
    assert row.call_back.at_time == "16:30"
    box = week.visualRect(hours.index(hours.row_of("16:30"), column))
    qtbot.mouseClick(week.viewport(), LEFT, pos=QPoint(box.center().x(), box.top() + 8))
    arrive(qtbot, window)
    assert page.day.shown_id() == row.call_back.id
    key(qtbot, page, window, Qt.Key.Key_Up, CONTROL)
    key(qtbot, page, window, Qt.Key.Key_Right, CONTROL)
    moved = row_named(stocked, date(2026, 11, 21), "长安_李十二")
    assert moved.call_back.at_time == "15:30"
    assert page.state.chosen == date(2026, 11, 21), "what was moved stays in sight"
    drop(page, week, moved, week.visualRect(hours.index(0, column)).center())
    arrive(qtbot, window)
    assert row_named(stocked, TODAY, "长安_李十二").call_back.at_time == ""
    assert page.lane.isVisible()


def test_filters_narrow_all_and_say_when_nothing_is_left(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    def work(transaction: Transaction) -> None:
        buyer = stocked.call_backs.find_buyers("瑶池")[0].id
        transaction.insert(
            "call_back", buyer_id=buyer, due_on=TODAY, kind=CallBackKind.PROMISE, channel=Channel.WECHAT,
            subject="留两只杯子\n<i>苔青</i>", reason="",
        )  # fmt: skip

    stocked.bench.act("sample_made", work, undoable=False)
    menus = page.tools.filters.menus
    kinds, tiers = menus["kinds"], menus["tiers"]
    kinds.actions()[-1].trigger()
    arrive(qtbot, window)
    assert page.tools.filters.buttons["kinds"].label() == "答应的事"
    assert [row.nick for row in page.views.rows()] == ["瑶池_王母"]
    promised = page.views.month.days.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "答应的事：\u2068留两只杯子 <i>苔青</i>\u2069，微信" in promised
    assert page.lane.model.rowCount() == 0
    assert not page.notices.isVisibleTo(page)
    tiers.actions()[-1].trigger()
    arrive(qtbot, window)
    assert page.views.rows() == []
    assert page.notices.nothing.isVisibleTo(page)
    assert page.notices.nothing.more.text() == "只看 V1；只看 答应的事"
    assert page.can("clear_filters")
    window.actions_.run("clear_filters")
    arrive(qtbot, window)
    assert not page.notices.isVisibleTo(page)
    assert len(page.views.rows()) == 6, "three lines a day"
    assert kinds.everything.isChecked()


def test_ctrl_and_the_arrows_move_the_call_back_whose_card_is_open(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    page.choose_call(row_named(stocked, TODAY, "洛阳_白乐天"))
    arrive(qtbot, window)
    page.views.take_focus()
    for _ in range(3):
        qtbot.keyClick(page.views.month, Qt.Key.Key_Right, CONTROL)
    arrive(qtbot, window)
    assert row_named(stocked, date(2026, 11, 23), "洛阳_白乐天"), "keys held down count on"
    key(qtbot, page, window, Qt.Key.Key_Down, CONTROL)
    assert row_named(stocked, date(2026, 11, 30), "洛阳_白乐天")
    for _ in range(2):
        key(qtbot, page, window, Qt.Key.Key_Up, CONTROL)
    assert row_named(stocked, date(2026, 11, 23), "洛阳_白乐天"), "the 16th has passed"


def test_what_somebody_else_dealt_with_meanwhile_is_not_moved(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    row = row_named(stocked, TODAY, "洛阳_白乐天")
    seen: list[object] = []
    window.background.failed.disconnect()
    window.background.failed.connect(seen.append)
    stocked.call_backs.skip(row.call_back.id, "买家出国")
    page.moves.put(row.call_back.id, FRIDAY, None)
    arrive(qtbot, window)
    assert [getattr(error, "code", "") for error in seen] == ["call_back_closed"]
    assert not any(each.nick == row.nick for each in stocked.call_backs.day(FRIDAY))
    assert page.moves.place_of(row) == (TODAY, "17:00"), "nothing is on its way any more"
