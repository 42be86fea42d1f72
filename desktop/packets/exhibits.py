"""The exhibit pages: number and title, pictures or text, legend, what it proves, source and integrity."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from desktop.packets.bubbles import chat
from desktop.packets.figures import DPI, GAP, OVERLAP, Picture, Tile, TileRow, bands, fitting_columns
from desktop.packets.jpeg import Jpeg
from desktop.packets.layout import BODY, SMALL, WIDTH, Heading, Leaf, Mark, section, stack_height
from desktop.packets.legend import legend
from desktop.packets.paragraphs import JADE, WHITE, Passage, Style, Typesetter
from desktop.packets.platypus import CondPageBreak, Flowable, PageBreak
from desktop.packets.shown import LONG, Seen, Shown, is_film, is_page
from desktop.packets.tables import CELL, HASH, PAD_X, Cell, Grid, Row, label_cell
from desktop.packets.wording import Wording
from models.kinds import MediaKind
from models.rules.packet_parts import ExhibitPage

_TITLE = Style(size=13.5, leading=19, bold=True)
_BADGE = Style(size=12.5, leading=26, bold=True, colour=WHITE, align="center")
_TRANSCRIPT = Style(size=9, leading=13.5, bar=True)
_LABEL = 27 * mm
_PORTRAIT_SHARE = 0.6
_LABEL_LINES = 4
# A picture is made smaller by at most a quarter for the sake of what stands under it.
_GIVES_WAY = 0.75


@dataclass(frozen=True, slots=True)
class Desk:
    """What every exhibit is painted with."""

    words: Wording
    setter: Typesetter
    leaf: Leaf
    tell: Callable[[str, int], None]
    dpi: int = DPI
    other: Typesetter | None = None

    def passages(self, texts: Sequence[str], style: Style) -> list[Flowable]:
        """A text that stands in each language for itself: the second is set, and tagged, as its own language."""
        other = self.other if self.other is not None and len(texts) > 1 else self.setter
        return [(self.setter if place == 0 else other).text(text, style) for place, text in enumerate(texts)]


class Title(Flowable):
    """The jade badge with the exhibit's number and, beside it, its title."""

    def __init__(self, badge: Passage, badge_width: float, title: Passage | None) -> None:
        super().__init__()
        self.spaceAfter = 9.0
        self._badge, self._badge_width, self._title = badge, badge_width, title

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        tall = 0.0 if self._title is None else self._title.wrap(available_width - self._badge_width - 11, 0)[1]
        self.height = max(self._badge.leading, tall)
        return self.width, self.height

    def draw(self) -> None:
        canvas, tallest = self.canv, self._badge.leading
        canvas.setFillColor(JADE)
        canvas.roundRect(0, self.height - tallest, self._badge_width, tallest, 3, stroke=0, fill=1)
        self._badge.wrap(self._badge_width, tallest)
        self._badge.drawOn(canvas, 0, self.height - tallest)
        if self._title is not None:
            _, tall = self._title.wrap(self.width - self._badge_width - 11, 0)
            self._title.drawOn(canvas, self._badge_width + 11, self.height - tall - max(0.0, (tallest - tall) / 2))


def exhibit(page: ExhibitPage, shown: Shown, desk: Desk) -> list[Flowable]:
    """One exhibit from a new page on."""
    words, setter = desk.words, desk.setter
    name = words.say("exhibit", number=page.number)
    titled = _titled(page, name, desk)
    story: list[Flowable] = [
        PageBreak(),
        Mark(f"exhibit-{page.number}", f"{name}　{words.title(page)}", desk.tell, level=1),
        *titled,
    ]
    taken = stack_height(titled, WIDTH)
    proves = _proves(page, desk)
    body = _facts(page, _shown_as(page, shown, words), desk)
    sourced = section(setter, words.say("source_and_integrity"), [body], room=130)
    if shown.pictures:
        marks = legend(words.legend(page), words.own("marks_note") if page.legend else "", setter)
        below = sum(each.wrap(WIDTH, 0)[1] for each in marks[:4])
        rest = stack_height([*marks, *proves, *sourced], WIDTH) + 2 * Heading.spaceBefore
        story += _pictures(shown, desk, taken, below, rest)
        story += marks
    story += [flowable for each in shown.seen if each.jpeg is None for flowable in _unseen(each, desk)]
    if page.bubbles and shown.bubbles:
        story += section(setter, words.say("transcript"), [chat(page.bubbles, setter)])
    elif shown.text is not None:
        story += section(setter, words.say("transcript"), [setter.text(shown.text, _TRANSCRIPT)])
    return [*story, *proves, *sourced]


