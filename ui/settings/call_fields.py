"""Composite fields of the call-back settings: a number in words, hours with weekdays, yellow and red limits."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from models.rules.call_settings import Hours, Limits
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.rhythm_words import weekday_text
from ui.settings.setting_fields import LineField
from ui.widgets.controls import Switch
from ui.widgets.panel import FormRows, column, line

tr = translator("call_settings")
_NUMBER, _CLOCK = 56, 64
_TIME = re.compile(r"([0-9]{1,2})[:：.]([0-9]{2})")
_LONGEST = 12


class NumberField(LineField):
    """A whole number, in digits of any width."""

    def __init__(self, name: str, parent: QWidget | None = None, *, width: int = _NUMBER) -> None:
        super().__init__(parent, width=width)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)

    def number(self) -> int | None:
        """What was typed; None where it is no whole number."""
        return whole_number(self.text())


def whole_number(text: str) -> int | None:
    """`12`, also in full-width digits; None for anything else or more than nine digits."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= 9 else None


def mark(form: FormRows, box: QWidget, inner: QWidget, text: str) -> None:
    """Say under a row of fields what is wrong, and mark the one field it is about; an empty text clears both."""
    form.set_wrong(box, text)
    inner.setProperty("wrong", bool(text))
    inner.setAccessibleDescription(text)
    inner.style().unpolish(inner)
    inner.style().polish(inner)


def words(text: str, parent: QWidget) -> PlainLabel:
    """Words between fields."""
    return PlainLabel(text, parent, ink="text2")


class SwitchLine(QWidget):
    """A switch with its words beside it; `switched` comes when somebody turns it."""

    switched = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=8)
        self.switch = Switch(text, self)
        self.setFocusProxy(self.switch)
        row.addWidget(self.switch)
        row.addWidget(PlainLabel(text, self, wrap=True), 1)
        self.switch.clicked.connect(self.switched)

    def set_on(self, on: bool) -> None:
        """Show what is kept."""
        self.switch.setChecked(on)


class LimitFields(QWidget):
    """Yellow and red limits of a tier; `changed` when an edit is over."""

    changed = Signal()

    def __init__(self, tier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=6)
        self.yellow = NumberField(tr("%1: yellow after so many days late", tier), self)
        self.red = NumberField(tr("%1: red after so many days late", tier), self)
        row.addWidget(words(tr("yellow after"), self))
        row.addWidget(self.yellow)
        row.addWidget(words(tr("days, red after"), self))
        row.addWidget(self.red)
        row.addWidget(words(tr("days late"), self))
        row.addStretch(1)
        for field in (self.yellow, self.red):
            field.edited.connect(lambda _: self.changed.emit())

    def show_limits(self, limits: Limits) -> None:
        """Show what is kept."""
        self.yellow.set_value(str(limits.yellow))
        self.red.set_value(str(limits.red))

    def limits(self) -> Limits | None:
        """What was typed; None where one is no number."""
        yellow, red = self.yellow.number(), self.red.number()
        return None if yellow is None or red is None else Limits(yellow, red)


class HourFields(QWidget):
    """From and to, and the days of the week; `changed` when an edit is over."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=4)
        row = line(spacing=6)
        self.start = LineField(self, width=_CLOCK, hint="10:00")
        self.end = LineField(self, width=_CLOCK, hint="20:00")
        for field, name in ((self.start, tr("Calls from")), (self.end, tr("Calls until"))):
            field.setMaxLength(5)
            field.setAccessibleName(name)
            field.edited.connect(lambda _: self.changed.emit())
        row.addWidget(self.start)
        row.addWidget(words(tr("to"), self))
        row.addWidget(self.end)
        row.addStretch(1)
        rows.addLayout(row)
        week = line(spacing=6)
        self.days: list[QCheckBox] = []
        for day in range(7):
            box = QCheckBox(weekday_text(day, short=True), self)
            box.clicked.connect(lambda _=False: self.changed.emit())
            week.addWidget(box)
            self.days.append(box)
        week.addStretch(1)
        rows.addLayout(week)

    def show_hours(self, hours: Hours) -> None:
        """Show what is kept."""
        self.start.set_value(hours.start)
        self.end.set_value(hours.end)
        for day, box in enumerate(self.days):
            box.setChecked(day in hours.weekdays)

    def hours(self) -> Hours | None:
        """What was typed, times as HH:MM; None where one is no time."""
        start, end = clock_time(self.start.text()), clock_time(self.end.text())
        if start is None or end is None:
            return None
        return Hours(start, end, tuple(day for day, box in enumerate(self.days) if box.isChecked()))


def clock_time(text: str) -> str | None:
    """`9:30`, `09：30` as `09:30`; empty for nothing, None for what is no time."""
    typed = text.strip()
    if not typed:
        return ""
    found = _TIME.fullmatch(typed)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return f"{int(found[1]):02}:{int(found[2]):02}"
