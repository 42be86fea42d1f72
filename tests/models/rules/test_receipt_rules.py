"""Receiving: what scans mean, what goods mean, whose a parcel may be, who pays for sending again."""

from __future__ import annotations

import itertools
import time

import pytest

from models.kinds import Liability, Remedy, Role, StepState
from models.order_records import OrderLine
from models.receiving_records import MatchedBy
from models.records import Step
from models.register_kinds import Condition, ReceiptKind, UndeliverableReason
from models.rules.receipt_goods import (
    Outcome,
    check_pieces,
    expected_pieces,
    judge,
    may_restock,
    waiting_for_goods,
)
from models.rules.receipt_matching import Awaiting, Seen, is_near, is_tail, rank
from models.rules.receipt_scans import read_scan, same_number
from models.rules.return_codes import return_code
from models.rules.undeliverable import resend_terms
from models.rules.verdict import Allowed, Refused

NUMBER = "SF1234567890123"


@pytest.mark.parametrize(
    "text",
    [
        NUMBER, NUMBER.lower(), f"  {NUMBER}\r\n", f"]C1{NUMBER}", f"]C0{NUMBER}\r", f"*{NUMBER}*", "ＳＦ１２３４５６７８９０１２３",
        "SF 1234 5678 90123", f"\u202e{NUMBER}\ufeff", f"{NUMBER}\t", f"单号：{NUMBER}", f"https://x.example/?no={NUMBER}",
        f"\x1d{NUMBER}", f"{NUMBER}\n{NUMBER}\n",
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_comes(text: str) -> None:
    assert NUMBER in read_scan(text).numbers


def test_what_carriers_print_around_a_number_is_taken_off() -> None:
    assert read_scan("420902109400110200881234567890").numbers[0] == "9400110200881234567890"
    assert "106141412345678908" in read_scan("]C100106141412345678908").numbers
    assert "106141412345678908" in read_scan("(00)106141412345678908").numbers
    assert read_scan("(401)ABC12345678").numbers == ("ABC12345678",)


@pytest.mark.parametrize("text", [return_code("A2611-0387"), f"]C1{return_code('A2611-0387').lower()}\r\n"])
def test_a_slip_is_read_and_a_wrong_check_sign_is_seen(text: str) -> None:
    slip = read_scan(text).slip
    assert slip is not None
    assert slip.holds
    assert slip.case_number == "A2611-0387"
    spoilt = read_scan(text.strip().replace("0387", "0378").replace("0387", "0378")).slip
    assert spoilt is not None
    assert not spoilt.holds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "tracking_empty"), (" \r\n", "tracking_empty"), ("\u202e\u200b", "tracking_empty"), ("12", "tracking_length"),
        ("9" * 41, "tracking_length"), ("没有单号", "tracking_letters"), ("../../etc", "tracking_letters"),
        ("'; DROP TABLE", "tracking_letters"), (f"{NUMBER}\nSF9876543210321", "receipt_two_numbers"),
    ],
)  # fmt: skip
def test_what_is_no_number_says_why(text: str, wrong: str) -> None:
    assert read_scan(text).wrong == wrong


def test_a_case_number_is_a_case_number_and_may_be_a_parcel() -> None:
    assert read_scan("a2611-0387").case_number == "A2611-0387"
    assert read_scan("A26110387").numbers == ("A26110387",)
    began = time.perf_counter()
    assert read_scan("SF1 " * 500).slip is None
    assert time.perf_counter() - began < 0.2


def test_a_number_is_found_among_words() -> None:
    assert same_number("顺丰 sf1234567890123，已寄出", NUMBER)
    assert same_number("SF1234567890123/YT0000000001", NUMBER)
    assert not same_number("SF1234567890124", NUMBER)


