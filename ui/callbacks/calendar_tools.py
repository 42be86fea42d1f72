"""The row above the calendar: before and after, what is shown, today, the views, the filters."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.filter_bar import FilterBar
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Segmented
from ui.widgets.panel import line

tr = translator("callbacks")
_GAPS = 12 * 2 + 8 * 5 + 2
_WIDE = 640


class CalendarTools(QWidget):
    """`turned` by one month, week or day; `today_wanted`; `view_wanted`; the filters say themselves what changed."""

    turned = Signal(int)
    today_wanted = Signal()
    view_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(43)
        row = line(self, margins=(12, 0, 12, 0))
        self.before = self._turner("chevron-left", tr("Before"), "PgUp", -1)
        self.after = self._turner("chevron-right", tr("After"), "PgDown", 1)
        self.title = PlainLabel("", self, role="title")
        self.today = Button(tr("Today"), self, size="small", hint="T")
        self.today.clicked.connect(self.today_wanted)
        self.views = Segmented(
            [(CalendarView.MONTH, tr("month").capitalize()), (CalendarView.WEEK, tr("week").capitalize()),
             (CalendarView.AGENDA, tr("agenda").capitalize()), (CalendarView.DAY, tr("day").capitalize())],
            parent=self,
        )  # fmt: skip
        self.views.setToolTip("M / W / A / D")
        self.views.chosen.connect(lambda value: self.view_wanted.emit(CalendarView(value)))
        self.filters = FilterBar(self)
        for widget in (self.before, self.title, self.after):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self.today)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self.filters)

    def _turner(self, icon: str, tip: str, key: str, step: int) -> Button:
        button = icon_button(icon, tip, self, hint=key, kind="secondary", size="small")
        button.clicked.connect(lambda: self.turned.emit(step))
        return button

    def show_calendar(self, found: CalendarShown) -> None:
        """Say what is shown."""
        lang = language()
        if found.view is CalendarView.MONTH:
            text = shown.month_title(found.title, lang)
            tips = tr("Month before"), tr("Next month")
        elif found.view is CalendarView.DAY:
            text, tips = shown.day_title(found.chosen, lang, short=True), (tr("Day before"), tr("Next day"))
        elif found.view is CalendarView.WEEK:
            text, tips = _span_text(found), (tr("Week before"), tr("Next week"))
        else:
            text = tr("From %1", shown.day_title(found.span[0], lang, short=True))
            tips = tr("Four weeks before"), tr("Four weeks on")
        self.title.setText(_with_year(text, found))
        self.before.set_tip(tips[0])
        self.after.set_tip(tips[1])
        self.views.set_value(found.view)
        self.filters.show_filters(found.filters, found.people, found.shops)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The key gives way where tiers and people would not both be shown.
        for hint in (True, False, True):
            self.today.set_hint_shown(hint and self.width() >= _WIDE)
            widgets = (self.before, self.title, self.after, self.today, self.views)
            used = sum(widget.sizeHint().width() for widget in widgets) + _GAPS
            if self.filters.fit(self.width() - used):
                return


def _with_year(text: str, found: CalendarShown) -> str:
    """The year too where the title does not say it and it is not the present one."""
    year = found.span[0].year
    if found.view is CalendarView.MONTH or year == found.desk.today.year or str(year) in text:
        return text
    return f"{year} 年 {text}" if language() == "zh" else f"{text} {year}"


def _span_text(found: CalendarShown) -> str:
    """`11 月 16–22 日`, `16–22 Nov 2026`, `30 Nov – 6 Dec 2026`."""
    first, last = found.span[0], found.span[0] + timedelta(days=6)
    if language() == "zh":
        start = f"{first.month} 月 {first.day}"
        end = f"{last.day} 日" if first.month == last.month else f"{last.month} 月 {last.day} 日"
        between = "–" if first.month == last.month else " 日 – "
        return f"{start}{between}{end}"
    months = [shown.month_title(day, "en") for day in (first, last)]
    if months[0] == months[1]:
        return f"{first.day}–{last.day} {months[1][:3]} {last.year}"
    return f"{first.day} {months[0][:3]} – {last.day} {months[1][:3]} {last.year}"
