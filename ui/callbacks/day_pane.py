"""The pane at the right: the day's call-backs, the buyer being called and the call being logged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from models.call_back_records import Satisfaction
from models.call_desk_records import DaySums
from models.call_kinds import CallBackKind
from models.kinds import CallBackState, CallOutcome, Consent
from ui import format as shown
from ui import theme as tokens
from ui.actions import key_text
from ui.callbacks.agenda import Agenda
from ui.callbacks.buyer_card import BuyerCard
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.call_form import CallForm
from ui.callbacks.call_words import closed_text
from ui.callbacks.card_data import CardShown
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner, EmptyPlace, Strip, column, line, rule
from ui.words import word

tr = translator("callbacks")
new = translator("call_form")
WIDTH = 348
# how high the pane is, and how many rows of the day it shows above an open card
_AGENDA_ROWS = ((840, 5), (740, 4), (0, 3))
_EMPTY_ROOM = 320
# what there is to talk about where no form is under it
_CLOSED = 8
_ENTER = f"{key_text('Ctrl+A')[:-1]}↵"


class DayPane(Strip):
    """`chosen` a call-back to look at, `save_wanted` the form's call, `consent_wanted` a buyer's change of mind,
    `note_wanted` a note in the parcel.

    `step_wanted` goes to the next (1) or the one before (-1) without saving. `person` tells who works here now.
    """

    chosen = Signal(object)
    save_wanted = Signal()
    step_wanted = Signal(int)
    consent_wanted = Signal(int, object)
    note_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    said = Signal(str)
    case_wanted = Signal(int)
    buyer_wanted = Signal(int)
    vip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="left")
        self._found: CardShown | None = None
        self._sums: DaySums | None = None
        self._waiting = self._save_later = False
        self._listed = self._alone = False
        self._typed = ""
        self.person: Callable[[], str] = str
        self._shown_key = (0, 0)
        self.setMinimumWidth(WIDTH)
        rows = column(self)
        rows.addWidget(self._make_heading())
        rows.addWidget(rule(self))
        self.agenda = Agenda(self)
        self.agenda.chosen.connect(self.chosen)
        self.agenda.menu_wanted.connect(self.menu_wanted)
        rows.addWidget(self.agenda)
        self.empty = EmptyPlace("phone-call", tr("No call-backs on this day"), "", self)
        self.first = self.empty.add_button(tr("Add a VIP"), self.vip_wanted.emit, primary=True, icon="user-plus")
        rows.addWidget(self.empty, 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._make_body())
        rows.addWidget(self.area, 1)
        rows.addWidget(self._make_foot())
        self.agenda.outcome_key.connect(self.choose_outcome)
        self.show_card(None)

    def _make_body(self) -> QWidget:
        body = QWidget(self.area.viewport())
        body.setProperty("clear", True)
        inside = column(body)
        self.card = BuyerCard(body)
        self.card.said.connect(self.said)
        self.card.case_wanted.connect(self.case_wanted)
        self.card.buyer_wanted.connect(self.buyer_wanted)
        inside.addWidget(self.card)
        self.closed = Banner("waiting", "", "", body)
        self.agreed = Button(tr("Agrees to calls"), self.closed, size="small")
        self.agreed.clicked.connect(lambda: self._ask_consent(Consent.GIVEN))
        self.closed.add(self.agreed)
        self.note = Button(tr("Plan a note"), self.closed, size="small")
        self.note.clicked.connect(lambda: self.note_wanted.emit())
        self.closed.add(self.note)
        holder = QWidget(body)
        column(holder, margins=(16, 12, 16, 12)).addWidget(self.closed)
        self._closed_holder = holder
        inside.addWidget(holder)
        self.form = CallForm(body)
        self.form.changed.connect(self._ready)
        # What can be said of it is to be seen before it is saved.
        self.form.row.chosen.connect(lambda _: QTimer.singleShot(0, self, self._show_next))
        self.form.case_shown.connect(self.case_wanted)
        inside.addWidget(self.form)
        inside.addStretch(1)
        return body

    def _make_heading(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(43)
        row = line(head, margins=(16, 0, 12, 0))
        self.day = PlainLabel("", head, role="heading")
        self.sum = PlainLabel("", head, role="small", ink="text3")
        row.addWidget(self.day)
        row.addWidget(self.sum)
        row.addStretch(1)
        self.before = icon_button("chevron-up", new("The one before, without saving"), head, size="row")
        self.before.set_tip(f"{new('The one before, without saving')}  {key_text('Alt+Up')}")
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after = icon_button("chevron-down", new("The next one, without saving"), head, size="row")
        self.after.set_tip(f"{new('The next one, without saving')}  {key_text('Alt+Down')}")
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        row.addWidget(self.before)
        row.addWidget(self.after)
        return head

    def _make_foot(self) -> QWidget:
        """The next day with its reason, seen before it is saved, and the button that saves."""
        self.foot = Strip(self, edge="top")
        rows = column(self.foot, margins=(16, 12, 16, 12), spacing=10)
        rows.addWidget(self.form.next)
        row = line(spacing=8)
        rows.addLayout(row)
        self.save = Button(tr("Save, next"), self.foot, kind="primary", icon="check", hint=_ENTER)
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.save.clicked.connect(self.save_wanted)
        self.opt_out = Button(tr("No more calls"), self.foot, kind="danger")
        self.opt_out.set_tip(tr("The buyer does not want calls: nothing is planned any more"))
        self.opt_out.clicked.connect(self.ask_opt_out)
        row.addWidget(self.save, 1)
        row.addWidget(self.opt_out)
        before: QWidget = self.form.promise
        for after in (self.form.next.button, self.save, self.opt_out):
            QWidget.setTabOrder(before, after)
            before = after
        return self.foot

    # Showing

    def show_day(self, found: CalendarShown) -> None:
        """Show the call-backs of the chosen day."""
        self.day.setText(shown.day_title(found.chosen, language(), short=True))
        late_ids = {call.row.call_back.id for call in found.overdue}
        late = sum(1 for row in found.agenda if row.call_back.id in late_ids)
        text = tr("%n call-back", n=len(found.agenda)) if found.agenda else ""
        self.sum.setText(tr("%1, %2 late", text, late) if late else text)
        self._listed = found.view is CalendarView.DAY
        self.agenda.show_rows(found.agenda, found.desk.today)
        self._fit_agenda()
        several = len(found.queue) > 1
        self.before.setVisible(several)
        self.after.setVisible(several)
        self.first.setVisible(not found.counts.vips)
        if found.counts.vips:
            self._no_calls = (tr("No call-backs on this day"), "")
        else:
            more = tr("VIP buyers who agreed to calls are called in the rhythm of their tier.")
            self._no_calls = (tr("No VIP buyers yet"), more)
        self._show_empty()

    def set_alone(self, alone: bool) -> None:
        """Whether the calendar is not beside: then the day's list stands here, whatever the view."""
        self._alone = alone
        self._fit_agenda()

    def _fit_agenda(self) -> None:
        """The day's list is not shown twice, and leaves the card its room."""
        self.agenda.setVisible(bool(self.agenda.calls.rowCount()) and (self._alone or not self._listed))
        closed = self._found is not None and not self._found.is_open
        self.card.set_room(_CLOSED if closed else 4 if self.height() >= _AGENDA_ROWS[0][0] else 3)
        if self._found is None:
            self.agenda.set_room(max(6, (self.height() - _EMPTY_ROOM) // tokens.ROW))
        else:
            self.agenda.set_room(next(most for height, most in _AGENDA_ROWS if self.height() >= height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_agenda()

    def show_sums(self, sums: DaySums | None) -> None:
        """All of today is done: what came of it; None while something is left."""
        self._sums = sums
        self._show_empty()

    def _show_empty(self) -> None:
        sums = self._sums
        if sums is not None:
            self.empty.set_text("circle-check", new("All done for today"), sums_text(sums))
        else:
            self.empty.set_text("phone-call", *getattr(self, "_no_calls", (tr("No call-backs on this day"), "")))
        nobody = self._found is None and not self._waiting
        self.empty.setVisible(nobody and (sums is not None or not self.agenda.calls.rowCount()))

    def shown(self) -> CardShown | None:
        """The card that is open."""
        return self._found

    def shown_id(self) -> int:
        """The call-back whose card is open; 0 for none."""
        return self._found.row.call_back.id if self._found is not None and self._found.row is not None else 0

    def show_card(self, found: CardShown | None) -> None:
        """Show a buyer to call, or none."""
        self._found = found
        waited, self._waiting = self._waiting, False
        self.area.setVisible(found is not None)
        self.foot.setVisible(False)
        self._show_empty()
        self._fit_agenda()
        if found is None:
            self.agenda.mark(0)
            return
        if self._shown_key != (key := (found.card.buyer.id, self.shown_id())):
            self._shown_key = key
            self.area.verticalScrollBar().setValue(0)
        self.card.show_card(found, self.person())
        is_open = found.is_open
        self.form.setVisible(is_open)
        self.foot.setVisible(is_open)
        self._closed_holder.setVisible(not is_open)
        if is_open:
            self.form.show_card(found)
        else:
            self._show_closed(found)
        if found.row is not None:
            self.agenda.mark(found.row.call_back.id)
        self._ready()
        if waited:
            self._catch_up()

    def _show_closed(self, found: CardShown) -> None:
        consent = found.card.buyer.consent
        self.agreed.setVisible(consent is not Consent.GIVEN)
        self.note.setVisible(found.note_on is not None)
        if found.note_on is not None:
            on = shown.day_title(found.note_on, language(), short=True)
            self.note.set_tip(tr("A note in the parcel, which needs no agreement: %1", on))
        row = found.row
        if row is None:
            text = tr("Nothing planned.")
        elif row.call_back.state is CallBackState.DUE:
            text = new("The buyer has not agreed to this: %1.", word(row.call_back.channel))
        else:
            text = closed_text(row, found.desk)
        kept = self.form.typed((found.card.buyer.id, row.call_back.id if row is not None else None))
        self.closed.set_text(text, new("Typed and not saved: %1", one_line(kept.note)) if kept and kept.note else "")

    # Keys

    def wait(self) -> None:
        """The next card is on its way: keys until then are for it, not for the one that was shown."""
        self._waiting, self._typed, self._save_later = True, "", False
        self._enable(False)
        self.save.setEnabled(False)

    def _enable(self, able: bool) -> None:
        self.form.setEnabled(able)
        self.form.next.setEnabled(able)

    def waits(self, *, save: bool = False) -> bool:
        """Whether a card is on its way; `save` remembers that it is to be saved with the key typed before."""
        self._save_later = self._waiting and (self._save_later or (save and bool(self._typed)))
        return self._waiting

    def _catch_up(self) -> None:
        """The keys that were pressed before the card was there."""
        self._enable(True)
        typed, later = self._typed, self._save_later
        self._typed, self._save_later = "", False
        if typed:
            self.choose_outcome(typed)
        if later:
            self.save_wanted.emit()

    def choose_outcome(self, key: str) -> None:
        """Keys 1 to 5."""
        if self._waiting:
            self._typed = key
        elif self._found is not None and self.form.isVisibleTo(self):
            self.form.choose_key(key)
            QTimer.singleShot(0, self, self._show_next)

    def _show_next(self) -> None:
        self.area.ensureWidgetVisible(self.form.note, 0, 12)

    def choose_feeling(self, value: Satisfaction) -> None:
        """How the buyer felt, by its key."""
        if self._found is not None and not self._waiting and self.form.isVisibleTo(self):
            self.form.tags.feel(value)

    def ask_opt_out(self) -> None:
        """The buyer wants no more calls."""
        self._ask_consent(Consent.REFUSED)

    def leave_form(self) -> None:
        """Out of the form's fields, so that the next key is an outcome and no letter of a note."""
        focus = QApplication.focusWidget()
        if focus is not None and (self.form.isAncestorOf(focus) or self.form.next.isAncestorOf(focus)):
            (self.agenda if self.agenda.isVisible() else self.area).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_agenda(self) -> None:
        """Put the focus on the day's call-backs."""
        if self.agenda.isVisibleTo(self):
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.agenda.currentIndex().isValid():
                self.agenda.choose_row(0)

    def _ready(self) -> None:
        found = self._found
        if found is None or not self.form.isVisibleTo(self):
            return
        promise = found.call_back is not None and found.call_back.kind is CallBackKind.PROMISE
        ticks = promise and self.form.outcome() is None
        self.save.set_label(new("Done, next") if ticks else tr("Save, next"))
        # ticking a promise off plans nothing
        self.form.next.setVisible(self.form.next.is_shown() and not ticks)
        ready = ticks or self.form.draft() is not None
        self.save.setEnabled(ready)
        if ready:
            self.save.set_tip("")
        elif self.form.is_too_long():
            self.save.set_tip(new("The note is too long to be kept"))
        else:
            self.save.set_tip(new("Choose how it went first: 1 to 5"))

    def _ask_consent(self, consent: Consent) -> None:
        if self._found is not None:
            self.consent_wanted.emit(self._found.card.buyer.id, consent)


def sums_text(sums: DaySums) -> str:
    """`Reached 12 · No answer 5 · 48 min talked · 9 satisfied`: what came of a day."""
    parts = [f"{word(outcome)} {sums.outcomes[outcome]}" for outcome in CallOutcome if sums.outcomes.get(outcome)]
    if sums.minutes:
        parts.append(new("%n min talked", n=sums.minutes))
    if sums.satisfied:
        parts.append(new("%n satisfied", n=sums.satisfied))
    if sums.dissatisfied:
        parts.append(new("%n not satisfied", n=sums.dissatisfied))
    return " · ".join(parts)
