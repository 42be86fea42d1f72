"""A painted packet made final: title, author, subject, date of its own; packed tightly; looked through once more."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from desktop.packets.jpeg import Jpeg
from desktop.packets.layout import one_line
from desktop.packets.saving import saved
from desktop.packets.scan import scan
from desktop.packets.values import NotInert
from desktop.packets.wording import Wording
from models.rules.packet_parts import PacketContent


def finished(raw: bytes, content: PacketContent, pictures: MutableMapping[str, Jpeg]) -> bytes:
    """The bytes to hand out: the same for the same content. `pictures` by their digests, for the places painted for
    them, are taken out one by one, so that none is held twice. NotInert when anything in it could act.
    """
    head, words = content.head, Wording(content)
    with pikepdf.open(BytesIO(raw)) as pdf:
        put_pictures(pdf, pictures)
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = one_line(f"{words.say('packet')} {head.case_number} {head.number}")
        pdf.docinfo["/Author"] = one_line(head.shop)
        pdf.docinfo["/Subject"] = one_line(head.asked)
        pdf.docinfo["/Creator"] = "Aftercase"
        pdf.docinfo["/Producer"] = "Aftercase"
        made = _pdf_date(head.made_at)
        pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"] = made, made
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root["/PageMode"] = pikepdf.Name("/UseOutlines")
        found = scan(pdf)
        if found:
            raise NotInert(found)
        return saved(pdf)


def put_pictures(pdf: pikepdf.Pdf, pictures: MutableMapping[str, Jpeg]) -> None:
    """Put the JPEGs, by their digests, into the places painted for them; each is taken out of `pictures`."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name("/Image"):
            meant = thing.read_raw_bytes().decode("ascii")
            thing.write(pictures.pop(meant).content, filter=pikepdf.Name("/DCTDecode"))


def _pdf_date(moment: datetime) -> str:
    return f"D:{moment.astimezone(UTC):%Y%m%d%H%M%S}Z"
