"""Hostile files that `python -m tests.fuzz` makes itself: photos of cameras, films, animations, papers, texts, disguises.

Each generator yields a name and bytes. Nothing here is a virus; everything is what a phone, a bad tool or a joker makes.
"""

from __future__ import annotations

import io
import random
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.desktop.decoder import sample_files

Made = Iterator[tuple[str, bytes]]
SENTINEL = "SENTINEL-SERIAL"


def _saved(format_: str, size: tuple[int, int] = (96, 64), **options: object) -> bytes:
    out = io.BytesIO()
    sample_files.half_and_half(*size).save(out, format_, **options)
    return out.getvalue()


def _segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def _with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def _ifd(entries: list[tuple[int, int, int, int]], following: int = 0) -> bytes:
    listed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + listed + struct.pack("<I", following)


def _exif(ifd: bytes, rest: bytes = b"") -> bytes:
    return _segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<I", 8) + ifd + rest)


def photos() -> Made:
    """JPEG as Samsung, Apple, Canon and Google phones write it, and with EXIF that no camera would write."""
    plain = sample_files.jpeg(160, 120)
    for maker, note in (
        (b"samsung", b"\x07\0\x01\0\x07\0\x04\0\0\0" + b"0100"), (b"Apple", b"Apple iOS\0\0\x01MM\0\x01" + bytes(40)),
        (b"Canon", _ifd([(1, 3, 40, 0x7FFFFFFF), (0x0D, 7, 0xFFFFFFFF, 8)])), (b"NIKON", b"Nikon\0\x02\x10\0\0MM\0*"),
    ):  # fmt: skip
        base = 8 + 2 + 12 * 3 + 4
        inner = _ifd([(0x927C, 7, len(note), base + 400)])
        head = _ifd([(0x010F, 2, len(maker) + 1, base + 300), (0x8769, 4, 1, base), (0x0112, 3, 1, 6)])
        rest = (inner.ljust(300, b"\0") + maker).ljust(400, b"\0") + note
        yield f"{maker.decode()}.jpg", _with_segments(plain, _exif(head, rest))
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><!ENTITY a SYSTEM 'file:///etc/passwd'>&a;" + b"<a>" * 9000
    yield "xmp.jpg", _with_segments(plain, _segment(0xE1, xmp))
    # Ultra HDR: a second JPEG behind the first one, announced by MPF; here also with a place outside of the file.
    for offset in (len(plain), 0xFFFFFFFF, 0):
        mpf = b"MPF\0II*\0\x08\0\0\0" + _ifd([(0xB001, 4, 1, 2), (0xB002, 7, 32, 50)])
        mpf += struct.pack("<IIIHH", 0x030000, len(plain), 0, 0, 0) + struct.pack("<IIIHH", 0, 9999, offset, 0, 0)
        yield f"ultra-hdr-{offset}.jpg", _with_segments(plain, _segment(0xE2, mpf)) + plain
    yield "huge-exif.jpg", _with_segments(plain, *[_segment(0xE1, b"Exif\0\0" + bytes(65_000))] * 200)
    yield "ifd-loop.jpg", _with_segments(plain, _exif(_ifd([(0x8769, 4, 1, 8), (0x8825, 4, 1, 8)], following=8)))
    outside = [(tag, kind, 0xFFFFFFFF, 0xFFFFFFF0) for tag in (0x010F, 0x0112, 0x9003) for kind in (2, 5, 12, 255)]
    yield "exif-outside.jpg", _with_segments(plain, _exif(_ifd(outside)))
    yield "exif-many.jpg", _with_segments(plain, _exif(_ifd([(0x0112, 3, 1, 6)] * 5000)))
    gps = _ifd([(1, 2, 2, ord("N")), (2, 5, 3, 0xFFFF), (4, 5, 3, 8), (7, 5, 3, 8), (29, 2, 11, 8)])
    yield "gps.jpg", _with_segments(plain, _exif(_ifd([(0x8825, 4, 1, 26)]), gps))
    yield "icc-many.jpg", _with_segments(plain, *[_segment(0xE2, b"ICC_PROFILE\0\1\xff" + bytes(65_000))] * 250)
    yield "no-end.jpg", plain[:-2] + bytes(500_000)
    yield "many-scans.jpg", _saved("JPEG", (2000, 2000), progressive=True)[:-2] * 40


