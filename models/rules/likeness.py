"""When two looks are candidates for one photo, and the search for them among hundreds of thousands.

A look is the difference hash of a picture along both axes (128 bits), then that of its mirror image. Bits are only set
where the picture changes, so two nearly empty pages agree in most bits whatever is on them: what is compared is the
share that differs of the bits set in either (Jaccard). Measured by tests/bench/likeness_rates.py.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from dataclasses import dataclass

METHOD = 1
"""The version of the look; others are made anew."""
LOOK_BITS = 128
LOOK_BYTES = 2 * LOOK_BITS // 8
FARTHEST = 0.45
"""Share of the set bits that may differ: copies cropped by 8 % stay below it in nine of ten cases."""
LARGEST_DIFFERENCE = 0.45
"""Of the least alike patches (desktop.decoder.likeness.difference): other digits on one scale begin at 0.54."""
CANDIDATES = 12
"""The nearest so many are compared place by place."""
_MOST_ACROSS = 24  # of 64; looked at before anything else
_SLICE = 8_192


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file whose look is near: how many bits differ, and whether it is near in the mirror only."""

    sha256: str
    distance: int
    mirrored: bool


def percent(distance: int) -> int:
    """How alike in whole percent; never 100, which is for the same bytes."""
    return max(1, min(99, round(100 * (LOOK_BITS - distance) / LOOK_BITS)))


class LookIndex:
    """All looks of a store in memory, 48 bytes each. Not thread-safe: one thread fills and asks it."""

    def __init__(self, rest: Callable[[], object] = lambda: time.sleep(0)) -> None:
        """`rest` is called between slices of a search, so that other threads have their turn."""
        self._across, self._down = array("Q"), array("Q")
        self._names = bytearray()
        self._rest = rest

    def __len__(self) -> int:
        return len(self._across)

    def add(self, sha256: str, look: bytes) -> bool:
        """Put a look in, once for each file; False for what is no look."""
        if len(look) != LOOK_BYTES:
            return False
        self._names += bytes.fromhex(sha256)
        self._across.append(int.from_bytes(look[:8]))
        self._down.append(int.from_bytes(look[8:16]))
        return True

    def near(self, sha256: str, look: bytes) -> tuple[Candidate, ...]:
        """The nearest files, but itself; the nearest first. Nothing for what is no look."""
        if len(look) != LOOK_BYTES:
            return ()
        found: dict[int, tuple[float, int, bool]] = {}
        for mirrored, half in ((False, look[:16]), (True, look[16:])):
            across, down = int.from_bytes(half[:8]), int.from_bytes(half[8:])
            for start in range(0, len(self._across), _SLICE):
                part = self._across[start : start + _SLICE]
                for place in [at for at, one in enumerate(part, start) if (one ^ across).bit_count() <= _MOST_ACROSS]:
                    one, other = self._across[place], self._down[place]
                    apart = (one ^ across).bit_count() + (other ^ down).bit_count()
                    share = apart / ((one | across).bit_count() + (other | down).bit_count() or 1)
                    if share <= FARTHEST and (place not in found or share < found[place][0]):
                        found[place] = (share, apart, mirrored)
                self._rest()
        nearest = sorted(found.items(), key=lambda item: item[1][0])[: CANDIDATES + 1]
        named = [Candidate(self._name(place), apart, mirrored) for place, (_, apart, mirrored) in nearest]
        return tuple(one for one in named if one.sha256 != sha256)[:CANDIDATES]

    def _name(self, place: int) -> str:
        return self._names[place * 32 : place * 32 + 32].hex()
