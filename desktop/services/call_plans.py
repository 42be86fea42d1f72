"""How a call-back gets its day: rhythm, calendar, quiet days and load of the shop, inside one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Protocol
from zlib import crc32

from desktop.services.call_rules import CallRuleService
from desktop.services.workbench import Workbench
from desktop.services.workdays import work_calendar
from desktop.settings import Settings
from models.call_kinds import CallBackKind, Channel
from models.clock import zone
from models.kinds import CallOutcome, Tier
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import (
    next_after_attempt,
    next_after_contact,
    next_after_skip,
    planned_from_rhythm,
)
from models.rules.call_days import CallDays, Rank, Room, Workdays, place
from models.rules.call_hours import read_hours, time_within
from models.rules.call_settings import CallRules, QuietDays
from models.rules.due_notes import DueCode, DueNote, NextDate, days_late, read_note
from models.rules.rhythms import Rhythm, rhythm_or_none
from models.store import call_backs, call_loads, quiet_periods, shops
from models.store.call_loads import Missing, Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

LOAD_DAYS = 160
"""How far ahead the load is looked at: as far as a free day is searched, from a day some weeks away."""
_TIERS = tuple(Tier)
_ATTEMPTS: Mapping[CallOutcome, DueCode] = {
    CallOutcome.NO_ANSWER: DueCode.NO_ANSWER,
    CallOutcome.CALL_AGAIN: DueCode.CALL_AGAIN,
    CallOutcome.WRONG_NUMBER: DueCode.WRONG_NUMBER,
}


class Wishes(Protocol):
    """What of a buyer decides about days; models.records.Buyer has it, and the rows planning reads."""

    @property
    def id(self) -> int: ...
    @property
    def tier(self) -> Tier: ...
    @property
    def call_rhythm(self) -> str: ...
    @property
    def call_hours(self) -> str: ...
    @property
    def call_person_id(self) -> int | None: ...


@dataclass(frozen=True)
class Desk:
    """The day, the calendar and the rules one shop works by at one moment.

    `quiet` are the quiet days of this shop and of all shops, `away` the vacations by person. `sole` is the one person
    of a shop where nobody else works: whoever is not named calls; 0 otherwise. `worker` is who works now.
    """

    now: datetime
    zone: tzinfo
    calendar: Workdays
    shop_id: int | None = None
    rules: CallRules = field(default_factory=CallRules)
    quiet: tuple[QuietDays, ...] = ()
    away: Mapping[int, tuple[QuietDays, ...]] = field(default_factory=dict)
    sole: int = 0
    worker: int = 0
    _days: dict[tuple[int, tuple[int, ...]], CallDays] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def today(self) -> date:
        """The shop's day."""
        return self.now.astimezone(self.zone).date()

    def day_of(self, moment: datetime) -> date:
        """The shop's day of a moment."""
        return moment.astimezone(self.zone).date()

    @property
    def days(self) -> CallDays:
        """The days of the shop, whoever calls whomever."""
        return self.days_of(0, ())

    def days_of(self, caller: int, weekdays: tuple[int, ...]) -> CallDays:
        """The days on which a person calls a buyer who may be called on some weekdays (empty: all)."""
        key = (caller, weekdays)
        if key not in self._days:
            self._days[key] = CallDays(
                self.calendar, self.quiet, self.away.get(caller, ()), self.rules.hours.weekdays, weekdays,
                self.rules.move,
            )  # fmt: skip
        return self._days[key]

    def days_for(self, buyer: Wishes, caller: int) -> CallDays:
        """The days on which a person calls a buyer."""
        hours = read_hours(buyer.call_hours)
        return self.days_of(caller, hours.weekdays if hours is not None else ())

    def caller(self, buyer: Wishes, open_one: CallBack | None = None) -> int:
        """Who calls a buyer: the person of the call-back, the buyer's, or the only one there is; 0 for nobody."""
        return (open_one.person_id if open_one is not None else None) or buyer.call_person_id or self.sole


