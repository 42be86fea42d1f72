"""The lane at the left: what is late stays until it is dealt with; below it rhythms, legend and the month so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QListView, QStyleOptionViewItem, QWidget

from desktop.services.call_plans import Desk
from models.call_back_records import OverdueCall
from models.records import CallBackRow
from ui.callbacks.calendar_data import TIERS, CalendarShown
from ui.callbacks.call_words import late_text, overdue_facts, rhythm_text
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, isolate, one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.marks import Chip, IconMark, MeterBar, TierMark
from ui.widgets.panel import Strip, column, line, rule, section_label
from ui.widgets.table import DataList
from ui.words import tier_text

tr = translator("callbacks")
WIDTH = 212
_ROW = 55
_VISIBLE = 7
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
            parts = (
                tier_text(call.row.tier),
                isolate(one_line(call.row.nick)),
                late_text(call.days),
                self.facts(index),
            )
            return tr(", ").join(parts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{call.row.nick}\n{self.facts(index)}"
        return None

    def facts(self, index: Index) -> str:
        """The second line."""
        return "" if self._desk is None else overdue_facts(self._calls[index.row()], self._desk)


class OverdueDelegate(RowDelegate):
    """Two lines with a red edge: tier, buyer and how late; since when, attempts and a receiver to click."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, row_height=_ROW, bar=False)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        call = index.data(OVERDUE_ROLE)
        model = index.model()
        if not isinstance(call, OverdueCall) or not isinstance(model, OverdueModel):
            return
        rect: QRect = option.rect
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme().colour("overdue.solid"))
        first = QRect(rect.left() + 15, rect.top() + 8, rect.width() - 27, 20)
        second = first.translated(0, 20)
        middle = first.center().y() + 1
        late = late_text(call.days)
        width = painting.text_width(late, "small", 600)
        left = painting.paint_tier(painter, first.left(), middle, tier_text(call.row.tier)) + 8
        name = QRect(left, first.top(), first.right() - left - width - 6, first.height())
        painting.paint_text(painter, name, one_line(call.row.nick), "text", "body", 500)
        painting.paint_text(painter, first, late, "overdue", "small", 600, right=True)
        painting.paint_text(painter, second.adjusted(0, 0, -22, 0), model.facts(index), "text3", "small")
        paint_icon(painter, second.right() - 14, second.center().y() + 1, "phone", "accent", 15)


class OverdueLane(Strip):
    """`chosen` gives the call-back to deal with."""

    chosen = Signal(object)
    entered = Signal()
    outcome_key = Signal(str)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="right")
        self.setFixedWidth(WIDTH)
        rows = column(self)
        rows.addWidget(self._make_heading())
        rows.addWidget(rule(self))
        self.model = OverdueModel(self)
        self.list = DataList(self, name=tr("Overdue call-backs"), row_height=_ROW)
        self.list.setItemDelegate(OverdueDelegate(self.list))
        self.list.setModel(self.model)
        self.list.take_letters("123")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.clicked.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.list.current_changed.connect(self._moved)
        self.list.key_pressed.connect(self.outcome_key)
        self.list.customContextMenuRequested.connect(self._menu)
        rows.addWidget(self.list)
        self.none = PlainLabel(tr("Nothing is late"), self, role="small", ink="text3")
        self.none.setContentsMargins(15, 10, 12, 10)
        rows.addWidget(self.none)
        rows.addWidget(rule(self))
        rows.addWidget(self._make_foot())
        rows.addStretch(1)

    def _make_heading(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(43)
        row = line(head, margins=(12, 0, 12, 0))
        row.addWidget(IconMark("clock-alert", "overdue", 18, head))
        row.addWidget(PlainLabel(tr("Overdue"), head, role="heading"))
        self.count = Chip("", "overdue", head)
        row.addWidget(self.count)
        row.addWidget(PlainLabel(tr("until done"), head, role="small", ink="text3"), 1, Qt.AlignmentFlag.AlignRight)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget(self)
        rows = column(foot, margins=(12, 10, 12, 12), spacing=6)
        rows.addWidget(section_label(tr("Rhythm"), foot))
        self.rhythms: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        for tier in TIERS:
            row = line(spacing=8)
            row.addWidget(TierMark(tier_text(tier), foot))
            often, many = PlainLabel("", foot), PlainLabel("", foot, role="small", ink="text3")
            row.addWidget(often)
            row.addStretch(1)
            row.addWidget(many)
            rows.addLayout(row)
            self.rhythms[tier.value] = (often, many)
        more = tr("Counted from the last real contact; on a day off it moves to the next working day.")
        rows.addWidget(PlainLabel(more, foot, role="small", ink="text3", wrap=True))
        rows.addSpacing(6)
        rows.addWidget(section_label(tr("Legend"), foot))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        marks = (
            ("check", "done", tr("Reached")),
            ("phone-missed", "due", tr("No answer")),
            ("clock-alert", "overdue", tr("Late")),
            ("ban", "text3", tr("No calls")),
        )
        for place, (name, token, text) in enumerate(marks):
            pair = line(spacing=8)
            pair.addWidget(IconMark(name, token, 14, foot))
            pair.addWidget(PlainLabel(text, foot, role="small", ink="text2"))
            pair.addStretch(1)
            grid.addLayout(pair, place // 2, place % 2)
        rows.addLayout(grid)
        rows.addSpacing(6)
        rows.addWidget(section_label(tr("Done this month"), foot))
        self.meter = MeterBar(0.0, "accent", foot)
        rows.addWidget(self.meter)
        self.done = PlainLabel("", foot, role="small", ink="text2")
        self.share = PlainLabel("", foot, role="small", ink="text2")
        both = line(spacing=8)
        both.addWidget(self.done)
        both.addStretch(1)
        both.addWidget(self.share)
        rows.addLayout(both)
        return foot

    def show_calendar(self, found: CalendarShown) -> None:
        """Show what is late and the month so far; the row that was chosen stays chosen."""
        before = self.list.currentIndex().data(OVERDUE_ROLE)
        self.model.show_calls(found.overdue, found.desk)
        late = len(found.overdue)
        self.list.setVisible(bool(late))
        self.list.setFixedHeight(min(late, _VISIBLE) * _ROW)
        self.none.setVisible(not late)
        self.count.set(str(late) if late else "", "overdue")
        if isinstance(before, OverdueCall):
            self.mark(before.row.call_back.id)
        for tier in TIERS:
            often, many = self.rhythms[tier.value]
            often.setText(rhythm_text(found.rhythms[tier]))
            many.setText(tr("%n buyer", n=found.counts.tiers.get(tier, 0)))
        counts = found.counts
        planned = counts.done + counts.waiting + counts.overdue
        share = counts.done / planned if planned else 0.0
        self.meter.set(share, "accent", tr("%1 of %2 done", counts.done, planned))
        self.done.setText(tr("%1 / %2", counts.done, planned) if planned else tr("Nothing planned yet"))
        self.share.setText(tr("answered %1%", round(100 * counts.reached / counts.calls)) if counts.calls else "")

    def mark(self, call_back_id: int) -> None:
        """Put the selection on a call-back without saying so; none when it is not here."""
        row = self.model.row_of(call_back_id)
        self.list.blockSignals(True)
        if row >= 0:
            self.list.choose_row(row)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        self.list.blockSignals(False)
        self.list.viewport().update()

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
