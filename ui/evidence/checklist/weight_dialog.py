"""Entering the weights of a parcel: what was read, what should be in it, and what follows at every key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QScrollArea, QSpinBox, QWidget

from desktop.services.weighings import CaseWeighing
from models.rules.weight_evidence import STEPS, ParcelWeights, WeightFinding, WeightLine, sum_lines, weigh
from models.rules.weights import LARGEST, grams_text, read_grams
from ui.evidence.checklist.model import place_of
from ui.evidence.checklist.weight_words import (
    VERDICT_COLOURS,
    explanation_text,
    line_name,
    reason_text,
    sum_text,
    verdict_chip,
)
from ui.evidence.labels import shown_name
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, isolate
from ui.widgets.buttons import Button
from ui.widgets.controls import Chip
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, Strip, clear_layout, column, foot_line, line, section_label

tr = translator("weights")
_WIDTH, _FIELD, _LINES_HEIGHT, _SETTLE_MS = 640, 104, 132, 120


class WeightField(QLineEdit):
    """A weight as typed: `2.31 kg`, `860 g`, `1斤2两`. Empty where nobody knows it."""

    def __init__(self, name: str, grams: int | None, parent: QWidget | None = None, *, least: int = 0) -> None:
        super().__init__("" if grams is None else grams_text(grams), parent)
        self._least = least
        self.setMaxLength(40)
        self.setMinimumWidth(_FIELD)
        self.setAccessibleName(name)

    def grams(self) -> int | None:
        """The weight; None where nothing is typed or it cannot be read."""
        found = read_grams(self.text())
        return found if found is not None and found >= self._least else None

    def is_wrong(self) -> bool:
        """Whether something is typed that is no weight."""
        return bool(self.text().strip()) and self.grams() is None


class ItemRow:
    """The fields of one item."""

    def __init__(self, item: WeightLine, parent: QWidget) -> None:
        self.item = item
        name = line_name(item)
        self.name = ElidedLabel(" ".join(part for part in (item.name, item.variant) if part), parent)
        self.pieces = PlainLabel(f"× {item.quantity}", parent, ink="text2")
        self.grams = WeightField(tr("Weight of one %1", name), item.grams, parent, least=1)
        self.tolerance = WeightField(tr("Tolerance of one %1", name), item.tolerance, parent)
        self.missing = QSpinBox(parent)
        self.missing.setRange(0, item.quantity)
        self.missing.setValue(item.missing)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.missing.setAccessibleName(tr("How many of %1 are said to be missing", name))

    def line(self) -> WeightLine:
        """The item as entered."""
        return replace(
            self.item, grams=self.grams.grams(), tolerance=self.tolerance.grams() or 0, missing=self.missing.value()
        )


class WeightDialog(HeldDialog):
    """`entered` carries ParcelWeights, the photo of the scale (0 for none) and whether to keep the items' weights;
    `removed` takes the weights of the case back."""

    entered = Signal(object, int, bool)
    removed = Signal()

    def __init__(self, shown: CaseWeighing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.case_id = shown.case_id
        self._fields: list[WeightField] = []
        self.setWindowTitle(tr("Weight evidence"))
        self.setAccessibleName(tr("Weight evidence"))
        self.setMinimumWidth(_WIDTH)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Weight evidence"), self, role="heading"))
        self.form = FormRows(self)
        self._make_readings(shown)
        rows.addWidget(self.form)
        rows.addWidget(section_label(tr("What should be in the parcel"), self))
        self.items = [ItemRow(each, self) for each in shown.weights.lines]
        rows.addWidget(self._make_items())
        self.keep = QComboBox(self)
        self.keep.addItems([tr("Keep the weights of the items for later cases"), tr("For this case only")])
        self.keep.setAccessibleName(tr("Weights of the items"))
        rows.addWidget(self.keep)
        rows.addWidget(self._make_verdict())
        self.take = Button(tr("Save"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        foot = foot_line(self, tr("Cancel"), self.take)
        if shown.kept is not None:
            drop = Button(tr("Remove"), self, kind="ghost", tip=tr("Take the weights of this case out; can be undone"))
            drop.clicked.connect(self._remove)
            foot.insertWidget(0, drop)
        rows.addLayout(foot)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.show_finding)
        for field in self._fields:
            field.textChanged.connect(lambda _: self._settle.start())
        for item in self.items:
            for entry in (item.grams, item.tolerance):
                entry.textChanged.connect(lambda _: self._settle.start())
            item.missing.valueChanged.connect(lambda _: self._settle.start())
        self.step.currentIndexChanged.connect(lambda _: self._settle.start())
        self.show_finding()
        self.waybill.setFocus()

    def _make_readings(self, shown: CaseWeighing) -> None:
        weights = shown.weights
        self.waybill = self._field(tr("Weight on the waybill"), weights.waybill, least=1)
        self.waybill.setPlaceholderText("2.31 kg")
        self.step = QComboBox(self)
        self.step.addItems([tr("exact") if not step else tr("rounded up to %1", _step_text(step)) for step in STEPS])
        self.step.setCurrentIndex(STEPS.index(weights.waybill_step) if weights.waybill_step in STEPS else 0)
        self.step.setAccessibleName(tr("How the carrier rounds"))
        self.form.add_field(tr("Waybill"), self._side_by_side(self.waybill, self.step))
        self.scale = self._field(tr("Scale reading"), weights.scale, least=1)
        self.scale.setPlaceholderText("2.31 kg")
        self.accuracy = self._field(tr("Accuracy of the scale"), weights.scale_accuracy if shown.kept else 10)
        self.form.add_field(tr("Scale"), self._side_by_side(self.scale, self.accuracy, "±"))
        self.photo = QComboBox(self)
        self.photo.addItem(tr("no photo of it"), 0)
        for each in shown.photos:
            self.photo.addItem(f"{place_of(each)} · {isolate(shown_name(each))[:60]}", each.id)
        if shown.scale_evidence is not None:
            self.photo.setCurrentIndex(max(self.photo.findData(shown.scale_evidence.id), 0))
        self.form.add_field(tr("Photo of the scale"), self.photo)
        self.packing = self._field(tr("Weight of the packing"), weights.packing)
        self.packing.setPlaceholderText("320 g")
        self.packing_off = self._field(tr("Tolerance of the packing"), weights.packing_tolerance)
        self.form.add_field(
            tr("Packing"), self._side_by_side(self.packing, self.packing_off, "±"),
            tr("Box, padding and tape, without the items"),
        )  # fmt: skip

    def _field(self, name: str, grams: int | None, *, least: int = 0) -> WeightField:
        field = WeightField(name, grams, self, least=least)
        self._fields.append(field)
        return field

    def _side_by_side(self, one: QWidget, other: QWidget, between: str = "") -> QWidget:
        box = QWidget(self)
        row = line(box, spacing=8)
        row.addWidget(one, 1)
        if between:
            row.addWidget(PlainLabel(between, box, ink="text3"))
        row.addWidget(other, 1)
        box.setFocusProxy(one)
        return box

    def _make_items(self) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(0, 1)
        titles = (tr("Item"), "", tr("One weighs"), "±", tr("Said to be missing"))
        for place, title in enumerate(titles):
            grid.addWidget(PlainLabel(title, inside, role="small", ink="text3"), 0, place)
        for row, item in enumerate(self.items, 1):
            for place, widget in enumerate((item.name, item.pieces, item.grams, item.tolerance, item.missing)):
                grid.addWidget(widget, row, place)
        if not self.items:
            none = PlainLabel(tr("The order of this case has no items."), inside, ink="text3", wrap=True)
            grid.addWidget(none, 1, 0, 1, 5)
        grid.setRowStretch(len(self.items) + 2, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumHeight(min(_LINES_HEIGHT, 40 + 40 * max(len(self.items), 1)))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _make_verdict(self) -> QWidget:
        box = Strip(self, surface="surface2")
        rows = column(box, margins=(12, 10, 12, 10), spacing=4)
        self._sum = QGridLayout()
        self._sum.setHorizontalSpacing(12)
        self._sum.setVerticalSpacing(2)
        self._sum.setColumnStretch(0, 1)
        rows.addLayout(self._sum)
        self.chip = Chip("", None, box)
        self.reason = PlainLabel("", box, ink="text2", wrap=True)
        row = line(spacing=8)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reason, 1)
        rows.addLayout(row)
        return box

    def weights(self) -> ParcelWeights:
        """What is entered; a weight that cannot be read counts as not known."""
        return ParcelWeights(
            lines=tuple(item.line() for item in self.items), waybill=self.waybill.grams(),
            waybill_step=STEPS[self.step.currentIndex()], scale=self.scale.grams(),
            scale_accuracy=self.accuracy.grams() or 0, packing=self.packing.grams(),
            packing_tolerance=self.packing_off.grams() or 0,
        )  # fmt: skip

    def show_finding(self) -> WeightFinding:
        """The sum and the verdict of what is entered."""
        finding = weigh(self.weights())
        clear_layout(self._sum)
        for row, each in enumerate(sum_lines(finding)):
            label, amount = sum_text(finding, each)
            self._sum.addWidget(ElidedLabel(label, self, role="small", ink="text2"), row, 0)
            self._sum.addWidget(PlainLabel(amount, self, role="small"), row, 1, Qt.AlignmentFlag.AlignRight)
        self.chip.set(verdict_chip(finding), VERDICT_COLOURS[finding.verdict])
        told = [reason_text(finding), *(explanation_text(finding, each) for each in finding.explanations[:3])]
        self.reason.setText(" ".join(told))
        self._mark_wrong()
        return finding

    def _mark_wrong(self) -> WeightField | None:
        """Mark what is no weight; the first of them."""
        first = None
        for field in (*self._fields, *(entry for item in self.items for entry in (item.grams, item.tolerance))):
            wrong = field.is_wrong()
            first = field if wrong and first is None else first
            if field.property("wrong") != wrong:
                field.setProperty("wrong", wrong)
                most = grams_text(LARGEST)
                field.setAccessibleDescription(tr("Write 2.31 kg, 860 g or 1斤2两; %1 at most.", most) if wrong else "")
                field.setToolTip(field.accessibleDescription())
                field.style().unpolish(field)
                field.style().polish(field)
        return first

    def _take(self) -> None:
        self.show_finding()
        wrong = self._mark_wrong()
        if wrong is not None:
            self.reason.setText(tr("“%1” is no weight. Write 2.31 kg, 860 g or 1斤2两.", isolate(wrong.text().strip())))
            wrong.setFocus()
            return
        self.hold()
        self.entered.emit(self.weights(), int(self.photo.currentData() or 0), self.keep.currentIndex() == 0)

    def _remove(self) -> None:
        self.hold()
        self.removed.emit()


def _step_text(step: int) -> str:
    return {10: "0.01 kg", 100: "0.1 kg", 500: "0.5 kg", 1000: "1 kg"}[step]
