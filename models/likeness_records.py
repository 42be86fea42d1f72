"""What is known of pictures that were seen before: where else, how alike, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sighting:
    """Another piece of evidence with the same bytes (`exact`) or a picture that looks alike.

    `percent` is the share of the look's bits that agree, 100 only for the same bytes. `same_batch`: both orders have an
    item of one batch; None where a batch is not known.
    """

    evidence_id: int
    evidence_number: int
    caption: str
    sha256: str
    case_id: int
    case_number: str
    buyer_id: int | None
    buyer_nick: str
    exact: bool
    percent: int
    same_case: bool
    same_buyer: bool
    same_batch: bool | None
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What one piece of evidence is like elsewhere, other cases first; `dismissed` counts those a person put away."""

    evidence_id: int
    caption: str
    sightings: tuple[Sighting, ...] = ()
    dismissed: int = 0

    @property
    def elsewhere(self) -> tuple[Sighting, ...]:
        """Those in other cases."""
        return tuple(one for one in self.sightings if not one.same_case)


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """One case in which a picture stands."""

    case_id: int
    case_number: str
    buyer_id: int | None
    buyer_nick: str
    evidence_id: int


@dataclass(frozen=True, slots=True)
class SerialPattern:
    """One picture, or ones that look alike, in several cases; `exact` if all of it are the same bytes."""

    places: tuple[PatternPlace, ...]
    exact: bool
    buyers: int
    """How many buyers' cases these are."""
