"""What the shop chose for its call-backs: read, kept with Undo and history, never broken by what is in the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop.services.call_rules import RulePart
from models.errors import UserError
from models.kinds import Tier
from models.rules.call_settings import CALL_RULES, Hours, Limits
from models.rules.call_settings_json import STANDARD
from models.rules.rhythms import Rhythm
from models.store import shops

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.context import AppContext


def test_rules_are_kept_with_history_undone_and_there_when_the_folder_is_opened_again(
    ctx: AppContext, open_context: Callable[[], AppContext]
) -> None:
    rules = ctx.call_rules
    assert rules.read() == STANDARD
    other = replace(STANDARD, capacity=7, limits={**STANDARD.limits, Tier.V3: Limits(0, 2)})
    rules.keep(other, RulePart.DAYS)
    assert rules.read() == other
    last = ctx.undo.peek_undo()
    assert last is not None
    assert last.code == "call_rules_days"
    ctx.bench.undo_last()
    assert rules.read() == STANDARD
    ctx.bench.redo_last()
    ctx.close()
    assert open_context().call_rules.read() == other


def test_the_same_rules_are_no_action(ctx: AppContext) -> None:
    ctx.call_rules.keep(STANDARD)
    assert ctx.undo.peek_undo() is None


@pytest.mark.parametrize("wrong", [
    {"capacity": 500}, {"hours": Hours("10:00", "\x00")}, {"hours": Hours("1" * 100_000, "")}, {"decline_days": 0},
])  # fmt: skip
def test_rules_that_cannot_be_are_refused_and_nothing_is_kept(ctx: AppContext, wrong: dict[str, Any]) -> None:
    with pytest.raises(UserError) as refused:
        ctx.call_rules.keep(replace(STANDARD, **wrong))
    assert (refused.value.code, refused.value.values["field"]) == ("call_rules_wrong", next(iter(wrong)))
    assert ctx.call_rules.read() == STANDARD


def test_the_older_rhythms_count_and_a_damaged_setting_is_the_default(ctx: AppContext) -> None:
    ctx.settings.set("call_rhythms", {"v1": {"every": 2, "unit": "months"}})
    assert ctx.call_rules.read().rhythms[Tier.V1] == Rhythm(2)
    ctx.bench.act("draft_saved", lambda work: shops.write_setting(work, CALL_RULES, [1, {"x": None}]), undoable=False)
    assert ctx.call_rules.read() == replace(STANDARD, rhythms={**STANDARD.rhythms, Tier.V1: Rhythm(2)})
