"""Replies of a case: filled in with what it tells, checked, and noted in the history when copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from desktop.context import AppContext
from desktop.services.replies import BLANK, reply_book
from desktop.words import sentence
from models.errors import UserError
from models.kinds import CaseState, ClockStatus, Liability, Platform, Problem, Remedy, Temperament, WaitingOn
from models.money import Money
from models.records import CasePage
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import open_case, walk_through

NEED = EvidenceNeed("photo_box", Text("外箱六面照", "All sides of the box"), "photo", "must", "buyer",
                    Text("请把外箱六个面都拍清楚。", "Please photograph all sides of the box."))  # fmt: skip
OURS = replace(NEED, id="waybill", label=Text("底单", "Waybill"), ask_text=Text())
SCALE = replace(NEED, id="scale", label=Text("称重照", "On a scale"), ask_text=Text("请称重拍照。", "Please weigh it."))


@pytest.fixture
def page(ctx: AppContext, case_id: int) -> CasePage:
    """A damaged parcel, just reported."""
    return ctx.cases.load_page(case_id)


def test_a_reply_says_what_the_case_tells(ctx: AppContext, page: CasePage) -> None:
    reply = ctx.replies.reply(page, "first_reply")
    assert (reply.tone, reply.language, reply.blanks) == ("neutral", "zh", ())
    assert all(part in reply.text for part in ("花果山_大圣01", "雾釉餐盘", "2611120003870", "小满"))
    # The first reply is no promise of a time; the offer, two days later, is.
    assert "11月22日 09:42" in reply.text
    assert "22 Nov, 09:42" in ctx.replies.reply(page, "first_reply", language="en").text
    assert not reply.checked.findings


def test_what_is_not_known_is_a_blank_and_listed(ctx: AppContext, page: CasePage) -> None:
    bare = replace(page, order=None, handler=None, clocks=(), shop=replace(page.shop, return_address=""))
    reply = ctx.replies.reply(bare, "return_refund_ours")
    assert reply.blanks == ("basis", "return_address", "order", "amount")
    assert ctx.replies.blank_names(reply, "zh") == ("依据", "退货地址", "订单号", "金额")
    assert ctx.replies.blank_names(reply, "en")[1] == "return address"
    assert reply.checked.blanks == reply.text.count(BLANK) == 4
    assert "None" not in "".join(each.text for each in ctx.replies.replies(bare, "zh"))


def test_midnight_ends_the_day_before_it(ctx: AppContext, page: CasePage) -> None:
    ends = datetime(2027, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=8)))
    clocks = tuple(replace(clock, due_at=ends) for clock in page.clocks)
    texts = [ctx.replies.reply(replace(page, clocks=clocks), "first_reply", "", each).text for each in ("zh", "en")]
    assert "12月31日 24:00 前" in texts[0]
    assert "by the end of 31 Dec." in texts[1]
    later = tuple(replace(clock, due_at=ends + timedelta(minutes=1)) for clock in clocks)
    assert "2027年1月1日 00:01" in ctx.replies.reply(replace(page, clocks=later), "first_reply").text


def test_a_time_that_has_passed_is_not_promised(ctx: AppContext, page: CasePage) -> None:
    late = tuple(replace(clock, due_at=ctx.clock.now() - timedelta(hours=1)) for clock in page.clocks)
    reply = ctx.replies.reply(replace(page, clocks=late), "answer_overdue")
    assert "deadline" in reply.blanks
    answered = replace(page, clocks=late[1:])
    assert ctx.replies.choices(answered, "zh")[0].id == "answer_overdue"


def test_the_tone_is_the_buyers_own(ctx: AppContext, page: CasePage) -> None:
    assert page.buyer is not None
    upset = replace(page, buyer=replace(page.buyer, temperament=Temperament.UPSET))
    assert ctx.replies.tone_of(upset) == "upset"
    texts = {ctx.replies.reply(upset, "soothe", tone).text for tone in ("", "mild", "neutral", "troublemaker")}
    assert len(texts) == 4
    assert ctx.replies.reply(upset, "soothe").text == ctx.replies.reply(page, "soothe", "upset").text


def test_the_language_is_what_the_buyer_reads(ctx: AppContext, page: CasePage) -> None:
    assert page.order is not None
    assert page.buyer is not None
    abroad = replace(page, shop=replace(page.shop, platform=Platform.EBAY))
    nobody = replace(page, order=None, buyer=None)
    lines = tuple(replace(line, item_title="Plate") for line in page.order.lines)
    latin = replace(page, order=replace(page.order, receiver="May", address="Bath", lines=lines),
                    buyer=replace(page.buyer, nick="may_01", name=""))  # fmt: skip
    cases = (page, abroad, nobody, latin)
    assert [ctx.replies.language_of(case, "zh") for case in cases] == ["zh", "en", "zh", "en"]


def test_evidence_is_asked_for_piece_by_piece_or_all_at_once(ctx: AppContext, page: CasePage) -> None:
    missing = (NEED, OURS, SCALE)
    names = [choice.id for choice in ctx.replies.choices(page, "zh", missing)]
    assert names[:2] == ["first_reply", "ask_evidence_all"]
    assert {"ask_evidence:photo_box", "ask_evidence:scale"} <= set(names)
    assert "ask_evidence:waybill" not in names
    one = ctx.replies.reply(page, "ask_evidence:photo_box", "mild", "zh", missing)
    assert NEED.ask_text.zh in one.text
    assert one.choice.title.endswith("外箱六面照")
    everything = ctx.replies.reply(page, "ask_evidence_all", "", "en", missing).text
    assert "\n1. Please photograph all sides of the box.\n2. Please weigh it.\n" in everything
    alone = [choice.id for choice in ctx.replies.choices(page, "zh", (NEED,))]
    assert "ask_evidence_all" not in alone
    assert not {"ask_evidence", "ask_evidence_all"} & {choice.id for choice in ctx.replies.choices(page, "zh")}


def test_all_of_a_case_may_be_copied_as_they_come(ctx: AppContext, page: CasePage) -> None:
    assert page.buyer is not None
    hostile = replace(page, buyer=replace(page.buyer, nick="哦{order}<b>好评返现</b>"))
    for language in ("zh", "en"):
        replies = ctx.replies.replies(hostile, language, missing=(NEED,))
        assert len(replies) >= len(reply_book().situations) - 2
        assert not any(reply.checked.refused for reply in replies)
    assert "哦{order}<b>好评返现</b>，您好" in ctx.replies.reply(hostile, "first_reply").text


def test_copying_answers_the_buyer_in_one_action(ctx: AppContext, page: CasePage) -> None:
    reply = ctx.replies.reply(page, "first_reply")

    def copy() -> bool:
        return ctx.replies.copied(page, reply.choice.id, reply.text, tone=reply.tone, language=reply.language)

    assert copy()
    after = ctx.cases.load_page(page.case.id)
    event = next(each for each in after.timeline if each.action == "reply_copied")
    assert (sentence(event, "zh"), sentence(event, "en")) == ("复制回复：首次回复", "Reply copied: First reply")
    # The text may hold what a buyer wants erased; it stands in its own row.
    assert reply.text not in str(event.details)
    assert [(each.text, each.situation, each.language) for each in after.replies] == [(reply.text, "first_reply", "zh")]
    assert (after.case.state, after.steps) == (CaseState.OPEN, page.steps)
    assert {clock.rule: clock.status for clock in after.clocks} == {
        "first_reply": ClockStatus.MET, "offer": ClockStatus.RUNNING,
    }  # fmt: skip
    # The same text again is no second reply.
    assert not copy()
    assert len(ctx.cases.load_page(page.case.id).timeline) == len(after.timeline)
    undone = ctx.bench.undo_last()
    assert undone is not None
    assert undone.code == "reply_copied"
    back = ctx.cases.load_page(page.case.id)
    assert (back.case.state, back.replies) == (CaseState.NEW, ())
    assert all(clock.status is ClockStatus.RUNNING for clock in back.clocks)
    ctx.bench.redo_last()
    assert ctx.cases.load_page(page.case.id).case.state is CaseState.OPEN
    assert verify_store(ctx.store).holds


def test_what_must_not_be_said_is_not_copied(ctx: AppContext, page: CasePage) -> None:
    length = len(page.timeline)
    for text, code in (("好评返现 5 元", "reply_refused"), ("长" * 5_000, "text_too_long"), ("\x00", "text_has_nul")):
        with pytest.raises(UserError, match=code):
            ctx.replies.copied(page, "first_reply", text)
    with pytest.raises(UserError, match="reply_not_found"):
        ctx.replies.copied(page, "nothing", "您好")
    with pytest.raises(UserError, match="reply_not_found"):
        ctx.replies.reply(page, "nothing")
    assert len(ctx.cases.load_page(page.case.id).timeline) == length
    warned = ctx.replies.checked("明天一定到")
    assert (warned.refused, warned.findings[0].code, warned.characters) == (False, "overpromise", 5)
    ctx.replies.copied(page, "first_reply", "明天一定到")


def test_the_wizards_message_is_the_reply_for_its_remedy(ctx: AppContext) -> None:
    answers = {"items_damaged": True, "items_missing": True}
    walk = walk_through(ctx, open_case(ctx, Problem.DAMAGED), answers)
    message = ctx.resolutions.texts(walk, "zh").message
    assert message.startswith("您的情况核实好了。包裹在送到您手上之前受损")
    assert "{" not in message
    ctx.resolutions.finish(walk, remedy_id=walk.offer.id, operation="op", language="zh")
    page = ctx.cases.load_page(walk.page.case.id)
    first = ctx.replies.choices(page, "zh")[0]
    # The case page then offers the same reply first.
    assert first.group == "remedies"
    assert ctx.replies.reply(page, first.id).text[:40] == message[:40]


def test_amounts_and_the_sellers_part(ctx: AppContext, page: CasePage) -> None:
    walk = walk_through(ctx, page.case.id, {"items_damaged": True, "items_missing": True})
    ctx.resolutions.finish(walk, remedy_id=walk.offer.id, operation="op", language="zh")
    written = ctx.cases.load_page(page.case.id)
    assert written.resolution is not None
    decided = replace(
        written.resolution, remedy=Remedy.PARTIAL_REFUND, refund=Money(1000), liable_to_buyer=Liability.MERCHANT
    )
    reply = ctx.replies.reply(replace(written, resolution=decided), "partial_refund")
    # 168 paid, 10 back: the form is told 158 (R003-46).
    assert "退您 ¥10.00" in reply.text
    assert "请填 ¥158.00" in reply.text
    assert written.order is not None
    freight = replace(written, order=replace(written.order, paid=Money(21500), freight=Money(1500)))
    assert "¥200.00" in ctx.replies.reply(freight, "invoice").text


def test_signs_follow_the_case(ctx: AppContext, page: CasePage) -> None:
    waiting = replace(page, case=replace(page.case, state=CaseState.WAITING, waiting_on=WaitingOn.CARRIER))
    assert ctx.replies.choices(waiting, "en")[0].id in ("verifying_carrier", "undeliverable")
    dispute = replace(page, case=replace(page.case, state=CaseState.IN_DISPUTE))
    assert "platform_in" in [each.id for each in ctx.replies.choices(dispute, "zh") if each.fits]
    shown = ctx.replies.choices(page, "zh")
    assert [each.fits for each in shown] == sorted((each.fits for each in shown), reverse=True)
    assert {each.group_title for each in shown} >= {"处理方案", "发货与物流"}
