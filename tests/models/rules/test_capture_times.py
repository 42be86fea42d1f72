"""What a device says of when a photo was taken: kept as a claim if it can be true, else only its words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from models.rules.capture_times import CaptureClaim, capture_claim

NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("clock", "offset", "expected"),
    [
        (None, 480, CaptureClaim()),
        (datetime(2026, 11, 18, 9, 30), None, CaptureClaim(datetime(2026, 11, 18, 1, 30, tzinfo=UTC))),
        (datetime(2026, 11, 18, 9, 30), 540, CaptureClaim(datetime(2026, 11, 18, 0, 30, tzinfo=UTC), "+09:00")),
        (datetime(2026, 11, 18, 9, 30), -210, CaptureClaim(datetime(2026, 11, 18, 13, 0, tzinfo=UTC), "-03:30")),
        # Ahead by less than a day: another continent, or a clock that runs ahead.
        (datetime(2026, 11, 21, 9, 41), None, CaptureClaim(datetime(2026, 11, 21, 1, 41, tzinfo=UTC))),
        (datetime(2026, 11, 21, 9, 43), None, CaptureClaim(refused="2026-11-21 09:43:00")),
        (datetime(1980, 1, 1), None, CaptureClaim(refused="1980-01-01 00:00:00")),
        (datetime(1, 1, 1), None, CaptureClaim(refused="0001-01-01 00:00:00")),
        (datetime(9999, 12, 31, 23, 59), -720, CaptureClaim(refused="9999-12-31 23:59:00")),
    ],
)
def test_a_claim_is_kept_if_it_can_be_true(clock: datetime | None, offset: int | None, expected: CaptureClaim) -> None:
    assert capture_claim(clock, offset, CHINA, NOW) == expected
