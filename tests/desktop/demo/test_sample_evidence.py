"""Sample evidence: every kind is drawn, opens in the decoder, and is the same each time for the same seed."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.decoder.client import Decoder
from desktop.decoder.results import MediaKind, Pixels
from desktop.demo.evidence import EVIDENCE_KINDS, draw_evidence, draw_scene, scene_of
from desktop.demo.glazes import SHAPES

ROOT = Path(__file__).resolve().parents[3]
REAL_WORKER = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from desktop.decoder.worker import main; sys.exit(main())",
]
_KIND_OF_FILE = {
    "jpg": MediaKind.IMAGE,
    "png": MediaKind.IMAGE,
    "pdf": MediaKind.DOCUMENT,
    "mp4": MediaKind.VIDEO,
    "txt": MediaKind.TEXT,
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_opens(tmp_path: Path, lang: str) -> None:
    decoder = Decoder(command=REAL_WORKER)
    for number, kind in enumerate(EVIDENCE_KINDS.values()):
        path = tmp_path / kind.file_name(lang, number)
        path.write_bytes(draw_evidence(kind.code, seed=number, lang=lang))
        facts = decoder.probe(path)
        assert facts.kind is _KIND_OF_FILE[kind.extension]
        assert not facts.mismatch
        if kind.extension != "txt":
            assert isinstance(decoder.thumbnail(path, 160, 120), Pixels)
            assert 20_000 < path.stat().st_size < 400_000
    decoder.close()


def test_photos_of_every_shape_have_the_wanted_size(tmp_path: Path) -> None:
    decoder = Decoder(command=REAL_WORKER)
    for shape in SHAPES:
        scene = replace(scene_of(5, "zh"), shape=shape, pieces=2)
        path = tmp_path / f"{shape}.jpg"
        path.write_bytes(draw_scene("goods_broken", scene, size=(800, 600)))
        facts = decoder.probe(path)
        assert (facts.width, facts.height) == (800, 600)
    decoder.close()


def test_another_seed_draws_another_photo() -> None:
    scene = scene_of(1, "zh")
    photos = {draw_scene("damage_near", replace(scene, seed=seed)) for seed in range(4)}
    assert len(photos) == 4


@pytest.mark.parametrize("kind", ["packing", "opening_film"])
def test_the_claimed_time_is_in_the_file(tmp_path: Path, kind: str) -> None:
    wall_clock = datetime.fromisoformat("2026-11-13T14:58:07")
    path = tmp_path / "file"
    path.write_bytes(draw_scene(kind, replace(scene_of(1, "en"), captured=wall_clock, captured_offset_minutes=480)))
    decoder = Decoder(command=REAL_WORKER)
    facts = decoder.probe(path)
    decoder.close()
    # The file names its own offset, so the zone given here plays no part.
    assert facts.captured_at(ZoneInfo("America/New_York")) == datetime.fromisoformat("2026-11-13T06:58:07+00:00")


def test_the_talk_is_in_the_log() -> None:
    talk = (("buyer", "外箱是瘪的 <b>"), ("shop", "马上补寄"))
    scene = replace(scene_of(1, "zh"), buyer="花果山_大圣01", shop="青禾家居", talk=talk)
    text = draw_scene("chat_log", scene).decode("utf-8")
    assert "花果山_大圣01\n外箱是瘪的 <b>\n" in text
    assert text.index("青禾家居") < text.index("马上补寄")


def test_a_long_talk_still_fits_the_screen() -> None:
    talk = tuple(("buyer" if n % 2 else "shop", "一句很长的话" * 30 + " and some words" * 9) for n in range(30))
    assert draw_scene("chat", replace(scene_of(1, "zh"), talk=talk)).startswith(b"\x89PNG")


def test_unknown_kinds_and_languages_are_bugs() -> None:
    with pytest.raises(KeyError):
        draw_evidence("hologram", seed=1, lang="zh")
    with pytest.raises(ValueError, match="zh or en"):
        draw_evidence("chat", seed=1, lang="xx")