@pytest.mark.parametrize(
    ("condition", "pieces", "expected"),
    list(itertools.product(Condition, (None, 0, 1, 2, 3), (None, 2))),
)
def test_good_goods_in_full_are_refunded_and_all_else_is_decided(
    condition: Condition, pieces: int | None, expected: int | None
) -> None:
    judged = judge(condition, pieces, expected, None)
    fits = expected is None or pieces is None or pieces == expected
    assert (judged.outcome is Outcome.REFUND) == (condition is Condition.GOOD and fits)
    assert judged.restock == (condition is Condition.GOOD)
    if expected is not None and pieces is not None:
        assert judged.short == expected - pieces


def test_an_empty_parcel_is_short_of_everything_and_never_restocked() -> None:
    assert judge(Condition.EMPTY, None, 3, None).short == 3
    for condition in Condition:
        never = condition in (Condition.EMPTY, Condition.WRONG_ITEM)
        assert isinstance(may_restock(condition, restock=True), Refused) == never
        assert isinstance(may_restock(condition, restock=False), Allowed)
    assert [isinstance(check_pieces(count), Allowed) for count in (None, 0, 100_000, -1, 100_001, True)] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_how_many_pieces_are_expected() -> None:
    lines = (OrderLine(1, 1, 0, "餐盘", quantity=2), OrderLine(2, 1, 1, "茶杯", quantity=3))
    both = Remedy.RETURN_AND_REFUND
    assert expected_pieces(lines, both, {}, ReceiptKind.RETURN) == 5
    assert expected_pieces(lines, both, {"returned": ["茶杯"]}, ReceiptKind.RETURN) == 3
    assert expected_pieces(lines, both, {"returned": ["别的"]}, ReceiptKind.RETURN) is None
    assert expected_pieces(lines, Remedy.PARTIAL_REFUND, {}, ReceiptKind.RETURN) is None
    assert expected_pieces(lines, None, {}, ReceiptKind.UNDELIVERABLE) == 5
    assert expected_pieces((), both, {}, ReceiptKind.RETURN) is None


def test_what_waits_for_goods() -> None:
    def step(rule: str, after: str = "", state: StepState = StepState.OPEN) -> Step:
        return Step(1, 1, 1, rule, "", Role.FINANCE, None, None, after, state, None, "", rule)

    steps = (
        step("pay_refund_after_return", "inspect_return"), step("pay_refund"), step("send_exchange", "inspect_return"),
        step("send_exchange_first", "check_return_tracking"), step("pay_partial"),
        step("pay_refund_opened", state=StepState.DONE),
    )  # fmt: skip
    assert [each.rule for each in waiting_for_goods(steps)] == [
        "pay_refund_after_return", "pay_refund", "send_exchange", "send_exchange_first",
    ]  # fmt: skip


@pytest.mark.parametrize("reason", UndeliverableReason)
@pytest.mark.parametrize("ours", [False, True])
@pytest.mark.parametrize("times", [0, 1, 5])
def test_who_pays_for_sending_again(reason: UndeliverableReason, ours: bool, times: int) -> None:
    terms = resend_terms(reason, times, our_fault=ours)
    if ours or reason is UndeliverableReason.RECALLED:
        assert (terms.bearer, terms.tell_ems, terms.apologise) == (Liability.MERCHANT, False, True)
    elif reason in (UndeliverableReason.NO_DELIVERY_POINT, UndeliverableReason.OTHER):
        assert terms.bearer is (Liability.BUYER if times else Liability.MERCHANT)
        assert terms.tell_ems == (reason is UndeliverableReason.NO_DELIVERY_POINT)
    else:
        assert (terms.bearer, terms.apologise) == (Liability.BUYER, False)


def test_times_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="times"):
        resend_terms(UndeliverableReason.OTHER, -1)


# Whose it may be

SUN = Awaiting(
    7, (NUMBER,), ("13800000387",), ("孙大圣", "孙先生", "花果山_大圣01"), ("雾釉餐盘 8 寸 四只装",), ("QH-P801",), 2400
)


