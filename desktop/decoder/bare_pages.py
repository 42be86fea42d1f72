"""A PDF anew from its pages, by PDFium: without document information, XMP, attached files, scripts, old states."""

from __future__ import annotations

import io
import re
from typing import IO, Any

import pypdfium2

from desktop.decoder.pages import open_document
from desktop.decoder.pictures import RefusedError
from desktop.decoder.results import NoPreviewReason

pdfium: Any = pypdfium2  # the library is only partly typed

_MAX_PAGES = 2_000
_NOTHING = (pdfium.raw.FPDF_WCHAR * 1)(0)
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)(?! \d+ R)")
_TOLD_ANEW = (
    re.compile(rb"/CreationDate\(D:(\d+)"), re.compile(rb"/ID ?\[<([0-9A-F]{32})>"),
    re.compile(rb"/ID ?\[<[0-9A-F]{32}><([0-9A-F]{32})>"),
)  # fmt: skip
_JPEG_TOLD = frozenset((0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEF, 0xFE))


def bare_pdf(file: IO[bytes]) -> bytes:
    """The pages and what is drawn on them in a new file; RefusedError for one with a password or of too many pages."""
    document = open_document(file)
    try:
        count = len(document)
        if count > _MAX_PAGES:
            raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
        for number in range(count):
            _drop_marks(document[number])
        fresh = pdfium.PdfDocument.new()
        try:
            fresh.import_pages(document)
            if len(fresh) != count:
                raise RefusedError(NoPreviewReason.DAMAGED)
            out = io.BytesIO()
            fresh.save(out)
        finally:
            fresh.close()
    finally:
        document.close()
    return blanked(out.getvalue())


def _drop_marks(page: Any) -> None:
    """Without attached files, sounds and films on the page, and without the names of those who wrote on it."""
    raw = pdfium.raw
    dropped = (raw.FPDF_ANNOT_FILEATTACHMENT, raw.FPDF_ANNOT_SOUND, raw.FPDF_ANNOT_MOVIE, raw.FPDF_ANNOT_SCREEN,
               raw.FPDF_ANNOT_RICHMEDIA, raw.FPDF_ANNOT_THREED)  # fmt: skip
    filled = False
    for place in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        mark = raw.FPDFPage_GetAnnot(page, place)
        if not mark:
            continue
        kind = raw.FPDFAnnot_GetSubtype(mark)
        filled |= kind == raw.FPDF_ANNOT_WIDGET
        if kind not in dropped and kind != raw.FPDF_ANNOT_WIDGET:
            for told in (b"T", b"M", b"CreationDate"):
                if raw.FPDFAnnot_HasKey(mark, told):
                    raw.FPDFAnnot_SetStringValue(mark, told, _NOTHING)
        raw.FPDFPage_CloseAnnot(mark)
        if kind in dropped:
            raw.FPDFPage_RemoveAnnot(page, place)
    if filled:
        # The form the fields belong to is not taken over: what they show becomes part of the page.
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)


def blanked(data: bytes) -> bytes:
    """The file PDFium wrote with its streams of metadata emptied, and the Exif of the JPEGs in it, all in place.

    PDFium writes each object by itself and the length of a stream as a number before it.
    """
    kept = bytearray(data)
    start = 0
    while found := _STREAM.search(data, start):
        # From the last object before it: a dictionary that is not found whole is not touched.
        begins = data.rfind(b" 0 obj", start, found.start())
        head = data[begins if begins >= 0 else start : found.start()]
        length = _LENGTH.search(head)
        if length is None:
            start = found.end()
            continue
        size = int(length[1])
        body = data[found.end() : found.end() + size]
        if re.search(rb"/Type\s*/Metadata\b", head) or b"/Subtype /XML" in head or b"/Subtype/XML" in head:
            kept[found.end() : found.end() + len(body)] = b" " * len(body)
        elif body.startswith(b"\xff\xd8"):
            _blank_jpeg(kept, found.end(), body)
        start = found.end() + len(body)
    for told in _TOLD_ANEW:
        # The same pages give the same bytes: neither the hour nor a random number of PDFium stays.
        for found in told.finditer(data):
            kept[found.start(1) : found.end(1)] = b"0" * (found.end(1) - found.start(1))
    return bytes(kept)


def _blank_jpeg(kept: bytearray, offset: int, body: bytes) -> None:
    """Zeros in place of Exif, XMP, IPTC and comments; the profile stays, colours depend on it."""
    at = 2
    while at + 4 <= len(body) and body[at] == 0xFF and body[at + 1] not in (0xDA, 0xD9):
        length = int.from_bytes(body[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(body):
            return
        profile = body[at + 4 : at + 15] == b"ICC_PROFILE"
        if body[at + 1] in _JPEG_TOLD and not profile:
            kept[offset + at + 4 : offset + at + 2 + length] = bytes(length - 2)
        at += 2 + length
