"""Putting call-backs on another day, or leaving them out with a reason: one or several, a few keys each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from models.records import CallBackRow
from models.rules.due_notes import read_note, waits_longer
from ui import format as shown
from ui.callbacks.day_picker import DayPicker, qdate
from ui.callbacks.day_warnings import ChosenDays
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import KeyHint
from ui.widgets.flow import FlowLayout
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line, line

old = translator("callbacks")
tr = translator("call_form")
_WIDE = 480
_REASON_LIMIT = 200


class PutOffDialog(HeldDialog):
    """`moved` gives the day and the reason, `snoozed` the same where it is late, `skipped` the reason.

    Number keys choose a day, or a reason where one is left out; Enter takes it.
    """

    moved = Signal(object, str)
    snoozed = Signal(object, str)
    skipped = Signal(str)

    def __init__(
        self, rows: Sequence[CallBackRow], days: ChosenDays, *, skip: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._days, self._skip, self._rows = days, skip, rows
        self._late = max((row.late for row in rows), default=0)
        self._today = days.desk.today
        self.setFixedWidth(_WIDE)
        title = _title(rows, skip)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        box = column(self, margins=(20, 16, 20, 16), spacing=12)
        box.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if self._late and not skip:
            told = tr("It is %n day late. It comes back on that day, as late as it is.", n=self._late)
            if len(rows) > 1:
                told = tr("Up to %n day late. They come back on that day, as late as they are.", n=self._late)
            box.addWidget(PlainLabel(told, self, ink="text2", wrap=True))
        self._group = QButtonGroup(self)
        self._choices = [] if skip else quick_days(days, self._today)
        self.calendar = DayPicker(days, self._today, self)
        self.weekday = PlainLabel("", self, role="small", ink="due", wrap=True)
        if skip:
            self.calendar.hide()
        else:
            self._add_days(box)
        self.form = FormRows(self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_REASON_LIMIT)
        self.reason.textEdited.connect(lambda _: self.form.set_wrong(self.reason, ""))
        self.form.add_field(old("Reason") if self._is_reason_wanted(None) else old("Reason, if any"), self.reason)
        box.addWidget(self.form)
        box.addWidget(self._make_reasons())
        box.addWidget(self.weekday)
        self.take = Button(old("Skip") if skip else old("Put on this day"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        box.addLayout(foot_line(self, old("Cancel"), self.take))
        self.weekday.hide()
        if skip:
            self.reasons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._say_day()
            self._group.buttons()[0].setFocus()

    def _add_days(self, box: QVBoxLayout) -> None:
        rows = column(spacing=2)
        lang = language()
        for place, (text, day) in enumerate(self._choices):
            self._add(rows, place, text, shown.day_title(day, lang, short=True))
        own = self._add(rows, len(self._choices), tr("Another day"), "")
        self.calendar.setSelectedDate(qdate(self._choices[0][1]))
        self.calendar.selectionChanged.connect(self._say_day)
        self.calendar.activated.connect(self._take)
        self.calendar.hide()
        own.toggled.connect(self._open_calendar)
        rows.addWidget(self.calendar)
        box.addLayout(rows)
        self._group.buttons()[0].setChecked(True)
        self._group.idToggled.connect(lambda _, on: self._say_day() if on else None)

    def _add(self, rows: QVBoxLayout, place: int, text: str, when: str) -> QRadioButton:
        row = line(spacing=8)
        choice = QRadioButton(text, self)
        choice.setAccessibleName(f"{text} {when}".strip())
        self._group.addButton(choice, place)
        row.addWidget(choice, 1)
        row.addWidget(PlainLabel(when, self, ink="text2"))
        row.addWidget(KeyHint(str(place + 1), self))
        rows.addLayout(row)
        return choice

    def _make_reasons(self) -> QWidget:
        """Reasons of every day, by one click."""
        holder = QWidget(self)
        flow = FlowLayout(holder)
        texts = (
            (tr("Heard from us lately"), tr("Away or abroad"), tr("After the holidays"), tr("Nothing to say now"))
            if self._skip else
            (tr("Buyer has no time"), tr("Waiting for a parcel"), tr("Waiting for an answer"), tr("Nobody to call"))
        )  # fmt: skip
        self.reasons: list[Button] = []
        for place, text in enumerate(texts, start=1):
            button = Button(text, holder, size="row", hint=str(place) if self._skip else "")
            button.clicked.connect(lambda _=False, said=text: self._say_reason(said))
            flow.addWidget(button)
            self.reasons.append(button)
        return holder

    def _say_reason(self, text: str) -> None:
        self.reason.setText(text)
        self.form.set_wrong(self.reason, "")
        self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Digits belong to a field that has the keyboard; these come here only from elsewhere.
        place = event.key() - Qt.Key.Key_1
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self._skip and 0 <= place < len(self.reasons):
                self._say_reason(self.reasons[place].label())
                return
            if not self._skip and 0 <= place < len(self._group.buttons()):
                button = self._group.buttons()[place]
                button.setChecked(True)
                if place < len(self._choices):
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)

    def day(self) -> date:
        """The day chosen."""
        place = self._group.checkedId()
        return self._choices[place][1] if 0 <= place < len(self._choices) else self.calendar.day()

    def choose_day(self, day: date) -> None:
        """Choose a day: one of those offered, else in the calendar."""
        for place, (_, offered) in enumerate(self._choices):
            if offered == day:
                self._group.button(place).setChecked(True)
                return
        self._group.buttons()[-1].setChecked(True)
        self.calendar.setSelectedDate(qdate(day))

    def _open_calendar(self, on: bool) -> None:
        self.calendar.setVisible(on)
        if on:
            self.calendar.setFocus()
        QTimer.singleShot(0, self, self._fit)

    def _say_day(self) -> None:
        day = self.day()
        warning = self._days.warning(day)
        title = shown.day_title(day, language())
        # A weekend is named by the day itself.
        self.weekday.setText("" if not warning else title if warning in title else tr("%1: %2", title, warning))
        self.weekday.setVisible(bool(warning))
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the wrapped lines need at this width."""
        rows = self.layout()
        if rows is not None:
            rows.activate()
            self.resize(_WIDE, max(rows.totalHeightForWidth(_WIDE), rows.totalMinimumSize().height()))

    def _is_reason_wanted(self, day: date | None) -> bool:
        return self._skip or self._waits(day or date.max)

    def _waits(self, day: date) -> bool:
        """Whether one of them is late and would wait longer."""
        each = ((read_note(row.call_back.reason), row.call_back.due_on) for row in self._rows)
        return any(waits_longer(note, due_on, day, self._today) for note, due_on in each)

    def _take(self) -> None:
        reason = self.reason.text().strip()
        day = None if self._skip else self.day()
        if self._is_reason_wanted(day) and not reason:
            wrong = old("Say why it is left out, so that nobody wonders later.")
            self.form.set_wrong(
                self.reason, wrong if self._skip else tr("It is late already: say why it waits longer.")
            )
            self.reason.setFocus()
            return
        if day is None:
            self.skipped.emit(reason)
        elif self._waits(day):
            self.snoozed.emit(day, reason)
        else:
            self.moved.emit(day, reason)
        self.leave()


def quick_days(days: ChosenDays, today: date) -> list[tuple[str, date]]:
    """The days one chooses most often, each once: tomorrow, in three, in a week, after the quiet days."""
    found = [
        (tr("Next working day"), days.workday_from(today, 1)),
        (tr("In three working days"), days.workdays_later(today, 3)),
        (tr("In a week"), days.workday_from(today, 7)),
    ]
    after = days.after_quiet(today)
    if after is not None:
        found.append((tr("After the quiet days"), after))
    seen: set[date] = set()
    return [(text, day) for text, day in found if not (day in seen or seen.add(day))]  # type: ignore[func-returns-value]


def _title(rows: Sequence[CallBackRow], skip: bool) -> str:
    if len(rows) == 1:
        name = isolate(one_line(rows[0].nick))
        return old("Skip the call-back of %1", name) if skip else old("Another day for %1", name)
    return tr("Skip %n call-back", n=len(rows)) if skip else tr("Another day for %n call-back", n=len(rows))
