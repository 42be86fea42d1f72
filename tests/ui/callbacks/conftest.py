"""A shop with VIP buyers, their call-backs around 20 November 2026, and the Call-backs page in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from models.kinds import CallBackState, CallOutcome, Tier
from models.rules.call_back_rhythm import DueNote
from ui.callbacks.page import CallBacksPage, make_page
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import PageEntry, Target

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction

TODAY = date(2026, 11, 20)
# nick, tier, day, time of day, calls without an answer
PLANNED = (
    ("水帘洞_通臂", Tier.V3, date(2026, 11, 13), "", 2),
    ("赤壁_周公瑾", Tier.V2, date(2026, 11, 17), "", 0),
    ("桃花源_渔人", Tier.V2, TODAY, "10:30", 0),
    ("长安_李十二", Tier.V3, TODAY, "14:00", 0),
    ("洛阳_白乐天", Tier.V1, TODAY, "17:00", 0),
    ("瑶池_王母", Tier.V3, date(2026, 11, 27), "", 0),
)


@pytest.fixture
def stocked(ctx: AppContext) -> AppContext:
    """Two late, three today, one next week, one reached in October."""

    def work(transaction: Transaction) -> None:
        for nick, tier, day, at_time, attempts in PLANNED:
            buyer = transaction.insert(
                "buyer", shop_id=1, nick=nick, name="渔先生", phone="13812340000", tier=tier, consent="given",
                consent_at=datetime(2026, 3, 2, tzinfo=UTC),
            )  # fmt: skip
            transaction.insert(
                "call_back", buyer_id=buyer, due_on=day, at_time=at_time, attempts=attempts,
                reason=DueNote((), day).written(),
            )  # fmt: skip
            if nick == "桃花源_渔人":
                before = date(2026, 10, 20)
                done = transaction.insert("call_back", buyer_id=buyer, due_on=before, state=CallBackState.DONE)
                transaction.insert(
                    "call_record", buyer_id=buyer, call_back_id=done, made_at=datetime(2026, 10, 20, 3, tzinfo=UTC),
                    person="小满", outcome=CallOutcome.REACHED, satisfaction="satisfied", note="<b>换新壶盖</b>",
                )  # fmt: skip

    ctx.bench.act("sample_made", work, undoable=False)
    return ctx


Show = Callable[["AppContext"], MainWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Opens the window on the Call-backs page and waits until all has arrived."""
    shown: list[MainWindow] = []

    def open_window(ctx: AppContext) -> MainWindow:
        desk = Desk(ctx)
        window = MainWindow(ctx, [PageEntry("callbacks", make_page, "Call-backs", "phone-call")], desk.hooks)
        desk.seat(window)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.go(Target("callbacks"))
        arrive(qtbot, window)
        return window

    yield open_window
    for window in shown:
        window.background.close()
        window.close()


def arrive(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    calm = 0

    def settled() -> bool:
        nonlocal calm
        calm = calm + 1 if window.background.pending() == 0 else 0
        return calm > 3

    qtbot.waitUntil(settled)


@pytest.fixture
def window(stocked: AppContext, show: Show) -> MainWindow:
    """The window on the stocked shop."""
    return show(stocked)


@pytest.fixture
def page(window: MainWindow) -> CallBacksPage:
    """The page in it."""
    found = window.page("callbacks")
    assert isinstance(found, CallBacksPage)
    return found
