"""What the items of a shop weigh: a list to correct, fill from a file and hand on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from models.evidence_records import SkuWeight
from models.rules.weights import grams_text, read_grams
from ui.i18n import language, translator
from ui.messages import show_error
from ui.plain import PlainLabel, isolate, one_line
from ui.weight_sentences import weight_errors  # noqa: F401 - its sentences are known from then on
from ui.widgets.buttons import Button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, Panel, column, foot_line, line
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from desktop.context import AppContext
    from ui.background import Background

tr = translator("weights")
_ROOT = QModelIndex()
_HEIGHT = 210
_LONGEST = 200


class SkuWeightModel(QAbstractTableModel):
    """One row per item: SKU, variant, weight, tolerance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[SkuWeight, ...] = ()

    def show_items(self, items: Sequence[SkuWeight]) -> None:
        """Replace the rows."""
        if tuple(items) != self.items:
            self.beginResetModel()
            self.items = tuple(items)
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section < 4:
            return weight_columns()[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section < 4:
            return int(Qt.AlignmentFlag.AlignRight if section > 1 else Qt.AlignmentFlag.AlignLeft)
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        text = (
            one_line(item.sku), one_line(item.variant), grams_text(item.grams), f"± {grams_text(item.tolerance_grams)}",
        )[index.column()]  # fmt: skip
        if role == CELL_ROLE:
            return Cell(text, kind="number" if index.column() > 1 else "text")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one_line(item.sku)} {one_line(item.variant)}: {grams_text(item.grams)}"
        return None


def weight_columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column("sku", tr("SKU"), 140, 140, stretch=True), Column("variant", tr("Variant"), 120, 120),
        Column("grams", tr("One weighs"), 90, 100, right=True), Column("tolerance", "±", 90, 90, right=True),
    )  # fmt: skip


