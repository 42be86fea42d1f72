"""What a PDF says of itself that a packet can be known by, and its signatures (PROOF); the body may hold a password.

The answer is JSON: `locked` (no or a wrong password for one that needs it), `pages`, `title`, `text` of the first page,
and `signatures`. A PDF that cannot be opened is told with `damaged`; its signatures are looked for all the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import IO, Any

from desktop.decoder.proof_answers import TEXT_MOST, TITLE_MOST
from desktop.decoder.protocol import Request, Response, Status
from desktop.decoder.results import MediaFormat, NoPreviewReason
from desktop.decoder.signatures import Found, signatures_in

_LARGEST = 128 << 20


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
        return nothing | {"pages": len(document), "title": title[:TITLE_MOST], "text": _words(document)[:TEXT_MOST]}
    except (pdfium.PdfiumError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError):
        return nothing | {"damaged": True}
    finally:
        document.close()


def _words(document: Any) -> str:
    if not len(document):
        return ""
    page = document[0].get_textpage()
    count = min(page.count_chars(), TEXT_MOST)
    return str(page.get_text_range(0, count)) if count > 0 else ""


def _plain(found: Found) -> dict[str, Any]:
    told = asdict(found)
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}
