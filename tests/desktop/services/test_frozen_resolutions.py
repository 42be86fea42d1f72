"""Cases stay decided by the packs of their day: kept whole, evaluated again to the same, compared with today's."""

from __future__ import annotations

import copy
import json
import shutil
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.context import AppContext
from desktop.services.packs import PackLibrary
from desktop.services.resolution_offers import Choice, Override, choice_as_data, choice_from_data
from desktop.services.resolutions import ResolutionService, Walk
from models.errors import UserError
from models.kinds import ClockKind, ClockStatus, Liability, Problem, StepState, WaitingOn
from models.rules.conclusion import Conclusion
from models.rules.expressions import PackError
from models.store.transaction import Transaction
from tests.desktop.services.resolution_cases import open_case, walk_through

ROOT = Path(__file__).resolve().parents[3]
DAMAGED = {"items_damaged": True, "items_missing": True}


@pytest.fixture
def library() -> PackLibrary:
    return PackLibrary(ROOT / "resources" / "packs")


@pytest.fixture
def service(ctx: AppContext, library: PackLibrary) -> ResolutionService:
    """Resolutions over a library that the test can change."""
    return ResolutionService(ctx.bench, library, ctx.settings)


@pytest.fixture
def damaged(ctx: AppContext, service: ResolutionService) -> Walk:
    case_id = open_case(ctx, Problem.DAMAGED)
    walk = walk_through(ctx, case_id, DAMAGED)
    return service.evaluate(service.start(case_id), walk.answers)


def finish(service: ResolutionService, walk: Walk, operation: str = "op-1", override: Override | None = None) -> int:
    return service.finish(
        walk, remedy_id=walk.offer.id, operation=operation, language="zh", override=override
    )  # fmt: skip


def same(one: Conclusion, other: Conclusion) -> bool:
    """All but the warnings of the day, which the choice of versions adds beside the packs."""
    return replace(one, warnings=()) == replace(other, warnings=())


def handbook(**numbers: str) -> dict[str, Any]:
    raw: dict[str, Any] = copy.deepcopy(json.loads((ROOT / "resources/packs/shop-handbook.json").read_text("utf-8")))
    raw["pack"]["version"] = "9.9.9"
    for name, value in numbers.items():
        raw["constants"][name]["value"] = value
    return raw


def copies(ctx: AppContext) -> int:
    return int(ctx.store.database.execute_sql("SELECT COUNT(*) FROM pack_copy").fetchone()[0])


def test_an_amount_of_thousands_is_kept_as_a_number(ctx: AppContext, service: ResolutionService) -> None:
    case_id = open_case(ctx, Problem.DAMAGED, paid=1_234_567)
    walk = service.evaluate(service.start(case_id), walk_through(ctx, case_id, DAMAGED).answers)
    finish(service, walk)
    told = service.frozen_conclusion(case_id)
    assert told is not None
    assert told.amounts == walk.conclusion.amounts
    assert [offer.refund for offer in told.remedies] == [offer.refund for offer in walk.conclusion.remedies]


def test_what_was_decided_is_told_again_whatever_happens_to_the_packs(
    ctx: AppContext, service: ResolutionService, library: PackLibrary, damaged: Walk
) -> None:
    case_id = damaged.page.case.id
    finish(service, damaged)
    kept = copies(ctx)
    names = {"shop-handbook", "taobao", "cn-law", "base", "cn_workdays"}
    assert names <= {row[0] for row in ctx.store.database.execute_sql("SELECT pack FROM pack_copy").fetchall()}
    changes = (
        {"numbers": {"shop-handbook": {"reship_hours": "7"}}, "own": {}},
        {"numbers": {}, "own": {"shop-handbook": handbook(reship_hours="9")}},
        {"numbers": {}, "own": {}},
    )
    for change in changes:
        library.use(**change)  # type: ignore[arg-type]
        again = service.frozen_conclusion(case_id)
        assert again is not None
        assert same(again, damaged.conclusion)
    page = ctx.cases.load_page(case_id)
    assert page.resolution is not None
    packs = page.resolution.frozen["packs"]
    assert {"version", "sha256", "parents", "calendar"} <= set(packs["taobao"])  # type: ignore[index]
    assert "buyer_id" not in page.resolution.frozen["known"]  # type: ignore[operator]
    ctx.bench.undo_last()
    assert copies(ctx) == kept


