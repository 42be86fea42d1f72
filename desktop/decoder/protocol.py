"""The fixed binary messages between the program and a decoder worker; both sides check every field and length."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from desktop.decoder.results import FileFacts, MediaFormat, NoPreviewReason

MAX_PIXELS = 50_000_000
MAX_SIDE = 65_535
MAX_PATH_BYTES = 32_000
MAX_JPEG_BYTES = 64 * 1024 * 1024
MAX_PAGE = 1_000_000
MAX_TEXT_BYTES = 4 * 1024 * 1024
MAX_BODY_BYTES = 1024 * 1024
MAX_DATA_BYTES = 4 * 1024 * 1024
MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_CROP_BYTES = 200

Shares = tuple[float, float, float, float]
"""Left, top, right, bottom as shares (0 to 1) of the upright picture."""

_VERSION = 2
_REQUEST = struct.Struct(">4sBBHIIIIIBxHI")
_REQUEST_MAGIC = b"AcRq"
_RESPONSE = struct.Struct(">4sBBHIIIIQ")
_RESPONSE_MAGIC = b"AcRs"
_FACTS = struct.Struct(">BBIIIq23sh")
_NO_OFFSET = -32768
_NO_REASON = 255

_FORMATS = tuple(MediaFormat)
_REASONS = tuple(NoPreviewReason)


class ProtocolError(Exception):
    """The other side sent something that is not of this protocol: it cannot be trusted any further."""


class Operation(IntEnum):
    PROBE = 1
    PICTURE = 2
    JPEG = 3
    TEXT = 4
    FRAMES = 5
    LIKENESS = 6
    REDACT = 7
    BARE = 8
    FILM_CLAIMS = 9
    JOIN = 10
    OVERLAP = 11
    CUTS = 12
    PROOF = 13


class Status(IntEnum):
    PIXELS = 1
    FACTS = 2
    JPEG = 3
    NO_PREVIEW = 4
    TEXT = 5
    DATA = 6
    FILE = 7


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to do with one file. A box of 0 x 0 means full size; `page` counts from 0; `at_ms` is into a video.

    `body` says more where an operation needs it, as JSON: rectangles, or other files and their parts. That of JPEG is
    empty or the part of the picture that is wanted, as `crop_bytes` writes it.
    """

    number: int
    operation: Operation
    path: str
    box_width: int = 0
    box_height: int = 0
    page: int = 0
    at_ms: int = 0
    quality: int = 0
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to the request of the same number."""

    number: int
    status: Status
    payload: bytes = b""
    width: int = 0
    height: int = 0
    reason: NoPreviewReason | None = None


def request_bytes(request: Request) -> bytes:
    """The message of a request. Raises ValueError for a request outside the protocol's bounds (a bug of the caller)."""
    path = request.path.encode("utf-8", "surrogatepass")
    if not path or len(path) > MAX_PATH_BYTES or b"\0" in path:
        raise ValueError("path empty, too long or with a zero byte")
    _check_request(request, ValueError)
    return (
        _REQUEST.pack(
            _REQUEST_MAGIC,
            _VERSION,
            request.operation,
            0,
            request.number,
            request.box_width,
            request.box_height,
            request.page,
            request.at_ms,
            request.quality,
            len(path),
            len(request.body),
        )
        + path
        + request.body
    )


