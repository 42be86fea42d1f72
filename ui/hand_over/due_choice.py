"""Which morning clears an item, and by what hour: the coming mornings by name, the hour as it is usual or another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.rules.hand_over_days import read_due_by
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.panel import line

tr = translator("hand_over")
_MORNINGS, _HOUR = 14, 76


def morning_title(morning: date, today: date) -> str:
    """A morning as it is said: this one, tomorrow's, or by its day."""
    day = shown.day_title(morning, language(), short=True)
    near = {0: tr("This morning"), 1: tr("Tomorrow morning"), -1: tr("Yesterday morning")}.get((morning - today).days)
    return f"{near} · {day}" if near else day


class HourField(QLineEdit):
    """A time of day, typed as `12:00` or `9:30`."""

    def __init__(self, now: time, name: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{now:%H:%M}", parent)
        self.setFixedWidth(_HOUR)
        self.setMaxLength(8)
        self.setAccessibleName(name)

    def time(self) -> time | None:
        """What is typed; None while it is no time of day."""
        return read_due_by(self.text())


class DueChoice(QWidget):
    """`changed` after every choice of a morning."""

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
            days = sorted((*days, chosen))
        for day in days:
            self.morning.addItem(morning_title(day, today), day.isoformat())
        self.morning.setCurrentIndex(days.index(chosen or first))
        self.hour = HourField(due_by, tr("Due by"), self)
        across.addWidget(self.morning, 1)
        across.addWidget(PlainLabel(tr("by"), self, ink="text2"))
        across.addWidget(self.hour)
        self.setFocusProxy(self.morning)
        self.morning.currentIndexChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date:
        """The morning chosen."""
        return date.fromisoformat(str(self.morning.currentData()))

    def due_at(self) -> datetime | None:
        """By when, where it is not the usual hour; None for that. `wrong` says when none can be read."""
        chosen = self.hour.time() or self._usual
        return None if chosen == self._usual else datetime.combine(self.day(), chosen, tzinfo=self._zone)

    def wrong(self) -> str:
        """What is wrong with it, in words; empty for nothing."""
        return "" if self.hour.time() is not None else tr("Write it like 12:00 or 9:30.")
