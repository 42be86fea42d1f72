"""How large the picture of a shot is at a rung: photos by one measure, what is read by another, so that it can be."""

from __future__ import annotations

import math
from typing import Final

from models.kinds import MediaKind
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import Shot

LONGEST_SIDE: Final = 50_000
"""Of a joined chat: less would make one of forty screens too narrow to read. JPEG and the decoder take this much."""
PAGE_SIDE: Final = 2_340
"""A page of A4 at 200 dots per inch: more shows nothing more of it."""
READABLE_WIDTH: Final = 900
"""Pixels across a phone's screen at which its smallest words are read at 100 %, on paper 180 mm wide 127 dpi."""
_SCREEN = 0.45
_TALL = 1.9
_DRAWN = frozenset(("png", "gif", "bmp"))


def shows_text(evidence: Evidence) -> bool:
    """Whether its picture is there to be read: a chat, a page, a screenshot. Phones take photos no taller than 16:9."""
    if evidence.media in (MediaKind.CHAT, MediaKind.DOCUMENT):
        return True
    if evidence.media is not MediaKind.PHOTO:
        return False
    width, height = evidence.width or 0, evidence.height or 0
    tall = bool(width) and height / width >= _TALL
    return tall or (evidence.format in _DRAWN and evidence.captured_at is None)


def shot_size(shot: Shot, rung: Rung) -> tuple[int, int]:
    """The longer side in pixels, and the JPEG quality; of long screenshots as long as their readable width asks for."""
    evidence = shot.evidence
    if evidence.media is MediaKind.DOCUMENT:
        return min(rung.text_side, PAGE_SIDE), rung.text_quality
    if not shows_text(evidence):
        return rung.side, rung.quality
    left, top, right, bottom = shot.crop or (0.0, 0.0, 1.0, 1.0)
    width, height = (evidence.width or 0) * (right - left), (evidence.height or 0) * (bottom - top)
    if not width or not height:
        return rung.text_side, rung.text_quality
    readable = min(READABLE_WIDTH, rung.text_side * _SCREEN)
    long = math.ceil(height * min(1.0, readable / width))
    return min(LONGEST_SIDE, max(rung.text_side, long)), rung.text_quality
