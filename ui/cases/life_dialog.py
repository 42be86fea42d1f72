"""Moving cases to a state: one dialog that asks for what is missing and says what follows, for one case or many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QWidget

from desktop.services.case_life import MoveAnswers, MovePlan
from models.clock import zone
from models.kinds import CaseState, DisputeOutcome, Platform, WaitingOn
from models.rules.case_life import REASONS, Need
from ui.case_names import clock_names, names
from ui.cases.life_words import refusal, why_reason
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line
from ui.words import word

tr = translator("case_life")
_WIDE = 560


class MoveDialog(HeldDialog):
    """`given` carries MoveAnswers for the cases of the plan that can be moved."""

    given = Signal(object)

    def __init__(self, plan: MovePlan, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._now = plan, now
        self.waiting: QComboBox | None = None
        self.platform: QComboBox | None = None
        self.outcome: QComboBox | None = None
        self.reason: QLineEdit | None = None
        self.dated: QCheckBox | None = None
        self.restart: QCheckBox | None = None
        self.setModal(True)
        self.setFixedWidth(_WIDE)
        title = self._title()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if plan.refused:
            total = len(plan.ids) + len(plan.refused)
            why = "\n".join(
                tr("%1: %2", one_line(each.number), refusal(each.reason, each.was, plan.state))
                for each in plan.refused[:5]
            )
            more = len(plan.refused) - 5
            why += "\n" + tr("and %n more", n=more) if more > 0 else ""
            rows.addWidget(Banner("due", tr("%1 of %2 can be done", len(plan.ids), total), why, self))
        self.form = FormRows(self)
        self._ask()
        rows.addWidget(self.form)
        for text in self._follows():
            rows.addWidget(PlainLabel(text, self, ink="text2", wrap=True))
        state = word(plan.state)
        text = tr("Set %n case(s) to %1", state, n=len(plan.ids)) if len(plan.ids) > 1 else tr("Set to %1", state)
        self.take = Button(text, self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._first().setFocus()

    def _title(self) -> str:
        state = word(self._plan.state)
        if len(self._plan.numbers) == 1:
            return tr("%1: %2", one_line(self._plan.numbers[0]), state)
        return tr("%n case(s): %1", state, n=len(self._plan.numbers))

    def _ask(self) -> None:
        needs = self._plan.needs
        if Need.OUTCOME in needs:
            self.outcome = QComboBox(self)
            self.outcome.addItem(tr("Choose how it ended"), None)
            for member in DisputeOutcome:
                self.outcome.addItem(word(member), member)
            self.form.add_field(tr("Dispute"), self.outcome, tr("It goes into the history."))
        if Need.WAITING_ON in needs:
            self.waiting = QComboBox(self)
            for who in WaitingOn:
                if who is not WaitingOn.US:
                    self.waiting.addItem(word(who), who)
            self.form.add_field(tr("Waiting on"), self.waiting)
        if Need.DISPUTE in needs:
            self._ask_dispute()
        reasons = [need for need in needs if need in REASONS]
        if reasons:
            self.reason = QLineEdit(self)
            self.reason.setMaxLength(500)
            self.form.add_field(tr("Reason"), self.reason, "\n".join(why_reason(need) for need in reasons))
        if self._plan.restarts:
            many = clock_names(self._plan.restarts, self._now, self._plan.time_zone)
            self.restart = QCheckBox(tr("Let the clocks that closing stopped run again"), self)
            self.restart.setChecked(True)
            self.form.add_field(tr("Clocks"), self.restart, many)

    def _ask_dispute(self) -> None:
        self.platform = QComboBox(self)
        for member in Platform:
            self.platform.addItem(word(member), member)
        known = list(Platform)
        self.platform.setCurrentIndex(known.index(self._plan.platform) if self._plan.platform else 0)
        self.form.add_field(tr("Platform"), self.platform)
        self.dated = QCheckBox(tr("The platform gave a date for the shop's proof"), self)
        self.form.add_field("", self.dated)
        self.dated.setAccessibleName(self.dated.text())
        self.due = QDateTimeEdit(self)
        self.due.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.due.setCalendarPopup(True)
        local = (self._now + timedelta(days=1)).astimezone(zone(self._plan.time_zone))
        self.due.setDateTime(QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, 0)))
        self.due.setEnabled(False)
        self.dated.toggled.connect(self.due.setEnabled)
        self.form.add_field(tr("Until"), self.due, tr("In the shop's time: %1", self._plan.time_zone))

    def _follows(self) -> list[str]:
        """What follows from it: clocks that stop, cases that are so already."""
        plan = self._plan
        said = []
        if plan.stops:
            stops = clock_names(plan.stops, self._now, plan.time_zone)
            said.append(tr("These clocks stop: %1", stops))
        if plan.open_steps and plan.state in (CaseState.DONE, CaseState.ARCHIVED):
            said.append(tr("%n step(s) stay open", n=plan.open_steps))
        if plan.unchanged:
            said.append(tr("%n case(s) are so already", n=plan.unchanged))
        if len(plan.numbers) > 1:
            said.append(names(plan.numbers))
        return said

    def _first(self) -> QWidget:
        fields = (self.outcome, self.waiting, self.platform, self.reason)
        return next((field for field in fields if field is not None), self.take)

    def answers(self) -> MoveAnswers:
        """What was told so far."""
        return MoveAnswers(
            reason=self.reason.text().strip() if self.reason else "",
            waiting_on=WaitingOn(self.waiting.currentData()) if self.waiting else None,
            platform=Platform(self.platform.currentData()) if self.platform else None,
            dispute_due=self._due_at() if self.dated and self.dated.isChecked() else None,
            outcome=self._chosen_outcome(),
            restart=self.restart.isChecked() if self.restart else True,
        )

    def _chosen_outcome(self) -> DisputeOutcome | None:
        # Qt gives back a plain text for a word of a list.
        found = self.outcome.currentData() if self.outcome else None
        return DisputeOutcome(found) if found else None

    def _due_at(self) -> datetime:
        day, at = self.due.date(), self.due.time()
        here = zone(self._plan.time_zone)
        return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=here).astimezone(UTC)

    def _take(self) -> None:
        told = self.answers()
        wrong: list[QWidget] = []
        if self.reason is not None:
            self.form.set_wrong(self.reason, "" if told.reason else tr("Write a few words."))
            wrong += [] if told.reason else [self.reason]
        if self.outcome is not None:
            self.form.set_wrong(self.outcome, "" if told.outcome else tr("Choose how it ended"))
            wrong += [] if told.outcome else [self.outcome]
        if told.dispute_due is not None:
            passed = told.dispute_due <= self._now
            self.form.set_wrong(self.due, tr("This moment has passed.") if passed else "")
            wrong += [self.due] if passed else []
        if wrong:
            wrong[-1].setFocus()
            return
        self.given.emit(told)
        self.leave()
