"""When a VIP buyer is called next: counted from the last real contact, on a day of work, with its reasons as codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from models.kinds import Consent, Tier
from models.rules.call_days import NEAR_DAYS, SEARCH_DAYS, CallDays, Room, Workdays, as_call_days, place
from models.rules.call_settings import OffDayMove
from models.rules.due_notes import DueCode, DueNote, NextDate, days_late, moved_note, read_note
from models.rules.rhythms import LAST, Rhythm, RhythmUnit, plus_months, read_rhythm, turn_after
from models.rules.verdict import Allowed, Refused, Verdict

__all__ = [
    "LAST", "CallDays", "DueCode", "DueNote", "NextDate", "Rhythm", "RhythmUnit", "Room", "Workdays", "counted_from",
    "days_late", "first_workday", "least_laden", "may_call", "moved_note", "next_after_attempt", "next_after_contact",
    "next_after_skip", "planned_from_rhythm", "read_note", "read_rhythm", "turned_back",
]  # fmt: skip

_ONE_DAY: Final = timedelta(days=1)
_SEARCH_LIMIT: Final = 60
_FIRST_WINDOW_DAYS: Final = 28
_LATE_WINDOW_DAYS: Final = 7
_MOVED_AT_MOST: Final = 13
"""Less than half a month: so far days off may have moved the contact a plan was counted from."""


def may_call(tier: Tier, consent: Consent) -> Verdict:
    """Whether a call may be planned: only for VIPs who agreed to calls (implementing regulations 778/2024 art. 24)."""
    if consent is Consent.REFUSED:
        return Refused("opted_out")
    if tier is Tier.NONE:
        return Refused("not_vip")
    return Allowed() if consent is Consent.GIVEN else Refused("no_consent")


def first_workday(day: date, calendar: Workdays) -> date:
    """The day itself or the first day of work after it; the day itself where there is none for two months."""
    moved = day
    for _ in range(_SEARCH_LIMIT):
        if calendar.is_workday(moved):
            return moved
        if moved == date.max:
            break
        moved += _ONE_DAY
    return day


def next_after_contact(
    contact: date, rhythm: Rhythm, calendar: Workdays | CallDays, *, planned: NextDate | None = None,
    turns: int = 1, today: date | None = None, room: Room | None = None,
) -> NextDate:  # fmt: skip
    """The day after a real contact on `contact`; `turns` 2 leaves one turn of the rhythm out.

    `planned` is the day that was kept: when the call was made on it, the rhythm goes on from where it pointed, so that
    neither a short month nor a weekend makes the day drift. Otherwise it counts from the contact itself. A turn nearer
    to the contact than half a rhythm, as after long quiet days, is left out; nor does a day off send one so near.
    """
    days = as_call_days(calendar)
    nominal, anchor, codes = _pointed(contact, rhythm, planned, turns)
    gap = max((nominal - contact).days // 2, 0) if turns == 1 else 0
    after = max(contact + timedelta(days=gap), today or contact)
    placed = place(nominal, after, days, room=room, near=_near(rhythm))
    return _dated(placed.day, nominal, anchor, codes, placed.codes, days, planned, placed.pushed, placed.keeps)


def _pointed(
    contact: date, rhythm: Rhythm, planned: NextDate | None, turns: int
) -> tuple[date, int, tuple[DueCode, ...]]:
    if rhythm.nth:
        # The weekday nearest to a whole rhythm after the contact: it neither drifts nor follows at once.
        nominal = turn_after(contact, contact.day, rhythm, turns)
        return nominal, nominal.day, (DueCode.NTH_WEEKDAY,)
    base, anchor = contact, contact.day
    if planned is not None and planned.day == contact:
        base, anchor = planned.nominal, planned.anchor or planned.nominal.day
    length = (turn_after(base, anchor, rhythm) - base).days
    turn, near = 1, False
    while turn_after(base, anchor, rhythm, turn) < date.max:
        gap = (turn_after(base, anchor, rhythm, turn) - contact).days
        if gap > 0 and gap * 2 >= length:
            break
        near, turn = near or gap > 0, turn + 1
    nominal = turn_after(base, anchor, rhythm, turn + turns - 1)
    codes = (DueCode.TOO_NEAR,) if near else ()
    if rhythm.months and nominal.day < anchor:
        codes = (*codes, DueCode.MONTH_END)
    return nominal, anchor, codes


def counted_from(
    contact: date, planned: NextDate, rhythm: Rhythm, calendar: Workdays | CallDays
) -> NextDate | None:  # fmt: skip
    """What was kept on the day of a contact, told from the day that contact gave; None where it did not give it.

    So a second contact of the same day counts from the same turn as the first, and the anchor day stays.
    """
    if planned.nominal <= contact or rhythm.nth or DueCode.NTH_WEEKDAY in planned.codes:
        return None
    if rhythm.months:
        base = plus_months(planned.nominal, -rhythm.months, planned.anchor or planned.nominal.day)
    else:
        base = planned.nominal - timedelta(days=rhythm.days)
    after = min(base, contact) - timedelta(days=rhythm.days // 2)
    if base != contact and place(base, after, as_call_days(calendar)).day != contact:
        return None
    return NextDate(contact, base, planned.anchor, pushed=planned.pushed)


def turned_back(contact: date, planned: NextDate, rhythm: Rhythm, turns: int = 1) -> NextDate | None:
    """The kept day a plan was counted from, by its anchor; None where the rhythm by months does not lead to it.

    So planning anew keeps the anchor day, whatever days off had moved the contact, unless the rhythm is another.
    """
    if not rhythm.months or rhythm.nth or DueCode.NTH_WEEKDAY in planned.codes:
        return None
    anchor = planned.anchor or planned.nominal.day
    base = plus_months(planned.nominal, -rhythm.months * turns, anchor)
    if plus_months(base, rhythm.months * turns, anchor) != planned.nominal:
        return None
    return NextDate(contact, base, anchor) if abs((base - contact).days) <= _MOVED_AT_MOST else None


def _near(rhythm: Rhythm) -> int:
    """How many free days around a full one count as near: fewer in a quick rhythm."""
    return min(NEAR_DAYS, max(1, rhythm.days // 5))


def _dated(
    day: date, nominal: date, anchor: int, codes: tuple[DueCode, ...], moved: tuple[DueCode, ...], days: CallDays,
    planned: NextDate | None = None, pushed: bool = False, keeps: bool = False,
) -> NextDate:  # fmt: skip
    before = planned.pushed if planned is not None else 0
    return NextDate(day, nominal, anchor, (*codes, *moved, *days.unknown(day)), "", before + pushed, keeps)


def next_after_skip(
    due_on: date, rhythm: Rhythm, calendar: Workdays | CallDays, today: date, *, planned: NextDate | None = None,
    room: Room | None = None,
) -> NextDate:  # fmt: skip
    """The day after a call-back that is left out, as if it had been made on its day; always after today."""
    days, turns = as_call_days(calendar), 1
    nominal, anchor, codes = _pointed(due_on, rhythm, planned, turns)
    while nominal <= today and nominal < date.max:
        turns += 1
        nominal, anchor, codes = _pointed(due_on, rhythm, planned, turns)
    placed = place(nominal, max(today, due_on), days, room=room, near=_near(rhythm))
    return _dated(placed.day, nominal, anchor, codes, placed.codes, days, planned, placed.pushed, placed.keeps)


def next_after_attempt(on: date, code: DueCode, calendar: Workdays | CallDays) -> NextDate:
    """The next free day after a call that reached nobody, or that the buyer wants at another time; always forward."""
    days = replace(as_call_days(calendar), move=OffDayMove.FORWARD)
    nominal = on if on == date.max else on + _ONE_DAY
    placed = place(nominal, on, days)
    return _dated(placed.day, nominal, on.day, (code,), placed.codes, days)


def planned_from_rhythm(
    last_contact: date | None, rhythm: Rhythm, calendar: Workdays | CallDays, today: date, load: Mapping[date, int],
    *, capacity: int = 0,
) -> NextDate:  # fmt: skip
    """The day for a buyer without a call-back. Never before today.

    A first call, or one whose day has passed, goes to the least laden free day near by (four weeks, one week), so that
    many buyers at once do not all fall on one day, and beyond where all of these are full. A contact after today (the
    clock was set back) counts as made today.
    """
    days, code, window = as_call_days(calendar), DueCode.FIRST, _FIRST_WINDOW_DAYS
    if last_contact is not None:
        room, contact = Room(capacity, load), min(last_contact, today)
        found = next_after_contact(contact, rhythm, days, room=room)
        if found.day < today <= found.nominal:
            found = next_after_contact(contact, rhythm, days, today=today, room=room)
        if found.day >= today:
            return found
        code, window = DueCode.LATE, _LATE_WINDOW_DAYS
    day = least_laden(today, min(today, date.max - timedelta(days=window)) + timedelta(days=window), days, load,
                      capacity=capacity)  # fmt: skip
    return _dated(day, day, day.day, (code,), forced(day, days), days)


def forced(day: date, days: CallDays) -> tuple[DueCode, ...]:
    """Why a day is none, where a call-back had to stand on one because no day within months is free."""
    why = days.cause(day)
    return () if why is None else (why, DueCode.NO_FREE_DAY)


def least_laden(
    first: date, last: date, calendar: Workdays | CallDays, load: Mapping[date, int], *, capacity: int = 0
) -> date:
    """The free day between two days with the fewest call-backs, the earliest of equals.

    Where all of them are full, the first day after `last` that is not.
    """
    days, room = as_call_days(calendar), Room(capacity, load)
    end = min(last.toordinal() + SEARCH_DAYS, date.max.toordinal())
    free = [day for day in map(date.fromordinal, range(first.toordinal(), end + 1)) if days.is_free(day)]
    near = [day for day in free if day <= last and not room.full(day)]
    if near:
        return min(near, key=lambda day: (load.get(day, 0), day))
    on = next((day for day in free if not room.full(day)), None)
    return on or (free[0] if free else place(first, first - _ONE_DAY, days).day)