@pytest.mark.parametrize(
    ("seen", "by", "least"),
    [
        (Seen(NUMBER), MatchedBy.NUMBER, 100), (Seen("SF1234567890124"), MatchedBy.NUMBER_NEAR, 65),
        (Seen("SF1234567809123"), MatchedBy.NUMBER_NEAR, 65), (Seen("SF123456789013"), MatchedBy.NUMBER_NEAR, 65),
        (Seen("890123"), MatchedBy.NUMBER_TAIL, 60), (Seen(phone="+86 138-0000-0387"), MatchedBy.PHONE, 70),
        (Seen(phone="138****0387"), MatchedBy.PHONE_TAIL, 30), (Seen(phone="0387"), MatchedBy.PHONE_TAIL, 30),
        (Seen(sender="孙 大圣"), MatchedBy.NAME, 45), (Seen(sender="sds"), MatchedBy.NAME_PINYIN, 20),
        (Seen(sender="孙大生"), MatchedBy.NAME_PINYIN, 20), (Seen(item="盒上写 QH-P801 破了"), MatchedBy.SKU, 35),
        (Seen(item="8寸餐盘 四只"), MatchedBy.ITEM, 20),
    ],
)  # fmt: skip
def test_each_sign_of_an_owner_is_seen(seen: Seen, by: MatchedBy, least: int) -> None:
    found = rank(seen, [SUN])
    assert found
    assert found[0].by[0] is by
    assert found[0].score >= least


@pytest.mark.parametrize(
    "seen",
    [
        Seen(), Seen(weight=2400), Seen("99999"), Seen(phone="13911110387"), Seen(phone="****"), Seen(sender="先生"),
        Seen(sender="！！"), Seen(item="%_' OR 1=1"), Seen(sender="\u202e" * 300), Seen("x" * 100_000, "y" * 100_000),
        Seen(sender="李四"), Seen(item="QH-P8011"),
    ],
)  # fmt: skip
def test_what_tells_nothing_matches_nobody(seen: Seen) -> None:
    assert rank(seen, [SUN]) == ()


def test_signs_that_agree_add_up_and_rank_the_right_one_first() -> None:
    twin = Awaiting(
        8, ("SF1234567890124",), ("13911110387",), ("孙大圣",), ("雾釉餐盘 8 寸 四只装",), ("QH-P801",), 2400
    )
    found = rank(Seen("", "孙大圣", "13800000387", "餐盘 QH-P801", 2390), [twin, SUN])
    assert [likely.case_id for likely in found] == [7, 8]
    assert found[0].by == (
        MatchedBy.PHONE, MatchedBy.NAME, MatchedBy.SKU, MatchedBy.ITEM, MatchedBy.WEIGHT,
    )  # fmt: skip
    assert found[0].score > found[1].score
    assert found[0].score < 100
    # The number itself beats everything else together.
    exact = rank(Seen("SF1234567890124", "孙大圣", "13800000387"), [SUN, twin])
    assert (exact[0].case_id, exact[0].score) == (8, 100)


def test_of_many_alike_the_awaited_one_leads_and_the_list_ends() -> None:
    crowd = [Awaiting(case_id, names=("王伟",), awaited=case_id == 40) for case_id in range(100)]
    found = rank(Seen(sender="王伟"), crowd, limit=5)
    assert [likely.case_id for likely in found] == [40, 99, 98, 97, 96]


def test_near_and_tail_are_symmetric_and_strict() -> None:
    for one, other, near in (
        ("YT12345678", "YT12345679", True), ("YT12345678", "YT1234567", True), ("YT12345678", "YT12435678", True),
        ("YT12345678", "YT12345687", True), ("YT12345678", "YT12345699", False), ("1234567", "1234568", False),
        ("YT12345678", "YT12345678", False), ("YT12345678", "XYT12345678", True), ("YT12345678", "12345678", False),
    ):  # fmt: skip
        assert is_near(one, other) is is_near(other, one) is near, (one, other)
    assert is_tail("345678", "YT12345678")
    assert is_tail("YT12345678", "345678")
    assert not is_tail("45678", "YT12345678")
    assert not is_tail("YT12345678", "YT12345678")
