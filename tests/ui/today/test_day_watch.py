"""The first key of a day brings Today to the front; what the computer slept through is noticed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.clock import FixedClock
from tests.ui.today.conftest import arrive
from ui.day_watch import DayWatch, desk_day
from ui.main_window import MainWindow
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_the_desks_day_begins_when_the_night_ends_also_where_clocks_change() -> None:
    berlin = "Europe/Berlin"
    spring = [desk_day(datetime(2026, 3, 29, hour, 30, tzinfo=UTC), berlin).day for hour in (0, 1, 3, 4)]
    assert spring == [28, 28, 28, 29], "the night of 28 March has no 02:30; the day begins at 06:00 all the same"
    autumn = [desk_day(datetime(2026, 10, 25, hour, 30, tzinfo=UTC), berlin).day for hour in (0, 1, 4, 5)]
    assert autumn == [24, 24, 24, 25]
    assert desk_day(datetime(2026, 11, 19, 22, 0, tzinfo=UTC), "Asia/Shanghai") == date(2026, 11, 20)


def test_the_first_key_of_a_day_shows_today_and_takes_nothing_half_typed_away(
    window: MainWindow, qtbot: QtBot, busy_shop: AppContext
) -> None:
    clock = busy_shop.clock
    assert isinstance(clock, FixedClock)
    ran = [0.0]
    watch = DayWatch(busy_shop, window, running=lambda: ran[0])

    def morning() -> None:
        clock.advance(timedelta(days=1))
        watch.look()
        qtbot.keyClick(window, Qt.Key.Key_Shift)
        arrive(qtbot, window)

    window.go(Target("cases"))
    clock.advance(timedelta(hours=3))
    watch.look()
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    arrive(qtbot, window)
    assert window.here() == Target("cases"), "the same day"
    morning()
    qtbot.waitUntil(lambda: window.here() == Target("today"))
    page = window.page("cases")
    field = QLineEdit("先别", page)
    window.go(Target("cases"))
    arrive(qtbot, window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    morning()
    assert window.here() == Target("cases")
    field.clear()
    morning()
    qtbot.waitUntil(lambda: window.here() == Target("today"))
