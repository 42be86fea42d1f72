"""A finished packet taken apart into files of some of its pages, and files put together to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from desktop.packets.saving import saved


@dataclass(frozen=True, slots=True)
class PageWeight:
    """What a page holds: bytes of its drawing, and of each picture by what makes two the same one."""

    drawing: int
    pictures: Mapping[Any, int]


def page_weights(content: bytes) -> list[PageWeight]:
    """The bytes of every page, fonts apart."""
    found = []
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            drawing = page.Contents
            streams = drawing if isinstance(drawing, pikepdf.Array) else [drawing]
            objects = page.resources.get("/XObject")
            pictures = {each.objgen: int(each.Length) for each in objects.values()} if objects is not None else {}
            found.append(PageWeight(sum(int(each.Length) for each in streams), pictures))
    return found


def piece(content: bytes, first: int, last: int) -> bytes:
    """The pages `first` to before `last` (from 0) as a PDF of their own, with their bookmarks, fonts and pictures only.

    Page numbers stay those of the whole. Links to pages that are not in it are left out.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        kept: dict[Any, int] = {pdf.pages[place].objgen: place - first for place in range(first, last)}
        marks = _bookmarks(pdf, kept)
        names = _named(pdf, kept)
        for place in range(first, last):
            _unlink(pdf.pages[place], kept, names)
            _only_used(pdf, pdf.pages[place])
        del pdf.pages[last:]
        del pdf.pages[:first]
        for key in ("/Outlines", "/Dests", "/Names", "/PageLabels"):
            if key in pdf.Root:
                del pdf.Root[key]
        if names:
            pdf.Root["/Dests"] = pikepdf.Dictionary({name: pikepdf.Array(where) for name, where in names.items()})
        _write_bookmarks(pdf, marks)
        return saved(pdf)


def joined(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Files one after another in one PDF, each with a bookmark of its title."""
    if len(files) == 1:
        return files[0][1]
    with pikepdf.new() as pdf:
        marks: list[tuple[str, int]] = []
        for place, (title, content) in enumerate(files):
            with pikepdf.open(BytesIO(content)) as other:
                for page in other.pages:
                    if "/Annots" in page:
                        del page["/Annots"]
                marks.append((title, len(pdf.pages)))
                pdf.pages.extend(other.pages)
                if place == 0:
                    for key in list(other.docinfo.keys()):
                        pdf.docinfo[key] = str(other.docinfo[key])
                    if "/Lang" in other.Root:
                        pdf.Root["/Lang"] = str(other.Root["/Lang"])
        _write_bookmarks(pdf, marks)
        return saved(pdf)


def _write_bookmarks(pdf: pikepdf.Pdf, marks: Sequence[tuple[str, int]]) -> None:
    with pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in marks)


def _bookmarks(pdf: pikepdf.Pdf, kept: dict[Any, int]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []

    def collect(items: Any) -> None:
        for item in items:
            where = _page_of(pdf, item.destination if item.destination is not None else _target(item.action))
            if where is not None and where.objgen in kept:
                found.append((item.title, kept[where.objgen]))
            collect(item.children)

    with pdf.open_outline() as outline:
        collect(outline.root)
    return found


def _target(action: Any) -> Any:
    return None if action is None else action.get("/D")


def _page_of(pdf: pikepdf.Pdf, where: Any) -> Any:
    """The page object a destination leads to; None where it leads nowhere."""
    if where is None:
        return None
    if not isinstance(where, pikepdf.Array | list):
        dests = pdf.Root.get("/Dests")
        name = str(where)
        name = name if name.startswith("/") else f"/{name}"
        where = dests.get(name) if dests is not None else None
        if isinstance(where, pikepdf.Dictionary):
            where = where.get("/D")
    return where[0] if where is not None and len(where) else None


def _named(pdf: pikepdf.Pdf, kept: dict[Any, int]) -> dict[str, list[Any]]:
    dests = pdf.Root.get("/Dests")
    if dests is None:
        return {}
    found = {}
    for name in list(dests.keys()):
        page = _page_of(pdf, name)
        if page is not None and page.objgen in kept:
            where = dests[name]
            found[name] = list(where["/D"] if isinstance(where, pikepdf.Dictionary) else where)
    return found


def _unlink(page: pikepdf.Page, kept: dict[Any, int], names: dict[str, list[Any]]) -> None:
    notes = page.get("/Annots")
    if notes is None:
        return
    left = []
    for note in notes:
        where = note.get("/Dest")
        if where is None and "/A" in note:
            where = note["/A"].get("/D")
        if isinstance(where, pikepdf.Array):
            stays = len(where) > 0 and where[0].objgen in kept
        else:
            name = str(where)
            stays = where is not None and (name if name.startswith("/") else f"/{name}") in names
        if stays:
            left.append(note)
    if left:
        page["/Annots"] = pikepdf.Array(left)
    else:
        del page["/Annots"]


def _only_used(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Leave the page only the fonts and pictures it uses: all pages of a packet share one list."""
    used: dict[str, set[str]] = {"/Font": set(), "/XObject": set()}
    for mark in pikepdf.parse_content_stream(page, "Tf Do"):
        used["/Font" if str(mark.operator) == "Tf" else "/XObject"].add(str(mark.operands[0]))
    own = pikepdf.Dictionary({key: value for key, value in page.resources.items() if key not in used})
    for kind, names in used.items():
        there = page.resources.get(kind)
        if there is not None:
            some = {name: there[name] for name in sorted(names) if name in there}
            if some:
                own[kind] = pikepdf.Dictionary(some)
    page["/Resources"] = pdf.make_indirect(own)
