"""The measures of a month for its close: cost by liability and kind, what carriers paid, what is unsettled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from models.money import Money
from models.register_records import CostLine, MonthMetrics
from ui import format as shown
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.registers.month_chooser import month_words
from ui.registers.sheet_model import sum_words
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, column, line
from ui.words import word

tr = translator("registers")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def per_currency(amounts: Sequence[Money]) -> tuple[Money, ...]:
    """One sum per currency."""
    found: dict[str, int] = {}
    for amount in amounts:
        found[amount.currency] = found.get(amount.currency, 0) + amount.minor
    return tuple(Money(found[each], each) for each in sorted(found))


class MetricsDialog(QDialog):
    """`print_wanted` and `export_wanted` carry the measures."""

    print_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, metrics: MonthMetrics, shop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.metrics = metrics
        title = tr("Measures of %1", month_words(metrics.month))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(680, 620)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="title", weight=600))
        quiet = shop or tr("All shops")
        if metrics.undecided_cases:
            quiet += " · " + tr("%n case(s) of the month are not decided yet", n=metrics.undecided_cases)
        rows.addWidget(PlainLabel(quiet, self, ink="text2", wrap=True))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(title)
        inside = QWidget(area.viewport())
        panels = column(inside, margins=(0, 0, 12, 0), spacing=12)
        panels.addWidget(self._costs(inside))
        panels.addWidget(self._carriers(inside))
        panels.addWidget(self._unsettled(inside))
        panels.addStretch(1)
        area.setWidget(inside)
        rows.addWidget(area, 1)
        printing = Button(tr("Print…"), self, icon="printer")
        printing.clicked.connect(lambda: self.print_wanted.emit(self.metrics))
        export = Button(tr("Export Excel…"), self, icon="file-spreadsheet")
        export.clicked.connect(lambda: self.export_wanted.emit(self.metrics))
        done = Button(tr("Close"), self, kind="primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        foot = line(spacing=8)
        for widget in (printing, export):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(done)
        rows.addLayout(foot)

    def _costs(self, parent: QWidget) -> Panel:
        cost = sum_words(per_currency([each.cost for each in self.metrics.costs]))
        panel = Panel(tr("After-sales cost by liability and kind"), cost, parent, icon="scale")
        lines: list[tuple[str, ...]] = []
        for each in sorted(self.metrics.costs, key=_by_cost):
            lines.append((word(each.liability), word(each.problem), str(each.cases), shown.money(each.cost),
                          shown.money(each.refunded)))  # fmt: skip
        heads = (tr("Liability"), tr("Kind"), tr("Cases"), tr("Cost"), tr("Given back to buyers"))
        _grid(panel, heads, lines, 2, tr("No case of the month was decided."))
        return panel

    def _carriers(self, parent: QWidget) -> Panel:
        came = sum_words(per_currency([each.received for each in self.metrics.carriers]))
        panel = Panel(tr("Recovered from carriers"), came, parent, icon="truck")
        lines = [
            (one_line(each.carrier) or tr("Not said"), str(each.claims), shown.money(each.claimed),
             shown.money(each.allowed), shown.money(each.received), shown.money(each.open))
            for each in self.metrics.carriers
        ]  # fmt: skip
        heads = (tr("Carrier"), tr("Claims"), tr("Claimed"), tr("Allowed"), tr("Received"), tr("Open"))
        _grid(panel, heads, lines, 1, tr("No claim against a carrier."))
        return panel

    def _unsettled(self, parent: QWidget) -> Panel:
        whole = sum(self.metrics.unsettled.values())
        panel = Panel(tr("Unsettled"), tr("%n line(s)", n=whole), parent, icon="hourglass")
        lines = [
            (word(register), str(count), sum_words(self.metrics.unsettled_amounts.get(register, ())) or shown.NOTHING)
            for register, count in self.metrics.unsettled.items() if count
        ]  # fmt: skip
        _grid(panel, (tr("Register"), tr("Lines"), tr("Amount")), lines, 1, tr("Everything is settled."))
        return panel


def _by_cost(each: CostLine) -> tuple[str, int]:
    return each.cost.currency, -each.cost.minor


def _grid(panel: Panel, heads: Sequence[str], lines: Sequence[Sequence[str]], first_number: int, none: str) -> None:
    """A small table of words and figures; from `first_number` on columns stand at the right."""
    box = QWidget(panel.body)
    grid = QGridLayout(box)
    grid.setContentsMargins(12, 8, 12, 10)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    panel.rows.addWidget(box)
    if not lines:
        grid.addWidget(PlainLabel(none, box, ink="text3"), 0, 0)
        return
    for place, head in enumerate(heads):
        label = PlainLabel(head, box, role="small", ink="text3")
        grid.addWidget(label, 0, place)
        if place >= first_number:
            label.setAlignment(_RIGHT)
    for row, cells in enumerate(lines, 1):
        for place, text in enumerate(cells):
            label = PlainLabel(text, box, selectable=True)
            if place >= first_number:
                label.setAlignment(_RIGHT)
            grid.addWidget(label, row, place)
    grid.setColumnStretch(first_number - 1, 1)
