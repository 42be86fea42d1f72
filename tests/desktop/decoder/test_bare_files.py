"""Copies that tell nothing: 200 camera-like pictures, films that still play, documents; and workers that lie."""

from __future__ import annotations

import io
import json
import struct
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop.decoder.client import Decoder
from desktop.decoder.results import MediaFormat, Pixels
from desktop.demo.film_boxes import jpeg_film
from desktop.exporters.bare_check import is_bare, is_plain_png
from desktop.exporters.film_copy import FilmRefused, changed, read_claims
from desktop.services.evidence_copies import NotCleaned, copy_of
from models.kinds import MediaKind
from tests.conftest import NOW
from tests.desktop.decoder.sample_files import png_of_size
from tests.models.rules.test_evidence_names import PHOTO

TELLS = (b"Exif", b"SECRET", b"http://ns.adobe.com", b"GPS", b"ICC_PROFILE", b"xpacket", b"<x:xmp")
XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETXMP</x:xmpmeta>'


def camera_file(number: int) -> tuple[str, bytes, MediaFormat]:
    """A picture as some camera or phone writes it."""
    kind = ("JPEG", "PNG", "WEBP", "BMP", "GIF")[number % 5]
    picture = Image.effect_noise((24 + number % 9, 20 + number % 7), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "SECRETMAKE", f"SECRET{number}", 1 + number % 8
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 1.5), 3: "E", 4: (120.0, 9.0, 2.0), 29: "2026:11:18"})
    exif.get_ifd(0x8769).update({0x9003: "2026:11:18 19:53:20", 0xA431: "SECRETSERIAL"})
    out = io.BytesIO()
    more: dict[str, Any] = {}
    if kind in ("JPEG", "WEBP"):
        more = {"exif": exif, "xmp": XMP, "icc_profile": b"SECRETICC" * 20}
    if kind == "PNG":
        told = PngInfo()
        told.add_text("Comment", "SECRETTEXT")
        told.add_itxt("XML:com.adobe.xmp", XMP.decode())
        more = {"exif": exif, "pnginfo": told}
    if kind in ("JPEG", "GIF"):
        more["comment"] = b"SECRETCOMMENT"
    frames = [picture.transpose(Image.Transpose.ROTATE_180)] * (number % 2) if kind in ("GIF", "WEBP", "PNG") else []
    picture.save(out, kind, **({**more, "save_all": True, "append_images": frames} if frames else more))
    data = out.getvalue() + (b"SECRETTAIL" if number % 3 == 0 and kind != "BMP" else b"")
    return kind, data, MediaFormat(kind.lower())


def kept(tmp_path: Path, data: bytes):  # type: ignore[no-untyped-def]
    path = tmp_path / sha256(data).hexdigest()
    path.write_bytes(data)
    return replace(PHOTO, sha256=path.name, size=len(data), media=MediaKind.PHOTO), path


