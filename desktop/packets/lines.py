"""Where lines of Chinese and Latin text end, and how much room punctuation takes that meets other punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.packets.fonts import Glyph

_NO_START = frozenset("、。，．：；？！…—～·）〕］｝〉》」』】”’%‰℃,.:;?!)]}%-/")
_NO_END = frozenset("（〔［｛〈《「『【“‘([{¥￥$€£")
_SIGNS = frozenset("¥￥$€£")
_CLOSING = frozenset("、。，．：；）〕］｝〉》」』】”’")
_OPENING = frozenset("（〔［｛〈《「『【“‘")
_FULL_MARKS = _CLOSING | _OPENING


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
        if before is not None and glyph is not None and glyph.char in _FULL_MARKS:
            if before.char in _CLOSING and before.width == 1.0:
                glyphs[place - 1] = replace(before, width=0.5, alone=True)
            elif before.char in _OPENING and glyph.char in _OPENING and glyph.width == 1.0:
                glyph = glyphs[place] = replace(glyph, width=0.5, shift=0.5, alone=True)
        before = glyph


def break_lines(glyphs: Sequence[Glyph | None], room: float) -> list[Line]:
    """Greedy lines: break after spaces and hyphens, between Chinese characters, else wherever the line is full."""
    lines: list[Line] = []
    first, width, chance, chance_width = 0, 0.0, -1, 0.0
    place, count = 0, len(glyphs)
    before = ""
    while place < count:
        glyph = glyphs[place]
        if glyph is None:
            lines.append(Line(first, place, width, True))
            first, width, chance, before = place + 1, 0.0, -1, ""
            place += 1
            continue
        char = glyph.char
        signed = before == " " and place > first + 1 and _drawn(glyphs[place - 2]) in _SIGNS
        if place > first and not signed and _may_break(before, char):
            chance, chance_width = place, width
        if width + glyph.width > room + 1e-6 and place > first and char != " ":
            if chance > first:
                end, full = chance, chance_width
            else:
                end, full = place, width
            while end > first + 1 and _is_space(glyphs[end - 1]):
                end -= 1
                full -= _width(glyphs[end])
            resume = chance if chance > first else place
            lines.append(Line(first, end, full, False))
            first, place, chance = resume, resume, -1
            width, before = 0.0, ""
            continue
        width += glyph.width
        before = char
        place += 1
    lines.append(Line(first, count, width, True))
    return lines


def _is_space(glyph: Glyph | None) -> bool:
    return glyph is not None and glyph.char == " "


def _drawn(glyph: Glyph | None) -> str:
    return "" if glyph is None else glyph.char


def _width(glyph: Glyph | None) -> float:
    return 0.0 if glyph is None else glyph.width


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NO_START or before in _NO_END:
        return False
    if before == " ":
        return True
    if before == "-" and after.isalpha():
        return True
    return _wide(before) or _wide(after)


def _wide(char: str) -> bool:
    return bool(char) and char >= "\u2e80"
