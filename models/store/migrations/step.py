"""What one schema step is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Statements that lift a database from `version - 1` to `version`.

    `search_changed`: what is searched is another set of texts from here on, and is indexed anew after the last step.
    """

    version: int
    statements: tuple[str, ...]
    search_changed: bool = False
