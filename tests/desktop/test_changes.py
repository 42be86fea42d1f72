"""Who listens is told after the change is saved, and cannot make a saved change look failed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.changes import ChangeSet

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_a_listener_s_mistake_does_not_make_a_saved_action_fail(
    ctx: AppContext, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistakes: list[BaseException] = []
    heard: list[ChangeSet] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: mistakes.append(error))
    ctx.changes.subscribe(lambda changes: [][0])
    ctx.changes.subscribe(heard.append)
    note_id = ctx.cases.add_note(case_id, "客户要求补发")
    assert note_id == 1
    assert [type(error) for error in mistakes] == [IndexError]
    assert [changes.cases for changes in heard] == [frozenset({case_id})]


def test_who_stopped_listening_is_not_told(ctx: AppContext, case_id: int) -> None:
    heard: list[ChangeSet] = []
    stop = ctx.changes.subscribe(heard.append)
    stop()
    stop()
    ctx.cases.add_note(case_id, "客户要求补发")
    assert heard == []
