"""What the decoder gives for good files of every format."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageChops

from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded, MediaFormat, MediaKind, NoPreview, NoPreviewReason, Pixels
from desktop.demo.film_boxes import jpeg_film
from tests.desktop.decoder import sample_files


def colour_at(result: Decoded, x: int, y: int) -> str:
    assert isinstance(result, Pixels)
    red, _, blue, alpha = result.data[y * result.stride + x * 4 : y * result.stride + x * 4 + 4]
    assert alpha == 255
    return "red" if red > 150 and blue < 100 else "blue" if blue > 150 and red < 100 else f"{red},{blue}"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.bmp"])
def test_every_picture_format_gives_its_pixels(decoder: Decoder, tmp_path: Path, name: str) -> None:
    path = sample_files.stored(tmp_path, name)
    full = decoder.picture(path)
    assert isinstance(full, Pixels)
    assert (full.width, full.height, full.stride, len(full.data)) == (400, 200, 1600, 400 * 200 * 4)
    assert (colour_at(full, 20, 100), colour_at(full, 380, 100)) == ("red", "blue")
    small = decoder.thumbnail(path, 100, 100)
    assert isinstance(small, Pixels)
    assert (small.width, small.height) == (100, 50)
    assert (colour_at(small, 5, 25), colour_at(small, 95, 25)) == ("red", "blue")


def test_a_thumbnail_is_never_enlarged(decoder: Decoder, tmp_path: Path) -> None:
    small = decoder.thumbnail(sample_files.stored(tmp_path, "tiny.png", 8, 4), 300, 300)
    assert isinstance(small, Pixels)
    assert (small.width, small.height) == (8, 4)


def test_a_sliver_keeps_at_least_one_pixel(decoder: Decoder, tmp_path: Path) -> None:
    small = decoder.thumbnail(sample_files.stored(tmp_path, "long.png", 4000, 2), 100, 100)
    assert isinstance(small, Pixels)
    assert (small.width, small.height) == (100, 1)


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "LA", "RGBA"])
def test_unusual_pixel_layouts(decoder: Decoder, tmp_path: Path, mode: str) -> None:
    path = tmp_path / "odd.png"
    if mode.startswith("I"):
        Image.new(mode, (20, 10), 40000).save(path)
    else:
        sample_files.half_and_half(20, 10).convert(mode).save(path)
    shown = decoder.picture(path)
    assert isinstance(shown, Pixels)
    assert (shown.width, shown.height) == (20, 10)
    if mode.startswith("I"):
        assert abs(shown.data[0] - 156) <= 1


def test_transparency_survives(decoder: Decoder, tmp_path: Path) -> None:
    Image.new("RGBA", (10, 10), (10, 20, 30, 40)).save(tmp_path / "glass.png")
    shown = decoder.picture(tmp_path / "glass.png")
    assert isinstance(shown, Pixels)
    assert shown.data[:4] == bytes((10, 20, 30, 40))


# The stored rows that, with each EXIF orientation, show red on the left and blue on the right.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", sorted(_STORED))
def test_photos_stand_upright(decoder: Decoder, tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = sample_files.half_and_half(400, 200)
    turn = _STORED[orientation]
    (upright.transpose(turn) if turn is not None else upright).save(tmp_path / "t.jpg", exif=exif, quality=95)
    for shown in (decoder.picture(tmp_path / "t.jpg"), decoder.thumbnail(tmp_path / "t.jpg", 100, 100)):
        assert isinstance(shown, Pixels)
        assert shown.width == 2 * shown.height
        assert colour_at(shown, shown.width // 10, shown.height // 2) == "red"
        assert colour_at(shown, shown.width * 9 // 10, shown.height // 2) == "blue"
    facts = decoder.probe(tmp_path / "t.jpg")
    assert (facts.width, facts.height) == (400, 200)


def test_facts_of_a_photo(decoder: Decoder, tmp_path: Path) -> None:
    facts = decoder.probe(sample_files.photo_with_metadata(tmp_path / "p.jpg"), name="微信图片_1.jpg")
    assert (facts.kind, facts.format, facts.width, facts.height) == (MediaKind.IMAGE, MediaFormat.JPEG, 400, 200)
    assert facts.no_preview is None
    assert not facts.mismatch
    assert (facts.captured, facts.captured_offset_minutes) == (datetime(2026, 11, 18, 19, 53, 20), 480)
    assert facts.captured_at(ZoneInfo("Europe/Berlin")) == datetime(2026, 11, 18, 11, 53, 20, tzinfo=UTC)


def test_a_time_without_offset_takes_the_shops_zone(decoder: Decoder, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:18 19:53:20"
    sample_files.half_and_half(40, 20).save(tmp_path / "p.jpg", exif=exif)
    facts = decoder.probe(tmp_path / "p.jpg")
    assert facts.captured_offset_minutes is None
    assert facts.captured_at(ZoneInfo("Asia/Shanghai")) == datetime(2026, 11, 18, 11, 53, 20, tzinfo=UTC)


@pytest.mark.parametrize("claim", ["", "yesterday", "0000:00:00 00:00:00", "2026:13:45 99:99:99", "9" * 400])
def test_a_nonsense_time_is_no_time(decoder: Decoder, tmp_path: Path, claim: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = claim
    sample_files.half_and_half(40, 20).save(tmp_path / "p.jpg", exif=exif)
    facts = decoder.probe(tmp_path / "p.jpg")
    assert facts.captured is None
    assert facts.no_preview is None


def test_an_extension_that_promises_something_else(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.stored(tmp_path, "a.png")
    assert decoder.probe(path, name="photo.jpg").mismatch
    assert decoder.probe(path, name="invoice.pdf").mismatch
    assert not decoder.probe(path, name="photo.PNG").mismatch
    assert not decoder.probe(path, name="without").mismatch


def test_pdf_pages(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.paper(tmp_path / "p.pdf")
    facts = decoder.probe(path)
    assert (facts.kind, facts.pages) == (MediaKind.DOCUMENT, 2)
    first, second = decoder.picture(path, 500), decoder.picture(path, 500, page=1)
    assert isinstance(first, Pixels)
    assert first.height == 500
    assert (colour_at(first, 100, 100), colour_at(second, 100, 100)) == ("red", "blue")
    assert decoder.picture(path, 500, page=2) == NoPreview(NoPreviewReason.NO_SUCH_PAGE)
    full = decoder.picture(path)
    assert isinstance(full, Pixels)
    assert (full.width, full.height) == (facts.width, facts.height)


def test_video_frames(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.film(tmp_path / "v.mp4")
    facts = decoder.probe(path)
    assert (facts.kind, facts.format, facts.width, facts.height) == (MediaKind.VIDEO, MediaFormat.MP4, 160, 96)
    assert 1900 <= facts.duration_ms <= 2100
    assert facts.captured_at(UTC) == datetime(2026, 11, 18, 11, 38, tzinfo=UTC)
    assert colour_at(decoder.thumbnail(path, 80, 80), 40, 20) == "red"
    assert colour_at(decoder.picture(path, at_ms=1500), 80, 48) == "blue"
    assert colour_at(decoder.picture(path, at_ms=99_000), 80, 48) == "blue"


@pytest.mark.parametrize(("turn", "first"), [(0, (10, 80)), (90, (80, 10)), (180, (150, 80)), (270, (80, 150))])
def test_a_film_held_upright(decoder: Decoder, tmp_path: Path, turn: int, first: tuple[int, int]) -> None:
    """A film of blue with one red side: wherever the telephone was turned, it is shown as it was seen."""
    target = tmp_path / "v.mp4"
    frames = [sample_files.jpeg(400, 200)] * 4
    content = jpeg_film(frames, size=(400, 200), rate=4, recorded=None)
    target.write_bytes(sample_files.turned_film(content, turn))
    facts = decoder.probe(target)
    shown = decoder.thumbnail(target, 160, 160)
    assert isinstance(shown, Pixels)
    assert (facts.width > facts.height) is (shown.width > shown.height) is (turn in (0, 180))
    x, y = first
    assert colour_at(shown, min(x, shown.width - 1), min(y, shown.height - 1)) == "red"


def test_a_turned_film_by_the_codec_library(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.film(tmp_path / "v.mp4", rotation=90)
    shown = decoder.thumbnail(path, 96, 96)
    assert isinstance(shown, Pixels)
    assert shown.height > shown.width
    facts = decoder.probe(path)
    assert (facts.width, facts.height) == (96, 160)


def test_frames_of_a_film_of_photos(decoder: Decoder, tmp_path: Path) -> None:
    frames = []
    for colour in (sample_files.RED, sample_files.BLUE):
        out = io.BytesIO()
        Image.new("RGB", (160, 96), colour).save(out, "JPEG")
        frames += [out.getvalue()] * 5
    recorded = datetime(2026, 11, 18, 11, 38, tzinfo=UTC)
    path = tmp_path / "v.mp4"
    path.write_bytes(jpeg_film(frames, size=(160, 96), rate=10, recorded=recorded))
    facts = decoder.probe(path)
    assert (facts.width, facts.height, facts.duration_ms) == (160, 96, 1000)
    assert facts.captured_at(UTC) == recorded
    assert colour_at(decoder.picture(path, at_ms=400), 80, 48) == "red"
    assert colour_at(decoder.picture(path, at_ms=500), 80, 48) == "blue"
    assert colour_at(decoder.picture(path, at_ms=99_000), 80, 48) == "blue"


def test_a_new_jpeg_holds_pixels_and_nothing_else(decoder: Decoder, tmp_path: Path) -> None:
    path = sample_files.photo_with_metadata(tmp_path / "p.jpg", orientation=6)
    assert b"SENTINEL" in path.read_bytes()
    made = decoder.jpeg(path, max_side=300)
    assert isinstance(made, bytes)
    assert b"SENTINEL" not in made
    assert b"Exif" not in made
    with Image.open(io.BytesIO(made)) as image:
        assert image.format == "JPEG"
        assert image.size == (150, 300)
        assert len(image.getexif()) == 0
        assert "icc_profile" not in image.info


def test_a_new_jpeg_lays_transparency_on_white(decoder: Decoder, tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "glass.png")
    made = decoder.jpeg(tmp_path / "glass.png", max_side=None)
    assert isinstance(made, bytes)
    with Image.open(io.BytesIO(made)) as image:
        assert image.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
@pytest.mark.parametrize("side", [None, 40])
def test_a_part_of_a_picture_is_cut_from_it_upright(
    decoder: Decoder, tmp_path: Path, orientation: int, side: int | None
) -> None:
    path = sample_files.photo_with_metadata(tmp_path / "p.jpg", orientation=orientation)
    whole = decoder.jpeg(path, max_side=None)
    part = decoder.jpeg(path, max_side=side, crop=(0.5, 0.25, 1.0, 0.5), quality=95)
    assert isinstance(whole, bytes)
    assert isinstance(part, bytes)
    with Image.open(io.BytesIO(whole)) as image, Image.open(io.BytesIO(part)) as cut:
        width, height = image.width // 2, image.height // 4
        scale = 1.0 if side is None else side / max(width, height)
        assert cut.size == (round(width * scale), round(height * scale))
        wanted = image.crop((image.width // 2, image.height // 4, image.width, image.height // 2)).resize(cut.size)
        apart = ImageChops.difference(wanted.convert("RGB"), cut.convert("RGB")).resize((1, 1), Image.Resampling.BOX)
        assert max(apart.tobytes()) < 8


def test_a_part_of_a_page_and_of_a_moment_of_film(decoder: Decoder, tmp_path: Path) -> None:
    for path in (sample_files.paper(tmp_path / "p.pdf"), sample_files.film(tmp_path / "f.mp4")):
        for side in (60, None):
            whole, part = (decoder.jpeg(path, max_side=side, crop=crop) for crop in (None, (0.0, 0.0, 0.5, 0.5)))
            assert isinstance(whole, bytes)
            assert isinstance(part, bytes)
            sizes = [Image.open(io.BytesIO(each)).size for each in (whole, part)]
            assert abs(sizes[0][0] * sizes[1][1] - sizes[0][1] * sizes[1][0]) <= 2 * max(sizes[0])
            assert max(sizes[1]) <= (side or max(sizes[0]))
