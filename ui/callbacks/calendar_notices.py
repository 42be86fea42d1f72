"""What is said above the calendar: it could not be read, nothing matches the filters, nobody is VIP yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.call_back_records import CallFilters
from ui.callbacks.calendar_data import CalendarShown
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, column

tr = translator("callbacks")


class CalendarNotices(QWidget):
    """`again` to read anew, `clear` to narrow nothing, `vip` to add the first VIP buyer."""

    again = Signal()
    clear = Signal()
    vip = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, margins=(12, 10, 12, 10), spacing=8)
        failed = tr("The call-backs could not be read.")
        safe = tr("Nothing was changed. What is shown is as it was read last.")
        self.failed = Banner("overdue", failed, safe, self)
        self._button(self.failed, tr("Try again"), self.again)
        self.nothing = Banner("waiting", tr("Nothing matches these filters."), "", self)
        self._button(self.nothing, tr("Clear all filters"), self.clear)
        more = tr("VIP buyers who agreed to calls are called in the rhythm of their tier.")
        self.empty = Banner("new", tr("No VIP buyers yet"), more, self)
        self._button(self.empty, tr("Add a VIP"), self.vip)
        self.unknown = Banner("due", "", "", self)
        for banner in (self.failed, self.nothing, self.empty, self.unknown):
            rows.addWidget(banner)
            banner.hide()
        self.hide()

    def _button(self, banner: Banner, text: str, signal: object) -> None:
        button = Button(text, banner, size="small")
        button.clicked.connect(signal)
        banner.add(button)

    def show_calendar(self, found: CalendarShown, summary: str) -> None:
        """Say what there is to say of what was read."""
        self.failed.hide()
        narrowed = found.filters != CallFilters()
        many = sum(cell.total for cell in found.grid.cells) if found.grid is not None else len(found.agenda)
        many += sum(len(day.rows) for day in found.days)
        many += sum(cell.total for cell in found.week.cells) if found.week is not None else 0
        self.nothing.setVisible(narrowed and not many and not found.overdue)
        self.nothing.set_text(tr("Nothing matches these filters."), summary)
        grid = found.grid if found.grid is not None else found.week
        years = ", ".join(str(year) for year in grid.not_announced) if grid is not None else ""
        self.unknown.setVisible(bool(years))
        self.unknown.set_text(tr("Days off of %1 are not announced yet", years) if years else "")
        self.empty.setVisible(not narrowed and not found.counts.vips and not many)
        self._fold()

    def show_error(self) -> None:
        """What was asked for could not be read."""
        self.failed.show()
        self._fold()

    def _fold(self) -> None:
        banners = (self.failed, self.nothing, self.empty, self.unknown)
        self.setVisible(any(banner.isVisibleTo(self) for banner in banners))
