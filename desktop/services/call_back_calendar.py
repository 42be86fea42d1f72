"""The call-back calendar: what stands on which day, what is late, and the card of a buyer to call."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from desktop.services import call_plans
from desktop.services.call_plans import Desk, lateness
from desktop.services.workbench import Workbench
from desktop.services.workdays import work_calendar
from desktop.settings import Settings
from models.call_back_records import (
    CallCard,
    CellLine,
    DayCell,
    MonthCounts,
    MonthGrid,
    OverdueCall,
)
from models.clock import zone
from models.kinds import CallBackState, CallOutcome, Tier
from models.records import Buyer, CallBackRow
from models.rules.call_back_rhythm import (
    NextDate,
    Rhythm,
    days_late,
    may_call,
    read_note,
)
from models.rules.verdict import Refused
from models.store import buyer_glance, buyers, call_backs, shops

GRID_LINES = 3
_WEEKS = 6
_RETRY_DAYS = 14


class CallBackCalendar:
    """What the calendar shows. Days are days in the time zone and calendar of the (first) shop."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self.bench = bench
        self.settings = settings

    def desk(self) -> Desk:
        """Today and the calendar of the shop."""
        found = shops.list_shops(self.bench.store.database)
        name, country = (found[0].time_zone, found[0].country) if found else (self.bench.time_zone, "CN")
        return Desk(self.bench.clock.now(), zone(name), work_calendar(country or "CN"))

    def shop(self) -> int | None:
        """The shop the window shows, None for all of them."""
        return self.settings.get("shop") or None

    def rhythm(self, tier: Tier) -> Rhythm:
        """How often buyers of a tier are called."""
        return call_plans.rhythm_of(self.settings, tier)

    def month(self, year: int, month: int) -> tuple[CallBackRow, ...]:
        """Every call-back that stands in a month, by day."""
        first, after = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        return call_backs.list_between(self.bench.store.database, first, after - timedelta(days=1), shop_id=self.shop())

    def month_grid(self, year: int, month: int, *, lines: int = GRID_LINES) -> MonthGrid:
        """The six weeks that show a month, Monday first, with the first `lines` of every day and how many there are."""
        desk, database = self.desk(), self.bench.store.database
        first = date(year, month, 1)
        start = first - timedelta(days=first.weekday())
        days = [start + timedelta(days=step) for step in range(7 * _WEEKS)]
        ranked = call_backs.list_first_of_days(database, start, days[-1], lines, shop_id=self.shop())
        tried: dict[date, list[int]] = {}
        for made_at, call_back_id in call_backs.list_attempts(
            database,
            start,
            days[-1] + timedelta(days=_RETRY_DAYS),
            *_moments(desk, start, days[-1]),
            shop_id=self.shop(),
        ):
            tried.setdefault(desk.day_of(made_at), []).append(call_back_id)
        planned = {day: ranked.get(day, (0, []))[1] for day in days}
        missed = {day: [each for each in tried.get(day, ()) if each not in planned[day]] for day in days}
        wanted = {each for day in days for each in planned[day] + missed[day][: lines - len(planned[day])]}
        rows = call_backs.load_rows(database, sorted(wanted))
        cells = []
        for day in days:
            shown = [CellLine(rows[each], _late(rows[each], desk.today)) for each in planned[day] if each in rows]
            room = lines - len(planned[day])
            shown += [CellLine(rows[each], 0, CallOutcome.NO_ANSWER) for each in missed[day][:room] if each in rows]
            total = ranked.get(day, (0, []))[0] + len(missed[day])
            workday, holiday = desk.calendar.is_workday(day), desk.calendar.is_holiday(day)
            cells.append(DayCell(day, tuple(shown), total, workday, holiday))
        last = first + timedelta(days=31)
        return MonthGrid(year, month, desk.today, tuple(cells), desk.calendar.not_announced(first, last))

    def overdue(self) -> tuple[OverdueCall, ...]:
        """Open call-backs whose first day has passed, the latest first; those put off to a later day come back then."""
        today = self.desk().today
        found = []
        for row in call_backs.list_open_until(self.bench.store.database, today, shop_id=self.shop()):
            days = lateness(row.call_back, today)
            if days:
                found.append(OverdueCall(row, today - timedelta(days=days), days))
        return tuple(sorted(found, key=lambda each: (-each.days, each.row.tier != Tier.V3, each.row.nick)))

    def day(self, on: date) -> tuple[CallBackRow, ...]:
        """The call-backs that stand on a day: late ones without a time, then by time, then the rest."""
        today = self.desk().today

        def place(row: CallBackRow) -> str:
            return row.call_back.at_time or ("" if _late(row, today) else "~")

        return tuple(sorted(call_backs.list_between(self.bench.store.database, on, on, shop_id=self.shop()), key=place))

    def due(self, on: date) -> tuple[CallBackRow, ...]:
        """Every open call-back that stands on a day or before it."""
        return call_backs.list_open_until(self.bench.store.database, on, shop_id=self.shop())

    def counts(self, year: int, month: int) -> MonthCounts:
        """A month in numbers; `overdue` counts all that is late today, whatever its month."""
        database, today = self.bench.store.database, self.desk().today
        first, after = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        shop = self.shop()
        states = call_backs.count_states(database, first, after - timedelta(days=1), shop_id=shop)
        late = [
            due_on for due_on, note in call_backs.list_open_notes(database, today, shop_id=shop)
            if days_late(read_note(note), due_on, today)
        ]  # fmt: skip
        done = states.get(CallBackState.DONE, (0, 0))[0]
        waiting = states.get(CallBackState.DUE, (0, 0))[0] - sum(1 for day in late if first <= day < after)
        tiers = call_backs.count_tiers(database, shop_id=shop)
        calls = done + sum(attempts for _, attempts in states.values())
        return MonthCounts(sum(tiers.values()), done, waiting, len(late), calls, done, tiers)

    def find_buyer_card(self, buyer_id: int) -> CallCard:
        """All that is shown while a buyer is called; NotFound if there is no such buyer."""
        database = self.bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        shop = shops.find_shop(database, buyer.shop_id)
        return CallCard(
            buyer=buyer,
            history=buyers.buyer_history(database, buyer_id, shop.currency),
            call_back=call_backs.find_due(database, buyer_id),
            last_orders=buyer_glance.list_last_orders(database, buyer_id),
            last_cases=buyer_glance.list_last_cases(database, buyer_id),
            calls=call_backs.list_calls(database, buyer_id),
        )

    def find_buyers(self, beginning: str) -> tuple[Buyer, ...]:
        """Buyers whose ID begins with a text."""
        return buyer_glance.list_buyers_named(self.bench.store.database, beginning)

    def propose_next(self, buyer_id: int, outcome: CallOutcome, on: date | None = None) -> NextDate | Refused:
        """The day that would follow a call made on `on` (today), with its reasons as codes; Refused without consent."""
        database = self.bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        verdict = may_call(buyer.tier, buyer.consent)
        if isinstance(verdict, Refused):
            return verdict
        desk = self.desk()
        open_one = call_backs.find_due(database, buyer_id)
        return call_plans.after_call(desk, self.rhythm(buyer.tier), open_one, outcome, on or desk.today)


def _late(row: CallBackRow, today: date) -> int:
    return lateness(row.call_back, today) if row.call_back.state is CallBackState.DUE else 0


def _moments(desk: Desk, first: date, last: date) -> tuple[datetime, datetime]:
    return (
        datetime.combine(first, time(), tzinfo=desk.zone),
        datetime.combine(last + timedelta(days=1), time(), tzinfo=desk.zone),
    )
