"""The weights of a case under its checklist: what was read, what should be, and what that says of a missing item."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.services.weighings import CaseWeighing
from models.rules.weights import grams_text
from ui.evidence.checklist.model import place_of
from ui.evidence.checklist.weight_words import (
    VERDICT_COLOURS,
    expected_label,
    explanation_text,
    plus_minus,
    reason_text,
    verdict_chip,
)
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.controls import Chip
from ui.widgets.panel import clear_layout, column, line, section_label

tr = translator("weights")


class WeightBlock(QWidget):
    """`edit_wanted` opens the dialog, `evidence_wanted` carries the photo of the scale."""

    edit_wanted = Signal()
    evidence_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, margins=(16, 10, 16, 12), spacing=4)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Weights"), self), 1)
        self.chip = Chip("", None, self)
        head.addWidget(self.chip)
        self.edit = link_button(tr("Enter…"), self)
        self.edit.clicked.connect(self.edit_wanted)
        head.addWidget(self.edit)
        rows.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        rows.addLayout(self._grid)
        self.reason = PlainLabel("", self, role="small", ink="text2", wrap=True)
        rows.addWidget(self.reason)
        self.hide()

    def show_weighing(self, shown: CaseWeighing | None) -> None:
        """Show the weights of a case; hidden where none are kept and they would not matter."""
        self.setVisible(shown is not None and (shown.matters or shown.kept is not None))
        clear_layout(self._grid)
        if shown is None:
            return
        kept = shown.kept is not None
        self.chip.set(verdict_chip(shown.finding) if kept else "", VERDICT_COLOURS[shown.finding.verdict])
        self.chip.setVisible(kept)
        self.edit.set_label(tr("Change…") if kept else tr("Enter…"))
        self.edit.setAccessibleName(tr("Change the weights") if kept else tr("Enter the weights"))
        if kept:
            self._show_lines(shown)
        self.reason.setText(self._reason(shown))

    def _show_lines(self, shown: CaseWeighing) -> None:
        weights, finding = shown.weights, shown.finding
        if weights.waybill is not None:
            self._line(tr("Waybill"), grams_text(weights.waybill))
        if weights.scale is not None:
            photo = shown.scale_evidence
            name = tr("Scale (%1)", place_of(photo)) if photo is not None else tr("Scale")
            self._line(name, plus_minus(weights.scale, weights.scale_accuracy), photo.id if photo is not None else 0)
        if finding.expected is not None:
            self._line(expected_label(finding), plus_minus(finding.expected, finding.tolerance or 0))

    def _reason(self, shown: CaseWeighing) -> str:
        if shown.kept is None:
            return tr("Waybill and scale can show whether a piece is missing.")
        told = [reason_text(shown.finding)]
        told += [explanation_text(shown.finding, each) for each in shown.finding.explanations[:1]]
        return " ".join(told)

    def _line(self, name: str, value: str, evidence_id: int = 0) -> None:
        row = self._grid.rowCount()
        label: QWidget
        if evidence_id:
            label = link_button(name, self)
            label.clicked.connect(lambda: self.evidence_wanted.emit(evidence_id))
        else:
            label = ElidedLabel(name, self, ink="text2")
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignLeft if evidence_id else Qt.AlignmentFlag(0))
        amount = PlainLabel(value, self, weight=500, selectable=True)
        amount.setAccessibleName(f"{name}: {value}")
        self._grid.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)

    def facts(self) -> str:
        """All that is shown, as one text."""
        parts = [self.chip.text()] if not self.chip.isHidden() else []
        for row in range(self._grid.rowCount()):
            item = self._grid.itemAtPosition(row, 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                parts.append(widget.accessibleName())
        return "\n".join((*parts, self.reason.text()))
