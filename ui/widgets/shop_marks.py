"""The mark of a shop: its first letter on its colour, so that the colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from desktop.services.shops import SHOP_COLOURS
from ui import theme as tokens
from ui.plain import one_line
from ui.widgets import painting

MARK = 16


def shop_token(colour: str, shop_id: int = 0) -> str:
    """The theme's token of a shop's colour; shops from before colours were chosen take one by their id."""
    return f"shop.{colour if colour in SHOP_COLOURS else SHOP_COLOURS[(shop_id - 1) % len(SHOP_COLOURS)]}"


def shop_letter(name: str) -> str:
    """The first character of a shop's name that can be seen."""
    return next((each for each in one_line(name) if each.isalnum()), "·").upper()


def paint_shop_mark(painter: QPainter, left: int, middle: int, name: str, token: str, size: int = MARK) -> int:
    """The mark of a shop; `token` as `shop_token` gives it. Returns the right edge."""
    box = QRect(left, middle - size // 2, size, size)
    painting.rounded(painter, box, token, None, tokens.RADIUS_CHIP)
    painting.paint_text(painter, box, shop_letter(name), "surface", "badge" if size < 20 else "tiny", 700, centre=True)
    return left + size


def shop_icon(name: str, token: str, size: int = MARK) -> QIcon:
    """The mark for a menu, in the theme shown now."""
    ratio = 2
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_shop_mark(painter, 0, size // 2, name, token, size)
    painter.end()
    return QIcon(pixmap)
