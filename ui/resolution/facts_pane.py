"""The facts known before anything is asked: where each comes from, and a field to put it right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.context import AppContext
from desktop.services.resolution_facts import FactField
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel
from ui.resolution.fact_entry import FactEntry
from ui.resolution.road_words import road_words
from ui.resolution.sheet import Card, Sheet
from ui.resolution.special_entries import Entry, ItemsEntry, LineEntry, entry_for
from ui.resolution.wizard_state import ROAD_FACT, WizardState
from ui.resolution.wording import origin_text, pick, shop_zone, value_text
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Chip
from ui.widgets.panel import line

tr = translator("resolution")
# What the case is about and when it happened; the rest of what is known serves sums and registers.
_FIRST = (
    "case_type", "subtype", "reason", "item", "sku", "batch", "items", "paid", "outbound_freight_paid", "paid_at",
    "shipped_at", "signed_at", "applied_at", "carrier", "tracking_no", "temperament", "goods_cost", "freight_out",
    "claim_rate",
)  # fmt: skip
_HIDDEN = frozenset((
    "platform", "currency", "country", "time_zone", "case_no", "buyer_id", "order_no", "requested_at", "message_at",
    "actual_amount", "freight_included", "order_complete_at", "possession_at", "delivered_at", "received", "signed",
    "delivered", "paid_on", "accepted_at", "refund_requested_at", "clicked_ship_at", "main_price", "informed_at",
    "cancelled_at", "returned",
))  # fmt: skip
_ESTIMATES = frozenset(("goods_cost", "freight_out", "freight_back", "freight_again", "claim_rate", "lose_rate"))


def shown_facts(state: WizardState) -> list[FactField]:
    """The facts worth showing, in order: what the case tells, then answers that are no longer on the way."""
    fields = state.walk.fields
    on_way = {question.fact for question in state.asked_questions()}
    if state.asks_road():
        on_way.add(ROAD_FACT)
    order = state.walk.page.order
    if order is None or len(order.lines) < 2:
        on_way.add("items")
    named = [name for name in _FIRST if name in state.walk.known and name not in on_way]
    known = [name for name in state.walk.known if name not in on_way]
    others = [name for name in known if name not in named and name not in _HIDDEN]
    # An assumption is told only where the packs read it; else it would be noise.
    read = {name for asked in state.walk.conclusion.asked for name in (asked.question.fact,)}
    read |= {name for clock in state.walk.conclusion.clocks for name in (clock.event,)}
    assumed = [name for name in known if name in _HIDDEN and name in read and fields[name].origin == "assumed"]
    added = [name for name in state.answers if name not in state.walk.known and name not in on_way]
    added = [name for name in added if name not in state.extra]
    return [fields[name] for name in (*named, *others, *assumed, *added) if name in fields]


def unasked_facts(state: WizardState) -> list[FactField]:
    """Facts of unusual roads, and those an amount waits for: nobody is asked for them, but they may be said."""
    fields, answers = state.walk.fields, state.answers
    said = [name for name in answers if name in state.extra and name not in state.walk.known]
    conclusion = state.walk.conclusion
    waiting = [name for name in conclusion.unknown if name not in state.walk.known]
    return [fields[name] for name in dict.fromkeys((*conclusion.unasked, *waiting, *said)) if name in fields]


class FactsPane(Sheet):
    """`corrected` comes with fact and value; `restored` names a fact that takes its known value again."""

    corrected = Signal(str, object)
    restored = Signal(str)
    road_wanted = Signal()

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("What is known"),
            tr(
                "Taken from the case, its order and its buyer. What is wrong can be put right here, for this case only."
            ),
            parent,
        )
        self._ctx = ctx
        self._editing = ""
        self.entry: Entry | None = None
        self.rows: dict[str, QWidget] = {}
        self._beside: dict[str, object] = {}
        self._state: WizardState | None = None

    def show_state(self, state: WizardState) -> None:
        """Show the facts of this state."""
        if self._state is not None and self._state.case_id != state.case_id:
            self._editing = ""
        self._state = state
        self.above.setText(tr("Before the questions"))
        if self.entry is not None and self._editing:
            return
        self._build(state)

    def _build(self, state: WizardState) -> None:
        holder = self.clear()
        self.entry = None
        self.rows = {}
        known = Card(tr("Case, order, buyer"), "", holder)
        sums = Card(tr("The shop's own estimates"), tr("for true costs"), holder)
        unusual = Card(tr("Also ask, if it applies"), tr("not asked in every case"), holder)
        for field in shown_facts(state):
            (sums if field.fact in _ESTIMATES else known).add(self._row(field, state))
        for field in unasked_facts(state):
            unusual.add(self._row(field, state, unasked=True))
        for card in (known, unusual, sums):
            if card.count:
                self.box.addWidget(card)
            else:
                card.hide()

    def _row(self, field: FactField, state: WizardState, *, unasked: bool = False) -> QWidget:
        page = state.walk.page
        where, now, currency = shop_zone(page.shop.time_zone), self._ctx.clock.now(), page.case.at_stake.currency
        row = QWidget(self)
        row.setMinimumHeight(36)
        box = line(row, margins=(15, 2, 8, 2), spacing=8)
        label = PlainLabel(pick(field.label), row, ink="text3", wrap=True)
        label.setFixedWidth(172 if language() == "en" else 132)
        box.addWidget(label)
        value = state.known_value(field.fact)
        if self._editing == field.fact and field.fact in ("items", "returned", "offer"):
            # A table needs the whole width: it stands under its name.
            box.setDirection(QBoxLayout.Direction.TopToBottom)
            box.setContentsMargins(15, 8, 15, 8)
        if self._editing == field.fact:
            facts = {**state.walk.known, **state.answers}
            self.entry = entry_for(field, page, facts, now, where, currency, row)
            self.entry.entered.connect(self._take)
            if isinstance(self.entry, ItemsEntry | LineEntry):
                self.entry.beside.connect(self._take_beside)
            box.addWidget(self.entry, 1)
            take = Button(tr("Take over"), row, size="small", hint="↵")
            take.clicked.connect(self._take)
            box.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
            return row
        given = field.fact in state.answers
        text = value_text(field, value, now=now, where=where, currency=currency) if given or value is not None else ""
        if field.fact == ROAD_FACT and state.road():
            text = road_words(state.walk, state.road())[0]
        box.addWidget(ElidedLabel(text or tr("not said"), row, ink="" if text else "text3"), 1)
        if given and not unasked and field.fact in state.walk.known:
            box.addWidget(Chip(tr("corrected"), "due", row))
        elif field.origin in ("assumed", "evidence", "history", "weighing"):
            mark = Chip(origin_text(field.origin), "due" if field.origin == "assumed" else None, row)
            box.addWidget(mark)
        if given:
            undo = link_button(tr("As known") if field.fact in state.walk.known else tr("Forget"), row)
            undo.clicked.connect(lambda: self.restored.emit(field.fact))
            box.addWidget(undo)
        edit = link_button(tr("Correct") if text else tr("Say"), row)
        edit.setAccessibleName(tr("Correct %1", pick(field.label)) if text else tr("Say %1", pick(field.label)))
        if field.fact == ROAD_FACT:
            edit.clicked.connect(self.road_wanted)
        else:
            edit.clicked.connect(lambda: self.edit(field.fact))
        box.addWidget(edit)
        self.rows[field.fact] = edit
        return row

    def go_to(self, fact: str) -> None:
        """Open the field of a fact and bring it into sight; the first one not asked for where it is empty."""
        if self._state is None:
            return
        unasked = unasked_facts(self._state)
        name = fact or (unasked[0].fact if unasked else "")
        if name in self.rows:
            self.edit(name)

    def edit(self, fact: str) -> None:
        """Open the field of a fact."""
        self._editing = fact
        if self._state is not None:
            self._build(self._state)
        entry = self.entry
        if entry is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(entry, FactEntry):
                entry.field.selectAll()
            self.bring(entry)

    def _take_beside(self, fact: str, value: object) -> None:
        self._beside[fact] = value

    def _take(self) -> None:
        entry = self.entry
        if entry is not None and entry.readable():
            fact, value = self._editing, entry.value()
            self._editing, self.entry = "", None
            beside, self._beside = self._beside, {}
            for name, other in beside.items():
                self.corrected.emit(name, other)
            self.corrected.emit(fact, value)

    def stop_editing(self) -> bool:
        """Esc in a field: leave the fact as it was; False when none is open."""
        if not self._editing or self._state is None:
            return False
        self._editing = ""
        self._build(self._state)
        return True
