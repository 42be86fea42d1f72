"""Thumbnails of evidence for the case page: asked for when they come into view, made elsewhere, kept as pixmaps."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

from desktop.context import AppContext
from desktop.decoder.results import Decoded, Pixels
from models.records import Evidence
from ui.background import Background


class CaseThumbnails(QObject):
    """`get` answers at once: a picture, or None while there is none (yet). `arrived` says whose picture came."""

    arrived = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._asked: set[str] = set()
        self._without: set[str] = set()

    def get(self, item: Evidence, width: int, height: int, ratio: float) -> QPixmap | None:
        """A picture that fills `width` x `height` logical pixels at a device pixel ratio."""
        # Tiles are filled, so the shorter side has to be long enough: the longer one is asked for as a square.
        side = min(round(max(width, height) * 1.5 * ratio), 2048)
        key = f"evidence {item.sha256} {side}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        if key not in self._asked and key not in self._without:
            self._asked.add(key)
            evidence = self._ctx.evidence
            self._background.run(
                self._ctx.jobs.io(lambda: evidence.thumbnail(item, (side, side))),
                lambda made: self._take(key, item.sha256, made),
                lambda error: self._drop(key),
                receiver=self,
                quiet=True,
            )
        return None

    def _take(self, key: str, sha256: str, made: Decoded) -> None:
        self._asked.discard(key)
        if isinstance(made, Pixels):
            QPixmapCache.insert(key, pixmap_of(made))
        else:
            self._without.add(key)
        self.arrived.emit(sha256)

    def _drop(self, key: str) -> None:
        self._asked.discard(key)
        self._without.add(key)


def pixmap_of(pixels: Pixels) -> QPixmap:
    """Raw pixels of the decoder as a picture of the window; nothing is decoded here."""
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image.copy())
