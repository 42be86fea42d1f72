"""What the pages of a packet look like to those who read them: two languages, large type, shared pages, films, chats."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop.packets.build import build_packet
from desktop.packets.values import Cancelled, PacketFile
from models.kinds import Paper
from models.rules.packet_parts import ChronologyLine, PacketContent
from tests.desktop.packets.rich_case import LETTERHEAD, bubbles, rich_content
from tests.desktop.packets.sample_case import DrawnPictures

_FONT_SIZE = re.compile(rb"/F\d+(?:\+\d+)? ([\d.]+) Tf")


def built(content: PacketContent, **settings: Any) -> tuple[PacketFile, bytes]:
    out = BytesIO()
    made = build_packet(content, DrawnPictures(), out=out, **settings)
    return made, out.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def sentences(content: PacketContent) -> list[str]:
    """All that is said in a packet, as it was put in."""
    said = [content.head.asked, content.summary, content.head.number, *content.letterhead]
    for pairs in (content.parties, content.pattern, *(page.facts for page in content.exhibits)):
        said += [part for pair in pairs for part in pair]
    said += [line.fact for line in content.chronology] + [line.source for line in content.policy]
    for page in content.exhibits:
        said += [page.title, page.proves, *(meaning for _, meaning in page.legend), *(one for _, one in page.hashes)]
        said += [bubble.text for bubble in page.bubbles]
    return [*said, *(row.sha256 for row in content.integrity)]


@pytest.mark.parametrize("settings", [{}, {"least_points": 12.0}])
@pytest.mark.parametrize("both", [False, True])
def test_every_sentence_of_every_kind_of_page_can_be_copied_out(
    both: bool, settings: dict[str, Any], extract: Callable[[bytes], str]
) -> None:
    content = rich_content(both=both)
    made, data = built(content, **settings)
    text = extract(data)
    wanted = sentences(content) + (sentences(content.second) if content.second is not None else [])
    assert [said for said in wanted if squeezed(said) not in text] == []
    assert made.missing_glyphs == ()


def test_both_languages_have_a_cover_each_and_true_page_numbers(tmp_path: Path) -> None:
    made, data = built(rich_content(both=True))
    out = tmp_path / "packet.pdf"
    out.write_bytes(data)
    read = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()
    pages = [squeezed(page) for page in read.split("\f")[:-1]]
    for number, page in enumerate(pages, 1):
        assert f"第{number}页/共{made.pages}页" in page
        assert f"Page{number}of{made.pages}" in page
    assert "案情摘要" in pages[0]
    assert sum("Summary" in page and "monkey_king_01" in page for page in pages) == 1
    for placed in made.exhibits:
        if placed.number not in (2, 5, 6, *range(10, 15)):
            assert f"证据{placed.number}/Exhibit{placed.number}" in pages[placed.page - 1]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root["/Lang"]) == "zh-CN"
        spoken = b"".join(page.Contents.read_bytes() for page in pdf.pages)
        assert b"/Span <</Lang (en)>> BDC" in spoken
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [
                "举证材料", "Dispute packet", "证据 / Exhibits", "完整性清单 / Integrity",
            ]  # fmt: skip
            assert len(outline.root[2].children) == 15


def test_no_text_is_smaller_than_the_receiver_takes() -> None:
    for both in (False, True):
        _, data = built(rich_content(both=both), least_points=12.0)
        with pikepdf.open(BytesIO(data)) as pdf:
            sizes = [
                float(size) for page in pdf.pages for size in _FONT_SIZE.findall(page.Contents.read_bytes())
            ]  # fmt: skip
        assert len(sizes) > 500
        assert min(sizes) >= 12


def test_letter_has_the_same_columns_in_the_middle() -> None:
    _, data = built(rich_content(paper=Paper.LETTER))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {tuple(float(side) for side in page.mediabox) for page in pdf.pages} == {(0, 0, 612, 792)}


def test_small_exhibits_share_pages_and_their_facts_stand_at_the_end(tmp_path: Path) -> None:
    content = rich_content()
    made = built(content)[0]
    pages = {placed.number: placed.page for placed in made.exhibits}
    assert pages[5] == pages[6]
    assert {pages[number] for number in range(10, 15)} == {pages[10]}
    assert len({pages[number] for number in (1, 2, 3, 4, 7, 8, 9, 15)}) == 8
    without, plain = built(replace(content, integrity_page=False))
    out = tmp_path / "packet.pdf"
    out.write_bytes(plain)
    text = squeezed(subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode())
    assert without.pages < made.pages
    assert "完整性清单" not in text
    assert all(page.evidence.sha256 in text for page in content.exhibits)


def test_stills_of_a_film_stand_together_with_their_times(extract: Callable[[bytes], str]) -> None:
    pictures = DrawnPictures()
    out = BytesIO()
    made = build_packet(rich_content(), pictures, out=out, numbers=[7, 8], cover=False)
    assert made.exhibits[0].page == 1
    assert [shot.at_ms for shot in pictures.shots] == [0, 12_400, 31_000, 71_900]
    text = extract(out.getvalue())
    assert all(time in text for time in ("00:00.0处画面", "00:12.4处画面", "00:31.0处画面", "01:11.9处画面"))


def test_letterhead_stands_on_the_first_page_only(tmp_path: Path) -> None:
    _, data = built(rich_content())
    out = tmp_path / "packet.pdf"
    out.write_bytes(data)
    read = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()
    assert [squeezed(LETTERHEAD[1]) in squeezed(page) for page in read.split("\f")[:3]] == [True, False, False]


def test_a_row_taller_than_a_page_is_split_between_lines_and_no_other(extract: Callable[[bytes], str]) -> None:
    long = "".join(f"第{number}句，说明补寄的经过。" for number in range(900))
    lines = [ChronologyLine(f"2026-11-18 19:{n:02d}", f"第{n}件事", "1") for n in range(40)]
    content = rich_content(exhibits=(), integrity=())
    made, data = built(replace(content, chronology=(*lines[:20], replace(lines[0], fact=long), *lines[20:])))
    text = extract(data)
    apart = [n for n in range(900) if f"第{n}句，说明补寄的经过。" not in text]
    assert len(apart) <= 6 < made.pages
    assert all(f"第{n}件事" in text for n in range(40))


def test_apostrophes_of_english_words_are_narrow_and_copied_as_they_are(extract: Callable[[bytes], str]) -> None:
    content = rich_content(summary="The buyer’s “wasn’t” in 中文“引号”里")
    assert "Thebuyer’s“wasn’t”in中文“引号”里" in extract(built(content)[1])


def test_a_long_chat_can_be_stopped_between_its_pages() -> None:
    content = rich_content()
    page = replace(content.exhibits[7], bubbles=bubbles(3_000))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 30

    with pytest.raises(Cancelled):
        build_packet(replace(content, exhibits=(page,)), DrawnPictures(), out=BytesIO(), cancelled=cancelled)
    assert len(asked) == 31
