"""Frozen values of what proves a case: its evidence and the packets made of it. Times are aware UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import Derivation, EvidenceSource, Integrity, MediaKind, Problem


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of a case. The bytes lie in the store under their SHA-256; the original name only here.

    `origin` names the archive, folder or window it came out of, never a whole path. `captured_at` is the device's
    claim, with its zone in `captured_zone` if it says one. `parent_id` is the evidence it was made from, `made_of` all
    of them in order where there were several. `poster_ms`: the moment of a film chosen for its small picture.
    """

    id: int
    case_id: int
    number: int
    sha256: str
    size: int
    original_name: str
    media: MediaKind
    format: str
    source: EvidenceSource
    caption: str
    proves: str
    tag: str
    exhibit: int | None
    captured_at: datetime | None
    captured_zone: str
    imported_at: datetime
    imported_by: str
    width: int | None
    height: int | None
    pages: int | None
    duration_ms: int | None
    integrity: Integrity
    verified_at: datetime | None
    parent_id: int | None = None
    origin: str = ""
    derivation: Derivation = Derivation.ORIGINAL
    made_of: tuple[int, ...] = ()
    poster_ms: int | None = None
    app_version: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is read as words: a text, or a chat log among the chats."""
        return self.format == "text" or self.media is MediaKind.TEXT


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Evidence with what the gallery over all cases shows beside it."""

    evidence: Evidence
    case_number: str
    buyer_nick: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far a checklist is filled: its lines, those met, and the required ones that are not."""

    needed: int
    there: int
    due: int


@dataclass(frozen=True, slots=True)
class EvidenceRequest:
    """That a buyer was asked for what a need of the checklist names: when, and by whom."""

    id: int
    case_id: int
    need: str
    asked_at: datetime
    asked_by: str


@dataclass(frozen=True, slots=True)
class WeightLine:
    """An item that should be in the parcel: grams and tolerance of one piece, how many, how many are said to lack.

    `grams` None: nobody has weighed it yet.
    """

    name: str
    quantity: int
    grams: int | None
    tolerance: int = 0
    missing: int = 0
    sku: str = ""
    variant: str = ""

    @property
    def sum(self) -> int:
        """All pieces together; 0 while one is not known."""
        return (self.grams or 0) * self.quantity


@dataclass(frozen=True, slots=True)
class ParcelWeights:
    """What is known. `waybill_step`: the carrier rounds up to full steps of so many grams."""

    lines: tuple[WeightLine, ...] = ()
    waybill: int | None = None
    waybill_step: int = 0
    scale: int | None = None
    scale_accuracy: int = 0
    packing: int | None = None
    packing_tolerance: int = 0


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weights of a case, as kept. `scale_evidence_id` is the photo that shows the reading."""

    id: int
    case_id: int
    weights: ParcelWeights
    scale_evidence_id: int | None
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class SkuWeight:
    """What one piece of an item of a shop weighs in grams, and how far it may be off."""

    id: int
    shop_id: int
    sku: str
    variant: str
    grams: int
    tolerance_grams: int
