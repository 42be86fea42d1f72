"""What one schema step is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Statements that lift a database from `version - 1` to `version`."""

    version: int
    statements: tuple[str, ...]
