"""Ctrl+K finds and runs with the keyboard alone; late answers to old questions are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.command_palette import Answer, CommandPalette, Entry, EntryModel
from ui.palette_ranking import hit, ranked, split_prefix


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


def test_what_is_found_stands_under_a_command_that_begins_so_and_above_the_rest(room: Room, qtbot: QtBot) -> None:
    room.palette.start("建")
    qtbot.waitUntil(lambda: len(room.asked) == 1)
    text, answer = room.asked[0]
    assert text == "建"
    answer([room.entry("A2611-0387", "<b>花果山</b>")])
    assert [text.split()[0] for text in room.texts()] == ["A2611-0387", "新建售后单"]
    room.palette.start("今")
    qtbot.waitUntil(lambda: len(room.asked) == 2)
    room.asked[1][1]([room.entry("A2611-0387", "<b>花果山</b>")])
    assert [text.split()[0] for text in room.texts()] == ["今日", "A2611-0387"]


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


def test_words_match_in_any_order_and_say_where() -> None:
    found = hit("CASE new", "New case")
    assert found is not None
    assert found.spans == ((0, 3), (4, 8))
    assert hit("case old", "New case") is None
    assert hit("", "anything") is not None
    inside = hit("售后", "新建售后单")
    assert inside is not None
    assert inside.spans == ((2, 4),)


def test_chinese_is_found_by_its_initials() -> None:
    found = hit("shd", "新建售后单", letters="xjshd")
    assert found is not None
    assert found.spans == ((2, 5),)
    assert hit("xyz", "新建售后单", letters="xjshd") is None


def test_the_best_answer_comes_first_recent_ones_before_equals_and_greyed_ones_last() -> None:
    lines = [
        ("Show case", "", "a", True),
        ("Case", "", "b", False),
        ("Case list", "", "c", True),
        ("Cases", "", "d", True),
    ]
    places = [place for place, _ in ranked("case", lines, lambda _: "", ["d"])]
    assert places == [3, 2, 0, 1]


def test_a_first_character_narrows_to_a_kind() -> None:
    assert split_prefix(" >under ") == (frozenset({"command", "page", "shop", "person", "view"}), "under")
    assert split_prefix("#A2611") == (frozenset({"case", "order"}), "A2611")
    assert split_prefix("<b>") == (None, "<b>")


def test_what_cannot_be_run_says_why_and_does_nothing(qtbot: QtBot) -> None:
    window, ran, used = QWidget(), [], []
    qtbot.addWidget(window)
    entries = [
        Entry("撤销", "命令", "undo-2", lambda: ran.append("undo"), name="command:undo", why="没有可撤销的"),
        Entry("今日", "页面", "sun", lambda: ran.append("today"), name="command:today"),
        Entry("售后单", "页面", "sun", lambda: ran.append("cases"), name="command:cases"),
    ]
    palette = CommandPalette(window, lambda: entries, recent=lambda: ["command:cases"])
    palette.used.connect(used.append)
    palette.start()
    assert [str(palette.model.index(row).data()).split()[0] for row in range(3)] == ["售后单", "今日", "撤销"]
    palette.field.setText("撤")
    assert "没有可撤销的" in str(palette.model.index(0).data())
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert (ran, palette.isVisible()) == ([], True)
    palette.field.setText("今")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert (ran, used) == (["today"], ["command:today"])


def test_who_went_down_to_a_line_stays_on_it_when_answers_come(room: Room, qtbot: QtBot) -> None:
    room.palette.start("e")
    qtbot.waitUntil(lambda: len(room.asked) == 1)
    room.palette.field.setText("case")
    qtbot.waitUntil(lambda: len(room.asked) == 2)
    room.asked[1][1]([room.entry("case one"), room.entry("case two")])
    qtbot.keyClick(room.palette.field, Qt.Key.Key_Down)
    assert room.palette.list.currentIndex().row() == 1
    room.asked[1][1]([room.entry("case zero")])
    assert room.palette.list.currentIndex().row() == 0


def test_the_model_behaves(qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    model.show_entries([Entry("a", "b", "plus", lambda: None)], [((0, 1),)])
    qtmodeltester.check(model, force_py=True)


def test_a_palette_without_search_asks_nobody(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    act: Callable[[], None] = lambda: None  # noqa: E731
    palette = CommandPalette(window, lambda: [Entry("今日", "页面", "sun", act)])
    palette.start("今")
    assert palette.model.rowCount() == 1
    palette.close()
