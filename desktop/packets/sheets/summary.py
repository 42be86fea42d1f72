"""Paints the summary of a case on exactly one page: lists give way line by line and say how many are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.packets.paragraphs import GREY, Passage, Style
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, scaled
from models.kinds import Paper
from models.rules.sheet_summary import CaseSummary, Pair, SummaryList

_SIDE, _TOP, _BOTTOM = 14 * MM, 12 * MM, 15 * MM
_TITLE = Style(size=15, leading=20, bold=True)
_MARK = Style(size=12, leading=18, bold=True, align="center")
_SMALL = Style(size=8, leading=11, colour=GREY)
_RIGHT = Style(size=8, leading=11, colour=GREY, align="right")
_HEAD = Style(size=9.5, leading=14, bold=True)
_LABEL = Style(size=8.5, leading=12.5, colour=GREY)
_TEXT = Style(size=8.5, leading=12.5)
_STRONG = Style(size=8.5, leading=12.5, bold=True)
_GAP, _ACROSS = 7.0, 6 * MM
_FACTORS = (1.12, 1.0, 0.92)
# Signs of one fact or line at most, tried in turn: a note may have 100,000.
_SIGNS = (1_500, 500, 220, 120, 60)
_LABEL_SHARE = 0.3


def paint_summary(content: CaseSummary, paper: Paper, now: datetime) -> SheetPdf:
    """The page: as much as fits at a size that can be read, what is left out counted."""
    canvas = SheetCanvas(*SIZES_MM[paper], content.phrases.language)
    _frame(canvas, content)
    fitted = _fit(canvas, content)
    top = canvas.height - _TOP - 34
    _draw(canvas, fitted, top)
    return canvas.finish(f"{content.title} {content.number}", content.shop, now)


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with pairs or lines, in points."""

    head: Passage
    rows: tuple[tuple[Passage | None, Passage], ...]
    width: float
    height: float
    label_width: float


@dataclass(frozen=True, slots=True)
class _Fitted:
    left: tuple[_Section, ...]
    right: tuple[_Section, ...]
    below: tuple[_Section, ...]

    def height(self) -> float:
        return max(_tall(self.left), _tall(self.right)) + _GAP + _tall(self.below)


def _tall(sections: Sequence[_Section]) -> float:
    return sum(section.height for section in sections) + _GAP * max(0, len(sections) - 1)


def _frame(canvas: SheetCanvas, content: CaseSummary) -> None:
    setter, width = canvas.setter, canvas.width - 2 * _SIDE
    top = canvas.height - _TOP
    mark_width = setter.width(content.mark, _MARK) + 18
    canvas.box(canvas.width - _SIDE - mark_width, top - 21, mark_width, 21)
    canvas.put(setter.text(content.mark, _MARK), canvas.width - _SIDE - mark_width, top - 1, mark_width)
    room = width - mark_width - 8
    canvas.put(setter.fitted(f"{content.title}　{content.number}　{content.shop}", _TITLE, room), _SIDE, top, room)
    canvas.line(_SIDE, top - 27, width, strong=True)
    canvas.line(_SIDE, _BOTTOM - 2, width)
    canvas.put(setter.text("\n".join(content.foot), _SMALL), _SIDE, _BOTTOM - 5, width * 0.66)
    canvas.put(setter.fitted(content.printed, _RIGHT, width * 0.33), _SIDE + width * 0.66, _BOTTOM - 5, width * 0.34)


def _fit(canvas: SheetCanvas, content: CaseSummary) -> _Fitted:
    room = canvas.height - _TOP - 34 - _BOTTOM - 4
    fitted = None
    for signs in _SIGNS:
        for factor in _FACTORS:
            counts = [len(each.lines) for each in content.lists]
            # What cannot be set on one page in any event need not be set to see it.
            counts = [min(count, 80) for count in counts]
            while True:
                fitted = _set(canvas, content, counts, signs, factor)
                over = fitted.height() - room
                if over <= 0.01:
                    return fitted
                if factor != _FACTORS[-1]:
                    break
                if not _give_way(content.lists, counts, over / (_TEXT.leading * factor), last=signs == _SIGNS[-1]):
                    break
    assert fitted is not None
    return fitted


