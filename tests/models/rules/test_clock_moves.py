"""Clocks: what may be done with them, where pausing moves them, how urgent they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import zone
from models.kinds import ClockKind, ClockStatus, WaitingOn
from models.records import Clock
from models.rules.clock_moves import (
    ClockMove,
    Stood,
    Urgency,
    ended_as,
    extended_days,
    extended_due,
    moved_warning,
    moves,
    moves_on,
    note_of,
    note_words,
    put_off,
    renoted,
    resumed_due,
    stood_more,
    stood_still,
    urgency,
    years_not_announced,
)

NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
CHINA = zone("Asia/Shanghai")
CLOCK = Clock(
    id=1, case_id=1, rule="shipped", label_zh="答复退款", label_en="Answer", who=WaitingOn.US,
    due_at=NOW + timedelta(days=2), started_at=NOW, status=ClockStatus.RUNNING, warn_at=NOW + timedelta(days=1),
)  # fmt: skip


def test_each_state_has_its_moves() -> None:
    paused = replace(CLOCK, status=ClockStatus.PAUSED, paused_at=NOW)
    entered = replace(CLOCK, kind=ClockKind.ENTERED)
    assert moves(CLOCK) == (ClockMove.MEET, ClockMove.PAUSE, ClockMove.STOP)
    assert moves(entered) == (ClockMove.MEET, ClockMove.PAUSE, ClockMove.STOP, ClockMove.CHANGE)
    assert moves(paused) == (ClockMove.MEET, ClockMove.RESUME, ClockMove.STOP)
    for ended in (ClockStatus.MET, ClockStatus.MISSED, ClockStatus.STOPPED):
        assert moves(replace(CLOCK, status=ended)) == (ClockMove.RESTART,)


@pytest.mark.parametrize(
    ("who", "late", "expected"),
    [
        (WaitingOn.US, timedelta(0), ClockStatus.MET),
        (WaitingOn.US, timedelta(milliseconds=1), ClockStatus.MISSED),
        (WaitingOn.WAREHOUSE, timedelta(hours=1), ClockStatus.MISSED),
        (WaitingOn.BUYER, timedelta(days=3), ClockStatus.MET),
        (WaitingOn.PLATFORM, timedelta(days=3), ClockStatus.MET),
    ],
)
def test_only_the_shop_misses_a_clock(who: WaitingOn, late: timedelta, expected: ClockStatus) -> None:
    clock = replace(CLOCK, who=who)
    assert ended_as(clock, clock.due_at + late) is expected


def test_how_urgent_it_is() -> None:
    def shown(clock: Clock, after: timedelta = timedelta(0)) -> Urgency:
        return urgency(clock, NOW + after)

    assert shown(CLOCK) is Urgency.WAITING
    assert shown(replace(CLOCK, warn_at=NOW)) is Urgency.DUE
    assert shown(CLOCK, timedelta(hours=25)) is Urgency.DUE
    assert shown(CLOCK, timedelta(days=2)) is Urgency.OVERDUE
    assert shown(replace(CLOCK, who=WaitingOn.CARRIER), timedelta(days=2)) is Urgency.OVERDUE
    assert shown(replace(CLOCK, who=WaitingOn.BUYER), timedelta(days=2)) is Urgency.RAN_OUT
    assert shown(replace(CLOCK, who=WaitingOn.PLATFORM), timedelta(days=2)) is Urgency.RAN_OUT
    assert shown(replace(CLOCK, status=ClockStatus.PAUSED), timedelta(days=2)) is Urgency.PAUSED
    assert shown(replace(CLOCK, status=ClockStatus.MET)) is Urgency.ENDED


def test_standing_still_moves_what_is_counted_and_leaves_given_dates() -> None:
    assert [moves_on(CLOCK, count) for count in ("elapsed_days", "platform_days", "hours", "legal_days", "")] == [
        True, True, True, True, True,
    ]  # fmt: skip
    assert not any(moves_on(CLOCK, count) for count in ("fixed", "next_clock", "business_days"))
    assert not moves_on(replace(CLOCK, kind=ClockKind.ENTERED), "")


def test_a_paused_clock_ends_later_by_what_it_stood_still() -> None:
    paused = replace(CLOCK, status=ClockStatus.PAUSED, paused_at=NOW)
    back = NOW + timedelta(days=3, hours=5)
    assert resumed_due(paused, back, count="elapsed_days", zone=CHINA) == CLOCK.due_at + timedelta(days=3, hours=5)
    # A clock set back never shortens a time.
    assert resumed_due(paused, NOW - timedelta(hours=1), count="hours", zone=CHINA) == CLOCK.due_at


def test_the_british_right_to_reject_stands_still_during_a_repair() -> None:
    """Signed 1 March, 30 days end on 1 April 00:00; in repair 10 to 14 March, five days of waiting; summer time since."""
    london = zone("Europe/London")
    right = replace(
        CLOCK, rule="reject", who=WaitingOn.BUYER, due_at=datetime(2026, 3, 31, 23, tzinfo=UTC),
        status=ClockStatus.PAUSED, paused_at=datetime(2026, 3, 10, 9, tzinfo=UTC),
    )  # fmt: skip
    back = datetime(2026, 3, 14, 17, tzinfo=UTC)
    assert resumed_due(right, back, count="legal_days", zone=london) == datetime(2026, 4, 5, 23, tzinfo=UTC)
    duty = replace(right, who=WaitingOn.US)
    assert resumed_due(duty, back, count="legal_days", zone=london) == datetime(2026, 4, 4, 23, tzinfo=UTC)


@given(
    hours=st.integers(0, 24 * 60), who=st.sampled_from(WaitingOn), count=st.sampled_from(["hours", "legal_days", ""])
)
def test_a_longer_pause_never_ends_earlier(hours: int, who: WaitingOn, count: str) -> None:
    paused = replace(CLOCK, who=who, status=ClockStatus.PAUSED, paused_at=NOW)
    ends = [
        resumed_due(paused, NOW + timedelta(hours=each), count=count, zone=CHINA) for each in (hours, hours + 1)
    ]  # fmt: skip
    assert CLOCK.due_at <= ends[0] <= ends[1]


def test_a_warning_keeps_its_distance() -> None:
    later = CLOCK.due_at + timedelta(days=4)
    assert moved_warning(CLOCK, later) == later - timedelta(days=1)
    assert moved_warning(replace(CLOCK, warn_at=None), later) is None


def test_the_note_of_a_clock_holds_codes_and_words() -> None:
    note = note_of((2027, 2028), "买家撤回了申请", extended=10)
    assert years_not_announced(note) == (2027, 2028)
    assert extended_days(note) == 10
    assert note_words(note) == "买家撤回了申请"
    assert note_of(()) == ""
    assert (years_not_announced("calendar:soon"), extended_days("")) == ((), 0)


def test_an_extension_moves_the_platforms_clock_and_not_the_one_that_already_says_it() -> None:
    assert extended_due(replace(CLOCK, rule="auto_confirm"), 10) == CLOCK.due_at + timedelta(days=10)
    assert extended_due(replace(CLOCK, rule="trade_extended"), 10) == CLOCK.due_at


def test_what_a_clock_stood_still_is_kept_and_added_again() -> None:
    berlin = zone("Europe/Berlin")
    ends = datetime(2026, 10, 23, 22, tzinfo=UTC)
    paused = replace(CLOCK, due_at=ends, who=WaitingOn.BUYER)
    days = stood_more(paused, ends + timedelta(days=3, hours=1), count="legal_days", zone=berlin)
    twice = replace(paused, note=note_of((2027,), "修理", extended=10, stood=days))
    both = stood_more(twice, ends + timedelta(seconds=90), count="hours", zone=berlin)
    assert (days, both) == (Stood(3, 0), Stood(3, 90))
    assert put_off(ends, note_of((), stood=days), berlin) == datetime(2026, 10, 26, 23, tzinfo=UTC), "still midnight"
    assert put_off(ends, note_of((), stood=Stood(0, 90)), berlin) == ends + timedelta(seconds=90)
    kept = renoted(note_of((2027,), "修理", extended=10, stood=both), (2028,), words="停")
    assert (stood_still(kept), extended_days(kept), note_words(kept)) == (both, 10, "停")
    assert years_not_announced(kept) == (2028,)
    assert stood_still("stood:1\nstood:x,2") == Stood()
