"""Whole rows of one table, by a statement that is put together once.

The query builder takes longer to write a statement than the engine to answer it; a case page asks some twenty.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import AutoField, BigIntegerField, IntegerField, Model, TextField

from models.store.connection import CaseDatabase

# A STRICT table gives these back as they are.
_PLAIN = (AutoField, BigIntegerField, IntegerField, TextField)


class WholeRows:
    """`WholeRows(StepTable, "case_id = ? AND deleted_at IS NULL ORDER BY position")`; safe in threads."""

    def __init__(
        self, table: type[Model], condition: str, *, without: tuple[str, ...] = (), only: tuple[str, ...] = ()
    ) -> None:
        """`condition` is SQL of the program, with a mark for each value; `without` and `only` name columns."""
        fields = [
            each for each in table._meta.sorted_fields if (each.name in only if only else each.name not in without)
        ]
        self._names = tuple(each.name for each in fields)
        self._readers: tuple[tuple[str, Callable[[Any], Any]], ...] = tuple(
            (each.name, each.python_value) for each in fields if type(each) not in _PLAIN
        )
        columns = ", ".join(f'"{each.column_name}"' for each in fields)
        self._sql = f'SELECT {columns} FROM "{table._meta.table_name}" WHERE {condition}'  # noqa: S608

    def read(self, database: CaseDatabase, *values: object) -> list[dict[str, Any]]:
        """The rows, each value by its column's name, as the columns' types say."""
        found = []
        for line in database.execute_sql(self._sql, values):
            row = dict(zip(self._names, line, strict=True))
            for name, reader in self._readers:
                row[name] = reader(row[name])
            found.append(row)
        return found

    def first(self, database: CaseDatabase, *values: object) -> dict[str, Any] | None:
        """The first row, or None."""
        return next(iter(self.read(database, *values)), None)
