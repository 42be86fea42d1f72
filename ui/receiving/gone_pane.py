"""Parcels nobody looks for any more: why each was let go, and to take one up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.receiving_records import ReturnReceipt
from ui.background import Background
from ui.i18n import translator
from ui.messages import show_error
from ui.receiving.box_models import GoneModel
from ui.receiving.receiving_words import Now
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_HEIGHT = 190


class GonePane(Panel):
    """Hidden while there is none. `taken_up` carries the id of a parcel that lies in the box again."""

    taken_up = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(tr("Let go"), "", parent, icon="archive")
        self._ctx, self._background = ctx, background
        self.model = GoneModel(self)
        self.table = DataTable(self.model.columns(), self, name=tr("Let go"))
        self.table.setModel(self.model)
        self.table.opened.connect(lambda _: self.take_up())
        self.again = Button(tr("Take up again"), self, size="small", icon="archive-restore", hint="↵")
        self.again.clicked.connect(self.take_up)
        self.heading.add(self.again)
        self.rows.addWidget(self.table, 1)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def show_rows(self, rows: tuple[ReturnReceipt, ...], now: Now) -> None:
        """Show these parcels, the one chosen staying chosen."""
        kept = self.model.at(self.table.currentIndex().row())
        self.model.take(rows, now)
        self.heading.quiet.setText(tr("%n parcel(s)", n=len(rows)))
        self.setVisible(bool(rows))
        if rows:
            self.table.choose_row(self.model.row_of(kept.id if kept is not None else None))

    def take_up(self) -> None:
        """Look for the owner of the parcel chosen again."""
        receipt, service = self.model.at(self.table.currentIndex().row()), self._ctx.receiving
        if receipt is None:
            return
        wanted = receipt.id
        self._background.run(
            self._ctx.jobs.write(lambda: service.take_up(wanted)), lambda _: self.taken_up.emit(wanted),
            lambda error: show_error(error, self), receiver=self,
        )  # fmt: skip
