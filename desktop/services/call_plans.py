"""How a call-back gets its day: rhythm, calendar and load of the shop, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from desktop.settings import Settings
from models.kinds import CallOutcome, Tier
from models.records import Buyer, CallBack
from models.rules.calendars import WorkCalendar
from models.rules.call_back_rhythm import (
    DueCode,
    DueNote,
    NextDate,
    Rhythm,
    days_late,
    next_after_attempt,
    next_after_contact,
    planned_from_rhythm,
    read_note,
    read_rhythm,
)
from models.store import call_backs
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

RHYTHMS = "call_rhythms"
_LOAD_DAYS = 40


@dataclass(frozen=True, slots=True)
class Desk:
    """The day and the calendar the shop works by at one moment."""

    now: datetime
    zone: tzinfo
    calendar: WorkCalendar

    @property
    def today(self) -> date:
        """The shop's day."""
        return self.now.astimezone(self.zone).date()

    def day_of(self, moment: datetime) -> date:
        """The shop's day of a moment."""
        return moment.astimezone(self.zone).date()


def rhythm_of(settings: Settings, tier: Tier) -> Rhythm:
    """How often buyers of a tier are called; once a month unless the shop says otherwise."""
    stored = settings.get(RHYTHMS, {})
    return read_rhythm(stored.get(tier.value) if isinstance(stored, Mapping) else None)


def after_call(desk: Desk, rhythm: Rhythm, open_one: CallBack | None, outcome: CallOutcome, on: date) -> NextDate:
    """The day that follows a call made on `on`."""
    if outcome is CallOutcome.REACHED:
        return next_after_contact(on, rhythm, desk.calendar, planned=_planned(open_one))
    code = DueCode.NO_ANSWER if outcome is CallOutcome.NO_ANSWER else DueCode.CALL_AGAIN
    return next_after_attempt(on, code, desk.calendar)


def after_skip(desk: Desk, rhythm: Rhythm, skipped: CallBack) -> NextDate:
    """The day that follows a call-back that is left out, as if it had been made on its day; never today or before."""
    found = next_after_contact(skipped.due_on, rhythm, desk.calendar, planned=_planned(skipped))
    while found.day <= desk.today:
        found = next_after_contact(found.day, rhythm, desk.calendar, planned=found)
    return found


def _planned(open_one: CallBack | None) -> NextDate | None:
    if open_one is None:
        return None
    note = read_note(open_one.reason)
    return None if note.nominal is None else NextDate(open_one.due_on, note.nominal, note.anchor, note.codes)


def first_plan(database: CaseDatabase, desk: Desk, rhythm: Rhythm, last: datetime | None) -> NextDate:
    """The day for a buyer who has no open call-back."""
    load = load_ahead(database, desk)
    return planned_from_rhythm(desk.day_of(last) if last else None, rhythm, desk.calendar, desk.today, load)


def load_ahead(database: CaseDatabase, desk: Desk) -> dict[date, int]:
    """How many open call-backs stand on each of the coming days."""
    return dict(call_backs.count_per_day(database, desk.today, desk.today + timedelta(days=_LOAD_DAYS)))


def add_plan(
    transaction: Transaction, buyer_id: int, nick: str, found: NextDate, *,
    at_time: str = "", person_id: int | None = None,
) -> int:  # fmt: skip
    """Write the one open call-back of a buyer; returns its id. The caller has made sure there is none."""
    by_rhythm = DueCode.BY_HAND not in found.codes
    note = DueNote(found.codes, found.day, found.nominal if by_rhythm else None, found.anchor if by_rhythm else 0)
    made = transaction.insert(
        "call_back", buyer_id=buyer_id, due_on=found.day, at_time=at_time, reason=note.written(), person_id=person_id,
    )  # fmt: skip
    transaction.record(
        "call_planned", entity="buyer", entity_id=buyer_id, details={"buyer": nick, "day": found.day.isoformat()}
    )
    return made


def plan_if_none(transaction: Transaction, desk: Desk, settings: Settings, buyer: Buyer) -> None:
    """Plan a call to a buyer who may be called, unless one is open."""
    if call_backs.find_due(transaction.database, buyer.id) is None:
        last = call_backs.find_last_reached(transaction.database, buyer.id)
        rhythm = rhythm_of(settings, buyer.tier)
        found = first_plan(transaction.database, desk, rhythm, last.made_at if last else None)
        add_plan(transaction, buyer.id, buyer.nick, found)


def lateness(call_back: CallBack, today: date) -> int:
    """How many days ago an open call-back was first due; 0 when it is not late."""
    return days_late(read_note(call_back.reason), call_back.due_on, today)
