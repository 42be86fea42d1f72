"""The pinned sums under a register: a line per currency, as wide as the columns above it wherever they are moved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from models.money import Money
from models.register_records import CellKind, RegisterColumn
from ui import format as shown
from ui import theme as tokens
from ui.i18n import translator
from ui.registers.register_table import RegisterTable
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import CELL_ROLE, FIRST_PADDING, PADDING, Cell, RowDelegate

tr = translator("registers")
Index = QModelIndex | QPersistentModelIndex
Totals = Mapping[str, Mapping[str, int]]


class _TotalDelegate(RowDelegate):
    """The same cells on the tone of the frame, without hover and selection."""

    def paint_background(self, painter: QPainter, option: object, index: Index) -> None:
        painter.fillRect(option.rect, theme().colour("surface2"))  # type: ignore[attr-defined]


class TotalModel(QAbstractTableModel):
    """Sums by column, one row per currency; whole numbers stand in the first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[RegisterColumn, ...] = ()
        self._totals: Totals = {}
        self._currencies: tuple[str, ...] = ("",)

    def show_totals(self, columns: tuple[RegisterColumn, ...], totals: Totals) -> None:
        """Show these."""
        self.beginResetModel()
        self._columns, self._totals = columns, totals
        found = sorted({currency for each in totals.values() for currency in each if currency})
        self._currencies = tuple(found) or ("",)
        self.endResetModel()

    def summed(self, place: int) -> bool:
        """Whether a column has a sum."""
        return self._columns[place].summed

    def words(self) -> str:
        """All sums in one sentence, for the screen reader."""
        from ui.registers.register_words import title_of

        said = []
        for place, column in enumerate(self._columns):
            for row in range(len(self._currencies)):
                text = self._text(row, place)
                if text:
                    said.append(f"{title_of(column)} {self.currency(row)} {text}".replace("  ", " "))
        return tr(", ").join(said)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._currencies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == CELL_ROLE:
            key = self._columns[index.column()].key
            return Cell(text, "number", "done" if key == "received" else "text", 600)
        return None

    def _text(self, row: int, place: int) -> str:
        column = self._columns[place]
        if not column.summed:
            return ""
        sums, currency = self._totals.get(column.key, {}), self._currencies[row]
        if column.kind is CellKind.NUMBER:
            return shown.minus(shown.count(sums.get("", 0))) if row == 0 else ""
        if currency not in sums:
            return ""
        return shown.money_cell(Money(sums[currency], currency))

    def currency(self, row: int) -> str:
        """The currency of a row; empty where there is only one."""
        return self._currencies[row] if len(self._currencies) > 1 else ""

    def widths(self) -> dict[str, int]:
        """How many pixels the sums of each column need, by its key."""
        needed: dict[str, int] = {}
        for place, column in enumerate(self._columns):
            for row in range(len(self._currencies)):
                wide = painting.text_width(self._text(row, place), "body", 600) + 2 * PADDING + 2
                needed[column.key] = max(wide, needed.get(column.key, 0))
        return needed


class TotalRow(QTableView):
    """The second table: its sections and its scroll bar follow the first's; the words stand left of the first sum."""

    def __init__(self, above: RegisterTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self._label = ""
        self.totals = TotalModel(self)
        self.setModel(self.totals)
        self.setItemDelegate(_TotalDelegate(self, bar=False))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(36)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW)
        head = above.horizontalHeader()
        head.sectionResized.connect(lambda place, _old, new: self._resize_one(place, new))
        head.sectionMoved.connect(lambda _place, old, new: self._move_one(old, new))
        above.columns_changed.connect(self.follow)
        above.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self.setFixedHeight(tokens.ROW + 1)

    def show_totals(self, label: str, columns: tuple[RegisterColumn, ...], totals: Totals) -> None:
        """The sums of what is listed, and the words before them."""
        self._label = label
        self.totals.show_totals(columns, totals)
        self.setFixedHeight(tokens.ROW * self.totals.rowCount() + 1)
        self.setAccessibleName(f"{label}: {self.totals.words()}")
        self.follow()

    def follow(self) -> None:
        """Lie under the columns as they are now."""
        head, own = self._above.horizontalHeader(), self.horizontalHeader()
        if own.count() != head.count():
            return
        for visual in range(head.count()):
            own.moveSection(own.visualIndex(head.logicalIndex(visual)), visual)
        for place in range(head.count()):
            own.setSectionHidden(place, head.isSectionHidden(place))
            if not head.isSectionHidden(place):
                own.resizeSection(place, head.sectionSize(place))
        self.horizontalScrollBar().setValue(self._above.horizontalScrollBar().value())
        self.viewport().update()

    def _resize_one(self, place: int, width: int) -> None:
        own = self.horizontalHeader()
        if place < own.count():
            own.setSectionHidden(place, width == 0)
            if width:
                own.resizeSection(place, width)
            self.viewport().update()

    def _move_one(self, old: int, new: int) -> None:
        if max(old, new) < self.horizontalHeader().count():
            self.horizontalHeader().moveSection(old, new)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("surface2"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, 0, self.viewport().width(), 1, theme().colour("line"))
        room = self._room_of_label()
        for row in range(self.totals.rowCount()):
            text = " · ".join(part for part in ("" if row else self._label, self.totals.currency(row)) if part)
            if room.width() > 40 and text:
                painting.paint_text(painter, room.translated(0, row * tokens.ROW), text, "text", "body", 600)
        painter.end()

    def _room_of_label(self) -> QRect:
        """From the left edge to the first column that has a sum."""
        own, end = self.horizontalHeader(), self.viewport().width()
        for visual in range(own.count()):
            place = own.logicalIndex(visual)
            if not own.isSectionHidden(place) and self.totals.summed(place):
                end = own.sectionViewportPosition(place)
                break
        return QRect(FIRST_PADDING, 0, end - FIRST_PADDING, tokens.ROW)
