"""How a call-back gets its day: rhythm, calendar, quiet days and load of the shop, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.services.call_room import first_choice, load_of, lot, make_room, tier_rank, with_room
from desktop.services.shop_desk import Desk, Wishes, desk_of
from models.call_kinds import Channel
from models.kinds import CallOutcome
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import (
    counted_from,
    next_after_attempt,
    next_after_contact,
    next_after_skip,
    planned_from_rhythm,
)
from models.rules.call_days import CallDays, Room, place
from models.rules.call_hours import read_hours, time_within
from models.rules.call_settings import CallRules
from models.rules.due_notes import DueCode, DueNote, NextDate, days_late, read_note
from models.rules.rhythms import Rhythm, rhythm_or_none
from models.store import call_backs, call_loads
from models.store.call_loads import Missing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

__all__ = [
    "Desk", "Wishes", "add_plan", "after_skip", "desk_of", "first_choice", "first_plan", "fitted", "lateness",
    "load_of", "note_of", "plan_if_none", "plan_missing", "planned_of", "propose", "rhythm_for",
]  # fmt: skip
_ATTEMPTS: Mapping[CallOutcome, DueCode] = {
    CallOutcome.NO_ANSWER: DueCode.NO_ANSWER,
    CallOutcome.CALL_AGAIN: DueCode.CALL_AGAIN,
    CallOutcome.WRONG_NUMBER: DueCode.WRONG_NUMBER,
}


def rhythm_for(rules: CallRules, buyer: Wishes) -> Rhythm:
    """How often a buyer is called: their own rhythm, else that of their tier, else once a month."""
    return rhythm_or_none(buyer.call_rhythm) or rules.rhythms.get(buyer.tier) or Rhythm()


def propose(
    desk: Desk, buyer: Wishes, open_one: CallBack | None, outcome: CallOutcome, on: date | None = None,
    *, database: CaseDatabase | None = None,
) -> NextDate:  # fmt: skip
    """The day that follows a contact tried or made on `on` (today), with why as codes and the time of day to propose.

    Reached: one turn of the rhythm later; not interested: one turn is left out; otherwise the next free day. Full days
    are seen only with `database`.
    """
    contact = on or desk.today
    caller = desk.caller(buyer, open_one) or desk.worker
    days = desk.days_for(buyer, caller)
    kept = open_one.at_time if open_one is not None else ""
    at_time = time_within(kept, read_hours(buyer.call_hours), desk.rules.hours)
    if outcome in _ATTEMPTS:
        return replace(next_after_attempt(max(contact, desk.today), _ATTEMPTS[outcome], days), at_time=at_time)
    left_out = outcome is CallOutcome.NOT_INTERESTED
    rhythm, pushed = rhythm_for(desk.rules, buyer), read_note(open_one.reason).pushed if open_one is not None else 0
    planned = _counted(desk, buyer, open_one, contact, rhythm, days, database)

    def found(room: Room | None) -> NextDate:
        return next_after_contact(
            contact, rhythm, days, planned=planned, turns=2 if left_out else 1, today=desk.today, room=room
        )

    best = with_room(desk, database, caller, buyer.tier, pushed, found)
    if best.day <= desk.today:
        # A contact of long ago, noted only now: its next day has passed.
        best = next_after_attempt(desk.today, DueCode.LATE, days)
    if planned is None:
        best = replace(best, pushed=best.pushed + pushed)
    codes = (DueCode.NOT_INTERESTED, *best.codes) if left_out else best.codes
    return replace(best, codes=codes, at_time=at_time)


def _counted(
    desk: Desk, buyer: Wishes, open_one: CallBack | None, contact: date, rhythm: Rhythm, days: CallDays,
    database: CaseDatabase | None,
) -> NextDate | None:  # fmt: skip
    """What the next day counts from: the day that was kept, told from this one where they spoke today before."""
    planned = planned_of(open_one)
    if planned is None or planned.day <= contact or database is None or DueCode.NOT_INTERESTED in planned.codes:
        return planned
    last = call_loads.find_last_contact(database, buyer.id)
    same_day = last is not None and desk.day_of(last) == contact
    return (counted_from(contact, planned, rhythm, days) if same_day else None) or planned


def after_skip(
    desk: Desk, buyer: Wishes, skipped: CallBack, *, database: CaseDatabase | None = None
) -> NextDate:  # fmt: skip
    """The day that follows a call-back that is left out, as if it had been made on its day; never today or before."""
    caller, planned = desk.caller(buyer, skipped), planned_of(skipped)
    days, rhythm = desk.days_for(buyer, caller), rhythm_for(desk.rules, buyer)

    def found(room: Room | None) -> NextDate:
        return next_after_skip(skipped.due_on, rhythm, days, desk.today, planned=planned, room=room)

    pushed = planned.pushed if planned is not None else 0
    at_time = time_within(skipped.at_time, read_hours(buyer.call_hours), desk.rules.hours)
    return replace(with_room(desk, database, caller, buyer.tier, pushed, found), at_time=at_time)


def planned_of(open_one: CallBack | None) -> NextDate | None:
    """The day an open call-back keeps, as the rhythm gave it; None where a hand chose it."""
    if open_one is None:
        return None
    note = read_note(open_one.reason)
    if note.nominal is None:
        return None
    return NextDate(open_one.due_on, note.nominal, note.anchor, note.codes, pushed=note.pushed)


def add_plan(
    transaction: Transaction, buyer_id: int, nick: str, found: NextDate, *, at_time: str | None = None,
    person_id: int | None = None, channel: Channel = Channel.PHONE, desk: Desk | None = None,
) -> int:  # fmt: skip
    """Write the one open call-back of a buyer; returns its id. The caller has made sure there is none.

    Where it keeps a full day (`found.keeps`, and `desk` is given) one that is less dear gives way in the same
    transaction.
    """
    if found.keeps and desk is not None:
        make_room(transaction, desk, person_id or desk.sole, found.day)
    made = transaction.insert(
        "call_back", buyer_id=buyer_id, due_on=found.day, at_time=found.at_time if at_time is None else at_time,
        reason=note_of(found).written(), person_id=person_id, channel=channel,
    )  # fmt: skip
    transaction.record(
        "call_planned", entity="buyer", entity_id=buyer_id, details={"buyer": nick, "day": found.day.isoformat()}
    )
    return made


def note_of(found: NextDate) -> DueNote:
    """What is kept with a call-back that is put on a day."""
    if DueCode.BY_HAND in found.codes:
        return DueNote(found.codes, found.day)
    return DueNote(found.codes, found.day, found.nominal, found.anchor, pushed=found.pushed)


def fitted(desk: Desk, buyer: Wishes, open_one: CallBack) -> dict[str, object]:
    """Day and note where whoever calls now cannot call the buyer on the day the rhythm gave; chosen days stay, and what
    is late already."""
    note = read_note(open_one.reason)
    days = desk.days_for(buyer, desk.caller(buyer, open_one))
    if note.nominal is None or lateness(open_one, desk.today) or days.is_free(open_one.due_on):
        return {}
    # After today: the contact it counts from may have been made today.
    placed = place(max(note.nominal, desk.today + timedelta(days=1)), desk.today, days)
    moved = DueNote(placed.codes, placed.day, note.nominal, note.anchor, note.text, note.pushed)
    return {"due_on": placed.day, "reason": moved.written()}


def first_plan(database: CaseDatabase, desk: Desk, buyer: Wishes) -> NextDate:
    """The day for a buyer who has no open call-back."""
    last = call_loads.find_last_contact(database, buyer.id)
    caller = desk.caller(buyer)
    return _first(desk, buyer, last, call_loads.DayLoads(database, caller, desk.sole))


def _first(desk: Desk, buyer: Wishes, last: datetime | None, load: Mapping[date, int]) -> NextDate:
    hours = read_hours(buyer.call_hours)
    found = planned_from_rhythm(
        desk.day_of(last) if last else None, rhythm_for(desk.rules, buyer), desk.days_for(buyer, desk.caller(buyer)),
        desk.today, load, capacity=desk.rules.capacity,
    )  # fmt: skip
    return replace(found, at_time=time_within("", hours, desk.rules.hours))


def plan_if_none(transaction: Transaction, desk: Desk, buyer: Buyer) -> None:
    """Plan a call to a buyer who may be called, unless one is open."""
    if call_backs.find_due(transaction.database, buyer.id) is None:
        found = first_plan(transaction.database, desk, buyer)
        add_plan(transaction, buyer.id, buyer.nick, found, person_id=buyer.call_person_id)


def plan_missing(
    transaction: Transaction, desk_for: Callable[[int], Desk], channel_of: Callable[[int], Channel],
    most: int | None = None,
) -> tuple[int, ...]:  # fmt: skip
    """Plan a call for every VIP who agreed and has none open, for the first `most` of them; returns the buyers.

    `desk_for` is asked by shop, `channel_of` by buyer. In parts it comes to the same days as at once.

    Whoever waits longest comes first within a tier; first calls by lot. It looks only at what is missing now, so
    running twice, in two windows, or after the clock was moved adds nothing twice and moves nothing that stands.
    """
    database = transaction.database
    missing = call_loads.list_missing(database)
    if not missing:
        return ()
    desks = {shop_id: desk_for(shop_id) for shop_id in {each.shop_id for each in missing}}
    loads: dict[int, dict[date, int]] = {}
    any_desk = next(iter(desks.values()))
    first = min(desk.today for desk in desks.values())
    for (caller, day), count in call_loads.count_loads(database, first, date.max, any_desk.sole).items():
        loads.setdefault(caller, {})[day] = count
    planned = sorted(missing, key=lambda one: _turn(one, first))[:most]
    for each in planned:
        desk = desks[each.shop_id]
        load = loads.setdefault(desk.caller(each), {})
        found = _first(desk, each, each.last_contact, load)
        load[found.day] = load.get(found.day, 0) + 1
        channel = channel_of(each.id)
        add_plan(transaction, each.id, each.nick, found, person_id=each.call_person_id, channel=channel)
    return tuple(each.id for each in planned)


def _turn(missing: Missing, today: date) -> tuple[int, bool, float, int]:
    waited = missing.last_contact.timestamp() if missing.last_contact is not None else 0.0
    return -tier_rank(missing.tier), missing.last_contact is None, waited, lot(missing.id, today)


def lateness(call_back: CallBack, today: date) -> int:
    """How many days ago an open call-back was first due; 0 when it is not late."""
    return days_late(read_note(call_back.reason), call_back.due_on, today)