def animations() -> Made:
    """GIF, APNG and WebP with very many frames, without delays, on a huge canvas, or with boxes outside of it."""
    frame = b"!\xf9\x04\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    head = b"GIF89a" + struct.pack("<HHBBB", 16, 16, 0x80, 0, 0) + bytes(6)
    yield "hundred-thousand.gif", head + frame * 100_000 + b";"
    yield "million.gif", head + frame * 1_000_002 + b";"
    yield "no-end.gif", head + frame * 300
    yield "canvas.gif", sample_files.gif_of_size(65_535, 700)
    yield (
        "canvas-frames.gif",
        b"GIF89a" + struct.pack("<HHBBB", 7000, 7000, 0x80, 0, 0) + bytes(6) + frame * 3000 + b";",
    )
    away = b"!\xf9\x04\x0c\0\0\0\0," + struct.pack("<HHHH", 60_000, 60_000, 65_535, 65_535) + b"\0\2\2D\1\0"
    yield "outside.gif", head + frame + away * 50 + b";"
    pictures = [sample_files.half_and_half(32 + at % 3, 32).resize((32, 32)) for at in range(40)]
    for format_, name in (("PNG", "apng.png"), ("WEBP", "animated.webp")):
        out = io.BytesIO()
        pictures[0].save(out, format_, save_all=True, append_images=pictures[1:], duration=0)
        yield name, out.getvalue()
    data = _saved("PNG")
    control = struct.pack(">IIIIIHHBB", 0, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0, 9, 9)
    chunk = struct.pack(">I", 26) + b"fcTL" + control + struct.pack(">I", zlib.crc32(b"fcTL" + control))
    many = struct.pack(">I", 8) + b"acTL" + struct.pack(">II", 0xFFFFFFFF, 0)
    yield "apng-bomb.png", data[:33] + many + struct.pack(">I", zlib.crc32(many[4:])) + chunk * 50_000 + data[33:]
    text = zlib.compress(bytes(60_000_000), 9)
    bomb = b"zTXt" + b"a\0\0" + text
    yield (
        "ztxt-bomb.png",
        data[:33] + struct.pack(">I", len(bomb) - 4) + bomb + struct.pack(">I", zlib.crc32(bomb)) + data[33:],
    )
    yield (
        "webp-many.webp",
        sample_files.webp_of_size(7000, 7000)[:-8] + (b"ANMF" + struct.pack("<I", 16) + bytes(16)) * 50_000,
    )


def films() -> Made:
    """MP4, MOV and 3gp whose tables and boxes lie."""
    with tempfile.TemporaryDirectory() as folder:
        film = sample_files.film(Path(folder) / "a.mp4").read_bytes()
    yield "film.mp4", film
    yield "film.3gp", film.replace(b"isom", b"3gp5", 1)
    yield "film.mov", film.replace(b"isom", b"qt  ", 1)
    names = (b"stts", b"stsz", b"stsc", b"stco", b"elst", b"mvhd", b"mdhd", b"tkhd", b"stsd", b"moov", b"trak", b"hdlr")
    for name in names:
        at = film.find(name)
        if at < 0:
            continue
        for size in (0, 1, 7, 8, 0x7FFFFFFF, 0xFFFFFFFF):
            yield f"{name.decode()}-size-{size}.mp4", film[: at - 4] + struct.pack(">I", size) + film[at:]
        for count in (0, 0xFFFFFFFF, 0x7FFFFFFF, 2_000_000):
            yield f"{name.decode()}-count-{count}.mp4", film[: at + 8] + struct.pack(">I", count) + film[at + 12 :]
        for place in (12, 16, 20):
            yield f"{name.decode()}-{place}-ff.mp4", film[: at + place] + b"\xff" * 8 + film[at + place + 8 :]
        yield f"{name.decode()}-gone.mp4", film[:at] + b"free" + film[at + 4 :]
    yield "co64.mp4", film.replace(b"stco", b"co64")
    inside = b""
    for _ in range(3000):
        inside = struct.pack(">I4s", len(inside) + 8, b"trak") + inside
    start = struct.pack(">I4s", 16, b"ftyp") + b"isom" + bytes(4)
    yield "deep.mp4", start + struct.pack(">I4s", len(inside) + 8, b"moov") + inside
    yield "many-boxes.mp4", start + struct.pack(">I4s", 8, b"free") * 400_000
    yield "no-size.mp4", start + struct.pack(">I4s", 0, b"moov") + bytes(100_000)
    yield "long-size.mp4", start + struct.pack(">I4sQ", 1, b"moov", (1 << 64) - 1) + bytes(100)
    # Each frame of no length, and each of 2^32 ticks.
    at = film.index(b"stts") + 12
    yield "no-length.mp4", film[: at + 4] + bytes(4) + film[at + 8 :]
    yield "two-million.mp4", film[:at] + struct.pack(">II", 1_999_999, 0) + film[at + 8 :]
    yield "long-frames.mp4", film[: at + 4] + b"\xff" * 4 + film[at + 8 :]


