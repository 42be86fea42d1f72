"""Numbers of the day and the month in the settings: the hand-over's hour, reminders of parcels, returns, carriers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QWidget

from desktop.context import AppContext
from desktop.services.claim_terms import AnswerTerm, carrier_key
from desktop.services.parcels import carrier_book
from models.errors import UserError
from models.records import Shop
from models.rules.serial_returns import SerialReturnsRule
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.messages import show_error
from ui.plain import isolate, one_line
from ui.settings.call_fields import NumberField, mark, whole_number, words
from ui.settings.setting_fields import ChoiceField, LineField
from ui.widgets.controls import row_of
from ui.widgets.panel import FormRows, Panel

tr = translator("settings")
_LABEL, _HOUR, _DAYS, _LONGEST = 108, 64, 132, 60
_BETWEEN = re.compile(r"[\s,，、;；/]+")


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """What the panel reads in one go; `contracts` by shop and carrier, `standard` what holds without one."""

    due_by: str
    reminders: tuple[int, ...]
    returns: SerialReturnsRule
    shops: tuple[Shop, ...]
    contracts: Mapping[int, Mapping[str, int]]
    standard: Mapping[int, AnswerTerm]


class DayPanel(Panel):
    """Every edit is kept at once; what cannot be is said under its field and nothing of it kept."""

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(tr("Day and month"), "", parent, icon="calendar-clock", token="accent")
        self._ctx, self._background = ctx, background
        self._found: DayNumbers | None = None
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        self.form = form = FormRows(self.body, label_width=_LABEL, spacing=4)
        self.rows.addWidget(form)
        self.hour = LineField(form, width=_HOUR, hint="12:00")
        self.hour.setMaxLength(_LONGEST)
        self._hour_box = self._row(tr("Hand-over by"), self.hour, words(tr("each morning"), form),
                                   help_text=tr("What the night left is cleared by then; items left already keep "
                                                "their hour."))  # fmt: skip
        self.reminders = LineField(form, width=_DAYS, hint="1, 3, 7")
        self.reminders.setMaxLength(_LONGEST)
        self._reminder_box = self._row(tr("Nobody's parcels"), self.reminders, words(tr("days after arrival"), form),
                                       help_text=tr("You are reminded of a parcel without an owner on these days; "
                                                    "empty for never."))  # fmt: skip
        self.returns = NumberField(tr("So many returns of a buyer"), form)
        self.days = NumberField(tr("Days within which a buyer returns so often"), form)
        self._returns_box = self._row(
            tr("Returns often"), self.returns, words(tr("returns within"), form), self.days, words(tr("days"), form),
            help_text=tr("A new case of such a buyer is among the alarms of Today."),
        )  # fmt: skip
        self.shop = self._choice(tr("Shop of the contract"))
        self.carrier = self._choice(tr("Carrier of the contract"))
        self._whose_box = self._row(tr("Carriers answer"), self.shop, self.carrier)
        self.answer = NumberField(tr("Days a carrier has to answer a claim"), form)
        self._answer_box = self._row("", self.answer, words(tr("days after a claim was handed in"), form))
        self._connect()

    def _row(self, label: str, *fields: QWidget, help_text: str = "") -> QWidget:
        box = row_of(*fields, 1, parent=self.form)
        for field in fields:
            if isinstance(field, LineField) and not field.accessibleName():
                field.setAccessibleName(label)
        self.form.add_field(label, box, help_text)
        box.setFocusProxy(fields[0])
        return box

    def _choice(self, name: str) -> ChoiceField:
        field = ChoiceField((), self.form)
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        return field

    def _connect(self) -> None:
        self.hour.edited.connect(self._keep_hour)
        self.reminders.edited.connect(self._keep_reminders)
        self.returns.edited.connect(lambda _: self._keep_returns("returns"))
        self.days.edited.connect(lambda _: self._keep_returns("days"))
        self.shop.edited.connect(lambda _: self._show_carriers())
        self.carrier.edited.connect(lambda _: self._show_answer())
        self.answer.edited.connect(self._keep_answer)

    # Reading

    def reload(self) -> None:
        """Read what is kept."""
        ctx = self._ctx

        def work() -> DayNumbers:
            shops, terms = ctx.shops.list_shops(), ctx.claims.terms
            return DayNumbers(
                f"{ctx.hand_over_items.due_by():%H:%M}", ctx.receiving.reminder_days(), ctx.today.returner_rule(),
                tuple(shops), {shop.id: terms.contracts(shop.id) for shop in shops},
                {shop.id: terms.of_packs(shop.id) for shop in shops},
            )  # fmt: skip

        self._background.run(
            ctx.jobs.read(work), self._show, lambda error: show_error(error, self), receiver=self, quiet=True
        )  # fmt: skip

    def _show(self, found: DayNumbers) -> None:
        self._found = found
        for field, box, kept in (
            (self.hour, self._hour_box, found.due_by),
            (self.reminders, self._reminder_box, ", ".join(map(str, found.reminders))),
            (self.returns, self._returns_box, str(found.returns.returns)),
            (self.days, self._returns_box, str(found.returns.days)),
        ):
            field.set_value(kept)
            if field.text() == kept:
                mark(self.form, box, field, "")
        _fill(self.shop, [(str(shop.id), isolate(one_line(shop.name))) for shop in found.shops])
        self.shop.setVisible(len(found.shops) > 1)
        for each in (self.shop, self.carrier, self.answer):
            each.setEnabled(bool(found.shops))
        self._show_carriers()

    def _shop_id(self) -> int | None:
        chosen = self.shop.currentData()
        return int(chosen) if chosen else None

    def _show_carriers(self) -> None:
        kept = dict(self._contracts())
        named = {carrier_key(each.name_zh): each.name(language()) for each in carrier_book() if each.id != "s10"}
        listed = {
            "": tr("every carrier"),
            **named,
            **{name: one_line(name) for name in kept if name and name not in named},
        }
        choices = []
        for name, text in listed.items():
            days = kept.get(name)
            choices.append((name, text if days is None else tr("%1: %n day(s)", text, n=days)))
        _fill(self.carrier, choices)
        self._show_answer()

    def _contracts(self) -> Mapping[str, int]:
        found = self._found
        return found.contracts.get(self._shop_id() or 0, {}) if found is not None else {}

    def _show_answer(self) -> None:
        kept, name = self._contracts(), self.carrier.value()
        own = kept.get(name)
        self.answer.setText("" if own is None else str(own))
        self.answer.set_value(self.answer.text())
        mark(self.form, self._answer_box, self.answer, "")
        term = self._found.standard.get(self._shop_id() or 0) if self._found is not None else None
        if own is not None:
            says = tr("From your contract; empty it to forget it.")
        elif "" in kept:
            says = tr("Empty: %n day(s), as for every carrier.", n=kept[""])
        elif term is not None and term.days is not None and term.source is not None:
            says = tr("Empty: %n day(s), from %1.", term.source.pick(language()), n=term.days)
        else:
            says = tr("Empty: nobody said, and no claim will be late.")
        self.form.set_help(self._answer_box, says)

    # Keeping

    def _keep_hour(self, text: str) -> None:
        items = self._ctx.hand_over_items
        self._keep(lambda: items.set_due_by(text), self._hour_box, self.hour)

    def _keep_reminders(self, text: str) -> None:
        numbers = [whole_number(part) for part in _BETWEEN.split(text.strip()) if part]
        # What is no number is refused with the same words as a number out of range.
        days, receiving = [number or 0 for number in numbers], self._ctx.receiving
        self._keep(lambda: receiving.set_reminder_days(days), self._reminder_box, self.reminders)

    def _keep_returns(self, part: str) -> None:
        if self._found is None:
            return
        field, today = self.returns if part == "returns" else self.days, self._ctx.today
        number = field.number() or 0

        def work() -> None:
            now = today.returner_rule()
            wanted = replace(now, returns=number) if part == "returns" else replace(now, days=number)
            today.set_returner_rule(wanted)

        self._keep(work, self._returns_box, field)

    def _keep_answer(self, text: str) -> None:
        shop, carrier, terms = self._shop_id(), self.carrier.value(), self._ctx.claims.terms
        days = None if not text.strip() else self.answer.number() or 0
        self._keep(lambda: terms.set_days(carrier, shop, days), self._answer_box, self.answer)

    def _keep(self, work: Callable[[], object], box: QWidget, field: QWidget) -> None:
        def done(_: object) -> None:
            mark(self.form, box, field, "")
            self.reload()

        def failed(error: BaseException) -> None:
            if not isinstance(error, UserError):
                show_error(error, self)
                return
            said = sentence(error)
            mark(self.form, box, field, f"{said.what} {said.next}".strip())

        self._background.run(self._ctx.jobs.write(work), done, failed, receiver=self)


def _fill(field: ChoiceField, choices: Sequence[tuple[str, str]]) -> None:
    """Other choices, the one chosen staying chosen while it is among them."""
    chosen = field.currentData()
    field.clear()
    for value, text in choices:
        field.addItem(text, value)
    field.setCurrentIndex(max(field.findData(chosen), 0) if choices else -1)
