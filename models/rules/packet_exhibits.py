"""The exhibits of a packet: number, title, what each proves, how it is shown, where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.kinds import Derivation, MediaKind
from models.packet_records import PacketPlan
from models.records import CasePage, Evidence
from models.rules.packet_origins import checked, origin_in
from models.rules.packet_parts import ExhibitChoice, ExhibitPage, KeptOut, Words
from models.rules.packet_phrases import Phrases
from models.rules.packet_versions import MOST_PAGES, Showing, families_of, showing


def exhibit_pages(
    page: CasePage,
    choices: Sequence[ExhibitChoice],
    plan: PacketPlan | None,
    phrases: Phrases,
    words: Words,
    *,
    most_pages: int = MOST_PAGES,
) -> tuple[tuple[ExhibitPage, ...], tuple[KeptOut, ...]]:
    """The exhibits, numbered 1, 2, 3 in the order given, and those that cannot be shown. Without a plan each is shown
    by its own file."""
    known = {each.id: each for each in page.evidence}
    families = families_of(page.evidence)
    pages: list[ExhibitPage] = []
    kept_out: list[KeptOut] = []
    for choice in choices:
        shown = _showing(choice, families, plan, phrases, most_pages)
        if isinstance(shown, KeptOut):
            kept_out.append(shown)
        else:
            pages.append(_exhibit(len(pages) + 1, choice, shown, known, phrases, words))
    return tuple(pages), tuple(kept_out)


def _showing(
    choice: ExhibitChoice,
    families: Mapping[int, tuple[Evidence, ...]],
    plan: PacketPlan | None,
    phrases: Phrases,
    most_pages: int,
) -> Showing | KeptOut:
    if plan is None or choice.plan is None:
        return Showing(choice.evidence, (), unredacted=not choice.evidence.is_text)
    family = families.get(choice.evidence.id, (choice.evidence,))
    return showing(
        choice.evidence, family, choice.plan, plan, places=choice.places, most_pages=most_pages,
        label=lambda kind, value: phrases.say(f"photo_{kind}", number=value),
    )  # fmt: skip


def _exhibit(
    number: int,
    choice: ExhibitChoice,
    shown: Showing,
    known: Mapping[int, Evidence],
    phrases: Phrases,
    words: Words,
) -> ExhibitPage:
    evidence, asked = shown.evidence, choice.evidence
    original = origin_in(evidence, known) or (choice.original if evidence.id == asked.id else None)
    first = original or evidence
    title = choice.title or asked.caption or evidence.caption or first.caption
    facts = [
        (phrases.say("captured"), _captured(first, phrases)),
        (phrases.say("imported"), f"{phrases.second(first.imported_at)}　{first.imported_by}"),
        (phrases.say("source"), words.word(first.source, phrases.language)),
        (phrases.say("picture"), _picture(first, phrases)),
        (phrases.say("original_name"), first.original_name),
        (phrases.say("verified"), checked(evidence, phrases)),
    ]
    if shown.pages is not None:
        start, last, total = shown.pages
        facts.append((phrases.say("pages_shown"), phrases.say("shown_pages", first=start, last=last, total=total)))
    if choice.short is not None:
        facts.append((phrases.say("pages_shown"), phrases.say("shown_short", count=f"{choice.short:,}")))
    if choice.apart:
        facts.append((phrases.say("pages_shown"), phrases.say("shown_apart", count=choice.apart)))
    hashes: tuple[tuple[str, str], ...] = ((phrases.say("sha_original"), first.sha256),)
    copies = [each for each in (evidence, *(shot.evidence for shot in shown.shots)) if each.id != first.id]
    hashes += tuple((phrases.say("sha_copy"), each.sha256) for each in {each.id: each for each in copies}.values())
    plan = choice.plan
    return ExhibitPage(
        number, title or words.word(evidence.media, phrases.language),
        choice.proves or asked.proves or evidence.proves or first.proves, evidence, original, tuple(facts), hashes,
        shots=shown.shots, bubbles=choice.bubbles, legend=_legend(choice, shown),
        per_page=plan.per_page if plan is not None else 1, slot=plan.slot if plan is not None else "",
        asked_id=asked.id, unredacted=shown.unredacted,
    )  # fmt: skip


def _legend(choice: ExhibitChoice, shown: Showing) -> tuple[tuple[str, str], ...]:
    """The meaning of the numbers on the copies that are shown; with several pages, after the page's name."""
    found: list[tuple[str, str]] = []
    for shot in shown.shots:
        if shot.evidence.derivation is Derivation.ANNOTATED:
            marks = choice.legend.get(shot.evidence.id, ())
            found += [(f"{shot.label} {mark}".strip(), text) for mark, text in marks]
    return tuple(found)


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
