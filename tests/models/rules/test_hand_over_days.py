"""Which morning clears what a shift leaves: S38, the small hours, clock changes, days that a zone left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from models.rules.hand_over_days import HandOverDue, due_on, following, morning_of, read_due_by

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("left", "due"),
    [
        ("2026-09-06T23:30", "2026-09-07T12:00"),  # S38
        ("2026-09-07T00:10", "2026-09-07T12:00"),
        ("2026-09-07T11:59", "2026-09-07T12:00"),
        ("2026-09-07T12:00", "2026-09-08T12:00"),
        ("2026-09-07T17:45", "2026-09-08T12:00"),
        ("2026-12-31T23:59", "2027-01-01T12:00"),
        ("2028-02-28T22:00", "2028-02-29T12:00"),
    ],
)
def test_what_the_night_leaves_is_due_at_noon_of_its_morning(left: str, due: str) -> None:
    found = morning_of(datetime.fromisoformat(left).replace(tzinfo=SHANGHAI), SHANGHAI)
    wanted = datetime.fromisoformat(due).replace(tzinfo=SHANGHAI)
    assert found == HandOverDue(wanted.date(), wanted.astimezone(UTC))


def test_the_zone_of_the_desk_decides_which_day_it_is() -> None:
    left = datetime(2026, 9, 6, 16, 30, tzinfo=UTC)
    assert morning_of(left, SHANGHAI).morning == date(2026, 9, 7)
    assert morning_of(left, ZoneInfo("America/New_York")).morning == date(2026, 9, 7)
    assert morning_of(left, ZoneInfo("Pacific/Honolulu")).morning == date(2026, 9, 6)


def test_clock_changes_move_no_morning() -> None:
    # The night of 29 March 2026 has an hour less, that of 25 October one more.
    spring = morning_of(datetime(2026, 3, 28, 23, 30, tzinfo=BERLIN), BERLIN)
    assert spring == HandOverDue(date(2026, 3, 29), datetime(2026, 3, 29, 10, tzinfo=UTC))
    autumn = morning_of(datetime(2026, 10, 24, 23, 30, tzinfo=BERLIN), BERLIN)
    assert autumn == HandOverDue(date(2026, 10, 25), datetime(2026, 10, 25, 11, tzinfo=UTC))
    # 02:30 does not exist on the first, and comes twice on the second: behind the gap, and the first of both.
    assert due_on(date(2026, 3, 29), BERLIN, time(2, 30)).due_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert due_on(date(2026, 10, 25), BERLIN, time(2, 30)).due_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = datetime(2026, 10, 25, 2, 40, tzinfo=BERLIN, fold=1)
    assert morning_of(second, BERLIN, time(2, 30)).morning == date(2026, 10, 26)


def test_a_day_the_zone_left_out_is_the_day_after() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert due_on(date(2011, 12, 30), apia).morning == date(2011, 12, 31)
    assert morning_of(datetime(2011, 12, 29, 20, tzinfo=apia), apia).morning == date(2011, 12, 31)


@pytest.mark.parametrize(
    ("morning", "now", "to"),
    [
        ("2026-09-07", "2026-09-07T09:00", "2026-09-08"),
        ("2026-09-07", "2026-09-06T23:30", "2026-09-08"),
        ("2026-09-04", "2026-09-07T09:00", "2026-09-08"),
        ("2026-09-06", "2026-09-07T01:00", "2026-09-07"),
        ("2026-09-07", "2026-09-07T01:00", "2026-09-08"),
        ("2026-09-06", "2026-09-07T06:00", "2026-09-08"),
    ],
)
def test_passed_on_means_the_next_morning_that_has_not_begun(morning: str, now: str, to: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    assert following(date.fromisoformat(morning), moment, SHANGHAI).morning == date.fromisoformat(to)


@pytest.mark.parametrize("moment", [datetime(2026, 3, 28 + day, hour, 15, tzinfo=UTC) for day in (0, 1) for hour in range(24)])
def test_it_is_always_due_in_the_future_and_within_a_day(moment: datetime) -> None:
    for where in (SHANGHAI, BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")):
        for hour in (time(0), time(2, 30), time(12), time(23, 59)):
            found = morning_of(moment, where, hour)
            assert 0 < (found.due_at - moment).total_seconds() <= 25 * 3600
            assert found.due_at.astimezone(where).date() == found.morning


@pytest.mark.parametrize(
    ("text", "found"),
    [("12:00", time(12)), (" 9:30 ", time(9, 30)), ("23：59", time(23, 59)), ("24:00", None), ("12", None),
     ("12:5", None), ("１２:00", None), ("12:00:00", None), ("-1:30", None), (None, None), (12, None)],
)  # fmt: skip
def test_due_hours_are_read_as_typed(text: object, found: time | None) -> None:
    assert read_due_by(text) == found
