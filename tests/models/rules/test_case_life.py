"""The life of a case as rules: every pair of states has an answer, and every need has its occasion."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from models.kinds import CaseState, ClockStatus, Demand, Flag, Liability, Problem, WaitingOn
from models.money import Money
from models.records import Case, Clock
from models.rules.case_joining import Doubtful, join_clocks, judge_merge
from models.rules.case_life import CLOSED, CaseLife, Need, Needs, judge_move, state_for_waiting
from models.rules.verdict import Allowed, Refused

_NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)


def _case(state: CaseState = CaseState.OPEN, who: WaitingOn = WaitingOn.US, number: int = 1, **more: object) -> Case:
    values: dict[str, object] = {
        "shop_id": 1, "order_id": 1, "buyer_id": 1, "closed_at": _NOW if state in CLOSED else None, **more,
    }  # fmt: skip
    return Case(
        id=number, number=f"A2611-{number:04d}", state=state, problem=Problem.LATE, demand=Demand.UNKNOWN,
        liability=Liability.UNCLEAR, waiting_on=who, handler_id=1, flag=Flag.NONE, at_stake=Money(1, "CNY"),
        summary="", opened_at=_NOW, updated_at=_NOW, **values,  # type: ignore[arg-type]
    )  # fmt: skip


def _clock(rule: str, hours: int, number: int = 1, status: ClockStatus = ClockStatus.RUNNING) -> Clock:
    due = _NOW + timedelta(hours=hours)
    return Clock(number, number, rule, rule, rule, WaitingOn.US, due, _NOW, status, pack="shop")


# Columns: new, open, waiting, in dispute, in progress, done, archived. `-` nothing needed, `x` refused, letters needs.
_TABLE = {
    CaseState.NEW: "- - W P u - a", CaseState.OPEN: "x - W P u - a", CaseState.WAITING: "x - - P u - a",
    CaseState.IN_DISPUTE: "x o oW - ou o x", CaseState.IN_PROGRESS: "x - W P - - x",
    CaseState.DONE: "x r rW rP ru - -", CaseState.ARCHIVED: "x r x x x x -",
}  # fmt: skip
_NEEDS = {
    "W": Need.WAITING_ON, "P": Need.DISPUTE, "o": Need.OUTCOME, "u": Need.REASON_UNDECIDED,
    "a": Need.REASON_ARCHIVE, "r": Need.REASON_REOPEN,
}  # fmt: skip


@pytest.mark.parametrize("state", list(CaseState))
def test_every_move_is_allowed_refused_or_needs_what_the_table_says(state: CaseState) -> None:
    for wanted, said in zip(CaseState, _TABLE[state].split(), strict=True):
        verdict = judge_move(CaseLife(_case(state, WaitingOn.US)), wanted)
        if said == "x":
            assert verdict == Refused("move_refused"), wanted
        elif said == "-":
            assert verdict == Allowed(), wanted
        else:
            assert isinstance(verdict, Needs), wanted
            assert set(verdict.what) == {_NEEDS[letter] for letter in said}, wanted


def test_open_steps_a_resolution_and_a_merge_change_what_is_needed() -> None:
    assert judge_move(CaseLife(_case(), open_steps=2), CaseState.DONE) == Needs((Need.REASON_OPEN_STEPS,))
    assert judge_move(CaseLife(_case(), resolved=True), CaseState.IN_PROGRESS) == Allowed()
    assert judge_move(CaseLife(_case(who=WaitingOn.BUYER)), CaseState.WAITING) == Allowed()
    gone = CaseLife(_case(CaseState.ARCHIVED, merged_into=2))
    assert judge_move(gone, CaseState.OPEN) == Refused("merged_stays")


def test_only_open_and_waiting_follow_who_has_to_act() -> None:
    for state in CaseState:
        for who in WaitingOn:
            found = state_for_waiting(state, who)
            if state in (CaseState.OPEN, CaseState.WAITING):
                assert found is (CaseState.OPEN if who is WaitingOn.US else CaseState.WAITING)
            else:
                assert found is state


def test_who_may_go_into_whom() -> None:
    kept, other = CaseLife(_case()), CaseLife(_case(number=2))
    decided = CaseLife(_case(number=3), resolved=True)
    assert judge_merge(kept, other) == Allowed()
    assert judge_merge(decided, other) == Allowed()
    assert judge_merge(kept, decided) == Refused("merge_decided")
    assert judge_merge(CaseLife(_case(), resolved=True), decided) == Refused("merge_both_decided")
    assert judge_merge(kept, CaseLife(_case(number=2, buyer_id=9))) == Doubtful("merge_other_buyer")
    assert judge_merge(kept, CaseLife(_case(number=2, shop_id=9))) == Refused("merge_other_shop")


def test_clocks_of_one_rule_go_on_once_the_earlier_due() -> None:
    ours, theirs = _clock("offer", 5), _clock("offer", 3, 2)
    joined = join_clocks([ours], [theirs, _clock("offer", 9, 3, ClockStatus.MET)], answered=False)
    assert (joined.over, joined.ending) == ((theirs,), (ours,))
    joined = join_clocks([theirs], [ours, _clock("ship", 1, 4)], answered=True)
    assert ([clock.rule for clock in joined.over], joined.ending) == (["ship"], (ours,))
    first = _clock("first_reply", 1, 5)
    assert join_clocks([], [first], answered=True).ending == (first,)
    assert join_clocks([], [first], answered=False).over == (first,)
