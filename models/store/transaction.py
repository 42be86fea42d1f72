"""One user action as one transaction: rows written, history appended, what changed remembered so it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError, Model

from models.clock import to_millis
from models.errors import NotFound, UserError
from models.kinds import ClockStatus, Integrity, TextDraftKind, WaitingOn
from models.store import search
from models.store.checklist_counts import StaleCounts
from models.store.connection import CaseDatabase
from models.store.history import ChainWriter, Stamp
from models.tables.base import RevocableTable
from models.tables.buyer import BuyerNoteTable, BuyerTable, FormerNickTable
from models.tables.by_noun import TABLES
from models.tables.case import (
    NO_CLOCK,
    CaseTable,
    CaseTagTable,
    DraftTable,
    NoteTable,
    ReplyTable,
    StepTable,
    TextDraftTable,
)
from models.tables.evidence import AnnotationTable, EvidenceTable
from models.tables.order import OrderTable, ParcelTable
from models.tables.shop import PersonTable

# Put together here where thousands of rows are written: peewee builds a statement node by node, which takes six times
# as long as running it. Names are those of the tables, never a user's words.
_INSERT = 'INSERT INTO "{}" ({}) VALUES {}'
_SELECT = 'SELECT {1} FROM "{0}" WHERE "{2}" = ?'
_UPDATE = 'UPDATE "{}" SET {} WHERE "{}" = ?'
_NEXT = 'SELECT COALESCE(MAX("id"), 0) + 1 FROM "{}"'
# The end of a buyer's own time is nothing the shop can be late with.
_TOUCHED = (
    'UPDATE "case" SET updated_at = ?, next_due_at = COALESCE((SELECT MIN(due_at) FROM clock WHERE case_id = "case".id'
    " AND who != ? AND status = ? AND deleted_at IS NULL), ?) WHERE id IN ({})"
)
_HANDLER = 'UPDATE "case" SET handler_name = (SELECT name FROM person WHERE id = ?) WHERE handler_id = ?'
# At most this many values in one statement, and this many cases brought up to date at once.
_PARAMETERS, _TOGETHER = 20_000, 500


# What one looks for: columns whose change makes the words of a case anew. A state, a due time or a check mark does not:
# of a thousand cases moved at once, none need be put into words.
_SEARCHED: Mapping[type[Model], frozenset[str]] = {
    CaseTable: frozenset({"number", "order_number", "buyer_nick", "summary", "buyer_id", "order_id"}),
    NoteTable: frozenset({"text", "case_id", "deleted_at"}),
    EvidenceTable: frozenset({"caption", "proves", "case_id", "deleted_at"}),
    ReplyTable: frozenset({"text", "case_id", "deleted_at"}),
    CaseTagTable: frozenset({"name", "case_id", "deleted_at"}),
    StepTable: frozenset({"title_zh", "title_en", "case_id", "deleted_at"}),
}
_NAMES_OF_BUYER = frozenset({"nick", "name", "pinyin", "phone"})


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, in the store's own values; `before` is None for a row that was added."""

    table: str
    row_id: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]


