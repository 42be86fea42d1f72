"""Ctrl+K: find any case, buyer or order, go to any page, run any command, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui import theme as tokens
from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.controls import IconMark
from ui.widgets.delegates import RowDelegate
from ui.widgets.panel import line, rule
from ui.widgets.table import DataList

tr = translator("frame")
WIDTH = 640
FROM_TOP = 96
_ROWS = 10
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it is, what it is called, and what choosing it does."""

    text: str
    kind: str
    icon: str
    act: Callable[[], object]
    more: str = ""
    keys: str = ""


Answer = Callable[[Sequence[Entry]], None]
Search = Callable[[str, Answer], None]


def matches(query: str, text: str) -> bool:
    """Whether all words of the query stand in the text, in any order and case."""
    folded = text.casefold()
    return all(part in folded for part in query.casefold().split())


class EntryModel(QAbstractListModel):
    """The lines found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.text} {entry.more} {entry.kind}".strip()
        return None


class EntryDelegate(RowDelegate):
    """Icon, words, quiet words, and at the right the kind or the key."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        box = option.rect.adjusted(14, 0, -14, 0)
        middle = box.center().y() + 1
        left = paint_icon(painter, box.left(), middle, entry.icon, "text2", 16) + 12
        right = entry.keys or entry.kind
        spare = painting.text_width(right, "small") + 16
        room = box.adjusted(left - box.left(), 0, -spare, 0)
        end = painting.paint_text(painter, room, entry.text, "text")
        if entry.more:
            painting.paint_text(painter, room.adjusted(end - room.left() + 10, 0, 0, 0), entry.more, "text3", "small")
        painting.paint_text(painter, box, right, "text3", "small", right=True)


class CommandPalette(QDialog):
    """640 px wide, 96 from the top. `search` answers later, through its callback; stale answers are dropped."""

    closed = Signal()

    def __init__(self, window: QWidget, fixed: Callable[[], Sequence[Entry]], search: Search | None = None) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._fixed = fixed
        self._search = search
        self._asked = 0
        self._found: list[Entry] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Find or run"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 8)
        rows.setSpacing(0)
        head = line(margins=(14, 8, 14, 8), spacing=12)
        head.addWidget(IconMark("search", "text2", 18, self))
        self.field = QLineEdit(self)
        self.field.setProperty("bare", "true")
        self.field.setFont(font("heading", 400))
        self.field.setPlaceholderText(tr("Case, order, buyer, page or command"))
        self.field.setAccessibleName(tr("Case, order, buyer, page or command"))
        self.field.installEventFilter(self)
        head.addWidget(self.field, 1)
        rows.addLayout(head)
        rows.addWidget(rule(self))
        self.model = EntryModel(self)
        self.list = DataList(self, name=tr("Found"))
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        rows.addWidget(self.list)
        self.none = PlainLabel("", self, ink="text3")
        self.none.setContentsMargins(14, 10, 14, 4)
        rows.addWidget(self.none)
        self._timer = QTimer(self, singleShot=True, interval=100)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)

    def start(self, text: str = "") -> None:
        """Open empty, or with a text to look for."""
        self._found = []
        self.field.setText(text)
        self._typed(text)
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - WIDTH) // 2, FROM_TOP)))
        self.open()
        self.field.setFocus()
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        self._found = []
        self._show()
        if self._search is not None and text.strip():
            self._timer.start()

    def _ask(self) -> None:
        if self._search is None:
            return
        self._asked += 1
        asked = self._asked
        self._search(self.field.text().strip(), lambda found: self._answer(asked, found))

    def _answer(self, asked: int, found: Sequence[Entry]) -> None:
        if asked == self._asked and self.isVisible():
            self._found = list(found)
            self._show()

    def _show(self) -> None:
        query = self.field.text().strip()
        fixed = [e for e in self._fixed() if matches(query, f"{e.text} {e.more} {e.kind}")]
        entries = [*self._found, *fixed]
        self.model.show_entries(entries)
        self.list.setFixedHeight(min(len(entries), _ROWS) * tokens.ROW)
        self.none.setText("" if entries else tr("Nothing found for “%1”", query))
        self.none.setVisible(not entries)
        self.list.choose_row(0)
        self.adjustSize()

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.accept()
            entry.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            for key, step in steps.items():
                if event.key() == key and self.model.rowCount():
                    row = self.list.currentIndex().row() + step
                    self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
                    return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface", "line", tokens.RADIUS_PANEL)
        painter.end()
