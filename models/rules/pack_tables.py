"""The check of decision tables whose rows must exclude each other: every possible answer meets exactly one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import product
from math import prod
from typing import Final

from models.rules.expressions import ExpressionError, PackError
from models.rules.pack_parts import Table
from models.rules.pack_problems import PackProblem
from models.rules.packs import Pack
from models.rules.values import UNKNOWN

_COMBINATIONS: Final = 4096


def table_problems(pack: Pack) -> Iterable[PackProblem]:
    """Codes `table_gap` and `table_overlap`, for tables with hit `unique` over answers of closed lists."""
    for table in pack.tables.values():
        if table.hit == "unique":
            yield from _unique(pack, table)


def _unique(pack: Pack, table: Table) -> Iterable[PackProblem]:
    where = f"tables.{table.id}"
    try:
        rows = [pack.expression(row.when, where) for row in table.rows]
    except ExpressionError:
        return
    values: dict[str, tuple[object, ...]] = {}
    for name in dict.fromkeys(name for row in rows for name in row.symbols):
        spec = pack.facts.get(name)
        if spec is None or spec.type not in ("bool", "enum"):
            return  # numbers and times have no list of values to go through
        values[name] = (True, False) if spec.type == "bool" else tuple(spec.words)
    if prod(len(each) for each in values.values()) > _COMBINATIONS:
        yield PackProblem("pack_too_large", where)
        return
    for answers in product(*values.values()):
        known: Mapping[str, object] = dict(zip(values, answers, strict=True))
        try:
            hits = sum(row.evaluate(partial(_value, known)) is True for row in rows)
        except PackError:
            hits = 0
        if hits != 1:
            shown = ", ".join(f"{name}={value}" for name, value in known.items())
            yield PackProblem("table_gap" if hits == 0 else "table_overlap", where, shown)
            return


def _value(known: Mapping[str, object], name: str) -> object:
    return known.get(name, UNKNOWN)