class Transaction:
    """Writes inside one open transaction. Made by `Store.write` only."""

    def __init__(self, database: CaseDatabase, stamp: Stamp) -> None:
        self.database = database
        self.stamp = stamp
        self.stale = StaleCounts(database)
        self.changes: list[RowChange] = []
        self._chain: ChainWriter | None = None
        self._touched: set[int] = set()
        self._reindex: set[int] = set()
        self._buyers: set[int] = set()
        self._named: set[int] = set()
        self._people: set[int] = set()
        self._owners: dict[tuple[str, int], int] = {}

    @property
    def now_millis(self) -> int:
        """The moment of this transaction in milliseconds."""
        return to_millis(self.stamp.now)

    def insert(self, noun: str, **values: Any) -> int:
        """Add a row to the table of that noun; returns its id."""
        table = TABLES[noun]
        row_id = int(self._insert(noun, (values,)).lastrowid)
        self.changes.append(RowChange(noun, row_id, None, _stored(table, values)))
        # A thousand photos without a word come in one after the other: none of them changes what is looked for.
        wordless = table is EvidenceTable and not (values.get("caption") or values.get("proves"))
        self._note_case(table, row_id, values.get("case_id"), {} if wordless else values)
        self._note_stale(self.changes[-1])
        return row_id

    def insert_many(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add many rows with the same columns; not remembered for Undo."""
        if rows:
            self._insert(noun, rows)

    def _insert(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> Any:
        """The cursor of the last statement."""
        table = TABLES[noun]
        name = table._meta.table_name
        defaults = table._meta.get_default_dict()
        fields = [table._meta.fields[column] for column in {**rows[0], **defaults}]
        columns = ", ".join(f'"{field.column_name}"' for field in fields)
        marks = "(" + ", ".join("?" * len(fields)) + ")"
        takers = [(field.name, field.db_value, defaults.get(field.name)) for field in fields]
        step = max(1, _PARAMETERS // len(fields))
        cursor: Any = None
        for start in range(0, len(rows), step):
            part = rows[start : start + step]
            values = [take(row.get(column, default)) for row in part for column, take, default in takers]
            cursor = self.database.execute_sql(_INSERT.format(name, columns, ", ".join([marks] * len(part))), values)
        return cursor

    def insert_all(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> range:
        """Add many rows with the same columns, remembered for Undo; returns their ids, in order."""
        table = TABLES[noun]
        first = int(self.database.execute_sql(_NEXT.format(noun)).fetchone()[0])
        self.insert_many(noun, rows)
        ids = range(first, first + len(rows))
        for row_id, values in zip(ids, rows, strict=True):
            self.changes.append(RowChange(noun, row_id, None, _stored(table, values)))
            self._note_case(table, row_id, values.get("case_id"), values)
            self._note_stale(self.changes[-1])
        return ids

    def update(self, noun: str, row_id: int, **values: Any) -> bool:
        """Change columns of one row; False if they already were so. NotFound if there is no such row."""
        table = TABLES[noun]
        before = self._current(table, row_id, tuple(values))
        after = _stored(table, values)
        if before == after:
            return False
        self._apply(table, row_id, after)
        self.changes.append(RowChange(noun, row_id, before, after))
        self._note_case(table, row_id, None, after)
        self._note_left(before)
        self._note_stale(self.changes[-1])
        return True

    def remove(self, noun: str, row_id: int) -> bool:
        """Take a row back: it stays, marked, and no list shows it. False if it already was."""
        return self.update(noun, row_id, deleted_at=self.now_millis)

    def save_draft(self, case_id: int, facts: Mapping[str, Any]) -> None:
        """Keep a half-done resolution; it is no action of its own, so neither history nor Undo knows it."""
        DraftTable.replace(case_id=case_id, facts=facts, saved_at=self.stamp.now).execute(self.database)
        self.stale.forget((case_id,))

    def drop_draft(self, case_id: int) -> None:
        """Forget a half-done resolution; undoing what made it needless brings it back."""
        kept = DraftTable.select().where(DraftTable.case_id == case_id).dicts().execute(self.database)
        for row in kept:
            before = _stored(DraftTable, {"facts": row["facts"], "saved_at": row["saved_at"]})
            self.changes.append(RowChange("draft", case_id, before, {}))
        DraftTable.delete().where(DraftTable.case_id == case_id).execute(self.database)
        self.stale.forget((case_id,))

    def take_over_draft(self, from_case: int, to_case: int) -> bool:
        """Give a half-done resolution to a case that has none; undoing gives it back. False if nothing was given."""
        kept = {row["case_id"]: row for row in DraftTable.select().where(DraftTable.case_id.in_((from_case, to_case)))
                .dicts().execute(self.database)}  # fmt: skip
        if from_case not in kept or to_case in kept:
            return False
        values = _stored(DraftTable, {"facts": kept[from_case]["facts"], "saved_at": kept[from_case]["saved_at"]})
        self.drop_draft(from_case)
        DraftTable.insert(case_id=to_case, **values).execute(self.database)
        self.stale.forget((to_case,))
        self.changes.append(RowChange("draft", to_case, {}, values))
        return True

    def take_over_texts(self, from_case: int, to_case: int) -> None:
        """Give what is being written to a case that is not being written about so; undoing gives it back."""
        there = TextDraftTable.select(TextDraftTable.kind).where(TextDraftTable.case_id == to_case)
        mine = TextDraftTable.select(TextDraftTable.id).where(
            (TextDraftTable.case_id == from_case) & TextDraftTable.kind.not_in(there)
        )
        for (row_id,) in list(mine.tuples().execute(self.database)):
            self.changes.append(RowChange("text_draft", row_id, {"case_id": from_case}, {"case_id": to_case}))
            TextDraftTable.update(case_id=to_case).where(TextDraftTable.id == row_id).execute(self.database)

    def save_text_draft(self, case_id: int, kind: TextDraftKind, text: str) -> None:
        """Keep what is being written; an empty text forgets it. Neither history nor Undo knows it."""
        if text:
            TextDraftTable.replace(case_id=case_id, kind=kind, text=text, saved_at=self.stamp.now).execute(
                self.database
            )
            return
        same = (TextDraftTable.case_id == case_id) & (TextDraftTable.kind == kind)
        TextDraftTable.delete().where(same).execute(self.database)

    def mark_verified(self, evidence_id: int, integrity: Integrity) -> None:
        """Note what a check of a file found; not an action one undoes."""
        found = EvidenceTable.update(integrity=integrity, verified_at=self.stamp.now)
        found.where(EvidenceTable.id == evidence_id).execute(self.database)
        of = EvidenceTable.select(EvidenceTable.case_id).where(EvidenceTable.id == evidence_id).tuples()
        self.stale.forget(row[0] for row in of.execute(self.database))

    def record(
        self,
        action: str,
        *,
        entity: str,
        entity_id: int,
        case_id: int | None = None,
        details: Mapping[str, object] | None = None,
    ) -> int:
        """Append to the history; returns the event's sequence number."""
        if self._chain is None:
            self._chain = ChainWriter(self.database, self.stamp)
        if case_id is not None:
            self._touched.add(case_id)
        return self._chain.append(action, entity, entity_id, case_id, details or {})

    def touch(self, case_id: int, *, words: bool = True) -> None:
        """Say that a case's clocks, time or (with `words`) searched texts changed."""
        self._touched.add(case_id)
        if words:
            self._reindex.add(case_id)

    def touch_buyers(self, buyer_ids: Iterable[int]) -> None:
        """Say that the searched texts of buyers changed."""
        self._buyers.update(buyer_ids)

    def check_revocable(self) -> None:
        """ValueError if a row was added that cannot be taken back: Undo would say it was and leave it there."""
        for change in self.changes:
            if change.before is None and not issubclass(TABLES[change.table], RevocableTable):
                raise ValueError(f"rows of {change.table} cannot be taken back")

    def reapply(self, changes: Sequence[RowChange], *, backwards: bool) -> None:
        """Undo (`backwards`) or redo changes; UserError `changed_since` if somebody changed the rows meanwhile."""
        try:
            self._reapply(changes, backwards=backwards)
        except IntegrityError as error:
            raise UserError("changed_since", reason=str(error)) from error

    def _reapply(self, changes: Sequence[RowChange], *, backwards: bool) -> None:
        for change in reversed(changes) if backwards else changes:
            table = TABLES[change.table]
            if table is DraftTable:
                self._reapply_draft(change, backwards=backwards)
                self.stale.forget((change.row_id,))
                continue
            if table is TextDraftTable:
                self._reapply_text(change, backwards=backwards)
                continue
            if change.before is None:
                changed: Mapping[str, Any] = {"deleted_at": self.now_millis if backwards else None}
                self._apply(table, change.row_id, changed)
            else:
                expected, wanted = (change.after, change.before) if backwards else (change.before, change.after)
                if self._current(table, change.row_id, tuple(expected)) != dict(expected):
                    raise UserError("changed_since", table=change.table, row=change.row_id)
                self._apply(table, change.row_id, wanted)
                self._note_left(expected)
                changed = wanted
            self._note_case(table, change.row_id, None, changed)
            was = None if change.before is None else expected
            self._note_stale(RowChange(change.table, change.row_id, was, changed))

    def _note_stale(self, change: RowChange) -> None:
        self.stale.note(change.table, change.row_id, change.before, change.after, self.case_of(change))

    def _note_left(self, before: Mapping[str, Any]) -> None:
        """A row that went over to another case changed the one it left as well."""
        if before.get("case_id") is not None:
            self.touch(int(before["case_id"]))

    def _reapply_text(self, change: RowChange, *, backwards: bool) -> None:
        """What was written on, sent off or begun anew since stays where it is."""
        source, target = (change.after, change.before or {}) if backwards else (change.before or {}, change.after)
        self.database.execute_sql(
            'UPDATE OR IGNORE "text_draft" SET "case_id" = ? WHERE "id" = ? AND "case_id" = ?',
            (target["case_id"], change.row_id, source["case_id"]),
        )

    def _reapply_draft(self, change: RowChange, *, backwards: bool) -> None:
        """A draft begun since is newer than the one taken back, and stays."""
        if not change.before:
            given = RowChange(change.table, change.row_id, change.after, {})
            self._reapply_draft(given, backwards=not backwards)
            return
        if backwards:
            DraftTable.insert(case_id=change.row_id, **change.before or {}).on_conflict_ignore().execute(self.database)
            return
        same = (DraftTable.case_id == change.row_id) & (DraftTable.saved_at == (change.before or {})["saved_at"])
        DraftTable.delete().where(same).execute(self.database)

    def finish(self) -> None:
        """Bring derived columns and the search index up to date; called once, before the commit."""
        touched = sorted(self._touched | self._reindex)
        for start in range(0, len(touched), _TOGETHER):
            part = touched[start : start + _TOGETHER]
            values = (self.now_millis, WaitingOn.BUYER.value, ClockStatus.RUNNING.value, NO_CLOCK, *part)
            self.database.execute_sql(_TOUCHED.format(", ".join("?" * len(part))), values)
        for person_id in sorted(self._people):
            # The list sorts by the handler's name, so each case has it beside the id.
            self.database.execute_sql(_HANDLER, (person_id, person_id))
        # A case is found by the name and the phone of its buyer, whom Undo changes too.
        search.index_cases(self.database, sorted(self._reindex | search.cases_of_buyers(self.database, self._named)))
        search.index_buyers(self.database, sorted(self._buyers))
        self.stale.finish()

    def case_of(self, change: RowChange) -> int | None:
        """The case that a changed row belongs to now; None for what belongs to none."""
        return change.row_id if change.table == "case" else self._owners.get((change.table, change.row_id))

    def case_ids(self) -> frozenset[int]:
        """The cases this transaction touched."""
        return frozenset(self._touched | self._reindex)

    def _current(self, table: type[Model], row_id: int, columns: tuple[str, ...]) -> dict[str, Any]:
        meta: Any = table._meta
        names = ", ".join(f'"{meta.fields[name].column_name}"' for name in columns)
        sql = _SELECT.format(meta.table_name, names, meta.primary_key.column_name)
        row = self.database.execute_sql(sql, (row_id,)).fetchone()
        if row is None:
            raise NotFound("row_not_found", table=meta.table_name, row=row_id)
        return dict(zip(columns, row, strict=True))

    def _apply(self, table: type[Model], row_id: int, values: Mapping[str, Any]) -> None:
        meta: Any = table._meta
        names = ", ".join(f'"{meta.fields[name].column_name}" = ?' for name in values)
        sql = _UPDATE.format(meta.table_name, names, meta.primary_key.column_name)
        self.database.execute_sql(sql, (*_stored(table, values).values(), row_id))

    def _note_case(self, table: type[Model], row_id: int, case_id: Any, changed: Mapping[str, Any]) -> None:
        words = not _SEARCHED.get(table, frozenset()).isdisjoint(changed)
        if table is CaseTable:
            self.touch(row_id, words=words)
        elif table is BuyerTable:
            self._buyers.add(row_id)
            if not _NAMES_OF_BUYER.isdisjoint(changed):
                self._named.add(row_id)
        elif table is PersonTable:
            self._people.add(row_id)
        elif table in (BuyerNoteTable, FormerNickTable):
            self._buyers.add(int(self._current(table, row_id, ("buyer_id",))["buyer_id"]))
        elif table in (OrderTable, ParcelTable):
            # What stands on an order is shown and looked for with each of its cases.
            order_id = row_id if table is OrderTable else self._current(table, row_id, ("order_id",))["order_id"]
            same = CaseTable.select(CaseTable.id).where(CaseTable.order_id == order_id).tuples()
            for (found,) in list(same.execute(self.database)):
                self.touch(found)
        elif table is AnnotationTable:
            of = self._current(table, row_id, ("evidence_id",))["evidence_id"]
            owner = self._current(EvidenceTable, int(of), ("case_id",))["case_id"]
            self._owners[table._meta.table_name, row_id] = int(owner)
            self.touch(int(owner), words=False)
        elif case_id is not None and table is not TextDraftTable:
            self._owners[table._meta.table_name, row_id] = int(case_id)
            self.touch(int(case_id), words=words)
        elif "case_id" in table._meta.fields and table not in (DraftTable, TextDraftTable):
            found = self._current(table, row_id, ("case_id",))["case_id"]
            if found is not None:
                self._owners[table._meta.table_name, row_id] = int(found)
                self.touch(int(found), words=words)


def _stored(table: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the store holds them, so that before and after can be compared."""
    return {name: _plain(table._meta.fields[name].db_value(value)) for name, value in values.items()}


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value
