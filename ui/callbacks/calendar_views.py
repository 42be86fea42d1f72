"""The middle of the page: month, week, agenda and day in one place, with what they have in common as signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.call_back_records import AgendaDay
from models.records import CallBackRow
from ui.callbacks.agenda_view import AgendaView
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.dragging import CallDrops, Verdict
from ui.callbacks.hours_view import HoursView
from ui.callbacks.month_view import MonthView
from ui.i18n import translator
from ui.widgets.panel import SkeletonRows, line, rule

tr = translator("callbacks")
_WAITING, _PATIENCE_MS = 14, 150
AnyView = MonthView | HoursView | AgendaView
Judge = Callable[[int, date, str | None], Verdict]


class CalendarViews(QStackedWidget):
    """`day_chosen`, `line_chosen`, `line_opened` (Enter), `entered_day`, `menu_wanted`, `more_wanted` of the agenda,
    `dropped` with the id, the day and the time, `refused` with the reason."""

    day_chosen = Signal(object)
    line_chosen = Signal(object)
    line_opened = Signal(object)
    entered_day = Signal()
    menu_wanted = Signal(object, QPoint)
    more_wanted = Signal(object)
    dropped = Signal(int, object, object)
    refused = Signal(str)

    def __init__(self, keys: CalendarKeys, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CalendarView.MONTH
        self.month = MonthView(keys, self)
        self.week = HoursView(keys, CalendarView.WEEK, self)
        self.agenda = AgendaView(keys, CalendarView.AGENDA, self)
        self.day = QWidget(self)
        self.hours = HoursView(keys, CalendarView.DAY, self.day)
        self.list = AgendaView(keys, CalendarView.DAY, self.day)
        both: QHBoxLayout = line(self.day, spacing=0)
        both.addWidget(self.hours, 1)
        both.addWidget(rule(self.day, vertical=True))
        both.addWidget(self.list, 1)
        self._drops = []
        self.waiting = SkeletonRows(_WAITING, self)
        self.waiting.setAccessibleName(tr("The call-backs are being read"))
        self._nothing = QWidget(self)
        for place in (self._nothing, self.waiting):
            self.addWidget(place)
        # Under 150 ms nothing, then bars where rows will be.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(lambda: self.setCurrentWidget(self.waiting))
        self._late.start(_PATIENCE_MS)
        self._focus_wanted = False
        for widget in (self.month, self.week, self.agenda, self.day):
            self.addWidget(widget)
        for view in self.all():
            view.day_chosen.connect(self.day_chosen)
            view.line_chosen.connect(self.line_chosen)
            view.line_opened.connect(self.line_opened)
            view.entered_day.connect(self.entered_day)
            view.menu_wanted.connect(self.menu_wanted)
            drops = CallDrops(view, view.place_at, judge)
            drops.dropped.connect(self.dropped)
            drops.refused.connect(self.refused)
            self._drops.append(drops)
        self.agenda.more_wanted.connect(self.more_wanted)

    def all(self) -> Sequence[AnyView]:
        """Every view."""
        return (self.month, self.week, self.agenda, self.hours, self.list)

    def drops_of(self, view: AnyView) -> CallDrops:
        """What takes call-backs over a view."""
        return self._drops[list(self.all()).index(view)]

    def current(self) -> AnyView:
        """The view in front; of the day its hours."""
        if self.view is CalendarView.MONTH:
            return self.month
        if self.view is CalendarView.AGENDA:
            return self.agenda
        return self.week if self.view is CalendarView.WEEK else self.hours

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks through."""
        return (self.hours, self.list) if self.view is CalendarView.DAY else (self.current(),)

    def show_calendar(self, found: CalendarShown) -> None:
        """Show what was read in its view."""
        had_focus = self.has_focus()
        self.stop_waiting()
        self.view = found.view
        places = {CalendarView.MONTH: self.month, CalendarView.WEEK: self.week, CalendarView.AGENDA: self.agenda}
        for view in self._of(found.view):
            view.show_calendar(found)
        self.setCurrentWidget(places.get(found.view, self.day))
        if (had_focus or self._focus_wanted) and not self.has_focus():
            self._focus_wanted = False
            self.take_focus()

    def stop_waiting(self) -> None:
        """Something was read, or could not be."""
        self._late.stop()

    def _of(self, view: CalendarView) -> Sequence[AnyView]:
        return (self.hours, self.list) if view is CalendarView.DAY else (self.current(),)

    def has_focus(self) -> bool:
        """Whether one of the views has the keyboard."""
        return any(view.hasFocus() for view in self.all())

    def take_focus(self) -> None:
        """Give the view in front the keyboard; before the first one is there, once it is."""
        if self.currentWidget() is self._nothing or self.currentWidget() is self.waiting:
            self._focus_wanted = True
        self.current().setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, call_back_id: int) -> None:
        """The call-back whose card is open stands out."""
        for view in self._of(self.view):
            view.mark(call_back_id)

    def choose(self, day: date) -> None:
        """Put the frame on a day of the view in front, without saying so."""
        view = self.current()
        if not isinstance(view, AgendaView):
            view.choose(day)

    def holds(self, day: date) -> bool:
        """Whether the view in front shows a day, so that choosing it needs no other span."""
        if self.view is CalendarView.MONTH:
            return self.month.days.index_of(day).isValid()
        if self.view is CalendarView.AGENDA:
            return True
        return self.current().hours.column_of(day) >= 0  # type: ignore[union-attr]

    def rows(self) -> list[CallBackRow]:
        """The call-backs the view in front has."""
        if self.view is CalendarView.MONTH:
            grid = self.month.days.grid()
            return [row.row for cell in grid.cells for row in cell.lines] if grid is not None else []
        if self.view is CalendarView.AGENDA:
            return self.agenda.days.rows()
        hours = self.hours if self.view is CalendarView.DAY else self.week
        return [each.row for cell in hours.hours.cells() for each in cell.lines]

    def add_days(self, days: Sequence[AgendaDay], last: date, found: CalendarShown) -> None:
        """More days of the agenda."""
        self.agenda.add_days(days, last, found.loads)

    def set_now(self, now: datetime) -> None:
        """The present moment in the shop's zone."""
        self.week.set_now(now)
        self.hours.set_now(now)