def desk_of(bench: Workbench, settings: Settings, shop_id: int | None = None, rules: CallRules | None = None) -> Desk:
    """The desk of a shop, of the first one where none is named; that of the program's zone before there is any."""
    database = bench.store.database
    listed = shops.list_shops(database)
    shop = next((each for each in listed if each.id == shop_id), listed[0] if listed else None)
    name, country = (shop.time_zone, shop.country) if shop is not None else (bench.time_zone, "CN")
    chosen = rules if rules is not None else CallRuleService(bench, settings).read()
    here = shop.id if shop is not None else None
    periods = quiet_periods.list_quiet(database)
    people = shops.list_people(database)
    away: dict[int, tuple[QuietDays, ...]] = {}
    for each in periods:
        if each.person_id is not None:
            away[each.person_id] = (*away.get(each.person_id, ()), each)
    return Desk(
        bench.clock.now(), zone(name), work_calendar(country or "CN"), here, chosen,
        tuple(each for each in periods if each.person_id is None and each.shop_id in (None, here)), away,
        people[0].id if len(people) == 1 else 0, bench.person.id,
    )  # fmt: skip


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
    planned, rhythm = planned_of(open_one), rhythm_for(desk.rules, buyer)
    pushed = planned.pushed if planned is not None else 0

    def found(room: Room | None) -> NextDate:
        return next_after_contact(
            contact, rhythm, days, planned=planned, turns=2 if left_out else 1, today=desk.today, room=room
        )

    best = _with_room(desk, database, caller, buyer.tier, pushed, found)
    codes = (DueCode.NOT_INTERESTED, *best.codes) if left_out else best.codes
    return replace(best, codes=codes, at_time=at_time)


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
    return replace(_with_room(desk, database, caller, buyer.tier, pushed, found), at_time=at_time)


def planned_of(open_one: CallBack | None) -> NextDate | None:
    """The day an open call-back keeps, as the rhythm gave it; None where a hand chose it."""
    if open_one is None:
        return None
    note = read_note(open_one.reason)
    if note.nominal is None:
        return None
    return NextDate(open_one.due_on, note.nominal, note.anchor, note.codes, pushed=note.pushed)


def _with_room(
    desk: Desk, database: CaseDatabase | None, caller: int, tier: Tier, pushed: int,
    found: Callable[[Room | None], NextDate],
) -> NextDate:  # fmt: skip
    """A day with room for it. A dearer buyer, or one who was pushed before, keeps a full day: another gives way."""
    plain = found(None)
    if not desk.rules.capacity or database is None:
        return plain
    load = load_of(database, desk, caller, plain.day)
    room = Room(desk.rules.capacity, load, (tier_rank(tier), pushed))
    if not room.full(plain.day):
        return plain
    weakest = _weakest(database, desk, caller, plain.day)
    return found(room if weakest is None else replace(room, weakest={plain.day: _rank(weakest)}))


def load_of(database: CaseDatabase, desk: Desk, caller: int, around: date) -> dict[date, int]:
    """How many open call-backs one person has on each day from today to months after a day."""
    last = date.fromordinal(min(around.toordinal() + LOAD_DAYS, date.max.toordinal()))
    found = call_loads.count_loads(database, min(desk.today, around), last, desk.sole)
    return {day: count for (who, day), count in found.items() if who == caller}


def tier_rank(tier: Tier) -> int:
    """How dear a tier is, 0 for none."""
    return _TIERS.index(tier)


def _rank(standing: Standing) -> Rank:
    return tier_rank(standing.tier), read_note(standing.call_back.reason).pushed


def _weakest(database: CaseDatabase, desk: Desk, caller: int, day: date) -> Standing | None:
    """The one on a day to come that gives way first: of those the rhythm put there, the least dear, never twice."""
    if day <= desk.today:
        return None
    movable = [
        each for each in call_loads.list_standing(database, day, day, desk.sole)
        if each.caller == caller and each.call_back.kind is CallBackKind.RHYTHM
        and read_note(each.call_back.reason).nominal is not None
    ]  # fmt: skip
    return min(movable, key=lambda each: (*_rank(each), _lot(each.call_back.buyer_id, day)), default=None)


