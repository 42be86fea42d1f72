"""The last pages: every exhibit's file with its hash and its way here, the record chain, how to check it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from desktop.packets.exhibits import Desk, in_rows
from desktop.packets.groups import details
from desktop.packets.layout import BODY, WIDTH, Mark, section
from desktop.packets.paragraphs import Style
from desktop.packets.platypus import Flowable, PageBreak, Spacer
from desktop.packets.tables import CELL, CELL_HEAD, HASH, PAD_X, Cell, Grid, Row, label_cell
from desktop.packets.wording import joined
from models.rules.packet_parts import ExhibitPage, IntegrityRow

_TITLE = Style(size=15, leading=22, bold=True)
_LABEL = 27 * mm
_NUMBER, _HASH_COLUMN = 17 * mm, 110 * mm
_SMALL_HASH = replace(HASH, size=7.4, leading=11.5)
_IMPORTED = replace(CELL, leading=11.5)
_PARAGRAPH = replace(BODY, after=3)


def integrity(desk: Desk, shared: Sequence[ExhibitPage]) -> list[Flowable]:
    """The integrity pages, from a new page on; `shared` are exhibits whose facts did not fit where they stand."""
    words, setter = desk.words, desk.setter
    story: list[Flowable] = [
        PageBreak(),
        Mark("integrity", words.say("integrity"), desk.tell),
        setter.text(words.say("integrity"), _TITLE),
        *desk.passages(words.sentences("integrity_intro"), _PARAGRAPH),
    ]
    if words.content.integrity:
        story += [Spacer(1, 6), _files(desk)]
        story += [setter.text(line, replace(BODY, before=4)) for line in _states(desk)]
    story += section(setter, words.say("chain"), [_chain(desk)], room=100)
    story += _how_to_check(desk)
    if shared:
        story += [Mark("details", words.own("details"), desk.tell, level=1), *details(shared, desk, hashes=False)]
    return story


def _chain(desk: Desk) -> Grid:
    words, setter = desk.words, desk.setter
    head, chain = words.content.head, words.content.chain
    made = f"{words.content.phrases.second(head.made_at)}　{head.made_by}".rstrip("　")
    pairs = [
        (words.say("packet"), words.say("case_and_number", case=head.case_number, number=head.number)),
        (words.say("made_by"), made),
        (words.say("chain"), words.say("chain_head", seq=chain.seq) if chain is not None else words.say("chain_none")),
    ]
    longest = max(setter.width(name, CELL_HEAD) for name, _ in pairs) + 2 * PAD_X + 1
    label = min(max(setter.wide(_LABEL), longest), WIDTH * 0.34)
    widths = (label, WIDTH - label)
    rows = [
        Row(
            tuple(cell for name, text in each for cell in (label_cell(setter, name), Cell(setter.text(text, CELL)))),
            (label, WIDTH / 2 - label) * 2 if len(each) > 1 else widths,
        )
        for each in in_rows(pairs, lambda text: setter.width(text, CELL) <= WIDTH / 2 - label - 2 * PAD_X)
    ]
    if chain is not None:
        digest = Cell(setter.text(chain.sha256, HASH))
        rows.append(Row((label_cell(setter, words.say("sha")), digest), widths))
    return Grid(rows, room=setter.room)


def _files(desk: Desk) -> Grid:
    """Two rows per file that stay together: name, size and the time in the file; hash, how it came, import."""
    words, setter = desk.words, desk.setter
    number = setter.wide(_NUMBER)
    digest = min(setter.wide(_HASH_COLUMN), WIDTH - number - setter.wide(38 * mm))
    widths = (number, digest, WIDTH - number - digest)
    names = (words.say("exhibit_head"), words.say("file_and_sha"), words.say("size_and_times"))
    head = Row(tuple(label_cell(setter, name) for name in names), widths)
    rows: list[Row] = []
    for versions in _rows(desk):
        row = versions[0]
        captured = joined([each.captured for each in versions])
        way = [joined([each.source for each in versions]), joined([each.made_of for each in versions])]
        came = "　·　".join(part for part in way if part)
        name, under = f"{row.original_name}　{row.size}", row.sha256
        if came and setter.width(f"{name}　·　{came}", CELL) <= digest - 2 * PAD_X:
            name = f"{name}　·　{came}"
        elif came:
            under = f"{under}\n{came}"
        upper = (str(row.exhibit), name, captured)
        rows.append(Row(tuple(Cell(setter.text(text, CELL)) for text in upper), widths))
        empty, imported = Cell(setter.text("", _IMPORTED)), Cell(setter.text(row.imported, _IMPORTED))
        if setter.width(row.sha256, _SMALL_HASH) <= digest - 2 * PAD_X:
            rows.append(Row((empty, Cell(setter.text(under, _SMALL_HASH)), imported), widths, joined=True))
            continue
        whole = (number, WIDTH - number)  # in large type a hash has the whole width, and the import goes under it
        under = f"{under}\n{words.say('imported')} {row.imported}"
        rows.append(Row((empty, Cell(setter.text(under, _SMALL_HASH))), whole, joined=True))
    return Grid(rows, head, setter.room)


def _rows(desk: Desk) -> list[tuple[IntegrityRow, ...]]:
    """Each file in every language of the packet."""
    first, second = desk.words.content, desk.words.content.second
    if second is None or len(second.integrity) != len(first.integrity):
        return [(row,) for row in first.integrity]
    return list(zip(first.integrity, second.integrity, strict=True))


def _states(desk: Desk) -> list[str]:
    """Which exhibits the last check found as imported, and which not."""
    states: dict[str, list[int]] = {}
    for versions in _rows(desk):
        state = joined([row.state for row in versions])
        states.setdefault(state, []).append(versions[0].exhibit)
    say, numbers = desk.words.content.phrases.say, desk.words.content.phrases.exhibits
    return [say("state_of", numbers=numbers(found), state=state) for state, found in states.items()]


def _how_to_check(desk: Desk) -> list[Flowable]:
    words, setter = desk.words, desk.setter
    body = desk.passages(words.lines("check_how"), _PARAGRAPH)
    commands = [text for key in ("check_windows", "check_mac", "check_linux") for text in words.lines(key)]
    body += [setter.text(text, CELL) for text in commands]
    return section(setter, words.own("check"), body, room=100)
