"""The check of worked cases: what holds, what does not and why, and files that are none."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.services.packs import PackLibrary, check_worked_cases
from models.errors import EnvironmentFault, UserError
from models.rules.worked import compare, same

CASE = {
    "id": "one", "pack": "shop-handbook",
    "facts": {"case_type": "partial_refund", "paid": "100.00", "agreed_refund": "10.00"},
    "expected": {"pay_seller": "90.00"},
}  # fmt: skip


def check(library: PackLibrary, folder: Path, *cases: object) -> tuple[list[str], int, int]:
    file = folder / "cases.json"
    file.write_text(json.dumps({"cases": list(cases)}, ensure_ascii=False), encoding="utf-8")
    return check_worked_cases(file, library)


def test_a_line_for_each_case_that_does_not_hold(library: PackLibrary, tmp_path: Path) -> None:
    wrong = {**CASE, "id": "two", "expected": {"pay_seller": "90.01", "refund": "10.00"}}
    lines, held, total = check(library, tmp_path, CASE, wrong)
    assert (held, total) == (1, 2)
    assert lines == ["two: pay_seller: expected 90.01, found 90.00"]


@pytest.mark.parametrize(
    "change",
    [
        {"pack": "nobody"},
        {"facts": "none"},
        {"expected": None},
        {"expected": {"no_such_result": None}},
        {"facts": {"case_type": "partial_refund", "paid": 1.5}},
        {"facts": {"case_type": "partial_refund", "paid": "lots"}},
        {"facts": {"case_type": "no_such_type"}},
        {"facts": {"case_type": "any", "now": "later"}, "expected": {}},
    ],
)
def test_cases_that_cannot_be_evaluated_do_not_hold(
    library: PackLibrary, tmp_path: Path, change: dict[str, object]
) -> None:
    lines, held, total = check(library, tmp_path, {**CASE, **change})
    assert (len(lines), held, total) == (1, 0, 1)


def test_missing_facts_leave_results_out_instead_of_guessing(library: PackLibrary, tmp_path: Path) -> None:
    case = {**CASE, "facts": {"case_type": "partial_refund", "agreed_refund": "10.00"}}
    lines, held, _ = check(library, tmp_path, case)
    assert held == 0
    assert lines == ["one: pay_seller: expected 90.00, found nothing"]


def test_what_is_no_file_of_cases(library: PackLibrary, tmp_path: Path) -> None:
    file = tmp_path / "no.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        check_worked_cases(file, library)
    assert caught.value.code == "worked_cases_unreadable"
    with pytest.raises(EnvironmentFault):
        check_worked_cases(tmp_path / "absent.json", library)
    file.write_text('{"cases": 5}', encoding="utf-8")
    assert check_worked_cases(file, library) == (["not a file of worked cases"], 0, 0)


@pytest.mark.parametrize(
    ("want", "have", "equal"),
    [
        ("90.00", Decimal("90"), True),
        ("90.01", Decimal("90"), False),
        (6, Decimal("6"), True),
        (True, Decimal(1), False),
        (None, None, True),
        (None, False, False),
        (False, None, False),
        ("2026-09-04T10:00:00+08:00", datetime(2026, 9, 4, 2, tzinfo=UTC), True),
        ("2026-09-04T10:00:00", datetime(2026, 9, 4, 2, tzinfo=UTC), False),
        ("2026-09-04", date(2026, 9, 4), True),
        (["a", "b"], ("a", "b"), True),
        (["a", "b"], ("b", "a"), False),
        ({"return": "buyer"}, {"return": "buyer", "reship": "seller"}, True),
        ({"return": "buyer"}, {"reship": "seller"}, False),
        ("x", "x", True),
    ],
)
def test_what_counts_as_the_same(want: object, have: object, equal: bool) -> None:
    assert same(want, have) is equal


def test_include_asks_for_a_part() -> None:
    assert compare({"steps_include": ["b"]}, {"steps": ["a", "b"]}) == ()
    assert len(compare({"steps_include": ["c"]}, {"steps": ["a", "b"]})) == 1
