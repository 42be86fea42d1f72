"""Shops, people and settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from peewee import fn

from models.errors import NotFound
from models.records import Person, Shop
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.whole_rows import WholeRows
from models.tables.case import CaseTable
from models.tables.fields import canonical_json
from models.tables.order import OrderTable
from models.tables.shop import PersonTable, SettingTable, ShopTable

_SHOPS = WholeRows(ShopTable, "true ORDER BY id")
_WORKING = WholeRows(PersonTable, "active ORDER BY id")
_SHOP_ROW = WholeRows(ShopTable, "id = ?")
_PERSON_ROW = WholeRows(PersonTable, "id = ?")


def list_shops(database: CaseDatabase) -> tuple[Shop, ...]:
    """All shops, in the order they were added."""
    return tuple(_shop(row) for row in _SHOPS.read(database))


def _shop(row: Mapping[str, Any]) -> Shop:
    return Shop(**{**row, "packs": {word: tuple(ids) for word, ids in row["packs"].items()}})


def find_shop(database: CaseDatabase, shop_id: int) -> Shop:
    """One shop; NotFound if there is none."""
    row = _SHOP_ROW.first(database, shop_id)
    if row is not None:
        return _shop(row)
    raise NotFound("shop_not_found", shop=shop_id)


def list_people(database: CaseDatabase) -> tuple[Person, ...]:
    """The people who work in the shop now, by the order they were added."""
    return tuple(Person(**row) for row in _WORKING.read(database))


def list_handlers(database: CaseDatabase) -> tuple[Person, ...]:
    """Those who work in the shop now, then those who left and still have a case that is not closed."""
    theirs = CaseTable.select(CaseTable.id).where(
        (CaseTable.handler_id == PersonTable.id) & CaseTable.shelf.in_((1, 3)) & CaseTable.deleted_at.is_null()
    )
    query = PersonTable.select().where(PersonTable.active | fn.EXISTS(theirs))
    return tuple(
        Person(**row) for row in query.order_by(PersonTable.active.desc(), PersonTable.id).dicts().execute(database)
    )


def list_everybody(database: CaseDatabase) -> tuple[Person, ...]:
    """The people who work in the shop now and those who did, by the order they were added."""
    return tuple(Person(**row) for row in PersonTable.select().order_by(PersonTable.id).dicts().execute(database))


def count_in(database: CaseDatabase, shop_id: int) -> tuple[int, int]:
    """How many orders and how many cases a shop has."""
    found = []
    for table in (OrderTable, CaseTable):
        query = table.select(fn.COUNT(table.id)).where(table.shop_id == shop_id).tuples()
        found.append(int(next(iter(query.execute(database)))[0]))
    return found[0], found[1]


def find_person(database: CaseDatabase, person_id: int) -> Person | None:
    """One person, active or not."""
    row = _PERSON_ROW.first(database, person_id)
    return Person(**row) if row is not None else None


def add_shop(transaction: Transaction, **values: Any) -> int:
    """Add a shop; returns its id."""
    return transaction.insert("shop", **values)


def add_person(transaction: Transaction, **values: Any) -> int:
    """Add a person; returns their id."""
    return transaction.insert("person", **values)


def read_settings(database: CaseDatabase) -> Mapping[str, Any]:
    """Every setting of this data folder; one that cannot be read counts as never set."""
    found: dict[str, Any] = {}
    for row in SettingTable.select().execute(database):
        with suppress(ValueError):
            found[row.key] = json.loads(row.value)
    return found


def write_setting(transaction: Transaction, key: str, value: object) -> None:
    """Set one setting; any JSON value."""
    SettingTable.replace(key=key, value=canonical_json(value)).execute(transaction.database)


def read_setting(database: CaseDatabase, key: str) -> Any:
    """One setting as JSON gives it back; None if it was never set. ValueError when it cannot be read."""
    query = SettingTable.select(SettingTable.value).where(SettingTable.key == key)
    row = next(iter(query.tuples().execute(database)), None)
    return None if row is None else json.loads(row[0])


def change_setting(transaction: Transaction, key: str, value: object) -> None:
    """Set one setting as part of an action that can be undone; any JSON value."""
    SettingTable.insert(key=key, value="null").on_conflict_ignore().execute(transaction.database)
    # A setting's row is known by its key; the transaction passes it on as it is.
    transaction.update("setting", cast("int", key), value=canonical_json(value))
