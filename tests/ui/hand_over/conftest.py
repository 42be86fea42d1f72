"""A shop with an order and a case, and a plain widget that the dialogs of the hand-over stand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.kinds import OrderStatus, Platform, Problem
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from ui.background import Background

NUMBER = "2611120003870"


@pytest.fixture
def case_id(ctx: AppContext) -> int:
    """A case of damage of an order with a parcel."""
    order = ImportedOrder(
        number=NUMBER, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        status=OrderStatus.SHIPPED, created_at=ctx.clock.now(), paid=16800, buyer_nick="花果山_大圣01",
        tracking_numbers=("YQ000044719026",), lines=(ImportedLine("雾釉餐盘"),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, [order]), undoable=False)
    found = ctx.cases.find_targets(NUMBER)[0].order_id
    return ctx.cases.open_case(problem=Problem.DAMAGED, order_id=found)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def background(window: QWidget) -> Iterator[Background]:
    """Carries jobs to the window's thread."""
    made = Background(window)
    yield made
    made.close()


@pytest.fixture
def arrive(qtbot: QtBot, background: Background) -> Callable[[], None]:
    """Waits until nothing is under way."""

    def wait() -> None:
        calm = 0

        def settled() -> bool:
            nonlocal calm
            calm = calm + 1 if background.pending() == 0 else 0
            return calm > 3

        qtbot.waitUntil(settled)

    return wait
