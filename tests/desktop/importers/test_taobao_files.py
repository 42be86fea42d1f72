"""Taobao order lists and detail lists of every generation, built from their header rows and known oddities."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.importers import DraftLine, detect, read_draft
from models.kinds import OrderStatus, Platform
from tests.desktop.importers.order_exports import Exports


@pytest.mark.parametrize(
    ("generation", "count", "name"),
    [
        ("2016", 41, "ExportOrderList 2016"),
        ("2018", 54, "ExportOrderList 2018"),
        ("2020", 67, "ExportOrderList about 2020"),
        ("2026", 14, "千牛 XLSX 2026"),
    ],
)
@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_every_generation_is_mapped_by_name(
    exports: Exports, headers: dict[str, list[str]], generation: str, count: int, name: str, encoding: str
) -> None:
    headings = headers[generation]
    assert len(headings) == count
    path = exports.csv("ExportOrderList.csv", exports.rows(headings, exports.taobao()), encoding=encoding)

    draft = read_draft([path])

    assert (draft.platform, draft.variant, draft.unknown_columns) == (Platform.TAOBAO, name, ())
    assert (draft.rows_total, draft.rows_good, draft.problems) == (1, 1, ())
    order = draft.orders[0]
    assert order.number == "2880512345678901234"
    assert order.status is OrderStatus.SHIPPED
    assert order.status_text == "卖家已发货，等待买家确认"
    assert (order.total, order.paid, order.currency) == (12800, 12800, "CNY")
    assert order.created_at == datetime(2020, 2, 20, 15, 59, 54, tzinfo=UTC)
    assert order.paid_at == datetime(2020, 2, 20, 16, 0, 2, tzinfo=UTC)
    assert order.zone == "Asia/Shanghai"
    assert order.tracking_numbers == (() if generation == "2026" else ("YT1234567890123",))
    assert order.rows == (2,)


def test_the_fields_of_a_full_row(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2018"], exports.taobao()), encoding="gb18030")

    order = read_draft([path]).orders[0]

    assert order.shop_name == "小店"
    assert order.buyer_nick == "tb_星星88"
    assert order.buyer_name == "王小明"
    assert order.buyer_phone == "13800000000"
    assert order.address == "浙江省 杭州市 西湖区 文三路1号 (310012)"
    assert order.buyer_note == ""
    assert order.shop_note == "'先发货"
    assert (order.goods_amount, order.freight, order.refunded, order.discount) == (11800, 1000, 0, None)
    assert order.carrier == "圆通速递"
    assert order.lines == (DraftLine("棉麻衬衫"), DraftLine("亚麻长裤"))


def test_a_title_with_a_comma_of_its_own_is_not_parted(exports: Exports, headers: dict[str, list[str]]) -> None:
    row = exports.taobao(宝贝标题="春款，新品衬衫", 宝贝种类="1", 宝贝总数量="3")
    path = exports.csv("a.csv", exports.rows(headers["2016"], row))

    assert read_draft([path]).orders[0].lines == (DraftLine("春款，新品衬衫", quantity=3),)


def test_a_changed_address_wins_and_a_postcode_of_zeros_goes(exports: Exports, headers: dict[str, list[str]]) -> None:
    first = exports.taobao(修改后的收货地址="江苏省 南京市 (000000)")
    second = exports.taobao(订单编号="2", 收货地址="上海 (000000)")
    path = exports.csv("a.csv", exports.rows(headers["2016"], first, second))

    assert [order.address for order in read_draft([path]).orders] == ["江苏省 南京市", "上海"]


@pytest.mark.parametrize("swapped", [False, True])
def test_list_and_details_are_joined_whatever_their_order(
    exports: Exports, headers: dict[str, list[str]], swapped: bool
) -> None:
    details = exports.rows(
        headers["details new"],
        {
            "子订单编号": '="2880512345678901235"',
            "主订单编号": '="2880512345678901234"',
            "标题": "棉麻衬衫",
            "价格": "￥59.00",
            "购买数量": "1",
            "外部系统编号": "null",
            "商品属性": "颜色分类：黑色;尺码：M",
            "商家编码": "CM-01",
        },
        {
            "子订单编号": "'2880512345678901236",
            "主订单编号": "2880512345678901234",
            "标题": "亚麻长裤",
            "价格": "59",
            "购买数量": "2",
        },
    )
    paths = [
        exports.csv("ExportOrderList.csv", exports.rows(headers["2020"], exports.taobao()), encoding="gbk"),
        exports.xlsx("ExportOrderDetailList.xlsx", details),
    ]

    draft = read_draft(paths[::-1] if swapped else paths)

    assert draft.problems == ()
    assert (draft.rows_total, draft.rows_good) == (3, 3)
    assert draft.variant == "ExportOrderList about 2020"
    assert draft.orders[0].lines == (
        DraftLine("棉麻衬衫", "CM-01", "颜色分类：黑色;尺码：M", 1, 5900, "2880512345678901235"),
        DraftLine("亚麻长裤", "", "", 2, 5900, "2880512345678901236"),
    )
    assert not draft.orders[0].lines_only


def test_old_details_join_on_the_order_number(exports: Exports, headers: dict[str, list[str]]) -> None:
    details = exports.rows(
        headers["details old"],
        {"订单编号": "2880512345678901234", "标题": "衬衫", "价格": "59.5", "购买数量": "2", "外部系统编号": "X1"},
    )
    draft = read_draft(
        [
            exports.csv("list.csv", exports.rows(headers["2016"], exports.taobao())),
            exports.csv("details.csv", details, encoding="gbk"),
        ]
    )

    assert draft.orders[0].lines == (DraftLine("衬衫", "X1", "", 2, 5950),)


def test_details_alone_complete_orders(exports: Exports, headers: dict[str, list[str]]) -> None:
    rows = exports.rows(headers["details old"], {"订单编号": "7", "标题": "衬衫", "价格": "5", "购买数量": "1"})
    path = exports.csv("details.csv", rows, encoding="gbk")

    assert detect(path).kind == "details"
    draft = read_draft([path])

    assert draft.problems == ()
    assert draft.orders[0].lines_only
    assert draft.orders[0].lines == (DraftLine("衬衫", quantity=1, unit_price=500),)


def test_details_of_an_order_that_is_not_in_the_list_are_pointed_out(
    exports: Exports, headers: dict[str, list[str]]
) -> None:
    details = exports.rows(headers["details old"], {"订单编号": "7", "标题": "衬衫", "价格": "5", "购买数量": "1"})
    draft = read_draft(
        [exports.csv("l.csv", exports.rows(headers["2016"], exports.taobao())), exports.csv("d.csv", details)]
    )

    assert [problem.code for problem in draft.problems] == ["detail_without_order"]
    assert [order.lines_only for order in draft.orders] == [False, True]


def test_a_bad_item_keeps_the_others_of_its_order_out(exports: Exports, headers: dict[str, list[str]]) -> None:
    details = exports.rows(
        headers["details old"],
        {"订单编号": "7", "标题": "衬衫", "价格": "5", "购买数量": "1"},
        {"订单编号": "7", "标题": "长裤", "价格": "5", "购买数量": "many"},
        {"订单编号": "8", "标题": "帽子", "价格": "5", "购买数量": "1"},
    )
    draft = read_draft([exports.csv("d.csv", details)])

    assert [order.number for order in draft.orders] == ["8"]
    assert [(problem.row, problem.code) for problem in draft.errors] == [(2, "order_refused"), (3, "bad_count")]
    assert draft.rows_good == 1


def test_a_workbook_of_2026_with_numbers_and_dates_as_excel_keeps_them(
    exports: Exports, headers: dict[str, list[str]]
) -> None:
    row: dict[str, object] = dict(exports.taobao())
    row |= {"订单编号": "2880512345678901234", "总金额": 64.8, "买家实付金额": 64.80000000000001, "退款金额": 0}
    row["订单创建时间"] = datetime(2026, 3, 1, 8, 30)
    row["订单付款时间"] = 46082.354166666664
    row["发货时间"] = "2026/3/2 9:05"
    path = exports.xlsx("千牛.xlsx", [headers["2026"], [row.get(heading, "") for heading in headers["2026"]]])

    order = read_draft([path]).orders[0]

    assert (order.total, order.paid, order.refunded) == (6480, 6480, 0)
    assert order.created_at == datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    assert order.paid_at == datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    assert order.shipped_at == datetime(2026, 3, 2, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("number", ["2.88051E+18", "1.23e18", 2880512345678901234])
def test_an_order_number_excel_destroyed_is_refused(
    exports: Exports, headers: dict[str, list[str]], number: object
) -> None:
    rows = exports.rows(headers["2026"], exports.taobao(), exports.taobao(订单编号="5"))
    path = exports.xlsx("a.xlsx", [rows[0], [number, *rows[1][1:]], rows[2]])

    draft = read_draft([path])

    assert [order.number for order in draft.orders] == ["5"]
    assert [(problem.row, problem.column, problem.code) for problem in draft.errors] == [
        (2, "订单编号", "number_destroyed")
    ]


def test_a_number_that_lost_its_tail_is_pointed_out(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao(订单编号="2880512345678900000")))

    assert [problem.code for problem in read_draft([path]).problems] == ["number_maybe_rounded"]


def test_the_same_row_twice_is_one_order_and_a_different_one_a_problem(
    exports: Exports, headers: dict[str, list[str]]
) -> None:
    rows = exports.rows(
        headers["2016"], exports.taobao(), exports.taobao(), exports.taobao(总金额="1.00"), exports.taobao(订单编号="9")
    )
    draft = read_draft([exports.csv("a.csv", rows)])

    assert [order.number for order in draft.orders] == ["2880512345678901234", "9"]
    assert draft.orders[0].rows == (2, 3)
    assert [(problem.row, problem.code, problem.severity) for problem in draft.problems] == [
        (3, "duplicate_row", "warning"),
        (4, "duplicate_number", "error"),
    ]
    assert (draft.rows_total, draft.rows_good) == (4, 3)


def test_of_two_exports_the_order_that_got_further_is_kept(exports: Exports, headers: dict[str, list[str]]) -> None:
    later = exports.taobao(订单状态="交易成功", 确认收货时间="2020-03-01 10:00:00")
    paths = [
        exports.csv("march.csv", exports.rows(headers["2018"], later)),
        exports.csv("february.csv", exports.rows(headers["2018"], exports.taobao())),
    ]
    draft = read_draft(paths)

    assert [(order.status, order.file) for order in draft.orders] == [(OrderStatus.SIGNED, "march.csv")]
    assert [problem.code for problem in draft.problems] == ["newer_row_used"]


def test_the_two_files_are_told_apart_by_path_when_named_alike(
    exports: Exports, headers: dict[str, list[str]], tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    first = exports.csv("list.csv", exports.rows(headers["2016"], exports.taobao()))
    second = exports.csv("b/list.csv", exports.rows(headers["2016"], exports.taobao(订单编号="x")))

    draft = read_draft([first, second])

    assert [file.name for file in draft.files] == ["list.csv", "list.csv (2)"]
    assert [problem.file for problem in draft.errors] == ["list.csv (2)"]


def test_unknown_columns_are_named_and_columns_may_stand_anywhere(
    exports: Exports, headers: dict[str, list[str]]
) -> None:
    headings = ["神秘列", *reversed(headers["2016"]), "另一列"]
    draft = read_draft([exports.csv("a.csv", exports.rows(headings, exports.taobao()), encoding="gbk")])

    assert draft.unknown_columns == ("神秘列", "另一列")
    assert draft.orders[0].buyer_nick == "tb_星星88"


def test_a_file_may_be_said_to_be_of_tmall(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))

    assert read_draft([path], platform="tmall").orders[0].platform is Platform.TMALL


def test_reading_twice_gives_the_same(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2020"], exports.taobao(), exports.taobao(订单编号="8")))

    assert read_draft([path]) == read_draft([path])


def test_an_unknown_status_keeps_its_words(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao(订单状态="量子态")))
    draft = read_draft([path])

    assert (draft.orders[0].status, draft.orders[0].status_text) == (OrderStatus.UNKNOWN, "量子态")
    assert [(problem.code, problem.value_excerpt) for problem in draft.problems] == [("unknown_status", "量子态")]


_WORDS = st.text(
    st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn"]), max_size=20
)
_ORDERS = st.lists(
    st.tuples(
        st.integers(1, 10**19),
        _WORDS,
        _WORDS,
        st.integers(0, 10**9),
        st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1)),
    ),
    unique_by=lambda order: order[0],
    max_size=6,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orders=_ORDERS, encoding=st.sampled_from(["gb18030", "utf-8", "utf-8-sig", "utf-16"]), order_of=st.randoms())
def test_what_a_shop_exported_is_what_is_read(
    exports: Exports,
    headers: dict[str, list[str]],
    orders: list[tuple[int, str, str, int, datetime]],
    encoding: str,
    order_of: Random,
) -> None:
    headings = list(headers["2018"])
    order_of.shuffle(headings)
    rows = [
        exports.taobao(
            订单编号=f'="{number}"',
            买家会员名=f"n{nick}",
            买家留言=f"m{note}",
            总金额=f"{fen / 100:.2f}",
            订单创建时间=f"{made:%Y-%m-%d %H:%M:%S}",
        )
        for number, nick, note, fen, made in orders
    ]
    draft = read_draft([exports.csv("a.csv", exports.rows(headings, *rows), encoding=encoding)], encoding=encoding)

    assert draft.errors == ()
    assert [(one.number, one.buyer_nick, one.buyer_note, one.total) for one in draft.orders] == [
        (str(number), f"n{nick}", f"m{note}", fen) for number, nick, note, fen, _ in orders
    ]
    assert [one.created_at for one in draft.orders] == [
        made.replace(microsecond=0, tzinfo=UTC) - timedelta(hours=8) for *_, made in orders
    ]
