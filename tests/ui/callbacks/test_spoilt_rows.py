"""Rows and settings a newer program wrote, or that are spoilt: the page opens, shows what it can, loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pytestqt.qtbot import QtBot

from tests.ui.callbacks.conftest import arrive
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.page import CallBacksPage
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.context import AppContext

SPOILT = (
    "UPDATE call_back SET kind = 'visit', channel = 'fax' WHERE id = 1",
    "UPDATE call_back SET state = 'paused' WHERE id = 2",
    "UPDATE call_back SET at_time = '99:99', reason = '{bad' WHERE id = 3",
    "UPDATE call_back SET due_on = '0001-01-01', reason = '{\"codes\": [\"from_mars\"]}' WHERE id = 5",
    "UPDATE call_back SET due_on = '9999-12-31' WHERE buyer_id = 6",
    "UPDATE call_record SET outcome = 'voicemail', channel = 'fax', satisfaction = 'delighted', tags = '{]'",
    "UPDATE buyer SET tier = 'v4', tier_source = 'moon', birthday = '00-00' WHERE id = 1",
    "UPDATE buyer SET consent = 'partly', birthday = '9999-12-31', call_rhythm = '[[[' WHERE id = 2",
    "UPDATE buyer SET call_hours = '{\"start\": 5}', call_channel = 'fax', birthday = '02-29' WHERE id = 3",
    "INSERT INTO contact_consent (buyer_id, channel, agreed, said_at) VALUES (3, 'fax', 1, 0)",
    "INSERT INTO quiet_period (title, first_on, last_on) VALUES ('<b>盘点</b>', '0001-01-01', '9999-12-31')",
    "INSERT OR REPLACE INTO setting VALUES ('call_rules', '{\"limits\": {\"v1\": [1]}, \"hours\": [], \"capacity\": 1e999}')",
    "INSERT OR REPLACE INTO setting VALUES ('page.callbacks', '{\"view\": \"year\", \"day\": \"9999-99-99\"}')",
)  # fmt: skip


def test_the_page_opens_on_whatever_a_newer_or_broken_program_left(
    stocked: AppContext, show: Callable[[AppContext], MainWindow], qtbot: QtBot
) -> None:
    database: Any = stocked.store.database
    for sql in SPOILT:
        database.execute_sql(sql)
    window = show(stocked)
    failed: list[object] = []
    window.background.failed.connect(failed.append)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    shown = set()
    for view in CalendarView:
        page.show_view(view)
        arrive(qtbot, window)
        assert page.notices.failed.isHidden()
    for call_back_id in range(1, 8):
        page.wanted_id = call_back_id
        page.reload()
        arrive(qtbot, window)
        shown.add(page.day.shown_id())
    assert failed == []
    assert {1, 3, 5} <= shown, "late ones of any kind, time and year are in the lane"
    for banner, many in ((page.notices.far, "1"), (page.notices.newer, "2")):
        assert not banner.isHidden()
        assert many in banner.text.text()
    kept = database.execute_sql("SELECT kind, channel, due_on FROM call_back WHERE id = 1").fetchone()
    assert kept[:2] == ("visit", "fax"), "what is not understood stays as it was written"
