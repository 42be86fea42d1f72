"""The real Tmall order report: 28,010 rows, checked against sums made another way."""

from __future__ import annotations

import hashlib
import tracemalloc
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from desktop.importers import detect, read_draft
from models.kinds import OrderStatus, Platform

_CHINA = timedelta(hours=8)


def test_every_row_and_every_fen(samples: Callable[[str], Path]) -> None:
    path = samples("orders/tmall/tmall_order_report.csv")
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()[1:]]

    draft = read_draft([path])

    assert (draft.platform, draft.encoding, draft.unknown_columns, draft.problems) == (Platform.TMALL, "utf-8", (), ())
    assert (draft.rows_total, draft.rows_good, len(draft.orders)) == (28010, 28010, 28010)
    assert draft.files[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    for field, column in (("total", 1), ("paid", 2), ("refunded", 6)):
        expected = [int(Decimal(row[column]) * 100) for row in rows]
        assert [getattr(order, field) for order in draft.orders] == expected
    assert [order.number for order in draft.orders] == [row[0] for row in rows]
    assert [order.address for order in draft.orders] == [row[3] for row in rows]
    for order, row in zip(draft.orders[::97], rows[::97], strict=True):
        created = datetime.strptime(row[4], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC) - _CHINA
        assert order.created_at == created
        assert (order.paid_at is None) == (row[5] == "")
    states = Counter(order.status for order in draft.orders)
    assert states[OrderStatus.CREATED] == sum(1 for row in rows if not row[5])
    assert sum(states.values()) == 28010


def test_what_it_is_said_to_be(samples: Callable[[str], Path]) -> None:
    found = detect(samples("orders/tmall/tmall_order_report.csv"))

    assert (found.platform, found.kind, found.delimiter, found.header_row) == (Platform.TMALL, "orders", ",", 1)
    assert found.confidence == 1.0


def test_memory_stays_small(samples: Callable[[str], Path], tmp_path: Path) -> None:
    path = samples("orders/tmall/tmall_order_report.csv")
    # What is loaded with the first file of all is not counted.
    first = tmp_path / "first.csv"
    first.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:50]), encoding="utf-8")
    assert len(read_draft([first]).orders) == 49
    tracemalloc.start()
    try:
        draft = read_draft([path])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(draft.orders) == 28010
    assert peak < 60 * 1024 * 1024
