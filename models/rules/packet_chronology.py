"""The chronology of a packet: order, parcels, notes, evidence, decisions and steps merged by time, for strangers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.kinds import CaseState, ClockStatus, Demand, NoteKind, StepState
from models.records import CasePage
from models.rules.packet_parts import ChronologyLine, ExhibitPage, Words
from models.rules.packet_phrases import Phrases

# The only history event that no other record of the page tells. All others (handlers, captions) stay in the shop.
_STATE_CHANGED = "state_changed"


@dataclass(frozen=True, slots=True)
class _Fact:
    at: datetime
    rank: int
    text: str
    exhibit: int | None = None


def chronology_of(
    page: CasePage, exhibits: Sequence[ExhibitPage], phrases: Phrases, words: Words
) -> tuple[ChronologyLine, ...]:
    """Facts in order of time; those of the same minute share a line, with all their exhibits."""
    facts = sorted(_facts(page, exhibits, phrases, words), key=lambda fact: (fact.at, fact.rank, fact.exhibit or 0))
    lines: list[ChronologyLine] = []
    minute: list[_Fact] = []
    for fact in facts:
        if minute and phrases.at(minute[-1].at) != phrases.at(fact.at):
            lines.append(_line(minute, phrases))
            minute = []
        minute.append(fact)
    if minute:
        lines.append(_line(minute, phrases))
    return tuple(lines)


def _line(facts: Sequence[_Fact], phrases: Phrases) -> ChronologyLine:
    texts = list(dict.fromkeys(fact.text for fact in facts))
    told = phrases.clauses(texts) if len(texts) > 1 else texts[0]
    numbers = [fact.exhibit for fact in facts if fact.exhibit is not None]
    return ChronologyLine(phrases.at(facts[0].at), told, phrases.exhibits(numbers))


def _facts(page: CasePage, exhibits: Sequence[ExhibitPage], phrases: Phrases, words: Words) -> Iterator[_Fact]:
    yield from _order(page, phrases)
    yield from _case(page, phrases, words)
    for note in page.notes:
        if note.kind is NoteKind.PRINTABLE and note.text.strip():
            yield _Fact(note.written_at, 4, note.text.strip())
    for exhibit in exhibits:
        first = exhibit.original or exhibit.evidence
        key = "evidence_captured" if first.captured_at else "evidence_arrived"
        yield _Fact(first.captured_at or first.imported_at, 3, phrases.say(key, title=exhibit.title), exhibit.number)
    for clock in page.clocks:
        if clock.status is ClockStatus.MET and clock.ended_at is not None and clock.ended_at <= clock.due_at:
            label = clock.label(phrases.language)
            yield _Fact(clock.ended_at, 7, phrases.say("clock_met", label=label, due=phrases.at(clock.due_at)))
    for step in page.steps:
        if step.state is StepState.DONE and step.done_at is not None:
            yield _Fact(step.done_at, 6, phrases.say("done", title=step.title(phrases.language)))


def _order(page: CasePage, phrases: Phrases) -> Iterator[_Fact]:
    order = page.order
    if order is None:
        return
    if order.paid_at is not None:
        yield _Fact(order.paid_at, 0, phrases.say("ordered"))
    elif order.created_at is not None:
        yield _Fact(order.created_at, 0, phrases.say("ordered_unpaid"))
    if order.shipped_at is not None:
        sent = phrases.say("dispatched", carrier=order.carrier) if order.carrier else phrases.say("dispatched_plain")
        parts = [sent]
        if order.tracking_numbers:
            parts.append(phrases.say("waybill", tracking=phrases.join(order.tracking_numbers)))
        yield _Fact(order.shipped_at, 1, "，".join(parts) if phrases.language == "zh" else ", ".join(parts))
    if order.signed_at is not None:
        yield _Fact(order.signed_at, 1, phrases.say("received"))


def _case(page: CasePage, phrases: Phrases, words: Words) -> Iterator[_Fact]:
    case = page.case
    problem = words.word(case.problem, phrases.language)
    if case.demand is Demand.UNKNOWN:
        yield _Fact(case.opened_at, 2, phrases.say("opened", problem=problem))
    else:
        demand = words.word(case.demand, phrases.language)
        yield _Fact(case.opened_at, 2, phrases.say("opened_demand", problem=problem, demand=demand))
    if page.resolution is not None:
        remedy = remedy_title(page, phrases, words)
        if page.resolution.refund:
            amount = phrases.money(page.resolution.refund)
            yield _Fact(page.resolution.decided_at, 5, phrases.say("decided_refund", remedy=remedy, amount=amount))
        else:
            yield _Fact(page.resolution.decided_at, 5, phrases.say("decided", remedy=remedy))
    for event in page.timeline:
        if event.action == _STATE_CHANGED and event.details.get("state") == CaseState.IN_DISPUTE:
            yield _Fact(event.happened_at, 8, phrases.say("in_dispute"))


def remedy_title(page: CasePage, phrases: Phrases, words: Words) -> str:
    """The remedy agreed, in the resolution's own words where it has them; empty without a resolution."""
    resolution = page.resolution
    if resolution is None:
        return ""
    own = resolution.remedy_title_zh if phrases.language == "zh" else resolution.remedy_title_en
    return own or words.word(resolution.remedy, phrases.language)
