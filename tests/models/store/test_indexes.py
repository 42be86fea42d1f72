"""Every list and clock query is served by an index, and the tables are what the schema says."""

from __future__ import annotations

import pytest

from models.case_query import CaseQuery, CaseSort, CaseView
from models.store.cases import CaseTable, _conditions
from models.store.history import Stamp
from models.store.store import Store
from models.store.transaction import TABLES


def plan(store: Store, sql: str, parameters: object) -> str:
    rows = store.database.execute_sql("EXPLAIN QUERY PLAN " + sql, parameters).fetchall()
    return " | ".join(row[3] for row in rows)


@pytest.mark.parametrize("sort", list(CaseSort))
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("view", [CaseView.OPEN, CaseView.DONE, CaseView.ARCHIVED])
def test_a_list_is_read_from_an_index_in_order(
    store: Store, stamp: Stamp, sort: CaseSort, descending: bool, view: CaseView
) -> None:
    query = CaseQuery(view=view, sort=sort, descending=descending)
    column = CaseTable._meta.fields[sort.value]
    order = (column.desc(), CaseTable.id.desc()) if descending else (column, CaseTable.id)
    selected = CaseTable.select(CaseTable.id).where(*_conditions(store.database, query, stamp.now, "Asia/Shanghai")).order_by(*order)
    found = plan(store, *store.database.get_sql_context().sql(selected).query())
    assert "COVERING INDEX" in found
    assert "TEMP B-TREE" not in found


@pytest.mark.parametrize("view", [view for view in CaseView if view is not CaseView.ALL])
def test_no_view_scans_all_cases(store: Store, stamp: Stamp, view: CaseView) -> None:
    selected = CaseTable.select(CaseTable.id).where(
        *_conditions(store.database, CaseQuery(view=view, mine=1), stamp.now, "Asia/Shanghai")
    )
    found = plan(store, *store.database.get_sql_context().sql(selected).query())
    assert "SEARCH" in found
    assert "SCAN" not in found


@pytest.mark.parametrize("noun", sorted(TABLES))
def test_a_table_has_the_columns_of_the_schema(store: Store, noun: str) -> None:
    rows = store.database.execute_sql(f'PRAGMA table_info("{noun}")').fetchall()
    assert {row[1] for row in rows} == set(TABLES[noun]._meta.columns)
