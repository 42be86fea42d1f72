"""Every kind of deadline at its edges: midnight, month ends, leap days, holidays, and zones with summer time."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.calendars import WorkCalendar, country_calendar, load_calendar
from models.rules.deadlines import COUNTS, Span, end_of
from models.rules.expressions import PackError

ROOT = Path(__file__).resolve().parents[3]
CHINA = ZoneInfo("Asia/Shanghai")


def calendar() -> WorkCalendar:
    path = ROOT / "resources" / "packs" / "calendars" / "cn_workdays.json"
    return load_calendar(json.loads(path.read_text(encoding="utf-8"))["calendar"])


CN = calendar()


def due(span: Span, event: str, zone: str = "Asia/Shanghai", on: WorkCalendar = CN) -> str:
    found = end_of(span, datetime.fromisoformat(event), ZoneInfo(zone), on)
    return found.at.astimezone(ZoneInfo(zone)).isoformat()


@pytest.mark.parametrize(
    ("span", "event", "ends"),
    [
        (Span("minutes", 5), "2026-12-31T23:58:00+08:00", "2027-01-01T00:03:00+08:00"),
        (Span("hours", 72), "2026-02-27T10:00:00+08:00", "2026-03-02T10:00:00+08:00"),
        (Span("elapsed_days", 5), "2028-02-26T09:00:00+08:00", "2028-03-02T09:00:00+08:00"),
        (Span("platform_days", 7), "2026-09-03T15:00:00+08:00", "2026-09-11T00:00:00+08:00"),
        (Span("platform_days", 7), "2026-09-03T00:00:00+08:00", "2026-09-11T00:00:00+08:00"),
        (Span("platform_days", 7), "2026-09-03T23:59:59+08:00", "2026-09-11T00:00:00+08:00"),
        (Span("legal_days", 7), "2026-09-03T23:59:59+08:00", "2026-09-11T00:00:00+08:00"),
        (Span("legal_days", 1), "2028-02-28T08:00:00+08:00", "2028-03-01T00:00:00+08:00"),
        (Span("legal_days", 7), "2026-09-25T11:00:00+08:00", "2026-10-03T00:00:00+08:00"),
        (Span("legal_days", 7, roll="holiday"), "2026-09-25T11:00:00+08:00", "2026-10-09T00:00:00+08:00"),
        (Span("legal_days", 7, roll="holiday"), "2026-09-27T11:00:00+08:00", "2026-10-09T00:00:00+08:00"),
        (Span("legal_days", 7, roll="holiday"), "2026-05-30T11:00:00+08:00", "2026-06-07T00:00:00+08:00"),
        (Span("legal_days", 7, roll="weekend_or_holiday"), "2026-05-30T11:00:00+08:00", "2026-06-09T00:00:00+08:00"),
        (Span("business_days", 2), "2026-09-30T15:00:00+08:00", "2026-10-10T00:00:00+08:00"),
        (Span("business_days", 1), "2026-10-09T15:00:00+08:00", "2026-10-11T00:00:00+08:00"),
        (Span("business_days", 1), "2026-02-13T15:00:00+08:00", "2026-02-15T00:00:00+08:00"),
        (Span("business_days", 1), "2025-01-27T15:00:00+08:00", "2025-02-06T00:00:00+08:00"),
        (Span("business_days", 1), "2025-04-30T15:00:00+08:00", "2025-05-07T00:00:00+08:00"),
        (Span("months", 1), "2026-08-31T00:00:00+08:00", "2026-09-30T00:00:00+08:00"),
        (Span("months", 1, anchor=31), "2026-09-30T00:00:00+08:00", "2026-10-31T00:00:00+08:00"),
        (Span("months", 1), "2027-01-31T09:30:00+08:00", "2027-02-28T09:30:00+08:00"),
        (Span("months", 12), "2024-02-29T00:00:00+08:00", "2025-02-28T00:00:00+08:00"),
        (Span("months", 12, extra_days=10), "2026-01-10T00:00:00+08:00", "2027-01-20T00:00:00+08:00"),
        (Span("next_clock"), "2026-09-06T23:30:00+08:00", "2026-09-07T12:00:00+08:00"),
        (Span("next_clock"), "2026-09-07T11:59:59+08:00", "2026-09-07T12:00:00+08:00"),
        (Span("next_clock"), "2026-09-07T12:00:00+08:00", "2026-09-08T12:00:00+08:00"),
        (Span("window_hours", 4), "2026-09-07T10:00:00+08:00", "2026-09-07T14:00:00+08:00"),
        (Span("window_hours", 4), "2026-09-07T14:00:00+08:00", "2026-09-07T18:00:00+08:00"),
        (Span("window_hours", 4), "2026-09-07T14:01:00+08:00", "2026-09-08T09:01:00+08:00"),
        (Span("window_hours", 4), "2026-10-01T20:00:00+08:00", "2026-10-02T13:00:00+08:00"),
        (Span("window_hours", 20), "2026-09-07T17:00:00+08:00", "2026-09-10T10:00:00+08:00"),
        (Span("fixed"), "2026-09-20T23:59:59+08:00", "2026-09-20T23:59:59+08:00"),
    ],
)  # fmt: skip
def test_where_a_deadline_ends(span: Span, event: str, ends: str) -> None:
    assert due(span, event) == ends


@pytest.mark.parametrize(
    ("span", "zone", "event", "ends"),
    [
        # clocks go forward on 29 March 2026 and back on 25 October 2026 in Europe
        (Span("hours", 24), "Europe/Berlin", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00"),
        (Span("legal_days", 14), "Europe/Berlin", "2026-03-20T12:00:00+01:00", "2026-04-04T00:00:00+02:00"),
        (Span("legal_days", 14), "Europe/London", "2026-10-20T12:00:00+01:00", "2026-11-04T00:00:00+00:00"),
        (Span("platform_days", 1), "Europe/London", "2026-10-24T12:00:00+01:00", "2026-10-25T23:00:00+00:00"),
        (Span("elapsed_days", 1), "America/New_York", "2026-10-31T12:00:00-04:00", "2026-11-01T11:00:00-05:00"),
        (Span("months", 1), "America/New_York", "2026-02-10T12:00:00-05:00", "2026-03-10T12:00:00-04:00"),
        (
            Span("next_clock", clock=time(2, 30)),
            "America/New_York",
            "2026-03-07T20:00:00-05:00",
            "2026-03-08T03:30:00-04:00",
        ),
    ],
)
def test_summer_time(span: Span, zone: str, event: str, ends: str) -> None:
    assert due(span, event, zone, country_calendar("DE")) == ends


def test_the_day_is_the_shops_day_not_utc() -> None:
    late_in_china = datetime(2026, 9, 3, 16, 30, tzinfo=UTC)
    assert end_of(Span("legal_days", 7), late_in_china, CHINA, CN).last_day == date(2026, 9, 11)


@pytest.mark.parametrize("count", ["minutes", "hours", "elapsed_days", "next_clock", "window_hours", "fixed"])
def test_the_last_moment_is_in_time(count: str) -> None:
    found = end_of(Span(count, 1), datetime(2026, 9, 3, 10, tzinfo=CHINA), CHINA, CN)
    assert found.in_time(found.at)
    assert not found.in_time(found.at + timedelta(seconds=1))


@pytest.mark.parametrize("count", ["platform_days", "legal_days", "business_days"])
def test_the_closing_midnight_is_too_late(count: str) -> None:
    found = end_of(Span(count, 1), datetime(2026, 9, 3, 10, tzinfo=CHINA), CHINA, CN)
    assert not found.in_time(found.at)
    assert found.in_time(found.at - timedelta(seconds=1))


def test_a_year_without_announced_holidays_says_so() -> None:
    event = datetime(2027, 4, 30, 10, tzinfo=CHINA)
    assert end_of(Span("business_days", 2), event, CHINA, CN).not_announced == (2027,)
    assert end_of(Span("legal_days", 2), event, CHINA, CN).not_announced == ()
    assert end_of(Span("legal_days", 2, roll="holiday"), event, CHINA, CN).not_announced == (2027,)
    assert end_of(Span("business_days", 2), event.replace(year=2026), CHINA, CN).not_announced == ()


@pytest.mark.parametrize(
    "span",
    [
        Span("weeks", 1),
        Span("hours", -1),
        Span("hours", 10**6),
        Span("window_hours", 1, opens=time(18), closes=time(9)),
    ],
)
def test_nonsense_is_refused(span: Span) -> None:
    with pytest.raises(PackError) as caught:
        end_of(span, datetime(2026, 9, 3, 10, tzinfo=CHINA), CHINA, CN)
    assert caught.value.code == "deadline_invalid"


def test_a_time_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        end_of(Span("hours", 1), datetime(2026, 9, 3, 10), CHINA, CN)


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1)).map(lambda each: each.replace(tzinfo=UTC))
ZONES = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Europe/London", "Australia/Lord_Howe"])


@settings(max_examples=150, deadline=None)
@given(first=MOMENTS, later=st.timedeltas(timedelta(0), timedelta(days=40)), count=st.sampled_from(sorted(COUNTS)),
       n=st.integers(0, 60), zone=ZONES, roll=st.sampled_from(["none", "holiday", "weekend_or_holiday"]))  # fmt: skip
def test_a_later_event_never_ends_earlier(
    first: datetime, later: timedelta, count: str, n: int, zone: str, roll: str
) -> None:
    span = Span(count, n, roll=roll, anchor=15 if count == "months" else None)
    one = end_of(span, first, ZoneInfo(zone), CN)
    other = end_of(span, first + later, ZoneInfo(zone), CN)
    assert one.at.tzinfo is UTC
    # with the anchor day kept, two events of one month end on the same day, each at its own hour
    slack = timedelta(days=1) if count == "months" else timedelta(hours=1) if zone != "Asia/Shanghai" else timedelta(0)
    assert one.at <= other.at + slack
    if count not in ("fixed", "months"):
        assert one.at >= first


@settings(max_examples=60, deadline=None)
@given(event=MOMENTS, n=st.integers(0, 40))
def test_more_time_never_ends_earlier(event: datetime, n: int) -> None:
    for count in sorted(COUNTS - {"next_clock", "fixed"}):
        assert end_of(Span(count, n), event, CHINA, CN).at <= end_of(Span(count, n + 1), event, CHINA, CN).at
