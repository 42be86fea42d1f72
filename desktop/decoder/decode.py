"""Carries out one request inside the worker: looks at the first bytes, picks the library, returns a response."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from desktop.decoder.formats import HEAD_BYTES, announced_size, format_of
from desktop.decoder.protocol import (
    MAX_JPEG_BYTES,
    MAX_TEXT_BYTES,
    Operation,
    Request,
    Response,
    Status,
    crop_from,
    facts_bytes,
)
from desktop.decoder.results import FileFacts, MediaFormat, MediaKind, NoPreviewReason

if TYPE_CHECKING:
    from PIL import Image

MAX_FILE_BYTES = {
    MediaKind.IMAGE: 256 * 1024 * 1024,
    MediaKind.DOCUMENT: 512 * 1024 * 1024,
    MediaKind.VIDEO: 64 * 1024 * 1024 * 1024,
}
# Each is a module here with `answer(request, found, file) -> Response`, loaded when first asked for.
_MAKERS = {
    Operation.FRAMES: "desktop.decoder.frames",
    Operation.LIKENESS: "desktop.decoder.likeness",
    Operation.REDACT: "desktop.decoder.redaction",
    Operation.BARE: "desktop.decoder.bare_files",
    Operation.FILM_CLAIMS: "desktop.decoder.film_claims",
    Operation.JOIN: "desktop.decoder.joining",
    Operation.OVERLAP: "desktop.decoder.overlaps",
    Operation.CUTS: "desktop.decoder.cuts",
    Operation.PROOF: "desktop.decoder.proofs",
}


def answer(request: Request) -> Response:
    """The response to a request. Never raises for what a file contains; the limits may still end the process."""
    found = MediaFormat.UNKNOWN
    try:
        with _opened(request.path) as file:
            head = file.read(HEAD_BYTES)
            found = format_of(head)
            reason = _refusal(found, head, file)
            if reason is None:
                file.seek(0)
                return _answer_for(request, found, file)
    except MemoryError:
        reason = NoPreviewReason.OUT_OF_MEMORY
    except _UnreadableError:
        reason = NoPreviewReason.NOT_READABLE
    except Exception as error:  # noqa: BLE001
        # Whatever a format's library throws at a malformed file; a reason of our own comes with RefusedError.
        known = getattr(error, "reason", None)
        reason = known if isinstance(known, NoPreviewReason) else NoPreviewReason.DAMAGED
    if request.operation is Operation.PROBE:
        payload = facts_bytes(FileFacts(found, no_preview=reason))
        return Response(request.number, Status.FACTS, payload)
    return Response(request.number, Status.NO_PREVIEW, reason=reason)


class _UnreadableError(Exception):
    """The file could not be opened for reading."""


def _opened(path: str) -> IO[bytes]:
    # Non-blocking, so that a pipe or device in the place of a file cannot hold the worker.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _UnreadableError from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _UnreadableError
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _refusal(found: MediaFormat, head: bytes, file: IO[bytes]) -> NoPreviewReason | None:
    if not head:
        return NoPreviewReason.EMPTY
    if found is MediaFormat.TEXT:
        return NoPreviewReason.TEXT_FILE
    if found is MediaFormat.UNKNOWN:
        return NoPreviewReason.UNSUPPORTED
    if os.fstat(file.fileno()).st_size > MAX_FILE_BYTES[found.kind]:
        return NoPreviewReason.TOO_LARGE_FILE
    announced = announced_size(found, head)
    if announced is not None:
        from desktop.decoder.pictures import check_size

        check_size(*announced)
    return None


def _answer_for(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    if request.operation is Operation.PROBE:
        return Response(request.number, Status.FACTS, facts_bytes(_facts(found, file)))
    if request.operation is Operation.TEXT:
        return _text_response(request, found, file)
    if request.operation in _MAKERS:
        from importlib import import_module

        made: Response = import_module(_MAKERS[request.operation]).answer(request, found, file)
        return made
    if request.operation is Operation.JPEG:
        return _jpeg_response(request, found, file)
    image = image_of(request, found, file)
    payload = image.convert("RGBA").tobytes()
    return Response(request.number, Status.PIXELS, payload, image.width, image.height)


def _jpeg_response(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """A JPEG of the picture or of a part of it, for paper: small enough from the start, as nothing magnifies it."""
    from desktop.decoder.pictures import cut_out, jpeg_bytes, picture

    box, crop = (request.box_width, request.box_height), crop_from(request.body)
    if found.kind is MediaKind.IMAGE:
        image = picture(file, found, box, frame=request.page, crop=crop, slack=1)
    elif crop is None:
        image = image_of(request, found, file)
    elif found.kind is MediaKind.DOCUMENT:
        from desktop.decoder.pages import page_picture

        image = page_picture(file, request.page, box, crop)
    else:
        image = cut_out(image_of(replace(request, box_width=0, box_height=0), found, file), crop, box)
    payload = jpeg_bytes(image, request.quality)
    if len(payload) > MAX_JPEG_BYTES:
        return Response(request.number, Status.NO_PREVIEW, reason=NoPreviewReason.TOO_MANY_PIXELS)
    return Response(request.number, Status.JPEG, payload, image.width, image.height)


def _text_response(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    if found.kind is not MediaKind.DOCUMENT:
        return Response(request.number, Status.NO_PREVIEW, reason=NoPreviewReason.UNSUPPORTED)
    from desktop.decoder.pages import page_text

    text = page_text(file, request.page).encode("utf-8", "replace")
    if len(text) > MAX_TEXT_BYTES:
        return Response(request.number, Status.NO_PREVIEW, reason=NoPreviewReason.TOO_LARGE_FILE)
    return Response(request.number, Status.TEXT, text)


def _facts(found: MediaFormat, file: IO[bytes]) -> FileFacts:
    # Each library is loaded when first needed: a worker that only sees photos starts in a tenth of a second.
    if found.kind is MediaKind.IMAGE:
        from desktop.decoder.pictures import picture_facts

        return picture_facts(file, found)
    if found.kind is MediaKind.DOCUMENT:
        from desktop.decoder.pages import page_facts

        return page_facts(file)
    from desktop.decoder.videos import video_facts

    return video_facts(file, found)


def _part_of(body: bytes) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of the part of a page that is asked for, as shares of it; None for all of it."""
    if not body:
        return None
    left, top, right, bottom = (min(max(float(share), 0.0), 1.0) for share in json.loads(body)["part"])
    return (left, top, right, bottom) if left < right and top < bottom else None


