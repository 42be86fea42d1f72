"""Two shops with buyers, their orders and cases, and the Buyers page in a window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from models.kinds import BuyerFlag, Consent, Platform, Problem, Tier
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from ui.buyers.page import BuyersPage, make_page
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import PageEntry, Target

if TYPE_CHECKING:
    from desktop.context import AppContext

NAUGHTY = "<b>‮x</b>\U0001f525&%1 ../"
# nick, name, phone, days since the last order
BUYERS = (
    ("花果山_大圣01", "孙大圣", "13800001007", 1), ("大圣_小号", "孙大圣", "13800001007", 2),
    ("怡红_宝二爷", "宝二爷", "13800001048", 3), (NAUGHTY, NAUGHTY, "", 4),
)  # fmt: skip


@pytest.fixture
def stocked(ctx: AppContext) -> AppContext:
    """Four buyers of the first shop, the first with 14 orders and a case, and one of a second shop."""
    now = ctx.clock.now()

    def order(number: str, nick: str, name: str, phone: str, days: int) -> ImportedOrder:
        return ImportedOrder(
            number=number, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
            created_at=now - timedelta(days=days), receiver=name, phone=phone, buyer_nick=nick,
            lines=(ImportedLine("雾釉餐盘"),),
        )  # fmt: skip

    orders = [order(f"26110{at}", *buyer) for at, buyer in enumerate(BUYERS)]
    orders += [order(f"9000{at:02}", *BUYERS[0][:3], 30 + at) for at in range(13)]
    second = ctx.shops.add_shop(name="二号店", platform=Platform.TAOBAO)
    ctx.bench.act("orders_imported", lambda made: import_orders(made, 1, orders), undoable=False)
    other = [order("7", "别店的人", "别人", "", 9)]
    ctx.bench.act("orders_imported", lambda made: import_orders(made, second, other), undoable=False)
    first = ctx.buyers.find_buyer_id(BUYERS[0][0])
    ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=first)
    ctx.buyers.set_flag(first, BuyerFlag.NEEDS_CARE, True)
    ctx.call_backs.set_consent(first, Consent.GIVEN, "chat")
    ctx.call_backs.set_tier(first, Tier.V2)
    return ctx


def arrive(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    calm = 0

    def settled() -> bool:
        nonlocal calm
        calm = calm + 1 if window.background.pending() == 0 else 0
        return calm > 3

    qtbot.waitUntil(settled)


@pytest.fixture
def window(stocked: AppContext, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the stocked shops."""
    desk = Desk(stocked)
    made = MainWindow(stocked, [PageEntry("buyers", make_page, "Buyers", "users")], desk.hooks)
    desk.seat(made)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.go(Target("buyers"))
    arrive(qtbot, made)
    yield made
    made.background.close()
    made.close()


@pytest.fixture
def page(window: MainWindow) -> BuyersPage:
    """The page in it."""
    found = window.page("buyers")
    assert isinstance(found, BuyersPage)
    return found
