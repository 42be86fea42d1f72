"""A shop with one order, for what the services do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def order_id(ctx: AppContext) -> int:
    """An order of four plates, signed two days ago."""
    from models.kinds import OrderStatus, Platform
    from models.store.order_import import ImportedLine, ImportedOrder, import_orders

    now = ctx.clock.now()
    order = ImportedOrder(
        number="2611120003870", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        status=OrderStatus.SHIPPED, created_at=now - timedelta(days=8), paid_at=now - timedelta(days=8),
        shipped_at=now - timedelta(days=7), signed_at=now - timedelta(days=2), goods=16800, freight=0, total=16800,
        paid=16800, receiver="孙先生", phone="13800000387", buyer_nick="花果山_大圣01", carrier="云雀速递",
        tracking_numbers=("YQ000044719026",), lines=(ImportedLine("雾釉餐盘 8 寸 四只装", "QH-1", "苔青", 1, 16800, "2610B"),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, [order]), undoable=False)
    found = ctx.cases.find_targets(order.number)[0].order_id
    assert found is not None
    return found


@pytest.fixture
def case_id(ctx: AppContext, order_id: int) -> int:
    """A case of damage of that order."""
    from models.kinds import Problem

    return ctx.cases.open_case(problem=Problem.DAMAGED, order_id=order_id, summary="打开就碎了两只")
