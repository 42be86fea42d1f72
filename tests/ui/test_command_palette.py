"""Ctrl+K finds and runs with the keyboard alone; late answers to old questions are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.command_palette import Answer, CommandPalette, Entry, EntryModel, matches


class Room:
    """A palette with three commands and a search answered by hand."""

    def __init__(self, window: QWidget) -> None:
        self.ran: list[str] = []
        self.asked: list[tuple[str, Answer]] = []
        fixed = [self.entry(text) for text in ("今日", "新建售后单", "New case")]
        self.palette = CommandPalette(window, lambda: fixed, lambda text, answer: self.asked.append((text, answer)))

    def entry(self, text: str, more: str = "") -> Entry:
        return Entry(text, "命令", "plus", lambda: self.ran.append(text), more)

    def texts(self) -> list[str]:
        model = self.palette.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    room = Room(window)
    yield room
    room.palette.close()


def test_arrows_and_enter_run_what_is_marked(room: Room, qtbot: QtBot) -> None:
    room.palette.start()
    assert len(room.texts()) == 3
    qtbot.keyClick(room.palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(room.palette.field, Qt.Key.Key_Return)
    assert room.ran == ["新建售后单"]
    assert not room.palette.isVisible()


def test_typing_narrows_and_enter_takes_the_first(room: Room, qtbot: QtBot) -> None:
    room.palette.start()
    qtbot.keyClicks(room.palette.field, "case new")
    qtbot.keyClick(room.palette.field, Qt.Key.Key_Return)
    assert room.ran == ["New case"]


def test_what_is_found_stands_before_commands(room: Room, qtbot: QtBot) -> None:
    room.palette.start("今")
    qtbot.waitUntil(lambda: len(room.asked) == 1)
    text, answer = room.asked[0]
    assert text == "今"
    answer([room.entry("A2611-0387", "<b>花果山</b>")])
    assert [text.split()[0] for text in room.texts()] == ["A2611-0387", "今日"]


def test_an_answer_to_an_older_question_is_dropped(room: Room, qtbot: QtBot) -> None:
    room.palette.start("a")
    qtbot.waitUntil(lambda: len(room.asked) == 1)
    room.palette.field.setText("ab")
    qtbot.waitUntil(lambda: len(room.asked) == 2)
    room.asked[0][1]([room.entry("old")])
    assert room.texts() == []
    room.asked[1][1]([room.entry("new")])
    assert [text.split()[0] for text in room.texts()] == ["new"]


def test_nothing_found_says_so(room: Room) -> None:
    room.palette.start("zzz")
    assert room.texts() == []
    assert "zzz" in room.palette.none.text()


def test_words_match_in_any_order() -> None:
    assert matches("CASE new", "New case")
    assert not matches("case old", "New case")
    assert matches("", "anything")


def test_the_model_behaves(qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    model.show_entries([Entry("a", "b", "plus", lambda: None)])
    qtmodeltester.check(model, force_py=True)


def test_a_palette_without_search_asks_nobody(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    act: Callable[[], None] = lambda: None  # noqa: E731
    palette = CommandPalette(window, lambda: [Entry("今日", "页面", "sun", act)])
    palette.start("今")
    assert palette.model.rowCount() == 1
    palette.close()
