"""Every road of a shop at home and of one abroad: answered, written, told again by the kept packs, and carried out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest

from desktop.context import AppContext
from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary
from models.kinds import Platform, Problem
from models.rules.case_roads import NOT_ROADS, answered_types
from models.rules.step_order import next_step
from models.store.case_page import list_clocks, list_steps
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

TYPED: Final[dict[str, object]] = {
    "money": "10.00", "int": "2", "decimal": "2", "datetime": "2026-11-19T09:00:00+08:00", "date": "2026-11-01",
    "text": "x", "money_map": {"A": "1.00"}, "text_list": ["A"], "money_list": ["1.00"],
}  # fmt: skip


def order_of(ctx: AppContext, platform: Platform, currency: str, zone: str, country: str) -> int:
    """An order of more than a thousand in a shop of that platform; returns its id."""
    now = ctx.clock.now()
    shop = ctx.shops.add_shop(
        name=platform.value, platform=platform, currency=currency, time_zone=zone, country=country
    )  # fmt: skip
    order = ImportedOrder(
        number=f"{platform.value}-1", platform=platform, currency=currency, time_zone=zone, paid=1_234_567,
        paid_at=now - timedelta(days=9), shipped_at=now - timedelta(days=7), signed_at=now - timedelta(days=3),
        buyer_nick="b", carrier="SF", tracking_numbers=("SF1",),
        lines=(ImportedLine("杯", "S", "", 1, 1_234_567, "B1"), ImportedLine("盘", "T", "", 1, 0, "B1")),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, shop, [order]), undoable=False)
    order_id = ctx.cases.find_targets(order.number)[0].order_id
    assert order_id is not None
    return order_id


@pytest.mark.parametrize(
    ("platform", "currency", "zone", "country"),
    [(Platform.TMALL, "CNY", "Asia/Shanghai", "CN"), (Platform.OTHER, "JPY", "Asia/Tokyo", "JP")],
)
def test_every_road_is_written_told_again_and_carried_out(
    ctx: AppContext, platform: Platform, currency: str, zone: str, country: str
) -> None:
    order_id = order_of(ctx, platform, currency, zone, country)
    packs = PackLibrary(resource("packs")).packs_for(platform.value, country, date(2026, 11, 20))
    roads = sorted(answered_types(packs) - set(NOT_ROADS))
    assert len(roads) > 30
    for road in roads:
        case_id = ctx.cases.open_case(problem=Problem.OTHER, order_id=order_id)
        walk = ctx.resolutions.evaluate(ctx.resolutions.start(case_id), {"case_type": road})
        for _ in range(30):
            question = walk.conclusion.next_question
            if question is None:
                break
            value = question.answers[0].value if question.answers else TYPED[question.type]
            walk = ctx.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
        assert walk.conclusion.next_question is None, road
        ctx.resolutions.finish(walk, remedy_id=walk.offer.id, operation=f"{case_id}", language="zh")
        told = ctx.resolutions.frozen_conclusion(case_id)
        assert told is not None, road
        assert told.amounts == walk.conclusion.amounts, road
        database = ctx.store.database
        # The buyer is owed one first reply, whatever packs plan another.
        assert [clock.rule for clock in list_clocks(database, case_id)].count("first_reply") == 1, road
        steps = list_steps(database, case_id)
        assert steps, road
        for _ in steps:
            step = next_step(list_steps(database, case_id))
            if step is not None:
                ctx.steps.complete(step.id)
        assert next_step(list_steps(database, case_id)) is None, road