def read_request(read: Callable[[int], bytes]) -> Request | None:
    """The next request, or None when the program has closed its end. Raises ProtocolError."""
    head = read(_REQUEST.size)
    if not head:
        return None
    if len(head) != _REQUEST.size:
        raise ProtocolError("cut request")
    (
        magic,
        version,
        operation,
        zero,
        number,
        width,
        height,
        page,
        at_ms,
        quality,
        length,
        body_length,
    ) = _REQUEST.unpack(head)
    if magic != _REQUEST_MAGIC or version != _VERSION or zero != 0:
        raise ProtocolError("not a request")
    if not 0 < length <= MAX_PATH_BYTES:
        raise ProtocolError("path length out of bounds")
    if body_length > MAX_BODY_BYTES:
        raise ProtocolError("body length out of bounds")
    path = read(length)
    if len(path) != length or b"\0" in path:
        raise ProtocolError("bad path")
    body = read(body_length) if body_length else b""
    if len(body) != body_length:
        raise ProtocolError("cut body")
    try:
        request = Request(
            number=number,
            operation=Operation(operation),
            path=path.decode("utf-8", "surrogatepass"),
            box_width=width,
            box_height=height,
            page=page,
            at_ms=at_ms,
            quality=quality,
            body=body,
        )
    except ValueError as error:
        raise ProtocolError("bad request") from error
    _check_request(request, ProtocolError)
    return request


def _check_request(request: Request, error: type[Exception]) -> None:
    if not (0 <= request.box_width <= MAX_SIDE and 0 <= request.box_height <= MAX_SIDE):
        raise error("box out of bounds")
    if (request.box_width == 0) != (request.box_height == 0):
        raise error("half a box")
    if not 0 <= request.page <= MAX_PAGE or not 0 <= request.at_ms <= 0xFFFFFFFF:
        raise error("page or time out of bounds")
    if not (1 <= request.quality <= 95 if request.operation is Operation.JPEG else request.quality == 0):
        raise error("quality out of bounds")
    if len(request.body) > MAX_BODY_BYTES:
        raise error("body too long")
    if request.operation is Operation.JPEG:
        try:
            crop_from(request.body)
        except ValueError as wrong:
            raise error("crop out of bounds") from wrong


def crop_bytes(crop: Shares | None) -> bytes:
    """The body of a JPEG request for a part of the picture; ValueError for shares that are none."""
    body = b"" if crop is None else json.dumps({"crop": list(crop)}).encode("ascii")
    crop_from(body)
    return body


def crop_from(body: bytes) -> Shares | None:
    """The part that is wanted; None for all of it. ValueError for anything but four shares of a part within it."""
    if not body:
        return None
    if len(body) > MAX_CROP_BYTES:
        raise ValueError("too long")
    try:
        said = json.loads(body)
    except RecursionError as error:
        raise ValueError("too deep") from error
    shares = said.get("crop") if isinstance(said, dict) and len(said) == 1 else None
    if not isinstance(shares, list) or len(shares) != 4:
        raise ValueError("not a crop")
    if not all(isinstance(share, float | int) and not isinstance(share, bool) for share in shares):
        raise ValueError("not shares")
    left, top, right, bottom = (float(share) for share in shares)
    if not all(math.isfinite(share) for share in (left, top, right, bottom)):
        raise ValueError("not shares")
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise ValueError("no part of it")
    return left, top, right, bottom


def response_head(response: Response) -> bytes:
    reason = _NO_REASON if response.reason is None else _REASONS.index(response.reason)
    stride = response.width * 4 if response.status is Status.PIXELS else 0
    return _RESPONSE.pack(
        _RESPONSE_MAGIC,
        _VERSION,
        response.status,
        reason,
        response.number,
        response.width,
        response.height,
        stride,
        len(response.payload),
    )


def read_response(read: Callable[[int], bytes], request: Request) -> Response:
    """The answer to `request`; every field is checked against what was asked. Raises ProtocolError, EOFError."""
    head = read(_RESPONSE.size)
    if len(head) != _RESPONSE.size:
        raise EOFError("worker closed its end")
    magic, version, status, reason, number, width, height, stride, length = _RESPONSE.unpack(head)
    if magic != _RESPONSE_MAGIC or version != _VERSION or number != request.number:
        raise ProtocolError("not the answer")
    if status not in _allowed_statuses(request.operation):
        raise ProtocolError("wrong kind of answer")
    status = Status(status)
    _check_shape(request, status, width, height, stride, length)
    if (status is Status.NO_PREVIEW) != (reason < len(_REASONS)) or (reason >= len(_REASONS) and reason != _NO_REASON):
        raise ProtocolError("bad reason")
    payload = read(length) if length else b""
    if len(payload) != length:
        raise EOFError("worker closed its end within an answer")
    known = _REASONS[reason] if status is Status.NO_PREVIEW else None
    return Response(number, status, payload, width, height, known)


