"""What can be done with quality lines: mark severe, look at the alarm of the batch, print the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import RegisterLine, RegisterSheet
from ui.background import Background
from ui.batches.batch_desk import BatchDesk
from ui.i18n import translator
from ui.registers.desk_contract import LineAction, LineDesk

tr = translator("batches")


class QualityDesk(LineDesk):
    """The desk of the quality register."""

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(ctx, background, window)
        self.batches = BatchDesk(ctx, background, window)
        self.batches.said.connect(self.said)
        self.batches.navigate.connect(self.navigate)

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these lines."""
        one = lines[0] if len(lines) == 1 else None
        severe = bool(lines) and all(line.cells.get("severe") is True for line in lines)
        known = one is not None and bool(str(one.cells.get("style") or "") or str(one.cells.get("item") or ""))
        text = tr("Not severe") if severe else tr("Severe, confirmed")
        several = "" if one is not None else tr("Choose a single line.")
        return (
            LineAction("severe", text, lambda: self.mark(lines, severe=not severe), "V", "triangle-alert",
                       bool(lines), tr("Choose a line."), front=True),
            LineAction("alarm", tr("Alarm of this batch…"), lambda: self._alarm(lines[0]), "B", "bell",
                       known, several or tr("Neither style nor item is noted.")),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """The week for purchasing."""
        return (LineAction("week", tr("Week for purchasing…"), lambda: self._week(sheet), "", "printer"),)

    def mark(self, lines: Sequence[RegisterLine], *, severe: bool) -> None:
        """Say of each line that its fault is severe and confirmed, or is not."""
        ids, alarms = [line.id for line in lines], self.ctx.batch_alarms
        future = self.ctx.jobs.write(lambda: alarms.mark_all(ids, severe))
        self.background.run(future, lambda _: None, receiver=self)

    def _alarm(self, line: RegisterLine) -> None:
        style = str(line.cells.get("style") or line.cells.get("item") or "")
        self.batches.open(style, str(line.cells.get("batch") or ""))

    def _week(self, sheet: RegisterSheet) -> None:
        """The week of today, or the last one of the month that is shown."""
        month = sheet.query.month
        if month is None:
            self.batches.week()
            return
        after = month.plus(1)
        last = date.fromordinal(date(after.year, after.month, 1).toordinal() - 1)
        today = self.batches.today()
        self.batches.week(min(today, last))


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> QualityDesk:
    """The desk of the quality register, for ui/registers."""
    return QualityDesk(ctx, background, window)
