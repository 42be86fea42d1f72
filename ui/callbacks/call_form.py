"""Logging a call: outcome, feeling, tags, note, what was promised, and the next day with its reason before saving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallOutcome
from models.records import CallBack
from models.rules.call_back_rhythm import NextDate
from models.rules.call_outcomes import CONTACTS, is_contact
from ui.callbacks.call_drafts import CallDraft, DraftBook, Key
from ui.callbacks.card_data import CardShown
from ui.callbacks.next_date import NextDateRow
from ui.callbacks.outcome_row import OUTCOME_KEYS, OUTCOMES, OutcomeRow
from ui.callbacks.promise_row import PromiseRow
from ui.callbacks.tag_row import TagRow
from ui.i18n import translator
from ui.plain import PlainLabel, isolate
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner, column, line, section_label
from ui.words import word

old = translator("callbacks")
tr = translator("call_form")
NOTE_LIMIT = 4_000
_LONGEST_CALL = 1_440
_NOTE_HEIGHT = 58


class CallForm(QWidget):
    """What is entered while calling. `changed` when it may have become ready to save; `case_wanted` asks for a case."""

    changed = Signal()
    case_wanted = Signal()
    case_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = DraftBook()
        self._found: CardShown | None = None
        self._outcome: CallOutcome | None = None
        self._brought_back: CallDraft | None = None
        self._opened_case: int | None = None
        rows = column(self, margins=(16, 10, 16, 12), spacing=6)
        rows.addWidget(section_label(old("Outcome"), self))
        self.row = OutcomeRow(self)
        self.row.chosen.connect(self.choose)
        self.outcomes = self.row.buttons
        rows.addWidget(self.row)
        self.tags = TagRow(self)
        self.feelings = self.tags.feelings
        self.tags.changed.connect(self._felt)
        self.tags.case_wanted.connect(self.case_wanted)
        rows.addWidget(self.tags)
        self.complaint = Banner(
            "due", tr("The buyer is not satisfied"), tr("A case keeps it from being forgotten."), self
        )
        self.complain = Button(tr("Open a case"), self.complaint, size="small")
        self.complain.clicked.connect(lambda: self.case_wanted.emit())
        self.complaint.add(self.complain)
        rows.addWidget(self.complaint)
        self.opened = Banner("done", "", "", self)
        self.look = Button(tr("Look"), self.opened, size="small")
        self.look.clicked.connect(lambda: self.case_shown.emit(self._opened_case or 0))
        self.opened.add(self.look)
        self.unnote = icon_button("x", tr("Do not note it with this call"), self.opened, size="row")
        self.unnote.clicked.connect(self._unnote)
        self.opened.add(self.unnote)
        rows.addWidget(self.opened)
        self.note = QPlainTextEdit(self)
        self.note.setPlaceholderText(old("What was said, what was promised"))
        self.note.setAccessibleName(old("Note on the call"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.textChanged.connect(self._noted)
        rows.addWidget(self.note)
        self.long = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.long.hide()
        rows.addWidget(self.long)
        rows.addLayout(self._how_line())
        self.promise = PromiseRow(self)
        self.promise.changed.connect(self.changed)
        rows.addWidget(self.promise)
        # The pane puts it above its button, where it is seen whatever the form is scrolled to.
        self.next = NextDateRow(self)
        self.next.changed.connect(self.changed)

    def _how_line(self) -> QHBoxLayout:
        across = line(spacing=6)
        self.channel = QComboBox(self)
        self.channel.setAccessibleName(tr("How the contact was made"))
        self.channel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.channel.currentIndexChanged.connect(lambda _: self._rechannel())
        self.minutes = QLineEdit(self)
        self.minutes.setFixedWidth(56)
        self.minutes.setMaxLength(4)
        self.minutes.setValidator(QIntValidator(0, _LONGEST_CALL, self.minutes))
        self.minutes.setAccessibleName(tr("Minutes"))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes_label = PlainLabel(tr("min"), self, ink="text2")
        self.minutes_label.setBuddy(self.minutes)
        across.addWidget(self.channel)
        across.addStretch(1)
        across.addWidget(self.minutes)
        across.addWidget(self.minutes_label)
        return across

    # Showing

    def show_card(self, found: CardShown) -> None:
        """Show the form of a call-back; what was entered for it and not saved is still there."""
        before = self._found
        if before is not None and _key(before) == _key(found):
            self._show_again(before, found)
            return
        if before is not None:
            self._keep()
        self._found = found
        self._brought_back = None
        self.tags.show_usual(found.beside.tags)
        self._show_channels(found)
        self.clear()
        kept = self.book.take(_key(found))
        if kept is None:
            kept = self._brought_back = self.book.take_undone(_key(found), found.call_back)
        if kept is not None:
            self._restore(kept)

    def _show_again(self, before: CardShown, found: CardShown) -> None:
        """The same buyer read anew: what is entered stays, but for what was brought back and is written again."""
        self._found = found
        now = self.read()
        undone = self.book.take_undone(_key(found), found.call_back)
        if undone is not None and now.is_empty:
            self._brought_back = undone
            self._restore(undone)
        elif before.call_back != found.call_back and self._brought_back == now:
            self._brought_back = None
            self.clear()
        elif before.proposals != found.proposals:
            chosen, at = self.next.chosen(), self.next.at_time()
            self._propose()
            if chosen is not None:
                self.next.take(chosen, at)

    def forget(self, draft: CallDraft, before: CallBack | None, record_id: int | None = None) -> None:
        """A call was saved: nothing of it is entered any more, unless more was entered meanwhile.

        `before` is the call-back as it was: should it be so again, what was entered comes back with it.
        """
        self.book.written(draft, before, record_id)
        if self._found is not None and _key(self._found) == draft.key and self.read() == draft:
            self.clear()

    def typed(self, key: Key) -> CallDraft | None:
        """What was entered for a call and is not saved, whether it is in front or waits."""
        if self._found is not None and _key(self._found) == key:
            return self.read()
        return self.book.kept(key)

    def _keep(self) -> None:
        if self._found is not None:
            self.book.keep(self.read())

    def _restore(self, kept: CallDraft) -> None:
        self.tags.show_chosen(kept.satisfaction, kept.tags)
        self.note.setPlainText(kept.note)
        self.minutes.setText("" if kept.minutes is None else str(kept.minutes))
        self.promise.show_promise(kept.promise, kept.promise_on)
        if kept.channel is not None:
            self._choose_channel(kept.channel)
        self._outcome = None
        if kept.outcome is not None:
            self.choose(kept.outcome)
        if kept.next_on is not None or kept.at_time:
            day = kept.next_on or self._proposed_day()
            if day is not None:
                self.next.take(day, kept.at_time or "")
        if kept.opened_case_id is not None:
            self.show_opened(kept.opened_case_id, "")
        self.changed.emit()

    def clear(self) -> None:
        """Forget what was entered."""
        self._outcome = None
        self._opened_case = None
        self.row.show_outcome(None)
        self.tags.show_chosen(Satisfaction.NOT_ASKED, ())
        self.note.clear()
        self.minutes.clear()
        self.promise.show_promise("", None)
        if self._found is not None:
            self.promise.show_card(self._found)
            self._choose_channel(self._found.channel)
        self.opened.hide()
        self._felt()
        self._propose()
        self.changed.emit()

    def _show_channels(self, found: CardShown) -> None:
        self.channel.blockSignals(True)
        self.channel.clear()
        for each in Channel:
            if found.may(each) or each is found.channel:
                self.channel.addItem(word(each), each)
        self.channel.blockSignals(False)
        self.channel.setEnabled(self.channel.count() > 1)

    def _choose_channel(self, channel: Channel) -> None:
        place = self.channel.findData(channel)
        self.channel.setCurrentIndex(max(place, 0))
        self.row.fit(Channel(self.channel.currentData() or channel))

    # What was entered

    def outcome(self) -> CallOutcome | None:
        """What was chosen."""
        return self._outcome

    def choose(self, outcome: CallOutcome) -> None:
        """Choose an outcome; the next day follows."""
        self._outcome = outcome
        self.row.show_outcome(outcome)
        self.tags.set_asked(outcome in CONTACTS)
        self._propose()
        self._felt()

    def choose_key(self, key: str) -> None:
        """Choose by the keys 1 to 5."""
        outcome = OUTCOMES[OUTCOME_KEYS.index(key)]
        if self.row.may(outcome):
            self.choose(outcome)

    def read(self) -> CallDraft:
        """What is entered, ready or not. ValueError while no buyer is shown."""
        found = self._found
        if found is None:
            raise ValueError("nobody is shown")
        asked = self._outcome is None or self._outcome in CONTACTS
        minutes = self.minutes.text().strip()
        channel = self.channel.currentData()
        return CallDraft(
            buyer_id=found.card.buyer.id,
            call_back_id=_id(found),
            outcome=self._outcome,
            satisfaction=self.tags.satisfaction() if asked else Satisfaction.NOT_ASKED,
            tags=self.tags.chosen(),
            minutes=int(minutes) if minutes.isascii() and minutes.isdigit() else None,
            note=self.note.toPlainText().strip(),
            promise=self.promise.words(),
            promise_on=self.promise.day() if self.promise.words() else None,
            next_on=self.next.chosen(),
            at_time=self.next.at_time() if self._outcome is not None and self.next.is_shown() else None,
            channel=Channel(channel) if channel else None,
            case_id=found.call_back.case_id if found.call_back is not None else None,
            opened_case_id=self._opened_case,
            seen=found.call_back,
        )

    def draft(self) -> CallDraft | None:
        """What would be saved; None while no outcome is chosen, or the note is too long to be kept."""
        if self._found is None or self._outcome is None or self.is_too_long():
            return None
        return self.read()

    def is_too_long(self) -> bool:
        """Whether the note is longer than what can be kept."""
        return len(self.note.toPlainText().strip()) > NOTE_LIMIT

    def note_case(self, key: Key, case_id: int, number: str) -> None:
        """A case was opened out of the call of this key, whoever is in front by now."""
        if self._found is not None and _key(self._found) == key:
            self.show_opened(case_id, number)
        else:
            self.book.keep(replace(self.book.kept(key) or CallDraft(*key), opened_case_id=case_id))

    def show_opened(self, case_id: int, number: str) -> None:
        """A case was opened out of this call: it is noted with it."""
        self._opened_case = case_id
        text = (
            tr("Case %1 is opened; it is noted with this call.", isolate(number))
            if number
            else tr("A case is opened; it is noted with this call.")
        )
        self.opened.set_text(text)
        self.opened.show()
        self._felt()
        self.changed.emit()

    def _unnote(self) -> None:
        """The case that was opened stays, but not with this call; as when its opening was undone."""
        self._opened_case = None
        self.opened.hide()
        self._felt()

    def _felt(self) -> None:
        about_case = (
            self._found is not None
            and self._found.call_back is not None
            and (self._found.call_back.kind is CallBackKind.SATISFACTION)
        )
        unhappy = self.tags.satisfaction() is Satisfaction.DISSATISFIED and self._outcome in (None, *CONTACTS)
        self.complaint.setVisible(about_case and unhappy and self._opened_case is None)
        self.changed.emit()

    def _noted(self) -> None:
        long = self.is_too_long()
        self.long.setVisible(long)
        if long:
            self.long.setText(
                tr("%1 characters; %2 can be kept with a call.", len(self.note.toPlainText().strip()), NOTE_LIMIT)
            )
        self.changed.emit()

    # The next day

    def _proposed_day(self) -> date | None:
        proposal = self._proposal()
        return proposal.day if proposal is not None else None

    def _proposal(self) -> NextDate | None:
        found = self._found
        if found is None:
            return None
        proposal = found.proposals.get(self._outcome or CallOutcome.REACHED)
        return proposal if isinstance(proposal, NextDate) else None

    def _rechannel(self) -> None:
        self.row.fit(Channel(self.channel.currentData() or Channel.PHONE))
        if self._outcome is not None and not self.row.may(self._outcome):
            self._outcome = None
            self.row.show_outcome(None)
            self.changed.emit()
        self._propose_if_shown()

    def _propose_if_shown(self) -> None:
        if self._found is not None and self._outcome is not None and self.next.chosen() is None:
            self._propose()

    def _propose(self) -> None:
        found = self._found
        if found is None:
            return
        outcome = self._outcome or CallOutcome.REACHED
        proposal = self._proposal()
        open_one = found.call_back
        kept = open_one.at_time if open_one is not None and outcome is CallOutcome.REACHED else ""
        at_time = (proposal.at_time if proposal is not None else "") or kept
        contact = is_contact(outcome, self.channel.currentData() or Channel.PHONE)
        self.next.propose(found, proposal, at_time, _how(found), contact=contact)


def _how(found: CardShown) -> str:
    """`by WeChat · by 禾姐`: what is not usual about the next one."""
    parts = []
    liked = next((each for each in Channel if each == found.card.buyer.call_channel), Channel.PHONE)
    if liked is not Channel.PHONE and found.may(liked):
        parts.append(word(liked))
    if found.beside.person:
        parts.append(tr("by %1", isolate(found.beside.person)))
    return " · ".join(parts)


def _key(found: CardShown) -> Key:
    return found.card.buyer.id, _id(found)


def _id(found: CardShown) -> int | None:
    return found.call_back.id if found.call_back is not None else None
