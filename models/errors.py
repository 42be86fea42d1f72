"""Errors by blame: the user's input, the environment, or (any other exception) a bug. Sentences are made in ui."""

from __future__ import annotations


class AftercaseError(Exception):
    """Carries a stable code and named values; never a sentence and never a text of a buyer in the code."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code} ({shown})" if shown else self.code


class UserError(AftercaseError):
    """What was entered or chosen cannot be used; the user can put it right."""


class NotFound(UserError):
    """What was asked for is not in the store."""


class EnvironmentFault(AftercaseError):
    """Disk full, file locked, folder gone, newer data: nothing is lost, it can be tried again."""


class StoreFault(EnvironmentFault):
    """The shop's data folder or database cannot be used as it is."""


class EvidenceFault(EnvironmentFault):
    """An evidence file could not be kept, or is not as it was when imported."""
