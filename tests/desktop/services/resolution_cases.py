"""Cases to resolve: one order per buyer, signed two days ago, and the answers that walk a problem to its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from desktop.context import AppContext
from desktop.services.resolutions import Walk
from desktop.services.rules import RulePack
from models.kinds import Liability, OrderStatus, Platform, Problem, Remedy
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

NICK = "花果山_大圣01"
NUMBERS = {"goods_cost_rate": "0.37", "freight": "8.00", "claim_rate": "0.80", "lose_rate": "0.85"}
# Problem, what is answered (the first card where nothing is named), and what must follow.
ROADS: tuple[tuple[Problem, Mapping[str, object], Liability, Remedy], ...] = (
    (
        Problem.DAMAGED, {"items_damaged": True, "items_missing": False, "box_state": "crushed_sealed"},
        Liability.CARRIER, Remedy.PARTIAL_REFUND,
    ),
    (Problem.DAMAGED, {"items_damaged": True, "items_missing": True}, Liability.CARRIER, Remedy.RESHIP),
    (Problem.MISSING_ITEM, {"weight_confirms_short": True}, Liability.MERCHANT, Remedy.RESHIP),
    (Problem.OVER_SHIPPED, {"buyer_admits": True, "buyer_returns": True}, Liability.MERCHANT, Remedy.EXCHANGE),
    (Problem.LOST, {"verified": True}, Liability.CARRIER, Remedy.RESHIP),
    (Problem.NO_REASON, {"goods_class": "ordinary", "goods_intact": True}, Liability.UNCLEAR, Remedy.RETURN_AND_REFUND),
    (Problem.WRONG_ITEM, {"subtype": "wrong_item"}, Liability.MERCHANT, Remedy.PARTIAL_REFUND),
    (Problem.QUALITY, {"wants_return": False}, Liability.SHARED, Remedy.COMPENSATION),
)  # fmt: skip


def open_case(
    ctx: AppContext, problem: Problem, nick: str = NICK, title: str = "雾釉餐盘 8 寸 四只装", paid: int = 16800
) -> int:
    """A case of a signed order of 168 yuan (`paid` in fen), with the shop's own estimates set."""
    now = ctx.clock.now()
    ctx.settings.set("shop_numbers", NUMBERS)
    order = ImportedOrder(
        number="2611120000000387", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        status=OrderStatus.SHIPPED, created_at=now - timedelta(days=5), paid_at=now - timedelta(days=5),
        shipped_at=now - timedelta(days=4), signed_at=now - timedelta(days=2), goods=paid, freight=0, total=paid,
        paid=paid, receiver="孙先生", phone="13800000387", buyer_nick=nick, carrier="云雀速递",
        tracking_numbers=("YQ44719026",), lines=(ImportedLine(title, "QH-P801", "苔青", 1, paid, "2610B"),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, [order]), undoable=False)
    target = ctx.cases.find_targets(nick)[0]
    return ctx.cases.open_case(problem=problem, order_id=target.order_id, buyer_id=target.buyer_id)


def walk_through(ctx: AppContext, case_id: int, answers: Mapping[str, object]) -> Walk:
    """Answer every question: what `answers` names, else the first card, else that it cannot be told."""
    walk = ctx.resolutions.start(case_id)
    for _ in range(20):
        question = walk.conclusion.next_question
        if question is None:
            return walk
        value = answers.get(question.fact, question.answers[0].value if question.answers else None)
        walk = ctx.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
    raise AssertionError("the questions never end")


def damaged_and_short(ctx: AppContext) -> int:
    """A damaged and short parcel, answered and kept as a draft: a new parcel is due."""
    found = open_case(ctx, Problem.DAMAGED)
    walk = walk_through(ctx, found, {"items_damaged": True, "items_missing": True})
    ctx.resolutions.save_draft(found, walk.answers)
    return found


def pack_of(ctx: AppContext, name: str) -> RulePack:
    return next(each for each in ctx.rules.rules().packs if each.pack.id == name)


def reship_hours(ctx: AppContext, case_id: int) -> float:
    """How long the clock of a new parcel is, in hours from the opening of the case."""
    walk = ctx.resolutions.start(case_id)
    clock = next(clock for clock in walk.conclusion.clocks if clock.id == "reship_due")
    assert clock.due_at is not None
    return (clock.due_at - walk.page.case.opened_at).total_seconds() / 3600
