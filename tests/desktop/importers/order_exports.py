"""Makes export files as the platforms write them: their header rows, encodings and oddities."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

TAOBAO_2016 = [
    "订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "买家支付积分", "总金额", "返点积分",
    "买家实际支付金额", "买家实际支付积分", "订单状态", "买家留言", "收货人姓名", "收货地址 ", "运送方式", "联系电话 ",
    "联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 ", "物流公司", "订单备注",
    "宝贝总数量", "店铺Id", "店铺名称", "订单关闭原因", "卖家服务费", "买家服务费", "发票抬头", "是否手机订单",
    "分阶段订单信息", "特权订金订单id", "定金排名", "修改后的sku", "修改后的收货地址", "异常信息", "天猫卡券抵扣",
    "集分宝抵扣", "是否是O2O交易",
]  # fmt: skip
TAOBAO_2018 = [
    *TAOBAO_2016[:34], "是否上传合同照片", "是否上传小票", "是否代付", *TAOBAO_2016[34:], "新零售交易类型",
    "新零售导购门店名称", "新零售导购门店id", "新零售发货门店名称", "新零售发货门店id", "退款金额", "预约门店",
    "确认收货时间", "打款商家金额", "含应开票给个人的个人红包",
]  # fmt: skip
TAOBAO_2020 = [
    *[heading.strip() for heading in TAOBAO_2018[:3]], "支付单号", "支付详情",
    *[heading.strip() for heading in TAOBAO_2018[3:44]], "满返红包金额",
    *[heading.strip() for heading in TAOBAO_2018[44:]], "是否信用购", "体验期结束时间", "前N有礼", "配送类型",
    "直播返现状态", "返现金额", "新零售成交门店昵称", "新零售成交门店id", "新零售成交经销商id", "主订单编号",
]  # fmt: skip
TAOBAO_2026 = [
    "订单编号", "支付单号", "支付详情", "总金额", "买家实付金额", "订单状态", "订单创建时间", "商品标题", "卖家服务费",
    "退款金额", "订单付款时间", "发货时间", "运单号", "店铺名称",
]  # fmt: skip
DETAILS_OLD = [
    "订单编号",
    "标题",
    "价格",
    "购买数量",
    "外部系统编号",
    "商品属性",
    "套餐信息",
    "备注",
    "订单状态",
    "商家编码",
]
DETAILS_NEW = [
    "子订单编号", "主订单编号", "标题", "价格", "购买数量", "外部系统编号", "商品属性", "套餐信息", "备注", "订单状态",
    "商家编码", "支付单号", "买家应付货款", "买家实际支付金额", "退款状态", "退款金额", "订单创建时间", "订单付款时间",
]  # fmt: skip

TAOBAO_ROW: dict[str, str] = {
    "订单编号": '="2880512345678901234"',
    "买家会员名": "tb_星星88",
    "买家应付货款": "118.00",
    "买家应付邮费": "10.00",
    "总金额": "128.00",
    "买家实际支付金额": "128.00",
    "买家实付金额": "128.00",
    "订单状态": "卖家已发货，等待买家确认",
    "买家留言": "null",
    "收货人姓名": "王小明",
    "收货地址": "浙江省 杭州市 西湖区 文三路1号 (310012)",
    "联系电话": "'-",
    "联系手机": "'13800000000",
    "订单创建时间": "2020-02-20 23:59:54",
    "订单付款时间": "2020-02-21 00:00:02",
    "宝贝标题": "棉麻衬衫，亚麻长裤",
    "商品标题": "棉麻衬衫",
    "宝贝种类": "2",
    "宝贝总数量": "2",
    "物流单号": "No:YT1234567890123",
    "物流公司": "圆通速递",
    "订单备注": "'先发货",
    "店铺名称": "小店",
    "退款金额": "0.00元",
}


class Exports:
    """Writes files into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rows(self, headings: Sequence[str], *rows: Mapping[str, str]) -> list[list[str]]:
        """A header row and the rows under it; headings are looked up without their trailing blanks."""
        return [list(headings), *[[row.get(heading.strip(), "") for heading in headings] for row in rows]]

    def csv(
        self,
        name: str,
        rows: Sequence[Sequence[str]],
        *,
        encoding: str = "utf-8",
        delimiter: str = ",",
        end: str = "\r\n",
    ) -> Path:
        """A delimited text file."""
        stream = io.StringIO()
        csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(rows)
        return self.raw(name, stream.getvalue().encode(encoding))

    def raw(self, name: str, data: bytes) -> Path:
        """A file of just these bytes."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    def xlsx(self, name: str, rows: Sequence[Sequence[object]]) -> Path:
        """A workbook of one sheet; text stays text even if it looks like a formula."""
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row_number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(row_number, column)
                cell.value = value  # type: ignore[assignment]
                if isinstance(value, str):
                    cell.data_type = "s"
        path = self.folder / name
        book.save(path)
        return path

    def taobao(self, **changes: str) -> dict[str, str]:
        """One order of an order list."""
        return {**TAOBAO_ROW, **changes}


HEADERS: dict[str, list[str]] = {
    "2016": TAOBAO_2016,
    "2018": TAOBAO_2018,
    "2020": TAOBAO_2020,
    "2026": TAOBAO_2026,
    "details old": DETAILS_OLD,
    "details new": DETAILS_NEW,
}
