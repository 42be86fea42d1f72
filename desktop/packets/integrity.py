"""The last page: every exhibit's file with its hash, and where the record chain stood."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from desktop.packets.layout import BODY, WIDTH, Mark, section
from desktop.packets.paragraphs import Style, Typesetter
from desktop.packets.tables import CELL, CELL_HEAD, HASH, Cell, Grid, Row
from models.rules.packet_parts import IntegrityRow, PacketContent

_TITLE = Style(size=15, leading=22, bold=True)
_NUMBER, _LABEL = 15 * mm, 27 * mm


def integrity(content: PacketContent, setter: Typesetter, tell: Callable[[str, int], None]) -> list[Flowable]:
    """The integrity page, from a new page on."""
    say = content.phrases.say
    story: list[Flowable] = [
        PageBreak(),
        Mark("integrity", say("integrity"), tell),
        setter.text(say("integrity"), _TITLE),
        setter.text(say("integrity_intro"), BODY),
    ]
    for row in content.integrity:
        story += section(setter, say("exhibit", number=row.exhibit), [_file(row, content, setter)], room=110)
    head = content.head
    chain = content.chain
    rows = [
        ("number", say("case_and_number", case=head.case_number, number=head.number)),
        ("made", f"{content.phrases.second(head.made_at)}　{head.made_by}".rstrip("　")),
        ("chain", say("chain_head", seq=chain.seq) if chain is not None else say("chain_none")),
    ]
    names = {"number": say("packet"), "made": say("made_by"), "chain": say("chain")}
    cells = [
        Row((Cell(setter.text(names[key], CELL_HEAD), shaded=True), Cell(setter.text(text, CELL))), (_LABEL, WIDTH - _LABEL))
        for key, text in rows
    ]
    made = [piece for row in cells for piece in row.pieces(setter)]
    if chain is not None:
        digest = (Cell(setter.text(say("sha"), CELL_HEAD), shaded=True), Cell(setter.text(chain.sha256, HASH)))
        made.append(Row(digest, (_LABEL, WIDTH - _LABEL)))
    return [*story, *section(setter, say("chain"), [Grid(made)], room=100)]


def _file(row: IntegrityRow, content: PacketContent, setter: Typesetter) -> Grid:
    say = content.phrases.say
    half = WIDTH / 2

    def label(key: str) -> Cell:
        return Cell(setter.text(say(key), CELL_HEAD), shaded=True)

    def value(text: str) -> Cell:
        return Cell(setter.text(text, CELL))

    rows = [
        *Row((label("original_name"), value(row.original_name)), (_LABEL, WIDTH - _LABEL)).pieces(setter),
        *Row(
            (label("size"), value(row.size), label("imported"), value(row.imported)),
            (_LABEL, half - _LABEL, _LABEL, half - _LABEL),
        ).pieces(setter),
        *Row(
            (label("captured"), value(row.captured), label("verified"), value(row.state)),
            (_LABEL, half - _LABEL, _LABEL, half - _LABEL),
        ).pieces(setter),
        Row((label("sha"), Cell(setter.text(row.sha256, HASH))), (_LABEL, WIDTH - _LABEL)),
    ]
    return Grid(rows)