def _give_way(lists: Sequence[SummaryList], counts: list[int], over: float, *, last: bool) -> bool:
    """Take lines from the list that gives way first; False when all are down to what they keep, or `last` to none."""
    order = sorted(range(len(lists)), key=lambda place: lists[place].rank)
    for keep_all in (True, False) if last else (True,):
        for place in order:
            least = min(lists[place].keep if keep_all else 0, len(lists[place].lines))
            if counts[place] > least:
                # Half of what is too much at a time: lines may be longer than one.
                counts[place] = max(least, counts[place] - max(1, int(over / 2)))
                return True
    return False


def _set(canvas: SheetCanvas, content: CaseSummary, counts: Sequence[int], signs: int, factor: float) -> _Fitted:
    width = canvas.width - 2 * _SIDE
    half = (width - _ACROSS) / 2
    setting = _Setting(canvas, content, signs, factor)
    left = [setting.pairs(content.facts_title, content.facts, half)]
    right = [
        setting.pairs(content.resolution_title, content.resolution, half),
        setting.pairs(content.amounts_title, content.amounts, half),
    ]
    below = [setting.lines(each, count, width) for each, count in zip(content.lists, counts, strict=True)]
    return _Fitted(tuple(left), tuple(right), tuple(below))


class _Setting:
    """Makes sections at one size of type, with no fact or line longer than so many signs."""

    def __init__(self, canvas: SheetCanvas, content: CaseSummary, signs: int, factor: float) -> None:
        self._canvas, self._content, self._signs, self._factor = canvas, content, signs, factor

    def pairs(self, title: str, pairs: Sequence[Pair], width: float) -> _Section:
        label_width = width * _LABEL_SHARE
        rows = tuple((self._text(label, _LABEL), self._text(self._short(value), _TEXT)) for label, value in pairs)
        return self._section(title, rows, width, label_width)

    def lines(self, each: SummaryList, count: int, width: float) -> _Section:
        texts = [self._short(" ".join(line.split())) for line in each.lines[:count]]
        rows: list[tuple[Passage | None, Passage]] = [(None, self._text(text, _TEXT)) for text in texts]
        left = len(each.lines) - count
        if left > 0:
            rows.append((None, self._text(self._content.phrases.say("more_lines", count=left), _STRONG)))
        return self._section(each.title, tuple(rows), width, 0.0)

    def _section(
        self, title: str, rows: tuple[tuple[Passage | None, Passage], ...], width: float, label_width: float
    ) -> _Section:
        head = self._text(title, _HEAD)
        height = head.wrap(width, 0)[1] + 2
        for label, value in rows:
            tall = value.wrap(width - label_width, 0)[1]
            height += max(tall, label.wrap(label_width - 4, 0)[1] if label is not None else 0.0)
        return _Section(head, rows, width, float(height), label_width)

    def _short(self, text: str) -> str:
        left = len(text) - self._signs
        if left <= 0:
            return text
        return text[: self._signs] + self._content.phrases.say("more_signs", count=left)

    def _text(self, text: str, style: Style) -> Passage:
        return self._canvas.setter.text(text, scaled(style, self._factor))


def _draw(canvas: SheetCanvas, fitted: _Fitted, top: float) -> None:
    width = canvas.width - 2 * _SIDE
    half = (width - _ACROSS) / 2
    y_left = _draw_stack(canvas, fitted.left, _SIDE, top)
    y_right = _draw_stack(canvas, fitted.right, _SIDE + half + _ACROSS, top)
    _draw_stack(canvas, fitted.below, _SIDE, min(y_left, y_right))


def _draw_stack(canvas: SheetCanvas, sections: Sequence[_Section], x: float, top: float) -> float:
    y = top
    for section in sections:
        y = canvas.put(section.head, x, y, section.width)
        canvas.line(x, y, section.width)
        y -= 2
        for label, value in section.rows:
            below = y
            if label is not None:
                below = canvas.put(label, x, y, section.label_width - 4)
            y = min(below, canvas.put(value, x + section.label_width, y, section.width - section.label_width))
        y -= _GAP
    return y
