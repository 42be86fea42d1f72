"""The copy that is saved: marks painted on the original's own pixels, cropped, with the legend, and nothing else in it.

Runs in the I/O pool: QImage and QPainter work in any thread.
"""

from __future__ import annotations

import struct
from typing import Literal, cast, get_args

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColorSpace, QFontMetricsF, QImage, QImageWriter, QPainter

from models.errors import EnvironmentFault
from models.rules.annotations import MarkColour, Sheet, crop_of, legend_of, unit_of
from ui.evidence.annotation.paint import letters, paint_disc, paint_sheet
from ui.theme import LIGHT

LegendPlace = Literal["below", "corner", "none"]
CopyFormat = Literal["png", "jpg"]
JPEG_QUALITY = 92
# Of Qt's scale of 0 to 100 for PNG, that packs quickly: a photo of 12 megapixels in about a second.
_PNG_QUALITY = 82
_LETTERS = 0.024
_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
Entry = tuple[int, MarkColour, str]


def legend_place(word: object) -> LegendPlace:
    """A word of the settings, as far as it is one."""
    return cast(LegendPlace, word) if word in get_args(LegendPlace) else "below"


def copy_format(word: object) -> CopyFormat:
    """A word of the settings, as far as it is one."""
    return "jpg" if word == "jpg" else "png"


def rendered(original: QImage, sheet: Sheet, legend: LegendPlace) -> QImage:
    """The picture with its marks, cropped; the sheet must be in the size of the picture."""
    image = QImage(original.size(), QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("paper"))
    painter = QPainter(image)
    painter.drawImage(0, 0, original)
    painter.setClipRect(image.rect())
    paint_sheet(painter, sheet)
    painter.end()
    left, top, width, height = crop_of(sheet.marks, (sheet.width, sheet.height))
    if (width, height) != (sheet.width, sheet.height):
        image = image.copy(left, top, width, height)
    entries = [] if legend == "none" else list(legend_of(sheet.marks))
    if not entries:
        return image
    return _with_legend(image, entries, below=legend == "below")


def _with_legend(image: QImage, entries: list[Entry], *, below: bool) -> QImage:
    size = max(unit_of(image.width(), image.height()) * _LETTERS, 11.0)
    gap, disc = size * 0.9, size * 2.0
    room = image.width() - 3 * gap - disc if below else image.width() * 0.45
    flags = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere).value
    metrics = QFontMetricsF(letters(size, bold=False))
    boxes = [metrics.boundingRect(QRectF(0, 0, max(room, size * 4), 1e6), flags, text) for _, _, text in entries]
    heights = [max(box.height(), disc) for box in boxes]
    high = sum(heights) + gap * (len(entries) + 1) * 0.8
    wide = float(image.width()) if below else max(box.width() for box in boxes) + 3 * gap + disc
    if below:
        grown = QImage(image.width(), image.height() + round(high), QImage.Format.Format_RGB32)
        grown.fill(LIGHT.colour("paper"))
        origin = QPointF(0, image.height())
    else:
        grown, origin = image, QPointF(gap, max(image.height() - high - gap, 0))
    painter = QPainter(grown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if below:
        painter.drawImage(0, 0, image)
    else:
        painter.setPen(LIGHT.colour("line"))
        painter.setBrush(LIGHT.colour("paper"))
        painter.drawRoundedRect(QRectF(origin.x(), origin.y(), wide, high), size * 0.3, size * 0.3)
    top = origin.y() + gap * 0.8
    for (number, colour, text), tall in zip(entries, heights, strict=True):
        middle = QPointF(origin.x() + gap + disc / 2, top + tall / 2)
        paint_disc(painter, middle, size, colour, str(number))
        painter.setPen(LIGHT.colour("ink_on_paper"))
        painter.setFont(letters(size, bold=False))
        painter.drawText(QRectF(origin.x() + 2 * gap + disc, top, max(room, size * 4), tall), flags, text)
        top += tall + gap * 0.8
    painter.end()
    return grown


def encoded(image: QImage, wanted: CopyFormat) -> bytes:
    """The picture as a file without any metadata. EnvironmentFault `copy_not_made` if there is no memory for it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    plain.setColorSpace(QColorSpace())
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if wanted == "png" else b"jpeg"))
    writer.setQuality(_PNG_QUALITY if wanted == "png" else JPEG_QUALITY)
    if not writer.write(plain):
        raise EnvironmentFault("copy_not_made", reason=writer.errorString())
    buffer.close()
    data = bytes(store.data())
    return bare_png(data) if wanted == "png" else data


def bare_png(data: bytes) -> bytes:
    """A PNG without the chunks that tell more than pixels, as the resolution of the screen."""
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        length: int = struct.unpack_from(">I", data, at)[0]
        if data[at + 4 : at + 8] in _KEPT:
            parts.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(parts)
