"""The call-back rhythm: month ends, days off, attempts, consent; and what must hold for any rhythm over years."""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.platform.resources import resource
from models.kinds import Consent, Tier
from models.rules.calendars import WorkCalendar, load_calendar
from models.rules.call_back_rhythm import (
    DueCode,
    DueNote,
    NextDate,
    Rhythm,
    RhythmUnit,
    days_late,
    least_laden,
    may_call,
    moved_note,
    next_after_attempt,
    next_after_contact,
    planned_from_rhythm,
    read_note,
    read_rhythm,
)
from models.rules.verdict import Allowed, Refused

_RAW = json.loads(resource("packs", "calendars", "cn_workdays.json").read_text(encoding="utf-8"))
CHINA: WorkCalendar = load_calendar(_RAW["calendar"])
MONTHLY = Rhythm()


class EveryDay:
    """A shop that never closes."""

    def is_workday(self, day: date) -> bool:
        return True

    def is_holiday(self, day: date) -> bool:
        return False

    def not_announced(self, first: date, last: date) -> tuple[int, ...]:
        return ()


class Never(EveryDay):
    """A shop that never opens."""

    def is_workday(self, day: date) -> bool:
        return False


DAILY = EveryDay()


@pytest.mark.parametrize(
    ("contact", "expected", "codes"),
    [
        (date(2026, 8, 31), date(2026, 9, 30), (DueCode.MONTH_END,)),
        (date(2026, 11, 20), date(2026, 12, 21), (DueCode.SUNDAY,)),
        (date(2026, 10, 14), date(2026, 11, 16), (DueCode.SATURDAY,)),
        # The Saturday before the Spring Festival is worked, the days after it are not.
        (date(2026, 1, 14), date(2026, 2, 14), ()),
        (date(2026, 1, 16), date(2026, 2, 24), (DueCode.HOLIDAY,)),
        (date(2026, 1, 31), date(2026, 2, 28), (DueCode.MONTH_END,)),
        (date(2026, 9, 1), date(2026, 10, 8), (DueCode.HOLIDAY,)),
        (date(2026, 9, 10), date(2026, 10, 10), ()),
    ],
)
def test_once_a_month_in_china(contact: date, expected: date, codes: tuple[DueCode, ...]) -> None:
    found = next_after_contact(contact, MONTHLY, CHINA)
    assert (found.day, found.codes) == (expected, codes)


def test_a_year_without_announced_days_off_says_so() -> None:
    found = next_after_contact(date(2026, 12, 10), MONTHLY, CHINA)
    assert found.day == date(2027, 1, 11)
    assert DueCode.NOT_ANNOUNCED in found.codes


def test_the_anchor_survives_a_short_month() -> None:
    seen, contact, planned = [], date(2027, 1, 31), None
    for _ in range(6):
        planned = next_after_contact(contact, MONTHLY, DAILY, planned=planned)
        contact = planned.day
        seen.append((contact.month, contact.day))
    assert seen == [(2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31)]


def test_a_weekend_does_not_make_the_day_drift() -> None:
    planned = next_after_contact(date(2026, 11, 20), MONTHLY, CHINA)
    again = next_after_contact(planned.day, MONTHLY, CHINA, planned=planned)
    assert (planned.day.day, again.nominal) == (21, date(2027, 1, 20))


def test_a_contact_on_another_day_starts_the_rhythm_anew() -> None:
    planned = next_after_contact(date(2026, 11, 20), MONTHLY, CHINA)
    late = next_after_contact(date(2026, 12, 23), MONTHLY, CHINA, planned=planned)
    early = next_after_contact(date(2026, 12, 1), MONTHLY, CHINA, planned=planned)
    assert (late.nominal, early.nominal) == (date(2027, 1, 23), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (Rhythm(10, RhythmUnit.DAYS), date(2026, 3, 12)),
        (Rhythm(2, RhythmUnit.WEEKS), date(2026, 3, 16)),
        (Rhythm(3), date(2026, 6, 2)),
        (Rhythm(12), date(2027, 3, 2)),
    ],
)
def test_other_rhythms(rhythm: Rhythm, expected: date) -> None:
    assert next_after_contact(date(2026, 3, 2), rhythm, DAILY).day == expected


def test_nobody_answered_means_the_next_day_of_work() -> None:
    assert next_after_attempt(date(2026, 11, 19), DueCode.NO_ANSWER, CHINA).day == date(2026, 11, 20)
    friday = next_after_attempt(date(2026, 11, 20), DueCode.NO_ANSWER, CHINA)
    assert (friday.day, friday.codes) == (date(2026, 11, 23), (DueCode.NO_ANSWER, DueCode.SATURDAY))
    assert next_after_attempt(date(2026, 9, 30), DueCode.CALL_AGAIN, CHINA).day == date(2026, 10, 8)


def test_a_calendar_without_work_leaves_the_day_where_it_is() -> None:
    assert next_after_contact(date(2026, 3, 2), MONTHLY, Never()).day == date(2026, 4, 2)
    assert least_laden(date(2026, 3, 2), date(2026, 3, 9), Never(), {}) == date(2026, 3, 2)
    first = planned_from_rhythm(None, MONTHLY, Never(), date(2026, 3, 2), {})
    assert (first.day, first.codes) == (date(2026, 3, 2), (DueCode.FIRST, DueCode.HOLIDAY, DueCode.NO_FREE_DAY))


