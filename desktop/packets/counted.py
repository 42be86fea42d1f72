"""The pictures of a packet as they are counted: how many bytes each takes at a rung, and none above its own limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.packets.jpeg import clean_jpeg
from desktop.packets.values import NoPreview, PictureBytes, PictureSource
from models.kinds import MediaKind
from models.packet_records import Crop
from models.records import Evidence
from models.rules.packet_fit import LEAST_PAGE_SIDE, LEAST_TEXT_WIDTH, Rung
from models.rules.packet_parts import PacketContent, Shot
from models.rules.packet_shots import shot_size, shows_text

Key = tuple[str, Crop | None, int, int | None]


def key_of(shot: Shot) -> Key:
    """What makes two shots the same picture."""
    return shot.evidence.sha256, shot.crop, shot.page, shot.at_ms


@dataclass(frozen=True, slots=True)
class _Given:
    key: Key
    side: int


class CountedPictures:
    """A PictureSource that passes another's pictures on and remembers them by the hash they have in the PDF.

    `hold_to` sets the most pixels a shot's longer side may have from then on: where it would be too dense on its page.
    """

    def __init__(self, pictures: PictureSource) -> None:
        self._pictures = pictures
        self._most: dict[Key, int] = {}
        self._given: dict[str, _Given] = {}
        self._sizes: dict[tuple[Key, int, int], int] = {}

    def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """The picture of the whole file."""
        return self._pictures.jpeg(evidence, max_side, quality)

    def shot(self, shot: Shot, rung: Rung) -> PictureBytes | NoPreview:
        """What a shot shows at the rung, or smaller where it is held to less."""
        made = self._pictures.shot(shot, self._held(shot, rung))
        if isinstance(made, PictureBytes):
            try:
                digest = clean_jpeg(made.content).digest
            except ValueError:
                return made
            self._given[digest] = _Given(key_of(shot), max(made.width, made.height))
        return made

    def prepare(
        self, shots: Sequence[Shot], rung: Rung, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Make those not kept yet, each as large as it is allowed. Raises Cancelled."""
        by_rung: dict[Rung, list[Shot]] = {}
        for shot in shots:
            by_rung.setdefault(self._held(shot, rung), []).append(shot)
        before = 0
        for held, some in by_rung.items():
            ahead = before
            self._pictures.prepare(some, held, lambda done, ahead=ahead: told(ahead + done), cancelled)  # type: ignore[misc]
            before += len(some)

    def text(self, evidence: Evidence) -> str | None:
        """The characters of a text file."""
        return self._pictures.text(evidence)

    def drawn(self, pdf: bytes, page: int, max_side: int, quality: int) -> PictureBytes | NoPreview:
        """A page of a PDF of ours as a picture."""
        return self._pictures.drawn(pdf, page, max_side, quality)

    def size(self, shot: Shot, rung: Rung) -> int:
        """How many bytes the picture takes at the rung; 0 where there is none."""
        held = self._held(shot, rung)
        known = (key_of(shot), *shot_size(shot, held))
        if known not in self._sizes:
            made = self._pictures.shot(shot, held)
            if not isinstance(made, PictureBytes):
                return 0
            self._sizes[known] = len(made.content)
        return self._sizes[known]

    def hold_to(self, digest: str, share: float) -> bool:
        """Make the picture with that hash smaller by `share` from now on; False if it is none of these."""
        given = self._given.get(digest)
        if given is None:
            return False
        self._most[given.key] = min(self._most.get(given.key, given.side), max(16, int(given.side * share)))
        return True

    def illegible(self, shot: Shot, rung: Rung) -> bool:
        """Whether words of a shot can no longer be read because it is held to less than they need."""
        if key_of(shot) not in self._most or not shows_text(shot.evidence):
            return False
        made = self._pictures.shot(shot, self._held(shot, rung))
        if not isinstance(made, PictureBytes):
            return False
        if shot.evidence.media is MediaKind.DOCUMENT:
            return max(made.width, made.height) < LEAST_PAGE_SIDE
        left, top, right, bottom = shot.crop or (0.0, 0.0, 1.0, 1.0)
        own = min((shot.evidence.width or 0) * (right - left), (shot.evidence.height or 0) * (bottom - top))
        return min(made.width, made.height) < min(own, LEAST_TEXT_WIDTH)

    def _held(self, shot: Shot, rung: Rung) -> Rung:
        most = self._most.get(key_of(shot))
        if most is None:
            return rung
        side, quality = shot_size(shot, rung)
        if side <= most:
            return rung
        share = most / side
        text_side = max(16, int(rung.text_side * share))
        held = Rung(max(16, int(rung.side * share)), quality, text_side, quality)
        while shot_size(shot, held)[0] > most and held.text_side > 16:
            held = Rung(max(16, held.side - 1), quality, held.text_side - max(1, held.text_side // 100), quality)
        return held


def shots_of(content: PacketContent, source: PictureSource) -> dict[int, tuple[Shot, ...]]:
    """The shots of every exhibit by its number; one of the whole file where none are said and it is no text."""
    found: dict[int, tuple[Shot, ...]] = {}
    for page in content.exhibits:
        if page.shots or page.bubbles or source.text(page.evidence) is not None:
            found[page.number] = page.shots
        else:
            found[page.number] = (Shot(page.evidence),)
    return found


def once(shots: Iterable[Shot]) -> tuple[Shot, ...]:
    """Each picture once: a PDF holds it once, however often it is shown."""
    return tuple({key_of(each): each for each in shots}.values())
