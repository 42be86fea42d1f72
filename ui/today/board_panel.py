"""A panel of the board: heading, the rows that fit, their actions, and a green tick when there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from ui import theme as tokens
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import PlainLabel
from ui.today.board_layout import Place, spread
from ui.today.board_lines import BoardLine, BoardPart
from ui.widgets import painting
from ui.widgets.buttons import link_button
from ui.widgets.delegates import CELL_ROLE, FIRST_PADDING, PADDING, Action, Cell, RowDelegate, action_places, paint_cell
from ui.widgets.marks import IconMark, MeterBar
from ui.widgets.panel import Panel
from ui.widgets.table import DataList

tr = translator("today")
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 3
HEADING = 38
_GAP = 12
_TEXT_LEFT = 72
_METER = 92
_NOTHING = Cell()
Index = QModelIndex | QPersistentModelIndex


def is_same(line: BoardLine, other: BoardLine) -> bool:
    """Whether two lines are about the same, and neither was cleared since."""
    return _what(line) == _what(other)


def _what(line: BoardLine) -> tuple[int, str, bool, str]:
    return line.number, line.case_number, line.struck, line.alarm.key if line.alarm is not None else ""


class BoardModel(QAbstractListModel):
    """As many lines as fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[BoardLine, ...] = ()
        self._room = 0

    def show_lines(self, lines: Sequence[BoardLine], room: int) -> None:
        """Show the first `room` of these; where there are as many as before only their words change."""
        lines = tuple(lines)
        same = len(lines[:room]) == self.rowCount()
        if not same:
            self.beginResetModel()
        self._lines, self._room = lines, room
        if not same:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else min(len(self._lines), self._room)

    def line(self, row: int) -> BoardLine:
        """The line of a row."""
        return self._lines[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        found = self._lines[index.row()]
        if role == LINE_ROLE:
            return found
        if role == CELL_ROLE:
            return Cell(kind="actions", actions=found.actions)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return found.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return found.tip or found.sentence
        return None


class BoardDelegate(RowDelegate):
    """Paints a line in its places; the current one shows its first action in words over the stretching place."""

    def __init__(self, view: QListView, places: Sequence[Place], *, row_height: int) -> None:
        super().__init__(view, row_height=row_height)
        self._places = tuple(places)
        self._buttons: dict[int, tuple[QRect, Action]] = {}

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(LINE_ROLE)
        if not isinstance(found, BoardLine):
            return
        rect = option.rect.adjusted(FIRST_PADDING, 0, -PADDING, -1)
        icons = Cell(kind="actions", actions=found.actions)
        for square, action in zip(action_places(rect, icons), found.actions, strict=True):
            if action.icon:
                ink = "text" if self.hovered(index) else "text3"
                paint_icon(painter, square.left() + 4, rect.center().y() + 1, action.icon, ink, 16)
        current = self._view.currentIndex()
        is_current = self._view.hasFocus() and current.isValid() and current.row() == index.row()
        in_words = is_current or self.hovered(index)
        self._buttons.pop(index.row(), None)
        row = rect.adjusted(0, 0, -28 * len(found.actions) - 4, 0)
        both = zip(self._places, found.places, strict=True)
        shown = [(place, cell) for place, cell in both if cell != _NOTHING or not place.loose]
        spans = spread(row.width(), [place for place, _ in shown], language())
        for (left, width), (place, cell) in zip(spans, shown, strict=True):
            box = QRect(row.left() + left, row.top(), max(width - _GAP, 0), row.height())
            if width <= 0:
                continue
            if not place.width and in_words and found.first is not None:
                box = self._paint_button(painter, box, index.row(), found, primary=is_current)
            if cell.kind == "text" and cell.tier and not cell.text:
                painting.paint_tier(painter, box.left(), box.center().y() + 1, cell.tier)
            else:
                paint_cell(painter, box, cell)

    def _paint_button(self, painter: QPainter, box: QRect, row: int, found: BoardLine, *, primary: bool) -> QRect:
        """The first action in words at the right end of `box`; returns what is left of it."""
        action = found.first
        if action is None:
            return box
        width = 34 + painting.text_width(action.tip, "small", 500) + painting.key_width(found.key) + 6
        if width + _TEXT_LEFT > box.width():
            return box
        middle = box.center().y() + 1
        button = QRect(box.right() + 1 - width, middle - 12, width, 24)
        fill, edge, ink = ("accent", None, "on_accent") if primary else ("surface", "button_line", "text")
        painting.rounded(painter, button, fill, edge, tokens.RADIUS_BUTTON)
        left = paint_icon(painter, button.left() + 8, middle, action.icon, ink, 14) + 4
        text = QRect(left, button.top(), button.right() - left, button.height())
        left = painting.paint_text(painter, text, action.tip, ink, "small", 500) + 6
        key_ink, key_edge = ("on_accent", "chart2") if primary else ("text3", "line")
        painting.paint_key(painter, left, middle, found.key, key_ink, key_edge)
        self._buttons[row] = (button, action)
        return box.adjusted(0, 0, -width - _GAP, 0)

    def action_at(self, rect: QRect, cell: Cell, point: QPoint) -> Action | None:
        in_words = next((action for button, action in self._buttons.values() if button.contains(point)), None)
        found = in_words or super().action_at(rect, cell, point)
        return found if found is not None and found.name else None


class BoardPanel(Panel):
    """Heading, rows and a link. Signals carry the line they are about."""

    opened = Signal(object)
    acted = Signal(object, str)
    key_pressed = Signal(str)
    link_wanted = Signal()
    focused = Signal()

    def __init__(
        self, title: str, quiet: str, places: Sequence[Place], parent: QWidget | None = None, *, icon: str,
        token: str, letters: str = "", link: str = "", row_height: int = tokens.ROW, link_always: bool = True,
    ) -> None:  # fmt: skip
        """`link` leads to all of them; it stands there `link_always`, or only while some are not shown."""
        super().__init__(title, quiet, parent, icon=icon, token=token)
        self.row_height = row_height
        self._quiet, self._link_words, self._link_always = quiet, link, link_always
        self._part = BoardPart((), 0, "")
        self.model = BoardModel(self)
        self.list = DataList(self.body, name=title, row_height=row_height)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(BoardDelegate(self.list, places, row_height=row_height))
        self.list.setModel(self.model)
        self.list.take_letters(f"123456789{letters}")
        self.rows.addWidget(self.list)
        self.rows.addStretch(1)
        self.cleared = PlainLabel(tr("All done"), self.heading, role="small", ink="done")
        self._tick = IconMark("circle-check", "done", 16, self.heading)
        self.all = link_button("", self.heading)
        self.all.clicked.connect(self.link_wanted)
        self._meter = MeterBar(0.0, "accent", self.heading)
        self._meter.setFixedWidth(_METER)
        self._share = PlainLabel("", self.heading, role="small", ink="text2")
        self.heading.add(self._meter)
        self.heading.add(self._share)
        self.heading.add(self._tick)
        self.heading.add(self.cleared)
        self.heading.add(self.all)
        self.list.opened.connect(lambda index: self.opened.emit(self.line_of(index)))
        self.list.acted.connect(lambda index, name: self.acted.emit(self.line_of(index), name))
        self.list.key_pressed.connect(self.key_pressed)
        self.list.selection_changed.connect(self._selected)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _selected(self) -> None:
        if self.list.selectionModel().hasSelection():
            self.focused.emit()

    def line_of(self, index: QModelIndex) -> BoardLine:
        """The line at an index."""
        return self.model.line(index.row())

    def current(self) -> BoardLine | None:
        """The line the keyboard is on."""
        index = self.list.currentIndex()
        return self.model.line(index.row()) if index.isValid() and index.row() < self.model.rowCount() else None

    def part(self) -> BoardPart:
        """What it shows."""
        return self._part

    def show_part(self, part: BoardPart, room: int) -> None:
        """Show a part in `room` rows; the row that was current stays current, or the one that took its place.

        Without a link that leads to all of them the rows below are there to scroll to.
        """
        before, found = self.list.currentIndex().row(), self.current()
        self._part = part
        scrolls = not self._link_words
        self.model.show_lines(part.lines, len(part.lines) if scrolls and room else room)
        listed = self.model.rowCount()
        if found is not None and (found.number or found.alarm is not None):
            # What came or went above it moves the keyboard along; what was cleared gives its place to the next.
            same = (place for place in range(listed) if is_same(self.model.line(place), found))
            before = next(same, before)
        rows = min(listed, room)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setVerticalScrollBarPolicy(bar)
        empty = part.total == 0
        self._show_share(part)
        self.hairline.setVisible(not empty)
        self.body.setVisible(not empty)
        self._tick.setVisible(empty)
        self.cleared.setVisible(empty)
        self.cleared.setText(part.none or tr("All done"))
        self._tick.setVisible(empty and not part.none)
        self.list.setFixedHeight(rows * self.row_height)
        more = part.total > rows
        self.all.set_label(tr("All %n", n=part.total) if more else self._link_words)
        self.all.setVisible(not empty and bool(self._link_words) and (more or self._link_always))
        quiet = part.quiet or self._quiet
        if more and scrolls:
            quiet = tr("%1 of %2 shown", rows, part.total)
        self.heading.quiet.setText(" · ".join(filter(None, ("" if empty else quiet, part.more))))
        self._show_quiet()
        self.setFixedHeight(HEADING if empty else HEADING + 1 + rows * self.row_height)
        if before >= 0 and listed:
            chosen = self.list.hasFocus() or self.list.selectionModel().hasSelection()
            self.list.choose_row(min(before, listed - 1))
            if not chosen:
                self.list.clearSelection()
        elif not listed:
            self.list.setCurrentIndex(QModelIndex())

    def _show_quiet(self) -> None:
        """The quiet words, where the heading has room for them."""
        heading, quiet = self.heading, self.heading.quiet
        items = (heading.row.itemAt(place) for place in range(heading.row.count()))
        found = (item.widget() for item in items if item is not None)
        shown = [each for each in found if each is not None and each is not quiet and not each.isHidden()]
        taken = sum(max(each.sizeHint().width(), each.minimumWidth()) + _GAP for each in shown)
        quiet.setVisible(bool(quiet.text()) and self.width() - taken - 2 * _GAP >= quiet.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_quiet()

    def _show_share(self, part: BoardPart) -> None:
        """How many of all are cleared, as a bar and in figures, where the part says so."""
        self._meter.setVisible(bool(part.of))
        self._share.setVisible(bool(part.of))
        self._share.setText(f"{part.done} / {part.of}")
        says = tr("%1 of %2 cleared", part.done, part.of)
        self._meter.set(part.done / part.of if part.of else 0.0, "done" if part.done == part.of else "accent", says)
        self._share.setAccessibleName(says)

    def take_focus(self) -> bool:
        """Put the keyboard on the current row, or the first; False when there is none."""
        if not self.model.rowCount():
            return False
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.choose_row(max(self.list.currentIndex().row(), 0))
        return True
