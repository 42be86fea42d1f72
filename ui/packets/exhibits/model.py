"""The exhibits of a packet as rows: those that go in by their order, a line to unfold, those that stay out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

from models.kinds import Derivation, Integrity
from models.packet_records import ExhibitPlan, PacketPlan
from models.records import Evidence
from models.rules.exhibit_versions import bares_what_is_redacted, root_of, version_shown
from ui.i18n import translator
from ui.packets.exhibits.marks import RowMark, marks_of
from ui.plain import one_line
from ui.words import word

tr = translator("packets")
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 11
MIME = "application/x-aftercase-exhibit"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One row: an exhibit with its number, the line that folds the rest, or evidence that stays out.

    `shown` is the file that shows it, `plan` how; `marks` say what is not as usual. `bare`: the file shown does not
    hide what a redacted copy hides.
    """

    kind: Literal["in", "fold", "out"]
    evidence: Evidence | None = None
    number: int = 0
    names: tuple[str, ...] = ()
    unfolded: bool = False
    shown: Evidence | None = None
    plan: ExhibitPlan | None = None
    marks: tuple[RowMark, ...] = ()
    bare: bool = False


def name_of(item: Evidence) -> str:
    """What it shows, or what kind of file it is."""
    return one_line(item.caption) or word(item.media)


def included(evidence: Sequence[Evidence]) -> list[Evidence]:
    """What goes in: the numbered exhibits; while nothing is numbered, all that is as imported but packets."""
    numbered = sorted((item for item in evidence if item.exhibit is not None), key=lambda item: item.exhibit or 0)
    if numbered:
        return numbered
    usable = [item for item in evidence if item.integrity is Integrity.VERIFIED]
    return [item for item in usable if item.derivation is not Derivation.PACKET]


