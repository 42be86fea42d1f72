"""Shopify's orders_export: several rows per order, offsets, currencies, line breaks inside cells."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.importers import DraftLine, detect, read_draft
from models.kinds import OrderStatus, Platform
from tests.desktop.importers.order_exports import Exports

HEADINGS = [
    "Name",
    "Email",
    "Financial Status",
    "Paid at",
    "Fulfillment Status",
    "Fulfilled at",
    "Currency",
    "Subtotal",
    "Shipping",
    "Taxes",
    "Total",
    "Discount Code",
    "Discount Amount",
    "Created at",
    "Lineitem quantity",
    "Lineitem name",
    "Lineitem price",
    "Lineitem sku",
    "Shipping Name",
    "Shipping Address1",
    "Shipping City",
    "Shipping Country",
    "Shipping Phone",
    "Notes",
    "Cancelled at",
    "Refunded Amount",
    "Outstanding Balance",
    "Duties",
]
FIRST = {
    "Name": "#1001",
    "Email": "a@example.com",
    "Financial Status": "paid",
    "Paid at": "2026-04-05 21:10:00 +0400",
    "Fulfillment Status": "fulfilled",
    "Fulfilled at": "2026-04-06 09:00:00 +0400",
    "Currency": "USD",
    "Subtotal": "30.00",
    "Shipping": "5.00",
    "Total": "35.00",
    "Discount Amount": "2.50",
    "Created at": "2026-04-05 21:06:21 +0400",
    "Lineitem quantity": "2",
    "Lineitem name": "Shampoo, large",
    "Lineitem price": "10.00",
    "Lineitem sku": "SH-1",
    "Shipping Name": "Jo Doe",
    "Shipping Address1": "1 Road",
    "Shipping City": "Town",
    "Shipping Country": "US",
    "Notes": "line one\r\nline two",
    "Refunded Amount": "0.00",
    "Outstanding Balance": "0.00",
}
NEXT = {
    "Name": "#1001",
    "Created at": "2026-04-05 21:06:21 +0400",
    "Lineitem quantity": "1",
    "Lineitem name": "Soap",
    "Lineitem price": "10.00",
}


def test_rows_of_one_order_make_one_order(exports: Exports) -> None:
    path = exports.csv("o.csv", exports.rows(HEADINGS, FIRST, NEXT, {**FIRST, "Name": "#1002"}), end="\n")

    draft = read_draft([path])

    assert (draft.platform, draft.rows_total, draft.rows_good, draft.problems) == (Platform.SHOPIFY, 3, 3, ())
    order = draft.orders[0]
    assert (order.number, order.rows) == ("#1001", (2, 3))
    assert order.created_at == datetime(2026, 4, 5, 17, 6, 21, tzinfo=UTC)
    assert order.zone == "+04:00"
    assert (order.currency, order.total, order.goods_amount, order.freight, order.discount) == (
        "USD",
        3500,
        3000,
        500,
        250,
    )
    assert (order.paid, order.refunded) == (3500, 0)
    assert (order.status, order.status_text) == (OrderStatus.SHIPPED, "paid / fulfilled")
    assert order.buyer_note == "line one\nline two"
    assert order.address == "1 Road, Town"
    assert order.lines == (
        DraftLine("Shampoo, large", "SH-1", quantity=2, unit_price=1000),
        DraftLine("Soap", quantity=1, unit_price=1000),
    )


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Financial Status": "refunded"}, OrderStatus.REFUNDED),
        ({"Cancelled at": "2026-04-07 10:00:00 +0400"}, OrderStatus.CLOSED),
        ({"Fulfillment Status": "unfulfilled"}, OrderStatus.PAID),
        ({"Financial Status": "pending", "Fulfillment Status": "unfulfilled"}, OrderStatus.CREATED),
    ],
)
def test_status_from_payment_and_fulfilment(exports: Exports, changes: dict[str, str], status: OrderStatus) -> None:
    path = exports.csv("o.csv", exports.rows(HEADINGS, {**FIRST, **changes}))

    assert read_draft([path]).orders[0].status is status


@pytest.mark.parametrize(
    ("currency", "total", "minor"),
    [("JPY", "3500", 3500), ("JPY", "3500.00", 3500), ("KWD", "3.505", 3505), ("EUR", "1,234.50", 123450)],
)
def test_amounts_follow_the_currency_of_the_order(exports: Exports, currency: str, total: str, minor: int) -> None:
    changes = {
        "Currency": currency,
        "Total": total,
        "Subtotal": "",
        "Shipping": "",
        "Lineitem price": "",
        "Discount Amount": "",
    }
    path = exports.csv("o.csv", exports.rows(HEADINGS, {**FIRST, **changes}))

    draft = read_draft([path])

    assert draft.problems == ()
    assert draft.orders[0].total == minor


def test_more_decimals_than_the_currency_has_refuse_the_whole_order(exports: Exports) -> None:
    rows = exports.rows(HEADINGS, FIRST, {**NEXT, "Lineitem price": "10.005"}, {**FIRST, "Name": "#1002"})
    draft = read_draft([exports.csv("o.csv", rows)])

    assert [order.number for order in draft.orders] == ["#1002"]
    assert [(problem.row, problem.column, problem.code) for problem in draft.errors] == [
        (2, "Name", "order_refused"),
        (3, "Lineitem price", "too_many_decimals"),
    ]
    assert draft.errors[1].value_excerpt == "10.005"


def test_the_same_order_again_further_down_is_a_problem(exports: Exports) -> None:
    rows = exports.rows(HEADINGS, FIRST, {**FIRST, "Name": "#1002"}, FIRST)
    draft = read_draft([exports.csv("o.csv", rows)])

    assert [len(order.lines) for order in draft.orders] == [1, 1]
    assert [(problem.row, problem.code) for problem in draft.errors] == [(4, "duplicate_number")]


@pytest.mark.parametrize("name", ["A_orders_export.csv", "A_orders_export_9.csv"])
def test_real_files_keep_every_row_and_every_amount(samples: Callable[[str], Path], name: str) -> None:
    path = samples(f"orders/shopify-masked/{name}")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))

    draft = read_draft([path])

    assert detect(path).confidence == 1.0
    assert draft.variant == "orders_export 2025/2026 (79 columns)"
    assert (draft.rows_total, draft.rows_good, draft.problems) == (len(rows), len(rows), ())
    assert [order.number for order in draft.orders] == list(dict.fromkeys(row["Name"] for row in rows))
    assert sum(len(order.lines) for order in draft.orders) == len(rows)
    expected = sum(Decimal(row["Total"]) for row in rows if row["Total"]) * 100
    assert sum(order.total or 0 for order in draft.orders) == expected
    lines = [line for order in draft.orders for line in order.lines]
    assert sum(line.quantity for line in lines) == sum(int(row["Lineitem quantity"]) for row in rows)
    assert {order.currency for order in draft.orders} == {"BDT"}
    assert {order.zone for order in draft.orders} <= {"+04:00", "+05:00"}
