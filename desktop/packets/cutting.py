"""Where a finished PDF is cut into files that are small enough for their receiver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from desktop.packets.pieces import page_weights, piece
from desktop.packets.values import PacketFile
from models.rules.packet_presets import PacketPreset

_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """The pages from `first` to before `last` (from 0) as a file."""

    first: int
    last: int
    content: bytes


class Cutting:
    """Where a PDF is cut into files that are small enough: before an exhibit where it can be, else before a page.

    `anywhere`: before any page, so that as few files as can be are needed.
    """

    def __init__(self, content: bytes, file: PacketFile, preset: PacketPreset, *, anywhere: bool = False) -> None:
        self._content, self._pages, self._preset = content, file.pages, preset
        self._starts = [] if anywhere else sorted({each.page - 1 for each in file.exhibits})
        self._weights = page_weights(content)
        self._around = 0

    def parts(self) -> list[Part]:
        """The files in order. One that is too large is a page that is too large."""
        found: list[Part] = []
        first = 0
        while first < self._pages:
            found.append(self._part_from(first))
            first = found[-1].last
        return found

    def _part_from(self, first: int) -> Part:
        """The longest that fits; sizes are guessed from what its pages hold, and then measured."""
        limit = self._preset.file_bytes
        most = min(self._pages, first + (self._preset.file_pages or self._pages))
        best: Part | None = None
        over = most + 1
        for _ in range(_TRIES):
            room = most if limit is None else self._guessed(first, most, limit)
            last = self._before_exhibit(first, min(room, over - 1))
            if best is not None and last <= best.last:
                break
            part = Part(first, last, piece(self._content, first, last))
            if limit is not None:
                self._around = len(part.content) - self._held(first, last)
            if limit is None or len(part.content) <= limit:
                best = part
                continue
            if last == first + 1:
                return best or part
            over = last
        while best is None:
            last = first + max(1, (over - first) // 2)
            part = Part(first, last, piece(self._content, first, last))
            over = last
            if limit is None or len(part.content) <= limit or last == first + 1:
                best = part
        return best

    def _held(self, first: int, last: int) -> int:
        pictures: dict[Any, int] = {}
        for weight in self._weights[first:last]:
            pictures |= weight.pictures
        return sum(pictures.values()) + sum(weight.drawing for weight in self._weights[first:last])

    def _guessed(self, first: int, most: int, limit: int) -> int:
        last = first + 1
        while last < most and self._held(first, last + 1) + self._around <= limit:
            last += 1
        return last

    def _before_exhibit(self, first: int, most: int) -> int:
        """The last place to cut that is no later than `most`."""
        if most == self._pages:
            return most
        good = [start for start in self._starts if first < start <= most]
        return good[-1] if good else max(first + 1, most)
