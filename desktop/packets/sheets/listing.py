"""What sheets that list share: head, groups as tables, and a foot on every page that says how many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from desktop.packets.paragraphs import GREY, Style
from desktop.packets.platypus import Flowable
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, flow
from desktop.packets.tables import Grid
from models.kinds import Paper
from models.rules.sheet_phrases import SheetPhrases

_SIDE, _TOP, _FOOT = 14 * MM, 13 * MM, 15 * MM
_TITLE = Style(size=15, leading=21, bold=True)
_SPAN = Style(size=11, leading=21, align="right")
_SMALL = Style(size=9, leading=14, colour=GREY)
_MADE = replace(_SMALL, align="right")
_GROUP = Style(size=10.5, leading=16, bold=True)
_PAGE = Style(size=8, leading=11, colour=GREY)
_ROOM_TAKEN = 40.0


class ListedSheet(Protocol):
    """The words around a list."""

    @property
    def title(self) -> str: ...
    @property
    def span(self) -> str: ...
    @property
    def sums(self) -> str: ...
    @property
    def made(self) -> str: ...
    @property
    def foot(self) -> str: ...
    @property
    def phrases(self) -> SheetPhrases: ...


class Listing:
    """A list being painted from the top of its first page down; lengths in points.

    `head_share` is the part of the width that the sums have under the title; `pages` is how many there will be.
    """

    def __init__(self, content: ListedSheet, paper: Paper, pages: int, head_share: float) -> None:
        self.canvas = SheetCanvas(*SIZES_MM[paper], content.phrases.language)
        self.width = self.canvas.width - 2 * _SIDE
        self._content, self._pages, self._bottom = content, pages, _FOOT + 8
        self.canvas.setter.room = self.canvas.height - _TOP - self._bottom - _ROOM_TAKEN
        self._y = self._head(head_share)

    def _head(self, share: float) -> float:
        canvas, content, width = self.canvas, self._content, self.width
        setter, half, top = canvas.setter, width * 0.5, canvas.height - _TOP
        y = min(
            canvas.put(setter.text(content.title, _TITLE), _SIDE, top, half),
            canvas.put(setter.text(content.span, _SPAN), _SIDE + half, top, half),
        )
        return min(
            canvas.put(setter.text(content.sums, _SMALL), _SIDE, y, width * share),
            canvas.put(setter.text(content.made, _MADE), _SIDE + width * share, y, width * (1 - share)),
        )

    def small(self, text: str) -> None:
        """A line in small grey letters."""
        self._y = self.canvas.put(self.canvas.setter.text(text, _SMALL), _SIDE, self._y, self.width)

    def space(self, high: float) -> None:
        """Leave so much empty."""
        self._y -= high

    def group(self, title: str, grid: Grid) -> None:
        """A table under its title if it has one, never apart from its first row."""
        if title:
            heading = self.canvas.setter.text(title, _GROUP)
            _, high = heading.wrap(self.width, 0)
            if self._y - high - grid.begun() < self._bottom:
                self._y = self._next_page()
            self._y = self.canvas.put(heading, _SIDE, self._y, self.width) - 2
        stack: list[Flowable] = [grid]
        self._y = flow(self.canvas, stack, _SIDE, self.width, self._y, self._bottom, self._next_page, 8)

    def last_line(self, text: str, style: Style) -> None:
        """A line below the list, 8 points apart, on a page of its own where there is no room."""
        line = self.canvas.setter.text(text, style)
        _, high = line.wrap(self.width, 0)
        if self._y - high - 8 < self._bottom:
            self._y = self._next_page()
        self.canvas.put(line, _SIDE, self._y - 8, self.width)

    def foot(self) -> None:
        """What stands at the bottom of the page, and which of how many it is."""
        canvas, setter, content, width = self.canvas, self.canvas.setter, self._content, self.width
        words = content.phrases.say("page_of", page=canvas.pages, pages=self._pages)
        canvas.put(setter.text(content.foot, _PAGE), _SIDE, _FOOT - 2, width * 0.54)
        place = setter.text(f"{content.span}　{words}", replace(_PAGE, align="right"))
        canvas.put(place, _SIDE + width * 0.56, _FOOT - 2, width * 0.44)

    def _next_page(self) -> float:
        self.foot()
        self.canvas.next_page()
        return self.canvas.height - _TOP
