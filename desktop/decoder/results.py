"""What the decoder answers: pixels, facts about a file, or why there is no preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum

# Raised whenever the same file may give other pixels than before; cached thumbnails of older versions are remade.
DECODER_VERSION = 2


class MediaKind(StrEnum):
    """What sort of evidence a file is, by its first bytes."""

    IMAGE = "image"
    VIDEO = "video"
    DOCUMENT = "document"
    TEXT = "text"
    OTHER = "other"


class MediaFormat(StrEnum):
    """The formats that have a preview, and the two that have none."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    BMP = "bmp"
    HEIF = "heif"
    PDF = "pdf"
    MP4 = "mp4"
    MOV = "mov"
    TEXT = "text"
    UNKNOWN = "unknown"

    @property
    def kind(self) -> MediaKind:
        return _KINDS.get(self, MediaKind.IMAGE)


_KINDS = {
    MediaFormat.PDF: MediaKind.DOCUMENT,
    MediaFormat.MP4: MediaKind.VIDEO,
    MediaFormat.MOV: MediaKind.VIDEO,
    MediaFormat.TEXT: MediaKind.TEXT,
    MediaFormat.UNKNOWN: MediaKind.OTHER,
}


class NoPreviewReason(StrEnum):
    """Why a file is kept without a preview. The words are stable codes; sentences are made in the window."""

    UNSUPPORTED = "unsupported"  # not of a format that is opened at all
    TEXT_FILE = "text_file"  # a chat log: shown as text, not as a picture
    EMPTY = "empty"
    DAMAGED = "damaged"  # truncated, malformed, or refused by the format's library
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_LARGE_FILE = "too_large_file"
    OUT_OF_MEMORY = "out_of_memory"  # the worker's memory limit was reached
    TIME_LIMIT = "time_limit"
    WORKER_DIED = "worker_died"
    ENCRYPTED = "encrypted"  # a PDF with a password
    NO_SUCH_PAGE = "no_such_page"
    NOT_READABLE = "not_readable"  # the file is gone, locked, or not a regular file
    UNAVAILABLE = "unavailable"  # the decoder is closed or its process cannot be started


# True of the file itself, so worth remembering on disk; the others may be gone at the next try.
_LASTING = frozenset(NoPreviewReason) - {
    NoPreviewReason.NOT_READABLE,
    NoPreviewReason.UNAVAILABLE,
    NoPreviewReason.TIME_LIMIT,
    NoPreviewReason.WORKER_DIED,
}


@dataclass(frozen=True, slots=True)
class NoPreview:
    """The file is kept as it is, but nothing can be shown of it."""

    reason: NoPreviewReason

    @property
    def lasting(self) -> bool:
        return self.reason in _LASTING


@dataclass(frozen=True, slots=True)
class Pixels:
    """Raw RGBA pixels, 8 bits each, not premultiplied, rows top to bottom, `stride` bytes per row."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A picture file the decoder made of pixels alone: no EXIF, GPS, profile or comment of the original is in it."""

    format: MediaFormat
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself. Every word of it is the file's claim, not the program's finding.

    `width` and `height` are pixels as seen upright; 0 where unknown. `captured` is the camera's wall clock without
    a zone; `captured_offset_minutes` is its distance from UTC when the file says so. `mismatch` means the name's
    extension belongs to another format than the first bytes. `no_preview` tells why pixels cannot be had.
    """

    format: MediaFormat
    width: int = 0
    height: int = 0
    pages: int = 0
    duration_ms: int = 0
    captured: datetime | None = None
    captured_offset_minutes: int | None = None
    mismatch: bool = False
    no_preview: NoPreviewReason | None = None

    @property
    def kind(self) -> MediaKind:
        return self.format.kind

    def captured_at(self, zone: tzinfo) -> datetime | None:
        """The claimed moment in UTC; `zone` is taken where the file names no offset."""
        if self.captured is None:
            return None
        if self.captured_offset_minutes is None:
            return self.captured.replace(tzinfo=zone).astimezone(UTC)
        offset = timezone(timedelta(minutes=self.captured_offset_minutes))
        return self.captured.replace(tzinfo=offset).astimezone(UTC)

    def with_mismatch(self, mismatch: bool) -> FileFacts:
        return replace(self, mismatch=mismatch)


Decoded = Pixels | NoPreview
