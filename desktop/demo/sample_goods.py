"""The sample shop's goods, buyers and orders, made from the words in resources/sample_shop."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.platform.resources import resource
from models.kinds import OrderStatus, Platform
from models.store.order_import import ImportedLine, ImportedOrder


def _read(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(resource("sample_shop", f"{name}.json").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """An order with what the drawings need to know of its goods."""

    imported: ImportedOrder
    item: Mapping[str, Any]
    variant: Mapping[str, Any]
    carrier: str


class SampleGoods:
    """The words of one language, and orders made of them."""

    def __init__(self, lang: str, chance: random.Random, now: datetime) -> None:
        self.lang = lang
        self._chance = chance
        self._now = now
        words = _read("shop")
        first = words["shops"][0]
        self.shop = {name: value[lang] for name, value in first.items()}
        # In both languages a shop in China, where the packs that ship decide every problem.
        self.shop |= {name: first[name]["zh"] for name in ("platform", "currency", "time_zone")}
        second = words["shops"][1]
        self.second_shop = {name: value[lang] for name, value in second.items()}
        self.second_shop |= {name: second[name]["zh"] for name in ("platform", "currency", "time_zone")}
        self.desk: Mapping[str, Any] = {
            name: value[lang] for name, value in words["desk"].items() if isinstance(value, dict)
        }
        self.month: Mapping[str, Any] = {
            name: value[lang] for name, value in words["month"].items() if isinstance(value, dict)
        }
        self.people: Sequence[Mapping[str, Any]] = words["people"]
        self.carriers: Sequence[Mapping[str, Any]] = words["carriers"]
        self.depots = [depot[lang] for depot in words["depots"]]
        self.call_results: Sequence[Mapping[str, str]] = words["call_results"]
        self.buyers: Sequence[Mapping[str, Any]] = _read("buyers")[lang]
        self.items: Sequence[Mapping[str, Any]] = _read("items")["items"]
        self.problems: Mapping[str, Mapping[str, Any]] = _read("problems")["problems"]

    def orders(self, count: int) -> list[SampleOrder]:
        """Orders of the last four months, oldest first."""
        minutes = sorted((self._chance.randrange(60, 120 * 24 * 60) for _ in range(count)), reverse=True)
        return [self._order(at, self._now - timedelta(minutes=ago)) for at, ago in enumerate(minutes)]

    def _order(self, at: int, created: datetime) -> SampleOrder:
        chance, currency = self._chance, self.shop["currency"]
        # Every buyer orders at least once, the first ones more often.
        known = len(self.buyers)
        buyer = self.buyers[at if at < known else int(known * chance.random() ** 1.6)]
        item = chance.choice(self.items)
        variant = chance.choice(item["variants"])
        quantity = chance.choices((1, 2, 3), (8, 2, 1))[0]
        price = item["price"][currency]
        goods, freight = price * quantity, 0 if price * quantity >= 9900 else 800
        carrier = chance.choice(self.carriers)
        paid_at = created + timedelta(minutes=chance.randrange(1, 40))
        shipped = paid_at + timedelta(hours=chance.randrange(5, 40))
        signed = shipped + timedelta(hours=chance.randrange(36, 110))
        now = self._now
        sent, came = shipped < now, signed < now
        status = OrderStatus.SIGNED if came else OrderStatus.SHIPPED if sent else OrderStatus.PAID
        number = f"26{created:%m%d}{at:04d}{chance.randrange(10**9):09d}"
        imported = ImportedOrder(
            number=number, platform=Platform(self.shop["platform"]), currency=currency,
            time_zone=self.shop["time_zone"], status=status, status_text="", created_at=created, paid_at=paid_at,
            shipped_at=shipped if sent else None, signed_at=signed if came else None, goods=goods, freight=freight,
            discount=0, total=goods + freight, paid=goods + freight, refunded=0, receiver=buyer["name"],
            phone=buyer["phone"], address=buyer["address"], country="CN",
            carrier=carrier["name"][self.lang] if sent else "", buyer_nick=buyer["nick"], buyer_name=buyer["name"],
            tracking_numbers=(f"{carrier['prefix']}0000{chance.randrange(10**9):09d}",) if sent else (),
            lines=(ImportedLine(item["title"][self.lang], variant["code"], variant["name"][self.lang], quantity,
                                price, chance.choice(item["batches"]), item["weight_g"]),),
        )  # fmt: skip
        return SampleOrder(imported, item, variant, carrier["name"][self.lang])
