"""Files that are broken, too large, protected or made to do harm: each refused with its code, or read row by row."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.importers import EncodingUnclear, FileRefused, ImportCancelled, detect, read_draft
from models.errors import EnvironmentFault, UserError

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _code(path: Path, **options: str) -> str:
    with pytest.raises(FileRefused) as refused:
        read_draft([path], **options)  # type: ignore[arg-type]
    assert isinstance(refused.value, UserError)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\r\n \r\n\t\n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b",,,\n,,,\n", "empty_file"),
        (b"first,last,address\nJohn,Doe,here\n", "unknown_format"),
        (b"1,2,3\n4,5,6\n", "no_header"),
        (b"just a line of text", "no_header"),
        (b"\x00\x01\x02\x03\x04\xff" * 100, "unknown_format"),
        (b"%PDF-1.7\n1 0 obj\n", "unknown_format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown_format"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "no_header"),
        (OLE + b"\x00" * 4_000, "damaged_workbook"),
        (OLE + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500, "protected_workbook"),
        (b"PK\x03\x04 and then nothing", "damaged_workbook"),
    ],
)
def test_files_that_are_no_order_file(exports, data, code):
    assert _code(exports.raw("a.csv", data)) == code


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(exports, data):
    path = exports.raw("junk.bin", data)
    with pytest.raises(UserError) as refused:
        read_draft([path])
    assert refused.value.code


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.text(max_size=300))
def test_no_text_under_a_header_breaks_the_reader(exports, headers, tail):
    text = ",".join(headers["2016"]) + "\r\n" + tail
    draft = read_draft([exports.raw("a.csv", text.encode())])

    assert draft.rows_good <= draft.rows_total
    assert len(draft.orders) <= draft.rows_good


def test_a_file_that_is_not_there_is_the_environments_fault(tmp_path):
    with pytest.raises(EnvironmentFault) as refused:
        detect(tmp_path / "gone.csv")
    assert refused.value.code == "file_unreadable"


def test_only_a_header_is_an_empty_draft(exports, headers):
    draft = read_draft([exports.csv("a.csv", exports.rows(headers["2016"]), encoding="gbk")])

    assert (draft.orders, draft.rows_total) == ((), 0)
    assert [problem.code for problem in draft.problems] == ["no_rows"]


def test_ten_thousand_columns(exports, headers):
    headings = [*headers["2016"], *[f"c{index}" for index in range(10_000)]]
    draft = read_draft([exports.csv("a.csv", exports.rows(headings, exports.taobao()))])

    assert len(draft.orders) == 1
    assert len(draft.unknown_columns) == 200
    assert _code(exports.csv("b.csv", [[f"c{index}" for index in range(20_000)]])) == "too_large"


def test_a_cell_of_a_megabyte_is_kept_short_and_a_larger_one_refused(exports, headers):
    rows = exports.rows(
        headers["2016"],
        exports.taobao(买家留言="长" * 1_000_000),
        exports.taobao(订单编号="2", 买家会员名="n" * 300),
        exports.taobao(订单编号="3", 买家留言="x" * 1_100_000),
    )
    draft = read_draft([exports.csv("a.csv", rows)])

    assert [order.number for order in draft.orders] == ["2880512345678901234", "2"]
    assert len(draft.orders[0].buyer_note) == 65_536
    assert draft.orders[1].buyer_nick == "n" * 300
    assert [(problem.row, problem.code) for problem in draft.problems] == [(2, "text_cut"), (4, "cell_too_large")]
    assert all(len(problem.value_excerpt) <= 80 for problem in draft.problems)


def test_a_line_without_end_is_refused(exports):
    assert _code(exports.raw("a.csv", b"x" * (33 * 1024 * 1024))) == "too_large"


def test_nul_bytes_are_taken_out_and_said(exports, headers):
    rows = exports.rows(headers["2016"], exports.taobao(收货人姓名="王\x00明", 订单编号="1\x002"))
    draft = read_draft([exports.csv("a.csv", rows)])

    assert (draft.orders[0].buyer_name, draft.orders[0].number) == ("王明", "12")
    assert [problem.code for problem in draft.problems] == ["nul_removed"]


def test_texts_of_buyers_stay_as_typed(exports, headers, samples):
    naughty = json.loads(samples("naughty/blns/blns.json").read_text(encoding="utf-8"))
    texts = [text for text in naughty if text.strip() == text and text not in ("", "-", "--", "null", "NULL")]
    texts = [text for text in texts if text.isprintable() and not text.startswith(("'", '="'))]
    rows = [exports.taobao(订单编号=str(index), 买家会员名=text, 买家留言=text) for index, text in enumerate(texts)]
    draft = read_draft([exports.csv("a.csv", exports.rows(headers["2016"], *rows))])

    assert len(texts) > 300
    assert draft.errors == ()
    assert [order.buyer_nick for order in draft.orders] == texts
    assert [order.buyer_note for order in draft.orders] == texts


def test_direction_signs_stay_in_names_and_go_from_numbers(exports, headers):
    name = "evil\u202etxt.exe"
    rows = exports.rows(headers["2016"], exports.taobao(买家会员名=name, 订单编号="\u202e12\u202c3"))
    order = read_draft([exports.csv("a.csv", rows)]).orders[0]

    assert (order.buyer_nick, order.number) == (name, "123")


def test_broken_rows_do_not_harm_their_neighbours(exports, headers):
    good, more = exports.taobao(订单编号="1"), exports.taobao(订单编号="2")
    stream = exports.csv("a.csv", exports.rows(headers["2016"], good, more)).read_text(encoding="utf-8").splitlines()
    broken = '3,"never closed,' + "," * 38
    data = "\r\n".join([stream[0], stream[1], broken, stream[2], "", ",,,", ",no number", "4", "合计,1"])
    draft = read_draft([exports.raw("b.csv", (data + "\r\n").encode())])

    assert [order.number for order in draft.orders] == ["1", "2", "4"]
    assert [(problem.row, problem.code, problem.severity) for problem in draft.problems] == [
        (3, "broken_quotes", "error"),
        (7, "missing_number", "error"),
        (8, "too_few_cells", "warning"),
        (9, "bad_number", "error"),
    ]
    assert (draft.rows_total, draft.rows_good) == (6, 3)


def test_a_header_in_the_middle_is_passed_over(exports, headers):
    rows = exports.rows(headers["2016"], exports.taobao(订单编号="1"))
    draft = read_draft([exports.csv("a.csv", [["导出时间", "2020"], [], *rows, *rows[:1], *rows[1:]])])

    assert [order.rows for order in draft.orders] == [(4, 6)]
    assert draft.rows_total == 2


def test_a_bare_comma_is_repaired_only_where_one_way_fits(exports, headers):
    headings = ["订单编号", "收货地址", "总金额", "订单创建时间", "买家会员名", "订单备注"]
    text = "\n".join(
        [
            ",".join(headings),
            "1,浙江,杭州,12.00,2020-02-20 10:00:00,nick,note",
            "2,浙江,12.00,2020-02-20 10:00:00,nick,no,te",
        ]
    )
    draft = read_draft([exports.raw("a.csv", f"{text}\n".encode())])

    assert [(order.number, order.address, order.total) for order in draft.orders] == [("1", "浙江,杭州", 1200)]
    assert [(problem.row, problem.code) for problem in draft.problems] == [
        (2, "bare_comma_repaired"),
        (3, "too_many_cells"),
    ]


@pytest.mark.parametrize("spare", [",", ",,,"])
def test_empty_cells_beyond_the_header_mean_nothing(exports, headers, spare):
    rows = (
        exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao())).read_text(encoding="utf-8").splitlines()
    )
    path = exports.raw("b.csv", f"{rows[0]}\r\n{rows[1]}{spare}\r\n".encode())

    assert read_draft([path]).problems == ()


def test_formulas_in_a_text_file_are_text(exports, headers):
    evil = "=cmd|' /C calc'!A0"
    rows = exports.rows(headers["2016"], exports.taobao(买家留言=evil), exports.taobao(订单编号="=1+1"))
    draft = read_draft([exports.csv("a.csv", rows)])

    assert draft.orders[0].buyer_note == evil
    assert [(problem.row, problem.code) for problem in draft.errors] == [(3, "bad_number")]


def test_formulas_without_a_result_are_missing_cells(exports, headers):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([heading.strip() for heading in headers["2026"]])
    sheet.append(['="1234"', *["x"] * 5])
    path = exports.folder / "f.xlsx"
    book.save(path)

    assert [problem.code for problem in read_draft([path]).errors] == ["missing_number"]


def _rebuilt(source: Path, target: Path, name: str, edit: bytes, by: bytes) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, data.replace(edit, by) if entry.filename == name else data)
    return target


def test_cells_far_apart_are_refused_before_they_fill_memory(exports):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "订单编号", "x"
    path = exports.folder / "sparse.xlsx"
    book.save(path)

    assert _code(path) == "too_large"


def test_a_zip_bomb_is_refused_by_what_it_announces(exports, headers):
    path = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao()))
    bomb = exports.folder / "bomb.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry))
        with new.open("xl/media/x.bin", "w") as stream:
            for _ in range(600):
                stream.write(bytes(1 << 20))

    assert bomb.stat().st_size < 2_000_000
    assert _code(bomb) == "too_large"


def test_a_zip_entry_longer_than_it_announces_is_refused(exports, headers):
    path = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao()))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    place = data.index(b"PK\x01\x02")
    while data[place + 46 : place + 46 + len(entry.filename)] != entry.filename.encode():
        place = data.index(b"PK\x01\x02", place + 4)
    lying = data[: place + 24] + struct.pack("<I", 10) + data[place + 28 :]

    assert _code(exports.raw("lying.xlsx", lying)) == "damaged_workbook"


def test_an_archive_that_is_no_workbook_is_named_so(exports):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("orders.csv", "订单编号")

    assert _code(exports.raw("orders.zip", stream.getvalue())) == "archive_not_workbook"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_half_a_workbook_is_refused(exports, headers, keep):
    data = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao())).read_bytes()

    assert _code(exports.raw("half.xlsx", data[: int(len(data) * keep)])) == "damaged_workbook"


def test_a_workbook_of_broken_xml_is_refused(exports, headers):
    path = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao()))
    broken = _rebuilt(path, exports.folder / "b.xlsx", "xl/worksheets/sheet1.xml", b"</sheetData>", b"<")

    assert _code(broken) == "damaged_workbook"


def _open_document(path: Path, table: str, doctype: str = "") -> Path:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{doctype}<office:document-content{names}><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{table}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
    return path


def _cell(text: str, repeated: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p></table:table-cell>'


def test_an_open_document_is_read(exports, headers):
    row = exports.taobao()
    head = "".join(_cell(heading) for heading in headers["2026"])
    body = "".join(_cell(row.get(heading, "").replace('"', "&quot;")) for heading in headers["2026"])
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    path = _open_document(
        exports.folder / "a.ods",
        f"<table:table-row><table:table-cell/></table:table-row><table:table-row>{head}</table:table-row>"
        f"<table:table-row>{body}</table:table-row>{blank}",
    )
    draft = read_draft([path])

    assert [(order.number, order.total, order.rows) for order in draft.orders] == [("2880512345678901234", 12800, (3,))]


def test_repeats_of_an_open_document_are_counted_before_they_unfold(exports):
    repeated = _cell("x", ' table:number-columns-repeated="9000"')
    table = f'<table:table-row table:number-rows-repeated="9000">{repeated}</table:table-row>'

    assert _code(_open_document(exports.folder / "b.ods", table)) == "too_large"


def test_entities_of_an_open_document_are_refused(exports):
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    assert _code(_open_document(exports.folder / "c.ods", "", doctype)) == "damaged_workbook"


def test_an_encoding_that_cannot_be_told_is_asked_for(exports, headers):
    text = ",".join(headers["2016"]) + "\n" + ",".join(["1", "買家"] + [""] * 39) + "\n"
    path = exports.raw("a.csv", text.replace("订", "訂").encode("big5", "replace"))

    with pytest.raises(EncodingUnclear) as asked:
        read_draft([path])

    assert asked.value.code == "encoding_unclear"
    assert {candidate.encoding for candidate in asked.value.candidates} >= {"utf-8", "gb18030", "big5"}
    assert all(len(candidate.preview) <= 5 for candidate in asked.value.candidates)
    assert list(asked.value.candidates) == sorted(asked.value.candidates, key=lambda one: one.undecodable)


def test_western_letters_are_not_taken_for_chinese(exports):
    text = "Name,Financial Status,Lineitem name,Shipping Name,Currency\n#1,paid,Soap,Renée Müller,EUR\n"
    path = exports.raw("a.csv", text.encode("cp1252"))

    with pytest.raises(EncodingUnclear):
        read_draft([path])
    assert read_draft([path], encoding="cp1252").orders[0].buyer_name == "Renée Müller"


def test_an_encoding_that_was_chosen_reads_what_it_can(exports, headers):
    data = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()), encoding="gb18030").read_bytes()
    path = exports.raw("b.csv", data.replace("王小明".encode("gbk"), b"\xcd\xff\xff"))

    with pytest.raises(EncodingUnclear):
        read_draft([path])
    draft = read_draft([path], encoding="gb18030")

    assert len(draft.orders) == 1
    assert [problem.code for problem in draft.problems] == ["undecodable_text"]
    assert _code(path, encoding="klingon") == "no_such_encoding"


def test_a_file_of_another_platform_is_named(exports, headers):
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))

    with pytest.raises(FileRefused) as refused:
        read_draft([path], platform="shopify")
    assert (refused.value.code, refused.value.values["found"]) == ("wrong_platform", "taobao")


def test_files_of_two_platforms_do_not_go_together(exports, headers):
    first = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))
    second = exports.raw("b.csv", b"Name,Financial Status,Lineitem name,Currency\n#1,paid,Soap,EUR\n")

    with pytest.raises(FileRefused) as refused:
        read_draft([first, second])
    assert refused.value.code == "mixed_platforms"


def test_no_files():
    with pytest.raises(FileRefused) as refused:
        read_draft([])
    assert refused.value.code == "no_files"


def test_reading_can_be_stopped_and_tells_how_far_it_is(exports, headers):
    rows = exports.rows(headers["2016"], *[exports.taobao(订单编号=str(index)) for index in range(2_000)])
    path = exports.csv("a.csv", rows)
    told: list[tuple[int, int]] = []

    read_draft([path], progress=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    with pytest.raises(ImportCancelled):
        read_draft([path], cancelled=lambda: True)


def test_a_file_of_nothing_but_bad_rows_is_given_up(exports):
    path = exports.raw("a.csv", "订单编号,总金额\n".encode() + b"x,1\n" * 100_002)

    assert _code(path) == "too_many_bad_rows"


def test_a_doubled_heading_takes_the_first_that_says_something(exports):
    path = exports.raw("a.csv", "订单编号,总金额,总金额\n1,,5.00\n".encode())
    draft = read_draft([path])

    assert draft.orders[0].total == 500
    assert [problem.code for problem in draft.problems] == ["doubled_heading"]


def test_a_negative_total_is_refused_and_a_strange_date_is_left_out(exports):
    path = exports.raw("a.csv", "订单编号,总金额,发货时间\n1,-5.00,\n2,5.00,soon\n".encode())
    draft = read_draft([path])

    assert [(order.number, order.shipped_at) for order in draft.orders] == [("2", None)]
    assert [(problem.row, problem.code, problem.severity) for problem in draft.problems] == [
        (2, "negative_amount", "error"),
        (3, "bad_date", "warning"),
    ]
