"""The lines of a register as rows: what corrects a line stands under it, everything else as the sheet orders it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.kinds import RegisterKind
from models.money import Money
from models.register_records import CellKind, RegisterColumn, RegisterLine, RegisterSheet
from ui import format as shown
from ui.i18n import translator
from ui.plain import one_line
from ui.registers.register_cells import Beside, cell_of_line, cell_text, value_words
from ui.registers.register_words import MAIN_MONEY, shown_columns, title_of
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, ID_ROLE
from ui.widgets.table import Column

tr = translator("registers")
Index = QModelIndex | QPersistentModelIndex
LineKey = tuple[str, int]
_LONGEST_TIP = 1_000


def key_of(line: RegisterLine) -> LineKey:
    """What tells a line from all others: its table and its id there."""
    return line.source, line.id


def arranged(lines: Sequence[RegisterLine]) -> tuple[tuple[RegisterLine, bool], ...]:
    """The lines in their order, each correcting one right under the line it corrects where that is listed too."""
    under: dict[int, list[RegisterLine]] = {}
    listed = {line.id for line in lines if line.corrects is None}
    for line in lines:
        if line.corrects is not None and line.corrects in listed:
            under.setdefault(line.corrects, []).append(line)
    rows: list[tuple[RegisterLine, bool]] = []
    for line in lines:
        if line.corrects is not None and line.corrects in listed:
            continue
        rows.append((line, False))
        if line.corrects is None:
            rows.extend((each, True) for each in sorted(under.get(line.id, ()), key=lambda each: each.entered_at))
    return tuple(rows)


def sums(lines: Sequence[RegisterLine], key: str) -> tuple[Money, ...]:
    """One sum per currency of a column of money."""
    found: dict[str, int] = {}
    for line in lines:
        value = line.cells.get(key)
        if isinstance(value, Money):
            found[value.currency] = found.get(value.currency, 0) + value.minor
    return tuple(Money(found[currency], currency) for currency in sorted(found))


def sum_words(amounts: Sequence[Money]) -> str:
    """`¥ 168.00 + $ 20.00`; empty where there is none."""
    return " + ".join(shown.money(amount) for amount in amounts)


class SheetModel(QAbstractTableModel):
    """Rows of one sheet. `sort_wanted(key, descending)` comes for a click on a heading: the sheet is asked anew."""

    sort_wanted = Signal(str, bool)

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._now: datetime | None = None
        self._register = RegisterKind.CARRIER_CLAIM
        self._keys: tuple[RegisterColumn, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[tuple[RegisterLine, bool], ...] = ()
        self._places: dict[LineKey, int] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as the table takes them."""
        return self._columns

    @property
    def register(self) -> RegisterKind:
        """Which register is shown."""
        return self._register

    def set_zone(self, zone: tzinfo) -> None:
        """Show times in another shop's zone from now on."""
        self._zone = zone

    def set_now(self, now: datetime) -> None:
        """A minute has passed."""
        self._now = now
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._keys) - 1))

    def show_sheet(self, sheet: RegisterSheet, now: datetime) -> None:
        """Show this sheet."""
        self.beginResetModel()
        if sheet.columns != self._keys or sheet.query.register is not self._register:
            self._register, self._keys = sheet.query.register, sheet.columns
            self._columns = shown_columns(self._register, self._keys)
        self._rows, self._now = arranged(sheet.lines), now
        self._places = {key_of(line): row for row, (line, _) in enumerate(self._rows)}
        self.endResetModel()

    def line(self, row: int) -> RegisterLine:
        """The line of a row."""
        return self._rows[row][0]

    def lines(self) -> list[RegisterLine]:
        """All lines as they stand."""
        return [line for line, _ in self._rows]

    def row_of(self, key: LineKey) -> int | None:
        """Where a line stands now."""
        return self._places.get(key)

    def beside(self, row: int) -> Beside:
        """What the cells of a row are shown by."""
        assert self._now is not None
        return Beside(self._now, self._zone, self._rows[row][1])

    def column_keys(self) -> tuple[RegisterColumn, ...]:
        """The columns with their kinds."""
        return self._keys

    def main_sum(self, lines: Sequence[RegisterLine]) -> str:
        """The sum of these lines in the register's main column of money, in words."""
        key = MAIN_MONEY.get(self._register)
        return sum_words(sums(lines, key)) if key else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._keys):
            self.sort_wanted.emit(self._keys[column].key, order == Qt.SortOrder.DescendingOrder)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._now is None:
            return None
        line, column, beside = self.line(index.row()), self._keys[index.column()], self.beside(index.row())
        if role == CELL_ROLE:
            return cell_of_line(column, line, beside)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(column, line, beside)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, column, beside)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, beside)
        if role == ID_ROLE:
            return line.id
        return None

    def _tip(self, line: RegisterLine, column: RegisterColumn, beside: Beside) -> str:
        value = line.cells.get(column.key)
        if column.key in ("entered", "by"):
            said = shown.full_moment(line.entered_at, self._zone)
            return f"{said}\n{tr('Corrects an earlier line: %1', one_line(line.reason))}" if line.corrects else said
        if isinstance(value, datetime):
            return shown.full_moment(value, self._zone)
        if column.kind is CellKind.MONEY and isinstance(value, Money):
            return shown.money(value)
        if column.key == "state" and line.corrections:
            return tr("Corrected by %n later line(s)", n=len(line.corrections))
        words = value_words(column, value, line.register, beside)
        return words if len(words) <= _LONGEST_TIP else f"{words[:_LONGEST_TIP]}…"

    def _spoken(self, line: RegisterLine, beside: Beside) -> str:
        said = []
        for column in self._keys:
            text = cell_text(column, line, beside)
            if text and text != shown.NOTHING:
                said.append(f"{title_of(column)} {text}")
        if line.corrects is not None:
            said.insert(0, tr("Correction"))
        if line.corrections:
            said.append(tr("Corrected by %n later line(s)", n=len(line.corrections)))
        return tr(", ").join(said)
