"""How a buyer likes to be contacted: own rhythm, hours and weekdays, channel, person, birthday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from models.call_kinds import Channel
from models.records import Buyer, Person
from models.rules.call_hours import hours_hold, read_hours
from models.rules.call_settings import Hours
from models.rules.contact_consent import is_birthday
from models.rules.rhythms import MOST_NTH, Rhythm, RhythmUnit, rhythm_or_none
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.rhythm_words import nth_words, rhythm_inside, unit_words, weekday_text
from ui.widgets.panel import FormRows, column, line
from ui.words import word

tr = translator("vips")
_TIERS_OWN, _OWN = "tier", "own"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was entered, ready for ContactService.set_preferences."""

    rhythm: Rhythm | None
    hours: Hours | None
    channel: Channel | None
    person_id: int | None
    birthday: str


class Choice(QComboBox):
    """A choice of words; turning the wheel over it scrolls the page instead of changing it."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget, *, width: int = 0) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if width:
            self.setFixedWidth(width)
        self.fill(choices)

    def fill(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these: value and words."""
        self.clear()
        for value, words in choices:
            self.addItem(words, value)

    def value(self) -> str:
        """The value chosen."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose; the first one where it is not offered."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WishFields(FormRows):
    """Fields of one buyer; `wishes` is None while something cannot be, and says so under the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, label_width=108)
        self._rhythm_row()
        self._hours_row()
        self.channel = Choice(tr("Channel they like"), [], self, width=220)
        self.add_field(tr("Channel they like"), self.channel)
        self.person = Choice(tr("Who calls"), [], self, width=220)
        self.add_field(tr("Who calls"), self.person)
        self.birthday = QLineEdit(self)
        self.birthday.setMaxLength(10)
        self.birthday.setFixedWidth(220)
        self.birthday.setPlaceholderText(tr("1990-05-20 or 05-20"))
        self.add_field(tr("Birthday"), self.birthday)

    def _rhythm_row(self) -> None:
        self.rhythm_box = QWidget(self)
        rows = column(self.rhythm_box, spacing=6)
        row = line(spacing=6)
        self.own = Choice(tr("Rhythm"), [(_TIERS_OWN, ""), (_OWN, tr("Own rhythm"))], self.rhythm_box)
        self.rhythm_box.setFocusProxy(self.own)
        self.every = QLineEdit("1", self.rhythm_box)
        self.every.setMaxLength(3)
        self.every.setFixedWidth(44)
        self.every.setAccessibleName(tr("Every so many"))
        self.unit = Choice(tr("Days, weeks, months or quarters"), unit_words(), self.rhythm_box, width=104)
        which = [("0", tr("same day")), *((str(nth), text) for nth, text in nth_words().items())]
        self.nth = Choice(tr("Which weekday of the month or quarter"), which, self.rhythm_box, width=108)
        days = [(str(each), weekday_text(each)) for each in range(7)]
        self.weekday = Choice(tr("Weekday"), days, self.rhythm_box, width=124)
        for each in (self.every, self.unit, self.nth, self.weekday):
            row.addWidget(each)
        row.addStretch(1)
        rows.addWidget(self.own)
        rows.addLayout(row)
        for each in (self.own, self.unit, self.nth):
            each.currentIndexChanged.connect(lambda _: self._fit())
        self.add_field(tr("Rhythm"), self.rhythm_box)

    def _hours_row(self) -> None:
        self.hours_box = QWidget(self)
        rows = column(self.hours_box, spacing=4)
        row = line(spacing=6)
        self.start, self.end = QLineEdit(self.hours_box), QLineEdit(self.hours_box)
        for field, name, hint in ((self.start, tr("From"), "10:00"), (self.end, tr("Until"), "12:00")):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setMaxLength(5)
            field.setFixedWidth(64)
        row.addWidget(self.start)
        row.addWidget(PlainLabel("–", self.hours_box, ink="text3"))
        row.addWidget(self.end)
        row.addStretch(1)
        rows.addLayout(row)
        week = line(spacing=10)
        self.weekdays = [QCheckBox(weekday_text(each, short=True), self.hours_box) for each in range(7)]
        for number, box in enumerate(self.weekdays):
            box.setAccessibleName(weekday_text(number))
            week.addWidget(box)
        week.addStretch(1)
        rows.addLayout(week)
        self.hours_box.setFocusProxy(self.start)
        self.add_field(tr("Good times"), self.hours_box, tr("No times and no days: any time the shop calls."))

    def _fit(self) -> None:
        own = self.own.value() == _OWN
        months = own and RhythmUnit(self.unit.value()) in MOST_NTH
        self.every.setVisible(own)
        self.unit.setVisible(own)
        self.nth.setVisible(months)
        self.weekday.setVisible(months and self.nth.value() != "0")

    def show_wishes(self, buyer: Buyer, people: Sequence[Person], tier_rhythm: Rhythm) -> None:
        """Show what is kept."""
        self.own.setItemText(0, tr("As the tier: %1", rhythm_inside(tier_rhythm)))
        rhythm = rhythm_or_none(buyer.call_rhythm)
        self.own.set_value(_OWN if rhythm else _TIERS_OWN)
        kept = rhythm or tier_rhythm
        self.every.setText(str(kept.every))
        self.unit.set_value(kept.unit.value)
        if kept.nth and self.nth.findData(str(kept.nth)) < 0:
            self.nth.addItem(tr("%1th", kept.nth), str(kept.nth))
        self.nth.set_value(str(kept.nth))
        self.weekday.set_value(str(kept.weekday))
        hours = read_hours(buyer.call_hours) or Hours()
        self.start.setText(hours.start)
        self.end.setText(hours.end)
        for number, box in enumerate(self.weekdays):
            box.setChecked(number in hours.weekdays)
        self.channel.fill([("", tr("No preference")), *((each.value, word(each)) for each in Channel)])
        self.channel.set_value(buyer.call_channel)
        listed = [(str(each.id), one_line(each.name)) for each in people]
        self.person.fill([("", tr("Anybody")), *listed])
        known = str(buyer.call_person_id or "")
        if known and self.person.findData(known) < 0:
            self.person.addItem(tr("Somebody who left"), known)
        self.person.set_value(known)
        self.birthday.setText(buyer.birthday)
        self._fit()
        for field in (self.rhythm_box, self.hours_box, self.birthday):
            self.set_wrong(field, "")

    def wishes(self) -> Wishes | None:
        """What was entered; None where something cannot be, which is said under its field."""
        rhythm, good = None, True
        if self.own.value() == _OWN:
            rhythm = self._rhythm()
            good = rhythm is not None
        self.set_wrong(self.rhythm_box, "" if good else tr("A whole number from 1 to 400 (quarters: 133)."))
        hours = Hours(
            self.start.text().strip(), self.end.text().strip(),
            tuple(number for number, box in enumerate(self.weekdays) if box.isChecked()),
        )  # fmt: skip
        fine = hours_hold(hours)
        as_times = tr("Write times as 10:00, the first before the second; or leave both empty.")
        self.set_wrong(self.hours_box, "" if fine else as_times)
        birthday = self.birthday.text().strip()
        born = not birthday or is_birthday(birthday)
        self.set_wrong(self.birthday, "" if born else tr("Write it as 1990-05-20, or 05-20 without the year."))
        if not (good and fine and born):
            return None
        channel, person = self.channel.value(), self.person.value()
        return Wishes(
            rhythm, hours if hours != Hours() else None, Channel(channel) if channel else None,
            int(person) if person else None, birthday,
        )  # fmt: skip

    def _rhythm(self) -> Rhythm | None:
        typed = self.every.text().strip()
        if not typed.isdecimal():
            return None
        unit = RhythmUnit(self.unit.value())
        nth = int(self.nth.value()) if unit in MOST_NTH else 0
        try:
            return Rhythm(int(typed), unit, nth, int(self.weekday.value()) if nth else 0)
        except ValueError:
            return None
