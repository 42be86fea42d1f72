"""The shop's own head on the first page of a packet: its name, and its lines beside or under it."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Sequence

from desktop.packets.layout import WIDTH
from desktop.packets.paragraphs import BLACK, GREY, JADE, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable, Spacer

_NAME = Style(size=13, leading=19, bold=True, colour=BLACK)
_LINE = Style(size=8.5, leading=12.5, colour=GREY, align="right")
_LINE_BELOW = Style(size=8.5, leading=12.5, colour=GREY)
_MOST_LINES = 8


class Letterhead(Flowable):
    """Name at the left, the other lines at the right, a jade rule below."""

    def __init__(self, name: Passage, lines: Sequence[Passage]) -> None:
        super().__init__()
        self._name, self._lines = name, lines
        self.spaceAfter = 10.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        beside = sum(line.wrap(WIDTH * 0.55, 0)[1] for line in self._lines)
        self.height = max(self._name.wrap(WIDTH * 0.42, 0)[1], beside) + 7
        return self.width, self.height

    def draw(self) -> None:
        _, tall = self._name.wrap(WIDTH * 0.42, 0)
        self._name.drawOn(self.canv, 0, self.height - tall)
        top = self.height
        for line in self._lines:
            top -= line.wrap(WIDTH * 0.55, 0)[1]
            line.drawOn(self.canv, WIDTH * 0.45, top)
        self.canv.setStrokeColor(JADE)
        self.canv.setLineWidth(1.2)
        self.canv.line(0, 0, WIDTH, 0)


def letterhead(lines: Sequence[str], setter: Typesetter) -> list[Flowable]:
    """The head as flowables; nothing for a shop without one."""
    said = [line for line in lines if line.strip()]
    if not said:
        return []
    name = setter.text(said[0], _NAME)
    beside = [setter.text(line, _LINE) for line in said[1:]]
    tall = sum(len(line.lines_for(WIDTH * 0.55)) for line in beside)
    if len(name.lines_for(WIDTH * 0.42)) <= 2 and tall <= _MOST_LINES:
        return [Letterhead(name, beside)]
    return [name, *(setter.text(line, _LINE_BELOW) for line in said[1:]), Spacer(1, 10)]
