"""The shop's own numbers of packs, each with note and history, and the packs the shop brought in itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.tables.pack import OwnPackTable, PackNumberTable


@dataclass(frozen=True, slots=True)
class NumberChange:
    """The shop's value of a number from a moment on; `value` None goes back to the pack's own."""

    id: int
    pack: str
    name: str
    value: str | None
    note: str
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class OwnPack:
    """A pack file the shop brought in; `content` is its text, `sha256` that of the text in UTF-8."""

    id: int
    pack: str
    version: str
    sha256: str
    content: str
    imported_at: datetime
    imported_by: str


def latest_numbers(database: CaseDatabase) -> Mapping[tuple[str, str], NumberChange]:
    """The newest change of every number that was ever changed and not taken back, by pack and name."""
    query = PackNumberTable.select().where(PackNumberTable.deleted_at.is_null()).order_by(PackNumberTable.id)
    return {(row["pack"], row["name"]): _change(row) for row in query.dicts().execute(database)}


def numbers_in_force(database: CaseDatabase) -> Mapping[str, Mapping[str, str]]:
    """The shop's values by pack and number, without those that went back to the pack's own."""
    found: dict[str, dict[str, str]] = {}
    for (pack, name), change in latest_numbers(database).items():
        if change.value is not None:
            found.setdefault(pack, {})[name] = change.value
    return found


def number_history(database: CaseDatabase, pack: str, name: str = "") -> tuple[NumberChange, ...]:
    """The changes of one number, or of all numbers of a pack, newest first; those taken back are not among them."""
    mine = (PackNumberTable.pack == pack) & PackNumberTable.deleted_at.is_null()
    if name:
        mine &= PackNumberTable.name == name
    query = PackNumberTable.select().where(mine).order_by(PackNumberTable.id.desc())
    return tuple(_change(row) for row in query.dicts().execute(database))


def _change(row: Mapping[str, Any]) -> NumberChange:
    return NumberChange(**{name: value for name, value in row.items() if name != "deleted_at"})


def add_number(transaction: Transaction, *, pack: str, name: str, value: str | None, note: str) -> int:
    """Set a number from now on; returns the row's id."""
    return transaction.insert(
        "pack_number", pack=pack, name=name, value=value, note=note, changed_at=transaction.stamp.now,
        changed_by=transaction.stamp.person,
    )  # fmt: skip


def may_change(database: CaseDatabase, name: str) -> bool:
    """Whether a number of that name may be another than in the shipped packs: it was set once, or a pack brought in."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM pack_number WHERE name = ?)"
        " OR EXISTS (SELECT 1 FROM own_pack WHERE deleted_at IS NULL)"
    )
    return bool(database.execute_sql(sql, (name,)).fetchone()[0])


def own_packs(database: CaseDatabase) -> Mapping[str, OwnPack]:
    """The newest of each pack the shop brought in and did not remove, by the pack's id."""
    query = OwnPackTable.select().where(OwnPackTable.deleted_at.is_null()).order_by(OwnPackTable.id)
    found = {}
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        found[row["pack"]] = OwnPack(**row)
    return found


def add_own_pack(transaction: Transaction, *, pack: str, version: str, content: str) -> int:
    """Take in a pack file from now on; returns the row's id."""
    return transaction.insert(
        "own_pack", pack=pack, version=version, sha256=hashlib.sha256(content.encode("utf-8")).hexdigest(),
        content=content, imported_at=transaction.stamp.now, imported_by=transaction.stamp.person,
    )  # fmt: skip


def remove_own_pack(transaction: Transaction, pack: str) -> int:
    """Take back every file of a pack that the shop brought in; returns how many there were."""
    query = OwnPackTable.select(OwnPackTable.id).where((OwnPackTable.pack == pack) & OwnPackTable.deleted_at.is_null())
    ids = [row[0] for row in query.tuples().execute(transaction.database)]
    for row_id in ids:
        transaction.remove("own_pack", row_id)
    return len(ids)
