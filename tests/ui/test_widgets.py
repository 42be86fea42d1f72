"""The kit's widgets: keys of tables, fields that say what is wrong, buttons that keep their room, icons that exist."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.actions import commands, key_text
from ui.fonts import families, font
from ui.icons import has_icon, icon, pixmap
from ui.theme import DARK, LIGHT, theme
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Chip, SearchField, Segmented, Switch, Tabs, ViewChip
from ui.widgets.delegates import CELL_ROLE, Action, Cell, action_places
from ui.widgets.flow import FlowLayout
from ui.widgets.focus_ring import ring_of
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows
from ui.widgets.table import Column, DataTable
from ui.widgets.timeline import Happened, timeline_list

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = [Column("number", "单号", 108), Column("buyer", "买家", 160, stretch=True), Column("do", "", 80)]


class Rows(QAbstractTableModel):
    """Five rows of a number, a buyer and two actions."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return COLUMNS[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        cells = [
            Cell(f"A2611-000{index.row()}", weight=500),
            Cell("<b>花果山</b>", tier="V2", flag="flag.red"),
            Cell(kind="actions", actions=(Action("done", "check", "完成"), Action("snooze", "clock", "推迟"))),
        ]
        if role == CELL_ROLE:
            return cells[index.column()]
        return cells[index.column()].text if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    table = DataTable(COLUMNS, name="售后单")
    table.setModel(Rows(table))
    table.resize(640, 300)
    qtbot.addWidget(table)
    table.show()
    return table