def _proves(page: ExhibitPage, desk: Desk) -> list[Flowable]:
    said = desk.passages(desk.words.proves(page), replace(BODY, after=3))
    return section(desk.setter, desk.words.say("proves"), said) if said else []


def _titled(page: ExhibitPage, name: str, desk: Desk) -> list[Flowable]:
    setter = desk.setter
    width = setter.width(name, _BADGE) + 22
    badge = setter.text(name, _BADGE)
    title = setter.text(desk.words.title(page), _TITLE)
    if len(title.lines_for(WIDTH - width - 11)) <= 3:
        return [Title(badge, width, title)]
    return [Title(badge, width, None), setter.text(desk.words.title(page), _TITLE)]


def _unseen(seen: Seen, desk: Desk) -> list[Flowable]:
    """In place of a picture: that there is none, and why."""
    said = desk.passages(desk.words.sentences("no_preview"), BODY)
    if seen.reason:
        said += desk.passages(desk.words.sentences("no_preview_why", reason=seen.reason), SMALL)
    return said


def _pictures(shown: Shown, desk: Desk, taken: float, below: float, rest: float) -> list[Flowable]:
    """Stills of a film side by side; all others one under another, each as large as its kind may be.

    In points: `taken` stands above the first, `below` close under it, `rest` is all that follows. A single picture
    gives way a little where that keeps its exhibit on one page.
    """
    seen = [each for each in shown.seen if each.jpeg is not None]
    story: list[Flowable] = []
    stills = [each for each in seen if is_film(each)]
    if len(stills) > 1:
        story += _stills(stills, desk)
        seen = [each for each in seen if each not in stills]
    for place, each in enumerate(seen):
        jpeg = each.jpeg
        assert jpeg is not None
        label = label_of(each, desk.words, alone=len(shown.seen) == 1)
        if jpeg.height > jpeg.width * LONG:
            story += _banded(jpeg, label, desk, taken if place == 0 else 0.0)
            continue
        under = [desk.setter.text(label, SMALL)] if label else []
        spare = min(sum(passage.wrap(WIDTH, 0)[1] for passage in under), desk.setter.wide(40)) + 6
        room = desk.leaf.body_height - spare - (taken if place == 0 else 0)
        share = 1.0 if is_page(each) else _PORTRAIT_SHARE
        most = max(120.0, min(room - below, desk.leaf.body_height * share))
        picture = Picture(jpeg, most_height=most, dpi=desk.dpi)
        left = room - rest
        if len(shown.seen) == 1 and picture.height * _GIVES_WAY <= left < picture.height:
            picture = Picture(jpeg, most_height=left, dpi=desk.dpi)
        story += [CondPageBreak(picture.height + spare), picture, *under]
    return story


def _banded(jpeg: Jpeg, label: str, desk: Desk, taken: float) -> list[Flowable]:
    spare = max(desk.setter.wide(70), min(taken, desk.leaf.body_height * 0.3) + desk.setter.wide(36))
    parts = bands(jpeg, desk.leaf.body_height - spare, desk.dpi)
    story: list[Flowable] = []
    for part in range(parts):
        said = desk.words.say("part", part=part + 1, parts=parts)
        under = desk.setter.text(f"{label}　{said}" if label else said, SMALL)
        last = min(1.0, (part + 1) / parts + OVERLAP * jpeg.width / jpeg.height)
        band = Picture(jpeg, part / parts, last, desk.leaf.body_height - spare, dpi=desk.dpi)
        story += [CondPageBreak(band.height + min(spare, under.wrap(WIDTH, 0)[1] + 4)), band, under]
    return story


