"""What goes into a packet's build and comes out of it: values and reasons, known without loading what draws PDFs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from models.records import Evidence


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

    def text(self, evidence: Evidence) -> str | None:
        """The text of a chat log or text file; None for anything else."""


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
