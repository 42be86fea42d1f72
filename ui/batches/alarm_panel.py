"""The rule of the batch alarm in the settings: how many buyers within how many days."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.batch_records import BatchAlarmRule
from models.rules.batch_alarm import wrong_in
from ui.background import Background
from ui.batches.batch_words import rule_sentence
from ui.i18n import translator
from ui.messages import show_error
from ui.settings.call_fields import NumberField, mark, words
from ui.widgets.controls import row_of
from ui.widgets.panel import FormRows, Panel

tr = translator("batches")
_LABEL = 92


class AlarmPanel(Panel):
    """Every edit is kept at once as one action; what does not hold is said under its field and nothing of it kept."""

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(tr("Batch alarm"), tr("of quality reports"), parent, icon="layers", token="accent")
        self._ctx, self._background = ctx, background
        self._rule = BatchAlarmRule()
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        self.form = FormRows(self.body, label_width=_LABEL, spacing=4)
        self.rows.addWidget(self.form)
        self.buyers = NumberField(tr("Distinct buyers on one style and batch"), self.form)
        self._buyers_box = row_of(self.buyers, words(tr("buyers on one style and batch"), self.form), 1,
                                  parent=self.form)  # fmt: skip
        self.form.add_field(tr("Rings at"), self._buyers_box, tr("A fault marked as severe rings at once: R003-19."))
        self.days = NumberField(tr("Days within which they report it"), self.form)
        self._days_box = row_of(self.days, words(tr("days"), self.form), 1, parent=self.form)
        self.form.add_field(tr("Within"), self._days_box)
        self.buyers.edited.connect(lambda _: self._keep("threshold"))
        self.days.edited.connect(lambda _: self._keep("days"))
        self._show(self._rule)
        self.reload()

    def reload(self) -> None:
        """Read what is kept."""
        self._background.run(self._ctx.jobs.read(self._ctx.batch_alarms.rule), self._show, receiver=self, quiet=True)

    def _show(self, rule: BatchAlarmRule) -> None:
        self._rule = rule
        self.buyers.set_value(str(rule.threshold))
        self.days.set_value(str(rule.days))
        mark(self.form, self._buyers_box, self.buyers, "")
        mark(self.form, self._days_box, self.days, "")

    def _keep(self, part: str) -> None:
        field, box = (self.buyers, self._buyers_box) if part == "threshold" else (self.days, self._days_box)
        number = field.number()
        wanted = BatchAlarmRule(
            threshold=number or 0 if part == "threshold" else self._rule.threshold,
            days=number or 0 if part == "days" else self._rule.days,
        )
        wrong = wrong_in(wanted)
        mark(self.form, box, field, rule_sentence(wrong) if wrong else "")
        if wrong or wanted == self._rule:
            return
        self._rule = wanted
        alarms = self._ctx.batch_alarms
        self._background.run(
            self._ctx.jobs.write(lambda: alarms.set_rule(wanted)), lambda _: None, self._failed, receiver=self
        )

    def _failed(self, error: BaseException) -> None:
        show_error(error, self)
        self.reload()
