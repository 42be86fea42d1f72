"""What is planned gets the day that the rules of now would give it: counted first, then moved as one action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.services.call_following import CallFollowing
from desktop.services.call_room import lot, tier_rank
from desktop.services.shop_desk import Desk
from models.call_kinds import CallBackKind, Channel
from models.rules.call_back_rhythm import forced, least_laden, next_after_contact, turned_back
from models.rules.call_days import CallDays, Room, place
from models.rules.call_hours import read_hours
from models.rules.due_notes import DueCode, DueNote, NextDate, read_note
from models.rules.rhythms import Rhythm, rhythm_or_none
from models.store import call_loads, shops
from models.store.call_loads import Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_DAY = timedelta(days=1)
_LATE_WINDOW = timedelta(days=7)
_STARTED = frozenset({DueCode.FIRST, DueCode.LATE})


@dataclass(frozen=True, slots=True)
class ReplanEffect:
    """What planning anew would do: how many go to another day, and how many stay as somebody chose their day."""

    moving: int = 0
    staying: int = 0


@dataclass(frozen=True, slots=True)
class _Move:
    standing: Standing
    day: date
    note: DueNote


class CallReplanning(CallFollowing):
    """Planning anew after the rhythm of a tier, days, capacity or quiet days changed, or the clock had been wrong.

    What is due today or late stays, as does every day that somebody set by hand, that the buyer asked for, or that
    followed a call nobody answered; promises and calls after a case keep theirs.
    """

    def preview_replan(self) -> ReplanEffect:
        """What `replan` would do now; nothing is written."""
        moves, staying = self._replanned(self.bench.store.database)
        return ReplanEffect(len(moves), staying)

    def replan(self) -> int:
        """Put every regular call-back to come on the day the rules of now give; returns how many went to another."""
        values: dict[str, object] = {"count": 0}

        def work(transaction: Transaction) -> int:
            moves, _ = self._replanned(transaction.database)
            values["count"] = len(moves)
            for each in moves:
                was = each.standing.call_back
                transaction.update("call_back", was.id, due_on=each.day, reason=each.note.written())
                transaction.record(
                    "call_replanned", entity="buyer", entity_id=was.buyer_id,
                    details={"buyer": each.standing.nick, "day": each.day.isoformat(), "was": was.due_on.isoformat()},
                )  # fmt: skip
            return len(moves)

        return self.bench.act("calls_replanned", work, values=values)

    def _replanned(self, database: CaseDatabase) -> tuple[list[_Move], int]:
        desks = {shop.id: self.desk(shop.id) for shop in shops.list_shops(database)}
        standing = [
            each for shop_id, desk in desks.items()
            for each in call_loads.list_standing(database, desk.today + _DAY, date.max, desk.sole, shop_id=shop_id)
        ]  # fmt: skip
        regular = [each for each in standing if each.call_back.kind is CallBackKind.RHYTHM]
        open_to_it = [each for each in regular if read_note(each.call_back.reason).nominal is not None]
        mine = {each.call_back.id for each in open_to_it}
        # Whoever stays has their place already; the dearest choose first of what is left.
        loads: dict[int, dict[date, int]] = {}
        for each in standing:
            if each.call_back.id not in mine:
                _count(loads, each.caller, each.call_back.due_on)
        last = call_loads.last_contacts(database)
        moves = []
        for each in sorted(open_to_it, key=lambda one: _turn(one, desks[one.shop_id].today)):
            load = loads.setdefault(each.caller, {})
            found = _anew(desks[each.shop_id], each, last.get(each.call_back.buyer_id), load)
            day = found.day if found is not None else each.call_back.due_on
            _count(loads, each.caller, day)
            if found is not None and day != each.call_back.due_on:
                moves.append(found)
        return moves, len(regular) - len(open_to_it)


def _turn(each: Standing, today: date) -> tuple[int, int, int]:
    return -tier_rank(each.tier), -read_note(each.call_back.reason).pushed, lot(each.call_back.buyer_id, today)


def _count(loads: dict[int, dict[date, int]], caller: int, day: date) -> None:
    load = loads.setdefault(caller, {})
    load[day] = load.get(day, 0) + 1


def _anew(desk: Desk, each: Standing, last: datetime | None, load: Mapping[date, int]) -> _Move | None:
    """Where a call-back goes by the rules of now; None where it stands rightly."""
    hours, note, was = read_hours(each.call_hours), read_note(each.call_back.reason), each.call_back
    days = desk.days_of(each.caller, hours.weekdays if hours is not None else ())
    room = Room(desk.rules.capacity, load)
    if last is None or each.call_back.channel is Channel.NOTE:
        return _kept_or_placed(desk, each, note, days, room)
    rhythm = rhythm_or_none(each.call_rhythm) or desk.rules.rhythms.get(each.tier) or Rhythm()
    # A contact after now was noted while the clock stood ahead.
    contact = min(desk.day_of(last), desk.today)
    left_out = DueCode.NOT_INTERESTED in note.codes
    turns = 2 if left_out else 1
    kept = NextDate(was.due_on, note.nominal or was.due_on, note.anchor)
    base = None if _STARTED.intersection(note.codes) else turned_back(contact, kept, rhythm, turns)
    plain = next_after_contact(contact, rhythm, days, planned=base, turns=turns, today=desk.today)
    if min(plain.day, plain.nominal) <= desk.today:
        return _late(desk, each, note, days, room)
    pushed = DueCode.FULL in note.codes and plain.nominal == note.nominal and days.is_free(was.due_on)
    if (pushed or plain.day == was.due_on) and not room.full(was.due_on):
        return None
    found = next_after_contact(contact, rhythm, days, planned=base, turns=turns, today=desk.today, room=room)
    codes = (DueCode.NOT_INTERESTED, *found.codes) if left_out else found.codes
    return _Move(each, found.day, DueNote(codes, found.day, found.nominal, found.anchor, note.text, note.pushed))


def _kept_or_placed(desk: Desk, each: Standing, note: DueNote, days: CallDays, room: Room) -> _Move | None:
    """A call that no contact gave its day stays where it is, unless nobody calls then."""
    was = each.call_back.due_on
    if days.is_free(was) and not room.full(was):
        return None
    placed = place(was, desk.today, days, room=room)
    codes = tuple(dict.fromkeys((*note.codes, *placed.codes)))
    return _Move(each, placed.day, DueNote(codes, placed.day, placed.day, placed.day.day, note.text, note.pushed))


def _late(desk: Desk, each: Standing, note: DueNote, days: CallDays, room: Room) -> _Move | None:
    """A day that would have passed by now goes to one of the next days, unless it stands there already."""
    was = each.call_back.due_on
    if was <= desk.today + _LATE_WINDOW:
        return _kept_or_placed(desk, each, note, days, room)
    day = least_laden(desk.today + _DAY, desk.today + _LATE_WINDOW, days, room.load, capacity=room.capacity)
    if day >= was:
        return None
    return _Move(each, day, DueNote((DueCode.LATE, *forced(day, days)), day, day, day.day, note.text, note.pushed))
