"""Handing cases over: a name of a few letters, a word about them, Enter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kinds import Role
from models.records import Person
from ui.cases.hand_over_dialog import Handed, HandOverDialog

PEOPLE = (
    Person(1, "小满", "满", Role.AFTER_SALES), Person(2, "禾姐", "姐", Role.OWNER),
    Person(3, "老秋", "秋", Role.WAREHOUSE), Person(4, "Ann <b>Lee</b>", "AL", Role.AFTER_SALES),
)  # fmt: skip


@pytest.fixture
def given() -> list[tuple[int, str]]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, given: list[tuple[int, str]]) -> Iterator[HandOverDialog]:
    """Three cases that 禾姐 has, handed over by 小满."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HandOverDialog(Handed("A2611-0387", 3, frozenset({"禾姐"}), 1), PEOPLE, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.given.connect(lambda person, note: given.append((person, note)))
    dialog.show()
    yield dialog
    window.close()


def names(dialog: HandOverDialog) -> list[str]:
    return [person.name for person in dialog.model.people]


def test_who_has_them_already_stands_last(dialog: HandOverDialog) -> None:
    assert names(dialog) == ["老秋", "Ann <b>Lee</b>", "小满", "禾姐"]
    assert "现在的经手人" in str(dialog.model.index(3).data())
    assert dialog.accessibleName() == "转交 3 张售后单"


def test_initials_and_enter_hand_over_with_the_note(
    dialog: HandOverDialog, qtbot: QtBot, given: list[tuple[int, str]]
) -> None:
    dialog.note.setPlainText("明早回电 🌙")
    dialog.field.setText("xm")
    assert names(dialog) == ["小满"]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert given == [(1, "明早回电 🌙")]


def test_arrows_choose_from_the_field_and_ctrl_enter_from_the_note(
    dialog: HandOverDialog, qtbot: QtBot, given: list[tuple[int, str]]
) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(dialog.field, key)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == [(4, "")]


def test_nobody_of_that_name_and_notes_too_long_hand_nothing_over(
    dialog: HandOverDialog, qtbot: QtBot, given: list[tuple[int, str]]
) -> None:
    dialog.field.setText("<script>")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.take.isEnabled()
    dialog.field.setText("")
    dialog.note.setPlainText("长" * 2001)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.wrong.text() == "最多 2000 个字，现在是 2001 个。"
    assert (given, dialog.isVisible()) == ([], True)
