"""The evidence checklist: what a case needs, against the tagged evidence that may be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.evidence_records import Completeness, Evidence
from models.kinds import Derivation, Integrity
from models.rules.conclusion import EvidenceNeed

LEVELS: Final = ("must", "should", "may")
# Copies that show the same thing as what they were made of. A still or a cut shows a part of it only.
_SAME_THING: Final = frozenset({Derivation.REDACTED, Derivation.ANNOTATED, Derivation.COPY})


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist: the need, whether it is met, and by which evidence, in the order of its numbers."""

    need: EvidenceNeed
    present: bool
    where: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines, strongest first, and how far the required ones are met."""

    items: tuple[ChecklistItem, ...]

    @property
    def missing(self) -> tuple[EvidenceNeed, ...]:
        """What is not there, the required first."""
        return tuple(item.need for item in self.items if not item.present)

    @property
    def required_missing(self) -> tuple[EvidenceNeed, ...]:
        """What must be there and is not."""
        return tuple(need for need in self.missing if need.level == "must")

    @property
    def complete(self) -> bool:
        """Whether everything required is there."""
        return not self.required_missing

    @property
    def completeness(self) -> Completeness:
        """The counts the list of cases shows."""
        return Completeness(
            len(self.items), sum(item.present for item in self.items), len(self.required_missing)
        )  # fmt: skip


def checklist_of(needs: Iterable[EvidenceNeed], evidence: Sequence[Evidence]) -> Checklist:
    """The checklist of a case with the evidence that meets each line.

    A need is met by any evidence tagged with it, and by a copy of such evidence that shows the same (with parts made
    unreadable, or marked); never by a file that is not as imported.
    """
    filling = _filling(evidence)
    return Checklist(
        tuple(ChecklistItem(need, bool(filling.get(need.id)), filling.get(need.id, ())) for need in _ordered(needs))
    )


def tags_there(evidence: Sequence[Evidence]) -> frozenset[str]:
    """The needs that the evidence of a case meets, as `checklist_of` counts them."""
    return frozenset(_filling(evidence))


def strongest(one: str, other: str) -> str:
    """The stronger of two levels."""
    return min(one, other, key=LEVELS.index)


def _plain(tag: str) -> str:
    return tag.strip().lower()


def _ordered(needs: Iterable[EvidenceNeed]) -> list[EvidenceNeed]:
    return sorted(needs, key=lambda need: LEVELS.index(need.level))


def _filling(evidence: Sequence[Evidence]) -> Mapping[str, tuple[Evidence, ...]]:
    by_id = {item.id: item for item in evidence}
    found: dict[str, list[Evidence]] = {}
    for item in sorted(evidence, key=lambda each: each.number):
        tag = _tag_of(item, by_id)
        if tag and item.integrity is Integrity.VERIFIED:
            found.setdefault(tag, []).append(item)
    return {tag: tuple(items) for tag, items in found.items()}


def _tag_of(item: Evidence, by_id: Mapping[int, Evidence]) -> str:
    """Its own tag, else that of what it was made of. A row that names itself as its parent ends the search.

    A packet made of evidence shows nothing that was not there: it fills no need, whatever it is tagged.
    """
    if item.derivation is Derivation.PACKET:
        return ""
    seen: set[int] = set()
    here: Evidence | None = item
    while here is not None and here.id not in seen:
        if _plain(here.tag):
            return _plain(here.tag)
        seen.add(here.id)
        same = here.derivation in _SAME_THING and here.parent_id is not None
        here = by_id.get(here.parent_id) if same and here.parent_id is not None else None
    return ""
