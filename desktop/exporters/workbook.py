"""Lists as XLSX: real numbers and dates, texts that stay texts, a heading that stays in view, filters."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from desktop.exporters.inert import is_risky
from desktop.exporters.sheet import ColumnKind, Progress, Sheet, SheetColumn, Value, never, silent, watched
from desktop.exporters.whole_file import LOOSE, Parts, write_file
from models.errors import UserError
from models.money import Money, exponent

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

ROW_LIMIT, TEXT_LIMIT = 1_048_576, 32_767
# What XML cannot hold, and what Excel would read as the code of a character.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_FORMATS = {ColumnKind.TEXT: "@", ColumnKind.MOMENT: "yyyy-mm-dd hh:mm", ColumnKind.DAY: "yyyy-mm-dd"}


def sheet_name(name: str) -> str:
    """A name Excel takes for a sheet: at most 31 characters, without []:*?/\\ and no apostrophe at its ends."""
    kept = _NOT_XML.sub("", _NOT_A_NAME.sub(" ", name)).strip().strip("'")[:31].strip().strip("'")
    return kept if kept and kept.casefold() != "history" else "Cases"


def write_xlsx(
    path: Path, sheet: Sheet, *, progress: Progress = silent, cancelled: Callable[[], bool] = never,
    parts: Parts = LOOSE,
) -> None:  # fmt: skip
    """Write the sheet. Every text is of the type string, so none becomes a formula, a number or a date.

    UserError `sheet_too_long` beyond Excel's 1,048,576 rows; a text beyond its 32,767 characters ends in …. Errors as
    of `write_file`, and ExportStopped.
    """
    write_xlsx_pages(path, (sheet,), progress=progress, cancelled=cancelled, parts=parts)


def write_xlsx_pages(
    path: Path, sheets: Sequence[Sheet], *, progress: Progress = silent, cancelled: Callable[[], bool] = never,
    parts: Parts = LOOSE,
) -> None:  # fmt: skip
    """Write several sheets as the pages of one workbook. Errors as of `write_xlsx`."""
    for sheet in sheets:
        most = ROW_LIMIT - 1 - (len(sheet.totals) + 1 if sheet.totals else 0)
        if sheet.count > most:
            raise UserError("sheet_too_long", count=sheet.count, limit=most)
    write_file(path, lambda staged: _write(staged, sheets, progress, cancelled, parts), parts)


def _write(
    staged: Path, sheets: Sequence[Sheet], progress: Progress, cancelled: Callable[[], bool], parts: Parts
) -> None:  # fmt: skip
    # Half a second to load, and few ever export.
    from openpyxl import Workbook
    from openpyxl.worksheet import _writer
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    gathered: list[Path] = []
    pages: list[Any] = []
    try:
        for sheet in sheets:
            page = book.create_sheet(sheet_name(sheet.name))
            pages.append(page)
            # Rows are gathered in a file of their own until the workbook is saved: not one of the system's folder for
            # such files, where a killed program would leave the names of buyers.
            gathered.append(parts.scratch())
            gathered[-1].touch(0o600, exist_ok=False)
            _writer.ALL_TEMP_FILES.append(str(gathered[-1]))
            _head_page(page, sheet)
            page._writer = _writer.WorksheetWriter(page, str(gathered[-1]))
            page._writer.write_top()
            _fill_page(page, sheet, progress, cancelled)
        # Closed here and not by its end of life, which would tell of a full disk once more where nobody hears it.
        with ZipFile(staged, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(book, archive).save()
    except BaseException as error:
        for page in pages:
            # A full disk says so again when what is gathered is closed.
            with suppress(Exception):
                page.close()
        if type(error).__name__ == "SerialisationError":
            # What lxml, where it is there, makes of a disk that takes no more.
            full = "ENOSPC" in str(error) or "EDQUOT" in str(error)
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error
        raise
    finally:
        for rows in gathered:
            with suppress(OSError):
                rows.unlink(missing_ok=True)
            parts.end(rows)


def _head_page(page: Any, sheet: Sheet) -> None:
    """What stands before the rows."""
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    last = get_column_letter(max(len(sheet.columns), 1))
    page.auto_filter.ref = f"A1:{last}{sheet.count + 1}"
    for place, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = column.width


def _fill_page(page: Any, sheet: Sheet, progress: Progress, cancelled: Callable[[], bool]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    heads = []
    for column in sheet.columns:
        head = WriteOnlyCell(page)
        head.font = Font(bold=True)
        if column.kind is ColumnKind.AMOUNT:
            head.alignment = Alignment(horizontal="right")
        _put(head, column.title)
        heads.append(head)
    # The writer takes a row at once: one cell per column serves for all rows, and its style is looked up once.
    pens = [_Pen(page, column) for column in sheet.columns]
    page.append(heads)
    for row in watched(sheet, progress, cancelled):
        page.append([pen.fill(value) for pen, value in zip(pens, row, strict=True)])
    if sheet.totals:
        # An empty row apart, so that sorting and filtering the lines leaves them where they are.
        page.append([])
        strong = [_Pen(page, column, font=Font(bold=True)) for column in sheet.columns]
        for row in sheet.totals:
            page.append([pen.fill(value) for pen, value in zip(strong, row, strict=True)])


class _Pen:
    """The cells of one column: as its kind says, for texts that could be taken for something else, per currency."""

    def __init__(self, page: Any, column: SheetColumn, font: Any = None) -> None:
        self._page, self._column, self._font = page, column, font
        self._usual = _cell(page, column, font=font)
        self._quoted = _cell(page, column, quoted=True, font=font)
        self._moneys: dict[str, Cell] = {}

    def fill(self, value: Value) -> Cell | None:
        if isinstance(value, Money):
            cell = self._moneys.get(value.currency)
            if cell is None:
                cell = self._moneys[value.currency] = _cell(self._page, self._column, font=self._font)
                cell.number_format = money_format(value.currency)
            cell.value = value.amount
            return cell
        return _fill(self._usual, self._quoted, value)


def money_format(currency: str) -> str:
    """How an amount is shown: sign or code, thousands, the decimal places of the currency."""
    places = exponent(currency)
    number = "#,##0" + ("." + "0" * places if places else "")
    sign = Money(0, currency).sign
    known = sign if sign.isprintable() and len(sign) <= 3 and '"' not in sign else ""
    return f'"{known}" {number}' if known else number


def _cell(page: Any, column: SheetColumn, *, quoted: bool = False, font: Any = None) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    cell: Cell = WriteOnlyCell(page)
    places = "." + "0" * column.places if column.places else ""
    cell.number_format = _FORMATS.get(column.kind, f"#,##0{places}")
    if font is not None:
        cell.font = font
    if quoted:
        # Excel keeps it a text even after somebody edits the cell.
        cell.quotePrefix = True
    return cell


def _fill(usual: Cell, quoted: Cell, value: Value) -> Cell | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        usual.value = value.amount if isinstance(value, Money) else value
        return usual
    return _put(quoted if is_risky(value) else usual, value)


def _put(cell: Cell, text: str) -> Cell:
    """Past openpyxl's guessing, which makes a formula of everything that begins with =."""
    kept = _CODE.sub("_x005F_", _NOT_XML.sub(" ", text))
    kept = kept if len(kept) <= TEXT_LIMIT else kept[: TEXT_LIMIT - 1] + "…"
    cell._value = kept  # type: ignore[attr-defined]
    cell.data_type = "s"
    return cell
