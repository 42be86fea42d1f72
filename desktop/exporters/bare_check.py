"""Whether a picture file holds nothing but its picture: a look at its parts, without opening any of them.

The worker that made a file bare had opened a hostile one; what it hands back is not believed.
"""

from __future__ import annotations

import struct

from desktop.decoder.formats import HEAD_BYTES, format_of
from desktop.decoder.results import MediaFormat

_PNG_ALLOWED = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT", b"sRGB", b"gAMA",
                          b"cHRM", b"sBIT"))  # fmt: skip
_WEBP_ALLOWED = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"))
_JFIF, _ADOBE = 0xE0, 0xEE
_FIRST_APP, _LAST_APP, _COMMENT, _SCAN = 0xE0, 0xEF, 0xFE, 0xDA
_PDF_TELLS = (b"/EmbeddedFile", b"/Filespec", b"<x:xmpmeta", b"/Author", b"/Names ")


def bare_format(found: MediaFormat) -> MediaFormat | None:
    """The format a bare copy has; None for files of which the decoder makes none. HEIC becomes JPEG."""
    if found is MediaFormat.HEIF:
        return MediaFormat.JPEG
    kept = (MediaFormat.JPEG, MediaFormat.PNG, MediaFormat.BMP, MediaFormat.GIF, MediaFormat.WEBP, MediaFormat.PDF)
    return found if found in kept else None


def is_bare(data: bytes, promised: MediaFormat) -> bool:
    """Whether the bytes are a file of this format with no part that could tell more than its picture."""
    if format_of(data[:HEAD_BYTES]) is not promised:
        return False
    look = {
        MediaFormat.JPEG: _bare_jpeg,
        MediaFormat.PNG: _bare_png,
        MediaFormat.WEBP: _bare_webp,
        MediaFormat.GIF: _bare_gif,
        MediaFormat.BMP: lambda _: True,
        MediaFormat.PDF: _bare_pdf,
    }.get(promised)
    try:
        return look is not None and look(data)
    except (IndexError, struct.error):
        return False


def is_plain_png(data: bytes, width: int, height: int) -> bool:
    """Whether the bytes are a PNG of this size with nothing in it but its picture."""
    return is_bare(data, MediaFormat.PNG) and data[12:24] == struct.pack(">4sII", b"IHDR", width, height)


def _bare_jpeg(data: bytes) -> bool:
    at = 2
    while data[at] == 0xFF:
        mark, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if mark == _SCAN:
            # No further header in what follows, and nothing after the end.
            rest = data[at + 2 :]
            return data.endswith(b"\xff\xd9") and rest.count(b"\xff\xd9") == 1 and b"\xff\xe1" not in rest
        if mark == _COMMENT or (_FIRST_APP <= mark <= _LAST_APP and mark not in (_JFIF, _ADOBE)):
            return False
        if mark == _JFIF and length > 16:
            return False
        at += 2 + length
    return False


def _bare_png(data: bytes) -> bool:
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_ALLOWED:
            return False
        at += 12 + length
        if kind == b"IEND":
            break
    return at == len(data)


def _bare_webp(data: bytes) -> bool:
    at = 12
    if struct.unpack_from("<I", data, 4)[0] + 8 != len(data):
        return False
    while at < len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind not in _WEBP_ALLOWED:
            return False
        at += 8 + length + (length & 1)
    return at == len(data)


def _bare_gif(data: bytes) -> bool:
    at = 13 + _table(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 10 + _table(data[at + 9]) + 1
        elif data[at] == 0x21 and (data[at + 1] == 0xF9 or data[at + 3 : at + 14] in (b"NETSCAPE2.0", b"ANIMEXTS1.0")):
            at += 2
        else:
            return False
        while data[at]:
            at += data[at] + 1
        at += 1
    return at == len(data) - 1


def _table(packed: int) -> int:
    return 3 * (2 << (packed & 7)) if packed & 0x80 else 0


def _bare_pdf(data: bytes) -> bool:
    """No attached file, script or XMP: PDFium writes dictionaries plainly, each as an object of its own."""
    return not any(word in data for word in _PDF_TELLS)
