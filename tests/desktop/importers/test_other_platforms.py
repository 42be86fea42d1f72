"""JD, Pinduoduo, Douyin, Etsy, Amazon, eBay and WooCommerce, built from their known headings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.importers import DraftLine, FileRefused, detect, read_draft
from desktop.importers.headings import match_header
from models.kinds import OrderStatus, Platform
from tests.desktop.importers.order_exports import Exports

ALL_HEADERS = "orders/platform_headers.json"
NAMES = {"pinduoduo": "pdd"}


def test_every_known_header_row_is_recognised_whole(samples: Callable[[str], Path]) -> None:
    for known in json.loads(samples(ALL_HEADERS).read_text(encoding="utf-8")):
        found = match_header(known["columns"])
        where = f"{known['platform']} {known['variant']}"
        assert found is not None, where
        assert found.platform == NAMES.get(known["platform"], known["platform"]), where
        assert found.unknown == (), where
        assert found.confidence == 1.0, where
        assert found.sheet.kind == ("details" if "Detail" in where or "Items" in where else "orders"), where


def test_jd_with_an_empty_last_column_and_one_row_per_item(exports: Exports) -> None:
    text = (
        "订单号,商品ID,商品名称,订购数量,下单时间,京东价,订单金额,应付金额,订单状态,下单帐号,客户姓名,联系电话,货号,\n"
        "5001,11,茶杯,2,2021-01-02 10:00:00,10.00,45.00,40.00,完成,jd_a,李雷,1******6198,TB-1,\n"
        "5001,12,茶壶,1,2021-01-02 10:00:00,25.00,45.00,40.00,完成,jd_a,李雷,1******6198,TH-1,\n"
    )
    draft = read_draft([exports.raw("jd.csv", text.encode("gbk"))])

    assert (draft.platform, draft.problems) == (Platform.JD, ())
    order = draft.orders[0]
    assert (order.total, order.status, order.buyer_nick, order.buyer_phone) == (
        4500,
        OrderStatus.SIGNED,
        "jd_a",
        "1******6198",
    )
    assert order.lines == (
        DraftLine("茶杯", "TB-1", quantity=2, unit_price=1000, external_id="11"),
        DraftLine("茶壶", "TH-1", quantity=1, unit_price=2500, external_id="12"),
    )


def test_pinduoduo_with_masked_places_and_no_time(exports: Exports) -> None:
    row = {
        "订单成交时间": "", "商品": "毛巾", "订单号": "210102-123456789012345", "订单状态": "已发货，待收货",
        "商品总价(元)": "9.90", "邮费(元)": "0.00", "用户实付金额(元)": "8.90", "商品数量(件)": "1", "省": "****",
        "快递单号": "YT0000000000001", "快递公司": "圆通快递", "商品规格": "蓝色",
    }  # fmt: skip
    draft = read_draft([exports.xlsx("pdd.xlsx", [list(row), list(row.values())])])

    order = draft.orders[0]
    assert (draft.platform, order.number, order.created_at) == (Platform.PDD, "210102-123456789012345", None)
    assert (order.goods_amount, order.paid, order.total, order.address) == (990, 890, None, "****")
    assert (order.status, order.tracking_numbers) == (OrderStatus.SHIPPED, ("YT0000000000001",))
    assert order.lines == (DraftLine("毛巾", variant="蓝色"),)


def test_douyin_with_tabs_dashes_thousands_and_a_bare_comma(exports: Exports) -> None:
    headings = "主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码"
    headings += ",订单应付金额,运费,收件人,收件人手机号,订单提交时间,订单状态"
    headings += ",快递信息"
    rows = (
        '"\t6917000000000000001","\t6917000000000000002",外套,黑色,1,-,"1,299.00",0.00,##abc,##def,'
        "2024-05-01 10:00:00,已发货,SF1234567-顺丰速运,10001-1\n"
        '"\t6917000000000000001","\t6917000000000000003",帽子,红色,1,-,29.00,0.00,##abc,##def,'
        "2024-05-01 10:00:00,已发货,-\n"
    )
    draft = read_draft([exports.raw("dy.csv", f"{headings}\n{rows}".encode("utf-8-sig"))])

    assert (draft.platform, draft.errors) == (Platform.DOUYIN, ())
    assert [problem.code for problem in draft.warnings] == ["bare_comma_repaired"]
    order = draft.orders[0]
    assert (order.number, order.total, order.rows) == ("6917000000000000001", 132800, (2, 3))
    assert (order.tracking_numbers, order.carrier) == (("SF1234567",), "顺丰速运")
    assert [line.external_id for line in order.lines] == ["6917000000000000002", "6917000000000000003"]
    assert order.buyer_name == "##abc"


def test_etsy_orders_with_items_in_month_first_dates(exports: Exports) -> None:
    orders = (
        "Sale Date\tOrder ID\tBuyer User ID\tFull Name\tNumber of Items\tDate Shipped\tShip Country\tCurrency"
        "\tOrder Value\tOrder Total\tStatus\n"
        "1/4/2024\t3001\tkay\tKay Doe\t2\t1/15/24\tUnited States\tUSD\t20\t25.5\tShipped\n"
    )
    items = "Sale Date,Item Name,Quantity,Price,Currency,Transaction ID,Order ID,Variations,SKU\n"
    items += "01/04/24,Mug,2,$10.00,USD,77,3001,Blue,M-1\n"
    draft = read_draft([exports.raw("EtsySoldOrders.csv", orders.encode()), exports.raw("items.csv", items.encode())])

    order = draft.orders[0]
    assert (draft.platform, draft.problems, draft.files[0].detection.delimiter) == (Platform.ETSY, (), "\t")
    assert order.created_at == datetime(2024, 1, 4, tzinfo=UTC)
    assert (order.total, order.currency, order.buyer_nick) == (2550, "USD", "kay")
    assert order.lines == (DraftLine("Mug", "M-1", "Blue", 2, 1000, "77"),)


def test_amazon_rows_may_end_early(exports: Exports) -> None:
    text = (
        "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-purchased"
        "\tcurrency\titem-price\tshipping-price\trecipient-name\tship-address-1\tship-country\tsales-channel\n"
        "702-1\t1\t2017-09-23T14:18:23-07:00\t2017-09-23T14:20:00-07:00"
        '\te@x\tB\tS1\tCup "big"\t2\tUSD\t20.00\t3.00\tR\t1 St\tUS\n'
        "702-1\t2\t2017-09-23T14:18:23-07:00\t2017-09-23T14:20:00-07:00"
        "\te@x\tB\tS2\tPot\t1\tUSD\t5.00\t0\tR\t1 St\tUS\tAmazon.com\n"
    )
    draft = read_draft([exports.raw("amazon.txt", text.encode())])

    order = draft.orders[0]
    assert (draft.platform, draft.problems) == (Platform.AMAZON, ())
    assert order.created_at == datetime(2017, 9, 23, 21, 18, 23, tzinfo=UTC)
    assert (order.goods_amount, order.freight, order.total) == (2500, 300, None)
    assert [(line.item_title, line.unit_price) for line in order.lines] == [('Cup "big"', 1000), ("Pot", 500)]


def test_ebay_with_its_frame_of_blank_lines_and_footer(exports: Exports) -> None:
    headings = "Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Quantity,Sold For"
    headings += ",Total Price,Sale Date,Tracking Number"
    text = (
        f"\ufeff,,,,,,,,,\n{headings}\n,,,,,,,,,\n"
        '101,12-34567-89012,ann,,,2,,"$1,433.66",Jul-21-25,\n'
        "101,12-34567-89012,,555,Lamp,1,$33.66,,Jul-21-25,9400100000000000000000\n"
        '101,12-34567-89012,,556,"Table, oak",1,"$1,400.00",,Jul-21-25,\n'
        "\n1,record(s) downloaded, from ,Jul-01-25, to ,Jul-31-25\nSeller ID : shop\n"
    )
    path = exports.raw("ebay.csv", text.encode())
    with pytest.raises(FileRefused) as refused:
        read_draft([path])
    assert refused.value.code == "currency_needed"

    draft = read_draft([path], currency="USD", zone="America/Los_Angeles")

    order = draft.orders[0]
    assert (draft.platform, draft.problems, draft.rows_total) == (Platform.EBAY, (), 3)
    assert detect(path).header_row == 2
    assert (order.total, order.buyer_nick, order.zone) == (143366, "ann", "America/Los_Angeles")
    assert order.created_at == datetime(2025, 7, 21, 7, tzinfo=UTC)
    assert [line.item_title for line in order.lines] == ["Lamp", "Table, oak"]
    assert order.tracking_numbers == ("9400100000000000000000",)


def test_woocommerce(exports: Exports) -> None:
    text = (
        "Order Number,Order Status,Order Date,First Name (Shipping),Last Name (Shipping),Order Total Amount"
        ",SKU,Item Name,Quantity (- Refund),Item Cost\n"
        "77,Processing,2024-03-04 12:30,Jo,Doe,15.00,A1,Pen,3,5.00\n"
    )
    draft = read_draft([exports.raw("woo.csv", text.encode())], currency="EUR", zone="Europe/Berlin")

    order = draft.orders[0]
    assert (order.platform, order.status, order.buyer_name) == (Platform.WOOCOMMERCE, OrderStatus.PAID, "Jo Doe")
    assert order.created_at == datetime(2024, 3, 4, 11, 30, tzinfo=UTC)
    assert order.lines == (DraftLine("Pen", "A1", quantity=3, unit_price=500),)
