"""Frames of films and animations: when each is shown, and that exactly the one asked for comes."""

from __future__ import annotations

import struct
from itertools import accumulate, pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded, NoPreview, NoPreviewReason, Pixels
from desktop.services.frame_lists import MOST_LISTED, FrameList, frame_list
from tests.desktop.decoder import sample_files

COUNT = 60
TICKS = 512


def counted_film(target: Path, count: int = COUNT) -> Path:
    """A film of 25 frames a second; each shows its number as white and black bars."""
    writer = cv2.VideoWriter(str(target), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 25, (128, 64))
    for number in range(count):
        frame = np.zeros((64, 128, 3), np.uint8)
        for bit in range(8):
            if number >> bit & 1:
                frame[:, bit * 16 : bit * 16 + 16] = 255
        writer.write(frame)
    writer.release()
    return target


def number_on(shown: Decoded) -> int:
    assert isinstance(shown, Pixels)
    row = 32 * shown.stride
    return sum(1 << bit for bit in range(8) if shown.data[row + (bit * 16 + 8) * 4] > 128)


def with_lengths(film: bytes, runs: list[tuple[int, int]]) -> bytes:
    """The film with frames of other lengths: (how many, ticks each)."""
    at = film.index(b"stts") - 4
    old = struct.unpack_from(">I", film, at)[0]
    table = struct.pack(">I4sII", 16 + 8 * len(runs), b"stts", 0, len(runs))
    table += b"".join(struct.pack(">II", *run) for run in runs)
    changed = bytearray(film[:at] + table + film[at + old :])
    for kind in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
        place = changed.index(kind) - 4
        struct.pack_into(">I", changed, place, struct.unpack_from(">I", changed, place)[0] + len(table) - old)
    return bytes(changed)


def listed(found: FrameList | NoPreview) -> FrameList:
    assert isinstance(found, FrameList)
    return found


@pytest.mark.parametrize("uneven", [False, True])
def test_every_frame_of_a_film_is_found_by_its_time(decoder: Decoder, tmp_path: Path, uneven: bool) -> None:
    path = counted_film(tmp_path / "film.mp4")
    if uneven:
        path.write_bytes(with_lengths(path.read_bytes(), [(10, TICKS), (10, 2 * TICKS), (1, 9 * TICKS), (39, 250)]))
    frames = listed(frame_list(decoder, path))
    assert (frames.count, frames.first, len(frames.times), frames.duration_ms) == (COUNT, 0, COUNT, 2400)
    for number in (0, 1, 9, 10, 19, 20, 21, 22, 40, COUNT - 1):
        at = frames.times[number]
        assert number_on(decoder.picture(path, at_ms=at)) == number
        assert frames.at(at) == number
        if at:
            assert number_on(decoder.picture(path, at_ms=at - 1)) == number - 1
    assert number_on(decoder.picture(path, at_ms=9_999_999)) == COUNT - 1


def test_a_film_whose_tables_do_not_tell_is_walked_through(decoder: Decoder, tmp_path: Path) -> None:
    path = counted_film(tmp_path / "film.mp4", 20)
    film = bytearray(path.read_bytes())
    # More pieces than are followed; FFmpeg passes over a list that is longer than its box.
    struct.pack_into(">I", film, film.index(b"elst") + 8, 9)
    path.write_bytes(film)
    frames = listed(frame_list(decoder, path))
    assert frames.count == 20
    assert [number_on(decoder.picture(path, at_ms=frames.times[number])) for number in (0, 7, 19)] == [0, 7, 19]


@pytest.mark.parametrize("name", ["a.gif", "a.png", "a.webp"])
def test_animations_are_seen_frame_by_frame(decoder: Decoder, tmp_path: Path, name: str) -> None:
    colours = ["red", "lime", "blue"]
    path = tmp_path / name
    first, *rest = [Image.new("RGB", (40, 20), colour) for colour in colours]
    first.save(path, save_all=True, append_images=rest, duration=[120, 250, 0], lossless=True)
    frames = listed(frame_list(decoder, path))
    assert frames.times == tuple(accumulate((0, 120, 250)))
    assert frames.duration_ms == 470  # no delay is shown as long as browsers show it
    for number, expected in enumerate(((255, 0, 0), (0, 255, 0), (0, 0, 255))):
        shown = decoder.picture(path, page=number)
        assert isinstance(shown, Pixels)
        assert tuple(shown.data[:3]) == expected
    assert decoder.picture(path, page=3) == NoPreview(NoPreviewReason.NO_SUCH_PAGE)


def test_a_still_has_one_frame(decoder: Decoder, tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png"):
        found = listed(frame_list(decoder, sample_files.stored(tmp_path, name)))
        assert found.still
        assert found.count == 1
    assert decoder.picture(tmp_path / "a.jpg", page=1) == NoPreview(NoPreviewReason.NO_SUCH_PAGE)


def test_a_flood_of_frames_is_listed_within_bounds(decoder: Decoder, tmp_path: Path) -> None:
    frame = (
        b"\x21\xf9\x04\x00\x01\x00\x00\x00" + b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x4c\x01\x00"
    )
    path = tmp_path / "flood.gif"
    path.write_bytes(b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + frame * 50_000 + b";")
    around = listed(frame_list(decoder, path, 3_000_000))
    assert around.count == 50_000
    assert len(around.times) == MOST_LISTED
    assert around.times[0] < 3_000_000 < around.times[-1]
    cut = path.read_bytes()[:-9]
    path.write_bytes(cut)
    assert listed(frame_list(decoder, path)).count >= 49_999


@pytest.mark.parametrize(
    "said",
    [b"[]", b"{", b'{"count": 2, "first": 0, "times": [5, 1], "duration_ms": 9}', b"[" * 100_000,
     b'{"count": 1, "first": 0, "times": [0, 1], "duration_ms": 9}',
     b'{"count": true, "first": 0, "times": [], "duration_ms": 9}',
     b'{"count": 1, "first": 0, "times": [-1], "duration_ms": 9}'],
)  # fmt: skip
def test_what_a_worker_says_of_frames_is_not_believed_blindly(said: bytes) -> None:
    class Liar(Decoder):
        def data(self, *_: object, **__: object) -> bytes:
            return said

    assert frame_list(Liar(), Path("x")) == NoPreview(NoPreviewReason.DAMAGED)


def test_a_part_of_a_page_is_drawn_as_fine_as_asked(decoder: Decoder, tmp_path: Path) -> None:
    paper = sample_files.paper(tmp_path / "a.pdf")
    whole = decoder.picture(paper, 400)
    part = decoder.picture(paper, 400, part=(0.0, 0.0, 0.25, 0.25))
    assert isinstance(whole, Pixels)
    assert isinstance(part, Pixels)
    assert max(part.width, part.height) in range(396, 401)
    large = Image.frombytes("RGBA", (whole.width, whole.height), whole.data).convert("L")
    corner = large.crop((0, 0, whole.width // 4, whole.height // 4)).resize((part.width, part.height))
    fine = Image.frombytes("RGBA", (part.width, part.height), part.data).convert("L")
    apart = np.abs(np.asarray(corner, np.int16) - np.asarray(fine, np.int16)).mean()
    assert apart < 12
    assert fine.getextrema() != (255, 255) or large.getextrema() == (255, 255)


def test_times_rise() -> None:
    frames = FrameList(4, 0, (0, 40, 80, 120), 160)
    assert all(frames.at(later) == frames.at(earlier) + 1 for earlier, later in pairwise(frames.times))
    assert (frames.at(-5), frames.at(39), frames.at(10_000), frames.time_of(9)) == (0, 0, 3, None)
