"""Formulas: exact, rounded half-up once, between floor and cap; and no money made or lost when it is split."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.amounts import Sum, rounded, split
from models.rules.expressions import Names
from models.rules.values import UNKNOWN

NAMES = Names({"paid": "money", "back": "money", "rate": "decimal", "cap": "money", "n": "int"}, {})
AMOUNTS = st.decimals(Decimal(0), Decimal("1000000"), places=2)


def formula(expr: str, floor: str = "", cap: str = "", **more: object) -> Sum:
    return Sum(
        NAMES.compile(expr), NAMES.compile(floor) if floor else None, NAMES.compile(cap) if cap else None, **more
    )  # type: ignore[arg-type]


def worth(made: Sum, **known: object) -> object:
    return made.evaluate(lambda name: known.get(name, UNKNOWN))


@pytest.mark.parametrize(
    ("made", "known", "expected"),
    [
        (formula("paid * 0.3"), {"paid": Decimal("199.99")}, "60.00"),
        (formula("paid * 0.3", cap="500"), {"paid": Decimal("1666.66")}, "500.00"),
        (formula("paid * 0.3", cap="500"), {"paid": Decimal("1666.67")}, "500.00"),
        (formula("paid * 3", floor="500"), {"paid": Decimal("166.66")}, "500.00"),
        (formula("paid * 3", floor="500"), {"paid": Decimal("166.67")}, "500.01"),
        (formula("paid * 0.005"), {"paid": Decimal("1.00")}, "0.01"),
        (formula("paid * 0.0049"), {"paid": Decimal("1.00")}, "0.00"),
        (formula("paid / 3", rounding="down"), {"paid": Decimal("0.05")}, "0.01"),
        (formula("paid / 3", rounding="up"), {"paid": Decimal("0.05")}, "0.02"),
        (formula("paid / n", places=4), {"paid": Decimal(3), "n": Decimal(1500)}, "0.0020"),
    ],
)
def test_what_a_formula_is_worth(made: Sum, known: dict[str, object], expected: str) -> None:
    assert str(worth(made, **known)) == expected


def test_undefined_unknown_and_zero_are_three_things() -> None:
    assert worth(formula("paid / n"), paid=Decimal(1), n=Decimal(0)) is None
    assert worth(formula("paid / n", zero_div="zero"), paid=Decimal(1), n=Decimal(0)) == 0
    assert worth(formula("paid / n"), paid=Decimal(1)) is UNKNOWN
    assert worth(formula("paid", cap="cap"), paid=Decimal(1)) is UNKNOWN
    assert formula("paid", cap="cap").missing(lambda name: UNKNOWN) == ("paid", "cap")


@given(paid=AMOUNTS, back=AMOUNTS)
def test_what_is_kept_and_what_is_given_back_make_what_was_paid(paid: Decimal, back: Decimal) -> None:
    kept = worth(formula("paid - back"), paid=paid, back=back)
    given_back = worth(formula("back"), paid=paid, back=back)
    assert isinstance(kept, Decimal)
    assert isinstance(given_back, Decimal)
    assert kept + given_back == paid


@given(paid=AMOUNTS, rate=st.decimals(Decimal(0), Decimal(1), places=4), cap=AMOUNTS)
def test_floor_and_cap_hold(paid: Decimal, rate: Decimal, cap: Decimal) -> None:
    found = worth(formula("paid * rate", floor="0", cap="cap"), paid=paid, rate=rate, cap=cap)
    assert isinstance(found, Decimal)
    assert 0 <= found <= cap
    assert found == min(cap, rounded(paid * rate))


@given(total=AMOUNTS, weights=st.lists(st.decimals(Decimal(0), Decimal(999), places=2), min_size=1, max_size=12))
def test_a_split_adds_up_to_the_cent(total: Decimal, weights: list[Decimal]) -> None:
    if sum(weights) <= 0:
        with pytest.raises(ValueError):
            split(total, tuple(weights))
        return
    parts = split(total, tuple(weights))
    assert sum(parts) == total
    assert all(part >= 0 for part in parts)
    whole = sum(weights)
    assert all(
        abs(part - total * weight / whole) < Decimal("0.011") for part, weight in zip(parts, weights, strict=True)
    )
