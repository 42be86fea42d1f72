"""A packet as its receiver sees it: pages, text that can be copied out, bookmarks, the same bytes every time."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.packets.build import build_packet
from desktop.packets.scan import scan_bytes
from desktop.packets.values import Cancelled, NoPreview, PictureBytes
from models.kinds import MediaKind
from models.records import Evidence
from models.rules.packet_content import ExhibitChoice
from models.rules.packet_parts import Language, PacketContent
from tests.desktop.packets.sample_case import CHAT_ZH, NOW, DrawnPictures, case_page, evidence, sample_content


def built(content: PacketContent, pictures: DrawnPictures | None = None) -> bytes:
    out = BytesIO()
    build_packet(content, pictures or DrawnPictures(), out=out)
    return out.getvalue()


def pages_of(file: Path) -> list[str]:
    """The text of every page, without white space."""
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True).stdout
    return ["".join(page.split()) for page in read.decode("utf-8", "replace").split("\f")[:-1]]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_can_be_copied_out(language: Language, extract: Callable[[bytes], str]) -> None:
    content = sample_content(language)
    text = extract(built(content))
    texts = [content.head.asked, content.summary, content.head.shop, content.head.number]
    texts += [line.fact for line in content.chronology] + [line.source for line in content.policy]
    texts += [part for pair in content.parties for part in pair] + [line.amount for line in content.amounts]
    for page in content.exhibits:
        texts += [page.title, page.proves, *(digest for _, digest in page.hashes), *(value for _, value in page.facts)]
    texts += [row.sha256 for row in content.integrity]
    assert [wanted for wanted in texts if squeezed(wanted) not in text] == []


def test_pages_marks_title_author_and_language() -> None:
    out = BytesIO()
    made = build_packet(sample_content(), DrawnPictures(), out=out)
    content = out.getvalue()
    assert (made.size, made.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == made.pages
        assert str(pdf.docinfo["/Author"]) == "青禾家居"
        assert "P-A2611-0387-02" in str(pdf.docinfo["/Title"])
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261122021500Z"
        assert str(pdf.Root["/Lang"]) == "zh-CN"
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [
                "案情摘要", "当事各方", "经过", "证据目录", "订单与包裹", "依据", "证据", "完整性清单",
            ]  # fmt: skip
            listed = [item.title for item in outline.root[6].children]
            assert listed[0] == "证据 1 四只合照"
            assert [title.split()[1] for title in listed] == [str(n) for n in range(1, 10)]
        media = pdf.pages[0].mediabox
        assert [round(float(side)) for side in media] == [0, 0, 595, 842]
    assert [placed.number for placed in made.exhibits] == list(range(1, 10))
    assert all(placed.shown for placed in made.exhibits)


def test_printed_page_numbers_are_the_real_ones(tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    made = build_packet(sample_content(), DrawnPictures(), out=out)
    texts = pages_of(out)
    for placed in made.exhibits:
        page = texts[placed.page - 1]
        assert f"证据{placed.number}" in page
        assert f"第{placed.page}页/共{made.pages}页" in page
    begins = next(number for number, text in enumerate(texts, 1) if "每件证据在导入时" in text)
    assert f"完整性见第{begins}页" in texts[0]


def test_same_input_same_bytes_and_another_time_other_bytes() -> None:
    first = built(sample_content())
    assert built(sample_content()) == first
    assert built(sample_content(now=NOW + timedelta(minutes=1))) != first


def test_every_font_is_embedded_as_a_subset(tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    build_packet(sample_content(), DrawnPictures(), out=out)
    listed = subprocess.run(["pdffonts", str(out)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert listed
    assert all("Noto" in line and re.search(r"yes\s+yes\s+yes", line) for line in listed)
    assert out.stat().st_size < 1_500_000


def test_finished_file_is_sound_and_inert(tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    build_packet(sample_content(), DrawnPictures(), out=out)
    checked = subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout.decode()
    assert scan_bytes(out.read_bytes()) == ()


def test_evidence_without_preview_still_has_its_page_and_hash(extract: Callable[[bytes], str]) -> None:
    odd = evidence(5, "原始录音", "", MediaKind.OTHER, format="amr")
    out = BytesIO()
    made = build_packet(sample_content(exhibits=[ExhibitChoice(odd)]), DrawnPictures(), out=out)
    text = extract(out.getvalue())
    assert not made.exhibits[0].shown
    assert "该文件已原样保存，不能在此显示画面" in text
    assert odd.sha256 in text


def test_derived_copy_shows_both_hashes(extract: Callable[[bytes], str]) -> None:
    page = case_page()
    copy, original = page.evidence[3], page.evidence[9]
    text = extract(built(sample_content(exhibits=[ExhibitChoice(copy)])))
    assert "原件SHA-256" + original.sha256 in text
    assert "副本SHA-256" + copy.sha256 in text


def test_chat_log_is_set_as_text(extract: Callable[[bytes], str]) -> None:
    text = extract(built(sample_content()))
    for line in CHAT_ZH.splitlines():
        assert squeezed(line) in text


def test_long_chronology_runs_on_with_its_head(extract: Callable[[bytes], str]) -> None:
    content = sample_content()
    line = content.chronology[0]
    many = tuple(replace(line, fact=f"第{number}件事") for number in range(300))
    text = extract(built(replace(content, chronology=many)))
    assert all(f"第{number}件事" in text for number in range(300))
    assert text.count("事实") >= 7


def test_long_screenshot_goes_on_over_pages_readably() -> None:
    tall = evidence(1, "长截图", "", MediaKind.CHAT, width=1080, height=9000)
    pictures = DrawnPictures()
    out = BytesIO()
    short = build_packet(sample_content(exhibits=[]), DrawnPictures(), out=BytesIO())
    made = build_packet(sample_content(exhibits=[ExhibitChoice(tall)]), pictures, out=out)
    assert pictures.asked == [7500]
    assert made.pages >= short.pages + 4


def test_small_picture_is_not_enlarged_and_portrait_leaves_room() -> None:
    from desktop.packets.exhibits import _PORTRAIT_SHARE
    from desktop.packets.figures import Picture
    from desktop.packets.jpeg import Jpeg
    from desktop.packets.layout import BODY_HEIGHT, WIDTH

    small = Picture(Jpeg(b"", 200, 100, ""))
    assert (small.width, small.height) == (72, 36)
    tall = Picture(Jpeg(b"", 1000, 2000, ""), most_height=BODY_HEIGHT * _PORTRAIT_SHARE)
    assert tall.height == pytest.approx(BODY_HEIGHT * 0.6)
    assert Picture(Jpeg(b"", 4000, 3000, "")).width == pytest.approx(WIDTH)


def test_progress_counts_up_and_cancel_writes_nothing(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    out = tmp_path / "packet.pdf"
    with pytest.raises(Cancelled):
        build_packet(
            sample_content(), DrawnPictures(), out=out, progress=lambda done, total: seen.append((done, total)),
            cancelled=lambda: len(seen) >= 3,
        )  # fmt: skip
    assert seen == [(0, 11), (1, 11), (2, 11)]
    assert not out.exists()


def test_decoder_that_hands_back_rubbish_makes_a_page_without_picture() -> None:
    class Rubbish(DrawnPictures):
        def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
            return PictureBytes(b"\x89PNG not a jpeg", 10, 10)

    made = build_packet(sample_content(), Rubbish(), out=BytesIO())
    assert [placed.shown for placed in made.exhibits] == [False] * 7 + [True, False]


def test_another_offset_is_printed_for_another_zone(extract: Callable[[bytes], str]) -> None:
    page = case_page("en")
    page = replace(page, shop=replace(page.shop, time_zone="America/New_York"))
    text = extract(built(sample_content("en", page=page)))
    assert "America/New_York(UTC-05:00)" in text
    assert "2026-11-2121:15" in text
