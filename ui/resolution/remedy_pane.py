"""The remedy page: the offers as cards, the preferred and the buyer's right marked, and the way to decide otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.context import AppContext
from desktop.services.resolution_facts import offers_of
from desktop.services.resolution_offers import AS_PLANNED
from models.kinds import Remedy
from models.rules.conclusion import RemedyOffer
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.resolution.answer_card import AnswerCard, press_card
from ui.resolution.override_panel import OverridePanel
from ui.resolution.sheet import Sheet
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import names_of, needs_text, pick, wrong_text
from ui.widgets.buttons import Button

tr = translator("resolution")
_ICONS = {
    Remedy.REFUND: "banknote", Remedy.PARTIAL_REFUND: "receipt", Remedy.RETURN_AND_REFUND: "undo-2",
    Remedy.EXCHANGE: "repeat-2", Remedy.RESHIP: "package-check", Remedy.REPAIR: "settings",
    Remedy.COMPENSATION: "gift", Remedy.REFUSE: "ban", Remedy.NONE: "clipboard-check",
}  # fmt: skip


def offer_words(offer: RemedyOffer, missing: list[str]) -> tuple[str, str, str]:
    """Title, what it costs, and its marks, of an offer."""
    joint = "、" if language() == "zh" else ", "
    money = []
    if offer.refund is not None:
        money.append(tr("refund %1", shown.money(offer.refund)))
    if offer.compensation is not None:
        money.append(tr("compensation %1", shown.money(offer.compensation)))
    if offer.freight is not None:
        money.append(tr("freight %1", shown.money(offer.freight)))
    if offer.recoverable is not None:
        money.append(tr("recovered %1", shown.money(offer.recoverable)))
    cost = [tr("true cost %1", shown.money(offer.true_cost))] if offer.true_cost is not None else []
    if missing:
        cost.append(tr("not counted yet: %1", joint.join(missing)))
    marks = [tr("preferred") if offer.preferred else "", tr("buyer's legal right") if offer.right else "",
             needs_text(offer.needs)]  # fmt: skip
    if offer.if_wrong:
        more = pick(offer.if_wrong_text)
        inside = f"（{more}）" if language() == "zh" else f" ({more})"
        marks.append(tr("if it goes wrong: %1", wrong_text(offer)[0] + (inside if more else "")))
    return pick(offer.title), " · ".join((*cost, *money)), " · ".join(mark for mark in marks if mark)


class RemedyPane(Sheet):
    """`chosen` names the offer; `overridden` comes with the override or None."""

    chosen = Signal(str)
    overridden = Signal(object)

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which remedy?"), "", parent)
        self._ctx = ctx
        self.cards: list[AnswerCard] = []
        self._ids: list[str] = []
        self.offers: tuple[RemedyOffer, ...] = ()
        self._shown: object = None
        self.override = OverridePanel(self)
        self.override.changed.connect(self.overridden)
        self.open_override = Button(tr("Decide otherwise…"), self, kind="ghost", icon="scale", hint="O")
        self.open_override.clicked.connect(self.show_override)
        self._override_open = False
        self._outer.insertSpacing(self._outer.count() - 1, 8)
        self._outer.insertWidget(self._outer.count() - 1, self.open_override)
        self._outer.insertWidget(self._outer.count() - 1, self.override)

    def forget(self) -> None:
        """Another case: the form is folded, the offers begin at the top."""
        self._override_open = False
        self.verticalScrollBar().setValue(0)

    def show_state(self, state: WizardState) -> None:
        """Show the offers of this state."""
        if state.choice.override is not None:
            self._override_open = True
        offers = self._offers(state)
        key = (state.case_id, tuple(offers), language())
        if key != self._shown:
            self._shown = key
            self._build(state, offers)
        preferred = next((offer for offer in offers if offer.preferred), None)
        if preferred is not None:
            self.more.setText(
                tr("The shop's order suggests “%1”. Every choice says what it really costs.", pick(preferred.title))
            )
        elif any(offer.id != AS_PLANNED for offer in offers):
            self.more.setText(tr("Choose what is to be done. Every choice says what it really costs."))
        else:
            self.more.setText(tr("The rules name no remedy here; the steps will be carried out, or decide otherwise."))
        override = state.choice.override
        other = override is not None and override.remedy is not None
        for name, card in zip(self._ids, self.cards, strict=True):
            on = not other and name == state.walk.offer.id
            group = card.group()
            if group is not None:
                group.setExclusive(False)
                card.setChecked(on)
                group.setExclusive(True)
        self.above.setText(tr("Remedy"))
        self.override.show_state(state)
        self._show_panels()

    @staticmethod
    def _offers(state: WizardState) -> list[RemedyOffer]:
        found = list(offers_of(state.walk.conclusion))
        offer = state.walk.offer
        return [offer, *found] if offer.id == AS_PLANNED else found

    def _build(self, state: WizardState, offers: list[RemedyOffer]) -> None:
        holder = self.clear()
        self.box.setSpacing(8)
        group = QButtonGroup(holder)
        self.cards, self._ids, self.offers = [], [], tuple(offers)
        for at, offer in enumerate(offers):
            missing = list(names_of(state.walk, offer.missing))
            key = str(at + 1) if at < 9 else ""
            card = AnswerCard(*offer_words(offer, missing), holder, icon=_ICONS[offer.remedy], key=key)
            group.addButton(card, at)
            self.cards.append(card)
            self._ids.append(offer.id)
            self.box.addWidget(card)
        if not offers:
            self.box.addWidget(PlainLabel(tr("Nothing can be offered yet."), holder, ink="text3"))
        group.idClicked.connect(lambda at: self.chosen.emit(self._ids[at]))

    def show_override(self) -> None:
        """O: open the form and go there."""
        self._override_open = True
        self._show_panels()
        # the form has its place only once the layout has run
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.override))
        self.override.liability.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def readable(self) -> bool:
        """Whether what is typed in the form, where it is open, can be taken."""
        return not self._override_open or self.override.readable()

    def close_override(self) -> bool:
        """Esc: fold an empty form; False when it was folded."""
        if not self._override_open or self.override.override() is not None:
            return False
        self._override_open = False
        self._show_panels()
        self.take_focus()
        return True

    def _show_panels(self) -> None:
        self.override.setVisible(self._override_open)
        self.open_override.setVisible(not self._override_open)

    def press(self, number: int) -> bool:
        """A number key: choose that offer; False where there is none."""
        return press_card(self.cards, number)

    def take_focus(self) -> None:
        target = next((card for card in self.cards if card.isChecked()), self.cards[0] if self.cards else None)
        (target or self.open_override).setFocus(Qt.FocusReason.OtherFocusReason)
