"""The Today page in the real window on a small shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kinds import Consent, Problem, Role, Tier
from models.store.transaction import Transaction
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import Page, PageEntry, Target
from ui.today.page import make_page
from ui.today.today_page import TodayPage

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


class Elsewhere(Page):
    """Any other page: it notes where it was sent."""

    def __init__(self, word: str, ctx: object, background: object, parent: QWidget) -> None:
        super().__init__(ctx, background, parent)  # type: ignore[arg-type]
        self.name = word
        self.targets: list[Target] = []

    def open(self, target: Target) -> None:
        self.targets.append(target)


OTHERS = ("cases", "callbacks", "settings", "resolution", "registers")


@pytest.fixture
def busy_shop(ctx: AppContext, clock: FixedClock) -> AppContext:
    """One case late, one due soon, two steps (one late), a late call and one of today, three items of the hand-over,
    two parcels, one of them nobody's."""

    def buyer(transaction: Transaction, nick: str, tier: Tier = Tier.NONE) -> int:
        return transaction.insert("buyer", shop_id=1, nick=nick, tier=tier, consent=Consent.GIVEN, phone="13800000000")

    def fill(transaction: Transaction) -> tuple[int, int]:
        today = clock.now().date()
        for nick, days in (("大观园_探春", 1), ("水帘洞_通臂", 0)):
            who = buyer(transaction, nick, Tier.V3)
            transaction.insert("call_back", buyer_id=who, due_on=today - timedelta(days=days))
        return buyer(transaction, "高老庄_刚鬣"), buyer(transaction, "<b>梁山</b>_智多星")

    first, second = ctx.bench.act("calls_planned", fill, undoable=False)
    late = ctx.cases.open_case(problem=Problem.LOST, buyer_id=first)
    clock.advance(timedelta(hours=2))
    ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=second)

    def steps(transaction: Transaction) -> None:
        for title, hours, role in (("向快递催查", -2, Role.AFTER_SALES), ("补寄餐盘", 3, Role.WAREHOUSE)):
            transaction.insert(
                "step", case_id=late, position=1, title_zh=title, title_en=title, role=role,
                due_at=clock.now() + timedelta(hours=hours),
            )  # fmt: skip

    def parcels(transaction: Transaction) -> None:
        for number, case, days in (("YQ44718830", late, 2), ("TM00627790", None, 0)):
            transaction.insert(
                "return_receipt", shop_id=1, case_id=case, tracking_number=number, arrived_by="老秋", item="藤编台灯",
                arrived_at=clock.now() - timedelta(days=days),
            )  # fmt: skip

    ctx.bench.act("step_reopened", steps, undoable=False)
    ctx.bench.act("draft_saved", parcels, undoable=False)
    for text in ("同意补寄 2 只，<b>16:00</b> 前发出", "先别承诺退款", "仓库先拦截再发"):
        ctx.hand_over_items.leave(text, case_id=late if "补寄" in text else None)
    ctx.undo.clear()
    return ctx


Show = Callable[["AppContext"], MainWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Opens the window on Today and waits until all has arrived."""
    shown: list[MainWindow] = []

    def open_window(ctx: AppContext) -> MainWindow:
        desk = Desk(ctx)

        def other(word: str) -> PageEntry:
            return PageEntry(
                word, lambda ctx, background, parent: Elsewhere(word, ctx, background, parent), word, "inbox"
            )

        entries = [PageEntry("today", make_page, "今日", "sun"), *map(other, OTHERS)]
        window = MainWindow(ctx, entries, desk.hooks)
        desk.seat(window)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.go(Target("today"))
        arrive(qtbot, window)
        return window

    yield open_window
    for window in shown:
        window.background.close()
        window.close()


def arrive(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: window.background.pending() == 0)


@pytest.fixture
def window(busy_shop: AppContext, show: Show) -> MainWindow:
    """The window on the busy shop."""
    return show(busy_shop)


@pytest.fixture
def page(window: MainWindow) -> TodayPage:
    """The Today page in it."""
    found = window.page("today")
    assert isinstance(found, TodayPage)
    return found
