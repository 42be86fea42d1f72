"""Files without what they tell of the device, the place and the person (BARE): pixels anew, other parts left out.

The body says nothing. The answer is a file of the same format, but HEIC becomes JPEG, and WebP beyond its limits PNG.
"""

from __future__ import annotations

import io
from typing import IO

from PIL import Image

from desktop.decoder.picture_parts import bare_gif, bare_png, bare_webp, bits_of_png, is_animated_png, is_animated_webp
from desktop.decoder.pictures import RefusedError, jpeg_bytes, picture
from desktop.decoder.protocol import MAX_FILE_BYTES, Request, Response, Status
from desktop.decoder.results import MediaFormat, NoPreviewReason

JPEG_QUALITY = 95
_SMALL, _MIDDLE = 4_000_000, 16_000_000
_WEBP_SIDE = 16_383


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The bare file. RefusedError for what cannot be made bare within the limits."""
    if found is MediaFormat.PDF:
        from desktop.decoder.bare_pages import bare_pdf

        data, size = bare_pdf(file), (1, 1)
    else:
        data, size = _bare_picture(found, file)
    if len(data) > MAX_FILE_BYTES:
        raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
    return Response(request.number, Status.FILE, data, *size)


def _bare_picture(found: MediaFormat, file: IO[bytes]) -> tuple[bytes, tuple[int, int]]:
    # Decoded first in any case: what no decoder takes is not handed out as a picture without its metadata.
    image = picture(file, found, (0, 0))
    size = image.size
    file.seek(0)
    if found is MediaFormat.GIF:
        return bare_gif(file.read()), size
    if found is MediaFormat.PNG:
        stored = file.read()
        if is_animated_png(stored) or bits_of_png(stored) > 8:
            return bare_png(stored), size
    if found is MediaFormat.WEBP:
        stored = file.read()
        if is_animated_webp(stored):
            return bare_webp(stored), size
    if found in (MediaFormat.JPEG, MediaFormat.HEIF):
        return jpeg_bytes(image, JPEG_QUALITY), size
    return _without_loss(image, found), size


def _without_loss(image: Image.Image, found: MediaFormat) -> bytes:
    """The pixels alone as PNG, BMP or WebP; larger pictures are packed less, so that it stays within the time."""
    pixels = image.width * image.height
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    out = io.BytesIO()
    if found is MediaFormat.BMP:
        bare.save(out, "BMP")
    elif found is MediaFormat.WEBP and max(bare.size) <= _WEBP_SIDE:
        effort = 4 if pixels < 1_000_000 else 1 if pixels < _SMALL else 0
        bare.save(out, "WEBP", lossless=True, exact=True, method=effort, quality=60 if effort else 0)
    else:
        level = 6 if pixels < _SMALL else 3 if pixels < _MIDDLE else 1
        bare.save(out, "PNG", compress_level=level)
    return out.getvalue()
