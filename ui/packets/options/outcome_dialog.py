"""How a packet ended: won, partly, lost or withdrawn, the sum it came to, a note, and when it was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QWidget

from desktop.services.packet_outcomes import NOTE_LIMIT, OUTCOMES
from models.kinds import DisputeOutcome
from models.money import Money
from models.records import Packet
from ui.filter_entries import EntryRefused, amount_text, read_amount
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import word

tr = translator("packet_options")
_NOTE_HEIGHT = 84


@dataclass(frozen=True, slots=True)
class Ended:
    """How a packet ended; `outcome` None: not known yet after all."""

    packet_id: int
    outcome: DisputeOutcome | None
    amount: Money | None
    note: str
    at: datetime


class OutcomeDialog(HeldDialog):
    """`given` carries an Ended."""

    given = Signal(object)

    def __init__(
        self, packet: Packet, currency: str, now: datetime, zone: tzinfo, parent: QWidget | None = None,
        *, outcome: DisputeOutcome | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._packet, self._zone = packet, zone
        self._currency = packet.outcome_amount.currency if packet.outcome_amount else currency
        self.setMinimumWidth(480)
        title = tr("How packet %1 ended", packet.number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if packet.addressee:
            rows.addWidget(PlainLabel(tr("For %1", one_line(packet.addressee)), self, ink="text2"))
        self.form = FormRows(self)
        self.outcome = QComboBox(self)
        self.outcome.addItem(tr("Not known yet"), None)
        for member in OUTCOMES:
            self.outcome.addItem(word(member), member.value)
        now_known = packet.outcome or outcome
        self.outcome.setCurrentIndex(OUTCOMES.index(now_known) + 1 if now_known in OUTCOMES else 0)
        self.form.add_field(tr("Outcome"), self.outcome)
        amount = packet.outcome_amount
        self.amount = QLineEdit(amount_text(amount.minor, amount.currency) if amount is not None else "", self)
        self.amount.setMaxLength(30)
        self.form.add_field(tr("Amount (%1)", self._currency), self.amount, tr("What the shop kept or got back."))
        self.at = QDateTimeEdit(self)
        self.at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.at.setCalendarPopup(True)
        local = (packet.outcome_at or now).astimezone(zone)
        self.at.setDateTime(QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)))
        self.form.add_field(tr("Decided"), self.at)
        self.note = QPlainTextEdit(packet.outcome_note, self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.form.add_field(tr("Note"), self.note)
        rows.addWidget(self.form)
        self.take = Button(tr("Keep"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.outcome.currentIndexChanged.connect(self._allow)
        self._allow()
        self.outcome.setFocus()

    def _allow(self) -> None:
        known = self.outcome.currentData() is not None
        for field in (self.amount, self.at, self.note):
            field.setEnabled(known)

    def _take(self) -> None:
        found = self.outcome.currentData()
        outcome = DisputeOutcome(found) if found else None
        text, note = self.amount.text().strip(), self.note.toPlainText().strip()
        minor, refused = None, ""
        try:
            minor = read_amount(text, self._currency)
        except EntryRefused as error:
            refused = str(error)
        moment = self.at.dateTime()
        day, at = moment.date(), moment.time()
        decided = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone)
        self.form.set_wrong(self.amount, refused if outcome else "")
        wrong: QWidget | None = self.amount if outcome and refused else None
        long = len(note) > NOTE_LIMIT
        self.form.set_wrong(self.note, tr("%1 characters at most.", f"{NOTE_LIMIT:,}") if outcome and long else "")
        wrong = wrong or (self.note if outcome and long else None)
        if wrong is not None:
            wrong.setFocus()
            return
        amount = Money(minor, self._currency) if outcome is not None and minor is not None else None
        self.given.emit(
            Ended(self._packet.id, outcome, amount, note if outcome is not None else "", decided.astimezone(UTC))
        )
        self.leave()
