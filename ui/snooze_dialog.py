"""Snoozing cases: one key for the moment, Enter; or a date, an event to wake for, a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.services.case_snooze import SnoozePlan
from models.clock import zone
from models.kinds import SnoozeEvent
from models.rules.case_snooze import LONGEST, SnoozePreset, happened_already, run_out_before
from ui import format as shown
from ui.case_names import clock_names, names
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import KeyHint
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line, line
from ui.words import word

tr = translator("case_life")
_WIDE = 520
_OWN = -1
_LATEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """What was chosen."""

    until: datetime
    event: SnoozeEvent | None = None
    note: str = ""


class SnoozeDialog(HeldDialog):
    """`chosen` carries a SnoozeChoice for the cases of the plan. Number keys choose a moment, Enter takes it."""

    chosen = Signal(object)

    def __init__(self, plan: SnoozePlan, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._now = plan, now
        self._moments = list(plan.moments.items())
        self.setModal(True)
        self.setFixedWidth(_WIDE)
        title = (
            tr("Snooze %1", one_line(plan.numbers[0])) if len(plan.numbers) == 1
            else tr("Snooze %n case(s)", n=len(plan.numbers))
        )  # fmt: skip
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if plan.refused:
            rows.addWidget(Banner("due", tr("Closed, so not snoozed: %1", names(plan.refused)), "", self))
        self._group = QButtonGroup(self)
        self._add_moments(rows)
        self.form = FormRows(self)
        self.event_ = QComboBox(self)
        self.event_.addItem(tr("only then"), None)
        for member in SnoozeEvent:
            self.event_.addItem(tr("or before that: %1", word(member)), member)
        self.event_.currentIndexChanged.connect(lambda _: self._event_chosen())
        self.form.add_field(tr("Wake"), self.event_)
        self.note = QLineEdit(self)
        self.note.setMaxLength(500)
        self.note.setPlaceholderText(tr("Courier calls back in the afternoon"))
        self.form.add_field(tr("Note"), self.note)
        rows.addWidget(self.form)
        self.late = Banner("due", "", "", self)
        rows.addWidget(self.late)
        self.take = Button(tr("Snooze"), self, kind="primary", icon="alarm-clock")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._show_late()
        self._group.buttons()[0].setFocus()

    def _add_moments(self, rows: QVBoxLayout) -> None:
        here = zone(self._plan.time_zone)
        box = column(spacing=2)
        for place, (preset, moment) in enumerate(self._moments):
            self._add(box, place, _preset_word(preset), shown.day_and_time(moment, self._now, language(), here))
        choice = self._add(box, len(self._moments), tr("Date and time"), "", number=_OWN)
        self.own = QDateTimeEdit(self)
        self.own.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.own.setCalendarPopup(True)
        self.own.setAccessibleName(tr("Date and time"))
        self.own.setDateTime(_shown(self._now + timedelta(days=2), self._plan.time_zone))
        self.own.dateTimeChanged.connect(lambda _: choice.setChecked(True))
        self.own.dateTimeChanged.connect(lambda _: self._show_late())
        box.addSpacing(4)
        indented = line(margins=(24, 0, 0, 0))
        indented.addWidget(self.own)
        box.addLayout(indented)
        rows.addLayout(box)
        self._group.buttons()[0].setChecked(True)
        self._group.idToggled.connect(lambda number, on: self._show_late() if on else None)

    def _add(self, box: QVBoxLayout, place: int, text: str, when: str, number: int | None = None) -> QRadioButton:
        row = line(spacing=8)
        choice = QRadioButton(text, self)
        choice.setAccessibleName(f"{text} {when}".strip())
        self._group.addButton(choice, place if number is None else len(self._moments))
        row.addWidget(choice, 1)
        row.addWidget(PlainLabel(when, self, ink="text2"))
        row.addWidget(KeyHint(str(place + 1), self))
        box.addLayout(row)
        return choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Digits belong to a field that has the keyboard; these come here only from elsewhere.
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self._group.buttons()) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            button = self._group.buttons()[place]
            button.setChecked(True)
            (self.own if place == len(self._moments) else button).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def until(self) -> datetime:
        """The moment chosen, in UTC."""
        place = self._group.checkedId()
        if 0 <= place < len(self._moments):
            return self._moments[place][1]
        day, at = self.own.date(), self.own.time()
        here = zone(self._plan.time_zone)
        return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=here).astimezone(UTC)

    def _event_chosen(self) -> None:
        """An event may be far off: a week at the latest, unless a moment was chosen already."""
        if self.event_.currentData() is not None and self._group.checkedId() == 0:
            self.own.setDateTime(_shown(self._now + _LATEST, self._plan.time_zone))
            self._group.buttons()[-1].setChecked(True)
        self._show_late()

    def _show_late(self) -> None:
        if not hasattr(self, "late"):
            return
        ending = run_out_before(self._plan.clocks, self.until())
        self.late.setVisible(bool(ending))
        if ending:
            self.late.set_text(
                tr("Ends before that: %1", clock_names(ending, self._now, self._plan.time_zone)),
                tr("It stays among the late ones and on Today all the same."),
            )
        self.form.set_wrong(self.event_, "")
        # Once the wrapped lines know their width.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the wrapped lines need at this width."""
        rows = self.layout()
        if rows is not None:
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(_WIDE), rows.totalMinimumSize().height()))

    def _take(self) -> None:
        until, chosen = self.until(), self.event_.currentData()
        event = SnoozeEvent(chosen) if chosen else None
        if until <= self._now or until - self._now > LONGEST:
            self.late.setVisible(True)
            self.late.set_text(
                tr("This moment has passed.") if until <= self._now else tr("This is more than a year away."), ""
            )
            self.own.setFocus()
            return
        if happened_already(event, self._plan.clocks, self._now):
            self.form.set_wrong(self.event_, tr("A clock ends within 24 hours already; it would wake at once."))
            self.event_.setFocus()
            return
        self.chosen.emit(SnoozeChoice(until, event, self.note.text().strip()))
        self.leave()


def _shown(moment: datetime, time_zone: str) -> QDateTime:
    local = moment.astimezone(zone(time_zone))
    return QDateTime(QDate(local.year, local.month, local.day), QTime(9, 0))


def _preset_word(preset: SnoozePreset) -> str:
    return {
        SnoozePreset.HOUR: tr("In an hour"),
        SnoozePreset.AFTERNOON: tr("This afternoon"),
        SnoozePreset.TOMORROW: tr("Tomorrow morning"),
        SnoozePreset.WORKDAY: tr("Next workday"),
        SnoozePreset.WEEK: tr("Next week"),
    }[preset]
