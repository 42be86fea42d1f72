"""What can be done with penalties: enter one, confirm an expected one, withdraw; where the shop's year stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.records import RegisterEntry, Shop
from models.register_kinds import RegisterState
from models.register_records import RegisterLine, RegisterSheet
from models.rules.penalty_points import Ledger, Standing
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.register_dialogs.case_door import open_penalty, today_of
from ui.registers.desk_contract import LineAction, LineDesk
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("claims")


class PenaltyDesk(LineDesk):
    """Takes ids of lines, of cases and of shops."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these penalties."""
        one = lines[0] if len(lines) == 1 else None
        several = tr("Choose a single penalty.")
        expected = one is not None and one.state is RegisterState.EXPECTED
        gone = one is None or one.state is RegisterState.WITHDRAWN
        return (
            LineAction("confirm", tr("Confirm…"), lambda: self.confirm(lines[0].id), "C", "circle-check", expected,
                       several if one is None else tr("Only an expected penalty is confirmed."), front=True),
            LineAction("withdraw", tr("Withdraw…"), lambda: self.withdraw(lines[0].id), "", "x", not gone,
                       several if one is None else tr("It is withdrawn already.")),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """Entering one of a shop, and its year in points."""
        shop_id = sheet.query.shop_id
        return (
            LineAction("note", tr("Note a penalty…"), lambda: self.note(shop_id), "N", "plus"),
            LineAction("standing", tr("Points of the year"), lambda: self.say_standing(shop_id), "", "flag"),
        )

    def note(self, shop_id: int | None) -> None:
        """Enter a penalty of a shop; of the first one where none is chosen."""
        shop = self._shop(shop_id)
        if shop is not None:
            open_penalty(
                self.ctx, self.background, self.window, shop,
                then=lambda ledger, points: self._warn(shop.id, ledger, points),
            )  # fmt: skip

    def confirm(self, entry_id: int) -> None:
        """An expected penalty was imposed."""
        from ui.register_dialogs.penalty_dialogs import PenaltyDialog, PenaltyEntry

        def load() -> tuple[RegisterEntry, Standing]:
            entry = self.ctx.registers.find_entry(entry_id)
            shop = self._shop(entry.shop_id)
            return entry, self.ctx.penalties.standing(shop.id if shop is not None else 0)

        def ask(found: tuple[RegisterEntry, Standing]) -> None:
            entry, standing = found
            shop = self._shop(entry.shop_id)
            currency = shop.currency if shop is not None else "CNY"
            dialog = PenaltyDialog(
                standing, currency, today_of(self.ctx, entry.shop_id), self.window, entry=entry,
                about=" · ".join(part for part in (entry.case_number, shop.name if shop is not None else "") if part),
            )  # fmt: skip

            def write(given: PenaltyEntry) -> None:
                run_held(self.background, self.ctx.jobs.write(lambda: self.ctx.penalties.confirm(
                    entry_id, points=given.points, ledger=given.ledger, amount=given.amount, rule=given.rule,
                    note=given.note, on=given.on,
                )), dialog, self.window, lambda _:
                    self._warn(standing.shop_id, given.ledger, given.points))  # fmt: skip

            dialog.given.connect(write)
            dialog.open()

        self.background.run(self.ctx.jobs.read(load), ask, receiver=self)

    def withdraw(self, entry_id: int) -> None:
        """It was taken back, or never came."""
        words = ReasonWords(
            tr("Withdraw the penalty"), tr("Reason"), tr("Withdraw"), tr("Cancel"),
            tr("It stays in the register, marked as withdrawn; its points and money count no more."),
            tr("Say why, so that nobody wonders later."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self.window)
        dialog.given.connect(lambda reason: run_held(
            self.background, self.ctx.jobs.write(lambda: self.ctx.penalties.withdraw(entry_id, reason)), dialog,
            self.window,
        ))  # fmt: skip
        dialog.open()

    def say_standing(self, shop_id: int | None) -> None:
        """Say how many points the shop has this year and how many are left to the next node."""
        shop = self._shop(shop_id)
        if shop is not None:
            self.background.run(
                self.ctx.jobs.read(lambda: self.ctx.penalties.standing(shop.id)),
                lambda found: self.said.emit(standing_text(found, shop.name)), receiver=self,
            )  # fmt: skip

    def _warn(self, shop_id: int, ledger: Ledger, points: int) -> None:
        if not points:
            return

        def told(found: Standing) -> None:
            held = found.ledgers[ledger]
            if held.nodes > max(held.points - points, 0) // found.rule.every:
                self.said.emit(tr("The node at %1 points is reached.", held.nodes * found.rule.every))

        self.background.run(self.ctx.jobs.read(lambda: self.ctx.penalties.standing(shop_id)), told, receiver=self)

    def _shop(self, shop_id: int | None) -> Shop | None:
        known = self.ctx.shops.list_shops()
        return next((shop for shop in known if shop.id == shop_id), known[0] if known and shop_id is None else None)


def standing_text(standing: Standing, shop: str) -> str:
    """A year in one sentence."""
    general, serious = standing.ledgers[Ledger.GENERAL], standing.ledgers[Ledger.SERIOUS]
    return tr(
        "%1, %2: %3 general points, %4 to the node at %5; %6 serious points, %7 to the node at %8.", shop,
        str(standing.year), general.points, general.left, general.next_node, serious.points, serious.left,
        serious.next_node,
    )  # fmt: skip


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> PenaltyDesk:
    """The desk of the register of penalties."""
    return PenaltyDesk(ctx, background, window)
