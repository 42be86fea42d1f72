"""Small pictures in a row: the decoder makes them, this window only paints the pixels it hands back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.decoder.results import Decoded, Pixels
from models.receiving_records import ReceiptPhoto
from models.records import Evidence
from ui import theme as tokens
from ui.background import Background
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import one_line, plain_tooltip
from ui.widgets import painting

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
Picture = Evidence | ReceiptPhoto


@dataclass(frozen=True, slots=True)
class Held:
    """A photo that waits to be kept: its name."""

    name: str


class PictureTile(QWidget):
    """One picture that fills its square; a click opens its case's evidence where there is one."""

    pressed = Signal(object)

    def __init__(self, item: Picture | Held, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.item, self._side = item, side
        self._pixmap = QPixmap()
        self.setFixedSize(QSize(side, side))
        name = one_line(item.name if isinstance(item, Held) else item.original_name)
        self.setAccessibleName(name)
        plain_tooltip(self, tr("%1: kept as soon as the parcel is received", name) if isinstance(item, Held) else name)

    def take(self, pixmap: QPixmap) -> None:
        """The picture came."""
        self._pixmap = pixmap
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.item)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface2", "line", tokens.RADIUS_CHIP)
        if self._pixmap.isNull():
            name = "hourglass" if isinstance(self.item, Held) else "image"
            paint_icon(painter, (self.width() - 20) // 2, self.height() // 2, name, "text3", 20)
        else:
            size = self.size() * self.devicePixelRatioF()
            filled = self._pixmap.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            )
            filled.setDevicePixelRatio(self.devicePixelRatioF())
            shown = filled.deviceIndependentSize()
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            painter.drawPixmap(
                round((self.width() - shown.width()) / 2), round((self.height() - shown.height()) / 2), filled
            )
        painter.end()


class PicturesRow(QWidget):
    """`show_pictures` shows some; those that wait to be kept have an hourglass."""

    pressed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget, side: int = 64) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._side = ctx, background, side
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.tiles: list[PictureTile] = []
        self._shown: tuple[Picture | Held, ...] = ()
        self.setVisible(False)

    def show_pictures(self, items: Sequence[Picture | Held]) -> None:
        """Show other pictures; the same ones stay."""
        if tuple(items) == self._shown:
            return
        self._shown = tuple(items)
        for tile in self.tiles:
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for place, item in enumerate(self._shown):
            tile = PictureTile(item, self._side, self)
            tile.pressed.connect(self.pressed)
            self._row.insertWidget(place, tile)
            self.tiles.append(tile)
            if not isinstance(item, Held):
                self._ask(tile, item)
        self.setVisible(bool(items))

    def _ask(self, tile: PictureTile, item: Picture) -> None:
        side = min(round(self._side * 1.5 * self.devicePixelRatioF()), 2048)
        key, found = f"evidence {item.sha256} {side}", QPixmap()
        if QPixmapCache.find(key, found):
            tile.take(found)
            return
        evidence = self._ctx.evidence

        def made(decoded: Decoded) -> None:
            if isinstance(decoded, Pixels):
                image = QImage(
                    decoded.data, decoded.width, decoded.height, decoded.stride, QImage.Format.Format_RGBA8888
                )
                pixmap = QPixmap.fromImage(image.copy())
                QPixmapCache.insert(key, pixmap)
                tile.take(pixmap)

        work: Callable[[], Decoded] = lambda: evidence.thumbnail(item, (side, side))  # noqa: E731
        self._background.run(self._ctx.jobs.io(work), made, lambda error: None, receiver=tile, quiet=True)
