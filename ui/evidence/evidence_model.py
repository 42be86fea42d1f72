"""Item models of evidence: one case's, in memory, and all evidence, fetched as it comes into view."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.clock import Clock
from models.kinds import Integrity
from models.records import Evidence, EvidenceRow
from models.rules.conclusion import EvidenceNeed
from ui import format as written
from ui.evidence.labels import (
    KIND_ICONS,
    day_minute,
    exhibit_name,
    format_name,
    is_broken,
    sentence_of,
    shown_name,
    tag_word,
)
from ui.i18n import translator
from ui.plain import one_line
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, ID_ROLE, Cell
from ui.widgets.table import Column
from ui.words import word

tr = translator("evidence")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 20
DROP_ROLE = int(Qt.ItemDataRole.UserRole) + 21
TAG_ROLE = int(Qt.ItemDataRole.UserRole) + 22
WINDOW = 200
_WAITING = 3
_NOWHERE = QModelIndex()


def evidence_columns(*, with_case: bool) -> tuple[Column, ...]:
    """The columns of the list mode."""
    whose = (
        (Column("case", tr("Case"), 100), Column("buyer", tr("Buyer"), 130))
        if with_case
        else (Column("number", tr("No."), 48, right=True),)
    )
    return (
        Column("caption", tr("Caption"), 190, stretch=True),
        *whose,
        Column("exhibit", tr("Exhibit"), 72, 80),
        Column("tag", tr("Tag"), 96, 96),
        Column("kind", tr("Kind"), 60, 64),
        Column("captured", tr("Captured"), 94, 108),
        Column("imported", tr("Imported"), 94, 108),
        Column("size", tr("Size"), 72, right=True),
        Column("integrity", tr("Integrity"), 120, 116, sortable=False),
    )


class EvidenceModel(QAbstractTableModel):
    """What both share, holding nothing yet: the first column is the tile of the gallery, all columns are the list."""

    def __init__(self, clock: Clock, zone: tzinfo, *, with_case: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = zone
        self.with_case = with_case
        self._needs: tuple[EvidenceNeed, ...] = ()
        self.columns = evidence_columns(with_case=with_case)

    def evidence_count(self) -> int:
        """How many pieces of evidence there are."""
        return 0

    def evidence_row(self, row: int) -> EvidenceRow | None:
        """The evidence at a row; None while it is being fetched, and for the drop place."""
        return None

    def row_of(self, evidence_id: int) -> int:
        """Where a piece of evidence stands; -1 if it is not shown."""
        return -1

    def known_row(self, row: int) -> EvidenceRow | None:
        """The evidence at a row if it is read already; asks for nothing."""
        return self.evidence_row(row)

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        """The ids at rows, whether they are read or not."""
        return [shown.evidence.id for row in rows if (shown := self.evidence_row(row)) is not None]

    def is_drop_place(self, row: int) -> bool:
        """Whether the row is the tile that takes files."""
        return False

    def set_needs(self, needs: tuple[EvidenceNeed, ...]) -> None:
        """The needs whose words tags are shown in."""
        if needs != self._needs:
            self._needs = needs
            if self.evidence_count():
                self.dataChanged.emit(self.index(0, 0), self.index(self.evidence_count() - 1, len(self.columns) - 1))

    def evidence_at(self, index: Index) -> Evidence | None:
        """The evidence at an index."""
        row = self.evidence_row(index.row()) if index.isValid() else None
        return row.evidence if row is not None else None

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == DROP_ROLE:
            return self.is_drop_place(index.row())
        if self.is_drop_place(index.row()):
            return tr("Drop files here, or choose them") if role == Qt.ItemDataRole.AccessibleTextRole else None
        shown = self.evidence_row(index.row())
        if shown is None:
            return Cell(kind="skeleton") if role == CELL_ROLE else None
        item = shown.evidence
        if role == ROW_ROLE:
            return shown
        if role == ID_ROLE:
            return item.id
        if role == CELL_ROLE:
            return self._cell(self.columns[index.column()].key, shown)
        if role == TAG_ROLE:
            return tag_word(item.tag, self._needs) if item.tag else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(self.columns[index.column()].key, shown).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (one_line(item.caption), one_line(item.original_name)) if text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            extra = (shown.case_number, one_line(shown.buyer_nick)) if self.with_case else ()
            tag = tag_word(item.tag, self._needs) if item.tag else ""
            return sentence_of(item, tag, self._clock.now(), self._zone, extra)
        return None

    def _cell(self, key: str, shown: EvidenceRow) -> Cell:
        item, now = shown.evidence, self._clock.now()
        if key == "caption":
            return Cell(
                shown_name(item), icon=KIND_ICONS[item.media], ink="text" if item.caption else "text2", weight=500
            )
        if key == "case":
            return Cell(shown.case_number)
        if key == "number":
            return Cell(str(item.number), kind="number", ink="text2")
        if key == "buyer":
            return Cell(one_line(shown.buyer_nick))
        if key == "exhibit":
            return Cell(exhibit_name(item))
        if key == "tag":
            return Cell(tag_word(item.tag, self._needs) if item.tag else "", kind="chip")
        if key == "kind":
            return Cell(format_name(item), ink="text2")
        if key == "captured":
            return Cell(day_minute(item.captured_at, now, self._zone), ink="text2")
        if key == "imported":
            return Cell(day_minute(item.imported_at, now, self._zone), ink="text2")
        if key == "size":
            return Cell(written.size(item.size), kind="number", ink="text2")
        broken = is_broken(item)
        ink = "overdue" if broken else "done"
        icon = "shield-x" if item.integrity is Integrity.CHANGED else "shield-alert" if broken else "shield-check"
        return Cell(word(item.integrity), icon=icon, ink=ink, role="small")


class CaseEvidenceModel(EvidenceModel):
    """The evidence of one case, and the drop place as its last tile."""

    def __init__(self, clock: Clock, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(clock, zone, with_case=False, parent=parent)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._places: dict[int, int] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def evidence_count(self) -> int:
        return len(self._rows)

    def evidence_row(self, row: int) -> EvidenceRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, evidence_id: int) -> int:
        return self._places.get(evidence_id, -1)

    def is_drop_place(self, row: int) -> bool:
        return row == len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_drop_place(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def show(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these; what stays in its place keeps its selection."""
        new, old = tuple(rows), self._rows
        old_ids, new_ids = [row.evidence.id for row in old], [row.evidence.id for row in new]
        if new_ids[: len(old_ids)] == old_ids:
            self._keep(new[: len(old)])
            if old:
                # Comparing 20,000 rows takes longer than painting the twenty in sight.
                self.dataChanged.emit(self.index(0, 0), self.index(len(old) - 1, len(self.columns) - 1))
            if len(new) > len(old):
                self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
                self._keep(new)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._keep(new)
        self.endResetModel()

    def _keep(self, rows: tuple[EvidenceRow, ...]) -> None:
        self._rows = rows
        self._places = {row.evidence.id: place for place, row in enumerate(rows)}


