"""The fields of a rhythm: every so many days, weeks, months or quarters, on the same day or an nth weekday."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.rules.rhythms import LONGEST, MOST_NTH, Rhythm, RhythmUnit
from ui.i18n import translator
from ui.rhythm_words import nth_words, unit_words, weekday_text
from ui.settings.call_fields import NumberField
from ui.settings.setting_fields import ChoiceField
from ui.widgets.panel import line

tr = translator("call_settings")
_UNIT, _NTH, _DAY = 100, 144, 108


class RhythmFields(QWidget):
    """`changed` when an edit is over."""

    changed = Signal()

    def __init__(self, tier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=6)
        self.every = NumberField(tr("%1: every so many", tier), self)
        self.unit = ChoiceField(unit_words(), self)
        self.unit.setFixedWidth(_UNIT)
        self.unit.setAccessibleName(tr("%1: days, weeks, months or quarters", tier))
        which = [("0", tr("on the same day")), *((str(nth), text) for nth, text in nth_words().items())]
        self.nth = ChoiceField(which, self)
        self.nth.setFixedWidth(_NTH)
        self.nth.setAccessibleName(tr("%1: which weekday of the month or quarter", tier))
        weekdays = [(str(n), weekday_text(n)) for n in range(7)]
        self.weekday = ChoiceField(weekdays, self)
        self.weekday.setFixedWidth(_DAY)
        self.weekday.setAccessibleName(tr("%1: weekday", tier))
        for field in (self.every, self.unit, self.nth, self.weekday):
            row.addWidget(field)
            field.edited.connect(lambda _: self._edited())
        row.addStretch(1)

    def _edited(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Only months and quarters have an nth weekday; only that has a weekday to choose."""
        months = RhythmUnit(self.unit.value()) in MOST_NTH
        self.nth.setVisible(months)
        self.weekday.setVisible(months and self.nth.value() != "0")

    def show_rhythm(self, rhythm: Rhythm) -> None:
        """Show what is kept."""
        self.every.set_value(str(rhythm.every))
        self.unit.set_value(rhythm.unit.value)
        self.nth.set_value(str(rhythm.nth))
        if rhythm.nth:
            self.weekday.set_value(str(rhythm.weekday))
        self._fit()

    def rhythm(self) -> Rhythm | None:
        """What was entered; None where it cannot be."""
        every, unit = self.every.number(), RhythmUnit(self.unit.value())
        if every is None or not 1 <= every <= LONGEST[unit]:
            return None
        nth = int(self.nth.value()) if unit in MOST_NTH else 0
        try:
            return Rhythm(every, unit, nth, int(self.weekday.value()) if nth else 0)
        except ValueError:
            return None
