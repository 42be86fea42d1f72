"""How long the call-backs take with very many: `python -m tests.bench.call_back_speed [--folder DIR] [--runs 20]`.

Without a folder one is made of `--cases` cases, 5,000 VIPs and 200,000 contacts. It is copied before it is written in.
Every read is made as the window makes it. Beside the median stand the longest, the median of processor time, which is
the surer figure on a busy machine, and the load.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from desktop.bootstrap import build
from desktop.context import AppContext
from models.call_back_records import CallFilters
from models.call_kinds import CallBackKind
from models.kinds import CallOutcome, Tier
from tests.bench.bench_folder import copied_folder
from tests.bench.call_backs_folder import fill_call_backs

NARROW = CallFilters(tiers=(Tier.V3, Tier.V2), people=(0, 1, 2), kinds=(CallBackKind.RHYTHM, CallBackKind.PROMISE))


def _timed(work: Callable[[], object], runs: int) -> str:
    work()
    took, cpu = [], []
    for _ in range(runs):
        began, spent = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - spent) * 1000)
    return f"median {median(took):.1f} ms, longest {max(took):.1f} ms, processor {median(cpu):.1f} ms"


def lines(ctx: AppContext, runs: int) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    calls = ctx.call_backs

    def anew(read: Callable[[], object]) -> object:
        calls._due_kept = None
        return read()

    today = calls.desk().today
    first, last = today.replace(day=1), today + timedelta(days=30)
    monday = today - timedelta(days=today.weekday())
    busy = max(calls.loads(today, last), key=lambda load: load.total).day
    reads: dict[str, Callable[[], object]] = {
        "month": lambda: calls.month_grid(today.year, today.month),
        "month, next": lambda: calls.month_grid(last.year, last.month),
        "month, filtered": lambda: calls.month_grid(today.year, today.month, NARROW),
        "week": lambda: calls.week(monday + timedelta(days=7)),
        "agenda of 42 days": lambda: calls.agenda(today, today + timedelta(days=41)),
        f"day ({len(calls.day(busy))} rows)": lambda: calls.day(busy),
        "day, filtered": lambda: calls.day(busy, NARROW),
        f"queue of today ({len(calls.queue(today))} rows)": lambda: anew(lambda: calls.queue(today)),
        f"overdue ({len(calls.overdue())} rows)": lambda: anew(calls.overdue),
        "overdue, nothing written since": calls.overdue,
        "counts": lambda: calls.counts(first.year, first.month),
        "counts, filtered": lambda: calls.counts(first.year, first.month, NARROW),
        "loads of a month": lambda: calls.loads(today, last),
    }
    for name, read in reads.items():
        yield name, _timed(read, runs)
    who = calls.queue(today)
    yield "card of a buyer", _timed(lambda: calls.find_buyer_card(who[0].call_back.buyer_id), runs)
    yield "buyers found by a beginning", _timed(lambda: calls.find_buyers(who[0].nick[:2]), runs)
    yield "proposed next date", _timed(lambda: calls.propose_next(who[0].call_back.buyer_id, CallOutcome.REACHED), runs)
    open_ones = iter(row for row in who if row.call_back.kind is CallBackKind.RHYTHM)
    for capacity in (0, 40, 8):
        ctx.call_rules.keep(replace(ctx.call_rules.read(), capacity=capacity))
        many = f", {capacity} a day" if capacity else ""
        for outcome in (CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.NOT_INTERESTED):

            def log(of: CallOutcome = outcome) -> None:
                calls.log_call(of, call_back_id=next(open_ones).call_back.id, note="说下个月还买")

            yield f"a call logged ({outcome}{many})", _timed(log, runs)
        yield f"left out{many}", _timed(lambda: calls.skip(next(open_ones).call_back.id, "在休假"), runs)
        buyer_id = who[-1].call_back.buyer_id
        yield f"proposals of a card{many}", _timed(lambda who=buyer_id: calls.propose_each(who), runs)  # type: ignore[misc]
        yield f"undone{many}", _timed(ctx.bench.undo_last, 5)


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} processors, load before {load}\n\n| what | figure |\n|---|---|\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "shop"
        if options.folder:
            shutil.copytree(options.folder, folder, ignore=shutil.ignore_patterns("app.lock"))
        else:
            copied_folder(options.cases, folder)
        ctx = build(folder, threads=False)
        try:
            if not options.folder:
                fill_call_backs(ctx)
            for what, figure in lines(ctx, options.runs):
                sys.stdout.write(f"| {what} | {figure} |\n")
                sys.stdout.flush()
        finally:
            ctx.close()
    sys.stdout.write(f"\nload after {', '.join(f'{value:.1f}' for value in os.getloadavg())}\n")


if __name__ == "__main__":
    main()
