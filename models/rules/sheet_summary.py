"""What the one-page summary of a case says, for the shop's own paper: it may hold internal facts and says so.

Nothing is dropped unsaid: lists are given whole, and whoever sets the page shortens them with `more`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import ClockStatus, Derivation, NoteKind, PacketLanguage, StepState
from models.records import CasePage, Clock, Evidence, HistoryEvent, Step
from models.rules.packet_parts import Words
from models.rules.sheet_phrases import SheetPhrases

Pair = tuple[str, str]
_MOST_SIGNS = 100_000


@dataclass(frozen=True, slots=True)
class SummaryList:
    """A list of the page, its lines in the order of what matters: when short of room the last go first.

    `keep` are how many stay longer than any of another list; `rank` says which list gives way first (the lowest).
    """

    title: str
    lines: tuple[str, ...]
    rank: int
    keep: int = 1


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A summary ready to be set. `facts` are always shown, long ones shortened with `more_signs`."""

    title: str
    number: str
    mark: str
    foot: tuple[str, ...]
    printed: str
    shop: str
    facts_title: str
    facts: tuple[Pair, ...]
    resolution_title: str
    resolution: tuple[Pair, ...]
    amounts_title: str
    amounts: tuple[Pair, ...]
    lists: tuple[SummaryList, ...]
    phrases: SheetPhrases


def summary_of_case(
    page: CasePage, language: PacketLanguage, now: datetime, person: str, words: Words
) -> CaseSummary:  # fmt: skip
    """All that a page may say of a case."""
    phrases = SheetPhrases(language, page.shop.time_zone)
    say = phrases.say
    at = phrases.at(now)
    return CaseSummary(
        title=say("summary"), number=page.case.number, mark=" ".join(dict.fromkeys(("内部", "INTERNAL"))),
        foot=phrases.each("internal_foot"),
        printed=(phrases.each("printed", person=person, at=at) if person else phrases.each("printed_plain", at=at))[0],
        shop=page.shop.name,
        facts_title=say("facts"), facts=_facts(page, phrases, words),
        resolution_title=say("resolution"), resolution=_resolution(page, phrases, words),
        amounts_title=say("amounts"), amounts=_amounts(page, phrases),
        lists=tuple(each for each in (
            SummaryList(say("items"), _items(page), 2, 3),
            SummaryList(say("clocks"), tuple(_clock(c, phrases, now) for c in _clocks(page)), 4, 3),
            SummaryList(say("steps"), tuple(_step(step, phrases) for step in _steps(page)), 3, 4),
            SummaryList(say("notes"), _notes(page, phrases), 1, 2),
            SummaryList(say("events"), _events(page, phrases, words), 0, 3),
        ) if each.lines),
        phrases=phrases,
    )  # fmt: skip


def _facts(page: CasePage, phrases: SheetPhrases, words: Words) -> tuple[Pair, ...]:
    case, say = page.case, phrases.say
    buyer = page.buyer
    order = page.order
    parcels = "、".join(
        " ".join(part for part in (parcel.carrier, parcel.tracking_number, phrases.word(words, parcel.way)) if part)
        for parcel in (order.parcels if order is not None else ())
    )
    history = page.buyer_history
    past = ""
    if history is not None:
        rate = f"{history.refund_rate * 100:.0f} %"
        past = say("history_counts", orders=history.orders, cases=history.cases, rate=rate)
    pairs = (
        (say("problem"), phrases.word(words, case.problem)),
        (say("demand"), phrases.word(words, case.demand)),
        (say("state"), phrases.word(words, case.state)),
        (say("waiting_on"), phrases.word(words, case.waiting_on)),
        (say("liability"), phrases.word(words, case.liability)),
        (say("handler"), page.handler.name if page.handler is not None else ""),
        (say("opened"), phrases.at(case.opened_at)),
        (say("evidence"), _counted(page.evidence, phrases)),
        (say("buyer"), " ".join(part for part in (buyer.nick, buyer.name) if part) if buyer is not None else ""),
        (say("history"), past),
        (say("order"), order.number if order is not None else ""),
        (say("parcels"), parcels),
        (say("tags"), "、".join(page.tags)),
        (say("said"), case.summary.strip()[:_MOST_SIGNS]),
    )
    return tuple(pair for pair in pairs if pair[1])


def _counted(evidence: tuple[Evidence, ...], phrases: SheetPhrases) -> str:
    there = [item for item in evidence if item.derivation is not Derivation.PACKET]
    exhibits = sum(item.exhibit is not None for item in there)
    return phrases.say("evidence_counts", count=len(there), exhibits=exhibits)


