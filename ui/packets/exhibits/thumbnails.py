"""Thumbnails of exhibits: asked for when a row is painted, made elsewhere, kept cut to the row's size."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

from desktop.context import AppContext
from desktop.decoder.results import Pixels
from models.kinds import MediaKind
from models.packet_records import Crop
from models.records import Evidence
from ui.background import Background
from ui.paper.page_pictures import image_of

_SIDE = 384
_TALL = 1.6


class ExhibitThumbnails(QObject):
    """`get` answers at once: a picture, or None while there is none (yet). `arrived` asks to paint again."""

    arrived = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._asked: set[str] = set()

    def get(
        self, item: Evidence, size: QSize, ratio: float, *, crop: Crop | None = None, at_ms: int | None = None
    ) -> QPixmap | None:
        """A picture filling `size` logical pixels: of a film at `at_ms` or its poster, of the part `crop` leaves."""
        moment = item.poster_ms or 0 if at_ms is None or item.media is not MediaKind.VIDEO else at_ms
        part = "-".join(f"{each:.4f}" for each in crop) if crop is not None else ""
        key = f"exhibit-{item.sha256}+{moment}-{size.width()}x{size.height()}@{ratio:.2f}{part}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        if key not in self._asked:
            self._asked.add(key)
            service, shown = self._ctx.evidence, replace(item, poster_ms=moment)

            def make() -> QImage | None:
                made = service.thumbnail(shown, (_SIDE, _SIDE))
                return _cut(_part(image_of(made), crop), size, ratio) if isinstance(made, Pixels) else None

            self._background.run(
                self._ctx.jobs.io(make),
                lambda made: self._take(key, made),
                lambda error: None,
                receiver=self,
                quiet=True,
            )
        return None

    def _take(self, key: str, made: QImage | None) -> None:
        if made is not None:
            # A picture pushed out of the cache may be asked for again.
            self._asked.discard(key)
            QPixmapCache.insert(key, QPixmap.fromImage(made))
            self.arrived.emit()


def _part(image: QImage, crop: Crop | None) -> QImage:
    if crop is None:
        return image
    left, top, right, bottom = crop
    width, height = image.width(), image.height()
    return image.copy(
        QRect(
            min(int(left * width), width - 1), min(int(top * height), height - 1),
            max(1, round((right - left) * width)), max(1, round((bottom - top) * height)),
        )
    )  # fmt: skip


def _cut(image: QImage, size: QSize, ratio: float) -> QImage:
    """The image cut to fill `size` logical pixels; of tall ones (screenshots) the top is shown."""
    wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    fitting = wanted.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (image.width() - fitting.width()) // 2
    top = 0 if image.height() > image.width() * _TALL else (image.height() - fitting.height()) // 2
    cut = image.copy(QRect(left, top, max(1, fitting.width()), max(1, fitting.height())))
    made = cut.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made.setDevicePixelRatio(ratio)
    return made.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
