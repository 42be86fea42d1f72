"""Killed at any moment, the program loses nothing it acknowledged. The long form is `python -m tests.crash`."""

from __future__ import annotations

from tests.crash import run


def test_nothing_acknowledged_is_lost() -> None:
    for longest in (2.5, 8, 20):  # a busy machine may not have said anything yet when the early blow falls
        outcome = run(4, seed=11, longest=longest, fresh_every=2)
        assert outcome.problems == ()
        if outcome.acknowledged:
            break
    assert outcome.acknowledged > 0


def test_the_check_sees_a_broken_promise() -> None:
    outcome = run(1, seed=12, longest=60, weak=True)
    assert any("lost: evidence" in problem for problem in outcome.problems)
