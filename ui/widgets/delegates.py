"""How rows are painted: one delegate that draws what a model says in CELL_ROLE, in every table and list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui import theme as tokens
from ui.fonts import Role
from ui.icons import paint_icon
from ui.theme import State, theme
from ui.widgets import painting

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2
FIRST_PADDING = 12
PADDING = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Action:
    """A small icon at the end of a row that acts when clicked."""

    name: str
    icon: str
    tip: str
    token: str = "text2"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows.

    `kind` text, number (right-aligned), chip, tick, icon, bar, actions or skeleton; the other fields add to it: `tier`
    and `flag` marks after the text, `icon` before it, `second` a quiet second line, `share` of a bar.
    """

    text: str = ""
    kind: Literal["text", "number", "chip", "tick", "icon", "bar", "actions", "skeleton"] = "text"
    ink: str = "text"
    weight: int = 0
    role: Role = "body"
    state: State | None = None
    tier: str = ""
    flag: str = ""
    icon: str = ""
    second: str = ""
    right: bool = False
    struck: bool = False
    checked: bool = False
    share: float = 0.0
    middle: bool = False
    actions: tuple[Action, ...] = ()


_NONE = Cell()
_SELECTED = QStyle.StateFlag.State_Selected.value


def cell_of(index: Index) -> Cell:
    """The cell a model gives for an index, or its display text as one."""
    value = index.data(CELL_ROLE)
    if isinstance(value, Cell):
        return value
    text = index.data(Qt.ItemDataRole.DisplayRole)
    return Cell(str(text)) if text is not None else _NONE


class RowDelegate(QStyledItemDelegate):
    """Paints rows: background by state, hairline, accent bar and lines of the current row, then the cells.

    Give it to a DataTable or a DataList. Override `paint_content` where a row is more than cells.
    """

    def __init__(self, view: QAbstractItemView, *, row_height: int = tokens.ROW, bar: bool = True) -> None:
        super().__init__(view)
        self._view = view
        self._height = row_height
        self._bar = bar
        self._header = view.horizontalHeader() if isinstance(view, QTableView) else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.paint_background(painter, option, index)
        self.paint_content(painter, option, index)
        painter.restore()

    def hovered(self, index: Index) -> bool:
        """Whether the pointer is over the row."""
        return getattr(self._view, "hovered_row", -1) == index.row()

    def is_first(self, index: Index) -> bool:
        """Whether this cell stands first in its row, wherever the user moved columns."""
        # Hidden columns before it have no width.
        return self._header is None or self._header.sectionPosition(index.column()) == 0

    def paint_background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, hairline, and the accents of a selected and current row."""
        shown = theme()
        rect: QRect = option.rect
        left, top, width, bottom = rect.left(), rect.top(), rect.width(), rect.bottom()
        # As a number: asking Python's flags takes as long as painting the cell's words.
        selected = bool(option.state.value & _SELECTED)
        if not selected:
            if self.hovered(index):
                painter.fillRect(rect, shown.colour("hover"))
            painter.fillRect(left, bottom, width, 1, shown.colour("line2"))
            return
        painter.fillRect(rect, shown.colour("selected"))
        focus = self._view.hasFocus()
        current = self._view.currentIndex()
        line = focus and current.isValid() and current.row() == index.row()
        if line:
            painter.fillRect(left, top, width, 1, shown.colour("accent"))
        painter.fillRect(left, bottom, width, 1, shown.colour("accent" if line else "line2"))
        if self._bar and self.is_first(index):
            painter.fillRect(left, top, 3, rect.height(), shown.colour("accent" if focus else "control"))

    def content_rect(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """The cell without its padding."""
        rect: QRect = option.rect
        left = FIRST_PADDING if self.is_first(index) else PADDING
        return rect.adjusted(left, 0, -PADDING, -1)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What stands in the cell."""
        paint_cell(painter, self.content_rect(option, index), cell_of(index), hovered=self.hovered(index))

    def action_at(self, rect: QRect, cell: Cell, point: QPoint) -> Action | None:
        """The action icon of a cell under a point."""
        for place, action in zip(action_places(rect, cell), cell.actions, strict=True):
            if place.contains(point):
                return action
        return None


def action_places(rect: QRect, cell: Cell) -> list[QRect]:
    """Where the action icons of a cell stand: 24 px squares from the right edge."""
    count = len(cell.actions)
    start = rect.right() + 1 - 28 * count + 4
    return [QRect(start + 28 * place, rect.center().y() - 12, 24, 24) for place in range(count)]


def paint_cell(painter: QPainter, rect: QRect, cell: Cell, *, hovered: bool = False) -> None:
    """Draw a cell into a rectangle."""
    middle = rect.center().y() + 1
    if cell.kind == "skeleton":
        bar = QRect(rect.left(), middle - 5, max(16, rect.width() * 3 // 5), 10)
        painting.rounded(painter, bar, "track", None, 4)
        return
    if cell.kind == "actions":
        for place, action in zip(action_places(rect, cell), cell.actions, strict=True):
            token = action.token if action.token != "text2" else "text" if hovered else "text3"
            paint_icon(painter, place.left() + 4, middle, action.icon, token, 16)
        return
    if cell.kind == "chip":
        if cell.text:
            width = painting.chip_width(cell.text, cell.icon)
            left = rect.right() + 1 - width if cell.right else rect.left()
            text = cell.text
            if width > rect.width():
                text = painting.elided(
                    text, rect.width() - 2 * painting.CHIP_PADDING - (16 if cell.icon else 0), "small", 500
                )
                left = rect.left()
            painting.paint_chip(painter, left, middle, text, cell.state, icon=cell.icon)
        return
    if cell.kind == "tick":
        painting.paint_tick(painter, rect.left(), middle, cell.checked)
        return
    if cell.kind == "bar":
        painting.paint_bar(painter, rect, cell.share, cell.ink if cell.ink != "text" else "accent")
        return
    if cell.kind == "icon":
        if cell.icon:
            paint_icon(painter, rect.left(), middle, cell.icon, cell.ink, 16)
        return
    _paint_words(painter, rect, cell, middle)


def _paint_words(painter: QPainter, rect: QRect, cell: Cell, middle: int) -> None:
    marks = (painting.tier_width(cell.tier) + 8 if cell.tier else 0) + (14 + 8 if cell.flag else 0)
    left = rect.left()
    if cell.icon:
        left = paint_icon(painter, left, middle, cell.icon, cell.ink, 16) + 8
    room = QRect(left, rect.top(), max(rect.right() + 1 - left - marks, 0), rect.height())
    mode = Qt.TextElideMode.ElideMiddle if cell.middle else Qt.TextElideMode.ElideRight
    right = cell.right or cell.kind == "number"
    if cell.second:
        half = QRect(room.left(), middle - 18, room.width(), 18)
        end = painting.paint_text(painter, half, cell.text, cell.ink, cell.role, cell.weight, mode=mode)
        painting.paint_text(painter, half.translated(0, 18), cell.second, "text3", "small", mode=mode)
        middle = half.center().y() + 1
    else:
        end = painting.paint_text(painter, room, cell.text, cell.ink, cell.role, cell.weight, right=right, mode=mode)
    if cell.struck:
        width = painting.text_width(
            painting.elided(cell.text, room.width(), cell.role, cell.weight, mode), cell.role, cell.weight
        )
        painter.fillRect(QRect(room.left(), middle, width, 1), theme().colour(cell.ink))
    if cell.tier:
        end = painting.paint_tier(painter, end + 8, middle, cell.tier)
    if cell.flag:
        painting.paint_flag(painter, end + 8, middle, cell.flag)
