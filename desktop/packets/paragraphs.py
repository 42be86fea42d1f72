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
from desktop.packets.lines import FULL_MARKS, Line, break_lines, close_up
from desktop.packets.platypus import Flowable

BLACK, JADE, GREY, WHITE = HexColor("#16211F"), HexColor("#0F766E"), HexColor("#46544F"), HexColor("#FFFFFF")
RED = HexColor("#B42318")
HAIRLINE, SHADE = HexColor("#C9D1CE"), HexColor("#EFF4F2")
# More than a line of a page holds, even of the narrowest letters.
_LINE_LIMIT = 400
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BODY = 9.75
# The glyphs of this many characters are kept for the second round of laying out: eight bytes each.
_KEPT_CHARS = 4_000_000


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points; `bar` draws a line down the left edge."""

    size: float = _BODY
    leading: float = 16.5
    bold: bool = False
    colour: Color = field(default=BLACK)
    align: str = "left"
    justify: bool = False
    bar: bool = False
    before: float = 0.0
    after: float = 0.0


class Typesetter:
    """Makes passages of text for one packet and knows what could not be drawn in it.

    `scale` multiplies every size; `least` is the smallest size in points, above which headings keep a little more than
    text. `room` is the height of a page's body in points: a row of a table taller than that is split.
    """

    def __init__(self, language: str, *, scale: float = 1.0, least: float = 0.0, room: float = 640.0) -> None:
        self.language = language
        self.room = room
        self._scale, self._least = scale, least
        latin = language != "zh"
        self._tables = {bold: GlyphTable(bold=bold, latin=latin) for bold in (False, True)}
        self._sized: dict[Style, Style] = {}
        self._known: dict[tuple[str, Style], Passage] = {}
        self._kept = 0
        self._tag = ""

    def beside(self, language: str) -> Typesetter:
        """A setter of another language for the same pages; what it writes is tagged with its language."""
        other = Typesetter(language, scale=self._scale, least=self._least, room=self.room)
        other._tag = "zh-CN" if language == "zh" else "en"
        return other

    def sized(self, style: Style) -> Style:
        """The style at this packet's sizes."""
        found = self._sized.get(style)
        if found is None:
            size = style.size * self._scale
            if self._least:
                size = max(size, self._least * max(1.0, style.size / _BODY) ** 0.5)
            found = self._sized[style] = replace(style, size=size, leading=style.leading * size / style.size)
        return found

    def wide(self, points: float) -> float:
        """The width of a column that is so many points wide where table text has its own 9 points."""
        return points * self.sized(Style(size=9)).size / 9

    def text(self, text: str, style: Style) -> Passage:
        """A passage of plain text."""
        key = (text, style)
        known = self._known.get(key)
        if known is not None:
            return known.again()
        sized = self.sized(style)
        made = Passage(self._glyphs(text, sized), sized, tag=self._tag)
        if self._kept + len(text) <= _KEPT_CHARS:
            self._kept += len(text)
            self._known[key] = made
        return made

    def width(self, text: str, style: Style) -> float:
        """How wide a text would be on one line, in points."""
        sized = self.sized(style)
        return sum(glyph.width for glyph in self._glyphs(text, sized) if glyph is not None) * sized.size

    def fitted(self, text: str, style: Style, width: float) -> Passage:
        """One line that is not wider than `width`: what does not fit is left out and an ellipsis says so.

        Only for places whose texts also stand in full elsewhere in the packet.
        """
        sized = self.sized(style)
        line = [glyph for glyph in self._glyphs(text[:_LINE_LIMIT], sized) if glyph is not None]
        if sum(glyph.width for glyph in line) * sized.size > width or len(text) > _LINE_LIMIT:
            dots = self._tables[style.bold].glyph("…")
            room = width / sized.size - dots.width
            kept: list[Glyph | None] = []
            for glyph in line:
                room -= glyph.width
                if room < 0:
                    break
                kept.append(glyph)
            return Passage([*kept, dots], sized, tag=self._tag)
        return Passage(list(line), sized, tag=self._tag)

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters no bundled font can draw, in order of code."""
        return tuple(sorted(self._tables[False].missing | self._tables[True].missing))

    def _glyphs(self, text: str, style: Style) -> list[Glyph | None]:
        """Glyphs of a text, None for a line end. Bidi controls become visible, `[U+202E]`, and reorder nothing."""
        table = self._tables[style.bold]
        find, known = table.glyph, table.known
        glyphs: list[Glyph | None] = []
        for place, line in enumerate(_LINE_END.split(text)):
            if place:
                glyphs.append(None)
            try:
                glyphs += [known[char] for char in line]
                continue
            except KeyError:
                pass
            for char in line:
                if char < "\x7f" and char >= " ":
                    glyphs.append(find(char))
                elif char == "\t":
                    glyphs.extend(find(" ") for _ in range(4))
                elif is_bidi_control(char):
                    glyphs.extend(find(shown) for shown in f"[U+{ord(char):04X}]")
                elif not is_invisible(char):
                    glyphs.append(find(char))
        if "’" in text and self.language == "zh":
            _narrow_apostrophes(glyphs, table)
        if not FULL_MARKS.isdisjoint(text):
            close_up(glyphs)
        return glyphs


class Passage(Flowable):
    """Text that runs over lines and, where it must, over pages."""

    def __init__(
        self,
        glyphs: list[Glyph | None],
        style: Style,
        *,
        tag: str = "",
        lines: Sequence[Line] | None = None,
        breaks: dict[float, Sequence[Line]] | None = None,
    ) -> None:
        super().__init__()
        self._all, self._style, self._tag = glyphs, style, tag
        self._cut = lines
        self._breaks = breaks if breaks is not None else {}
        self.spaceBefore, self.spaceAfter = style.before, style.after

    @property
    def leading(self) -> float:
        """The height of a line in points."""
        return self._style.leading

    def again(self) -> Passage:
        """The same passage to stand in another place; where its lines end is worked out once for both."""
        return Passage(self._all, self._style, tag=self._tag, breaks=self._breaks)

    def lines_for(self, width: float) -> Sequence[Line]:
        """The lines at that width in points."""
        if self._cut is not None:
            return self._cut
        inner = width - (10 if self._style.bar else 0)
        found = self._breaks.get(inner)
        if found is None:
            found = self._breaks[inner] = break_lines(self._all, inner / self._style.size)
        return found

    def widest(self, width: float) -> float:
        """The width of the widest line in points."""
        return max((line.width for line in self.lines_for(width)), default=0.0) * self._style.size

    def parted(self, width: float, most: int) -> tuple[Passage, Passage | None]:
        """The first so many lines, and the rest if there is any."""
        lines = self.lines_for(width)
        if len(lines) <= most:
            return self, None
        return self._part(lines[:most]), self._part(lines[most:])

    def emptied(self) -> Passage:
        """No text, in the same style."""
        return self._part(())

    def followed_by(self, other: Passage) -> Passage:
        """This passage with another's text on the same line, in this one's style."""
        return Passage([*self._all, *other._all], self._style, tag=self._tag)

    def _part(self, lines: Sequence[Line]) -> Passage:
        return Passage(self._all, self._style, tag=self._tag, lines=lines)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = len(self.lines_for(available_width)) * self._style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Passage]:
        """At least two lines stay on either side; three stay together."""
        lines = self.lines_for(available_width)
        fit = int(available_height / self._style.leading + 1e-8)
        if fit >= len(lines):
            return [self]
        if len(lines) - fit == 1:
            fit -= 1
        if fit < min(2, len(lines)):
            return []
        return [self._part(lines[:fit]), self._part(lines[fit:])]

    def draw(self) -> None:
        style, canvas = self._style, self.canv
        inset = 10.0 if style.bar else 0.0
        lines = self.lines_for(self.width)
        if style.bar:
            canvas.setFillColor(JADE)
            canvas.rect(0, 0, 1.5, self.height, stroke=0, fill=1)
        if self._tag:
            canvas._code.append(f"/Span <</Lang ({self._tag})>> BDC")
        text = canvas.beginText()
        text.setFillColor(style.colour)
        baseline = self.height - style.leading / 2 - style.size * 0.36
        for line in lines:
            self._draw_line(text, line, inset, baseline, self.width - inset)
            baseline -= style.leading
        canvas.drawText(text)
        if self._tag:
            canvas._code.append("EMC")

    def _draw_line(self, text: Any, line: Line, left: float, baseline: float, room: float) -> None:
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


def _narrow_apostrophes(glyphs: list[Glyph | None], table: GlyphTable) -> None:
    """In Chinese text too, the mark within an English word is not a whole square wide."""
    for place in range(1, len(glyphs) - 1):
        before, here, after = glyphs[place - 1 : place + 2]
        if here is None or here.char != "’" or before is None or after is None:
            continue
        if before.char.isascii() and before.char.isalnum() and after.char.isascii() and after.char.isalpha():
            glyphs[place] = table.narrow("’")


def _show(text: Any, font: str, size: float, x: float, y: float, shown: str) -> None:
    text.setTextOrigin(x, y)
    text.setFont(font, size)
    text.textOut(shown)
