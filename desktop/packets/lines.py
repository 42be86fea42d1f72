"""Where lines of Chinese and Latin text end, and how much room punctuation takes that meets other punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.packets.fonts import HYPHEN, LETTER, NO_END, NO_START, SIGN, SPACE, WIDE, Glyph

_CLOSING = frozenset("、。，．：；）〕］｝〉》」』】”’")
_OPENING = frozenset("（〔［｛〈《「『【“‘")
FULL_MARKS = _CLOSING | _OPENING
_NEVER_BEFORE = SPACE | NO_START


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs from `first` to before `end`; the width in ems; whether the text or its paragraph ends here."""

    first: int
    end: int
    width: float
    last: bool


def close_up(glyphs: list[Glyph | None]) -> None:
    """Give Chinese punctuation that meets other Chinese punctuation half a square, as printers do."""
    before: Glyph | None = None
    for place, glyph in enumerate(glyphs):
        if before is not None and glyph is not None and glyph.char in FULL_MARKS:
            if before.char in _CLOSING and before.width == 1.0:
                glyphs[place - 1] = replace(before, width=0.5, alone=True)
            elif before.char in _OPENING and glyph.char in _OPENING and glyph.width == 1.0:
                glyph = glyphs[place] = replace(glyph, width=0.5, shift=0.5, alone=True)
        before = glyph


def break_lines(glyphs: Sequence[Glyph | None], room: float) -> list[Line]:
    """Greedy lines: break after spaces and the hyphens of words (not those of numbers as P-A2611), between Chinese
    characters, else wherever the line is full."""
    lines: list[Line] = []
    first, width, chance, chance_width = 0, 0.0, -1, 0.0
    place, count = 0, len(glyphs)
    before = 0
    room += 1e-6
    while place < count:
        glyph = glyphs[place]
        if glyph is None:
            lines.append(Line(first, place, width, True))
            first, width, chance, before = place + 1, 0.0, -1, 0
            place += 1
            continue
        rule = glyph.rule
        may = place > first and not rule & _NEVER_BEFORE and not before & NO_END and _breaks(before, rule)
        if may and not (before & SPACE and place > first + 1 and _rule(glyphs[place - 2]) & SIGN):
            chance, chance_width = place, width
        if width + glyph.width > room and place > first and not rule & SPACE:
            end, full = (chance, chance_width) if chance > first else (place, width)
            while end > first + 1 and _rule(glyphs[end - 1]) & SPACE:
                end -= 1
                full -= _width(glyphs[end])
            resume = chance if chance > first else place
            lines.append(Line(first, end, full, False))
            first, place, chance = resume, resume, -1
            width, before = 0.0, 0
            continue
        width += glyph.width
        before = rule
        place += 1
    lines.append(Line(first, count, width, True))
    return lines


def _breaks(before: int, after: int) -> int:
    return before & SPACE or (before & HYPHEN and after & LETTER) or (before | after) & WIDE


def _rule(glyph: Glyph | None) -> int:
    return 0 if glyph is None else glyph.rule


def _width(glyph: Glyph | None) -> float:
    return 0.0 if glyph is None else glyph.width
