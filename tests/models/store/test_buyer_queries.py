"""What the Buyers list counts comes out of indexes that hold it, whatever it is sorted by; so does a buyer's card."""

from __future__ import annotations

import pytest

from models.buyer_records import BuyerFilters, BuyerQuery, BuyerSort
from models.store import buyer_card, buyer_list
from models.store.store import Store


def plan(store: Store, sql: str, parameters: object) -> str:
    rows = store.database.execute_sql("EXPLAIN QUERY PLAN " + sql, parameters).fetchall()
    return " | ".join(row[3] for row in rows)


@pytest.mark.parametrize("sort", list(BuyerSort))
@pytest.mark.parametrize("text", ["", "孙"])
def test_no_sort_walks_orders_or_cases(store: Store, sort: BuyerSort, text: str) -> None:
    query = BuyerQuery(text=text, sort=sort, filters=BuyerFilters(with_open_cases=True))
    found = plan(store, *buyer_list._list_query(query))
    assert "SCAN o" not in found
    assert "SCAN c" not in found
    counted = sort in (BuyerSort.ORDERS, BuyerSort.REFUNDED, BuyerSort.REFUND_RATE, BuyerSort.LAST_ORDER)
    assert ("SEARCH o USING COVERING INDEX order_buyer" in found) is counted
    assert ("SEARCH c USING COVERING INDEX case_buyer" in found) is (sort is BuyerSort.CASES)


@pytest.mark.parametrize(
    ("sql", "values"),
    [
        (buyer_card._NUMBERS, ("CNY", "CNY", 1)), (buyer_card._COUNTS, (1,)), (buyer_card._EVIDENCE, (1,)),
        (buyer_card._ORDERS, (1, 12)), (buyer_card._CASES, (1, 12)), (buyer_card._EVENTS_OF, (1, 20)),
        (buyer_card._SAME_PHONE, ("0387", 1, 1, 5)), (buyer_card._SAME_PLACE, ("孙", "山", 1, 1, 5)),
    ],
)  # fmt: skip
def test_a_card_scans_nothing(store: Store, sql: str, values: tuple[object, ...]) -> None:
    assert "SCAN " not in plan(store, sql, values).replace("SCAN CONSTANT ROW", "")
