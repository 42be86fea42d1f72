"""The bundled fonts, opened once per size."""

from __future__ import annotations

from functools import lru_cache

from PIL import ImageFont

from desktop.platform.resources import resource


@lru_cache(maxsize=64)
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Noto Sans SC in `size` pixels."""
    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(resource("fonts", name)), size, layout_engine=ImageFont.Layout.BASIC)


def wrapped(text: str, width: float, size: int, *, bold: bool = False) -> list[str]:
    """Lines of at most `width` pixels: broken between words, or between characters where there are no spaces."""
    letters = font(size, bold=bold)
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and letters.getlength((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    word = ""
    for character in text:
        if character == " ":
            pieces.append(word + " ")
            word = ""
        elif ord(character) > 0x2E7F and character not in "，。！？、：；）":
            pieces.extend((word, character) if word else (character,))
            word = ""
        elif character in "，。！？、：；）" and pieces and not word:
            pieces[-1] += character
        else:
            word += character
    return [*pieces, word] if word else pieces
