"""How one call-back is closed, inside a transaction, and whose it is."""

from __future__ import annotations

from dataclasses import replace

from models.errors import UserError
from models.kinds import CallBackState
from models.records import Buyer, CallBack
from models.rules.due_notes import DueCode, DueNote, read_note
from models.store import buyers, call_backs
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_MERGED_DEEP = 50


def close_call_back(transaction: Transaction, open_one: CallBack, why: DueCode, text: str = "") -> None:
    """Close an open call-back without it having been done; the day it stood on stays."""
    note = read_note(open_one.reason)
    closed = DueNote((why,), note.since or open_one.due_on, note.nominal, note.anchor, text)
    transaction.update(
        "call_back", open_one.id, state=CallBackState.SKIPPED, done_at=transaction.stamp.now, reason=closed.written()
    )


def done_note(open_one: CallBack, *codes: DueCode, text: str = "") -> str:
    """What stays with a call-back that is done: where it stood, since when it was due, and how it came to be done."""
    note = read_note(open_one.reason)
    kept = replace(note, since=note.since or open_one.due_on)
    return replace(kept, codes=codes or note.codes, text=text or note.text).written()


def find_open(database: CaseDatabase, call_back_id: int, seen: CallBack | None = None) -> CallBack:
    """An open call-back; UserError `call_back_closed`, or `call_back_changed` where `seen` is not how it is now."""
    found = call_backs.find_call_back(database, call_back_id)
    if found.state is not CallBackState.DUE:
        raise UserError("call_back_closed", call_back=call_back_id)
    if seen is not None and seen != found:
        raise UserError("call_back_changed", call_back=call_back_id)
    return found


def find_whom(database: CaseDatabase, buyer_id: int) -> Buyer:
    """The buyer, or the one they turned out to be; NotFound if there is no such buyer."""
    buyer = buyers.find_buyer(database, buyer_id)
    for _ in range(_MERGED_DEEP):
        if buyer.merged_into is None:
            break
        buyer = buyers.find_buyer(database, buyer.merged_into)
    return buyer
