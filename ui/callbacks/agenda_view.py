"""The agenda: day after day without end, with everything about a call-back in one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from models.call_back_records import AgendaDay, CellLine, DayLoad
from models.call_kinds import CallBackKind, Channel
from models.kinds import Tier
from models.records import CallBackRow
from ui import theme as tokens
from ui.callbacks.agenda_model import ENTRY_ROLE, AgendaModel, Further, Heading, Index
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.call_words import state_chip
from ui.callbacks.dragging import CallDrags, Place
from ui.callbacks.line_words import CHANNEL_ICONS, KIND_ICONS, SPECIAL_ICON, is_open, kind_text, mark_of
from ui.format import NOTHING
from ui.i18n import translator
from ui.icons import paint_icon
from ui.letters import letters_on
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.table import DataList
from ui.words import tier_text, word

tr = translator("callbacks")
_TIME, _SIDE = 48, 14
_WORDS, _CHIPS, _CHANNEL = 520, 84, 108
_NO_CHOICE = QItemSelectionModel.SelectionFlag.NoUpdate


class AgendaDelegate(RowDelegate):
    """Paints headings, call-backs and the way on."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, model = index.data(ENTRY_ROLE), index.model()
        if not isinstance(model, AgendaModel):
            return
        rect = option.rect.adjusted(_SIDE, 0, -_SIDE, -1)
        if isinstance(entry, Heading):
            painter.fillRect(option.rect, theme().colour("surface2"))
            today = entry.day == model.today
            first, _, rest = model.words(entry).partition(" · ")
            end = painting.paint_text(painter, rect, first, "accent_text" if today else "text", "heading", 600)
            painting.paint_text(painter, rect.adjusted(end - rect.left() + 10, 0, 0, 0), rest, "text3", "small")
        elif isinstance(entry, Further):
            painting.paint_text(painter, rect, model.words(entry), "accent_text", "small", 500, centre=True)
        elif isinstance(entry, CellLine):
            self._line(painter, rect, entry, model)

    def _line(self, painter: QPainter, rect: QRect, line: CellLine, model: AgendaModel) -> None:
        row, call_back = line.row, line.row.call_back
        middle = rect.center().y() + 1
        ink = "text" if is_open(row) else "text3"
        painting.paint_text(painter, rect, call_back.at_time or NOTHING, "text2", "small")
        painting.paint_tier(painter, rect.left() + _TIME, middle, tier_text(row.tier))
        left = rect.left() + _TIME + painting.tier_width(tier_text(Tier.V3)) + 8
        if row.special:
            left = paint_icon(painter, left, middle, SPECIAL_ICON, "gold", 14) + 6
        chip, state = state_chip(row, model.today or call_back.due_on)
        right = rect.right() + 1 - painting.chip_width(chip)
        painting.paint_chip(painter, right, middle, chip, state)
        icon, token = mark_of(line)
        if rect.width() >= _WORDS:
            right = self._columns(painter, rect, row, min(right, rect.right() - _CHIPS), (icon, token))
        else:
            signs = [(icon, token)] if icon else []
            if call_back.channel is not Channel.PHONE:
                signs.append((CHANNEL_ICONS[call_back.channel], "text3"))
            if call_back.kind is not CallBackKind.RHYTHM:
                signs.append((KIND_ICONS[call_back.kind], "accent_text"))
            for name, ink_of in signs:
                right -= 20
                paint_icon(painter, right, middle, name, ink_of, 14)
        name_room = QRect(left, rect.top(), right - left - 8, rect.height())
        strong = 600 if call_back.id == model.marked else 0
        painting.paint_text(painter, name_room, one_line(row.nick), ink, "body", strong)

    def _columns(self, painter: QPainter, rect: QRect, row: CallBackRow, right: int, sign: tuple[str, str]) -> int:
        """What it is for, how it is done and its sign in columns of their own; returns where they begin."""
        call_back, middle = row.call_back, rect.center().y() + 1
        if sign[0]:
            paint_icon(painter, right - 22, middle, *sign, 14)
        channel = right - 22 - _CHANNEL
        if call_back.channel is not Channel.PHONE:
            paint_icon(painter, channel, middle, CHANNEL_ICONS[call_back.channel], "text3", 14)
            room = QRect(channel + 18, rect.top(), _CHANNEL - 22, rect.height())
            painting.paint_text(painter, room, word(call_back.channel), "text3", "small")
        column = rect.left() + _TIME + (channel - rect.left() - _TIME) * 42 // 100
        paint_icon(painter, column, middle, KIND_ICONS[call_back.kind], "text3", 14)
        room = QRect(column + 18, rect.top(), channel - column - 26, rect.height())
        painting.paint_text(painter, room, kind_text(row), "text3", "small")
        return column


