"""What a reminder leads to is shown with its card, whatever shop, day or filter hides it in the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from models.call_back_records import CallFilters
from models.kinds import Consent, Platform, Tier
from ui.callbacks.call_backs_page import CallBacksPage
from ui.main_window import MainWindow
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction


def test_a_call_back_of_another_shop_and_day_is_shown_and_one_that_is_gone_changes_nothing(
    window: MainWindow, page: CallBacksPage, stocked: AppContext, qtbot: QtBot
) -> None:
    abroad = stocked.shops.add_shop(name="Berlin", platform=Platform.OTHER, country="DE", time_zone="Europe/Berlin")

    def work(transaction: Transaction) -> int:
        who = transaction.insert("buyer", shop_id=abroad, nick="far away", tier=Tier.V1, consent=Consent.GIVEN)
        return int(transaction.insert("call_back", buyer_id=who, due_on=date(2026, 11, 24), at_time="10:00"))

    made = stocked.bench.act("call_planned", work, undoable=False)
    stocked.settings.set("shop", 1)
    page.state.choose(date(2027, 3, 1), held=False)
    page.state.filters = CallFilters(tiers=(Tier.V3,))
    window.go(Target("callbacks", str(made), "call"))
    qtbot.waitUntil(lambda: page.day.shown_id() == made)
    assert page.state.chosen == date(2026, 11, 24)
    window.go(Target("callbacks", "987654", "call"))
    qtbot.waitUntil(lambda: page.background.pending() == 0)
    assert page.state.chosen == date(2026, 11, 24)
