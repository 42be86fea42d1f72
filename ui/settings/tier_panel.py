"""Who is proposed as VIP: a rule for each tier, on or off, with how many buyers it would propose now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kinds import Tier
from models.rules.call_settings import CallRules, TierRule
from models.rules.call_settings_json import STANDARD, VIP_TIERS, wrong_in_tier
from ui.filter_entries import EntryRefused, amount_text, read_amount
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.settings.call_fields import NumberField, SwitchLine, mark, words
from ui.settings.call_setting_words import wrong_words
from ui.widgets.buttons import Button
from ui.widgets.controls import Switch, row_of
from ui.widgets.panel import FormRows, Panel, column, line
from ui.words import tier_text

tr = translator("call_settings")
_LABEL, _AMOUNT, _LONGEST = 92, 104, 15


class TierFields(QWidget):
    """The rule of one tier; `changed` when an edit is over."""

    changed = Signal()

    def __init__(self, tier: Tier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tier = tier
        name = tier_text(tier)
        rows = column(self, spacing=4)
        first, second = line(spacing=6), line(spacing=6)
        self.on = Switch(tr("Propose %1", name), self)
        self.spend = NumberField(tr("%1: spent at least", name), self, width=_AMOUNT)
        self.spend.setMaxLength(_LONGEST)
        self.orders = NumberField(tr("%1: orders at least", name), self)
        self.refunds = NumberField(tr("%1: refunded at most, per cent of the orders", name), self)
        self.days = NumberField(tr("%1: within the last days", name), self)
        for each in (self.on, words(tr("spent at least"), self), self.spend, words(tr("orders at least"), self),
                     self.orders):  # fmt: skip
            first.addWidget(each)
        for each in (words(tr("refunded at most"), self), self.refunds, words(tr("% in the last"), self), self.days,
                     words(tr("days"), self)):  # fmt: skip
            second.addWidget(each)
        first.addStretch(1)
        second.addStretch(1)
        rows.addLayout(first)
        rows.addLayout(second)
        self.on.clicked.connect(self.changed)
        for field in (self.spend, self.orders, self.refunds, self.days):
            field.edited.connect(lambda _: self.changed.emit())

    def show_rule(self, rule: TierRule, currency: str) -> None:
        """Show what is kept."""
        self.on.setChecked(rule.on)
        self.spend.set_value(amount_text(rule.spend, currency))
        self.orders.set_value(str(rule.orders))
        self.refunds.set_value(f"{(Decimal(str(rule.refund_rate)) * 100).normalize():f}")
        self.days.set_value(str(rule.days))

    def rule(self, currency: str) -> tuple[TierRule | None, str]:
        """What was entered, and the name of what cannot be."""
        try:
            spend = read_amount(self.spend.text(), currency) or 0
        except EntryRefused:
            return None, "spend"
        orders, days, share = self.orders.number(), self.days.number(), _share(self.refunds.text())
        if orders is None:
            return None, "orders"
        if share is None:
            return None, "refund_rate"
        if days is None:
            return None, "days"
        rule = TierRule(self.tier, spend, orders, share, days, self.on.isChecked())
        return rule, wrong_in_tier(rule).rpartition(".")[2]

    def field(self, name: str) -> NumberField:
        """The field of a name."""
        return {"orders": self.orders, "refund_rate": self.refunds, "days": self.days}.get(name, self.spend)


def _share(text: str) -> float | None:
    """`30`, `12.5`, `30 %` as a share of one; None for what is none."""
    typed = text.strip().removesuffix("%").removesuffix("％").strip()
    whole, _, part = typed.partition(".")
    if not whole.isdecimal() or len(typed) > 6 or (part and not part.isdecimal()):
        return None
    share = Decimal(typed) / 100
    return float(share) if share <= 1 else None


class TierPanel(Panel):
    """`changed` gives the part and the rules as they would be; `proposals_wanted` leads to the proposed buyers."""

    changed = Signal(str, object)
    proposals_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        quiet = tr("proposed by rule, taken by hand")
        super().__init__(tr("Who becomes VIP"), quiet, parent, icon="star", token="accent")
        self.rules, self._currency = STANDARD, "CNY"
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        text = tr("The figures are proposals of the program until you change them. Nobody becomes a VIP by itself.")
        self.rows.addWidget(PlainLabel(text, self.body, role="small", ink="text2", wrap=True))
        self.on = SwitchLine(tr("Propose VIPs by these rules"), self.body)
        self.rows.addWidget(self.on)
        self.form = FormRows(self.body, label_width=_LABEL, spacing=4)
        self.rows.addWidget(self.form)
        self.fields: dict[Tier, TierFields] = {}
        for tier in VIP_TIERS[::-1]:
            field = TierFields(tier, self.form)
            self.form.add_field(tier_text(tier), field)
            field.changed.connect(lambda tier=tier: self._tier_changed(tier))
            self.fields[tier] = field
        self.decline = NumberField(tr("A declined proposal comes back after so many days"), self.form)
        self._decline_box = row_of(self.decline, words(tr("days later, if it still holds"), self.form), 1,
                                   parent=self.form)  # fmt: skip
        self.form.add_field(tr("Declined"), self._decline_box, tr("When somebody who was declined is proposed again."))
        row = line(spacing=8)
        self.would = PlainLabel("", self.body, ink="text2", wrap=True)
        self.look = Button(tr("Look at them"), self.body, size="small")
        self.look.clicked.connect(self.proposals_wanted)
        row.addWidget(self.would, 1)
        row.addWidget(self.look)
        self.rows.addLayout(row)
        self.on.switched.connect(lambda on: self._keep(replace(self.rules, tiers_on=on)))
        self.decline.edited.connect(lambda _: self._decline_changed())
        self.show_rules(STANDARD, "CNY")
        self.show_would(None)

    def show_rules(self, rules: CallRules, currency: str) -> None:
        """Show what is kept; what was typed wrongly stays until its own value changes."""
        was, self.rules, self._currency = self.rules, rules, currency
        self.on.set_on(rules.tiers_on)
        before = {rule.tier: rule for rule in was.tiers}
        for rule in rules.tiers:
            field = self.fields[rule.tier]
            if not (field.property("wrong") and before.get(rule.tier) == rule):
                self._clear(field)
                field.show_rule(rule, currency)
        if not (self._decline_box.property("wrong") and was.decline_days == rules.decline_days):
            mark(self.form, self._decline_box, self.decline, "")
            self.decline.set_value(str(rules.decline_days))

    def show_would(self, counts: Mapping[Tier, int] | None) -> None:
        """Say how many buyers the rules would propose now; None while it is not known."""
        self.look.setVisible(bool(counts) and self.rules.tiers_on)
        self.would.setVisible(counts is not None)
        if counts is None:
            return
        listed = " · ".join(f"{tier_text(tier)} {many}" for tier, many in sorted(counts.items(), reverse=True) if many)
        total = sum(counts.values())
        text = tr("Would propose %n buyer now", n=total)
        self.would.setText(f"{text} ({listed})" if listed else text)

    def _clear(self, field: TierFields) -> None:
        for each in (field.spend, field.orders, field.refunds, field.days):
            mark(self.form, field, each, "")

    def _tier_changed(self, tier: Tier) -> None:
        field = self.fields[tier]
        rule, wrong = field.rule(self._currency)
        self._clear(field)
        if wrong or rule is None:
            mark(self.form, field, field.field(wrong), wrong_words(f"tiers.{tier.value}.{wrong}"))
            return
        self._keep(replace(self.rules, tiers=tuple(rule if each.tier is tier else each for each in self.rules.tiers)))

    def _decline_changed(self) -> None:
        days = self.decline.number()
        wrong = days is None or not 1 <= days <= 3_650
        mark(self.form, self._decline_box, self.decline, wrong_words("decline_days") if wrong else "")
        if days is not None and not wrong:
            self._keep(replace(self.rules, decline_days=days))

    def _keep(self, rules: CallRules) -> None:
        if rules != self.rules:
            self.rules = rules
            self.changed.emit("tiers", rules)
