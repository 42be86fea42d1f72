"""The facts known before anything is asked: where each comes from, and a field to put it right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.resolution_facts import FactField
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel
from ui.resolution.fact_entry import FactEntry
from ui.resolution.sheet import Card, Sheet
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import pick, shop_zone, value_text
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Chip
from ui.widgets.panel import line

tr = translator("resolution")
# What the case is about and when it happened; the rest of what is known serves sums and registers.
_FIRST = (
    "case_type", "subtype", "reason", "item", "sku", "batch", "paid", "outbound_freight_paid", "paid_at", "shipped_at",
    "signed_at", "applied_at", "carrier", "tracking_no", "temperament", "goods_cost", "freight_out", "claim_rate",
)  # fmt: skip
_HIDDEN = frozenset((
    "platform", "currency", "country", "time_zone", "case_no", "buyer_id", "order_no", "requested_at", "message_at",
    "actual_amount", "freight_included", "order_complete_at", "possession_at", "delivered_at", "received", "signed",
))  # fmt: skip
_ESTIMATES = frozenset(("goods_cost", "freight_out", "freight_back", "freight_again", "claim_rate", "lose_rate"))
_EDITABLE = frozenset(("money", "int", "decimal", "date", "datetime", "text"))


def shown_facts(state: WizardState) -> list[FactField]:
    """The facts worth showing, in order: what the case tells, then answers that are no longer on the way."""
    fields = state.walk.fields
    on_way = {question.fact for question in state.asked_questions()}
    named = [name for name in _FIRST if name in state.walk.known]
    others = [name for name in state.walk.known if name not in named and name not in _HIDDEN]
    added = [name for name in state.answers if name not in state.walk.known and name not in on_way]
    return [fields[name] for name in (*named, *others, *added) if name in fields]


class FactsPane(Sheet):
    """`corrected` comes with fact and value; `restored` names a fact that takes its known value again."""

    corrected = Signal(str, object)
    restored = Signal(str)

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
        self.entry: FactEntry | None = None
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
        known = Card(tr("Case, order, buyer"), "", holder)
        sums = Card(tr("The shop's own estimates"), tr("for true costs"), holder)
        for field in shown_facts(state):
            (sums if field.fact in _ESTIMATES else known).add(self._row(field, state))
        for card in (known, sums):
            if card.count:
                self.box.addWidget(card)
            else:
                card.hide()

    def _row(self, field: FactField, state: WizardState) -> QWidget:
        page = state.walk.page
        where, now, currency = shop_zone(page.shop.time_zone), self._ctx.clock.now(), page.case.at_stake.currency
        row = QWidget(self)
        row.setMinimumHeight(36)
        box = line(row, margins=(15, 2, 8, 2), spacing=8)
        label = PlainLabel(pick(field.label), row, ink="text3", wrap=True)
        label.setFixedWidth(132)
        box.addWidget(label)
        value = state.known_value(field.fact)
        if self._editing == field.fact:
            self.entry = FactEntry(field, value, now, where, currency, row)
            self.entry.entered.connect(self._take)
            box.addWidget(self.entry, 1)
            take = Button(tr("Take over"), row, size="small", hint="↵")
            take.clicked.connect(self._take)
            box.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
            return row
        text = value_text(field, value, now=now, where=where, currency=currency)
        box.addWidget(ElidedLabel(text, row), 1)
        if field.fact in state.answers:
            box.addWidget(Chip(tr("corrected"), "due", row))
            undo = link_button(tr("As known") if field.fact in state.walk.known else tr("Forget"), row)
            undo.clicked.connect(lambda: self.restored.emit(field.fact))
            box.addWidget(undo)
        if field.type in _EDITABLE:
            edit = link_button(tr("Correct"), row)
            edit.setAccessibleName(tr("Correct %1", pick(field.label)))
            edit.clicked.connect(lambda: self.edit(field.fact))
            box.addWidget(edit)
        return row

    def edit(self, fact: str) -> None:
        """Open the field of a fact."""
        self._editing = fact
        if self._state is not None:
            self._build(self._state)
        if self.entry is not None:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entry.field.selectAll()

    def _take(self) -> None:
        entry = self.entry
        if entry is not None and entry.readable():
            fact, value = self._editing, entry.value()
            self._editing, self.entry = "", None
            self.corrected.emit(fact, value)

    def stop_editing(self) -> bool:
        """Esc in a field: leave the fact as it was; False when none is open."""
        if not self._editing or self._state is None:
            return False
        self._editing = ""
        self._build(self._state)
        return True
