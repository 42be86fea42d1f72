"""Fills a folder with many plain, made-up cases, for measuring how the program does at size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from desktop.context import AppContext
from models.kinds import (
    CaseState,
    ClockStatus,
    EvidenceSource,
    Flag,
    Liability,
    MediaKind,
    OrderStatus,
    Platform,
    Problem,
    Role,
    Tier,
    WaitingOn,
)
from models.rules.pinyin import initials
from models.store.cases import OPEN_SHELF, shelf_of
from models.store.transaction import Transaction

_CHUNK = 5000
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "云山海月风林泉石竹松鹤舟桥雪霜露星河岚溪亭阁"
_ITEMS = (
    "雾釉餐盘 8 寸 四只装",
    "手冲壶 350 ml",
    "亚麻四件套 1.8m",
    "藤编台灯 小号",
    "榉木砧板 大号",
    "雾釉马克杯",
    "陶瓷花器",
)
_WORDS = (
    "外箱压坏",
    "少了一件",
    "颜色和图片不一样",
    "尺码偏小",
    "一直没有物流",
    "收到别人的东西",
    "开线了",
    "不想要了",
)
_CAPTIONS = ("外箱压痕特写", "面单", "破损处近景", "与商品页对比", "聊天记录", "开箱视频", "全部附件", "包装内侧")
_PROVES = ("到货时外箱已破", "签收当天提出", "承运商交接前完好", "数量与订单不符", "")
_TAGS = ("催得急", "老客", "先赔后查", "等补发", "大促", "破损高发")
# Most cases of a shop that has kept them for years are archived.
_STATES = (
    [CaseState.ARCHIVED] * 85 + [CaseState.DONE] * 5 + [CaseState.OPEN] * 3 + [CaseState.WAITING] * 3
    + [CaseState.IN_PROGRESS] * 2 + [CaseState.NEW, CaseState.IN_DISPUTE]
)  # fmt: skip


def generate_cases(
    context: AppContext, count: int, seed: int, progress: Callable[[int], None], *, evidence: int = 0
) -> None:
    """Add `count` cases, each with an order, a buyer, words to find and a line of history; the same for one seed.

    `evidence` rows are spread over them. They are rows only: no file is made, so that they can be listed, searched and
    counted, and a check of the folder rightly says that every file is missing.
    """
    maker = _Maker(context, random.Random(seed))
    for start in range(0, count, _CHUNK):
        part = min(_CHUNK, count - start)
        rows = evidence * (start + part) // count - evidence * start // count
        context.bench.act("sample_made", partial(maker.write, count=part, evidence=rows), undoable=False)
        progress(start + part)


class _Maker:
    """Makes rows with the ids that come next."""

    def __init__(self, context: AppContext, chance: random.Random) -> None:
        self._chance = chance
        self._now: datetime = context.clock.now()
        shops = context.shops.list_shops()
        self._shop = shops[0].id if shops else context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        names = [person.name for person in context.shops.list_people()]
        if not names:
            for name, role in (
                ("小满", Role.OWNER),
                ("禾姐", Role.SUPERVISOR),
                ("老秋", Role.WAREHOUSE),
                ("阿立", Role.AFTER_SALES),
            ):
                context.shops.add_person(name=name, role=role)
        self._people = context.shops.list_people()
        self._next = {noun: self._after(context, noun) for noun in ("buyer", "order", "case", "clock")}

    def _after(self, context: AppContext, noun: str) -> int:
        return context.store.highest_id(noun) + 1

    def write(self, transaction: Transaction, count: int, evidence: int = 0) -> None:
        """One transaction of `count` cases, with `evidence` rows spread over them."""
        buyers, orders, lines, parcels, cases, clocks = [], [], [], [], [], []
        first_case = self._next["case"]
        for row in self._rows(count):
            buyers.append(row["buyer"])
            orders.append(row["order"])
            lines.append(row["line"])
            parcels.append(row["parcel"])
            cases.append(row["case"])
            if row["clock"]:
                clocks.append(row["clock"])
        for noun, rows in (("buyer", buyers), ("order", orders), ("order_line", lines), ("parcel", parcels),
                           ("case", cases), ("clock", clocks)):  # fmt: skip
            transaction.insert_many(noun, rows)
        transaction.touch_buyers(buyer["id"] for buyer in buyers)
        opened = [case["opened_at"] for case in cases]
        transaction.insert_many("evidence", list(self._evidence(first_case, opened, evidence)))
        transaction.insert_many("case_tag", list(self._tags(first_case, count)))
        for case, case_id in zip(cases, range(first_case, first_case + count), strict=True):
            transaction.record(
                "case_opened", entity="case", entity_id=case_id, case_id=case_id, details={"problem": case["problem"]}
            )
            transaction.touch(case_id)

    def _evidence(self, first_case: int, opened: list[datetime], count: int) -> Iterator[dict[str, Any]]:
        chance = self._chance
        for at in range(count):
            place, number = at % len(opened), at // len(opened) + 1
            yield {
                "case_id": first_case + place, "number": number, "sha256": f"{chance.getrandbits(256):064x}",
                "size": chance.randrange(40_000, 6_000_000), "original_name": f"IMG_{chance.randrange(10_000):04d}.jpg",
                "media": MediaKind.PHOTO, "format": "jpeg", "source": EvidenceSource.DROPPED,
                "caption": chance.choice(_CAPTIONS), "proves": chance.choice(_PROVES), "imported_at": opened[place],
                "imported_by": chance.choice(self._people).name, "width": 3024, "height": 4032,
            }  # fmt: skip

    def _tags(self, first_case: int, count: int) -> Iterator[dict[str, Any]]:
        for case_id in range(first_case, first_case + count):
            if self._chance.randrange(8) == 0:
                yield {"case_id": case_id, "name": self._chance.choice(_TAGS)}

    def _take(self, noun: str) -> int:
        taken = self._next[noun]
        self._next[noun] = taken + 1
        return taken

    def _rows(self, count: int) -> Iterator[dict[str, Any]]:
        chance = self._chance
        for _ in range(count):
            buyer_id, order_id, case_id = self._take("buyer"), self._take("order"), self._take("case")
            opened = self._now - timedelta(minutes=chance.randrange(5, 3 * 365 * 24 * 60))
            state = chance.choice(_STATES)
            running = shelf_of(state) == OPEN_SHELF
            snoozed = state is CaseState.WAITING and chance.randrange(4) == 0
            if running:
                opened = self._now - timedelta(minutes=chance.randrange(5, 20 * 24 * 60))
            nick = f"{chance.choice(_SURNAMES)}{chance.choice(_GIVEN)}{chance.choice(_GIVEN)}_{buyer_id}"
            phone = f"1380000{chance.randrange(10_000):04d}"
            number = f"26{opened:%m%d}{order_id:013d}"
            paid = chance.randrange(990, 59_900)
            person = chance.choice(self._people)
            due = self._now + timedelta(minutes=chance.randrange(-2000, 10_000))
            yield {
                "buyer": {
                    "id": buyer_id, "shop_id": self._shop, "nick": nick, "pinyin": initials(nick), "phone": phone,
                    "phone_tail": phone[-4:], "tier": chance.choice([Tier.NONE] * 8 + [Tier.V1, Tier.V2, Tier.V3]),
                },
                "order": {
                    "id": order_id, "shop_id": self._shop, "buyer_id": buyer_id, "platform": Platform.TAOBAO,
                    "number": number, "status": OrderStatus.SIGNED, "currency": "CNY", "time_zone": "Asia/Shanghai",
                    "created_at": opened - timedelta(days=6), "paid_at": opened - timedelta(days=6), "paid": paid,
                    "total": paid, "imported_at": opened,
                },
                "line": {"order_id": order_id, "position": 0, "item_title": chance.choice(_ITEMS),
                         "sku": f"QH-{chance.randrange(400):03d}"},
                "parcel": {"order_id": order_id, "tracking_number": f"YQ{chance.randrange(10**12):012d}"},
                "case": {
                    "id": case_id, "number": f"A{opened:%y%m}-{case_id:06d}", "shop_id": self._shop,
                    "order_id": order_id, "buyer_id": buyer_id, "state": state,
                    "shelf": shelf_of(state, snoozed=snoozed), "snoozed_until": due if snoozed else None,
                    "problem": chance.choice(list(Problem)), "liability": chance.choice(list(Liability)),
                    "waiting_on": chance.choice(list(WaitingOn)), "handler_id": person.id,
                    "handler_name": person.name, "flag": chance.choice([Flag.NONE] * 6 + [Flag.BLUE, Flag.RED]),
                    "at_stake": paid, "currency": "CNY", "summary": chance.choice(_WORDS), "buyer_nick": nick,
                    "order_number": number, "opened_at": opened, "updated_at": opened,
                },
                "clock": {
                    "id": self._take("clock"), "case_id": case_id, "rule": "respond", "label_zh": "退款申请应答",
                    "label_en": "Answer the request", "who": WaitingOn.US, "due_at": due, "started_at": opened,
                    "status": ClockStatus.RUNNING,
                } if running else None,
            }  # fmt: skip
