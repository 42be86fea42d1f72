"""What a dispute packet says, as data: every text ready in the packet's language, nothing painted yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.kinds import Integrity, MediaKind, NoteKind
from models.records import CasePage, Evidence
from models.rules.packet_chronology import chronology_of
from models.rules.packet_parts import (
    ChainHead,
    ChronologyLine,
    ExhibitChoice,
    ExhibitPage,
    IntegrityRow,
    ItemLine,
    Language,
    PacketContent,
    PacketHead,
    ParcelLine,
    Words,
)
from models.rules.packet_phrases import Phrases
from models.rules.packet_summary import amounts_of, draft_asked, draft_summary, parties_of, policy_of
from models.rules.packet_weights import weight_section

__all__ = ["ChainHead", "ExhibitChoice", "Language", "PacketContent", "Words", "build_content"]


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
) -> PacketContent:
    """The packet of a case. `summary` and `asked` replace the drafts when given; internal notes only when asked for,
    and with `include_weights` what was weighed, where it shows something.

    Exhibits are numbered 1, 2, 3 in the order given. True cost, recoverable sums, temperament, the buyer's name,
    phone and address never go in.
    """
    phrases = Phrases(language, page.shop.time_zone)
    pages = tuple(_exhibit(page, choice, place, phrases, words) for place, choice in enumerate(exhibits, start=1))
    return PacketContent(
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
        summary=summary if summary is not None else draft_summary(page, pages, asked, phrases, words),
        parties=parties_of(page, phrases, words),
        amounts=amounts_of(page, phrases, words),
        chronology=chronology_of(page, pages, phrases, words),
        items=_items(page, phrases),
        parcels=_parcels(page, phrases),
        policy=policy_of(page, phrases),
        notes=_internal(page, phrases) if include_internal_notes else (),
        exhibits=pages,
        integrity=tuple(row for exhibit in pages for row in _integrity(exhibit, page.evidence, phrases)),
        chain=chain,
        weights=weight_section(page, pages, phrases) if include_weights else None,
    )


def origin_of(item: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """The file a copy goes back to, through copies of copies; None for an original, or where it is not known."""
    known = {other.id: other for other in evidence}
    found: Evidence | None = None
    seen = {item.id}
    while item.parent_id is not None and item.parent_id in known and item.parent_id not in seen:
        found = item = known[item.parent_id]
        seen.add(item.id)
    return found


def origins_of(item: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """All the files a copy goes back to, each once: a joined picture was made of several."""
    known = {other.id: other for other in evidence}
    found: dict[int, Evidence] = {}
    seen = {item.id}
    waiting = [item]
    while waiting:
        here = waiting.pop(0)
        parents = here.made_of or ((here.parent_id,) if here.parent_id is not None else ())
        before = [known[each] for each in parents if each in known and each not in seen]
        seen.update(each.id for each in before)
        if not before and here is not item:
            found[here.id] = here
        waiting += before
    return tuple(found.values())


def _exhibit(page: CasePage, choice: ExhibitChoice, place: int, phrases: Phrases, words: Words) -> ExhibitPage:
    evidence = choice.evidence
    original = choice.original or origin_of(evidence, page.evidence)
    first = original or evidence
    title = choice.title or evidence.caption or first.caption or words.word(evidence.media, phrases.language)
    facts = (
        (phrases.say("captured"), _captured(first, phrases)),
        (phrases.say("imported"), f"{phrases.second(first.imported_at)}　{first.imported_by}"),
        (phrases.say("source"), words.word(first.source, phrases.language)),
        (phrases.say("picture"), _picture(first, phrases)),
        (phrases.say("original_name"), first.original_name),
        (phrases.say("verified"), _checked(evidence, phrases)),
    )
    hashes: tuple[tuple[str, str], ...] = ((phrases.say("sha_original"), first.sha256),)
    if original is not None:
        hashes += ((phrases.say("sha_copy"), evidence.sha256),)
    proves = choice.proves or evidence.proves or first.proves
    return ExhibitPage(place, title, proves, evidence, original, facts, hashes)


def _captured(evidence: Evidence, phrases: Phrases) -> str:
    if evidence.captured_at is None:
        return phrases.say("not_recorded")
    return phrases.say("claimed_by_device", at=phrases.second(evidence.captured_at))


def _picture(evidence: Evidence, phrases: Phrases) -> str:
    parts = [evidence.format.upper(), phrases.size(evidence.size)]
    if evidence.width and evidence.height and evidence.media is not MediaKind.DOCUMENT:
        parts.insert(0, f"{evidence.width:,} × {evidence.height:,}")
    if evidence.duration_ms is not None:
        minutes, seconds = divmod(evidence.duration_ms // 1000, 60)
        parts.append(f"{minutes:02d}:{seconds:02d}")
    return " · ".join(part for part in parts if part)


def _checked(evidence: Evidence, phrases: Phrases) -> str:
    if evidence.integrity is Integrity.CHANGED:
        return phrases.say("changed")
    if evidence.integrity is Integrity.MISSING:
        return phrases.say("missing")
    if evidence.verified_at is None:
        return phrases.say("not_verified")
    return phrases.say("verified_at", at=phrases.at(evidence.verified_at))


def _integrity(exhibit: ExhibitPage, evidence: Sequence[Evidence], phrases: Phrases) -> tuple[IntegrityRow, ...]:
    files = [] if exhibit.original is None else [exhibit.original]
    files += [each for each in origins_of(exhibit.evidence, evidence) if each not in files]
    files.append(exhibit.evidence)
    return tuple(
        IntegrityRow(
            exhibit=exhibit.number,
            original_name=file.original_name,
            size=f"{file.size:,} B",
            imported=f"{phrases.second(file.imported_at)} {file.imported_by}".rstrip(),
            captured=phrases.second(file.captured_at) if file.captured_at else phrases.say("not_recorded"),
            state=_checked(file, phrases),
            sha256=file.sha256,
        )
        for file in files
    )


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


def _parcels(page: CasePage, phrases: Phrases) -> tuple[ParcelLine, ...]:
    order = page.order
    if order is None or not (order.tracking_numbers or order.carrier):
        return ()
    shipped = phrases.at(order.shipped_at) if order.shipped_at else ""
    signed = phrases.at(order.signed_at) if order.signed_at else ""
    return tuple(ParcelLine(order.carrier, tracking, shipped, signed) for tracking in order.tracking_numbers or ("",))


def _internal(page: CasePage, phrases: Phrases) -> tuple[ChronologyLine, ...]:
    notes = sorted((note for note in page.notes if note.kind is NoteKind.INTERNAL), key=lambda note: note.written_at)
    return tuple(ChronologyLine(phrases.at(note.written_at), note.text, note.written_by) for note in notes)
