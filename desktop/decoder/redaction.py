"""Redacting in the worker: boxes filled in the upright pixels, and a new PNG that holds these pixels and nothing else.

The PNG has the chunks IHDR, IDAT and IEND only, eight bits of red, green and blue, and its rows unfiltered or as the
difference to the row above, so that the program can check every pixel of it by itself, without trusting this process.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageDraw

from desktop.decoder.decode import image_of
from desktop.decoder.pictures import RefusedError
from desktop.decoder.protocol import MAX_FILE_BYTES, Request, Response, Status
from desktop.decoder.results import MediaFormat, NoPreviewReason

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BOXES = 500
# Differences of a photo's rows do not repeat: packed by run lengths, 12 megapixels take 0.3 s of processor instead of
# 1.0 s at level 4, and less room. Words and screenshots do repeat. Which is the case, rows from the middle tell.
_LEVEL = 4
_STRIP, _TRIED = 128, 48


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The redacted picture as PNG. The body has `boxes` (left, top, width, height in pixels) and `fill` (r, g, b)."""
    boxes, fill = _wanted(request.body)
    # The body is about the boxes: the picture itself is wanted whole.
    image = on_white(image_of(replace(request, body=b""), found, file))
    draw = ImageDraw.Draw(image)
    for left, top, width, height in boxes:
        right, bottom = min(left + width, image.width), min(top + height, image.height)
        if right > max(left, 0) and bottom > max(top, 0):
            draw.rectangle((max(left, 0), max(top, 0), right - 1, bottom - 1), fill=fill)
    made = bare_png(image)
    if len(made) > MAX_FILE_BYTES:
        raise RefusedError(NoPreviewReason.TOO_MANY_PIXELS)
    return Response(request.number, Status.FILE, made, image.width, image.height)


def on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency, as on paper: what lies under transparent pixels must not go along unseen."""
    if image.mode != "RGBA":
        return image.convert("RGB") if image.mode != "RGB" else image
    paper = Image.new("RGB", image.size, (255, 255, 255))
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def bare_png(image: Image.Image) -> bytes:
    """An RGB picture as PNG without any chunk that is not needed."""
    width, height = image.size
    middle = max(height // 2 - _TRIED // 2, 0)
    tried = _differences(image, middle, min(middle + _TRIED, height))
    strategy = min((zlib.Z_RLE, zlib.Z_DEFAULT_STRATEGY), key=lambda each: len(_packed(_packer(each), tried)))
    packer = _packer(strategy)
    strips = range(0, height, _STRIP)
    parts = [packer.compress(_differences(image, top, min(top + _STRIP, height))) for top in strips]
    parts.append(packer.flush())
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"".join(parts)) + _chunk(b"IEND", b"")


def _packer(strategy: int) -> zlib._Compress:
    return zlib.compressobj(_LEVEL, strategy=strategy)


def _packed(packer: zlib._Compress, data: bytes) -> bytes:
    return packer.compress(data) + packer.flush()


def _differences(image: Image.Image, top: int, bottom: int) -> bytes:
    """Rows as PNG wants them: each with its filter's number in front, and as the difference to the one above."""
    # The row above the first one is zeros, as the format says; a crop outside a picture is.
    above = image.crop((0, top - 1, image.width, bottom - 1))
    rows = ImageChops.subtract_modulo(image.crop((0, top, image.width, bottom)), above).tobytes()
    stride = image.width * 3
    return b"".join(b"\x02" + rows[at : at + stride] for at in range(0, len(rows), stride))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(name)))


def _wanted(body: bytes) -> tuple[Sequence[tuple[int, int, int, int]], tuple[int, int, int]]:
    """Boxes and fill of the program's own request; what does not fit is refused."""
    try:
        values: Any = json.loads(body)
        boxes = [_whole(box, 4) for box in values["boxes"]]
        red, green, blue = _whole(values["fill"], 3)
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(NoPreviewReason.UNSUPPORTED) from error
    if len(boxes) > MAX_BOXES or not all(0 <= part <= 255 for part in (red, green, blue)):
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    return [(left, top, width, height) for left, top, width, height in boxes], (red, green, blue)


def _whole(values: Any, count: int) -> tuple[int, ...]:
    if len(values) != count or not all(type(value) is int and abs(value) <= 1 << 24 for value in values):
        raise ValueError("whole numbers")
    return tuple(values)
