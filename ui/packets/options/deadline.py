"""The date the receiver gave: the clock that reminds of it, and the dialog that enters it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QWidget

from models.kinds import ClockKind, ClockStatus, PacketForm
from models.records import CasePage, Clock
from models.rules.packet_presets import PacketPreset
from ui import format as shown
from ui.i18n import language, translator
from ui.packets.options.preset_words import preset_name
from ui.plain import PlainLabel, one_line, plain_tooltip
from ui.theme import State
from ui.widgets.buttons import Button, link_button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.marks import IconMark
from ui.widgets.panel import FormRows, column, foot_line, line

tr = translator("packet_options")
_WARNINGS = (24, 48, 72, 4, 0)
_LABEL = 100
# What the clock is called in either language of the window.
_DUE = {"Proof is due", "举证截止"}


def clock_label(preset: PacketPreset) -> str:
    """What the clock of a receiver's date is called; paper and archives go to somebody who is not known here."""
    return tr("Proof is due") if _nobody(preset) else tr("Proof for %1", preset_name(preset))[:_LABEL]


def _nobody(preset: PacketPreset) -> bool:
    return preset.id == "print" or preset.form is PacketForm.ARCHIVE


def receiver_clock(page: CasePage, preset: PacketPreset) -> Clock | None:
    """The running clock entered for this receiver; None where its date was not entered."""
    names = _DUE if _nobody(preset) else {preset.name_zh, preset.name_en} - {""}
    for clock in page.clocks:
        if clock.status is ClockStatus.RUNNING and clock.kind is ClockKind.ENTERED:
            labels = (clock.label_zh, clock.label_en)
            if any(name in label for name in names for label in labels):
                return clock
    return None


def nearest_clock(page: CasePage) -> Clock | None:
    """The running clock of the case that is due first."""
    running = [clock for clock in page.clocks if clock.status is ClockStatus.RUNNING]
    return min(running, key=lambda clock: clock.due_at, default=None)


class DeadlineRow(QWidget):
    """The receiver's date, or how to enter it; `wanted` opens the dialog."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, margins=(8, 2, 8, 0), spacing=8)
        self.mark = IconMark("clock", "text3", 14, self)
        row.addWidget(self.mark)
        self.text = PlainLabel("", self, role="small", ink="text3", wrap=True)
        row.addWidget(self.text, 1)
        self.enter = link_button(tr("Enter the date"), self)
        self.enter.clicked.connect(self.wanted)
        row.addWidget(self.enter)

    def show_deadline(self, page: CasePage, preset: PacketPreset | None, now: datetime, zone: tzinfo) -> None:
        """The clock of this receiver, else the case's nearest, else that there is none."""
        own = receiver_clock(page, preset) if preset is not None else None
        clock = own or nearest_clock(page)
        usual = ""
        if preset is not None:
            usual = one_line(preset.deadline_zh if language() == "zh" else preset.deadline_en)
        if clock is None:
            self.text.setText(usual or tr("No date of the receiver is entered."))
            self.text.set_ink("text3")
            self.mark.set("clock", "text3")
        else:
            counted = shown.countdown(clock.due_at, now, language())
            when = shown.day_and_time(clock.due_at, now, language(), zone)
            self.text.setText(" · ".join((one_line(clock.label(language())), when, counted.text)))
            state: State = counted.state  # type: ignore[assignment]
            ink = state if state in ("overdue", "due") else "text3"
            self.text.set_ink(ink)
            self.mark.set("clock", ink)
        self.enter.set_label(tr("Change") if own is not None else tr("Enter the date"))
        plain_tooltip(self.enter, usual)


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date a receiver gave, and how long before it to remind."""

    due_at: datetime
    warn_before: timedelta


class DeadlineDialog(HeldDialog):
    """`given` carries a GivenDate."""

    given = Signal(object)

    def __init__(
        self, preset: PacketPreset, clock: Clock | None, now: datetime, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._zone = now, zone
        self.setMinimumWidth(460)
        title = tr("The receiver's date") if _nobody(preset) else tr("The date %1 gave", preset_name(preset))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        usual = one_line(preset.deadline_zh if language() == "zh" else preset.deadline_en)
        if usual:
            rows.addWidget(PlainLabel(usual, self, ink="text2", wrap=True))
        self.form = FormRows(self)
        self.due = QDateTimeEdit(self)
        self.due.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.due.setCalendarPopup(True)
        hours = preset.deadline_hours
        proposed = clock.due_at if clock is not None else now + timedelta(hours=hours or 168)
        local = proposed.astimezone(zone)
        self.due.setDateTime(QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)))
        help_text = tr("In the shop's time. It counts as a clock of the case and reminds like one.")
        if hours is not None and clock is None:
            help_text = tr("Proposed: %n hour(s) from now, as this receiver gives.", n=hours) + " " + help_text
        self.form.add_field(tr("Until"), self.due, help_text)
        self.warn = QComboBox(self)
        for hour in _WARNINGS:
            self.warn.addItem(tr("%n hour(s) before", n=hour) if hour else tr("not before it is due"), hour)
        self.form.add_field(tr("Remind"), self.warn)
        rows.addWidget(self.form)
        self.take = Button(tr("Keep the date"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.due.setFocus()

    def _take(self) -> None:
        day, at = self.due.date(), self.due.time()
        due = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone).astimezone(UTC)
        warn = timedelta(hours=int(self.warn.currentData()))
        if due <= self._now:
            self.form.set_wrong(self.due, tr("This moment has passed."))
            self.due.setFocus()
            return
        self.form.set_wrong(self.due, "")
        # A warning that lies in the past warns at once instead.
        self.given.emit(GivenDate(due, min(warn, max(due - self._now - timedelta(minutes=1), timedelta()))))
        self.leave()
