"""Days of call-backs worked out by hand: each case says how it was reckoned."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.services.workdays import work_calendar
from models.rules.call_back_rhythm import (
    CallDays,
    DueCode,
    NextDate,
    Room,
    Workdays,
    next_after_attempt,
    next_after_contact,
    next_after_skip,
    planned_from_rhythm,
)
from models.rules.call_settings import OffDayMove, QuietDays
from models.rules.rhythms import rhythm_or_none

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "call_back_cases.json").read_text(encoding="utf-8")
)["cases"]  # fmt: skip


class EveryDay:
    """A shop that never closes."""

    def is_workday(self, day: date) -> bool:
        return True

    def is_holiday(self, day: date) -> bool:
        return False

    def not_announced(self, first: date, last: date) -> tuple[int, ...]:
        return ()


def days_of(case: dict[str, Any]) -> CallDays:
    name = case.get("calendar", "CN")
    calendar: Workdays = EveryDay() if name == "EVERY" else work_calendar(name)

    def periods(key: str) -> tuple[QuietDays, ...]:
        return tuple(
            QuietDays(date.fromisoformat(first), date.fromisoformat(last), yearly=bool(yearly))
            for first, last, *yearly in case.get(key, ())
        )

    return CallDays(
        calendar, periods("quiet"), periods("away"), tuple(case.get("shop_weekdays", ())),
        tuple(case.get("buyer_weekdays", ())), OffDayMove(case.get("move", "forward")),
    )  # fmt: skip


def day(case: dict[str, Any], key: str) -> date | None:
    return date.fromisoformat(case[key]) if key in case else None


def by_day(values: dict[str, Any]) -> dict[date, Any]:
    return {date.fromisoformat(each): value for each, value in values.items()}


def reckoned(case: dict[str, Any]) -> NextDate:
    rhythm = rhythm_or_none(case.get("rhythm", {}))
    assert rhythm is not None
    days, contact, today = days_of(case), day(case, "contact"), day(case, "today")
    load = by_day(case.get("load", {}))
    if case.get("kind") == "missing":
        assert today is not None
        return planned_from_rhythm(contact, rhythm, days, today, load, capacity=case.get("capacity", 0))
    assert contact is not None
    if case.get("kind") == "attempt":
        return next_after_attempt(contact, DueCode(case["outcome"]), days)
    kept = case.get("planned")
    planned = None if kept is None else NextDate(
        day(kept, "day") or contact, date.fromisoformat(kept["nominal"]), kept["anchor"]
    )  # fmt: skip
    if case.get("kind") == "skip":
        assert today is not None
        return next_after_skip(contact, rhythm, days, today, planned=planned)
    weakest = {on: (rank[0], rank[1]) for on, rank in by_day(case.get("weakest", {})).items()}
    mine = case.get("rank", (0, 0))
    room = Room(case["capacity"], load, (mine[0], mine[1]), weakest) if "capacity" in case else None
    return next_after_contact(
        contact, rhythm, days, planned=planned, turns=case.get("turns", 1), today=today, room=room
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_worked_case(case: dict[str, Any]) -> None:
    found, wanted = reckoned(case), case["expected"]
    assert (found.day.isoformat(), [code.value for code in found.codes]) == (wanted["day"], wanted["codes"])
    assert found.nominal.isoformat() == wanted.get("nominal", found.nominal.isoformat())
    assert found.keeps == wanted.get("keeps", False)
    assert found.pushed == ("full" in wanted["codes"])


def test_every_case_says_how_it_was_reckoned_and_stands_once() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 90
    assert all(case["reckoning"] and case["title"] for case in CASES)
