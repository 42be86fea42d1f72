"""Whatever is done with cases in whatever order, and undone and done again: what must hold of a shop holds."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.case_life import ARCHIVE_AFTER, MoveAnswers
from desktop.services.case_splitting import SplitParts
from models.case_query import CaseQuery, CaseView
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CaseState, DisputeOutcome, EvidenceSource, Platform, Problem, SnoozeEvent, WaitingOn
from tests.desktop.services.shop_rows import broken_rules, shop_rows

if TYPE_CHECKING:
    from desktop.context import AppContext

_STEPS = 90


class _Walk:
    """One shop, random actions of everything a person can do with the life of cases."""

    def __init__(self, ctx: AppContext, clock: FixedClock, order_id: int, seed: int) -> None:
        self.ctx, self.clock, self.order_id = ctx, clock, order_id
        self.chance = random.Random(seed)
        self.pieces = 0

    def ids(self) -> list[int]:
        return list(self.ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL)))

    def one(self) -> int:
        return self.chance.choice(self.ids())

    def some(self) -> list[int]:
        known = self.ids()
        return self.chance.sample(known, min(len(known), self.chance.randrange(1, 4)))

    def answers(self) -> MoveAnswers:
        chance = self.chance
        due = self.clock.now() + timedelta(hours=chance.randrange(1, 90))
        return MoveAnswers(
            "说明", chance.choice(list(WaitingOn)), Platform.TAOBAO, chance.choice((None, due)),
            chance.choice(list(DisputeOutcome)), chance.random() < 0.7,
        )  # fmt: skip

    def add(self) -> None:
        self.pieces += 1
        data = f"{self.pieces}".encode()
        self.ctx.intake.add_bytes(self.one(), data, "a.txt", EvidenceSource.PASTED)

    def split(self) -> None:
        page = self.ctx.cases.load_page(self.one())
        pieces = frozenset(item.id for item in page.evidence if self.chance.random() < 0.5)
        notes = frozenset(note.id for note in page.notes if self.chance.random() < 0.5)
        self.ctx.joining.split(page.case.id, SplitParts(Problem.OTHER, evidence_ids=pieces, note_ids=notes))

    def actions(self) -> list[Callable[[], object]]:
        ctx, chance, now = self.ctx, self.chance, self.clock.now()
        return [
            lambda: ctx.cases.open_case(problem=Problem.LATE, order_id=self.order_id),
            lambda: ctx.life.move(self.some(), chance.choice(list(CaseState)), self.answers()),
            lambda: ctx.life.move(self.some(), chance.choice(list(CaseState)), self.answers()),
            lambda: ctx.cases.change_state([self.one()], chance.choice(list(CaseState))),
            lambda: ctx.cases.change_waiting_on(self.some(), chance.choice(list(WaitingOn))),
            lambda: ctx.snoozing.snooze(
                self.some(), now + timedelta(hours=chance.randrange(1, 60)),
                event=chance.choice([None, *SnoozeEvent]),
            ),
            lambda: ctx.snoozing.wake(self.some()),
            lambda: ctx.snoozing.wake_due(),
            lambda: ctx.cases.add_note(self.one(), "一句"),
            self.add,
            self.add,
            self.split,
            lambda: ctx.joining.merge(self.one(), self.some(), sum_up=chance.random() < 0.5),
            lambda: ctx.joining.link(self.one(), self.one()),
            lambda: ctx.life.archive_old(),
            lambda: ctx.bench.undo_last(),
            lambda: ctx.bench.undo_last(),
            lambda: ctx.bench.redo_last(),
        ]  # fmt: skip


def _counted(ctx: AppContext) -> tuple[int, ...]:
    names = ("note", "evidence", "register_entry", "reply")
    return tuple(len(shop_rows(ctx)[name]) for name in names)


@pytest.mark.parametrize("seed", [2611, 387])
def test_what_must_hold_holds_at_every_step_of_a_random_walk(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock, seed: int
) -> None:
    walk = _Walk(ctx, clock, order_id, seed)
    ctx.undo.clear()
    ctx.settings.set(ARCHIVE_AFTER, 2)
    first, done = shop_rows(ctx), 0
    for step in range(_STEPS):
        with suppress(UserError):
            walk.chance.choice(walk.actions())()
            done += 1
        if step % 6 == 0:
            assert broken_rules(ctx) == []
        clock.advance(timedelta(minutes=walk.chance.randrange(0, 240)))
    assert done > _STEPS / 2
    last, counted = shop_rows(ctx), _counted(ctx)
    moved = 0
    while ctx.bench.undo_last() is not None:
        moved += 1
    assert {name: rows for name, rows in shop_rows(ctx).items() if name != "setting"} == {
        name: rows for name, rows in first.items() if name != "setting"
    }
    for _ in range(moved):
        ctx.bench.redo_last()
    assert shop_rows(ctx) == last
    assert _counted(ctx) == counted
    assert broken_rules(ctx) == []