def image_of(request: Request, found: MediaFormat, file: IO[bytes]) -> Image.Image:
    """The upright picture that a request is about: a still, a page of a document, a frame of a film."""
    box = (request.box_width, request.box_height)
    if found.kind is MediaKind.DOCUMENT:
        from desktop.decoder.pages import page_picture

        return page_picture(file, request.page, box, _part_of(request.body))
    if found.kind is MediaKind.IMAGE:
        from desktop.decoder.pictures import picture

        return picture(file, found, box, frame=request.page)
    if request.page:
        from desktop.decoder.pictures import RefusedError

        raise RefusedError(NoPreviewReason.NO_SUCH_PAGE)
    from desktop.decoder.videos import video_picture

    return video_picture(file, request.at_ms, box)


def other_image(request: Request, path: str) -> Image.Image:
    """The picture of another file that a request names in its body; refused like the first."""
    from desktop.decoder.pictures import RefusedError

    with _opened(path) as file:
        head = file.read(HEAD_BYTES)
        found = format_of(head)
        reason = _refusal(found, head, file)
        if reason is None and found.kind not in (MediaKind.IMAGE, MediaKind.VIDEO):
            reason = NoPreviewReason.UNSUPPORTED
        if reason is not None:
            raise RefusedError(reason)
        file.seek(0)
        return image_of(request, found, file)
