"""Order files into the store: all in, nothing twice, nothing by halves, nothing known forgotten."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.bootstrap import build
from models.case_query import CaseQuery, CaseView
from models.clock import FixedClock
from models.errors import EnvironmentFault
from models.kinds import OrderStatus, Platform, Problem
from models.store.order_import import ImportCounts, ImportedLine, ImportedOrder, import_orders
from models.store.verify import verify_store

if TYPE_CHECKING:
    from desktop.context import AppContext

ROOT = Path(__file__).resolve().parents[3]
_HEADINGS = "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,宝贝标题"
_IMPORT_AND_SAY = """
import sys
from pathlib import Path
from desktop.bootstrap import build
context = build(Path(sys.argv[1]), threads=False)
draft = context.orders.read_draft([Path(sys.argv[2])])
print("reading done", flush=True)
def progress(done):
    print(done, flush=True)
    sys.stdin.readline()
context.orders.commit_draft(draft, progress=progress)
"""


def _order(number: str = "2611120003870", **told: object) -> ImportedOrder:
    order = ImportedOrder(
        number=number, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", status=OrderStatus.SHIPPED,
        buyer_nick="花果山_大圣01", lines=(ImportedLine("雾釉餐盘"),),
    )  # fmt: skip
    return replace(order, **told)  # type: ignore[arg-type]


def _put(ctx: AppContext, *orders: ImportedOrder) -> ImportCounts:
    return ctx.bench.act("orders_imported", lambda made: import_orders(made, 1, orders), undoable=False)


def _counts(ctx: AppContext) -> tuple[int, ...]:
    return tuple(
        ctx.store.database.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in ("order", "order_line", "buyer", "shop", "history")
    )


@pytest.fixture
def tmall(shared: Path) -> Path:
    """The real file of 28,010 orders."""
    return shared / "samples" / "orders" / "tmall" / "tmall_order_report.csv"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of 3,000 orders, of six pieces."""
    rows = [
        f"26111200{at:06d},买家{at},168.00,168.00,交易成功,孙先生,1380000{at:04d},2026-11-12 20:14:03,雾釉餐盘"
        for at in range(3000)
    ]
    path = tmp_path / "ExportOrderList.csv"
    path.write_bytes("\r\n".join([_HEADINGS, *rows]).encode("gb18030"))
    return path


def test_the_real_file_goes_in_whole_and_once(ctx: AppContext, tmall: Path) -> None:
    draft = ctx.orders.read_draft([tmall])
    assert ctx.orders.commit_draft(draft) == ImportCounts(added=28_010)
    before = _counts(ctx)
    assert before[0] == 28_010
    assert ctx.orders.commit_draft(draft) == ImportCounts(unchanged=28_010)
    assert _counts(ctx) == before
    assert verify_store(ctx.store).holds


def test_a_cancelled_import_leaves_nothing(ctx: AppContext, file: Path) -> None:
    before, stop = _counts(ctx), threading.Event()
    draft = ctx.orders.read_draft([file])
    with pytest.raises(EnvironmentFault, match="cancelled"):
        ctx.orders.commit_draft(
            draft, progress=lambda done: stop.set() if done >= 1500 else None, cancelled=stop.is_set
        )
    assert stop.is_set()
    assert _counts(ctx) == before
    assert ctx.orders.commit_draft(draft) == ImportCounts(added=3000)


def test_an_import_that_fills_the_disk_leaves_nothing(ctx: AppContext, file: Path) -> None:
    before = _counts(ctx)
    pages = ctx.store.database.execute_sql("PRAGMA page_count").fetchone()[0]
    ctx.store.database.execute_sql(f"PRAGMA max_page_count = {pages + 60}")
    draft = ctx.orders.read_draft([file])
    with pytest.raises(EnvironmentFault, match="disk_full"):
        ctx.orders.commit_draft(draft)
    assert _counts(ctx) == before
    ctx.store.database.execute_sql(f"PRAGMA max_page_count = {pages + 6000}")
    assert ctx.orders.commit_draft(draft).added == 3000


@pytest.mark.parametrize("pieces", [1, 3, 6])
def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path, clock: FixedClock, file: Path, pieces: int) -> None:
    root = tmp_path / "shop"
    build(root, clock=clock, threads=False).close()
    process = subprocess.Popen(
        [sys.executable, "-c", _IMPORT_AND_SAY, str(root), str(file)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "reading done\n"
    for piece in range(1, pieces + 1):
        assert process.stdout.readline() == f"{500 * piece}\n"
        if piece < pieces:
            process.stdin.write("\n")
            process.stdin.flush()
    process.kill()
    process.communicate(timeout=30)
    context = build(root, clock=clock, threads=False)
    kept = context.store.database.execute_sql('SELECT count(*) FROM "order"').fetchone()[0]
    whole = verify_store(context.store).holds
    added = context.orders.commit_draft(context.orders.read_draft([file])).added
    context.close()
    assert (kept, whole, added) == (0, True, 3000)


def test_what_a_file_does_not_say_erases_nothing(ctx: AppContext) -> None:
    line = ImportedLine("雾釉餐盘", "QH-1", "苔青", 1, 16800, "2610B", 900)
    _put(ctx, _order(receiver="孙先生", carrier="云雀速递", paid=16800, lines=(line,)))
    poorer = _order(status=OrderStatus.UNKNOWN)
    assert _put(ctx, poorer) == ImportCounts(unchanged=1)
    known = ctx.orders.find_order(1)
    assert (known.receiver, known.carrier, known.status) == ("孙先生", "云雀速递", OrderStatus.SHIPPED)
    assert (known.lines[0].sku, known.lines[0].batch, known.lines[0].weight_grams) == ("QH-1", "2610B", 900)


def test_a_note_may_be_the_word_for_an_unknown_status(ctx: AppContext) -> None:
    _put(ctx, _order(buyer_note="before"))
    assert _put(ctx, _order(buyer_note="unknown")).updated == 1
    assert ctx.orders.find_order(1).buyer_note == "unknown"


def test_a_buyer_s_name_from_a_later_order_finds_the_earlier_case(ctx: AppContext) -> None:
    _put(ctx, _order())
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=1)
    _put(ctx, _order("2611130000001", receiver="孙悟空", phone="13800000387"))
    found = ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text="孙悟空"))
    assert list(found) == [case_id]


def test_an_import_cannot_be_undone_with_the_action_before_it(ctx: AppContext, clock: FixedClock) -> None:
    ctx.shops.change_shop(1, name="青禾")
    clock.advance(timedelta(minutes=1))
    _put(ctx, _order())
    entry = ctx.bench.undo_last()
    assert entry is not None
    assert entry.code == "shop_changed"
    assert ctx.orders.find_order(1).number == "2611120003870"
