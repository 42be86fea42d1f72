"""What is chosen for the call-backs, kept as JSON: the same comes back, and what does not hold is the default."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from models.kinds import Tier
from models.rules.call_settings import CallRules, Hours, Limits, OffDayMove, TierRule
from models.rules.call_settings_json import (
    PROPOSED_TIERS,
    STANDARD,
    limits_of,
    rules_as_data,
    rules_from_data,
    wrong_in,
)
from models.rules.rhythms import Rhythm, RhythmUnit

CHOSEN = replace(
    STANDARD,
    rhythms={Tier.V1: Rhythm(2), Tier.V2: Rhythm(1, RhythmUnit.QUARTERS, 2, 1), Tier.V3: Rhythm(10, RhythmUnit.DAYS)},
    limits={Tier.V1: Limits(3, 9), Tier.V2: Limits(), Tier.V3: Limits(0, 1)},
    move=OffDayMove.BACKWARD,
    capacity=12,
    hours=Hours("09:30", "18:00", (0, 2, 4)),
    tiers=(PROPOSED_TIERS[0], TierRule(Tier.V2, 0, 9, 0.25, 90, False), PROPOSED_TIERS[2]),
    tiers_on=True,
    decline_days=30,
    after_case_days=None,
    after_case_all=False,
    notes=False,
)


def test_what_was_chosen_comes_back_from_json() -> None:
    assert rules_from_data(json.loads(json.dumps(rules_as_data(CHOSEN)))) == CHOSEN
    assert wrong_in(CHOSEN) == wrong_in(STANDARD) == ""


def test_without_a_choice_every_vip_is_called_once_a_month_and_nothing_is_proposed() -> None:
    found = rules_from_data(None)
    assert found == STANDARD
    assert set(found.rhythms.values()) == {Rhythm(1, RhythmUnit.MONTHS)}
    assert not found.tiers_on
    assert limits_of(found, Tier.NONE) == Limits()


def test_the_older_setting_counts_where_the_rules_say_nothing() -> None:
    older = {"v1": {"every": 2, "unit": "months"}, "v2": {"every": 2, "unit": "weeks"}}
    found = rules_from_data({"rhythms": {"v2": {"every": 5, "unit": "days"}}}, older)
    assert (found.rhythms[Tier.V1], found.rhythms[Tier.V2]) == (Rhythm(2), Rhythm(5, RhythmUnit.DAYS))


@pytest.mark.parametrize("raw", [
    [], 7, "x", True, {"rhythms": []}, {"limits": {"v1": {"yellow": 5, "red": 1}, "v2": 3, "v3": {"yellow": True}}},
    {"capacity": -1}, {"capacity": 10**30}, {"capacity": True}, {"capacity": 1.5}, {"move": "up"}, {"move": []},
    {"hours": {"start": "20:00", "end": "10:00", "weekdays": []}}, {"hours": {"start": 1, "end": 2, "weekdays": []}},
    {"hours": {"start": "10:00", "end": "", "weekdays": []}}, {"hours": {"start": "", "end": "", "weekdays": [9]}},
    {"hours": {"start": "10:00\n", "end": "11:00", "weekdays": []}},
    {"tiers": {"v1": 1}}, {"tiers": [1, None, {"tier": "v9"}, {"tier": "v1", "spend": -1}, {"tier": []}]},
    {"tiers": [{"tier": "v1", "spend": 0, "orders": 0, "refund_rate": 1, "days": 30, "on": True}]},
    {"tiers": [{"tier": "v1", "spend": 1, "orders": 0, "refund_rate": float("nan"), "days": 30, "on": True}]},
    {"decline_days": 0}, {"after_case_days": 0}, {"after_case_days": "3"}, {"notes": 1}, {"tiers_on": "yes"},
    {"rhythms": {"v1": {"every": 0}, "v2": {"every": "1"}, "v3": {"every": 1, "unit": "\x00"}}},
])  # fmt: skip
def test_what_does_not_hold_is_the_default(raw: Any) -> None:
    assert rules_from_data(raw, raw) == STANDARD


def test_one_wrong_value_takes_nothing_else_along() -> None:
    raw = rules_as_data(CHOSEN) | {"capacity": "many", "hours": None}
    assert rules_from_data(raw) == replace(CHOSEN, capacity=0, hours=CallRules().hours)


@pytest.mark.parametrize(("field", "rules"), [
    ("limits.v2", replace(STANDARD, limits={Tier.V2: Limits(4, 3)})),
    ("hours", replace(STANDARD, hours=Hours("25:00", "26:00"))),
    ("capacity", replace(STANDARD, capacity=201)),
    ("decline_days", replace(STANDARD, decline_days=0)),
    ("after_case_days", replace(STANDARD, after_case_days=366)),
    ("tiers", replace(STANDARD, tiers=(PROPOSED_TIERS[0], PROPOSED_TIERS[0]))),
    ("tiers.v1.asks", replace(STANDARD, tiers=(TierRule(Tier.V1),))),
    ("tiers.v3.refund_rate", replace(STANDARD, tiers=(TierRule(Tier.V3, 5, refund_rate=1.01),))),
])  # fmt: skip
def test_the_first_wrong_thing_is_named(field: str, rules: CallRules) -> None:
    assert wrong_in(rules) == field
