"""What a row keeps as JSON text, or a setting as data, read as one mapping; never an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def kept_mapping(stored: object) -> Mapping[str, Any] | None:
    """The mapping itself, or the one a text holds; None for anything else, as an empty or a spoilt text."""
    if isinstance(stored, str):
        try:
            stored = json.loads(stored) if stored else None
        except (ValueError, RecursionError):
            return None
    return stored if isinstance(stored, Mapping) else None
