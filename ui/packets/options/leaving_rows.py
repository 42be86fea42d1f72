"""What leaves the shop: names, numbers, addresses found in what goes out, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.packets.options.leaving_words import kind_icon, kinds_line, leaving_place, leaving_text, read_leaving
from ui.plain import ElidedLabel, PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line

if TYPE_CHECKING:
    from models.rules.packet_leaving import Leaving

tr = translator("packet_options")
_FIRST, _MOST = 5, 60


class LeavingRows(QWidget):
    """`place_wanted` carries the Leaving whose exhibit or field shall be shown."""

    place_wanted = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving: tuple[Leaving, ...] | None = None
        self._all = False
        rows = column(self, spacing=6)
        head = line(spacing=8)
        head.addWidget(PlainLabel(tr("What leaves the shop"), self, role="heading"))
        head.addStretch(1)
        self.count = PlainLabel("", self, role="small", ink="text3")
        head.addWidget(self.count)
        rows.addLayout(head)
        self.line = PlainLabel("", self, role="small", ink="text2", wrap=True)
        rows.addWidget(self.line)
        self._box = QWidget(self)
        self._list = column(self._box, spacing=2)
        rows.addWidget(self._box)
        self.more = link_button("", self)
        self.more.clicked.connect(self._unfold)
        rows.addWidget(self.more)
        self.show_leaving(())

    def show_leaving(self, leaving: Sequence[Leaving]) -> None:
        """What was found in the packet as built last."""
        if tuple(leaving) == self._leaving:
            return
        self._leaving = tuple(leaving)
        self._fill()

    def leaving(self) -> tuple[Leaving, ...]:
        """What is shown."""
        return self._leaving or ()

    def unfold(self) -> None:
        """Show all of it."""
        if not self._all:
            self._unfold()

    def _fill(self) -> None:
        clear_layout(self._list)
        found = self.leaving()
        read = read_leaving(found)
        self.count.setText(str(len(read)) if read else "")
        self.line.setText(kinds_line(read) if read else tr("No name, number or address was found in the texts."))
        self.line.set_ink("due" if read else "text2")
        shown = found[:_MOST] if self._all else found[:_FIRST]
        for each in shown:
            self._list.addWidget(self._row(each))
        if self._all and len(found) > _MOST:
            rest_said = tr("and %n more", n=len(found) - _MOST)
            self._list.addWidget(PlainLabel(rest_said, self._box, role="small", ink="due"))
        self._box.setVisible(bool(found))
        rest = len(found) - _FIRST
        self.more.setVisible(rest > 0)
        self.more.set_label(tr("Fewer") if self._all else tr("%n more", n=rest))
        self.rebuilt.emit()

    def _row(self, each: Leaving) -> QWidget:
        holder = QWidget(self._box)
        row = line(holder, spacing=8)
        token = "due" if read_leaving((each,)) else "text3"
        row.addWidget(IconMark(kind_icon(each.kind), token, 14, holder))
        row.addWidget(ElidedLabel(leaving_text(each), holder), 1)
        where = link_button(leaving_place(each), holder)
        where.setAccessibleDescription(leaving_text(each))
        where.clicked.connect(lambda: self.place_wanted.emit(each))
        row.addWidget(where)
        return holder

    def _unfold(self) -> None:
        self._all = not self._all
        self._fill()
