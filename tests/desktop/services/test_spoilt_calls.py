"""Rows that are spoilt, stand at the ends of time or use words of a newer program: every reading of them goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.context import AppContext
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallBackState, CallOutcome, Consent, Tier

EVER = (date.min, date.max)
SPOILT = (
    "UPDATE call_back SET due_on = '0001-01-01', at_time = '00:10' WHERE buyer_id = 1 AND kind = 'rhythm'",
    "UPDATE call_back SET due_on = '9999-12-31', at_time = '23:55' WHERE buyer_id = 2 AND kind = 'rhythm'",
    "UPDATE call_back SET at_time = '99:99', reason = '{\"codes\": [\"from_mars\"]}' WHERE buyer_id = 3",
    "UPDATE call_back SET kind = 'visit', channel = 'fax' WHERE buyer_id = 4 AND kind = 'promise'",
    "UPDATE call_back SET state = 'paused' WHERE buyer_id = 5 AND kind = 'promise'",
    "UPDATE buyer SET tier = 'v4', tier_source = 'moon', call_hours = '{}' WHERE id = 3",
    "UPDATE buyer SET consent = 'partly', call_rhythm = '[[[', birthday = '00-00' WHERE id = 4",
    "UPDATE call_record SET outcome = 'voicemail', channel = 'fax', tags = '{]' WHERE buyer_id < 4",
    "UPDATE call_record SET tags = '{\"a\": 1}' WHERE buyer_id = 4",
    "UPDATE calendar_entry SET uid = 'x' || char(13, 10) || 'END:VEVENT' || id, sequence = -5 WHERE id % 2",
    "UPDATE calendar_entry SET sequence = 99999999999999999 WHERE id % 2 = 0",
)


@pytest.fixture
def spoilt(ctx: AppContext, tmp_path: Path) -> AppContext:
    for number in range(1, 6):
        buyer = ctx.opening.add_buyer(1, f"花果山_{number}", phone="13800000387")
        ctx.contact.agree(buyer, Channel.PHONE)
        ctx.vips.set_tier(buyer, Tier.V2)
        ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=buyer, tags=["爱聊"])
        ctx.call_backs.promise(buyer, "寄一份色卡", date(2026, 11, 25))
    ctx.calendar_feed.export(tmp_path / "before.ics", language="zh")
    database: Any = ctx.store.database
    for sql in SPOILT:
        database.execute_sql(sql)
    return ctx


def test_everything_that_reads_goes_on(spoilt: AppContext, tmp_path: Path) -> None:
    calls = spoilt.call_backs
    rows = {row.call_back.id: row for row in calls.between(*EVER)}
    newer = [row.call_back for row in rows.values() if row.call_back.buyer_id in (4, 5) and row.call_back.subject]
    assert [(each.kind, each.channel, each.state) for each in newer] == [
        (CallBackKind.PROMISE, Channel.NOTE, CallBackState.DUE),
        (CallBackKind.PROMISE, Channel.PHONE, CallBackState.SKIPPED),
    ]
    assert {row.consent for row in rows.values() if row.call_back.buyer_id == 4} == {Consent.UNKNOWN}
    assert calls.overdue()[0].since == date.min
    assert [each.tags for each in calls.find_buyer_card(1).calls] == [("{]",)]
    assert calls.find_buyer_card(4).birthday is None
    assert calls.counts(2026, 11).tiers[Tier.V1] == 1, "a tier nobody knows is still a VIP"
    assert len(spoilt.vips.list_vips()) == 5
    assert spoilt.call_reminders.count().late >= 1
    assert spoilt.call_reminders.look().near == ()
    assert spoilt.call_lists.day_list(date(2026, 11, 25)).pages == 1
    assert spoilt.call_lists.export(tmp_path / "a.xlsx", *EVER) == len(rows)
    spoilt.call_lists.export_made(tmp_path / "b.xlsx", date(2026, 1, 1), date(2027, 1, 1))
    assert spoilt.far_calls.count_newer() == 2
    assert calls.plan_missing() == 0


def test_the_calendar_is_written_whatever_its_own_rows_say(spoilt: AppContext, tmp_path: Path) -> None:
    for _ in range(2):
        count = spoilt.calendar_feed.export(tmp_path / "after.ics", language="zh")
        events = Calendar.from_ical((tmp_path / "after.ics").read_bytes()).events
        assert sum(event["STATUS"] != "CANCELLED" for event in events) == count
        assert len({str(event["UID"]) for event in events}) == len(events)
        assert all(0 <= int(event["SEQUENCE"]) <= 2**31 - 1 for event in events)


def test_what_is_not_understood_stays_as_it_was_written(spoilt: AppContext) -> None:
    spoilt.call_backs.move(
        next(row.call_back.id for row in spoilt.call_backs.due(date.max) if row.call_back.channel is Channel.NOTE),
        date(2026, 11, 27),
    )
    spoilt.contact.agree(4, Channel.CHAT)
    database: Any = spoilt.store.database
    kept = database.execute_sql("SELECT kind, channel, due_on FROM call_back WHERE kind = 'visit'").fetchall()
    assert kept == [("visit", "fax", "2026-11-27")]
    assert database.execute_sql("SELECT tier FROM buyer WHERE id = 3").fetchone() == ("v4",)
