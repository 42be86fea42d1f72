"""Chats copied as text: recognised in their common formats, other texts left alone, hostile ones in linear time."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from models.kinds import MediaKind
from models.rules.chat_lines import LineKind
from models.rules.chat_log import is_chat, media_of_text, preview_lines, read_chat, text_of
from models.rules.chat_stamps import Ambiguity

WANGWANG = (
    "tb123456789 2026-11-18 19:42:07\r\n昨天到的，打开就碎了两只\r\n\r\n"
    "青禾家居:小满 2026-11-18 19:44:31\r\n非常抱歉！请先别扔外箱\r\n[图片]\r\n"
)
FORMATS = {
    "wangwang": (WANGWANG, "name_stamp", ("tb123456789", "青禾家居:小满")),
    "wangwang in brackets": (
        "花果山_大圣01 (2026-11-18 19:42:07):\n在吗\n小满（2026-11-18 19：44：31）：在的\n明天 10:00 到\n",
        "name_paren",
        ("花果山_大圣01", "小满"),
    ),
    "full-width": (
        "花果山　２０２６－１１－１８　１９：４２：０７\n在吗\n小满　２０２６－１１－１８　１９：４４：３１\n在\n",
        "name_stamp",
        ("花果山", "小满"),
    ),
    "wechat forwarded": (
        "—————  2026-11-18  —————\n\n\n花果山  19:42\n碎了\n\n小满  19:44\n[图片: 3b.jpg]\n",
        "name_stamp",
        ("花果山", "小满"),
    ),
    "wechat desktop": (
        "花果山 2026年11月18日 下午7:42\n在吗\n\n小满 2026年11月18日 下午7:44\n在的\n",
        "name_stamp",
        ("花果山", "小满"),
    ),
    "qq": (
        "2026-11-18 19:42:07 花果山(12345)\n在吗\n2026-11-18 19:44:07 小满<a@qq.com>\n在\n",
        "qq",
        ("花果山", "小满"),
    ),
    "screens": (
        "2026-11-18 19:42:07 买家\n碎了\n2026-11-18 19:44:31 小满\n抱歉\n2026-11-18 19:51:12 买家\n外箱\n",
        "stamp_inline+stamp_name",
        ("买家", "小满"),
    ),
    "whatsapp ios": (
        "\ufeff[18/11/2026, 19:42:07] Anna: Hi\nsecond: line\n\u200e[18/11/2026, 7:44:07\u202fPM] Shop: \u200eimage omitted\n",
        "bracket",
        ("Anna", "Shop"),
    ),
    "whatsapp android": (
        "11/18/26, 7:42 PM - Messages are end-to-end encrypted.\n11/18/26, 7:42 PM - Anna: Hi\n11/18/26, 7:44 PM - Shop: ok\n",
        "dash",
        ("Anna", "Shop"),
    ),
    "etsy": (
        "Anna Smith  Nov 18, 2026 7:42 PM\nHello\n\nQinghe Home  Nov 18, 2026 7:44 PM\nHi Anna\n",
        "name_stamp",
        ("Anna Smith", "Qinghe Home"),
    ),
    "messenger": (
        "Anna\nHello\nNov 18, 2026, 7:42 PM\nShop\nHi\nthere\nNov 18, 2026, 7:43 PM\nAnna\nfine\nNov 18, 2026, 7:49 PM\n",
        "stamp",
        ("Anna", "Shop"),
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_common_formats(name: str) -> None:
    text, format_name, speakers = FORMATS[name]
    log = read_chat(text)
    assert log is not None
    assert (log.format, log.speakers(), log.unparsed, log.ambiguity) == (format_name, speakers, 0, ())
    assert log.span()[0] == datetime(2026, 11, 18, 19, 42, log.messages[0].at.second if log.messages[0].at else 0)
    assert all(message.lines for message in log.messages)
    assert media_of_text(text) is MediaKind.CHAT


@pytest.mark.parametrize(
    "text",
    [
        "", "\0", "一句话。\n", "2026-11-18 19:42:07 INFO started\n2026-11-18 19:42:08 INFO ended\n",
        "姓名：张三\n电话：138\n地址：杭州\n备注：无\n", "a,b,2026-11-18 19:42:07\n1,2,2026-11-18 19:42:07\n",
        "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n",
        "2026-11-18 10:02 杭州转运中心 已发出\n2026-11-18 12:02 上海 已到达\n2026-11-19 08:00 派送中\n",
        "2026-11-18 10:02 up\n2026-11-18 10:03 up\n2026-11-18 10:04 up\n",
    ],
)  # fmt: skip
def test_other_texts_are_no_chats(text: str) -> None:
    assert read_chat(text) is None
    assert media_of_text(text) is MediaKind.TEXT


def test_times_that_inherit_the_day() -> None:
    log = read_chat(
        "———— 2026-11-18 ————\n花果山  19:42\n在\n小满  23:59\n好\n花果山  00:10\n明天 10:00\n小满  0:11\n嗯\n"
    )
    assert log is not None
    assert [message.at for message in log.messages] == [
        datetime(2026, 11, 18, 19, 42), datetime(2026, 11, 18, 23, 59),
        datetime(2026, 11, 19, 0, 10), datetime(2026, 11, 19, 0, 11),
    ]  # fmt: skip
    assert log.ambiguity == (Ambiguity.NEXT_DAY,)
    assert [line.text for line in log.messages[2].lines] == ["明天 10:00"]


@pytest.mark.parametrize(
    ("first", "second", "read_as", "ambiguity"),
    [
        ("03/04/2026", "13/04/2026", (4, 3), ()),
        ("03/04/2026", "03/14/2026", (3, 4), ()),
        ("03/04/2026", "04/04/2026", (4, 3), (Ambiguity.DAY_MONTH,)),
        ("30.11.2026", "01.12.2026", (11, 30), ()),
        ("09/10/2026", "01/11/2026", (10, 9), ()),
    ],
)
def test_day_and_month_by_the_whole_file(
    first: str, second: str, read_as: tuple[int, int], ambiguity: tuple[Ambiguity, ...]
) -> None:
    log = read_chat(f"[{first}, 19:42:07] A: x\n[{second}, 19:43:07] B: y\n")
    assert log is not None
    at = log.messages[0].at
    assert at is not None
    assert (at.month, at.day) == read_as
    assert log.ambiguity == ambiguity


def test_zones_quotes_and_notices() -> None:
    log = read_chat(
        "2026-11-18T19:42:07+08:00 A: 「B：碎了」\n- - - - - - - - - -\n好的\n2026-11-18T19:43:07+08:00 B: “A”撤回了一条消息\n"
    )
    assert log is not None
    assert str(log.messages[0].at) == "2026-11-18 19:42:07+08:00"
    assert [line.kind for line in log.messages[0].lines] == [LineKind.QUOTE, LineKind.WORDS]
    assert log.messages[1].lines[0].kind is LineKind.NOTICE
    assert preview_lines(log, 2) == ("2026-11-18T19:42:07+08:00 A", "「B：碎了」")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert is_chat(text_of(WANGWANG.encode(encoding)))


@pytest.mark.parametrize(
    "text",
    ["1" * 200_000, "12:3 " * 40_000, ("a" * 70 + " 1:1 " * 20 + "\n") * 1000, ("1 Jan " * 40 + ":\n") * 800,
     "A 2026-11-18 19:42:07\n" + ("消息" * 70 + "d\n") * 1500, "[" * 200_000, ("—" * 70 + "1\n") * 3000],
)  # fmt: skip
def test_hostile_texts_take_no_time(text: str) -> None:
    begun = time.process_time()
    read_chat(text)
    assert time.process_time() - begun < 0.5
