"""Fills an empty data folder with a believable small shop: orders, cases in all states, evidence, VIP buyers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from desktop.context import AppContext
from desktop.demo.artist import Artist
from desktop.demo.sample_desk import work_at_desks
from desktop.demo.sample_goods import SampleGoods
from desktop.demo.sample_packets import work_on_packets
from desktop.demo.sample_proof import work_on_proof
from desktop.demo.sample_story import Story
from desktop.demo.scene import Scene
from models.clock import FixedClock, zone
from models.kinds import CallOutcome, Consent, Platform, Role, Temperament, Tier
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
        self._call_backs(buyers, people)
        work_at_desks(ctx, goods, self._chance, people)
        work_on_proof(ctx, goods, people, CASES)
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

    def _call_backs(self, vips: list[int], people: list[int]) -> None:
        """Tiers and consent some months ago, calls since, and what is due now."""
        ctx, chance = self._ctx, self._chance
        bench_clock = FixedClock(self._now - timedelta(days=70))
        ctx.bench.clock = bench_clock
        tiers = [Tier.V3] * 6 + [Tier.V2] * 9 + [Tier.V1] * 10
        asked: list[int] = []
        for at, (buyer_id, tier) in enumerate(zip(vips, tiers, strict=False)):
            consent = {9: Consent.UNKNOWN, 16: Consent.REFUSED}.get(at, Consent.GIVEN)
            ctx.call_backs.set_consent(buyer_id, consent)
            ctx.call_backs.set_tier(buyer_id, tier)
            if consent is Consent.GIVEN:
                asked.append(buyer_id)
        # Every second one is of a call that was answered.
        results = [result[self._lang] for result in self._goods.call_results[::2]]
        here = zone(self._goods.shop["time_zone"])
        told = sorted((moment, buyer_id) for at, buyer_id in enumerate(asked) for moment in self._calls_of(at, here))
        for moment, buyer_id in told:
            bench_clock.advance(max(moment - bench_clock.now(), timedelta()))
            ctx.shops.choose_person(chance.choice((people[0], people[1])))
            ctx.call_backs.log_call(
                buyer_id=buyer_id, outcome=CallOutcome.REACHED,
                satisfaction=chance.choice(("satisfied", "satisfied", "neutral")), note=chance.choice(results),
            )  # fmt: skip
        ctx.shops.choose_person(people[0])
        ctx.bench.clock = FixedClock(self._now)
        ctx.call_backs.plan_missing()

    def _calls_of(self, at: int, here: tzinfo) -> list[datetime]:
        """The last two calls to one buyer, on workdays: some late now, some due today, most in the weeks to come."""
        days = (33, 36, 34, 32, 31, 31, 31, 30)[at] if at < 8 else 29 - (at - 8) * 29 // 17
        calls = []
        for ago in (days + 30, days):
            day = (self._now - timedelta(days=ago)).astimezone(here)
            day -= timedelta(days=max(0, day.weekday() - 4))
            hour, minute = 10 + self._chance.randrange(7), self._chance.choice((0, 15, 30, 45))
            call = day.replace(hour=hour, minute=minute).astimezone(UTC)
            if call < self._now:
                calls.append(call)
        return calls


def sample_now() -> datetime:
    """The moment at which pictures of the sample shop are taken, so that they compare from one change to the next."""
    return datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
