"""The steps by role: a tab for each list with its count, and the steps of the one in front, to do and hand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.kinds import Role
from models.role_step_records import RoleList, RoleStep
from models.rules.step_lists import LISTS
from ui.actions import shortcut_text
from ui.background import Background
from ui.error_words import sentence
from ui.hand_over.hand_on_dialog import StepNow
from ui.hand_over.step_doings import StepDoings
from ui.i18n import translator
from ui.page import Key, Target
from ui.plain import PlainLabel
from ui.today.steps_model import StepsModel, columns, missing_of, title_of
from ui.widgets.buttons import Button
from ui.widgets.controls import Tabs
from ui.widgets.panel import Banner, EmptyPlace, Strip, column, line
from ui.widgets.table import DataTable
from ui.words import word

tr = translator("hand_over")
_KEPT = "steps.role"
_STALE = timedelta(minutes=5)
_TABLES = frozenset(("step", "case", "buyer", "person", "setting", "clock", "resolution"))


class StepsView(QWidget):
    """Today's second view. It reads when it is first shown or told to; `refresh(changes)` and `minute()` as a page's.

    `navigate` carries a Target, `said` a toast, `counted` how many steps are open in all.
    """

    navigate = Signal(object)
    said = Signal(str)
    counted = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._lists: Mapping[Role, RoleList] = {}
        self._asked = 0
        self._fresh = False
        self.doings = StepDoings(ctx, background, self)
        self.doings.said.connect(self.said)
        rows = column(self)
        rows.addWidget(self._head())
        self.banner = Banner("overdue", "", "", self)
        self.banner.hide()
        again = Button(tr("Try again"), self, size="small", icon="refresh-cw")
        again.clicked.connect(self.reload)
        self.banner.add(again)
        rows.addWidget(self.banner)
        self.stack = QStackedWidget(self)
        self.model = StepsModel(ctx.bench.time_zone, self)
        self.table = DataTable(columns(), self.stack, name=tr("Steps by role"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.take_letters("DHX12345")
        self.table.setModel(self.model)
        self.table.opened.connect(self._open)
        self.table.acted.connect(lambda index, name: self._act(self.model.at(index.row()), name))
        self.table.key_pressed.connect(self._key)
        self.empty = EmptyPlace("circle-check", "", "", self.stack)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        rows.addWidget(self.stack, 1)
        self.tabs.setCurrentIndex(self._first_tab())
        self.tabs.currentChanged.connect(self._turned)

    def _head(self) -> QWidget:
        head = Strip(self, surface="surface", edge="bottom")
        across = line(head, margins=(16, 0, 16, 0), spacing=12)
        self.tabs = Tabs(head)
        for role in LISTS:
            self.tabs.addTab(word(role))
        self.tabs.setAccessibleName(tr("Steps by role"))
        across.addWidget(self.tabs)
        across.addStretch(1)
        self.facts = PlainLabel("", head, role="small", ink="text2")
        across.addWidget(self.facts)
        self.paper = Button(tr("Print the list…"), head, size="small", icon="printer", hint=shortcut_text("print"))
        self.paper.clicked.connect(self.print_list)
        across.addWidget(self.paper)
        return head

    def _first_tab(self) -> int:
        """The list looked at last, else that of who is working."""
        kept = self._ctx.settings.get(_KEPT, "")
        words = [role.value for role in LISTS]
        if kept in words:
            return words.index(kept)
        mine = self._ctx.shops.person.role
        return LISTS.index(mine if mine in LISTS else Role.AFTER_SALES)

    # What the page asks

    def hints(self) -> str:
        """For the status bar."""
        return tr("1–5 list · ↑↓ row · ↵ open · D done · H hand on · X leave out")

    def keys(self) -> Sequence[Key]:
        """For F1."""
        return (
            Key("1", tr("list of the warehouse; 2 to 5 the other lists")), Key("Return", tr("open the case")),
            Key("D", tr("step done")), Key("H", tr("hand the step on")), Key("X", tr("leave the step out")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """For F6."""
        return (self.tabs, self.table) if self.model.rowCount() else (self.tabs,)

    def role(self) -> Role:
        """The list in front."""
        return LISTS[max(self.tabs.currentIndex(), 0)]

    def show_role(self, role: Role) -> None:
        """Bring a list to the front."""
        if role in LISTS:
            self.tabs.setCurrentIndex(LISTS.index(role))

    def show_view(self) -> None:
        """It comes to the front: read what it does not know yet, and take the keyboard."""
        if not self._fresh:
            self.reload()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the current row, or the tabs where there is none."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.choose_row(0)
        else:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, changes: object) -> None:
        """Something was written: read anew, now or when it is next shown."""
        if isinstance(changes, ChangeSet) and changes.tables and changes.tables.isdisjoint(_TABLES):
            return
        if self.isVisible():
            self.reload()
        else:
            self._fresh = False

    def minute(self) -> None:
        """Another minute: what was due may be late now."""
        now = self._ctx.clock.now()
        self.model.tell_time(now)
        self._say()

    # Reading

    @Slot()
    def reload(self) -> None:
        """Read all lists anew."""
        self._asked += 1
        asked, lists = self._asked, self._ctx.role_steps

        def take(found: Mapping[Role, RoleList]) -> None:
            if asked == self._asked:
                self._take(found)

        self._background.run(self._ctx.jobs.read(lists.lists), take, self._failed, receiver=self)

    def _failed(self, error: BaseException) -> None:
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self.banner.show()

    def _take(self, found: Mapping[Role, RoleList]) -> None:
        first, self._lists, self._fresh = not self._lists, found, True
        self.banner.hide()
        for place, role in enumerate(LISTS):
            self.tabs.set_count(place, len(found[role].steps) or None)
        self.counted.emit(sum(len(each.steps) for each in found.values()))
        self._show()
        if first and self.tabs.hasFocus():
            # The keyboard waited there for the rows.
            self.take_focus()

    @Slot()
    def _turned(self) -> None:
        self._ctx.settings.set(_KEPT, self.role().value)
        self._show(other=True)

    def _show(self, *, other: bool = False) -> None:
        """The list in front; the step that was current stays current, or the one that took its place."""
        shown = self._lists.get(self.role())
        if shown is None:
            return
        before, row = self.current(), self.table.currentIndex().row()
        had_focus = self.table.hasFocus()
        now = self._ctx.clock.now()
        self.model.show_steps(shown.steps, now)
        self.stack.setCurrentWidget(self.table if shown.steps else self.empty)
        self.empty.set_text(
            "circle-check", tr("No open steps for %1", word(self.role())),
            tr("%n step(s) of snoozed cases come back when the case wakes.", n=shown.resting) if shown.resting else "",
        )  # fmt: skip
        self.paper.setEnabled(bool(shown.steps))
        if shown.steps:
            found = self.model.row_of(before.step.id) if before is not None and not other else -1
            self.table.choose_row(found if found >= 0 else 0 if other else min(max(row, 0), len(shown.steps) - 1))
        elif had_focus:
            self.tabs.setFocus()
        self._say()

    def _say(self) -> None:
        shown = self._lists.get(self.role())
        if shown is None:
            return
        late = sum(1 for each in shown.steps if each.late(self._ctx.clock.now()))
        parts = [
            tr("%n late", n=late) if late else "",
            tr("%n due today", n=shown.due - late) if shown.due > late else "",
            tr("%n without a time", n=shown.undated) if shown.undated else "",
            tr("%n resting with snoozed cases", n=shown.resting) if shown.resting else "",
        ]
        self.facts.setText(" · ".join(part for part in parts if part))

    def current(self) -> RoleStep | None:
        """The step the keyboard is on."""
        index = self.table.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    # Doing

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        found = self.model.at(index.row())
        if found is not None:
            self.navigate.emit(Target("cases", found.case_number))

    def _key(self, key: str) -> None:
        if key.isdigit():
            self.tabs.setCurrentIndex(int(key) - 1)
            self.take_focus()
            return
        self._act(self.current(), {"D": "done", "H": "hand_on", "X": "skip"}.get(key, ""))

    def _act(self, found: RoleStep | None, name: str) -> None:
        acts: dict[str, Callable[[RoleStep], object]] = {
            "done": self.complete, "hand_on": self.hand_on, "skip": self.skip,
        }  # fmt: skip
        if found is not None and name in acts:
            acts[name](found)

    def complete(self, found: RoleStep) -> object:
        """Tick it off; one that waits for others asks why."""
        return self.doings.complete(found.step.id, title_of(found), missing_of(found))

    def skip(self, found: RoleStep) -> object:
        """Leave it out, with a reason."""
        return self.doings.skip(found.step.id, title_of(found))

    def hand_on(self, found: RoleStep) -> None:
        """Hand it to another role or person."""
        person = None if found.gone else found.step.person_id
        self.doings.hand_on(StepNow(found.step.id, title_of(found), found.step.role, person))

    @Slot()
    def print_list(self) -> None:
        """The list in front on paper."""
        from ui.hand_over.hand_over_door import print_steps

        print_steps(self._ctx, self._background, self, self.role(), say=self.said.emit)
