"""Counts of all views, read at once in the background: never two reads at a time, and none for what was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from models.case_query import CaseView, SavedView
from models.money import Money
from ui.background import Background
from ui.cases.saved_view_words import is_counted

_Found = tuple[Mapping[CaseView, tuple[int, Money]], Mapping[str, int], tuple[Money, ...]]


class ViewCounts(QObject):
    """`counted` comes with new counts. Questions asked while one is under way become one more after it."""

    counted = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._wanted: tuple[tuple[SavedView, ...], int | None, int] = ((), None, 0)
        self._again = self._reading = False
        self._sums: Mapping[CaseView, tuple[int, Money]] = {}
        self._open: tuple[Money, ...] = ()
        self.by_key: dict[str, int] = {}
        self.reads = 0

    def ask(self, views: Sequence[SavedView], shop_id: int | None) -> None:
        """Count these views, as far as they show a count, and what is open and all there is."""
        counted = tuple(view for view in views if is_counted(view))
        self._wanted = (counted, shop_id, self._ctx.shops.person.id)
        if self._reading:
            self._again = True
        else:
            self._read()

    def open_sum(self) -> tuple[int, tuple[Money, ...]] | None:
        """How many cases are open, and what is at stake, one sum per currency; None before it is known."""
        return (self._sums[CaseView.OPEN][0], self._open) if CaseView.OPEN in self._sums else None

    def total(self) -> int | None:
        """How many cases there are at all; None before it is known."""
        return self._sums[CaseView.ALL][0] if CaseView.ALL in self._sums else None

    def _read(self) -> None:
        self._reading, self._again = True, False
        self.reads += 1
        wanted, ctx = self._wanted, self._ctx
        views, shop_id, _ = wanted
        own = [view for view in views if view.built_in is None]
        built_in = dict.fromkeys([CaseView.OPEN, CaseView.ALL, *(v.built_in for v in views if v.built_in is not None)])

        def count() -> _Found:
            found = ctx.cases.count_views(tuple(built_in), shop_id=shop_id)
            several = len({shop.currency for shop in ctx.shops.list_shops()}) > 1
            sums = ctx.cases.sum_open(shop_id) if several else (found[CaseView.OPEN][1],)
            return found, ctx.saved_views.count(own, shop_id=shop_id) if own else {}, sums

        self._background.run(
            ctx.jobs.read(count), lambda found: self._take(wanted, found), self._fail, receiver=self, quiet=True
        )

    def _take(self, asked: object, found: _Found) -> None:
        self._reading = False
        if asked == self._wanted:
            self._sums, self._open = dict(found[0]), found[2]
            self.by_key = {**{view: count for view, (count, _) in found[0].items()}, **found[1]}
            self.counted.emit()
        if self._again:
            self._read()

    def _fail(self, error: BaseException) -> None:
        """The counts shown stay; the list says itself what is wrong with the store."""
        self._reading = False
        if self._again:
            self._read()
