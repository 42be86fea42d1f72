"""What the gallery shows and in which order: one query for a case and one for all, kept with the page's layout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from models.evidence_query import EvidenceFilters, EvidenceQuery, EvidenceSort, query_of, query_values
from models.kinds import MediaKind, Problem
from ui import format as written
from ui.evidence.gallery.filters import Field, Names, is_set
from ui.evidence.gallery.panel import Found, GalleryPanel
from ui.evidence.labels import tag_word
from ui.i18n import translator
from ui.plain import one_line

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")
_FIRST = {
    True: EvidenceQuery(sort=EvidenceSort.EXHIBIT),
    False: EvidenceQuery(sort=EvidenceSort.IMPORTED, descending=True),
}
_KEYS = {True: "case_query", False: "all_query"}
_COLUMNS = {"kind": EvidenceSort.KIND, "caption": EvidenceSort.NAME} | {
    sort.value: sort for sort in EvidenceSort if sort is not EvidenceSort.NAME
}


class DeskFiltering(QObject):
    """`changed` comes when another query is to be shown."""

    changed = Signal()

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._one_case = False
        self._queries = dict(_FIRST)
        self._nicks: dict[int, str] = {}
        self._row_wanted = False
        self.panel: GalleryPanel | None = None
        browser = desk.browser
        tools, row = browser.tools, browser.filter_row
        tools.kind_chosen.connect(self._kind_chosen)
        tools.sort_chosen.connect(lambda sort, down: self._sort(EvidenceSort(sort), down))
        tools.filters_wanted.connect(lambda: self.open_panel(None))
        row.searched.connect(lambda text: self.take(replace(self.query, text=text)))
        row.changed.connect(lambda filters: self.take(replace(self.query, filters=filters)))
        row.edit_wanted.connect(self.open_panel)
        row.cleared.connect(self.clear)
        row.left.connect(lambda: browser.view().setFocus())
        browser.empty_clear_wanted.connect(self.clear)
        browser.sort_wanted.connect(self._column_chosen)

    @property
    def query(self) -> EvidenceQuery:
        """What is shown now; without case and shop."""
        return self._queries[self._one_case]

    def set_mode(self, *, one_case: bool) -> None:
        """One case or all."""
        self._one_case = one_case
        self._row_wanted = False
        self._tell()

    def take(self, query: EvidenceQuery) -> None:
        """Show something else."""
        if query != self.query:
            self._queries[self._one_case] = query
            self._tell()
            self.changed.emit()

    def choose(self, *, media: MediaKind | None = None, problem: Problem | None = None) -> None:
        """Filter by these alone, as from another page."""
        filters = EvidenceFilters(media=(media,) if media else (), problems=(problem,) if problem else ())
        self.take(replace(self.query, text="", filters=filters))

    @Slot()
    def clear(self) -> None:
        """Leave nothing out; the order stays."""
        self._desk.browser.filter_row.search.clear()
        self.take(replace(self.query, text="", filters=EvidenceFilters()))

    def start_search(self) -> None:
        """Into the search field."""
        self._row_wanted = True
        self._tell()
        search = self._desk.browser.filter_row.search
        search.setFocus()
        search.selectAll()

    def show_hits(self, found: int, total: int | None) -> None:
        """Say how many are left; `total` of how many, where that is known."""
        row = self._desk.browser.filter_row
        if not self.query:
            row.show_hits("")
        elif total is None:
            row.show_hits(tr("%1 found", written.count(found)))
        else:
            row.show_hits(tr("%1 of %2", written.count(found), written.count(total)))

    @Slot(object)
    def open_panel(self, field: Field | None) -> None:
        """The panel of filters, at a field if one is named."""
        desk = self._desk
        today = desk.ctx.clock.now().astimezone(desk.zone).date()
        button = desk.browser.tools.filter_button
        self.panel = panel = GalleryPanel(
            self.query.filters, self._names(), self._find, today, one_case=self._one_case, parent=desk
        )
        panel.changed.connect(lambda filters: self.take(replace(self.query, filters=filters)))
        panel.destroyed.connect(self._panel_gone)
        panel.show_under(button)
        if field is not None:
            panel.choose_field(field)

    def _panel_gone(self) -> None:
        self.panel = None

    def _names(self) -> Names:
        case = self._desk.shown_case()
        needs = case.needs if case is not None else ()
        return Names(lambda tag: tag_word(tag, needs), self._nicks)

    def _find(self, field: Field, typed: str, found: Found) -> None:
        service, names = self._desk.ctx.evidence, self._names()

        def look() -> list[tuple[Any, str]]:
            if field is Field.BUYER:
                return [
                    (buyer, f"{one_line(nick)} ({one_line(fits)})" if fits else one_line(nick))
                    for buyer, nick, fits in service.find_buyers(typed)
                ]
            if field is Field.TAG:
                # By its words, not by the code it is kept under.
                every = [(tag, names.tag(tag)) for tag in service.find_names("tag", "")]
                return [pair for pair in every if typed.casefold() in f"{pair[0]} {pair[1]}".casefold()]
            column = "sku" if field is Field.SKU else "batch"
            return [(name, one_line(name)) for name in service.find_names(column, typed)]

        def arrived(choices: list[tuple[Any, str]]) -> None:
            if field is Field.BUYER:
                self._nicks.update({buyer: words for buyer, words in choices if isinstance(buyer, int)})
            if self.panel is not None:
                found(choices)

        self._desk.background.run(self._desk.ctx.jobs.read(look), arrived, receiver=self, quiet=True)

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        media = (MediaKind(kind),) if kind else ()
        self.take(replace(self.query, filters=replace(self.query.filters, media=media)))

    def _sort(self, sort: EvidenceSort, descending: bool) -> None:
        self.take(replace(self.query, sort=sort, descending=descending))

    @Slot(str, bool)
    def _column_chosen(self, column: str, descending: bool) -> None:
        if column in _COLUMNS:
            self._sort(_COLUMNS[column], descending)

    def _tell(self) -> None:
        query, browser = self.query, self._desk.browser
        if self._one_case:
            query = replace(query, filters=query.filters.of_one_case())
        browser.tools.show_query(query, sum(is_set(query.filters, field) for field in Field))
        browser.filter_row.show_query(query, self._names())
        browser.filter_row.setVisible(not self._one_case or bool(query) or self._row_wanted)
        browser.show_sorted(query.sort, query.descending)
        unknown = [buyer for buyer in query.filters.buyers if buyer not in self._nicks]
        if unknown:
            future = self._desk.ctx.jobs.read(lambda: self._desk.ctx.evidence.nicks_of(unknown))
            self._desk.background.run(future, lambda nicks: self._named(unknown, nicks), receiver=self, quiet=True)

    def _named(self, asked: list[int], nicks: Mapping[int, str]) -> None:
        self._nicks.update({buyer: nicks.get(buyer, f"#{buyer}") for buyer in asked})
        self._tell()

    def save_state(self) -> dict[str, str]:
        """What is not as at first, as JSON."""
        return {
            _KEYS[one]: json.dumps(query_values(query), ensure_ascii=False)
            for one, query in self._queries.items()
            if query != _FIRST[one]
        }

    def restore_state(self, state: Mapping[str, str]) -> None:
        """What was kept; what cannot be read is as at first."""
        for one, key in _KEYS.items():
            try:
                kept = json.loads(state[key]) if key in state else None
            except (ValueError, RecursionError):
                kept = None
            if isinstance(kept, dict):
                self._queries[one] = query_of(kept)
        self._tell()
