"""Column types: UTC moments, closed words, JSON and calendar dates, stored as SQLite's STRICT types allow."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from peewee import BigIntegerField, TextField

from models.clock import from_millis, to_millis
from models.known_words import known_words


class UtcField(BigIntegerField):
    """An aware moment, stored as milliseconds since 1970 UTC."""

    def db_value(self, value: datetime | int | None) -> int | None:
        if value is None or isinstance(value, int):
            return value
        return to_millis(value)

    def python_value(self, value: int | None) -> datetime | None:
        return None if value is None else from_millis(value)


class KindField(TextField):
    """A word of one closed list; ValueError for any other, but of the lists of models.known_words."""

    def __init__(self, kind: type[StrEnum], **options: Any) -> None:
        self.kind = kind
        self._known = known_words(kind)
        super().__init__(**options)

    def db_value(self, value: StrEnum | str | None) -> str | None:
        return None if value is None else str(value)

    def python_value(self, value: str | None) -> StrEnum | None:
        if value is None:
            return None
        return self.kind(value) if self._known is None else self._known[value]


class JsonField(TextField):
    """A JSON object, written with sorted keys so that equal values are equal bytes."""

    def db_value(self, value: Any) -> str | None:
        if value is None or isinstance(value, str):
            return value
        return canonical_json(value)

    def python_value(self, value: str | None) -> Any:
        return None if value is None else json.loads(value)


class DayField(TextField):
    """A calendar day without a zone, stored as YYYY-MM-DD."""

    def db_value(self, value: date | str | None) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


def canonical_json(value: object) -> str:
    """One spelling for one value: sorted keys, no spaces, no ASCII escapes but for lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_told)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _told(value: object) -> str:
    """Dates and decimals as text; an amount has a form of its own, and anything else is a mistake of the program."""
    if isinstance(value, (date, Decimal)):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
