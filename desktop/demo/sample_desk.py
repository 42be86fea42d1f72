"""What the sample shop's people did at their desks: tags, links, hand-overs, replies, a view, a second small shop."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.context import AppContext
from desktop.demo.sample_goods import SampleGoods
from desktop.services.parcels import ParcelEntry
from models.case_query import CaseFilters, CaseQuery, CaseView
from models.kinds import BuyerFlag, CaseState, ParcelWay, Platform, Problem, SnoozeEvent, Tier
from models.records import CaseRow
from models.store.order_import import import_orders
from models.store.orders import order_ids_by_number

_SECOND_ORDERS = 12


def work_at_desks(ctx: AppContext, goods: SampleGoods, chance: random.Random, people: Sequence[int]) -> None:
    """Everything a shop does with its cases beside deciding them. The bench's clock stands at the shop's present."""
    said: Mapping[str, Any] = goods.desk
    rows = [row for row in ctx.cases.load_rows(range(1, 61)).values() if row.state is not CaseState.ARCHIVED]
    standing = {state: [row for row in rows if row.state is state] for state in CaseState}
    ctx.shops.choose_person(people[0])
    for at, tag in enumerate(said["tags"]):
        ctx.case_tags.add_tags([row.id for row in rows[at::5]], [tag])
    ctx.hand_over.hand_over([row.id for row in standing[CaseState.OPEN][:2]], people[1], said["hand_over"])
    waiting = standing[CaseState.WAITING]
    until = ctx.bench.clock.now() + timedelta(days=2, hours=5)
    ctx.snoozing.snooze([waiting[-1].id], until, event=SnoozeEvent.EVIDENCE_ADDED, note=said["snooze"])
    ctx.joining.link(waiting[0].id, waiting[1].id)
    _parcels(ctx, standing[CaseState.IN_PROGRESS], said)
    for row in standing[CaseState.OPEN][2:5]:
        ctx.texts.reply_copied(row.id, said["reply"], situation="general", language=goods.lang)
    _duplicate(ctx, standing[CaseState.OPEN][-1], said)
    dear = CaseFilters(tiers=(Tier.V2, Tier.V3), at_least=10_000)
    ctx.saved_views.save(said["view"], CaseQuery(view=CaseView.OPEN, filters=dear))
    _buyers(ctx, rows, said)
    _second_shop(ctx, goods, chance, people)
    ctx.shops.choose_person(people[0])


def _parcels(ctx: AppContext, rows: Sequence[CaseRow], said: Mapping[str, Any]) -> None:
    """What was sent again, and what is on its way back."""
    for at, row in enumerate(rows[:4]):
        way = ParcelWay.RESENT if at % 2 == 0 else ParcelWay.RETURNED
        ctx.parcels.add(row.id, ParcelEntry(f"YQ00045{at:03d}71902", carrier=said["carrier"], way=way))


def _duplicate(ctx: AppContext, row: CaseRow, said: Mapping[str, Any]) -> None:
    """The same problem entered twice, and put together."""
    case = ctx.cases.load_page(row.id).case
    twice = ctx.cases.open_case(problem=case.problem, order_id=case.order_id, summary=said["duplicate"])
    ctx.joining.merge(row.id, [twice])


def _buyers(ctx: AppContext, rows: Sequence[CaseRow], said: Mapping[str, Any]) -> None:
    marked = [page.buyer.id for row in rows[:6] if (page := ctx.cases.load_page(row.id)).buyer is not None]
    for buyer_id, flag in zip(dict.fromkeys(marked), (BuyerFlag.NEEDS_CARE, BuyerFlag.KEEP_PROOF), strict=False):
        ctx.buyers.set_flag(buyer_id, flag, True)
        ctx.buyers.add_note(buyer_id, said["buyer_note"])


def _second_shop(ctx: AppContext, goods: SampleGoods, chance: random.Random, people: Sequence[int]) -> None:
    """Another storefront with a few orders and three cases."""
    known = goods.second_shop
    shop_id = ctx.shops.add_shop(
        name=known["name"], platform=Platform(known["platform"]), currency=known["currency"],
        time_zone=known["time_zone"], country="CN", letterhead=known["name"], return_address=known["return_address"],
    )  # fmt: skip
    orders = [replace(order.imported, platform=Platform(known["platform"])) for order in goods.orders(_SECOND_ORDERS)]
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, shop_id, orders), undoable=False)
    ids = order_ids_by_number(ctx.store.database, shop_id)
    for place, problem in enumerate((Problem.DAMAGED, Problem.LATE, Problem.COLOUR)):
        ctx.shops.choose_person(people[place % len(people)])
        words = goods.problems[problem.value][goods.lang]["summary"]
        summary = chance.choice(words).replace("{n}", "2").replace("{depot}", goods.depots[0])
        case_id = ctx.cases.open_case(problem=problem, order_id=ids[orders[place].number], summary=summary)
        ctx.cases.change_state([case_id], CaseState.OPEN)
