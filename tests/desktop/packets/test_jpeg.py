"""No metadata of a photo gets into a packet, whoever made the JPEG."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from desktop.packets.build import build_packet
from desktop.packets.jpeg import clean_jpeg
from desktop.packets.values import NoPreview, PictureBytes
from models.records import Evidence
from tests.desktop.packets.sample_case import DrawnPictures, sample_content


def photo(**options: object) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (31.0, 14.0, 15.0)
    out = BytesIO()
    Image.effect_mandelbrot((320, 200), (-2, -1, 1, 1), 50).convert("RGB").save(
        out, "JPEG", exif=exif, comment=b"SecretComment", icc_profile=b"SecretProfile" * 20, **options
    )
    return out.getvalue()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 2}])
def test_segments_that_describe_are_dropped_and_the_pixels_stay(options: dict[str, object]) -> None:
    raw = photo(**options)
    clean = clean_jpeg(raw)
    assert (clean.width, clean.height) == (320, 200)
    assert b"Secret" in raw
    assert b"Secret" not in clean.content
    assert b"Exif" not in clean.content
    with Image.open(BytesIO(raw)) as before, Image.open(BytesIO(clean.content)) as after:
        assert before.tobytes() == after.tobytes()


def test_nothing_hides_between_scans_or_behind_the_end() -> None:
    raw = photo(progressive=True)
    plain = clean_jpeg(raw).content
    exif = b"\xff\xe1\x00\x0eExif\x00\x00Secret"
    second = plain.index(b"\xff\xda", plain.index(b"\xff\xda") + 2)
    for hidden in (plain[:second] + exif + plain[second:], plain + raw, plain[:-2] + exif + b"\xff\xd9"):
        assert b"Secret" in hidden
        assert clean_jpeg(hidden).content == plain
    with pytest.raises(ValueError, match="JPEG"):
        clean_jpeg(plain[:-2] + b"\xff\xc0" + plain[second : second + 20] + b"\xff\xd9")


@pytest.mark.parametrize("broken", [b"", b"\xff\xd8", b"GIF89a", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\xff\xff"])
def test_what_is_no_jpeg_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        clean_jpeg(broken)


def test_every_cut_of_a_jpeg_is_refused_or_sound() -> None:
    raw = photo()
    for end in range(0, len(raw) - 2, 97):
        with pytest.raises(ValueError, match="JPEG"):
            clean_jpeg(raw[:end])


def test_packet_holds_no_metadata_even_if_the_decoder_left_some() -> None:
    class Careless(DrawnPictures):
        def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
            return PictureBytes(photo(), 320, 200)

    out = BytesIO()
    build_packet(sample_content(), Careless(), out=out)
    assert b"Secret" not in out.getvalue()
    assert b"Exif" not in out.getvalue()
