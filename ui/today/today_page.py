"""The Today page: the morning board and, as its second view, the steps by role; the first minutes before both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.board_records import Board
from models.clock import zone
from models.kinds import Role
from ui import format as shown
from ui.actions import shortcut_text
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.letters import letters_on
from ui.page import Key, Page, Scene, Target
from ui.today.board_acts import BoardActs
from ui.today.board_age import day_moved, is_old
from ui.today.board_keys import acts_of, board_keys, panel_hints
from ui.today.board_lines import BoardLine, Moment
from ui.today.board_panel import BoardPanel
from ui.today.board_view import BoardView
from ui.today.hand_over_lines import left_words
from ui.today.welcome import Welcome
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.marks import Chip
from ui.widgets.panel import Banner, column

if TYPE_CHECKING:
    from ui.today.steps_view import StepsView

tr = translator("today")
_SKELETON_MS = 150
_WIDE = 1290
_BOARD, _STEPS = "board", "steps"
_STEPS_FIRST = (Role.WAREHOUSE, Role.QUALITY, Role.SUPERVISOR)
_WHO = frozenset(("person", "setting"))


class TodayPage(Page):
    """Hand-over, overdue, due soon at the left; calls, parcels, alarms at the right; steps by role behind a switch."""

    word = "today"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self._board: Board | None = None
        self._asked = 0
        self._wants_focus = False
        self._looked_at: datetime | None = None
        self._began_for: int | None = None
        self.stack = QStackedWidget(self)
        self.board = BoardView(self.stack)
        self.panels, self.tiles = self.board.panels, self.board.tiles
        self.welcome = Welcome(self.stack)
        self.steps: StepsView | None = None
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.welcome)
        self.acts = BoardActs(ctx, self, self.reload)
        self.banner = Banner("overdue", "", "", self)
        self.banner.hide()
        retry = Button(tr("Try again"), self, size="small", icon="refresh-cw")
        retry.clicked.connect(self.reload)
        self.banner.add(retry)
        outer = column(self)
        outer.addWidget(self.banner)
        outer.addWidget(self.stack, 1)
        self._slow = QTimer(self, singleShot=True, interval=_SKELETON_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self.switch = Segmented([(_BOARD, tr("Board")), (_STEPS, tr("Steps by role"))], _BOARD, self)
        self.left = Chip("", None, self, icon="moon")
        self.left.hide()
        self.new = Button(tr("New case"), self, icon="plus", hint=shortcut_text("new_case"))
        self.paper = Button(tr("Print today"), self, icon="printer", hint=shortcut_text("print"))
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_case)
        self.paper.clicked.connect(self.print_today)
        links = self.acts.links()
        for place, panel in enumerate(self.panels):
            panel.opened.connect(self.acts.open)
            panel.acted.connect(self.acts.act)
            panel.key_pressed.connect(lambda key, panel=panel: self._key(panel, key))
            if place in links:
                panel.link_wanted.connect(links[place])
        self.board.jumped.connect(self.hints_changed)
        self.board.scanned.connect(self.acts.receive)
        self.board.again_wanted.connect(self.acts.show_again)
        self.switch.chosen.connect(self.show_view)
        turn = QShortcut(QKeySequence("G"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)
        self.welcome.named.connect(self._add_name)
        self.welcome.import_wanted.connect(self.import_orders)
        self.welcome.shop_wanted.connect(lambda: self.navigate.emit(Target("settings", "", "shop")))

    # What the window asks

    def title(self) -> str:
        return tr("Today")

    def facts(self) -> str:
        return shown.day_title(self._here().now.astimezone(self._here().zone).date(), language())

    def title_widgets(self) -> Sequence[QWidget]:
        return (self.switch, self.left)

    def page_actions(self) -> Sequence[QWidget]:
        return (self.new, self.paper)

    def hints(self) -> str:
        front = self.stack.currentWidget()
        if front is self.welcome:
            return ""
        if self.steps is not None and front is self.steps:
            return " · ".join((self.steps.hints(), tr("G board")))
        return panel_hints(self.board.focused())

    def keys(self) -> Sequence[Key]:
        if self.steps is not None and self.stack.currentWidget() is self.steps:
            return (*self.steps.keys(), Key("G", tr("back to the board")))
        return board_keys()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"new_case": self.new_case, "import_orders": self.import_orders, "print": self.print_today}

    def can(self, command: str) -> bool:
        return command != "print" or (self._board is not None and self.stack.currentWidget() is not self.welcome)

    def panes(self) -> Sequence[QWidget]:
        if self.steps is not None and self.stack.currentWidget() is self.steps:
            return self.steps.panes()
        return self.board.panes()

    def open(self, target: Target) -> None:
        self._wants_focus = True
        if target.part in (_BOARD, _STEPS):
            self.show_view(target.part)
        self.reload()

    def back(self) -> bool:
        if self.steps is None or self.stack.currentWidget() is not self.steps:
            return False
        self.show_view(_BOARD)
        return True

    def refresh(self, changes: object) -> None:
        if self.steps is not None:
            self.steps.refresh(changes)
        # Undone settings may be those of the call-backs' limits.
        quiet = {"draft", "packet"} if getattr(changes, "moved", False) else {"setting", "draft", "packet"}
        if not isinstance(changes, ChangeSet) or not changes.tables or not changes.tables <= quiet:
            self.reload()

    def minute(self) -> None:
        if self.steps is not None:
            self.steps.minute()
        board, at = self._board, self._here()
        before, self._looked_at = self._looked_at, at.now
        if board is None:
            return
        other_day = day_moved(board, before, at)
        if other_day or is_old(board, at):
            self.header_changed.emit()
            if self.steps is not None and other_day:
                self.steps.refresh(None)
            self.reload()
        else:
            self._show()

    def scenes(self) -> Sequence[Scene]:
        return (
            Scene("", lambda: self.show_view(_BOARD)), Scene("steps", lambda: self.show_view(_STEPS)),
        )  # fmt: skip

    # The two views

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Bring the board or the steps by role to the front."""
        if self.stack.currentWidget() is self.welcome:
            return
        self.switch.set_value(view)
        if view == _STEPS:
            steps = self._made_steps()
            self.stack.setCurrentWidget(steps)
            steps.show_view()
        else:
            self.stack.setCurrentWidget(self.board)
            self.board.take_focus()
        self.paper.setVisible(view == _BOARD)
        self.hints_changed.emit()
        self.commands_changed.emit()

    def _made_steps(self) -> StepsView:
        if self.steps is None:
            # Few look at it at every start.
            from ui.today.steps_view import StepsView

            self.steps = StepsView(self.ctx, self.background, self.stack)
            self.steps.navigate.connect(self.navigate)
            self.steps.said.connect(self.said)
            self.stack.addWidget(self.steps)
        return self.steps

    @Slot()
    def _turn(self) -> None:
        if letters_on():
            self.show_view(_STEPS if self.switch.value() == _BOARD else _BOARD)

    # The board

    def _here(self) -> Moment:
        return Moment(self.ctx.clock.now(), zone(self.ctx.bench.time_zone))

    @Slot()
    def reload(self) -> None:
        """Read the board anew."""
        self._asked += 1
        asked = self._asked
        if self._board is None:
            self._slow.start()

        def take(board: Board) -> None:
            if asked == self._asked:
                self._take(board)

        # At the start what tells of batches and points is not loaded yet: the board does not wait for it.
        quick, today = self._board is None, self.ctx.today
        self.background.run(self.ctx.jobs.read(lambda: today.board(quick=quick)), take, self._failed, receiver=self)

    def _take(self, board: Board) -> None:
        first, was_new = self._board is None, self.stack.currentWidget() is self.welcome
        self._board = board
        self._looked_at = self.ctx.clock.now()
        self._slow.stop()
        self.board.skeleton.hide()
        self.banner.hide()
        new = not board.people or not (board.shops or self._anything(board))
        if new:
            self.welcome.show_state(people=board.people, shops=board.shops)
            self.stack.setCurrentWidget(self.welcome)
        elif was_new:
            self.stack.setCurrentWidget(self.board)
        self.switch.setVisible(not new)
        self.paper.setEnabled(not new)
        self._show()
        if not new:
            self._begin_for_person()
        if self._wants_focus:
            self._wants_focus = False
            self._take_focus()
        if first or new != was_new:
            self.commands_changed.emit()
        self.header_changed.emit()
        if not board.whole:
            QTimer.singleShot(0, self, self.reload)

    def _begin_for_person(self) -> None:
        """Warehouse, quality and supervisors begin with their own list, once for each who begins to work."""
        person = self.ctx.bench.person
        if person.id != self._began_for:
            self._began_for = person.id
            self.show_view(_STEPS if person.role in _STEPS_FIRST else _BOARD)

    @staticmethod
    def _anything(board: Board) -> bool:
        return not board.done or bool(board.steps_due)

    def _take_focus(self) -> None:
        front = self.stack.currentWidget()
        if front is self.welcome:
            self.welcome.take_focus()
        elif front is self.board:
            self.board.take_focus()

    def _failed(self, error: BaseException) -> None:
        self._slow.stop()
        self.board.skeleton.hide()
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self.banner.show()

    def _show_skeleton(self) -> None:
        self.board.skeleton.setVisible(self._board is None)

    def _show(self) -> None:
        board = self._board
        if board is None:
            return
        at = self._here()
        self.board.show_board(board, at)
        steps = tr("Steps by role")
        self.switch.set_text(_STEPS, f"{steps} {board.steps_due}" if board.steps_due else steps)
        said = left_words(board.hand_over, at)
        self.left.set(said, None)
        self._show_left()
        self.hints_changed.emit()

    def _show_left(self) -> None:
        """Who handed over, where the day has room beside it."""
        said = left_words(self._board.hand_over, self._here()) if self._board is not None else ""
        self.left.setVisible(bool(said) and self.width() >= _WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_left()

    # What is done

    def jump(self, place: int) -> None:
        """Put the keyboard into a panel of the board."""
        self.board.jump(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From a tile or a field that has no use for it.
        if letters_on() and self.stack.currentWidget() is self.board and event.text() in tuple("123456"):
            self.board.jump(int(event.text()) - 1)
            return
        super().keyPressEvent(event)

    def _key(self, panel: BoardPanel, key: str) -> None:
        if key.isdigit():
            self.jump(int(key) - 1)
        elif key == "F":
            self.board.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == "U":
            self.acts.show_again()
        else:
            found = panel.current()
            able = {each.name for each in (*found.actions, found.first) if each is not None} if found else set()
            name = next((each for each in acts_of(key) if each in able), "")
            if found is not None and name:
                self.act(found, name)

    @Slot(object, str)
    def act(self, found: BoardLine, name: str) -> None:
        """Carry out an action of a line."""
        self.acts.act(found, name)

    def _add_name(self, name: str) -> None:
        def wrong(error: BaseException) -> None:
            self.welcome.show_wrong(sentence(error).what)

        self._wants_focus = True
        work = self.ctx.jobs.write(lambda: self.ctx.shops.add_person(name=name, role=Role.OWNER))
        self.background.run(work, lambda _: self.reload(), wrong, receiver=self)

    def new_case(self) -> None:
        """To Cases, with the dialog for a new one."""
        self.navigate.emit(Target("cases", "", "new"))

    def import_orders(self) -> None:
        """To Cases, with the dialog for order files."""
        self.navigate.emit(Target("cases", "", "import"))

    def print_today(self) -> None:
        """Print the board on one page, or the list of steps in front."""
        if self.steps is not None and self.stack.currentWidget() is self.steps:
            self.steps.print_list()
            return
        if self._board is None:
            return
        # With the printing of the system, which few need before the board stands.
        from ui.today.print_board import print_view

        at = self._here()
        print_view(self, tr("Today"), f"{self.facts()} · {at.now.astimezone(at.zone):%H:%M}", self.board)
