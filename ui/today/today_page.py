"""The Today page: counts, panels and keys of the morning board; each line does its work in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.board_records import Board
from models.case_query import CaseView
from models.clock import zone
from models.kinds import Role
from ui import format as shown
from ui import theme as tokens
from ui.actions import shortcut_text
from ui.background import Background
from ui.error_words import sentence
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.page import Key, Page, Scene, Target
from ui.today import board_lines as lines
from ui.today.board_layout import share_rows
from ui.today.board_lines import BoardLine, BoardPart, Moment
from ui.today.board_panel import HEADING, BoardPanel
from ui.today.call_acts import CALL_ACTS, BoardCallActs
from ui.today.call_lines import calls_part
from ui.today.count_tiles import HEIGHT
from ui.today.panels import make_panels, make_tiles
from ui.today.step_chooser import StepChooser
from ui.today.welcome import Welcome
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, SkeletonRows, column, line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("today")
_SKELETON_MS = 150
_LEFT, _RIGHT = 820, 508
# A warning may have come in the meantime.
_STALE = timedelta(minutes=5)


class TodayPage(Page):
    """Panels in reading order: steps, overdue, due soon at the left; calls and alarms at the right."""

    word = "today"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self._board: Board | None = None
        self._parts: list[BoardPart] = []
        self._asked = 0
        self._wants_focus = False
        self.stack = QStackedWidget(self)
        self.board = QWidget(self.stack)
        self.panels = make_panels(self.board)
        self.tiles = make_tiles(self.board)
        self.chooser = StepChooser(self)
        self.panels[0].heading.add(self.chooser)
        self.welcome = Welcome(self.stack)
        self.banner = Banner("overdue", "", "", self)
        self.banner.hide()
        retry = Button(tr("Try again"), self, size="small", icon="refresh-cw")
        retry.clicked.connect(self.reload)
        self.banner.add(retry)
        self.skeleton = SkeletonRows(12, self.board)
        self.skeleton.hide()
        self.calls = BoardCallActs(lambda: ctx.call_backs, self._write, lambda: ctx.call_backs.desk().today, self)
        self._lay_out()
        self._slow = QTimer(self, singleShot=True, interval=_SKELETON_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self.new = Button(tr("New case"), self, icon="plus", hint=shortcut_text("new_case"))
        self.new.clicked.connect(self.new_case)
        self.paper = Button(tr("Print today"), self, icon="printer", hint=shortcut_text("print"))
        self.paper.clicked.connect(self.print_today)
        self._connect()

    def _lay_out(self) -> None:
        down = QVBoxLayout(self.board)
        down.setContentsMargins(*[tokens.PAGE_PADDING] * 4)
        down.setSpacing(tokens.GAP)
        top = line(spacing=tokens.GAP)
        for tile in self.tiles:
            top.addWidget(tile, 1)
        down.addLayout(top)
        down.addWidget(self.skeleton)
        across = QGridLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(tokens.GAP)
        for place, (panels, stretch) in enumerate(((self.panels[:3], _LEFT), (self.panels[3:], _RIGHT))):
            side = column(spacing=tokens.GAP)
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            across.addLayout(side, 0, place)
            across.setColumnStretch(place, stretch)
            across.setColumnMinimumWidth(place, 1)
        down.addLayout(across, 1)
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.welcome)
        outer = column(self)
        strip = QHBoxLayout()
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(self.banner)
        outer.addLayout(strip)
        outer.addWidget(self.stack, 1)

    def _connect(self) -> None:
        views = {1: CaseView.OVERDUE, 2: CaseView.DUE_SOON}
        for place, (panel, tile) in enumerate(zip(self.panels, self.tiles, strict=True)):
            panel.opened.connect(lambda found: self.navigate.emit(found.target))
            panel.acted.connect(self.act)
            panel.key_pressed.connect(lambda key, panel=panel: self._key(panel, key))
            panel.focused.connect(lambda panel=panel: self._chosen(panel))
            tile.clicked.connect(lambda _=False, place=place: self.jump(place))
            view = views.get(place)
            target = Target("cases", "", view.value) if view else Target("callbacks")
            panel.link_wanted.connect(lambda target=target: self.navigate.emit(target))
        self.chooser.chosen.connect(self.reload)
        self.welcome.named.connect(self._add_name)
        self.welcome.import_wanted.connect(self.import_orders)
        self.welcome.shop_wanted.connect(lambda: self.navigate.emit(Target("settings", "", "shop")))

    # What the window asks

    def title(self) -> str:
        return tr("Today")

    def facts(self) -> str:
        return shown.day_title(self._here().now.astimezone(self._here().zone).date(), language())

    def page_actions(self) -> Sequence[QWidget]:
        return (self.new, self.paper)

    def hints(self) -> str:
        if self.stack.currentWidget() is self.welcome:
            return ""
        at = self._focused()
        resolve = tr("R resolve")
        more = {
            0: tr("D done · F whose steps"),
            1: resolve,
            2: resolve,
            3: tr("C call · N no answer · S snooze · D promise kept"),
            4: tr("V check"),
        }
        parts = (tr("1–5 panel · ↑↓ row · ↵ open"), more.get(at, ""))
        return " · ".join(part for part in parts if part)

    def keys(self) -> Sequence[Key]:
        return (
            Key("1", tr("steps")), Key("2", tr("overdue")), Key("3", tr("due in 24 hours")), Key("4", tr("call-backs")),
            Key("5", tr("alarms")), Key("Return", tr("open the case or the call-back")), Key("D", tr("step done")),
            Key("F", tr("whose steps")),
            Key("R", tr("resolve the case")), Key("C", tr("call")), Key("N", tr("no answer")),
            Key("S", tr("snooze the call-back")), Key("D", tr("promise kept")),
            Key("V", tr("check data and evidence")),
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"new_case": self.new_case, "import_orders": self.import_orders, "print": self.print_today}

    def can(self, command: str) -> bool:
        return command != "print" or (self._board is not None and self.stack.currentWidget() is self.board)

    def panes(self) -> Sequence[QWidget]:
        return tuple(panel.list for panel in self.panels if panel.model.rowCount())

    def open(self, target: Target) -> None:
        self._wants_focus = True
        self.reload()

    def refresh(self, changes: object) -> None:
        # Undone settings may be those of the call-backs' limits.
        quiet = {"draft", "packet"} if getattr(changes, "moved", False) else {"setting", "draft", "packet"}
        if not isinstance(changes, ChangeSet) or not changes.tables or not changes.tables <= quiet:
            self.reload()

    def minute(self) -> None:
        board = self._board
        if board is None:
            return
        at = self._here()
        first = min((due for each in board.due_soon if (due := each.due_at) is not None), default=None)
        if (
            at.now - board.made_at >= _STALE
            or at.now.astimezone(at.zone).date() != board.made_at.astimezone(at.zone).date()
            or (first and first <= at.now)
        ):
            self.header_changed.emit()
            self.reload()
        else:
            self._show()

    def scenes(self) -> Sequence[Scene]:
        return (Scene("", lambda: None),)

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

        chosen = self.chooser.filter(self.ctx.today.my_steps())
        self.background.run(
            self.ctx.jobs.read(lambda: self.ctx.today.board(steps=chosen)), take, self._failed, receiver=self
        )

    def _take(self, board: Board) -> None:
        first, was_new = self._board is None, self.stack.currentWidget() is self.welcome
        self._board = board
        self._slow.stop()
        self.skeleton.hide()
        self.banner.hide()
        new = not board.people or not (board.shops or self._anything(board))
        if new:
            self.welcome.show_state(people=board.people, shops=board.shops)
        self.stack.setCurrentWidget(self.welcome if new else self.board)
        self.paper.setEnabled(not new)
        self._show()
        if self._wants_focus:
            self._wants_focus = False
            self._take_focus()
        if first or new != was_new:
            self.commands_changed.emit()
        self.header_changed.emit()

    @staticmethod
    def _anything(board: Board) -> bool:
        return bool(board.overdue_total or board.due_soon_total or board.steps_total or board.calls_total)

    def _take_focus(self) -> None:
        if self.stack.currentWidget() is self.welcome:
            self.welcome.take_focus()
        elif not any(panel.list.hasFocus() for panel in self.panels):
            next((panel for panel in self.panels if panel.take_focus()), None)

    def _failed(self, error: BaseException) -> None:
        self._slow.stop()
        self.skeleton.hide()
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self.banner.show()

    def _show_skeleton(self) -> None:
        self.skeleton.setVisible(self._board is None)

    def _show(self) -> None:
        if self._board is None:
            return
        at = self._here()
        makers = (lines.steps_part, lines.overdue_part, lines.due_soon_part, calls_part, lines.alarms_part)
        self.chooser.show_board(self._board)
        self._parts = [make(self._board, at) for make in makers]
        for tile, part in zip(self.tiles, self._parts, strict=True):
            tile.set_count(part.total if part.count is None else part.count, part.fact)
        self._fit()
        self.hints_changed.emit()

    def _fit(self) -> None:
        """Give every panel the rows that fit the height of the page."""
        if not self._parts:
            return
        height = self.height() - 2 * tokens.PAGE_PADDING - HEIGHT - tokens.GAP
        for first, after in ((0, 3), (3, 5)):
            parts, panels = self._parts[first:after], self.panels[first:after]
            room = height - len(panels) * (HEADING + 1 + tokens.GAP) + tokens.GAP
            rows = share_rows(room, [(len(p.lines), b.row_height) for p, b in zip(parts, panels, strict=True)])
            for panel, part, count in zip(panels, parts, rows, strict=True):
                panel.show_part(part, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # What is done

    def jump(self, place: int) -> None:
        """Put the keyboard into a panel."""
        if 0 <= place < len(self.panels):
            if not self.panels[place].take_focus() and place == 0:
                self.chooser.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.hints_changed.emit()

    def _chosen(self, panel: BoardPanel) -> None:
        """Only one row of the board is selected."""
        for other in self.panels:
            if other is not panel:
                other.list.clearSelection()
        self.hints_changed.emit()

    def _focused(self) -> int:
        return next((place for place, panel in enumerate(self.panels) if panel.list.hasFocus()), -1)

    def _key(self, panel: BoardPanel, key: str) -> None:
        if key.isdigit():
            self.jump(int(key) - 1)
            return
        if key == "F":
            self.chooser.open_menu()
            return
        found = panel.current()
        names = {
            "D": ("done", "kept"), "R": ("resolve",), "C": ("call",), "N": ("no_answer",), "S": ("snooze",),
            "V": ("verify",),
        }  # fmt: skip
        if found is not None:
            able = {action.name for action in found.actions}
            name = next((each for each in names.get(key, ()) if each in able), "")
            if name:
                self.act(found, name)

    @Slot(object, str)
    def act(self, found: BoardLine, name: str) -> None:
        """Carry out an action of a line."""
        if name in ("open", "call"):
            self.navigate.emit(found.target)
        elif name == "resolve":
            self.navigate.emit(Target("resolution", found.target.id))
        elif name == "done":
            self.complete(found)
        elif name in CALL_ACTS:
            self.calls.act(found, name)
        elif name == "verify":
            self.asked.emit("verify_store")

    def complete(self, found: BoardLine) -> ReasonDialog | None:
        """Tick a step off; one that waits for others says for which, and is done all the same for a reason."""
        steps = self.ctx.steps
        if not found.missing:
            self._write(lambda: steps.complete(found.number))
            return None
        words = ReasonWords(
            title=tr("Not yet: %1", found.title), text=tr("Still to be done before it: %1.", found.missing),
            field=tr("Do it all the same because"), take=tr("Do it anyway"), cancel=tr("Cancel"),
            wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self)
        dialog.given.connect(lambda reason: self._write(lambda: steps.complete(found.number, anyway=reason), dialog))
        dialog.open()
        return dialog

    def _write(self, work: Callable[[], object], asked: HeldDialog | None = None) -> None:
        run_held(self.background, self.ctx.jobs.write(work), asked, self)

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
        """Print the board on one page."""
        if self._board is None:
            return
        # With the printing of the system, which few need before the board stands.
        from ui.today.print_board import PrintPart, print_board

        titles = (panel.heading.title.text() for panel in self.panels)
        parts = [PrintPart(*each) for each in zip(titles, self._parts, strict=True)]
        print_board(self, tr("Today"), self.facts(), parts)
