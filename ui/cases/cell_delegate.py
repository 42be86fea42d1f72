"""Paints the cells of the Cases list: marks of hits, chips of tags, the colour of the shop, the cell in use."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from ui.cases.case_cells import CaseCell
from ui.cases.case_columns import BUYER, CHANGEABLE, SHOP, TAGS
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import Index, RowDelegate, cell_of, paint_cell
from ui.widgets.shop_marks import paint_shop_mark

_GAP, _MARK = 6, 18
_SHOP, _OUT = 14, 3


class CaseDelegate(RowDelegate):
    """One delegate for the whole list; every cell says what it holds."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._table = view

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cell_of(index)
        rect, column = self.content_rect(option, index), index.column()
        if isinstance(cell, CaseCell):
            self._paint_case_cell(painter, rect, cell, column)
        else:
            paint_cell(painter, rect, cell, hovered=self.hovered(index))
        if column in CHANGEABLE and self._table.hasFocus() and index == self._table.currentIndex():
            _outline(painter, option.rect)

    def _paint_case_cell(self, painter: QPainter, rect: QRect, cell: CaseCell, column: int) -> None:
        middle = rect.center().y() + 1
        if column == TAGS:
            _paint_chips(painter, rect, cell.chips, count_rest=True)
            return
        if cell.colour:
            # In the first column it begins in the padding, so that the number keeps its room.
            left = rect.left() if column == SHOP else rect.left() - _OUT
            end = paint_shop_mark(painter, left, middle, cell.shop, cell.colour, _SHOP)
            rect = rect.adjusted(end + _GAP - rect.left(), 0, 0, 0)
        if cell.marks:
            _paint_marks(painter, rect, cell, middle)
        paint_cell(painter, rect, cell)
        if column == BUYER and cell.chips and self._table.isColumnHidden(TAGS):
            marks = (painting.tier_width(cell.tier) + 8 if cell.tier else 0) + (14 + 8 if cell.flag else 0)
            end = rect.left() + painting.text_width(cell.text, cell.role, cell.weight) + marks
            _paint_chips(painter, QRect(end + 8, rect.top(), rect.right() - end - 8, rect.height()), cell.chips)


def _outline(painter: QPainter, rect: QRect) -> None:
    """The cell that F2 changes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("accent"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 4.5, -2.5, -5.5), 4, 4)
    painter.restore()


def _paint_marks(painter: QPainter, rect: QRect, cell: CaseCell, middle: int) -> None:
    """A soft box with a line below behind each part that was looked for, as far as the text can be seen."""
    spare = (painting.tier_width(cell.tier) + 8 if cell.tier else 0) + (14 + 8 if cell.flag else 0)
    room = max(rect.width() - spare, 0)
    shown = painting.elided(cell.text, room, cell.role, cell.weight)
    kept = len(cell.text) if shown == cell.text else max(len(shown) - 1, 0)
    for start, length in cell.marks:
        end = min(start + length, kept)
        if start >= end:
            continue
        left = painting.text_width(cell.text[:start], cell.role, cell.weight)
        right = painting.text_width(cell.text[:end], cell.role, cell.weight)
        box = QRect(rect.left() + left - 1, middle - _MARK // 2, right - left + 2, _MARK)
        painting.rounded(painter, box, "due.soft", None, 3)
        painter.fillRect(QRect(box.left() + 1, box.bottom(), box.width() - 2, 1), theme().colour("due.solid"))


def _paint_chips(
    painter: QPainter, rect: QRect, chips: tuple[tuple[str, bool], ...], *, count_rest: bool = False
) -> None:
    """Outlined chips as long as there is room; with `count_rest` the number of those that had none."""
    left, middle = rect.left(), rect.center().y() + 1
    for place, (text, found) in enumerate(chips):
        rest = len(chips) - place
        more = f"+{rest - 1}" if rest > 1 and count_rest else ""
        spare = painting.text_width(more, "small") + _GAP if more else 0
        width = painting.chip_width(text)
        if left + width + spare > rect.right() + 1:
            if not count_rest:
                return
            if place == 0 and rect.width() - spare > 4 * painting.CHIP_PADDING:
                room = rect.width() - spare - 2 * painting.CHIP_PADDING
                text = painting.elided(text, room, "small", 500)
                left = painting.paint_chip(painter, left, middle, text, "due" if found else None) + _GAP
                rest -= 1
            if rest:
                room_left = QRect(left, rect.top(), max(rect.right() + 1 - left, 0), rect.height())
                painting.paint_text(painter, room_left, f"+{rest}", "text3", "small")
            return
        left = painting.paint_chip(painter, left, middle, text, "due" if found else None) + _GAP
