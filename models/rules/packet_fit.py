"""Whether a packet fits what its receiver takes: what is used of each limit, what does not fit, how far to shrink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MeterKind(StrEnum):
    """What is measured."""

    BYTES = "bytes"
    FILE_BYTES = "file_bytes"
    FILES = "files"
    PAGES = "pages"
    PICTURES = "pictures"
    SUMMARY = "summary"
    TEXT = "text"
    DPI = "dpi"


class Fill(StrEnum):
    """How full: well, from 90 %, over."""

    WELL = "well"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a limit is used; `limit` None: none is known. `subject`: the file or slot it is about, if one."""

    kind: MeterKind
    used: int
    limit: int | None
    subject: str = ""

    @property
    def fill(self) -> Fill:
        """Well up to 90 %, near up to the limit, over beyond."""
        if self.limit is None or self.used * 10 <= self.limit * 9:
            return Fill.WELL
        return Fill.NEAR if self.used <= self.limit else Fill.OVER


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the packet cannot go out as it is. `code` has a sentence with `values`; `exhibits` are the numbers of those
    that do not fit, the largest first; `evidence_id` is the first of them."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    exhibits: tuple[int, ...] = ()
    evidence_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of shrinking: the longer side in pixels and the JPEG quality of photos, and those of pictures with text
    (screenshots, chats, pages), which never go below what is readable at 100 %."""

    side: int
    quality: int
    text_side: int
    text_quality: int
