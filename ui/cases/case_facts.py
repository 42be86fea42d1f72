"""The facts of a case in two columns: demand, liability, remedy, true cost, receipt and recourse."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from models.kinds import Liability
from models.records import CasePage, Resolution
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.panel import column
from ui.words import word

tr = translator("cases")
_SUMMARY_SHOWN = 400


class CaseFacts(QWidget):
    """Six facts, always in the same places, and what happened in the shop's words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, spacing=6)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 52)
        grid.setColumnMinimumWidth(2, 52)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(3, 5)
        labels = (
            tr("Demand"), tr("Liability"), tr("Remedy"), tr("True cost"), tr("Received"), tr("Recourse"),
        )  # fmt: skip
        self._values: list[ElidedLabel] = []
        for place, label in enumerate(labels):
            row, pair = divmod(place, 2)
            grid.addWidget(PlainLabel(label, self, ink="text3"), row, pair * 2)
            value = ElidedLabel("", self, weight=600 if place == 3 else 0)
            grid.addWidget(value, row, pair * 2 + 1)
            self._values.append(value)
        outer.addLayout(grid)
        self._summary = PlainLabel("", self, ink="text2", wrap=True, selectable=True)
        outer.addWidget(self._summary)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show the facts of a case."""
        case, resolution, order = page.case, page.resolution, page.order
        received = order.signed_at if order is not None else None
        texts = (
            word(case.demand),
            _liability(case.liability, resolution),
            _remedy(resolution),
            shown.money(resolution.true_cost) if resolution is not None else shown.NOTHING,
            shown.day_and_time(received, at.now, language(), at.zone),
            _recourse(resolution),
        )
        for value, text in zip(self._values, texts, strict=True):
            value.set_full(text)
        summary = case.summary.strip()
        cut = summary[:_SUMMARY_SHOWN] + ("…" if len(summary) > _SUMMARY_SHOWN else "")
        self._summary.setText(cut)
        self._summary.setVisible(bool(cut))


def _liability(liability: Liability, resolution: Resolution | None) -> str:
    return f"{word(liability)} · {tr('decided')}" if resolution is not None else word(liability)


def _remedy(resolution: Resolution | None) -> str:
    if resolution is None:
        return shown.NOTHING
    chinese = language() == "zh"
    title = resolution.remedy_title_zh if chinese else resolution.remedy_title_en or resolution.remedy_title_zh
    return one_line(title) or word(resolution.remedy)


def _recourse(resolution: Resolution | None) -> str:
    if resolution is None or resolution.recoverable is None:
        return shown.NOTHING
    amount = shown.money(resolution.recoverable)
    return f"{amount} · {word(resolution.recourse)}" if resolution.recourse is not None else amount
