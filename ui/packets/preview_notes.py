"""What stands on the preview: which file each page becomes, and why the packet cannot go out as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.packets.values import OutFile
from models.rules.packet_fit import Refusal
from ui.fit_words import refusal_sentence
from ui.i18n import translator
from ui.plain import one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner

tr = translator("packets")
_LONGEST = 60
_SHOWN = ("pdf", "jpeg", "png", "gif")
_BUTTONS, _SENTENCES = 3, 3


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


class RefusalBanner(Banner):
    """`exhibit_wanted` carries the number of the exhibit to go to."""

    exhibit_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("overdue", "", "", parent)
        self.buttons = [Button("", self, size="small") for _ in range(_BUTTONS)]
        self._numbers: list[int] = []
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, place=place: self._go(place))
            self.add(button)
        self.hide()

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Say them, the first few; none hides the banner."""
        said = [refusal_sentence(each) for each in refusals]
        rest = len(said) - _SENTENCES
        lines = said[1:_SENTENCES] + ([tr("and %n more", n=rest)] if rest > 0 else [])
        self.set_text(said[0] if said else "", "\n".join(lines))
        self._numbers = list(dict.fromkeys(number for each in refusals for number in each.exhibits))
        for place, button in enumerate(self.buttons):
            there = place < len(self._numbers)
            button.setVisible(there)
            if there:
                button.set_label(tr("Exhibit %1", self._numbers[place]))
        self.setVisible(bool(refusals))

    def _go(self, place: int) -> None:
        if place < len(self._numbers):
            self.exhibit_wanted.emit(self._numbers[place])
