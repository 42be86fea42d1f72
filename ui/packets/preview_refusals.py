"""The red banner over the preview: why the packet cannot go out as it is, with a way to each exhibit it names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.rules.packet_fit import Refusal
from ui.fit_words import refusal_sentence
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner

tr = translator("packets")
_BUTTONS, _SENTENCES = 3, 3


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
