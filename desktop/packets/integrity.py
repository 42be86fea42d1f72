"""The last page: every exhibit's file with its hash, and where the record chain stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.units import mm

from desktop.packets.layout import BODY, WIDTH, Mark, section
from desktop.packets.paragraphs import Style, Typesetter
from desktop.packets.platypus import Flowable, PageBreak, Spacer
from desktop.packets.tables import CELL, CELL_HEAD, HASH, Cell, Grid, Row
from models.rules.packet_parts import PacketContent

_TITLE = Style(size=15, leading=22, bold=True)
_LABEL = 27 * mm
_NUMBER, _HASH_COLUMN = 17 * mm, 105 * mm
_WIDTHS = (_NUMBER, _HASH_COLUMN, WIDTH - _NUMBER - _HASH_COLUMN)
_SMALL_HASH = replace(HASH, size=7.4)


def integrity(content: PacketContent, setter: Typesetter, tell: Callable[[str, int], None]) -> list[Flowable]:
    """The integrity page, from a new page on."""
    say = content.phrases.say
    story: list[Flowable] = [
        PageBreak(),
        Mark("integrity", say("integrity"), tell),
        setter.text(say("integrity"), _TITLE),
        setter.text(say("integrity_intro"), BODY),
    ]
    if content.integrity:
        story.append(Spacer(1, 8))
        story.append(_files(content, setter))
        for line in _states(content):
            story.append(setter.text(line, replace(BODY, before=4)))
    head = content.head
    chain = content.chain
    rows = [
        ("number", say("case_and_number", case=head.case_number, number=head.number)),
        ("made", f"{content.phrases.second(head.made_at)}　{head.made_by}".rstrip("　")),
        ("chain", say("chain_head", seq=chain.seq) if chain is not None else say("chain_none")),
    ]
    names = {"number": say("packet"), "made": say("made_by"), "chain": say("chain")}
    made: list[Row] = []
    for key, text in rows:
        cells = (Cell(setter.text(names[key], CELL_HEAD), shaded=True), Cell(setter.text(text, CELL)))
        made.extend(Row(cells, (_LABEL, WIDTH - _LABEL)).pieces(setter))
    if chain is not None:
        digest = (Cell(setter.text(say("sha"), CELL_HEAD), shaded=True), Cell(setter.text(chain.sha256, HASH)))
        made.append(Row(digest, (_LABEL, WIDTH - _LABEL)))
    return [*story, *section(setter, say("chain"), [Grid(made)], room=100)]


def _files(content: PacketContent, setter: Typesetter) -> Grid:
    """Two rows per file that stay together: name, size and the time in the file; hash and import."""
    say = content.phrases.say
    names = (say("exhibit_head"), say("file_and_sha"), say("size_and_times"))
    head = Row(tuple(Cell(setter.text(name, CELL_HEAD), shaded=True) for name in names), _WIDTHS)
    rows: list[Row] = []
    for row in content.integrity:
        upper = (str(row.exhibit), f"{row.original_name}　{row.size}", row.captured)
        rows.extend(Row(tuple(Cell(setter.text(text, CELL)) for text in upper), _WIDTHS).pieces(setter))
        digest = Cell(setter.text(row.sha256, _SMALL_HASH))
        lower = (Cell(setter.text("", CELL)), digest, Cell(setter.text(row.imported, CELL)))
        rows.extend(replace(piece, joined=True) for piece in Row(lower, _WIDTHS).pieces(setter)[:1])
        rows.extend(Row(lower, _WIDTHS).pieces(setter)[1:])
    return Grid(rows, head)


def _states(content: PacketContent) -> list[str]:
    """Which exhibits the last check found as imported, and which not."""
    states: dict[str, list[int]] = {}
    for row in content.integrity:
        states.setdefault(row.state, []).append(row.exhibit)
    say, numbers = content.phrases.say, content.phrases.exhibits
    return [say("state_of", numbers=numbers(found), state=state) for state, found in states.items()]
