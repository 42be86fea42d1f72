"""What can be done with compensation and goodwill: paid as decided, not paid after all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_kinds import RegisterState
from models.register_records import RegisterLine
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.register_dialogs.case_door import ask_paid
from ui.registers.desk_contract import LineAction, LineDesk
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("claims")


class CompensationDesk(LineDesk):
    """Takes ids of lines."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these."""
        one = lines[0] if len(lines) == 1 else None
        still = one is not None and one.state is RegisterState.OPEN
        why = tr("Choose a single line.") if one is None else tr("It is paid, or not paid any more.")
        return (
            LineAction("paid", tr("Paid…"), lambda: self.pay(lines[0].id), "P", "banknote", still, why, front=True),
            LineAction("withdraw", tr("Not paid…"), lambda: self.withdraw(lines[0].id), "", "x", still, why),
        )

    def pay(self, entry_id: int) -> None:
        """What was decided is paid."""
        self.background.run(
            self.ctx.jobs.read(lambda: self.ctx.registers.find_entry(entry_id)),
            lambda entry: ask_paid(
                self.ctx, self.background, self.window, (entry,), entry.shop_id, entry.case_number
            ), receiver=self,
        )  # fmt: skip

    def withdraw(self, entry_id: int) -> None:
        """It is not paid after all."""
        words = ReasonWords(
            tr("Not paid after all"), tr("Reason"), tr("Not paid"), tr("Cancel"), "",
            tr("Say why, so that nobody wonders later."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self.window)
        dialog.given.connect(lambda reason: run_held(
            self.background, self.ctx.jobs.write(lambda: self.ctx.paid_out.withdraw(entry_id, reason)), dialog,
            self.window,
        ))  # fmt: skip
        dialog.open()


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> CompensationDesk:
    """The desk of the register of compensation and goodwill."""
    return CompensationDesk(ctx, background, window)
