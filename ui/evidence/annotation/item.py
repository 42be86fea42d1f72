"""The layer on the canvas: its marks, what is being drawn, the boxes to be redacted, and grips that keep their size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from models.rules.annotation_shapes import handles
from models.rules.annotations import Arrow, Box, Crop, Mark, Rect, Sheet, unit_of
from ui.evidence.annotation.paint import extent_of, paint_mark, paint_sheet
from ui.theme import LIGHT

LAYER_Z, GRIP_Z = 10.0, 20.0
GRIP = 8
GRIP_REACH = 9.0
_SHADE_ALPHA = 120


class GripItem(QGraphicsItem):
    """A small white square at a corner; the same size at every zoom. The tool finds it by its place, not by events."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(GRIP_Z)

    def boundingRect(self) -> QRectF:
        return QRectF(-GRIP / 2 - 1, -GRIP / 2 - 1, GRIP + 2, GRIP + 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(QPen(LIGHT.colour("accent"), 1.5))
        painter.setBrush(LIGHT.colour("paper"))
        painter.drawRect(QRectF(-GRIP / 2, -GRIP / 2, GRIP, GRIP))


class LayerItem(QGraphicsItem):
    """Paints one sheet. It stays on its scene as long as the canvas lives; without a sheet it shows nothing."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__()
        self.setZValue(LAYER_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._sheet: Sheet | None = None
        self._draft: Mark | None = None
        self._cover_draft: Rect | None = None
        self._grips: list[GripItem] = []
        self._frame: Rect | None = None
        scene.addItem(self)

    def show_sheet(self, sheet: Sheet | None, chosen: Mark | None) -> None:
        """Show a sheet with the grips of one of its parts, or nothing."""
        if sheet is None or self._sheet is None or (sheet.width, sheet.height) != (
            self._sheet.width, self._sheet.height,
        ):  # fmt: skip
            self.prepareGeometryChange()
        self._sheet = sheet
        self._frame = None
        places: list[tuple[float, float]] = []
        if sheet is not None and chosen is not None and not chosen.hidden:
            around = extent_of(chosen, sheet)
            places = [place for _, place in handles(chosen, around)]
            # A rectangle is its own frame, and an arrow has its two ends.
            self._frame = None if isinstance(chosen, Box | Crop | Arrow) else around
        while len(self._grips) < len(places):
            self._grips.append(GripItem(self))
        for order, grip in enumerate(self._grips):
            grip.setVisible(order < len(places))
            if order < len(places):
                grip.setPos(*places[order])
        self.update()

    def show_draft(self, mark: Mark | None, cover: Rect | None = None) -> None:
        """Show what is being drawn and is no part of the sheet yet."""
        self._draft, self._cover_draft = mark, cover
        self.update()

    def grips(self) -> list[QPointF]:
        """Where the visible grips are."""
        return [grip.pos() for grip in self._grips if grip.isVisible()]

    def boundingRect(self) -> QRectF:
        if self._sheet is None:
            return QRectF()
        # Marks may reach over the edges by as much as their strokes and plates do.
        spare = unit_of(self._sheet.width, self._sheet.height)
        return QRectF(0, 0, self._sheet.width, self._sheet.height).adjusted(-spare, -spare, spare, spare)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        covers = [*sheet.covers, *([self._cover_draft] if self._cover_draft is not None else [])]
        for left, top, right, bottom in covers:
            box = QRectF(left, top, right - left, bottom - top)
            painter.fillRect(box, QColor(Qt.GlobalColor.black))
            painter.setPen(_thin("due.solid", Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        paint_sheet(painter, sheet)
        if self._draft is not None and not isinstance(self._draft, Crop):
            paint_mark(painter, self._draft, sheet)
        self._paint_crop(painter, sheet)
        if self._frame is not None:
            left, top, right, bottom = self._frame
            painter.setPen(_thin("accent", Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, top, right - left, bottom - top))

    def _paint_crop(self, painter: QPainter, sheet: Sheet) -> None:
        """What a copy leaves out is darkened; nothing of the original goes."""
        crop = self._draft if isinstance(self._draft, Crop) else None
        crop = crop or next((mark for mark in sheet.marks if isinstance(mark, Crop) and not mark.hidden), None)
        if crop is None:
            return
        (left, top), (right, bottom) = crop.points
        inside = QRectF(left, top, right - left, bottom - top)
        around = QPainterPath()
        around.addRect(QRectF(0, 0, sheet.width, sheet.height))
        around.addRect(inside)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(_SHADE_ALPHA)
        painter.fillPath(around, shade)
        pen = _thin("paper", Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inside)


def _thin(token: str, style: Qt.PenStyle) -> QPen:
    """A line of one and a half pixels of the screen at every zoom."""
    pen = QPen(LIGHT.colour(token), 1.5, style)
    pen.setCosmetic(True)
    return pen
