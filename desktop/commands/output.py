"""How commands answer: lines for people, or one JSON value for programs."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from models.errors import AftercaseError
from models.money import Money


class Output:
    """Collects what a command says. With `as_json` nothing but the JSON goes to standard output."""

    def __init__(self, *, as_json: bool, stream: TextIO | None = None) -> None:
        self.as_json = as_json
        self._stream = stream or sys.stdout

    def line(self, text: str) -> None:
        """A line for people."""
        if not self.as_json:
            print(visible(text), file=self._stream)

    def warning(self, text: str) -> None:
        """A line for people that is no part of the answer."""
        if not self.as_json:
            print(visible(text), file=sys.stderr)

    def value(self, value: object) -> None:
        """The result for programs."""
        if self.as_json:
            print(json.dumps(plain(value), ensure_ascii=False, indent=1), file=self._stream)

    def failure(self, error: AftercaseError) -> None:
        """Why it could not be done."""
        if self.as_json:
            self.value({"error": error.code, **error.values})
        else:
            print(visible(f"{error.code}: {_reason(error)}"), file=sys.stderr)


def _reason(error: AftercaseError) -> str:
    return ", ".join(f"{name} {value}" for name, value in error.values.items()) or "see the manual"


def visible(text: str) -> str:
    """A text for a terminal: what could forge what is shown (breaks of lines, controls, directions) as marks."""
    return "".join(
        "\N{MIDDLE DOT}"
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\t"
        else character
        for character in text
    )


def plain(value: Any) -> Any:
    """A record as JSON knows it: money as {minor, currency, amount}, times as ISO 8601 in UTC."""
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency, "amount": str(value.amount)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (Decimal, Path)):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        names = value.__dataclass_fields__
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(plain(name)): plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value
