"""Opens the dialogs of batch alarms from any page, and writes what is decided there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.batch_records import BatchAlarm
from models.clock import zone
from models.errors import NotFound
from ui.background import Background
from ui.batches.alarm_dialog import AlarmDialog
from ui.batches.answer_dialog import AnswerDialog
from ui.batches.batch_words import goods_name
from ui.batches.report_desk import ReportDesk
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import show_error, toast
from ui.page import Target
from ui.paper.printers import PrinterBook

tr = translator("batches")


class BatchDesk(QObject):
    """`said(text)` is a toast, `navigate` a Target (a case of the alarm); `dialog` is there while one stands."""

    said = Signal(str)
    navigate = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget, *, book: PrinterBook | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._window, self._book = ctx, background, parent, book
        self.dialog: AlarmDialog | None = None
        self.asking: AnswerDialog | None = None
        self.paper: ReportDesk | None = None

    # The alarm

    def open(self, style: str, batch: str) -> None:
        """Show the alarm of a style and batch, with its cases; says so when it does not ring any more."""
        ctx, shop = self._ctx, self._shop()

        def read() -> BatchAlarm | None:
            try:
                return ctx.batch_alarms.find(style, batch, shop_id=shop)
            except NotFound:
                return None

        def show(alarm: BatchAlarm | None) -> None:
            if alarm is None:
                self.said.emit(tr("There is no alarm about %1 any more", goods_name(style, batch)))
            else:
                self._show(alarm, shop)

        self._background.run(ctx.jobs.read(read), show, receiver=self)

    def _show(self, alarm: BatchAlarm, shop: int | None) -> None:
        bench = self._ctx.bench
        dialog = self.dialog = AlarmDialog(alarm, self._ctx.clock.now(), zone(bench.time_zone), self._window)
        dialog.case_wanted.connect(self._open_case)
        dialog.severe_wanted.connect(lambda entry, on: self._mark(dialog, entry, on, shop))
        dialog.answer_wanted.connect(lambda: self._ask(dialog, shop))
        dialog.report_wanted.connect(lambda: self._report(dialog, shop))
        dialog.destroyed.connect(self._gone)
        dialog.open()

    def _gone(self) -> None:
        self.dialog = None

    def _open_case(self, number: str) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.navigate.emit(Target("cases", number))

    def _mark(self, dialog: AlarmDialog, entry: int, severe: bool, shop: int | None) -> None:
        alarms = self._ctx.batch_alarms
        self._background.run(
            self._ctx.jobs.write(lambda: alarms.mark_severe(entry, severe)), lambda _: self._again(dialog, shop),
            lambda error: show_error(error, dialog), receiver=self,
        )  # fmt: skip

    def _again(self, dialog: AlarmDialog, shop: int | None) -> None:
        """What stands there, as it is now."""
        ctx, style, batch = self._ctx, dialog.alarm.style, dialog.alarm.batch

        def read() -> BatchAlarm | None:
            try:
                return ctx.batch_alarms.find(style, batch, shop_id=shop)
            except NotFound:
                return None

        def show(alarm: BatchAlarm | None) -> None:
            if self.dialog is not dialog:
                return
            if alarm is not None:
                dialog.show_alarm(alarm, ctx.clock.now())
                return
            dialog.reject()
            self.said.emit(tr("There is no alarm about %1 any more", goods_name(style, batch)))

        self._background.run(ctx.jobs.read(read), show, receiver=self)

    def _ask(self, dialog: AlarmDialog, shop: int | None) -> None:
        alarm, alarms = dialog.alarm, self._ctx.batch_alarms
        asked = self.asking = AnswerDialog(alarm, dialog)

        def write(stock: bool, supplier: bool, note: str) -> None:
            future = self._ctx.jobs.write(
                lambda: alarms.acknowledge(
                    alarm.style, alarm.batch, stock_down=stock, supplier_told=supplier, note=note, shop_id=shop
                )
            )
            run_held(self._background, future, asked, dialog, lambda _: self._answered(dialog))

        asked.given.connect(write)
        asked.open()

    def _answered(self, dialog: AlarmDialog) -> None:
        dialog.accept()
        # Two dialogs close at once: some window managers give the keyboard to nobody then.
        self._window.window().activateWindow()

    def _report(self, dialog: AlarmDialog, shop: int | None) -> None:
        paper = self.paper = ReportDesk(self._ctx, self._background, dialog, book=self._book)
        paper.said.connect(self.said)
        paper.report(dialog.alarm.style, dialog.alarm.batch, shop)

    # The week

    def week(self, day: date | None = None) -> None:
        """The week of a day on paper, of today without one."""
        paper = self.paper = ReportDesk(self._ctx, self._background, self._window, book=self._book)
        paper.said.connect(self.said)
        paper.week(day or self.today(), self._shop())

    def today(self) -> date:
        """The day it is at the desk."""
        return self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone)).date()

    def _shop(self) -> int | None:
        return self._ctx.settings.get("shop") or None


def open_week(ctx: AppContext, background: Background, window: QWidget) -> BatchDesk:
    """The week of quality on paper, from any page."""
    desk = BatchDesk(ctx, background, window)
    desk.said.connect(lambda text: toast(window, text, "check"))
    desk.week()
    return desk
