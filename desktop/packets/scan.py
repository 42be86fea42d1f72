"""Reads a finished packet back and refuses anything in it that could act: scripts, actions, files, forms, links out.

Links may go to pages of the same file only. In a signed packet the objects of its one invisible signature come on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_FORBIDDEN = frozenset(
    (
        "/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA",
        "/AcroForm", "/URI", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/ResetForm",
        "/Rendition", "/AF", "/Filespec", "/EF", "/Collection", "/Thread", "/SetOCGState", "/Hide", "/Named",
        "/GoTo3DView", "/RichMediaExecute", "/3D", "/U3D", "/PRC", "/Widget", "/FileAttachment", "/Screen", "/Popup",
        "/OCProperties", "/PieceInfo", "/OPI", "/Renditions", "/Next", "/PresSteps", "/URLS", "/IDS", "/Perms",
    )
)  # fmt: skip
# Of an outline's chain of entries, and of nothing else.
_OUTLINE_ONLY = frozenset(("/Next",))
_CATALOG = frozenset(
    (
        "/Type", "/Pages", "/Outlines", "/PageMode", "/PageLayout", "/Lang", "/Metadata", "/ViewerPreferences",
        "/MarkInfo", "/StructTreeRoot", "/Dests", "/Names", "/PageLabels", "/OutputIntents", "/Version", "/Extensions",
    )
)  # fmt: skip
_SIGNED_CATALOG = _CATALOG | {"/AcroForm", "/Perms"}
_SIGNATURE = frozenset(
    ("/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M", "/Name", "/Reference", "/Prop_Build")
)
_FIELD = frozenset(("/FT", "/T", "/V", "/Type", "/Subtype", "/F", "/P", "/Rect", "/AP", "/Lock", "/SV"))
_ANNOTATION = frozenset(("/Type", "/Subtype", "/Rect", "/Border", "/Dest", "/A", "/F", "/H", "/C", "/StructParent",
                         "/P", "/BS", "/Contents", "/NM"))  # fmt: skip
_DEPTH = 50


def scan(pdf: pikepdf.Pdf, *, signed: bool = False) -> tuple[str, ...]:
    """Names of what does not belong in a packet, in order; empty when it is inert."""
    found: set[str] = set()
    allowed = _signature_parts(pdf, found) if signed else frozenset()
    outlines = _outline_items(pdf, found)
    links = _links(pdf, found, allowed)
    _catalog(pdf, found, signed=signed)
    for thing in pdf.objects:
        name = thing.objgen
        if name in allowed:
            continue
        _look(thing, found, 0, spared=_OUTLINE_ONLY if name in outlines else frozenset())
    # Its actions were looked at by themselves, each by what it does.
    found -= {"/Perms", "/AcroForm"} if signed else set()
    found.update(links)
    return tuple(sorted(found))


def scan_bytes(content: bytes, *, password: str = "", signed: bool = False) -> tuple[str, ...]:
    """`scan` for a file in memory, and that nothing stands before, after or beside it. pikepdf.PdfError if no PDF."""
    found = set(_layers(content, 2 if signed else 1))
    with pikepdf.open(BytesIO(content), password=password, attempt_recovery=False) as pdf:
        return tuple(sorted(found | set(scan(pdf, signed=signed))))


def _layers(content: bytes, expected: int) -> Iterator[str]:
    """An older state of the file, kept below a newer one, could hold what the newer one does not show."""
    if not content.startswith(b"%PDF-"):
        yield "before the file"
    if content.count(b"startxref") != expected:
        yield "layers"
    if content[content.rfind(b"%%EOF") :].strip() != b"%%EOF":
        yield "after the file"


def _catalog(pdf: pikepdf.Pdf, found: set[str], *, signed: bool) -> None:
    root = pdf.Root
    for key in set(root.keys()):
        if key not in (_SIGNED_CATALOG if signed else _CATALOG):
            found.add(key)
    names = root.get("/Names")
    if names is not None:
        if not isinstance(names, pikepdf.Dictionary):
            found.add("/Names")
        else:
            found.update(key for key in set(names.keys()) if key != "/Dests")


def _outline_items(pdf: pikepdf.Pdf, found: set[str]) -> frozenset[tuple[int, int]]:
    """The entries of the outline; each leads to a page of this file."""
    seen: set[tuple[int, int]] = set()
    root = pdf.Root.get("/Outlines")
    waiting = [root] if isinstance(root, pikepdf.Dictionary) else []
    if root is not None and not waiting:
        found.add("/Outlines")
    while waiting:
        item = waiting.pop()
        if item.objgen == (0, 0) or item.objgen in seen:
            # An entry of its own kind would have no number, one that leads back to itself no end.
            found.add("/Outlines")
            continue
        seen.add(item.objgen)
        _leads(item, found)
        for key in ("/First", "/Next"):
            following = item.get(key)
            if following is None:
                continue
            if not isinstance(following, pikepdf.Dictionary):
                found.add("/Outlines")
            else:
                waiting.append(following)
    return frozenset(seen)


def _links(pdf: pikepdf.Pdf, found: set[str], allowed: frozenset[tuple[int, int]]) -> set[str]:
    """What is wrong with the annotations of pages; nothing but links within the file may be one."""
    wrong: set[str] = set()
    for page in pdf.pages:
        marks = page.obj.get("/Annots")
        if marks is None:
            continue
        if not isinstance(marks, pikepdf.Array):
            wrong.add("/Annots")
            continue
        for mark in marks:
            if not isinstance(mark, pikepdf.Dictionary):
                wrong.add("/Annots")
            elif mark.objgen == (0, 0) or mark.objgen not in allowed:
                if mark.get("/Subtype") != pikepdf.Name("/Link"):
                    wrong.add(str(mark.get("/Subtype", "/Annots"))[:40])
                wrong.update(key for key in set(mark.keys()) if key not in _ANNOTATION)
                _leads(mark, wrong)
    return wrong


def _leads(thing: Any, found: set[str]) -> None:
    action = thing.get("/A")
    if action is None:
        return
    if not isinstance(action, pikepdf.Dictionary) or action.get("/S") != pikepdf.Name("/GoTo"):
        found.add("/A")
        return
    found.update(key for key in set(action.keys()) if key not in ("/S", "/D", "/Type"))


def _signature_parts(pdf: pikepdf.Pdf, found: set[str]) -> frozenset[tuple[int, int]]:
    """The objects of the one signature of a signed packet: form, field, signature; each holds what it must alone."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or not set(form.keys()) <= {"/Fields", "/SigFlags"}:
        found.add("/AcroForm form")
        return frozenset()
    fields = form.get("/Fields")
    if not isinstance(fields, pikepdf.Array) or len(fields) != 1 or not isinstance(fields[0], pikepdf.Dictionary):
        found.add("/AcroForm fields")
        return frozenset()
    field = fields[0]
    value = field.get("/V")
    nothing = all(float(each) == 0 for each in field.get("/Rect", [1]))
    if field.get("/FT") != pikepdf.Name("/Sig") or not set(field.keys()) <= _FIELD or not nothing:
        found.add("/AcroForm field")
    if not isinstance(value, pikepdf.Dictionary) or not set(value.keys()) <= _SIGNATURE:
        found.add("/AcroForm signature")
        return frozenset()
    perms = pdf.Root.get("/Perms")
    if perms is not None and (
        not isinstance(perms, pikepdf.Dictionary)
        or set(perms.keys()) != {"/DocMDP"}
        or perms.get("/DocMDP").objgen != value.objgen  # type: ignore[union-attr]
    ):
        found.add("/Perms other")
    for part, limit in ((field.get("/AP"), 0), (value.get("/Reference"), 0)):
        if part is not None:
            inner: set[str] = set()
            _look(part, inner, limit, spared=frozenset())
            found.update(inner)
    return frozenset(each.objgen for each in (form, field, value) if each.objgen != (0, 0))


def _look(thing: Any, found: set[str], depth: int, *, spared: frozenset[str]) -> None:
    if depth > _DEPTH:
        found.add("too deep")
        return
    if isinstance(thing, pikepdf.Name):
        if str(thing) in _FORBIDDEN:
            found.add(str(thing))
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            if not getattr(part, "is_indirect", False):
                _look(part, found, depth + 1, spared=frozenset())
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        if isinstance(thing, pikepdf.Stream):
            # Its bytes would be those of another file, or a program for a printer.
            found.update(key for key in ("/F", "/FFilter", "/Ref", "/PS") if key in thing)
            if thing.get("/Subtype") == pikepdf.Name("/PS"):
                found.add("/PS")
        for key, part in thing.items():
            if key in _FORBIDDEN and key not in spared:
                found.add(key)
            if not getattr(part, "is_indirect", False):
                _look(part, found, depth + 1, spared=frozenset())
