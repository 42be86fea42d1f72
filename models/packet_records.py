"""Frozen values of packets: what one is made with, and what was made. Times are aware UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import DisputeOutcome, ExhibitVersion, PacketForm, PacketLanguage, Paper
from models.money import Money

Crop = tuple[float, float, float, float]
"""Left, top, right, bottom as shares (0 to 1) of the upright picture."""

PER_PAGE = (1, 2, 4, 6)
"""How many exhibits may stand on one page."""


@dataclass(frozen=True, slots=True)
class ExhibitPlan:
    """How one piece of evidence is shown; what is not said here is as the evidence itself says.

    `stills`: moments of a film in milliseconds, empty for its poster. `pages`: pages of a document from 0, empty for
    all. `per_page` is one of PER_PAGE. `slot`: the type of evidence for receivers that take a file per type; empty for
    the one that fits.
    """

    evidence_id: int
    version: ExhibitVersion = ExhibitVersion.AUTO
    crop: Crop | None = None
    per_page: int = 1
    stills: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """All that is chosen for the packet of a case. Which evidence goes in, and its order, stands with the evidence.

    `preset` is a preset's id. `weights` None: in where they help the shop. `texts` are what was written for the fields
    of a receiver (field, text), beside the summary. `previous_id`: the packet the next one is the next version of.
    `recipient`: the name, phone and address the order was sent to, for receivers that compare them with the delivery.
    """

    preset: str = "print"
    language: PacketLanguage = PacketLanguage.ZH
    paper: Paper = Paper.A4
    letterhead: bool = True
    internal_notes: bool = False
    redacted_first: bool = True
    marks: bool = True
    integrity_page: bool = True
    weights: bool | None = None
    pattern: bool = False
    recipient: bool = False
    exhibits: tuple[ExhibitPlan, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    previous_id: int | None = None

    def exhibit(self, evidence_id: int) -> ExhibitPlan:
        """How that evidence is shown."""
        return next((each for each in self.exhibits if each.evidence_id == evidence_id), ExhibitPlan(evidence_id))


@dataclass(frozen=True, slots=True)
class PacketPart:
    """One file of a packet that was made: its name, what it is for (`slot`), size in bytes, hash."""

    name: str
    size: int
    sha256: str
    slot: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet that was made. `size` and `sha256` are those of its file; of several, of the one that lists them.

    `evidence_id`: where it is kept with the case. `signed_by`: the name in the certificate, whose SHA-256 is
    `certificate`; `stamped_at`: the time in the RFC 3161 stamp. `previous_id`: the packet it is the next version of.
    `due_at`: the receiver's deadline as known then.
    """

    id: int
    case_id: int
    number: str
    language: str
    made_at: datetime
    made_by: str
    pages: int
    size: int
    sha256: str
    preset: str = ""
    addressee: str = ""
    form: PacketForm = PacketForm.PDF
    evidence_id: int | None = None
    plan: PacketPlan | None = None
    parts: tuple[PacketPart, ...] = ()
    signed_by: str = ""
    certificate: str = ""
    stamped_at: datetime | None = None
    locked: bool = False
    previous_id: int | None = None
    due_at: datetime | None = None
    outcome: DisputeOutcome | None = None
    outcome_amount: Money | None = None
    outcome_note: str = ""
    outcome_at: datetime | None = None
    outcome_by: str = ""

    @property
    def several(self) -> bool:
        """Whether it went out as several files; the last of `parts` lists them then."""
        return len(self.parts) > 1