def test_tables_go_by_keys(table: DataTable, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.opened.connect(lambda index: opened.append(index.row()))
    table.choose_row(0)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    assert opened == [1]
    with qtbot.waitSignal(table.looked):
        qtbot.keyClick(table, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.left):
        qtbot.keyClick(table, Qt.Key.Key_Escape)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_rows() == [1, 2]


def test_escape_in_a_list_closes_its_dialog_where_the_page_has_no_use_for_it(table: DataTable, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    table.setParent(dialog)
    dialog.show()
    left: list[bool] = []
    table.left.connect(lambda: left.append(True))
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert (left, dialog.isVisible()) == ([True], True)
    table.left.disconnect()
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    table.setParent(None)


def test_ctrl_enter_takes_what_a_dialog_holds_from_a_field_of_several_lines(qtbot: QtBot) -> None:
    dialog = HeldDialog()
    qtbot.addWidget(dialog)
    dialog.take = Button("保存", dialog)
    note = QPlainTextEdit("第一行", dialog)
    taken: list[str] = []
    dialog.take.clicked.connect(lambda: taken.append(note.toPlainText()))
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.hold()
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["\n第一行"]


def test_letters_are_commands_only_when_a_page_takes_them(table: DataTable, qtbot: QtBot) -> None:
    table.choose_row(2)
    qtbot.keyClick(table, Qt.Key.Key_D)
    assert table.currentIndex().row() == 2
    table.take_letters("d1")
    with qtbot.waitSignal(table.key_pressed) as pressed:
        qtbot.keyClick(table, Qt.Key.Key_D)
    assert pressed.args == ["D"]


def test_rows_are_36_high_and_columns_fill_the_table(table: DataTable) -> None:
    assert table.rowHeight(0) == 36
    assert table.horizontalHeader().height() == 32
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(900, 300)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_layout_is_kept(table: DataTable) -> None:
    table.horizontalHeader().moveSection(1, 0)
    table.horizontalHeader().resizeSection(1, 200)
    kept = table.save_layout()
    other = DataTable(COLUMNS)
    other.setModel(Rows(other))
    other.restore_layout(kept)
    assert other.horizontalHeader().visualIndex(1) == 0
    assert other.horizontalHeader().sectionSize(1) == 200


def test_action_icons_act_when_clicked(table: DataTable, qtbot: QtBot) -> None:
    index = table.model().index(1, 2)
    cell = index.data(CELL_ROLE)
    place = action_places(table.visualRect(index).adjusted(8, 0, -8, -1), cell)[1]
    with qtbot.waitSignal(table.acted) as acted:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert acted.args[1] == "snooze"
    assert acted.args[0].row() == 1


def test_the_chosen_row_is_painted_as_selected(table: DataTable) -> None:
    table.choose_row(1)
    image = table.grab().toImage()
    below = table.visualRect(table.model().index(1, 0)).center() + QPoint(0, table.horizontalHeader().height())
    assert image.pixelColor(50, below.y() + 12) == LIGHT.colour("selected")
    assert image.pixelColor(50, below.y() + 12 + 36) != LIGHT.colour("selected")


def test_a_row_is_chosen_while_ctrl_is_still_held_from_a_shortcut(table: DataTable, qtbot: QtBot) -> None:
    table.choose_row(2)
    qtbot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    table.choose_row(1)
    table.choose_row(1)
    assert table.selected_rows() == [1]


def test_a_field_says_what_is_wrong_with_it(qtbot: QtBot) -> None:
    form = FormRows()
    qtbot.addWidget(form)
    field = QLineEdit()
    form.add_field("金额", field)
    form.set_wrong(field, "请填写数字")
    assert field.property("wrong") is True
    assert (field.accessibleName(), field.accessibleDescription()) == ("金额", "请填写数字")
    form.set_wrong(field, "")
    assert field.property("wrong") is False


def test_buttons_give_up_their_hint_before_their_words(qtbot: QtBot) -> None:
    button = Button("处理方案", kind="primary", icon="route", hint="Ctrl+R")
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    assert button.sizeHint().height() == 32
    assert Button("a", size="small").sizeHint().height() == 28
    alone = icon_button("x", "关闭", hint="Esc")
    qtbot.addWidget(alone)
    assert alone.sizeHint() == QSize(32, 32)
    assert alone.accessibleName() == "关闭"
    assert "Esc" in alone.toolTip()


def test_the_ring_shows_for_focus_by_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button("下一题", window, kind="primary")
    button.setGeometry(50, 50, 100, 32)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring_of(button).isVisible()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_of(button).geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.move(60, 70)
    assert ring_of(button).geometry().topLeft() == QPoint(56, 66)
    button.clearFocus()
    assert not ring_of(button).isVisible()


def test_small_controls_say_their_value(qtbot: QtBot) -> None:
    chip = ViewChip("已逾期", 4, state="overdue")
    choice = Segmented([("zh", "中文"), ("en", "English")], "zh")
    switch = Switch("完整性页", on=True)
    tabs = Tabs()
    tabs.addTab("凭证")
    for widget in (chip, choice, switch, tabs):
        qtbot.addWidget(widget)
        widget.show()
    assert chip.accessibleName() == "已逾期 4"
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert chosen.args == ["en"]
    assert choice.accessibleName() == "English"
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    before = tabs.tabRect(0).width()
    tabs.set_count(0, 11)
    assert tabs.tabRect(0).width() > before


def test_a_search_waits_for_the_typing_to_end(qtbot: QtBot) -> None:
    field = SearchField("单号、订单", hint="Ctrl+F")
    qtbot.addWidget(field)
    found: list[str] = []
    field.searched.connect(found.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "0387")
    assert found == ["0387"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert found == ["0387", ""]


def test_flow_breaks_rows(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box)
    for _ in range(6):
        layout.addWidget(Chip("打码副本"))
    assert layout.heightForWidth(1000) < layout.heightForWidth(150)


def test_a_timeline_is_read_as_sentences(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    view, model = timeline_list(name="时间线", fit_rows=True)
    qtbot.addWidget(view)
    model.show_lines([Happened(1, "09:31", "仓库已接单", "老秋"), Happened(2, "昨 18:02", "<b>x</b>", "小满")])
    assert view.height() == 48
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "09:31 仓库已接单 老秋"
    qtmodeltester.check(model, force_py=True)


def test_icons_take_the_colour_of_the_theme() -> None:
    for shown in (LIGHT, DARK):
        colour = shown.colour("overdue")
        assert colour.isValid()
    image = pixmap("phone", "accent", 20, 2.0).toImage()
    assert image.width() == 40
    inked = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert {colour.name() for colour in inked} == {theme().colour("accent").name()}
    assert not icon("phone").isNull()


def test_every_icon_of_a_command_is_bundled() -> None:
    assert [c.icon for c in commands() if c.icon and not has_icon(c.icon)] == []


def test_every_icon_named_in_the_window_is_bundled() -> None:
    missing = []
    for file in sorted((ROOT / "ui").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "icon" in text else ():
            if isinstance(node, ast.keyword) and node.arg == "icon" and isinstance(node.value, ast.Constant):
                name = node.value.value
                if isinstance(name, str) and name and not has_icon(name):
                    missing.append(f"{file.name}: {name}")
    assert missing == []


def test_chinese_can_be_shown_on_any_machine() -> None:
    assert families()[-1] == "Noto Sans SC"
    raw = QRawFont.fromFont(font("body"))
    bundled = font("body")
    bundled.setFamilies(["Noto Sans SC"])
    assert raw.isValid()
    assert QRawFont.fromFont(bundled).supportsCharacter(ord("售"))


def test_keys_are_written_as_the_system_writes_them() -> None:
    assert key_text("") == ""
    assert key_text("Ctrl+K") in {"Ctrl+K", "⌘K"}


def test_a_key_left_out_of_a_button_stands_in_its_tip(qtbot: QtBot) -> None:
    button = Button("Compare", hint="C")
    qtbot.addWidget(button)
    with_key = button.sizeHint().width()
    button.set_hint_shown(False)
    button.set_tip("Compare")
    assert button.sizeHint().width() < with_key
    assert "C" in button.toolTip().removeprefix("Compare")
    assert button.accessibleName() == "Compare"
