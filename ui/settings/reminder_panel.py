"""Reminders and calendar: what is told and when, what starts with the system, what leaves in a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSystemTrayIcon, QWidget

from desktop.context import AppContext
from desktop.platform.autostart import Autostart
from desktop.platform.paths import default_data_folder
from desktop.services.calendar_feed import FeedState
from models.clock import zone
from models.errors import UserError
from models.rules import call_reminders
from models.rules.calendar_choices import Shown, checked
from ui import format as shown
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.settings.setting_fields import ChoiceField, LineField
from ui.tray import STAY_IN_TRAY
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented, Switch, row_of
from ui.widgets.panel import FormRows, Panel

tr = translator("reminders")
_CLOCK_WIDTH, _NUMBER_WIDTH, _LABEL_WIDTH = 72, 72, 152
_NEVER = "never"
_MINUTES = (0, 5, 10, 15, 30, 60, 120, 1440)


class ReminderPanel(Panel):
    """Each edit is kept at once; what does not hold is said under its field and nothing of it is kept."""

    said = Signal(str)
    asked = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget | None = None, *,
        autostart: Autostart | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Reminders and calendar"), tr("of call-backs"), parent, icon="bell", token="accent")
        self._ctx, self._background = ctx, background
        root = ctx.store.folder.root
        # A sample shop goes away with the program.
        self._passing = autostart is None and Path(gettempdir()) in root.parents
        self._autostart = autostart or Autostart(None if root == default_data_folder() else root)
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        self.form = FormRows(self.body, label_width=_LABEL_WIDTH, spacing=4)
        self.rows.addWidget(self.form)
        self._add_reminders()
        self._add_system()
        self.rows.addWidget(PlainLabel(tr("Calendar file for the phone"), self.body, weight=600))
        self.calendar = FormRows(self.body, label_width=_LABEL_WIDTH, spacing=4)
        self.rows.addWidget(self.calendar)
        self._add_calendar()
        self.reload()

    # Rows

    def _add_reminders(self) -> None:
        self.day = Switch(tr("Remind at the start of the day"), self.form)
        self.day_at = self._clock(tr("Start of the day"))
        self.day_row = row_of(self.day, self.day_at, 1, parent=self.form)
        counted = tr("How many call-backs stand for today or are late.")
        self.form.add_field(tr("Start of the day"), self.day_row, counted)
        self.days_off = Switch(tr("On days off too"), self.form)
        self.form.add_field(tr("On days off too"), row_of(self.days_off, 1, parent=self.form))
        self.before = ChoiceField(_minutes(), self.form)
        self.form.add_field(tr("Before an appointment"), self.before)
        self.quiet_from = self._clock(tr("Quiet from"), "21:00")
        self.quiet_until = self._clock(tr("Quiet until"), "08:30")
        dash = PlainLabel("–", self.form)
        self.quiet_row = row_of(self.quiet_from, dash, self.quiet_until, 1, parent=self.form)
        self.form.add_field(tr("Quiet hours"), self.quiet_row,
                            tr("Nothing is told then; it is told once after them. Empty: no quiet hours."))  # fmt: skip
        self.names = Switch(tr("Say who"), self.form)
        self.form.add_field(
            tr("Say who"), row_of(self.names, 1, parent=self.form),
            tr("Only while the screen is known to be unlocked, which Windows and macOS tell; else nobody is named."),
        )  # fmt: skip
        for switch, name in ((self.day, "day"), (self.days_off, "days_off"), (self.names, "names")):
            switch.clicked.connect(lambda on, name=name: self._remind(self.form, None, **{name: on}))
        for field, name, row in (
            (self.day_at, "day_at", self.day_row), (self.quiet_from, "quiet_from", self.quiet_row),
            (self.quiet_until, "quiet_until", self.quiet_row),
        ):  # fmt: skip
            field.edited.connect(
                lambda text, name=name, row=row: self._remind(self.form, row, **{name: _clock_text(text)})
            )
        self.before.edited.connect(lambda value: self._remind(self.form, self.before, before=_number(value)))

    def _add_system(self) -> None:
        self.start = Switch(tr("Start with the system"), self.form)
        self.start_row = row_of(self.start, 1, parent=self.form)
        self.start.setEnabled(not self._passing)
        hidden, passing = tr("Hidden in the tray, where there is one."), tr("Not for a sample shop.")
        self.form.add_field(tr("Start with the system"), self.start_row, passing if self._passing else hidden)
        self.start.clicked.connect(self._turn_start)
        self.stay = Switch(tr("Keep running in the tray"), self.form)
        tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.stay.setEnabled(tray)
        self.form.add_field(
            tr("Keep running in the tray"), row_of(self.stay, 1, parent=self.form),
            tr("When the window is closed; “Quit” ends the program.") if tray else tr("This system has no tray."),
        )  # fmt: skip
        self.stay.clicked.connect(lambda on: self._ctx.settings.set(STAY_IN_TRAY, on))

    def _add_calendar(self) -> None:
        form = self.calendar
        self.folder = form.add_fact(tr("Folder"))
        self.choose = Button(tr("Choose folder…"), form, icon="folder-open", size="small")
        self.choose.clicked.connect(self._choose_folder)
        self.reveal = Button(tr("Show"), form, kind="ghost", size="small")
        self.reveal.clicked.connect(self._reveal)
        self.leave = Button(tr("Stop writing"), form, kind="ghost", size="small")
        self.leave.clicked.connect(self._leave)
        read = tr("A cloud or network folder the phone subscribes to; who can read it sees what is in the file.")
        seen = tr("How soon a phone sees a change is up to it; Google is known to take hours, up to a day.")
        crossed = tr("Apple calendars may show what was done crossed out, for two weeks.")
        form.add_field("", row_of(self.choose, self.reveal, self.leave, 1, parent=form), f"{read}\n{seen}\n{crossed}")
        self.clear = Button(tr("Remove the old file"), form, icon="trash-2", size="small")
        self.clear.clicked.connect(self._remove_left)
        self.left_row = row_of(self.clear, 1, parent=form)
        form.add_field("", self.left_row)
        amounts = [
            (Shown.NOTHING.value, tr("No")), (Shown.MASKED.value, tr("Masked")), (Shown.WHOLE.value, tr("Whole")),
        ]  # fmt: skip
        self.amounts: dict[str, Segmented] = {}
        for name, label in (("name", tr("Name")), ("phone", tr("Phone"))):
            self.amounts[name] = Segmented(amounts, parent=form)
            form.add_field(label, row_of(self.amounts[name], 1, parent=form))
            self.amounts[name].chosen.connect(lambda word, name=name: self._let_out(None, **{name: Shown(word)}))
        self.switches: dict[str, Switch] = {}
        for name, label in (("buyer_id", tr("Buyer ID")), ("subject", tr("What to talk about"))):
            self.switches[name] = Switch(label, form)
            form.add_field(label, row_of(self.switches[name], 1, parent=form))
            self.switches[name].clicked.connect(lambda on, name=name: self._let_out(None, **{name: on}))
        self.days = LineField(form, width=_NUMBER_WIDTH, hint="90")
        self.days.setAccessibleName(tr("Days ahead"))
        self.days_row = row_of(self.days, 1, parent=form)
        form.add_field(tr("Days ahead"), self.days_row,
                       tr("With fewer, what is further off is taken back from the phone."))  # fmt: skip
        self.days.edited.connect(lambda text: self._let_out(self.days_row, days=_whole(text)))
        self.alarm = ChoiceField(_minutes(), form)
        rings = tr("Google and Outlook are known to leave out alarms of a subscribed calendar: set one there.")
        apple = tr("On an iPhone or Mac turn “Remove Alerts” off when subscribing.")
        form.add_field(tr("Alarm before"), self.alarm, f"{rings}\n{apple}")
        self.alarm.edited.connect(lambda value: self._let_out(self.alarm, alarm=_number(value)))
        self.day_alarm = self._clock(tr("Alarm of the day"))
        self.alarm_row = row_of(self.day_alarm, 1, parent=form)
        form.add_field(tr("Alarm of the day"), self.alarm_row, tr("For call-backs without a time. Empty: no alarm."))
        self.day_alarm.edited.connect(lambda text: self._let_out(self.alarm_row, day_alarm=_clock_text(text)))
        self.sample = form.add_fact(tr("On the phone"), strong=True)
        self.written = form.add_fact(tr("Last written"))
        self.wrong = PlainLabel("", form, role="small", ink="overdue", wrap=True)
        self.rows.addWidget(self.wrong)
        self.now = Button(tr("Write now"), self.body, icon="refresh-cw", size="small")
        self.now.clicked.connect(lambda: self.asked.emit("write_calendar"))
        self.rows.addWidget(row_of(self.now, 1, parent=self.body))

    def _clock(self, name: str, hint: str = "09:00") -> LineField:
        field = LineField(self, width=_CLOCK_WIDTH, hint=hint)
        field.setAccessibleName(name)
        return field

    # Showing

    def reload(self) -> None:
        """Show what is kept, and how the calendar file does."""
        reminders, calendar = self._ctx.call_reminders.choices(), self._ctx.calendar_feed.choices()
        self.day.setChecked(reminders.day)
        self.day_at.set_value(reminders.day_at)
        self.days_off.setChecked(reminders.days_off)
        self.before.set_value(_NEVER if reminders.before is None else str(reminders.before))
        self.quiet_from.set_value(reminders.quiet_from)
        self.quiet_until.set_value(reminders.quiet_until)
        self.names.setChecked(reminders.names)
        self.stay.setChecked(self._ctx.settings.get(STAY_IN_TRAY) is True)
        self._show_start()
        self.amounts["name"].set_value(calendar.name.value)
        self.amounts["phone"].set_value(calendar.phone.value)
        self.switches["buyer_id"].setChecked(calendar.buyer_id)
        self.switches["subject"].setChecked(calendar.subject)
        self.days.set_value(str(calendar.days))
        self.alarm.set_value(_NEVER if calendar.alarm is None else str(calendar.alarm))
        self.day_alarm.set_value(calendar.day_alarm)
        self.sample.setText(self._ctx.calendar_feed.sample(calendar, language()))
        self.show_state(self._ctx.calendar_feed.state())

    def show_state(self, state: FeedState) -> None:
        """Where the file is, when it was written, what is wrong with it."""
        self.folder.setText(str(state.file) if state.file is not None else tr("written nowhere yet"))
        for button in (self.reveal, self.leave, self.now):
            button.setEnabled(state.folder is not None)
        self.left_row.setVisible(bool(state.left))
        stays = tr("Still there, and not written any more: %1", "\n".join(map(str, state.left)))
        self.calendar.set_help(self.left_row, stays if state.left else "")
        here = zone(self._ctx.bench.time_zone)
        when = state.written_at
        self.written.setText(
            tr("not yet") if when is None else shown.day_and_time(when, self._ctx.clock.now(), language(), here)
        )
        words = sentence(state.problem) if state.problem is not None else None
        self.wrong.setText(f"{words.what}\n{words.next}".strip() if words else "")
        self.wrong.setVisible(words is not None)

    def _show_start(self) -> None:
        self.start.setChecked(self._autostart.is_on())
        others = tr("Another copy or data folder starts with the system now; turning it on here replaces that.")
        self.form.set_wrong(self.start_row, others if self._autostart.is_others() else "")

    # Saving

    def _remind(self, form: FormRows, row: QWidget | None, **values: Any) -> None:
        service = self._ctx.call_reminders
        self._keep(form, row, lambda: service.choose(
            call_reminders.checked(replace(service.choices(), **values))))  # fmt: skip

    def _let_out(self, row: QWidget | None, **values: Any) -> None:
        feed = self._ctx.calendar_feed
        if self._keep(self.calendar, row, lambda: feed.choose(checked(replace(feed.choices(), **values)))):
            self.sample.setText(feed.sample(feed.choices(), language()))
            self.asked.emit("write_calendar")

    def _keep(self, form: FormRows, row: QWidget | None, work: Callable[[], None]) -> bool:
        try:
            work()
        except UserError as error:
            if row is not None:
                form.set_wrong(row, sentence(error).what)
            return False
        if row is not None:
            form.set_wrong(row, "")
        return True

    def _turn_start(self, on: bool) -> None:
        def failed(error: BaseException) -> None:
            self._show_start()
            self.form.set_wrong(self.start_row, sentence(error).what)

        future = self._ctx.jobs.io(lambda: self._autostart.turn(on), keeps=True)
        self._background.run(future, lambda _: self._show_start(), failed, receiver=self)

    # The folder

    def _choose_folder(self) -> None:
        start = self._ctx.calendar_feed.state().folder or Path.home()
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the calendar file"), str(start))
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, folder: Path) -> None:
        """Keep the calendar in this folder from now on; why it cannot be is said below."""
        feed = self._ctx.calendar_feed

        def done(_: object) -> None:
            self.show_state(feed.state())
            self.asked.emit("write_calendar")

        def failed(error: BaseException) -> None:
            self.show_state(feed.state())
            words = sentence(error)
            self.wrong.setText(f"{words.what}\n{words.next}".strip())
            self.wrong.show()

        self._background.run(self._ctx.jobs.io(lambda: feed.keep_in(folder)), done, failed, receiver=self)

    def _leave(self) -> None:
        self._ctx.calendar_feed.leave()
        self.show_state(self._ctx.calendar_feed.state())
        self.said.emit(tr("The calendar file is not written any more; the one that is there stays."))

    def _remove_left(self) -> None:
        feed = self._ctx.calendar_feed

        def done(removed: int) -> None:
            self.show_state(feed.state())
            self.said.emit(tr("%n old calendar file(s) removed", n=removed))

        def failed(error: BaseException) -> None:
            self.show_state(feed.state())
            self.calendar.set_wrong(self.left_row, sentence(error).what)

        self._background.run(self._ctx.jobs.io(feed.remove_left), done, failed, receiver=self)

    def _reveal(self) -> None:
        folder = self._ctx.calendar_feed.state().folder
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _minutes() -> Sequence[tuple[str, str]]:
    def words(minutes: int) -> str:
        if minutes == 0:
            return tr("at its time")
        if minutes == 1440:
            return tr("a day before")
        return tr("%n hour(s) before", n=minutes // 60) if minutes >= 60 else tr("%n minute(s) before", n=minutes)

    return [(_NEVER, tr("never")), *((str(minutes), words(minutes)) for minutes in _MINUTES)]


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() else None


def _whole(text: str) -> int:
    """The number typed; 0, which is refused, for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _clock_text(text: str) -> str:
    """`9:5` as typed on a numeric pad or with a full-width colon, as HH:MM where it can be read so."""
    hours, colon, minutes = text.strip().replace("：", ":").replace(".", ":").partition(":")
    short = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and bool(colon)
    return f"{int(hours):02}:{minutes:>02}" if short and len(hours) < 3 and len(minutes) < 3 else text.strip()
