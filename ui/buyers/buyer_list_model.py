"""The Buyers list as Qt sees it: ids of the whole result in order, rows read beside the window as they are seen."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.context import AppContext
from models.buyer_records import BuyerQuery, BuyerRow
from models.clock import zone
from ui.background import Background
from ui.buyers.buyer_columns import (
    LOADING,
    SORTS,
    Moment,
    buyer_columns,
    row_cells,
    row_sentence,
    whole_text,
)
from ui.widgets.delegates import CELL_ROLE, ID_ROLE, Cell

PAGE = 50
# Pages asked for at once, the newest first: what was scrolled past is not read. Rows kept at most.
_PAGES_AT_ONCE, _ROWS_KEPT = 4, 6_000
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class BuyerListModel(QAbstractTableModel):
    """`show(query)` asks for a result; the last one stays until the new one is there, then `loaded` is emitted.

    Nothing is read in the window's thread: a row that is not there yet shows bars, one that is old shows as it was.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._columns = buyer_columns()
        self._ids: array[int] = array("q")
        self._rows: dict[int, BuyerRow] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._fetched: set[int] = set()
        self._wanted: list[int] = []
        self._query = BuyerQuery()
        self._asked = self._answered = 0
        self._reading = False
        self._at = self._moment()
        self._fetching = QTimer(self, singleShot=True, interval=0)
        self._fetching.timeout.connect(self._fetch)

    def _moment(self) -> Moment:
        return Moment(self._ctx.clock.now(), zone(self._ctx.bench.time_zone))

    # Asking

    @property
    def query(self) -> BuyerQuery:
        """What was asked for last."""
        return self._query

    @property
    def ever_loaded(self) -> bool:
        """Whether any answer has come."""
        return self._answered > 0

    def show(self, query: BuyerQuery) -> None:
        """Ask for the ids of a query; what is shown stays until they are there."""
        self._query = query
        self._asked += 1
        # While one answer is under way only the newest question waits: a fast typist does not queue up the store.
        if not self._reading:
            self._ask()

    def _ask(self) -> None:
        self._reading = True
        number, query, buyers = self._asked, self._query, self._ctx.buyers

        def read() -> tuple[array[int], dict[int, BuyerRow]]:
            """The ids, and the rows at the top of the list: painted without asking the store again."""
            ids = buyers.list_buyer_ids(query)
            return ids, dict(buyers.load_rows(ids[:PAGE])) if ids else {}

        self._background.run(
            self._ctx.jobs.read(read),
            lambda found: self._take(number, *found),
            lambda error: self._fail(number, error),
            receiver=self,
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the store."""
        if 0 <= column < len(SORTS):
            self.show(replace(self._query, sort=SORTS[column], descending=order == Qt.SortOrder.DescendingOrder))

    def _take(self, number: int, ids: array[int], top: Mapping[int, BuyerRow]) -> None:
        self._reading = False
        if number < self._asked:
            self._ask()
            return
        first = not self.ever_loaded
        self._answered = number
        self._at = self._moment()
        self._fetched.clear()
        self._cells.clear()
        self._wanted.clear()
        if len(self._rows) > _ROWS_KEPT:
            self._rows.clear()
        if top:
            self._rows.update(top)
            self._fetched.add(0)
        if ids == self._ids and not first:
            self._tell(range(len(ids)))
        else:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        self.loaded.emit()

    def _fail(self, number: int, error: BaseException) -> None:
        self._reading = False
        if number < self._asked:
            self._ask()
            return
        self._answered = number
        self.failed.emit(error)

    def _tell(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))

    # Rows

    def ids(self, rows: Iterable[int]) -> list[int]:
        """The buyers' ids at these rows."""
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids)]

    def row_of(self, buyer_id: int) -> int | None:
        """Where a buyer stands; None if the result lacks them."""
        with suppress(ValueError):
            return self._ids.index(buyer_id)
        return None

    def buyer_row(self, row: int) -> BuyerRow | None:
        """What is known of a row; its page is asked for if it was not read since the result came."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE
        if page not in self._fetched:
            self._fetched.add(page)
            self._wanted.append(page)
            self._fetching.start()
        return self._rows.get(self._ids[row])

    def _fetch(self) -> None:
        pages, passed = self._wanted[-_PAGES_AT_ONCE:], self._wanted[:-_PAGES_AT_ONCE]
        self._wanted.clear()
        self._fetched.difference_update(passed)
        if not pages:
            return
        number, buyers = self._answered, self._ctx.buyers
        ids = [each for page in pages for each in self._ids[page * PAGE : (page + 1) * PAGE]]
        self._background.run(
            self._ctx.jobs.read(lambda: dict(buyers.load_rows(ids))),
            lambda found: self._take_rows(number, pages, found),
            self.failed.emit,
            receiver=self,
            quiet=True,
        )

    def _take_rows(self, number: int, pages: Sequence[int], found: Mapping[int, BuyerRow]) -> None:
        if number != self._answered:
            return
        if len(self._rows) > _ROWS_KEPT:
            self._rows.clear()
            self._cells.clear()
            self._fetched.intersection_update(pages)
        self._rows.update(found)
        for buyer_id in found:
            self._cells.pop(buyer_id, None)
        for page in pages:
            self._tell(range(page * PAGE, min((page + 1) * PAGE, len(self._ids))))

    def text_table(self, rows: Sequence[BuyerRow], columns: Sequence[int]) -> str:
        """Rows as text with tabs, titles first, as a spreadsheet takes it."""
        lines = ["\t".join(self._columns[place].title for place in columns)]
        lines += ["\t".join(whole_text(row, place, self._at).replace("\t", " ") for place in columns) for row in rows]
        return "\n".join(lines)

    # Qt

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].right else _LEFT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].right else _LEFT
        if role not in _ROLES:
            return None
        found = self.buyer_row(index.row())
        if found is None:
            return LOADING if role == CELL_ROLE else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return whole_text(found, index.column(), self._at)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_sentence(found, self._at)
        cells = self._cells.get(found.id)
        if cells is None:
            cells = self._cells[found.id] = row_cells(found, self._at)
        return cells[index.column()] if role == CELL_ROLE else cells[index.column()].text


_ROLES = frozenset(
    (
        int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole),
        CELL_ROLE,
    )
)  # fmt: skip
