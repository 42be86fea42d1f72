"""A call-back painted as one line: tier, what it is for, buyer, channel, sign. The same in every view."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from models.call_back_records import CellLine
from models.call_kinds import CallBackKind, Channel
from ui.callbacks.line_words import CHANNEL_ICONS, KIND_ICONS, SPECIAL_ICON, is_open, mark_of
from ui.icons import paint_icon
from ui.plain import one_line
from ui.widgets import painting
from ui.words import tier_text

LINE = 21
MARK, SMALL = 13, 12
_TIGHT, _NAME = 90, 46


def paint_block(painter: QPainter, box: QRect, line: CellLine, *, strong: bool = False, before: str = "") -> None:
    """The same in two lines for narrow columns: signs above, the name below. `before` stands at the beginning."""
    row, call_back, middle = line.row, line.row.call_back, box.top() + LINE // 2 + 1
    past = line.attempt is not None or not is_open(row)
    left = painting.paint_tier(painter, box.left(), middle, tier_text(row.tier)) + 4
    above = QRect(left, box.top(), box.right() - left, LINE)
    if before:
        left = painting.paint_text(painter, above, before, "text3", "tiny") + 4
    signs = [(SPECIAL_ICON, "gold")] if row.special else []
    if call_back.kind is not CallBackKind.RHYTHM:
        signs.append((KIND_ICONS[call_back.kind], "accent_text"))
    if call_back.channel is not Channel.PHONE:
        signs.append((CHANNEL_ICONS[call_back.channel], "text3"))
    mark = mark_of(line)
    if mark[0]:
        paint_icon(painter, box.right() + 1 - MARK, middle, *mark, MARK)
    room = box.right() - left - (MARK + 3 if mark[0] else 0)
    for name, token in signs[: max(room // (SMALL + 2), 0)]:
        left = paint_icon(painter, left, middle, name, token, SMALL) + 2
    below = QRect(box.left(), box.top() + LINE - 2, box.width(), LINE)
    painting.paint_text(painter, below, one_line(row.nick), "text3" if past else "text", "small", 600 if strong else 0)


def paint_line(painter: QPainter, box: QRect, line: CellLine, *, faint: bool = False, strong: bool = False) -> None:
    """Draw into `box`; `faint` for days outside of the month, `strong` for the one whose card is open."""
    row, call_back = line.row, line.row.call_back
    middle = box.center().y() + 1
    past = line.attempt is not None or not is_open(row)
    roomy = box.width() >= _TIGHT
    left = painting.paint_tier(painter, box.left(), middle, tier_text(row.tier)) + (5 if roomy else 3)
    if row.special:
        left = paint_icon(painter, left, middle, SPECIAL_ICON, "gold", SMALL) + 3
    if call_back.kind is not CallBackKind.RHYTHM:
        left = paint_icon(painter, left, middle, KIND_ICONS[call_back.kind], "accent_text", SMALL) + 3
    right = box.right() + 1
    icon, token = mark_of(line)
    if icon:
        right -= MARK
        paint_icon(painter, right, middle, icon, token, MARK)
        right -= 2
    if call_back.channel is not Channel.PHONE and right - left - SMALL >= _NAME:
        right -= SMALL
        paint_icon(painter, right, middle, CHANNEL_ICONS[call_back.channel], "text3", SMALL)
        right -= 2
    ink = "text3" if past else "text2" if faint else "text"
    room = QRect(left, box.top(), right - left, box.height())
    painting.paint_text(painter, room, one_line(row.nick), ink, "small", 600 if strong else 0)
