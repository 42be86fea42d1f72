"""The open call-back of a buyer's rhythm is brought in line with what they wish. Nothing planned is lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from desktop.services import call_plans
from desktop.services.call_backs import CallBackService
from desktop.services.call_plans import Desk
from desktop.services.workbench import Workbench
from models.kinds import Consent
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import may_call
from models.rules.call_hours import read_hours, time_within
from models.rules.contact_consent import channel_for
from models.rules.due_notes import DueCode, read_note
from models.rules.verdict import Allowed
from models.store import call_backs, contacts
from models.store.transaction import Transaction

# A day the buyer asked for, or that somebody put it off to with a reason: it stays, whatever the rhythm says.
_ASKED_FOR = frozenset({DueCode.CALL_AGAIN, DueCode.SNOOZED})


def settle(bench: Workbench, calls: CallBackService, buyer: Buyer) -> None:
    """Plan the call-back the buyer ought to have already, on its own: undoing what follows must never take it away."""
    allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
    if allowed and call_backs.find_due(bench.store.database, buyer.id) is None:
        bench.act(
            "calls_planned", lambda transaction: calls.follow_buyer(transaction, buyer, DueCode.NOT_VIP), undoable=False
        )


def follow_wishes(transaction: Transaction, desk: Desk, buyer: Buyer, changed: Collection[str]) -> None:
    """Bring the open call-back in line with the columns of the buyer that changed: channel, person, day, time."""
    open_one = call_backs.find_due(transaction.database, buyer.id)
    if open_one is None:
        return
    values: dict[str, Any] = {}
    if "call_channel" in changed and buyer.consent is Consent.GIVEN:
        best = channel_for(buyer, contacts.said_channels(transaction.database, buyer.id))
        if best is not None:
            values["channel"] = best
    if "call_person_id" in changed and buyer.call_person_id is not None:
        values["person_id"] = buyer.call_person_id
    if "call_hours" in changed:
        values["at_time"] = time_within(open_one.at_time, read_hours(buyer.call_hours), desk.rules.hours)
    wanted = replace(open_one, **values)
    if "call_rhythm" in changed:
        values |= _anew(transaction, desk, buyer, wanted)
    if {"call_hours", "call_person_id"}.intersection(changed) and "due_on" not in values:
        values |= call_plans.fitted(desk, buyer, wanted)
    if values:
        transaction.update("call_back", open_one.id, **values)


def _anew(transaction: Transaction, desk: Desk, buyer: Buyer, open_one: CallBack) -> dict[str, Any]:
    """The day another rhythm gives, counted from the last contact; nothing where the day has to stay.

    A late one never goes to a later day only because it is late, and one moved by hand only comes nearer.
    """
    note = read_note(open_one.reason)
    if _ASKED_FOR.intersection(note.codes):
        return {}
    found = call_plans.first_plan(transaction.database, desk, buyer)
    late = DueCode.LATE in found.codes
    if found.day == open_one.due_on or DueCode.FIRST in found.codes:
        return {}
    if DueCode.NOT_INTERESTED in note.codes and found.day <= open_one.due_on:
        return {}
    if (late or DueCode.BY_HAND in note.codes) and open_one.due_on <= found.day:
        return {}
    kept = call_plans.note_of(found)
    if late and note.since is not None:
        kept = replace(kept, since=min(note.since, found.day))
    return {"due_on": found.day, "reason": kept.written()}
