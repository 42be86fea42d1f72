"""Content in, finished PDF out: pictures fetched, pages laid out twice for their numbers, the file scanned."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pikepdf

from desktop.packets.cover import cover
from desktop.packets.exhibits import Shown, exhibit
from desktop.packets.integrity import integrity
from desktop.packets.jpeg import clean_jpeg
from desktop.packets.layout import PacketDocument
from desktop.packets.paragraphs import Typesetter
from desktop.packets.scan import scan
from desktop.packets.values import Cancelled, NoPreview, NotInert, PacketFile, PictureSource, PlacedExhibit
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import ExhibitPage, PacketContent

FIRST_RUNG = Rung(side=1600, quality=85, text_side=12_000, text_quality=85)
_READABLE = 900


def _no_progress(_done: int, _total: int) -> None:
    """Nobody is watching."""


def _never() -> bool:
    return False


def build_packet(
    content: PacketContent,
    pictures: PictureSource,
    *,
    out: Path | BinaryIO,
    rung: Rung = FIRST_RUNG,
    type_scale: float = 1.0,
    least_points: float = 0.0,
    cover: bool = True,
    numbers: Collection[int] | None = None,
    progress: Callable[[int, int], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> PacketFile:
    """Build the packet and write it whole to `out`. The same content and pictures give the same bytes.

    `progress(done, total)` counts exhibits and then the pages; `cancelled()` is asked before each. Raises Cancelled,
    OSError when `out` cannot be written, NotInert when the scan finds anything that could act.

    `numbers`: only these exhibits, by their numbers. Without `cover` the exhibits begin on the first page. No text is
    smaller than `least_points`; `type_scale` multiplies all sizes.
    """
    if numbers is not None:
        content = only(content, numbers)
    total = len(content.exhibits) + 2
    shown: dict[int, Shown] = {}
    shots = [shot for page in content.exhibits for shot in page.shots]
    if shots:
        pictures.prepare(shots, rung, lambda _done: None, cancelled)
    for done, page in enumerate(content.exhibits):
        _check(cancelled)
        progress(done, total)
        shown[page.number] = _show(page, pictures, rung)
    _check(cancelled)
    progress(total - 2, total)
    setter = Typesetter(content.language)
    places, count, raw = _settled(content, shown, setter, cancelled)
    progress(total - 1, total)
    finished = _sealed(raw, content)
    _check(cancelled)
    if isinstance(out, Path):
        out.write_bytes(finished)
    else:
        out.write(finished)
    progress(total, total)
    return PacketFile(
        pages=count,
        size=len(finished),
        sha256=hashlib.sha256(finished).hexdigest(),
        missing_glyphs=setter.missing,
        exhibits=tuple(
            PlacedExhibit(
                page.number,
                page.evidence.id,
                places[f"exhibit-{page.number}"],
                shown[page.number].jpeg is not None or shown[page.number].text is not None,
            )
            for page in content.exhibits
        ),
    )


def only(content: PacketContent, numbers: Collection[int]) -> PacketContent:
    """The same content with only those exhibits, in both languages."""
    return replace(
        content,
        exhibits=tuple(page for page in content.exhibits if page.number in numbers),
        integrity=tuple(row for row in content.integrity if row.exhibit in numbers),
        second=only(content.second, numbers) if content.second is not None else None,
    )


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


def _show(page: ExhibitPage, pictures: PictureSource, rung: Rung) -> Shown:
    evidence = page.evidence
    text = pictures.text(evidence)
    if text is not None:
        return Shown(text=text)
    if page.shots:
        made = pictures.shot(page.shots[0], rung)
    else:
        made = pictures.jpeg(evidence, _side_for(evidence, rung), rung.quality)
    if isinstance(made, NoPreview):
        return Shown(reason=made.reason)
    try:
        return Shown(jpeg=clean_jpeg(made.content))
    except ValueError:
        return Shown(reason="unreadable")


def _side_for(evidence: Evidence, rung: Rung) -> int:
    """Pixels for the longer side: 230 dpi over the page's width, more for long screenshots: they stay readable."""
    width, height = evidence.width or 0, evidence.height or 0
    if not width or height / width <= 2.4:
        return rung.side
    return min(rung.text_side, max(rung.side, math.ceil(height * min(1.0, _READABLE / width))))


def _settled(
    content: PacketContent, shown: dict[int, Shown], setter: Typesetter, cancelled: Callable[[], bool]
) -> tuple[dict[str, int], int, bytes]:
    """Lay out until the page numbers printed are those found: two rounds, three if one more digit moved a line."""
    places: dict[str, int] = {}
    pages = 0
    raw = b""
    for _ in range(4):
        _check(cancelled)
        found, count, raw = _laid_out(content, shown, setter, places, pages)
        if found == places and count == pages:
            break
        places, pages = found, count
    return places, pages, raw


def _laid_out(
    content: PacketContent, shown: dict[int, Shown], setter: Typesetter, places: dict[str, int], pages: int
) -> tuple[dict[str, int], int, bytes]:
    found: dict[str, int] = {}
    story = cover(content, setter, places, pages)
    for page in content.exhibits:
        story += exhibit(page, shown[page.number], content, setter, found.__setitem__)
    story += integrity(content, setter, found.__setitem__)
    out = BytesIO()
    document = PacketDocument(out, content, setter, _basis(content, places), pages)
    document.build(story)
    return found, document.page, out.getvalue()


def _basis(content: PacketContent, places: dict[str, int]) -> tuple[str, str]:
    say = content.phrases.say
    cited = say("clause").join(line.source for line in content.policy)
    return say("basis", sources=cited) if cited else "", say("integrity_on", page=places.get("integrity", ""))


def _sealed(raw: bytes, content: PacketContent) -> bytes:
    """Title, author and the packet's own date instead of reportlab's; packed tightly; scanned."""
    head = content.head
    with pikepdf.open(BytesIO(raw)) as pdf:
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = _plain(f"{content.phrases.say('packet')} {head.case_number} {head.number}")
        pdf.docinfo["/Author"] = _plain(head.shop)
        pdf.docinfo["/Creator"] = "Aftercase"
        pdf.docinfo["/Producer"] = "Aftercase"
        made = _pdf_date(head.made_at)
        pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"] = made, made
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        found = scan(pdf)
        if found:
            raise NotInert(found)
        out = BytesIO()
        pdf.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
        )
    return out.getvalue()


def _plain(text: str) -> str:
    """One line of at most 200 printable characters, for the document's title and author."""
    kept = "".join(char if char.isprintable() else " " for char in text[:400])
    return " ".join(kept.split())[:200]


def _pdf_date(moment: datetime) -> str:
    return f"D:{moment.astimezone(UTC):%Y%m%d%H%M%S}Z"
