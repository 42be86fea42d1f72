"""The exhibit pages: number and title, picture or text, what it proves, source and integrity."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.units import mm

from desktop.packets.jpeg import Jpeg
from desktop.packets.layout import BODY, BODY_HEIGHT, SMALL, WIDTH, Mark, Picture, section
from desktop.packets.paragraphs import JADE, WHITE, Passage, Style, Typesetter
from desktop.packets.platypus import CondPageBreak, Flowable, PageBreak
from desktop.packets.tables import CELL, CELL_HEAD, HASH, Cell, Grid, Row
from models.kinds import MediaKind
from models.rules.packet_parts import ExhibitPage, PacketContent

_TITLE = Style(size=13.5, leading=19, bold=True)
_BADGE = Style(size=12.5, leading=26, bold=True, colour=WHITE)
_TRANSCRIPT = Style(size=9, leading=13.5, bar=True)
_PORTRAIT_SHARE = 0.6
# A screenshot taller than this many widths would be too small to read on one page: it goes on over several.
_LONG = 2.4
_BAND = 1.35


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown of an exhibit: a picture, a text, or the reason why neither."""

    jpeg: Jpeg | None = None
    text: str | None = None
    reason: str = ""


class _Title(Flowable):
    """The jade badge with the exhibit's number and, beside it, its title."""

    spaceAfter = 9.0

    def __init__(self, badge: Passage, badge_width: float, title: Passage | None) -> None:
        super().__init__()
        self._badge, self._badge_width, self._title = badge, badge_width, title

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        tall = 0.0 if self._title is None else self._title.wrap(available_width - self._badge_width - 11, 0)[1]
        self.height = max(26.0, tall)
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(JADE)
        canvas.roundRect(0, self.height - 26, self._badge_width, 26, 3, stroke=0, fill=1)
        self._badge.wrap(self._badge_width, 26)
        self._badge.drawOn(canvas, 0, self.height - 26)
        if self._title is not None:
            _, tall = self._title.wrap(self.width - self._badge_width - 11, 0)
            self._title.drawOn(canvas, self._badge_width + 11, self.height - tall - max(0.0, (26 - tall) / 2))


def exhibit(
    page: ExhibitPage, shown: Shown, content: PacketContent, setter: Typesetter, tell: Callable[[str, int], None]
) -> list[Flowable]:
    """One exhibit from a new page on."""
    say = content.phrases.say
    story: list[Flowable] = [PageBreak(), *_titled(page, content, setter)]
    story.insert(1, Mark(f"exhibit-{page.number}", say("exhibit", number=page.number), tell))
    shown_as = ""
    if shown.jpeg is not None:
        story += _pictures(shown.jpeg, content, setter)
        shown_as = _shown_as(page, shown.jpeg, content)
    elif shown.text is None:
        story.append(setter.text(say("no_preview"), BODY))
        if shown.reason:
            story.append(setter.text(say("no_preview_why", reason=shown.reason), SMALL))
    if shown.text is not None:
        story += section(setter, say("transcript"), [setter.text(shown.text, _TRANSCRIPT)])
        shown_as = shown_as or say("shown_text")
    if page.proves.strip():
        story += section(setter, say("proves"), [setter.text(page.proves, BODY)])
    story += section(setter, say("source_and_integrity"), [_facts(page, shown_as, content, setter)], room=130)
    return story


def _titled(page: ExhibitPage, content: PacketContent, setter: Typesetter) -> list[Flowable]:
    name = content.phrases.say("exhibit", number=page.number)
    width = setter.width(name, _BADGE) + 22
    badge = setter.text(name, Style(size=12.5, leading=26, bold=True, colour=WHITE, align="center"))
    title = setter.text(page.title, _TITLE)
    if len(title.lines_for(WIDTH - width - 11)) <= 3:
        return [_Title(badge, width, title)]
    return [_Title(badge, width, None), setter.text(page.title, _TITLE)]


def _pictures(jpeg: Jpeg, content: PacketContent, setter: Typesetter) -> list[Flowable]:
    ratio = jpeg.height / jpeg.width
    if ratio <= _LONG:
        return [Picture(jpeg, most_height=BODY_HEIGHT * _PORTRAIT_SHARE)]
    parts = max(2, math.ceil(ratio / _BAND))
    story: list[Flowable] = []
    for part in range(parts):
        band = Picture(jpeg, part / parts, (part + 1) / parts, BODY_HEIGHT - 70)
        story += [
            CondPageBreak(band.height + 16),
            band,
            setter.text(content.phrases.say("part", part=part + 1, parts=parts), SMALL),
        ]
    return story


def _shown_as(page: ExhibitPage, jpeg: Jpeg, content: PacketContent) -> str:
    say, evidence = content.phrases.say, page.evidence
    if page.original is not None:
        how = say("shown_copy")
    elif evidence.media is MediaKind.VIDEO:
        how = say("shown_frame")
    elif evidence.media is MediaKind.DOCUMENT:
        how = say("shown_first_page", pages=evidence.pages or 1)
    else:
        how = say("shown_original")
    return (
        f"{how}　{jpeg.width:,} × {jpeg.height:,}"
        if content.language == "zh"
        else (f"{how}, {jpeg.width:,} × {jpeg.height:,}")
    )


def _facts(page: ExhibitPage, shown_as: str, content: PacketContent, setter: Typesetter) -> Grid:
    """Two pairs in a row; a hash, or a value too long for half a row, has a row to itself."""
    label = 27 * mm
    value = WIDTH / 2 - label
    pairs = list(page.facts)
    if shown_as:
        pairs.append((content.phrases.say("shown"), shown_as))
    short = [pair for pair in pairs if setter.width(pair[1], CELL) <= value - 14 and "\n" not in pair[1]]
    alone = [pair for pair in pairs if pair not in short]
    if len(short) % 2:
        alone.insert(0, short.pop())
    rows: list[Row] = []
    for first, second in zip(short[::2], short[1::2], strict=True):
        cells = tuple(
            cell
            for name, text in (first, second)
            for cell in (Cell(setter.text(name, CELL_HEAD), shaded=True), Cell(setter.text(text, CELL)))
        )
        rows.append(Row(cells, (label, value, label, value)))
    for name, text in alone:
        cells = (Cell(setter.text(name, CELL_HEAD), shaded=True), Cell(setter.text(text, CELL)))
        rows.extend(Row(cells, (label, WIDTH - label)).pieces(setter))
    for name, digest in page.hashes:
        cells = (Cell(setter.text(name, CELL_HEAD), shaded=True), Cell(setter.text(digest, HASH)))
        rows.append(Row(cells, (label, WIDTH - label)))
    return Grid(rows)
