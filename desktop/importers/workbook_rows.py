"""Rows of XLSX, XLS and ODS workbooks, every cell as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import python_calamine

from desktop.importers.cells import as_text
from desktop.importers.delimited_rows import SourceRow
from desktop.importers.file_scan import FileScan
from desktop.importers.refusals import CELL_CHARACTERS, FileRefused
from desktop.importers.workbook_guard import check_workbook
from models.errors import EnvironmentFault


class Workbook:
    """An open workbook. Close it when done."""

    def __init__(self, scan: FileScan) -> None:
        check_workbook(scan.path, scan.size, scan.container)
        self._path = scan.path
        with _Faults(self._path):
            self._book = python_calamine.load_workbook(str(scan.path))
            visible = [
                sheet.name
                for sheet in self._book.sheets_metadata
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
                and sheet.visible == python_calamine.SheetVisibleEnum.Visible
            ]
        self.sheets: tuple[str, ...] = tuple(visible)
        self._name = ""
        self._sheet: python_calamine.CalamineSheet | None = None

    def rows(self, sheet: str) -> Iterator[SourceRow]:
        """The rows of a sheet from its top, blank ones too. Faults: cell_too_large."""
        with _Faults(self._path):
            if self._sheet is None or self._name != sheet:
                self._sheet, self._name = None, sheet
                self._sheet = self._book.get_sheet_by_name(sheet)
            opened = self._sheet
            if opened.start is None:
                return
            iterator = opened.iter_rows()
        for number, row in enumerate(iterator, 1):
            cells = [as_text(value) for value in row]
            if any(len(cell) > CELL_CHARACTERS for cell in cells):
                yield SourceRow(number, [cell[:CELL_CHARACTERS] for cell in cells], "cell_too_large")
            else:
                yield SourceRow(number, cells)

    def release(self) -> None:
        """Forget the sheet in memory; it is read again when its rows are asked for."""
        self._sheet = None

    def close(self) -> None:
        """Let go of the file."""
        self._sheet = None
        self._book.close()


class _Faults:
    """Turns the reader's errors, and a panic inside it, into refusals of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is None or error is None or isinstance(error, FileRefused):
            return
        if isinstance(error, python_calamine.PasswordError):
            raise FileRefused("protected_workbook", file=self._path.name) from error
        if isinstance(error, OSError):
            raise EnvironmentFault("file_unreadable", file=self._path.name, reason=error.errno) from error
        if isinstance(error, python_calamine.CalamineError) or kind.__name__ == "PanicException":
            raise FileRefused("damaged_workbook", file=self._path.name) from error
