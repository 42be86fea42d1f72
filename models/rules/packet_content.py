"""What a dispute packet says, as data: every text ready in the packet's language, nothing painted yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from models.kinds import NoteKind, ParcelWay
from models.packet_records import PacketPlan
from models.records import CasePage, HistoryEvent, Order
from models.rules.packet_chronology import Chat, chronology_of
from models.rules.packet_exhibits import exhibit_pages
from models.rules.packet_origins import integrity_rows, origin_of, origins_of
from models.rules.packet_parts import (
    ChainHead,
    ChronologyLine,
    ExhibitChoice,
    ExhibitPage,
    ItemLine,
    Language,
    PacketContent,
    PacketHead,
    ParcelLine,
    Words,
)
from models.rules.packet_pattern import BuyerPast, pattern_of
from models.rules.packet_phrases import Phrases
from models.rules.packet_policy import PackFacts, policy_of
from models.rules.packet_summary import amounts_of, draft_asked, draft_summary, parties_of
from models.rules.packet_versions import MOST_PAGES
from models.rules.packet_weights import weight_section
from models.rules.text_limits import Counting, units

__all__ = [
    "ChainHead", "ExhibitChoice", "Language", "PacketContent", "Words", "build_content", "origin_of", "origins_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read beside the case's page: how the packet is planned, the rules it was decided by, the buyer's past.

    `told`: the history, where the page holds a part of it only. `summary_most`, `most_pages`: what the receiver takes.
    """

    plan: PacketPlan | None = None
    packs: Mapping[str, PackFacts] = field(default_factory=dict)
    past: BuyerPast | None = None
    told: tuple[HistoryEvent, ...] | None = None
    summary_most: int | None = None
    counting: Counting = Counting.CHARACTERS
    most_pages: int = MOST_PAGES


def build_content(
    page: CasePage,
    *,
    exhibits: Sequence[ExhibitChoice],
    language: Language,
    now: datetime,
    summary: str | None,
    include_internal_notes: bool = False,
    words: Words,
    asked: str | None = None,
    number: str = "",
    addressee: str = "",
    made_by: str = "",
    chain: ChainHead | None = None,
    include_weights: bool = False,
    gathered: Gathered | None = None,
) -> PacketContent:
    """The packet of a case. `summary` and `asked` replace the drafts when given; internal notes only when asked for,
    and with `include_weights` what was weighed, where it shows something.

    Exhibits are numbered 1, 2, 3 in the order given. True cost, recoverable sums, temperament, tier, flags and what is
    known of the buyer as a person never go in; to whom the order was sent only where the plan says so.
    """
    known = gathered or Gathered()
    plan = known.plan
    phrases = Phrases(language, page.shop.time_zone)
    pages, kept_out = exhibit_pages(page, exhibits, plan, phrases, words, most_pages=known.most_pages)
    by_id = {each.id: each for each in page.evidence}
    by_id |= {choice.original.id: choice.original for choice in exhibits if choice.original is not None}
    if summary is None:
        most, counting = known.summary_most, known.counting
        text = draft_summary(page, pages, asked, phrases, words, most=most, counting=counting).text
    else:
        text = summary
    content = PacketContent(
        language=language,
        phrases=phrases,
        head=PacketHead(
            shop=page.shop.name,
            case_number=page.case.number,
            number=number or f"P-{page.case.number}-01",
            addressee=addressee or words.word(page.shop.platform, language),
            made_at=now,
            made_by=made_by,
            asked=asked if asked is not None else draft_asked(page, phrases, words),
        ),
        summary=text,
        parties=parties_of(page, phrases, words, recipient=plan is not None and plan.recipient),
        amounts=amounts_of(page, phrases, words),
        chronology=chronology_of(page, pages, phrases, words, chats=_chats(exhibits, pages), told=known.told),
        items=_items(page, phrases),
        parcels=_parcels(page, phrases, words),
        policy=policy_of(page, phrases, known.packs),
        notes=_internal(page, phrases) if include_internal_notes else (),
        exhibits=pages,
        integrity=tuple(row for exhibit in pages for row in integrity_rows(exhibit, by_id, phrases, words)),
        chain=chain,
        weights=weight_section(page, pages, phrases) if include_weights else None,
        case_id=page.case.id,
        kept_out=kept_out,
        summary_used=units(text, known.counting),
        summary_most=known.summary_most,
    )
    if plan is None:
        return content
    return replace(
        content,
        paper=plan.paper,
        letterhead=_letterhead(page) if plan.letterhead else (),
        pattern=pattern_of(known.past, pages, phrases, words) if plan.pattern and known.past is not None else (),
        integrity_page=plan.integrity_page,
        texts=plan.texts,
    )


def _chats(choices: Sequence[ExhibitChoice], pages: Sequence[ExhibitPage]) -> tuple[Chat, ...]:
    by_id = {choice.evidence.id: choice for choice in choices if choice.bubbles}
    return tuple(
        Chat(
            exhibit.number,
            by_id[exhibit.asked_id].moments,
            frozenset(" ".join(each.text.split()) for each in exhibit.bubbles if each.side == "ours"),
        )
        for exhibit in pages
        if exhibit.asked_id in by_id
    )


def _letterhead(page: CasePage) -> tuple[str, ...]:
    """The shop's own head, line by line; its name where it wrote none."""
    lines = [line.strip() for line in page.shop.letterhead.splitlines()]
    return tuple(line for line in lines if line) or (page.shop.name,)


def _items(page: CasePage, phrases: Phrases) -> tuple[ItemLine, ...]:
    if page.order is None:
        return ()
    return tuple(
        ItemLine(
            title=line.item_title,
            variant=" / ".join(part for part in (line.variant, line.sku) if part),
            quantity=str(line.quantity),
            price=phrases.money(line.unit_price) if line.unit_price is not None else "",
        )
        for line in page.order.lines
    )


def _parcels(page: CasePage, phrases: Phrases, words: Words) -> tuple[ParcelLine, ...]:
    """Every parcel noted with the order; the times the order knows are those of what was sent first."""
    order = page.order
    if order is None or not (order.parcels or order.tracking_numbers or order.carrier):
        return ()
    shipped = phrases.at(order.shipped_at) if order.shipped_at else ""
    signed = phrases.at(order.signed_at) if order.signed_at else ""
    if not order.parcels:
        numbers = order.tracking_numbers or ("",)
        return tuple(ParcelLine(order.carrier, tracking, shipped, signed) for tracking in numbers)
    return _noted(order, shipped, signed, phrases, words)


def _noted(order: Order, shipped: str, signed: str, phrases: Phrases, words: Words) -> tuple[ParcelLine, ...]:
    lines = []
    for parcel in order.parcels:
        sent = parcel.way is ParcelWay.SENT
        carrier = parcel.carrier or (order.carrier if sent else "")
        way = "" if sent else words.word(parcel.way, phrases.language)
        times = (shipped, signed) if sent else ("", "")
        lines.append(ParcelLine(carrier, parcel.tracking_number, *times, way))
    return tuple(lines)


def _internal(page: CasePage, phrases: Phrases) -> tuple[ChronologyLine, ...]:
    notes = sorted((note for note in page.notes if note.kind is NoteKind.INTERNAL), key=lambda note: note.written_at)
    return tuple(ChronologyLine(phrases.at(note.written_at), note.text, note.written_by) for note in notes)
