"""Which rows of a new result of the Cases list will be seen, so that they are read together with it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a new result is shown around: the case at the top of the view, the current one, and the row it stood at."""

    top: int | None = None
    current: int | None = None
    row: int = 0


def pages_around(ids: Sequence[int], anchor: Anchor, size: int, *, keep_row: bool) -> list[int]:
    """The pages of a new result that will be seen, or whose row is asked for at once."""

    def row_of(case_id: int | None) -> int | None:
        with suppress(ValueError):
            return ids.index(case_id) if case_id is not None else None
        return None

    pages: set[int] = set()
    top, current = row_of(anchor.top), row_of(anchor.current)
    if current is not None:
        pages.add(current // size)
        if top is None:
            # It is scrolled into view from above: it stands last.
            pages.add(max(current // size - 1, 0))
    elif keep_row and ids:
        pages.add(min(anchor.row, len(ids) - 1) // size)
    if top is not None:
        pages |= {top // size, top // size + 1}
    return sorted(page for page in pages or {0} if page * size < len(ids))
