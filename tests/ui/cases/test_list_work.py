"""The list beats a sheet: cells changed where they stand, tags, marks, copy, export, print, columns by keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.case_lists import COLUMNS
from models.clock import FixedClock, zone
from models.kinds import CaseState, Platform, WaitingOn
from models.records import CaseRow
from tests.ui.cases.sample_cases import NICKS, arrive
from ui.cases.case_cells import CaseCell, Moment, row_cells
from ui.cases.case_columns import (
    BUYER,
    CLOCK,
    EVIDENCE,
    FOUND,
    HANDLER,
    NUMBER,
    ORDER,
    STATE,
    TAGS,
    UPDATED,
    WAITING,
    case_columns,
)
from ui.cases.cell_layout import layout_of
from ui.cases.cell_popup import CellPopup
from ui.cases.list_export import export_path
from ui.cases.list_printing import PrintedList, print_list, printed_list, printed_text
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.widgets.delegates import CELL_ROLE

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


def rows(page: CasesPage) -> list[CaseRow]:
    return page.pane.model.case_rows(range(page.pane.model.rowCount()))


def popup(page: CasesPage) -> CellPopup:
    found = [each for each in page.findChildren(CellPopup) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_cells_of_several_cases_are_changed_where_they_stand(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    table = page.pane.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex().column() == STATE
    assert len(table.chosen_rows()) == 2
    assert page.pane.sums.words() == "¥ 203.00"
    qtbot.keyClick(table, Qt.Key.Key_F2)
    shown = popup(page)
    assert shown.accessibleName() == "2 张售后单的状态"
    qtbot.keyClicks(shown.field, "clz")
    assert [choice.text for choice in shown.model.choices] == ["处理中"]
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert [row.state for row in rows(page)].count(CaseState.OPEN) == 2
    table.choose_case(3)
    page.list_work.editing.change(STATE)
    shown = popup(page)
    shown.field.setText("归档")
    assert "介入中" in shown.model.choices[0].why_not
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert "不可选" in shown.note.text()
    qtbot.keyClick(shown.field, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    table.selectAll()
    page.list_work.editing.change(WAITING)
    shown = popup(page)
    shown.field.setText("仓")
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert [row.waiting_on for row in rows(page)].count(WaitingOn.WAREHOUSE) == 3
    entry = page.ctx.undo.peek_undo()
    assert entry is not None
    assert (entry.code, entry.values["count"]) == ("waitings_changed", 3)
    page.list_work.editing.change(-1)
    which = popup(page)
    which.field.setText("经手")
    qtbot.keyClick(which.field, Qt.Key.Key_Return)
    people = popup(page)
    people.field.setText("老秋")
    qtbot.keyClick(people.field, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert [row.handler for row in rows(page)].count("老秋") == 3


def test_tags_are_typed_ticked_and_renamed(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    dialog = page.list_work.editing.open_tags()
    assert dialog is not None
    arrive(qtbot, window)
    for text in ("易碎", "复购 <b>&"):
        dialog.field.setText(text)
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.field.setText("x" * 60)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.clear()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert rows(page)[0].tags == ("复购 <b>&", "易碎")
    cell = page.pane.model.index(0, BUYER).data(CELL_ROLE)
    assert isinstance(cell, CaseCell)
    assert [text for text, _ in cell.chips] == ["复购 <b>&", "易碎"]
    page.pane.table.selectAll()
    dialog = page.list_work.editing.open_tags()
    assert dialog is not None
    arrive(qtbot, window)
    qtbot.keyClicks(dialog.field, "ys")
    assert dialog.model.lines[0].state() == "some"
    assert dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "易碎，3 张中有 1 张加了".replace(
        "，", ", "
    )
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    arrive(qtbot, window)
    assert all("易碎" in row.tags for row in rows(page))
    dialog = page.list_work.editing.open_tags()
    assert dialog is not None
    arrive(qtbot, window)
    dialog.renamed.emit("易碎", "复购 <B>&")
    arrive(qtbot, window)
    assert dialog.field.accessibleDescription().startswith("已经有标签「复购 <B>&」。")
    dialog.renamed.emit("易碎", "轻放")
    arrive(qtbot, window)
    assert "轻放" in [line.name for line in dialog.model.lines]
    dialog.reject()
    assert page.ctx.case_tags.count_tags() == {"复购 <b>&": 1, "轻放": 3}


def test_hits_are_marked_and_hidden_ones_told(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    model, table = page.pane.model, page.pane.table
    assert table.isColumnHidden(FOUND)
    page.pane.search.setText("13800000003")
    arrive(qtbot, window)
    assert not table.isColumnHidden(FOUND)
    cell = model.index(0, FOUND).data(CELL_ROLE)
    assert (cell.text, cell.marks) == ("电话：13800000003", ((3, 11),))
    assert "命中电话" in model.index(0, NUMBER).data(Qt.ItemDataRole.AccessibleTextRole)
    page.pane.search.setText("刚 0000000002")
    arrive(qtbot, window)
    assert model.index(0, BUYER).data(CELL_ROLE).marks == ((4, 1),)
    assert "订单号" in model.index(0, FOUND).data()
    page.pane.search.setText("00002")
    arrive(qtbot, window)
    table.show_column(ORDER, True)
    assert model.index(0, FOUND).data() == ""
    assert model.index(0, ORDER).data(CELL_ROLE).marks == ((1, 6),)
    table.grab()
    table.show_column(ORDER, False)
    qtbot.waitUntil(lambda: model.index(0, FOUND).data().startswith("订单号"))
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    arrive(qtbot, window)
    assert table.isColumnHidden(FOUND)
    assert "found" not in table.shown_keys()


def test_rows_are_copied_exported_and_printed_as_they_stand(
    page: CasesPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    table = page.pane.table
    table.show_column(UPDATED, False)
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(BUYER), 0)
    table.setFocus()
    page.ctx.store.database.execute_sql("UPDATE \"case\" SET buyer_nick = '=1+1' WHERE id = 1")
    page.clipboard.select_all()
    with qtbot.waitSignal(page.said) as said:
        page.clipboard.copy()
    assert said.args == ["已复制 3 行"]
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\r\n")
    assert lines[0].startswith("买家\t单号\t状态\t下一时限\t订单号")
    assert lines[1].startswith("'=1+1\tA2611-0001\t新建\t2026-11-20 09:47\t2611120000000001")
    assert '<td class="n">101.00</td>' in data.html()
    out = tmp_path / "out.xlsx"
    with qtbot.waitSignal(page.said) as said:
        page.list_work.export.write(out, page.pane.model.all_ids())
    assert said.args == ["已把 3 张售后单写入 out.xlsx"]
    assert [cell.value for cell in load_workbook(out).active["A"]] == ["买家", "=1+1", NICKS[1], NICKS[2]]
    assert page.list_work.export.default_name() == "cases-2026-11-20.xlsx"
    assert export_path("/a/b.2026", "CSV (*.csv)").name == "b.2026.csv"
    page.list_work.printing.ask()
    arrive(qtbot, window)
    preview = page.list_work.printing.preview
    assert preview is not None
    assert preview.windowTitle() == "打印：未结"
    preview.close()


def test_columns_are_arranged_by_keyboard_and_kept(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    table = page.pane.table
    dialog = page.list_work.arrange_columns()
    place = dialog.model.order.index
    dialog.list.choose_row(place(TAGS))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Right, ALT)
    assert table.shown_columns()[-2:] == [TAGS, EVIDENCE]
    assert table.columnWidth(TAGS) == 152
    assert "显示中，第 12 列" in dialog.model.index(11).data(Qt.ItemDataRole.AccessibleTextRole).replace(", ", "，")
    dialog.list.choose_row(place(HANDLER))
    qtbot.keyClick(dialog.list, Qt.Key.Key_S)
    qtbot.keyClick(dialog.list, Qt.Key.Key_S)
    dialog.accept()
    arrive(qtbot, window)
    assert page.pane.model.query.sort == "handler_name"
    assert page.pane.model.query.descending
    table.horizontalHeader().setSortIndicator(TAGS, Qt.SortOrder.AscendingOrder)
    assert table.horizontalHeader().sortIndicatorSection() == HANDLER
    kept = table.layout_text()
    table.reset_layout()
    assert table.isColumnHidden(TAGS)
    table.take_layout(kept)
    assert table.shown_columns()[-2:] == [TAGS, EVIDENCE]
    assert table.columnWidth(TAGS) == 152
    for broken in ("", "AAAA", "[]", "{}", '{"order": ["nothing"]}', '{"order": [1, null], "widths": 3}'):
        table.take_layout(broken)
    assert table.layout_text() == kept


def test_layouts_of_other_versions_are_read() -> None:
    known = [column.key for column in case_columns()]
    layout = layout_of('{"order": ["state", "gone", "state", "number"], "hidden": "x", "widths": {"state": 1}}', known)
    assert layout is not None
    assert layout.order[:2] == ("state", "number")
    assert sorted(layout.order) == sorted(known)
    assert layout.hidden == frozenset(known) - {"state", "number"}
    assert layout.widths == {"state": 36}
    assert layout_of('{"order": ["state"], "hidden": ["state"]}', known) is None


def test_a_clock_turns_overdue_at_its_minute(page: CasesPage, clock: FixedClock) -> None:
    model = page.pane.model
    place = model.index(0, CLOCK)
    before = model.index(0, STATE).data(CELL_ROLE)
    assert place.data(CELL_ROLE).ink == "due"
    clock.advance(timedelta(minutes=10))
    page.minute()
    assert place.data(CELL_ROLE).ink == "overdue"
    assert model.index(0, STATE).data(CELL_ROLE) is before


def test_shops_stand_in_the_rows_where_there_are_several(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    assert page.pane.model.index(0, NUMBER).data(CELL_ROLE).colour == ""
    page.ctx.shops.add_shop(name="蓝湾", platform=Platform.AMAZON, currency="USD")
    page.refresh(None)
    arrive(qtbot, window)
    cell = page.pane.model.index(0, NUMBER).data(CELL_ROLE)
    first = page.ctx.shops.list_shops()[0]
    assert (cell.colour, cell.shop) == (f"shop.{first.colour}", first.name)
    assert "店铺 青禾家居" in page.pane.model.index(0, NUMBER).data(Qt.ItemDataRole.AccessibleTextRole)
    page.pane.table.grab()


def test_a_long_list_is_printed_on_pages_and_says_what_it_left_out(
    prepared: QApplication, tmp_path: Path, speak: object
) -> None:
    long = tuple((f"A2611-{place:04d}", "很长的买家名字" * 9, "￥\u202e<b>&") for place in range(120))
    made = PrintedList("未结", "按下一时限升序", "x", ("单号", "买家", "备注"), (False, False, True), long, 5_000)
    assert made.left_out == "只打印前 120 张，共 5,000 张。要全部请导出列表。"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "list.pdf"))
    pages = print_list(printer, made)
    assert 3 < pages < 12
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")


def test_titles_are_the_same_in_the_window_and_in_files(speak: object) -> None:
    for language, place in (("zh", 0), ("en", 1)):
        speak(language)  # type: ignore[operator]
        assert [(column.key, column.title) for column in case_columns()[:-1]] == [
            (key, COLUMNS[key][place]) for key in COLUMNS if key not in ("currency", "evidence_missing")
        ]


@pytest.mark.parametrize("nick", ["\x00", "a\u202eb" * 50, "𝕳" * 1000, "=1\t\r\n2", "'\"<>&"])
def test_any_name_is_shown_printed_and_counted(nick: str, clock: FixedClock) -> None:
    from tests.ui.cases.test_case_list_model import made_row
    from ui.cases.case_cells import Sight

    row = CaseRow(**{name: getattr(made_row(7), name) for name in CaseRow.__dataclass_fields__} | {"buyer_nick": nick})
    at, sight = Moment(clock.now(), zone("Asia/Shanghai")), Sight(runs=("h", "ab", "1"))
    cell = row_cells(row, at, sight)[BUYER]
    assert isinstance(cell, CaseCell)
    assert all(start + length <= len(cell.text) for start, length in cell.marks)
    assert "\n" not in printed_text(row, BUYER, at, sight)
    assert printed_list("t", "f", [BUYER], (("x",),), 1, at).left_out == ""
