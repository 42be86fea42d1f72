"""Hand cases to somebody: type a few letters of the name, add a word about them, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QWidget

from desktop.services.hand_over import NOTE_LIMIT
from models.records import Person
from models.rules.pinyin import initials
from ui import theme as tokens
from ui.actions import key_text
from ui.i18n import translator
from ui.palette_ranking import hit
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.delegates import RowDelegate
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import column, foot_line
from ui.widgets.table import DataList
from ui.words import word

tr = translator("cases")
_PERSON = int(Qt.ItemDataRole.UserRole) + 13
_ROWS = 6
_NOTE_HEIGHT = 84
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed over: the number of one case or how many, who has them now, and who is working."""

    number: str
    count: int
    handlers: frozenset[str]
    me: int


class PeopleModel(QAbstractListModel):
    """The people a text leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Person, ...] = ()
        self.has_them: frozenset[str] = frozenset()

    def show_people(self, people: Sequence[Person]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self.people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.people)

    def more(self, person: Person) -> str:
        """The role, and whether the person has the cases now."""
        role = word(person.role)
        return tr("%1 · has it now", role) if person.name in self.has_them else role

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == _PERSON:
            return person
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{isolate(one_line(person.name))} {self.more(person)}"
        return None


class PersonDelegate(RowDelegate):
    """The disc, the name, the role."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        person: Person = index.data(_PERSON)
        model = index.model()
        box = option.rect.adjusted(14, 0, -14, 0)
        left = painting.paint_avatar(painter, box.left(), box.center().y() + 1, person.initials or person.name) + 10
        more = model.more(person) if isinstance(model, PeopleModel) else ""
        spare = painting.text_width(more, "small") + 16
        name = box.adjusted(left - box.left(), 0, -spare, 0)
        painting.paint_text(painter, name, one_line(person.name), "text", weight=500)
        painting.paint_text(painter, box, more, "text3", "small", right=True)


class HandOverDialog(HeldDialog):
    """`given` carries (person id, note)."""

    given = Signal(int, str)

    def __init__(self, handed: Handed, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = handed.count == 1
        title = tr("Hand over %1", handed.number) if one else tr("Hand over %n case(s)", n=handed.count)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        # Who has them all already goes last, and so does who is handing over.
        only = handed.handlers if len(handed.handlers) == 1 else frozenset()
        self._people = sorted(people, key=lambda each: (each.name in only, each.id == handed.me))
        rows = column(self, margins=(1, 16, 1, 16), spacing=10)
        head = column(margins=(20, 0, 20, 0), spacing=10)
        head.addWidget(PlainLabel(title, self, role="heading"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Name or initials"))
        self.field.setAccessibleName(tr("Hand over to"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        head.addWidget(self.field)
        rows.addLayout(head)
        self.model = PeopleModel(self)
        self.model.has_them = only
        self.list = DataList(self, name=tr("People"))
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setFixedHeight(min(max(len(people), 1), _ROWS) * tokens.ROW)
        self.list.opened.connect(lambda _: self._take())
        self.list.left.connect(self.reject)
        rows.addWidget(self.list)
        self.none = PlainLabel("", self, ink="text3")
        self.none.setContentsMargins(20, 0, 20, 0)
        rows.addWidget(self.none)
        below = column(margins=(20, 0, 20, 0), spacing=6)
        below.addWidget(PlainLabel(tr("A word about it (kept as an internal note)"), self, role="small", ink="text2"))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setAccessibleName(tr("A word about it (kept as an internal note)"))
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._counted)
        below.addWidget(self.note)
        self.wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.wrong.hide()
        below.addWidget(self.wrong)
        rows.addLayout(below)
        self.take = Button(tr("Hand over"), self, kind="primary", icon="user", hint=key_text("Ctrl+Return"))
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, margins=(20, 4, 20, 0)))
        self._filter("")
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.strip()
        found = [each for each in self._people if _means(wanted, each)]
        self.model.show_people(found)
        self.list.setVisible(bool(found))
        self.list.choose_row(0)
        self.none.setText("" if found else tr("Nobody of that name works here."))
        self.none.setVisible(not found)
        self.take.setEnabled(bool(found))

    def _counted(self) -> None:
        length = len(self.note.toPlainText())
        wrong = tr("At most %1 characters; these are %2.", NOTE_LIMIT, length) if length > NOTE_LIMIT else ""
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.note.setAccessibleDescription(wrong)

    def chosen(self) -> Person | None:
        """The person the list stands on."""
        found = self.list.currentIndex().data(_PERSON)
        return found if isinstance(found, Person) else None

    def _take(self) -> None:
        person, note = self.chosen(), self.note.toPlainText()
        if person is None or len(note) > NOTE_LIMIT or self.held:
            return
        self.given.emit(person.id, note)
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and (watched is self.field or with_ctrl):
            self._take()
            return True
        if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model.rowCount():
            row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
            return True
        return super().eventFilter(watched, event)


def _means(text: str, person: Person) -> bool:
    if not text:
        return True
    letters = "".join(initials(each)[:1] or each for each in person.name)
    return hit(text, person.name, f"{person.initials} {word(person.role)}", letters) is not None
