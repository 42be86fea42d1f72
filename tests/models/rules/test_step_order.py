"""The order of steps: what waits for what, what is next, and who has to act."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.kinds import ClockStatus, Role, StepState, WaitingOn
from models.records import Clock, Step
from models.rules.conclusion import StepPlan
from models.rules.pack_parts import NO_TEXT
from models.rules.step_clocks import ClockAnswer, answer_to
from models.rules.step_order import in_order, missing_before, next_step, waiting_after, waiting_for


def step(number: int, rule: str, after: str = "", role: Role = Role.AFTER_SALES, state: str = "open") -> Step:
    return Step(
        id=number, case_id=1, position=number, title_zh=rule or "旧步骤", title_en="", role=role, person_id=None,
        due_at=None, after=after, state=StepState(state), rule=rule,
    )  # fmt: skip


def road(*states: str) -> list[Step]:
    """Send back, inspect, refund, and a remark that waits for nothing."""
    told = (*states, "open", "open", "open", "open")[:4]
    return [
        step(1, "buyer_sends_back", state=told[0]),
        step(2, "inspect_return", "buyer_sends_back", Role.WAREHOUSE, told[1]),
        step(3, "pay_refund_after_return", "inspect_return", Role.FINANCE, told[2]),
        step(4, "mark_remark", state=told[3]),
    ]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((), [2]),
        (("done",), [2]),
        (("done", "done"), []),
        (("open", "skipped"), [1]),
        (("done", "skipped"), []),
        (("skipped", "skipped"), []),
        (("open", "done"), []),
    ],
)
def test_a_refund_waits_until_the_goods_are_back_and_inspected(states: tuple[str, ...], expected: list[int]) -> None:
    steps = road(*states)
    assert [other.id for other in missing_before(steps[2], steps)] == expected


def test_what_is_not_in_the_case_or_has_no_rule_holds_nothing_up() -> None:
    alone = step(1, "pay_refund_after_return", "inspect_return, never_planned")
    old = step(2, "", "inspect_return")
    inspected = step(3, "inspect_return", role=Role.WAREHOUSE)
    assert missing_before(alone, [alone]) == ()
    assert missing_before(old, [old, inspected]) == ()
    assert missing_before(alone, [alone, inspected]) == (inspected,)


def test_steps_that_wait_for_each_other_do_not_hang() -> None:
    first, second = step(1, "a", "b", state="skipped"), step(2, "b", "a", state="skipped")
    third = step(3, "c", "a")
    assert missing_before(third, [first, second, third]) == ()


def test_a_step_done_in_an_earlier_resolution_does_not_open_the_new_one() -> None:
    steps = road("done", "done")
    again = [*steps, replace(steps[1], id=9, position=9, state=StepState.OPEN)]
    assert [other.id for other in missing_before(again[2], again)] == [9]


def test_who_acts_follows_the_next_step_unless_somebody_said_otherwise() -> None:
    before, after = road(), road("done")
    assert next_step(before) == before[0]
    assert waiting_for(next_step(before)) is WaitingOn.BUYER
    assert waiting_for(None) is WaitingOn.US
    assert waiting_after(WaitingOn.BUYER, before, after) is WaitingOn.WAREHOUSE
    assert waiting_after(WaitingOn.US, before, after) is WaitingOn.WAREHOUSE
    assert waiting_after(WaitingOn.PLATFORM, before, after) is WaitingOn.PLATFORM
    assert waiting_after(WaitingOn.WAREHOUSE, after, road("done", "done", "done", "done")) is WaitingOn.US
    assert waiting_for(step(1, "tell_purchasing", role=Role.QUALITY)) is WaitingOn.US, "the warehouse has no part in it"
    old = [step(1, "", role=Role.WAREHOUSE)]
    assert waiting_after(WaitingOn.CARRIER, old, old) is WaitingOn.CARRIER


def plan(name: str, *after: str) -> StepPlan:
    return StepPlan(name, NO_TEXT, Role.AFTER_SALES, None, "", after)


def test_plans_stand_behind_what_they_come_after_and_otherwise_as_written() -> None:
    written = (plan("tell_number", "ship", "absent"), plan("soothe"), plan("track", "tell_number"), plan("ship"))
    assert [each.id for each in in_order(written)] == ["soothe", "ship", "tell_number", "track"]


def test_plans_that_wait_for_each_other_all_stay() -> None:
    assert [each.id for each in in_order((plan("one", "two"), plan("two", "one"), plan("three")))] == [
        "three", "one", "two",
    ]  # fmt: skip


def test_a_clock_is_answered_by_the_first_open_step_that_may_be_done() -> None:
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    due = Clock(1, 1, "refund_due", "退款", "Refund", WaitingOn.US, moment, moment, ClockStatus.RUNNING)
    steps = road("open", "open")
    assert answer_to(due, steps) == ClockAnswer(due, steps[2], (steps[1],))
    free = step(9, "pay_refund")
    assert answer_to(due, [*steps, free]) == ClockAnswer(due, free)
    assert answer_to(replace(due, rule="claim_settle"), steps) == ClockAnswer(replace(due, rule="claim_settle"))
