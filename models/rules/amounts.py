"""Formulas of packs: exact decimals between a floor and a cap, rounded once at the end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Final

from models.rules.expressions import Expression, PackError, Resolve
from models.rules.values import UNKNOWN

_LIMIT: Final = Decimal(10) ** 18
ROUNDINGS: Final = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN, "up": ROUND_UP}


@dataclass(frozen=True, slots=True)
class Sum:
    """A compiled formula. `zero_div` says what a division by zero is worth: `null` (undefined) or `zero`."""

    expr: Expression
    floor: Expression | None
    cap: Expression | None
    rounding: str = "half_up"
    places: int = 2
    zero_div: str = "null"

    def evaluate(self, resolve: Resolve) -> object:
        """The rounded amount, None where it is undefined, UNKNOWN where a name it needs is not known.

        The cap is applied after the floor, so a cap below the floor wins.
        """
        value = self.expr.evaluate(resolve)
        if value is UNKNOWN:
            return UNKNOWN
        if value is None:
            value = Decimal(0) if self.zero_div == "zero" else None
        if not isinstance(value, Decimal):
            return None
        for bound, pick in ((self.floor, max), (self.cap, min)):
            if bound is None:
                continue
            limit = bound.evaluate(resolve)
            if limit is UNKNOWN:
                return UNKNOWN
            if isinstance(limit, Decimal):
                value = pick(value, limit)
        return rounded(value, self.rounding, self.places)

    def missing(self, resolve: Resolve) -> tuple[str, ...]:
        """The unknown names it hangs on."""
        parts = [part for part in (self.expr, self.floor, self.cap) if part is not None]
        return tuple(dict.fromkeys(name for part in parts for name in part.missing(resolve)))


def rounded(value: Decimal, rounding: str = "half_up", places: int = 2) -> Decimal:
    """One rounding, at the end of a formula; PackError `amount_too_large` beyond 18 digits."""
    if not value.is_finite() or abs(value) >= _LIMIT or not 0 <= places <= 6:
        raise PackError("amount_too_large")
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUNDINGS[rounding])


def split(total: Decimal, weights: tuple[Decimal, ...], places: int = 2) -> tuple[Decimal, ...]:
    """Share an amount by weights so that the parts add up to it exactly; what rounding leaves over goes, in the
    smallest unit, to the parts that lost most (the first of equals). ValueError without a positive weight."""
    whole = sum(weights, Decimal(0))
    if whole <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights must be positive")
    unit = Decimal(1).scaleb(-places)
    target = rounded(total, "half_up", places)
    exact = [target * weight / whole for weight in weights]
    parts = [rounded(each, "down", places) for each in exact]
    left = int((target - sum(parts, Decimal(0))) / unit)
    step = unit if left >= 0 else -unit
    order = sorted(range(len(parts)), key=lambda i: abs(exact[i] - parts[i]), reverse=True)
    for index in order[: abs(left)]:
        parts[index] += step
    return tuple(parts)
