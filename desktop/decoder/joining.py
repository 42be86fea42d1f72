"""Parts of pictures put one under the other as one new PNG of pixels alone, inside the worker."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from PIL import Image

from desktop.decoder.pictures import RefusedError, check_size
from desktop.decoder.protocol import MAX_FILE_BYTES, MAX_SIDE, Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind, NoPreviewReason

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PARTS = 200
_MOST_PATH = 32_000
_FAST_FROM = 12_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a picture: left, top, right and bottom in its upright pixels, right and bottom not included."""

    path: str
    left: int
    top: int
    right: int
    bottom: int


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The PNG of the `parts` of the body, top to bottom; narrower ones in the middle, on the first one's ground."""
    if found.kind is not MediaKind.IMAGE:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    from desktop.decoder.decode import image_of, other_image

    parts = parts_of(request.body)
    width, height = max(part.right - part.left for part in parts), sum(part.bottom - part.top for part in parts)
    check_size(width, height)
    joined: Image.Image | None = None
    opened, picture = "", None
    top = 0
    for part in parts:
        if picture is None or part.path != opened:
            picture = None  # one at a time: each may take a fifth of the memory
            picture = image_of(request, found, file) if part.path == request.path else other_image(request, part.path)
            picture, opened = _opaque(picture), part.path
        if part.right > picture.width or part.bottom > picture.height:
            raise RefusedError(NoPreviewReason.UNSUPPORTED)
        if joined is None:
            joined = Image.new("RGB", (width, height), ground_of(picture))
        cut = picture.crop((part.left, part.top, part.right, part.bottom))
        joined.paste(cut, ((width - cut.width) // 2, top))
        top += cut.height
    assert joined is not None
    out = io.BytesIO()
    joined.save(out, "PNG", compress_level=1 if width * height > _FAST_FROM else 6)
    if len(out.getvalue()) > MAX_FILE_BYTES:
        raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
    return Response(request.number, Status.FILE, out.getvalue(), width, height)


def parts_of(body: bytes) -> list[Part]:
    """The parts a body names, every figure checked. RefusedError for anything else."""
    try:
        listed = json.loads(body)["parts"]
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(NoPreviewReason.UNSUPPORTED) from error
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_PARTS:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    return [_part(each) for each in listed]


def body_of(parts: Sequence[Part]) -> dict[str, Any]:
    """The body of a request."""
    return {"parts": [[part.path, part.left, part.top, part.right, part.bottom] for part in parts]}


def ground_of(picture: Image.Image) -> tuple[int, int, int]:
    """The colour most of the left edge has: what a narrower picture lies on."""
    edge = picture.crop((0, 0, min(4, picture.width), picture.height))
    counts = edge.getcolors(edge.width * edge.height) or [(1, (255, 255, 255))]
    colour = max(counts)[1]
    return (colour[0], colour[1], colour[2]) if isinstance(colour, tuple) else (255, 255, 255)


def _part(listed: object) -> Part:
    if not isinstance(listed, list) or len(listed) != 5 or not isinstance(listed[0], str):
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    path, *sides = listed
    if not 0 < len(path) <= _MOST_PATH or not all(type(side) is int and 0 <= side <= MAX_SIDE for side in sides):
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    left, top, right, bottom = sides
    if left >= right or top >= bottom:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    return Part(path, left, top, right, bottom)


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGBA":
        paper = Image.new("RGB", picture.size, (255, 255, 255))
        paper.paste(picture, mask=picture.getchannel("A"))
        return paper
    return picture if picture.mode == "RGB" else picture.convert("RGB")
