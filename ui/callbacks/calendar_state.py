"""What the page shows: the view, the day chosen, the month or span around it, the filters; kept for the next start."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

from models.call_back_records import CallFilters
from ui.callbacks.calendar_data import CalendarShown, CalendarView, Wanted
from ui.callbacks.filter_bar import filters_of, filters_text, known_only

_FIRST, _LAST = date(2000, 1, 1), date(2200, 1, 1)
_AGENDA_STEP = timedelta(days=28)


@dataclass(slots=True)
class CalendarState:
    """`chosen` is None for the shop's today; (0, 0) as `month` is that of the day chosen.

    `days` are as many as the agenda shows, 0 for as many as fill it.
    """

    view: CalendarView = CalendarView.MONTH
    chosen: date | None = None
    month: tuple[int, int] = (0, 0)
    begins: date | None = None
    days: int = 0
    filters: CallFilters = field(default_factory=CallFilters)

    def wanted(self) -> Wanted:
        """What is to be read for it."""
        return Wanted(self.view, *self.month, self.chosen, self.filters, self.begins, self.days)

    def take(self, found: CalendarShown) -> None:
        """What was read is what is shown."""
        self.chosen = found.chosen
        if found.grid is not None:
            self.month = (found.grid.year, found.grid.month)
        if found.view is CalendarView.AGENDA:
            # Read anew it is as long as it was.
            self.days = (found.span[1] - found.span[0]).days + 1
        self.filters = known_only(found.filters, found.people, found.shops)

    def show_view(self, view: CalendarView) -> None:
        """Another view of the day chosen."""
        if view is not self.view and self.chosen is not None:
            self.month = (self.chosen.year, self.chosen.month)
            self.begins, self.days = self.chosen, 0
        self.view = view

    def choose(self, day: date, *, held: bool) -> None:
        """Choose a day; what is shown moves there unless it holds the day already."""
        if not _FIRST <= day <= _LAST:
            return
        self.chosen = day
        if not held:
            self.month = (day.year, day.month)
            self.begins, self.days = day, 0

    def go_today(self) -> None:
        """The shop's today, whatever day it is when it is read."""
        self.chosen, self.month, self.begins, self.days = None, (0, 0), None, 0

    def turn(self, step: int) -> None:
        """The month, week or day before or after; in the month on the same day of it as far as it has one."""
        if self.chosen is None:
            return
        if self.view is CalendarView.MONTH:
            year, month = self.month if self.month[1] else (self.chosen.year, self.chosen.month)
            first = date(year, month, 1) + (timedelta(days=31) if step > 0 else timedelta(days=-1))
            day = first.replace(day=min(self.chosen.day, 28))
        elif self.view is CalendarView.AGENDA:
            day = (self.begins or self.chosen) + step * _AGENDA_STEP
        else:
            day = self.chosen + timedelta(days=step * (7 if self.view is CalendarView.WEEK else 1))
        self.choose(day, held=False)

    def kept(self, today: date | None) -> Mapping[str, str]:
        """As texts for the settings; today itself is not kept, so that tomorrow begins with tomorrow."""
        day = "" if self.chosen is None or self.chosen == today else self.chosen.isoformat()
        return {"view": self.view.value, "day": day, "filters": filters_text(self.filters)}

    def restore(self, state: Mapping[str, str]) -> None:
        """Take what was kept; what does not hold is left as it is."""
        with suppress(ValueError):
            self.view = CalendarView(str(state.get("view", "")))
        with suppress(ValueError):
            self.choose(date.fromisoformat(str(state.get("day", ""))), held=False)
        self.filters = filters_of(str(state.get("filters", "")))
