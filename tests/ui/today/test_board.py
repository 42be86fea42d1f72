"""The morning board in the window: what it shows, and that every line does its work by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from models.call_kinds import CallBackKind, Channel
from models.clock import FixedClock
from models.kinds import CallOutcome, Consent, Platform, Problem, Role, Tier
from models.rules.call_settings import Limits
from models.store.transaction import Transaction
from tests.ui.today.conftest import Elsewhere, Show, arrive
from ui.main_window import MainWindow
from ui.page import Target
from ui.snooze_dialog import SnoozeDialog
from ui.today.board_layout import Place, share_rows, spread
from ui.today.board_lines import BoardLine, BoardPart
from ui.today.board_panel import BoardPanel
from ui.today.board_view import BoardView
from ui.today.call_acts import SnoozeCallDialog
from ui.today.panels import ALARMS, CALLS, DUE, HAND_OVER, OVERDUE, PARCELS
from ui.today.print_board import PrintPart, paint_on
from ui.today.today_page import TodayPage

if TYPE_CHECKING:
    from desktop.context import AppContext


def sentences(panel: BoardPanel) -> list[str]:
    return [str(panel.model.index(row).data()) for row in range(panel.model.rowCount())]


def sent_to(window: MainWindow, word: str) -> list[Target]:
    page = window.page(word)
    assert isinstance(page, Elsewhere)
    return page.targets


def press(qtbot: QtBot, page: TodayPage, panel: int, key: Qt.Key) -> None:
    page.jump(panel)
    qtbot.keyClick(page.panels[panel].list, key)


def test_the_board_counts_and_lists_the_morning(page: TodayPage) -> None:
    assert [tile.count() for tile in page.tiles] == [3, 1, 1, 2, 2, 0]
    assert [page.tiles[place].fact() for place in (HAND_OVER, CALLS, PARCELS)] == [
        "限 12:00", "其中 1 个已拖期", "1 件无主"
    ]  # fmt: skip
    assert "同意补寄 2 只，<b>16:00</b> 前发出" in sentences(page.panels[HAND_OVER])[0]
    assert "A2611-0001" in sentences(page.panels[PARCELS])[0]
    assert "无主件" in sentences(page.panels[PARCELS])[1]
    assert "逾期 1 时 55 分" in sentences(page.panels[OVERDUE])[0]
    assert "剩 5 分" in sentences(page.panels[DUE])[0]
    assert ["大观园_探春" in each for each in sentences(page.panels[CALLS])] == [True, False]
    assert page.facts() == "11 月 20 日 星期五"


def test_an_empty_panel_folds_to_its_heading_with_a_tick(page: TodayPage) -> None:
    alarms = page.panels[ALARMS]
    assert not alarms.body.isVisible()
    assert alarms.cleared.isVisible()
    assert alarms.cleared.text() == "都处理完了"


def test_the_first_row_has_the_keyboard_at_the_start(page: TodayPage) -> None:
    assert page.panels[HAND_OVER].list.selectionModel().hasSelection()
    assert page.panels[HAND_OVER].list.currentIndex().row() == 0


def test_enter_opens_the_case_and_r_resolves_it(page: TodayPage, window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, page, OVERDUE, Qt.Key.Key_Return)
    assert sent_to(window, "cases") == [Target("cases", "A2611-0001")]
    window.go(Target("today"))
    press(qtbot, page, OVERDUE, Qt.Key.Key_R)
    assert sent_to(window, "resolution") == [Target("resolution", "A2611-0001")]


def test_c_calls_and_n_notes_that_nobody_answered(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    press(qtbot, page, CALLS, Qt.Key.Key_C)
    call_back = page.panels[CALLS].model.line(0).number
    assert sent_to(window, "callbacks") == [Target("callbacks", str(call_back), "call")]
    window.go(Target("today"))
    arrive(qtbot, window)
    press(qtbot, page, CALLS, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 1)
    planned = busy_shop.call_backs.due(busy_shop.clock.now().date().replace(year=2099))
    row = next(row for row in planned if row.call_back.id == call_back)
    assert (row.outcome, row.call_back.attempts) == (CallOutcome.NO_ANSWER, 1)


def test_every_kind_of_call_back_stands_with_its_colour_and_is_done_in_place(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    today = busy_shop.clock.now().date()
    kept = busy_shop.call_backs.promise(2, "寄<b>杯盖</b>", today)

    def fill(transaction: Transaction) -> None:
        transaction.update("call_back", 1, due_on=today - timedelta(days=4))
        transaction.insert(
            "call_back", buyer_id=2, due_on=today, kind=CallBackKind.SATISFACTION, case_id=1, channel=Channel.CHAT
        )
        refused = transaction.insert("buyer", shop_id=1, nick="梁山_林冲", tier=Tier.V1, consent=Consent.REFUSED)
        transaction.insert("call_back", buyer_id=refused, due_on=today)

    busy_shop.bench.act("calls_planned", fill, undoable=False)
    busy_shop.call_rules.keep(replace(busy_shop.call_rules.read(), limits={Tier.V3: Limits(2, 4)}))
    page.refresh(None)
    panel = page.panels[CALLS]
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 4)
    said = sentences(panel)
    assert "大观园_探春" in said[0]
    assert said[0].endswith("红灯")
    assert any("答应了：寄<b>杯盖</b>" in each for each in said)
    assert any("满意度 A2611-0001 · 平台聊天" in each for each in said)
    assert not any("梁山_林冲" in each for each in said), "who opted out is never listed"
    row = next(row for row in range(4) if panel.model.line(row).number == kept)
    page.jump(CALLS)
    panel.list.choose_row(row)
    qtbot.keyClick(panel.list, Qt.Key.Key_N)
    qtbot.keyClick(panel.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 3)
    panel.list.choose_row(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    dialog = page.findChildren(SnoozeCallDialog)[0]
    dialog.take.click()
    assert dialog.reason.property("wrong") is True
    dialog.reason.setText("在出差")
    dialog.day.setText(today.isoformat())
    dialog.take.click()
    assert dialog.day.property("wrong") is True
    dialog.day.setText((today + timedelta(days=3)).isoformat())
    dialog.take.click()
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 2)
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 3)
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: page.tiles[CALLS].count() == 4)


def test_digits_jump_from_panel_to_panel_and_only_one_row_is_selected(page: TodayPage, qtbot: QtBot) -> None:
    page.jump(HAND_OVER)
    qtbot.keyClick(page.panels[HAND_OVER].list, Qt.Key.Key_4)
    selected = [panel.list.selectionModel().hasSelection() for panel in page.panels]
    assert selected == [False, False, False, True, False, False]


def test_a_click_on_the_icon_of_a_row_clears_the_item(page: TodayPage, qtbot: QtBot) -> None:
    view = page.panels[HAND_OVER].list
    rect = view.visualRect(view.model().index(0, 0))
    done = QPoint(rect.right() - 8 - 3 * 28 - 14, rect.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=done)
    qtbot.waitUntil(lambda: page.tiles[HAND_OVER].count() == 2)


def test_a_buyers_markup_is_text(page: TodayPage) -> None:
    index = page.panels[DUE].model.index(0)
    assert "<b>梁山</b>_智多星" in str(index.data())


def test_a_long_panel_shows_what_fits_and_leads_to_all(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    for _ in range(30):
        busy_shop.cases.open_case(problem=Problem.LATE, buyer_id=3)
    page.refresh(None)
    qtbot.waitUntil(lambda: page.tiles[DUE].count() == 31)
    panel = page.panels[DUE]
    assert 5 < panel.model.rowCount() < 31
    assert panel.all.label() == "全部 31 个"
    assert panel.geometry().bottom() <= page.height()
    panel.all.click()
    assert sent_to(window, "cases") == [Target("cases", "", "due_soon")]


def test_the_hand_over_is_taken_cleared_opened_again_and_passed_on_by_keys(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    panel = page.panels[HAND_OVER]
    press(qtbot, page, HAND_OVER, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "小满 在办" in sentences(panel)[0])
    press(qtbot, page, HAND_OVER, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.tiles[HAND_OVER].count() == 2)
    assert page.tiles[HAND_OVER].fact() == "已清 1 · 限 12:00"
    assert [panel.model.line(row).struck for row in range(3)] == [False, False, True], "what is open stands first"
    panel.list.choose_row(2)
    qtbot.keyClick(panel.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.tiles[HAND_OVER].count() == 3)
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: page.tiles[HAND_OVER].count() == 2)
    first = panel.model.line(0)
    dialog = page.acts.pass_on(first)
    assert dialog is not None
    assert dialog.due.morning.count() > 1, "another morning than the next can be chosen"
    dialog.note.setText("等仓库回话")
    dialog.take.click()
    qtbot.waitUntil(lambda: page.tiles[HAND_OVER].count() == 1)
    assert busy_shop.hand_over_items.find_item(first.number).note == "等仓库回话"
    clock = busy_shop.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(hours=3))
    page.minute()
    arrive(qtbot, window)
    assert "逾期" in sentences(panel)[0], "noon has passed"
    clock.advance(timedelta(days=1))
    page.minute()
    qtbot.waitUntil(lambda: "1 项是前几天留下的" in panel.heading.quiet.text())
    assert page.tiles[HAND_OVER].count() == 2, (
        "what was passed on is this morning's, what was not cleared is still there"
    )


def test_s_snoozes_a_case_in_place(page: TodayPage, qtbot: QtBot, busy_shop: AppContext) -> None:
    press(qtbot, page, DUE, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(page.findChildren(SnoozeDialog)))
    dialog = page.findChildren(SnoozeDialog)[0]
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: busy_shop.cases.load_page(2).case.snoozed_until is not None)


def test_an_alarm_is_put_off_for_today_and_speaks_again(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    clock = busy_shop.clock
    assert isinstance(clock, FixedClock)

    def bad(transaction: Transaction, digest: str) -> None:
        transaction.insert(
            "review", shop_id=1, verdict="bad", text="差", written_at=clock.now(), origin="hand",
            entered_at=clock.now(), entered_by="小满", digest=digest * 64,
        )  # fmt: skip

    busy_shop.bench.act("draft_saved", lambda transaction: bad(transaction, "a"), undoable=False)
    page.refresh(None)
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 1)
    assert sentences(page.panels[ALARMS])[0].startswith("1 条差评还没回复")
    press(qtbot, page, ALARMS, Qt.Key.Key_Return)
    assert sent_to(window, "registers") == [Target("registers", "", "review")]
    window.go(Target("today"))
    arrive(qtbot, window)
    press(qtbot, page, ALARMS, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 0)
    assert page.panels[ALARMS].cleared.text() == "今天没有别的警报"
    page.board.again.click()
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 1)
    press(qtbot, page, ALARMS, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 0)
    busy_shop.bench.act("draft_saved", lambda transaction: bad(transaction, "b"), undoable=False)
    page.refresh(None)
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 1)
    press(qtbot, page, ALARMS, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 0)
    clock.advance(timedelta(days=1))
    page.minute()
    qtbot.waitUntil(lambda: page.tiles[ALARMS].count() == 1)


def test_the_steps_stand_behind_a_switch_and_people_of_the_warehouse_begin_there(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    assert page.stack.currentWidget() is page.board
    assert page.title_widgets()[0] is page.switch
    assert page._board is not None
    assert page._board.steps_due == 2
    page.jump(OVERDUE)
    qtbot.keyClick(page.panels[OVERDUE].list, Qt.Key.Key_G)
    assert page.steps is not None
    assert page.stack.currentWidget() is page.steps
    assert page.back()
    assert page.stack.currentWidget() is page.board
    keeper = busy_shop.shops.add_person(name="阿仓", role=Role.WAREHOUSE)
    busy_shop.shops.choose_person(keeper)
    window.show_anew()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.steps)


def test_a_board_on_which_nothing_waits_says_so(open_context: Callable[[], AppContext], show: Show) -> None:
    ctx = open_context()
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    ctx.shops.add_person(name="小满", role=Role.OWNER)
    page = show(ctx).page("today")
    assert isinstance(page, TodayPage)
    assert page.board.calm.isVisible()
    assert page.board.calm.text.text() == "都处理完了"
    assert [tile.count() for tile in page.tiles] == [0] * 6


def test_sleep_and_a_moved_clock_are_noticed_at_the_next_minute(
    page: TodayPage, window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    clock = busy_shop.clock
    assert isinstance(clock, FixedClock)

    def read_anew(moved: timedelta) -> bool:
        arrive(qtbot, window)
        before = page._board
        clock.advance(moved)
        page.minute()
        arrive(qtbot, window)
        return page._board is not before

    assert [read_anew(timedelta(minutes=each)) for each in (1, 1, 4, -30, 1)] == [False, False, True, True, False]


def test_time_goes_on_by_the_minute(page: TodayPage, busy_shop: AppContext, qtbot: QtBot) -> None:
    assert isinstance(busy_shop.clock, FixedClock)
    busy_shop.clock.advance(timedelta(minutes=2))
    page.minute()
    assert "剩 3 分" in sentences(page.panels[DUE])[0]
    busy_shop.clock.advance(timedelta(minutes=4))
    page.minute()
    qtbot.waitUntil(lambda: page.tiles[OVERDUE].count() == 2)


def test_it_prints_on_one_page_and_counts_what_is_left_out(page: TodayPage, tmp_path: Path, qtbot: QtBot) -> None:
    part = page.panels[CALLS].part()
    many = type(part)(part.lines * 40, 95, "")
    parts = [PrintPart(panel.heading.title.text(), panel.part()) for panel in page.panels[:5]]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "today.pdf"))
    printed = paint_on(printer, "今日", page.facts(), [*parts, PrintPart("警报", many)])
    assert printed[:5] == [3, 1, 1, 2, 2]
    assert 0 < printed[5] < 80
    with pypdfium2.PdfDocument(tmp_path / "today.pdf") as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    assert "先别承诺退款" in text
    assert f"另有 {95 - printed[5]} 个未印出" in text


def test_the_first_start_asks_for_the_name_and_then_for_orders(
    open_context: Callable[[], AppContext], show: Show, qtbot: QtBot
) -> None:
    ctx = open_context()
    window = show(ctx)
    page = window.page("today")
    assert isinstance(page, TodayPage)
    assert page.stack.currentWidget() is page.welcome
    page.welcome.begin.click()
    assert page.welcome.name.property("wrong") is True
    page.welcome.name.setText("小满")
    page.welcome.begin.click()
    qtbot.waitUntil(lambda: page.welcome.imports.isVisible())
    assert ctx.shops.person.name == "小满"
    page.welcome.imports.click()
    assert sent_to(window, "cases")[-1] == Target("cases", "", "import")


def test_nothing_is_said_to_be_done_before_it_was_read(qtbot: QtBot) -> None:
    view = BoardView()
    qtbot.addWidget(view)
    assert all(each.isHidden() for each in (*view.panels, *view.tiles))


@given(st.integers(0, 900), st.lists(st.tuples(st.integers(0, 50), st.sampled_from([36, 48])), max_size=5))
def test_rows_are_shared_without_waste(room: int, panels: list[tuple[int, int]]) -> None:
    given_rows = share_rows(room, panels)
    used = sum(rows * height for rows, (_, height) in zip(given_rows, panels, strict=True))
    assert used <= room
    for rows, (has, height) in zip(given_rows, panels, strict=True):
        assert rows <= has
        assert rows == has or used + height > room


def test_places_are_left_out_where_there_is_no_room() -> None:
    places = (Place(100), Place(0), Place(80, 120, 1), Place(60, 0, 2))
    assert spread(500, places, "zh") == [(0, 100), (100, 260), (360, 80), (440, 60)]
    assert spread(500, places, "en") == [(0, 100), (100, 220), (320, 120), (440, 60)]
    assert spread(300, places, "zh") == [(0, 100), (100, 120), (220, 80), (300, 0)]
    assert spread(250, places, "en") == [(0, 100), (100, 90), (190, 0), (190, 60)]
    assert spread(200, places, "zh") == [(0, 100), (100, 100), (200, 0), (200, 0)]


def test_the_keyboard_follows_its_line_and_stays_in_place_when_that_is_cleared(qtbot: QtBot) -> None:
    panel = BoardPanel("交接", "", (), icon="clipboard-list", token="due")
    qtbot.addWidget(panel)
    first, second, new = (BoardLine((), Target(""), str(number), number=number) for number in (1, 2, 3))
    panel.show_part(BoardPart((first, second), 2, ""), 5)
    panel.list.choose_row(0)
    panel.show_part(BoardPart((new, first, second), 3, ""), 5)
    assert panel.current() == first
    panel.show_part(BoardPart((new, second, replace(first, struck=True)), 3, ""), 5)
    assert panel.current() == second
