"""A small list to choose from, by typing: a name, a part of it, or the first letters of its pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from models.rules.pinyin import initials
from ui import theme as tokens
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.delegates import Index, RowDelegate
from ui.widgets.panel import column
from ui.widgets.table import DataList

tr = translator("cases")
_WIDTH, _ROW, _ROWS = 280, 32, 9
_CHOICE_ROLE = int(Qt.ItemDataRole.UserRole) + 9
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, what stands for it, whether it is so now, and why it cannot be, if so."""

    text: str
    value: object
    now: bool = False
    why_not: str = ""

    def fits(self, typed: str) -> bool:
        """Whether it is meant by what was typed."""
        wanted = typed.strip().casefold()
        return wanted in self.text.casefold() or (initials(self.text).casefold() or "\0").startswith(wanted)


class _Choices(QAbstractListModel):
    """The choices that fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == _CHOICE_ROLE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return said(choice) if role == Qt.ItemDataRole.AccessibleTextRole else choice.why_not
        return None


def said(choice: Choice) -> str:
    """A choice as a screen reader says it."""
    parts = [choice.text, tr("now") if choice.now else "", tr("not possible: %1", choice.why_not)]
    return ", ".join(part for part in (parts if choice.why_not else parts[:2]) if part)


class _ChoiceDelegate(RowDelegate):
    """A tick before what is so now; what cannot be is grey and says why."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(_CHOICE_ROLE)
        box = option.rect.adjusted(10, 0, -10, -1)
        middle = box.center().y() + 1
        if choice.now:
            paint_icon(painter, box.left(), middle, "check", "accent", 14)
        room = box.adjusted(22, 0, 0, 0)
        ink = "disabled" if choice.why_not else "text"
        end = painting.paint_text(painter, room, choice.text, ink, "body", 600 if choice.now else 0)
        if choice.why_not:
            rest = room.adjusted(end - room.left() + 12, 0, 0, 0)
            painting.paint_text(painter, rest, choice.why_not, "text3", "small", right=True)


class CellPopup(QFrame):
    """Enter takes the choice and closes, Esc or a click elsewhere leaves. `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, title: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(title)
        self._before = QApplication.focusWidget()
        self._choices = tuple(choices)
        rows = column(self, margins=(8, 8, 8, 8), spacing=6)
        rows.addWidget(PlainLabel(title, self, role="small", weight=600, ink="text2", wrap=True))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Type to filter"))
        self.field.setAccessibleName(title)
        self.field.installEventFilter(self)
        rows.addWidget(self.field)
        self.model = _Choices(self)
        self.list = DataList(self, name=title, row_height=_ROW)
        self.list.setItemDelegate(_ChoiceDelegate(self.list, row_height=_ROW))
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        self.list.current_changed.connect(self._tell)
        rows.addWidget(self.list)
        self.note = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.note)
        self.field.textChanged.connect(self._filter)
        self._filter("")
        at = next((row for row, choice in enumerate(self._choices) if choice.now), 0)
        self.list.choose_row(at)

    def open_at(self, point: QPoint) -> None:
        """Open with its top left corner at a point of the screen, or as near as the screen has room."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(point.x(), room.left()), room.right() - self.width())
        top = point.y() if point.y() + self.height() <= room.bottom() else room.bottom() - self.height()
        self.move(left, max(top, room.top()))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, typed: str) -> None:
        found = [choice for choice in self._choices if not typed.strip() or choice.fits(typed)]
        # What can be chosen comes first, so that Enter takes it.
        self.model.show(sorted(found, key=lambda choice: bool(choice.why_not)) if typed.strip() else found)
        self.list.setFixedHeight(max(min(len(found), _ROWS), 1) * _ROW)
        self.list.choose_row(0)
        self._tell()
        self.adjustSize()

    def _current(self) -> Choice | None:
        index = self.list.currentIndex()
        return self.model.choices[index.row()] if index.isValid() else None

    def _tell(self) -> None:
        choice = self._current()
        text = tr("Nothing fits") if choice is None else tr("Not possible: %1", choice.why_not)
        self.note.setText(text if choice is None or choice.why_not else "")
        self.note.setVisible(bool(self.note.text()))
        self.field.setAccessibleDescription(said(choice) if choice is not None else text)

    def _take(self) -> None:
        choice = self._current()
        if choice is None or choice.why_not:
            self._tell()
            return
        self.close()
        self.chosen.emit(choice.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            if event.key() in steps and self.model.rowCount():
                row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
                self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        # Not every system hands the focus back to where it was.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface", "line", tokens.RADIUS_PANEL)
        painter.end()
