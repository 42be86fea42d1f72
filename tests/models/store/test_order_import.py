"""Orders: added, brought up to date, never doubled, and never emptied by a file that says less."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.case_query import CaseQuery
from models.errors import EnvironmentFault
from models.kinds import OrderStatus, Platform
from models.store import case_targets, orders
from models.store.cases import list_case_ids
from models.store.history import Stamp
from models.store.order_import import ImportCounts, ImportedLine, ImportedOrder, import_orders
from models.store.store import Store

ORDER = ImportedOrder(
    number="2611120003870", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
    status=OrderStatus.SHIPPED, created_at=datetime(2026, 11, 12, 12, 14, tzinfo=UTC), paid=16800, freight=0,
    receiver="孙先生", phone="13800000387", buyer_nick="花果山_大圣01", tracking_numbers=("YQ000044719026",),
    lines=(ImportedLine("雾釉餐盘 8 寸", "QH-1", "苔青", 1, 16800),),
)  # fmt: skip


def put(store: Store, stamp: Stamp, *told: ImportedOrder) -> ImportCounts:
    with store.write(stamp) as transaction:
        return import_orders(transaction, 1, told)


def test_a_second_import_changes_nothing(store: Store, stamp: Stamp, case_id: int) -> None:
    told = [replace(ORDER, number=str(10_000 + at)) for at in range(1200)]
    assert put(store, stamp, *told) == ImportCounts(added=1200)
    assert put(store, stamp, *told) == ImportCounts(unchanged=1200)


def test_an_update_says_more_but_never_erases(store: Store, stamp: Stamp, case_id: int) -> None:
    put(store, stamp, ORDER)
    later = replace(
        ORDER, status=OrderStatus.SIGNED, signed_at=datetime(2026, 11, 18, 6, 6, tzinfo=UTC), receiver="", phone="",
        paid=None, lines=(), tracking_numbers=("SF1",),
    )  # fmt: skip
    assert put(store, stamp, later) == ImportCounts(updated=1)
    found = orders.find_order(store.database, 1)
    assert (found.receiver, found.phone) == ("孙先生", "13800000387")
    assert found.paid is not None
    assert found.paid.minor == 16800
    assert found.status is OrderStatus.SIGNED
    assert found.tracking_numbers == ("YQ000044719026", "SF1")
    assert len(found.lines) == 1


def test_the_details_file_completes_orders_and_tells_orphans(store: Store, stamp: Stamp, case_id: int) -> None:
    put(store, stamp, replace(ORDER, lines=()))
    lines = (ImportedLine("雾釉餐盘", "QH-1", "", 1, 9900), ImportedLine("马克杯", "QH-2", "", 2, 3450))
    details = replace(ORDER, lines_only=True, lines=lines, paid=None, status=OrderStatus.UNKNOWN)
    assert put(store, stamp, details, replace(details, number="777")) == ImportCounts(updated=1, orphaned=1)
    assert [line.quantity for line in orders.find_order(store.database, 1).lines] == [1, 2]


@pytest.mark.parametrize(
    "typed",
    [
        "2611120003870",
        "26111200",
        " 2611120003870 ",
        "花果山_大圣01",
        "花果山",
        "YQ000044719026",
        "0387",
        "13800000387",
    ],
)
def test_an_order_is_found_by_anything_written_on_it(store: Store, stamp: Stamp, case_id: int, typed: str) -> None:
    put(store, stamp, ORDER)
    found = case_targets.find_targets(store.database, typed)
    assert found[0].order_number == "2611120003870"
    # A buyer ID may also mean the buyer without any order.
    assert [target.order_number for target in found[1:]] == ([""] if typed == ORDER.buyer_nick else [])


def test_cancelling_leaves_all_as_it_was(store: Store, stamp: Stamp, case_id: int) -> None:
    told = [replace(ORDER, number=str(at)) for at in range(1500)]
    answers = iter([False, False, True])
    with pytest.raises(EnvironmentFault, match="cancelled"), store.write(stamp) as transaction:
        import_orders(transaction, 1, told, cancelled=lambda: next(answers))
    assert case_targets.find_targets(store.database, "1499") == ()


def test_a_case_is_found_by_what_its_order_learned_later(store: Store, stamp: Stamp, case_id: int) -> None:
    put(store, stamp, ORDER)
    with store.write(stamp) as transaction:
        transaction.update("case", case_id, order_id=1)
    put(store, stamp, replace(ORDER, tracking_numbers=("ZTO88112233",)))
    assert list(list_case_ids(store.database, CaseQuery(text="112233"), stamp.now)) == [case_id]