class AgendaView(DataList):
    """Signals as those of MonthView; `more_wanted` carries the last day shown when its end comes into sight."""

    day_chosen = Signal(object)
    line_chosen = Signal(object)
    line_opened = Signal(object)
    entered_day = Signal()
    menu_wanted = Signal(object, QPoint)
    more_wanted = Signal(object)

    def __init__(self, keys: CalendarKeys, view: CalendarView, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Agenda") if view is CalendarView.AGENDA else tr("List of the day"))
        self.keys, self.view = keys, view
        self.days = AgendaModel(self)
        self._quiet = False
        self._asked: date | None = None
        self.setItemDelegate(AgendaDelegate(self))
        self.setModel(self.days)
        self.setMinimumWidth(240)
        self.current_changed.connect(self._moved)
        self.clicked.connect(self._clicked)
        self.opened.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.drags = CallDrags(self, self.row_at)

    def show_calendar(self, found: CalendarShown) -> None:
        """Show days on end, or the chosen one."""
        kept, top = self.days.marked, self.verticalScrollBar().value()
        single = self.view is CalendarView.DAY
        days = found.days
        if single:
            cell = found.cell(found.chosen)
            off = (cell.workday, cell.holiday) if cell is not None else (True, False)
            days = (AgendaDay(found.chosen, found.agenda, *off),)
        self._quiet = True
        self._asked = None
        self.days.show_days(days, found.span[1], found.desk.today, found.loads, found.quiet, single=single)
        self._quiet = False
        self.mark(kept)
        if not single and self.days.row_of(kept) < 0:
            self.choose(found.chosen)
        elif not single:
            self.verticalScrollBar().setValue(top)

    def add_days(self, days: Sequence[AgendaDay], last: date, loads: Mapping[date, DayLoad]) -> None:
        """Put more days at the end; where none of them has a call-back only the user asks on."""
        self._quiet = True
        self.days.add_days(days, last, loads)
        self._quiet = False
        self._asked = None if days else last

    def mark(self, call_back_id: int) -> None:
        """The call-back whose card is open is the chosen one."""
        self.days.marked = call_back_id
        row = self.days.row_of(call_back_id)
        index = self.days.index(row, 0)
        if row >= 0 and not (index == self.currentIndex() and self.selectionModel().isSelected(index)):
            self._quiet = True
            self.choose_row(row)
            self._quiet = False
        self.viewport().update()

    def choose(self, day: date) -> None:
        """Bring a day into sight."""
        row = self.days.first_of(day)
        if row >= 0:
            self._quiet = True
            # The keyboard begins there, but only the call-back whose card is open is chosen.
            self.clearSelection()
            self.selectionModel().setCurrentIndex(self.days.index(row, 0), _NO_CHOICE)
            self.scrollTo(self.days.index(self.days.heading_of(row), 0), self.ScrollHint.PositionAtTop)
            self._quiet = False

    def _moved(self, index: QModelIndex) -> None:
        entry = self.days.entry(index)
        if isinstance(entry, CellLine) and not self._quiet and self.hasFocus():
            self.line_chosen.emit(entry.row)

    def _clicked(self, index: QModelIndex) -> None:
        entry = self.days.entry(index)
        if isinstance(entry, CellLine):
            self.line_chosen.emit(entry.row)
        elif isinstance(entry, Further):
            self._ask(entry.last)

    def _open(self, index: QModelIndex) -> None:
        entry = self.days.entry(index)
        if isinstance(entry, CellLine):
            self.line_opened.emit(entry.row)
        elif isinstance(entry, Further):
            self._ask(entry.last)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        last = self.days.entry(self.days.index(self.days.rowCount() - 1, 0))
        near = bar.value() >= bar.maximum() - 4 * tokens.ROW
        if near and not self._quiet and isinstance(last, Further) and self._asked != last.last:
            self._ask(last.last)

    def _ask(self, last: date) -> None:
        self._asked = last
        self.more_wanted.emit(last)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        entry = self.days.entry(index)
        if isinstance(entry, CellLine):
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(entry.row, place)

    def row_at(self, point: QPoint) -> CallBackRow | None:
        """The call-back under a point."""
        entry = self.days.entry(self.indexAt(point))
        return entry.row if isinstance(entry, CellLine) else None

    def place_at(self, point: QPoint) -> Place | None:
        """The day of the row under a point."""
        index = self.indexAt(point)
        day = self.days.day(index.row())
        if day is None or isinstance(self.days.entry(index), Further):
            return None
        return Place(day, None, self.visualRect(index))

    def shifted(self, day: date, at_time: str, across: int, down: int) -> tuple[date, str | None]:
        """Where Ctrl with an arrow puts a call-back: a day on, or a week."""
        return day + timedelta(days=across + 7 * down), None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        paging = event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.view is CalendarView.AGENDA
        if event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers() and letters_on():
            self._step(1 if event.key() == Qt.Key.Key_J else -1)
        elif paging or not self.keys.take(event):
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        row = self.currentIndex().row() + step
        while 0 <= row < self.days.rowCount() and isinstance(self.days.entry(self.days.index(row, 0)), Heading):
            row += step
        self.choose_row(row)
