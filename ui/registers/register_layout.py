"""How the user arranged a register's columns, as text for the settings that later versions can read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.kinds import RegisterKind

_NARROWEST, _WIDEST = 36, 1200


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns by their keys: order from left to right, which are hidden, widths in pixels."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)


def layout_text(layout: Layout) -> str:
    """The layout as JSON."""
    return json.dumps({"order": layout.order, "hidden": sorted(layout.hidden), "widths": dict(layout.widths)})


def layout_of(text: object, known: Sequence[str]) -> Layout | None:
    """The layout a text holds, None for what is none; columns it does not name stand at the end, shown."""
    try:
        kept = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    if not isinstance(kept, dict) or not isinstance(kept.get("order"), list):
        return None
    named = [key for key in dict.fromkeys(map(str, kept["order"])) if key in known]
    hidden = kept.get("hidden")
    gone = frozenset(str(key) for key in hidden if str(key) in known) if isinstance(hidden, list) else frozenset()
    order = (*named, *(key for key in known if key not in named))
    if not named or gone >= set(order):
        return None
    widths = kept.get("widths")
    return Layout(
        order,
        gone,
        {
            key: min(max(width, _NARROWEST), _WIDEST)
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if key in known and type(width) is int
        },
    )


def layouts_text(layouts: Mapping[RegisterKind, str]) -> str:
    """The layouts of all registers as one text; those of the design are left out."""
    return json.dumps({kind.value: kept for kind, kept in layouts.items() if kept})


def layouts_of(text: object) -> dict[RegisterKind, str]:
    """The layouts such a text holds; what is none is left out."""
    try:
        kept = json.loads(text) if isinstance(text, str) and text else {}
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    known = {kind.value: kind for kind in RegisterKind}
    return {known[key]: value for key, value in kept.items() if key in known and isinstance(value, str)}
