"""What the page gives out: the call list on paper, the call-backs and the calls made as workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.context import AppContext
from desktop.services.month_counts import month_days
from ui.background import Background
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.list_export import CallListExport, Period
from ui.page import Page

if TYPE_CHECKING:
    from ui.paper.call_list_desk import CallListDesk


class CallPaper(QObject):
    """`shown` gives what the page shows now, None while nothing was read. The page takes over `commands`."""

    def __init__(
        self, ctx: AppContext, background: Background, page: Page, shown: Callable[[], CalendarShown | None]
    ) -> None:
        super().__init__(page)
        self._ctx, self._background, self._page, self._shown = ctx, background, page, shown
        self._desk: CallListDesk | None = None
        self.exports = CallListExport(ctx, background, page)
        self.exports.said.connect(page.said)
        self.exports.working.connect(page.working)

    @property
    def desk(self) -> CallListDesk:
        """Made with the first list: Qt's part for printers is not loaded with the page."""
        if self._desk is None:
            from ui.paper.call_list_desk import CallListDesk

            self._desk = CallListDesk(self._ctx, self._background, self._page)
            self._desk.said.connect(self._page.said)
        return self._desk

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Commands of ui.actions that give something out."""
        return {
            "print": self.print_list,
            "print_calls": self.print_list,
            "export_list": lambda: self._export(made=False),
            "export_calls": lambda: self._export(made=False),
            "export_calls_made": lambda: self._export(made=True),
        }

    def print_list(self) -> None:
        """The list of the chosen day; where the month shown is another one, that of the month."""
        data = self._shown()
        if data is not None:
            other = data.grid is not None and (data.grid.year, data.grid.month) != (data.chosen.year, data.chosen.month)
            day = date(data.title.year, data.title.month, 1) if other else data.chosen
            self.desk.open(day, data.filters, month=other)

    def period(self) -> Period | None:
        """The days that are shown; of the month view the days of the month alone."""
        data = self._shown()
        if data is None:
            return None
        if data.view is CalendarView.MONTH:
            return Period(*month_days(data.title.year, data.title.month), data.filters)
        return Period(*data.span, data.filters)

    def _export(self, *, made: bool) -> None:
        period = self.period()
        if period is not None:
            self.exports.ask(period, made=made)