def test_only_a_vip_who_agreed_is_called() -> None:
    assert may_call(Tier.V1, Consent.GIVEN) == Allowed()
    assert may_call(Tier.NONE, Consent.GIVEN) == Refused("not_vip")
    assert may_call(Tier.V3, Consent.UNKNOWN) == Refused("no_consent")
    for tier in Tier:
        assert may_call(tier, Consent.REFUSED) == Refused("opted_out")


def test_first_calls_are_spread_and_late_ones_come_soon() -> None:
    today, load = date(2026, 11, 20), {}
    for _ in range(40):
        found = planned_from_rhythm(None, MONTHLY, CHINA, today, load)
        load[found.day] = load.get(found.day, 0) + 1
        assert found.codes == (DueCode.FIRST,)
    assert max(load.values()) == 2
    assert all(CHINA.is_workday(day) for day in load)
    late = planned_from_rhythm(date(2026, 5, 4), MONTHLY, CHINA, today, load)
    assert today <= late.day <= today + timedelta(days=7)
    assert DueCode.LATE in late.codes
    assert planned_from_rhythm(date(2026, 11, 10), MONTHLY, CHINA, today, load).day == date(2026, 12, 10)


def test_lateness_counts_from_the_first_day_it_was_due() -> None:
    note = DueNote(since=date(2026, 11, 15))
    assert days_late(note, date(2026, 11, 20), date(2026, 11, 20)) == 5
    assert days_late(note, date(2026, 11, 23), date(2026, 11, 20)) == 0
    assert days_late(DueNote(), date(2026, 11, 20), date(2026, 11, 20)) == 0
    today = date(2026, 11, 20)
    moved = moved_note(DueNote(), date(2026, 11, 15), today, today, codes=(DueCode.BY_HAND,), text="later")
    assert (moved.since, moved.text) == (date(2026, 11, 15), "later")


def test_notes_are_read_as_written_and_other_texts_as_typed() -> None:
    note = DueNote((DueCode.SUNDAY,), date(2026, 12, 21), date(2026, 12, 20), 20, '壶盖 {1} "x"')
    assert read_note(note.written()) == note
    assert read_note("on holiday").text == "on holiday"
    for broken in ("{", '{"codes": ["nothing"]}', "{}x", '{"since": 3}', "[]"):
        assert read_note(broken).text == broken


@pytest.mark.parametrize("stored", [None, 3, {}, {"every": 0}, {"every": "2"}, {"every": 9999}, {"unit": "years"}])
def test_a_rhythm_that_says_nothing_is_once_a_month(stored: object) -> None:
    assert read_rhythm(stored) == MONTHLY


def test_rhythms_are_read() -> None:
    assert read_rhythm({"every": 2, "unit": "weeks"}) == Rhythm(2, RhythmUnit.WEEKS)


_DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
_RHYTHMS = st.one_of(
    st.builds(Rhythm, st.integers(1, 90), st.just(RhythmUnit.DAYS)),
    st.builds(Rhythm, st.integers(1, 12), st.just(RhythmUnit.WEEKS)),
    st.builds(Rhythm, st.integers(1, 14), st.just(RhythmUnit.MONTHS)),
)


@given(contact=_DAYS, rhythm=_RHYTHMS)
@settings(max_examples=200, deadline=None)
def test_the_next_day_is_later_a_day_of_work_and_always_the_same(contact: date, rhythm: Rhythm) -> None:
    found = next_after_contact(contact, rhythm, CHINA)
    assert found.day > contact
    assert found.day >= found.nominal
    assert CHINA.is_workday(found.day)
    assert (found.day - found.nominal).days <= 12
    assert found == next_after_contact(contact, rhythm, CHINA)
    moved = {DueCode.SATURDAY, DueCode.SUNDAY, DueCode.HOLIDAY} & set(found.codes)
    assert bool(moved) == (found.day != found.nominal)


@given(contact=_DAYS, months=st.integers(1, 3), years=st.integers(1, 8))
@settings(max_examples=60, deadline=None)
def test_over_years_no_drift(contact: date, months: int, years: int) -> None:
    """Called on every planned day: the anchor stays, and the average interval is the rhythm's."""
    anchor, rhythm, planned, day = contact.day, Rhythm(months), None, contact
    for step in range(1, years * 12 // months + 1):
        planned = next_after_contact(day, rhythm, CHINA, planned=planned)
        year, month = divmod(contact.year * 12 + contact.month - 1 + months * step, 12)
        assert planned.nominal == date(year, month + 1, min(anchor, monthrange(year, month + 1)[1]))
        day = planned.day


@given(contact=_DAYS, rhythm=_RHYTHMS, delays=st.lists(st.integers(0, 40), min_size=1, max_size=24))
@settings(max_examples=100, deadline=None)
def test_however_late_the_calls_each_next_one_lies_ahead(contact: date, rhythm: Rhythm, delays: list[int]) -> None:
    planned: NextDate | None = None
    for delay in delays:
        found = next_after_contact(contact, rhythm, CHINA, planned=planned)
        assert found.day > contact
        planned, contact = found, found.day + timedelta(days=delay)


@given(text=st.text(max_size=60), codes=st.lists(st.sampled_from(DueCode), max_size=3), since=st.none() | _DAYS)
@settings(max_examples=100, deadline=None)
def test_any_note_survives_the_store(text: str, codes: list[DueCode], since: date | None) -> None:
    note = DueNote(tuple(codes), since, text=text)
    assert read_note(note.written()) == note
