"""The policy packs in force at a glance, each with its version and day of review, and the way to read them whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from models.rules.packs import Pack
from ui import format as shown
from ui import theme as tokens
from ui.i18n import language, translator
from ui.settings.setting_words import layer_word
from ui.widgets.buttons import Button
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import Panel
from ui.widgets.table import Column, DataTable

tr = translator("settings")
Index = QModelIndex | QPersistentModelIndex


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("title", tr("Pack"), 210, sortable=False, stretch=True),
        Column("layer", tr("Kind"), 56, 78, sortable=False),
        Column("version", tr("Version"), 64, 72, sortable=False),
        Column("review", tr("Review by"), 96, 96, sortable=False),
    )


class PackModel(QAbstractTableModel):
    """Packs, law first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns()
        self._packs: tuple[Pack, ...] = ()
        self._today = date.min

    def show_packs(self, packs: Sequence[Pack], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._packs, self._today = tuple(packs), today
        self.endResetModel()

    def pack_id(self, row: int) -> str:
        """The id of the pack in a row."""
        return self._packs[row].id

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._packs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pack, key = self._packs[index.row()], self._columns[index.column()].key
        text = self._text(pack, key)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join(self._text(pack, column.key) for column in self._columns)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{pack.title.pick(language())}  {pack.id} {pack.version}"
        if role == CELL_ROLE:
            late = key == "review" and pack.review_by is not None and pack.review_by < self._today
            ink = "due" if late else "text" if key == "title" else "text2"
            return Cell(text, "text", ink, 500 if key == "title" else 0)
        return None

    @staticmethod
    def _text(pack: Pack, key: str) -> str:
        review = pack.review_by.isoformat() if pack.review_by else shown.NOTHING
        return {
            "title": pack.title.pick(language()),
            "layer": layer_word(pack.layer),
            "version": pack.version,
            "review": review,
        }[key]


class PackPanel(Panel):
    """`opened` gives the id of a pack to be read whole, empty for any."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Policy packs in force"), tr("by shop and date"), parent,
            icon="book-open", token="accent",
        )  # fmt: skip
        self.model = PackModel(self)
        self.table = DataTable(columns(), self.body, name=tr("Policy packs in force"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.model)
        self.read = Button(tr("Read and change rules"), self.heading, size="small", icon="book-open")
        self.heading.add(self.read)
        self.read.clicked.connect(lambda: self.opened.emit(""))
        self.table.opened.connect(lambda index: self.opened.emit(self.model.pack_id(index.row())))
        self.rows.addWidget(self.table)

    def show_packs(self, packs: Sequence[Pack], today: date) -> None:
        """Show these, all of them without scrolling."""
        self.model.show_packs(packs, today)
        self.table.setFixedHeight(tokens.HEADER + tokens.ROW * len(packs) + 2)
        self.table.set_widths()
