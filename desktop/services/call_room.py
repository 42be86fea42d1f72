"""Room for call-backs: how much stands on each day with whom, who keeps a full day and who gives way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from zlib import crc32

from desktop.services.shop_desk import Desk
from models.call_kinds import CallBackKind
from models.kinds import Tier
from models.rules.call_days import Rank, Room, place
from models.rules.call_hours import read_hours
from models.rules.due_notes import DueCode, NextDate, read_note
from models.store import call_loads
from models.store.call_loads import DayLoads, Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_TIERS = tuple(Tier)


def with_room(
    desk: Desk, database: CaseDatabase | None, caller: int, tier: Tier, pushed: int,
    found: Callable[[Room | None], NextDate],
) -> NextDate:  # fmt: skip
    """A day with room for it. A dearer buyer, or one who was pushed before, keeps a full day: another gives way."""
    plain = found(None)
    if not desk.rules.capacity or database is None:
        return plain
    room = Room(desk.rules.capacity, DayLoads(database, caller, desk.sole), (tier_rank(tier), pushed))
    if not room.full(plain.day):
        return plain
    weakest = _weakest(database, desk, caller, plain.day)
    return found(room if weakest is None else replace(room, weakest={plain.day: _rank(weakest)}))


def load_of(database: CaseDatabase, desk: Desk, caller: int, around: date) -> dict[date, int]:
    """How many open call-backs one person has on each day, from today or an earlier day on."""
    found = call_loads.count_loads(database, min(desk.today, around), date.max, desk.sole)
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
    return min(movable, key=lambda each: (*_rank(each), lot(each.call_back.buyer_id, day)), default=None)


def lot(buyer_id: int, day: date) -> int:
    """A number that falls differently for each buyer on each day, and always the same: nobody is always the last."""
    return crc32(f"{buyer_id} {day.isoformat()}".encode())


def first_choice(standing: Standing) -> tuple[int, int, int]:
    """Who is placed first of many: the dearest, then whoever was pushed before, then by lot."""
    tier, pushed = _rank(standing)
    return -tier, -pushed, lot(standing.call_back.buyer_id, standing.call_back.due_on)


def make_room(transaction: Transaction, desk: Desk, caller: int, day: date) -> None:
    database = transaction.database
    room = Room(desk.rules.capacity, DayLoads(database, caller, desk.sole))
    weakest = _weakest(database, desk, caller, day) if room.full(day) else None
    if weakest is None:
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
