"""The region of a screen while it is dragged: made, moved, resized by its handles, always within the screen."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

Handle = Literal["left", "right", "top", "bottom", "topleft", "topright", "bottomleft", "bottomright"]
HANDLES: tuple[Handle, ...] = get_args(Handle)


def dragged(start: QPoint, now: QPoint, bounds: QRect) -> QRect:
    """The region between two pixels, both of them in it."""
    left, right = sorted((start.x(), now.x()))
    top, bottom = sorted((start.y(), now.y()))
    return QRect(QPoint(left, top), QPoint(right, bottom)).intersected(bounds)


def moved(region: QRect, by: QPoint, bounds: QRect) -> QRect:
    """The region elsewhere, as far as there is room."""
    left = min(max(region.left() + by.x(), bounds.left()), bounds.right() - region.width() + 1)
    top = min(max(region.top() + by.y(), bounds.top()), bounds.bottom() - region.height() + 1)
    return QRect(QPoint(left, top), region.size())


def resized(region: QRect, handle: Handle, by: QPoint, bounds: QRect) -> QRect:
    """The region with one edge or corner pulled; pulled past the other side it turns over."""
    left, top, right, bottom = region.left(), region.top(), region.right(), region.bottom()
    if "left" in handle:
        left += by.x()
    if "right" in handle:
        right += by.x()
    if "top" in handle:
        top += by.y()
    if "bottom" in handle:
        bottom += by.y()
    return dragged(QPoint(left, top), QPoint(right, bottom), bounds)


def handle_places(shown: QRectF) -> dict[Handle, QPointF]:
    """Where the handles of a region stand."""
    middle = shown.center()
    return {
        "left": QPointF(shown.left(), middle.y()), "right": QPointF(shown.right(), middle.y()),
        "top": QPointF(middle.x(), shown.top()), "bottom": QPointF(middle.x(), shown.bottom()),
        "topleft": shown.topLeft(), "topright": shown.topRight(),
        "bottomleft": shown.bottomLeft(), "bottomright": shown.bottomRight(),
    }  # fmt: skip


def handle_at(shown: QRectF, point: QPointF, reach: float) -> Handle | None:
    """The handle under a point, corners before edges."""
    places = handle_places(shown)
    for handle in sorted(HANDLES, key=len, reverse=True):
        at = places[handle]
        if abs(at.x() - point.x()) <= reach and abs(at.y() - point.y()) <= reach:
            return handle
    return None