def _stills(stills: list[Seen], desk: Desk) -> list[Flowable]:
    """Frames of a film, two or three in a row, each with its time."""
    columns = fitting_columns([each.jpeg for each in stills if each.jpeg is not None])
    width = (WIDTH + GAP) / columns - GAP
    tiles = []
    for each in stills:
        assert each.jpeg is not None
        said = label_of(each, desk.words, alone=False)
        label = desk.setter.text(said, SMALL)
        if len(label.lines_for(width)) > _LABEL_LINES:
            label = desk.setter.fitted(said, SMALL, width)
        tall = desk.leaf.body_height * 0.45
        picture = Picture(each.jpeg, most_height=tall, most_width=width, dpi=desk.dpi)
        tiles.append(Tile(picture, (label,)))
    return [TileRow(tiles[first : first + columns], columns) for first in range(0, len(tiles), columns)]


def label_of(seen: Seen, words: Wording, *, alone: bool) -> str:
    """What stands under a picture: its own label, the moment of a film, the page of a document of several."""
    shot = seen.shot
    if shot.label:
        return shot.label
    if shot.at_ms is not None:
        seconds, millis = divmod(shot.at_ms, 1000)
        return words.own("still", at=f"{seconds // 60:02d}:{seconds % 60:02d}.{millis // 100}")
    if is_page(seen) and not alone:
        return words.own("doc_page", page=shot.page + 1)
    return ""


def _shown_as(page: ExhibitPage, shown: Shown, words: Wording) -> str:
    evidence, pictures = page.evidence, shown.pictures
    if not pictures:
        return words.say("shown_text") if shown.anything else ""
    if page.original is not None:
        how = words.say("shown_copy")
    elif evidence.media is MediaKind.VIDEO:
        how = words.say("shown_frame") if page.shots == () else ""
    elif evidence.media is MediaKind.DOCUMENT:
        how = words.say("shown_first_page", pages=evidence.pages or 1) if len(pictures) == 1 else ""
    else:
        how = words.say("shown_original")
    size = f"{pictures[0].width:,} × {pictures[0].height:,}"
    if len(pictures) > 1:
        size = words.own("pieces_shown", count=len(pictures))
    comma = "　" if words.content.language == "zh" else ", "
    return comma.join(part for part in (how, size) if part)


def _facts(page: ExhibitPage, shown_as: str, desk: Desk) -> Grid:
    """Two pairs in a row; a hash, or a value too long for half a row, has a row to itself."""
    setter, words = desk.setter, desk.words
    pairs = words.facts(page)
    if shown_as:
        pairs.append((words.say("shown"), shown_as))
    names = [name for name, _ in [*pairs, *words.hashes(page)]]
    longest = max((setter.width(name, replace(CELL, bold=True)) for name in names), default=0.0) + 2 * PAD_X + 1
    label = min(max(setter.wide(_LABEL), longest), WIDTH * 0.24)
    value = WIDTH / 2 - label
    rows: list[Row] = []
    for group in in_rows(pairs, lambda text: setter.width(text, CELL) <= value - 2 * PAD_X):
        cells = tuple(
            cell for name, text in group for cell in (label_cell(setter, name), Cell(setter.text(text, CELL)))
        )
        rows.append(Row(cells, (label, value) * 2 if len(group) > 1 else (label, WIDTH - label)))
    rows += [
        Row((label_cell(setter, name), Cell(setter.text(text, HASH))), (label, WIDTH - label))
        for name, text in words.hashes(page)
    ]
    return Grid(rows, room=setter.room)


def in_rows(pairs: Sequence[tuple[str, str]], short: Callable[[str], bool]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The pairs in their order, two short neighbours in one row."""
    waiting: tuple[str, str] | None = None
    for pair in pairs:
        if "\n" not in pair[1] and short(pair[1]):
            if waiting is not None:
                yield waiting, pair
                waiting = None
            else:
                waiting = pair
            continue
        if waiting is not None:
            yield (waiting,)
            waiting = None
        yield (pair,)
    if waiting is not None:
        yield (waiting,)
