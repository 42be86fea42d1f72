"""The evidence checklist: what a case needs, against the evidence tags that are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from models.rules.conclusion import EvidenceNeed

LEVELS: Final = ("must", "should", "may")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist: the need, and whether evidence with its tag is there."""

    need: EvidenceNeed
    present: bool


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


def checklist(needs: Iterable[EvidenceNeed], tags: Iterable[str]) -> Checklist:
    """The checklist of a case. `tags` are the tags on its evidence: the ids of the pack's evidence kinds."""
    there = {tag.strip().lower() for tag in tags}
    ordered = sorted(needs, key=lambda need: LEVELS.index(need.level))
    return Checklist(tuple(ChecklistItem(need, need.id in there) for need in ordered))


def strongest(one: str, other: str) -> str:
    """The stronger of two levels."""
    return min(one, other, key=LEVELS.index)
