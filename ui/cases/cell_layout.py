"""How the user arranged the columns of the list, as text for the settings that later versions can read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_NARROWEST, _WIDEST = 36, 1200


@dataclass(frozen=True, slots=True)
class ListLayout:
    """Columns by their words: their order from left to right, which are hidden, widths in pixels, and the sort."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


def layout_text(layout: ListLayout) -> str:
    """The layout as JSON."""
    return json.dumps(
        {
            "order": layout.order, "hidden": sorted(layout.hidden), "widths": layout.widths, "sort": layout.sort,
            "descending": layout.descending,
        }
    )  # fmt: skip


def layout_of(text: str, known: Sequence[str]) -> ListLayout | None:
    """The layout a text holds; None for one that is no layout. Columns it does not name stand at the end, hidden."""
    try:
        kept = json.loads(text)
    except ValueError:
        return None
    if not isinstance(kept, dict) or not isinstance(kept.get("order"), list):
        return None
    named = [key for key in dict.fromkeys(map(str, kept["order"])) if key in known]
    if not named:
        return None
    missing = [key for key in known if key not in named]
    hidden = {str(key) for key in _listed(kept.get("hidden"))} | set(missing)
    if hidden >= set(named):
        return None
    # The first column names the case and always stands there.
    hidden.discard(known[0])
    widths = kept.get("widths")
    sort = kept.get("sort")
    return ListLayout(
        order=(*named, *missing),
        hidden=frozenset(hidden),
        widths={
            key: min(max(width, _NARROWEST), _WIDEST)
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if key in known and type(width) is int
        },
        sort=sort if isinstance(sort, str) and sort in known else "",
        descending=kept.get("descending") is True,
    )


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
