"""Which view is on and what it is left of: kept in the settings, so that it stands there again at the next start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.settings import Settings
from models.case_query import CaseFilters, CaseQuery, CaseView, SavedView, query_of, query_values

_KEPT = "cases.shown"


class ViewState:
    """`key` names the chip that is on, `base` the built-in view behind it, `filters` what is left out of that.

    The typed text and the order of the rows are the list's own; they are given and taken as parts of a query.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._before: CaseQuery | None = None
        self.key: str = CaseView.OPEN
        self.base = CaseView.OPEN
        self.filters = CaseFilters()

    def restore(self) -> CaseQuery | None:
        """What was shown at the last end, without its text; None if that is not known."""
        kept = self._settings.get(_KEPT)
        if not isinstance(kept, Mapping) or not isinstance(kept.get("query"), Mapping):
            return None
        query = replace(query_of(kept["query"]), text="")
        key = kept.get("key")
        self.take(query)
        self.key = key if isinstance(key, str) and key.startswith("own:") else self.base
        return query

    def keep(self, query: CaseQuery) -> None:
        """Remember what is shown; the typed text is not kept."""
        self._settings.set(_KEPT, {"key": str(self.key), "query": query_values(replace(query, text=""))})

    def take(self, query: CaseQuery) -> None:
        """The built-in view and the filters of a query."""
        self.base, self.filters = query.view, query.filters

    def enter(self, view: SavedView, present: CaseQuery, shown: SavedView | None) -> CaseQuery:
        """What to show when a view is chosen while `present` is shown and the chip of `shown` is on.

        Filters set by hand stay when one goes from one built-in view to another. An own view brings its filters, its
        text and its order; leaving it puts back what was there before.
        """
        own_now = shown is not None and shown.built_in is None
        if view.built_in is None:
            if not own_now:
                self._before = present
            query = view.query
        elif own_now and shown is not None:
            before = self._before or CaseQuery()
            text = before.text if present.text == shown.query.text else present.text
            query = replace(before, view=view.built_in, text=text)
            self._before = None
        else:
            query = replace(present, view=view.built_in)
        self.key = view.key
        self.take(query)
        return query

    def saved(self, key: str) -> None:
        """What is shown was kept as a view: its filters are the view's now and go with it."""
        self.key = key
        self._before = None

    def fall_back(self) -> None:
        """The view that is on was deleted: its filters stay, over the built-in view behind it."""
        self.key = self.base
        self._before = None


def is_changed(view: SavedView, present: CaseQuery) -> bool:
    """Whether what is shown is not what one of the shop's own views kept."""
    return view.built_in is None and query_values(view.query) != query_values(present)
