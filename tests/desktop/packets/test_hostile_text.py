"""Whatever a buyer types: the packet builds, nothing is opened, nothing acts, nothing is lost unseen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from desktop.packets.build import build_packet
from desktop.packets.scan import scan_bytes
from desktop.packets.values import PacketFile
from models.kinds import MediaKind
from models.records import CasePage
from models.rules.packet_content import ExhibitChoice
from tests.desktop.packets.sample_case import DrawnPictures, case_page, evidence, sample_content

MARKUP = [
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">x</a>',
    "<b>unclosed <i> tags",
    "</para></font>",
    "AT&T &amp; &#x41; &nosuch;",
    "{problem} {0} %s ${x}",
    "<onDraw name=x/><seq/>",
    "&lt;script&gt;",
]


def with_text(text: str) -> CasePage:
    """The sample case with that text in every field a buyer, a file or a person can fill."""
    page = case_page()
    assert page.order is not None
    assert page.buyer is not None
    assert page.resolution is not None
    line = replace(page.order.lines[0], item_title=text, variant=text, sku=text)
    order = replace(
        page.order, number=text, carrier=text, tracking_numbers=(text,), lines=(line,), buyer_note=text, address=text
    )
    pieces = tuple(
        replace(piece, caption=text, proves=text, original_name=text, imported_by=text, format=text, tag=text)
        for piece in page.evidence[:2]
    )
    return replace(
        page,
        case=replace(page.case, summary=text, number=text),
        shop=replace(page.shop, name=text, letterhead=text),
        buyer=replace(page.buyer, nick=text, name=text),
        order=order,
        evidence=pieces,
        notes=tuple(replace(note, text=text, written_by=text) for note in page.notes),
        clocks=tuple(replace(clock, label_zh=text, source=text, pack=text) for clock in page.clocks),
        steps=tuple(replace(step, title_zh=text) for step in page.steps),
        resolution=replace(page.resolution, remedy_title_zh=text, because_zh=text, conclusion={"sources": [text]}),
    )


def build(text: str) -> tuple[PacketFile, bytes]:
    page = with_text(text)
    out = BytesIO()
    exhibits = [ExhibitChoice(piece) for piece in page.evidence]
    content = sample_content(
        page=page, exhibits=exhibits, include_internal_notes=True, number=text, addressee=text, made_by=text
    )
    made = build_packet(content, DrawnPictures(text), out=out)
    return made, out.getvalue()


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_typed(text: str, extract: Callable[[bytes], str]) -> None:
    _, content = build(text)
    assert "".join(text.split()) in extract(content)
    assert scan_bytes(content) == ()


def test_all_naughty_strings_in_every_field_build(naughty: list[str]) -> None:
    """In portions, one per line, so that the run stays short; every string goes through every field."""
    for first in range(0, len(naughty), 128):
        made, content = build("\n".join(naughty[first : first + 128]))
        assert made.pages > 3
        assert scan_bytes(content) == ()


def test_each_naughty_string_alone_in_the_one_line_places(naughty: list[str]) -> None:
    """Head, foot, badge, title, author: places that hold one line."""
    content = sample_content(exhibits=[])
    for text in naughty[::25]:
        head = replace(content.head, shop=text, number=text, case_number=text, addressee=text, asked=text)
        made = build_packet(replace(content, head=head), DrawnPictures(), out=BytesIO())
        assert made.pages >= 2


def test_nothing_named_in_a_text_is_opened(tmp_path: Path) -> None:
    """An audit hook sees every file and socket the build opens."""
    bait = tmp_path / "bait.png"
    bait.write_bytes(b"x")
    text = f'<img src="{bait}"/><img src="http://127.0.0.1:9/x"/> file://{bait} {bait}'
    build("warm")
    opened: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in {"open", "socket.connect", "subprocess.Popen", "os.system"}:
            opened.append(f"{event} {arguments[0]!r}")

    sys.addaudithook(hook)
    build(text)
    watching = False
    assert [name for name in opened if "bait" in name or not name.startswith("open")] == []


def test_control_characters_and_lone_surrogates_show_as_boxes(extract: Callable[[bytes], str]) -> None:
    made, content = build("前\x00\x07\x1b后\ud800尾\ufffe末")
    assert {"\x00", "\x07", "\x1b", "\ud800", "\ufffe"} <= set(made.missing_glyphs)
    assert "前□□□后□尾□末" in extract(content)


def test_bidi_controls_are_seen_and_reorder_nothing(extract: Callable[[bytes], str]) -> None:
    _, content = build("invoice\u202egpj.exe\u2066")
    text = extract(content)
    assert "invoice[U+202E]gpj.exe[U+2066]" in text
    assert "\u202e" not in text


def test_rare_characters_are_drawn_or_named_and_always_copied_out(extract: Callable[[bytes], str]) -> None:
    made, content = build("买家龙䶮与𠮷田😀👍🏽收")
    text = extract(content)
    assert "龙䶮与𠮷田😀" in text
    assert "𠮷" in made.missing_glyphs
    assert "䶮" not in made.missing_glyphs
    assert "😀" not in made.missing_glyphs


def test_a_megabyte_runs_on_over_pages_and_nothing_is_cut(extract: Callable[[bytes], str]) -> None:
    text = "".join(f"{number:06d}号证词，" for number in range(100_000))
    odd = evidence(8, "聊天记录", "", MediaKind.TEXT)
    out = BytesIO()
    made = build_packet(sample_content(exhibits=[ExhibitChoice(odd)]), DrawnPictures(text), out=out)
    found = extract(out.getvalue())
    assert made.pages > 200
    assert sum(f"{number:06d}号证词" in found for number in range(0, 100_000, 997)) == len(range(0, 100_000, 997))


def test_a_long_text_in_a_table_cell_continues_in_further_rows(extract: Callable[[bytes], str]) -> None:
    text = "".join(f"第{number}句。" for number in range(4000))
    odd = evidence(1, text, text, MediaKind.PHOTO, original_name=text)
    out = BytesIO()
    build_packet(sample_content(exhibits=[ExhibitChoice(odd)], summary=text), DrawnPictures(), out=out)
    found = extract(out.getvalue())
    assert all(found.count(f"第{number}句。") >= 4 for number in range(0, 4000, 401))


def test_a_word_without_end_is_broken_inside_the_page(tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    odd = evidence(1, "A" * 5000, "W" * 5000, MediaKind.PHOTO, original_name="x" * 5000, imported_by="y" * 3000)
    build_packet(sample_content(exhibits=[ExhibitChoice(odd)]), DrawnPictures(), out=out)
    boxes = subprocess.run(["pdftotext", "-bbox", str(out), "-"], capture_output=True, check=True).stdout.decode()
    edges = [float(part.split('"')[1]) for part in boxes.split() if part.startswith("xMax=")]
    assert edges
    assert max(edges) <= 595.3 - 45 + 1
