"""What can be done with invoices owed: issue one, take it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.records import RegisterEntry
from models.register_kinds import RegisterState
from models.register_records import RegisterLine
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.register_dialogs.case_door import today_of
from ui.registers.desk_contract import LineAction, LineDesk
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("claims")


class InvoiceDesk(LineDesk):
    """Takes ids of lines."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these invoices."""
        one = lines[0] if len(lines) == 1 else None
        still = one is not None and one.state is RegisterState.OPEN
        why = tr("Choose a single invoice.") if one is None else tr("It is not owed any more.")
        return (
            LineAction("issue", tr("Invoice issued…"), lambda: self.issue(lines[0].id), "I", "file-check", still, why,
                       front=True),
            LineAction("withdraw", tr("Not owed…"), lambda: self.withdraw(lines[0].id), "", "x", still, why),
        )  # fmt: skip

    def issue(self, entry_id: int) -> None:
        """It was issued."""
        from ui.register_dialogs.owed_dialogs import InvoiceIssued, InvoiceIssuedDialog

        def ask(entry: RegisterEntry) -> None:
            shop = next((each for each in self.ctx.shops.list_shops() if each.id == entry.shop_id), None)
            currency = entry.amount.currency if entry.amount is not None else shop.currency if shop else "CNY"
            dialog = InvoiceIssuedDialog(entry, currency, today_of(self.ctx, entry.shop_id), self.window)

            def write(given: InvoiceIssued) -> None:
                run_held(self.background, self.ctx.jobs.write(
                    lambda: self.ctx.invoices.issue(entry_id, given.number, given.on, given.amount)
                ), dialog, self.window)  # fmt: skip

            dialog.given.connect(write)
            dialog.open()

        self.background.run(self.ctx.jobs.read(lambda: self.ctx.registers.find_entry(entry_id)), ask, receiver=self)

    def withdraw(self, entry_id: int) -> None:
        """It is not owed after all."""
        words = ReasonWords(
            tr("No invoice is owed"), tr("Reason"), tr("Not owed"), tr("Cancel"), "",
            tr("Say why, so that nobody wonders later."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self.window)
        dialog.given.connect(lambda reason: run_held(
            self.background, self.ctx.jobs.write(lambda: self.ctx.invoices.withdraw(entry_id, reason)), dialog,
            self.window,
        ))  # fmt: skip
        dialog.open()


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> InvoiceDesk:
    """The desk of the register of invoices owed."""
    return InvoiceDesk(ctx, background, window)
