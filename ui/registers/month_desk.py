"""Closing a register's month, opening it again, its trail, and the measures of the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.kinds import RegisterKind
from models.register_records import Month, MonthClosing, MonthMetrics, RegisterLine, RegisterQuery, RegisterSheet
from ui import format as shown
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.plain import mnemonic_safe, one_line
from ui.registers.closing_dialog import ClosingDialog, TrailDialog
from ui.registers.metrics_dialog import MetricsDialog
from ui.registers.month_chooser import MonthPopup, month_words, short_month
from ui.registers.register_cells import Beside
from ui.registers.register_export import RegisterExport
from ui.registers.register_paper import RegisterPaper
from ui.registers.sheet_reader import SheetReader
from ui.registers.side_pane import LOCK, SidePane
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords
from ui.words import word

tr = translator("registers")


class MonthDesk(QObject):
    """`changed` after a month was closed or opened again; `said` says so."""

    changed = Signal()
    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, reader: SheetReader, export: RegisterExport,
        paper: RegisterPaper, window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._ctx, self._background, self._reader = ctx, background, reader
        self._export, self._paper, self._window = export, paper, window
        self.dialog: HeldDialog | MetricsDialog | None = None

    def of_shop(self) -> tuple[RegisterKind, Month, int] | None:
        """The register, month and shop that can be closed; None where months or shops are shown together."""
        choice, shop = self._reader.choice, self._shop()
        if choice.month is None or shop is None:
            return None
        return choice.register, choice.month, shop

    def runs(self, month: Month | None) -> str:
        """From when a month that still runs can be closed, in words; empty for one that is over, and for all months."""
        if month is None:
            return ""
        following = month.plus(1)
        first, now = date(following.year, following.month, 1), self.beside()
        if now.now.astimezone(now.zone).date() >= first:
            return ""
        said = shown.day(first, now.now, language(), now.zone)
        return tr("The month still runs: it can be closed from %1 on.", said)

    def _for_shop(self, act: Callable[[RegisterKind, Month, int], None]) -> None:
        """Do it for the shop shown; where all are shown together a menu asks for which."""
        of = self.of_shop()
        if of is not None:
            act(*of)
            return
        choice, shops = self._reader.choice, self._ctx.shops.list_shops()
        month = choice.month
        if month is None or not shops:
            self.said.emit(tr("A month is closed per shop: choose a shop and a month."))
            return
        anchor = self._window.findChild(QWidget, LOCK) or self._window
        menu = QMenu(anchor)
        menu.aboutToHide.connect(menu.deleteLater)
        for shop in shops:
            row = menu.addAction(mnemonic_safe(one_line(shop.name)))
            row.triggered.connect(lambda _=False, shop_id=shop.id: act(choice.register, month, shop_id))
        if not anchor.isVisible():
            anchor = self._window
        menu.popup(anchor.mapToGlobal(anchor.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def _shop(self) -> int | None:
        """The shop chosen, or the only one there is."""
        chosen = self._reader.shop_id()
        if chosen is not None:
            return chosen
        shops = self._ctx.shops.list_shops()
        return shops[0].id if len(shops) == 1 else None

    def beside(self) -> Beside:
        """What times are shown by."""
        return Beside(self.now(), zone(self._ctx.bench.time_zone))

    def now(self) -> datetime:
        """The time it is."""
        return self._ctx.clock.now()

    def show_on(self, pane: SidePane, month: Month | None, closing: MonthClosing | None, still: int) -> None:
        """Show on the pane how the month stands and whether it can be closed."""
        pane.show_month(
            short_month(month) if month is not None else "", closing, can_close=month is not None, still=still,
            beside=self.beside(), each_shop=self.of_shop() is None, opens=self.runs(month),
        )  # fmt: skip

    # Closing

    def close_month(self) -> None:
        """Read what is still open, then ask once."""
        runs = self.runs(self._reader.choice.month)
        if runs:
            self.said.emit(runs)
            return
        self._for_shop(self._ask_close)

    def _ask_close(self, register: RegisterKind, month: Month, shop: int) -> None:
        registers, closings, spoken = self._ctx.registers, self._ctx.month_closings, language()

        def look() -> tuple[RegisterSheet, tuple[RegisterLine, ...]]:
            return (
                registers.sheet(RegisterQuery(register, month, shop), spoken),
                closings.open_lines(register, month, shop),
            )

        def ask(found: tuple[RegisterSheet, tuple[RegisterLine, ...]]) -> None:
            sheet, still = found
            dialog = ClosingDialog(sheet, month_words(month), still, self._window)
            self._keep(dialog)
            dialog.export_wanted.connect(lambda: self._export.ask(sheet))
            dialog.wanted.connect(
                lambda note: run_held(
                    self._background, self._ctx.jobs.write(lambda: closings.close(register, month, shop, note)),
                    dialog, self, lambda _: self._done(tr("%1 of “%2” is closed", month_words(month), word(register))),
                )
            )  # fmt: skip
            dialog.open()

        self._background.run(self._ctx.jobs.read(look), ask, receiver=self)

    def reopen(self, closing: MonthClosing | None) -> None:
        """Ask for the reason, then open the month again."""
        if closing is None:
            self.said.emit(tr("The month is not closed."))
            return
        name = month_words(closing.month)
        words = ReasonWords(
            tr("Open %1 of “%2” again?", name, word(closing.register)), tr("Reason"), tr("Open again"), tr("Cancel"),
            tr("The closing and this reason stay in the trail."), tr("Write why, in a few words."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self._window)
        self._keep(dialog)
        closings = self._ctx.month_closings
        dialog.given.connect(
            lambda reason: run_held(
                self._background, self._ctx.jobs.write(lambda: closings.reopen(closing.id, reason)), dialog, self,
                lambda _: self._done(tr("%1 of “%2” is open again", name, word(closing.register))),
            )
        )  # fmt: skip
        dialog.open()

    def trail(self) -> None:
        """Who closed and opened the month, when and why."""
        self._for_shop(self._show_trail)

    def _show_trail(self, register: RegisterKind, month: Month, shop: int) -> None:
        closings = self._ctx.month_closings

        def show(found: tuple[MonthClosing, ...]) -> None:
            dialog = TrailDialog(register, month_words(month), found, self.beside(), self._window)
            self._keep(dialog)
            dialog.open()

        self._background.run(self._ctx.jobs.read(lambda: closings.trail(register, month, shop)), show, receiver=self)

    def mark_closed(self, year: int, popup: MonthPopup) -> None:
        """Mark the closed months of a year in the popup."""
        shop, register = self._shop(), self._reader.choice.register
        if shop is None:
            return
        closings = self._ctx.month_closings

        def look() -> set[int]:
            return {each for each in range(1, 13) if closings.state(register, Month(year, each), shop) is not None}

        self._background.run(
            self._ctx.jobs.read(look), lambda closed: popup.mark_closed(year, closed), receiver=popup, quiet=True
        )

    # Measures

    def metrics(self) -> None:
        """The measures of the month shown, of this month where all are shown."""
        choice, shop = self._reader.choice, self._reader.shop_id()
        month = choice.month or Month.of(self.now().astimezone(zone(self._ctx.bench.time_zone)).date())
        service, shops = self._ctx.month_metrics, self._ctx.shops

        def look() -> tuple[MonthMetrics, str]:
            name = next((each.name for each in shops.list_shops() if each.id == shop), "")
            return service.metrics(month, shop), name

        def show(found: tuple[MonthMetrics, str]) -> None:
            dialog = MetricsDialog(*found, self._window)
            dialog.print_wanted.connect(self._paper.metrics)
            dialog.export_wanted.connect(self._export.ask_metrics)
            self._keep(dialog)
            dialog.open()

        self._background.run(self._ctx.jobs.read(look), show, receiver=self)

    def _keep(self, dialog: HeldDialog | MetricsDialog) -> None:
        self.dialog = dialog
        gone: Callable[[], None] = lambda: setattr(self, "dialog", None)  # noqa: E731
        dialog.finished.connect(gone)
        dialog.finished.connect(dialog.deleteLater)

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.changed.emit()
