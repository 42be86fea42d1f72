"""What the page shows, read away from the window's thread: first what the view is painted with, then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict

from desktop.context import AppContext
from desktop.services.call_plans import Desk
from models.call_back_records import (
    AgendaDay,
    CallFilters,
    DayCell,
    DayLoad,
    MonthCounts,
    MonthGrid,
    OverdueCall,
    WeekGrid,
)
from models.call_desk_records import DaySums
from models.kinds import Tier
from models.records import CallBackRow
from models.rules.call_back_rhythm import Rhythm
from models.rules.call_settings import Limits, OffDayMove
from models.rules.quiet_days import covers

TIERS = (Tier.V3, Tier.V2, Tier.V1)
AGENDA_DAYS = 42
AGENDA_ROWS = 300
"""So many call-backs are enough to begin an agenda with; the days after them follow as its end comes into sight."""
WEEK = timedelta(days=7)


class CalendarView(StrEnum):
    """How the middle of the page shows the call-backs."""

    MONTH = "month"
    WEEK = "week"
    AGENDA = "agenda"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the view, the month it counts, the chosen day (the shop's today without one), the filters.

    `begins` is the first day of the agenda and `days` how many of them; 0 for as many as fill it.
    """

    view: CalendarView = CalendarView.MONTH
    year: int = 0
    month: int = 0
    chosen: date | None = None
    filters: CallFilters = field(default_factory=CallFilters)
    begins: date | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """A span of days, the day chosen of it, and what is late. Of `grid`, `week` and `days` the view's own is there.

    `loads`: how full the days of the span are, whatever the filters; `quiet`: the titles of quiet days in it.
    `people` and `shops` are what can be filtered by.
    `queue`: what is open for the chosen day in the order it is worked, `sums` the calls made on it.
    `counts`, `overdue`, `agenda`, `queue` and `sums` are read last; until then they are as they were before.
    """

    desk: Desk
    view: CalendarView
    chosen: date
    grid: MonthGrid | None
    week: WeekGrid | None
    days: tuple[AgendaDay, ...]
    span: tuple[date, date]
    counts: MonthCounts
    overdue: tuple[OverdueCall, ...]
    agenda: tuple[CallBackRow, ...]
    rhythms: Mapping[Tier, Rhythm]
    limits: Mapping[Tier, Limits]
    moves: OffDayMove
    filters: CallFilters
    loads: Mapping[date, DayLoad]
    quiet: Mapping[date, str]
    people: tuple[tuple[int, str], ...]
    shops: tuple[tuple[int, str], ...]
    title: date
    queue: tuple[CallBackRow, ...] = ()
    sums: DaySums = field(default_factory=DaySums)

    def cell(self, day: date) -> DayCell | None:
        """The cell of a day, where the view has one."""
        cells = self.grid.cells if self.grid is not None else self.week.cells if self.week is not None else ()
        return next((cell for cell in cells if cell.day == day), None)


class DayParts(TypedDict):
    """What of CalendarShown belongs to the day chosen."""

    chosen: date
    agenda: tuple[CallBackRow, ...]
    queue: tuple[CallBackRow, ...]
    sums: DaySums


_NO_COUNTS = MonthCounts(0, 0, 0, 0, 0, 0, {})


