"""Rows of delimited text. A broken quote costs the line it stands on and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop.importers.refusals import CELL_CHARACTERS

_LINES_PER_ROW = 5_000
_LINES_READ_AGAIN = 1_000_000


class SourceRow(NamedTuple):
    """A row as the file has it; `number` counts from 1 as a spreadsheet does; `fault` says why it cannot be used."""

    number: int
    cells: list[str]
    fault: str = ""


class _Lines(Iterator[str]):
    """Lines that can be given back, and that remembers those taken for the present row."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __next__(self) -> str:
        if len(self.taken) >= _LINES_PER_ROW:
            raise csv.Error("too many lines in one cell")
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        self._again.extendleft(reversed(lines))


def delimited_rows(path: Path, encoding: str, delimiter: str, width: int = 0, needed: int = 0) -> Iterator[SourceRow]:
    """Every row of a text file, blank ones as rows without cells; bytes that do not decode become U+FFFD.

    Faults: broken_quotes, cell_too_large, cut_short (the file ends within a row of fewer than `needed` cells).
    `width` is the number of headings once known: it unmasks a quote that swallowed the rows after it.
    """
    csv.field_size_limit(CELL_CHARACTERS)
    with path.open(encoding=encoding, newline="", errors="replace") as stream:
        yield from rows_of(stream, delimiter, width, needed)


def rows_of(lines: Iterator[str], delimiter: str, width: int = 0, needed: int = 0) -> Iterator[SourceRow]:
    """The rows of lines that keep their line ends."""
    feed = _Lines(iter(lines))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number, read_again = 0, 0
    while True:
        feed.taken.clear()
        cells: list[str] | None = None
        try:
            cells = next(reader)
            # the last line of a well-shaped row may look whole only because the cell before its comma ends there
            inner = feed.taken[1:-1] if len(cells) == width else feed.taken[1:]
            fault = "broken_quotes" if _swallowed(inner, delimiter, width) else ""
        except StopIteration:
            return
        except csv.Error as error:
            fault = "cell_too_large" if len(feed.taken) == 1 and "field limit" in str(error) else "broken_quotes"
        if not feed.taken:
            return
        number += 1
        if cells and len(cells) < needed and not feed.taken[-1].endswith(("\n", "\r")):
            yield SourceRow(number, cells, "cut_short")
            return
        if cells is not None and not fault:
            yield SourceRow(number, cells)
            continue
        yield SourceRow(number, [feed.taken[0].rstrip("\r\n")], fault)
        rest = feed.taken[1:]
        feed.give_back(rest)
        read_again += len(rest)
        if read_again > _LINES_READ_AGAIN:
            yield from _line_by_line(feed, delimiter, number)
            return
        reader = csv.reader(feed, delimiter=delimiter, strict=True)


def _swallowed(lines: list[str], delimiter: str, width: int) -> bool:
    """Whether a line inside a quoted cell is by itself a whole row."""
    if width < 3:
        return False
    for line in lines:
        if line.count(delimiter) >= width - 1:
            try:
                if len(next(csv.reader([line], delimiter=delimiter, strict=True))) == width:
                    return True
            except csv.Error:
                continue
    return False


def _line_by_line(feed: _Lines, delimiter: str, number: int) -> Iterator[SourceRow]:
    while True:
        feed.taken.clear()
        try:
            line = next(feed)
        except StopIteration:
            return
        number += 1
        try:
            yield SourceRow(number, next(csv.reader([line], delimiter=delimiter, strict=True), []))
        except csv.Error:
            yield SourceRow(number, [line.rstrip("\r\n")], "broken_quotes")
