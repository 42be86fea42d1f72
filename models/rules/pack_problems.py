"""A problem of a pack, as the check finds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackProblem:
    """What is wrong with a pack: a stable code, where, and the name concerned."""

    code: str
    where: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.code} at {self.where}" + (f": {self.name}" if self.name else "")
