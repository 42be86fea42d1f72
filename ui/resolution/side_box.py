"""The box under the steps: what differs from the resolution in force, and the draft with the way to discard it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.services.resolution_difference import Difference, Said
from models.kinds import Liability
from models.money import Money
from models.rules.pack_parts import Text
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import pick, shop_zone
from ui.widgets.buttons import link_button
from ui.widgets.panel import clear_layout, column
from ui.words import word

tr = translator("resolution")


def difference_text(difference: Difference, now: datetime, state: WizardState) -> str:
    """`责任：商家 → 承运`."""
    name = {
        "remedy": tr("Remedy"), "liability": tr("Liability"), "refund": tr("Refund"), "true_cost": tr("True cost"),
        "packs": tr("Rules"),
    }.get(difference.aspect, pick(difference.name))  # fmt: skip
    colon = "：" if language() == "zh" else ": "
    if difference.aspect == "packs":
        return tr("The rules have a newer version.")
    return f"{name}{colon}{_said(difference.before, now, state)} → {_said(difference.now, now, state)}"


def _said(value: Said, now: datetime, state: WizardState) -> str:
    if isinstance(value, Text):
        return pick(value)
    if isinstance(value, Liability):
        return word(value)
    if isinstance(value, Money):
        return shown.money(value)
    if isinstance(value, datetime):
        return shown.day_and_time(value, now, language(), shop_zone(state.walk.page.shop.time_zone))
    return value or shown.NOTHING


class SideBox(QFrame):
    """Shown for a case that was decided before, or that has a draft."""

    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._rows = column(self, margins=(12, 10, 12, 10), spacing=3)
        self.lines: list[str] = []

    def show_state(self, state: WizardState, now: datetime, *, draft: bool) -> None:
        """Show what differs in this state."""
        clear_layout(self._rows)
        self.lines = []
        resolution = state.walk.page.resolution
        if resolution is not None:
            where = shop_zone(state.walk.page.shop.time_zone)
            day = shown.day(resolution.decided_at.astimezone(where).date(), now, language(), where)
            self._rows.addWidget(PlainLabel(tr("Evaluated again"), self, role="small", weight=600))
            found = state.walk.differences
            if found:
                self.lines = [difference_text(each, now, state) for each in found]
                self._say(tr("Otherwise than on %1:", day))
            else:
                self.lines = [tr("As decided on %1; the rules have not changed.", day)]
            for text in self.lines:
                self._say(text, strong=bool(found))
        if draft:
            self._say(tr("A draft is kept of this."))
            drop = link_button(tr("Discard the draft"), self)
            drop.clicked.connect(self.discard_wanted)
            self._rows.addWidget(drop)
        self.setVisible(resolution is not None or draft)

    def _say(self, text: str, *, strong: bool = False) -> None:
        self._rows.addWidget(PlainLabel(text, self, role="small", ink="due" if strong else "text2", wrap=True))
