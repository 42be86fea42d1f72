"""The one way text gets onto a packet's pages. Nothing here reads markup, so no text can be markup.

Lines are broken by our own code, not by reportlab's `Paragraph`: its parser opens files named in `<img>`, fails on
unclosed tags, and a text of a megabyte keeps it busy for long.
"""
# mypy: allow-untyped-calls

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import Color, HexColor

from desktop.packets.fonts import Glyph, GlyphTable, is_bidi_control, is_invisible
from desktop.packets.platypus import Flowable

BLACK, JADE, GREY, WHITE = HexColor("#16211F"), HexColor("#0F766E"), HexColor("#46544F"), HexColor("#FFFFFF")
HAIRLINE, SHADE = HexColor("#C9D1CE"), HexColor("#EFF4F2")
# More than a line of a page holds, even of the narrowest letters.
_LINE_LIMIT = 400
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NO_START = frozenset("、。，．：；？！…—～·）〕］｝〉》」』】”’%‰℃,.:;?!)]}%-/")
_NO_END = frozenset("（〔［｛〈《「『【“‘([{¥￥$€£")
_SIGNS = frozenset("¥￥$€£")
_CLOSING = frozenset("、。，．：；）〕］｝〉》」』】”’")
_OPENING = frozenset("（〔［｛〈《「『【“‘")
_FULL_MARKS = _CLOSING | _OPENING


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points; `bar` draws a line down the left edge."""

    size: float = 9.75
    leading: float = 16.5
    bold: bool = False
    colour: Color = field(default=BLACK)
    align: str = "left"
    justify: bool = False
    bar: bool = False
    before: float = 0.0
    after: float = 0.0


class Typesetter:
    """Makes passages of text for one packet and knows what could not be drawn in it."""

    def __init__(self, language: str) -> None:
        latin = language != "zh"
        self._tables = {bold: GlyphTable(bold=bold, latin=latin) for bold in (False, True)}

    def text(self, text: str, style: Style) -> Passage:
        """A passage of plain text."""
        return Passage(self._glyphs(text, style), style)

    def width(self, text: str, style: Style) -> float:
        """How wide a text would be on one line, in points."""
        glyphs = self._glyphs(text, style)
        return sum(glyph.width for glyph in glyphs if glyph is not None) * style.size

    def fitted(self, text: str, style: Style, width: float) -> Passage:
        """One line that is not wider than `width`: what does not fit is left out and an ellipsis says so.

        Only for the running head and foot, whose texts also stand in full on the first page.
        """
        line = [glyph for glyph in self._glyphs(text[:_LINE_LIMIT], style) if glyph is not None]
        if sum(glyph.width for glyph in line) * style.size > width or len(text) > _LINE_LIMIT:
            dots = self._tables[style.bold].glyph("…")
            room = width / style.size - dots.width
            kept: list[Glyph | None] = []
            for glyph in line:
                room -= glyph.width
                if room < 0:
                    break
                kept.append(glyph)
            return Passage([*kept, dots], style)
        return Passage(list(line), style)

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters no bundled font can draw, in order of code."""
        return tuple(sorted(self._tables[False].missing | self._tables[True].missing))

    def _glyphs(self, text: str, style: Style) -> list[Glyph | None]:
        """Glyphs of a text, None for a line end. Bidi controls become visible, `[U+202E]`, and reorder nothing."""
        find = self._tables[style.bold].glyph
        glyphs: list[Glyph | None] = []
        for place, line in enumerate(_LINE_END.split(text)):
            if place:
                glyphs.append(None)
            for char in line:
                if char < "\x7f" and char >= " ":
                    glyphs.append(find(char))
                elif char == "\t":
                    glyphs.extend(find(" ") for _ in range(4))
                elif is_bidi_control(char):
                    glyphs.extend(find(shown) for shown in f"[U+{ord(char):04X}]")
                elif not is_invisible(char):
                    glyphs.append(find(char))
        _close_up(glyphs)
        return glyphs


@dataclass(frozen=True, slots=True)
class _Line:
    first: int
    end: int
    width: float
    last: bool