def test_a_case_decided_by_an_own_pack_outlives_it(
    ctx: AppContext, service: ResolutionService, library: PackLibrary, damaged: Walk
) -> None:
    library.use(numbers={"shop-handbook": {"reship_hours": "5"}}, own={"shop-handbook": handbook()})
    walk = service.evaluate(damaged, damaged.answers)
    finish(service, walk)
    library.use(numbers={}, own={})
    again = service.frozen_conclusion(walk.page.case.id)
    assert again is not None
    assert dict(again.packs)["shop-handbook"] == "9.9.9"
    assert same(again, walk.conclusion)
    now = service.start(walk.page.case.id)
    assert {"packs"} <= {each.aspect for each in now.differences}


def test_the_same_files_are_kept_once(ctx: AppContext, service: ResolutionService, damaged: Walk) -> None:
    finish(service, damaged)
    kept = copies(ctx)
    again = service.start(damaged.page.case.id)
    finish(service, service.evaluate(again, again.answers), "op-2")
    assert copies(ctx) == kept


def test_a_damaged_or_missing_copy_is_said_and_the_case_still_opens(
    ctx: AppContext, service: ResolutionService, damaged: Walk
) -> None:
    finish(service, damaged)
    case_id = damaged.page.case.id
    for statement, code in (
        ("UPDATE pack_copy SET content = replace(content, '48', '47')", "pack_copy_damaged"),
        ("DELETE FROM pack_copy", "pack_copy_missing"),
    ):
        ctx.store.database.execute_sql(statement)
        fresh = ResolutionService(ctx.bench, PackLibrary(ROOT / "resources" / "packs"), ctx.settings)
        with pytest.raises(PackError, match=code):
            fresh.frozen_conclusion(case_id)
        assert fresh.start(case_id).conclusion.outcomes == damaged.conclusion.outcomes


def test_a_resolution_from_before_packs_were_kept_still_opens(
    ctx: AppContext, service: ResolutionService, damaged: Walk
) -> None:
    resolution = finish(service, damaged)
    ctx.store.database.execute_sql("UPDATE resolution SET frozen = '{}', shares = '{}' WHERE id = ?", (resolution,))
    assert service.frozen_conclusion(damaged.page.case.id) is None
    assert service.start(damaged.page.case.id).differences == ()


def test_every_changed_aspect_is_named_and_nothing_is_changed(
    ctx: AppContext, service: ResolutionService, library: PackLibrary, damaged: Walk
) -> None:
    finish(service, damaged)
    case_id = damaged.page.case.id
    before = ctx.cases.load_page(case_id)
    assert service.start(case_id).differences == ()
    raw = handbook()
    outcome = damaged.conclusion.outcomes[0].partition(":")[2]
    raw["outcomes"][outcome] |= {
        "liable": "supplier", "recourse_against": "supplier", "registers": [], "evidence": [], "steps": [],
        "shares": {"supplier": "60", "seller": "40"},
    }  # fmt: skip
    library.use(numbers={"shop-handbook": {"reship_hours": "7"}}, own={"shop-handbook": raw})
    found = service.start(case_id).differences
    aspects = {each.aspect for each in found}
    assert {"clock", "liability", "shares", "recourse", "register", "step", "packs", "number"} <= aspects
    assert all(each.before != each.now for each in found)
    register = next(each for each in found if each.aspect == "register")
    assert register.now is None
    assert ctx.cases.load_page(case_id) == before


def test_steps_and_clocks_carry_their_rules(ctx: AppContext, service: ResolutionService, damaged: Walk) -> None:
    finish(service, damaged)
    page = ctx.cases.load_page(damaged.page.case.id)
    planned = {step.id: step for step in (*damaged.conclusion.steps, *damaged.offer.steps)}
    assert {step.rule: step.due_rule for step in page.steps} == {name: s.due_rule for name, s in planned.items()}
    plans = {plan.id: plan for plan in damaged.conclusion.clocks}
    running = [clock for clock in page.clocks if clock.status is ClockStatus.RUNNING]
    assert running
    for clock in running:
        plan = plans[clock.rule]
        assert clock.event == plan.event
        assert (clock.warn_at is not None) is bool(plan.warn_before)
        if plan.warn_before == "PT12H":
            assert clock.warn_at == clock.due_at - timedelta(hours=12)


