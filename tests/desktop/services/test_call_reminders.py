"""Reminders of a folder with shops in several countries: days off and times are those of each shop."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from models.kinds import Platform
from models.rules.call_reminders import DaySum
from tests.desktop.services.calendar_phone import add_buyer

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

# A Monday in the national holidays of China, a day of work in Germany: 16:00 there, 10:00 here.
MONDAY, NOW = date(2026, 10, 5), datetime(2026, 10, 5, 8, 0, tzinfo=UTC)


def test_a_day_off_of_one_shop_is_none_of_another_and_times_are_told_as_the_window_tells_them(
    ctx: AppContext, clock: FixedClock
) -> None:
    clock.advance(NOW - clock.now())
    here = add_buyer(ctx, "tb_1")
    abroad = ctx.shops.add_shop(name="Berlin", platform=Platform.OTHER, country="DE", time_zone="Europe/Berlin")

    def add(shop: int, buyer: int, at_time: str) -> None:
        ctx.bench.act("buyer_tier_changed", lambda work: work.update("buyer", buyer, shop_id=shop), undoable=False)
        ctx.bench.act(
            "call_planned",
            lambda work: work.insert("call_back", buyer_id=buyer, due_on=MONDAY, at_time=at_time),
            undoable=False,
        )

    add(1, here, "16:05")
    found = ctx.call_reminders.look()
    assert found.day is None
    assert [(each.at_time, each.shown) for each in found.near] == [("16:05", "")]
    add(abroad, add_buyer(ctx, "tb_2"), "10:05")
    found = ctx.call_reminders.look()
    assert found.day == DaySum(today=2)
    assert [(each.at_time, each.shown) for each in found.near] == [("16:05", ""), ("10:05", "16:05")]
    # The rail counts the shop that is shown, or all.
    assert [ctx.call_reminders.count(shop).today for shop in (None, 1, abroad)] == [2, 1, 1]
