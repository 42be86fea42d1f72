"""The checks before handing out as rows: a mark, a sentence, and where it can be mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.packets.packet_checks import Check
from ui.plain import PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line

tr = translator("packet_options")
_ICONS = {"done": "circle-check", "due": "circle-alert", "overdue": "circle-x", "waiting": "circle-dashed"}


class CheckRows(QWidget):
    """`acted(act, about)`: what a check offers was chosen."""

    acted = Signal(str, int)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Check, ...] | None = None
        rows = column(self, spacing=8)
        rows.addWidget(PlainLabel(tr("Before handing out"), self, role="heading"))
        self._box = QWidget(self)
        self._rows = column(self._box, spacing=6)
        rows.addWidget(self._box)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What is well and what is not."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        clear_layout(self._rows)
        for check in checks:
            self._rows.addWidget(self._row(check))
        self.rebuilt.emit()

    def _row(self, check: Check) -> QWidget:
        holder = QWidget(self._box)
        row = line(holder, spacing=8)
        mark = IconMark(_ICONS[check.state], "done" if check.state == "done" else check.state, 16, holder)
        beside = column(margins=(0, 3, 0, 0))
        beside.addWidget(mark)
        beside.addStretch(1)
        row.addLayout(beside)
        quiet = check.state in ("done", "waiting")
        row.addWidget(PlainLabel(check.text, holder, wrap=True, ink="" if quiet else check.state), 1)
        if check.act:
            act = link_button(check.offer, holder)
            act.setAccessibleDescription(check.text)
            act.clicked.connect(lambda: self.acted.emit(check.act, check.about))
            row.addWidget(act)
        return holder
