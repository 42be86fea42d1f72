"""What a rule answers: allowed, or refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may be done."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It may not be done; `reason` is a stable code."""

    reason: str


Verdict = Allowed | Refused
