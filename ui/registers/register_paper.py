"""A register or the measures of a month on paper."""

from __future__ import annotations

from models.kinds import SheetKind
from models.register_records import MonthMetrics, RegisterSheet
from ui.i18n import translator
from ui.paper.list_paper import ListPaper
from ui.registers.register_export import file_name

tr = translator("registers")


class RegisterPaper(ListPaper):
    """Opens the print dialog for what is listed."""

    def register(self, sheet: RegisterSheet) -> None:
        """The register as filtered."""
        lists, name = self._ctx.register_lists, file_name(sheet)
        self._open(SheetKind.REGISTER, lambda wish: lists.paper(sheet, wish), lambda _: name)

    def metrics(self, metrics: MonthMetrics) -> None:
        """The measures of a month."""
        lists, name = self._ctx.register_lists, f"{tr('Measures of the month')} {metrics.month}"
        self._open(SheetKind.REGISTER, lambda wish: lists.metrics_paper(metrics, wish), lambda _: name)
