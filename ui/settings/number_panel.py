"""The shop's own numbers: estimates for true cost, and how long a reply and an offer may take, each explained."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.plain import PlainLabel
from ui.settings.setting_fields import LineField
from ui.widgets.panel import FormRows, Panel

tr = translator("settings")
_WIDTH = 112


class NumberPanel(Panel):
    """`changed` gives (name, text); the name of an estimate or of a time limit."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The shop's own numbers"), "", parent, icon="scale", token="accent")
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(8)
        text = tr("Your estimates, used only for the true cost of a remedy. Leave empty what you do not know.")
        self.rows.addWidget(PlainLabel(text, self.body, role="small", ink="text2", wrap=True))
        self.form = FormRows(self.body, label_width=132, spacing=4)
        self.rows.addWidget(self.form)
        self.fields: dict[str, LineField] = {}
        grid = self.form.layout()
        for name, label, help_text, hint in (
            ("goods_cost_rate", tr("Cost of goods"), tr("What goods cost you, as a share of their price."), "0.37"),
            (
                "freight",
                tr("Freight of a parcel"),
                tr("What one parcel costs to send, in the shop's currency."),
                "8.00",
            ),
            ("claim_rate", tr("Claims that succeed"), tr("The share a carrier or supplier pays back."), "0.80"),
            ("lose_rate", tr("Disputes that are lost"), tr("The share of disputes decided for the buyer."), "0.85"),
            (
                "first_reply_minutes",
                tr("First reply within"),
                tr("Minutes; 5 unless set. Counts for cases opened from now on."),
                "5",
            ),
            (
                "offer_hours",
                tr("Offer a resolution within"),
                tr("Hours; 48 unless set. Counts for cases opened from now on."),
                "48",
            ),
            (
                "archive_done_days",
                tr("Archive done cases after"),
                tr("Days; 0 is never. Once a day, undone like anything else."),
                "90",
            ),
        ):
            field = LineField(self.form, width=_WIDTH, hint=tr("e.g. %1", hint))
            self.form.add_field(label, field, help_text)
            # Without an alignment a layout makes the whole column as narrow as its narrow fields.
            if grid is not None:
                grid.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
            field.edited.connect(lambda text, name=name: self.changed.emit(name, text))
            self.fields[name] = field

    def show_numbers(self, numbers: Mapping[str, str], limits: Mapping[str, int]) -> None:
        """Show what is kept."""
        for name, field in self.fields.items():
            field.set_value(str(limits[name]) if name in limits else numbers.get(name, ""))

    def show_wrong(self, name: str, text: str) -> None:
        """Say under a field what is wrong with it; empty for nothing."""
        self.form.set_wrong(self.fields[name], text)
