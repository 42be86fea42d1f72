"""The parts GIF, PNG and WebP files are made of; those that carry pixels, colours and times are kept, all others go.

No pixel is touched: for animations and for more than 8 bits, which rebuilding would cost frames or depth.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop.decoder.pictures import RefusedError
from desktop.decoder.results import NoPreviewReason

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT", b"sRGB", b"gAMA",
                       b"cHRM", b"sBIT"))  # fmt: skip
_WEBP_KEPT = frozenset((b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"))
_FRAME_KEPT = frozenset((b"ALPH", b"VP8 ", b"VP8L"))
# Only how often it repeats; a further kind of application block is XMP.
_GIF_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and whole chunk, up to the end mark. RefusedError if the chunks do not add up."""
    at = len(_PNG_HEAD)
    if not data.startswith(_PNG_HEAD):
        raise RefusedError(NoPreviewReason.DAMAGED)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            break
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise RefusedError(NoPreviewReason.DAMAGED)


def is_animated_png(data: bytes) -> bool:
    """Whether it announces frames before its picture."""
    for kind, _ in png_parts(data):
        if kind == b"IDAT":
            return False
        if kind == b"acTL":
            return True
    return False


def bits_of_png(data: bytes) -> int:
    """Bits of one channel."""
    return data[24] if len(data) > 24 else 0


def bare_png(data: bytes) -> bytes:
    """The file without texts, times, Exif, profiles and whatever follows its end."""
    return _PNG_HEAD + b"".join(chunk for kind, chunk in png_parts(data) if kind in _PNG_KEPT)


def webp_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each chunk of `data`, which has no head of its own."""
    at = 0
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > len(data):
            break
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + (length & 1)


def _webp_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + (b"\0" if len(content) & 1 else b"")


def webp_body(data: bytes) -> bytes:
    """What the RIFF head says belongs to the picture."""
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise RefusedError(NoPreviewReason.DAMAGED)
    return data[12 : 8 + struct.unpack_from("<I", data, 4)[0]]


def is_animated_webp(data: bytes) -> bool:
    """Whether the extended head announces an animation."""
    return data[12:16] == b"VP8X" and len(data) > 20 and bool(data[20] & 0x02)


def bare_webp(data: bytes) -> bytes:
    """An extended WebP without Exif, XMP and profile, and with the flags of these taken back."""
    kept = []
    for kind, content in webp_parts(webp_body(data)):
        if kind == b"VP8X" and len(content) >= 10:
            content = bytes([content[0] & ~(0x20 | 0x08 | 0x04)]) + content[1:10]
        elif kind not in _WEBP_KEPT:
            continue
        if kind == b"ANMF" and len(content) > 16:
            inner = (_webp_chunk(*part) for part in webp_parts(content[16:]) if part[0] in _FRAME_KEPT)
            content = content[:16] + b"".join(inner)
        kept.append(_webp_chunk(kind, content))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each block, from `head` to `end`. RefusedError if they do not add up."""
    try:
        at = 13 + _table_bytes(data[10])
        yield "head", data[:at]
        while data[at] != 0x3B:
            start = at
            if data[at] == 0x2C:
                at = _after_blocks(data, at + 10 + _table_bytes(data[at + 9]) + 1)
                yield "frame", data[start:at]
            elif data[at] == 0x21:
                label, at = data[at + 1], _after_blocks(data, at + 2)
                name = {0xF9: "control", 0xFF: "application", 0xFE: "comment"}.get(label, "other")
                yield name, data[start:at]
            else:
                raise RefusedError(NoPreviewReason.DAMAGED)
        yield "end", b"\x3b"
    except IndexError as error:
        raise RefusedError(NoPreviewReason.DAMAGED) from error


def bare_gif(data: bytes) -> bytes:
    """All frames with their times, without comments, texts, XMP and whatever follows the end."""
    kept = []
    for name, block in gif_parts(data):
        if name in ("head", "frame", "control", "end") or (name == "application" and _repeats(block)):
            kept.append(block)
    return b"".join(kept)


def _repeats(block: bytes) -> bool:
    return block[3:14] in _GIF_REPEATS and len(block) == 19


def _table_bytes(packed: int) -> int:
    return 3 * (2 << (packed & 7)) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
