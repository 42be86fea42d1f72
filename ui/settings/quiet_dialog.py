"""Quiet days or a vacation in a dialog: what, from when to when, every year, for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from models.errors import UserError
from models.rules.call_settings import QuietDays
from models.rules.quiet_days import TITLE_LIMIT, judge_quiet
from models.rules.verdict import Refused
from ui.error_words import sentence
from ui.filter_entries import EntryRefused, day_text, read_day
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.settings.setting_fields import ChoiceField
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("call_settings")
_DAY = 30


class QuietDialog(HeldDialog):
    """`given` carries the quiet days; whoever writes them holds the dialog."""

    given = Signal(object)

    def __init__(
        self, days: QuietDays | None, shops: Mapping[int, str], people: Mapping[int, str], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today, self._days = today, days or QuietDays(today, today)
        title = tr("Quiet days or a vacation") if days is None else tr("Change quiet days")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self)
        self.title_field = self._entry(tr("What"), self._days.title, TITLE_LIMIT)
        self.title_field.setPlaceholderText(tr("e.g. Double 11, stock-taking, vacation"))
        self.first = self._entry(tr("First day"), day_text(self._days.first), _DAY)
        self.last = self._entry(tr("Last day"), day_text(self._days.last), _DAY)
        self.yearly = QCheckBox(tr("Every year"), self)
        self.yearly.setChecked(self._days.yearly)
        self.form.add_field("", self.yearly)
        whose = [("", tr("All shops")), *((f"s{key}", one_line(name)) for key, name in shops.items()),
                 *((f"p{key}", tr("Vacation of %1", one_line(name))) for key, name in people.items())]  # fmt: skip
        self.whose = ChoiceField(whose, self)
        self.whose.set_value(_whose(self._days))
        self.form.add_field(tr("For"), self.whose, tr("On a vacation their call-backs move; those of others stay."))
        rows.addWidget(self.form)
        self.take = Button(tr("Save"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.title_field.setFocus()

    def _entry(self, label: str, text: str, limit: int) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMaxLength(limit)
        self.form.add_field(label, field)
        return field

    def _day(self, field: QLineEdit) -> date | None:
        try:
            day = read_day(field.text(), self._today)
        except EntryRefused as refused:
            self.form.set_wrong(field, str(refused))
            return None
        self.form.set_wrong(field, "" if day is not None else tr("Write a day as 2026-11-09."))
        return day

    def _take(self) -> None:
        first, last, chosen = self._day(self.first), self._day(self.last), self.whose.value()
        title = self.title_field.text().strip() or (tr("Vacation") if chosen.startswith("p") else "")
        self.form.set_wrong(self.title_field, "" if title else tr("Say what it is."))
        given = None
        if first is not None and last is not None:
            given = replace(
                self._days, first=first, last=last, title=title, yearly=self.yearly.isChecked(),
                shop_id=int(chosen[1:]) if chosen.startswith("s") else None,
                person_id=int(chosen[1:]) if chosen.startswith("p") else None,
            )  # fmt: skip
            verdict = judge_quiet(given, self._today)
            if isinstance(verdict, Refused):
                self.form.set_wrong(self.last, sentence(UserError(verdict.reason)).what)
                last = None
        fields = ((self.title_field, title), (self.first, first), (self.last, last))
        wrong_field = next((field for field, value in fields if not value), None)
        if wrong_field is not None or given is None:
            (wrong_field or self.first).setFocus()
            return
        self.given.emit(given)
        self.leave()


def _whose(days: QuietDays) -> str:
    if days.person_id is not None:
        return f"p{days.person_id}"
    return "" if days.shop_id is None else f"s{days.shop_id}"
