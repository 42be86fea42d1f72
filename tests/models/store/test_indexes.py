"""Every list and clock query is served by an index, and the tables are what the schema says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest

from models.buyer_records import BuyerQuery, BuyerSort
from models.call_back_records import EVERY_CALL_BACK, CallFilters
from models.call_kinds import CallBackKind
from models.case_query import NOBODY, CaseFilters, CaseQuery, CaseSort, CaseView, ClockFilter, DateFilter
from models.kinds import CaseState, Liability, Platform, Problem, SnoozeEvent, Tier, WaitingOn
from models.store import (
    board,
    buyer_glance,
    buyer_list,
    call_back_rows,
    call_backs,
    call_counts,
    call_history,
    call_topics,
    case_lives,
    case_page,
    case_snoozes,
    case_tags,
    case_targets,
    cases,
    clocks,
    search,
)
from models.store.history import Stamp
from models.store.store import Store
from models.tables.by_noun import TABLES
from tests.models.store.register_reads import REGISTER_READS

# A handful of rows each; walking them is as good as an index.
SMALL = {"shop", "person", "saved_view", "setting", "month_closing", "batch_notice"}
# Hold what is looked for and nothing else, so reading them from end to end is no walk.
ONLY_THAT = ("USING INDEX evidence_changed", "USING INDEX register_back_odd")
# The newest of a table, from its end and no further than shown.
NEWEST = "ORDER BY id DESC LIMIT ?"
_ALIAS = re.compile(r'(?:FROM|JOIN) "?(\w+)"?(?: AS)? "?(\w+)"?')
FILTERS = {
    "state": CaseFilters(states=(CaseState.ARCHIVED, CaseState.OPEN)),
    "problem": CaseFilters(problems=(Problem.DAMAGED,)),
    "liability": CaseFilters(liabilities=(Liability.MERCHANT, Liability.BUYER, Liability.CARRIER)),
    "waiting": CaseFilters(waiting_on=(WaitingOn.BUYER,)),
    "platform": CaseFilters(platforms=(Platform.TAOBAO, Platform.TMALL)),
    "shop": CaseFilters(shops=(1, 2)),
    "handler": CaseFilters(handlers=(1, 2)),
    "nobody": CaseFilters(handlers=(NOBODY, 1)),
    "tier": CaseFilters(tiers=(Tier.V1,)),
    "no tier": CaseFilters(tiers=(Tier.NONE, Tier.V1)),
    "tag": CaseFilters(tags=("催得急", "老客")),
    "clock": CaseFilters(clock=(ClockFilter.OVERDUE, ClockFilter.LATER)),
    "opened": CaseFilters(first_day=date(2026, 1, 1), last_day=date(2026, 2, 1)),
    "updated": CaseFilters(dated=DateFilter.UPDATED, first_day=date(2026, 1, 1)),
    "closed": CaseFilters(dated=DateFilter.CLOSED, last_day=date(2026, 1, 1)),
    "amount": CaseFilters(at_least=100, at_most=90_000),
}


@contextmanager
def plans(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """The statements run meanwhile, each with the lines of its plan."""
    database: Any = store.database
    run = database.execute_sql
    found: list[tuple[str, str]] = []

    def watched(sql: str, params: Any = None) -> Any:
        if sql.lstrip().startswith("SELECT"):
            rows = run("EXPLAIN QUERY PLAN " + sql, params).fetchall()
            found.extend((sql, row[3]) for row in rows)
        return run(sql, params)

    with monkeypatch.context() as patch:
        patch.setattr(database, "execute_sql", watched)
        yield found


def walked(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What reads a whole table row by row, where there may be a hundred thousand."""
    bad = []
    for sql, line in found:
        # What is not deleted is nearly all there is.
        match = re.match(r"SCAN (\w+)(?! CONSTANT)(.*)", line) or re.match(r"SEARCH (\w+)(.*)\(deleted_at=\?\)$", line)
        if (
            match is None
            or "(0 = 1)" in sql
            or any(index in line for index in ONLY_THAT)
            or (sql.endswith(NEWEST) and "JOIN" not in sql and line == f"SCAN {match[1]}")
            or "COVERING INDEX" in line
            or "VIRTUAL TABLE" in line
            or line == "SCAN CONSTANT ROW"
        ):
            continue
        named = {alias: table for table, alias in _ALIAS.findall(sql)}
        table = named.get(match[1], match[1])
        if table not in SMALL and f"AS {match[1]}" not in sql and table in TABLES:
            bad.append((line, sql))
    return bad


