"""The frame around pages: navigation, commands, undo bar, badges, narrow windows, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.changes import ChangeSet
from ui.background import Background
from ui.frame_hooks import Choices, FrameHooks, UndoState
from ui.main_window import MainWindow
from ui.page import Crumb, Key, Page, PageEntry, Target, Work
from ui.rail import Badge
from ui.widgets.buttons import Button


class SamplePage(Page):
    """A page that notes what the window asks of it."""

    def __init__(self, word: str, ctx: Any, background: Background, parent: QWidget) -> None:
        super().__init__(ctx, background, parent)
        self.name = word
        self.opened: list[Target] = []
        self.refreshed: list[object] = []
        self.resolved = 0
        self.narrow: bool | None = None
        self.may_resolve = True
        self.left, self.right = QLineEdit(self), QLineEdit(self)
        self.left.setGeometry(0, 0, 100, 30)
        self.right.setGeometry(110, 0, 100, 30)
        self.button = Button("做", self, kind="primary")

    def title(self) -> str:
        return f"标题 {self.name}"

    def path(self) -> Sequence[Crumb]:
        return (Crumb("售后单", Target("cases")),) if self.name == "resolution" else ()

    def page_actions(self) -> Sequence[QWidget]:
        return (self.button,)

    def hints(self) -> str:
        return "J/K 上下"

    def counts(self) -> str:
        return "第 6 / 128 张"

    def keys(self) -> Sequence[Key]:
        return (Key("D", "完成"),)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"resolve": self.resolve} if self.name == "cases" else {}

    def can(self, command: str) -> bool:
        return self.may_resolve

    def resolve(self) -> None:
        self.resolved += 1

    def open(self, target: Target) -> None:
        self.opened.append(target)

    def refresh(self, changes: object) -> None:
        self.refreshed.append(changes)

    def panes(self) -> Sequence[QWidget]:
        return (self.left, self.right)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow

    def save_state(self) -> Mapping[str, str]:
        return {"splitter": "x"}


class Frame:
    """A window on sample pages with everything noted."""

    def __init__(self, ctx: Any) -> None:
        self.ctx = ctx
        self.undone: list[str] = []
        self.undo_said = ""
        self.chosen: list[object] = []
        hooks = FrameHooks(
            undo=lambda: self.undone.append("undo"),
            undo_state=lambda: UndoState(self.undo_said, done=self.undo_said),
            badges=lambda show: show({"cases": Badge(128), "today": Badge(4, alarm=True)}),
            choices=lambda: Choices(((1, "青禾家居"), (2, "二店")), 1, ("小满", "老秋"), "小满"),
            choose_person=self.chosen.append,
            choose_shop=self.chosen.append,
        )
        made: list[str] = []
        self.made = made

        def maker(word: str) -> Callable[[Any, Background, QWidget], Page]:
            def make(ctx: Any, background: Background, parent: QWidget) -> Page:
                made.append(word)
                return SamplePage(word, ctx, background, parent)

            return make

        entries = [
            PageEntry("today", maker("today"), "今日", "sun"),
            PageEntry("cases", maker("cases"), "售后单", "inbox"),
            PageEntry("settings", maker("settings"), "设置", "settings", bottom=True),
            PageEntry("resolution", maker("resolution"), rail="cases"),
        ]
        self.window = MainWindow(ctx, entries, hooks)
        self.window.resize(1440, 900)
        self.window.go(Target("today"))

    def page(self, word: str) -> SamplePage:
        page = self.window.page(word)
        assert isinstance(page, SamplePage)
        return page


@pytest.fixture
def frame(qtbot: QtBot, frame_ctx: SimpleNamespace) -> Iterator[Frame]:
    frame = Frame(frame_ctx)
    qtbot.addWidget(frame.window)
    frame.window.show()
    yield frame
    frame.window.close()


def test_pages_are_made_on_their_first_visit(frame: Frame) -> None:
    assert frame.made == ["today"]
    frame.window.go(Target("cases", "A2611-0387"))
    frame.window.go(Target("today"))
    assert frame.made == ["today", "cases"]
    assert frame.page("cases").opened == [Target("cases", "A2611-0387")]


def test_a_page_navigates_through_the_window_and_back_again(frame: Frame, qtbot: QtBot) -> None:
    frame.window.go(Target("cases", "A2611-0387"))
    frame.page("cases").navigate.emit(Target("resolution", "A2611-0387"))
    assert frame.window.current_page() is frame.page("resolution")
    assert frame.window.rail.item("cases").isChecked()
    qtbot.keyClick(frame.window, Qt.Key.Key_Escape)
    assert frame.window.here() == Target("cases", "A2611-0387")
    frame.window.go(Target("nowhere"))
    assert frame.window.here() == Target("cases", "A2611-0387")


def test_shortcuts_and_menus_reach_the_page_in_front(frame: Frame, qtbot: QtBot) -> None:
    actions = frame.window.actions_
    assert not actions.action("resolve").isEnabled()
    frame.window.go(Target("cases"))
    assert actions.action("resolve").isEnabled()
    assert actions.action("resolve").shortcut() == QKeySequence("Ctrl+R")
    actions.action("resolve").trigger()
    assert frame.page("cases").resolved == 1
    frame.page("cases").may_resolve = False
    frame.page("cases").commands_changed.emit()
    assert not actions.action("resolve").isEnabled()
    actions.run("resolve")
    assert frame.page("cases").resolved == 1


def test_pages_of_the_rail_have_shortcuts(frame: Frame) -> None:
    frame.window.actions_.action("page_cases").trigger()
    assert frame.window.current_page() is frame.page("cases")
    frame.window.rail.item("settings").click()
    assert frame.window.current_page() is frame.page("settings")


def test_every_shortcut_is_taken_once(frame: Frame) -> None:
    keys = [c.shortcut for c in frame.window.actions_.commands() if c.shortcut]
    assert sorted(keys) == sorted(set(keys))


def test_an_unknown_command_of_a_page_is_a_bug(frame: Frame) -> None:
    with pytest.raises(KeyError):
        frame.window.actions_.attach({"no_such_command": lambda: None}, lambda _: True)


def test_changes_refresh_the_page_in_front_and_mark_the_others(frame: Frame, qtbot: QtBot) -> None:
    frame.window.go(Target("cases"))
    changes = ChangeSet(cases=frozenset({1}), label="state_changed")
    frame.undo_said = "状态由 新建 改为 处理中"
    frame.ctx.changes.publish(changes)
    qtbot.waitUntil(lambda: frame.page("cases").refreshed == [changes])
    assert frame.page("today").refreshed == []
    assert frame.window.status.done_text() == frame.undo_said
    frame.window.go(Target("today"))
    assert frame.page("today").refreshed == [None]


def test_undo_is_greyed_out_until_there_is_something_to_undo(frame: Frame, qtbot: QtBot) -> None:
    assert not frame.window.actions_.enabled("undo")
    frame.undo_said = "转给 <b>小满</b> & 老秋"
    frame.window.refresh_frame()
    assert frame.window.actions_.enabled("undo")
    assert "&& 老秋" in frame.window.actions_.action("undo").text()
    frame.window.status.show_done(frame.undo_said)
    frame.window.status.undo_wanted.emit()
    assert frame.undone == ["undo"]


def test_top_bar_shows_the_page_and_takes_its_buttons(frame: Frame) -> None:
    frame.window.go(Target("cases"))
    button = frame.page("cases").button
    assert button.isVisibleTo(frame.window.top_bar)
    frame.window.go(Target("today"))
    assert not button.isVisible()


def test_counts_hints_and_badges(frame: Frame) -> None:
    assert "128" in frame.window.rail.item("cases").accessibleName()
    assert "4" in frame.window.rail.item("today").accessibleName()


def test_narrow_windows_fold(frame: Frame) -> None:
    assert frame.page("today").narrow is False
    frame.window.resize(1200, 800)
    assert frame.page("today").narrow is True
    wide = frame.window.rail.width()
    frame.window.resize(1000, 700)
    assert frame.window.rail.width() < wide


def test_f6_walks_through_the_panes(frame: Frame, qtbot: QtBot) -> None:
    page = frame.page("today")
    frame.window.activateWindow()
    frame.window.move_pane(1)
    qtbot.waitUntil(page.left.hasFocus)
    frame.window.move_pane(1)
    assert page.right.hasFocus()
    frame.window.move_pane(1)
    assert page.left.hasFocus()
    frame.window.move_pane(-1)
    assert page.right.hasFocus()


def test_place_and_page_states_are_kept(frame: Frame) -> None:
    frame.window.close()
    assert frame.ctx.settings.get("window.geometry")
    assert frame.ctx.settings.get("page.today") == {"splitter": "x"}


def test_the_person_and_the_shop_are_chosen_at_the_top(frame: Frame) -> None:
    frame.window.top_bar.person_chosen.emit("老秋")
    frame.window.top_bar.shop_chosen.emit(2)
    assert frame.chosen == ["老秋", 2]


def test_a_failing_job_is_said_and_the_window_stays(frame: Frame, qtbot: QtBot) -> None:
    frame.window.background.run(frame.ctx.jobs.read(lambda: 1 / 0), lambda _: None)
    qtbot.waitUntil(lambda: any("Dialog" in type(w).__name__ for w in frame.window.findChildren(QWidget)))
    assert frame.window.isVisible()


def test_long_work_stands_in_the_status_bar_until_it_is_over(frame: Frame) -> None:
    status, page = frame.window.status, frame.page("today")
    stopped: list[bool] = []
    page.working.emit(Work("正在导入", 0.4, lambda: stopped.append(True)))
    frame.window.background.busy_changed.emit(True)
    assert status.work_text() == "正在导入"
    status._stop.click()
    assert stopped == [True]
    page.working.emit(None)
    assert status.work_text() == "正在处理…"
    frame.window.background.busy_changed.emit(False)
    assert status.work_text() == ""


def test_undo_in_a_field_takes_back_the_typing_first(frame: Frame, qtbot: QtBot) -> None:
    frame.undo_said = "转给 小满"
    frame.window.refresh_frame()
    field = frame.page("today").left
    frame.window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "ab")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert (field.text(), frame.undone) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert frame.undone == ["undo"]


def test_several_changes_refresh_the_page_once(frame: Frame, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        frame.ctx.changes.publish(ChangeSet(frozenset({number}), frozenset({"case"})))
    qtbot.waitUntil(lambda: bool(frame.page("today").refreshed))
    assert frame.page("today").refreshed == [ChangeSet(frozenset({1, 2, 3}), frozenset({"case"}))]


def test_another_shop_shows_every_page_anew(frame: Frame) -> None:
    frame.window.go(Target("cases"))
    frame.window.choose_shop(2)
    assert frame.page("cases").refreshed == [None]
    frame.window.go(Target("today"))
    assert frame.page("today").refreshed == [None]


def test_the_title_counts_open_cases_of_the_shop(frame: Frame) -> None:
    assert frame.window.windowTitle() == "Aftercase — 青禾家居 · 128 未结"


def test_shop_and_person_are_chosen_by_keyboard(frame: Frame, qtbot: QtBot) -> None:
    for command, button in (
        ("choose_shop", frame.window.top_bar._shop),
        ("choose_person", frame.window.top_bar._person),
    ):
        frame.window.actions_.run(command)
        menu = button.menu()
        assert menu.isVisible()
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert frame.chosen == [2, "老秋"]


def test_tab_walks_through_the_bar_the_page_and_the_rail_last(frame: Frame, qtbot: QtBot) -> None:
    window, page = frame.window, frame.page("today")
    window.activateWindow()
    page.button.setFocus()
    qtbot.waitUntil(page.button.hasFocus)
    walked: list[QWidget | None] = [page.button]
    for _ in range(9):
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    bar, rail = window.top_bar, window.rail
    # Only the chosen item of the rail is a stop: arrows move among them.
    assert walked[:7] == [page.button, bar._find, bar._shop, bar._person, page.left, page.right, window.status._keys]
    assert walked[7] is rail.item("today")
    assert all(widget.accessibleName() for widget in (*walked[:4], *walked[6:8]) if widget is not None)
