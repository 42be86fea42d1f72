"""The pane at the right: the day's call-backs, the buyer being called and the call being logged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from models.kinds import CallBackState, Consent
from models.records import CallBackRow
from ui import format as shown
from ui.actions import key_text
from ui.callbacks.agenda import Agenda
from ui.callbacks.buyer_card import BuyerCard
from ui.callbacks.calendar_data import CalendarShown, CardShown
from ui.callbacks.call_form import CallForm
from ui.callbacks.call_words import closed_text
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, EmptyPlace, Strip, column, line, rule

tr = translator("callbacks")
WIDTH = 348


class DayPane(Strip):
    """`chosen` a call-back to look at, `save_wanted` the form's call, `consent_wanted` a buyer's change of mind."""

    chosen = Signal(object)
    save_wanted = Signal()
    consent_wanted = Signal(int, object)
    menu_wanted = Signal(object, QPoint)
    said = Signal(str)
    case_wanted = Signal(int)
    buyer_wanted = Signal(int)
    vip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="left")
        self._found: CardShown | None = None
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
        body = QWidget(self.area)
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
        holder = QWidget(body)
        column(holder, margins=(16, 12, 16, 12)).addWidget(self.closed)
        self._closed_holder = holder
        inside.addWidget(holder)
        self.form = CallForm(body)
        self.form.changed.connect(self._ready)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self.area.setWidget(body)
        rows.addWidget(self.area, 1)
        rows.addWidget(self._make_foot())
        self.agenda.outcome_key.connect(self.choose_outcome)
        self.show_card(None)

    def _make_heading(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(43)
        row = line(head, margins=(16, 0, 16, 0))
        self.day = PlainLabel("", head, role="heading")
        self.sum = PlainLabel("", head, role="small", ink="text3")
        row.addWidget(self.day)
        row.addWidget(self.sum)
        row.addStretch(1)
        return head

    def _make_foot(self) -> QWidget:
        self.foot = Strip(self, edge="top", height=57)
        row = line(self.foot, margins=(16, 0, 16, 0))
        self.save = Button(
            tr("Save and next"), self.foot, kind="primary", icon="check", hint=f"{key_text('Ctrl+A')[:-1]}↵"
        )
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.save.clicked.connect(self.save_wanted)
        self.opt_out = Button(tr("No more calls"), self.foot, kind="danger")
        self.opt_out.set_tip(tr("The buyer does not want calls: nothing is planned any more"))
        self.opt_out.clicked.connect(lambda: self._ask_consent(Consent.REFUSED))
        row.addWidget(self.save, 1)
        row.addWidget(self.opt_out)
        return self.foot

    def show_day(self, found: CalendarShown) -> None:
        """Show the call-backs of the chosen day."""
        self.day.setText(shown.day_title(found.chosen, language(), short=True))
        late_ids = {call.row.call_back.id for call in found.overdue}
        late = sum(1 for row in found.agenda if row.call_back.id in late_ids)
        text = tr("%n call-back", n=len(found.agenda)) if found.agenda else ""
        self.sum.setText(tr("%1, %2 late", text, late) if late else text)
        self.agenda.show_rows(found.agenda, found.desk.today)
        if found.counts.vips:
            self.empty.set_text("phone-call", tr("No call-backs on this day"))
        else:
            more = tr("VIP buyers who agreed to calls are called in the rhythm of their tier.")
            self.empty.set_text("phone-call", tr("No VIP buyers yet"), more)
        self.first.setVisible(not found.counts.vips)
        self.empty.setVisible(not found.agenda and self._found is None)

    def shown(self) -> CardShown | None:
        """The card that is open."""
        return self._found

    def shown_id(self) -> int:
        """The call-back whose card is open; 0 for none."""
        return self._found.row.call_back.id if self._found is not None and self._found.row is not None else 0

    def show_card(self, found: CardShown | None) -> None:
        """Show a buyer to call, or none."""
        self._found = found
        self.area.setVisible(found is not None)
        self.foot.setVisible(False)
        self.empty.setVisible(found is None and not self.agenda.calls.rowCount())
        if found is None:
            self.agenda.mark(0)
            return
        self.card.show_card(found)
        is_open = found.row is not None and found.row.call_back.state is CallBackState.DUE and found.card.may_be_called
        self.form.setVisible(is_open)
        self.foot.setVisible(is_open)
        self._closed_holder.setVisible(not is_open)
        self.agreed.setVisible(found.card.buyer.consent is not Consent.GIVEN)
        if not is_open:
            self.closed.set_text(
                closed_text(found.row, found.desk) if found.row is not None else tr("Nothing planned.")
            )
        else:
            self.form.show_card(found)
        if found.row is not None:
            self.agenda.mark(found.row.call_back.id)
        self._ready()

    def choose_outcome(self, key: str) -> None:
        """Keys 1, 2, 3."""
        if self._found is not None and self.form.isVisibleTo(self):
            self.form.choose_key(key)

    def next_open(self, after: int) -> CallBackRow | None:
        """The open call-back of the day that follows one of it, beginning anew at the end."""
        rows = self.agenda.calls.rows()
        place = self.agenda.calls.row_of(after)
        ring = [*rows[place + 1 :], *rows[: max(place, 0)]]
        return next((row for row in ring if row.call_back.state is CallBackState.DUE), None)

    def focus_agenda(self) -> None:
        """Put the focus on the day's call-backs."""
        if self.agenda.calls.rowCount():
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.agenda.currentIndex().isValid():
                self.agenda.choose_row(0)

    def _ready(self) -> None:
        ready = self.form.draft() is not None
        self.save.setEnabled(ready)
        self.save.set_tip("" if ready else tr("Choose how the call went first: 1, 2 or 3"))

    def _ask_consent(self, consent: Consent) -> None:
        if self._found is not None:
            self.consent_wanted.emit(self._found.card.buyer.id, consent)


def first_open(rows: tuple[CallBackRow, ...]) -> CallBackRow | None:
    """The call-back a day begins with."""
    return next((row for row in rows if row.call_back.state is CallBackState.DUE), rows[0] if rows else None)
