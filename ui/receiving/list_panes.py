"""The other lists of receiving: our own parcels that came back, those that lie unopened, and returns still awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from models.receiving_records import AwaitedReturn, ReturnReceipt
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.messages import show_error
from ui.receiving.box_models import AwaitedModel, UndeliverableModel, WaitingModel
from ui.receiving.receiving_words import Now
from ui.receiving.resend_dialog import ResendDialog, ResendWish
from ui.widgets.buttons import Button
from ui.widgets.panel import EmptyPlace, Panel, line
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")


class UndeliverablePane(Panel):
    """Enter sends the chosen parcel again."""

    changed = Signal()
    said = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(tr("Our own parcels that came back"), "", parent, icon="package-x")
        self._ctx, self._background = ctx, background
        self.model = UndeliverableModel(self)
        self.table = DataTable(self.model.columns(), self, name=tr("Our own parcels that came back"))
        self.table.setModel(self.model)
        self.table.opened.connect(self.ask_resend)
        self.table.current_changed.connect(lambda _: self._fit())
        how = tr("Scan the number of a parcel of ours that the carrier brought back.")
        self.empty = EmptyPlace("package-check", tr("Nothing came back undeliverable"), how, self)
        self.show_case = Button(tr("Show the case"), self, kind="ghost", size="small")
        self.show_case.clicked.connect(self._go)
        self.refund = Button(tr("Buyer wants the money back"), self, size="small", icon="banknote")
        self.refund.clicked.connect(self.give_back)
        self.resend = Button(tr("Send again…"), self, kind="primary", size="small", icon="truck", hint="↵")
        self.resend.clicked.connect(lambda: self.ask_resend(self.table.currentIndex()))
        for button in (self.show_case, self.refund, self.resend):
            self.heading.add(button)
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self.empty, 1)

    def show_rows(self, rows: tuple[ReturnReceipt, ...], now: Now) -> None:
        """Show these parcels."""
        kept = self._chosen()
        self.model.take(rows, now)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            self.table.choose_row(next((n for n, each in enumerate(rows) if kept and each.id == kept.id), 0))
        self._fit()

    def _chosen(self) -> ReturnReceipt | None:
        return self.model.at(self.table.currentIndex().row())

    def _fit(self) -> None:
        chosen = self._chosen()
        self.show_case.setEnabled(chosen is not None)
        for button in (self.resend, self.refund):
            button.setEnabled(chosen is not None and not chosen.resent_number)

    def _go(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.case_wanted.emit(chosen.case_number)

    def ask_resend(self, index: QModelIndex) -> None:
        """Ask how it is sent again, and write it."""
        receipt = self.model.at(index.row())
        if receipt is None or receipt.resent_number or receipt.case_id is None:
            return
        ctx, service, case_id = self._ctx, self._ctx.receiving, receipt.case_id

        def ask(currency: str) -> None:
            dialog = ResendDialog(ctx, self._background, receipt, currency, self)

            def write(wish: ResendWish) -> None:
                def work() -> None:
                    if wish.reason != receipt.reason:
                        service.undeliverable(receipt.id, wish.reason)
                    service.resend(
                        receipt.id, wish.carrier, wish.number, surcharge=wish.surcharge, our_fault=wish.our_fault,
                        note=wish.note, language=language(),
                    )  # fmt: skip

                def done(_: object) -> None:
                    self.said.emit(tr("Sent again with %1, %2", wish.carrier, wish.number))
                    self.changed.emit()

                run_held(self._background, ctx.jobs.write(work), dialog, self, done)

            dialog.wanted.connect(write)
            dialog.open()

        self._background.run(
            ctx.jobs.read(lambda: ctx.cases.load_page(case_id).case.at_stake.currency), ask, self._fail, receiver=self
        )

    def give_back(self) -> None:
        """The buyer does not want it again: the refund becomes a step, due today."""
        receipt, service = self._chosen(), self._ctx.receiving
        if receipt is None:
            return
        wanted = receipt.id

        def done(_: object) -> None:
            self.said.emit(tr("The refund is due today"))
            self.changed.emit()

        self._background.run(self._ctx.jobs.write(lambda: service.give_back(wanted)), done, self._fail, receiver=self)

    def _fail(self, error: BaseException) -> None:
        show_error(error, self)


class ShelfPane(QWidget):
    """Parcels that lie unopened, and returns still awaited: Enter puts the one chosen on the desk."""

    scan_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        across = line(self, spacing=12)
        self.unopened = Panel(tr("Arrived and unopened"), "", self, icon="package-open")
        self.awaited = Panel(tr("Still awaited"), "", self, icon="hourglass")
        self.waiting_model, self.awaited_model = WaitingModel(self), AwaitedModel(self)
        self.waiting = self._table(self.unopened, self.waiting_model, tr("Arrived and unopened"))
        self.coming = self._table(self.awaited, self.awaited_model, tr("Still awaited"))
        self.waiting.opened.connect(lambda index: self._wanted(self.waiting_model.at(index.row())))
        self.coming.opened.connect(lambda index: self._expected(self.awaited_model.at(index.row())))
        across.addWidget(self.unopened, 6)
        across.addWidget(self.awaited, 7)

    @staticmethod
    def _table(panel: Panel, model: WaitingModel | AwaitedModel, name: str) -> DataTable:
        table = DataTable(model.columns(), panel, name=name)
        table.setModel(model)
        panel.rows.addWidget(table, 1)
        return table

    def show_rows(self, waiting: tuple[ReturnReceipt, ...], coming: tuple[AwaitedReturn, ...], now: Now) -> None:
        """Show both lists."""
        self.waiting_model.take(waiting, now)
        self.awaited_model.take(coming, now)
        self.unopened.heading.quiet.setText(tr("%n parcel(s)", n=len(waiting)))
        self.awaited.heading.quiet.setText(tr("%n parcel(s)", n=len(coming)))

    def _wanted(self, row: ReturnReceipt | None) -> None:
        if row is not None:
            self.scan_wanted.emit(row.tracking_number or row.case_number)

    def _expected(self, row: AwaitedReturn | None) -> None:
        if row is not None:
            self.scan_wanted.emit(row.number or row.case_number)
