"""How long a text is against the platform's limit, counted as it counts; too long, it is parted at sentence ends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.rules.text_limits import Counting, TextLimit, split_text, units
from ui.i18n import translator
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import column

tr = translator("cases")
_MOST_PARTS = 8


def limit_words(limit: TextLimit) -> str:
    """Where a limit comes from, how sure it is, and what is counted."""
    sure = {
        "high": tr("read in the platform's reference"),
        "medium": tr("documented, but perhaps not for every form"),
        "low": tr("said by others only"),
    }[limit.confidence]
    counted = {
        Counting.CHARACTERS: tr("characters"),
        Counting.UTF16: tr("UTF-16 units; an emoji is two"),
        Counting.GBK_BYTES: tr("bytes; a Chinese character is two"),
        Counting.UTF8_BYTES: tr("UTF-8 bytes; a Chinese character is three"),
    }[limit.counting]
    return tr("At most %1 %2. Source: %3 (%4).", limit.limit, counted, limit.source, sure)


class TextCount(QWidget):
    """`part_wanted` carries the text of a part, its number and how many there are."""

    part_wanted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None, *, unlimited: str = "") -> None:
        super().__init__(parent)
        rows = column(self, spacing=2)
        self._unlimited = unlimited
        self.label = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.label)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box, spacing=12)
        rows.addWidget(self._box)
        self._box.hide()
        self.parts: tuple[str, ...] = ()
        self._too_many = 0

    def show_text(self, text: str, limit: TextLimit | None) -> None:
        """Count a text; without a limit that is documented, none is shown."""
        count = tr("%n character(s)", n=len(text))
        if limit is None:
            self._tell(f"{count} · {self._unlimited}" if self._unlimited else count, "text3", "")
            self._part(())
            return
        length = units(text, limit.counting)
        unit = tr("bytes") if limit.counting in (Counting.GBK_BYTES, Counting.UTF8_BYTES) else tr("characters")
        told = tr("%1 of %2 %3", length, limit.limit, unit)
        self._too_many = max(length - limit.limit, 0)
        if self._too_many:
            told = tr("%1 · %2 too many", told, self._too_many)
        self._tell(told, "overdue" if self._too_many else "text3", limit_words(limit))
        self._part(split_text(text, limit.limit, limit.counting) if self._too_many else ())

    def too_many(self) -> int:
        """How many units a text is over the limit."""
        return self._too_many

    def _tell(self, text: str, ink: str, why: str) -> None:
        self.label.setText(text)
        self.label.set_ink(ink)
        plain_tooltip(self.label, why)
        self.label.setAccessibleDescription(why)
        if not why:
            self._too_many = 0

    def _part(self, parts: tuple[str, ...]) -> None:
        if parts == self.parts:
            return
        count_before, self.parts = len(self.parts), parts
        self._box.setVisible(bool(parts))
        if len(parts) == count_before:
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number in range(1, min(len(parts), _MOST_PARTS) + 1):
            button = link_button(tr("Copy part %1 of %2", number, len(parts)), self._box)
            button.clicked.connect(lambda _=False, at=number: self._want(at))
            self._flow.addWidget(button)
            button.show()
        self._flow.invalidate()
        self.updateGeometry()

    def _want(self, number: int) -> None:
        if number <= len(self.parts):
            self.part_wanted.emit(self.parts[number - 1], number, len(self.parts))
