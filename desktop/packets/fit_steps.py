"""The steps of fitting a packet: told as one count that only grows, and which rung of shrinking the bytes allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.packets.counted import CountedPictures, once
from desktop.packets.values import Cancelled
from models.kinds import MediaKind
from models.rules.packet_fit import LADDER, Rung
from models.rules.packet_parts import Shot
from models.rules.packet_shots import shows_text

WHOLE: Final = 1_000
# So many of each kind say how many bytes all take at a rung. They are off by a few per cent: a rung that passes the
# room by less is made and measured, one that passes it by more is not.
_ASKED: Final = 5
_NEAR: Final = 1.08
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
    """How many bytes the pictures take on each rung; made when they are asked for, and once.

    What a rung takes is known from a few pictures of each kind before all are made, so that few rungs are made of all.
    """

    def __init__(self, shots: Mapping[int, Sequence[Shot]], pictures: CountedPictures, steps: Steps) -> None:
        self._shots, self._pictures, self._steps = shots, pictures, steps
        self._all = once(shot for some in shots.values() for shot in some)
        self._kinds: dict[tuple[str, ...], list[Shot]] = {}
        for shot in self._all:
            self._kinds.setdefault(_kind(shot), []).append(shot)
        self._asked = {kind: some[:: max(1, len(some) // _ASKED)][:_ASKED] for kind, some in self._kinds.items()}
        self._sums: dict[int, int] = {}
        self._about: dict[int, dict[tuple[str, ...], float]] = {}

    def forget(self) -> None:
        """Pictures have become smaller than they were."""
        self._sums.clear()
        self._about.clear()

    def about(self, place: int) -> float:
        """Roughly how many bytes all pictures take at that rung; exactly once they are made. Raises Cancelled."""
        if place in self._sums:
            return self._sums[place]
        rough = sum(self._sampled(place).values())
        if not self._sums or not rough:
            return rough
        # What is known of the nearest rung says how far a few pictures stand for all.
        nearest = min(self._sums, key=lambda known: (abs(known - place), known))
        sampled = sum(self._sampled(nearest).values())
        return rough * self._sums[nearest] / sampled if sampled else rough

    def _sampled(self, place: int) -> dict[tuple[str, ...], float]:
        """What each kind takes at a rung, as a few of it say: each in proportion to its file, where that says much."""
        if place not in self._about:
            rung, found = LADDER[place], {}
            asked = [shot for some in self._asked.values() for shot in some]
            self._pictures.prepare(asked, rung, lambda _done: None, self._steps.cancelled)
            self._steps.check()
            for kind, some in self._kinds.items():
                few = self._asked[kind]
                share = sum(map(_weight, some)) / sum(map(_weight, few))
                found[kind] = share * sum(self._pictures.size(shot, rung) for shot in few)
            self._about[place] = found
        return self._about[place]

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
        """The rung to begin with so that the pictures take about `room` bytes, as a few of each kind say."""
        if room is None or not self._all:
            return 0
        low, high = 0, len(LADDER) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.about(middle) <= room else (middle + 1, high)
        return low

    def hopeless(self, place: int, room: int) -> bool:
        """Whether all pictures take more than `room` bytes at that rung by so much that none needs to be made."""
        return self.about(place) > (room if place in self._sums else room * _NEAR)

    def highest(self, room: int, start: int) -> int | None:
        """The highest rung whose pictures take at most `room` bytes, looking from `start`; None if none does."""
        place = start
        if self.bytes_at(place) <= room:
            while place and not self.hopeless(place - 1, room) and self.bytes_at(place - 1) <= room:
                place -= 1
            return place
        while place + 1 < len(LADDER):
            place += 1
            if not self.hopeless(place, room) and self.bytes_at(place) <= room:
                return place
        return None


def _kind(shot: Shot) -> tuple[str, ...]:
    """Shots of one kind take bytes in proportion: photos and screenshots of a format, parts, pages and moments."""
    evidence = shot.evidence
    if shot.crop is not None or evidence.media in (MediaKind.VIDEO, MediaKind.DOCUMENT):
        return (evidence.media.value, "part" if shot.crop is not None else "")
    return (evidence.media.value, evidence.format, "text" if shows_text(evidence) else "")


def _weight(shot: Shot) -> int:
    """A file's bytes tell how much there is to see in a picture; not of a film, nor of a part."""
    whole = shot.crop is None and shot.evidence.media not in (MediaKind.VIDEO, MediaKind.DOCUMENT)
    return max(1, shot.evidence.size) if whole else 1


def rung_at(place: int) -> Rung:
    """The rung of that place, the first the largest."""
    return LADDER[place]
