"""Which morning clears an item, and by what hour: the coming mornings by name, the hour as it is usual or another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QTimeEdit, QWidget

from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.panel import line

tr = translator("hand_over")
_MORNINGS = 14


def morning_title(morning: date, today: date) -> str:
    """A morning as it is said: this one, tomorrow's, or by its day."""
    day = shown.day_title(morning, language(), short=True)
    near = {0: tr("This morning"), 1: tr("Tomorrow morning"), -1: tr("Yesterday morning")}.get((morning - today).days)
    return f"{near} · {day}" if near else day


class DueChoice(QWidget):
    """`changed` after every choice."""

    changed = Signal()

    def __init__(
        self, first: date, today: date, due_by: time, where: tzinfo, parent: QWidget | None = None, *,
        chosen: date | None = None,
    ) -> None:  # fmt: skip
        """`first` is the earliest morning to choose, and chosen unless another is."""
        super().__init__(parent)
        self._zone, self._usual = where, due_by
        across = line(self, spacing=8)
        self.morning = QComboBox(self)
        self.morning.setAccessibleName(tr("Morning"))
        days = [first + timedelta(days=place) for place in range(_MORNINGS)]
        if chosen is not None and chosen not in days:
            days.append(chosen)
        for day in days:
            self.morning.addItem(morning_title(day, today), day.isoformat())
        self.morning.setCurrentIndex(days.index(chosen) if chosen is not None else 0)
        self.hour = QTimeEdit(QTime(due_by.hour, due_by.minute), self)
        self.hour.setDisplayFormat("HH:mm")
        self.hour.setAccessibleName(tr("Due by"))
        across.addWidget(self.morning, 1)
        across.addWidget(PlainLabel(tr("by"), self, ink="text2"))
        across.addWidget(self.hour)
        self.setFocusProxy(self.morning)
        self.morning.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.hour.timeChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date:
        """The morning chosen."""
        return date.fromisoformat(str(self.morning.currentData()))

    def due_at(self) -> datetime | None:
        """By when, where it is not the usual hour; None for that."""
        hour = self.hour.time()
        chosen = time(hour.hour(), hour.minute())
        return None if chosen == self._usual else datetime.combine(self.day(), chosen, tzinfo=self._zone)
