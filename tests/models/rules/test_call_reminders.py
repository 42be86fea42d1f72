"""Reminders: once each, nothing in quiet hours, nothing lost by a closed program or a moved clock, never a flood."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.errors import UserError
from models.rules.call_reminders import (
    Appointment,
    DaySum,
    ReminderChoices,
    Said,
    Telling,
    checked,
    quiet,
    read_choices,
    read_said,
    telling,
)

HERE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 20)
BUSY = DaySum(today=3, late=2, yellow=1, red=1, promises=1)


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}:00").replace(tzinfo=HERE).astimezone(UTC)


def meeting(number: int, clock: str, day: date = DAY) -> Appointment:
    return Appointment(number, day, clock, at(clock, day))


def tell(
    now: datetime, said: Said, *appointments: Appointment, choices: ReminderChoices | None = None, off: bool = False,
    day: DaySum = BUSY,
) -> Telling:  # fmt: skip
    return telling(choices or ReminderChoices(), now, HERE, day, off=off, appointments=appointments, said=said)


def test_the_day_is_said_once_at_its_time() -> None:
    assert tell(at("08:59"), Said()).day is None
    first = tell(at("09:00"), Said())
    assert first.day == BUSY
    assert not tell(at("09:01"), first.said).any
    assert tell(at("09:30", DAY + timedelta(days=1)), first.said).day == BUSY


def test_an_empty_morning_and_a_day_off_say_nothing() -> None:
    empty = tell(at("09:00"), Said(), day=DaySum())
    assert empty.day is None
    assert tell(at("10:00"), empty.said).day is None
    assert tell(at("09:00"), Said(), off=True).day is None
    assert tell(at("09:00"), Said(), off=True, choices=ReminderChoices(days_off=True)).day == BUSY


def test_an_appointment_is_said_before_it_and_anew_when_it_is_moved_nearer() -> None:
    far = meeting(7, "16:00")
    said = tell(at("09:00"), Said(), far).said
    assert tell(at("15:50"), said, far).near == (far,)
    nearer = meeting(7, "14:00")
    told = tell(at("13:50"), said, nearer)
    assert told.near == (nearer,)
    assert not tell(at("13:55"), told.said, nearer).any
    assert tell(at("15:50"), told.said, far).near == (far,)


def test_what_fell_in_quiet_hours_is_said_once_after_them() -> None:
    choices = ReminderChoices(day_at="09:00", quiet_from="08:30", quiet_until="11:00")
    early = meeting(1, "10:00")
    silent = tell(at("10:00"), Said(), early, choices=choices)
    assert not silent.any
    after = tell(at("11:00"), silent.said, early, choices=choices)
    assert after.day == BUSY
    assert after.passed == (early,)
    assert not tell(at("11:01"), after.said, early, choices=choices).any
    night = ReminderChoices(quiet_from="21:00", quiet_until="08:00")
    assert [quiet(night, at(clock).astimezone(HERE)) for clock in ("20:59", "21:00", "03:00", "08:00")] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day_at", "first", "last", "told"),
    [("22:00", "21:00", "08:00", "08:00"), ("09:00", "08:00", "00:30", "00:30"), ("07:00", "21:00", "08:00", "08:00"),
     ("09:00", "21:00", "08:00", "09:00"), ("09:00", "08:30", "11:00", "11:00")],
)  # fmt: skip
def test_a_start_of_the_day_in_quiet_hours_is_told_once_a_day_at_their_end(
    day_at: str, first: str, last: str, told: str
) -> None:
    choices = ReminderChoices(day_at=day_at, quiet_from=first, quiet_until=last)
    now, said, heard = at("00:00"), Said(), []
    while now < at("00:00", DAY + timedelta(days=3)):
        found = tell(now, said, choices=choices)
        said = found.said
        heard += [f"{now.astimezone(HERE):%d %H:%M}"] if found.day else []
        now += timedelta(minutes=15)
    assert heard == [f"{DAY.day + each} {told}" for each in range(3)]


def test_thousands_that_passed_are_told_once() -> None:
    past = [meeting(each, "10:00", DAY - timedelta(days=1)) for each in range(5_400)]
    told = tell(at("09:05"), Said(), *past)
    assert len(told.passed) == 5_400
    again = tell(at("09:06"), read_said(told.said.stored()), *past)
    assert not again.any
    # Those that are done are remembered only so far.
    assert len(tell(at("09:07"), again.said, *past[:10]).said.keys) == 5_010


def test_after_weeks_away_there_is_one_sum_and_nothing_is_dropped() -> None:
    past = [meeting(each, "10:00", DAY - timedelta(days=each)) for each in range(1, 300)]
    told = tell(at("09:05"), Said(), *past)
    assert len(told.passed) == 299
    assert told.near == ()
    assert not tell(at("09:06"), told.said, *past).any


def test_what_a_wrong_clock_said_is_said_again_at_the_right_time() -> None:
    coming = meeting(1, "15:00")
    wrong = tell(at("12:00", DAY + timedelta(days=30)), Said(), coming)
    assert wrong.passed == (coming,)
    right = tell(at("09:00"), wrong.said, coming)
    assert right.day == BUSY
    assert right.near == ()
    assert tell(at("14:50"), right.said, coming).near == (coming,)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_each_appointment_is_said_and_no_look_says_much(seed: int) -> None:
    chance = random.Random(seed)
    choices = ReminderChoices(
        before=chance.choice((0, 10, 60)), quiet_from=chance.choice(("", "12:00", "21:00")), quiet_until="14:00",
        day_at=chance.choice(("07:30", "09:00")),
    )  # fmt: skip
    meetings = [
        meeting(each, f"{chance.randrange(8, 20):02}:{chance.randrange(60):02}", DAY + timedelta(chance.randrange(20)))
        for each in range(60)
    ]
    now, said, told, looks = at("07:00"), Said(), set(), 0
    while now < at("23:59", DAY + timedelta(days=22)):
        found = tell(now, read_said(said.stored()), *meetings, choices=choices)
        said, looks = found.said, looks + 1
        if quiet(choices, now.astimezone(HERE)):
            assert not found.any
        told |= {each.key for each in (*found.near, *found.passed)}
        # Away for days, half an hour, and now and then the clock goes back.
        now += timedelta(minutes=chance.choice((1, 10, 30, 30, 60, 60 * 50, -90)))
    found = tell(at("15:00", DAY + timedelta(days=23)), said, *meetings, choices=choices)
    told |= {each.key for each in (*found.near, *found.passed)}
    assert told == {each.key for each in meetings}


def test_choices_are_read_as_far_as_they_hold() -> None:
    kept = ReminderChoices(day_at="08:15", before=None, quiet_from="21:00", quiet_until="08:00", names=True)
    assert read_choices(kept.stored()) == kept
    broken = {**kept.stored(), "day_at": "25:99", "before": "x", "names": 1, "more": {}}
    assert read_choices(broken) == ReminderChoices(quiet_from="21:00", quiet_until="08:00")
    assert read_choices([1]) == ReminderChoices()
    assert read_said({"days": 3, "keys": {"1": 10**30, "2": True, "3": 5}}).keys.keys() == {"3"}
    for wrong in (ReminderChoices(day_at="9"), ReminderChoices(before=-1), ReminderChoices(quiet_from="１0:00")):
        with pytest.raises(UserError):
            checked(wrong)
