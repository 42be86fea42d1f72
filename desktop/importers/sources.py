"""Opens a file of any known kind, finds out what it is, and gives its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.importers.delimited_rows import SourceRow, delimited_rows
from desktop.importers.draft import Detection
from desktop.importers.file_scan import FileScan, encoding_unclear, scan_file
from desktop.importers.headings import HEADER_WITHIN, HeaderMatch, best_header
from desktop.importers.refusals import COLUMNS, FileRefused
from models.kinds import Platform

if TYPE_CHECKING:
    from desktop.importers.workbook_rows import Workbook

_DELIMITERS = (",", "\t", ";", "|")
_FIGURES = re.compile(r"[='\"]*\d[\d\s.,:/-]*\"?")


class Source:
    """A file that has been recognised. Close it when done."""

    def __init__(
        self,
        scan: FileScan,
        header_row: int,
        match: HeaderMatch,
        *,
        encoding: str,
        delimiter: str,
        book: Workbook | None,
        sheet: str,
    ) -> None:
        self.scan = scan
        self.match = match
        self.detection: Detection = match.detection(
            header_row=header_row, encoding=encoding, delimiter=delimiter, sheet=sheet
        )
        self.is_text = book is None
        self.needed = max(index + 1 for index, heading in enumerate(match.headings) if heading.strip())
        self._book = book

    def rows(self) -> Iterator[SourceRow]:
        """Every row of the file, the header among them."""
        found = self.detection
        if self._book is not None:
            return self._book.rows(found.sheet)
        headings = self.match.headings
        needed = 0 if self.match.sheet.short_rows else self.needed
        return delimited_rows(self.scan.path, found.encoding, found.delimiter, len(headings), needed)

    def release(self) -> None:
        """Give back the memory of a workbook's sheet until its rows are asked for."""
        if self._book is not None:
            self._book.release()

    def close(self) -> None:
        """Let go of the file."""
        if self._book is not None:
            self._book.close()


def open_source(path: Path, platform: Platform | None = None, encoding: str | None = None) -> Source:
    """Recognise a file. FileRefused and EncodingUnclear as listed in `refusals`; EnvironmentFault: file_unreadable."""
    scan = scan_file(path)
    if scan.container != "text":
        return _open_workbook(scan, platform)
    return _open_text(scan, platform, encoding)


def _open_workbook(scan: FileScan, platform: Platform | None) -> Source:
    from desktop.importers.workbook_rows import Workbook  # only a workbook needs what reads workbooks

    book = Workbook(scan)
    try:
        tops: list[list[SourceRow]] = []
        for sheet in book.sheets:
            top = list(islice(book.rows(sheet), HEADER_WITHIN))
            tops.append(top)
            header = best_header([(row.number, row.cells) for row in top], platform)
            if header is not None:
                return Source(scan, header[0], header[1], encoding="", delimiter="", book=book, sheet=sheet)
        raise _not_recognised(scan.path, [row for top in tops for row in top], platform)
    except BaseException:
        book.close()
        raise


def _open_text(scan: FileScan, platform: Platform | None, encoding: str | None) -> Source:
    chosen = encoding or scan.guess
    if not chosen:
        raise encoding_unclear(scan.path)
    try:
        "".encode(chosen)
    except LookupError as error:
        raise FileRefused("no_such_encoding", encoding=chosen) from error
    best: tuple[int, HeaderMatch, str] | None = None
    tops: list[SourceRow] = []
    for delimiter in _DELIMITERS:
        top = list(islice(delimited_rows(scan.path, chosen, delimiter), HEADER_WITHIN))
        if any(len(row.cells) > COLUMNS for row in top):
            raise FileRefused("too_large", file=scan.path.name, limit=COLUMNS, what="columns")
        tops = tops or top
        header = best_header([(row.number, row.cells) for row in top if not row.fault], platform)
        if header is not None and (best is None or header[1].recognised > best[1].recognised):
            best = (*header, delimiter)
    if best is None:
        if not encoding and not scan.sure:
            raise encoding_unclear(scan.path)
        raise _not_recognised(scan.path, tops, platform)
    header_row, match, delimiter = best
    if not encoding and not scan.sure and chosen not in match.profile.encodings:
        # bytes of nearly every encoding pass for GB18030; outside Chinese platforms that is a guess too many
        raise encoding_unclear(scan.path)
    return Source(scan, header_row, match, encoding=chosen, delimiter=delimiter, book=None, sheet="")


def _not_recognised(path: Path, rows: list[SourceRow], platform: Platform | None) -> FileRefused:
    plain = [(row.number, row.cells) for row in rows if not row.fault]
    if not any(cell.strip() for _, cells in plain for cell in cells):
        return FileRefused("empty_file", file=path.name)
    if platform is not None:
        other = best_header(plain)
        if other is not None:
            return FileRefused("wrong_platform", file=path.name, asked=platform.value, found=other[1].platform.value)
    first = next(cells for _, cells in plain if any(cell.strip() for cell in cells))
    named = [cell.strip() for cell in first if cell.strip()]
    looks_like_data = any(_FIGURES.fullmatch(cell) for cell in named)
    markup = named[0].startswith("<")  # some platforms call a web page .xls
    code = "no_header" if not markup and (looks_like_data or len(named) < 2) else "unknown_format"
    return FileRefused(code, file=path.name, headings=tuple(cell[:40] for cell in named[:20]))
