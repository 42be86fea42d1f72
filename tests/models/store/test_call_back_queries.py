"""Every query of the call-back calendar is served by an index: no plan walks a whole table of calls or buyers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from models.kinds import Platform
from models.store import buyer_glance, call_back_rows, call_backs, call_counts, shops
from models.store.connection import CaseDatabase
from models.store.history import Stamp
from models.store.store import Store

DAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)
SINCE, UNTIL = datetime(2026, 10, 26, tzinfo=UTC), datetime(2026, 12, 7, tzinfo=UTC)


@pytest.fixture
def stocked(store: Store, stamp: Stamp) -> Store:
    """Enough rows that the planner has something to choose from."""
    with store.write(stamp) as transaction:
        shops.add_shop(
            transaction, name="青禾家居", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai"
        )
        transaction.insert_many(
            "buyer", [{"shop_id": 1, "nick": f"buyer {n}", "tier": "v2", "consent": "given"} for n in range(50)]
        )
        transaction.insert_many(
            "call_back",
            [
                {"buyer_id": n % 50 + 1, "due_on": date(2026, 1 + n // 50, 1 + n % 28),
                 "state": "due" if n < 50 else "done", "reason": "{}", "attempts": n % 3}
                for n in range(400)
            ],
        )  # fmt: skip
        transaction.insert_many(
            "call_record",
            [
                {
                    "buyer_id": n % 50 + 1,
                    "call_back_id": n + 1,
                    "made_at": SINCE,
                    "person": "小满",
                    "outcome": "no_answer",
                }
                for n in range(400)
            ],
        )
    store.database.execute_sql("ANALYZE")
    return store


@pytest.mark.parametrize(
    "ask",
    [
        lambda db: call_back_rows.list_between(db, FIRST, LAST),
        lambda db: call_back_rows.list_between(db, DAY, DAY),
        lambda db: call_back_rows.list_open_until(db, DAY),
        lambda db: call_back_rows.load_rows(db, [1, 2, 3]),
        lambda db: call_back_rows.list_first_of_days(db, FIRST, LAST, 3),
        lambda db: call_back_rows.list_attempts(db, FIRST, LAST, SINCE, UNTIL),
        lambda db: call_counts.count_states(db, FIRST, LAST),
        lambda db: call_counts.load_per_day(db, FIRST, LAST, 0),
        lambda db: call_counts.count_tiers(db),
        lambda db: call_backs.find_due(db, 1),
        lambda db: call_backs.find_last_reached(db, 1),
        lambda db: call_backs.list_calls(db, 1),
        lambda db: buyer_glance.list_last_orders(db, 1),
        lambda db: buyer_glance.list_last_cases(db, 1),
        lambda db: buyer_glance.list_buyers_named(db, "buyer 1"),
    ],
)
def test_every_query_goes_through_an_index(stocked: Store, ask: Callable[[CaseDatabase], object]) -> None:
    database, asked = stocked.database, []
    connection = database.connection()
    connection.set_trace_callback(asked.append)
    ask(database)
    connection.set_trace_callback(None)
    selects = [text for text in asked if text.lstrip().upper().startswith("SELECT")]
    assert selects
    for text in selects:
        plan = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {text}").fetchall()]
        # what a window function ranks was found through an index before
        walked = [step for step in plan if step.startswith("SCAN ") and not _inner(step)]
        assert walked == [], plan


def test_the_first_lines_of_a_day_and_its_number(stocked: Store) -> None:
    found = call_back_rows.list_first_of_days(stocked.database, date(2026, 1, 1), date(2026, 1, 1), 2)
    total, still, ids = found[date(2026, 1, 1)]
    assert (total, still, len(ids)) == (2, 2, 2)
    rows = call_back_rows.load_rows(stocked.database, ids)
    assert [row.call_back.due_on for row in rows] == [date(2026, 1, 1)] * 2


def test_a_beginning_finds_buyers_and_an_empty_one_none(stocked: Store) -> None:
    assert [buyer.nick for buyer in buyer_glance.list_buyers_named(stocked.database, "buyer 4", limit=3)] == [
        "buyer 4", "buyer 40", "buyer 41",
    ]  # fmt: skip
    assert buyer_glance.list_buyers_named(stocked.database, " ") == ()
    assert buyer_glance.list_buyers_named(stocked.database, "%") == ()


def _inner(step: str) -> bool:
    return "INDEX" in step or step.startswith(("SCAN (subquery", "SCAN ranked"))