def _allowed_statuses(operation: Operation) -> tuple[Status, Status]:
    wanted = {
        Operation.PROBE: Status.FACTS,
        Operation.PICTURE: Status.PIXELS,
        Operation.JPEG: Status.JPEG,
        Operation.TEXT: Status.TEXT,
        Operation.FRAMES: Status.DATA,
        Operation.LIKENESS: Status.DATA,
        Operation.REDACT: Status.FILE,
        Operation.BARE: Status.FILE,
        Operation.FILM_CLAIMS: Status.DATA,
        Operation.JOIN: Status.FILE,
        Operation.OVERLAP: Status.DATA,
        Operation.CUTS: Status.DATA,
        Operation.PROOF: Status.DATA,
    }
    return wanted[operation], Status.NO_PREVIEW


def _check_shape(request: Request, status: Status, width: int, height: int, stride: int, length: int) -> None:
    if status in (Status.PIXELS, Status.JPEG, Status.FILE):
        if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and width * height <= MAX_PIXELS):
            raise ProtocolError("size out of bounds")
        if request.box_width and (width > request.box_width or height > request.box_height):
            raise ProtocolError("larger than asked for")
    elif width or height:
        raise ProtocolError("size without a picture")
    expected_stride = width * 4 if status is Status.PIXELS else 0
    if stride != expected_stride:
        raise ProtocolError("bad stride")
    fits = {
        Status.PIXELS: length == stride * height,
        Status.JPEG: 0 < length <= MAX_JPEG_BYTES,
        Status.FACTS: length == _FACTS.size,
        Status.NO_PREVIEW: length == 0,
        Status.TEXT: length <= MAX_TEXT_BYTES,
        Status.DATA: length <= MAX_DATA_BYTES,
        Status.FILE: 0 < length <= MAX_FILE_BYTES,
    }
    if not fits[status]:
        raise ProtocolError("length out of bounds")


def facts_bytes(facts: FileFacts) -> bytes:
    captured = b"" if facts.captured is None else facts.captured.isoformat(timespec="milliseconds").encode("ascii")[:23]
    offset = _NO_OFFSET if facts.captured_offset_minutes is None else facts.captured_offset_minutes
    reason = _NO_REASON if facts.no_preview is None else _REASONS.index(facts.no_preview)
    return _FACTS.pack(
        _FORMATS.index(facts.format),
        reason,
        facts.width,
        facts.height,
        facts.pages,
        facts.duration_ms,
        captured,
        offset,
    )


def facts_from(payload: bytes) -> FileFacts:
    """The facts of a FACTS answer. Raises ProtocolError."""
    number, reason, width, height, pages, duration_ms, captured, offset = _FACTS.unpack(payload)
    if number >= len(_FORMATS) or (reason >= len(_REASONS) and reason != _NO_REASON):
        raise ProtocolError("bad facts")
    if duration_ms < 0 or not (offset == _NO_OFFSET or -1440 < offset < 1440):
        raise ProtocolError("bad facts")
    moment = captured.rstrip(b"\0")
    try:
        when = datetime.fromisoformat(moment.decode("ascii")) if moment else None
    except ValueError as error:
        raise ProtocolError("bad facts") from error
    if when is not None and when.tzinfo is not None:
        raise ProtocolError("bad facts")
    return FileFacts(
        format=_FORMATS[number],
        width=width,
        height=height,
        pages=pages,
        duration_ms=duration_ms,
        captured=when,
        captured_offset_minutes=None if offset == _NO_OFFSET else offset,
        no_preview=None if reason == _NO_REASON else _REASONS[reason],
    )
