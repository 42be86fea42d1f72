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
    """A row as the file has it; `number` counts from 1 as a spreadsheet does. With a `fault`, one raw cell."""

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


def delimited_rows(
    path: Path, encoding: str, delimiter: str, width: int = 0, errors: str = "strict"
) -> Iterator[SourceRow]:
    """Every row of a text file, blank ones as rows without cells.

    Faults: broken_quotes, cell_too_large, undecodable_text (only with `errors` "replace").
    `width` is the number of headings once known: it unmasks a quote that swallowed the rows after it.
    """
    csv.field_size_limit(CELL_CHARACTERS)
    with path.open(encoding=encoding, newline="", errors=errors) as stream:
        yield from rows_of(stream, delimiter, width)


def rows_of(lines: Iterator[str], delimiter: str, width: int = 0) -> Iterator[SourceRow]:
    """The rows of lines that keep their line ends."""
    feed = _Lines(iter(lines))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number, read_again = 0, 0
    while True:
        feed.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = None
            fault = "cell_too_large" if len(feed.taken) == 1 and "field limit" in str(error) else "broken_quotes"
        if not feed.taken:
            return
        if (
            cells is not None
            and len(feed.taken) > 1
            and len(cells) != width
            and _swallowed(feed.taken, delimiter, width)
        ):
            cells, fault = None, "broken_quotes"
        number += 1
        if cells is not None:
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
    for line in lines[1:]:
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