Fetched = Callable[[Mapping[int, EvidenceRow]], None]
Fetch = Callable[[Sequence[int], Fetched], None]


class AllEvidenceModel(EvidenceModel):
    """All evidence: ids in order, and the rows of windows of 200 as they are looked at.

    `fetch(ids, arrived)` loads rows elsewhere and calls `arrived` in the window's thread.
    """

    def __init__(self, clock: Clock, zone: tzinfo, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(clock, zone, with_case=True, parent=parent)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: dict[int, EvidenceRow] = {}
        self._asked: set[int] = set()
        self._waiting: list[int] = []
        self._fetching = 0
        self._turn = 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def evidence_count(self) -> int:
        return len(self._ids)

    def row_of(self, evidence_id: int) -> int:
        try:
            return self._ids.index(evidence_id)
        except ValueError:
            return -1

    def evidence_row(self, row: int) -> EvidenceRow | None:
        if not 0 <= row < len(self._ids):
            return None
        self._ask(row // WINDOW)
        return self._rows.get(self._ids[row])

    def known_row(self, row: int) -> EvidenceRow | None:
        return self._rows.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids)]

    def show_ids(self, ids: array[int]) -> None:
        """Show these ids in this order; what is known of them is read anew."""
        if ids == self._ids:
            self.forget_rows()
            return
        self.beginResetModel()
        self._ids = ids
        self._turn += 1
        self._rows.clear()
        self._forget_asked()
        self.endResetModel()

    def fullest_case(self) -> str:
        """The number of the case with the most evidence among the rows at hand; empty when there are none."""
        numbers = Counter(row.case_number for row in self._rows.values())
        return numbers.most_common(1)[0][0] if numbers else ""

    def forget_rows(self) -> None:
        """Something was written: fetch again what is looked at, showing the old until the new is there."""
        self._turn += 1
        self._forget_asked()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def _forget_asked(self) -> None:
        self._asked.clear()
        self._waiting.clear()
        # What is under way is of no use any more; what is wanted now need not wait for it.
        self._fetching = 0

    def _ask(self, window: int) -> None:
        if window in self._asked:
            return
        self._asked.add(window)
        if self._fetching:
            # What was scrolled past before its turn is asked for again when it comes back into view.
            self._waiting.append(window)
            while len(self._waiting) > _WAITING:
                self._asked.discard(self._waiting.pop(0))
            return
        self._fetch_window(window)

    def _fetch_window(self, window: int) -> None:
        self._fetching += 1
        turn, first = self._turn, window * WINDOW
        ids = self._ids[first : first + WINDOW].tolist()
        self._fetch(ids, lambda rows: self._arrived(turn, first, rows))

    def _next(self) -> None:
        """The window looked at last comes next."""
        self._fetching -= 1
        if self._waiting and not self._fetching:
            self._fetch_window(self._waiting.pop())

    def _arrived(self, turn: int, first: int, rows: Mapping[int, EvidenceRow]) -> None:
        if turn != self._turn:
            return
        self._next()
        if len(self._rows) > 20 * WINDOW:
            # Far from what is looked at by now: fetched again when it comes back into view.
            self._rows.clear()
            self._asked = {first // WINDOW, *self._waiting}
        self._rows.update(rows)
        last = min(first + WINDOW, len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
