"""What lines, days and filters say, and the state of the page: pure, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.call_back_records import CallFilters, CellLine, DayCell, DayLoad
from models.call_kinds import CallBackKind, Channel, LateLevel
from models.kinds import CallBackState, CallOutcome, Consent, Tier
from models.records import CallBack, CallBackRow
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.calendar_state import CalendarState
from ui.callbacks.day_words import facts_of
from ui.callbacks.dragging import MIME, packed, unpacked
from ui.callbacks.filter_bar import filters_of, filters_text, known_only
from ui.callbacks.hours_model import hour_of, later
from ui.callbacks.line_words import line_sentence, mark_of

DAY = date(2026, 11, 20)
ROW = CallBackRow(
    CallBack(7, 3, DAY, "10:30", CallBackState.DUE, "", 0, None), "桃花源\n渔人", "", "", Tier.V2, Consent.GIVEN, None, None
)  # fmt: skip


def test_every_outcome_has_a_sign_of_its_own() -> None:
    signs = {mark_of(CellLine(ROW, 0, outcome)) for outcome in CallOutcome}
    assert len(signs) == len(CallOutcome)
    assert mark_of(CellLine(ROW, 0)) == ("", "")
    yellow, red = (mark_of(CellLine(replace(ROW, level=level), 5)) for level in (LateLevel.YELLOW, LateLevel.RED))
    assert yellow[1] != red[1]
    done = replace(ROW, call_back=replace(ROW.call_back, state=CallBackState.DONE))
    assert mark_of(CellLine(done, 0)) == ("check", "done")


def test_a_line_says_what_is_unusual_of_it() -> None:
    assert line_sentence(CellLine(ROW, 0)) == "10:30，V2 \u2068桃花源 渔人\u2069，待访"
    call_back = replace(ROW.call_back, kind=CallBackKind.SATISFACTION, channel=Channel.CHAT)
    late = replace(ROW, special=True, call_back=call_back, late=4, level=LateLevel.RED)
    said = line_sentence(CellLine(late, 4))
    assert said == "10:30，V2 \u2068桃花源 渔人\u2069，特别关照，售后满意度，平台聊天，拖 4 天，已超红线"


@pytest.mark.parametrize(("most", "full"), [(0, ""), (7, ""), (8, "满 8/8"), (11, "满 11/8")])
def test_a_day_is_full_for_whom_it_is_fullest(most: int, full: str) -> None:
    cell = DayCell(DAY, (), most, True, False)
    assert facts_of(cell, None, {DAY: DayLoad(DAY, most + 2, {1: most, 2: 2}, 8)}).full == full if most else True
    assert facts_of(cell, None, {DAY: DayLoad(DAY, most, {1: most}, 0)}).full == ""


def test_filters_are_kept_and_bad_ones_narrow_nothing() -> None:
    filters = CallFilters((Tier.V3,), (0, 2), (1,), (CallBackKind.PROMISE,))
    assert filters_of(filters_text(filters)) == filters
    for bad in ("", "[]", "{", '{"tiers": ["none", "v9", 3], "people": ["x", -1, true, 1e9], "kinds": {}}', "null"):
        assert filters_of(bad) == CallFilters()
    assert known_only(filters, ((1, "小满"),), ((4, "店"),)) == replace(filters, people=(0,), shops=())


def test_the_state_turns_by_its_view_and_stays_within_the_calendar() -> None:
    state = CalendarState(chosen=date(2026, 1, 31), month=(2026, 1))
    state.turn(1)
    assert (state.chosen, state.month) == (date(2026, 2, 28), (2026, 2))
    state.show_view(CalendarView.WEEK)
    state.turn(-1)
    assert state.chosen == date(2026, 2, 21)
    state.choose(date(9999, 12, 31), held=False)
    assert state.chosen == date(2026, 2, 21)
    state.restore({"view": "<b>", "day": "2026-13-01", "filters": "💥"})
    assert (state.view, state.chosen) == (CalendarView.WEEK, date(2026, 2, 21))
    assert state.kept(date(2026, 2, 21))["day"] == ""


def test_hours_and_what_is_dragged_are_read_with_care(qapp: object) -> None:
    assert [hour_of(text) for text in ("09:30", "", "24:00", "x", "٣:00")] == [9, None, None, None, None]
    assert [later("", 1), later("10:30", -1), later("09:15", -1), later("23:30", 1)] == ["09:00", "09:30", "", "23:30"]
    data = packed(ROW)
    assert unpacked(data) == 7
    for bad in (b"", b"-1", b"7; drop", b"9" * 40, "٣".encode()):
        data.setData(MIME, bad)
        assert unpacked(data) == 0
