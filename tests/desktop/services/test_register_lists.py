"""Registers and months on paper and as workbooks: read back from the PDF, from the workbook and from its XML."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop.services.sheets import SheetFile, SheetWish
from models.errors import UserError
from models.kinds import Liability, PacketLanguage, Paper, Problem, RegisterKind
from models.money import Money
from models.register_kinds import RegisterState
from models.register_records import (
    CarrierMonth,
    CostLine,
    Month,
    MonthClosing,
    MonthMetrics,
    RegisterLine,
    RegisterQuery,
    RegisterSheet,
    RegisterValue,
)
from models.rules.register_columns import COLUMNS
from tests.naughty import OWN

if TYPE_CHECKING:
    from desktop.context import AppContext

KIND, MONTH = RegisterKind.CARRIER_CLAIM, Month(2026, 11)
AT = datetime(2026, 11, 3, 16, 30, tzinfo=UTC)
SHOP = 1


def line(number: int, **cells: RegisterValue) -> RegisterLine:
    """A claim of 139.00 handed in on the 5th."""
    known: dict[str, RegisterValue] = {
        "entered": AT, "case": f"A2611-{number:04d}", "buyer": "花果山_大圣01", "parcel": f"YQ0000{number:08d}",
        "carrier": "云雀速递", "kind": Problem.DAMAGED, "evidence_complete": True, "claimed": Money(13900),
        "handed_in": date(2026, 11, 5), "state": RegisterState.HANDED_IN, "age": 12, "by": "小满",
    }  # fmt: skip
    return RegisterLine(
        number, KIND, "register_entry", AT, SHOP, None, f"A2611-{number:04d}", "花果山_大圣01",
        RegisterState.HANDED_IN, {**known, **cells}, settled=False,
    )  # fmt: skip


def sheet(*lines: RegisterLine, totals: dict[str, dict[str, int]] | None = None) -> RegisterSheet:
    """The claims of November."""
    return RegisterSheet(RegisterQuery(KIND, MONTH, SHOP), COLUMNS[KIND], lines, totals or {}, found=len(lines))


def pages(made: SheetFile) -> list[str]:
    """The words of every page, without blanks."""
    with pypdfium2.PdfDocument(made.path) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_a_register_on_paper_says_what_it_is_and_adds_up(ctx: AppContext) -> None:
    listed = sheet(line(1), line(2, claimed=Money(500, "USD")), totals={"claimed": {"CNY": 13900, "USD": 500}})
    closing = MonthClosing(1, SHOP, KIND, MONTH, {}, 2, AT, "林小北", "等云雀答复")
    listed = replace(listed, closings=(closing,), query=replace(listed.query, text="云雀", unsettled=True))
    for language, said in (
        (PacketLanguage.ZH, ("快递理赔", "2026年11月", "青禾家居", "包含“云雀”", "只列未了结", "未了结2条", "合计",
                             "本月已由林小北于2026-11-0400:30结账", "等云雀答复", "第1页/共1页")),
        (PacketLanguage.EN, ("November2026", "Total", "Openlinesonly", "closedby林小北", "Page1of1")),
    ):  # fmt: skip
        made = ctx.register_lists.paper(listed, SheetWish(language=language))
        (page,) = pages(made)
        assert not [each for each in (*said, "¥139.00", "$5.00", "11-05") if each not in page]
        assert made.width_mm > made.height_mm


def test_many_lines_go_over_pages_with_their_heads_and_none_is_a_page_too(ctx: AppContext) -> None:
    many = ctx.register_lists.paper(sheet(*(line(number) for number in range(1, 121))))
    found = pages(many)
    assert len(found) == many.pages > 3
    assert all("运单" in page and f"共{many.pages}页" in page for page in found)
    assert sum(page.count("A2611-") for page in found) == 120
    (empty,) = pages(ctx.register_lists.paper(sheet(), SheetWish(paper=Paper.LETTER)))
    assert ("没有登记" in empty, "尚未结账" in empty) == (True, True)
    other = RegisterSheet(RegisterQuery(RegisterKind.REVIEW, MONTH, SHOP), COLUMNS[RegisterKind.REVIEW], (), {})
    assert "结账" not in pages(ctx.register_lists.paper(other))[0], "reviews are never closed"


def test_hostile_texts_stay_texts_on_paper_and_in_workbooks(ctx: AppContext, tmp_path: Path) -> None:
    lines = [line(number, buyer=text, carrier=text, parcel=text) for number, text in enumerate(OWN, 1)]
    made = ctx.register_lists.paper(sheet(*lines))
    assert made.pages < 30
    assert "…" in "".join(pages(made))
    out = tmp_path / "claims.xlsx"
    assert ctx.register_lists.export(out, sheet(*lines)) == len(OWN)
    with zipfile.ZipFile(out) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in book.namelist() if "externalLink" in name or "vba" in name.lower()]
    assert not re.search(r"<f[ >/]|<hyperlink", xml)
    assert set(re.findall(r'<c [^>]*t="(\w+)"', xml)) <= {"inlineStr", "s", "n", "d"}
    assert load_workbook(out).active is not None


def test_a_workbook_holds_numbers_dates_and_totals(ctx: AppContext, tmp_path: Path) -> None:
    odd = replace(line(3, claimed=Money(-250), evidence_complete=False), corrects=1, reason="重复登记")
    lines = (line(1), line(2, claimed=Money(500, "JPY"), age=None), odd)
    out = tmp_path / "claims.xlsx"
    totals = {"claimed": {"CNY": 13650, "JPY": 500}}
    assert ctx.register_lists.export(out, sheet(*lines, totals=totals), language="en") == 3
    page = load_workbook(out).active
    assert page is not None
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:S4")
    heads = [cell.value for cell in page[1]]
    claimed, handed_in, complete = (heads.index(each) + 1 for each in ("Claimed", "Handed in", "Evidence complete"))
    cells = [page.cell(row, claimed) for row in (2, 3, 4)]
    assert [(float(str(cell.value)), cell.number_format) for cell in cells] == [
        (139.0, '"¥" #,##0.00'), (500.0, '"¥" #,##0'), (-2.5, '"¥" #,##0.00')]  # fmt: skip
    assert page.cell(2, 1).value == datetime(2026, 11, 4)
    assert page.cell(2, handed_in).value == datetime(2026, 11, 5)
    assert [page.cell(row, complete).value for row in (2, 4)] == ["yes", "no"]
    assert [page.cell(4, column).value for column in (18, 19)] == ["yes", "重复登记"]
    assert [(page.cell(row, 1).value, page.cell(row, claimed).value) for row in (6, 7)] == [
        ("Total CNY", 136.5), ("Total JPY", 500)]  # fmt: skip
    with pytest.raises(UserError, match="export_name_unknown"):
        ctx.register_lists.export(tmp_path / "claims.csv", sheet())


def test_the_measures_of_a_month_are_printed_and_written(ctx: AppContext, tmp_path: Path) -> None:
    metrics = MonthMetrics(
        MONTH, SHOP, (CostLine(Liability.CARRIER, Problem.DAMAGED, 3, Money(2425), Money(11900)),),
        (CarrierMonth("云雀速递", 2, Money(36200), Money(20000), Money(0), Money(16200)),),
        {KIND: 2, RegisterKind.INVOICE: 0}, {KIND: (Money(36200), Money(99, "USD"))}, undecided_cases=4,
    )  # fmt: skip
    (page,) = pages(ctx.register_lists.metrics_paper(metrics))
    assert not [each for each in ("¥24.25", "云雀速递", "¥162.00", "¥362.00", "$0.99", "另有4个") if each not in page]
    out = tmp_path / "month.xlsx"
    ctx.register_lists.export_metrics(out, metrics)
    book = load_workbook(out)
    assert len(book.worksheets) == 3
    assert [cell.value for cell in book.worksheets[1][2]] == ["云雀速递", 2, 362, 200, 0, 162]


def test_what_was_handed_out_stands_in_the_history(ctx: AppContext, tmp_path: Path) -> None:
    made = ctx.register_lists.paper(sheet(line(1)))
    assert ctx.register_lists.save(made, tmp_path / "a.pdf").read_bytes() == made.content()
    ctx.register_lists.note_printed(made)
    ctx.register_lists.export(tmp_path / "a.xlsx", sheet(line(1)))
    database: Any = ctx.store.database
    rows = database.execute_sql("SELECT action FROM history ORDER BY seq DESC LIMIT 3").fetchall()
    assert [row[0] for row in rows] == ["list_exported", "list_printed", "list_saved"]
