"""How long the registers take with a month of 2,000 cases, in an empty shop or in one of 100,000.

    python -m tests.bench.registers_month FOLDER [--cases 2000] [--past 0] [--measure]

Works the month through the services into a new data folder, or into one that exists: give it a copy. `--past` adds so
many lines of earlier months, written as rows. `--measure` only measures a folder made before. Times are of the
processor, the median of 9.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import Platform, RegisterKind, Role
from models.register_kinds import EntryOrigin, RegisterState
from models.register_records import Month, RegisterQuery
from models.store.transaction import Transaction
from tests.desktop.services.month_of_work import work_a_month

BEGIN = datetime(2026, 12, 10, 20, tzinfo=UTC)
MONTH = Month(2026, 12)
_RARE = (RegisterKind.REVIEW, RegisterKind.HANDOVER, RegisterKind.PENALTY)
_ENTRIES = tuple(kind for kind in RegisterKind if kind not in _RARE)


def fill(folder: Path, cases: int, past: int) -> None:
    """Work a month, and lay lines of the three years before under it."""
    clock = FixedClock(BEGIN)
    new = not (folder / "case.db").exists()
    ctx = build(folder, clock=clock, threads=False)
    try:
        if new:
            ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
            ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        if past:
            ctx.bench.act("bench", lambda work: _lay(work, past), undoable=False)
        begun = time.process_time()
        work_a_month(ctx, cases, clock=clock, minutes=4)
        print(f"worked {cases} cases in {time.process_time() - begun:.0f} s of processor time")
    finally:
        ctx.close()


def _lay(work: Transaction, past: int) -> None:
    """Lines of earlier months, one in fifty still open, over the cases there are."""
    found = work.database.execute_sql('SELECT id, shop_id FROM "case" ORDER BY id LIMIT ?', (past,)).fetchall()
    cases = found or [(None, 1)]
    rows: list[dict[str, Any]] = []
    for number in range(past):
        case_id, shop_id = cases[number % len(cases)]
        rows.append({
            "register": _ENTRIES[number % len(_ENTRIES)] if number % 100 else RegisterKind.PENALTY, "case_id": case_id, "shop_id": shop_id,
            "entered_at": BEGIN - timedelta(days=30 + number % 1000), "entered_by": "小满", "amount": 1000 + number % 5000,
            "currency": "CNY", "columns": {"buyer_id": "买家", "carrier": "云雀速递", "item": "雾釉餐盘"},
            "state": RegisterState.OPEN if number % 50 == 0 else RegisterState.DONE, "origin": EntryOrigin.WIZARD,
        })  # fmt: skip
    work.insert_many("register_entry", rows)


def measure(folder: Path) -> None:
    """Tell what opening each register takes."""
    ctx = build(folder, clock=FixedClock(BEGIN + timedelta(days=6)), threads=False)
    try:
        size = ctx.store.database.execute_sql('SELECT COUNT(*) FROM "case"').fetchone()[0]
        total = ctx.store.database.execute_sql("SELECT COUNT(*) FROM register_entry").fetchone()[0]
        print(f"{size} cases, {total} lines")
        for kind in RegisterKind:
            lines = len(ctx.registers.sheet(RegisterQuery(kind, MONTH, 1)).lines)
            times = [
                _median(lambda query=query: ctx.registers.sheet(query))  # type: ignore[misc]
                for query in (
                    RegisterQuery(kind, MONTH, 1), RegisterQuery(kind, MONTH, 1, text="雾釉 花果山"),
                    RegisterQuery(kind, MONTH, 1, sort="case", descending=True),
                    RegisterQuery(kind, None, 1, unsettled=True),
                )
            ]  # fmt: skip
            print(f"{kind.value:16} {lines:5} lines  month {times[0]:6.1f} ms  search {times[1]:6.1f} ms  "
                  f"sort {times[2]:6.1f} ms  unsettled of all months {times[3]:6.1f} ms")  # fmt: skip
        print(f"counts {_median(lambda: ctx.registers.counts(MONTH, 1)):.1f} ms")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        _close(ctx)
    finally:
        ctx.close()


def _close(ctx: AppContext) -> None:
    clock = ctx.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(days=20))
    begun = time.process_time()
    closing = ctx.month_closings.close(RegisterKind.CARRIER_CLAIM, MONTH, 1)
    print(f"closing a month {(time.process_time() - begun) * 1000:.1f} ms")
    ctx.month_closings.reopen(closing, "bench")


def _median(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(9):
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return median(times)


def main() -> None:
    """Fill, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=2_000)
    parser.add_argument("--past", type=int, default=0)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    if not options.measure:
        fill(options.folder, options.cases, options.past)
    measure(options.folder)


if __name__ == "__main__":
    main()
