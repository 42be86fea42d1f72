"""How long single registers take at the size of a large shop: `python -m tests.bench.registers_size FOLDER`.

FOLDER holds the cases the lines are of, as tests.bench.registers_month leaves it; it is copied first. Adds 2,000 quality
lines and 2,000 claims of one month, 18,000 claims of the years before and 14,000 penalties of the year. Times are of the
processor, median and longest of 5.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import RegisterKind
from models.register_kinds import EntryOrigin, RegisterState
from models.register_records import RegisterQuery
from models.store.transaction import Transaction
from tests.bench.registers_month import BEGIN, MONTH

LINES, CLAIMS, PENALTIES = 2_000, 20_000, 14_000


def lay(work: Transaction) -> None:
    """The lines, over the newest cases."""
    found = work.database.execute_sql(
        'SELECT id, shop_id FROM "case" WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?', (CLAIMS,)
    ).fetchall()

    def row(place: int, register: RegisterKind, days: int, columns: dict[str, Any], **values: object) -> dict[str, Any]:
        case_id, shop_id = found[place % len(found)]
        return {
            "register": register, "case_id": case_id, "shop_id": shop_id, "columns": columns, "currency": "CNY",
            "entered_at": BEGIN - timedelta(days=days, minutes=place % 1440), "entered_by": "小满",
            "origin": EntryOrigin.WIZARD, "state": RegisterState.OPEN, "amount": None, "points": None, **values,
        }  # fmt: skip

    rows = [
        row(place, RegisterKind.QUALITY, place % 9, {"style": f"M-{place % 700}", "batch": "2610B", "kind": "裂"})
        for place in range(LINES)
    ]
    for place in range(CLAIMS):
        days = place % 9 if place < LINES else 20 + place % 900
        state = RegisterState.OPEN if place < LINES or place % 50 == 0 else RegisterState.RECEIVED
        columns = {"carrier": "云雀速递", "kind": "lost"}
        rows.append(row(place, RegisterKind.CARRIER_CLAIM, days, columns, amount=1000 + place % 5000, state=state))
    for place in range(PENALTIES):
        rows.append(row(
            place, RegisterKind.PENALTY, place % 330, {"ledger": "general", "rule": "发货超时"}, points=place % 3,
            state=RegisterState.CONFIRMED,
        ))  # fmt: skip
    work.insert_many("register_entry", rows)


def lines(ctx: AppContext) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    for kind in (RegisterKind.QUALITY, RegisterKind.CARRIER_CLAIM, RegisterKind.PENALTY):
        whole = RegisterQuery(kind, MONTH, 1)
        sheet = ctx.registers.sheet(whole)
        count = f"{len(sheet.lines)} lines"
        yield f"{kind.value}, month of {count}, read", _timed(lambda whole=whole: ctx.registers.sheet(whole))  # type: ignore[misc]
        looked = RegisterQuery(kind, MONTH, 1, text="雾釉 花果山")
        yield "... searched in what was read", _timed(lambda: ctx.registers.narrow(sheet, looked))  # noqa: B023
        sort = RegisterQuery(kind, MONTH, 1, sort="case", descending=True)
        yield "... sorted", _timed(lambda: ctx.registers.narrow(sheet, sort))  # noqa: B023
    unsettled = RegisterQuery(RegisterKind.CARRIER_CLAIM, None, 1, unsettled=True)
    yield "Claims unsettled of all months", _timed(lambda: ctx.registers.sheet(unsettled))
    yield "Where the year's points stand", _timed(lambda: ctx.penalties.standing(1))
    yield f"Open claims, {len(ctx.claims.open(1))}", _timed(lambda: ctx.claims.open(1))
    yield "Claims by age", _timed(lambda: ctx.claims.aging(1))
    yield "Claims of the month summed", _timed(lambda: ctx.claims.month_end(MONTH, 1))
    yield "Measures of the month", _timed(lambda: ctx.month_metrics.metrics(MONTH, 1))
    steps = sum(len(each.steps) for each in ctx.role_steps.lists().values())
    yield f"Steps by role, {steps}", _timed(ctx.role_steps.lists)
    ids = [claim.id for claim in ctx.claims.open(1) if claim.state is RegisterState.OPEN][:LINES]
    began = time.process_time()
    ctx.claims.hand_in(ids, answer_days=7)
    yield f"{len(ids)} claims handed in", _ms(time.process_time() - began)
    began = time.process_time()
    ctx.bench.undo_last()
    yield "... and undone", _ms(time.process_time() - began)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _timed(work: Callable[[], object]) -> str:
    work()
    took = []
    for _ in range(5):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return f"{median(took) * 1000:.1f} ms, longest {max(took) * 1000:.1f} ms"


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} processors, load {load}\n\n| what | processor |\n|---|---|\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "shop"
        shutil.copytree(options.folder, folder, ignore=shutil.ignore_patterns("app.lock"))
        ctx = build(folder, clock=FixedClock(BEGIN + timedelta(days=6)), threads=False)
        try:
            ctx.bench.act("bench", lay, undoable=False)
            for what, figure in lines(ctx):
                sys.stdout.write(f"| {what} | {figure} |\n")
                sys.stdout.flush()
        finally:
            ctx.close()


if __name__ == "__main__":
    main()
