"""The thumbnail cache: made once, remade when lost or damaged, and bad files remembered."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from desktop.decoder import thumbnails
from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded, NoPreview, NoPreviewReason, Pixels
from desktop.decoder.thumbnails import ThumbnailCache
from tests.desktop.decoder import sample_files
from tests.desktop.decoder.conftest import REAL_WORKER

SIZE = (64, 48)


class CountingDecoder(Decoder):
    """The real decoder, or one that always answers `always`, counting what it was asked."""

    def __init__(self, always: Decoded | None = None) -> None:
        super().__init__(command=REAL_WORKER)
        self.asked = 0
        self.always = always

    def thumbnail(self, path: Path, max_width: int, max_height: int, *, at_ms: int = 0) -> Decoded:
        self.asked += 1
        return self.always or super().thumbnail(path, max_width, max_height, at_ms=at_ms)


def stored_png(folder: Path, image: Image.Image | None = None) -> tuple[str, Path]:
    path = folder / "a.png"
    (image or sample_files.half_and_half(400, 200)).save(path)
    return hashlib.sha256(path.read_bytes()).hexdigest(), path


def cache_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_made_once_and_found_again(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path)
    assert cache.peek(sha, SIZE) is None
    first = cache.get(sha, path, SIZE)
    assert isinstance(first, Pixels)
    assert (first.width, first.height) == (64, 32)
    assert cache.get(sha, path, SIZE) == first
    assert cache.peek(sha, SIZE) == first
    assert ThumbnailCache(tmp_path / "cache", decoder).peek(sha, SIZE) == first
    assert decoder.asked == 1
    decoder.close()


def test_transparent_pixels_come_back_as_they_were(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path, Image.new("RGBA", (30, 20), (10, 20, 30, 40)))
    made = cache.get(sha, path, SIZE)
    assert cache.peek(sha, SIZE) == made
    assert isinstance(made, Pixels)
    assert made.data == bytes((10, 20, 30, 40)) * 600
    decoder.close()


@pytest.mark.parametrize("harm", ["lost", "cut", "empty", "flipped", "other version"])
def test_a_lost_or_damaged_thumbnail_is_made_again(tmp_path: Path, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path)
    made = cache.get(sha, path, SIZE)
    (kept,) = cache_files(tmp_path / "cache")
    content = kept.read_bytes()
    if harm == "lost":
        kept.unlink()
    elif harm == "other version":
        monkeypatch.setattr(thumbnails, "DECODER_VERSION", thumbnails.DECODER_VERSION + 1)
    else:
        flipped = content[:-3] + bytes((content[-3] ^ 1,)) + content[-2:]
        kept.write_bytes({"cut": content[: len(content) // 2], "empty": b"", "flipped": flipped}[harm])
    assert cache.peek(sha, SIZE) is None
    assert cache.get(sha, path, SIZE) == made
    assert cache.peek(sha, SIZE) == made
    assert decoder.asked == 2
    decoder.close()


def test_a_bad_file_is_not_tried_again(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    path = tmp_path / "bad.jpg"
    path.write_bytes(b"\xff\xd8\xff" + bytes(99))
    for _ in range(3):
        assert cache.get("a" * 64, path, SIZE) == NoPreview(NoPreviewReason.DAMAGED)
    assert ThumbnailCache(tmp_path / "cache", decoder).peek("a" * 64, SIZE) == NoPreview(NoPreviewReason.DAMAGED)
    assert decoder.asked == 1
    decoder.close()


@pytest.mark.parametrize(
    ("reason", "asked"),
    [(NoPreviewReason.NOT_READABLE, 2), (NoPreviewReason.UNAVAILABLE, 2), (NoPreviewReason.TIME_LIMIT, 1)],
)
def test_passing_trouble_is_not_written_down(tmp_path: Path, reason: NoPreviewReason, asked: int) -> None:
    decoder = CountingDecoder(always=NoPreview(reason))
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    for _ in range(2):
        assert cache.get("a" * 64, tmp_path / "x", SIZE) == NoPreview(reason)
    assert decoder.asked == asked
    assert not cache_files(tmp_path)
    decoder.close()


def test_a_folder_that_cannot_be_written_costs_only_speed(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    (tmp_path / "cache").write_text("a file in the folder's place")
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path)
    assert isinstance(cache.get(sha, path, SIZE), Pixels)
    assert isinstance(cache.get(sha, path, SIZE), Pixels)
    decoder.close()


def test_many_callers_decode_once(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: cache.get(sha, path, SIZE), range(16)))
    assert decoder.asked == 1
    assert len({result.data for result in results if isinstance(result, Pixels)}) == 1
    decoder.close()


def test_forget_and_trim(tmp_path: Path) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    sha, path = stored_png(tmp_path)
    for size in ((64, 48), (32, 32)):
        cache.get(sha, path, size)
    cache.get("b" * 64, path, SIZE)
    cache.forget(sha)
    assert cache.peek(sha, (32, 32)) is None
    assert cache.peek("b" * 64, SIZE) is not None
    assert cache.trim(1 << 20) > 0
    assert cache.trim(0) == 0
    assert cache.peek("b" * 64, SIZE) is None
    decoder.close()


def test_the_cache_keeps_itself_within_its_limit(tmp_path: Path) -> None:
    decoder = CountingDecoder(always=Pixels(64, 48, 256, Random(1).randbytes(256 * 48)))
    (tmp_path / "cache" / "aa").mkdir(parents=True)
    (tmp_path / "cache" / "aa" / ".half-written").write_bytes(bytes(60_000))
    cache = ThumbnailCache(tmp_path / "cache", decoder, limit_bytes=50_000)
    for number in range(20):
        cache.get(f"{number:064x}", tmp_path / "x", SIZE)
    held = cache_files(tmp_path / "cache")
    assert 2 < len(held) < 20
    assert sum(path.stat().st_size for path in held) <= 50_000
    assert cache.peek(f"{19:064x}", SIZE) is not None
    decoder.close()


def test_another_moment_of_a_film_is_another_thumbnail(tmp_path: Path) -> None:
    decoder = CountingDecoder(always=Pixels(1, 1, 4, bytes(4)))
    cache = ThumbnailCache(tmp_path / "cache", decoder)
    for at_ms in (0, 1500, 0, 1500):
        cache.get("a" * 64, tmp_path / "x", SIZE, at_ms=at_ms)
    assert decoder.asked == 2
    cache.forget("a" * 64)
    assert not cache_files(tmp_path / "cache")
    decoder.close()


@pytest.mark.parametrize("sha", ["", "../" * 21 + "x", "A" * 64, "g" * 64, "a" * 63])
def test_only_a_hash_names_a_thumbnail(tmp_path: Path, sha: str) -> None:
    decoder = CountingDecoder()
    cache = ThumbnailCache(tmp_path, decoder)
    with pytest.raises(ValueError, match="SHA-256"):
        cache.peek(sha, SIZE)
    decoder.close()