class ExhibitModel(QAbstractListModel):
    """`order_wanted` carries the ids that shall go in, in order, those that were moved, and whether in (True) or out
    (False), None for elsewhere; `proves_wanted` an id and the new text."""

    order_wanted = Signal(list, list, object)
    proves_wanted = Signal(int, str)
    last_kept = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evidence: tuple[Evidence, ...] = ()
        self._plan = PacketPlan()
        self._slots: Mapping[str, str] = {}
        self._rows: list[ExhibitRow] = []
        self._unfolded = False

    # What is shown

    def set_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show the evidence of a case; rows that stay where they are keep their place in the view."""
        self._evidence = tuple(evidence)
        self._show()

    def set_plan(self, plan: PacketPlan, slots: Mapping[str, str]) -> None:
        """Show how each exhibit is shown; `slots` are the names of the receiver's types of evidence by id."""
        if (plan, slots) != (self._plan, self._slots):
            self._plan, self._slots = plan, dict(slots)
            self._show()

    def _show(self) -> None:
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
        known = {item.id: item for item in self._evidence}
        roots = {item.id: root_of(item, known).id for item in self._evidence}
        families: dict[int, list[Evidence]] = {}
        for item in self._evidence:
            families.setdefault(roots[item.id], []).append(item)
        rest = self.left_out()
        rows = [self._row("in", item, families[roots[item.id]], place) for place, item in enumerate(shown, 1)]
        if rest:
            rows.append(ExhibitRow("fold", names=tuple(name_of(item) for item in rest), unfolded=self._unfolded))
            if self._unfolded:
                rows += [self._row("out", item, families[roots[item.id]]) for item in rest]
        return rows

    def _row(self, kind: Literal["in", "out"], item: Evidence, family: list[Evidence], number: int = 0) -> ExhibitRow:
        plan = self._plan.exhibit(item.id)
        shown = version_shown(
            item, family, plan.version, redacted_first=self._plan.redacted_first, marks=self._plan.marks
        )
        bare = kind == "in" and bares_what_is_redacted(item, family, shown)
        return ExhibitRow(
            kind, item, number, shown=shown, plan=plan, bare=bare,
            marks=marks_of(plan, self._slots, bare=bare) if kind == "in" else (),
        )  # fmt: skip

    def family(self, evidence_id: int) -> list[Evidence]:
        """A piece of evidence with its original and all copies made of it."""
        known = {item.id: item for item in self._evidence}
        if evidence_id not in known:
            return []
        root = root_of(known[evidence_id], known).id
        return [item for item in self._evidence if root_of(item, known).id == root]

    @property
    def slots(self) -> Mapping[str, str]:
        """The names of the receiver's types of evidence by id; empty where it wants none."""
        return self._slots

    def included_ids(self) -> list[int]:
        """The ids of what goes in, in order."""
        return [row.evidence.id for row in self._rows if row.kind == "in" and row.evidence is not None]

    def left_out(self) -> list[Evidence]:
        """The evidence that stays out. Copies and the original of what is in stand for it already."""
        known = {item.id: item for item in self._evidence}
        there = {root_of(item, known).id for item in included(self._evidence)}
        rest = [item for item in self._evidence if item.derivation is not Derivation.PACKET]
        return [item for item in rest if root_of(item, known).id not in there]

    def unfold(self) -> None:
        """Show what stays out."""
        if not self._unfolded:
            self.fold()

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
        if row is not None and row.evidence is None:
            self.fold()
        elif row is not None and row.evidence is not None:
            self.toggle_many([row.evidence.id], inside=row.kind == "out")

    def toggle_many(self, evidence_ids: Sequence[int], *, inside: bool) -> None:
        """Take these in, at the end, or out; one stays in at least."""
        ids = self.included_ids()
        if inside:
            wanted = [*ids, *(one for one in evidence_ids if one not in ids)]
        else:
            wanted = [one for one in ids if one not in set(evidence_ids)]
        if not wanted:
            self.last_kept.emit()
        elif wanted != ids:
            toggled = [one for one in evidence_ids if (one in ids) is not inside]
            self._order(wanted, toggled, inside)

    def add(self, evidence_id: int) -> None:
        """Take a piece of evidence in, at the end."""
        self.toggle_many([evidence_id], inside=True)

    def move(self, evidence_ids: Sequence[int], gap: int) -> bool:
        """Put exhibits, in their order, before the one that now stands at `gap` (the count of all: at the end).

        False if nothing moves.
        """
        ids, chosen = self.included_ids(), set(evidence_ids)
        gap = min(max(gap, 0), len(ids))
        moved = [one for one in ids if one in chosen]
        wanted = [one for one in ids[:gap] if one not in chosen] + moved + [
            one for one in ids[gap:] if one not in chosen
        ]  # fmt: skip
        if not moved or wanted == ids:
            return False
        self._order(wanted, moved)
        return True

    def step(self, evidence_ids: Sequence[int], by: int) -> bool:
        """Put each of these exhibits one place up (-1) or down (1); those at the end stay. False if nothing moves."""
        ids, chosen = self.included_ids(), set(evidence_ids)
        wanted = ids[::-1] if by > 0 else list(ids)
        for place in range(1, len(wanted)):
            if wanted[place] in chosen and wanted[place - 1] not in chosen:
                wanted[place - 1], wanted[place] = wanted[place], wanted[place - 1]
        wanted = wanted[::-1] if by > 0 else wanted
        if wanted == ids:
            return False
        self._order(wanted, [one for one in wanted if one in chosen])
        return True

    def _order(self, ids: list[int], moved: list[int], inside: bool | None = None) -> None:
        """Show the new order at once; the store follows."""
        numbers = {evidence_id: number for number, evidence_id in enumerate(ids, 1)}
        self.set_evidence([replace(item, exhibit=numbers.get(item.id)) for item in self._evidence])
        self.order_wanted.emit(ids, moved, inside)

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
            return "\n".join(part for part in (name_of(item), item.proves, *(mark.said for mark in row.marks)) if part)
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
        """The ids of the exhibits being dragged, for this list only."""
        data = QMimeData()
        rows = [self.at(index) for index in sorted(indexes, key=lambda one: one.row())]
        ids = [str(row.evidence.id) for row in rows if row is not None and row.evidence is not None]
        data.setData(MIME, QByteArray(",".join(ids).encode("ascii")))
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
    if row.shown is not None and row.shown.derivation is not Derivation.ORIGINAL:
        parts.append(word(row.shown.derivation))
    parts += [mark.said for mark in row.marks]
    if item.integrity is not Integrity.VERIFIED:
        parts.append(word(item.integrity))
    return ", ".join(parts)
