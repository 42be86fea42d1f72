"""Freezes the present schema: `python -m tests.frozen.freeze`, once, in the change that adds it."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

from desktop.bootstrap import build
from desktop.context import AppContext
from desktop.demo.sample_story import decide
from desktop.services.case_life import MoveAnswers
from desktop.services.case_texts import TextDraft
from desktop.services.parcels import ParcelEntry
from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from models.case_query import CaseFilters, CaseQuery
from models.clock import FixedClock
from models.kinds import (
    CallOutcome,
    CaseState,
    Consent,
    DisputeOutcome,
    EvidenceSource,
    Paper,
    ParcelWay,
    Platform,
    Problem,
    RegisterKind,
    Role,
    SnoozeEvent,
    TextDraftKind,
    Tier,
)
from models.money import Money
from models.packet_records import ExhibitPlan
from models.register_kinds import Condition, PaidKind, ReviewOrigin, UndeliverableReason
from models.register_records import Month, RegisterQuery
from models.rules.annotations import Layer, NumberMark, Sheet
from models.rules.call_settings import CallRules, Hours, QuietDays, TierRule
from models.rules.rhythms import Rhythm, RhythmUnit
from models.rules.weight_evidence import ParcelWeights, WeightLine
from models.store.migrations import SCHEMA_VERSION
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from models.store.watched_files import WatchedFile, keep_arrivals

HERE = Path(__file__).resolve().parent


def freeze(folder: Path) -> None:
    """A small shop with a row in every table that the program writes, and two evidence files."""
    context = build(folder, clock=FixedClock(datetime(2026, 11, 20, 1, 42, tzinfo=UTC)), threads=False)
    context.shops.choose_person(context.shops.add_person(name="小满", role=Role.OWNER))
    shop = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    orders = [
        ImportedOrder(
            number=f"26111200000{at}", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
            created_at=datetime(2026, 11, 10, 3, 50, tzinfo=UTC), paid_at=datetime(2026, 11, 10, 4, tzinfo=UTC),
            signed_at=datetime(2026, 11, 18, 6, 6, tzinfo=UTC),
            buyer_nick=f"花果山_大圣0{at}", phone="13800000387", carrier="云雀速递", tracking_numbers=(f"YQ00004471902{at}",),
            lines=(ImportedLine("雾釉餐盘 8 寸 四只装", "QH-1", "苔青", 1, 16800, "2610B", 2310),),
        )
        for at in range(3)
    ]  # fmt: skip
    context.bench.act("orders_imported", lambda transaction: import_orders(transaction, shop, orders), undoable=False)
    for at, problem in enumerate((Problem.DAMAGED, Problem.MISSING_ITEM, Problem.QUALITY)):
        order = context.cases.find_targets(orders[at].number)[0]
        case_id = context.cases.open_case(problem=problem, order_id=order.order_id, summary="打开就碎了两只")
        context.cases.change_state([case_id], CaseState.OPEN)
        context.cases.add_note(case_id, "已转快递核实")
        context.intake.add_bytes(case_id, f"聊天记录 {at % 2}".encode(), "聊天记录.txt", EvidenceSource.PASTED)
        walk = context.resolutions.start(case_id)
        for _ in range(20):
            question = walk.conclusion.next_question
            if question is None:
                break
            value = question.answers[0].value if question.answers else None
            walk = context.resolutions.evaluate(walk, {**walk.answers, question.fact: value})
        if at == 0:
            context.resolutions.finish(
                walk, remedy_id=walk.conclusion.remedies[0].id, operation="frozen", language="zh"
            )
        elif at == 1:
            context.resolutions.save_draft(case_id, walk.answers)
        assert order.buyer_id is not None
        context.call_backs.set_consent(order.buyer_id, Consent.GIVEN)
        context.call_backs.set_tier(order.buyer_id, Tier.V2)
    _work_at_desks(context)
    _work_on_evidence(context)
    _hand_out_packets(context)
    _call(context)
    _keep_the_month(context)
    context.close()
    for leftover in ("app.lock", "anchors.log"):
        (folder / leftover).unlink(missing_ok=True)
    for room in ("logs", "cache", "staging", "quarantine", "backups"):
        for path in sorted((folder / room).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        (folder / room).rmdir()


def _work_at_desks(context: AppContext) -> None:
    """Tags, a link, a split, a merge, a snooze, texts, a view and a parcel on the three cases; buyers with notes."""
    one, two, three = 1, 2, 3
    context.case_tags.add_tags([one, two], ["催发"])
    context.joining.link(one, two)
    context.texts.reply_copied(one, "今天给您补发", language="zh")
    context.texts.keep_draft(one, TextDraftKind.NOTE, TextDraft("还没写完"))
    context.saved_views.save("老客", CaseQuery(filters=CaseFilters(tiers=(Tier.V2,))))
    context.parcels.add(one, ParcelEntry("YQ00045000071902", carrier="云雀速递", way=ParcelWay.RESENT))
    context.snoozing.snooze([three], context.clock.now() + timedelta(days=1), event=SnoozeEvent.EVIDENCE_ADDED)
    page = context.cases.load_page(two)
    assert page.buyer is not None
    twice = context.cases.open_case(problem=Problem.MISSING_ITEM, order_id=page.case.order_id)
    context.joining.merge(two, [twice])
    context.buyers.add_note(page.buyer.id, "说话直，但讲道理")
    context.buyers.rename(page.buyer.id, "齐天大圣01")


def _work_on_evidence(context: AppContext) -> None:
    """Two photos alike in two cases, marked, redacted, weighed, asked for; and a file that waits in a watched folder."""
    one, two = 1, 2
    photo = context.intake.add_bytes(one, _photo(90), "IMG_0387.jpg", EvidenceSource.CAPTURED, tag="photo").evidence_id
    again = context.intake.add_bytes(two, _photo(40), "微信图片.jpg", EvidenceSource.PASTED).evidence_id
    assert photo is not None
    assert again is not None
    drawn = Sheet(320, 240, marks=(NumberMark(points=((80.0, 60.0),), legend="裂纹"),))
    context.annotations.save_layer(photo, Layer((drawn,)))
    context.redactions.redact(photo, [(10, 10, 60, 40)])
    context.likeness.look_at([photo, again])
    weights = ParcelWeights(
        (WeightLine("雾釉餐盘 8 寸", 4, 520, 10, 1, "QH-1"),), waybill=2310, waybill_step=10, packing=230
    )
    context.weighings.save(one, weights, scale_evidence_id=photo, keep_items=True)
    context.checklists.mark_asked(two, [context.checklists.of_case(two).askable[0].id])
    arrived = WatchedFile("聊天图片", "2026-11/IMG_0388.jpg", 4, 1, seen_at=context.clock.now())
    with context.store.write(context.bench.stamp()) as transaction:
        keep_arrivals(transaction, [arrived])


def _hand_out_packets(context: AppContext) -> None:
    """Two packets of one case, the second the next version of the first, which was lost; and a plan for a third."""
    one = 1
    plan = replace(context.packet_plans.read(one), preset="print", exhibits=(ExhibitPlan(1, per_page=4),))
    context.packet_plans.keep(one, plan)
    first = context.packets.make_packet(one, out=None).packet
    context.packet_outcomes.record(first.id, DisputeOutcome.PARTLY, Money(8400), "平台判各担一半")
    context.packet_plans.next_version(first.id)
    context.packets.make_packet(one, out=None)
    context.packet_plans.keep(
        one, replace(context.packet_plans.read(one), paper=Paper.LETTER, texts=(("summary", "补寄"),))
    )


def _call(context: AppContext) -> None:
    """What was agreed and wished, a special buyer, a declined tier, quiet days, calls of every kind, a calendar file."""
    one, two, three = (context.cases.load_page(case_id).case.buyer_id for case_id in (1, 2, 3))
    assert one is not None
    assert two is not None
    assert three is not None
    today = context.call_backs.desk().today
    context.contact.agree(one, Channel.WECHAT, "chat")
    context.contact.withdraw(two, Channel.SMS, "phone")
    context.contact.set_preferences(
        one, rhythm=Rhythm(2, RhythmUnit.WEEKS), hours=Hours("10:00", "12:00", (0, 2)), channel=Channel.WECHAT,
        person_id=1, birthday="03-02",
    )  # fmt: skip
    context.vips.mark_special(two)
    context.call_rules.keep(CallRules(tiers_on=True, tiers=(TierRule(Tier.V3, orders=1),), capacity=6))
    context.vips.decline([one])
    context.quiet_periods.add(QuietDays(today, today + timedelta(days=2), "盘点", yearly=True, shop_id=1))
    context.quiet_periods.add(QuietDays(today + timedelta(days=9), today + timedelta(days=12), person_id=1))
    context.call_backs.log_call(CallOutcome.WRONG_NUMBER, buyer_id=two)
    context.call_backs.log_call(
        CallOutcome.REACHED, buyer_id=one, satisfaction=Satisfaction.SATISFIED, tags=("要返单",), minutes=6, note="壶好用",
        promise=("留两只同色马克杯", today + timedelta(days=15)), opened_case_id=1,
    )  # fmt: skip
    context.life.move([3], CaseState.DONE, MoveAnswers(reason="买家不再需要"))
    context.case_calls.plan(3)
    context.calendar_feed.export(context.store.folder.cache / "calls.ics", language="zh")


def _keep_the_month(context: AppContext) -> None:
    """Items of a night, parcels that came with and without an owner, claims, points, reviews, a batch, months closed."""
    shop, month = 1, Month(2026, 11)
    items = context.hand_over_items
    items.take(items.leave("同意补寄 2 只，16:00 前发出", case_id=1))
    items.done(items.leave("拍箱唛发质检"), "已拍")
    items.pass_on(items.leave("网点 09:30 后可取异常证明", case_id=2), "网点没开门")
    context.receiving.receive("YQ00045000071903", case_id=1, condition=Condition.DAMAGED, pieces=3, restock=False)
    sent = context.cases.load_page(2).order
    assert sent is not None
    back = context.receiving.arrive(sent.parcels[0].tracking_number).receipt.id
    context.receiving.undeliverable(back, UndeliverableReason.NO_DELIVERY_POINT)
    context.receiving.resend(back, "EMS", "EMS0000000387CN", surcharge=Money(1200))
    nobody = context.receiving.arrive("TM00620077907790", carrier="云雀速递").receipt.id
    context.receiving.describe(nobody, sender="王先生", phone="13800000388", item="手冲壶", weight_grams=1200)
    context.receiving.add_photo(nobody, _photo(70), "IMG_7790.jpg", EvidenceSource.CAPTURED)
    photographed = context.receiving.arrive("TM00620077907791").receipt.id
    context.receiving.add_photo(photographed, _photo(60), "IMG_7791.jpg", EvidenceSource.CHOSEN)
    context.receiving.match(photographed, 1)
    claims = [line.id for line in context.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, month)).lines]
    context.claims.hand_in(claims, answer_days=7)
    context.claims.answer(claims[0], Money(8000))
    context.claims.receive(claims[0], Money(5000))
    context.penalties.note(1, points=3, rule="未按约定时间发货")
    context.penalties.note(None, shop, points=2, expected=True)
    context.invoices.issue(context.invoices.owe(1, "水帘洞商贸有限公司", Money(16800)), "F-0001")
    context.paid_out.note(2, PaidKind.GOODWILL, Money(1500), "老客")
    table = "订单号\t评分\t评价内容\n261112000000\t1\t破损，不给钱就差评\n261112000001\t5\t发货慢"
    context.reviews.take_in(context.reviews.preview_pasted(shop, table), ReviewOrigin.PASTED)
    context.reviews.report(1)
    context.reviews.answer(1, "已补寄")
    order = context.cases.load_page(3).case.order_id
    decide(context, context.cases.open_case(problem=Problem.QUALITY, order_id=order, summary="盘底有裂纹"), "zh")
    quality = context.registers.sheet(RegisterQuery(RegisterKind.QUALITY, month)).lines[0].id
    context.batch_alarms.mark_severe(quality, True)
    context.batch_alarms.acknowledge("QH-1", "2610B", stock_down=True, supplier_told=True, note="已下架", shop_id=shop)
    # A month is closed once it is over; what comes after is a correcting line of the next.
    context.bench.clock = FixedClock(datetime(2026, 12, 1, 2, tzinfo=UTC))
    closings = context.month_closings
    closings.reopen(closings.close(RegisterKind.CARRIER_CLAIM, month, shop, "对账"), "网点补赔")
    closings.close(RegisterKind.CARRIER_CLAIM, month, shop)
    context.registers.correct(claims[0], {"claimed": Money(8800)}, "按声明价值")


def _photo(quality: int) -> bytes:
    picture = Image.new("RGB", (320, 240), "#8a6a4f")
    pen = ImageDraw.Draw(picture)
    for at in range(12):
        pen.ellipse((at * 23, at * 13, at * 23 + 90, at * 13 + 60), fill=(20 * at, 200 - 12 * at, 90 + 9 * at))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


if __name__ == "__main__":
    target = HERE / f"schema_{SCHEMA_VERSION}"
    if target.exists():
        sys.exit(f"schema {SCHEMA_VERSION} is frozen already")
    freeze(target)
