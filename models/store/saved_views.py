"""The views over the Cases list: the shop's own, and where those every shop starts with were moved to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from models.case_query import CaseQuery, CaseView, SavedView, query_of
from models.errors import NotFound
from models.store.connection import CaseDatabase

_LIST = "SELECT id, name, query, built_in, place, hidden FROM saved_view WHERE deleted_at IS NULL ORDER BY id"


def list_views(database: CaseDatabase) -> tuple[SavedView, ...]:
    """Every view in the order of the chips, hidden ones too; own ones stand after the others until they are moved."""
    rows = database.execute_sql(_LIST).fetchall()
    known = set(CaseView)
    moved = {row[3]: row for row in rows if row[3] in known}
    placed: list[tuple[int, SavedView]] = []
    for place, built_in in enumerate(CaseView):
        row = moved.get(built_in)
        view = SavedView(
            id=row[0] if row else 0, name="", query=CaseQuery(view=built_in), built_in=built_in,
            hidden=bool(row[5]) if row else False,
        )  # fmt: skip
        placed.append((row[4] if row else place, view))
    placed += [(row[4], SavedView(id=row[0], name=row[1], query=_query(row[2]))) for row in rows if not row[3]]
    return tuple(view for _, view in sorted(placed, key=lambda each: each[0]))


def find_view(database: CaseDatabase, view_id: int) -> SavedView:
    """One of the shop's own views; NotFound if there is none."""
    for view in list_views(database):
        if view.built_in is None and view.id == view_id:
            return view
    raise NotFound("view_not_found", view=view_id)


def next_place(database: CaseDatabase) -> int:
    """The place of a view that is to stand behind all others."""
    row = database.execute_sql("SELECT MAX(place) FROM saved_view WHERE deleted_at IS NULL").fetchone()
    return max(int(row[0] or 0) + 1, len(CaseView))


def _query(text: str) -> CaseQuery:
    """What a view kept; one that cannot be read shows the open cases."""
    with suppress(ValueError, RecursionError):
        values: Any = json.loads(text)
        if isinstance(values, Mapping):
            return query_of(values)
    return CaseQuery()
