"""What a case, its order, buyer, evidence and history already tell the packs, so that the wizard asks only the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from models.kinds import CaseState, OrderStatus, RegisterKind, Remedy, StepState, WeightVerdict
from models.money import Money
from models.order_records import Order
from models.records import CasePage
from models.rules.case_roads import GROUPS, implied_facts, likeliest, roads_of, stage_of
from models.rules.checklist import tags_there
from models.rules.weight_evidence import weigh

NO_NUMBERS: Final[Mapping[str, str]] = {}
EVERY_ROAD: Final = frozenset(name for names in GROUPS.values() for name in names)
_ITEM_LIMIT: Final = 160
# What a tag on evidence proves by being there; that it is missing proves nothing.
_PHOTOS: Final = frozenset(("photo", "photo_goods", "quality_photo", "quality_video"))
_OF_EVIDENCE: Final[Mapping[str, frozenset[str]]] = {
    "photo": _PHOTOS,
    "buyer_evidence": _PHOTOS | {"photo_box", "photo_of_all_items_on_scale"},
    "seller_evidence": frozenset(("dealer_voucher", "conformity_certificate", "customs_form_if_imported")),
    "carrier_record_exists": frozenset(("logistics_record", "tracking")),
    "verified": frozenset(("carrier_confirmation",)),
    "seller_proof": frozenset(("delivery_proof", "customer_signature")),
    "extorted": frozenset(("threat_chat",)),
}
_GOODS_CAME_BACK: Final = frozenset(("register_return", "inspect_return", "inspect_recalled", "open_parcel"))
_SENT_BACK: Final = frozenset((Remedy.RETURN_AND_REFUND, Remedy.EXCHANGE))


@dataclass(frozen=True, slots=True)
class Told:
    """A fact and where it comes from.

    `origin` is case, problem, order, buyer, shop, evidence, weighing or history where it stands so, `estimate` for the
    shop's own numbers, `assumed` where it is taken for likely until somebody says otherwise.
    """

    value: object
    origin: str


def told_facts(
    page: CasePage,
    numbers: Mapping[str, str] = NO_NUMBERS,
    *,
    answers: Mapping[str, object] = NO_NUMBERS,
    answered: frozenset[str] = EVERY_ROAD,
) -> dict[str, Told]:
    """Facts by the packs' names, with their origin. What is not known is absent, never false.

    `numbers` are the shop's own estimates as decimal strings: `goods_cost_rate` (cost over price), `freight` (one
    parcel), `claim_rate` and `lose_rate` (0 to 1). Without them a true cost says what it lacks. `answers` are those
    of the wizard: the road chosen there (`case_type`) brings what the problem says on it. `answered` are the kinds of
    case the packs answer.
    """
    found: dict[str, Told] = {}
    parts = (
        ("shop", _shop(page)), ("case", _case(page)), ("assumed", _assumed(page)), ("buyer", _buyer(page)),
        ("order", _order(page)), ("evidence", _evidence(page)), ("weighing", _weighing(page)),
        ("history", _history(page)),
        ("estimate", _estimates(page, numbers)),
    )  # fmt: skip
    for origin, facts in parts:
        found |= {name: Told(value, origin) for name, value in facts if value is not None}
    road = answers.get("case_type")
    if not isinstance(road, str) or not road:
        road = likeliest(roads_of(page.case, page.order, answered))
    if road:
        found["case_type"] = Told(road, "problem")
        found |= {name: Told(value, "problem") for name, value in implied_facts(page.case.problem, road).items()}
    found |= {name: Told(value, "assumed") for name, value in _of_road(page, road) if value is not None}
    return found


_Facts = Iterator[tuple[str, object]]


def _shop(page: CasePage) -> _Facts:
    order = page.order
    yield "platform", page.shop.platform.value
    yield "currency", order.currency if order else page.shop.currency
    yield "country", (order.country if order and len(order.country) == 2 else "") or page.shop.country
    yield "time_zone", page.shop.time_zone


def _case(page: CasePage) -> _Facts:
    yield "case_no", page.case.number
    yield "requested_at", page.case.opened_at
    yield "message_at", page.case.opened_at
    if page.case.state is CaseState.IN_DISPUTE and page.shop.platform.value in ("taobao", "tmall"):
        # Elsewhere the packs know this name only as a count of refunds.
        yield "platform_involved", True


def _assumed(page: CasePage) -> _Facts:
    """A case is opened when the buyer asks; the exact time of an application stands in the platform only."""
    yield "applied_at", page.case.opened_at
    yield "refund_requested_at", page.case.opened_at
    order = page.order
    if order is not None:
        yield "clicked_ship_at", order.shipped_at
        if len(order.lines) > 1:
            # Which of the items it is about nobody has said yet.
            yield "sku", order.lines[0].sku or None
            yield "batch", order.lines[0].batch or None


def _buyer(page: CasePage) -> _Facts:
    if page.buyer is not None:
        yield "buyer_id", page.buyer.nick
        yield "temperament", page.buyer.temperament.value


def _order(page: CasePage) -> _Facts:
    order = page.order
    if order is None:
        return
    yield "order_no", order.number
    for name in ("paid", "actual_amount"):
        yield name, order.paid
    yield "order_total", order.total
    for name in ("outbound_freight_paid", "freight_included"):
        yield name, order.freight
    for name in ("paid_at", "order_complete_at", "paid_on"):
        yield name, order.paid_at
    yield "shipped_at", order.shipped_at
    for name in ("signed_at", "possession_at", "delivered_at", "delivered", "accepted_at"):
        yield name, order.signed_at
    yield "carrier", order.carrier or None
    yield "tracking_no", ", ".join(order.tracking_numbers) or None
    if order.signed_at is not None:
        yield "signed", True
        yield "received", True
    stage = stage_of(order)
    if len(stage) == 1:
        for name in ("shipped", "dispatched"):
            yield name, stage != "b"
    if order.status is OrderStatus.SIGNED:
        yield "trade_success", True
    yield from _lines(order)


def _lines(order: Order) -> _Facts:
    if not order.lines:
        return
    first = order.lines[0]
    yield "item", _joined([line.item_title for line in order.lines])
    if len(order.lines) == 1:
        yield "sku", first.sku or None
        yield "batch", first.batch or None
    prices = priced_lines(order)
    if prices:
        yield "items", prices
        paid_ones = [amount for amount in prices.values() if Decimal(amount)]
        if len(paid_ones) == 1:
            yield "main_price", paid_ones[0]


def priced_lines(order: Order | None) -> dict[str, str]:
    """The order's lines as item and amount in decimals; empty unless every line has its price."""
    lines = order.lines if order is not None else ()
    found: dict[str, str] = {}
    for line in lines:
        if line.unit_price is None:
            return {}
        name = " ".join(part for part in (line.item_title, line.variant) if part)[:_ITEM_LIMIT]
        while name in found:
            name += " *"
        found[name] = str(Money(line.unit_price.minor * line.quantity, line.unit_price.currency).amount)
    return found