def week_start(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def load_view(ctx: AppContext, wanted: Wanted, before: CalendarShown | None = None) -> CalendarShown:
    """What the view is painted with; without a day the shop's today is chosen.

    `before` is what was shown, of which the rest is taken until it is read.
    """
    service, filters = ctx.call_backs, wanted.filters
    desk = service.desk()
    day = wanted.chosen or desk.today
    grid, week = None, None
    days: tuple[AgendaDay, ...] = ()
    title = day
    if wanted.view is CalendarView.MONTH:
        grid = service.month_grid(wanted.year or day.year, wanted.month or day.month, filters=filters)
        span = (grid.cells[0].day, grid.cells[-1].day)
        title = date(grid.year, grid.month, 1)
    elif wanted.view is CalendarView.AGENDA:
        begins = wanted.begins or desk.today
        days, last = _agenda(ctx, begins, wanted.days, filters)
        span = (begins, last)
        title = begins
    else:
        monday = week_start(day)
        week = service.week(monday, filters)
        span = (monday, monday + WEEK - timedelta(days=1)) if wanted.view is CalendarView.WEEK else (day, day)
    rules = ctx.call_rules.read()
    quiet = _quiet(ctx, service.within(filters), *span)
    if grid is not None:
        grid = replace(grid, cells=_with_quiet(grid.cells, quiet))
    if week is not None:
        week = replace(week, cells=_with_quiet(week.cells, quiet))
    kept = before if before is not None and before.chosen == day else None
    agenda = kept.agenda if kept is not None else ()
    if wanted.view is CalendarView.DAY:
        agenda = service.day(day, filters)
    return CalendarShown(
        desk=desk,
        view=wanted.view,
        chosen=day,
        grid=grid,
        week=week,
        days=days,
        span=span,
        counts=before.counts if before is not None else _NO_COUNTS,
        overdue=before.overdue if before is not None else (),
        agenda=agenda,
        rhythms={tier: service.rhythm(tier) for tier in TIERS},
        limits=rules.limits,
        moves=rules.move,
        filters=filters,
        loads={load.day: load for load in service.loads(*span)} if rules.capacity else {},
        quiet=quiet,
        people=tuple((person.id, person.name) for person in ctx.shops.list_people()),
        shops=tuple((shop.id, shop.name) for shop in ctx.shops.list_shops()),
        title=title,
        queue=kept.queue if kept is not None else (),
        sums=kept.sums if kept is not None else DaySums(),
    )


def load_rest(ctx: AppContext, found: CalendarShown) -> CalendarShown:
    """The same with all that stands beside the view."""
    service, title = ctx.call_backs, found.title
    return replace(
        found,
        counts=service.counts(title.year, title.month, found.filters),
        overdue=service.overdue(found.filters),
        **load_day(ctx, found.filters, found.chosen),
    )


def _agenda(
    ctx: AppContext, first: date, many: int, filters: CallFilters
) -> tuple[tuple[AgendaDay, ...], date]:  # fmt: skip
    """The days of an agenda and the last day read: `many`, or week by week until there is enough."""
    if many:
        last = first + timedelta(days=many - 1)
        return ctx.call_backs.agenda(first, last, filters), last
    end, found = first + timedelta(days=AGENDA_DAYS - 1), list[AgendaDay]()
    last = first - timedelta(days=1)
    while last < end and sum(len(day.rows) for day in found) < AGENDA_ROWS:
        begins, last = last + timedelta(days=1), min(last + WEEK, end)
        found += ctx.call_backs.agenda(begins, last, filters)
    return tuple(found), last


def _quiet(ctx: AppContext, filters: CallFilters, first: date, last: date) -> Mapping[date, str]:
    """The title of each quiet day of all shops, or of the only shop that is shown."""
    shop = filters.shops[0] if len(filters.shops) == 1 else None
    kept = [
        each for each in ctx.quiet_periods.list_all()
        if each.person_id is None and (each.shop_id is None or each.shop_id == shop)
    ]  # fmt: skip
    days = (first + timedelta(days=step) for step in range((last - first).days + 1)) if kept else ()
    found = {day: next((each.title for each in kept if covers(each, day)), None) for day in days}
    return {day: title for day, title in found.items() if title is not None}


def _with_quiet(cells: tuple[DayCell, ...], quiet: Mapping[date, str]) -> tuple[DayCell, ...]:
    return tuple(replace(cell, quiet=quiet[cell.day]) if cell.day in quiet else cell for cell in cells)


def load_day(ctx: AppContext, filters: CallFilters, day: date) -> DayParts:
    """What belongs to the day chosen, for `replace`."""
    service = ctx.call_backs
    return DayParts(
        chosen=day, agenda=service.day(day, filters), queue=service.queue(day, filters),
        sums=ctx.call_desk.day_sums(day),
    )  # fmt: skip


def load_more(ctx: AppContext, first: date, filters: CallFilters) -> tuple[tuple[AgendaDay, ...], date]:
    """More days of the agenda and the last day read, as its end comes into sight."""
    return _agenda(ctx, first, 0, filters)
