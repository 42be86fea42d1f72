"""Views of the Cases list under a name: kept, renamed, changed, removed, put in order; the same for everybody here."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.case_query import NOBODY, CaseQuery, CaseView, SavedView, query_values
from models.errors import UserError
from models.records import Person, Shop
from models.store import case_tags, cases, saved_views, shops
from models.store.transaction import Transaction

NAME_LIMIT = 60
# What is searched for in a view: longer texts are pasted by mistake.
SEARCH_LIMIT = 500
VIEWS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What can be chosen in filters beside the closed lists: shops, people, tags by how often.

    People are those who work here, and who left and still has a case: it is found to give it to somebody.
    """

    shops: tuple[Shop, ...] = ()
    people: tuple[Person, ...] = ()
    tags: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many handlers and shops of a query are not there any more, and are left out of it."""

    handlers: int = 0
    shops: int = 0

    def __bool__(self) -> bool:
        return bool(self.handlers or self.shops)


def checked_name(name: str) -> str:
    """A name as it is kept: on one line. UserError as `checked_text`, for more than 60 characters too."""
    kept = unicodedata.normalize("NFC", " ".join(checked_text(name).split()))
    if not any(letter.isprintable() and not letter.isspace() for letter in kept):
        raise UserError("text_empty")
    return checked_text(kept, limit=NAME_LIMIT, required=True)


def without_gone(query: CaseQuery, known: Collection[int], people: Collection[int]) -> tuple[CaseQuery, LeftOut]:
    """The query without shops that are not known and handlers who are not among the people, and how many of each."""
    filters = query.filters
    kept = replace(
        filters,
        shops=tuple(each for each in filters.shops if each in known),
        handlers=tuple(each for each in filters.handlers if each == NOBODY or each in people),
    )
    left = LeftOut(len(filters.handlers) - len(kept.handlers), len(filters.shops) - len(kept.shops))
    return (replace(query, filters=kept) if left else query), left


class SavedViewService:
    """The chips over the Cases list."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    # Reading

    def list_views(self) -> tuple[SavedView, ...]:
        """Every view in the order of the chips, hidden ones too."""
        return saved_views.list_views(self._bench.store.database)

    def choices(self) -> FilterChoices:
        """What filters can be set to."""
        database = self._bench.store.database
        return FilterChoices(
            shops.list_shops(database), shops.list_handlers(database), case_tags.count_tags(database)
        )  # fmt: skip

    def checked(self, query: CaseQuery) -> tuple[CaseQuery, LeftOut]:
        """The query without handlers who left and have no case, and shops that are gone, and how many of each."""
        return without_gone(query, self._shops(), self._people())

    def _shops(self) -> frozenset[int]:
        return frozenset(shop.id for shop in shops.list_shops(self._bench.store.database))

    def _people(self) -> frozenset[int]:
        return frozenset(person.id for person in shops.list_handlers(self._bench.store.database))

    def count(self, views: Sequence[SavedView], *, shop_id: int | None = None) -> Mapping[str, int]:
        """How many cases each view holds, by its key, in one read."""
        bench = self._bench
        database, now, known, people = bench.store.database, bench.clock.now(), self._shops(), self._people()
        counts = {}
        for view in views:
            query, _ = without_gone(view.query, known, people)
            asked = replace(query, shop_id=shop_id, mine=bench.person.id)
            counts[view.key] = cases.count_view(database, asked, now, bench.time_zone)[0]
        return counts

    # Writing

    def save(self, name: str, query: CaseQuery) -> int:
        """Keep what is shown under a name; returns the view's id. UserError `view_name_taken`, `too_many_views`."""
        name = checked_name(name)
        checked_text(query.text, limit=SEARCH_LIMIT)

        def work(transaction: Transaction) -> int:
            own = self._check_free(transaction, name, 0)
            if len(own) >= VIEWS_LIMIT:
                raise UserError("too_many_views", limit=VIEWS_LIMIT)
            view_id = transaction.insert(
                "saved_view", name=name, query=query_values(query), place=saved_views.next_place(transaction.database),
                made_at=transaction.stamp.now, made_by=transaction.stamp.person,
            )  # fmt: skip
            transaction.record("view_saved", entity="saved_view", entity_id=view_id, details={"name": name})
            return view_id

        return self._bench.act("view_saved", work, values={"name": name})

    def rename(self, view_id: int, name: str) -> None:
        """Give a view another name; NotFound `view_not_found`, UserError `view_name_taken`."""
        name = checked_name(name)

        def work(transaction: Transaction) -> None:
            was = saved_views.find_view(transaction.database, view_id).name
            self._check_free(transaction, name, view_id)
            if transaction.update("saved_view", view_id, name=name):
                details = {"was_called": was, "name": name}
                transaction.record("view_renamed", entity="saved_view", entity_id=view_id, details=details)

        self._bench.act("view_renamed", work, values={"name": name})

    def change(self, view_id: int, query: CaseQuery) -> None:
        """Let a view show something else; NotFound `view_not_found`."""
        checked_text(query.text, limit=SEARCH_LIMIT)
        self._bench.act("view_changed", lambda transaction: self._change(transaction, view_id, query),
                        values={"name": self._name(view_id)})  # fmt: skip

    def _change(self, transaction: Transaction, view_id: int, query: CaseQuery) -> None:
        name = saved_views.find_view(transaction.database, view_id).name
        if transaction.update("saved_view", view_id, query=query_values(query)):
            transaction.record("view_changed", entity="saved_view", entity_id=view_id, details={"name": name})

    def delete(self, view_id: int) -> None:
        """Remove a view; NotFound `view_not_found`."""

        def work(transaction: Transaction) -> None:
            name = saved_views.find_view(transaction.database, view_id).name
            transaction.remove("saved_view", view_id)
            transaction.record("view_deleted", entity="saved_view", entity_id=view_id, details={"name": name})

        self._bench.act("view_deleted", work, values={"name": self._name(view_id)})

    def arrange(self, keys: Sequence[str], hidden: Collection[str] = ()) -> None:
        """Put the views in this order, and hide built-in ones; own views cannot be hidden.

        Views that are not named stand behind the others. UserError `views_all_hidden` when nothing would be left.
        """

        def work(transaction: Transaction) -> None:
            views = saved_views.list_views(transaction.database)
            wanted = {key: place for place, key in enumerate(keys)}
            ordered = sorted(views, key=lambda view: wanted.get(view.key, len(wanted)))
            if all(view.built_in is not None and view.key in hidden for view in ordered):
                raise UserError("views_all_hidden")
            changed = [self._put(transaction, view, place, hidden) for place, view in enumerate(ordered)]
            if any(changed):
                transaction.record("views_arranged", entity="saved_view", entity_id=0)

        self._bench.act("views_arranged", work)

    @staticmethod
    def _put(transaction: Transaction, view: SavedView, place: int, hidden: Collection[str]) -> bool:
        values = {"place": place, "hidden": view.built_in is not None and view.key in hidden}
        if view.id:
            return transaction.update("saved_view", view.id, **values)
        stamp = transaction.stamp
        kept = CaseView(view.key).value
        transaction.insert(
            "saved_view", name="", query={}, built_in=kept, made_at=stamp.now, made_by=stamp.person, **values
        )
        return True

    def _name(self, view_id: int) -> str:
        return saved_views.find_view(self._bench.store.database, view_id).name

    @staticmethod
    def _check_free(transaction: Transaction, name: str, view_id: int) -> list[SavedView]:
        """The shop's own views, none of which but this one has the name."""
        own = [view for view in saved_views.list_views(transaction.database) if view.built_in is None]
        if any(view.name.casefold() == name.casefold() and view.id != view_id for view in own):
            raise UserError("view_name_taken", name=name)
        return own
