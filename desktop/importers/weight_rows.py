"""Item weights from a workbook or a CSV file: SKU, variant, weight and tolerance of one piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Final

from desktop.importers.delimited_rows import SourceRow, delimited_rows
from desktop.importers.file_scan import scan_file
from models.errors import UserError
from models.rules.weights import read_grams

ITEMS: Final = 20_000
_HEADINGS: Final = {
    "sku": ("sku", "编码", "商品编码", "商家编码", "货号"),
    "variant": ("variant", "款式", "规格", "颜色分类", "sku名称"),
    "grams": ("weight", "重量", "单件重", "单件重量", "克重", "grams"), "tolerance": ("tolerance", "误差", "允差"),
}  # fmt: skip
_HEADER_WITHIN: Final = 10
_SHOWN: Final = 60

ItemWeight = tuple[str, str, int, int]
"""SKU, variant, grams of one piece, how many grams it may be off."""


def read_item_weights(path: Path) -> tuple[ItemWeight, ...]:
    """Every item of a file; a bare number is grams, other units are read as typed.

    UserError `sku_file_columns` without a column for SKU and one for weight, `sku_file_row` (row, text) for the first
    row that cannot be read, `sku_file_long`; FileRefused and EnvironmentFault as for orders. All or nothing.
    """
    scan = scan_file(path)
    if scan.container == "text":
        encoding = scan.guess or "utf-8"
        for delimiter in (",", "\t", ";"):
            found = _read(delimited_rows(path, encoding, delimiter))
            if found is not None:
                return found
        raise UserError("sku_file_columns", file=path.name)
    from desktop.importers.workbook_rows import Workbook  # only a workbook needs what reads workbooks

    book = Workbook(scan)
    try:
        for sheet in book.sheets:
            found = _read(book.rows(sheet))
            if found is not None:
                return found
    finally:
        book.close()
    raise UserError("sku_file_columns", file=path.name)


def _read(rows: Iterator[SourceRow]) -> tuple[ItemWeight, ...] | None:
    first = list(islice(rows, _HEADER_WITHIN))
    for place, row in enumerate(first):
        columns = _columns(row.cells)
        if "sku" in columns and "grams" in columns:
            return tuple(_items(chain(first[place + 1 :], rows), columns))
    return None


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        heading = "".join(cell.split("(")[0].split("（")[0].split()).lower().lstrip("\ufeff")
        for name, known in _HEADINGS.items():
            if heading in known and name not in found:
                found[name] = place
    return found


def _items(rows: Iterable[SourceRow], columns: dict[str, int]) -> Iterator[ItemWeight]:
    count = 0
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        count += 1
        if count > ITEMS:
            raise UserError("sku_file_long", limit=ITEMS)
        # A leading apostrophe marks a text in files made to be opened by spreadsheets.
        cells = {
            name: row.cells[place].strip().lstrip("'") if place < len(row.cells) else ""
            for name, place in columns.items()
        }
        grams = read_grams(cells["grams"], unit="g")
        off = read_grams(cells.get("tolerance", ""), unit="g") if cells.get("tolerance") else 0
        if row.fault or not cells["sku"] or not grams or off is None:
            raise UserError("sku_file_row", row=row.number, text=" | ".join(cells.values())[:_SHOWN])
        yield cells["sku"], cells.get("variant", ""), grams, off
