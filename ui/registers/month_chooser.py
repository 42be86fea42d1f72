"""The month of the registers: one back, one on, and a popup of a year with its closed months and "all unsettled"."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from models.register_records import Month
from ui import format as shown
from ui.actions import key_text
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import column, line

tr = translator("registers")
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST, _LAST = 2000, 2100
_STEPS = 1040


def month_words(month: Month | None) -> str:
    """`2026 年 11 月`, `November 2026`; of no month: all that is unsettled."""
    return tr("All unsettled") if month is None else shown.month_title(date(month.year, month.month, 1), language())


def short_month(month: Month) -> str:
    """`11 月`, `Nov`."""
    return f"{month.month} 月" if language() == "zh" else _SHORT[month.month - 1]


class MonthPopup(QFrame):
    """A year of months. Arrow keys move, PgUp and PgDown turn the year, Enter takes, Esc leaves."""

    chosen = Signal(object)
    year_turned = Signal(int)

    def __init__(self, month: Month | None, today: Month, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "panel")
        self.setAccessibleName(tr("Choose a month"))
        self._month, self._today = month, today
        self.year = (month or today).year
        rows = column(self, margins=(12, 10, 12, 12), spacing=8)
        head = line(spacing=8)
        before = icon_button("chevron-left", tr("Year before"), self)
        after = icon_button("chevron-right", tr("Next year"), self)
        before.clicked.connect(lambda: self.turn(-1))
        after.clicked.connect(lambda: self.turn(1))
        self._title = PlainLabel("", self, role="heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head.addWidget(before)
        head.addWidget(self._title, 1)
        head.addWidget(after)
        rows.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(6)
        self.buttons: list[Button] = []
        for number in range(12):
            button = Button(short_month(Month(2026, number + 1)), self, size="small")
            button.setCheckable(True)
            button.setMinimumWidth(86)
            button.clicked.connect(lambda _=False, number=number: self._take(Month(self.year, number + 1)))
            grid.addWidget(button, number // 3, number % 3)
            self.buttons.append(button)
        rows.addLayout(grid)
        foot = line(spacing=8)
        now = Button(tr("This month"), self, kind="ghost", size="small")
        now.clicked.connect(lambda: self._take(self._today))
        every = Button(tr("All unsettled"), self, kind="ghost", size="small", icon="list")
        every.clicked.connect(lambda: self._take(None))
        foot.addWidget(now)
        foot.addStretch(1)
        foot.addWidget(every)
        rows.addLayout(foot)
        self._show()

    def turn(self, by: int) -> None:
        """Another year."""
        self.year = min(max(self.year + by, _FIRST), _LAST)
        self._show()
        self.year_turned.emit(self.year)

    def mark_closed(self, year: int, closed: Collection[int]) -> None:
        """Mark the months of a year that are closed."""
        if year != self.year:
            return
        for place, button in enumerate(self.buttons):
            button.set_icon_name("lock" if place + 1 in closed else "")
            name = shown.month_title(date(year, place + 1, 1), language())
            button.setAccessibleName(tr("%1, closed", name) if place + 1 in closed else name)

    def _show(self) -> None:
        self._title.setText(f"{self.year} 年" if language() == "zh" else str(self.year))
        for place, button in enumerate(self.buttons):
            button.set_icon_name("")
            button.setChecked(self._month == Month(self.year, place + 1))
        on = self._month if self._month is not None and self._month.year == self.year else None
        self.buttons[on.month - 1 if on is not None else 0].setFocus()

    def _take(self, month: Month | None) -> None:
        self.chosen.emit(month)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -3, Qt.Key.Key_Down: 3}
        now = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        for key, step in steps.items():
            if event.key() == key and now is not None:
                self.buttons[min(max(now + step, 0), 11)].setFocus(Qt.FocusReason.TabFocusReason)
                return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            return
        super().keyPressEvent(event)


class MonthChooser(QWidget):
    """`chosen` carries a Month, or None for all that is unsettled whatever its month."""

    chosen = Signal(object)

    def __init__(self, month: Month, today: Callable[[], Month], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month: Month | None = month
        self._today = today
        self._closed: Callable[[int, MonthPopup], object] = lambda year, popup: None
        row = line(self, spacing=8)
        self.before = icon_button("chevron-left", tr("Previous month"), self)
        self.after = icon_button("chevron-right", tr("Next month"), self)
        self.middle = Button("", self, size="small", trailing="chevron-down")
        self.middle.set_tip(tr("Choose a month (%1)", key_text("Alt+M")))
        for widget in (self.before, self.middle, self.after):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.middle.clicked.connect(self.open)
        self._say()

    def fit(self, width: int) -> None:
        """In a page so narrow the month before and after are in the popup and on their keys alone."""
        for button in (self.before, self.after):
            button.setVisible(width >= _STEPS)

    def month(self) -> Month | None:
        """What is chosen."""
        return self._month

    def ask_closed(self, ask: Callable[[int, MonthPopup], object]) -> None:
        """Whom to ask which months of a year are closed; the answer goes to `MonthPopup.mark_closed`."""
        self._closed = ask

    def set_month(self, month: Month | None, *, closed: bool = False) -> None:
        """Show a month as chosen without saying so."""
        self._month = month
        self._say()
        self.middle.set_icon_name("lock" if closed else "")

    def step(self, by: int) -> None:
        """So many months on; from "all unsettled" to this month."""
        now = self._month
        self._take(self._today() if now is None else _kept_in(now.plus(by)))

    def open(self) -> MonthPopup:
        """The popup."""
        popup = MonthPopup(self._month, self._today(), self)
        popup.chosen.connect(self._take)
        popup.year_turned.connect(lambda year: self._closed(year, popup))
        popup.adjustSize()
        right = self.middle.mapToGlobal(QPoint(self.middle.width(), self.middle.height() + 4))
        popup.move(right - QPoint(popup.width(), 0))
        popup.show()
        self._closed(popup.year, popup)
        return popup

    def _take(self, month: Month | None) -> None:
        if month != self._month:
            self.set_month(month)
            self.chosen.emit(month)

    def _say(self) -> None:
        words = month_words(self._month)
        month = self._month
        # Nine tabs stand beside it.
        short = words if month is None or language() == "zh" else f"{short_month(month)} {month.year}"
        self.middle.set_label(short)
        self.middle.setAccessibleName(tr("Month: %1", words))


def _kept_in(month: Month) -> Month:
    return month if _FIRST <= month.year <= _LAST else Month(min(max(month.year, _FIRST), _LAST), month.month)
