"""Brings a row to the width of its header, and tells rows of data from footers and headers come again."""

from __future__ import annotations

from desktop.importers.delimited_rows import SourceRow
from desktop.importers.problem_list import ProblemList
from desktop.importers.profiles import heading_key
from desktop.importers.row_cells import RowCells
from desktop.importers.row_repair import RowRepair
from desktop.importers.sources import Source

_UNCERTAIN = "\ufffd"


class RowShape:
    """Brings rows to the width of their header, or says why that cannot be done."""

    def __init__(self, source: Source, name: str, repair: RowRepair, problems: ProblemList) -> None:
        headings = source.match.headings
        self._file = name
        self._width = len(headings)
        self._needed = source.needed
        self._short_rows = source.match.sheet.short_rows
        self._text = source.is_text
        self._repair = repair
        self._problems = problems

    def fit(self, row: SourceRow) -> list[str] | None:
        """The row's cells; None if the row is refused."""
        cells = row.cells
        if not self._text:
            return cells
        if len(cells) > self._width:
            spare = cells[self._width :]
            if any(text.strip() for text in spare):
                joined = self._repair.join(cells)
                if joined is None:
                    self._problems.error(self._file, row.number, "", "too_many_cells", spare[0])
                    return None
                self._problems.warning(self._file, row.number, "", "bare_comma_repaired", spare[0])
                cells = joined
        elif len(cells) < self._needed and not self._short_rows:
            self._problems.warning(self._file, row.number, "", "too_few_cells", cells[-1])
        if _UNCERTAIN in "".join(cells):
            self._problems.warning(self._file, row.number, "", "undecodable_text", cells[0])
        return cells


def not_data(row: SourceRow, reader: RowCells, footers: tuple[str, ...]) -> bool:
    """A row of blanks, a footer, or the header once more."""
    if not any(text.strip() for text in row.cells):
        return True
    if heading_key(reader.number_text(row.cells)[:120]) == heading_key(reader.number_heading()):
        return True
    if not footers:
        return False
    text = " ".join(row.cells)[:400].casefold()
    return any(footer in text for footer in footers)
