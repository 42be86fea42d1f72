"""What can be shown of each exhibit: its pictures or its text, fetched once before the pages are laid out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from desktop.packets.jpeg import Jpeg, clean_jpeg
from desktop.packets.values import Cancelled, NoPreview, PictureBytes, PictureSource
from models.kinds import MediaKind
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import ExhibitPage, PacketContent, Shot

FIRST_RUNG = Rung(side=1600, quality=85, text_side=12_000, text_quality=85)
_READABLE = 900
# A screenshot taller than this many widths would be too small to read on one page: it goes on over several.
LONG = 2.4
PUT_OFF = "put_off"
"""The reason of a picture that is not made, because the packet is refused for having too many."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One shot and its picture, or the reason why there is none."""

    shot: Shot
    jpeg: Jpeg | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown of an exhibit: pictures in their order, or a text."""

    seen: tuple[Seen, ...] = ()
    text: str | None = None
    bubbles: bool = False

    @property
    def pictures(self) -> tuple[Jpeg, ...]:
        """The pictures there are."""
        return tuple(each.jpeg for each in self.seen if each.jpeg is not None)

    @property
    def anything(self) -> bool:
        """Whether something of the exhibit can be seen."""
        return bool(self.pictures) or self.text is not None or self.bubbles

    @property
    def put_off(self) -> bool:
        """Whether its pictures are not made for now."""
        return any(each.reason == PUT_OFF for each in self.seen)


def put_off(content: PacketContent, pictures: PictureSource) -> dict[int, Shown]:
    """What is shown of every exhibit before any picture is made: its words."""
    found: dict[int, Shown] = {}
    for page in content.exhibits:
        text = None if page.bubbles else pictures.text(page.evidence)
        seen = () if text is not None else tuple(Seen(shot, reason=PUT_OFF) for shot in page.shots)
        found[page.number] = Shown(seen, text, bool(page.bubbles))
    return found


def fetch(
    content: PacketContent,
    pictures: PictureSource,
    rung: Rung,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> dict[int, Shown]:
    """What is shown of every exhibit, by its number; `progress` counts pictures made, then exhibits. Cancelled."""
    shots = [shot for page in content.exhibits for shot in page.shots]
    total = len(shots) + len(content.exhibits) + 2
    if shots:
        pictures.prepare(shots, rung, lambda done: progress(done, total), cancelled)
    shown: dict[int, Shown] = {}
    for done, page in enumerate(content.exhibits):
        if cancelled():
            raise Cancelled
        progress(len(shots) + done, total)
        shown[page.number] = _show(page, pictures, rung)
    return shown


def _show(page: ExhibitPage, pictures: PictureSource, rung: Rung) -> Shown:
    if page.bubbles:
        return Shown(_seen(page, pictures, rung) if page.shots else (), bubbles=True)
    text = pictures.text(page.evidence)
    if text is not None:
        return Shown(text=text)
    return Shown(_seen(page, pictures, rung))


def _seen(page: ExhibitPage, pictures: PictureSource, rung: Rung) -> tuple[Seen, ...]:
    if page.shots:
        return tuple(_checked(shot, pictures.shot(shot, rung)) for shot in page.shots)
    made = pictures.jpeg(page.evidence, _side_for(page.evidence, rung), rung.quality)
    return (_checked(Shot(page.evidence), made),)


def _checked(shot: Shot, made: PictureBytes | NoPreview) -> Seen:
    if isinstance(made, NoPreview):
        return Seen(shot, reason=made.reason)
    try:
        return Seen(shot, clean_jpeg(made.content))
    except ValueError:
        return Seen(shot, reason="unreadable")


def _side_for(evidence: Evidence, rung: Rung) -> int:
    """Pixels for the longer side: 230 dpi over the page's width, more for long screenshots: they stay readable."""
    width, height = evidence.width or 0, evidence.height or 0
    if not width or height / width <= LONG:
        return rung.side
    return min(rung.text_side, max(rung.side, math.ceil(height * min(1.0, _READABLE / width))))


def is_film(seen: Seen) -> bool:
    """A moment of a film."""
    return seen.shot.at_ms is not None or seen.shot.evidence.media is MediaKind.VIDEO


def is_page(seen: Seen) -> bool:
    """A page of a document."""
    return seen.shot.evidence.media is MediaKind.DOCUMENT
