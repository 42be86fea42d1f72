"""The packet's fonts: which glyph draws which character, how wide it is, and what could not be drawn."""
# mypy: allow-untyped-calls

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

FONT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SANS, BOLD, EMOJI = "PacketSans", "PacketSansBold", "PacketEmoji"
_FILES = {SANS: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf", EMOJI: "NotoEmoji-Regular.ttf"}
REPLACEMENT = "□"
SPACE, NO_START, NO_END, WIDE, HYPHEN, LETTER, SIGN = 1, 2, 4, 8, 16, 32, 64
_NO_START = frozenset("、。，．：；？！…—～·）〕］｝〉》」』】”’%‰℃,.:;?!)]}%-/")
_NO_END = frozenset("（〔［｛〈《「『【“‘([{¥￥$€£")
_SIGNS = frozenset("¥￥$€£")
# The font gives these a whole square; among Latin text they are drawn as wide as their ink, with a little air.
_SQUEEZED = frozenset("·×")
_SQUEEZED_LATIN = frozenset("·×…‰")
# Narrow quotation marks for Latin text are in the font without a character of their own, as glyphs of these numbers.
# They get a private one for the drawing; in the text that is copied out they are what they are.
_NARROW = {"‘": (30416, 0xF8F0), "’": (30417, 0xF8F1), "“": (30419, 0xF8F2), "”": (30420, 0xF8F3)}
_SAID = {private: ord(char) for char, (_, private) in _NARROW.items()}
_AIR = 0.07
_BIDI = frozenset(chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_lock = threading.Lock()
_loaded: dict[str, _Font] = {}


class _Font(ttfonts.TTFont):
    """A TrueType font whose text can be copied out again, also beyond the basic plane."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), shapable=False)
        self.covered = frozenset(self.face.charToGlyph)
        if name != EMOJI:
            for number, private in _NARROW.values():
                self.face.charToGlyph[private] = number
                self.face.charWidths[private] = self.face.hmetrics[number][0] * 1000 / self.face.unitsPerEm

    def addObjects(self, doc: Any) -> None:
        """WORKAROUND reportlab 5.1.0: its ToUnicode maps write U+20BB7 as five digits, which no reader understands, and
        more than 100 entries in one block. Look for surrogate pairs in `makeToUnicodeCMap`."""
        subsets = [list(subset) for subset in self.state[doc].subsets] if doc in self.state else []
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            base = (ttfonts.SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + base].content = _to_unicode(base, subset)

    def stand_in(self, code: int) -> None:
        """Let the replacement box draw a character this font lacks, so that the character itself stays in the text."""
        face = self.face
        face.charWidths[code] = face.charWidths[ord(REPLACEMENT)]
        face.charToGlyph[code] = face.charToGlyph[ord(REPLACEMENT)]

    def ink(self, code: int) -> tuple[float, float]:
        """Left and right edge of the ink of a character, in ems."""
        face = self.face
        start = face.get_table_pos("glyf")[0] + face.glyphPos[face.charToGlyph[code]]
        left = int.from_bytes(face.get_chunk(start + 2, 2), "big", signed=True)
        right = int.from_bytes(face.get_chunk(start + 6, 2), "big", signed=True)
        return left / face.unitsPerEm, right / face.unitsPerEm


def _to_unicode(name: str, subset: list[int]) -> str:
    rows = [
        f"<{place:02X}> <{chr(_SAID.get(code, code)).encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(subset)
    ]
    blocks = [rows[first : first + 100] for first in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /{name} def\n"
        f"/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def load_fonts() -> None:
    """Register the three fonts with reportlab, once per process. OSError when a font file is not there."""
    with _lock:
        if _loaded:
            return
        setattr(rl_config, "useA85", 0)  # noqa: B010 - made at run time, so unknown to the type checker
        fonts = {name: _Font(name, FONT_FOLDER / file) for name, file in _FILES.items()}
        for font in fonts.values():
            pdfmetrics.registerFont(font)
        _loaded.update(fonts)


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one character is drawn: by which font, as which character, how far it moves on, how far it is drawn to the
    left (both in ems); `alone` when its place must be given because its width is not the font's own. `said` is the
    character it stands for, where that is not the one drawn."""

    font: str
    drawn: str
    width: float
    shift: float = 0.0
    alone: bool = False
    lost: bool = False
    said: str = ""
    rule: int = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what a line may do at this character: a sum of the signs above."""
        char = self.char
        rule = (char == " ") * SPACE | (char in _NO_START) * NO_START | (char in _NO_END) * NO_END
        rule |= (char >= "\u2e80") * WIDE | (char == "-") * HYPHEN | char.islower() * LETTER | (char in _SIGNS) * SIGN
        object.__setattr__(self, "rule", rule)

    @property
    def char(self) -> str:
        """The character it stands for."""
        return self.said or self.drawn


class GlyphTable:
    """Characters to glyphs for one weight and language, remembered; notes every character that could not be drawn."""

    def __init__(self, *, bold: bool, latin: bool) -> None:
        load_fonts()
        self._main = _loaded[BOLD if bold else SANS]
        self._emoji = _loaded[EMOJI]
        self._squeezed = _SQUEEZED_LATIN if latin else _SQUEEZED
        self._latin = latin
        self.known: dict[str, Glyph] = {}
        self.missing: set[str] = set()

    def glyph(self, char: str) -> Glyph:
        """The glyph of one character (already free of line ends, tabs and bidi controls)."""
        found = self.known.get(char)
        if found is None:
            found = self.known[char] = self._find(char)
            if found.lost:
                self.missing.add(char)
        return found

    def _find(self, char: str) -> Glyph:
        code = ord(char)
        if unicodedata.category(char) in {"Cc", "Cs"}:
            return self._box(REPLACEMENT)
        if self._latin and char in _NARROW:
            return self.narrow(char)
        if char in self._squeezed and code in self._main.covered:
            left, right = self._main.ink(code)
            return Glyph(self._main.fontName, char, right - left + 2 * _AIR, left - _AIR, alone=True)
        for font in (self._main, self._emoji):
            if code in font.covered:
                return Glyph(font.fontName, " " if char == "\xa0" else char, font.face.charWidths[code] / 1000)
        if unicodedata.category(char) in {"Co", "Cn"}:
            return self._box(REPLACEMENT)
        with _lock:
            self._main.stand_in(code)
        return self._box(char)

    def narrow(self, char: str) -> Glyph:
        """A quotation mark as Latin text has it."""
        private = _NARROW[char][1]
        return Glyph(self._main.fontName, chr(private), self._main.face.charWidths[private] / 1000, said=char)

    def _box(self, char: str) -> Glyph:
        return Glyph(self._main.fontName, char, self._main.face.charWidths[ord(REPLACEMENT)] / 1000, lost=True)


def is_bidi_control(char: str) -> bool:
    """True for the invisible characters that reorder text and can disguise it."""
    return char in _BIDI


def is_invisible(char: str) -> bool:
    """True for characters meant to have no glyph: joiners, variation selectors, soft hyphens, byte order marks."""
    code = ord(char)
    return (
        code in (0x00AD, 0x034F, 0x180E, 0xFEFF)
        or 0x200B <= code <= 0x200D
        or 0x2060 <= code <= 0x2064
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )
