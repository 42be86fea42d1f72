"""How marks are painted: on the canvas and, by the same lines, on the pixels of a copy.

Colours are those of the light theme always: marks lie on a photo, and a copy must look as it did on the screen.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from models.rules.annotation_shapes import DISC, bounds
from models.rules.annotations import (
    Arrow,
    Box,
    Crop,
    Ellipse,
    Freehand,
    Mark,
    MarkColour,
    NumberMark,
    Rect,
    Sheet,
    TextLabel,
    numbers_of,
    unit_of,
)
from ui.fonts import families
from ui.theme import LIGHT

TOKENS = {
    MarkColour.RED: "overdue.solid", MarkColour.AMBER: "due.solid", MarkColour.JADE: "accent",
    MarkColour.BLACK: "text",
}  # fmt: skip
# Words in amber would be too pale on white, and white ones on it too.
_INKS = {**TOKENS, MarkColour.AMBER: "due"}
_ON_DISC = {MarkColour.AMBER: "text"}
_WORDS_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip


def colour_of(colour: MarkColour) -> QColor:
    """The colour of a mark's stroke."""
    return LIGHT.colour(TOKENS[colour])


def ink_of(colour: MarkColour) -> QColor:
    """The colour of its words on white."""
    return LIGHT.colour(_INKS[colour])


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    return tuple(families())


def letters(height: float, *, bold: bool = True) -> QFont:
    """A font whose letters are so many pixels high."""
    font = QFont()
    font.setFamilies(list(_families()))
    font.setPixelSize(max(1, round(height)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # The same shapes at every zoom and in a copy.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def plate_of(mark: TextLabel, unit: float) -> QRectF:
    """The plate of a label with its words."""
    size = mark.height * unit
    box = QFontMetricsF(letters(size)).boundingRect(QRectF(0, 0, 1e6, 1e6), _WORDS_FLAGS.value, mark.text or " ")
    x, y = mark.points[0]
    return QRectF(x, y, box.width() + size * 1.2, box.height() + size * 0.6)


def extent_of(mark: Mark, sheet: Sheet) -> Rect:
    """The rectangle around a mark as it is painted."""
    if isinstance(mark, TextLabel):
        box = plate_of(mark, unit_of(sheet.width, sheet.height))
        return box.left(), box.top(), box.right(), box.bottom()
    return bounds(mark, sheet)


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """All visible marks, in order, but for a Crop, which is no paint."""
    numbers = numbers_of(sheet.marks)
    for place, mark in enumerate(sheet.marks):
        if not mark.hidden and not isinstance(mark, Crop):
            paint_mark(painter, mark, sheet, numbers.get(place, 0))


def paint_mark(painter: QPainter, mark: Mark, sheet: Sheet, number: int = 0) -> None:
    """One mark in pixels of its sheet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = unit_of(sheet.width, sheet.height)
    wide = max(mark.width * unit, 1.0)
    pen = QPen(colour_of(mark.colour), wide)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(mark, Box | Ellipse):
        (left, top), (right, bottom) = mark.points
        box = QRectF(left, top, right - left, bottom - top)
        painter.drawRect(box) if isinstance(mark, Box) else painter.drawEllipse(box)
    elif isinstance(mark, Arrow):
        _paint_arrow(painter, mark, wide)
    elif isinstance(mark, Freehand):
        _paint_line(painter, mark, pen)
    elif isinstance(mark, TextLabel):
        _paint_label(painter, mark, unit, wide)
    elif isinstance(mark, NumberMark):
        paint_disc(painter, QPointF(*mark.points[0]), mark.height * unit, mark.colour, str(number) if number else "–")
    painter.restore()


def _paint_arrow(painter: QPainter, mark: Arrow, wide: float) -> None:
    (x, y), (to_x, to_y) = mark.points
    length = math.hypot(to_x - x, to_y - y)
    if length < 0.01:
        return
    along, across = ((to_x - x) / length, (to_y - y) / length), (-(to_y - y) / length, (to_x - x) / length)
    head = min(wide * 5.0, length)
    neck_x, neck_y = to_x - along[0] * head, to_y - along[1] * head
    pen = painter.pen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if length > head:
        painter.drawLine(QPointF(x, y), QPointF(neck_x + along[0] * wide, neck_y + along[1] * wide))
    half = head * 0.42
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(mark.colour))
    painter.drawPolygon(
        QPolygonF([
            QPointF(to_x, to_y), QPointF(neck_x + across[0] * half, neck_y + across[1] * half),
            QPointF(neck_x - across[0] * half, neck_y - across[1] * half),
        ])
    )  # fmt: skip


def _paint_line(painter: QPainter, mark: Freehand, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if len(mark.points) == 1:
        painter.drawPoint(QPointF(*mark.points[0]))
        return
    path = QPainterPath(QPointF(*mark.points[0]))
    for point in mark.points[1:]:
        path.lineTo(*point)
    painter.drawPath(path)


def _paint_label(painter: QPainter, mark: TextLabel, unit: float, wide: float) -> None:
    size = mark.height * unit
    plate = plate_of(mark, unit)
    painter.setPen(QPen(colour_of(mark.colour), min(wide, size * 0.12)))
    painter.setBrush(LIGHT.colour("paper"))
    painter.drawRoundedRect(plate, size * 0.16, size * 0.16)
    painter.setPen(ink_of(mark.colour))
    painter.setFont(letters(size))
    painter.drawText(plate.adjusted(size * 0.6, size * 0.3, 0, 0), _WORDS_FLAGS.value, mark.text)


def paint_disc(painter: QPainter, middle: QPointF, size: float, colour: MarkColour, text: str) -> None:
    """A number in a disc with a white ring; `size` is the height of its digits."""
    radius = size * DISC
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(LIGHT.colour("paper"), radius * 0.14))
    painter.setBrush(colour_of(colour))
    painter.drawEllipse(middle, radius * 0.93, radius * 0.93)
    painter.setPen(LIGHT.colour(_ON_DISC.get(colour, "paper")))
    painter.setFont(letters(size if len(text) < 3 else size * 0.72))
    box = QRectF(middle.x() - radius, middle.y() - radius, radius * 2, radius * 2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, text)
