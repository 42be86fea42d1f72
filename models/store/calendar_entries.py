"""What calendar files said of call-backs, and the call-backs a calendar file is made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from peewee import JOIN

from models.clock import from_millis, to_millis
from models.kinds import CallBackState, Consent
from models.known_words import KINDS, TIERS
from models.rules.calendar_events import CalendarEvent, KeptEntry, PlannedCall, plain_line
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.tables.buyer import BuyerTable
from models.tables.call_back import CalendarEntryTable, CallBackTable
from models.tables.shop import ShopTable

_ALIVE = CallBackTable.deleted_at.is_null()
_OPEN = (CallBackTable.state == CallBackState.DUE) & _ALIVE
_NOT_REFUSED = BuyerTable.consent != Consent.REFUSED
# Far below what a calendar can count to.
_HIGHEST = 1_000_000_000
_KEEP = (
    'INSERT INTO "calendar_entry" ("call_back_id", "uid", "sequence", "digest", "written_at", "cancelled")'
    ' VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("call_back_id") DO UPDATE SET "sequence" = max("sequence",'
    ' excluded."sequence"), "digest" = excluded."digest", "written_at" = excluded."written_at",'
    ' "cancelled" = excluded."cancelled"'
)


def list_planned(database: CaseDatabase, last: date, since: datetime) -> tuple[PlannedCall, ...]:
    """The call-backs of a calendar file: open ones until `last`, whatever was published and not cancelled since, and
    what was cancelled at `since` or later. By id."""
    published = (CalendarEntryTable.cancelled == False) | (CalendarEntryTable.written_at >= since)  # noqa: E712
    in_view = _OPEN & _NOT_REFUSED & (CallBackTable.due_on <= last)
    found: dict[int, PlannedCall] = {}
    for condition, join in ((in_view, JOIN.LEFT_OUTER), (published & ~in_view, JOIN.INNER)):
        query = (
            CallBackTable.select(
                CallBackTable.id, CallBackTable.due_on, CallBackTable.at_time, CallBackTable.kind,
                CallBackTable.subject, CallBackTable.state, CallBackTable.deleted_at, BuyerTable.consent,
                BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.phone_wrong_at, BuyerTable.tier,
                ShopTable.time_zone, CalendarEntryTable.uid, CalendarEntryTable.sequence, CalendarEntryTable.digest,
                CalendarEntryTable.written_at, CalendarEntryTable.cancelled,
            )
            .join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))
            .join(ShopTable, on=(ShopTable.id == BuyerTable.shop_id))
            .join(CalendarEntryTable, join, on=(CalendarEntryTable.call_back_id == CallBackTable.id))
            .where(condition)
        )  # fmt: skip
        for row in database.execute_sql(*query.sql()).fetchall():
            found[row[0]] = _planned(row)
    return tuple(found[each] for each in sorted(found))


def _planned(row: tuple[Any, ...]) -> PlannedCall:
    stands = row[5] == CallBackState.DUE.value and row[6] is None and row[7] != Consent.REFUSED.value
    entry = None if row[14] is None else _entry(*row[14:19])
    return PlannedCall(
        id=row[0], day=date.fromisoformat(row[1]), at_time=row[2], kind=KINDS[row[3]], subject=row[4],
        stands=stands, nick=row[8], name=row[9], phone="" if row[11] is not None else row[10], tier=TIERS[row[12]],
        zone=row[13], entry=entry,
    )  # fmt: skip


def _entry(uid: str, sequence: int, digest: str, written_at: int, cancelled: int) -> KeptEntry:
    """What was published; a row that is spoilt must not keep the whole calendar from being written."""
    safe = uid if uid.isprintable() else plain_line(uid)
    return KeptEntry(safe, min(max(sequence, 0), _HIGHEST), digest, from_millis(written_at), bool(cancelled))


def keep_entries(transaction: Transaction, events: Sequence[tuple[int, CalendarEvent]]) -> None:
    """Keep what is published of call-backs, by their ids. No action of its own, so Undo does not know it."""
    rows = [
        (call_back_id, event.uid, event.sequence, event.digest, to_millis(event.changed_at), int(event.cancelled))
        for call_back_id, event in events
    ]
    for row in rows:
        transaction.database.execute_sql(_KEEP, row)
