"""The calendar's views: month, week, agenda, day, what is late, how full the days are, and the month in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from desktop.services.call_rules import CallRuleService
from desktop.services.month_counts import count_month, month_days
from desktop.services.shop_desk import Desk, desk_of
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.call_back_records import (
    EVERY_CALL_BACK,
    AgendaDay,
    CallFilters,
    CellLine,
    DayCell,
    DayLoad,
    MonthCounts,
    MonthGrid,
    OverdueCall,
    WeekGrid,
)
from models.errors import NotFound
from models.kinds import CallBackState, CallOutcome, Tier
from models.records import CallBackRow
from models.rules.call_levels import pressing, queue_place
from models.rules.call_settings import Limits
from models.store import call_back_rows, call_backs, call_counts, call_loads

GRID_LINES = 3
_WEEKS = 6
_RETRY_DAYS = 14
_DEAREST = {Tier.V3: 0, Tier.V2: 1, Tier.V1: 2, Tier.NONE: 3}


class CallViews:
    """What the calendar shows of call-backs; every read goes through an index of the store.

    Days are days in the time zone and calendar of the (first) shop.
    """

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self.bench = bench
        self.settings = settings
        self.rules = CallRuleService(bench, settings)
        self._desks: dict[int | None, tuple[object, Desk]] = {}
        self._due_kept: tuple[tuple[object, ...], tuple[CallBackRow, ...]] | None = None
        self._load_kept: tuple[tuple[object, ...], Mapping[date, int]] | None = None
        self._late_kept: tuple[tuple[CallBackRow, ...], date, tuple[OverdueCall, ...]] | None = None

    def desk(self, shop_id: int | None = None) -> Desk:
        """Today, the calendar, the quiet days and the rules of a shop, of the first one where none is named."""
        mark, rules = self.bench.store.database.state_mark(), self.rules.read()
        if mark is None:
            return desk_of(self.bench, self.settings, shop_id, rules)
        # A card asks ten times for it: it is read anew only after something was written.
        key = (mark, rules, self.bench.person.id, self.bench.time_zone)
        kept = self._desks.get(shop_id)
        if kept is None or kept[0] != key:
            kept = self._desks[shop_id] = (key, desk_of(self.bench, self.settings, shop_id, rules))
        return replace(kept[1], now=self.bench.clock.now())

    def shop(self) -> int | None:
        """The shop the window shows, None for all of them."""
        return self.settings.get("shop") or None

    def limits(self) -> Mapping[Tier, Limits]:
        """After how many days a late call-back turns yellow and red, by tier."""
        return self.rules.read().limits

    def month(self, year: int, month: int, filters: CallFilters = EVERY_CALL_BACK) -> tuple[CallBackRow, ...]:
        """Every call-back that stands in a month, by day."""
        return self.between(*month_days(year, month), filters)

    def between(self, first: date, last: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[CallBackRow, ...]:
        """Every call-back that stands from one day to another, by day, each day in the order of its queue."""
        database = self.bench.store.database
        return self._judged(call_back_rows.list_between(database, first, last, self.within(filters)))

    def month_grid(
        self, year: int, month: int, filters: CallFilters = EVERY_CALL_BACK, *, lines: int = GRID_LINES
    ) -> MonthGrid:
        """The six weeks that show a month, Monday first, with the first `lines` of every day and how many there are."""
        desk, database, within = self.desk(), self.bench.store.database, self.within(filters)
        first = date(year, month, 1)
        start = first - timedelta(days=first.weekday())
        days = _days(start, 7 * _WEEKS)
        ranked = call_back_rows.list_first_of_days(database, start, days[-1], lines, within)
        tried = self._tried(desk, start, days[-1], within)
        planned = {day: ranked[day][2] if day in ranked else [] for day in days}
        missed = {day: [each for each in tried.get(day, ()) if each not in planned[day]] for day in days}
        wanted = {each for day in days for each in planned[day] + missed[day][: lines - len(planned[day])]}
        rows = {row.call_back.id: row for row in self._judged(call_back_rows.load_rows(database, sorted(wanted)))}
        cells = []
        for day in days:
            shown = [rows[each] for each in planned[day] if each in rows]
            # Only on the running day are some late and some not: their order is that of the queue.
            if day == desk.today and day in ranked and ranked[day][0] > lines:
                shown = list(self.day(day, filters)[:lines])
            drawn = [CellLine(row, row.late) for row in sorted(shown, key=queue_place)]
            for each in missed[day][: lines - len(drawn)]:
                if each in rows:
                    drawn.append(CellLine(rows[each], 0, CallOutcome.NO_ANSWER))
            total, still, _ = ranked.get(day, (0, 0, []))
            cells.append(_cell(desk, day, drawn, total + len(missed[day]), still))
        unknown = desk.calendar.not_announced(first, first + timedelta(days=31))
        return MonthGrid(year, month, desk.today, tuple(cells), unknown)

    def week(self, first: date, filters: CallFilters = EVERY_CALL_BACK) -> WeekGrid:
        """The seven days from `first`, each with all that stands on it and behind that what was tried in vain."""
        desk, database, within = self.desk(), self.bench.store.database, self.within(filters)
        days = _days(first, 7)
        standing: dict[date, list[CallBackRow]] = {day: [] for day in days}
        for row in self.between(first, days[-1], filters):
            standing[row.call_back.due_on].append(row)
        tried = self._tried(desk, first, days[-1], within)
        here = {day: {row.call_back.id for row in rows} for day, rows in standing.items()}
        missed = {day: [each for each in tried.get(day, ()) if each not in here[day]] for day in days}
        wanted = sorted({each for found in missed.values() for each in found})
        rows = {row.call_back.id: row for row in self._judged(call_back_rows.load_rows(database, wanted))}
        cells = []
        for day in days:
            drawn = [CellLine(row, row.late) for row in standing[day]]
            drawn += [CellLine(rows[each], 0, CallOutcome.NO_ANSWER) for each in missed[day] if each in rows]
            still = sum(1 for row in standing[day] if row.call_back.state is CallBackState.DUE)
            cells.append(_cell(desk, day, drawn, len(drawn), still))
        return WeekGrid(first, desk.today, tuple(cells), desk.calendar.not_announced(first, days[-1]))

    def agenda(self, first: date, last: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[AgendaDay, ...]:
        """The days from `first` to `last` that have call-backs, each with all of them in the order of its queue."""
        calendar = self.desk().calendar
        days: dict[date, list[CallBackRow]] = {}
        for row in self.between(first, last, filters):
            days.setdefault(row.call_back.due_on, []).append(row)
        return tuple(
            AgendaDay(day, tuple(rows), calendar.is_workday(day), calendar.is_holiday(day))
            for day, rows in days.items()
        )

    def overdue(self, filters: CallFilters = EVERY_CALL_BACK) -> tuple[OverdueCall, ...]:
        """Open call-backs whose first day has passed, the latest first; those put off to a later day come back then."""
        today, kept = self.desk().today, self._late_kept
        due = self.due(today, filters)
        if kept is not None and kept[0] is due and kept[1] == today:
            return kept[2]
        late = sorted(
            (row for row in due if row.late),
            key=lambda row: (-row.late, _DEAREST[row.tier], row.nick, row.call_back.id),
        )
        found = tuple(OverdueCall(row, today - timedelta(days=row.late), row.late, row.level) for row in late)
        self._late_kept = (due, today, found)
        return found

    def day(self, on: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[CallBackRow, ...]:
        """What stands on a day in the order of its queue: red, yellow, by time, by tier; behind that what is closed."""
        return self.between(on, on, filters)

    def find_row(self, call_back_id: int) -> CallBackRow | None:
        """A call-back of whatever shop as the calendar shows it; None if it is gone."""
        try:
            on = call_backs.find_call_back(self.bench.store.database, call_back_id).due_on
        except NotFound:
            return None
        rows = self._judged(call_back_rows.list_between(self.bench.store.database, on, on, EVERY_CALL_BACK))
        return next((row for row in rows if row.call_back.id == call_back_id), None)

    def queue(self, on: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[CallBackRow, ...]:
        """What is to be done on a day: all that stands on it and is open, up to today with all that was left over."""
        rows = self.due(on, filters) if on <= self.desk().today else self.day(on, filters)
        return tuple(sorted((row for row in rows if row.call_back.state is CallBackState.DUE), key=queue_place))

    def due(self, on: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[CallBackRow, ...]:
        """Every open call-back that stands on a day or before it, by day."""
        database, within, today = self.bench.store.database, self.within(filters), self.desk().today
        # Lane and queue both ask for it, and again with every month that is turned.
        mark = database.state_mark()
        key = (on, within, today, self.limits(), mark)
        kept = self._due_kept
        if kept is not None and mark is not None and kept[0] == key:
            return kept[1]
        found = self._judged(call_back_rows.list_open_until(database, on, within))
        self._due_kept = (key, found)
        return found

    def loads(self, first: date, last: date, filters: CallFilters = EVERY_CALL_BACK) -> tuple[DayLoad, ...]:
        """How much is open on each day that has something open, by person, and how much one person does in a day."""
        capacity = self.rules.read().capacity
        found = call_counts.load_per_day(self.bench.store.database, first, last, capacity, self.within(filters))
        return tuple(found[day] for day in sorted(found))

    def load_of(self, desk: Desk, person_id: int, last: date) -> Mapping[date, int]:
        """How many open call-backs one person has on each day from today to `last` that has some."""
        database = self.bench.store.database
        mark = database.state_mark()
        key = (mark, person_id, desk.today, last, desk.sole)
        # A card and the one read ahead after it ask for the same.
        kept = self._load_kept
        if kept is None or mark is None or kept[0] != key:
            kept = (key, call_loads.count_days_of(database, person_id, desk.today, last, desk.sole))
            self._load_kept = kept
        return kept[1]

    def counts(self, year: int, month: int, filters: CallFilters = EVERY_CALL_BACK) -> MonthCounts:
        """A month in numbers; `overdue` counts all that is late today, whatever its month."""
        desk, database, within = self.desk(), self.bench.store.database, self.within(filters)
        return count_month(database, year, month, desk.today, desk.zone, within, self.due(desk.today, filters))

    def within(self, filters: CallFilters) -> CallFilters:
        """The filters, and where they name no shop the one the window shows."""
        shop = self.shop()
        return replace(filters, shops=(shop,)) if shop and not filters.shops else filters

    def _judged(self, rows: Sequence[CallBackRow]) -> tuple[CallBackRow, ...]:
        """The rows with how late they are; the days that have late ones in the order of the queue."""
        today, limits = self.desk().today, self.limits()
        found = list(rows)
        changed = False
        for place, row in enumerate(found):
            call_back = row.call_back
            if call_back.due_on <= today and call_back.state is CallBackState.DUE:
                late, level = pressing(call_back.state, call_back.reason, call_back.due_on, row.tier, today, limits)
                if late or level:
                    found[place], changed = replace(row, late=late, level=level), True
        if changed:
            found.sort(key=lambda row: (row.call_back.due_on, queue_place(row)))
        return tuple(found)

    def _tried(self, desk: Desk, first: date, last: date, within: CallFilters) -> Mapping[date, list[int]]:
        """By day the call-backs that were tried in vain on it."""
        database, until = self.bench.store.database, last + timedelta(days=_RETRY_DAYS)
        tried: dict[date, list[int]] = {}
        moments = _moments(desk, first, last)
        for made_at, call_back_id in call_back_rows.list_attempts(database, first, until, *moments, within):
            tried.setdefault(desk.day_of(made_at), []).append(call_back_id)
        return tried


def _cell(desk: Desk, day: date, lines: Sequence[CellLine], total: int, still: int) -> DayCell:
    calendar = desk.calendar
    return DayCell(day, tuple(lines), total, calendar.is_workday(day), calendar.is_holiday(day), still)


def _days(first: date, many: int) -> list[date]:
    return [first + timedelta(days=step) for step in range(many)]


def _moments(desk: Desk, first: date, last: date) -> tuple[datetime, datetime]:
    return (
        datetime.combine(first, time(), tzinfo=desk.zone),
        datetime.combine(last + timedelta(days=1), time(), tzinfo=desk.zone),
    )
