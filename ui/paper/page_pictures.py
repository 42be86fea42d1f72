"""Pictures of a PDF's pages: rendered by the decoder process, a few kept, the newest wish first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.context import AppContext
from desktop.decoder.results import Pixels
from ui.background import Background

_KEPT_PIXELS = 24_000_000
_AT_ONCE = 2
_SMALL = 400
Wish = tuple[str, int, int]


def image_of(pixels: Pixels) -> QImage:
    """Raw pixels of the decoder as an image of its own; nothing is decoded here."""
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGBA8888).copy()


class PagePictures(QObject):
    """`get` answers what is there and asks for the rest; `arrived(page, side)` says that one came."""

    arrived = Signal(int, int)
    failed = Signal(int, str)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._path: Path | None = None
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._wanted: list[Wish] = []
        self._running: set[Wish] = set()
        self._without: set[Wish] = set()

    def show_file(self, path: Path | None) -> None:
        """The PDF whose pages are asked for from now on; pictures of an earlier one are let go."""
        if path != self._path:
            self._path = path
            self._kept.clear()
            self._wanted.clear()
            self._without.clear()

    def get(self, page: int, side: int) -> QImage | None:
        """A page (from 0) with its longer side of `side` pixels; None while it is being made."""
        if self._path is None:
            return None
        wish = (str(self._path), page, side)
        found = self._kept.get(wish)
        if found is not None:
            self._kept.move_to_end(wish)
            return found
        if wish not in self._running and wish not in self._without:
            if wish in self._wanted:
                self._wanted.remove(wish)
            self._wanted.append(wish)
            self._next()
        return None

    def any_size(self, page: int) -> QImage | None:
        """A picture of a page in whatever size there is, to show until the right one comes."""
        sizes = [wish for wish in self._kept if wish[0] == str(self._path) and wish[1] == page]
        return self._kept[max(sizes, key=lambda wish: wish[2])] if sizes else None

    def drop_waiting(self, but: Container[int]) -> None:
        """Forget large pictures asked for and not begun, of all pages but these: they were scrolled past."""
        self._wanted = [wish for wish in self._wanted if wish[2] <= _SMALL or wish[1] in but]

    def _next(self) -> None:
        while self._wanted and len(self._running) < _AT_ONCE:
            # The large picture of the page in front before the small ones of the strip, the newest first.
            wish = max(self._wanted, key=lambda one: (one[2], self._wanted.index(one) if one[2] > _SMALL else -one[1]))
            self._wanted.remove(wish)
            self._running.add(wish)
            self._run(wish)

    def _run(self, wish: Wish) -> None:
        self._background.run(
            self._ctx.jobs.io(lambda: self._make(wish)),
            lambda made: self._take(wish, made),
            lambda error: self._take(wish, "unavailable"),
            receiver=self,
            quiet=True,
        )

    def _make(self, wish: Wish) -> QImage | str:
        """Runs in the I/O pool."""
        made = self._ctx.decoder.picture(Path(wish[0]), wish[2], page=wish[1])
        if not isinstance(made, Pixels):
            return made.reason.value
        # Paper has no holes; in the screen's own format a page is painted without being converted each time.
        borrowed = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888)
        return borrowed.convertToFormat(QImage.Format.Format_RGB32)

    def _take(self, wish: Wish, made: QImage | str) -> None:
        self._running.discard(wish)
        if wish[0] == str(self._path):
            if isinstance(made, QImage):
                self._kept[wish] = made
                self._trim()
                self.arrived.emit(wish[1], wish[2])
            else:
                self._without.add(wish)
                self.failed.emit(wish[1], made)
        self._next()

    def _trim(self) -> None:
        held = sum(image.width() * image.height() for image in self._kept.values())
        while held > _KEPT_PIXELS and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            held -= gone.width() * gone.height()
