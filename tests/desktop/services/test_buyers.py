"""Buyers: what may be written about them, other IDs, and two who turn out to be one, taken back without a trace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.buyer_records import BuyerFilters, BuyerQuery, BuyerSort
from models.case_query import CaseQuery
from models.errors import NotFound, UserError
from models.kinds import BuyerFlag, CallBackState, CallOutcome, Consent, Platform, Problem, Temperament, Tier
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

if TYPE_CHECKING:
    from desktop.context import AppContext

KEPT, OTHER = "花果山_大圣01", "大圣_小号"
_MOVED = ("buyer", "order", "case", "call_back", "call_record", "buyer_note", "former_nick")


def an_order(ctx: AppContext, number: str, nick: str, *, shop: int = 1, paid: int = 16800, refunded: int = 0) -> int:
    order = ImportedOrder(
        number=number, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=paid,
        refunded=refunded, created_at=ctx.clock.now() - timedelta(days=len(number)), receiver="孙先生",
        phone="13800000387", address="花果山水帘洞", buyer_nick=nick, lines=(ImportedLine("餐盘", quantity=2),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda made: import_orders(made, shop, [order]), undoable=False)
    return ctx.buyers.find_buyer_id(nick)


@pytest.fixture
def two(ctx: AppContext) -> tuple[int, int]:
    """One person with two IDs: orders, cases, notes, calls and an open call-back under both."""
    kept, other = an_order(ctx, "1001", KEPT), an_order(ctx, "100200", OTHER, refunded=5000)
    ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=kept)
    ctx.cases.open_case(problem=Problem.LATE, buyer_id=other)
    for buyer, tier in ((kept, Tier.V1), (other, Tier.V3)):
        ctx.call_backs.set_consent(buyer, Consent.GIVEN, "chat")
        ctx.call_backs.set_tier(buyer, tier)
    ctx.buyers.change_field(kept, "phone", "")
    ctx.buyers.change_field(other, "wechat", "dasheng_500")
    ctx.buyers.change_field(kept, "note", "先打电话")
    ctx.buyers.change_field(other, "note", "爱喝茶")
    ctx.buyers.add_note(other, "嫌包装薄")
    ctx.buyers.set_flag(kept, BuyerFlag.KEEP_PROOF, True)
    ctx.buyers.set_flag(other, BuyerFlag.NEEDS_CARE, True)
    ctx.call_backs.log_call(CallOutcome.NO_ANSWER, buyer_id=other, note="在忙")
    return kept, other


def rows_now(ctx: AppContext) -> Mapping[str, list[tuple[object, ...]]]:
    """Every row that counts of the tables a merge touches, but for when a case was last touched."""
    found = {}
    for table in _MOVED:
        names = [row[1] for row in ctx.store.database.execute_sql(f'PRAGMA table_info("{table}")')]
        alive = " WHERE deleted_at IS NULL" if "deleted_at" in names else ""
        columns = ", ".join(name for name in names if name != "updated_at")
        found[table] = ctx.store.database.execute_sql(f'SELECT {columns} FROM "{table}"{alive} ORDER BY id').fetchall()
    return found


def listed(ctx: AppContext, text: str = "", **asked: object) -> list[int]:
    return list(ctx.buyers.list_buyer_ids(BuyerQuery(text=text, **asked)))  # type: ignore[arg-type]


def test_a_merge_moves_everything_and_undo_puts_every_row_back(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    before, events = rows_now(ctx), len(ctx.buyers.load_card(kept).events)
    plan = ctx.buyers.plan_merge(kept, other)
    assert plan.two_call_backs
    assert (plan.moves["order"], plan.moves["case"], plan.moves["buyer_note"]) == (1, 1, 1)
    assert {each.name for each in plan.fields if each.from_other} == {"phone", "wechat", "tier"}
    ctx.buyers.merge(kept, other)
    card = ctx.buyers.load_card(kept)
    assert (card.numbers.orders, card.numbers.cases, card.numbers.refunded.minor) == (2, 2, 5000)
    assert (card.buyer.tier, card.buyer.phone, card.buyer.wechat) == (Tier.V3, "13800000387", "dasheng_500")
    assert (card.buyer.note, {note.text for note in card.notes}) == ("先打电话", {"爱喝茶", "嫌包装薄"})
    assert set(card.buyer.flags) == {BuyerFlag.KEEP_PROOF, BuyerFlag.NEEDS_CARE}
    assert [each.nick for each in card.former] == [OTHER]
    assert card.next_call is not None
    assert card.call_count == 1
    assert card.events[0].action == "buyers_merged"
    assert ctx.buyers.load_card(other).events[0].action == "buyer_merged_away"
    assert listed(ctx) == [kept]
    assert listed(ctx, OTHER) == [kept]
    assert ctx.buyers.find_buyer_id(OTHER) == ctx.buyers.find_buyer_id(f"#{other}") == kept
    rows = ctx.cases.load_rows([case.id for case in card.cases])
    assert {row.buyer_nick for row in rows.values()} == {KEPT}
    undone = ctx.bench.undo_last()
    assert undone is not None
    assert undone.code == "buyers_merged"
    assert rows_now(ctx) == before
    assert len(ctx.buyers.load_card(kept).events) == events + 1
    assert listed(ctx, OTHER) == [other]
    ctx.bench.redo_last()
    assert listed(ctx) == [kept]


def test_the_earlier_call_back_stays_and_a_refusal_of_either_wins(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    first, second = ctx.buyers.load_card(kept).next_call, ctx.buyers.load_card(other).next_call
    assert first is not None
    assert second is not None
    ctx.call_backs.move(first.id, date(2026, 12, 20))
    ctx.call_backs.move(second.id, date(2026, 12, 1))
    ctx.buyers.merge(kept, other, ())
    found = ctx.buyers.load_card(kept)
    assert found.next_call is not None
    assert (found.next_call.id, found.next_call.due_on) == (second.id, date(2026, 12, 1))
    assert found.buyer.tier is Tier.V1
    ctx.bench.undo_last()
    ctx.call_backs.set_consent(other, Consent.REFUSED, "phone")
    ctx.buyers.merge(kept, other)
    merged = ctx.buyers.load_card(kept)
    assert (merged.buyer.consent, merged.buyer.consent_way, merged.next_call) == (Consent.REFUSED, "phone", None)
    ctx.call_backs.set_consent(kept, Consent.REFUSED)
    assert ctx.buyers.find_buyer(kept).consent_way == "phone"
    states = ctx.store.database.execute_sql("SELECT state FROM call_back WHERE deleted_at IS NULL").fetchall()
    assert {state for (state,) in states} == {CallBackState.SKIPPED.value}


def test_only_two_present_buyers_of_one_shop_are_merged(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    shop = ctx.shops.add_shop(name="二号店", platform=Platform.TAOBAO)
    stranger = an_order(ctx, "9", "别店的人", shop=shop)
    third = an_order(ctx, "77", "路人")
    before = rows_now(ctx)
    for pair, code in (((kept, kept), "buyers_same"), ((kept, stranger), "buyers_of_two_shops")):
        with pytest.raises(UserError) as refused:
            ctx.buyers.merge(*pair)
        assert refused.value.code == code
    assert rows_now(ctx) == before
    ctx.buyers.merge(third, other)
    ctx.buyers.merge(kept, third)
    assert ctx.buyers.find_buyer_id(OTHER) == ctx.buyers.find_buyer_id("路人") == kept
    assert ctx.buyers.find_buyer(other).merged_into == kept
    with pytest.raises(UserError, match="buyer_already_merged"):
        ctx.buyers.merge(other, kept)
    with pytest.raises(NotFound):
        ctx.buyers.merge(kept, 999)


def test_orders_that_come_in_under_an_old_id_are_the_present_buyers(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    ctx.buyers.merge(kept, other)
    ctx.buyers.rename(kept, "齐天大圣")
    count = ctx.buyers.count_buyers()
    for number, nick in (("501", OTHER), ("502", KEPT), ("503", "齐天大圣")):
        assert an_order(ctx, number, nick) == kept
    assert ctx.buyers.load_card(kept).numbers.orders == 5
    assert ctx.buyers.count_buyers() == count


def test_a_new_id_is_shown_everywhere_and_the_old_one_still_found(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    before = rows_now(ctx)
    with pytest.raises(UserError) as taken:
        ctx.buyers.rename(kept, OTHER)
    assert (taken.value.code, taken.value.values["other"]) == ("buyer_nick_taken", other)
    assert not ctx.buyers.rename(kept, f" {KEPT} ")
    ctx.buyers.rename(kept, "齐天大圣")
    card = ctx.buyers.load_card(kept)
    assert [row.buyer_nick for row in ctx.cases.load_rows([card.cases[0].id]).values()] == ["齐天大圣"]
    assert listed(ctx, KEPT) == listed(ctx, "齐天大圣") == listed(ctx, "qtds") == [kept]
    assert list(ctx.cases.list_case_ids(CaseQuery(text=KEPT))) == [card.cases[0].id]
    with pytest.raises(UserError, match="buyer_nick_taken"):
        ctx.buyers.rename(other, KEPT)
    ctx.buyers.rename(kept, KEPT)
    assert [each.nick for each in ctx.buyers.load_card(kept).former] == ["齐天大圣"]
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert rows_now(ctx) == before
    ctx.buyers.merge(kept, other)
    ctx.buyers.rename(kept, OTHER)
    assert ctx.buyers.find_buyer_id(KEPT) == ctx.buyers.find_buyer_id(OTHER) == kept
    assert [each.nick for each in ctx.buyers.load_card(kept).former] == [KEPT]


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("phone", " +86 138-0000-0387 ", "+86 138-0000-0387"), ("phone", "１３８００００１２３４", "13800001234"),
        ("phone", "138****0387", "138****0387"), ("phone", "13800000387转12", "13800000387转12"), ("phone", "", ""),
        ("email", "a@b.cn", "a@b.cn"), ("country", "cn", "CN"), ("name", " 孙‮<b>☃</b> ", " 孙‮<b>☃</b> "),
        ("address", "../../etc/passwd", "../../etc/passwd"), ("note", "a\nb", "a\nb"),
    ],
)  # fmt: skip
def test_contact_data_is_kept_found_and_undone(ctx: AppContext, name: str, typed: str, kept: str) -> None:
    buyer = an_order(ctx, "1", KEPT)
    was = getattr(ctx.buyers.find_buyer(buyer), name)
    assert ctx.buyers.change_field(buyer, name, typed) == (was != kept)
    assert getattr(ctx.buyers.find_buyer(buyer), name) == kept
    if was != kept:
        event = ctx.buyers.load_card(buyer).events[0]
        assert (event.details["before"], event.details["after"]) == (was or "—", kept or "—")
        ctx.bench.undo_last()
    assert getattr(ctx.buyers.find_buyer(buyer), name) == was


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("phone", "call me", "buyer_phone_invalid"), ("phone", "+0 138", "buyer_phone_invalid"),
        ("phone", "+8613800000387123456", "buyer_phone_invalid"), ("email", "a@b", "buyer_email_invalid"),
        ("email", "a b@c.d", "buyer_email_invalid"), ("wechat", "a b", "buyer_wechat_invalid"),
        ("name", "a\nb", "text_has_break"), ("address", "x\x00", "text_has_nul"), ("name", "\ud800", "text_not_unicode"),
        ("note", "字" * 4001, "text_too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_contact_data_is_refused(ctx: AppContext, name: str, typed: str, code: str) -> None:
    buyer = an_order(ctx, "1", KEPT)
    before = ctx.buyers.find_buyer(buyer)
    with pytest.raises(UserError) as refused:
        ctx.buyers.change_field(buyer, name, typed)
    assert refused.value.code == code
    assert ctx.buyers.find_buyer(buyer) == before


def test_cases_are_found_by_the_buyers_new_phone_and_no_more_after_undo(ctx: AppContext) -> None:
    buyer = an_order(ctx, "1", KEPT)
    case = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.buyers.change_field(buyer, "phone", "13955557777")
    assert list(ctx.cases.list_case_ids(CaseQuery(text="5557777"))) == [case]
    assert listed(ctx, "7777") == [buyer]
    ctx.bench.undo_last()
    assert list(ctx.cases.list_case_ids(CaseQuery(text="5557777"))) == []
    assert listed(ctx, "7777") == []


def test_the_list_is_sorted_and_narrowed(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    quiet = an_order(ctx, "12345678", "安静的人", paid=100)
    ctx.buyers.set_temperament(quiet, Temperament.UPSET)
    assert listed(ctx, sort=BuyerSort.REFUNDED)[0] == other
    assert listed(ctx, sort=BuyerSort.CASES, descending=False)[0] == quiet
    assert listed(ctx, sort=BuyerSort.LAST_ORDER) == [kept, other, quiet]
    for filters, wanted in (
        (BuyerFilters(tiers=(Tier.V1, Tier.V3)), {kept, other}), (BuyerFilters(flags=(BuyerFlag.NEEDS_CARE,)), {other}),
        (BuyerFilters(temperaments=(Temperament.UPSET,)), {quiet}), (BuyerFilters(with_open_cases=True), {kept, other}),
        (BuyerFilters(consents=(Consent.UNKNOWN,)), {quiet}),
    ):  # fmt: skip
        assert set(listed(ctx, filters=filters)) == wanted
    row = ctx.buyers.load_rows([other])[other]
    assert (row.orders, row.cases, row.open_cases, row.refunded.minor, row.refund_rate) == (1, 1, 1, 5000, 1.0)
    assert [each.id for each in ctx.buyers.load_card(quiet).likely] == [other, kept]


def test_notes_come_and_go(ctx: AppContext) -> None:
    buyer = an_order(ctx, "1", KEPT)
    note = ctx.buyers.add_note(buyer, "喜欢苔青 \U0001f375")
    assert listed(ctx, "苔青") == [buyer]
    ctx.buyers.remove_note(buyer, note)
    assert ctx.buyers.load_card(buyer).notes == ()
    assert listed(ctx, "苔青") == []
    ctx.bench.undo_last()
    assert [each.text for each in ctx.buyers.load_card(buyer).notes] == ["喜欢苔青 \U0001f375"]
    with pytest.raises(NotFound):
        ctx.buyers.remove_note(buyer + 1, note)
    with pytest.raises(UserError, match="text_empty"):
        ctx.buyers.add_note(buyer, " \n ")
