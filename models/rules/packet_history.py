"""What of a case's history strangers are told: disputes, first replies, evidence asked for, parcels back and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.kinds import CaseState, DisputeOutcome, ParcelWay, Platform
from models.records import CasePage, HistoryEvent
from models.rules.packet_moments import Fact
from models.rules.packet_parts import Words
from models.rules.packet_phrases import Phrases

# All other events (handlers, captions, reasons, tags) stay in the shop.
_MOVES = frozenset({"state_changed", "state_changed_for", "dispute_begun", "dispute_ended", "case_answered"})
TOLD = (*sorted(_MOVES), "evidence_asked", "parcel_added", "undone", "redone")
"""The actions of the history that are read for a packet."""
_AGAIN = {ParcelWay.RETURNED: "parcel_back", ParcelWay.RESENT: "parcel_again"}


def happened(page: CasePage, events: Sequence[HistoryEvent], phrases: Phrases, words: Words) -> Iterator[Fact]:
    """What is worth telling, without what was undone."""
    standing = _standing(events)
    # Undoing a reply takes back its state with it, and its event has another name: what stands is the last answer.
    answers = [event for event in standing if event.action == "case_answered"]
    late = answers[:-1] if page.case.state is not CaseState.NEW else answers
    for event in standing:
        if event in late:
            continue
        said = _said(page, event, phrases, words)
        if said:
            yield Fact(event.happened_at, 8, said)


def _standing(events: Sequence[HistoryEvent]) -> list[HistoryEvent]:
    """The events of which nothing was taken back since, oldest first."""
    kept: list[HistoryEvent] = []
    gone: list[HistoryEvent] = []
    for event in sorted(events, key=lambda each: each.seq):
        code = str(event.details.get("code", ""))
        if event.action == "undone":
            found = next((each for each in reversed(kept) if _is_of(each, code)), None)
            if found is not None:
                kept.remove(found)
                gone.append(found)
        elif event.action == "redone":
            found = next((each for each in reversed(gone) if _is_of(each, code)), None)
            if found is not None:
                gone.remove(found)
                kept.append(found)
        elif event.action in TOLD:
            kept.append(event)
    return kept


def _is_of(event: HistoryEvent, code: str) -> bool:
    """Whether an action of that name wrote the event: moving cases writes one of several."""
    return event.action == code or (code in ("states_changed", "state_changed") and event.action in _MOVES)


def _said(page: CasePage, event: HistoryEvent, phrases: Phrases, words: Words) -> str:
    details, state = event.details, event.details.get("state")
    if event.action == "dispute_begun":
        platform = str(details.get("platform", ""))
        named = Platform(platform) if platform in Platform._value2member_map_ else page.shop.platform
        return phrases.say("dispute_begun", platform=words.word(named, phrases.language))
    if event.action == "dispute_ended":
        outcome = str(details.get("dispute_outcome", ""))
        if outcome not in DisputeOutcome._value2member_map_ or outcome == DisputeOutcome.MISTAKE:
            return ""
        return phrases.say("dispute_ended", outcome=words.word(DisputeOutcome(outcome), phrases.language))
    if event.action == "case_answered":
        return phrases.say("first_reply")
    if event.action == "evidence_asked":
        needs = _spoken(details.get("needs"), phrases)
        return phrases.say("asked_evidence", needs=needs) if needs else ""
    if event.action == "parcel_added":
        return _parcel(page, event, phrases)
    if state == CaseState.IN_DISPUTE:
        return phrases.say("in_dispute")
    return phrases.say("case_done") if state == CaseState.DONE else ""


def _parcel(page: CasePage, event: HistoryEvent, phrases: Phrases) -> str:
    """Only of parcels that are still noted, as they are noted now: one that was removed was a slip."""
    there = page.order.parcels if page.order is not None else ()
    parcel = next((each for each in there if each.id == event.entity_id), None)
    key = _AGAIN.get(parcel.way) if parcel is not None else None
    if parcel is None or key is None:
        return ""
    return phrases.say(key, parcel=" ".join(part for part in (parcel.carrier, parcel.tracking_number) if part))


def _spoken(value: object, phrases: Phrases) -> str:
    if isinstance(value, Mapping):
        return str(value.get(phrases.language) or "").strip()
    return str(value or "").strip()
