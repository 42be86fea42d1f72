"""Workbooks that are broken, protected or made to fill memory: each refused with its code before it is opened."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from desktop.importers import FileRefused, read_draft
from models.errors import UserError
from tests.desktop.importers.order_exports import Exports

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _code(path: Path, **options: str) -> str:
    with pytest.raises(FileRefused) as refused:
        read_draft([path], **options)  # type: ignore[arg-type]
    assert isinstance(refused.value, UserError)
    return refused.value.code


def test_formulas_without_a_result_are_missing_cells(exports: Exports, headers: dict[str, list[str]]) -> None:
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


def test_cells_far_apart_are_refused_before_they_fill_memory(exports: Exports) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "订单编号", "x"
    path = exports.folder / "sparse.xlsx"
    book.save(path)

    assert _code(path) == "too_large"


def test_a_zip_bomb_is_refused_by_what_it_announces(exports: Exports, headers: dict[str, list[str]]) -> None:
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


def test_a_zip_entry_longer_than_it_announces_is_refused(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao()))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    place = data.index(b"PK\x01\x02")
    while data[place + 46 : place + 46 + len(entry.filename)] != entry.filename.encode():
        place = data.index(b"PK\x01\x02", place + 4)
    lying = data[: place + 24] + struct.pack("<I", 10) + data[place + 28 :]

    assert _code(exports.raw("lying.xlsx", lying)) == "damaged_workbook"


def test_an_archive_that_is_no_workbook_is_named_so(exports: Exports) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("orders.csv", "订单编号")

    assert _code(exports.raw("orders.zip", stream.getvalue())) == "archive_not_workbook"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_half_a_workbook_is_refused(exports: Exports, headers: dict[str, list[str]], keep: float) -> None:
    data = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao())).read_bytes()

    assert _code(exports.raw("half.xlsx", data[: int(len(data) * keep)])) == "damaged_workbook"


def test_a_workbook_of_broken_xml_is_refused(exports: Exports, headers: dict[str, list[str]]) -> None:
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
            f'<table:table table:name="S">{table}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return path


def _cell(text: str, repeated: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p></table:table-cell>'


def test_an_open_document_is_read(exports: Exports, headers: dict[str, list[str]]) -> None:
    row = exports.taobao()
    head = "".join(_cell(heading) for heading in headers["2026"])
    body = "".join(_cell(row.get(heading, "").replace('"', "&quot;")) for heading in headers["2026"])
    blank = '<table:table-row table:number-rows-repeated="1048000">'
    blank += '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    path = _open_document(
        exports.folder / "a.ods",
        f"<table:table-row><table:table-cell/></table:table-row><table:table-row>{head}</table:table-row>"
        f"<table:table-row>{body}</table:table-row>{blank}",
    )
    draft = read_draft([path])

    assert [(order.number, order.total, order.rows) for order in draft.orders] == [("2880512345678901234", 12800, (3,))]


def test_repeats_of_an_open_document_are_counted_before_they_unfold(exports: Exports) -> None:
    repeated = _cell("x", ' table:number-columns-repeated="9000"')
    table = f'<table:table-row table:number-rows-repeated="9000">{repeated}</table:table-row>'

    assert _code(_open_document(exports.folder / "b.ods", table)) == "too_large"


def test_entities_of_an_open_document_are_refused(exports: Exports) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    assert _code(_open_document(exports.folder / "c.ods", "", doctype)) == "damaged_workbook"


def test_no_damage_to_a_workbook_breaks_the_reader(exports: Exports, headers: dict[str, list[str]]) -> None:
    whole = exports.xlsx("a.xlsx", exports.rows(headers["2026"], exports.taobao())).read_bytes()
    chance = random.Random(20260)
    ends: Counter[str] = Counter()
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data))
            if chance.random() < 0.6:
                data[place] = chance.randrange(256)
            else:
                del data[place : place + chance.randint(1, 40)]
        try:
            ends["read"] += len(read_draft([exports.raw("b.xlsx", bytes(data))]).orders) <= 1
        except UserError as refused:
            ends[refused.code] += 1

    assert sum(ends.values()) == 200
    assert ends["damaged_workbook"] > 100