def _resolution(page: CasePage, phrases: SheetPhrases, words: Words) -> tuple[Pair, ...]:
    found, say = page.resolution, phrases.say
    if found is None:
        return ((say("remedy"), say("no_resolution")),)
    pairs = (
        (say("remedy"), phrases.pick(found.remedy_title_zh, found.remedy_title_en)),
        (say("liability"), phrases.word(words, found.liability)),
        (say("recourse"), phrases.word(words, found.recourse) if found.recourse is not None else ""),
        (say("because"), phrases.pick(found.because_zh, found.because_en)),
        (say("override"), found.override_reason.strip()),
        (say("decided"), f"{phrases.at(found.decided_at)} {found.decided_by}".strip()),
    )
    return tuple(pair for pair in pairs if pair[1])


def _amounts(page: CasePage, phrases: SheetPhrases) -> tuple[Pair, ...]:
    order, resolution, say = page.order, page.resolution, phrases.say
    pairs = [
        (say("paid"), phrases.money(order.paid or order.total) if order is not None else ""),
        (say("refunded"), phrases.money(order.refunded) if order is not None and order.refunded else ""),
        (say("at_stake"), phrases.money(page.case.at_stake)),
    ]
    if resolution is not None:
        pairs += [
            (say("refund"), phrases.money(resolution.refund)),
            (say("true_cost"), phrases.money(resolution.true_cost)),
            (say("recoverable"), phrases.money(resolution.recoverable)),
        ]
    return tuple(pair for pair in pairs if pair[1])


def _items(page: CasePage) -> tuple[str, ...]:
    lines = page.order.lines if page.order is not None else ()
    return tuple(
        " ".join(part for part in (line.item_title, line.variant, line.sku, f"× {line.quantity}") if part)
        for line in lines
    )


def _clocks(page: CasePage) -> list[Clock]:
    running = (ClockStatus.RUNNING, ClockStatus.PAUSED)
    return sorted(page.clocks, key=lambda clock: (clock.status not in running, clock.due_at))


def _clock(clock: Clock, phrases: SheetPhrases, now: datetime) -> str:
    label = phrases.pick(clock.label_zh, clock.label_en)
    if clock.status in (ClockStatus.RUNNING, ClockStatus.PAUSED):
        due = phrases.say("clock_at", at=phrases.at(clock.due_at))
        late = f"（{phrases.say('late')}）" if clock.due_at < now else ""
        return f"{phrases.say('open_mark')} {label}　{due}{late}"
    mark = "done_mark" if clock.status is ClockStatus.MET else "skipped_mark"
    return f"{phrases.say(mark)} {label}　{phrases.at(clock.due_at)}"


def _steps(page: CasePage) -> list[Step]:
    return sorted(page.steps, key=lambda step: (step.state is not StepState.OPEN, step.position))


def _step(step: Step, phrases: SheetPhrases) -> str:
    marks = {StepState.OPEN: "open_mark", StepState.DONE: "done_mark", StepState.SKIPPED: "skipped_mark"}
    title = phrases.pick(step.title_zh, step.title_en)
    when = ""
    if step.state is StepState.OPEN and step.due_at is not None:
        when = phrases.say("clock_at", at=phrases.short(step.due_at))
    elif step.done_at is not None:
        when = " ".join(part for part in (phrases.short(step.done_at), step.done_by) if part)
    return "　".join(part for part in (f"{phrases.say(marks[step.state])} {title}", when, step.note.strip()) if part)


def _notes(page: CasePage, phrases: SheetPhrases) -> tuple[str, ...]:
    notes = sorted((n for n in page.notes if n.kind is NoteKind.INTERNAL), key=lambda n: n.written_at, reverse=True)
    return tuple(f"{phrases.short(note.written_at)} {note.written_by}　{note.text.strip()}" for note in notes)


def _events(page: CasePage, phrases: SheetPhrases, words: Words) -> tuple[str, ...]:
    newest = sorted(page.timeline, key=lambda event: event.seq, reverse=True)
    return tuple(_event(event, phrases, words) for event in newest)


def _event(event: HistoryEvent, phrases: SheetPhrases, words: Words) -> str:
    said = " / ".join(dict.fromkeys(words.sentence(event, language) for language in phrases.languages))
    return "　".join(part for part in (phrases.short(event.happened_at), event.person, said) if part)
