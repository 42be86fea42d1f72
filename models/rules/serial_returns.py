"""When a buyer sends goods back so often that a new case of theirs is to be looked at first (R003-26: returns are kept
low; the figures are the shop's own)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

SERIAL_RETURNS: Final = "serial_returns"
"""The setting that keeps the rule."""
_RETURNS, _DAYS = range(2, 101), range(1, 366)


@dataclass(frozen=True, slots=True)
class SerialReturnsRule:
    """At least so many cases with goods sent back within so many days."""

    returns: int = 3
    days: int = 90


def rule_from(stored: object) -> SerialReturnsRule:
    """The rule as the setting keeps it; what was never chosen or cannot be read is as by default."""
    standard = SerialReturnsRule()
    if not isinstance(stored, Mapping):
        return standard
    returns, days = stored.get("returns"), stored.get("days")
    return SerialReturnsRule(
        returns if type(returns) is int and returns in _RETURNS else standard.returns,
        days if type(days) is int and days in _DAYS else standard.days,
    )


def wrong_in(rule: SerialReturnsRule) -> str:
    """The name of the figure that cannot be kept, `returns` (2 to 100) or `days` (1 to 365); empty for none."""
    if rule.returns not in _RETURNS:
        return "returns"
    return "" if rule.days in _DAYS else "days"