def test_200_pictures_of_cameras_tell_nothing_outside(decoder: Decoder, tmp_path: Path) -> None:
    for number in range(200):
        kind, data, form = camera_file(number)
        item, path = kept(tmp_path, data)
        copy = copy_of(item, path, decoder, original=False)
        bare = b"".join(copy.content())
        assert [tell for tell in TELLS if tell in bare] == [], (number, kind)
        assert is_bare(bare, form)
        assert copy.how == "bare"
        assert copy.format == form.value
        with Image.open(io.BytesIO(bare)) as made, Image.open(io.BytesIO(data)) as was:
            assert not made.getexif()
            assert set(made.info) <= {
                "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "version", "background", "duration", "loop",
                "timestamp", "default_image", "extension", "compression", "transparency", "bbox", "blend", "disposal",
            }, (number, kind, set(made.info))  # fmt: skip
            assert getattr(made, "n_frames", 1) == getattr(was, "n_frames", 1), (number, kind)
        assert path.read_bytes() == data


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film_with_claims() -> bytes:
    """A film of a phone: a place in `udta`, `meta` and `uuid`, a name of a handler, boxes after the end."""
    frame = io.BytesIO()
    Image.new("RGB", (32, 24), "green").save(frame, "JPEG")
    plain = jpeg_film([frame.getvalue()] * 3, size=(32, 24), rate=10, recorded=NOW)
    at = plain.index(b"moov") - 4
    size = struct.unpack_from(">I", plain, at)[0]
    told = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+30.25+120.15/SECRET")) + box(b"meta", b"\0" * 4, b"SECRETMETA")
    gps = box(b"trak", box(b"mdia", box(b"hdlr", b"\0" * 8 + b"meta" + b"\0" * 12), box(b"minf", box(
        b"stbl", box(b"stsz", struct.pack(">III", 0, 9, 1)), box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stco", struct.pack(">III", 0, 1, len(plain) + len(told) + 8 + 164))))))  # fmt: skip
    gps_at = len(plain[: at + size]) + len(told) + len(gps)
    rest = plain[at + size :]
    gps = gps[:-4] + struct.pack(">I", gps_at + len(rest) + 8)
    moov = struct.pack(">I", size + len(told) + len(gps)) + plain[at + 4 : at + size] + told + gps
    head = plain[:at]
    return head + moov + rest + box(b"mdat", b"SECRETGPS") + box(b"uuid", b"\xbe\x7a" * 8, XMP) + b"SECR"


def test_a_film_tells_nothing_and_still_plays(decoder: Decoder, tmp_path: Path) -> None:
    data = film_with_claims()
    item, path = kept(tmp_path, data)
    copy = copy_of(replace(item, format="mp4"), path, decoder, original=False)
    bare = b"".join(copy.content())
    assert len(bare) == len(data)
    assert b"SECR" not in bare
    assert b"120.15" not in bare
    assert bare != data
    out = tmp_path / "out.mp4"
    out.write_bytes(bare)
    was, now = decoder.probe(path), decoder.probe(out)
    assert was.captured is not None
    assert now.captured is None
    assert (now.duration_ms, now.width, now.format) == (was.duration_ms, was.width, was.format)
    shown = decoder.picture(out, 32)
    assert isinstance(shown, Pixels)
    assert shown.data[:2] != b"\0\0"
    path.write_bytes(data[:-40])
    with pytest.raises(NotCleaned):
        copy_of(replace(item, sha256=sha256(data[:-40]).hexdigest()), path, decoder, original=False)


@pytest.mark.parametrize(
    "ranges",
    [
        [[-1, 5, "bytes"]], [[0, 10**9, "bytes"]], [[8, 4, "bytes"], [9, 2, "bytes"]], [[0, 0, "bytes"]], [[0, 8, "x"]],
        [["0", 8, "box"]], [[0, 24, "box"]], [[0, 4, "box"]], [[0, 1]], {"a": 1}, None,
    ],
)  # fmt: skip
def test_ranges_of_a_worker_that_lies_are_refused(ranges: object, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(box(b"ftyp", b"x" * 16) + b"rest")
    with pytest.raises(FilmRefused):
        read_claims(json.dumps({"ranges": ranges}).encode(), path)
    with pytest.raises(FilmRefused):
        read_claims(b"[" * 90_000, path)
    assert b"".join(changed([b"ab", b"cd", b"ef"], [(1, 3), (4, b"XY")])) == b"a\0\0\0XY"


def test_a_document_keeps_its_pages_and_loses_its_names(decoder: Decoder, tmp_path: Path) -> None:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(200, 100))
    jpeg = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAM"
    Image.new("RGB", (16, 8), "red").save(jpeg, "JPEG", exif=exif)
    name = pikepdf.Name
    image = made.make_stream(
        jpeg.getvalue(), Type=name.XObject, Subtype=name.Image, Width=16, Height=8, ColorSpace=name.DeviceRGB,
        BitsPerComponent=8, Filter=name.DCTDecode,
    )  # fmt: skip
    image.Metadata = made.make_stream(b"<x:xmpmeta>SECRETPICTURE", Type=name.Metadata, Subtype=name.XML)
    page.Resources.XObject = pikepdf.Dictionary(Im=image)
    page.contents_add(made.make_stream(b"q 200 0 0 100 0 0 cm /Im Do Q"))
    made.docinfo["/Author"] = "SECRETAUTHOR"
    with made.open_metadata() as about:
        about["dc:creator"] = ["SECRETXMP"]
    made.attachments["SECRETNAME.txt"] = b"SECRETDATA"
    spec: Any = pikepdf.AttachedFileSpec
    file = spec(made, b"SECRET", filename="SECRETPIN.txt")
    pin = pikepdf.Dictionary(
        Type=name.Annot, Subtype=name.FileAttachment, Rect=[1, 1, 9, 9], FS=file.obj, T="SECRETWHO"
    )
    page.Annots = pikepdf.Array([made.make_indirect(pin)])
    out = io.BytesIO()
    made.save(out)
    item, path = kept(tmp_path, out.getvalue())
    bare = b"".join(copy_of(replace(item, format="pdf"), path, decoder, original=False).content())
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(bare)) as document:
        assert len(document.pages) == 1
        assert "/Author" not in document.docinfo
        document.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    assert b"SECRET" not in plain.getvalue()
    assert is_bare(bare, MediaFormat.PDF)
    (tmp_path / "b.pdf").write_bytes(bare)
    shown = decoder.picture(tmp_path / "b.pdf", 20)
    assert isinstance(shown, Pixels)
    assert shown.data[:3] == b"\xfe\0\0"


def test_what_a_worker_hands_back_is_looked_at() -> None:
    for number in range(5):
        _, data, form = camera_file(number)
        assert form is MediaFormat.BMP or not is_bare(data, form)
        assert not is_bare(data[:40], MediaFormat.PDF)
        assert not is_bare(b"", form)
    plain = png_of_size(3, 2)
    assert is_plain_png(plain, 3, 2)
    assert not any(is_plain_png(*other) for other in ((plain, 2, 3), (plain + b"x", 3, 2), (b"MZ", 3, 2), (b"", 0, 0)))
