"""The remedies by true cost: one row each, figures at the right, what is missing in the tool tip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.money import Money
from models.rules.conclusion import RemedyOffer
from ui import format as shown
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import tooltip
from ui.resolution.wording import pick, wrong_text
from ui.resolution.wrapping import wrapped
from ui.theme import State, theme
from ui.widgets import painting

tr = translator("resolution")
Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, LINE, MARK = 28, 20, 19, 20
_GOODS, _FREIGHT, _REFUND, _BACK, _TOTAL, _WRONG = range(1, 7)


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """An offer as the table shows it. `missing` are the names of facts without which a figure is not known."""

    offer: RemedyOffer
    missing: tuple[str, ...]
    chosen: bool = False
    refusal: bool = False

    def cells(self) -> tuple[str, ...]:
        """Title and figures, as written."""
        offer = self.offer
        figures = (offer.goods, offer.freight, _given(offer), offer.recoverable, offer.true_cost)
        words = [shown.money_cell(value) for value in figures]
        if offer.recoverable is not None:
            words[3] = shown.minus(f"-{words[3]}") if offer.recoverable.minor > 0 else words[3]
        if offer.refund is None and offer.compensation is None and self.missing and offer.true_cost is None:
            words[4] = shown.NOTHING
        return (pick(offer.title), *words, wrong_text(offer)[0])

    def says(self) -> str:
        """The whole row as a sentence."""
        heads = headings()
        parts = [f"{heads[at]} {text}" for at, text in enumerate(self.cells()) if at and text != shown.NOTHING]
        marks = [text for text in (tr("preferred") if self.offer.preferred else "", self.lacks()) if text]
        return " · ".join([pick(self.offer.title), *marks, *parts])

    def lacks(self) -> str:
        """What is missing for the sum, in words; empty when nothing is."""
        joint = "、" if language() == "zh" else ", "
        return tr("Left out of the sum until known: %1", joint.join(self.missing)) if self.missing else ""


def _given(offer: RemedyOffer) -> Money | None:
    if offer.refund is not None and offer.compensation is not None:
        return offer.refund + offer.compensation
    return offer.refund if offer.refund is not None else offer.compensation


def headings() -> tuple[str, ...]:
    """The heads of the columns."""
    return ("", tr("Goods"), tr("Freight"), tr("Refund"), tr("Back"), tr("True cost"), tr("Risk"))


class RemedyModel(QAbstractTableModel):
    """The offers in the order of the packs, the refusal last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RemedyRow] = []

    def show_rows(self, rows: Sequence[RemedyRow]) -> None:
        """Show other offers."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells()[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.says() if index.column() == 0 else row.cells()[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (pick(row.offer.title), row.lacks(), pick(row.offer.if_wrong_text))
            return tooltip("\n".join(line for line in lines if line))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: RemedyTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._table.remedies.rows[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if row.chosen:
            painter.fillRect(box, theme().colour("selected"))
        elif state & QStyle.StateFlag.State_Selected and self._table.hasFocus():
            painter.fillRect(box, theme().colour("hover"))
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.row() in self._table.fresh and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top() + 2, 2, box.height() - 4), theme().colour("accent"))
        text = row.cells()[index.column()]
        if index.column() == 0:
            self._paint_title(painter, box, text, row)
        elif index.column() == _WRONG:
            painting.paint_text(painter, box.adjusted(0, 0, -6, 0), text, wrong_text(row.offer)[1], right=True)
        else:
            strong = index.column() == _TOTAL
            ink = "text3" if text == shown.NOTHING else "text" if strong else "text2"
            more = 600 if strong else 0
            painting.paint_text(painter, box.adjusted(0, 0, -6, 0), text, ink, "body", more, right=True)
            if strong and row.missing and text != shown.NOTHING:
                painting.paint_text(
                    painter, QRect(box.right() - 5, box.top(), 8, box.height()), "+", "due", "small", 600
                )

    def _paint_title(self, painter: QPainter, box: QRect, text: str, row: RemedyRow) -> None:
        mark = tr("preferred") if row.offer.preferred else tr("right") if row.offer.right else ""
        weight = 600 if row.offer.preferred else 0
        middle = box.center().y() + 1
        if box.height() > ROW:
            self._paint_long_title(painter, box, text, row, mark)
            return
        room = painting.chip_width(mark) + 8 if mark else 0
        as_icon = bool(mark) and painting.text_width(text, "body", weight) > box.width() - 8 - room
        area = box.adjusted(6, 0, -(22 if as_icon else room) - 2, 0)
        right = painting.paint_text(painter, area, text, "text", "body", weight)
        if as_icon:
            name = "star" if row.offer.preferred else "scale"
            paint_icon(painter, right + 4, middle, name, "accent_text", 13)
        elif mark:
            state: State | None = None if row.offer.preferred else "waiting"
            painting.paint_chip(painter, right + 6, middle, mark, state, height=18, on=row.offer.preferred)

    @staticmethod
    def _paint_long_title(painter: QPainter, box: QRect, text: str, row: RemedyRow, mark: str) -> None:
        weight = 600 if row.offer.preferred else 0
        room = box.width() - 8 - (MARK if mark else 0)
        right = box.left()
        for at, part in enumerate(wrapped(text, room, "body", weight, most=3)):
            area = QRect(box.left() + 6, box.top() + 3 + LINE * at, room, LINE)
            right = painting.paint_text(painter, area, part, "text", "body", weight)
            if mark and not at:
                name = "star" if row.offer.preferred else "scale"
                paint_icon(painter, right + 4, area.center().y() + 1, name, "accent_text", 13)


class RemedyTable(QTableView):
    """Read by arrows; Enter or a double click chooses. `chosen` names the offer."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remedies = RemedyModel(self)
        self.fresh: set[int] = set()
        self.setModel(self.remedies)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        head = self.horizontalHeader()
        head.hide()
        head.setMinimumSectionSize(30)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in range(1, 7):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(tr("Remedies by true cost"))
        self.doubleClicked.connect(lambda index: self._choose(index.row()))
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[RemedyRow]) -> None:
        """Show other offers; columns are as wide as their figures need."""
        before = [row.says() for row in self.remedies.rows]
        self.remedies.show_rows(rows)
        self.fresh = {at for at, row in enumerate(rows) if before and row.says() not in before}
        self.fit()
        self._grow()

    def fit(self) -> None:
        """Give each figure the room it needs and the title the rest."""
        for at, text in enumerate(headings()[1:], 1):
            figures = [painting.text_width(row.cells()[at], "body", 600) for row in self.remedies.rows]
            self.setColumnWidth(at, max([painting.text_width(text, "small"), *figures]) + 11)

    def _grow(self) -> None:
        """A title too long for its column takes two lines, or three."""
        room = self.viewport().width() - sum(self.columnWidth(at) for at in range(1, 7)) - 8
        heights = []
        for at, row in enumerate(self.remedies.rows):
            weight, mark = (600 if row.offer.preferred else 0), MARK if row.offer.preferred or row.offer.right else 0
            lines = len(wrapped(row.cells()[0], room - mark, "body", weight, most=3))
            heights.append(ROW if lines == 1 else 6 + LINE * lines)
            if self.rowHeight(at) != heights[-1]:
                self.setRowHeight(at, heights[-1])
        if self.height() != sum(heights):
            self.setFixedHeight(sum(heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def widths(self) -> list[int]:
        """The widths of the columns, for the heads above."""
        return [self.columnWidth(at) for at in range(7)]

    def clear_fresh(self) -> None:
        """Take the marks of what just changed away."""
        self.fresh = set()
        self.viewport().update()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.remedies.rows):
            self.chosen.emit(self.remedies.rows[row].offer.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex().row())
            return
        if event.text().isalnum() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()


class RemedyHeads(QWidget):
    """The heads of the figures, in line with the table under them."""

    def __init__(self, table: RemedyTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setFixedHeight(HEAD)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        left = 0
        for width, text in zip(self._table.widths(), headings(), strict=True):
            box = QRect(left, 0, width - 6, self.height())
            painting.paint_text(painter, box, text, "text3", "small", right=True)
            left += width
        painter.end()
