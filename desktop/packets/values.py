"""What goes into a packet's build and comes out of it: values and reasons, known without loading what draws PDFs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models.records import Evidence
from models.rules.packet_fit import Meter, Refusal, Rung
from models.rules.packet_parts import Shot


@dataclass(frozen=True, slots=True)
class PictureBytes:
    """A JPEG made from pixels by the decoder process; size in pixels."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NoPreview:
    """Why there is no picture, as a stable code or a short text."""

    reason: str


class PictureSource(Protocol):
    """Gives what can be shown of evidence. Never the original bytes."""

    def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """The picture, first page or first frame, no side longer than `max_side` pixels."""

    def shot(self, shot: Shot, rung: Rung) -> PictureBytes | NoPreview:
        """What a shot shows, cropped, at the size and quality of the rung; kept for the next time."""

    def prepare(
        self, shots: Sequence[Shot], rung: Rung, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Make those not kept yet, as many at once as there are workers; `told` counts them. Raises Cancelled."""

    def text(self, evidence: Evidence) -> str | None:
        """The text of a chat log or text file; None for anything else."""

    def drawn(self, pdf: bytes, page: int, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """A page (from 0) of a PDF of ours as a picture, drawn where all pictures are: its longer side in pixels."""


class Cancelled(Exception):
    """The user stopped the build; nothing was written."""


@dataclass(frozen=True, slots=True)
class PlacedExhibit:
    """Where an exhibit begins, and whether something of it could be shown."""

    number: int
    evidence_id: int
    page: int
    shown: bool


@dataclass(frozen=True, slots=True)
class PacketFile:
    """A finished packet: pages, size in bytes, hash of them, characters that show as a box, exhibits with pages."""

    pages: int
    size: int
    sha256: str
    missing_glyphs: tuple[str, ...]
    exhibits: tuple[PlacedExhibit, ...]


class NotInert(Exception):
    """The packet holds something that could act: a bug of ours, so the file is not handed out."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(", ".join(found))
        self.found = found


@dataclass(frozen=True, slots=True)
class OutFile:
    """One finished file of a packet: name, format (`pdf`, `jpeg`, `png`, `txt`), bytes, what it is for."""

    name: str
    format: str
    content: bytes
    slot: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A packet built for a preset. `preview`: all of it as one PDF to look at. With refusals it must not go out."""

    files: tuple[OutFile, ...]
    preview: bytes
    pages: int
    meters: tuple[Meter, ...]
    refusals: tuple[Refusal, ...]
    missing_glyphs: tuple[str, ...]
    exhibits: tuple[PlacedExhibit, ...]
    rung: Rung


@dataclass(frozen=True, slots=True)
class SealWish:
    """How a finished PDF is closed: a password to open it (AES-256), the shop's signature with its passphrase.

    An empty `passphrase` is the one given before in this session. `stamp`: with a time stamp, where a server is set.
    """

    password: str = field(default="", repr=False)
    sign: bool = False
    passphrase: str = field(default="", repr=False)
    stamp: bool = True


@dataclass(frozen=True, slots=True)
class Sealed:
    """A closed PDF: the name in the certificate and its SHA-256 if signed, the stamp's time if there is one."""

    content: bytes
    signed_by: str = ""
    certificate: str = ""
    stamped_at: datetime | None = None
    locked: bool = False