def test_deciding_again_starts_no_clock_twice_and_leaves_what_stands_still(
    ctx: AppContext, service: ResolutionService, damaged: Walk
) -> None:
    finish(service, damaged)
    case_id = damaged.page.case.id
    (running,) = [c for c in ctx.cases.load_page(case_id).clocks if c.status is ClockStatus.RUNNING]
    entered = ctx.bench.act(
        "clock_entered",
        lambda transaction: transaction.insert(
            "clock", case_id=case_id, rule="", label_zh="平台给的日期", label_en="Given date", who=WaitingOn.US,
            due_at=ctx.clock.now() + timedelta(days=3), started_at=ctx.clock.now(), kind=ClockKind.ENTERED,
        ),
        undoable=False,
    )  # fmt: skip
    ctx.clock.advance(timedelta(hours=3))  # type: ignore[attr-defined]
    finish(service, service.start(case_id), "op-2")
    clocks = {clock.id: clock for clock in ctx.cases.load_page(case_id).clocks}
    again = [c for c in clocks.values() if c.rule == running.rule and c.status is ClockStatus.RUNNING]
    assert [clock.id for clock in again] == [running.id]
    assert clocks[entered].status is ClockStatus.RUNNING

    def pause(transaction: Transaction) -> None:
        transaction.update("clock", running.id, status=ClockStatus.PAUSED, paused_at=transaction.stamp.now)

    ctx.bench.act("clock_paused", pause, undoable=False)
    finish(service, service.start(case_id), "op-3")
    clocks = {clock.id: clock for clock in ctx.cases.load_page(case_id).clocks}
    assert clocks[running.id].status is ClockStatus.PAUSED
    assert len([c for c in clocks.values() if c.rule == running.rule]) == 1
    other = service.evaluate(service.start(case_id), damaged.answers, Choice("refund_full"))
    finish(service, other, "op-4")
    page = ctx.cases.load_page(case_id)
    assert {c.id: c for c in page.clocks}[running.id].status in (ClockStatus.STOPPED, ClockStatus.MISSED)
    assert "clock_stopped_for" in [event.action for event in page.timeline]


def test_steps_that_are_done_are_not_asked_for_again(
    ctx: AppContext, service: ResolutionService, damaged: Walk
) -> None:
    finish(service, damaged)
    case_id = damaged.page.case.id
    first = next(step for step in ctx.cases.load_page(case_id).steps if step.state is StepState.OPEN)
    ctx.bench.act(
        "step_done",
        lambda transaction: transaction.update("step", first.id, state=StepState.DONE, done_at=transaction.stamp.now),
        undoable=False,
    )
    finish(service, service.start(case_id), "op-2")
    steps = [step for step in ctx.cases.load_page(case_id).steps if step.rule == first.rule]
    assert [step.state for step in steps] == [StepState.DONE]


def test_shares_are_written_in_percent_and_must_add_up(
    ctx: AppContext, service: ResolutionService, damaged: Walk
) -> None:
    halves = {Liability.MERCHANT: Decimal("40"), Liability.CARRIER: Decimal("60")}
    for wrong in (
        {Liability.MERCHANT: Decimal("40"), Liability.CARRIER: Decimal("59.9")},
        {Liability.MERCHANT: Decimal("-40"), Liability.CARRIER: Decimal("140")},
        {Liability.MERCHANT: Decimal("NaN")},
    ):
        with pytest.raises(UserError, match="shares_not_100"):
            finish(service, damaged, override=Override("双方都有", shares=wrong))
    kept = choice_from_data(choice_as_data(Choice("", Override("双方都有", shares=halves))))
    assert kept.override is not None
    assert kept.override.shares == halves
    finish(service, damaged, override=kept.override)
    page = ctx.cases.load_page(damaged.page.case.id)
    assert page.resolution is not None
    assert page.resolution.shares == {"merchant": "40", "carrier": "60"}
    assert page.resolution.liability is Liability.SHARED
    assert "shares" in {each.aspect for each in service.start(damaged.page.case.id).differences}


def test_a_case_is_judged_by_the_version_its_own_days_ask_for(ctx: AppContext, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "resources" / "packs", tmp_path / "packs")
    raw = json.loads((tmp_path / "packs" / "taobao.json").read_text("utf-8"))
    case_id = open_case(ctx, Problem.DAMAGED)  # paid on 15 November in the shop's zone, opened on the 20th
    for version, first, last in (("1.0.0", "2025-08-15", "2026-11-17"), ("2.0.0", "2026-11-18", None)):
        raw["pack"] |= {
            "version": version, "effective_from": first, "effective_to": last, "applies_by": "paid_at",
            "applies_to_open": False,
        }  # fmt: skip
        (tmp_path / "packs" / f"taobao-{version}.json").write_text(json.dumps(raw), encoding="utf-8")
    (tmp_path / "packs" / "taobao.json").unlink()
    service = ResolutionService(ctx.bench, PackLibrary(tmp_path), ctx.settings)
    walk = service.start(case_id)
    assert dict(walk.conclusion.packs)["taobao"] == "1.0.0"
    later = service.evaluate(walk, {"paid_at": "2026-11-17T16:30:00+00:00"})
    assert dict(later.conclusion.packs)["taobao"] == "2.0.0", "half past midnight of the 18th in China"
