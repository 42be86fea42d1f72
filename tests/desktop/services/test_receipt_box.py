"""Parcels nobody owns and parcels that came back undelivered: described, photographed, matched, let go, sent again."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from desktop.context import AppContext
from models.board_records import AlarmKind
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import (
    EvidenceSource,
    FileFault,
    Flag,
    Liability,
    OrderStatus,
    ParcelWay,
    Platform,
    Problem,
    RegisterKind,
    StepState,
)
from models.money import Money
from models.receiving_records import FoundKind, MatchedBy
from models.register_kinds import Condition, ReceiptKind, ReceiptState, RegisterState, UndeliverableReason
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from models.store.verify import verify_store
from models.store.verify_photos import PhotoFinding
from tests.desktop.services.test_receiving import BACK, agree, line_of, steps_of

Y = MatchedBy


def picture(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (12, 9), (number, 80, 40)).save(out, "PNG")
    return out.getvalue()


def test_the_box_keeps_describes_and_matches_with_photos(ctx: AppContext, tmp_path: Path) -> None:
    case_id = agree(ctx)
    taken = ctx.receiving.receive(BACK, condition=Condition.GOOD, pieces=1, shop_id=1)
    receipt = taken.receipt
    assert (receipt.unmatched, receipt.kind, receipt.condition) == (True, ReceiptKind.UNKNOWN, Condition.GOOD)
    assert (taken.refund_due, ctx.undo.peek_undo().code) == (False, "receipt_boxed")  # type: ignore[union-attr]
    assert ctx.receiving.look_up(BACK).receipt == receipt
    file = tmp_path / "盒子.png"
    file.write_bytes(picture(2))
    first = ctx.receiving.add_photo(receipt.id, picture(1), "../../p\x00hoto.png", EvidenceSource.CAPTURED)
    second = ctx.receiving.add_photo(receipt.id, file, "盒子.png", EvidenceSource.CHOSEN)
    assert ctx.receiving.add_photo(receipt.id, picture(1), "again.png", EvidenceSource.PASTED) == first
    assert ctx.receiving.photo_content(first) == picture(1)
    ctx.receiving.describe(
        receipt.id, sender="孙先生", phone="138-0000-0387", item="盘子 QH-P801", weight_grams=2400, note="箱角压了"
    )  # fmt: skip
    (match,) = ctx.receiving.matches(receipt.id)
    assert (match.case_id, match.buyer_nick) == (case_id, "花果山_大圣01")
    assert set(match.by) >= {Y.PHONE, Y.NAME, Y.SKU}
    held = ctx.receiving.match(receipt.id, case_id)
    assert held.refund_due
    assert held.receipt.state is ReceiptState.INSPECTED
    assert (held.receipt.matched_by, held.receipt.remind_at, held.photos_left) == ("小满", None, 0)
    page = ctx.cases.load_page(case_id)
    assert {item.sha256 for item in page.evidence} == {hashlib.sha256(picture(n)).hexdigest() for n in (1, 2)}
    assert {photo.evidence_id for photo in ctx.receiving.photos(receipt.id)} == {item.id for item in page.evidence}
    assert {item.tag for item in page.evidence} == {"return_photo"}
    # One line says it: that of the box made way for the one the case awaited.
    line = line_of(ctx, case_id)
    assert (line.id, line.state, line.columns["buyer_tracking_no"]) == (held.receipt.entry_id, RegisterState.DONE, BACK)
    assert ctx.receiving.unmatched() == ()
    with pytest.raises(UserError, match="receipt_has_case"):
        ctx.receiving.match(receipt.id, case_id)
    with pytest.raises(UserError, match="receipt_photo_is_evidence"):
        ctx.receiving.remove_photo(second)
    ctx.bench.undo_last()
    assert [each.id for each in ctx.receiving.unmatched()] == [receipt.id]
    assert {photo.evidence_id for photo in ctx.receiving.photos(receipt.id)} == {None}
    assert ctx.cases.load_page(case_id).evidence == ()
    ctx.bench.redo_last()
    assert len(ctx.cases.load_page(case_id).evidence) == 2
    assert verify_store(ctx.store).holds


def test_a_changed_or_missing_photo_is_named_and_can_be_put_back(
    ctx: AppContext, clock: FixedClock, tmp_path: Path
) -> None:  # fmt: skip
    receipt = ctx.receiving.arrive(BACK).receipt
    photos = [ctx.receiving.add_photo(receipt.id, picture(n), f"{n}.png", EvidenceSource.PASTED) for n in range(3)]
    files = [ctx.store.files.path(photo.sha256) for photo in ctx.receiving.photos(receipt.id)]
    assert (verify_store(ctx.store).photos_checked, verify_store(ctx.store).holds) == (3, True)
    files[0].chmod(0o600)
    files[0].write_bytes(b"x" * files[0].stat().st_size)
    files[1].unlink()
    report = verify_store(ctx.store)
    assert not report.holds
    assert {(one.photo_id, one.fault, one.parcel) for one in report.photos} == {
        (photos[0], FileFault.OTHER_BYTES, BACK), (photos[1], FileFault.GONE, BACK),
    }  # fmt: skip
    found: list[PhotoFinding] = []
    clock.advance(timedelta(hours=1))
    for _ in range(10):
        part = ctx.rolling.roll()
        found += part.photos
        if not part.more:
            break
    assert {one.photo_id for one in found} == {photos[0], photos[1]}
    assert not files[0].exists()
    assert {one.fault for one in ctx.integrity.verify_everything().photos} == {FileFault.KEPT_APART, FileFault.GONE}
    # Matched all the same: what is not as it came is no evidence.
    case_id = agree(ctx)
    held = ctx.receiving.match(receipt.id, case_id)
    assert (held.photos_left, len(ctx.cases.load_page(case_id).evidence)) == (2, 1)
    original = tmp_path / "original.png"
    original.write_bytes(picture(1))
    with pytest.raises(UserError, match="not_the_original"):
        ctx.integrity.photos.restore(photos[0], original)
    ctx.integrity.photos.restore(photos[1], original)
    ctx.receiving.add_photo(receipt.id, picture(0), "0.png", EvidenceSource.CHOSEN)
    assert ctx.integrity.verify_everything().holds
    assert set(ctx.store.files.kept()) == {photo.sha256 for photo in ctx.receiving.photos(receipt.id)}


def test_reminders_follow_the_setting_and_letting_go_keeps_the_reason(ctx: AppContext, clock: FixedClock) -> None:
    receipt = ctx.receiving.arrive("").receipt
    assert (ctx.receiving.reminder_days(), ctx.receiving.to_remind()) == ((1, 3, 7), ())
    for day, reminded in ((1, True), (2, False), (3, True), (7, True)):
        clock.advance(receipt.arrived_at + timedelta(days=day) - clock.now())
        assert [each.id for each in ctx.receiving.to_remind()] == ([receipt.id] if reminded else [])
        if reminded:
            ctx.receiving.reminded(receipt.id)
    assert ctx.receiving.find(receipt.id).remind_at is None
    with pytest.raises(UserError, match="receipt_remind_past"):
        ctx.receiving.remind(receipt.id, clock.now())
    later = clock.now() + timedelta(hours=2)
    ctx.receiving.remind(receipt.id, later)
    assert ctx.receiving.to_remind(later)[0].id == receipt.id
    for days in ([0], [366], [1.5], list(range(1, 13)), ["1"]):
        with pytest.raises(UserError, match="receipt_reminder_days"):
            ctx.receiving.set_reminder_days(days)  # type: ignore[arg-type]
    ctx.receiving.set_reminder_days([5, 2, 2])
    assert ctx.receiving.reminder_days() == (2, 5)
    with pytest.raises(UserError, match="text_empty"):
        ctx.receiving.let_go(receipt.id, " ")
    ctx.receiving.let_go(receipt.id, "三个月无人认领，捐了")
    (gone,) = ctx.receiving.let_gone()
    assert (gone.note, ctx.receiving.unmatched(), ctx.receiving.to_remind(later)) == ("三个月无人认领，捐了", (), ())
    with pytest.raises(UserError, match="receipt_let_go"):
        ctx.receiving.match(receipt.id, 1)
    ctx.receiving.take_up(receipt.id)
    assert [each.id for each in ctx.receiving.unmatched()] == [receipt.id]


def test_a_number_that_comes_in_later_is_proposed_and_never_matched_by_itself(ctx: AppContext) -> None:
    receipt = ctx.receiving.arrive("YQ44719026").receipt
    assert ctx.receiving.fresh_matches() == ()
    case_id = agree(ctx)
    (fresh,) = ctx.receiving.fresh_matches()
    assert (fresh.receipt.id, fresh.match.case_id, fresh.match.score, fresh.match.by) == (
        receipt.id, case_id, 100, (Y.NUMBER,),
    )  # fmt: skip
    (told,) = (alarm for alarm in ctx.today.board().alarms if alarm.kind is AlarmKind.PARCEL_FOUND)
    assert (told.count, told.of, told.title, told.case_number) == (
        1, receipt.id, "YQ44719026", ctx.cases.load_page(case_id).case.number,
    )  # fmt: skip
    assert ctx.receiving.find(receipt.id).case_id is None
    held = ctx.receiving.match(receipt.id, case_id)
    assert (held.receipt.kind, ctx.receiving.fresh_matches()) == (ReceiptKind.UNDELIVERABLE, ())


def test_an_order_without_a_case_is_proposed_and_gets_one(ctx: AppContext) -> None:
    receipt = ctx.receiving.arrive("YQ000044719026").receipt
    ship(ctx, "2611120009990", "YQ000044719026")
    (fresh,) = ctx.receiving.fresh_matches()
    assert (fresh.match.case_id, fresh.match.order_number) == (None, "2611120009990")
    held = ctx.receiving.match(receipt.id, None, order_id=fresh.match.order_id)
    assert ctx.cases.load_page(held.receipt.case_id or 0).case.problem is Problem.RETURNED_PARCEL
    with pytest.raises(NotFound):
        ctx.receiving.match(ctx.receiving.arrive("").receipt_id, None)


def ship(ctx: AppContext, number: str, parcel: str, nick: str = "花果山_大圣01") -> int:
    order = ImportedOrder(
        number, Platform.TAOBAO, "CNY", "Asia/Shanghai", paid=16800, buyer_nick=nick, status=OrderStatus.SHIPPED,
        tracking_numbers=(parcel,), lines=(ImportedLine("餐盘", "QH-1", "", 2, 8400, ""),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, [order]), undoable=False)
    return ctx.cases.find_targets(number)[0].order_id or 0


def came_back(ctx: AppContext, number: str, parcel: str, why: UndeliverableReason) -> int:
    ship(ctx, number, parcel)
    receipt = ctx.receiving.arrive(parcel).receipt
    ctx.receiving.undeliverable(receipt.id, why, note="快递员说不送")
    return receipt.id


def test_sent_again_by_ems_ours_the_first_time_and_the_buyers_the_next(ctx: AppContext) -> None:
    """R003-41."""
    ndp = UndeliverableReason.NO_DELIVERY_POINT
    first = came_back(ctx, "2611120000001", "YQ000000000001", ndp)
    offer = ctx.receiving.resend_offer(first)
    assert (offer.bearer, offer.tell_ems, offer.apologise, offer.carrier) == (Liability.MERCHANT, True, True, "EMS")
    texts = ctx.receiving.resend_texts(first, "EMS", "ea123456789cn")
    assert texts.reply.startswith("您好，您的包裹因“不到站”被快递退回，我们已改用EMS重新寄出，新单号 EA123456789CN")
    assert texts.remark == "因不到站退回，改发EMS EA123456789CN · 小满 · 2026-11-20"
    ctx.receiving.resend(first, "", "EA123456789CN", surcharge=Money(2200))
    receipt = ctx.receiving.find(first)
    page = ctx.cases.load_page(receipt.case_id or 0)
    assert (receipt.resent_with, receipt.surcharge, receipt.surcharge_bearer) == (
        "EMS",
        Money(2200),
        Liability.MERCHANT,
    )
    assert page.order is not None
    assert [(p.tracking_number, p.way) for p in page.order.parcels][-1] == ("EA123456789CN", ParcelWay.RESENT)
    freight = next(entry for entry in page.registers if entry.register is RegisterKind.COMPENSATION)
    assert (freight.amount, freight.columns["kind"], freight.columns["liability"]) == (
        Money(2200),
        "freight",
        "merchant",
    )
    steps = {step.rule: step for step in page.steps if step.state is StepState.OPEN}
    assert steps.keys() >= {"tell_reason", "mark_remark", "advise_ems", "extend_trade"}
    assert (steps["tell_reason"].note, page.case.flag) == (texts.reply, Flag.BLUE)
    with pytest.raises(UserError, match="receipt_resent"):
        ctx.receiving.resend(first, "EMS", "EA000000000CN")
    second = came_back(ctx, "2611120000002", "YQ000000000002", ndp)
    assert ctx.receiving.resend_offer(second).bearer is Liability.BUYER
    ctx.receiving.resend(second, "EMS", "EA123456700CN", surcharge=Money(2200))
    page = ctx.cases.load_page(ctx.receiving.find(second).case_id or 0)
    assert RegisterKind.COMPENSATION not in {entry.register for entry in page.registers}
    assert "send_postage_link" in {step.rule for step in page.steps}
    assert ctx.receiving.resend_offer(second, our_fault=True).bearer is Liability.MERCHANT
    ctx.bench.undo_last()
    assert ctx.receiving.find(second).resent_number == ""
    step_id = ctx.receiving.give_back(second)
    steps = steps_of(ctx, page.case.id)
    assert (steps["pay_refund_recalled"].id, steps["pay_refund_recalled"].due_at) == (step_id, ctx.clock.now())
    assert verify_store(ctx.store).holds


def test_what_cannot_be_sent_again_is_refused(ctx: AppContext) -> None:
    case_id = agree(ctx)
    returned = ctx.receiving.arrive(BACK, case_id=case_id).receipt_id
    boxed = ctx.receiving.arrive("YT0000000000777").receipt_id
    back = came_back(ctx, "2611120000003", "YQ000000000003", UndeliverableReason.REFUSED)
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: ctx.receiving.resend(returned, "EMS", "EA1234567"), "receipt_not_undeliverable"),
        (lambda: ctx.receiving.resend(boxed, "EMS", "EA1234567"), "receipt_without_case"),
        (lambda: ctx.receiving.resend(back, "EMS", "YQ000000000003"), "receipt_same_number"),
        (lambda: ctx.receiving.resend(back, "EMS", ""), "tracking_empty"),
        (lambda: ctx.receiving.resend(back, "EMS", "EA1234567", surcharge=Money(-1)), "receipt_surcharge"),
        (lambda: ctx.receiving.undeliverable(boxed, UndeliverableReason.OTHER), "receipt_without_case"),
        (lambda: ctx.receiving.inspect(boxed, condition=Condition.GOOD), "receipt_without_case"),
        (lambda: ctx.receiving.describe(boxed, weight_grams=-1), "receipt_weight"),
        (lambda: ctx.receiving.describe(boxed, tracking_number=BACK), "receipt_number_known"),
        (lambda: ctx.receiving.describe(returned), "receipt_has_case"),
        (lambda: ctx.receiving.add_photo(boxed, b"", "x", EvidenceSource.PASTED), "evidence_empty"),
        (lambda: ctx.receiving.take_up(boxed), "receipt_not_let_go"),
    )  # fmt: skip
    for act, code in refused:
        with pytest.raises(UserError, match=code):
            act()
    assert ctx.receiving.resend_offer(back).bearer is Liability.BUYER


def test_a_random_walk_never_doubles_and_is_undone_to_the_start(ctx: AppContext) -> None:
    chance = random.Random(8)
    case_id = agree(ctx)
    before = (steps_of(ctx, case_id), line_of(ctx, case_id))
    start = len(ctx.undo.done())
    numbers = [f"SF00000000000{n:02d}" for n in range(6)]
    for _ in range(25):
        number = chance.choice(numbers)
        box = ctx.receiving.unmatched()
        act = chance.randrange(4)
        if act == 0:
            ctx.receiving.arrive(number, case_id=case_id if chance.random() < 0.3 else None)
        elif act == 1:
            ctx.receiving.receive(number, condition=chance.choice(list(Condition)), pieces=chance.randrange(3))
        elif act == 2 and box:
            ctx.receiving.match(chance.choice(box).id, case_id)
        elif box:
            ctx.receiving.let_go(chance.choice(box).id, "找不到")
        found = [receipt.tracking_number for receipt in ctx.receiving.recent()]
        assert len(found) == len(set(found))
        assert all(ctx.receiving.look_up(each).kind is FoundKind.RECEIVED for each in found)
    while len(ctx.undo.done()) > start:
        ctx.bench.undo_last()
    assert (ctx.receiving.recent(), ctx.receiving.let_gone()) == ((), ())
    assert (steps_of(ctx, case_id), line_of(ctx, case_id)) == before
    assert verify_store(ctx.store).holds
