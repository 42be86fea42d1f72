"""Call-backs and calls made: found by day, by buyer and by what is still open, always through an index."""

from __future__ import annotations

from typing import Any

from peewee import fn

from models.call_kinds import CallBackKind, Channel
from models.errors import NotFound
from models.kinds import CallBackState, Consent
from models.known_words import read_tags
from models.records import Buyer, CallBack, CallRecord
from models.store.call_back_rows import REAL
from models.store.connection import CaseDatabase
from models.tables.call_back import CallBackTable, CallRecordTable

_ALIVE = CallBackTable.deleted_at.is_null()
_OPEN = (CallBackTable.state == CallBackState.DUE) & _ALIVE
_OPEN_OF_RHYTHM = _OPEN & (CallBackTable.kind == CallBackKind.RHYTHM)


def find_call_back(database: CaseDatabase, call_back_id: int) -> CallBack:
    """One call-back; NotFound if there is none."""
    query = CallBackTable.select().where((CallBackTable.id == call_back_id) & _ALIVE)
    for found in _call_backs(database, query):
        return found
    raise NotFound("call_back_not_found", call_back=call_back_id)


def find_due(database: CaseDatabase, buyer_id: int) -> CallBack | None:
    """The one open call-back of a buyer's rhythm."""
    query = CallBackTable.select().where((CallBackTable.buyer_id == buyer_id) & _OPEN_OF_RHYTHM)
    return next(iter(_call_backs(database, query)), None)


def list_open_of_buyer(database: CaseDatabase, buyer_id: int) -> tuple[CallBack, ...]:
    """All that is open for a buyer, of the rhythm, about a case and promised, by day."""
    query = CallBackTable.select().where((CallBackTable.buyer_id == buyer_id) & _OPEN)
    return tuple(_call_backs(database, query.order_by(CallBackTable.due_on, CallBackTable.id)))


def _call_backs(database: CaseDatabase, query: Any) -> list[CallBack]:
    found = []
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        found.append(CallBack(**row))
    return found


def list_planned_of(database: CaseDatabase, buyer: Buyer) -> tuple[CallBack, ...]:
    """What is open for a buyer, as it is shown: nothing of one who opted out, even where it was not closed."""
    return () if buyer.consent is Consent.REFUSED else list_open_of_buyer(database, buyer.id)


def find_regular(database: CaseDatabase, buyer: Buyer) -> CallBack | None:
    """The one of their rhythm among what is open, as it is shown."""
    return None if buyer.consent is Consent.REFUSED else find_due(database, buyer.id)


def find_last_reached(database: CaseDatabase, buyer_id: int) -> CallRecord | None:
    """The newest real contact with the buyer: reached or not interested, on any channel but a note."""
    real = CallRecordTable.outcome.in_(REAL) & (CallRecordTable.channel != Channel.NOTE)
    return next(iter(_calls(database, (CallRecordTable.buyer_id == buyer_id) & real, 1)), None)


def list_calls(
    database: CaseDatabase, buyer_id: int, limit: int = 20, *, after: CallRecord | None = None
) -> tuple[CallRecord, ...]:
    """The calls made to a buyer, newest first; those that come after one in that order, if it is given."""
    wanted = CallRecordTable.buyer_id == buyer_id
    if after is not None:
        made, place = CallRecordTable.made_at, CallRecordTable.id
        wanted &= (made <= after.made_at) & ((made < after.made_at) | (place < after.id))
    return _calls(database, wanted, limit)


def count_calls_of(database: CaseDatabase, buyer_id: int) -> int:
    """How many calls were made to a buyer."""
    query = CallRecordTable.select(fn.COUNT(CallRecordTable.id)).where(
        (CallRecordTable.buyer_id == buyer_id) & CallRecordTable.deleted_at.is_null()
    )
    return int(next(iter(query.tuples().execute(database)))[0])


def _calls(database: CaseDatabase, condition: Any, limit: int) -> tuple[CallRecord, ...]:
    query = CallRecordTable.select().where(condition & CallRecordTable.deleted_at.is_null())
    rows = list(
        query.order_by(CallRecordTable.made_at.desc(), CallRecordTable.id.desc()).limit(limit).dicts().execute(database)
    )
    for row in rows:
        row.pop("deleted_at")
        row["tags"] = read_tags(row["tags"])
    return tuple(CallRecord(**row) for row in rows)
