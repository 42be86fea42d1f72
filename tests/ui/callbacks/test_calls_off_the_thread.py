"""Nothing of the Call-backs page is read in the window's thread: no view, lane, day, card, count or proposal."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.jobs import ThreadedJobs
from models.call_back_records import CallFilters
from models.kinds import Tier
from tests.ui.asking import watch
from tests.ui.callbacks.conftest import TODAY, Show, arrive
from tests.ui.callbacks.reading import press
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.page import CallBacksPage


def test_the_page_is_read_in_other_threads_and_a_turn_of_many_keys_only_once(
    stocked: AppContext, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked.jobs = ThreadedJobs()
    window = show(stocked)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    asked = watch(stocked, monkeypatch)
    for view in (CalendarView.WEEK, CalendarView.AGENDA, CalendarView.DAY, CalendarView.MONTH):
        page.show_view(view)
        page.turn(1)
        arrive(qtbot, window)
    page.narrow(CallFilters(tiers=(Tier.V3,)))
    page.go_today()
    arrive(qtbot, window)
    page.narrow(CallFilters())
    page.choose_day(TODAY.replace(day=27))
    arrive(qtbot, window)
    page.go_today()
    arrive(qtbot, window)
    page.views.take_focus()
    press(qtbot, "1")
    press(qtbot, "Return", control=True)
    arrive(qtbot, window)
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert sum("call_record" in sql for _, sql, _ in asked) > 4
    # Settings of these tests are written at once; the program's go to the thread that writes.
    assert [sql for here, sql, _ in asked if here and '"setting"' not in sql] == []
    assert len(stocked.call_backs.queue(TODAY)) == 5, "what was logged is undone"
    asked.clear()
    for _ in range(12):
        page.turn(1)
    arrive(qtbot, window)
    months = sum("group_concat" in sql for _, sql, _ in asked)
    assert 1 <= months <= 3, "whoever holds the key down waits for the last month, not for all"
    assert (page.state.month, page.tools.title.text()) == ((2027, 11), "2027 年 11 月")
