"""The entries of one register in one month, and their sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.money import Money
from models.records import RegisterEntry
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import Column

tr = translator("registers")
Index = QModelIndex | QPersistentModelIndex
# What stands in columns of its own, so that it is not said twice under Details.
_OWN = {"case_no", "buyer_id", "order_no"}


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("entered", tr("Entered"), 96, 100, sortable=False),
        Column("case", tr("Case"), 120, sortable=False),
        Column("buyer", tr("Buyer"), 170, sortable=False),
        Column("details", tr("Details"), 420, sortable=False, stretch=True),
        Column("amount", tr("Amount"), 110, right=True, sortable=False),
        Column("person", tr("By"), 84, sortable=False),
    )


def totals(entries: Sequence[RegisterEntry]) -> str:
    """The sums of the amounts, one per currency: different ones are never added up. Empty where no amount is given."""
    sums: dict[str, int] = {}
    for entry in entries:
        if entry.amount is not None:
            sums[entry.amount.currency] = sums.get(entry.amount.currency, 0) + entry.amount.minor
    return " + ".join(shown.money(Money(sums[currency], currency)) for currency in sorted(sums))


def details(entry: RegisterEntry) -> str:
    """What the register says beside case, buyer and amount."""
    said = [str(text) for name, text in entry.columns.items() if name not in _OWN and str(text).strip()]
    return one_line(" · ".join(said))


class RegisterModel(QAbstractTableModel):
    """Entries, oldest first."""

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._columns = columns()
        self._entries: tuple[RegisterEntry, ...] = ()
        self._now: datetime | None = None

    def set_zone(self, zone: tzinfo) -> None:
        """Show times in another shop's zone from now on."""
        self._zone = zone

    def show_entries(self, entries: Sequence[RegisterEntry], now: datetime) -> None:
        """Show these."""
        self.beginResetModel()
        self._entries, self._now = tuple(entries), now
        self.endResetModel()

    def entry(self, row: int) -> RegisterEntry:
        """The entry of a row."""
        return self._entries[row]

    def entries(self) -> tuple[RegisterEntry, ...]:
        """All that is shown."""
        return self._entries

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._now is None:
            return None
        entry = self._entries[index.row()]
        text = self._text(entry, self._columns[index.column()].key, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if len(text) > 12 else shown.full_moment(entry.entered_at, self._zone)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(entry, column.key, self._now) for column in self._columns)
            return tr(", ").join(part for part in said if part)
        if role == CELL_ROLE:
            column = self._columns[index.column()]
            strong = column.key in ("case", "amount")
            ink = "text3" if column.key in ("entered", "person") else "text"
            return Cell(text, "number" if column.right else "text", ink, 600 if strong else 400)
        return None

    def _text(self, entry: RegisterEntry, key: str, now: datetime) -> str:
        if key == "entered":
            return shown.moment(entry.entered_at, now, language(), self._zone)
        if key == "amount":
            return shown.money_cell(entry.amount)
        return {
            "case": entry.case_number,
            "buyer": isolate(one_line(entry.buyer_nick)),
            "details": details(entry),
            "person": entry.entered_by,
        }[key]
