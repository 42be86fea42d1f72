"""The meaning of the marks on a picture, under it: the number in red and bold, so that colour is not the only sign."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Sequence

from desktop.packets.layout import WIDTH
from desktop.packets.paragraphs import GREY, RED, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable

_NUMBER = Style(size=9, leading=13.5, bold=True, colour=RED)
_MEANING = Style(size=9, leading=13.5, colour=GREY)
_GAP = 7.0
_BETWEEN = 18.0
# A meaning of more lines than this may have to be split between pages.
_LONG = 6


class LegendLine(Flowable):
    """Numbers and meanings side by side in one line, or one meaning over several lines beside its number."""

    def __init__(self, parts: Sequence[tuple[float, float, Passage]]) -> None:
        """`parts`: where each begins, how wide it may be, and what it says."""
        super().__init__()
        self._parts = parts

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(passage.wrap(room, 0)[1] for _, room, passage in self._parts)
        return self.width, self.height

    def draw(self) -> None:
        for left, room, passage in self._parts:
            _, tall = passage.wrap(room, 0)
            passage.drawOn(self.canv, left, self.height - tall)


def legend(entries: Sequence[tuple[str, str]], note: str, setter: Typesetter, width: float = WIDTH) -> list[Flowable]:
    """The entries line by line, as many in a line as fit, and the note that the marks are on a copy."""
    lines: list[Flowable] = []
    parts: list[tuple[float, float, Passage]] = []
    x = 0.0

    def end_line() -> None:
        nonlocal parts, x
        if parts:
            lines.append(LegendLine(parts))
        parts, x = [], 0.0

    for number, meaning in [*entries, ("", note)]:
        if not number and not meaning:
            continue
        lead = setter.width(number, _NUMBER) + _GAP if number else 0.0
        if lead > width * 0.3:
            number, meaning, lead = "", f"{number}　{meaning}", 0.0
        long = setter.width(meaning, _MEANING) + 0.5
        lines_alone = len(setter.text(meaning, _MEANING).lines_for(width - lead))
        if lines_alone > _LONG:
            end_line()
            lines.append(setter.text(f"{number}　{meaning}", _MEANING))
            continue
        if x and (x + lead + long > width or lines_alone > 1):
            end_line()
        if number:
            parts.append((x, lead, setter.text(number, _NUMBER)))
        room = max(width * 0.3, min(long, width - x - lead))
        parts.append((x + lead, room, setter.text(meaning, _MEANING)))
        x += lead + long + _BETWEEN
        if x > width or lines_alone > 1:
            end_line()
    end_line()
    return lines
