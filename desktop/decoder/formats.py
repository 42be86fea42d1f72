"""Tells what a file is from its first bytes alone, and how large a picture it announces; nothing is decoded here."""

from __future__ import annotations

import struct
from pathlib import PurePath

from desktop.decoder.results import MediaFormat

HEAD_BYTES = 4096

_EXTENSIONS = {
    "jpg": MediaFormat.JPEG,
    "jpeg": MediaFormat.JPEG,
    "jpe": MediaFormat.JPEG,
    "jfif": MediaFormat.JPEG,
    "png": MediaFormat.PNG,
    "webp": MediaFormat.WEBP,
    "gif": MediaFormat.GIF,
    "bmp": MediaFormat.BMP,
    "dib": MediaFormat.BMP,
    "heic": MediaFormat.HEIF,
    "heif": MediaFormat.HEIF,
    "hif": MediaFormat.HEIF,
    "pdf": MediaFormat.PDF,
    "mp4": MediaFormat.MP4,
    "m4v": MediaFormat.MP4,
    "3gp": MediaFormat.MP4,
    "mov": MediaFormat.MOV,
    "qt": MediaFormat.MOV,
    "txt": MediaFormat.TEXT,
    "log": MediaFormat.TEXT,
    "csv": MediaFormat.TEXT,
}
_HEIF_BRANDS = frozenset(
    (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"hevc",
        b"hevx",
        b"hevm",
        b"hevs",
        b"mif1",
        b"msf1",
    )
)
_MP4_BRANDS = (
    b"iso",
    b"mp4",
    b"mp7",
    b"avc",
    b"M4V",
    b"3gp",
    b"3g2",
    b"dash",
    b"MSNV",
    b"f4v",
    b"XAVC",
)
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
_MOV_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")


def format_of(head: bytes) -> MediaFormat:
    """The format that the first bytes (up to `HEAD_BYTES` of them) show. The file's name plays no part."""
    if head.startswith(b"\xff\xd8\xff"):
        return MediaFormat.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaFormat.PNG
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return MediaFormat.GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return MediaFormat.WEBP
    if head.startswith(b"BM") and len(head) >= 18 and struct.unpack_from("<I", head, 14)[0] in _BMP_HEADERS:
        return MediaFormat.BMP
    if head[4:8] == b"ftyp":
        return _format_of_brands(head)
    if head[4:8] in _MOV_BOXES:
        return MediaFormat.MOV
    if b"%PDF-" in head[:1024]:
        return MediaFormat.PDF
    return MediaFormat.TEXT if _is_text(head) else MediaFormat.UNKNOWN


def mismatch(name: str, found: MediaFormat) -> bool:
    """Whether the extension of `name` promises another format than was found. Unknown extensions promise nothing."""
    promised = _EXTENSIONS.get(PurePath(name).suffix.lstrip(".").lower())
    if promised is None or promised is found:
        return False
    # Phones and messengers write MP4 boxes into .mov and the other way round.
    return not (promised.kind is found.kind and promised in (MediaFormat.MP4, MediaFormat.MOV))


def announced_size(found: MediaFormat, head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that the header announces, or None where the format does not say it in its head."""
    try:
        if found is MediaFormat.PNG and head[12:16] == b"IHDR":
            width, height = struct.unpack_from(">II", head, 16)
            return width, height
        if found is MediaFormat.GIF:
            width, height = struct.unpack_from("<HH", head, 6)
            return width, height
        if found is MediaFormat.BMP:
            return _bmp_size(head)
        if found is MediaFormat.WEBP:
            return _webp_size(head)
    except struct.error:
        return None
    return None


def _format_of_brands(head: bytes) -> MediaFormat:
    length = min(max(struct.unpack_from(">I", head)[0], 16), len(head), 512)
    major = head[8:12]
    brands = [major, *(head[at : at + 4] for at in range(16, length - 3, 4))]
    if major in _HEIF_BRANDS:
        return MediaFormat.UNKNOWN if b"avif" in brands and b"heic" not in brands else MediaFormat.HEIF
    if major == b"qt  ":
        return MediaFormat.MOV
    if major.startswith(_MP4_BRANDS):
        return MediaFormat.MP4
    return MediaFormat.UNKNOWN


def _bmp_size(head: bytes) -> tuple[int, int]:
    if struct.unpack_from("<I", head, 14)[0] == 12:
        width, height = struct.unpack_from("<HH", head, 18)
    else:
        width, height = struct.unpack_from("<ii", head, 18)
    return abs(width), abs(height)


def _webp_size(head: bytes) -> tuple[int, int] | None:
    chunk = head[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = struct.unpack_from("<I", head, 21)[0]
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _is_text(head: bytes) -> bool:
    if not head:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head):
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            # The head may end within a character.
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
