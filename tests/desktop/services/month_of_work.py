"""A month of after-sales work done through the services: orders imported, cases opened, walked, decided, disputed.

Nothing is typed into a register. Used by the property tests (some dozen cases) and by tests/bench/registers_month.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from desktop.context import AppContext
from desktop.services.case_life import MoveAnswers
from desktop.services.resolution_offers import NO_CHOICE
from desktop.services.resolutions import Walk
from models.clock import FixedClock
from models.kinds import CaseState, DisputeOutcome, OrderStatus, Platform, Problem
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from tests.desktop.services.resolution_cases import NUMBERS, walk_through


@dataclass(frozen=True, slots=True)
class Road:
    """A problem, what is answered, and whether the platform then decides against the shop."""

    problem: Problem
    answers: Mapping[str, object] = field(default_factory=dict)
    remedy: str = ""
    lost: bool = False


ROADS: Sequence[Road] = (
    Road(Problem.WRONG_ITEM, {"subtype": "picked_wrong", "agreed_refund": "20.00"}),
    Road(Problem.MISSING_ITEM, {"weight_confirms_short": True}),
    Road(Problem.OVER_SHIPPED, {"buyer_admits": True, "buyer_returns": True}),
    Road(Problem.DAMAGED, {"items_damaged": True, "items_missing": True}),
    Road(Problem.LOST, {"verified": True}),
    Road(Problem.QUALITY, {"worn": True, "wants_return": True}),
    Road(Problem.QUALITY, {"worn": True, "wants_return": False, "negotiated": "30.00"}),
    Road(Problem.LATE),
    Road(Problem.NO_REASON, {"goods_class": "ordinary", "goods_intact": True}),
    Road(Problem.SIZE, {"goods_class": "ordinary", "goods_intact": True}),
    Road(Problem.REVIEW, {"extorted": True}),
    Road(Problem.INVOICE, {"complaint_upheld": True}),
    Road(Problem.INVOICE, {"complaint_upheld": True}, lost=True),
    Road(Problem.NOT_AS_DESCRIBED, {"severity": "affects_use", "agreed_refund": "15.00"}, lost=True),
    Road(Problem.RETURNED_PARCEL),
    Road(Problem.REPAIR),
    Road(Problem.OTHER, {"case_type": "handover", "hand_note": "早上给买家回电"}),
)  # fmt: skip
_CARRIERS = ("云雀速递", "青鸟快运", "木牛物流")
_EXTRA = ("agreed_refund", "negotiated", "hand_note")


@dataclass(frozen=True, slots=True)
class Done:
    """One case that was worked on, as it was decided."""

    case_id: int
    road: Road
    walk: Walk


def work_a_month(ctx: AppContext, cases: int, *, clock: FixedClock, minutes: int) -> list[Done]:
    """Open and decide so many cases, a fixed number of minutes apart; every road comes round."""
    ctx.settings.set("shop_numbers", NUMBERS)
    now = ctx.clock.now()
    orders = [_order(number, now + timedelta(minutes=number * minutes)) for number in range(cases)]
    ctx.bench.act("orders_imported", lambda work: import_orders(work, 1, orders), undoable=False)
    rows = ctx.store.database.execute_sql('SELECT id FROM "order" ORDER BY id').fetchall()
    made = []
    for number, row in enumerate(rows[-cases:]):
        made.append(_work(ctx, ROADS[number % len(ROADS)], int(row[0]), number))
        clock.advance(timedelta(minutes=minutes))
    return made


def decide(ctx: AppContext, case_id: int, answers: Mapping[str, object], operation: str, remedy: str = "") -> Walk:
    """Walk a case through and finish it with the offer chosen, or that of a name."""
    walk = walk_through(ctx, case_id, answers)
    extra = {name: answers[name] for name in _EXTRA if name in answers}
    if extra:
        walk = ctx.resolutions.evaluate(walk, {**walk.answers, **extra})
    ctx.resolutions.finish(walk, remedy_id=remedy or walk.offer.id, operation=operation, language="zh")
    return walk


def redecide(ctx: AppContext, case_id: int, operation: str, **answers: object) -> None:
    """Open the wizard again, answer some things otherwise and finish."""
    walk = ctx.resolutions.start(case_id)
    walk = ctx.resolutions.evaluate(walk, {**walk.answers, **answers}, NO_CHOICE)
    ctx.resolutions.finish(walk, remedy_id=walk.offer.id, operation=operation, language="zh")


def _work(ctx: AppContext, road: Road, order_id: int, number: int) -> Done:
    case_id = ctx.cases.open_case(problem=road.problem, order_id=order_id)
    walk = decide(ctx, case_id, road.answers, f"month-{case_id}", road.remedy)
    if road.lost:
        ctx.life.move([case_id], CaseState.IN_DISPUTE, MoveAnswers(platform=Platform.TAOBAO, reason="平台介入"))
        lost = MoveAnswers(outcome=DisputeOutcome.LOST, reason="判买家")
        ctx.life.move([case_id], CaseState.IN_PROGRESS, lost)
    elif number % 3 == 0:
        ctx.cases.change_state([case_id], CaseState.DONE)
    return Done(case_id, road, walk)


def _order(number: int, now: Any) -> ImportedOrder:
    paid = 9900 + number % 17 * 700
    return ImportedOrder(
        number=f"26111200{number:08d}", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        status=OrderStatus.SHIPPED, created_at=now - timedelta(days=5), paid_at=now - timedelta(days=5),
        shipped_at=now - timedelta(days=4), signed_at=now - timedelta(days=2), goods=paid, freight=0, total=paid,
        paid=paid, receiver="孙先生", phone=f"138{number:08d}", buyer_nick=f"花果山_{number:05d}",
        carrier=_CARRIERS[number % 3], tracking_numbers=(f"YQ{number:010d}",),
        lines=(ImportedLine("雾釉餐盘 8 寸", f"QH-P{number % 9}", "苔青", 1 + number % 2, paid, f"26{number % 5:02d}B"),),
    )  # fmt: skip
