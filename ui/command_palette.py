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
    QRect,
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
from ui.palette_ranking import Span, hit, ranked, split_prefix
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
_LONGEST = 200
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 7
SPANS_ROLE = ENTRY_ROLE + 1
_LOOKED_UP = frozenset({"case", "order", "buyer"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it is, what it is called, and what choosing it does.

    `sort` is one of command, page, shop, person, view, case, order, buyer; under `name` it is remembered as used, empty
    for never. With `why` it cannot be run now, and that is why.
    """

    text: str
    kind: str
    icon: str
    act: Callable[[], object]
    more: str = ""
    keys: str = ""
    sort: str = "command"
    name: str = ""
    why: str = ""


Answer = Callable[[Sequence[Entry]], None]
Search = Callable[[str, Answer], None]


class EntryModel(QAbstractListModel):
    """The lines found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._spans: list[tuple[Span, ...]] = []

    def show_entries(self, entries: Sequence[Entry], spans: Sequence[tuple[Span, ...]]) -> None:
        """Replace the lines; `spans` are the parts of their texts that were meant."""
        self.beginResetModel()
        self._entries, self._spans = list(entries), list(spans)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == SPANS_ROLE:
            return self._spans[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (entry.text, entry.more, entry.why, entry.kind, entry.keys) if part)
        return None


class EntryDelegate(RowDelegate):
    """Icon, words, quiet words, and at the right the kind or the key."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        ink = "disabled" if entry.why else "text"
        box = option.rect.adjusted(14, 0, -14, 0)
        middle = box.center().y() + 1
        left = paint_icon(painter, box.left(), middle, entry.icon, "disabled" if entry.why else "text2", 16) + 12
        right = f"{entry.kind}   {entry.keys}" if entry.keys else entry.kind
        spare = painting.text_width(right, "small") + 16
        room = box.adjusted(left - box.left(), 0, -spare, 0)
        end = _paint_found(painter, room, entry.text, index.data(SPANS_ROLE) or (), ink)
        more = entry.why or entry.more
        if more:
            painting.paint_text(painter, room.adjusted(end - room.left() + 10, 0, 0, 0), more, "text3", "small")
        painting.paint_text(painter, box, right, "text3", "small", right=True)


def _paint_found(painter: QPainter, room: QRect, text: str, spans: Sequence[Span], ink: str) -> int:
    """A text with the parts that were meant in bold; returns its right edge."""
    if not spans or painting.text_width(text) > room.width():
        return painting.paint_text(painter, room, text, ink)
    left, at = room.left(), 0
    for start, end in (*spans, (len(text), len(text))):
        for part, token, weight in ((text[at:start], ink, 0), (text[start:end], "accent_text", 600)):
            if part:
                box = QRect(left, room.top(), room.right() - left + 1, room.height())
                left = painting.paint_text(painter, box, part, token, weight=weight)
        at = end
    return left


class CommandPalette(QDialog):
    """640 px wide, 96 from the top. `search` answers later, through its callback; stale answers are dropped.

    `recent` gives the names of what was used last, the newest first; `used` is told each that is chosen; `letters`
    gives the pinyin initials of a text, one for each of its characters.
    """

    used = Signal(str)

    def __init__(
        self, window: QWidget, fixed: Callable[[], Sequence[Entry]], search: Search | None = None, *,
        recent: Callable[[], Sequence[str]] = tuple, recall: Callable[[str], Entry | None] = lambda name: None,
        letters: Callable[[str], str] = lambda text: "",
    ) -> None:  # fmt: skip
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._fixed = fixed
        self._search = search
        self._recent, self._recall, self._letters = recent, recall, letters
        self._lines: list[Entry] = []
        self._asked = 0
        self._hasty = False
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
        self.field.setMaxLength(_LONGEST)
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
        self._lines = list(self._fixed())
        self.field.setText(text)
        self._typed(text)
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - WIDTH) // 2, FROM_TOP)))
        self.open()
        self.field.setFocus()
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        self._found, self._hasty = [], False
        self._asked += 1
        self._show()
        kinds, wanted = split_prefix(text)
        if self._search is not None and wanted and (kinds is None or kinds & _LOOKED_UP):
            self._timer.start()

    def _ask(self) -> None:
        if self._search is None:
            return
        self._asked += 1
        asked = self._asked
        self._search(split_prefix(self.field.text())[1], lambda found: self._answer(asked, found))

    def _answer(self, asked: int, found: Sequence[Entry]) -> None:
        if asked == self._asked and self.isVisible():
            self._found = list(found)
            self._show()
            if self._hasty:
                self._hasty = False
                self._choose(self.list.currentIndex())

    def _show(self) -> None:
        kinds, query = split_prefix(self.field.text())
        recent = list(self._recent())
        lines = self._lines
        if not query:
            lines = [*(entry for name in recent if (entry := self._recall(name)) is not None), *lines]
        fixed = [entry for entry in lines if kinds is None or entry.sort in kinds]
        if not query:
            # With nothing typed: what was used lately, then the rest as it stands in the menus.
            fixed.sort(key=lambda entry: (bool(entry.why), recent.index(entry.name) if entry.name in recent else 10**6))
        known = [(entry.text, f"{entry.more} {entry.kind}", entry.name, not entry.why) for entry in fixed]
        places = ranked(query, known, self._letters, recent)
        # What was looked up answers by more than its words; a command whose words begin so goes before it.
        above = [(fixed[place], answer.spans) for place, answer in places if query and answer.rank <= 1]
        below = [(fixed[place], answer.spans) for place, answer in places if not query or answer.rank > 1]
        looked = [(entry, self._meant(query, entry)) for entry in self._found if kinds is None or entry.sort in kinds]
        ready = [each for each in above if not each[0].why]
        entries = [*ready, *looked, *below, *(each for each in above if each[0].why)]
        row, chosen = self.list.currentIndex().row(), self.list.currentIndex().data(ENTRY_ROLE)
        self.model.show_entries([entry for entry, _ in entries], [spans for _, spans in entries])
        self.list.setFixedHeight(min(len(entries), _ROWS) * tokens.ROW)
        self.none.setText("" if entries else tr("Nothing found for “%1”", painting.elided(query, WIDTH // 2)))
        self.none.setVisible(not entries)
        # Who already went down to a line stays on it when answers come in.
        at = next((i for i, (entry, _) in enumerate(entries) if row > 0 and entry is chosen), 0)
        self.list.choose_row(at)
        self.adjustSize()

    def _meant(self, query: str, entry: Entry) -> tuple[Span, ...]:
        answer = hit(query, entry.text, entry.more, self._letters(entry.text))
        return answer.spans if answer is not None else ()

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry) and not entry.why:
            self.accept()
            if entry.name:
                self.used.emit(entry.name)
            entry.act()

    def _take(self) -> None:
        """Enter; pressed before anything is found, it takes the first thing that will be."""
        if self.model.rowCount():
            self._choose(self.list.currentIndex())
        elif self._timer.isActive():
            self._hasty = True
            self._timer.stop()
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            for key, step in steps.items():
                if event.key() == key and self.model.rowCount():
                    row = self.list.currentIndex().row() + step
                    self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
                    return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface", "line", tokens.RADIUS_PANEL)
        painter.end()
