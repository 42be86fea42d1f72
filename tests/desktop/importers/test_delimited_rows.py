"""Rows of text files: well-formed ones as the standard reads them, broken ones without harm to their neighbours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers.delimited_rows import delimited_rows, rows_of
from desktop.importers.refusals import CELL_CHARACTERS
from tests.desktop.importers.order_exports import Exports

CASES = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
]  # fmt: skip


def _rows(text: str, width: int = 0, needed: int = 0) -> list[tuple[int, list[str], str]]:
    return [
        (row.number, row.cells, row.fault) for row in rows_of(iter(io.StringIO(text, newline="")), ",", width, needed)
    ]


@pytest.mark.parametrize("name", CASES)
def test_csv_spectrum(samples: Callable[[str], Path], exports: Exports, name: str) -> None:
    expected = json.loads(samples(f"tables/csv-spectrum/json/{name}.json").read_text(encoding="utf-8"))
    data = samples(f"tables/csv-spectrum/csvs/{name}.csv").read_bytes()
    if name.endswith("_crlf"):
        # the copy at hand lost the line ends it is named for
        data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")

    rows = [row.cells for row in delimited_rows(exports.raw("a.csv", data), "utf-8", ",")]

    assert [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] == expected


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=5),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_is_read(table: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(table)

    assert [cells for _, cells, fault in _rows(stream.getvalue()) if not fault] == table


def test_a_quote_never_closed_costs_its_own_line() -> None:
    found = _rows('a,b,c\n1,"x,2\n3,y,4\n5,"z",6\n', width=3)

    assert found == [
        (1, ["a", "b", "c"], ""),
        (2, ['1,"x,2'], "broken_quotes"),
        (3, ["3", "y", "4"], ""),
        (4, ["5", "z", "6"], ""),
    ]


def test_a_quote_never_closed_at_the_end_of_the_file() -> None:
    assert _rows('a,b\n1,2\n3,"x\n4,5\n')[2:] == [(3, ['3,"x'], "broken_quotes"), (4, ["4", "5"], "")]


def test_a_quote_closed_by_a_later_one_is_unmasked_by_the_row_it_swallowed() -> None:
    found = _rows('1,"x,2\n3,y,4\n5,z",6\n', width=3)

    assert [(row[0], row[2]) for row in found] == [(1, "broken_quotes"), (2, ""), (3, "")]


def test_line_breaks_in_a_cell_belong_to_it() -> None:
    assert _rows('1,"a\r\nb",2\r\n3,c,4\r\n', width=3) == [(1, ["1", "a\r\nb", "2"], ""), (2, ["3", "c", "4"], "")]


def test_blank_lines_count_as_rows() -> None:
    assert [row[0] for row in _rows("\na,b\n\n1,2\n")] == [1, 2, 3, 4]


def test_a_file_cut_within_a_row_says_so() -> None:
    assert _rows("a,b,c\n1,2,3\n4,5", width=3, needed=3)[-1] == (3, ["4", "5"], "cut_short")
    assert _rows("a,b,c\n1,2,3\n4,5\n", width=3, needed=3)[-1] == (3, ["4", "5"], "")


@pytest.mark.parametrize(("length", "fault"), [(CELL_CHARACTERS, ""), (CELL_CHARACTERS + 1, "cell_too_large")])
def test_the_largest_cell(exports: Exports, length: int, fault: str) -> None:
    path = exports.raw("a.csv", b"1,2\n" + b"x" * length + b",2\n3,4\n")

    rows = list(delimited_rows(path, "utf-8", ","))

    assert [row.fault for row in rows] == ["", fault, ""]
    assert rows[2].cells == ["3", "4"]


def test_many_broken_quotes_are_read_in_reasonable_time() -> None:
    rows = _rows('1,"x,2\n' * 3_000 + "4,5,6\n", width=3)

    assert len(rows) == 3_001
    assert rows[-1] == (3_001, ["4", "5", "6"], "")