def papers() -> Made:
    """PDF with forms, scripts, launch actions, loops, very many pages, and streams that swell."""

    def saved(document: pikepdf.Pdf, **options: object) -> bytes:
        out = io.BytesIO()
        document.save(out, **options)  # type: ignore[arg-type]
        return out.getvalue()

    def one_page() -> pikepdf.Pdf:
        document = pikepdf.new()
        document.add_blank_page(page_size=(200, 200))
        return document

    name, array, dictionary = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary
    form = one_page()
    field = form.make_indirect(dictionary(Type=name.Annot, Subtype=name.Widget, FT=name.Tx, T="name", V=SENTINEL,
                                          Rect=array([10, 10, 90, 40])))  # fmt: skip
    form.pages[0].Annots = array([field])
    form.Root.AcroForm = dictionary(Fields=array([field]), XFA=pikepdf.Stream(form, b"<xdp:xdp>" + b"<a>" * 5000))
    yield "form.pdf", saved(form)
    acts = one_page()
    acts.Root.OpenAction = dictionary(S=name.JavaScript, JS="app.launchURL('http://127.0.0.1:9/x')")
    acts.Root.AA = dictionary(WC=dictionary(S=name.Launch, F="/bin/sh"))
    acts.pages[0].AA = dictionary(O=dictionary(S=name.URI, URI="http://127.0.0.1:9/x"))
    acts.Root.Names = dictionary(EmbeddedFiles=dictionary(Names=array(["a.exe", dictionary(F="a.exe")])))
    yield "acts.pdf", saved(acts)
    yield "encrypted.pdf", saved(one_page(), encryption=pikepdf.Encryption(owner="a", user="b"))
    yield "no-password.pdf", saved(one_page(), encryption=pikepdf.Encryption(owner="a", user=""))
    many = one_page()
    for _ in range(9_999):
        many.pages.append(many.pages[0])
    yield "ten-thousand.pdf", saved(many)
    loop = one_page()
    loop.Root.Pages.Kids.append(loop.Root.Pages)
    loop.Root.Pages.Parent = loop.Root.Pages
    yield "loop.pdf", saved(loop)
    for count in (-1, 0, 1 << 31, 999_999_999):
        counted = one_page()
        counted.Root.Pages.Count = count
        yield f"count-{count}.pdf", saved(counted)
    big = one_page()
    big.pages[0].MediaBox = array([0, 0, 1e9, 1e9])
    yield "large-page.pdf", saved(big)
    for box in ([0, 0, 0, 0], [100, 100, -100, -100], [0, 0, 1e-9, 1e9], ["a", 0, 0, 0]):
        odd = one_page()
        odd.pages[0].MediaBox = array(box)
        yield f"page-{box[2]}.pdf", saved(odd)
    draws = one_page()
    itself = draws.make_indirect(pikepdf.Stream(draws, b"/X Do " * 200, Type=name.XObject, Subtype=name.Form,
                                                BBox=array([0, 0, 100, 100])))  # fmt: skip
    itself.Resources = dictionary(XObject=dictionary(X=itself))
    draws.pages[0].Resources = dictionary(XObject=dictionary(X=itself))
    draws.pages[0].Contents = pikepdf.Stream(draws, b"/X Do " * 200)
    yield "draws-itself.pdf", saved(draws)
    swell = one_page()
    inner = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    swell.pages[0].Contents = swell.make_indirect(pikepdf.Stream(swell, b""))
    swell.pages[0].Contents.write(inner, filter=array([name.FlateDecode, name.FlateDecode]))
    yield "swells-twice.pdf", saved(swell)
    packed = zlib.compress(b"1 0 2 10 " + b" " * 400_000_000, 9)
    yield "object-stream.pdf", (
        b"%PDF-1.7\n1 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length " + str(len(packed)).encode()
        + b">>stream\n" + packed + b"\nendstream endobj\ntrailer<</Root 2 0 R/Size 9>>"
    )  # fmt: skip
    yield "nested.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * 300_000 + b"\nendobj\ntrailer<</Root 1 0 R>>"
    page = one_page()
    page.pages[0].Contents = pikepdf.Stream(page, b"0 0 m 9 9 l S q " * 400_000)
    yield "strokes.pdf", saved(page)


