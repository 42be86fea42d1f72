"""Lucide icons in the colours of the theme: one SVG per icon, its stroke swapped before it is drawn."""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.platform.resources import resource
from ui.theme import theme

_FOLDER = resource("icons")
_STROKE = re.compile(r'stroke-width="[0-9.]+"')
_KEPT = 1500
_pixmaps: OrderedDict[tuple[str, str, int, float], QPixmap] = OrderedDict()


@lru_cache(maxsize=400)
def _svg(name: str) -> str:
    """The SVG text; FileNotFoundError for a name that is not bundled."""
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def has_icon(name: str) -> bool:
    """Whether an icon of this name is bundled."""
    return (_FOLDER / f"{name}.svg").is_file()


def svg(name: str, colour: str, size: int) -> bytes:
    """The SVG with its stroke in `colour` (hex), thicker for marks of 13 px and less."""
    width = "2.4" if size <= 13 else "1.75"
    return _STROKE.sub(f'stroke-width="{width}"', _svg(name)).replace("currentColor", colour).encode()


def pixmap(name: str, token: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels at a device pixel ratio; cached."""
    colour = theme().hex(token)
    key = (name, colour, size, ratio)
    known = _pixmaps.get(key)
    if known is not None:
        _pixmaps.move_to_end(key)
        return known
    side = max(1, round(size * ratio))
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(svg(name, colour, size))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    _pixmaps[key] = result
    if len(_pixmaps) > _KEPT:
        _pixmaps.popitem(last=False)
    return result


def icon(name: str, token: str = "text2", size: int = 16) -> QIcon:
    """An icon for actions and Qt's own widgets; make it anew when the theme changes."""
    result = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        result.addPixmap(pixmap(name, token, size, ratio))
        result.addPixmap(pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
    return result


def paint_icon(painter: QPainter, left: int, middle: int, name: str, token: str = "text2", size: int = 16) -> int:
    """Draw an icon with its left edge and vertical middle there; returns the right edge."""
    painter.drawPixmap(
        QPoint(left, middle - size // 2), pixmap(name, token, size, painter.device().devicePixelRatioF())
    )
    return left + size
