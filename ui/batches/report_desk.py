"""The report on a batch and the week of quality on paper."""

from __future__ import annotations

from datetime import date

from desktop.services.sheets import SheetFile
from models.kinds import SheetKind
from ui.paper.list_paper import ListPaper, Make
from ui.plain import one_line
from ui.words import word


class ReportDesk(ListPaper):
    """Opens the print dialog for what purchasing and the supplier get. `over` it stands, if given."""

    def report(self, style: str, batch: str, shop_id: int | None) -> None:
        """The report on a batch for its supplier, with the photos."""
        reports = self._ctx.quality_reports
        self._show(lambda wish: reports.report(style, batch, wish, shop_id=shop_id))

    def week(self, day: date, shop_id: int | None) -> None:
        """All quality reports of the week of a day, for purchasing."""
        reports = self._ctx.quality_reports
        self._show(lambda wish: reports.weekly(day, wish, shop_id=shop_id))

    def _show(self, make: Make) -> None:
        self._open(SheetKind.QUALITY_REPORT, make, _title)


def _title(made: SheetFile) -> str:
    return f"{word(SheetKind.QUALITY_REPORT)} {one_line(made.name)}"
