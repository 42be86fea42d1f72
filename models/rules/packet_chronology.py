"""The chronology of a packet: order, parcels, messages, evidence, decisions and steps merged by time, for strangers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.kinds import ClockStatus, Demand, NoteKind
from models.records import CasePage, HistoryEvent
from models.rules.packet_history import happened
from models.rules.packet_moments import Fact, Kind, messages, of_order
from models.rules.packet_parts import ChatMoment, ChronologyLine, ExhibitPage, Words
from models.rules.packet_phrases import Phrases
from models.rules.packet_steps import is_told
from models.rules.packet_told import DEMANDS_EN, PROBLEMS_EN

# Files that came in within this time, with nothing between them, are one line: 300 photos are not 300 lines.
_TOGETHER = timedelta(minutes=30)
_NAMED = 3
_LONG_LINE = 240
_EVIDENCE = (Kind.TAKEN, Kind.ARRIVED)


@dataclass(frozen=True, slots=True)
class Chat:
    """What the chronology tells of a chat: the exhibit it is, its moments, and all the shop wrote in it."""

    exhibit: int
    moments: tuple[ChatMoment, ...]
    written: frozenset[str] = frozenset()


def chronology_of(
    page: CasePage,
    exhibits: Sequence[ExhibitPage],
    phrases: Phrases,
    words: Words,
    *,
    chats: Sequence[Chat] = (),
    told: Sequence[HistoryEvent] | None = None,
) -> tuple[ChronologyLine, ...]:
    """Facts in order of time; those of the same minute share a line, with all their exhibits.

    `told`: the history the case has, where the page holds only a part of it.
    """
    events = page.timeline if told is None else told
    facts = sorted(
        _facts(page, exhibits, phrases, words, chats, events), key=lambda fact: (fact.at, fact.rank, fact.exhibits)
    )
    lines: list[ChronologyLine] = []
    for group in _grouped(facts, phrases):
        lines.append(_line(group, phrases))
    return tuple(lines)


def _grouped(facts: Sequence[Fact], phrases: Phrases) -> Iterator[list[Fact]]:
    """Facts of one minute together; files that come after files of the same kind join them.

    Many long notes of one minute would be a line nobody reads: they are lines of their own.
    """
    group: list[Fact] = []
    minute, said, mixed = "", 0, False
    for fact in facts:
        now = phrases.at(fact.at)
        joins = bool(group)
        if group and minute == now:
            joins = fact.kind is not Kind.SAID or not said or said + len(fact.text) <= _LONG_LINE
        elif group:
            first = group[0]
            alike = fact.kind in _EVIDENCE and fact.kind is first.kind and not mixed
            joins = alike and fact.at - first.at <= _TOGETHER and minute[:10] == now[:10]
        if group and not joins:
            yield group
            group, said, mixed = [], 0, False
        minute = minute if group else now
        group.append(fact)
        mixed = mixed or fact.kind is not group[0].kind
        said += len(fact.text) if fact.kind is Kind.SAID else 0
    if group:
        yield group


def _line(facts: Sequence[Fact], phrases: Phrases) -> ChronologyLine:
    texts: list[str] = []
    for kind in Kind:
        if kind in _EVIDENCE:
            titles = list(dict.fromkeys(fact.text for fact in facts if fact.kind is kind))
            count = sum(fact.kind is kind for fact in facts)
            if titles:
                key = "taken_many" if kind is Kind.TAKEN else "arrived_many"
                texts.append(phrases.say(key, titles=_named(titles, count, phrases)))
        else:
            texts += dict.fromkeys(fact.text for fact in facts if fact.kind is kind)
    at, until = phrases.at(facts[0].at), phrases.at(facts[-1].at)
    if until != at:
        at = f"{at}{phrases.say('dash')}{until[11:]}"
    numbers = [number for fact in facts for number in fact.exhibits]
    return ChronologyLine(at, phrases.clauses(texts) if len(texts) > 1 else texts[0], phrases.exhibits(numbers))


def _named(titles: Sequence[str], count: int, phrases: Phrases) -> str:
    """The titles; of many the first few, and how many there are: the list of exhibits names each."""
    quoted = [phrases.say("quoted", text=title) for title in titles[:_NAMED]]
    more = len(titles) > _NAMED or count > len(titles)
    return phrases.join(quoted) + (phrases.say("and_more", count=count) if more else "")


def _facts(
    page: CasePage,
    exhibits: Sequence[ExhibitPage],
    phrases: Phrases,
    words: Words,
    chats: Sequence[Chat],
    events: Sequence[HistoryEvent],
) -> Iterator[Fact]:
    yield from of_order(page, phrases)
    yield from _case(page, phrases, words)
    yield from happened(page, events, phrases, words)
    for note in reversed(page.notes):
        if note.kind is NoteKind.PRINTABLE and note.text.strip():
            yield Fact(note.written_at, 4, note.text.strip())
    for chat in chats:
        yield from messages(chat.exhibit, chat.moments, phrases)
    yield from _replies(page, chats, phrases)
    for exhibit in exhibits:
        first = exhibit.original or exhibit.evidence
        kind = Kind.TAKEN if first.captured_at else Kind.ARRIVED
        yield Fact(first.captured_at or first.imported_at, 3, exhibit.title, (exhibit.number,), kind)
    for clock in page.clocks:
        if clock.status is ClockStatus.MET and clock.ended_at is not None and clock.ended_at <= clock.due_at:
            label = clock.label(phrases.language)
            yield Fact(clock.ended_at, 7, phrases.say("clock_met", label=label, due=phrases.at(clock.due_at)))
    for step in page.steps:
        if step.done_at is not None and is_told(step):
            yield Fact(step.done_at, 6, phrases.say("done", title=step.title(phrases.language)))


def _replies(page: CasePage, chats: Sequence[Chat], phrases: Phrases) -> Iterator[Fact]:
    """What was written to the buyer, each text once; with the exhibits of the chats in which it stands."""
    seen: set[str] = set()
    for reply in reversed(page.replies):
        text = " ".join(reply.text.split())
        if not text or text in seen:
            continue
        seen.add(text)
        numbers = tuple(chat.exhibit for chat in chats if text in chat.written)
        yield Fact(reply.made_at, 4, phrases.say("said_to_buyer", text=phrases.cut(text)), numbers)


def _case(page: CasePage, phrases: Phrases, words: Words) -> Iterator[Fact]:
    case = page.case
    problem = problem_word(page, phrases, words)
    if case.demand is Demand.UNKNOWN:
        yield Fact(case.opened_at, 2, phrases.say("opened", problem=problem))
    else:
        demand = demand_word(page, phrases, words)
        yield Fact(case.opened_at, 2, phrases.say("opened_demand", problem=problem, demand=demand))
    if page.resolution is not None:
        remedy = remedy_title(page, phrases, words)
        if page.resolution.refund:
            amount = phrases.money(page.resolution.refund)
            yield Fact(page.resolution.decided_at, 5, phrases.say("decided_refund", remedy=remedy, amount=amount))
        else:
            yield Fact(page.resolution.decided_at, 5, phrases.say("decided", remedy=remedy))


def remedy_title(page: CasePage, phrases: Phrases, words: Words) -> str:
    """The remedy agreed, in the resolution's own words where it has them; empty without a resolution."""
    resolution = page.resolution
    if resolution is None:
        return ""
    own = resolution.remedy_title_zh if phrases.language == "zh" else resolution.remedy_title_en
    return own or words.word(resolution.remedy, phrases.language)


def problem_word(page: CasePage, phrases: Phrases, words: Words) -> str:
    """The problem as a sentence says it: in English not the short word of the lists."""
    return _spoken(page.case.problem, PROBLEMS_EN, phrases) or words.word(page.case.problem, phrases.language)


def demand_word(page: CasePage, phrases: Phrases, words: Words) -> str:
    """What the buyer asks for, as a sentence says it."""
    return _spoken(page.case.demand, DEMANDS_EN, phrases) or words.word(page.case.demand, phrases.language)


def _spoken(value: str, table: Mapping[str, str], phrases: Phrases) -> str:
    return "" if phrases.language == "zh" else table.get(value, "")
