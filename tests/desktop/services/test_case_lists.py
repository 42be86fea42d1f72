"""The list as plain values: files no program calculates in, tables for the clipboard, where a text was found."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.cli import parse, run_command
from desktop.exporters.sheet import ExportStopped
from desktop.exporters.workbook import sheet_name
from desktop.services.case_lists import COLUMNS, SHOWN_FIRST
from models.case_query import CaseFilters, CaseQuery, DatePeriod
from models.clock import zone
from models.errors import EnvironmentFault
from models.kinds import Platform, Problem
from models.store.search_hits import HitField

if TYPE_CHECKING:
    from desktop.context import AppContext

HOSTILE = ("=cmd|'/c calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "a;=b", "名\x00字", "_x0041_", "正常")


@pytest.fixture
def listed(ctx: AppContext) -> list[int]:
    """A case for each hostile buyer ID."""
    shop = ctx.shops.list_shops()[0].id
    ids = []
    for place, nick in enumerate(HOSTILE, 1):
        ctx.store.database.execute_sql("INSERT INTO buyer (id, shop_id, nick) VALUES (?, ?, ?)", (place, shop, nick))
        ids.append(ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=place))
    ctx.store.database.execute_sql("UPDATE \"case\" SET at_stake = id * 100000, order_number = '2611120000000387'")
    return ids


def test_a_workbook_holds_numbers_dates_and_texts_and_no_formula(
    ctx: AppContext, listed: list[int], tmp_path: Path
) -> None:
    out = tmp_path / "名 单.xlsx"
    told: list[tuple[int, int]] = []
    done = ctx.case_lists.export(
        out, listed, (*SHOWN_FIRST, "tags", "shop"), "zh", name="未结: a/b", progress=lambda *at: told.append(at)
    )
    assert done == len(listed)
    assert told[-1] == (len(listed), len(listed))
    page = load_workbook(out).worksheets[0]
    assert page.title == "未结  a b"
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:N{len(listed) + 1}"
    cells = list(page.iter_rows())
    assert [cell.value for cell in cells[0]] == [COLUMNS[key][0] for key in (*SHOWN_FIRST, "tags", "shop")]
    assert {cell.data_type for row in cells for cell in row} <= {"s", "n", "d"}
    first = cells[1]
    assert first[3].value == HOSTILE[0]
    assert first[3].quotePrefix
    assert first[4].value == "2611120000000387"
    assert first[7].value == 1000
    assert first[7].number_format == "#,##0.00"
    assert isinstance(first[10].value, datetime)
    assert [path.name for path in tmp_path.iterdir() if path.name != "shop"] == [out.name]


def test_a_comma_file_is_inert_and_reads_back(ctx: AppContext, listed: list[int], tmp_path: Path) -> None:
    out = tmp_path / "cases.csv"
    ctx.case_lists.export(out, listed, ("buyer_nick", "at_stake", "updated_at"), "en")
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfBuyer,At stake,Updated\r\n")
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    assert [row[1] for row in rows] == [f"{place * 1000}.00" for place in range(1, len(HOSTILE) + 1)]
    assert rows[0][2] == "2026-11-20 09:42"
    assert [row[0] for row in rows] == [
        "'=cmd|'/c calc'!A0", "'+1+1", "'-2", "'@SUM(A1)", "'\t'=1", "'\r'=1", "'＝1", "a;'=b", "名字", "_x0041_", "正常",
    ]  # fmt: skip


def test_a_file_that_cannot_be_written_stays_as_it_was(ctx: AppContext, listed: list[int], tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("old")
    with pytest.raises(ExportStopped):
        ctx.case_lists.export(kept, listed, SHOWN_FIRST, "zh", cancelled=lambda: True)
    assert kept.read_text() == "old"
    with pytest.raises(EnvironmentFault, match="file_unwritable"):
        ctx.case_lists.export(tmp_path / "nowhere" / "a.xlsx", listed, SHOWN_FIRST, "zh")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(EnvironmentFault, match="file_unwritable"):
        ctx.case_lists.export(tmp_path / "folder.csv", listed, SHOWN_FIRST, "zh")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "shop") == ["folder.csv", "kept.csv"]


def test_a_view_is_exported_from_the_command_line(
    ctx: AppContext, listed: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ctx.close()
    out = tmp_path / "out.csv"
    asked = ["cases", "export", "--data", str(tmp_path / "shop"), "--search", "正常", "--out", str(out), "--json"]
    assert run_command(parse(asked)) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 1
    assert out.read_text(encoding="utf-8-sig").count("\n") == 2
    assert run_command(parse([*asked[:-2], str(tmp_path / "out.txt")])) == 1
    assert "export_name_unknown" in capsys.readouterr().err


def test_names_of_sheets_are_safe() -> None:
    assert sheet_name("a[b]:c*?/\\'") == "a b  c"
    assert sheet_name("''") == "Cases"
    assert len(sheet_name("长" * 99)) == 31


def test_rows_for_the_clipboard(ctx: AppContext, listed: list[int]) -> None:
    text, marked = ctx.case_lists.clipboard_table(listed[:1] + listed[4:5], ["buyer_nick", "at_stake"], "zh")
    assert text == "买家\t涉及金额\r\n'=cmd|'/c calc'!A0\t1000.00\r\n' =1\t5000.00"
    assert '<td class="t">&#x27;=cmd|&#x27;/c calc&#x27;!A0</td><td class="n">1000.00</td>' in marked


def test_a_currency_stands_beside_amounts_where_there_are_several(ctx: AppContext, listed: list[int]) -> None:
    ctx.store.database.execute_sql("UPDATE \"case\" SET currency = 'USD' WHERE id = ?", (listed[-1],))
    sheet = ctx.case_lists.sheet(listed[-2:], ["number", "at_stake"], "en")
    assert [column.title for column in sheet.columns] == ["Number", "At stake", "Currency"]
    assert [row[2] for row in sheet.rows] == ["CNY", "USD"]


def test_each_row_has_the_time_of_its_shop_and_every_amount_its_places(ctx: AppContext, listed: list[int]) -> None:
    """The first shop sells in yen, which has no decimals, and sees the other's clocks in the other's zone."""
    ctx.shops.change_shop(1, currency="JPY", time_zone="Asia/Tokyo")
    there = ctx.shops.add_shop(
        name="Blue", platform=Platform.AMAZON, currency="USD", time_zone="America/New_York", country="US"
    )
    buyer = ctx.opening.add_buyer(there, "ann")
    case_id = ctx.cases.open_case(problem=Problem.LATE, buyer_id=buyer)
    sheet = ctx.case_lists.sheet([listed[0], case_id], ["updated_at", "at_stake"], "en")
    assert sheet.columns[1].places == 2
    hours = [row[0].hour for row in sheet.rows if isinstance(row[0], datetime)]
    now = ctx.clock.now()
    assert hours == [now.astimezone(zone(name)).hour for name in ("Asia/Tokyo", "America/New_York")]
    # It is still yesterday there: a day is that of each case's shop.
    days = [date(2026, 11, 19), date(2026, 11, 20)]
    found = [set(ctx.cases.list_case_ids(CaseQuery(filters=CaseFilters(first_day=day, last_day=day)))) for day in days]
    assert found == [{case_id}, set(listed)]
    today = CaseQuery(filters=CaseFilters(period=DatePeriod.TODAY))
    assert set(ctx.cases.list_case_ids(today)) == {case_id, *listed}


def test_what_the_row_does_not_show_is_told(ctx: AppContext, listed: list[int]) -> None:
    seen = (HitField.NUMBER, HitField.ORDER, HitField.NICK)
    ctx.cases.add_note(listed[0], "前面很长的话。" * 20 + "外箱Ａｂｃ受压，请看照片。" + "后面" * 40)
    ctx.case_tags.add_tags(listed[1:2], ["易碎"])
    hit = ctx.case_lists.find_hits(listed, "abc受压", seen)[listed[0]]
    assert hit.field is HitField.NOTE
    ((start, length),) = hit.marks
    assert hit.text[start : start + length] == "Ａｂｃ受压"
    assert hit.text.startswith("…")
    assert ctx.case_lists.find_hits(listed[1:2], "易碎", seen)[listed[1]].field is HitField.TAG
    assert ctx.case_lists.find_hits(listed, "易碎", (*seen, HitField.TAG)) == {}
    assert ctx.case_lists.find_hits(listed, "0387", seen) == {}
    assert ctx.case_lists.find_hits(listed[:1], "26111200", seen)[listed[0]].field is HitField.ORDER
    assert ctx.case_lists.find_hits(listed, " ;", seen) == {}
    ctx.store.database.execute_sql("UPDATE buyer SET nick = '花果山_大圣', pinyin = 'hgsds' WHERE id = 1")
    ctx.store.database.execute_sql("UPDATE \"case\" SET buyer_nick = '花果山_大圣' WHERE id = ?", (listed[0],))
    hit = ctx.case_lists.find_hits(listed, "sds", seen)[listed[0]]
    assert (hit.field, hit.text, hit.marks) == (HitField.PINYIN, "花果山_大圣", ((2, 4),))
