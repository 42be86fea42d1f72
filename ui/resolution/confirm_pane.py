"""The last page: exactly what will be written, the remark for the platform, and the message to send."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.resolution_facts import field_of
from desktop.services.resolution_offers import GIVES_BACK, given_back
from desktop.services.resolution_writing import planned_clocks, planned_steps
from desktop.services.resolutions import Written
from desktop.services.text_limits import limit_of
from models.kinds import CaseState, Flag, Remedy
from models.rules.checklist import checklist_of
from models.rules.text_limits import TextPlace, units
from ui import format as shown
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.resolution.sheet import Card, Sheet
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import due_text, names_of, pick, shares_text, shop_zone
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Chip, IconMark
from ui.widgets.panel import Banner, line
from ui.words import flag_token, word

tr = translator("resolution")


class ConfirmPane(Sheet):
    """Says what finishing writes; an error of finishing stands at the top until the next try."""

    said = Signal(str)
    retry_wanted = Signal()
    message_copied = Signal(str)

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Confirm and write"), tr("All of this is written at once, or nothing is. It can be undone."), parent
        )
        self._ctx = ctx
        self.banner: Banner | None = None
        self._error: BaseException | None = None
        self._written: Written | None = None
        self._state: WizardState | None = None

    def show_state(self, state: WizardState, written: Written | None) -> None:
        """Show what this state writes; the texts follow when they are made."""
        self._state, self._written = state, written
        self._build()

    def show_error(self, error: BaseException | None) -> None:
        """Say in place why it could not be written, or nothing."""
        self._error = error
        if self._state is not None:
            self._build()
            self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        state = self._state
        if state is None:
            return
        holder = self.clear()
        self.above.setText(tr("Last step"))
        self.banner = None
        if self._error is not None:
            words = sentence(self._error)
            safe = tr("Nothing was written; your answers are kept.")
            self.banner = Banner("overdue", words.what, f"{words.next} {safe}".strip(), holder)
            again = Button(tr("Try again"), self.banner, size="small", icon="refresh-cw")
            again.clicked.connect(self.retry_wanted)
            self.banner.add(again)
            self.box.addWidget(self.banner)
        missing = checklist_of(state.walk.conclusion.evidence, state.walk.page.evidence)
        if missing.required_missing:
            joint = "、" if language() == "zh" else ", "
            names = joint.join(pick(need.label) for need in missing.required_missing)
            lacks = Banner(
                "due", tr("%n required evidence missing", n=len(missing.required_missing)),
                tr("%1. It can be written all the same; a dispute would lack it.", names), holder,
            )  # fmt: skip
            self.box.addWidget(lacks)
        cards = (
            self._resolution(state, holder), self._steps(state, holder), self._clocks(state, holder),
            self._registers(state, holder), *self._texts(state, holder), self._history(state, holder),
        )  # fmt: skip
        for card in cards:
            if card is not None:
                self.box.addWidget(card)

    def _resolution(self, state: WizardState, parent: QWidget) -> Card:
        offer, override = state.walk.offer, state.choice.override
        card = Card(tr("Resolution"), "", parent)
        card.add_line(tr("Remedy"), pick(offer.title), strong=True)
        card.add_line(tr("Liability"), self._liability(state))
        refund = given_back(offer)
        back = shown.money(refund) if refund is not None else shown.NOTHING
        if refund is None and offer.missing and offer.remedy in (*GIVES_BACK, Remedy.COMPENSATION):
            back = tr("not yet known")
        card.add_line(tr("Back to the buyer"), back)
        card.add_line(tr("True cost"), shown.money(offer.true_cost) if offer.true_cost is not None else shown.NOTHING)
        if offer.missing and (override is None or override.remedy is None):
            lacks = list(names_of(state.walk, offer.missing))
            card.add_text(tr("Left out of the sum until known: %1", "、".join(lacks)), ink="due")
        if override is not None:
            card.add_text(tr("Decided otherwise, because: %1", override.reason), ink="due")
        was, becomes = word(state.walk.page.case.state), word(CaseState.IN_PROGRESS)
        card.add_line(tr("State of the case"), f"{was} → {becomes}")
        if state.walk.page.resolution is not None:
            card.add_text(tr("The resolution in force, its open steps, running clocks and register entries make way."))
        return card

    @staticmethod
    def _liability(state: WizardState) -> str:
        override, view = state.choice.override, state.walk.conclusion.liability
        if override is not None and override.shares:
            return shares_text(view, [(who, part / 100) for who, part in override.shares.items() if part])
        if override is not None and override.liability is not None:
            return word(override.liability)
        return shares_text(view)

    def _history(self, state: WizardState, parent: QWidget) -> Card:
        """What the timeline gets, and by which packs the case is decided from now on."""
        card = Card(tr("History of the case"), "", parent)
        card.add_line(tr("Resolution written: %1", pick(state.walk.offer.title)), self._ctx.bench.stamp().person)
        if state.choice.override is not None:
            card.add_line(tr("Decided otherwise, with its reason"), "")
        for plan in state.walk.conclusion.registers:
            if plan.kind is not None:
                card.add_line(tr("Entered in %1", pick(plan.label)), "")
        joint = "、" if language() == "zh" else ", "
        titles = {pack.id: pick(pack.title) for pack in state.walk.packs}
        packs = joint.join(f"{titles.get(name, name)} {version}" for name, version in state.walk.conclusion.packs)
        card.add_text(tr("Decided by: %1. Newer versions are compared, they change nothing by themselves.", packs),
                      ink="text3")  # fmt: skip
        return card

    def _steps(self, state: WizardState, parent: QWidget) -> Card | None:
        steps = planned_steps(state.walk.conclusion, state.walk.offer)
        if not steps:
            return None
        card = Card(tr("Steps"), tr("%n to do", n=len(steps)), parent)
        where, now = shop_zone(state.walk.page.shop.time_zone), self._ctx.clock.now()
        numbers = {step.id: number for number, step in enumerate(steps, 1)}
        for number, step in enumerate(steps, 1):
            due = shown.day_and_time(step.due_at, now, language(), where) if step.due_at is not None else ""
            before = [str(numbers[name]) for name in step.after if name in numbers]
            after = tr("after %1", ", ".join(before)) if before else ""
            right = " · ".join(part for part in (after, word(step.role), due) if part)
            card.add_line(f"{number}  {pick(step.title)}", right)
        return card

    def _clocks(self, state: WizardState, parent: QWidget) -> Card | None:
        now = self._ctx.clock.now()
        offer = state.walk.offer
        clocks = planned_clocks(state.walk.conclusion, offer, now, state.walk.page.clocks)
        waiting = [
            pick(clock.label)
            for clock in state.walk.conclusion.clocks
            if clock.decisive and clock.output == "moment" and clock.due_at is None
            and (not clock.remedies or offer.id in clock.remedies)
        ]  # fmt: skip
        if not clocks and not waiting:
            return None
        card = Card(tr("Clocks"), tr("%n will run", n=len(clocks)), parent)
        where = shop_zone(state.walk.page.shop.time_zone)
        for clock in clocks:
            text, ink = due_text(clock, {}, now, where)
            card.add_line(
                pick(clock.label), f"{tr('Acts: %1', word(clock.who))} · {text}", ink="" if ink == "text" else ink
            )
        if waiting:
            joint = "、" if language() == "zh" else ", "
            card.add_text(
                tr("Starts when what it counts from is known: %1", joint.join(dict.fromkeys(waiting))), ink="text3"
            )
        return card

    def _registers(self, state: WizardState, parent: QWidget) -> Card | None:
        plans = [plan for plan in state.walk.conclusion.registers if plan.kind is not None]
        if not plans:
            return None
        card = Card(tr("Register entries"), "", parent)
        for plan in plans:
            amount = shown.money(plan.amount) if plan.amount is not None else ""
            card.add_line(pick(plan.label), amount, strong=True)
            columns = []
            for name, value in plan.columns.items():
                field = field_of(state.walk.packs, name)
                if value and field is not None:
                    said = pick(plan.words[name]) if name in plan.words else value
                    columns.append(f"{pick(field.label)} {said}")
            if columns:
                card.add_text(" · ".join(columns), ink="text3")
        return card

    def _texts(self, state: WizardState, parent: QWidget) -> list[Card]:
        written = self._written
        if written is None:
            return []
        cards = []
        remark = state.walk.conclusion.remark
        flag = remark.flag if remark is not None else Flag.NONE
        card = Card(tr("Remark for the platform"), "", parent)
        if flag is not Flag.NONE:
            mark = QWidget(card)
            row = line(mark, spacing=6)
            row.addWidget(IconMark("flag", flag_token(flag), 14, mark))
            row.addWidget(PlainLabel(word(flag), mark, role="small", ink="text2"))
            card.head.addWidget(mark)
        self._copying(card, written.remark, tr("Copy remark"), tr("Remark copied"))
        limit = limit_of(state.walk.page.shop.platform, TextPlace.REMARK)
        if limit is not None:
            length = units(written.remark, limit.counting)
            told = tr("%1 of at most %2 as the platform counts", length, limit.limit)
            card.add_text(told, ink="overdue" if length > limit.limit else "text3")
        cards.append(card)
        if written.message:
            card = Card(tr("Message to the buyer"), "", parent)
            buyer = state.walk.page.buyer
            if buyer is not None:
                card.head.addWidget(Chip(word(buyer.temperament), None, card))
            message = written.message
            self._copying(card, message, tr("Copy message"), tr("Message copied")).clicked.connect(
                lambda: self.message_copied.emit(message)
            )
            cards.append(card)
        return cards

    def _copying(self, card: Card, text: str, words: str, done: str) -> Button:
        copy = link_button(words, card)
        copy.clicked.connect(lambda: self._copy(text, done))
        card.head.addWidget(copy)
        card.add_text(text, ink="", selectable=True)
        return copy

    def _copy(self, text: str, done: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(done)
