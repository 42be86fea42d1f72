"""Pictures for the viewer and for comparing: checked, decoded in the I/O pool, those next to come made beforehand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from desktop.decoder.results import NoPreview
from desktop.services.frame_lists import FrameList
from models.kinds import Integrity, MediaKind
from models.records import Evidence
from ui.background import Background
from ui.evidence.gallery.thumbnail_source import image_of
from ui.evidence.viewing.picture_tiles import PictureTiles, tiles_of

_KEPT_BYTES = 96 * 1024 * 1024
_KEPT_ONE_BYTES = 32 * 1024 * 1024
STEPPED_FORMATS = ("gif", "png", "webp")


@dataclass(frozen=True, slots=True)
class Moment:
    """What of a piece of evidence is seen: a page, a frame of an animation by its number (from 0), or a film's time."""

    page: int = 0
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class NotAsImported:
    """The file is not what was imported: its pixels are not shown unless asked for."""

    found: Integrity


Found = PictureTiles | NoPreview | NotAsImported
START = Moment()


class PictureSource(QObject):
    """Answers with pictures. A few of the size of the window are kept, so that going back and on shows them at once;
    full pictures are never kept here."""

    def __init__(self, ctx: Any, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._kept: OrderedDict[tuple[str, Moment, int], PictureTiles] = OrderedDict()
        self._coming: set[tuple[str, Moment, int]] = set()
        self.trusted: set[int] = set()
        """Evidence that is shown though it is not as imported, because the user asked to."""

    def kept(self, item: Evidence, moment: Moment, side: int) -> PictureTiles | None:
        """A picture made beforehand; None if there is none, or the file looks other than when it was checked."""
        key = (item.sha256, moment, side)
        tiles = self._kept.get(key)
        if tiles is not None:
            self._kept.move_to_end(key)
        return tiles

    def ask(
        self,
        item: Evidence,
        moment: Moment,
        side: int,
        done: Callable[[Found], object],
        failed: Callable[[BaseException], object],
        receiver: QObject,
        *,
        quiet: bool = False,
    ) -> None:
        """A picture of at most `side` pixels, 0 for all there are. Documents in full are of 200 dots per inch."""
        viewing, anyway = self._ctx.viewing, item.id in self.trusted

        def work() -> Found:
            if not anyway:
                state = viewing.check(item)
                if state is not Integrity.VERIFIED:
                    return NotAsImported(state)
            found = viewing.picture(item, side or None, page=moment.page, at_ms=moment.at_ms)
            if isinstance(found, NoPreview):
                return found
            opaque = item.format in ("jpeg", "bmp", "pdf") or item.media is MediaKind.VIDEO
            return tiles_of(image_of(found), opaque=opaque)

        def arrived(found: Found) -> None:
            self._keep((item.sha256, moment, side), found, item)
            done(found)

        self._background.run(self._ctx.jobs.io(work), arrived, failed, receiver=receiver, quiet=quiet)

    def prepare(self, item: Evidence, moment: Moment, side: int) -> None:
        """Make a picture beforehand, if it is not there or on its way."""
        key = (item.sha256, moment, side)
        if key in self._kept or key in self._coming or item.is_text or item.media is MediaKind.OTHER:
            return
        self._coming.add(key)

        def over(_: object) -> None:
            self._coming.discard(key)

        self.ask(item, moment, side, over, over, self, quiet=True)

    def ask_part(
        self,
        item: Evidence,
        moment: Moment,
        side: int,
        part: tuple[float, float, float, float],
        done: Callable[[Found], object],
        receiver: QObject,
    ) -> None:
        """Part of a page, as fine as `side` allows."""
        viewing = self._ctx.viewing

        def work() -> Found:
            found = viewing.picture(item, side, page=moment.page, part=part)
            return found if isinstance(found, NoPreview) else tiles_of(image_of(found), opaque=True)

        self._background.run(self._ctx.jobs.io(work), done, lambda _: None, receiver=receiver, quiet=True)

    def ask_frames(
        self, item: Evidence, around_ms: int, done: Callable[[FrameList | NoPreview], object], receiver: QObject
    ) -> None:
        """When the frames of a film or an animation are shown."""
        viewing, anyway = self._ctx.viewing, item.id in self.trusted

        def work() -> FrameList | NoPreview:
            if not anyway and viewing.check(item) is not Integrity.VERIFIED:
                return FrameList(0, 0, (), 0)
            found: FrameList | NoPreview = viewing.frames(item, around_ms)
            return found

        self._background.run(self._ctx.jobs.io(work), done, lambda _: None, receiver=receiver, quiet=True)

    def forget(self) -> None:
        """Give all memory back."""
        self._kept.clear()

    def _keep(self, key: tuple[str, Moment, int], found: Found, item: Evidence) -> None:
        documents = item.media is MediaKind.DOCUMENT
        if not isinstance(found, PictureTiles) or (not key[2] and not documents) or found.cost > _KEPT_ONE_BYTES:
            return
        self._kept[key] = found
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and sum(tiles.cost for tiles in self._kept.values()) > _KEPT_BYTES:
            self._kept.popitem(last=False)
