"""The artist: draws in other processes what this process would draw, and says so when such a process is gone."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from desktop.demo.artist import Artist
from desktop.demo.evidence import EVIDENCE_KINDS, draw_scene, scene_of
from models.errors import EnvironmentFault

ROOT = Path(__file__).resolve().parents[3]


def artist_running(code: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"]


def test_other_processes_draw_the_same() -> None:
    """The same seed gives the same file wherever it is drawn."""
    captured = datetime.fromisoformat("2026-11-13T14:58:07")
    wanted = [(kind, replace(scene_of(at, "zh"), captured=captured)) for at, kind in enumerate(EVIDENCE_KINDS)]
    with Artist() as artist:
        artist.order(wanted)
        for kind, scene in reversed(wanted):
            assert artist.draw(kind, scene) == draw_scene(kind, scene)


def test_a_drawing_that_was_not_ordered_is_made_too() -> None:
    scene = scene_of(4, "en")
    with Artist() as artist:
        assert artist.draw("chat_log", scene) == draw_scene("chat_log", scene)


@pytest.mark.parametrize(
    "code",
    [
        "sys.exit(0)",
        "sys.stdin.buffer.read(4); sys.stdout.buffer.write(b'\\0\\0\\0\\5half')",
        "sys.stdin.buffer.read(4); sys.stdout.buffer.write(b'\\xff\\xff\\xff\\xff')",
        "sys.stdin.buffer.read(4); sys.stdout.buffer.write(b'\\0\\0\\0\\0')",
    ],
)
def test_an_artist_who_leaves_is_a_fault(code: str) -> None:
    with Artist(artist_running(code)) as artist, pytest.raises(EnvironmentFault) as caught:
        artist.draw("waybill", scene_of(1, "zh"))
    assert caught.value.code == "artist_gone"


def test_a_program_that_cannot_be_started_is_a_fault(tmp_path: Path) -> None:
    with Artist([str(tmp_path / "nothing")]) as artist, pytest.raises(EnvironmentFault) as caught:
        artist.draw("chat", scene_of(1, "zh"))
    assert caught.value.code == "artist_gone"


def test_leaving_early_does_not_wait_for_all_that_was_ordered() -> None:
    with Artist(artist_running("sys.stdin.buffer.read()")) as artist:
        artist.order([("waybill", scene_of(seed, "zh")) for seed in range(50)])
