"""How long Today takes until it is painted: `python -m tests.bench.today_window FOLDER`.

FOLDER is one filled by tests.bench.call_backs_folder; it is copied first, and gets a hand-over, 200 parcels, batches,
claims, points, reviews and buyers who send back. The real window, offscreen. Prints, judges nothing.
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

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.bootstrap import build
from desktop.context import AppContext
from models.store.transaction import Transaction
from tests.bench.live_window import Heartbeat, LiveWindow
from ui.page import Target
from ui.today.today_page import TodayPage

ITEMS, PARCELS, REPORTS, CLAIMS, RETURNERS = 12, 200, 400, 60, 40


def fill_day(ctx: AppContext) -> None:
    """What a busy shop's day holds, on cases that are there."""
    now = ctx.clock.now()
    morning = now.astimezone(ctx.hand_over_items.time_zone).date()

    def work(transaction: Transaction) -> None:
        cases = transaction.database.execute_sql(
            'SELECT id, shop_id, buyer_id FROM "case" WHERE shelf = 1 AND deleted_at IS NULL ORDER BY id DESC LIMIT 800'
        ).fetchall()

        def entry(place: int, register: str, days: int, columns: dict[str, str], **values: object) -> None:
            case, shop, _ = cases[place % len(cases)]
            transaction.insert(
                "register_entry", register=register, case_id=case, shop_id=shop, currency="CNY", columns=columns,
                entered_at=now - timedelta(days=days, minutes=place), entered_by="小满", **values,
            )  # fmt: skip

        for place in range(ITEMS):
            case, shop, buyer = cases[place]
            transaction.insert(
                "hand_over_item", shop_id=shop, morning=morning, text=f"第 {place} 项", case_id=case, buyer_id=buyer,
                left_at=now - timedelta(hours=9), left_by="阿立", due_at=now + timedelta(hours=2),
            )  # fmt: skip
        for place in range(PARCELS):
            case, shop, _ = cases[100 + place]
            transaction.insert(
                "return_receipt", shop_id=shop, case_id=None if place % 5 == 3 else case, arrived_by="老秋",
                tracking_number=f"YQ{place:010d}", arrived_at=now - timedelta(hours=place), item="藤编台灯",
                remind_at=now - timedelta(hours=1),
            )  # fmt: skip
        for place in range(REPORTS):
            words = {"style": f"M-{place % 80}", "batch": "2610B", "item": "餐盘", "kind": "裂"}
            entry(place, "quality", place % 30, words)
        for place in range(CLAIMS):
            state = ("open", "handed_in", "received")[place % 3]
            due = now - timedelta(days=place % 9 - 3)
            entry(place, "carrier_claim", place, {"carrier": "YTO"}, amount=12_800, state=state, due_at=due)
        entry(0, "penalty", 3, {"ledger": "general"}, points=10, state="confirmed")
        for place in range(RETURNERS):
            case, shop, buyer = cases[place]
            transaction.update("case", case, opened_at=now - timedelta(hours=place))
            others = transaction.database.execute_sql(
                'SELECT id FROM "case" WHERE buyer_id = ? AND id <> ? LIMIT 4', (buyer, case)
            ).fetchall()
            for (other,) in others:
                transaction.update("case", other, opened_at=now - timedelta(days=20))
                transaction.insert(
                    "resolution", case_id=other, operation=f"bench-{other}", outcome="bench",
                    remedy="return_and_refund", remedy_title_zh="退货退款", liability="merchant",
                    liable_to_buyer="merchant", currency="CNY", facts={}, conclusion={}, packs="", decided_by="小满",
                    decided_at=now - timedelta(days=19),
                )  # fmt: skip
            transaction.insert(
                "review", shop_id=shop, verdict="bad", text="差", written_at=now, origin="hand", entered_at=now,
                entered_by="小满", digest=f"{place:064d}",
            )  # fmt: skip

    ctx.bench.act("draft_saved", work, undoable=False)


class _Painted(QObject):
    """Counts the frames of a widget and of all in it."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.frames = 0
        for each in (watched, *watched.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.frames += event.type() == QEvent.Type.Paint
        return False


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _timed(runs: int, act: Callable[[], object]) -> list[float]:
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return took


def lines(folder: Path, runs: int) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    ctx = build(folder, threads=False)
    fill_day(ctx)
    ctx.close()
    ctx = build(folder, threads=False)
    (first,) = _timed(1, lambda: ctx.today.board(quick=True))
    (second,) = _timed(1, ctx.today.board)
    board = ctx.today.board()
    counts = f"{board.to_hand_over} items, {board.overdue_total} overdue, {board.due_soon_total} due, " + (
        f"{board.calls_total} calls, {board.parcels.total} parcels, {board.alarms_total} alarms"
    )
    yield "On the board", counts
    yield "Board read at the start", _ms(first)
    yield "... then batches and points, with what is loaded for them", _ms(second)
    yield "Board read again", _ms(median(_timed(runs, ctx.today.board)))

    open_case = board.overdue[0].row.id
    took = []
    for run in range(runs):
        words = {"summary": f"{time.time()} {run}"}
        ctx.bench.act("draft_saved", lambda transaction, words=words: transaction.update("case", open_case, **words))
        took += _timed(1, ctx.today.board)
    yield "Board read after a case was written", f"median {_ms(median(took))}, longest {_ms(max(took))}"
    ctx.close()
    window = LiveWindow(folder)
    window.rest()
    page = window.window.page("today")
    assert isinstance(page, TodayPage)
    window.wait(lambda: not window.window.background.pending())
    painted, heart = _Painted(page.board), Heartbeat()

    def opened() -> None:
        shown, frames = page._board, painted.frames
        window.window.go(Target("today"))
        window.wait(lambda: page._board is not shown)
        window.wait(lambda: painted.frames > frames)

    took, worked = [], []
    heart.start()
    for _ in range(runs):
        before = time.process_time()
        took += _timed(1, opened)
        worked.append(time.process_time() - before)
        window.wait(lambda: not window.window.background.pending())
        window.window.go(Target("cases"))
        window.wait(lambda: not window.window.background.pending())
    still = _ms(heart.stop())
    said = f"median {_ms(median(took))}, longest {_ms(max(took))}; processor {_ms(median(worked))}; still {still}"
    yield "Today opened from Cases: read and painted", said
    yield "A minute passes: lines written anew and painted", _ms(median(_timed(runs, page._show)))
    window.close()


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} processors, load before {load}\n\n| what | figure |\n|---|---|\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "shop"
        shutil.copytree(options.folder, folder, ignore=shutil.ignore_patterns("app.lock"))
        for what, figure in lines(folder, options.runs):
            sys.stdout.write(f"| {what} | {figure} |\n")
            sys.stdout.flush()
    sys.stdout.write(f"\nload after {', '.join(f'{value:.1f}' for value in os.getloadavg())}\n")


if __name__ == "__main__":
    main()