class ItemWeightDialog(HeldDialog):
    """One item: its SKU, what a piece weighs and how far it may be off. Held until it is written."""

    def __init__(self, item: SkuWeight | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Weight of an item")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(420)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self)
        self.sku, self.variant = self._entry(tr("SKU")), self._entry(tr("Variant"))
        self.grams, self.tolerance = self._entry(tr("One weighs")), self._entry(tr("Tolerance"))
        self.grams.setPlaceholderText("490 g")
        self.tolerance.setPlaceholderText("10 g")
        if item is not None:
            self.sku.setText(item.sku)
            self.variant.setText(item.variant)
            self.sku.setReadOnly(True)
            self.variant.setReadOnly(True)
            self.grams.setText(grams_text(item.grams))
            self.tolerance.setText(grams_text(item.tolerance_grams))
        rows.addWidget(self.form)
        self.take = Button(tr("Save"), self, kind="primary")
        self.take.setDefault(True)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        (self.sku if item is None else self.grams).setFocus()

    def _entry(self, label: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(_LONGEST)
        self.form.add_field(label, field)
        return field

    def entered(self) -> tuple[str, str, int, int] | None:
        """What was typed; None, and the field marked, where it is no SKU or no weight."""
        grams, text = read_grams(self.grams.text(), unit="g"), self.tolerance.text().strip()
        off = read_grams(text, unit="g") if text else 0
        wrong = tr("Write 2.31 kg, 860 g or 1斤2两.")
        self.form.set_wrong(self.sku, "" if self.sku.text().strip() else tr("An item is known by its SKU."))
        self.form.set_wrong(self.grams, "" if grams else wrong)
        self.form.set_wrong(self.tolerance, "" if off is not None else wrong)
        if not self.sku.text().strip() or not grams or off is None:
            return None
        return self.sku.text().strip(), self.variant.text().strip(), grams, off


class WeightPanel(Panel):
    """The list of one shop: the one chosen at the top, else the first."""

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(tr("Item weights"), tr("for weight evidence"), parent, icon="scale", token="accent")
        self._ctx, self._background = ctx, background
        self._shop = 0
        self.rows.setContentsMargins(16, 8, 16, 16)
        self.rows.setSpacing(8)
        self.model = SkuWeightModel(self)
        self.table = DataTable(weight_columns(), self.body, name=tr("Item weights"))
        self.table.setModel(self.model)
        self.table.setFixedHeight(_HEIGHT)
        self.table.opened.connect(lambda index: self.change(self.model.items[index.row()]))
        self.rows.addWidget(self.table)
        self.none = PlainLabel(
            tr("Nothing is kept yet. Weights entered in a case are kept here."), self.body, ink="text3", wrap=True
        )
        self.rows.addWidget(self.none)
        row = line(spacing=8)
        self.add = Button(tr("Add…"), self.body, icon="plus")
        self.add.clicked.connect(lambda: self.change(None))
        self.drop = Button(tr("Remove"), self.body)
        self.drop.clicked.connect(self.remove)
        self.take_in = Button(tr("Import…"), self.body)
        self.take_in.clicked.connect(self._ask_import)
        self.hand_on = Button(tr("Export…"), self.body)
        self.hand_on.clicked.connect(self._ask_export)
        for button in (self.add, self.drop, self.take_in, self.hand_on):
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.said = PlainLabel("", self.body, role="small", ink="text3", wrap=True)
        self.said.hide()
        self.rows.addWidget(self.said)
        self.dialog: ItemWeightDialog | None = None
        self.show_items(())

    def reload(self) -> None:
        """Read the list anew."""
        ctx = self._ctx

        def read() -> tuple[int, tuple[SkuWeight, ...]]:
            known = [shop.id for shop in ctx.shops.list_shops()]
            chosen = ctx.settings.get("shop") or 0
            shop = chosen if chosen in known else (known[0] if known else 0)
            return shop, ctx.weighings.list_sku_weights(shop)

        def show(found: tuple[int, tuple[SkuWeight, ...]]) -> None:
            self._shop = found[0]
            self.show_items(found[1])

        self._background.run(ctx.jobs.read(read), show, receiver=self, quiet=True)

    def show_items(self, items: Sequence[SkuWeight]) -> None:
        """Show these."""
        self.model.show_items(items)
        self.table.setVisible(bool(items))
        self.none.setVisible(not items)
        self.drop.setEnabled(bool(items))
        self.hand_on.setEnabled(bool(items))

    def change(self, item: SkuWeight | None) -> None:
        """Enter an item, or other weights of one."""
        dialog = ItemWeightDialog(item, self)
        dialog.take.clicked.connect(self._take)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _take(self) -> None:
        dialog, ctx, shop = self.dialog, self._ctx, self._shop
        entered = dialog.entered() if dialog is not None else None
        if dialog is None or entered is None:
            return
        dialog.hold()

        def refused(error: BaseException) -> None:
            show_error(error, dialog.refused() or self)

        work = ctx.jobs.write(lambda: ctx.weighings.set_sku_weights(shop, [entered]))
        self._background.run(work, lambda _: dialog.written(), refused, receiver=self)

    @Slot()
    def remove(self) -> None:
        """Take the chosen items out; Undo brings them back."""
        ids = [self.model.items[row].id for row in self.table.selected_rows()]
        ctx = self._ctx
        if ids:
            self._background.run(
                ctx.jobs.write(lambda: ctx.weighings.remove_sku_weights(ids)), lambda _: None, receiver=self
            )

    @Slot()
    def _ask_import(self) -> None:
        dialog = QFileDialog(self, tr("Import item weights"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("XLSX, CSV (*.xlsx *.xls *.ods *.csv *.txt)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.import_file(Path(file)))
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Keep the weights of a file: all, or none and why."""
        ctx, shop = self._ctx, self._shop
        work = ctx.jobs.write(lambda: ctx.weighings.import_sku_weights(shop, path))
        self._background.run(
            work, lambda count: self._say(tr("%n item(s) imported.", n=count)), lambda error: show_error(error, self),
            receiver=self,
        )  # fmt: skip

    @Slot()
    def _ask_export(self) -> None:
        dialog = QFileDialog(self, tr("Export item weights"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile("item-weights.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.export_file(Path(file)))
        dialog.open()

    def export_file(self, path: Path) -> None:
        """Write the list to a file."""
        ctx, shop, spoken = self._ctx, self._shop, language()
        work = ctx.jobs.io(lambda: ctx.weighings.export_sku_weights(shop, path, spoken), keeps=True)
        name = isolate(one_line(path.name))
        self._background.run(
            work, lambda count: self._say(tr("%n item(s) written to %1.", name, n=count)),
            lambda error: show_error(error, self), receiver=self,
        )  # fmt: skip

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
