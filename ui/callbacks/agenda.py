"""The day's call-backs in their order: time, tier, buyer, state and a receiver."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from models.call_kinds import CallBackKind
from models.kinds import CallBackState
from models.records import CallBackRow
from ui import theme as tokens
from ui.callbacks.call_words import row_sentence, state_chip
from ui.callbacks.line_words import CHANNEL_ICONS, KIND_ICONS, SPECIAL_ICON
from ui.callbacks.outcome_row import OUTCOME_KEYS
from ui.format import NOTHING
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import one_line
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.table import DataList
from ui.words import tier_text

tr = translator("callbacks")
CALL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_VISIBLE = 6


class AgendaModel(QAbstractListModel):
    """The call-backs of one day; `talking` is the one whose card is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CallBackRow, ...] = ()
        self.today = date.min
        self._talking = 0

    def show_rows(self, rows: Sequence[CallBackRow], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows, self.today = tuple(rows), today
        self.endResetModel()

    def set_talking(self, call_back_id: int) -> None:
        """The call-back that is being called; 0 for none."""
        if call_back_id != self._talking:
            self._talking = call_back_id
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def talking(self) -> int:
        """The call-back that is being called."""
        return self._talking

    def rows(self) -> tuple[CallBackRow, ...]:
        """What is shown."""
        return self._rows

    def row_of(self, call_back_id: int) -> int:
        """Where a call-back stands, -1 when it is not of this day."""
        return next((place for place, row in enumerate(self._rows) if row.call_back.id == call_back_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CALL_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.nick)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row_sentence(row, self.today)
        return None


class AgendaDelegate(RowDelegate):
    """One line of the day."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(CALL_ROLE), index.model()
        if not isinstance(row, CallBackRow) or not isinstance(model, AgendaModel):
            return
        rect: QRect = option.rect.adjusted(16, 0, -16, -1)
        middle = rect.center().y() + 1
        is_open = row.call_back.state is CallBackState.DUE
        talking = model.talking() == row.call_back.id
        ink = "text" if is_open else "text3"
        time = row.call_back.at_time or NOTHING
        painting.paint_text(painter, QRect(rect.left(), rect.top(), 44, rect.height()), time, ink, "body")
        left = painting.paint_tier(painter, rect.left() + 48, middle, tier_text(row.tier)) + 8
        edge = rect.right() + 1
        if is_open:
            paint_icon(painter, edge - 16, middle, CHANNEL_ICONS[row.call_back.channel], "text2", 15)
        text, state = state_chip(row, model.today, talking=talking)
        start = edge - 24 - painting.chip_width(text)
        if talking and state == "new":
            # its soft colour is that of the selected row
            box = QRect(start, middle - tokens.CHIP // 2, painting.chip_width(text), tokens.CHIP)
            painting.rounded(painter, box, "surface", None, tokens.RADIUS_CHIP)
            painting.paint_text(painter, box, text, "accent_text", "small", 500, centre=True)
        else:
            painting.paint_chip(painter, start, middle, text, state)
        if row.call_back.kind is not CallBackKind.RHYTHM:
            left = paint_icon(painter, left, middle, KIND_ICONS[row.call_back.kind], "text2", 13) + 6
        elif row.special:
            left = paint_icon(painter, left, middle, SPECIAL_ICON, "gold", 13) + 6
        room = QRect(left, rect.top(), start - left - 8, rect.height())
        painting.paint_text(painter, room, one_line(row.nick), ink, "body", 600 if talking else 0)


class Agenda(DataList):
    """`chosen` gives the call-back to deal with; `outcome_key` a key 1 to 5.

    `put_off_wanted` carries the call-backs that are selected and still open, and whether they are to be left out.
    """

    chosen = Signal(object)
    outcome_key = Signal(str)
    put_off_wanted = Signal(object, bool)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Call-backs of the day"))
        self.calls = AgendaModel(self)
        self.setItemDelegate(AgendaDelegate(self))
        self.setModel(self.calls)
        self.take_letters(f"{OUTCOME_KEYS}SX")
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.key_pressed.connect(self._key)
        self.clicked.connect(self._choose)
        self.current_changed.connect(self._moved)

    def show_rows(self, rows: Sequence[CallBackRow], today: date) -> None:
        """Show the call-backs of a day."""
        self.calls.show_rows(rows, today)
        self.set_room(_VISIBLE)

    def set_room(self, most: int) -> None:
        """Be at most so many rows high; more are scrolled, and the one being called stays in sight."""
        self.setFixedHeight(max(1, min(self.calls.rowCount(), most)) * tokens.ROW)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def mark(self, call_back_id: int) -> None:
        """Put the selection on a call-back without saying so."""
        row = self.calls.row_of(call_back_id)
        self.calls.set_talking(call_back_id)
        self.blockSignals(True)
        if row >= 0 and row == self.currentIndex().row() and self.currentIndex() in self.selectedIndexes():
            pass  # it may be one of several that are selected
        elif row >= 0:
            self.choose_row(row)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def selected_calls(self) -> list[CallBackRow]:
        """The call-backs that are selected and still open, in their order."""
        rows = [index.data(CALL_ROLE) for index in sorted(self.selectedIndexes(), key=lambda each: each.row())]
        return [row for row in rows if isinstance(row, CallBackRow) and row.call_back.state is CallBackState.DUE]

    def _key(self, key: str) -> None:
        if key.upper() in ("S", "X"):
            rows = self.selected_calls()
            if rows:
                self.put_off_wanted.emit(rows, key.upper() == "X")
        else:
            self.outcome_key.emit(key)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(CALL_ROLE)
        if isinstance(row, CallBackRow):
            self.chosen.emit(row)

    def _moved(self, index: QModelIndex) -> None:
        if self.hasFocus():
            self._choose(index)

    def _menu(self, point: QPoint) -> None:
        row = self.indexAt(point).data(CALL_ROLE)
        if isinstance(row, CallBackRow):
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(point))
