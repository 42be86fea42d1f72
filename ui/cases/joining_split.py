"""Splitting a case: the problem of the new one, and which evidence, notes and items go to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.services.case_splitting import SplitParts
from models.kinds import CaseState, Problem
from models.records import CasePage
from ui.i18n import translator
from ui.plain import PlainLabel, mnemonic_safe, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line, section_label
from ui.words import word

tr = translator("case_life")
_WIDE, _TEXT = 600, 500


class SplitDialog(HeldDialog):
    """`chosen` carries SplitParts for a new case of the same order and buyer."""

    chosen = Signal(object)

    def __init__(self, page: CasePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_WIDE)
        title = tr("Split %1", page.case.number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        told = (
            tr("The new case still owes the first reply, and an offer.") if page.case.state is CaseState.NEW
            else tr("The buyer was answered already: the new case owes an offer, and no first reply.")
        )  # fmt: skip
        rows.addWidget(
            PlainLabel(tr("The new case is of the same order and buyer. What is ticked goes over to it.") + " " + told,
                       self, ink="text2", wrap=True)
        )  # fmt: skip
        self.form = FormRows(self)
        self.problem = QComboBox(self)
        for member in Problem:
            self.problem.addItem(word(member), member)
        self.problem.setCurrentIndex(list(Problem).index(page.case.problem))
        self.form.add_field(tr("Problem"), self.problem)
        self.summary = QPlainTextEdit(self)
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(56)
        self.form.add_field(tr("What happened"), self.summary)
        rows.addWidget(self.form)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        box = QWidget(area)
        parts = column(box, spacing=4)
        lines = page.order.lines if page.order is not None else ()
        self.lines = self._ticks(
            parts, box, tr("Items"),
            [(each.position, " · ".join(part for part in (each.item_title, each.variant, f"×{each.quantity}") if part))
             for each in lines],
        )  # fmt: skip
        pieces = sorted(page.evidence, key=lambda item: item.number)
        self.evidence = self._ticks(
            parts, box, tr("Evidence"),
            [(item.id, f"{item.number}  {item.caption or item.original_name}") for item in pieces],
        )  # fmt: skip
        self.notes = self._ticks(parts, box, tr("Notes"), [(note.id, note.text) for note in page.notes])
        parts.addStretch(1)
        area.setWidget(box)
        area.setFixedHeight(min(300, box.sizeHint().height() + 8))
        area.setVisible(bool(self.lines or self.evidence or self.notes))
        rows.addWidget(area)
        self.take = Button(tr("Split off"), self, kind="primary", icon="split")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.problem.setFocus()

    def _ticks(
        self, parts: QVBoxLayout, box: QWidget, name: str, known: Sequence[tuple[int, str]]
    ) -> dict[int, QCheckBox]:
        if not known:
            return {}
        parts.addWidget(section_label(name, box))
        found = {}
        for number, text in known:
            whole = one_line(text[:500])
            tick = QCheckBox(box)
            cut = tick.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, _TEXT)
            tick.setText(mnemonic_safe(cut))
            tick.setAccessibleName(f"{name}: {whole}")
            plain_tooltip(tick, whole if cut != whole else "")
            parts.addWidget(tick)
            found[number] = tick
        return found

    def parts(self) -> SplitParts:
        """What is chosen now."""
        return SplitParts(
            Problem(self.problem.currentData()),
            evidence_ids=_ticked(self.evidence),
            note_ids=_ticked(self.notes),
            lines=_ticked(self.lines),
            summary=self.summary.toPlainText(),
        )

    def _take(self) -> None:
        self.chosen.emit(self.parts())
        self.leave()


def _ticked(ticks: dict[int, QCheckBox]) -> frozenset[int]:
    return frozenset(number for number, tick in ticks.items() if tick.isChecked())
