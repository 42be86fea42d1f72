"""The shop's choices for its call-backs: how often, when late, on which days and hours, and after a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.kinds import Tier
from models.rules.call_settings import CallRules, OffDayMove
from models.rules.call_settings_json import STANDARD, VIP_TIERS, limits_of, wrong_in
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.rhythm_words import rhythm_sentence
from ui.settings.call_fields import HourFields, LimitFields, NumberField, SwitchLine, mark, words
from ui.settings.call_setting_words import example_sentence, wrong_words
from ui.settings.replan_line import ReplanLine
from ui.settings.rhythm_fields import RhythmFields
from ui.settings.setting_fields import ChoiceField
from ui.widgets.controls import row_of
from ui.widgets.panel import FormRows, Panel, section_label
from ui.words import tier_text

tr = translator("call_settings")
_LABEL, _CHOICE = 92, 220


class CallPanel(Panel):
    """`changed` gives the part that was changed (for the history) and the rules as they would be; all hold.

    `replan_wanted` asks for what is planned already to be planned anew.
    """

    changed = Signal(str, object)
    replan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Call-backs"), tr("every VIP at the right time"), parent, icon="phone-call", token="accent")
        self.rules = STANDARD
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        self.rhythms: dict[Tier, RhythmFields] = {}
        self.limits: dict[Tier, LimitFields] = {}
        often = " ".join((
            tr("Counted from the last real contact. What is planned already stays; the next one follows this."),
            tr("Once a month unless you change it: shop rule R003-25."),
        ))  # fmt: skip
        self._rhythm_form = self._part(tr("How often"), often)
        self._limit_form = self._part(tr("How late is too late"))
        for tier in VIP_TIERS[::-1]:
            name = tier_text(tier)
            rhythm, limits = RhythmFields(name, self), LimitFields(name, self)
            self._rhythm_form.add_field(name, rhythm, " ")
            self._limit_form.add_field(name, limits)
            rhythm.changed.connect(lambda tier=tier: self._rhythm_changed(tier))
            limits.changed.connect(lambda tier=tier: self._limits_changed(tier))
            self.rhythms[tier], self.limits[tier] = rhythm, limits
        self._add_days()
        self.replan = ReplanLine(self.body)
        self.replan.wanted.connect(self.replan_wanted)
        self.rows.addWidget(self.replan)
        self._add_after_case()
        self.after_days.set_value(str(STANDARD.after_case_days))
        self.show_rules(STANDARD)

    def _part(self, title: str, more: str = "") -> FormRows:
        self.rows.addWidget(section_label(title, self.body))
        if more:
            self.rows.addWidget(PlainLabel(more, self.body, role="small", ink="text3", wrap=True))
        form = FormRows(self.body, label_width=_LABEL, spacing=4)
        self.rows.addWidget(form)
        return form

    def _add_days(self) -> None:
        form = self._day_form = self._part(tr("Days and hours"))
        moves = [(OffDayMove.FORWARD.value, tr("to the next working day")),
                 (OffDayMove.BACKWARD.value, tr("to the working day before"))]  # fmt: skip
        self.move_to = ChoiceField(moves, form)
        self.move_to.setFixedWidth(_CHOICE)
        form.add_field(tr("From a day off"), self.move_to, tr("Weekends, holidays and quiet days."))
        layout = form.layout()
        if layout is not None:
            layout.setAlignment(self.move_to, Qt.AlignmentFlag.AlignLeft)
        self.capacity = NumberField(tr("Most call-backs of one person on one day"), form)
        self._capacity_box = row_of(self.capacity, words(tr("call-backs a day for one person"), form), 1, parent=form)
        form.add_field(tr("At most"), self._capacity_box, tr("0 is any number. More than that goes to days near by."))
        self.hours = HourFields(form)
        form.add_field(tr("Usual hours"), self.hours, tr("Days of the week: none ticked is every working day."))
        self.move_to.edited.connect(lambda value: self._keep("days", replace(self.rules, move=OffDayMove(value))))
        self.capacity.edited.connect(lambda _: self._capacity_changed())
        self.hours.changed.connect(self._hours_changed)

    def _add_after_case(self) -> None:
        form = self._case_form = self._part(tr("Satisfaction calls and notes"))
        self.after_on = SwitchLine(tr("Offer a satisfaction call when a case closes"), form)
        form.add_field(tr("After a case"), self.after_on)
        self.after_days = NumberField(tr("Satisfaction call so many days after the case"), form)
        self._after_box = row_of(self.after_days, words(tr("days later"), form), 1, parent=form)
        form.add_field("", self._after_box)
        whom = [("all", tr("every buyer who agreed")), ("vip", tr("only VIPs"))]
        self.after_whom = ChoiceField(whom, form)
        self.after_whom.setFixedWidth(_CHOICE)
        self.after_whom.setAccessibleName(tr("Satisfaction call: to whom"))
        self._whom_box = row_of(self.after_whom, 1, parent=form)
        form.add_field(tr("To whom"), self._whom_box)
        self.notes = SwitchLine(tr("A VIP who was not asked may be planned a note in the parcel"), form)
        form.add_field(tr("Not asked"), self.notes, tr("Never a call without consent; nothing at all after a refusal."))
        self.after_on.switched.connect(self._after_switched)
        self.after_days.edited.connect(lambda _: self._after_changed())
        self.after_whom.edited.connect(
            lambda value: self._keep("after_case", replace(self.rules, after_case_all=value == "all"))
        )
        self.notes.switched.connect(lambda on: self._keep("notes", replace(self.rules, notes=on)))

    # Showing

    def show_rules(self, rules: CallRules) -> None:
        """Show what is kept; what was typed wrongly stays until its own value changes."""
        was, self.rules = self.rules, rules
        for tier, field in self.rhythms.items():
            if self._fresh(self._rhythm_form, field, field.every, was.rhythms[tier] == rules.rhythms[tier]):
                field.show_rhythm(rules.rhythms[tier])
            limits = self.limits[tier]
            same = limits_of(was, tier) == limits_of(rules, tier)
            if self._fresh(self._limit_form, limits, limits.red, same):
                mark(self._limit_form, limits, limits.yellow, "")
                limits.show_limits(limits_of(rules, tier))
        self.move_to.set_value(rules.move.value)
        if self._fresh(self._day_form, self._capacity_box, self.capacity, was.capacity == rules.capacity):
            self.capacity.set_value(str(rules.capacity))
        if self._fresh(self._day_form, self.hours, self.hours.start, was.hours == rules.hours):
            self.hours.show_hours(rules.hours)
        offered = rules.after_case_days is not None
        self.after_on.set_on(offered)
        same = was.after_case_days == rules.after_case_days
        # While it is off the number stays, to be there when it is turned on again.
        if self._fresh(self._case_form, self._after_box, self.after_days, same) and offered:
            self.after_days.set_value(str(rules.after_case_days))
        self.after_days.setEnabled(offered)
        self.after_whom.set_value("all" if rules.after_case_all else "vip")
        self.after_whom.setEnabled(offered)
        self.notes.set_on(rules.notes)

    @staticmethod
    def _fresh(form: FormRows, box: QWidget, inner: QWidget, same: bool) -> bool:
        if same and box.property("wrong"):
            return False
        mark(form, box, inner, "")
        return True

    def show_examples(self, days: Mapping[Tier, Sequence[date]], now: datetime, zone: tzinfo) -> None:
        """Say under every rhythm what it means, with its next days."""
        for tier, field in self.rhythms.items():
            said = example_sentence(self.rules.rhythms[tier], days.get(tier, ()), now, zone)
            self._rhythm_form.set_help(field, said)

    # Changing

    def _rhythm_changed(self, tier: Tier) -> None:
        field = self.rhythms[tier]
        rhythm = field.rhythm()
        mark(self._rhythm_form, field, field.every, "" if rhythm is not None else wrong_words("rhythms"))
        if rhythm is not None:
            self._rhythm_form.set_help(field, rhythm_sentence(rhythm))
            self._keep("rhythms", replace(self.rules, rhythms={**self.rules.rhythms, tier: rhythm}))

    def _limits_changed(self, tier: Tier) -> None:
        field = self.limits[tier]
        limits = field.limits()
        tried = None if limits is None else replace(self.rules, limits={**self.rules.limits, tier: limits})
        wrong = tried is None or bool(wrong_in(tried))
        inner = field.yellow if field.yellow.number() is None else field.red
        for each in (field.yellow, field.red):
            mark(self._limit_form, field, each, "")
        if wrong:
            mark(self._limit_form, field, inner, wrong_words("limits"))
        elif tried is not None:
            self._keep("limits", tried)

    def _capacity_changed(self) -> None:
        number = self.capacity.number()
        tried = None if number is None else replace(self.rules, capacity=number)
        wrong = tried is None or bool(wrong_in(tried))
        mark(self._day_form, self._capacity_box, self.capacity, wrong_words("capacity") if wrong else "")
        if tried is not None and not wrong:
            self._keep("days", tried)

    def _after_changed(self) -> None:
        number = self.after_days.number()
        tried = None if number is None else replace(self.rules, after_case_days=number)
        wrong = tried is None or bool(wrong_in(tried))
        mark(self._case_form, self._after_box, self.after_days, wrong_words("after_case_days") if wrong else "")
        if tried is not None and not wrong:
            self._keep("after_case", tried)

    def _hours_changed(self) -> None:
        hours = self.hours.hours()
        tried = self.rules if hours is None else replace(self.rules, hours=hours)
        wrong = hours is None or bool(wrong_in(tried))
        mark(self._day_form, self.hours, self.hours.start, wrong_words("hours") if wrong else "")
        if not wrong:
            self._keep("hours", tried)

    def _after_switched(self, on: bool) -> None:
        days = (self.after_days.number() or STANDARD.after_case_days) if on else None
        tried = replace(self.rules, after_case_days=days)
        self._keep("after_case", tried if not wrong_in(tried) else replace(tried, after_case_days=3))

    def _keep(self, part: str, rules: CallRules) -> None:
        if rules != self.rules:
            self.rules = rules
            self.replan.clear()
            self.changed.emit(part, rules)
