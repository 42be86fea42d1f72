"""The exhibits of a packet as rows: those that go in by their order, a line to unfold, those that stay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from models.kinds import Integrity
from models.records import Evidence
from ui.i18n import translator
from ui.plain import one_line
from ui.words import word

tr = translator("packets")
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 11
MIME = "application/x-aftercase-exhibit"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One row: an exhibit with its number, the line that folds the rest, or evidence that stays out."""

    kind: Literal["in", "fold", "out"]
    evidence: Evidence | None = None
    number: int = 0
    names: tuple[str, ...] = ()
    unfolded: bool = False


def name_of(item: Evidence) -> str:
    """What it shows, or what kind of file it is."""
    return one_line(item.caption) or word(item.media)


def included(evidence: Sequence[Evidence]) -> list[Evidence]:
    """What goes in: the numbered exhibits; everything that is as imported while nothing is numbered."""
    numbered = sorted((item for item in evidence if item.exhibit is not None), key=lambda item: item.exhibit or 0)
    return numbered or [item for item in evidence if item.integrity is Integrity.VERIFIED]


class ExhibitModel(QAbstractListModel):
    """`order_wanted` carries the ids that shall go in, in order; `proves_wanted` an id and the new text."""

    order_wanted = Signal(list)
    proves_wanted = Signal(int, str)
    last_kept = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evidence: tuple[Evidence, ...] = ()
        self._rows: list[ExhibitRow] = []
        self._unfolded = False

    # What is shown

    def set_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show the evidence of a case; rows that stay where they are keep their place in the view."""
        self._evidence = tuple(evidence)
        rows = self._made()
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _made(self) -> list[ExhibitRow]:
        shown = included(self._evidence)
        inside = {item.id for item in shown}
        rest = [item for item in self._evidence if item.id not in inside]
        rows = [ExhibitRow("in", item, place) for place, item in enumerate(shown, 1)]
        if rest:
            rows.append(ExhibitRow("fold", names=tuple(name_of(item) for item in rest), unfolded=self._unfolded))
            if self._unfolded:
                rows += [ExhibitRow("out", item) for item in rest]
        return rows

    def included_ids(self) -> list[int]:
        """The ids of what goes in, in order."""
        return [row.evidence.id for row in self._rows if row.kind == "in" and row.evidence is not None]

    def left_out(self) -> list[Evidence]:
        """The evidence that stays out."""
        inside = set(self.included_ids())
        return [item for item in self._evidence if item.id not in inside]

    def exhibits(self) -> list[Evidence]:
        """What goes in, in order."""
        return [row.evidence for row in self._rows if row.kind == "in" and row.evidence is not None]

    def row_of(self, evidence_id: int) -> int:
        """The row of a piece of evidence; -1 when it is not shown."""
        for place, row in enumerate(self._rows):
            if row.evidence is not None and row.evidence.id == evidence_id:
                return place
        return -1

    def at(self, index: Index) -> ExhibitRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    # What is done

    def fold(self) -> None:
        """Show or hide what stays out."""
        self._unfolded = not self._unfolded
        self.set_evidence(self._evidence)

    def toggle(self, index: Index) -> None:
        """Take a row in, at the end, or out; the last one in stays."""
        row = self.at(index)
        if row is None or row.evidence is None:
            if row is not None:
                self.fold()
            return
        ids = self.included_ids()
        if row.kind == "out":
            self._order([*ids, row.evidence.id])
        elif len(ids) > 1:
            self._order([one for one in ids if one != row.evidence.id])
        else:
            self.last_kept.emit()

    def add(self, evidence_id: int) -> None:
        """Take a piece of evidence in, at the end."""
        ids = self.included_ids()
        if evidence_id not in ids:
            self._order([*ids, evidence_id])

    def move(self, evidence_id: int, gap: int) -> bool:
        """Put an exhibit before the one that now stands at `gap` (their count: at the end). False if nothing moves."""
        ids = self.included_ids()
        if evidence_id not in ids:
            return False
        place = ids.index(evidence_id)
        gap = min(max(gap, 0), len(ids))
        if gap in (place, place + 1):
            return False
        rest = [one for one in ids if one != evidence_id]
        rest.insert(gap - 1 if gap > place else gap, evidence_id)
        self._order(rest)
        return True

    def _order(self, ids: list[int]) -> None:
        """Show the new order at once; the store follows."""
        numbers = {evidence_id: number for number, evidence_id in enumerate(ids, 1)}
        self.set_evidence([replace(item, exhibit=numbers.get(item.id)) for item in self._evidence])
        self.order_wanted.emit(ids)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        item = row.evidence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if item is None:
            return _folded(row) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(item)
        if role == Qt.ItemDataRole.EditRole:
            return item.proves
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (name_of(item), item.proves) if part)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.at(index)
        if role != Qt.ItemDataRole.EditRole or row is None or row.evidence is None:
            return False
        text, item = str(value).strip(), row.evidence
        if text == item.proves:
            return False
        self.set_evidence([replace(one, proves=text) if one.id == item.id else one for one in self._evidence])
        self.proves_wanted.emit(item.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.at(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.evidence is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        if row.kind == "in":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the exhibit being dragged, for this list only."""
        data = QMimeData()
        row = self.at(indexes[0]) if indexes else None
        if row is not None and row.evidence is not None:
            data.setData(MIME, QByteArray(str(row.evidence.id).encode("ascii")))
        return data


def _key(row: ExhibitRow) -> tuple[str, int]:
    return row.kind, row.evidence.id if row.evidence is not None else 0


def _folded(row: ExhibitRow) -> str:
    return tr("Not included: %1", tr("%n item(s)", n=len(row.names)))


def _spoken(row: ExhibitRow) -> str:
    """The row as a sentence for a screen reader."""
    item = row.evidence
    if item is None:
        return _folded(row)
    parts = [tr("Exhibit %1", row.number) if row.kind == "in" else tr("Not in the packet"), name_of(item)]
    parts.append(tr("proves: %1", one_line(item.proves)) if item.proves else tr("what it proves is not written yet"))
    if item.integrity is not Integrity.VERIFIED:
        parts.append(word(item.integrity))
    return ", ".join(parts)
