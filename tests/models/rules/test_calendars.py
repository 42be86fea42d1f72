"""Working days of China 2025 to 2027, other countries, and calendar files that do not hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from models.rules.calendars import country_calendar, load_calendar
from models.rules.expressions import PackError
from tests.models.rules.test_deadlines import CN


@pytest.mark.parametrize(
    ("day", "works", "holiday"),
    [
        (date(2025, 1, 26), True, False),  # a Sunday worked before Spring Festival
        (date(2025, 1, 28), False, True),
        (date(2025, 2, 1), False, True),  # a Saturday inside the holiday
        (date(2025, 2, 8), True, False),
        (date(2025, 10, 8), False, True),
        (date(2025, 10, 9), True, False),
        (date(2025, 10, 11), True, False),
        (date(2026, 1, 4), True, False),
        (date(2026, 2, 16), False, True),
        (date(2026, 5, 3), False, True),  # a Sunday inside Labour Day
        (date(2026, 9, 20), True, False),
        (date(2026, 9, 26), False, True),  # the weekend of Mid-Autumn
        (date(2026, 10, 4), False, True),
        (date(2026, 10, 8), True, False),
        (date(2026, 10, 10), True, False),
        (date(2026, 11, 21), False, False),  # an ordinary Saturday
        (date(2027, 10, 1), False, True),
        (date(2027, 11, 20), False, False),
    ],
)
def test_days_of_china(day: date, works: bool, holiday: bool) -> None:
    assert CN.is_workday(day) is works
    assert CN.is_holiday(day) is holiday


def test_announced_years() -> None:
    assert CN.not_announced(date(2025, 12, 1), date(2027, 1, 2)) == (2027,)
    assert country_calendar("DE").not_announced(date(2026, 1, 1), date(2028, 1, 1)) == ()


def test_other_countries_keep_their_own_holidays() -> None:
    assert not country_calendar("DE").is_workday(date(2026, 10, 3))
    for day in (date(2026, 12, 25), date(2026, 4, 6), date(2026, 8, 31)):
        assert not country_calendar("GB").is_workday(day), "Christmas, Easter Monday, the bank holiday of August"
    assert country_calendar("DE").is_workday(date(2026, 10, 1))
    assert not country_calendar("XX").year(2026).announced


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"id": "x", "country": "CN", "years": {"2026": {"holidays": ["2026-13-01"], "make_up_workdays": []}}},
        {"id": "x", "country": "CN", "years": {"2026": {"holidays": ["2025-01-01"], "make_up_workdays": []}}},
        {
            "id": "x",
            "country": "CN",
            "years": {"2026": {"holidays": ["2026-01-04"], "make_up_workdays": ["2026-01-04"]}},
        },
        {"id": "x", "country": "CN", "years": {"soon": {"holidays": [], "make_up_workdays": []}}},
        {"id": "x", "country": "CN", "years": []},
    ],
)
def test_broken_calendar_files_are_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(PackError) as caught:
        load_calendar(raw)
    assert caught.value.code == "calendar_invalid"
