"""Times, countdowns, amounts and numbers are written as in the pictures, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.money import Money
from ui import format as shown_as
from ui.window_times import backup_text, saved_text

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 20, 9, 42, tzinfo=CHINA)


def at(month: int, day: int, hour: int, minute: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=CHINA).astimezone(UTC)


@pytest.mark.parametrize(
    ("minutes", "zh", "en", "state"),
    [
        (-(26 * 60 + 10), "逾期 1 天 2 时", "1 d 2 h over", "overdue"),
        (-(5 * 60 + 14), "逾期 5 时 14 分", "5 h 14 m over", "overdue"),
        (-22, "逾期 22 分", "22 m over", "overdue"),
        (38, "剩 38 分", "38 m left", "due"),
        (9 * 60 + 5, "剩 9 时 05 分", "9 h 05 m left", "due"),
        (6 * 60, "剩 6 时", "6 h left", "due"),
        (23 * 60 + 59, "剩 23 时 59 分", "23 h 59 m left", "due"),
        (27 * 60, "剩 1 天 3 时", "1 d 3 h left", "waiting"),
        (71 * 60, "剩 2 天 23 时", "2 d 23 h left", "waiting"),
        (4 * 24 * 60 + 300, "剩 4 天", "4 d left", "waiting"),
    ],
)
def test_countdowns(minutes: int, zh: str, en: str, state: str) -> None:
    due = NOW + timedelta(minutes=minutes)
    assert shown_as.countdown(due, NOW, "zh") == shown_as.Countdown(zh, state)
    assert shown_as.countdown(due, NOW, "en") == shown_as.Countdown(en, state)


def test_the_moment_itself_is_overdue_and_a_second_is_a_minute() -> None:
    assert shown_as.countdown(NOW, NOW, "zh").state == "overdue"
    assert shown_as.countdown(NOW + timedelta(seconds=5), NOW, "zh").text == "剩 1 分"


@given(st.integers(-(10**8), 10**8), st.sampled_from(["zh", "en"]))
def test_a_countdown_never_says_nothing_or_zero(seconds: int, lang: str) -> None:
    said = shown_as.countdown(NOW + timedelta(seconds=seconds), NOW, lang)
    assert said.state == ("overdue" if seconds <= 0 else "due" if seconds < 86400 else "waiting")
    numbers = [int(word) for word in said.text.split() if word.isdigit()]
    assert numbers
    assert numbers[0] > 0


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (at(11, 20, 9, 31), "09:31", "09:31"),
        (at(11, 19, 18, 2), "昨 18:02", "Y 18:02"),
        (at(11, 18, 23, 59), "11-18", "18 Nov"),
        (at(12, 5, 12, 0), "12-05", "5 Dec"),
        (at(3, 2, 8, 0, 2025), "2025-03-02", "2 Mar 2025"),
        (None, "—", "—"),
    ],
)
def test_moments(value: datetime | None, zh: str, en: str) -> None:
    assert shown_as.moment(value, NOW, "zh", CHINA) == zh
    assert shown_as.moment(value, NOW, "en", CHINA) == en


def test_days_are_those_of_the_shop_not_of_utc() -> None:
    just_after_midnight = at(11, 20, 0, 5)
    assert just_after_midnight.day == 19
    assert shown_as.moment(just_after_midnight, NOW, "zh", CHINA) == "00:05"


def test_near_days_have_names() -> None:
    assert shown_as.day_and_time(at(11, 20, 16, 0), NOW, "zh", CHINA) == "今天 16:00"
    assert shown_as.day_and_time(at(11, 21, 12, 0), NOW, "en", CHINA) == "Tomorrow 12:00"
    assert shown_as.day_and_time(at(11, 18, 14, 6), NOW, "en", CHINA) == "18 Nov 14:06"
    assert shown_as.day_title(NOW.date(), "zh") == "11 月 20 日 星期五"
    assert shown_as.day_title(NOW.date(), "en") == "Friday 20 November"
    assert shown_as.month_title(NOW.date(), "zh") == "2026 年 11 月"
    assert shown_as.full_moment(at(11, 18, 14, 6), CHINA) == "2026-11-18 14:06:00"


def test_amounts() -> None:
    assert shown_as.money_cell(Money(16800)) == "168.00"
    assert shown_as.money(Money(2146350)) == "¥ 21,463.50"
    assert shown_as.money(Money(-3120)) == "−¥ 31.20"
    assert shown_as.money_cell(Money(1200, "JPY")) == "1,200"
    assert shown_as.money(None) == "—"
    assert shown_as.percent(Decimal("0.824")) == "82%"
    assert shown_as.percent(Decimal("0.8"), lang="en") == "80 %"


def test_long_numbers_keep_their_tail() -> None:
    assert shown_as.elide_front("2611120000387") == "…0 0387"
    assert shown_as.elide_front("12345") == "12345"
    assert shown_as.elide_middle("YQ0000044719026") == "YQ…4471 9026"
    assert shown_as.elide_middle("SF123") == "SF123"
    assert shown_as.grouped("261112000387") == "2611 1200 0387"


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (2_243_952, "2.14 MB"), (50_960_794, "48.6 MB"), (1024 * 1023, "1.00 MB")],
)
def test_sizes(count: int, text: str) -> None:
    assert shown_as.size(count) == text


def test_badges_and_lengths_stay_short() -> None:
    assert [shown_as.badge(n) for n in (4, 999, 1000)] == ["4", "999", "999+"]
    assert [shown_as.seconds(s) for s in (72, 3723.9)] == ["01:12", "1:02:03"]


def test_times_of_the_status_bar(speak: Callable[[str], None]) -> None:
    saved, backed_up = at(11, 20, 9, 40), at(11, 20, 8, 0)
    assert saved_text(saved, CHINA) == "已存于本机 09:40"
    assert saved_text(None, CHINA) == ""
    assert backup_text(backed_up, NOW, CHINA) == ("备份 今天 08:00", False)
    assert backup_text(None, NOW, CHINA) == ("", False)
    speak("en")
    assert backup_text(at(11, 12, 8, 0), NOW, CHINA) == ("Backed up 12 Nov 08:00", True)
    assert backup_text(backed_up, NOW, CHINA) == ("Backed up today 08:00", False)
