"""Chips, tiers, clocks, flags, key hints, ticks and avatars, painted once for delegates and small widgets alike.

Every `paint_…` takes the left edge and the vertical middle and returns the right edge of what it drew.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui import theme as tokens
from ui.fonts import Role, dots, font, metrics
from ui.icons import paint_icon
from ui.theme import State, theme

CHIP_PADDING = 6
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
_RIGHT_END = Qt.TextElideMode.ElideRight
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


@lru_cache(maxsize=8192)
def text_width(text: str, role: Role = "body", weight: int = 0) -> int:
    """The width of a text in a role, cached."""
    return metrics(role, weight).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def elided(
    text: str, width: int, role: Role = "body", weight: int = 0, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> str:
    """The text shortened to a width, cached per text and width."""
    shown = metrics(role, weight).elidedText(text, mode, max(width, 0))
    return shown if dots() == "…" else shown.replace("…", dots())


def clear_caches() -> None:
    """Forget measured texts, after a change of font."""
    text_width.cache_clear()
    elided.cache_clear()


def rounded(painter: QPainter, rect: QRect | QRectF, fill: str | None, line: str | None, radius: float) -> None:
    """A rounded box with a one pixel edge inside the rectangle; token names or None."""
    shown = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(shown.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if line:
        painter.setPen(QPen(shown.colour(line), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.restore()


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    token: str = "text",
    role: Role = "body",
    weight: int = 0,
    *,
    right: bool = False,
    centre: bool = False,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """One line of plain text, shortened to the rectangle; returns its right edge."""
    room = rect.width()
    # Finding a mode of Qt among what is kept takes longer than the rest of it.
    shown = elided(text, room, role, weight) if mode is _RIGHT_END else elided(text, room, role, weight, mode)
    painter.setFont(font(role, weight))
    painter.setPen(theme().colour(token))
    width = text_width(shown, role, weight)
    painter.drawText(rect, _MIDDLE_RIGHT if right else _CENTRE if centre else _MIDDLE_LEFT, shown)
    return rect.right() + 1 if right else rect.left() + width


def chip_width(text: str, icon: str = "", role: Role = "small") -> int:
    """How wide `paint_chip` draws."""
    return text_width(text, role, 500) + 2 * CHIP_PADDING + (16 if icon else 0)


def paint_chip(
    painter: QPainter,
    left: int,
    middle: int,
    text: str,
    state: State | None,
    *,
    icon: str = "",
    height: int = tokens.CHIP,
    weight: int = 500,
    on: bool = False,
) -> int:
    """A state word on its soft colour; without a state an outline."""
    width = chip_width(text, icon)
    box = QRect(left, middle - height // 2, width, height)
    if on:
        fill, line, ink = "selected", None, "accent_text"
    elif state is None:
        fill, line, ink = "surface", "line", "text2"
    else:
        fill, line, ink = f"{state}.soft", None, state
    rounded(painter, box, fill, line, tokens.RADIUS_CHIP)
    start = left + CHIP_PADDING
    if icon:
        start = paint_icon(painter, start, middle, icon, ink, 12) + 4
    paint_text(painter, QRect(start, box.top(), box.right() - start + 2, height), text, ink, "small", weight)
    return box.right() + 1


def tier_width(text: str) -> int:
    """How wide `paint_tier` draws."""
    return max(20, text_width(text, "badge", 700) + 8) if text else 0


def paint_tier(painter: QPainter, left: int, middle: int, text: str) -> int:
    """`V3` on gold, `V2` on slate, `V1` in an outline; nothing for an empty text."""
    if not text:
        return left
    box = QRect(left, middle - tokens.TIER // 2, tier_width(text), tokens.TIER)
    fill, line, ink = {
        "V3": ("gold.soft", None, "gold"),
        "V2": ("waiting.soft", None, "waiting"),
    }.get(text, ("surface", "button_line", "text2"))
    rounded(painter, box, fill, line, 3)
    paint_text(painter, box, text, ink, "badge", 700, centre=True)
    return box.right() + 1


def paint_flag(painter: QPainter, left: int, middle: int, token: str, size: int = 14) -> int:
    """The platform's flag in its colour (`flag.red`); nothing for an empty token."""
    return paint_icon(painter, left, middle, "flag", token, size) if token else left


def key_width(text: str) -> int:
    """How wide `paint_key` draws."""
    return max(18, text_width(text, "tiny") + 10) if text else 0


def paint_key(painter: QPainter, left: int, middle: int, text: str, token: str = "text3", line: str = "line") -> int:
    """A key in a small outline, as inside buttons."""
    box = QRect(left, middle - 9, key_width(text), 18)
    rounded(painter, box, None, line, 4)
    paint_text(painter, box, text, token, "tiny", centre=True)
    return box.right() + 1


def paint_tick(
    painter: QPainter, left: int, middle: int, checked: bool, *, enabled: bool = True, size: int = 16
) -> int:
    """A check box."""
    box = QRect(left, middle - size // 2, size, size)
    if checked:
        rounded(painter, box, "accent" if enabled else "disabled", None, 4)
        paint_icon(painter, left + (size - 12) // 2, middle, "check", "on_accent", 12)
    else:
        rounded(painter, box, "surface", "control" if enabled else "line", 4)
    return left + size


def paint_avatar(painter: QPainter, left: int, middle: int, name: str, size: int = 24) -> int:
    """The first character of a person's name on a disc."""
    box = QRect(left, middle - size // 2, size, size)
    rounded(painter, box, "selected", None, size / 2)
    paint_text(painter, box, name[:1].upper(), "accent_text", "tiny" if size < 28 else "heading", 600, centre=True)
    return left + size


def paint_bar(
    painter: QPainter,
    rect: QRect,
    share: float,
    token: str = "accent",
    *,
    height: int = tokens.BAR,
    track: str = "track",
) -> None:
    """A meter filled to a share between 0 and 1."""
    top = rect.center().y() - height // 2 + 1
    whole = QRectF(rect.left(), top, rect.width(), height)
    rounded(painter, whole, track, None, height / 2)
    filled = min(max(share, 0.0), 1.0) * rect.width()
    if filled > 0:
        rounded(painter, QRectF(rect.left(), top, max(filled, height), height), token, None, height / 2)


def paint_dot(painter: QPainter, centre_x: int, middle: int, token: str, size: int = 8) -> None:
    """A filled disc, as on a timeline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(token))
    painter.drawEllipse(QPointF(centre_x, middle + 0.5), size / 2, size / 2)
    painter.restore()


def plate_colour(alpha: int = 216) -> QColor:
    """The dark plate behind words on a photo."""
    result = QColor(theme().hex("plate"))
    result.setAlpha(alpha)
    return result


def paint_plate(painter: QPainter, left: int, top: int, text: str, icon: str = "") -> QRect:
    """White words on a dark plate at a corner of a photo; returns the plate."""
    width = text_width(text, "small", 600) + 2 * CHIP_PADDING + (16 if icon else 0)
    box = QRect(left, top, width, tokens.CHIP)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plate_colour())
    painter.drawRoundedRect(QRectF(box), 4, 4)
    painter.restore()
    start = left + CHIP_PADDING
    if icon:
        start = paint_icon(painter, start, box.center().y() + 1, icon, "on_plate", 12) + 4
    paint_text(painter, QRect(start, top, box.right() - start + 2, tokens.CHIP), text, "on_plate", "small", 600)
    return box
