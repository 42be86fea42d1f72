"""The shop's own head on the first page of a packet, under the running head that names the shop already."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Sequence

from desktop.packets.layout import WIDTH
from desktop.packets.paragraphs import BLACK, GREY, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable, Spacer

_NAME = Style(size=10.5, leading=15, bold=True, colour=BLACK)
_LINE = Style(size=8.5, leading=12.5, colour=GREY, align="right")
_LINE_BELOW = Style(size=8.5, leading=12.5, colour=GREY)
_BELOW = 6.0
_MOST_LINES = 8


class Letterhead(Flowable):
    """Name at the left, the other lines at the right."""

    def __init__(self, name: Passage, lines: Sequence[Passage]) -> None:
        super().__init__()
        self._name, self._lines = name, lines
        self.spaceAfter = _BELOW

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        beside = sum(line.wrap(WIDTH * 0.55, 0)[1] for line in self._lines)
        self.height = max(self._name.wrap(WIDTH * 0.42, 0)[1], beside)
        return self.width, self.height

    def draw(self) -> None:
        _, tall = self._name.wrap(WIDTH * 0.42, 0)
        self._name.drawOn(self.canv, 0, self.height - tall)
        top = self.height
        for line in self._lines:
            top -= line.wrap(WIDTH * 0.55, 0)[1]
            line.drawOn(self.canv, WIDTH * 0.45, top)


def letterhead(lines: Sequence[str], shop: str, setter: Typesetter) -> list[Flowable]:
    """The head as flowables; nothing for a shop without one. A name that is `shop` stands above already."""
    said = [line for line in lines if line.strip()]
    if not said:
        return []
    if said[0].strip() == shop.strip():
        return [*_below(said[1:], setter), Spacer(1, _BELOW)] if said[1:] else []
    name = setter.text(said[0], _NAME)
    beside = [setter.text(line, _LINE) for line in said[1:]]
    tall = sum(len(line.lines_for(WIDTH * 0.55)) for line in beside)
    if len(name.lines_for(WIDTH * 0.42)) <= 2 and tall <= _MOST_LINES:
        return [Letterhead(name, beside)]
    return [name, *_below(said[1:], setter), Spacer(1, _BELOW)]


def _below(lines: Sequence[str], setter: Typesetter) -> list[Flowable]:
    """The lines one under another; in a single one where all of them fit."""
    joined = "　".join(lines)
    if setter.width(joined, _LINE_BELOW) <= WIDTH:
        return [setter.text(joined, _LINE_BELOW)]
    return [setter.text(line, _LINE_BELOW) for line in lines]
