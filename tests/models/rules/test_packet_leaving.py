"""What of people leaves with a packet: found where it stands, and orders, parcels, dates and amounts left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.kinds import NoteKind, PacketForm
from models.records import Note
from models.rules.leaving_signs import LeavingKind, signs_in
from models.rules.packet_leaving import Going, Leaving, Personal, leaving_of, left_in
from models.rules.packet_parts import Bubble
from tests.desktop.packets.sample_case import at, case_page, sample_content

FOUND = {
    LeavingKind.PHONE: (
        "我的电话13812345678，快点", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "１３８１２３４５６７８",
        "电话幺三八零零一三八零零零", "0571-88158888", "(010) 62345678", "+44 7700 900123", "+1 415 555 2671",
        "(415) 555-2671", "415-555-2671", "call me at 4155552671", "手机：13812345678-1234", "快递电话 13912345678",
        "微信图片_13812345678.jpg", "whatsapp +39 333 1234567", "07700 900123", "020 7946 0958", "138\u200b0000\u200b0387",
    ),
    LeavingKind.ID: ("身份证 11010519491231002X", "110105 19491231 002X"),
    LeavingKind.CARD: (
        "卡号 6222 0212 3456 7890 128", "4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005",
    ),
    LeavingKind.ADDRESS: (
        "请寄到浙江省杭州市余杭区五常街道文一西路969号3号楼5层", "地址：上海市浦东新区张江路 88 弄 12 号 301 室",
        "住在阳光花园3栋2单元501室", "幸福村 12 号", "翡翠公寓B座1203", "北京市朝阳区建国路88号现代城A座2505",
        "221B Baker Street", "1600 Amphitheatre Pkwy, Apt 4", "12 Long Green Lane", "P.O. Box 1234",
    ),
    LeavingKind.EMAIL: ("san@example.com",),
    LeavingKind.NAME: ("收件人：张三丰", "Recipient: John Smith"),
    LeavingKind.ACCOUNT: ("微信号：monkey_king88", "QQ：123456789"),
}  # fmt: skip
NOT_FOUND = (
    "订单 2611120003871234567", "订单号：13812345678", "YT1234567890123", "SF1345678901234", "运单 773012345678901",
    "快递单号75881234567890", "JD 订单 298812345678", "231118-123456789012345", "112-1234567-1234567",
    "12-12345-67890", "9400 1000 0000 0000 0000 00", "1Z999AA10123456784", "EA123456789CN", "¥ 13,800.00",
    "13800.00 元", "2026-11-18 19:42:20", "20261118195320", "微信图片_20261118195320_0001.jpg",
    "mmexport1763467200123.jpg", "IMG_20261118_194220.jpg", "Screenshot_2026-11-18-19-42-20-13.png", "PL-0804-TQ",
    "SKU 6901234567892", "条码 6901234567892", "我知道2号发货", "怎么弄 3 号能到吗", "21号发货",
    "快件到达杭州市余杭区五常街道网点", "138****5678", "孙*", "收件人：孙*", "收件人已隐去", "第 138 页", "3.14159265358979",
    "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "0.13812345678", "尺寸 138-172-85", "2 Blue Dresses", "12 Red Plates",
    "批次 B2610", "YQ 0000 4471 9026 3", "P-A2611-0387-02", "2611 1200 0387", "微信支付 4200001234202611181234567890",
    "ISBN 978-7-5086-1234-5", "电压 220-240V", "13:00-18:00", "2026.11.18", "版本 1.3.8.1234", "重 2310 g, 2150 g",
    "手机拍摄于 2026-11-18 19:42:20", "致电 2026.11.18 的记录",
    "交易号 2026111822001412345678901234", "1763467200", "知道路吗", "A2611-0387", "上街 2 号", "等 3 号前寄到",
    "item 4111111111111111", "price 1,234,567.89", "1382611200038712", "11010519491231002Y", "4111 1111 1111 1112",
)  # fmt: skip


@pytest.mark.parametrize("kind", FOUND)
def test_personal_data_is_found_in_free_text(kind: LeavingKind) -> None:
    missed = [text for text in FOUND[kind] if kind not in {sign.kind for sign in signs_in(text)}]
    assert missed == []


def test_numbers_of_orders_parcels_dates_and_amounts_are_no_alarm() -> None:
    alarms = {text: [text[sign.start : sign.end] for sign in signs_in(text)] for text in NOT_FOUND}
    assert {text: found for text, found in alarms.items() if found} == {}


def test_an_address_is_shown_without_the_words_before_it() -> None:
    text = "请寄到浙江省杭州市余杭区文一西路969号3号楼，谢谢"
    (sign,) = signs_in(text)
    assert text[sign.start : sign.end] == "浙江省杭州市余杭区文一西路969号3号楼"


@pytest.mark.parametrize(
    "unit", ["请寄到浙江省杭州市余杭区五常街道文一西路", "1", "1 ", "a@", "1 Ab Cd ", "路12号", "tel ", "+1 2", "一三"]
)
def test_long_texts_are_read_in_no_time(unit: str) -> None:
    assert all(sign.end <= 100_000 + len(unit) for sign in signs_in(unit * (100_000 // len(unit) + 1)))


PEOPLE = Personal(
    names=("孙悟空", "Sun Wu"), staff=("小满",), phones=("13800000387",), addresses=("浙江省杭州市西湖区水帘洞前厅",),
    emails=("sun@huaguo.cn",), accounts=("houwang_88",), numbers=frozenset({"2611 1200 0387", "13900000001"}),
    own=("青禾家居 客服 0571-88158888\n退货：杭州市余杭区文一西路969号",),
)  # fmt: skip


def found_in(text: str, people: Personal = PEOPLE) -> list[tuple[str, str]]:
    content = sample_content(exhibits=[])
    return [(each.kind.value, each.text) for each in leaving_of(content, people, [Going("texts", text)])
            if each.field == "texts"]  # fmt: skip


def test_what_the_shop_knows_of_the_buyer_is_found_however_it_is_written() -> None:
    assert found_in("孙悟空说 138-0000-0387 打不通") == [("name", "孙悟空"), ("phone", "138-0000-0387")]
    assert found_in("寄西湖区 水帘洞前厅就行") == [("address", "水帘洞前厅")]
    assert found_in("SUN@huaguo.cn or Sun Wu, houwang_88") == [
        ("email", "SUN@huaguo.cn"), ("name", "Sun Wu"), ("account", "houwang_88"),
    ]  # fmt: skip
    assert found_in("Sunday Wushu") == []
    nick = replace(PEOPLE, nick="花果山_孙悟空", names=("孙悟空",))
    assert found_in("买家 花果山_孙悟空 反映破损，孙悟空 收", nick) == [("name", "孙悟空")]
    assert found_in("买家 花果山_孙悟空 反映破损", nick) == []


def test_what_is_the_shops_own_or_a_number_of_the_case_is_no_finding() -> None:
    assert found_in("退货请寄杭州市余杭区文一西路969号，电话 0571-88158888") == []
    assert found_in("内部单 13900000001 已核") == []
    assert found_in("小满已核") == [("name", "小满")]


def test_hidden_names_are_nobody_and_one_place_is_one_finding() -> None:
    assert found_in("孙*空收", replace(PEOPLE, names=("孙*空", "孙"))) == []
    assert found_in("110105 19491231 002X") == [("id", "110105 19491231 002X")]


def test_every_part_that_goes_out_is_looked_at_and_pictures_are_named() -> None:
    page = case_page()
    note = Note(9, 1, NoteKind.PRINTABLE, "来电 138 0000 0387", at(20, 8, 0), "小满")
    content = sample_content(page=replace(page, notes=(*page.notes, note)), summary="见 san@example.com")
    chat = replace(content.exhibits[7], bubbles=(Bubble("theirs", "买家", "19:42", "我住幸福路 12 号"),))
    bare = replace(content.exhibits[0], title="孙悟空的面单", proves="卡 4111 1111 1111 1111")
    hidden = replace(content.exhibits[3], unredacted=False)
    content = replace(content, exhibits=(bare, hidden, chat), letterhead=("青禾家居", "电话 0571-88158888"))
    found = leaving_of(content, PEOPLE)
    assert {(each.kind.value, each.field, each.exhibit, each.part) for each in found} == {
        ("phone", "chronology", 0, ""), ("email", "summary", 0, ""), ("phone", "letterhead", 0, ""),
        ("name", "exhibit", 1, "title"), ("card", "exhibit", 1, "proves"), ("address", "exhibit", 8, "chat"),
        ("pictures", "exhibit", 1, ""),
    }  # fmt: skip
    # Single pictures carry no letterhead and no chronology.
    assert left_in(PacketForm.PDF, found) == found
    assert {each.field for each in left_in(PacketForm.PICTURES, found)} == {"summary", "exhibit"}
    assert found[-1] == Leaving(LeavingKind.PICTURES, "1", "exhibit", 1, exhibits=(1,), count=1)
    assert "卡 4111" in next(each.around for each in found if each.kind is LeavingKind.CARD)