class Passage(Flowable):
    """Text that runs over lines and, where it must, over pages."""

    def __init__(self, glyphs: list[Glyph | None], style: Style, lines: Sequence[_Line] | None = None) -> None:
        super().__init__()
        self._all = glyphs
        self._style = style
        self._lines: Sequence[_Line] | None = lines
        self._cut = lines is not None
        self._broken_for = 0.0
        self.spaceBefore, self.spaceAfter = style.before, style.after

    def lines_for(self, width: float) -> Sequence[_Line]:
        """The lines at that width in points."""
        inner = width - (10 if self._style.bar else 0)
        if self._lines is None or (not self._cut and inner != self._broken_for):
            self._lines, self._broken_for = _break(self._all, inner / self._style.size), inner
        return self._lines

    def cut(self, width: float, most: int) -> list[Passage]:
        """The passage in pieces of at most that many lines."""
        lines = self.lines_for(width)
        if len(lines) <= most:
            return [self]
        return [self._part(lines[first : first + most]) for first in range(0, len(lines), most)]

    def followed_by(self, other: Passage) -> Passage:
        """This passage with another's text on the same line, in this one's style."""
        return Passage([*self._all, *other._all], self._style)

    def _part(self, lines: Sequence[_Line]) -> Passage:
        part = Passage(self._all, self._style, lines)
        part._broken_for = self._broken_for
        return part

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = len(self.lines_for(available_width)) * self._style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Passage]:
        lines = self.lines_for(available_width)
        fit = int(available_height / self._style.leading + 0.001)
        if fit < 1 or (fit < 2 and len(lines) > 2):
            return []
        if fit >= len(lines):
            return [self]
        if len(lines) - fit == 1 and fit > 2:
            fit -= 1  # no single line alone on the next page
        return [self._part(lines[:fit]), self._part(lines[fit:])]

    def draw(self) -> None:
        style, canvas = self._style, self.canv
        inset = 10.0 if style.bar else 0.0
        lines = self.lines_for(self.width)
        if style.bar:
            canvas.setFillColor(JADE)
            canvas.rect(0, 0, 1.5, self.height, stroke=0, fill=1)
        text = canvas.beginText()
        text.setFillColor(style.colour)
        baseline = self.height - style.leading / 2 - style.size * 0.36
        for line in lines:
            self._draw_line(text, line, inset, baseline, self.width - inset)
            baseline -= style.leading
        canvas.drawText(text)

    def _draw_line(self, text: Any, line: _Line, left: float, baseline: float, room: float) -> None:
        style = self._style
        glyphs = [glyph for glyph in self._all[line.first : line.end] if glyph is not None]
        if not glyphs:
            return
        used = line.width * style.size
        spread = 0.0
        if style.justify and not line.last and len(glyphs) > 12:
            spread = (room - used) / (len(glyphs) - 1)
            if spread > style.size * 0.12:
                spread = 0.0
        x = left + {"right": room - used, "center": (room - used) / 2}.get(style.align, 0.0)
        text.setCharSpace(spread)
        run: list[str] = []
        font, start = "", x
        for glyph in glyphs:
            alone = glyph.alone
            if run and (glyph.font != font or alone):
                _show(text, font, style.size, start, baseline, "".join(run))
                run = []
            if not run:
                font, start = glyph.font, x - glyph.shift * style.size
            run.append(glyph.drawn)
            x += glyph.width * style.size + spread
            if alone:
                _show(text, font, style.size, start, baseline, glyph.drawn)
                run = []
        if run:
            _show(text, font, style.size, start, baseline, "".join(run))


def _show(text: Any, font: str, size: float, x: float, y: float, shown: str) -> None:
    text.setTextOrigin(x, y)
    text.setFont(font, size)
    text.textOut(shown)


def _close_up(glyphs: list[Glyph | None]) -> None:
    """Give Chinese punctuation that meets other Chinese punctuation half a square, as printers do."""
    before: Glyph | None = None
    for place, glyph in enumerate(glyphs):
        if before is not None and glyph is not None and glyph.drawn in _FULL_MARKS:
            if before.drawn in _CLOSING and before.width == 1.0:
                glyphs[place - 1] = replace(before, width=0.5, alone=True)
            elif before.drawn in _OPENING and glyph.drawn in _OPENING and glyph.width == 1.0:
                glyph = glyphs[place] = replace(glyph, width=0.5, shift=0.5, alone=True)
        before = glyph


def _break(glyphs: list[Glyph | None], room: float) -> list[_Line]:
    """Greedy lines: break after spaces and hyphens, between Chinese characters, else wherever the line is full."""
    lines: list[_Line] = []
    first, width, chance, chance_width = 0, 0.0, -1, 0.0
    place, count = 0, len(glyphs)
    before = ""
    while place < count:
        glyph = glyphs[place]
        if glyph is None:
            lines.append(_Line(first, place, width, True))
            first, width, chance, before = place + 1, 0.0, -1, ""
            place += 1
            continue
        char = glyph.drawn
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
            lines.append(_Line(first, end, full, False))
            first, place, chance = resume, resume, -1
            width, before = 0.0, ""
            continue
        width += glyph.width
        before = char
        place += 1
    lines.append(_Line(first, count, width, True))
    return lines


def _is_space(glyph: Glyph | None) -> bool:
    return glyph is not None and glyph.drawn == " "


def _drawn(glyph: Glyph | None) -> str:
    return "" if glyph is None else glyph.drawn


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