def _lot(buyer_id: int, day: date) -> int:
    """A number that falls differently for each buyer on each day, and always the same: nobody is always the last."""
    return crc32(f"{buyer_id} {day.isoformat()}".encode())


def add_plan(
    transaction: Transaction, buyer_id: int, nick: str, found: NextDate, *, at_time: str | None = None,
    person_id: int | None = None, channel: Channel = Channel.PHONE, desk: Desk | None = None,
) -> int:  # fmt: skip
    """Write the one open call-back of a buyer; returns its id. The caller has made sure there is none.

    Where it keeps a full day (`found.keeps`, and `desk` is given) one that is less dear gives way in the same
    transaction.
    """
    if found.keeps and desk is not None:
        _make_room(transaction, desk, person_id or desk.sole, found.day)
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


def first_choice(standing: Standing) -> tuple[int, int, int]:
    """Who is placed first of many: the dearest, then whoever was pushed before, then by lot."""
    tier, pushed = _rank(standing)
    return -tier, -pushed, _lot(standing.call_back.buyer_id, standing.call_back.due_on)


def _make_room(transaction: Transaction, desk: Desk, caller: int, day: date) -> None:
    database = transaction.database
    load = load_of(database, desk, caller, day)
    weakest = _weakest(database, desk, caller, day)
    room = Room(desk.rules.capacity, load)
    if weakest is None or not room.full(day):
        return
    hours = read_hours(weakest.call_hours)
    days = desk.days_of(caller, hours.weekdays if hours is not None else ())
    note = read_note(weakest.call_back.reason)
    placed = place(day, desk.today, days, room=room)
    if placed.day == day:
        return
    kept = tuple(each for each in note.codes if each is not DueCode.FULL)
    note = replace(note, codes=(*kept, DueCode.FULL), since=placed.day, pushed=note.pushed + 1)
    transaction.update("call_back", weakest.call_back.id, due_on=placed.day, reason=note.written())
    details = {"buyer": weakest.nick, "day": placed.day.isoformat()}
    transaction.record("call_gave_way", entity="buyer", entity_id=weakest.call_back.buyer_id, details=details)


def first_plan(database: CaseDatabase, desk: Desk, buyer: Wishes) -> NextDate:
    """The day for a buyer who has no open call-back."""
    last = call_loads.find_last_contact(database, buyer.id)
    caller = desk.caller(buyer)
    return _first(desk, buyer, last, load_of(database, desk, caller, desk.today))


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


def plan_missing(transaction: Transaction, desk_for: Callable[[int], Desk]) -> tuple[int, ...]:
    """Plan a call for every VIP who agreed and has none open; returns the buyers. `desk_for` is asked by shop.

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
    last = date.fromordinal(min(first.toordinal() + LOAD_DAYS, date.max.toordinal()))
    for (caller, day), count in call_loads.count_loads(database, first, last, any_desk.sole).items():
        loads.setdefault(caller, {})[day] = count
    for each in sorted(missing, key=lambda one: _turn(one, first)):
        desk = desks[each.shop_id]
        load = loads.setdefault(desk.caller(each), {})
        found = _first(desk, each, each.last_contact, load)
        load[found.day] = load.get(found.day, 0) + 1
        add_plan(transaction, each.id, each.nick, found, person_id=each.call_person_id)
    return tuple(each.id for each in missing)


def _turn(missing: Missing, today: date) -> tuple[int, bool, float, int]:
    waited = missing.last_contact.timestamp() if missing.last_contact is not None else 0.0
    return -tier_rank(missing.tier), missing.last_contact is None, waited, _lot(missing.id, today)


def lateness(call_back: CallBack, today: date) -> int:
    """How many days ago an open call-back was first due; 0 when it is not late."""
    return days_late(read_note(call_back.reason), call_back.due_on, today)