def texts() -> Made:
    """Texts that break readers of lines and regular expressions of chat logs."""
    yield "line.txt", b"a" * 50_000_000
    yield "colons.txt", b"2026-11-18 19:53:20 " * 200_000 + b":" * 200_000
    yield "digits.txt", b"1" * 3_000_000 + b"\n" + b"2026" * 500_000
    yield "spaces.txt", ("　 \t" * 700_000 + ":x\n").encode()
    yield "blanks.txt", b"\n" * 3_000_000
    yield "speakers.txt", b"".join(b"buyer%d 2026-11-18 19:53:%02d\nhello\n\n" % (at, at % 60) for at in range(100_000))
    yield "brackets.txt", b"[" * 1_000_000 + b"2026-11-18 19:53] a: b\n" + b"(2026" * 400_000
    yield "marks.txt", ("\u202e\u2066<b>&lt;\0" * 100_000).encode()
    yield "half.txt", b"\xff\xfe" + b"\x00\xd8" * 500_000
    yield "utf16.txt", "买家 2026-11-18 19:53:20\n坏了\n".encode("utf-16") * 5_000
    yield "empty.txt", b""
    yield "html.html", b"<script>1</script>" + b"<div>" * 300_000


def disguises() -> Made:
    """Files of one kind under the name of another."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    inside = [
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"),
        ("tiff", _saved("TIFF")), ("avif", _saved("AVIF")), ("psd", b"8BPS\0\1" + bytes(200)), ("docx", out.getvalue()),
        ("exe", b"MZ" + bytes(60) + b"PE\0\0" + bytes(200)), ("elf", b"\x7fELF" + bytes(200)), ("ps", b"%!PS\n(a) run"),
        ("jp2", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(100)), ("ico", _saved("ICO")), ("pcx", _saved("PCX")),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), ("mkv", b"\x1aE\xdf\xa3" + bytes(100)),
        ("avi", b"RIFF\x10\0\0\0AVI LIST" + bytes(50)), ("m3u", b"#EXTM3U\nfile:///etc/passwd\n"),
        ("concat", b"ffconcat version 1.0\nfile /etc/passwd\n"), ("sdp", b"v=0\no=- 0 0 IN IP4 127.0.0.1\n"),
    ]  # fmt: skip
    for kind, data in inside:
        for ending in ("jpg", "mp4", "pdf", "heic"):
            yield f"{kind}.{ending}", data


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Turned bits, changed lengths, cuts, doubled and moved parts."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not found:
            break
        # Most of what decides anything stands in front, or at the end (the tables of many films).
        room = chance.choice((min(len(found), 64), min(len(found), 2048), len(found)))
        at = chance.randrange(room) if chance.random() < 0.8 else len(found) - 1 - chance.randrange(room)
        way = chance.randrange(7)
        if way == 0:
            found[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            found[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        elif way == 2:
            number = chance.choice((0, 1, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, len(found), chance.getrandbits(32)))
            found[at : at + 4] = number.to_bytes(4, chance.choice(("big", "little")))
        elif way == 3:
            del found[at + 1 :]
        elif way == 4:
            part = found[at : at + chance.randrange(1, 400)]
            found[at:at] = part * chance.randrange(1, 20)
        elif way == 5:
            del found[at : at + chance.randrange(1, 200)]
        else:
            found[at : at + 8] = chance.randbytes(8)
    return bytes(found)
