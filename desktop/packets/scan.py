"""Reads a finished packet back and refuses anything in it that could act: scripts, actions, files, links."""

from __future__ import annotations

from io import BytesIO

import pikepdf

_FORBIDDEN = frozenset(
    (
        "/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA",
        "/AcroForm", "/URI", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Annots", "/Movie", "/Sound",
        "/Rendition", "/AF", "/Filespec",
    )
)  # fmt: skip


def scan(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Names of forbidden keys and values in any object of the file, in order; empty when it is inert."""
    found: set[str] = set()
    for thing in pdf.objects:
        _look(thing, found, 0)
    return tuple(sorted(found))


def scan_bytes(content: bytes) -> tuple[str, ...]:
    """`scan` for a file in memory. pikepdf.PdfError when it is no PDF."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return scan(pdf)


def _look(thing: object, found: set[str], depth: int) -> None:
    if depth > 50:
        found.add("too deep")
        return
    if isinstance(thing, pikepdf.Name):
        if str(thing) in _FORBIDDEN:
            found.add(str(thing))
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            if not getattr(part, "is_indirect", False):
                _look(part, found, depth + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, part in thing.items():
            if key in _FORBIDDEN:
                found.add(key)
            if not getattr(part, "is_indirect", False):
                _look(part, found, depth + 1)
