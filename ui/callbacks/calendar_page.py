"""What the Call-backs page shows: joins the overdue lane, the views and the day, and reads everything in jobs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.call_back_records import AgendaDay, CallFilters
from models.errors import AftercaseError
from models.records import CallBackRow
from ui.background import Background
from ui.callbacks.calendar_data import (
    CalendarShown,
    CalendarView,
    DayParts,
    load_day,
    load_more,
    load_rest,
    load_view,
)
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.calendar_notices import CalendarNotices
from ui.callbacks.calendar_state import CalendarState
from ui.callbacks.calendar_tools import CalendarTools
from ui.callbacks.calendar_views import CalendarViews
from ui.callbacks.call_doings import CallDoings
from ui.callbacks.call_moves import CallMoves
from ui.callbacks.call_queue import CallQueue
from ui.callbacks.card_data import CardShown, load_card, load_wanted
from ui.callbacks.day_pane import WIDTH, DayPane
from ui.callbacks.overdue_lane import OverdueLane
from ui.callbacks.satisfaction_sums import SatisfactionSums
from ui.page import Page
from ui.widgets.panel import Strip, column, line, rule

# stands for the first call-back of the day where the id of one is asked for
FIRST = -1
# how long what others do (an import, a case) may go on before the page is read anew
_SOON_MS = 400


class CalendarPage(Page):
    """Lane, calendar, day. `state` is what is shown, `wanted_id` the call-back to show next; CallBacksPage adds what is
    done with them."""

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.state = CalendarState()
        self.moves = CallMoves(ctx, background, self, self.row_of, lambda: self._data)
        self._data: CalendarShown | None = None
        self.wanted_id = 0
        self._brought: CardShown | None = None
        self._asked = self._card_asked = self._day_asked = 0
        self._reading: Future[Any] | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.follow)
        self.calendar_keys = CalendarKeys(self)
        self.lane = OverdueLane(self.calendar_keys, self)
        self.feelings = SatisfactionSums(ctx, background, self.lane.foot)
        self.feelings.room_changed.connect(self.lane.share_room)
        self.views = CalendarViews(self.calendar_keys, self.moves.judge, self)
        self.tools = CalendarTools(self)
        self.notices = CalendarNotices(self)
        self.day = DayPane(self)
        self.doings = CallDoings(ctx, background, self)
        self.queue = CallQueue(ctx, background, self.day, self.doings, self)
        self.middle = Strip(self)
        rows = column(self.middle)
        for widget in (self.tools, rule(self.middle), self.notices):
            rows.addWidget(widget)
        rows.addWidget(self.views, 1)
        across = line(self, spacing=0)
        across.addWidget(self.lane)
        across.addWidget(self.middle, 1)
        across.addWidget(self.day)
        self.day.setFixedWidth(WIDTH)

    # Showing

    def reload(self) -> None:
        """Ask for everything anew, the view first; an older answer that comes late is dropped."""
        self._asked += 1
        self._again = False
        self._soon.stop()
        if self._reading is not None:
            # Whoever holds a key down wants the last month only.
            self._reading.cancel()
        asked, wanted, before = self._asked, self.state.wanted(), self._data
        self._read(asked, lambda: load_view(self.ctx, wanted, before), self._show_view)

    def follow(self) -> None:
        """What is shown changed: read anew, after what is being read, so that a hundred changes are read twice."""
        if self._reading is None:
            self.reload()
        else:
            self._again = True

    def follow_soon(self) -> None:
        """Something changed that a card or a name may tell of."""
        if not self._soon.isActive():
            self._soon.start()

    def _read(
        self, asked: int, work: Callable[[], CalendarShown], show: Callable[[CalendarShown], object]
    ) -> None:  # fmt: skip
        future = self._reading = self.ctx.jobs.read(work)
        self.background.run(
            future,
            lambda found: show(found) if asked == self._asked else None,
            lambda error: self._failed(error) if asked == self._asked else None,
            receiver=self,
        )

    def _failed(self, error: BaseException) -> None:
        """What was shown stays, and the page says so in its place; what nobody foresaw is reported as everywhere."""
        self._reading = None
        self.views.stop_waiting()
        self.notices.show_error()
        if not isinstance(error, AftercaseError):
            self.background.failed.emit(error)

    def _show_view(self, found: CalendarShown) -> None:
        """The calendar is painted while the rest is read."""
        self.state.take(found)
        if self.state.filters != found.filters:
            # Somebody filtered by is gone: better to show more than nothing.
            self.reload()
            return
        self.moves.settle()
        if self._data is not None:
            self._data = found
        self.tools.show_calendar(found)
        self.views.show_calendar(found)
        day_asked = self._day_asked
        self._read(self._asked, lambda: load_rest(self.ctx, found), lambda rest: self._show_rest(rest, day_asked))

    def _show_rest(self, found: CalendarShown, day_asked: int) -> None:
        self._reading = None
        before = self._data
        if day_asked != self._day_asked and before is not None:
            # Another day was chosen meanwhile: its own call-backs are there or on their way.
            found = replace(
                found, chosen=before.chosen, agenda=before.agenda, queue=before.queue, sums=before.sums
            )  # fmt: skip
        self._data = found
        self.lane.show_calendar(found)
        self.feelings.look(found)
        self.notices.show_calendar(found, self.tools.filters.summary())
        self.day.show_day(found)
        self._show_wanted(found)
        self.header_changed.emit()
        self.hints_changed.emit()
        if self._again:
            self.reload()

    def _show_wanted(self, found: CalendarShown) -> None:
        """Open the card that was asked for, the one that was open, or the day's first."""
        self.queue.show_calendar(found)
        row, brought = self.row_of(self.queue.brought_back() or self.wanted_id), self._brought
        self._brought = None
        if row is None and brought is not None:
            self.wanted_id = 0
            self._card_asked += 1
            self._show_card(brought)
            return
        if row is None and self.wanted_id != FIRST:
            row = self.row_of(self.day.shown_id())
        row = row or self.queue.first(found)
        self.wanted_id = 0
        self._ask_card(row)

    def bring(self, call_back_id: int) -> None:
        """Show a call-back with its card, whatever day, filter or shop hides it; one that is gone changes nothing."""
        self.wanted_id = call_back_id

        def show(found: CardShown | None) -> None:
            if found is None or found.row is None or self.day.shown_id() == call_back_id:
                return
            on = found.row.call_back.due_on
            self.state.choose(on, held=self.views.holds(on))
            self.wanted_id, self._brought = call_back_id, found
            self.reload()

        self.background.run(self.ctx.jobs.read(lambda: load_wanted(self.ctx, call_back_id)), show, receiver=self)

    def row_of(self, call_back_id: int) -> CallBackRow | None:
        """A call-back the page shows somewhere."""
        if self._data is None or call_back_id <= 0:
            return None
        rows = [*self._data.agenda, *(call.row for call in self._data.overdue), *self.views.rows()]
        return next((row for row in rows if row.call_back.id == call_back_id), None)

    def _ask_card(self, row: CallBackRow | None) -> None:
        self._card_asked += 1
        if row is None:
            self.day.show_card(None)
            self._mark()
            return
        asked = self._card_asked
        self.background.run(
            self.ctx.jobs.read(lambda: load_card(self.ctx, row.call_back.buyer_id, row)),
            lambda found: self._show_card(found) if asked == self._card_asked else None,
            receiver=self,
        )

    def _show_card(self, found: CardShown) -> None:
        self.day.show_card(found)
        self.queue.arrived(found)
        self._mark()

    def _mark(self) -> None:
        self.lane.mark(self.day.shown_id())
        self.views.mark(self.day.shown_id())
        self.commands_changed.emit()

    def _load_more(self, last: date) -> None:
        """The agenda goes on: what comes after the last day it shows."""
        found, filters = self._data, self.state.filters
        if found is None:
            return
        first, asked = last + timedelta(days=1), self._asked

        def show(more: tuple[tuple[AgendaDay, ...], date]) -> None:
            if asked == self._asked:
                self.state.days += (more[1] - last).days
                self.views.add_days(*more, found)

        self.background.run(self.ctx.jobs.read(lambda: load_more(self.ctx, first, filters)), show, receiver=self)

    # Choosing

    def choose_day(self, day: date) -> None:
        """Show a day. Where the view holds it only its own call-backs are read."""
        held = self.views.holds(day) and self.state.view is not CalendarView.DAY and self._data is not None
        self.state.choose(day, held=held)
        self.wanted_id = FIRST
        self._read_day(day) if held else self.reload()

    def _read_day(self, day: date) -> None:
        if self._reading is not None:
            # What is being read is of another day.
            self.reload()
            return
        self._day_asked += 1
        asked, whole, filters = self._day_asked, self._asked, self.state.filters

        def show(parts: DayParts) -> None:
            if asked == self._day_asked and whole == self._asked and self._data is not None:
                self._data = found = replace(self._data, **parts)
                self.views.choose(found.chosen)
                self.day.show_day(found)
                self._show_wanted(found)

        self.background.run(self.ctx.jobs.read(lambda: load_day(self.ctx, filters, day)), show, receiver=self)

    def choose_call(self, row: CallBackRow) -> None:
        """Show a buyer to call."""
        if row.call_back.id == self.day.shown_id():
            return
        self.wanted_id = row.call_back.id
        due = row.call_back.due_on
        if self.state.view is CalendarView.AGENDA and self.views.has_focus() and due != self.state.chosen:
            self.state.choose(due, held=True)
            self._read_day(due)
            return
        if due == self.state.chosen:
            self.day.agenda.mark(row.call_back.id)
        self._ask_card(row)

    def go_today(self) -> None:
        """T: the shop's today."""
        self.state.go_today()
        self.wanted_id = FIRST
        self.reload()
        self.views.take_focus()

    def turn(self, step: int) -> None:
        """Show the month, week or day before or after."""
        self.state.turn(step)
        self.wanted_id = FIRST
        self.reload()

    def show_view(self, view: CalendarView) -> None:
        """M, W, A, D: the same day in another view."""
        self.state.show_view(view)
        self.tools.views.set_value(view)
        self.wanted_id = self.day.shown_id()
        self.reload()

    def narrow(self, filters: CallFilters) -> None:
        """Show only what the filters let through."""
        self.state.filters = filters
        self.reload()
