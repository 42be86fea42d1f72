"""When the frames of a film or an animation are shown: told by the decoder's process, checked before it is believed."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from desktop.decoder.client import Decoder
from desktop.decoder.protocol import Operation
from desktop.decoder.results import NoPreview, NoPreviewReason

MOST_LISTED = 20_000
_MOST_FRAMES = 1 << 31
_LONGEST_MS = 0x7FFFFFFF


@dataclass(frozen=True, slots=True)
class FrameList:
    """Frames in the order shown. `times` are milliseconds from the beginning, those of frames `first`, `first` + 1, …

    `count` is how many frames there are; a long film lists only those around the moment asked for. With no `times` the
    frames are not known one by one, and `count` is 0.
    """

    count: int
    first: int
    times: tuple[int, ...]
    duration_ms: int

    def at(self, moment_ms: int) -> int:
        """The number (from 0) of the frame shown at a moment; the first one before all."""
        return self.first + max(0, bisect_right(self.times, moment_ms) - 1)

    def time_of(self, frame: int) -> int | None:
        """When a frame (from 0) is shown; None outside of what is listed."""
        place = frame - self.first
        return self.times[place] if 0 <= place < len(self.times) else None

    @property
    def still(self) -> bool:
        """Whether there is only one picture."""
        return self.count <= 1 and self.duration_ms == 0


def frame_list(decoder: Decoder, path: Path, around_ms: int = 0) -> FrameList | NoPreview:
    """The frames of a film or an animation, at most 20,000 of them around a moment. Waits: for the I/O pool."""
    answer = decoder.data(path, Operation.FRAMES, {"around_ms": max(0, around_ms), "most": MOST_LISTED})
    if isinstance(answer, NoPreview):
        return answer
    try:
        return _checked(json.loads(answer))
    except (ValueError, RecursionError):
        return NoPreview(NoPreviewReason.DAMAGED)


def _checked(said: Any) -> FrameList:
    """What the worker said, if it can be true; it opened a hostile file. ValueError if not."""
    if not isinstance(said, dict):
        raise ValueError("not a list of frames")
    count = _number(said.get("count"), _MOST_FRAMES)
    first = _number(said.get("first"), _MOST_FRAMES)
    listed = said.get("times")
    if not isinstance(listed, list) or len(listed) > MOST_LISTED or first + len(listed) > count:
        raise ValueError("not a list of times")
    times = tuple(_number(time, _LONGEST_MS) for time in listed)
    if any(later < earlier for earlier, later in pairwise(times)):
        raise ValueError("times out of order")
    return FrameList(count, first, times, _number(said.get("duration_ms"), _LONGEST_MS))


def _number(said: Any, most: int) -> int:
    if type(said) is not int or not 0 <= said <= most:
        raise ValueError("number out of bounds")
    return said
