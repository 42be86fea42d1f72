"""The lane at the left: what is late stays until it is dealt with; below it rhythms, legend and the month so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from desktop.services.call_plans import Desk
from models.call_back_records import OverdueCall
from models.call_kinds import CallBackKind, Channel, LateLevel
from models.records import CallBackRow
from ui.callbacks.calendar_data import CalendarShown
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.call_words import overdue_facts
from ui.callbacks.dragging import CallDrags
from ui.callbacks.lane_foot import LaneFoot
from ui.callbacks.line_words import CHANNEL_ICONS, KIND_ICONS, LEVEL_INKS, SPECIAL_ICON, level_text, shortened, traits
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, isolate, one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.marks import Chip, IconMark
from ui.widgets.panel import Strip, column, line, rule
from ui.widgets.table import DataList
from ui.words import tier_text

tr = translator("callbacks")
WIDTH = 212
_ROW, _FEWEST = 55, 5
# A heading row, a hairline and what is left of the lane when its foot shows everything.
_HEADING = 44
OVERDUE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class OverdueModel(QAbstractListModel):
    """What is late, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: tuple[OverdueCall, ...] = ()
        self._desk: Desk | None = None

    def show_calls(self, calls: Sequence[OverdueCall], desk: Desk) -> None:
        """Show these."""
        if tuple(calls) == self._calls and self._desk is not None and desk.today == self._desk.today:
            # Nothing to do anew: the list keeps its place while something else is chosen.
            self._desk = desk
            return
        self.beginResetModel()
        self._calls, self._desk = tuple(calls), desk
        self.endResetModel()

    def calls(self) -> tuple[OverdueCall, ...]:
        """What is shown."""
        return self._calls

    def row_of(self, call_back_id: int) -> int:
        """Where a call-back stands, -1 when it is not late."""
        return next((place for place, call in enumerate(self._calls) if call.row.call_back.id == call_back_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._calls)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._desk is None:
            return None
        call = self._calls[index.row()]
        if role == OVERDUE_ROLE:
            return call
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(call.row.nick)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join(part for part in self._parts(call, index) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in self._parts(call, index) if part)
        return None

    def _parts(self, call: OverdueCall, index: Index) -> list[str]:
        level = level_text(call.days, call.level)
        return [
            tier_text(call.row.tier),
            isolate(shortened(call.row.nick)),
            *traits(call.row),
            level,
            self.facts(index),
        ]

    def facts(self, index: Index) -> str:
        """The second line."""
        return "" if self._desk is None else overdue_facts(self._calls[index.row()], self._desk)


class OverdueDelegate(RowDelegate):
    """Two lines with an edge in the colour of the limit passed: buyer, how late; since when, attempts, channel."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, row_height=_ROW, bar=False)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        call, model = index.data(OVERDUE_ROLE), index.model()
        if not isinstance(call, OverdueCall) or not isinstance(model, OverdueModel):
            return
        row, rect, ink = call.row, option.rect, LEVEL_INKS[call.level]
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme().colour(f"{ink}.solid"))
        first = QRect(rect.left() + 15, rect.top() + 8, rect.width() - 27, 20)
        second = first.translated(0, 20)
        middle = first.center().y() + 1
        late = tr("%1 d late", call.days)
        width = painting.text_width(late, "small", 600)
        left = painting.paint_tier(painter, first.left(), middle, tier_text(row.tier)) + 8
        if row.special:
            left = paint_icon(painter, left - 2, middle, SPECIAL_ICON, "gold", 12) + 4
        if row.call_back.kind is not CallBackKind.RHYTHM:
            left = paint_icon(painter, left - 2, middle, KIND_ICONS[row.call_back.kind], "accent_text", 12) + 4
        # Two marks for red and one for yellow: the colour does not say it alone.
        sign = {LateLevel.RED: "triangle-alert", LateLevel.YELLOW: "clock-alert"}.get(call.level, "")
        if sign:
            paint_icon(painter, first.right() - width - 15, middle, sign, ink, 12)
            width += 17
        name = QRect(left, first.top(), first.right() - left - width - 6, first.height())
        painting.paint_text(painter, name, one_line(row.nick), "text", "body", 500)
        painting.paint_text(painter, first, late, ink, "small", 600, right=True)
        painting.paint_text(painter, second.adjusted(0, 0, -22, 0), model.facts(index), "text3", "small")
        channel = CHANNEL_ICONS[row.call_back.channel]
        token = "accent" if row.call_back.channel is Channel.PHONE else "text2"
        paint_icon(painter, second.right() - 14, second.center().y() + 1, channel, token, 15)


class LaneList(DataList):
    """What is late, with the keys of the calendar."""

    def __init__(self, keys: CalendarKeys, parent: QWidget) -> None:
        super().__init__(parent, name=tr("Overdue call-backs"), row_height=_ROW)
        self._keys = keys
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        paging = event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if paging or not self._keys.take(event):
            super().keyPressEvent(event)


class OverdueLane(Strip):
    """`chosen` gives the call-back to deal with."""

    chosen = Signal(object)
    entered = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, keys: CalendarKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="right")
        self.setFixedWidth(WIDTH)
        rows = column(self)
        rows.addWidget(self._make_heading())
        rows.addWidget(rule(self))
        self.model = OverdueModel(self)
        self.list = LaneList(keys, self)
        self.list.setItemDelegate(OverdueDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.clicked.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.list.current_changed.connect(self._moved)
        rows.addWidget(self.list, 1)
        self.none = PlainLabel(tr("Nothing is overdue."), self, role="small", ink="text3", wrap=True)
        self.none.setContentsMargins(12, 14, 12, 14)
        rows.addWidget(self.none)
        self.edge = rule(self)
        rows.addWidget(self.edge)
        self.foot = LaneFoot(self)
        rows.addWidget(self.foot)
        rows.addStretch(0)
        self.drags = CallDrags(self.list, self.row_at)

    def _make_heading(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(43)
        row = line(head, margins=(12, 0, 12, 0))
        row.addWidget(IconMark("clock-alert", "overdue", 16, head))
        row.addWidget(PlainLabel(tr("Overdue"), head, role="heading"))
        self.count = Chip("", "overdue", head)
        row.addWidget(self.count)
        row.addWidget(PlainLabel(tr("until done"), head, role="small", ink="text3"), 1, Qt.AlignmentFlag.AlignRight)
        return head

    def show_calendar(self, found: CalendarShown) -> None:
        """Show what is late and the month so far; the row that was chosen stays chosen."""
        before = self.list.currentIndex().data(OVERDUE_ROLE)
        several = [row.call_back.id for row in self.selected_calls()]
        self.model.show_calls(found.overdue, found.desk)
        late = len(found.overdue)
        self.list.setVisible(bool(late))
        self.none.setVisible(not late)
        red = any(call.level is LateLevel.RED for call in found.overdue)
        self.count.set(str(late) if late else "", "overdue" if red else "due")
        if isinstance(before, OverdueCall):
            self.mark(before.row.call_back.id)
        if len(several) > 1:
            self._select(several)
        self.foot.show_calendar(found)
        self.share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """The list gets the height of its rows; where that is too much the legend gives way, then the list scrolls."""
        late = self.model.rowCount()
        wanted = min(late, _FEWEST) * _ROW if late else self.none.sizeHint().height()
        self.foot.fit(self.height() - _HEADING - 2 - wanted)
        room = self.height() - _HEADING - 2 - self.foot.needed()
        self.list.setFixedHeight(max(min(late * _ROW, room), min(late, 1) * _ROW))

    def mark(self, call_back_id: int) -> None:
        """Put the selection on a call-back without saying so; none when it is not here."""
        row = self.model.row_of(call_back_id)
        self.list.blockSignals(True)
        current = self.list.currentIndex()
        if row >= 0 and row == current.row() and current in self.list.selectedIndexes():
            pass  # it may be one of several that are selected
        elif row >= 0:
            self.list.choose_row(row)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        self.list.blockSignals(False)
        self.list.viewport().update()

    def row_at(self, point: QPoint) -> CallBackRow | None:
        """The call-back under a point."""
        call = self.list.indexAt(point).data(OVERDUE_ROLE)
        return call.row if isinstance(call, OverdueCall) else None

    def selected_calls(self) -> list[CallBackRow]:
        """The call-backs that are selected, in their order."""
        calls = [index.data(OVERDUE_ROLE) for index in sorted(self.list.selectedIndexes(), key=lambda at: at.row())]
        return [call.row for call in calls if isinstance(call, OverdueCall)]

    def _select(self, ids: Sequence[int]) -> None:
        """Select those that are still late, beside the current one."""
        self.list.blockSignals(True)
        places = [place for place in map(self.model.row_of, ids) if place >= 0]
        for place in places:
            self.list.selectionModel().select(self.model.index(place), QItemSelectionModel.SelectionFlag.Select)
        self.list.blockSignals(False)

    def _choose(self, index: QModelIndex) -> None:
        call = index.data(OVERDUE_ROLE)
        if isinstance(call, OverdueCall):
            self.chosen.emit(call.row)

    def _enter(self, index: QModelIndex) -> None:
        self._choose(index)
        self.entered.emit()

    def _moved(self, index: QModelIndex) -> None:
        if self.list.hasFocus():
            self._choose(index)

    def _menu(self, point: QPoint) -> None:
        call = self.list.indexAt(point).data(OVERDUE_ROLE)
        if isinstance(call, OverdueCall):
            row: CallBackRow = call.row
            self.menu_wanted.emit(row, self.list.viewport().mapToGlobal(point))
