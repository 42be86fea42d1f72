"""What only claims have: the sheet of a carrier beside the list, and what is done about the one that is latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.clock import zone
from models.kinds import RegisterKind
from models.register_records import Month, RegisterLine
from ui.background import Background
from ui.i18n import translator
from ui.page import Target
from ui.plain import one_line
from ui.registers.claim_evidence import ClaimEvidence
from ui.registers.claim_preview import ClaimWish
from ui.registers.late_banner import reminder_text
from ui.registers.line_doings import LineDoings
from ui.registers.register_cells import Beside
from ui.registers.register_view import RegisterView
from ui.registers.sheet_reader import Reading
from ui.registers.side_pane import SidePane

if TYPE_CHECKING:
    from ui.paper.sheet_desk import SheetDesk

tr = translator("registers")


class ClaimSide(QObject):
    """`said` tells what was printed, saved or copied; `navigate` leads to the packet of an appeal."""

    said = Signal(str)
    navigate = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, view: RegisterView, pane: SidePane, doings: LineDoings,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._view, self._pane, self._doings = view, pane, doings
        self._desk: SheetDesk | None = None
        self._asked = 0
        self._evidence = ClaimEvidence(ctx, background, window)
        self._evidence.counted.connect(doings.wants_reload)
        view.late.copy_wanted.connect(self._remind)
        view.late.appeal_wanted.connect(self._appeal)

    def show(self, reading: Reading, shop_id: int | None) -> None:
        """The claim sheet of the chosen carrier, else of the one with most claims; how often the latest was told."""
        choice, groups = reading.choice, reading.sheet.groups
        self._asked += 1
        if choice.register is RegisterKind.CARRIER_CLAIM:
            self._evidence.look(reading.sheet.lines)
        if choice.register is not RegisterKind.CARRIER_CLAIM or choice.month is None or not groups:
            self._pane.show_claims(None)
            return
        most = max(groups, key=lambda each: each.count)
        chosen = next((each for each in groups if each.key == choice.group), most)
        self._pane.show_claims(ClaimWish(chosen.name, choice.month, shop_id, chosen.count))
        self._count_reminders()

    def _count_reminders(self) -> None:
        late, asked, claims = self._view.late.line(), self._asked, self._ctx.claims
        if late is None:
            return

        def look() -> int:
            return sum(claims.reminders(claims.load([late.id])).values())

        def take(times: int) -> None:
            if asked == self._asked:
                self._view.late.show_late(late, times)

        self._background.run(self._ctx.jobs.read(look), take, lambda error: None, receiver=self, quiet=True)

    def open(self, month: Month, shop_id: int | None) -> None:
        """The statement of the carrier shown in the print dialog, of the one with most claims without one."""
        if self._desk is None:
            from ui.paper.sheet_desk import SheetDesk

            self._desk = SheetDesk(self._ctx, self._background, self._window)
            self._desk.said.connect(self.said)
        wish = self._pane.preview.wish()
        carrier = wish.carrier if wish is not None else ""
        self._desk.claim_of_month(month.year, month.month, shop_id=shop_id, carrier=carrier)

    def _remind(self, late: RegisterLine) -> None:
        """The desk's reminder, which is noted; without one its bare text."""
        if not self._doings.act("remind", [late]):
            beside = Beside(self._ctx.clock.now(), zone(self._ctx.bench.time_zone))
            QGuiApplication.clipboard().setText(reminder_text(late, beside))
            self.said.emit(tr("Reminder copied"))

    def _appeal(self, late: RegisterLine) -> None:
        self.navigate.emit(Target("packets", one_line(late.case_number)))
