"""Clocks asked for by themselves: what warns, and what began at another time than its order tells now."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from models.errors import NotFound
from models.kinds import CaseState, ClockKind, ClockStatus, Demand, Platform, Problem, WaitingOn
from models.store import board, role_steps, shops
from models.store.clocks import cases_with_moved_events, find_clock, list_warned, load_clocks
from models.store.history import Stamp
from models.store.order_import import ImportedOrder, import_orders
from models.store.store import Store
from models.store.transaction import Transaction

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def two_shops(store: Store, stamp: Stamp) -> None:
    """Two shops on Taobao."""
    with store.write(stamp) as work:
        for name in ("青禾家居", "青禾二店"):
            shops.add_shop(work, name=name, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai")


def open_case(work: Transaction, number: str, now: Any, **values: Any) -> int:
    told = {"shop_id": 1, "state": CaseState.OPEN, "problem": Problem.LATE, "demand": Demand.UNKNOWN,
            "currency": "CNY", "opened_at": now, "updated_at": now}  # fmt: skip
    return work.insert("case", number=number, **(told | values))


def add_clock(work: Transaction, case_id: int, now: Any, **values: Any) -> int:
    told = {"rule": "r", "label_zh": "时限", "who": WaitingOn.US, "due_at": now + 48 * HOUR, "started_at": now}
    return work.insert("clock", case_id=case_id, **(told | values))


def test_a_case_is_warned_of_once_by_the_clock_that_ends_first(store: Store, stamp: Stamp) -> None:
    now = stamp.now
    warn = {"warn_at": now - HOUR}
    with store.write(stamp) as work:
        two = open_case(work, "A2611-0001", now)
        add_clock(work, two, now, due_at=now + 60 * HOUR, **warn)
        first = add_clock(work, two, now, due_at=now + 30 * HOUR, **warn)
        sooner = open_case(work, "A2611-0002", now)
        add_clock(work, sooner, now, due_at=now + 29 * HOUR, **warn)
        for number, told in enumerate((
            {"warn_at": now + HOUR}, {**warn, "who": WaitingOn.BUYER}, {**warn, "status": ClockStatus.PAUSED},
            {**warn, "due_at": now + 23 * HOUR}, {},
        ), 3):  # fmt: skip
            add_clock(work, open_case(work, f"A2611-000{number}", now), now, **told)
        done = open_case(work, "A2611-0009", now, shelf=2)
        add_clock(work, done, now, **warn)
        elsewhere = open_case(work, "A2611-0010", now, shop_id=2)
        add_clock(work, elsewhere, now, **warn)
    found = list_warned(store.database, now)
    assert list(found) == [sooner, two, elsewhere]
    assert load_clocks(store.database, [found[two]])[two].id == found[two] == first
    assert list(list_warned(store.database, now, shop_id=2)) == [elsewhere]
    assert list_warned(store.database, now - 2 * HOUR) == {}


def test_a_case_that_is_due_anyway_is_not_warned_of(store: Store, stamp: Stamp) -> None:
    now = stamp.now
    with store.write(stamp) as work:
        case_id = open_case(work, "A2611-0001", now)
        add_clock(work, case_id, now, warn_at=now - HOUR)
        add_clock(work, case_id, now, due_at=now + HOUR)
    assert list_warned(store.database, now) == {}


def test_only_clocks_that_began_at_another_time_are_found(store: Store, stamp: Stamp) -> None:
    now = stamp.now
    with store.write(stamp) as work:
        order = ImportedOrder(
            number="1", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", signed_at=now
        )
        import_orders(work, 1, [order])
        wanted = []
        for place, told in enumerate((
            {"event": "signed_at", "started_at": now},
            {"event": "signed_at", "started_at": now - HOUR},
            {"event": "delivered_at", "started_at": now - HOUR},
            {"event": "paid_at", "started_at": now - HOUR},
            {"event": "applied_at", "started_at": now - HOUR},
            {"event": "signed_at", "started_at": now - HOUR, "kind": ClockKind.ENTERED},
            {"event": "signed_at", "started_at": now - HOUR, "status": ClockStatus.MET},
            {"event": "signed_at", "started_at": now - HOUR, "status": ClockStatus.PAUSED},
        )):  # fmt: skip
            case_id = open_case(work, f"A2611-000{place}", now, order_id=1)
            add_clock(work, case_id, now, **told)
            wanted += [case_id] if place in (1, 2) else []
    everything = list(range(1, 9))
    assert list(cases_with_moved_events(store.database, everything)) == wanted
    assert cases_with_moved_events(store.database, []) == ()


def test_a_clock_that_was_taken_back_is_not_found(store: Store, stamp: Stamp) -> None:
    with store.write(stamp) as work:
        clock_id = add_clock(work, open_case(work, "A2611-0001", stamp.now), stamp.now)
    assert find_clock(store.database, clock_id).id == clock_id
    with store.write(stamp) as work:
        work.remove("clock", clock_id)
    with pytest.raises(NotFound):
        find_clock(store.database, clock_id)


def test_what_the_board_asks_is_served_by_indexes(store: Store, stamp: Stamp, monkeypatch: pytest.MonkeyPatch) -> None:
    plans: list[str] = []
    run = store.database.execute_sql

    def noted(sql: str, params: Any = None, *rest: Any) -> Any:
        if sql.startswith("SELECT"):
            plans.append(" | ".join(row[3] for row in run(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()))
        return run(sql, params, *rest)

    monkeypatch.setattr(store.database, "execute_sql", noted)
    list_warned(store.database, stamp.now)
    role_steps.list_open_steps(store.database)
    board.count_due_steps(store.database, stamp.now)
    cases_with_moved_events(store.database, [1, 2])
    assert "clock_warn" in plans[0]
    assert [plan for plan in plans if re.search(r"SCAN t\d", plan)] == []
