"""What the frame shows and offers: title, tray, the session's actions, keys, single letters, wishes of a second start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop.changes import ChangeBus, ChangeSet
from ui.actions import commands, menus
from ui.change_gatherer import ChangeGatherer
from ui.frame_hooks import UndoLine
from ui.letters import set_letters
from ui.page import Key, Target
from ui.program import wished
from ui.shortcuts_dialog import ShortcutsDialog, key_parts, matching, print_keys
from ui.top_bar import TopBar
from ui.tray import TrayDoings, TrayReminders, counted_icon
from ui.undo_history import UndoHistory
from ui.widgets.table import Column, DataTable
from ui.window_times import window_title


def test_changes_of_one_turn_arrive_together(prepared: QApplication, qtbot: QtBot) -> None:
    bus, seen = ChangeBus(), []
    gatherer = ChangeGatherer(bus)
    gatherer.changed.connect(seen.append)
    bus.publish(ChangeSet(frozenset({1}), frozenset({"case"}), "states_changed"))
    bus.publish(ChangeSet(frozenset({2}), frozenset({"note"}), "note_added"))
    bus.publish(ChangeSet(frozenset({3}), frozenset({"case"})))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [ChangeSet(frozenset({1, 2, 3}), frozenset({"case", "note"}), "note_added")]
    bus.publish(ChangeSet())
    bus.publish(ChangeSet(frozenset({4}), frozenset({"case"})))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1].tables == frozenset()
    for step in (5, 6):
        bus.publish(ChangeSet(frozenset({step}), frozenset({"evidence"}), "evidence_imported", going_on=True))
    qtbot.wait(0)
    assert len(seen) == 2
    bus.publish(ChangeSet(frozenset({6}), frozenset({"evidence"}), "evidence_imported"))
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen[2] == ChangeSet(frozenset({5, 6}), frozenset({"evidence"}), "evidence_imported")
    gatherer.close()


def test_the_title_tells_shop_and_count() -> None:
    assert window_title("青禾家居", 128) == "Aftercase — 青禾家居 · 128 未结"
    assert window_title("a\nb", 0) == "Aftercase — a b"
    assert window_title("", 0) == "Aftercase"


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")
def test_the_tray_tells_counts_and_does_what_its_menu_says(qtbot: QtBot) -> None:
    window, did, tray = QWidget(), [], QSystemTrayIcon()
    qtbot.addWidget(window)
    names = ("show", "new", "today", "quit")
    reminders = TrayReminders(window, TrayDoings(*(lambda name=name: did.append(name) for name in names)), tray)
    reminders.set_counts("Aftercase — 青禾家居 · 128 未结", 128, 4)
    assert tray.toolTip() == "Aftercase — 青禾家居 · 128 未结 · 4 已逾期"
    for action in reminders.menu.actions():
        action.trigger()
    assert did == ["show", "new", "today", "quit"]
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert did[4:] == ["show"]
    reminders.set_counts("Aftercase", 0, 0)
    assert tray.toolTip() == "Aftercase"
    plain, red = (counted_icon(count, alarm=bool(count)).pixmap(32).toImage() for count in (0, 4))
    assert plain != red
    reminders.close()


def lines(undone: int, done: int) -> list[UndoLine]:
    return [UndoLine(f"<b>{n}</b>", "09:42", "小满", n < undone, n) for n in range(undone + done)]


def test_the_actions_of_the_session_are_taken_back_by_keyboard(qtbot: QtBot) -> None:
    dialog, wanted = UndoHistory(lines(1, 3)), []
    qtbot.addWidget(dialog)
    dialog.wanted.connect(lambda line: wanted.append(line.entry))
    dialog.show()
    assert dialog.take.label() == "撤销 1 步"
    qtbot.keyClick(dialog.list, Qt.Key.Key_J)
    assert dialog.take.label() == "撤销 2 步"
    dialog.list.choose_row(0)
    assert dialog.take.label() == "重做 1 步"
    dialog.list.choose_row(2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wanted == [2]


def test_with_nothing_done_the_dialog_says_so(qtbot: QtBot) -> None:
    dialog = UndoHistory([])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.take.isVisible()


def test_every_command_stands_in_a_menu_and_no_key_is_a_letter_alone() -> None:
    known = {word for word, _ in menus()}
    for command in commands():
        assert command.menu in known
        for keys in (command.shortcut, command.second):
            assert not re.fullmatch(r"(Shift\+)?[A-Z0-9]", keys), command.id
    assert len({command.id for command in commands()}) == len(commands())


def test_f1_lists_every_shortcut_and_is_searched(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog("售后单", [Key("D", "完成")], commands())
    qtbot.addWidget(dialog)
    listed = {does for part in dialog.parts for _, does in part.keys}
    assert {command.text.rstrip("…") for command in commands() if command.shortcut} <= listed
    found = matching(dialog.parts, "完成")
    assert ("D", "完成") in [each for part in found for each in part.keys]
    dialog.search.setText("没有这种<b>")
    dialog.search.setText("转交")
    assert matching(dialog.parts, "zzz") == ()


def test_the_keys_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_keys(printer, key_parts("售后单", [Key("D", "完成")], commands())) == 1
    assert (tmp_path / "keys.pdf").stat().st_size > 1000


@pytest.fixture
def letters() -> Iterator[None]:
    yield
    set_letters(True)


def test_single_letters_can_be_turned_off(qtbot: QtBot, letters: None) -> None:
    table, pressed = DataTable([Column("a", "A", 80)], name="x"), []
    qtbot.addWidget(table)
    table.take_letters("D")
    table.key_pressed.connect(pressed.append)
    for on in (True, False):
        set_letters(on)
        QApplication.sendEvent(
            table, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, "d")
        )
    assert pressed == ["D"]


def test_shops_stand_with_their_marks_and_names_of_any_kind(qtbot: QtBot, frame_ctx: SimpleNamespace) -> None:
    bar, chosen = TopBar(), []
    qtbot.addWidget(bar)
    bar.shop_chosen.connect(chosen.append)
    names = ((0, "全部店铺"), (1, "<b>青&禾</b>\n"), (2, "🌙" * 50), (3, ""))
    bar.set_shops(names, 1, {1: "shop.jade", 2: "shop.blue", 3: "shop.slate"})
    menu = bar._shop.menu()
    assert [action.data() for action in menu.actions()] == ["0", "1", "2", "3"]
    assert "&&" in menu.actions()[1].text()
    bar.set_shops(names, 1, {1: "shop.jade", 2: "shop.blue", 3: "shop.slate"})
    assert bar._shop.menu() is menu
    menu.actions()[2].trigger()
    assert chosen == [2]
    bar.set_people((), "")
    assert bar._person.label() == "现在是谁？"
    assert not bar.grab().isNull()


def test_a_second_start_says_what_it_wants_to_see(tmp_path: Path) -> None:
    assert wished("A2611-0387") == Target("cases", "A2611-0387")
    assert wished("2611120003870").part == "search"
    file = tmp_path / "订单 “1”.csv"
    file.write_text("x")
    assert wished(str(file)) == Target("cases", str(file), "import")
    assert wished("../\x00etc").part == "search"
