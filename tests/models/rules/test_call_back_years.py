"""Ten years of call-backs by a small simulator: any rhythm, days off, vacations, skips, moved clocks.

What must hold, with L the length of a turn in days and M the longest run of days that are not free:

- A turn points at least L/2 after the contact, so a buyer is never called at more than twice their rhythm, and less
  than 3L/2 after it, 2L where the contact itself had been moved backward (by at most half of what lay before it). An
  nth weekday lies within half the distance of two of them (18 days, quarters 49) of a whole turn.
- From there days off move it at most M, and full days at most as many free days as there are near ones.
- Called on every planned day with M <= L/2, the k-th call points at exactly k turns after the first: the average
  interval of n calls differs from the rhythm's by at most M/n.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.workdays import work_calendar
from models.rules.call_back_rhythm import (
    CallDays,
    DueCode,
    NextDate,
    Rhythm,
    RhythmUnit,
    Room,
    least_laden,
    next_after_attempt,
    next_after_contact,
    next_after_skip,
    planned_from_rhythm,
)
from models.rules.call_settings import OffDayMove, QuietDays
from models.rules.quiet_days import covers, judge_quiet
from models.rules.rhythms import LAST, nth_of_span, read_rhythm, rhythm_data, rhythm_or_none, turn_after
from models.rules.verdict import Allowed

START, YEARS = date(2024, 1, 1), 10
END = START.replace(year=START.year + YEARS)
_STARTS = st.dates(START, START + timedelta(days=400))
_PLAIN = st.one_of(
    st.builds(Rhythm, st.integers(1, 120), st.just(RhythmUnit.DAYS)),
    st.builds(Rhythm, st.integers(1, 20), st.just(RhythmUnit.WEEKS)),
    st.builds(Rhythm, st.integers(1, 18), st.just(RhythmUnit.MONTHS)),
    st.builds(Rhythm, st.integers(1, 6), st.just(RhythmUnit.QUARTERS)),
)
_NTH = st.one_of(
    st.builds(Rhythm, st.integers(1, 6), st.just(RhythmUnit.MONTHS), st.sampled_from((LAST, 1, 2, 3, 4)),
              st.integers(0, 6)),
    st.builds(Rhythm, st.integers(1, 3), st.just(RhythmUnit.QUARTERS), st.sampled_from((LAST, *range(1, 13))),
              st.integers(0, 6)),
)  # fmt: skip
_RHYTHMS = st.one_of(_PLAIN, _NTH)


@st.composite
def periods(draw: st.DrawFn, most: int) -> tuple[QuietDays, ...]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        first = draw(st.dates(START, END))
        last = first + timedelta(days=draw(st.integers(0, 24)))
        found.append(QuietDays(first, last, yearly=draw(st.booleans())))
    return tuple(found)


@st.composite
def call_days(draw: st.DrawFn) -> CallDays:
    weekdays = draw(st.sampled_from(((), (), (1, 3), (0, 1, 2, 3, 4))))
    return CallDays(
        work_calendar(draw(st.sampled_from(("CN", "CN", "DE", "US")))), draw(periods(3)), draw(periods(2)),
        (), weekdays, draw(st.sampled_from(OffDayMove)),
    )  # fmt: skip


def longest_run(days: CallDays, first: date, last: date) -> int:
    """The longest run of days that are not free, M."""
    most = run = 0
    for number in range(first.toordinal(), last.toordinal()):
        run = 0 if days.is_free(date.fromordinal(number)) else run + 1
        most = max(most, run)
    return most


def check_place(found: NextDate, contact: date, rhythm: Rhythm, days: CallDays, turns: int = 1) -> None:
    assert found.day > contact
    assert days.is_free(found.day) or DueCode.NO_FREE_DAY in found.codes
    base = turn_after(contact, contact.day, rhythm, turns)
    gap, length = (found.nominal - contact).days, (base - contact).days
    if rhythm.nth:
        assert abs(gap - length) <= (49 if rhythm.unit is RhythmUnit.QUARTERS else 18)
        assert nth_of_span(found.nominal, rhythm) == found.nominal
    else:
        # Months differ by up to 3 days each way.
        turn = length / turns
        most = turns + (0.5 if days.move is OffDayMove.FORWARD else 1)
        assert turn / 2 - 3 <= gap <= turn * most + 3
    moved = {DueCode.SATURDAY, DueCode.SUNDAY, DueCode.HOLIDAY, DueCode.QUIET, DueCode.VACATION, DueCode.BUYER_DAY}
    assert bool((moved | {DueCode.FULL}) & set(found.codes)) == (found.day != found.nominal)
    if days.move is OffDayMove.FORWARD and DueCode.FULL not in found.codes:
        assert found.day >= found.nominal
    between = range(min(found.day, found.nominal).toordinal() + 1, max(found.day, found.nominal).toordinal())
    if DueCode.FULL not in found.codes:
        assert not any(days.is_free(date.fromordinal(number)) for number in between), "the nearest free day"


@given(contact=_STARTS, rhythm=_PLAIN, days=call_days())
@settings(max_examples=25, deadline=None)
def test_called_on_every_planned_day_the_average_is_the_rhythms(contact: date, rhythm: Rhythm, days: CallDays) -> None:
    start, planned, calls, most, shortest = contact, None, 0, 0, 10_000
    while contact < END and calls < 150:
        found = next_after_contact(contact, rhythm, days, planned=planned)
        check_place(found, contact, rhythm, days)
        most = max(most, abs((found.day - found.nominal).days))
        shortest = min(shortest, (turn_after(found.nominal, found.anchor, rhythm) - found.nominal).days)
        calls, planned, contact = calls + 1, found, found.day
    assert planned is not None
    turns = calls
    while turn_after(start, start.day, rhythm, turns) < planned.nominal:
        turns += 1
    assert turn_after(start, start.day, rhythm, turns) == planned.nominal, "no drift, whatever was left out"
    if most * 2 <= shortest:
        assert turns == calls
        # n average intervals against n turns, in whole days.
        assert abs((contact - start).days - (planned.nominal - start).days) <= most


@given(contact=_STARTS, rhythm=_NTH, days=call_days())
@settings(max_examples=20, deadline=None)
def test_an_nth_weekday_comes_once_in_its_months(contact: date, rhythm: Rhythm, days: CallDays) -> None:
    planned = next_after_contact(contact, rhythm, days)
    for _ in range(YEARS * 12 // rhythm.months):
        found = next_after_contact(planned.day, rhythm, days, planned=planned)
        check_place(found, planned.day, rhythm, days)
        if abs((planned.day - planned.nominal).days) <= 9:
            apart = (found.nominal.year - planned.nominal.year) * 12 + found.nominal.month - planned.nominal.month
            assert apart == rhythm.months if rhythm.unit is RhythmUnit.MONTHS else abs(apart - rhythm.months) <= 2
        planned = found


_DOINGS = st.sampled_from(
    ("reached", "reached", "late", "no_answer", "skip", "not_interested", "by_hand", "back", "ahead", "opt_out")
)


class Simulated:
    """One buyer over the years: at most one open call-back, whatever happens. Nothing here but the rules."""

    def __init__(self, today: date, rhythm: Rhythm, days: CallDays) -> None:
        self.today, self.rhythm, self.days = today, rhythm, days
        self.contact: date | None = None
        self.agreed = False
        self.open: NextDate | None = None
        self.log: list[tuple[str, date, date | None]] = []

    def step(self, doing: str, number: int) -> None:
        if doing == "opt_out" or not self.agreed:
            self.agreed, self.open = not self.agreed, None
        elif doing == "back":
            self.today -= timedelta(days=min(number, (self.today - START).days))
        elif doing == "ahead":
            self.today += timedelta(days=number)
        else:
            self._call(doing, number)
        before = self.open
        if self.agreed and self.open is None:
            self.open = planned_from_rhythm(self.contact, self.rhythm, self.days, self.today, {})
            assert self.open.day >= self.today
            assert self.days.is_free(self.open.day) or DueCode.NO_FREE_DAY in self.open.codes
        assert before is None or before is self.open, "nothing that stands is planned anew"
        assert (self.open is not None) == self.agreed
        self.log.append((doing, self.today, self.open.day if self.open else None))

    def _call(self, doing: str, number: int) -> None:
        assert self.open is not None
        due = self.open
        if doing != "by_hand":
            self.today = max(self.today, due.day + timedelta(days=number if doing == "late" else 0))
        if doing == "no_answer":
            found = next_after_attempt(self.today, DueCode.NO_ANSWER, self.days)
            assert found.day > self.today
            # The rhythm counts from the next contact.
            self.open = replace(found, nominal=found.day)
        elif doing == "by_hand":
            day = self.today + timedelta(days=number)
            self.open = NextDate(day, day, day.day, (DueCode.BY_HAND,))
        elif doing == "skip":
            self.open = next_after_skip(due.day, self.rhythm, self.days, self.today, planned=due)
            assert self.open.day > self.today
        else:
            turns = 2 if doing == "not_interested" else 1
            found = next_after_contact(self.today, self.rhythm, self.days, planned=due, turns=turns, today=self.today)
            assert found.day > self.today
            if due.day != self.today:
                check_place(found, self.today, self.rhythm, self.days, turns)
            self.contact, self.open = self.today, found


@given(
    start=_STARTS, rhythm=_RHYTHMS, days=call_days(),
    doings=st.lists(st.tuples(_DOINGS, st.integers(0, 60)), min_size=20, max_size=40),
)  # fmt: skip
@settings(max_examples=30, deadline=None)
def test_whatever_happens_one_is_open_and_the_same_again(
    start: date, rhythm: Rhythm, days: CallDays, doings: list[tuple[str, int]]
) -> None:
    runs = []
    for _ in range(2):
        simulated = Simulated(start, rhythm, replace(days))
        for doing, number in doings:
            if simulated.today >= END:
                break
            simulated.step(doing, number)
        runs.append(simulated.log)
    assert runs[0] == runs[1]


@given(
    days=call_days(), today=_STARTS, capacity=st.integers(1, 6),
    waits=st.lists(st.none() | st.integers(1, 900), min_size=1, max_size=60),
)  # fmt: skip
@settings(max_examples=20, deadline=None)
def test_many_at_once_fill_no_day_beyond_what_one_person_takes(
    days: CallDays, today: date, capacity: int, waits: list[int | None]
) -> None:
    load: dict[date, int] = {}
    for wait in waits:
        last = None if wait is None else today - timedelta(days=wait)
        found = planned_from_rhythm(last, Rhythm(), days, today, load, capacity=capacity)
        assert found.day >= today
        load[found.day] = load.get(found.day, 0) + 1
    assert max(load.values()) <= capacity
    assert sum(load.values()) == len(waits)


@given(days=call_days(), contact=_STARTS, load=st.lists(st.integers(0, 3), min_size=60, max_size=60))
@settings(max_examples=25, deadline=None)
def test_a_full_day_pushes_to_a_free_one_with_room(days: CallDays, contact: date, load: list[int]) -> None:
    by_day = {contact + timedelta(days=step): count for step, count in enumerate(load)}
    found = next_after_contact(contact, Rhythm(), days, room=Room(3, by_day))
    assert days.is_free(found.day) or DueCode.NO_FREE_DAY in found.codes
    assert by_day.get(found.day, 0) < 3
    assert found == next_after_contact(contact, Rhythm(), replace(days), room=Room(3, by_day))


@pytest.mark.parametrize("people", [7])
def test_nobody_is_always_the_one_pushed(people: int) -> None:
    """Seven of one tier on one day of three: each month the four that kept it least come first."""
    days, pushed = CallDays(work_calendar("CN")), dict.fromkeys(range(people), 0)
    for month in range(1, 25):
        contact = date(2024 + (month - 1) // 12, (month - 1) % 12 + 1, 10)
        standing: list[int] = []
        load: dict[date, int] = {}
        for who in range(people):
            plain = next_after_contact(contact, Rhythm(), days).day
            weakest = min(standing, key=lambda each: (pushed[each], each), default=None)
            ranks = {} if weakest is None else {plain: (1, pushed[weakest])}
            found = next_after_contact(contact, Rhythm(), days, room=Room(3, load, (1, pushed[who]), ranks))
            if found.keeps and weakest is not None:
                standing.remove(weakest)
                pushed[weakest] += 1
                other = least_laden(plain + timedelta(days=1), plain + timedelta(days=7), days, load, capacity=3)
                load[other] = load.get(other, 0) + 1
            else:
                load[found.day] = load.get(found.day, 0) + 1
            if found.day == plain:
                standing.append(who)
            pushed[who] += found.pushed
        assert max(load.values()) <= 3
    assert max(pushed.values()) - min(pushed.values()) <= 3
    assert min(pushed.values()) > 0


@given(rhythm=_RHYTHMS)
@settings(max_examples=40, deadline=None)
def test_any_rhythm_survives_the_store(rhythm: Rhythm) -> None:
    assert read_rhythm(rhythm_data(rhythm)) == rhythm


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "9" * 5000, '{"every": 0}', '{"every": 1e99}', '{"every": true}', '{"unit": 3}', '{"unit": "days",'
     ' "nth": 1}', '{"nth": 5}', '{"nth": -2}', '{"nth": 1, "weekday": 7}', '{"weekday": 2}', "[" * 9000, 7, None],
)  # fmt: skip
def test_a_rhythm_that_cannot_be_is_none(stored: object) -> None:
    assert rhythm_or_none(stored) is None


def test_the_end_of_the_calendar_is_no_error() -> None:
    last, rhythm = date(9999, 12, 30), Rhythm(12)
    days = CallDays(work_calendar("CN"))
    for found in (
        next_after_contact(last, rhythm, days), next_after_skip(last, rhythm, days, date.max),
        next_after_attempt(date.max, DueCode.NO_ANSWER, days), planned_from_rhythm(None, rhythm, days, date.max, {}),
        next_after_contact(last, Rhythm(nth=LAST, weekday=4), days),
    ):  # fmt: skip
        assert found.day <= date.max


@given(first=st.dates(date(2024, 1, 1), date(2028, 12, 31)), span=st.integers(0, 91), years=st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_a_yearly_period_comes_every_year(first: date, span: int, years: int) -> None:
    days = QuietDays(first, first + timedelta(days=span), yearly=True)
    assert judge_quiet(days, date(2026, 11, 20)) == Allowed()
    for inside in (days.first, days.last):
        try:
            again = inside.replace(year=inside.year + years)
        except ValueError:
            again = date(inside.year + years, 2, 28)
        assert covers(days, again)
    assert not covers(days, first - timedelta(days=1))
    held = sum(covers(days, days.last + timedelta(days=step)) for step in range(1, 366))
    assert abs(held - (span + 1)) <= 2, "and only for its length"
