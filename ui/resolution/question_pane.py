"""One question: its number and what it affects, the known facts beside it, answer cards or a field, the photos."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QWidget

from desktop.context import AppContext
from models.rules.conclusion import KnownFact, Question
from ui.background import Background
from ui.i18n import language, translator
from ui.icons import has_icon
from ui.plain import PlainLabel, plain_tooltip
from ui.resolution.answer_card import AnswerCard, icon_for, press_card
from ui.resolution.photo_strip import PhotoStrip
from ui.resolution.special_entries import ChoiceEntry, Entry, ItemsEntry, LineEntry, entry_for
from ui.resolution.wizard_state import WizardState, asks
from ui.resolution.wording import pick, shop_zone, value_text
from ui.widgets import painting
from ui.widgets.controls import IconMark
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import column, line

tr = translator("resolution")
_MANY = 5
_KNOWN = 30
_ONE_LINE = 330
_SAY_THEMSELVES = ("item", "carrier")
_USUAL = ("item", "carrier", "signed_at")
_FACT_ICONS = {
    "carrier": "truck", "tracking_no": "truck", "item": "package", "weight": "weight", "signed_at": "package-check",
    "delivered_at": "package-check", "shipped_at": "send", "paid": "banknote", "paid_at": "banknote", "batch": "layers",
}  # fmt: skip


class KnownBox(QFrame):
    """A fact that is already known, in a small frame with its icon."""

    def __init__(self, fact: str, text: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setFixedHeight(_KNOWN)
        row = line(self, margins=(10, 0, 10, 0), spacing=8)
        name = _FACT_ICONS.get(fact, "info")
        row.addWidget(IconMark(name if has_icon(name) else "info", "text2", 15, self))
        label = PlainLabel(text, self)
        row.addWidget(label)
        plain_tooltip(self, says)
        self.setAccessibleName(says)


def _reason(hint: str, effect: str) -> tuple[str, str]:
    """Why and what it does on one line where both fit, so that five answers and the photos stand on one screen."""
    joined = f"{hint}{'；' if language() == 'zh' else ' · '}{effect}"
    if hint and effect and painting.text_width(joined) <= _ONE_LINE:
        return joined, ""
    return hint, effect


def _usual_facts(state: WizardState, question: Question) -> tuple[KnownFact, ...]:
    """What helps with most questions, where the packs name no facts for this one."""
    known, fields = state.walk.known, state.walk.fields
    found = (name for name in _USUAL if name in known and name in fields and name != question.fact)
    return tuple(KnownFact(name, fields[name].label, state.known_value(name)) for name in found)


class QuestionPane(QScrollArea):
    """`answered` comes with fact, value and whether it is still being typed; `entered` with Enter in the field."""

    answered = Signal(str, object, bool)
    entered = Signal()

    def __init__(self, ctx: AppContext, background: Background, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards: list[AnswerCard] = []
        self._values: list[object] = []
        self.entry: Entry | None = None
        self._shown: object = None
        self._body = QWidget(self)
        self._body.setProperty("clear", True)
        outer = line(self._body, margins=(32, 24, 32, 24))
        self._column = column(spacing=0)
        outer.addLayout(self._column, 1)
        self.number = PlainLabel("", self._body, role="small", ink="text3", wrap=True)
        self.title = PlainLabel("", self._body, role="display", wrap=True)
        self.help = PlainLabel("", self._body, ink="text2", wrap=True)
        self._content = QWidget(self._body)
        self.photos = PhotoStrip(ctx, background, page, self._body)
        self._column.addWidget(self.number)
        self._column.addSpacing(4)
        self._column.addWidget(self.title)
        self._column.addSpacing(4)
        self._column.addWidget(self.help)
        self._column.addSpacing(12)
        self._column.addWidget(self._content)
        self._column.addSpacing(16)
        self._column.addWidget(self.photos)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def show_state(self, state: WizardState, question: Question) -> None:
        """Show a question; the same one only takes over what is chosen."""
        self._show_head(state, question)
        self.photos.show_items(state.walk.page.evidence)
        page, now = state.walk.page, self._ctx.clock.now()
        where, currency = shop_zone(page.shop.time_zone), page.case.at_stake.currency
        key = (state.case_id, question, language())
        if key != self._shown:
            self._shown = key
            self._build(state, question, now, where, currency)
            self.verticalScrollBar().setValue(0)
        self._check(state, question)

    def forget(self) -> None:
        """Build the next question anew, also if it is the same."""
        self._shown = None

    def _show_head(self, state: WizardState, question: Question) -> None:
        places = [stop.place for stop in state.stops() if stop.question is not None]
        at, count = places.index(asks(question.fact)) + 1, len(places) + state.still_to_come()
        sure = not state.still_to_come()
        text = tr("Question %1 of %2", at, count) if sure else tr("Question %1 of about %2", at, count)
        affects = pick(question.affects)
        self.number.setText(f"{text} · {tr('affects: %1', affects)}" if affects else text)
        self.title.setText(pick(question.ask))
        self.help.setText(pick(question.help))
        self.help.setVisible(bool(pick(question.help)))

    def _build(self, state: WizardState, question: Question, now: datetime, where: tzinfo, currency: str) -> None:
        place = self._column.indexOf(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget(self._body)
        self._column.insertWidget(place, self._content)
        box = column(self._content, spacing=8)
        facts = question.known or _usual_facts(state, question)
        if facts:
            known = self._known(facts, state, now, where, currency)
            box.addWidget(known)
            box.addSpacing(8)
        self.cards, self._values, self.entry = [], [], None
        group = QButtonGroup(self._content)
        if question.answers:
            dense = len(question.answers) > _MANY
            for answer in question.answers:
                words = (pick(answer.label), *_reason(pick(answer.hint), pick(answer.effect)))
                self._add_card(words, answer.value, group, icon_for(answer.value), dense)
        else:
            self._add_entry(state, question, now, where, currency)
        if None not in self._values:
            field, many = state.walk.fields.get(question.fact), len(self.cards) > _MANY
            none = field is not None and field.none_known
            said = tr("There is none") if none else tr("Cannot be told")
            hint = "" if many or none else tr("Go on without it; what hangs on it stays open.")
            self._add_card((said, hint, ""), None, group, "ban" if none else "circle-help", many)
        for card in self.cards:
            box.addWidget(card)
        group.idClicked.connect(lambda at: self._choose(question.fact, at))

    def _add_card(
        self, words: tuple[str, str, str], value: object, group: QButtonGroup, icon: str, dense: bool
    ) -> None:
        at = len(self.cards)
        key = str(at + 1) if at < 9 and self.entry is None else ""
        card = AnswerCard(*words, self._content, icon=icon, key=key, dense=dense)
        group.addButton(card, at)
        self.cards.append(card)
        self._values.append(value)

    def _add_entry(self, state: WizardState, question: Question, now: datetime, where: tzinfo, currency: str) -> None:
        field = state.walk.fields.get(question.fact)
        if field is None:
            return
        facts = {**state.walk.known, **state.answers}
        self.entry = entry_for(field, state.walk.page, facts, now, where, currency, self._content)
        self.entry.typed.connect(lambda value, fact=question.fact: self._typed(fact, value))
        self.entry.entered.connect(self.entered)
        if isinstance(self.entry, ItemsEntry):
            self.entry.beside.connect(self._typed)
        layout = self._content.layout()
        if layout is not None:
            layout.addWidget(self.entry)

    def _known(
        self, known: tuple[KnownFact, ...], state: WizardState, now: datetime, where: tzinfo, currency: str
    ) -> QWidget:
        holder = QWidget(self._content)
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        words = PlainLabel(tr("Known"), holder, role="small", ink="text3")
        words.setFixedHeight(_KNOWN)
        flow.addWidget(words)
        for each in known:
            field = state.walk.fields.get(each.fact)
            value = pick(each.word) or value_text(field, each.value, now=now, where=where, currency=currency)
            says = f"{pick(each.label)}: {value}"
            plain = each.fact in _SAY_THEMSELVES or (field is not None and field.type == "enum")
            flow.addWidget(KnownBox(each.fact, value if plain else f"{pick(each.label)} {value}", says, holder))
        return holder

    def _check(self, state: WizardState, question: Question) -> None:
        given = question.fact in state.answers
        value = state.answers.get(question.fact)
        for card, own in zip(self.cards, self._values, strict=True):
            on = given and type(own) is type(value) and own == value
            if card.isChecked() != on:
                group = card.group()
                if group is not None:
                    group.setExclusive(False)
                card.setChecked(on)
                if group is not None:
                    group.setExclusive(True)

    def _choose(self, fact: str, at: int) -> None:
        if self.entry is not None and not isinstance(self.entry, ChoiceEntry | LineEntry):
            self.entry.complain("")
        self.answered.emit(fact, self._values[at], False)

    def _typed(self, fact: str, value: object) -> None:
        self.answered.emit(fact, value, True)

    def press(self, number: int) -> bool:
        """A number key: choose that card; False where there is none."""
        return self.entry is None and press_card(self.cards, number)

    def readable(self) -> bool:
        """Whether the field, where there is one, holds something that fits; it says so if not."""
        if self.entry is None or any(card.isChecked() for card in self.cards):
            return True
        return self.entry.readable()

    def take_focus(self) -> None:
        """To the field, to the answer chosen, or to the first card."""
        chosen = next((card for card in self.cards if card.isChecked()), None)
        target: QWidget | None = chosen or self.entry or (self.cards[0] if self.cards else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
