"""What a copy goes back to, and how it came: the originals behind an exhibit, and their custody in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.kinds import Derivation, Integrity
from models.records import Evidence
from models.rules.packet_parts import ExhibitPage, IntegrityRow, Words
from models.rules.packet_phrases import Phrases


def origin_of(item: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """The file a copy goes back to, through copies of copies; None for an original, or where it is not known."""
    return origin_in(item, {other.id: other for other in evidence})


def origin_in(item: Evidence, known: Mapping[int, Evidence]) -> Evidence | None:
    """As `origin_of`, of evidence by its id."""
    found: Evidence | None = None
    seen = {item.id}
    while item.parent_id is not None and item.parent_id in known and item.parent_id not in seen:
        found = item = known[item.parent_id]
        seen.add(item.id)
    return found


def origins_of(item: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """All the files a copy goes back to, each once: a joined picture was made of several."""
    return origins_in(item, {other.id: other for other in evidence})


def origins_in(item: Evidence, known: Mapping[int, Evidence]) -> tuple[Evidence, ...]:
    """As `origins_of`, of evidence by its id."""
    found: dict[int, Evidence] = {}
    seen = {item.id}
    waiting = [item]
    for here in waiting:
        parents = here.made_of or ((here.parent_id,) if here.parent_id is not None else ())
        before = [known[each] for each in dict.fromkeys(parents) if each in known and each not in seen]
        seen.update(each.id for each in before)
        if not before and here is not item:
            found[here.id] = here
        waiting += before
    return tuple(found.values())


def checked(evidence: Evidence, phrases: Phrases) -> str:
    """What the last check of a file found."""
    if evidence.integrity is Integrity.CHANGED:
        return phrases.say("changed")
    if evidence.integrity is Integrity.MISSING:
        return phrases.say("missing")
    if evidence.verified_at is None:
        return phrases.say("not_verified")
    return phrases.say("verified_at", at=phrases.at(evidence.verified_at))


def integrity_rows(
    exhibit: ExhibitPage, known: Mapping[int, Evidence], phrases: Phrases, words: Words
) -> tuple[IntegrityRow, ...]:
    """A row for every file of an exhibit: the originals first, then the copies that are shown."""
    shown = exhibit.files
    files = {each.id: each for each in (exhibit.original,) if each is not None}
    for each in shown:
        files |= {origin.id: origin for origin in origins_in(each, known)}
    for each in shown:
        files.setdefault(each.id, each)
    return tuple(_row(exhibit.number, file, known, phrases, words) for file in files.values())


def _row(number: int, file: Evidence, known: Mapping[int, Evidence], phrases: Phrases, words: Words) -> IntegrityRow:
    return IntegrityRow(
        exhibit=number,
        original_name=file.original_name,
        size=f"{file.size:,} B",
        imported=f"{phrases.second(file.imported_at)} {file.imported_by}".rstrip(),
        captured=phrases.second(file.captured_at) if file.captured_at else phrases.say("not_recorded"),
        state=checked(file, phrases),
        sha256=file.sha256,
        source=came(file, phrases, words),
        made_of=_made_of(file, known, phrases, words),
    )


def came(file: Evidence, phrases: Phrases, words: Words) -> str:
    """How a file came in: by which way, out of which archive or window, by whom."""
    key = "came_from" if file.origin.strip() else "came"
    person = file.imported_by or "—"
    return phrases.say(key, source=words.word(file.source, phrases.language), origin=file.origin.strip(), person=person)


def _made_of(file: Evidence, known: Mapping[int, Evidence], phrases: Phrases, words: Words) -> str:
    parents = file.made_of or ((file.parent_id,) if file.parent_id is not None else ())
    names = [known[each].original_name for each in parents if each in known]
    if not names or file.derivation is Derivation.ORIGINAL:
        return ""
    how = words.word(file.derivation, phrases.language)
    shown = phrases.join(names[:3]) + (phrases.say("and_more", count=len(names)) if len(names) > 3 else "")
    return phrases.say("made_of", name=shown, how=how)
