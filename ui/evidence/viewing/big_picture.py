"""The picture of the current evidence across the pane."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.records import Evidence
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.gallery.tile_delegate import paint_thumbnail
from ui.evidence.labels import shown_name

_HEIGHT = 184


class BigPicture(QWidget):
    """The picture of the current evidence across the pane; a double click views it."""

    opened = Signal()

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._item: Evidence | None = None
        self.setFixedHeight(_HEIGHT)
        source.arrived.connect(self._arrived)

    def show_item(self, item: Evidence | None) -> None:
        """Show a piece of evidence."""
        self._item = item
        self.setAccessibleName(shown_name(item) if item else "")
        self._source.drop_waiting()
        self.update()

    @Slot(str)
    def _arrived(self, sha256: str) -> None:
        if self._item is not None and self._item.sha256 == sha256:
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is None:
            return
        painter = QPainter(self)
        size = QSize(self.width(), self.height())
        paint_thumbnail(painter, self.rect(), self._item, self._source.look(self._item, size, self.devicePixelRatioF()))
        painter.end()
