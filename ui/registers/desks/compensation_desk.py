"""What can be done with compensation and goodwill: paid, by hand or as decided; not paid after all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.records import Case, RegisterEntry
from models.register_kinds import RegisterState
from models.register_records import RegisterLine
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.registers.desk_contract import LineAction, LineDesk
from ui.registers.desks.claim_desk import today_of
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("claims")


class CompensationDesk(LineDesk):
    """Takes ids of lines and of cases."""

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
            lambda entry: self._ask((entry,), entry.case_id, entry.shop_id, entry.case_number, entry), receiver=self,
        )  # fmt: skip

    def note(self, case: Case) -> None:
        """Enter what the buyer of a case was paid: what was decided, or something else."""
        self.background.run(
            self.ctx.jobs.read(lambda: self.ctx.paid_out.promised(case.id)),
            lambda found: self._ask(found, case.id, case.shop_id, case.number, None, case.at_stake.currency),
            receiver=self,
        )

    def _ask(
        self, promised: tuple[RegisterEntry, ...], case_id: int | None, shop_id: int | None, about: str,
        only: RegisterEntry | None, currency: str = "",
    ) -> None:  # fmt: skip
        from ui.registers.dialogs.owed_dialogs import PaidDialog, PaidEntry

        first = next((each.amount.currency for each in promised if each.amount is not None), "")
        shop = next((each for each in self.ctx.shops.list_shops() if each.id == shop_id), None)
        dialog = PaidDialog(
            promised, currency or first or (shop.currency if shop is not None else "CNY"),
            today_of(self.ctx, shop_id), self.window, about=about, other=only is None,
        )  # fmt: skip

        def write(entry: PaidEntry) -> None:
            def work() -> int:
                if entry.entry_id is not None:
                    was = next(each for each in promised if each.id == entry.entry_id)
                    other = None if was.amount == entry.amount else entry.amount
                    return self.ctx.paid_out.pay(entry.entry_id, entry.on, other, entry.note)
                assert case_id is not None
                return self.ctx.paid_out.note(case_id, entry.kind, entry.amount, entry.note, entry.on)

            run_held(self.background, self.ctx.jobs.write(work), dialog, self.window)

        dialog.given.connect(write)
        dialog.open()

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
