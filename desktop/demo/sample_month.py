"""What the sample shop's day and month brought: the night's notes, returned parcels, claims, penalties, reviews."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from desktop.context import AppContext
from desktop.demo.kinds import EVIDENCE_KINDS
from desktop.demo.sample_goods import SampleGoods
from desktop.demo.sample_story import decide
from models.clock import FixedClock, zone
from models.kinds import CaseState, EvidenceSource, ParcelWay, Problem, RegisterKind
from models.money import Money
from models.records import CaseRow
from models.register_kinds import Condition, PaidKind, ReviewOrigin, UndeliverableReason
from models.register_records import Month, RegisterLine, RegisterQuery
from models.rules.penalty_points import Ledger
from models.store.order_import import ImportedOrder

_LEFT_AT = (time(5, 12), time(6, 30), time(3, 47), time(2, 20), time(7, 41))
_DONE, _TAKEN = 2, 1
_BUYERS = 2
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def work_on_month(
    ctx: AppContext, goods: SampleGoods, people: Sequence[int], orders: Sequence[ImportedOrder],
    draw: Callable[[str], bytes],
) -> None:  # fmt: skip
    """All of it through the services, at the shop's present; what happened before, with the clock set back.

    `draw` draws evidence of a kind.
    """
    said, shop_id = goods.month, ctx.shops.list_shops()[0].id
    month = Month.of(_today(ctx))
    _same_batch(ctx, goods, orders, draw)
    _night(ctx, said, people)
    _claims(ctx, said, month)
    _months_before(ctx, said, month, shop_id)
    _returns(ctx, said, goods, draw)
    _points_and_papers(ctx, said, shop_id)
    _reviews(ctx, said, shop_id, orders)
    ctx.shops.choose_person(people[0])


def _today(ctx: AppContext) -> date:
    return ctx.bench.clock.now().astimezone(zone(ctx.bench.time_zone)).date()


def _lines(ctx: AppContext, register: RegisterKind, month: Month) -> tuple[RegisterLine, ...]:
    return ctx.registers.sheet(RegisterQuery(register, month)).lines


def _at(ctx: AppContext, moment: datetime, act: Callable[[], object]) -> None:
    present = ctx.bench.clock
    ctx.bench.clock = FixedClock(moment)
    act()
    ctx.bench.clock = present


def _same_batch(
    ctx: AppContext, goods: SampleGoods, orders: Sequence[ImportedOrder], draw: Callable[[str], bytes]
) -> None:
    """Two buyers report the same style and batch within a week, which rings."""
    groups: dict[tuple[str, str], dict[str, ImportedOrder]] = {}
    now = ctx.bench.clock.now()
    # The newest first: what was signed lately is what buyers write about.
    for order in sorted(orders, key=lambda order: order.signed_at or _LONG_AGO, reverse=True):
        line = order.lines[0]
        if order.signed_at is not None and line.batch:
            group = groups.setdefault((line.sku, line.batch), {})
            group.setdefault(order.buyer_nick, order)
            if len(group) == _BUYERS:
                break
    several, kind = max(groups.values(), key=len), EVIDENCE_KINDS["damage_near"]
    for at, (order, summary) in enumerate(zip(several.values(), goods.month["batch_summary"], strict=False)):

        def report(order: ImportedOrder = order, summary: str = summary) -> None:
            target = ctx.cases.find_targets(order.number)[0]
            case_id = ctx.cases.open_case(problem=Problem.QUALITY, order_id=target.order_id, summary=summary)
            ctx.intake.add_bytes(
                case_id, draw(kind.code), kind.file_name(goods.lang, case_id), EvidenceSource.DROPPED,
                caption=kind.caption[goods.lang], tag="quality_photo",
            )  # fmt: skip
            decide(ctx, case_id, goods.lang)

        _at(ctx, now - timedelta(days=2 - at, hours=3), report)


def _night(ctx: AppContext, said: Mapping[str, Any], people: Sequence[int]) -> None:
    """What the night left for the morning; some of it is cleared by now."""
    here, today = zone(ctx.bench.time_zone), _today(ctx)
    busy = [row for row in ctx.cases.load_rows(range(1, 61)).values() if row.state is CaseState.IN_PROGRESS]
    ids: list[int] = []
    ctx.shops.choose_person(people[-1])
    for at, (text, left) in enumerate(zip(said["night"], _LEFT_AT, strict=True)):
        row = busy[at] if "{buyer}" in text else None
        words = text.replace("{buyer}", row.buyer_nick) if row is not None else text

        def leave(words: str = words, case_id: int | None = row.id if row is not None else None) -> None:
            ids.append(ctx.hand_over_items.leave(words, case_id=case_id, morning=today))

        _at(ctx, datetime.combine(today, left, here), leave)
    _passed_on(ctx, said, busy[-1])
    ctx.shops.choose_person(people[0])
    morning = datetime.combine(today, time(8, 20), here)
    for item in ids[:_DONE]:
        _at(ctx, morning, partial(ctx.hand_over_items.done, item, said["night_done"]))
    for item in ids[_DONE : _DONE + _TAKEN]:
        _at(ctx, morning, partial(ctx.hand_over_items.take, item))


def _passed_on(ctx: AppContext, said: Mapping[str, Any], row: CaseRow) -> None:
    """What two mornings could not clear."""
    here, first = zone(ctx.bench.time_zone), _today(ctx) - timedelta(days=2)
    items = [0]

    def leave() -> None:
        items.append(ctx.hand_over_items.leave(said["night_old"].replace("{buyer}", row.buyer_nick), case_id=row.id))

    _at(ctx, datetime.combine(first, time(1, 30), here), leave)
    for day, why in enumerate(said["night_passed"]):

        _at(ctx, datetime.combine(first + timedelta(days=day), time(11, 40), here), partial(_pass_on, ctx, items, why))


def _pass_on(ctx: AppContext, items: list[int], why: str) -> None:
    """The newest of the items goes on with another."""
    items.append(ctx.hand_over_items.pass_on(items[-1], why))


def _months_before(ctx: AppContext, said: Mapping[str, Any], month: Month, shop_id: int) -> None:
    """The claims of the two months before: settled with the carriers, closed; one answered after its month."""
    here = zone(ctx.bench.time_zone)
    for back in (2, 1):
        before = month.plus(-back)
        after = before.plus(1)
        lines = [line for line in _lines(ctx, RegisterKind.CARRIER_CLAIM, before) if line.shop_id == shop_id]
        if lines:
            answered = lines if back == 2 else []
            settle = partial(_settle, ctx, lines, answered, said["refused"])
            close = partial(
                ctx.month_closings.close, RegisterKind.CARRIER_CLAIM, before, shop_id, said["closing"]
            )
            _at(ctx, datetime(after.year, after.month, 1, 10, tzinfo=here), settle)
            _at(ctx, datetime(after.year, after.month, 2, 17, tzinfo=here), close)
    for line in lines[:1]:
        claimed = line.cells["claimed"]
        assert isinstance(claimed, Money)
        ctx.claims.answer(line.id, Money(claimed.minor * 8 // 10, claimed.currency), note=said["claim_note"])


def _settle(
    ctx: AppContext, lines: Sequence[RegisterLine], answered: Sequence[RegisterLine], refused: str
) -> None:  # fmt: skip
    """Handed in; the second of those answered is refused, the others are paid whole."""
    ctx.claims.hand_in([line.id for line in lines])
    for at, line in enumerate(answered):
        claimed = line.cells["claimed"]
        assert isinstance(claimed, Money)
        if at == 1:
            ctx.claims.answer(line.id, refused=True, note=refused)
        else:
            ctx.claims.answer(line.id, claimed)
            ctx.claims.receive(line.id, claimed)


def _claims(ctx: AppContext, said: Mapping[str, Any], month: Month) -> None:
    """Handed in, answered, paid, and one the carrier lets wait too long."""
    lines = [line for line in _lines(ctx, RegisterKind.CARRIER_CLAIM, month) if line.corrects is None]
    today = _today(ctx)
    for at, line in enumerate(lines[:5]):
        entered = line.entered_at.astimezone(zone(ctx.bench.time_zone)).date()
        ctx.claims.hand_in([line.id], on=max(entered, today - timedelta(days=2)), answer_days=(7, 1, 7, 3, 3)[at])
        claimed = line.cells["claimed"]
        if not isinstance(claimed, Money):
            continue
        if at == 0:
            ctx.claims.answer(line.id, claimed)
            ctx.claims.receive(line.id, claimed)
        elif at == 2:
            ctx.claims.answer(line.id, Money(claimed.minor * 8 // 10, claimed.currency), note=said["claim_note"])
    wrong = _lines(ctx, RegisterKind.WRONG_SHIPMENT, month)
    if wrong:
        ctx.registers.correct(wrong[0].id, {"responsible": said["responsible"], "sent": said["sent"]}, said["sent"])


def _returns(ctx: AppContext, said: Mapping[str, Any], goods: SampleGoods, draw: Callable[[str], bytes]) -> None:
    """Parcels that came: one looked into, some waiting, one of ours that could not be delivered, one of nobody."""
    back = [
        (row.id, parcel.tracking_number)
        for row in ctx.cases.load_rows(range(1, 61)).values()
        if row.state is CaseState.IN_PROGRESS and (order := ctx.cases.load_page(row.id).order) is not None
        for parcel in order.parcels
        if parcel.way is ParcelWay.RETURNED
    ]
    now = ctx.bench.clock.now()
    for at, (_, number) in enumerate(back[:3]):
        if at == 0:
            ctx.receiving.receive(number, condition=Condition.GOOD, note=said["inspected"])
        else:
            _at(ctx, now - timedelta(days=3 - at, hours=2), partial(ctx.receiving.arrive, number))
    sent = [
        parcel.tracking_number
        for row in ctx.cases.load_rows(range(1, 61)).values()
        if row.state in (CaseState.NEW, CaseState.OPEN, CaseState.WAITING)
        and row.problem in (Problem.ADDRESS_CHANGE, Problem.LATE)
        and (order := ctx.cases.load_page(row.id).order) is not None
        for parcel in order.parcels
        if parcel.way is ParcelWay.SENT
    ]
    for number in sent[:1]:
        ours = ctx.receiving.arrive(number).receipt.id
        ctx.receiving.undeliverable(ours, UndeliverableReason.NO_DELIVERY_POINT)
    awaited = ctx.receiving.awaited()
    for each in awaited[:1]:
        ctx.receiving.receive(
            "YQ00046010071902", case_id=each.case_id, condition=Condition.WORN, restock=False, note=said["worn"]
        )
    wanted = awaited[-1]
    owner = ctx.cases.load_page(wanted.case_id).buyer
    nobody = ctx.receiving.arrive("TM00620077907790", carrier=goods.desk["carrier"]).receipt.id
    ctx.receiving.describe(
        nobody, sender=owner.name or owner.nick if owner is not None else "", phone=owner.phone if owner else "",
        item=wanted.item, weight_grams=1200, carrier=goods.desk["carrier"], note=said["unmatched_item"],
    )  # fmt: skip
    ctx.receiving.add_photo(nobody, draw("waybill"), "IMG_7790.jpg", EvidenceSource.CAPTURED)


def _points_and_papers(ctx: AppContext, said: Mapping[str, Any], shop_id: int) -> None:
    """Penalties near a node, an invoice owed, a goodwill payment, freight repaid; each on its day."""
    here, today, now = zone(ctx.bench.time_zone), _today(ctx), ctx.bench.clock.now()
    old = partial(ctx.penalties.note, None, shop_id, points=8, ledger=Ledger.GENERAL, rule=said["penalty_old"])
    _at(ctx, datetime(today.year, 4, 9, 15, 20, tzinfo=here), old)
    every = ctx.cases.load_rows(range(1, 61)).values()
    rows = [row for row in every if row.state is CaseState.DONE]
    new = partial(ctx.penalties.note, rows[0].id, points=3, ledger=Ledger.GENERAL, rule=said["penalty_rule"])
    _at(ctx, now - timedelta(days=6, hours=2), new)
    invoice = next((row for row in every if row.problem is Problem.INVOICE), rows[1])
    if not any(line.case_id == invoice.id for line in _lines(ctx, RegisterKind.INVOICE, Month.of(today))):
        owe = partial(
            ctx.invoices.owe, invoice.id, said["invoice_title"], invoice.at_stake, today + timedelta(days=3)
        )  # fmt: skip
        _at(ctx, now - timedelta(days=1, hours=4), owe)
    goodwill = Money(1500, rows[1].at_stake.currency)
    pay = partial(ctx.paid_out.note, rows[1].id, PaidKind.GOODWILL, goodwill, said["goodwill"])
    _at(ctx, now - timedelta(days=3, hours=5), pay)
    owed = [line for line in _lines(ctx, RegisterKind.COMPENSATION, Month.of(today)) if not line.settled]
    for line in owed[:2]:
        _at(ctx, now - timedelta(hours=20), partial(ctx.paid_out.pay, line.id))


def _reviews(ctx: AppContext, said: Mapping[str, Any], shop_id: int, orders: Sequence[ImportedOrder]) -> None:
    """A pasted list; one of the bad ones answered in public."""
    signed = [order for order in orders if order.signed_at is not None][-len(said["reviews"]) :]
    here, now = zone(ctx.bench.time_zone), ctx.bench.clock.now()
    lines = ["订单号\t买家昵称\t评分\t评价内容\t评价时间"]
    for at, (order, (stars, text)) in enumerate(zip(signed, said["reviews"], strict=True)):
        written = (now - timedelta(hours=7 + 9 * at)).astimezone(here)
        lines.append(f"{order.number}\t{order.buyer_nick}\t{stars}\t{text}\t{written:%Y-%m-%d %H:%M}")
    ctx.reviews.take_in(ctx.reviews.preview_pasted(shop_id, "\n".join(lines)), ReviewOrigin.PASTED)
    ctx.reviews.answer(ctx.reviews.to_answer(shop_id)[0].id, said["review_reply"])
