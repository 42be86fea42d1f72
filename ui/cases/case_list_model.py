"""The Cases list as Qt sees it: ids of the whole result in order, rows fetched by the page as they come into view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.context import AppContext
from models.case_query import CaseQuery
from models.clock import zone
from models.evidence_records import Completeness
from models.records import CaseRow, Shop
from models.rules.text_marks import search_runs
from models.store.search_hits import Hit, HitField
from ui.background import Background
from ui.cases import case_cells as cells_of
from ui.cases.case_cells import LOADING, Moment, Sight, clock_cell, row_cells, row_sentence, whole_text
from ui.cases.case_columns import BUYER, CHANGEABLE, CLOCK, EVIDENCE, FOUND, NUMBER, ORDER, SORTS, case_columns
from ui.cases.cell_hits import seen_fields
from ui.cases.list_anchor import Anchor, pages_around
from ui.widgets.delegates import CELL_ROLE, ID_ROLE, Cell

if TYPE_CHECKING:
    from models.rules.pack_parts import Text

PAGE = 25  # a little more than a window shows: read while scrolling in a millisecond or two
_PAGES_KEPT = 80
_PAGES_SEEN = 3
_LOOKED_UP = 8
_Pages = dict[int, dict[int, CaseRow]]
_Found = tuple["array[int]", _Pages, Mapping[int, Hit]]
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CaseListModel(QAbstractTableModel):
    """`show(query)` asks for a result; the last one stays until the new one is there, then `loaded` is emitted.

    Holds 8 bytes per case of the result, so that a million cases fit, and the rows of the last few pages seen.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._columns = case_columns()
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, CaseRow]] = OrderedDict()
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._clocks: dict[int, Cell] = {}
        self._hits: dict[int, Hit] = {}
        self._seen = seen_fields((NUMBER, BUYER, ORDER))
        self._sight = Sight(hits=self._hits)
        self._text = ""
        self._query = CaseQuery()
        self._asked = 0
        self._answered = 0
        self._reading = False
        self._at = self._moment()
        self.missing: dict[int, tuple[Text, ...]] = {}
        self._unsought: dict[int, None] = {}
        self._seeking = False
        self.fetches = 0
        self.anchor: Callable[[], Anchor] = Anchor

    def _moment(self) -> Moment:
        return Moment(self._ctx.clock.now(), zone(self._ctx.bench.time_zone))

    # Asking

    @property
    def query(self) -> CaseQuery:
        """What was asked for last."""
        return self._query

    @property
    def is_loading(self) -> bool:
        """Whether an answer is still to come."""
        return self._answered != self._asked

    @property
    def ever_loaded(self) -> bool:
        """Whether any answer has come."""
        return self._answered > 0

    def show(self, query: CaseQuery) -> None:
        """Ask for the ids of a query; what is shown stays until they are there."""
        self._query = query
        self._asked += 1
        # While one answer is under way only the newest question waits: a fast typist does not queue up the store.
        if not self._reading:
            self._ask()

    def presort(self, column: int, order: Qt.SortOrder) -> None:
        """How the first question sorts, before anything was asked."""
        if 0 <= column < len(SORTS):
            descending = order == Qt.SortOrder.DescendingOrder
            self._query = replace(self._query, sort=SORTS[column], descending=descending)

    def set_shops(self, shops: Sequence[Shop]) -> None:
        """The shops there are: their names and colours stand in the rows where there are several."""
        known = {shop.id: shop for shop in shops}
        if known != self._sight.shops:
            self._sight = replace(self._sight, shops=known)
            self._cells.clear()
            self._tell(0, self.columnCount() - 1)

    def set_seen(self, fields: frozenset[HitField]) -> None:
        """The searched fields that the shown columns hold; a hit in another one is told beside the row."""
        if fields != self._seen:
            self._seen = fields
            if self._sight.runs:
                self._hits.clear()
                self._cells.clear()
                while len(self._pages) > _PAGES_SEEN:
                    self._pages.popitem(last=False)
                self._unsought.clear()
                for page in self._pages.values():
                    self._seek_hits(page)
                self._tell(0, self.columnCount() - 1)

    @property
    def searched(self) -> str:
        """The text that the rows shown were found by; empty for all of a view."""
        return self._text

    def _ask(self) -> None:
        self._reading = True
        number, query, ctx, seen = self._asked, self._query, self._ctx, self._seen
        anchor, same = self.anchor(), search_runs(self._query.text) == self._sight.runs

        def read() -> _Found:
            """The ids, and the rows that will be seen of them: they are painted without asking the store again."""
            ids = ctx.cases.list_case_ids(query)
            pages: _Pages = {}
            for page in pages_around(ids, anchor, PAGE, keep_row=same):
                wanted = ids[page * PAGE : (page + 1) * PAGE]
                pages[page] = dict(ctx.cases.load_rows(wanted)) if wanted else {}
            top = [case_id for page in pages.values() for case_id in page]
            searched = bool(search_runs(query.text)) and bool(top)
            hits = ctx.case_lists.find_hits(top, query.text, seen) if searched else {}
            return ids, pages, hits

        self._background.run(
            self._ctx.jobs.read(read),
            lambda found: self._take(number, found, query.text, seen),
            lambda error: self._fail(number, error),
            receiver=self,
        )

    def reload(self) -> None:
        """Ask for the same again, after something was written."""
        self.show(self._query)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the store."""
        if 0 <= column < len(SORTS):
            descending = order == Qt.SortOrder.DescendingOrder
            self.show(replace(self._query, sort=SORTS[column], descending=descending))

    def _take(self, number: int, found: _Found, text: str, seen: frozenset[HitField]) -> None:
        ids, pages, hits = found
        self._reading = False
        if number < self._asked:
            self._ask()
            return
        first = not self.ever_loaded
        self._answered = number
        self._at = self._moment()
        runs = search_runs(text)
        self._text = text if runs else ""
        self._sight = replace(self._sight, runs=runs)
        if ids == self._ids and not first:
            self._forget_rows()
            self._keep_pages(pages, hits, seen)
            self._tell(0, self.columnCount() - 1)
        else:
            self.beginResetModel()
            self._ids = ids
            self._forget_rows()
            self._keep_pages(pages, hits, seen)
            self.endResetModel()
        self.loaded.emit()

    def _keep_pages(self, pages: _Pages, hits: Mapping[int, Hit], seen: frozenset[HitField]) -> None:
        for page, rows in pages.items():
            if rows:
                self._pages[page] = rows
                self.fetches += 1
                # Other columns are shown meanwhile: what is to be told beside the rows is found anew.
                if seen != self._seen:
                    self._seek_hits(rows)
        if seen == self._seen:
            self._hits.update(hits)

    def _fail(self, number: int, error: BaseException) -> None:
        self._reading = False
        if number < self._asked:
            self._ask()
            return
        self._answered = number
        self.failed.emit(error)

    def _forget_rows(self) -> None:
        self._pages.clear()
        self._cells.clear()
        self._clocks.clear()
        self._hits.clear()
        self.missing.clear()
        self._unsought.clear()

    def _tell(self, first: int, last: int) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._ids) - 1, last))

    def minute(self) -> None:
        """A minute has passed: only the clock column changes, and at midnight the days that are named."""
        before, self._at = self._at, self._moment()
        self._clocks.clear()
        if before.now.astimezone(before.zone).date() != self._at.now.astimezone(self._at.zone).date():
            self._cells.clear()
            self._tell(0, self.columnCount() - 1)
        else:
            self._tell(CLOCK, CLOCK)

    # Rows

    def all_ids(self) -> array[int]:
        """The ids of the whole result, in order; a copy."""
        return self._ids[:]

    def span_ids(self, spans: Iterable[tuple[int, int]]) -> array[int]:
        """The ids from a first to a last row, span by span."""
        found: array[int] = array("q")
        for first, last in spans:
            found += self._ids[first : last + 1]
        return found

    def known_rows(self, ids: Iterable[int]) -> list[CaseRow] | None:
        """The rows of these ids if all of them were read before; None if the store would have to be asked."""
        found: list[CaseRow] = []
        for case_id in ids:
            row = next((page[case_id] for page in self._pages.values() if case_id in page), None)
            if row is None:
                return None
            found.append(row)
        return found

    def take_counts(self, counts: Mapping[int, Completeness]) -> None:
        """How far checklists are filled, counted since the rows were read; their order stays until the next reading."""
        for page in self._pages.values():
            page |= {each: replace(page[each], evidence=counts[each]) for each in counts.keys() & page.keys()}
        for case_id in counts:
            self._cells.pop(case_id, None)
            self.missing.pop(case_id, None)
        self._tell(EVIDENCE, EVIDENCE)

    def ids(self, rows: Iterable[int]) -> list[int]:
        """The case ids at these rows."""
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids)]

    def rows_of(self, ids: Iterable[int]) -> dict[int, int]:
        """Where these ids stand now; ids that are gone are left out."""
        wanted = set(ids)
        found: dict[int, int] = {}
        if len(wanted) <= _LOOKED_UP:
            for case_id in wanted:
                # A look through a million ids takes 8 ms here, a loop over them ten times that.
                with suppress(ValueError):
                    found[case_id] = self._ids.index(case_id)
            return found
        for row, case_id in enumerate(self._ids):
            if case_id in wanted:
                found[case_id] = row
                if len(found) == len(wanted):
                    break
        return found

    def case_row(self, row: int) -> CaseRow | None:
        """What stands at a row, read now if its page was not seen yet; None if the case is gone meanwhile."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE
        known = self._pages.get(page)
        if known is None:
            wanted = self._ids[page * PAGE : (page + 1) * PAGE]
            known = dict(self._ctx.cases.load_rows(wanted))
            self._seek_hits(known)
            self.fetches += 1
            self._pages[page] = known
            if len(self._pages) > _PAGES_KEPT:
                _, dropped = self._pages.popitem(last=False)
                for case_id in dropped:
                    for kept in (self._cells, self._clocks, self._hits):
                        kept.pop(case_id, None)
        else:
            self._pages.move_to_end(page)
        return known.get(self._ids[row])

    def case_rows(self, rows: Sequence[int]) -> list[CaseRow]:
        """The rows that are still there."""
        return [found for row in rows if (found := self.case_row(row)) is not None]

    def _seek_hits(self, ids: Iterable[int]) -> None:
        """Where a text was found in rows scrolled to is told a moment later: it takes longer than the rows."""
        if self._sight.runs:
            self._unsought.update(dict.fromkeys(ids))
            self._seek()

    def _seek(self) -> None:
        if self._seeking or not self._unsought:
            return
        self._seeking = True
        ids = list(self._unsought)[-2 * PAGE :]
        ctx, text, seen = self._ctx, self._text, self._seen

        def take(hits: Mapping[int, Hit]) -> None:
            self._seeking = False
            if (text, seen) == (self._text, self._seen):
                for case_id in ids:
                    self._unsought.pop(case_id, None)
                self._hits.update(hits)
                for case_id in hits:
                    self._cells.pop(case_id, None)
                if hits:
                    self._tell(FOUND, FOUND)
            self._seek()

        def fail(error: BaseException) -> None:
            self._seeking = False
            self._unsought.clear()

        find = ctx.jobs.read(lambda: ctx.case_lists.find_hits(ids, text, seen))
        self._background.run(find, take, fail, receiver=self, quiet=True)

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
        if role not in cells_of.CELL_ROLES:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].right else _LEFT
        found = self.case_row(index.row())
        if found is None:
            return LOADING if role == CELL_ROLE else None
        column = index.column()
        if role == CELL_ROLE:
            return self._cell(found, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(found, column).text
        if role == Qt.ItemDataRole.ToolTipRole:
            text = whole_text(found, column, self._at, self._sight)
            return cells_of.missing_text(text, self.missing, found.id, column)
        sentence = row_sentence(found, self._at, self._sight)
        if column not in CHANGEABLE:
            return sentence
        # The cell that F2 would change is said before its row.
        return f"{self._columns[column].title} {self._cell(found, column).text}. {sentence}"

    def _cell(self, found: CaseRow, column: int) -> Cell:
        if column == CLOCK:
            clock = self._clocks.get(found.id)
            if clock is None:
                clock = self._clocks[found.id] = clock_cell(found, self._at)
            return clock
        cells = self._cells.get(found.id)
        if cells is None:
            cells = self._cells[found.id] = row_cells(found, self._at, self._sight)
        return cells[column]
