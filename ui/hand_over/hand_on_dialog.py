"""Hand a step on: to a role or a person, with a word about it that stays with the step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.role_steps import NOTE_LIMIT
from models.kinds import Role
from models.records import Person
from models.rules.step_lists import LISTS
from ui import theme as tokens
from ui.i18n import translator
from ui.palette_ranking import hit
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.widgets.table import DataList
from ui.words import word

tr = translator("hand_over")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHOWN = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class StepNow:
    """A step as it stands: its words, its role, and the person who has it."""

    step_id: int
    title: str
    role: Role
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """A role, or a person."""

    role: Role | None = None
    person: Person | None = None

    @property
    def name(self) -> str:
        """By which it is shown and found."""
        return one_line(self.person.name) if self.person is not None else word(self.role) if self.role else ""


class ReceiverModel(QAbstractListModel):
    """The roles, then the people, that a text leaves."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[Receiver, ...] = ()

    def show_receivers(self, receivers: Sequence[Receiver]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self.found = tuple(receivers)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        each = self.found[index.row()]
        more = word(each.person.role) if each.person is not None else tr("whoever does it")
        if role == CELL_ROLE:
            return Cell(f"{each.name} · {more}", icon="user" if each.person is not None else "users", weight=500)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{isolate(each.name)} {more}"
        return None


class HandOnDialog(HeldDialog):
    """`given` carries (role or None, person id or None, note)."""

    given = Signal(object, object, str)

    def __init__(self, now: StepNow, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Hand on: %1", now.title)
        self.setWindowTitle(tr("Hand the step on"))
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        roles = [Receiver(role) for role in LISTS if role is not now.role or now.person_id is not None]
        persons = [Receiver(person=each) for each in people if each.id != now.person_id]
        self._receivers = [*roles, *persons]
        rows = column(self, margins=(1, 16, 1, 16), spacing=10)
        head = column(margins=(20, 0, 20, 0), spacing=10)
        head.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Role, name or initials"))
        self.field.setAccessibleName(tr("Hand on to"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        head.addWidget(self.field)
        rows.addLayout(head)
        self.model = ReceiverModel(self)
        self.list = DataList(self, name=tr("Roles and people"))
        self.list.setModel(self.model)
        self.list.setFixedHeight(min(max(len(self._receivers), 1), _SHOWN) * tokens.ROW)
        self.list.opened.connect(lambda _: self._take())
        self.list.left.connect(self.reject)
        rows.addWidget(self.list)
        self.none = PlainLabel(tr("Neither a role nor anybody who works here."), self, ink="text3")
        self.none.setContentsMargins(20, 0, 20, 0)
        rows.addWidget(self.none)
        below = column(margins=(20, 0, 20, 0))
        self.form = FormRows(self)
        self.note = QLineEdit(self.form)
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setPlaceholderText(tr("What they should know; stays with the step"))
        self.form.add_field(tr("Note"), self.note)
        self.note.returnPressed.connect(self._take)
        below.addWidget(self.form)
        rows.addLayout(below)
        self.take = Button(tr("Hand on"), self, kind="primary", icon="move-up-right")
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, margins=(20, 4, 20, 0)))
        self._filter("")
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.strip()
        found = [each for each in self._receivers if _means(wanted, each)]
        self.model.show_receivers(found)
        self.list.setVisible(bool(found))
        self.list.choose_row(0)
        self.none.setVisible(not found)
        self.take.setEnabled(bool(found))

    def chosen(self) -> Receiver | None:
        """The role or person the list stands on."""
        row = self.list.currentIndex().row()
        return self.model.found[row] if 0 <= row < len(self.model.found) else None

    def _take(self) -> None:
        found = self.chosen()
        if found is None or self.held:
            return
        self.given.emit(found.role, found.person.id if found.person is not None else None, self.note.text().strip())
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            self.note.setFocus()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model.rowCount():
            row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
            return True
        return super().eventFilter(watched, event)


def _means(text: str, each: Receiver) -> bool:
    if not text:
        return True
    more = f"{each.person.initials} {word(each.person.role)}" if each.person is not None else ""
    return hit(text, each.name, more, "") is not None
