"""Thumbnails for whoever paints evidence: made in the I/O pool for what is visible, kept at device pixels."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QPixmapCache

from desktop.decoder.results import NoPreview, NoPreviewReason, Pixels
from models.errors import AftercaseError
from models.kinds import MediaKind
from models.records import Evidence
from models.rules.chat_log import preview_lines, read_chat
from ui.background import Background

# One size on disk for tiles, strips and panes: enough to fill 170 x 128 with a picture of any usual shape.
SIDE = 384
SIDE_DENSE = 768
_AT_ONCE = 2
_CACHE_KB = 64 * 1024
_NOTES = 4000
_TEXT_LINES = 12
_TEXT_LIMIT = 1500
_TALL = 1.6
# A picture of a few pixels is shown as what it is, not blown up to a blur.
_ENLARGED = 2


@dataclass(frozen=True, slots=True)
class TextGlimpse:
    """The first lines of a text file, shown instead of a picture."""

    lines: tuple[str, ...]


Thumbnail = QPixmap | NoPreview | TextGlimpse
_Made = QImage | NoPreview | TextGlimpse


def image_of(pixels: Pixels) -> QImage:
    """The decoder's pixels as an image that borrows their memory: use it only while `pixels` lives."""
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGBA8888)


def cropped_to_fill(image: QImage, size: QSize, ratio: float, *, words: bool = False) -> QImage:
    """The image cut to fill `size` logical pixels. Of very tall ones, and of tall ones with words, the top is shown."""
    wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    if image.width() * _ENLARGED < wanted.width() and image.height() * _ENLARGED < wanted.height():
        return _centred(image, wanted, ratio)
    fitting = wanted.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (image.width() - fitting.width()) // 2
    tall = image.height() > image.width() * (1.0 if words else _TALL)
    top = 0 if tall else (image.height() - fitting.height()) // 2
    cut = image.copy(QRect(left, top, max(1, fitting.width()), max(1, fitting.height())))
    result = cut.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    result.setDevicePixelRatio(ratio)
    return result.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _centred(image: QImage, wanted: QSize, ratio: float) -> QImage:
    result = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    size = image.size() * _ENLARGED
    place = QRect(QPoint((wanted.width() - size.width()) // 2, (wanted.height() - size.height()) // 2), size)
    painter.drawImage(place, image)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


class ThumbnailSource(QObject):
    """`look` answers what is known now and asks for the rest; `arrived` says whose picture came.

    Only two are made at a time; `drop_waiting` forgets what scrolled away before its turn.
    """

    arrived = Signal(str)

    def __init__(self, ctx: Any, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._notes: OrderedDict[str, NoPreview | TextGlimpse] = OrderedDict()
        self._waiting: OrderedDict[str, tuple[Evidence, QSize, float]] = OrderedDict()
        self._running: set[str] = set()
        if QPixmapCache.cacheLimit() < _CACHE_KB:
            QPixmapCache.setCacheLimit(_CACHE_KB)

    def look(self, item: Evidence, size: QSize, ratio: float) -> Thumbnail | None:
        """The thumbnail filling `size` logical pixels, or why there is none; None while it is being made."""
        known = self._notes.get(item.sha256)
        if known is not None:
            return known
        key = _key(item, size, ratio)
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        if key not in self._running and key not in self._waiting:
            self._waiting[key] = (item, size, ratio)
            self._next()
        return None

    def drop_waiting(self) -> None:
        """Forget what was asked for and not begun."""
        self._waiting.clear()

    def forget(self, sha256: str) -> None:
        """Ask again for a file, as after it was found changed."""
        self._notes.pop(sha256, None)

    def pending(self) -> int:
        """How many are asked for or being made."""
        return len(self._waiting) + len(self._running)

    def _next(self) -> None:
        service = self._ctx.evidence
        while self._waiting and len(self._running) < _AT_ONCE:
            # From the top of what is in sight; what scrolled away is dropped, so the newest come before all older.
            key, (item, size, ratio) = self._waiting.popitem(last=False)
            self._running.add(key)
            self._background.run(
                self._ctx.jobs.io(partial(_make, service, item, size, ratio)),
                partial(self._made, key, item.sha256),
                partial(self._failed, key, item.sha256),
                receiver=self,
                quiet=True,
            )

    def _failed(self, key: str, sha256: str, error: BaseException) -> None:
        self._made(key, sha256, _why(error))

    def _made(self, key: str, sha256: str, made: _Made) -> None:
        self._running.discard(key)
        if isinstance(made, QImage):
            QPixmapCache.insert(key, QPixmap.fromImage(made))
        else:
            self._notes[sha256] = made
            if len(self._notes) > _NOTES:
                self._notes.popitem(last=False)
        self._next()
        self.arrived.emit(sha256)


def _key(item: Evidence, size: QSize, ratio: float) -> str:
    moment = f"+{item.poster_ms}" if item.poster_ms else ""
    return f"evidence-{item.sha256}{moment}-{size.width()}x{size.height()}@{ratio:.2f}"


def _make(service: Any, item: Evidence, size: QSize, ratio: float) -> _Made:
    """Runs in the I/O pool."""
    if item.is_text:
        return _glimpse(service.read_text(item, _TEXT_LIMIT))
    side = SIDE if ratio <= 1.0 else SIDE_DENSE
    found = service.thumbnail(item, (side, side))
    if isinstance(found, NoPreview):
        if found.reason is NoPreviewReason.TEXT_FILE:
            return _glimpse(service.read_text(item, _TEXT_LIMIT))
        return found
    # Photos of phones are JPEG or HEIC; a tall PNG is a screenshot.
    words = item.media in (MediaKind.DOCUMENT, MediaKind.CHAT) or item.format == "png"
    return cropped_to_fill(image_of(found), size, ratio, words=words)


def _glimpse(text: str) -> TextGlimpse:
    log = read_chat(text)
    lines = (
        list(preview_lines(log, _TEXT_LINES)) if log is not None else [line.strip()[:80] for line in text.splitlines()]
    )
    return TextGlimpse(tuple(line for line in lines if line)[:_TEXT_LINES])


def _why(error: BaseException) -> NoPreview:
    gone = isinstance(error, AftercaseError | OSError)
    return NoPreview(NoPreviewReason.NOT_READABLE if gone else NoPreviewReason.UNAVAILABLE)
