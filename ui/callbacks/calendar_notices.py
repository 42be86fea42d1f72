"""What is said above the calendar: it could not be read, nothing matches the filters, nobody is VIP, far days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.far_calls import FarCall
from models.call_back_records import CallFilters
from ui.callbacks.calendar_data import CalendarShown
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, column

tr = translator("callbacks")


class CalendarNotices(QWidget):
    """`again` to read anew, `clear` to narrow nothing, `vip` to add the first VIP buyer; of what stands far ahead
    `far_wanted` gives the first day, `nearer` asks to plan it anew."""

    again = Signal()
    clear = Signal()
    vip = Signal()
    far_wanted = Signal(object)
    nearer = Signal()

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
        self.far = Banner("due", "", "", self)
        self._far_day: object = None
        self._button(self.far, tr("Show them"), lambda: self.far_wanted.emit(self._far_day))
        self.plan_anew = self._button(self.far, tr("Plan anew"), self.nearer)
        self.newer = Banner("due", "", "", self)
        self._banners = (self.failed, self.nothing, self.empty, self.unknown, self.far, self.newer)
        for banner in self._banners:
            rows.addWidget(banner)
            banner.hide()
        self.hide()

    def _button(self, banner: Banner, text: str, signal: object) -> Button:
        button = Button(text, banner, size="small")
        button.clicked.connect(signal)
        banner.add(button)
        return button

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

    def show_far(self, found: Sequence[FarCall]) -> None:
        """What stands more than a year ahead: a wrong clock put it there, or somebody meant it."""
        self.far.setVisible(bool(found))
        if found:
            first, regular = found[0], sum(each.regular for each in found)
            self._far_day = first.day
            told = tr("The first is %1, on %2.", isolate(one_line(first.nick)), first.day.isoformat())
            asked = tr("If the clock of this computer was wrong when they were planned, plan the regular ones anew.")
            title = tr("%n call-back stands more than a year ahead", n=len(found))
            self.far.set_text(title, f"{told}\n{asked}" if regular else told)
            self.plan_anew.setVisible(bool(regular))
        self._fold()

    def show_newer(self, many: int) -> None:
        """What a newer program left is shown as far as this one understands it."""
        self.newer.setVisible(bool(many))
        if many:
            safe = tr("What this version does not understand of it stays as it was written; nothing is lost.")
            self.newer.set_text(tr("%n call-back was written by a newer version of the program", n=many), safe)
        self._fold()

    def show_error(self) -> None:
        """What was asked for could not be read."""
        self.failed.show()
        self._fold()

    def _fold(self) -> None:
        self.setVisible(any(banner.isVisibleTo(self) for banner in self._banners))
