"""Amounts and recourse: how the true cost adds up, what is still missing for it, and what comes back from whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.money import Money
from models.rules.conclusion import RemedyOffer
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.resolution.fact_entry import FactEntry
from ui.resolution.sheet import Card, Sheet
from ui.resolution.special_entries import Entry, ItemsEntry, entry_for
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import exposure_text, names_of, pick, shop_zone
from ui.widgets.panel import column, line
from ui.words import word

tr = translator("resolution")
_SUMMED = ("money", "money_list", "money_map", "text_list")


class AmountsPane(Sheet):
    """`entered` comes with fact, value and True while it is being typed; `done` when Enter was pressed in a field."""

    entered = Signal(str, object, bool)
    done = Signal()

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Amounts and recourse"), "", parent)
        self._ctx = ctx
        self.entries: dict[str, Entry] = {}
        self._shown: object = None
        self._sums: QWidget | None = None

    def show_state(self, state: WizardState) -> None:
        """Show the sum of the chosen remedy; fields being typed in stay."""
        offer = state.walk.offer
        self.above.setText(tr("Remedy: %1", pick(offer.title)))
        self.more.setText(tr("What it costs the shop, less what can be had back."))
        given = [fact for fact in state.answers if fact in self.entries]
        wanted = tuple(dict.fromkeys((*given, *offer.missing, *self._waited_for(state))))
        key = (state.case_id, offer.id, wanted, language())
        if key != self._shown:
            self._shown = key
            self._build(state, wanted)
        if self._sums is not None:
            self.box.removeWidget(self._sums)
            self._sums.hide()
            self._sums.deleteLater()
        self._sums = self._sum_cards(state, offer)
        self.box.addWidget(self._sums)

    @staticmethod
    def _waited_for(state: WizardState) -> list[str]:
        """Facts with amounts in them that the packs still wait for, beside the parts of the true cost."""
        fields = state.walk.fields
        names = [name for name in state.walk.conclusion.unknown if name in fields]
        return [name for name in names if fields[name].type in _SUMMED and not state.known_value(name)]

    def _build(self, state: WizardState, wanted: tuple[str, ...]) -> None:
        holder = self.clear()
        self._sums = None
        page, fields = state.walk.page, state.walk.fields
        where, now, currency = shop_zone(page.shop.time_zone), self._ctx.clock.now(), page.case.at_stake.currency
        self.entries = {}
        card = Card(tr("Still needed for the sum"), tr("can be left open"), holder)
        for fact in wanted:
            if fact not in fields:
                continue
            row = QWidget(card)
            box = line(row, margins=(15, 8, 15, 8), spacing=12)
            label = PlainLabel(pick(fields[fact].label), row, wrap=True)
            label.setMinimumHeight(32)
            box.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
            facts = {**state.walk.known, **state.answers}
            entry = entry_for(fields[fact], page, facts, now, where, currency, row)
            if isinstance(entry, ItemsEntry):
                entry.setMinimumWidth(400)
                entry.beside.connect(lambda name, value: self.entered.emit(name, value, True))
            else:
                entry.setFixedWidth(260)
            entry.typed.connect(lambda value, fact=fact: self.entered.emit(fact, value, True))
            entry.entered.connect(self._enter)
            box.addWidget(entry)
            card.add(row)
            self.entries[fact] = entry
        if self.entries:
            self.box.addWidget(card)
        else:
            card.hide()

    def _enter(self) -> None:
        if self.readable():
            self.done.emit()

    def readable(self) -> bool:
        """Whether every field is empty or holds an amount; the first that does not says so."""
        typed = [
            entry for entry in self.entries.values() if isinstance(entry, FactEntry) and entry.field.text().strip()
        ]
        return all(entry.readable() for entry in typed)

    def _sum_cards(self, state: WizardState, offer: RemedyOffer) -> QWidget:
        conclusion, _fields = state.walk.conclusion, state.walk.fields
        holder = QWidget(self)
        box = column(holder, spacing=12)
        total = Card(tr("True cost"), state.walk.page.case.at_stake.currency, holder)
        for title, value in (
            (tr("Goods"), offer.goods), (tr("Freight"), offer.freight), (tr("Refund"), offer.refund),
            (tr("Compensation"), offer.compensation),
        ):  # fmt: skip
            if value is not None:
                total.add_line(title, shown.money_cell(value))
        if offer.recoverable is not None:
            most = offer.recoverable_at_most
            tip = tr("at most %1", shown.money(most)) if most is not None else ""
            total.add_line(tr("Less what can be recovered"), shown.money_cell(-offer.recoverable), tip=tip)
        for name in names_of(state.walk, offer.missing):
            total.add_line(name, shown.NOTHING, ink="due")
        total.add_line(tr("True cost"), shown.money_cell(offer.true_cost), strong=True)
        box.addWidget(total)
        amounts = {name: value for name, value in conclusion.amounts.items() if isinstance(value, Money)}
        view = conclusion.liability
        recourse = Card(tr("Recourse"), "", holder)
        if view.recourse is not None:
            recourse.add_line(tr("Against"), word(view.recourse))
            recourse.add_line(tr("Expected back"), shown.money_cell(offer.recoverable))
            if offer.recoverable_at_most is not None:
                recourse.add_line(tr("At most"), shown.money_cell(offer.recoverable_at_most))
        else:
            recourse.add_text(tr("Nobody to claim from in this case."), ink="text3")
        for plan in conclusion.registers:
            if plan.kind is not None and plan.amount is not None:
                recourse.add_line(tr("Entered in %1", pick(plan.label)), shown.money_cell(plan.amount))
        box.addWidget(recourse)
        if amounts or conclusion.exposures:
            box.addWidget(self._exposure(state, holder))
        return holder

    def _exposure(self, state: WizardState, parent: QWidget) -> Card:
        conclusion = state.walk.conclusion
        card = Card(tr("If it goes wrong"), "", parent)
        refusal = conclusion.refusal
        if refusal is not None:
            card.add_line(tr("Refusing, expected cost"), shown.money_cell(refusal.true_cost), ink="overdue")
        for each in conclusion.exposures:
            card.add_text(exposure_text(each), ink="overdue")
        if not card.count:
            card.add_text(tr("No penalty is known for this."), ink="text3")
        return card

    def take_focus(self) -> None:
        first = next(iter(self.entries.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
