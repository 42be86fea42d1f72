"""Fills an empty data folder with a believable small shop: orders, cases in all states, evidence, VIP buyers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.context import AppContext
from desktop.demo.artist import Artist
from desktop.demo.sample_calls import call_after_cases, work_on_calls
from desktop.demo.sample_desk import work_at_desks
from desktop.demo.sample_goods import SampleGoods
from desktop.demo.sample_month import work_on_month
from desktop.demo.sample_packets import work_on_packets
from desktop.demo.sample_proof import work_on_proof
from desktop.demo.sample_story import Story
from desktop.demo.scene import Scene
from models.clock import FixedClock
from models.kinds import Platform, Role, Temperament
from models.store.buyers import buyer_ids_by_nick
from models.store.order_import import import_orders
from models.store.orders import order_ids_by_number
from models.store.transaction import Transaction

ORDERS, CASES, EVIDENCE, VIPS = 400, 60, 150, 25
# The shop's own estimates, from which true costs are worked out; every shop sets its own.
_NUMBERS = {"goods_cost_rate": "0.37", "freight": "8.00", "claim_rate": "0.80", "lose_rate": "0.85"}


def fill_sample_shop(
    ctx: AppContext, language: str, *, seed: int = 20261120, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Make the sample shop in `zh` or `en`, through the services, at moments of the last months. Waits some seconds.

    EnvironmentFault `artist_gone` when the process that draws its evidence cannot be started or ends, `cancelled` when
    it is stopped half-way.
    """
    lang = "zh" if language.startswith("zh") else "en"
    true_clock = ctx.bench.clock
    try:
        with Artist() as artist:
            _Filler(ctx, lang, seed, artist, cancelled).fill()
    finally:
        ctx.bench.clock = true_clock
    ctx.undo.clear()


class _Filler:
    """Tells the shop's last months in the order they happened."""

    def __init__(self, ctx: AppContext, lang: str, seed: int, artist: Artist, cancelled: Callable[[], bool]) -> None:
        self._ctx = ctx
        self._cancelled = cancelled
        self._artist = artist
        self._lang = lang
        self._chance = random.Random(seed)
        self._now = ctx.clock.now()
        self._goods = SampleGoods(lang, self._chance, self._now)

    def fill(self) -> None:
        ctx, goods = self._ctx, self._goods
        ctx.bench.clock = FixedClock(self._now - timedelta(days=130))
        ctx.bench.time_zone = goods.shop["time_zone"]
        ctx.settings.set("time_zone", goods.shop["time_zone"])
        ctx.settings.set("shop_numbers", _NUMBERS)
        ctx.settings.set("sample_shop", True)
        people = [ctx.shops.add_person(name=person["name"][self._lang], role=Role(person["role"]))
                  for person in goods.people]  # fmt: skip
        ctx.settings.set("person", people[0])
        ctx.shops.choose_person(people[0])
        shop_id = ctx.shops.add_shop(
            name=goods.shop["name"], platform=Platform(goods.shop["platform"]), currency=goods.shop["currency"],
            time_zone=goods.shop["time_zone"], country="CN",
            letterhead=goods.shop["name"], return_address=goods.shop["return_address"],
        )  # fmt: skip
        orders = goods.orders(ORDERS)
        story = Story(ctx, goods, self._chance, self._now, people, self._artist)
        story.plan(orders, cases=CASES, evidence=EVIDENCE)
        ctx.bench.act(
            "orders_imported",
            lambda transaction: import_orders(transaction, shop_id, [order.imported for order in orders]),
            undoable=False,
        )
        buyers = self._describe_buyers(shop_id)
        story.tell(order_ids_by_number(ctx.store.database, shop_id), self._cancelled)
        notes = {"zh": "快递下午四点来收，一天内一定能发", "en": "The carrier comes at four: within a day it has left"}
        ctx.rules.change_number("shop-handbook", "reship_hours", "24", notes[self._lang])
        work_on_calls(ctx, goods, self._chance, people, buyers)
        work_at_desks(ctx, goods, self._chance, people)
        work_on_proof(ctx, goods, people, CASES)
        call_after_cases(ctx, goods, people, CASES)
        label = replace(next(iter(story.scenes.values())), captured=None)
        imported = [order.imported for order in orders]
        work_on_month(ctx, goods, people, imported, lambda kind: self._artist.draw(kind, label))
        work_on_packets(ctx, goods.desk, CASES, self._lang, lambda item: self._marked_carton(story.scenes[item]))

    def _marked_carton(self, scene: Scene) -> bytes:
        """The carton again, with marks on it; a copy tells no time of its own."""
        return self._artist.draw("carton_marked", replace(scene, captured=None))

    def _describe_buyers(self, shop_id: int) -> list[int]:
        """Temperaments, and tiers for some; returns the VIPs."""
        ctx = self._ctx
        ids = buyer_ids_by_nick(ctx.store.database, shop_id)
        rows: list[tuple[int, dict[str, Any]]] = []
        vips: list[int] = []
        for at, buyer in enumerate(self._goods.buyers):
            buyer_id = ids[buyer["nick"]]
            rows.append((buyer_id, {"temperament": Temperament(buyer["temperament"])}))
            if len(vips) < VIPS and at % 12 not in (3, 7, 11):
                vips.append(buyer_id)

        def work(transaction: Transaction) -> None:
            for buyer_id, values in rows:
                transaction.update("buyer", buyer_id, **values)

        ctx.bench.act("buyers_described", work, undoable=False)
        return vips


def sample_now() -> datetime:
    """The moment at which pictures of the sample shop are taken, so that they compare from one change to the next."""
    return datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
