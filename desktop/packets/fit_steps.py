"""The steps of fitting a packet: told as one count that only grows, and which rung of shrinking the bytes allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.packets.counted import CountedPictures, once
from desktop.packets.values import Cancelled
from models.rules.packet_fit import LADDER, Rung
from models.rules.packet_parts import Shot

WHOLE: Final = 1_000
# Of a rung's bytes, roughly how many are left at the next: only where the search for the first one begins.
_ROUGHLY: Final = (1.0, 0.76, 0.55, 0.42, 0.31, 0.24, 0.17, 0.12)
_ASKED: Final = 4
Progress = Callable[[int, int], None]


@dataclass
class Steps:
    """Tells `progress(done, 1000)` and asks `cancelled` for all that has to be done, in whatever order it comes."""

    progress: Progress
    cancelled: Callable[[], bool]
    told: int = 0

    def within(self, end: int) -> Progress:
        """What the next piece of work may call with its own counts: it moves from here up to `end`."""
        start = self.told

        def tell(done: int, total: int) -> None:
            self.tell(start + (end - start) * min(done, total) // max(1, total))

        return tell

    def tell(self, done: int) -> None:
        """Never backwards."""
        self.told = max(self.told, min(done, WHOLE))
        self.progress(self.told, WHOLE)

    def left(self, share: float) -> int:
        """Where the next piece of work ends when it takes that share of what is left."""
        return self.told + int((WHOLE - self.told) * share)

    def check(self) -> None:
        """Raises Cancelled."""
        if self.cancelled():
            raise Cancelled


class Ladder:
    """How many bytes the pictures take on each rung; made when they are asked for, and once."""

    def __init__(self, shots: Mapping[int, Sequence[Shot]], pictures: CountedPictures, steps: Steps) -> None:
        self._shots, self._pictures, self._steps = shots, pictures, steps
        self._all = once(shot for some in shots.values() for shot in some)
        self._sums: dict[int, int] = {}

    def forget(self) -> None:
        """Pictures have become smaller than they were."""
        self._sums.clear()

    def bytes_at(self, place: int) -> int:
        """All pictures together at that rung. Raises Cancelled."""
        if place not in self._sums:
            end = self._steps.left(0.5)
            tell = self._steps.within(end)
            count = max(1, len(self._all))
            self._pictures.prepare(self._all, LADDER[place], lambda done: tell(done, count), self._steps.cancelled)
            self._steps.check()
            self._sums[place] = sum(self._pictures.size(shot, LADDER[place]) for shot in self._all)
        return self._sums[place]

    def largest_at(self, place: int) -> int:
        """The bytes of the largest picture at that rung; 0 without pictures."""
        self.bytes_at(place)
        return max((self._pictures.size(shot, LADDER[place]) for shot in self._all), default=0)

    def by_exhibit(self, place: int) -> dict[int, int]:
        """The bytes of each exhibit's pictures at that rung, by its number."""
        rung = LADDER[place]
        return {number: sum(self._pictures.size(shot, rung) for shot in once(some)) for number, some in
                self._shots.items()}  # fmt: skip

    def illegible(self, place: int) -> tuple[int, ...]:
        """The exhibits whose words can no longer be read at that rung, held to a receiver's dots per inch or pixels."""
        rung = LADDER[place]
        return tuple(
            number for number, some in self._shots.items() if any(self._pictures.illegible(each, rung) for each in some)
        )

    def guess(self, room: int | None) -> int:
        """The rung to begin with so that the pictures take about `room` bytes: from a few of them at the first rung."""
        if room is None or not self._all:
            return 0
        step = max(1, len(self._all) // _ASKED)
        some = self._all[::step][:_ASKED]
        self._pictures.prepare(some, LADDER[0], lambda _done: None, self._steps.cancelled)
        self._steps.check()
        about = sum(self._pictures.size(shot, LADDER[0]) for shot in some) * len(self._all) / len(some)
        for place, share in enumerate(_ROUGHLY):
            if about * share <= room:
                return place
        return len(LADDER) - 1

    def highest(self, room: int, start: int) -> int | None:
        """The highest rung whose pictures take at most `room` bytes, looking from `start`; None if none does."""
        place = start
        if self.bytes_at(place) <= room:
            while place and self.bytes_at(place - 1) <= room:
                place -= 1
            return place
        while place + 1 < len(LADDER):
            place += 1
            if self.bytes_at(place) <= room:
                return place
        return None


def rung_at(place: int) -> Rung:
    """The rung of that place, the first the largest."""
    return LADDER[place]
