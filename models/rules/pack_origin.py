"""Where a loaded pack came from: its file, the files it builds on, its calendar and the shop's numbers, by content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from models.rules.calendars import WorkCalendar

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class PackOrigin:
    """All that a pack was made of. `numbers` are the shop's values that took the place of the file's own."""

    raw: Raw
    parents: Mapping[str, Raw] = field(default_factory=dict)
    calendar: WorkCalendar | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def content(self) -> str:
        """The pack file as one line of JSON."""
        return content_of(self.raw)


def content_of(raw: object) -> str:
    """Parsed JSON as the one text it is kept and hashed as; the order of its parts means something and stays."""
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def sha256_of(content: str) -> str:
    """The content's address: SHA-256 in hexadecimal."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
