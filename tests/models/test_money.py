"""Money: whole minor units, rounded half-up once, and no number that is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.money import Money


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("1.005", "CNY", 101),
        ("-1.005", "CNY", -101),
        ("0.5", "JPY", 1),
        ("1.0005", "KWD", 1001),
        (Decimal("12"), "USD", 1200),
    ],
)
def test_half_a_minor_unit_is_rounded_away_from_zero(amount: str | Decimal, currency: str, minor: int) -> None:
    assert Money.of(amount, currency) == Money(minor, currency)


@pytest.mark.parametrize("amount", ["", "abc", "NaN", "Infinity", "-Infinity", "1e999999", "9" * 40])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError):
        Money.of(amount)


def test_a_float_is_never_money() -> None:
    with pytest.raises(TypeError):
        Money.of(0.1)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(1.0)  # type: ignore[arg-type]


def test_two_currencies_do_not_add_or_compare() -> None:
    with pytest.raises(ValueError, match="do not add"):
        Money(1, "CNY") + Money(1, "USD")
    with pytest.raises(ValueError, match="do not add"):
        assert Money(1, "CNY") < Money(1, "USD")