@pytest.mark.parametrize("view", [CaseView.OPEN, CaseView.DONE, CaseView.ARCHIVED, CaseView.SNOOZED, CaseView.ALL])
def test_a_list_is_read_from_an_index_in_order(
    store: Store, stamp: Stamp, view: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sort in CaseSort:
        for descending in (False, True):
            for shop_id in (None, 1):
                query = CaseQuery(view=view, sort=sort, descending=descending, shop_id=shop_id)
                with plans(store, monkeypatch) as found:
                    cases._read_order(store.database, query, stamp.now)
                lines = [line for _, line in found]
                assert sum("COVERING INDEX case_shelf" in line for line in lines) == (4 if view is CaseView.ALL else 1)
                assert not any("TEMP B-TREE" in line or line.startswith("SCAN t") for line in lines), (query, lines)


@pytest.mark.parametrize("view", list(CaseView))
def test_no_list_walks_a_table(
    store: Store, stamp: Stamp, view: CaseView, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plans(store, monkeypatch) as found:
        for sort in CaseSort:
            for text in ("", "破损", "小满 1", "2"):
                for shop_id in (None, 1):
                    query = CaseQuery(view=view, sort=sort, text=text, mine=1, shop_id=shop_id)
                    cases.list_case_ids(store.database, query, stamp.now)
    assert walked(found) == []


@pytest.mark.parametrize("few", [-1, 2_000])
def test_every_filter_is_read_from_its_index(
    store: Store, stamp: Stamp, case_id: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "_FEW", few)
    for name, filters in FILTERS.items():
        for view in CaseView:
            for shop_id in (None, 1):
                query = CaseQuery(view=view, filters=filters, mine=1, shop_id=shop_id)
                with plans(store, monkeypatch) as found:
                    cases.list_case_ids(store.database, query, stamp.now)
                    cases.count_view(store.database, query, stamp.now, currency="CNY")
                assert walked(found) == [], (name, view)
                # All cases, the archive of many years among them: from the index alone, no row is read.
                read = [line for sql, line in found if re.match(r"(SEARCH|SCAN) t1", line) and "json_each" not in sql]
                if view in (CaseView.ALL, CaseView.ARCHIVED):
                    assert all("COVERING INDEX" in line or "PRIMARY KEY" in line for line in read), (name, view, read)


def test_few_found_cases_are_read_by_their_ids(
    store: Store, stamp: Stamp, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for view in CaseView:
        with plans(store, monkeypatch) as found:
            cases._sorted_ids(store.database, CaseQuery(view=view, mine=1), [case_id], stamp.now, "UTC")
        assert any("INTEGER PRIMARY KEY" in line for _, line in found), (view, found)


BUYERS = tuple(BuyerSort)
DAY = date(2026, 11, 20)
NARROW = CallFilters((Tier.V3,), (0, 1), (1,), (CallBackKind.RHYTHM,))
CALLS = (EVERY_CALL_BACK, NARROW)
READS: dict[str, Callable[[Store, Stamp, int], object]] = {
    "counts of views": lambda s, at, case: cases.count_views(s.database, list(CaseView), at.now, mine=1, currency="CNY"),
    "counts of a shop": lambda s, at, case: cases.count_views(s.database, list(CaseView), at.now, shop_id=1),
    "rows": lambda s, at, case: cases.load_rows(s.database, [case]),
    "sum": lambda s, at, case: cases.sum_at_stake(s.database, [case, case + 1]),
    "number": lambda s, at, case: cases.find_case_id(s.database, "A2611-0001"),
    "next number": lambda s, at, case: cases.next_number(s.database, 2026, 11),
    "page": lambda s, at, case: case_page.load_page(s.database, case),
    "tags": lambda s, at, case: case_tags.count_tags(s.database),
    "words": lambda s, at, case: search.index_cases(s.database, [case]),
    "lives": lambda s, at, case: case_lives.load_lives(s.database, [case]),
    "done long ago": lambda s, at, case: case_lives.list_done_before(s.database, 1),
    "due snoozes": lambda s, at, case: case_snoozes.list_due(s.database, at.now),
    "near snoozes": lambda s, at, case: case_snoozes.list_near(s.database, at.now),
    "sleeping": lambda s, at, case: case_snoozes.list_sleeping(s.database, [case], SnoozeEvent.EVIDENCE_ADDED),
    "sleeping of orders": lambda s, at, case: case_snoozes.sleeping_of_orders(s.database, [1, 2]),
    "warned clocks": lambda s, at, case: clocks.list_warned(s.database, at.now),
    "next clocks": lambda s, at, case: board.load_next_clocks(s.database, [case]),
    "due steps": lambda s, at, case: board.count_due_steps(s.database, at.now, shop_id=1),
    "next clock": lambda s, at, case: board.next_due_after(s.database, at.now),
    "changed evidence": lambda s, at, case: board.list_changed_evidence(s.database, limit=9),
    "last check": lambda s, at, case: board.last_verified(s.database),
    "targets": lambda s, at, case: [
        case_targets.find_targets(s.database, text) for text in ("2611120003870056789", "4321", "13800004321", "花果山")
    ],
    "buyers named": lambda s, at, case: buyer_glance.list_buyers_named(s.database, "花果"),
    "buyers": lambda s, at, case: [buyer_list.list_buyer_ids(s.database, BuyerQuery(sort=sort)) for sort in BUYERS],
    "call-backs between": lambda s, at, case: [call_back_rows.list_between(s.database, DAY, DAY, f) for f in CALLS],
    "call-backs due": lambda s, at, case: [call_back_rows.list_open_until(s.database, DAY, f) for f in CALLS],
    "call-backs of a month": lambda s, at, case: [
        call_back_rows.list_first_of_days(s.database, DAY, DAY, 3, f) for f in CALLS
    ],
    "calls without an answer": lambda s, at, case: [
        call_back_rows.list_attempts(s.database, DAY, DAY, at.now, at.now, f) for f in CALLS
    ],
    "states of a month": lambda s, at, case: [call_counts.count_states(s.database, DAY, DAY, f) for f in CALLS],
    "load of days": lambda s, at, case: [call_counts.load_per_day(s.database, DAY, DAY, 0, f) for f in CALLS],
    "calls of a month": lambda s, at, case: [call_counts.count_calls(s.database, at.now, at.now, f) for f in CALLS],
    "VIP buyers": lambda s, at, case: [call_counts.count_tiers(s.database, f) for f in CALLS],
    "calls made": lambda s, at, case: [list(call_history.list_made(s.database, at.now, at.now, f)) for f in CALLS],
    "last calls": lambda s, at, case: call_history.last_calls(s.database, [1, 2]),
    "topics of calls": lambda s, at, case: [
        call_topics.load_topics(s.database, [1, 2]), call_topics.load_case_names(s.database, [1])
    ],
    "calls of a buyer": lambda s, at, case: [
        call_backs.list_calls(s.database, 1), call_backs.count_calls_of(s.database, 1),
        call_backs.list_open_of_buyer(s.database, 1), call_backs.find_last_reached(s.database, 1),
    ],
    "buyers found": lambda s, at, case: buyer_list.list_buyer_ids(s.database, BuyerQuery(text="花果山")),
    **REGISTER_READS,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(READS))
def test_no_other_read_walks_a_table(
    store: Store, stamp: Stamp, case_id: int, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plans(store, monkeypatch) as found:
        READS[name](store, Stamp(stamp.now + timedelta(1), stamp.person, stamp.time_zone, stamp.device), case_id)
    assert found
    assert walked(found) == []


@pytest.mark.parametrize("noun", sorted(TABLES))
def test_a_table_has_the_columns_of_the_schema(store: Store, noun: str) -> None:
    database: Any = store.database
    rows = database.execute_sql(f'PRAGMA table_info("{noun}")').fetchall()
    assert {row[1] for row in rows} == set(TABLES[noun]._meta.columns)
