"""A chat as text: ours at the right, theirs at the left, notices in the middle; over as many pages as it takes."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.packets.layout import WIDTH
from desktop.packets.paragraphs import BLACK, GREY, HAIRLINE, SHADE, WHITE, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable
from models.rules.packet_parts import Bubble

_SAID = Style(size=9.2, leading=13.6)
_WHO = Style(size=7.6, leading=11, colour=GREY)
_NOTICE = Style(size=8, leading=12, colour=GREY, align="center")
_MOST = WIDTH * 0.74
_PAD_X, _PAD_Y, _BETWEEN = 8.0, 4.5, 6.0
# A bubble is cut over two pages only when it has more lines than this, and never within two lines of an end.
_WHOLE_LINES = 6


@dataclass(frozen=True)
class _Said:
    """One message ready to be drawn; `who` is None in a part that goes on from the page before."""

    side: str
    who: Passage | None
    text: Passage

    @cached_property
    def inner(self) -> float:
        """How wide the text is."""
        return WIDTH if self.side == "notice" else self.text.widest(_MOST - 2 * _PAD_X)

    @cached_property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.lines_for(self._room))

    @cached_property
    def above(self) -> float:
        """Height of the line that says who and when."""
        return 0.0 if self.who is None else self.who.wrap(WIDTH, 0)[1]

    @cached_property
    def height(self) -> float:
        """Height with the space after it."""
        pad = 0.0 if self.side == "notice" else 2 * _PAD_Y
        return self.above + self.lines * self.text.leading + pad + _BETWEEN

    @property
    def _room(self) -> float:
        return WIDTH if self.side == "notice" else _MOST - 2 * _PAD_X

    def parted(self, available: float) -> tuple[_Said, _Said] | None:
        """What fits in that height, and what goes on; None when it had better stay whole."""
        if self.lines <= _WHOLE_LINES:
            return None
        fit = int((available - self.above - 2 * _PAD_Y) / self.text.leading + 1e-8)
        fit = min(fit, self.lines - 2)
        if fit < 2:
            return None
        first, rest = self.text.parted(self._room, fit)
        if rest is None:
            return None
        return replace(self, text=first), replace(self, text=rest, who=None)


class Chat(Flowable):
    """The messages in their order."""

    def __init__(self, said: Sequence[_Said]) -> None:
        super().__init__()
        self._said = said

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The height; once it is more than there is room for, no more is added up: 20,000 messages would cost it."""
        self.width, self.height = available_width, -_BETWEEN
        for said in self._said:
            self.height += said.height
            if self.height > available_height + _BETWEEN:
                break
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Flowable]:
        used, fit = 0.0, 0
        while fit < len(self._said) and used + self._said[fit].height - _BETWEEN <= available_height + 1e-7:
            used += self._said[fit].height
            fit += 1
        if fit == len(self._said):
            return [self]
        parts = self._said[fit].parted(available_height - used)
        if parts is not None:
            return [Chat([*self._said[:fit], parts[0]]), Chat([parts[1], *self._said[fit + 1 :]])]
        return [Chat(self._said[:fit]), Chat(self._said[fit:])] if fit else []

    def draw(self) -> None:
        top = self.height
        for said in self._said:
            self._draw(said, top)
            top -= said.height

    def _draw(self, said: _Said, top: float) -> None:
        canvas = self.canv
        if said.side == "notice":
            if said.who is not None:
                said.who.wrap(WIDTH, 0)
                said.who.drawOn(canvas, 0, top - said.above)
            said.text.wrap(WIDTH, 0)
            said.text.drawOn(canvas, 0, top - said.above - said.lines * said.text.leading)
            return
        wide, tall = said.inner + 2 * _PAD_X, said.lines * said.text.leading + 2 * _PAD_Y
        left = WIDTH - wide if said.side == "ours" else 0.0
        if said.who is not None:
            said.who.wrap(WIDTH, 0)
            said.who.drawOn(canvas, 0, top - said.above)
        foot = top - said.above - tall
        canvas.setFillColor(SHADE if said.side == "ours" else WHITE)
        canvas.setStrokeColor(GREY if said.side == "ours" else HAIRLINE)
        canvas.setLineWidth(0.6)
        canvas.roundRect(left, foot, wide, tall, 4, stroke=1, fill=1)
        canvas.setFillColor(BLACK)
        said.text.wrap(_MOST - 2 * _PAD_X, 0)
        said.text.drawOn(canvas, left + _PAD_X, foot + _PAD_Y)


def chat(bubbles: Sequence[Bubble], setter: Typesetter) -> Chat:
    """The messages of a chat, ready for the pages."""
    return Chat([_said(bubble, setter) for bubble in bubbles])


def _said(bubble: Bubble, setter: Typesetter) -> _Said:
    notice = bubble.side == "notice"
    named = "　".join(part for part in (bubble.speaker, bubble.said_at) if part)
    align = {"notice": "center", "ours": "right"}.get(bubble.side, "left")
    who = setter.text(named, replace(_WHO, align=align)) if named else None
    said = bubble.text
    if who is not None and len(who.lines_for(WIDTH)) > 2:  # a name as long as a text is split like one
        who, said = None, f"{named}\n{said}"
    return _Said(bubble.side, who, setter.text(said, _NOTICE if notice else _SAID))
