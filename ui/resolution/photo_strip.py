"""The photos of the case under the question: three beside each other, Space enlarges one over the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.context import AppContext
from desktop.decoder.results import Decoded, Pixels
from models.kinds import MediaKind
from models.records import Evidence
from ui.background import Background
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, one_line, plain_tooltip
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import link_button
from ui.widgets.panel import column, line

tr = translator("resolution")
SHOWN = 3
HEIGHT = 110
_SIDE = 384
_LARGE = 1600
_PICTURED = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.CHAT)


def image_of(pixels: Pixels) -> QImage:
    """The decoder's pixels as an image of its own."""
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGBA8888).copy()


def pictured(items: Sequence[Evidence]) -> list[Evidence]:
    """What can be looked at beside a question: photos first, then what else has a picture."""
    found = [item for item in items if item.media in _PICTURED and not item.is_text]
    return sorted(found, key=lambda item: (item.media is not MediaKind.PHOTO, item.exhibit is None, item.number))


class PhotoTile(QAbstractButton):
    """One photo with its number and caption; a tile with an icon until it is decoded, or where it cannot be."""

    def __init__(self, item: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._image: QImage | None = None
        self._caption = one_line(item.caption)
        name = tr("Exhibit %1", item.exhibit) if item.exhibit is not None else tr("Evidence %1", item.number)
        self._number = name
        self.setAccessibleName(" ".join(part for part in (name, self._caption) if part))
        plain_tooltip(self, item.caption)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_picture(self, found: Decoded) -> None:
        """The decoder's answer."""
        self._image = image_of(found) if isinstance(found, Pixels) else None
        self.update()

    def image(self) -> QImage | None:
        """The small picture, when it is there."""
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("track"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image, _filling(self._image.size(), self.size()))
        else:
            name = "file-video" if self.item.media is MediaKind.VIDEO else "image"
            paint_icon(painter, self.width() // 2 - 12, self.height() // 2, name, "text3", 24)
        painting.paint_plate(painter, 8, 8, self._number)
        if self._caption:
            band = QRect(0, self.height() - 22, self.width(), 22)
            painter.fillRect(band, painting.plate_colour())
            painting.paint_text(painter, band.adjusted(8, 0, -8, 0), self._caption, "on_plate", "small")
        if self.hasFocus():
            painting.rounded(painter, self.rect(), None, "accent", 0)
            painting.rounded(painter, self.rect().adjusted(1, 1, -1, -1), None, "accent", 0)
        painter.end()


def _filling(image: QSize, box: QSize) -> QRect:
    part = box.scaled(image, Qt.AspectRatioMode.KeepAspectRatio)
    top = 0 if image.height() > image.width() * 1.6 else (image.height() - part.height()) // 2
    return QRect((image.width() - part.width()) // 2, top, part.width(), part.height())


class Enlarged(QWidget):
    """A photo over the whole page; any key or click puts it away."""

    def __init__(self, page: QWidget, tile: PhotoTile) -> None:
        super().__init__(page)
        self._tile = tile
        small = tile.image()
        self._picture = QPixmap.fromImage(small) if small is not None else QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tile.accessibleName())
        page.installEventFilter(self)
        self.setGeometry(page.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_picture(self, found: Decoded) -> None:
        """The large picture, once decoded."""
        if isinstance(found, Pixels):
            self._picture = QPixmap.fromImage(image_of(found))
            self.update()

    def put_away(self) -> None:
        """Back to the question."""
        self.hide()
        self.deleteLater()
        self._tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        if self._picture.isNull():
            paint_icon(painter, self.width() // 2 - 16, self.height() // 2, "image", "text3", 32)
        else:
            area = self.rect().adjusted(24, 24, -24, -24)
            size = self._picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(area.topLeft(), size)
            box.moveCenter(area.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self._picture)
        painting.paint_plate(painter, 24, 24, self._tile.accessibleName())
        painter.end()


class PhotoStrip(QWidget):
    """Shows the first photos of a case; `all_wanted` asks for the evidence page."""

    all_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._page = ctx, background, page
        self._shown: tuple[str, ...] = ()
        self.tiles: list[PhotoTile] = []
        self.large: Enlarged | None = None
        box = column(self, spacing=8)
        head = line(spacing=8)
        head.addWidget(PlainLabel(tr("Photos of the case"), self, role="small", weight=600, ink="text2"))
        head.addWidget(PlainLabel(tr("Space enlarges, without leaving the question"), self, role="small", ink="text3"))
        head.addStretch(1)
        more = link_button(tr("All evidence"), self)
        more.clicked.connect(self.all_wanted)
        head.addWidget(more)
        box.addLayout(head)
        self._row = line(spacing=12)
        box.addLayout(self._row)

    def show_items(self, items: Sequence[Evidence]) -> None:
        """Show the photos of a case; nothing moves when they are the same."""
        found = pictured(items)[:SHOWN]
        key = tuple(f"{item.id}{item.caption}{item.exhibit}" for item in found)
        self.setVisible(bool(found))
        if key == self._shown:
            return
        self._shown = key
        for tile in self.tiles:
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for item in found:
            tile = PhotoTile(item, self)
            tile.clicked.connect(lambda _=False, tile=tile: self.enlarge(tile))
            self._row.addWidget(tile)
            self.tiles.append(tile)
            self._ask_for(tile)

    def _ask_for(self, tile: PhotoTile) -> None:
        service, item = self._ctx.evidence, tile.item
        future = self._ctx.jobs.io(lambda: service.thumbnail(item, (_SIDE, _SIDE)))
        self._background.run(future, tile.show_picture, lambda _: None, receiver=tile, quiet=True)

    def enlarge(self, tile: PhotoTile) -> None:
        """Show a photo over the page."""
        large = Enlarged(self._page, tile)
        self.large = large
        large.destroyed.connect(self._gone)
        service, item = self._ctx.evidence, tile.item
        future = self._ctx.jobs.io(lambda: service.picture(item, _LARGE))
        self._background.run(future, large.show_picture, lambda _: None, receiver=large, quiet=True)

    def _gone(self) -> None:
        self.large = None