def _joined(titles: list[str]) -> str:
    whole = " / ".join(titles)
    return whole if len(whole) <= _ITEM_LIMIT else f"{titles[0][: _ITEM_LIMIT - 8]} (+{len(titles) - 1})"


def _evidence(page: CasePage) -> _Facts:
    tags = tags_there(page.evidence)
    for name, proving in _OF_EVIDENCE.items():
        if tags & proving:
            yield name, True


def _weighing(page: CasePage) -> _Facts:
    """What the weights of the parcel say; nothing where they cannot say."""
    if page.weighing is not None:
        verdict = weigh(page.weighing.weights).verdict
        if verdict is not WeightVerdict.CANNOT_SAY:
            yield "weight_confirms_short", verdict is WeightVerdict.PLAUSIBLE


def _history(page: CasePage) -> _Facts:
    """What was done about the case before: goods taken in, a return agreed, the buyer's own parcel."""
    came = [step.done_at for step in page.steps if step.rule in _GOODS_CAME_BACK and step.state is StepState.DONE]
    yield "received_back_at", min((moment for moment in came if moment is not None), default=None)
    if page.resolution is not None and page.resolution.remedy in _SENT_BACK:
        yield "agreed_at", page.resolution.decided_at
    for entry in page.registers:
        if entry.register is RegisterKind.RETURNED_PARCEL and entry.columns.get("buyer_tracking_no"):
            yield "buyer_tracking_no", entry.columns["buyer_tracking_no"]


def _of_road(page: CasePage, road: str) -> _Facts:
    if road == "withdrawal":
        yield "informed_at", page.case.opened_at
    if road == "cancellation":
        yield "cancelled_at", page.case.opened_at


def _estimates(page: CasePage, numbers: Mapping[str, str]) -> _Facts:
    for name in ("claim_rate", "lose_rate"):
        yield name, numbers.get(name)
    for name in ("freight_out", "freight_back", "freight_again"):
        yield name, numbers.get("freight")
    rate, order = numbers.get("goods_cost_rate"), page.order
    paid = order.paid if order is not None else None
    if rate is not None and order is not None and paid is not None:
        goods = paid - order.freight if order.freight is not None else paid
        yield "goods_cost", Money.of(goods.amount * Decimal(rate), goods.currency)
