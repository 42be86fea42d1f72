"""Which file each page of a preview becomes, where a packet is more than one PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.packets.values import OutFile
from ui.i18n import translator
from ui.plain import one_line

tr = translator("packets")
_LONGEST = 60
_SHOWN = ("pdf", "jpeg", "png", "gif")


def labels_of(files: Sequence[OutFile], pages: int, slots: Mapping[str, str]) -> dict[int, str]:
    """The words on the first page (from 0) of each file; empty for a packet of one PDF.

    `slots`: names of the receiver's types of evidence by id. Files follow each other in the preview as they are listed.
    """
    seen = [each for each in files if each.format in _SHOWN]
    if len(seen) < 2:
        return {}
    found: dict[int, str] = {}
    at = 0
    for each in seen:
        if at >= pages:
            break
        name = one_line(each.name)[:_LONGEST]
        slot = one_line(slots.get(each.slot, each.slot))[:_LONGEST]
        found[at] = tr("%1: %2", slot, name) if slot else name
        at += max(each.pages, 1)
    return found


def file_at(labels: Mapping[int, str], page: int) -> str:
    """The words of the file a page belongs to; empty where there is one PDF."""
    first = max((each for each in labels if each <= page), default=None)
    return labels[first] if first is not None else ""
