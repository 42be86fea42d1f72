"""Whatever stands in any field of a packet's content: every kind of page takes it, loses nothing, and stays on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from desktop.packets.build import build_packet
from desktop.packets.scan import scan_bytes
from models.kinds import Paper
from models.records import Evidence
from models.rules.packet_parts import Bubble, PacketContent, Shot
from models.rules.packet_phrases import Phrases
from tests.desktop.packets.rich_case import rich_content
from tests.desktop.packets.sample_case import DrawnPictures

_KEPT = {"language", "side", "sha256", "slot", "case_id"}


def filled(value: Any, text: str) -> Any:
    """The same value with that text in every string of it; pictures, files and phrases stay."""
    if isinstance(value, (Phrases, Evidence, Paper)):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(filled(each, text) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: filled(getattr(value, each.name), text)
            for each in fields(value)
            if each.name not in _KEPT and not (isinstance(value, Shot) and each.name in ("crop", "evidence"))
        }
        return replace(value, **changes)
    return value


def built(content: PacketContent, **settings: Any) -> bytes:
    out = BytesIO()
    build_packet(content, DrawnPictures(), out=out, **settings)
    return out.getvalue()


def shortened(content: PacketContent, *numbers: int) -> PacketContent:
    """One of each kind of line, and those exhibits: every field once or twice."""
    one = ("parties", "amounts", "chronology", "items", "parcels", "policy", "notes", "pattern", "integrity")
    return replace(
        content,
        **{name: getattr(content, name)[:1] for name in one},
        exhibits=tuple(
            replace(page, facts=page.facts[:1], bubbles=page.bubbles[:3], legend=page.legend[:1])
            for page in content.exhibits
            if page.number in numbers
        ),
        second=shortened(content.second, *numbers) if content.second is not None else None,
    )


def test_every_naughty_string_in_every_field(naughty: list[str]) -> None:
    """In portions, one per line; one of them in both languages, every other in large type on Letter."""
    for place, first in enumerate(range(0, len(naughty), 128)):
        large: dict[str, Any] = {"least_points": 12.0} if place % 2 else {}
        content = shortened(rich_content(both=place == 0), *((3, 5) if place % 2 else (8,)))
        text = "\n".join(naughty[first : first + 128])
        made = replace(filled(content, text), paper=Paper.LETTER if place % 2 else Paper.A4)
        assert scan_bytes(built(made, **large)) == ()


@pytest.mark.parametrize("text", ["W" * 1_500, "a\u202eb\x00c\ud800" * 40, "\n" * 200])
def test_long_texts_in_every_field_stay_on_the_paper(text: str, tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    out.write_bytes(built(filled(shortened(rich_content(), 3, 6, 8), text)))
    assert _right_edge(out) <= 595.3 - 45 + 1


def test_a_name_of_100000_characters_fits_everywhere_it_stands(tmp_path: Path) -> None:
    content = rich_content()
    out = tmp_path / "packet.pdf"
    page = replace(content.exhibits[1], title="长" * 100_000)
    head = replace(content.head, shop="名" * 100_000, asked="x")
    out.write_bytes(built(replace(content, head=head, exhibits=(page,), chronology=(), integrity=())))
    assert _right_edge(out) <= 595.3 - 45 + 1


def _right_edge(file: Path) -> float:
    """The right edge of the text that stands farthest to the right, in points."""
    boxes = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return max(float(part.split('"')[1]) for part in boxes.split() if part.startswith("xMax="))


def test_nothing_of_a_chat_is_lost_over_pages(extract: Callable[[bytes], str]) -> None:
    content = rich_content()
    said = tuple(Bubble(("ours", "theirs", "notice")[n % 3], "小满", f"19:{n % 60:02d}",  # type: ignore[arg-type]
                        f"第{n}条：" + "，".join(f"{n}之{part}句话" for part in range(n % 40))) for n in range(600))  # fmt: skip
    page = replace(content.exhibits[7], bubbles=said)
    text = extract(built(replace(content, exhibits=(page,)), cover=False))
    assert [n for n in range(600) if f"第{n}条" not in text] == []
    assert [n for n in range(600) if n % 40 and f"{n}之{n % 40 - 1}句话" not in text] == []


def test_rare_characters_and_emoji_are_copied_out_of_every_kind_of_page(extract: Callable[[bytes], str]) -> None:
    out = BytesIO()
    made = build_packet(filled(rich_content(both=True), "买家龙䶮与𠮷田😀收"), DrawnPictures(), out=out)
    assert made.missing_glyphs == ("𠮷",)
    assert extract(out.getvalue()).count("龙䶮与𠮷田😀收") > 150


def test_a_packet_of_nothing_is_one_page_without_a_word() -> None:
    content = rich_content(exhibits=(), integrity_page=False)
    out = BytesIO()
    assert build_packet(content, DrawnPictures(), out=out, cover=False).pages == 1
