"""Entering a date that was given: what is due, by whom, until when in the shop's zone, what happens, when to warn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QWidget

from desktop.services.entered_clocks import AUTO_CONFIRM, EnteredClock
from models.kinds import WaitingOn
from models.records import Clock
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import timeout_sentence, word

tr = translator("cases")
_HOURS = (0, 1, 4, 8, 24, 48, 72, 168)
_USUAL = 24


class ClockForm(HeldDialog):
    """`entered` carries an EnteredClock; with a clock its date is changed, without one a new clock is made."""

    entered = Signal(object)

    def __init__(
        self, now: datetime, zone: tzinfo, zone_name: str, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._now, self._zone, self._clock = now, zone, clock
        title = tr("Enter a clock") if clock is None else tr("Change the date")
        self.setWindowTitle(title)
        self.setMinimumWidth(500)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        rows.addWidget(
            PlainLabel(tr("For a date that was given, as by a payment processor. It is never computed."), self,
                       ink="text2", wrap=True)
        )  # fmt: skip
        self.form = FormRows(self)
        self.label = QLineEdit(clock.label_zh if clock else "", self)
        self.label.setMaxLength(100)
        self.label.setPlaceholderText(tr("Answer the processor"))
        self.form.add_field(tr("What is due"), self.label)
        self.who = QComboBox(self)
        for member in WaitingOn:
            self.who.addItem(word(member), member)
        self.who.setCurrentIndex(list(WaitingOn).index(clock.who if clock else WaitingOn.US))
        self.form.add_field(tr("Must act"), self.who)
        self.due = QDateTimeEdit(self)
        self.due.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.due.setCalendarPopup(True)
        self.due.setDateTime(_shown(clock.due_at if clock else now + timedelta(days=7), zone))
        self.form.add_field(tr("Until"), self.due, tr("In the shop's time: %1", zone_name))
        self.timeout = QLineEdit(timeout_sentence(clock.on_timeout) if clock else "", self)
        self.timeout.setMaxLength(500)
        self.form.add_field(tr("If it runs out"), self.timeout)
        self.warn = QComboBox(self)
        for hours in _HOURS:
            self.warn.addItem(_before(hours), hours)
        self.warn.setCurrentIndex(_HOURS.index(self._warning(clock)))
        self.form.add_field(tr("Warn"), self.warn)
        self.confirms = QCheckBox(tr("The platform confirms receipt by itself then"), self)
        self.confirms.setChecked(clock is not None and clock.rule == AUTO_CONFIRM)
        self.confirms.toggled.connect(self._confirms)
        self.form.add_field("", self.confirms, tr("Extending the trade puts it off."))
        rows.addWidget(self.form)
        self.take = Button(tr("Enter") if clock is None else tr("Change"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.label.setFocus()

    @staticmethod
    def _warning(clock: Clock | None) -> int:
        """The entry for what the clock has now, or the nearest longer one."""
        if clock is None:
            return _USUAL
        if clock.warn_at is None:
            return 0
        before = (clock.due_at - clock.warn_at) / timedelta(hours=1)
        return next((hours for hours in _HOURS if hours >= before), _HOURS[-1])

    def due_at(self) -> datetime:
        """The moment chosen; one that the shop's clocks show twice in a year is the first of the two."""
        day, at = self.due.date(), self.due.time()
        return datetime(
            day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone
        ).astimezone(UTC)  # fmt: skip

    def _confirms(self, on: bool) -> None:
        """What goes with it, where nothing else was written."""
        if on:
            self.who.setCurrentIndex(list(WaitingOn).index(WaitingOn.PLATFORM))
            self.label.setText(self.label.text() or tr("Automatic confirmation of receipt"))
            self.timeout.setText(self.timeout.text() or timeout_sentence("auto_confirm"))

    def _take(self) -> None:
        label, due_at = self.label.text().strip(), self.due_at()
        self.form.set_wrong(self.label, "" if label else tr("Say what is due."))
        self.form.set_wrong(self.due, "" if due_at > self._now else tr("This moment has passed."))
        if not label or due_at <= self._now:
            (self.due if label else self.label).setFocus()
            return
        hours = int(self.warn.currentData())
        warn = timedelta(hours=hours) if hours else None
        who = list(WaitingOn)[self.who.currentIndex()]
        self.entered.emit(
            EnteredClock(label, who, due_at, self.timeout.text().strip(), warn, self.confirms.isChecked())
        )
        self.leave()


def _shown(moment: datetime, zone: tzinfo) -> QDateTime:
    local = moment.astimezone(zone)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))


def _before(hours: int) -> str:
    if not hours:
        return tr("not before its last day")
    if hours < 24:
        return tr("%n hour(s) before", n=hours)
    return tr("%n day(s) before", n=hours // 24)
