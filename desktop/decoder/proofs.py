"""What a PDF says of itself that a packet can be known by, and its signatures (PROOF); the body may hold a password.

The answer is JSON: `locked` (no or a wrong password for one that needs it), `pages`, `title`, `text` of the first page,
and `signatures`. A PDF that cannot be opened is told with `damaged`; its signatures are looked for all the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import IO, Any

from desktop.decoder.protocol import ProtocolError, Request, Response, Status
from desktop.decoder.results import MediaFormat, NoPreviewReason
from desktop.decoder.signatures import MOST, Found, SignatureState, signatures_in

_TITLE, _TEXT, _NAME = 1_000, 20_000, 400
_LARGEST = 128 << 20


@dataclass(frozen=True, slots=True)
class PdfProof:
    """What a PDF told; every word of it is the file's."""

    locked: bool
    damaged: bool
    pages: int
    title: str
    text: str
    signatures: tuple[Found, ...]


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The worker's part."""
    if found is not MediaFormat.PDF:
        from desktop.decoder.pictures import RefusedError

        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    password = str(json.loads(request.body).get("password", "")) if request.body else ""
    told: dict[str, Any] = {"signatures": [_plain(each) for each in signatures_in(file)]}
    told |= _opened(file, password)
    return Response(request.number, Status.DATA, json.dumps(told, ensure_ascii=True).encode("ascii"))


def _opened(file: IO[bytes], password: str) -> dict[str, Any]:
    import pypdfium2

    from desktop.decoder.pages import pdfium

    nothing = {"locked": False, "damaged": False, "pages": 0, "title": "", "text": ""}
    if file.seek(0, 2) > _LARGEST:
        # A damaged one would be searched through for all of the time there is; its signatures were found already.
        return nothing
    file.seek(0)
    try:
        document = pypdfium2.PdfDocument(file, password=password or None)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        return nothing | {"locked": locked, "damaged": not locked}
    try:
        title = document.get_metadata_dict().get("Title", "")
        return nothing | {"pages": len(document), "title": title[:_TITLE], "text": _words(document)[:_TEXT]}
    except (pdfium.PdfiumError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError):
        return nothing | {"damaged": True}
    finally:
        document.close()


def _words(document: Any) -> str:
    if not len(document):
        return ""
    page = document[0].get_textpage()
    count = min(page.count_chars(), _TEXT)
    return str(page.get_text_range(0, count)) if count > 0 else ""


def _plain(found: Found) -> dict[str, Any]:
    told = asdict(found)
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}


def proof_from(payload: bytes) -> PdfProof:
    """The answer, every part of it looked at: the worker had a hostile file open. ProtocolError."""
    try:
        told = json.loads(payload)
        signatures = told["signatures"]
        if not isinstance(signatures, list) or len(signatures) > MOST:
            raise ProtocolError("bad proof")
        return PdfProof(
            locked=_is(told["locked"], bool),
            damaged=_is(told["damaged"], bool),
            pages=_is(told["pages"], int),
            title=_text(told["title"], _TITLE),
            text=_text(told["text"], _TEXT),
            signatures=tuple(_signature(each) for each in signatures),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ProtocolError("bad proof") from error


def _signature(told: Any) -> Found:
    fingerprint = _text(told["fingerprint"], 64)
    if fingerprint and (len(fingerprint) != 64 or set(fingerprint) - set("0123456789abcdef")):
        raise ProtocolError("bad fingerprint")
    return Found(
        state=SignatureState(told["state"]),
        name=_text(told["name"], _NAME),
        fingerprint=fingerprint,
        signed_at=_moment(told["signed_at"]),
        stamped_at=_moment(told["stamped_at"]),
        stamped_by=_text(told["stamped_by"], _NAME),
    )


def _moment(told: Any) -> datetime | None:
    if told is None:
        return None
    moment = datetime.fromisoformat(_text(told, 40))
    if moment.tzinfo is None:
        raise ProtocolError("bad time")
    return moment


def _text(told: Any, most: int) -> str:
    if not isinstance(told, str) or len(told) > most:
        raise ProtocolError("bad text")
    return told


def _is(told: Any, kind: type) -> Any:
    if type(told) is not kind:
        raise ProtocolError("bad proof")
    return told
