"""Files that are damaged, hostile or of no use: always a value, always soon, and the next file still works."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat, MediaKind, NoPreview, NoPreviewReason, Pixels
from desktop.demo.film_boxes import jpeg_film
from tests.desktop.decoder import sample_files
from tests.desktop.decoder.conftest import SAMPLES


def refusal(decoder: Decoder, path: Path) -> NoPreviewReason:
    results = [decoder.thumbnail(path, 320, 240), decoder.picture(path), decoder.jpeg(path, max_side=800)]
    reasons = set()
    for result in results:
        assert isinstance(result, NoPreview)
        reasons.add(result.reason)
    assert len(reasons) == 1
    assert decoder.probe(path).no_preview in (*reasons, None)
    return reasons.pop()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.png", sample_files.png_of_size(60_000, 60_000)),
        ("wide.png", sample_files.png_of_size(2_000_000_000, 1)),
        ("bomb.gif", sample_files.gif_of_size(65_535, 65_535)),
        ("bomb.webp", sample_files.webp_of_size(16_000, 16_000)),
        ("bomb.bmp", sample_files.bmp_of_size(100_000, 100_000)),
        ("upside.bmp", sample_files.bmp_of_size(100_000, -100_000)),
    ],
)
def test_bombs_are_refused_from_their_head(decoder: Decoder, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    start = time.monotonic()
    assert refusal(decoder, path) is NoPreviewReason.TOO_MANY_PIXELS
    assert time.monotonic() - start < 2


def test_fifty_million_pixels_are_the_limit(decoder: Decoder, tmp_path: Path) -> None:
    (tmp_path / "over.jpg").write_bytes(_jpeg_announcing(sample_files.jpeg(), 10_001, 5_000))
    (tmp_path / "under.jpg").write_bytes(_jpeg_announcing(sample_files.jpeg(), 10_000, 5_000))
    assert decoder.probe(tmp_path / "over.jpg").no_preview is NoPreviewReason.TOO_MANY_PIXELS
    assert decoder.probe(tmp_path / "under.jpg").no_preview is None


def _jpeg_announcing(content: bytes, width: int, height: int) -> bytes:
    frame = content.index(b"\xff\xc0")
    return content[: frame + 5] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + content[frame + 9 :]


@pytest.mark.parametrize("name", ["t.jpg", "t.png", "t.webp", "t.gif", "t.bmp", "t.pdf", "t.mp4"])
@pytest.mark.parametrize("share", [0.03, 0.5, 0.9])
def test_truncated_files(decoder: Decoder, tmp_path: Path, name: str, share: float) -> None:
    path = tmp_path / name
    if name == "t.pdf":
        sample_files.paper(path)
    elif name == "t.mp4":
        sample_files.film(path)
    else:
        sample_files.stored(tmp_path, name)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(32, int(len(whole) * share))])
    result = decoder.picture(path)
    assert isinstance(result, (Pixels, NoPreview))
    path.write_bytes(whole)
    assert isinstance(decoder.picture(path), Pixels)


def test_a_half_loaded_photo_is_damaged(decoder: Decoder, tmp_path: Path) -> None:
    (tmp_path / "t.jpg").write_bytes(sample_files.jpeg()[:-400])
    assert refusal(decoder, tmp_path / "t.jpg") is NoPreviewReason.DAMAGED


@pytest.mark.parametrize(
    ("content", "reason", "kind"),
    [
        (b"", NoPreviewReason.EMPTY, MediaKind.OTHER),
        ("买家：昨天到的，打开就碎了".encode(), NoPreviewReason.TEXT_FILE, MediaKind.TEXT),
        ("卖家：非常抱歉".encode("gb18030"), NoPreviewReason.TEXT_FILE, MediaKind.TEXT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NoPreviewReason.TEXT_FILE, MediaKind.TEXT),
        (b"PK\x03\x04" + bytes(200), NoPreviewReason.UNSUPPORTED, MediaKind.OTHER),
        (b"II*\0" + bytes(200), NoPreviewReason.UNSUPPORTED, MediaKind.OTHER),
        (b"8BPS\0\1" + bytes(200), NoPreviewReason.UNSUPPORTED, MediaKind.OTHER),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + bytes(90), NoPreviewReason.UNSUPPORTED, MediaKind.OTHER),
        (b"\xff\xd8\xff" + bytes(5000), NoPreviewReason.DAMAGED, MediaKind.IMAGE),
        (b"%PDF-1.7 " + bytes(5000), NoPreviewReason.DAMAGED, MediaKind.DOCUMENT),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(5000), NoPreviewReason.DAMAGED, MediaKind.IMAGE),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(5000), NoPreviewReason.DAMAGED, MediaKind.VIDEO),
    ],
)
def test_what_has_no_preview(
    decoder: Decoder, tmp_path: Path, content: bytes, reason: NoPreviewReason, kind: MediaKind
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    assert refusal(decoder, path) is reason
    facts = decoder.probe(path)
    assert (facts.kind, facts.no_preview) == (kind, reason)


def test_a_name_cannot_choose_the_library(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n" * 20)
    assert refusal(decoder, path) is NoPreviewReason.TEXT_FILE
    assert decoder.probe(path).mismatch


def test_files_that_cannot_be_opened(decoder: Decoder, tmp_path: Path) -> None:
    assert refusal(decoder, tmp_path / "gone.jpg") is NoPreviewReason.NOT_READABLE
    assert refusal(decoder, tmp_path) is NoPreviewReason.NOT_READABLE
    assert decoder.probe(tmp_path / "gone.jpg").format is MediaFormat.UNKNOWN


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes among files there")
def test_a_pipe_in_the_place_of_a_file_holds_nobody(decoder: Decoder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    start = time.monotonic()
    assert decoder.thumbnail(tmp_path / "pipe.jpg", 100, 100) == NoPreview(NoPreviewReason.NOT_READABLE)
    assert time.monotonic() - start < 2


def test_a_pdf_with_a_password(decoder: Decoder, tmp_path: Path) -> None:
    with pikepdf.open(sample_files.paper(tmp_path / "open.pdf")) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="a", owner="b", R=6))
    assert decoder.thumbnail(tmp_path / "locked.pdf", 200, 200) == NoPreview(NoPreviewReason.ENCRYPTED)


def test_a_pdf_that_swells(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.swelling_pdf(tmp_path / "swelling.pdf", 2500)
    assert path.stat().st_size < 5_000_000
    result = decoder.thumbnail(path, 200, 200)
    assert isinstance(result, NoPreview)
    assert result.reason in (NoPreviewReason.WORKER_DIED, NoPreviewReason.OUT_OF_MEMORY, NoPreviewReason.TIME_LIMIT)
    assert isinstance(decoder.thumbnail(sample_files.paper(tmp_path / "good.pdf"), 200, 200), Pixels)


def test_films_of_other_codecs_are_not_opened(decoder: Decoder, tmp_path: Path) -> None:
    content = sample_files.film(tmp_path / "v.mp4").read_bytes()
    (tmp_path / "v.mp4").write_bytes(content.replace(b"mp4v", b"icod"))
    assert refusal(decoder, tmp_path / "v.mp4") is NoPreviewReason.UNSUPPORTED


def test_films_with_lying_boxes(decoder: Decoder, tmp_path: Path) -> None:
    """Every number of the directory is replaced in turn: whatever comes out, the decoder goes on."""
    path = tmp_path / "v.mp4"
    content = jpeg_film([sample_files.jpeg(80, 40)] * 3, size=(80, 40), rate=4, recorded=None)
    for at in range(content.index(b"moov") - 4, len(content) - 4, 4):
        path.write_bytes(content[:at] + b"\xff\xff\xff\xff" + content[at + 4 :])
        assert isinstance(decoder.thumbnail(path, 40, 40), (Pixels, NoPreview))
        assert isinstance(decoder.probe(path), FileFacts)
    path.write_bytes(content)
    assert isinstance(decoder.thumbnail(path, 40, 40), Pixels)


def test_a_film_of_too_many_pixels(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.film(tmp_path / "v.mp4")
    content = path.read_bytes()
    entry = content.index(b"mp4v") + 28
    assert content[entry : entry + 4] == (160).to_bytes(2, "big") + (96).to_bytes(2, "big")
    path.write_bytes(content[:entry] + b"\xff\xff\xff\xff" + content[entry + 4 :])
    assert refusal(decoder, path) is NoPreviewReason.TOO_MANY_PIXELS
    assert isinstance(decoder.thumbnail(sample_files.film(tmp_path / "w.mp4"), 200, 200), Pixels)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
@pytest.mark.parametrize("name", ["pillow/decompression_bomb.gif", "pillow_heif/heif_special/200MP.heic"])
def test_the_known_bombs(decoder: Decoder, name: str) -> None:
    start = time.monotonic()
    assert decoder.thumbnail(SAMPLES / name, 320, 240) == NoPreview(NoPreviewReason.TOO_MANY_PIXELS)
    assert time.monotonic() - start < 2


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
def test_every_sample_gives_pixels_or_a_reason(decoder: Decoder) -> None:
    files = [path for path in sorted(SAMPLES.rglob("*")) if path.is_file()]
    results = [decoder.thumbnail(path, 320, 240) for path in files]
    assert len(files) > 700
    shown = [path for path, result in zip(files, results, strict=True) if isinstance(result, Pixels)]
    assert len(shown) >= 540
    assert sum(path.suffix == ".heic" and "pillow_heif" in path.parts for path in shown) >= 12
    reasons = {result.reason for result in results if isinstance(result, NoPreview)}
    assert reasons <= {
        NoPreviewReason.TEXT_FILE,
        NoPreviewReason.UNSUPPORTED,
        NoPreviewReason.DAMAGED,
        NoPreviewReason.EMPTY,
        NoPreviewReason.TOO_MANY_PIXELS,
    }
