"""Shops and the people who work in them."""

from __future__ import annotations

from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import Platform, Role
from models.records import Person, Shop
from models.store import shops
from models.store.transaction import Transaction


class ShopService:
    """The shops of this data folder, and who works here."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def list_shops(self) -> tuple[Shop, ...]:
        """All shops."""
        return shops.list_shops(self._bench.store.database)

    def list_people(self) -> tuple[Person, ...]:
        """Everybody who works here now."""
        return shops.list_people(self._bench.store.database)

    @property
    def person(self) -> Person:
        """Who is working."""
        return self._bench.person

    def choose_person(self, person_id: int) -> None:
        """Say who is working; stands on everything done from now on."""
        found = shops.find_person(self._bench.store.database, person_id)
        if found is None:
            raise UserError("person_not_found", person=person_id)
        self._bench.person = found

    def add_shop(
        self, *, name: str, platform: Platform, currency: str = "CNY", time_zone: str = "Asia/Shanghai",
        country: str = "CN", letterhead: str = "", return_address: str = "",
    ) -> int:  # fmt: skip
        """Add a shop; returns its id."""
        checked_text(name, limit=200, required=True)

        def work(transaction: Transaction) -> int:
            shop_id = shops.add_shop(
                transaction, name=name, platform=platform, currency=currency, time_zone=time_zone, country=country,
                letterhead=letterhead, return_address=return_address,
            )  # fmt: skip
            transaction.record("shop_created", entity="shop", entity_id=shop_id)
            return shop_id

        return self._bench.act("shop_created", work, undoable=False)

    def change_shop(self, shop_id: int, **values: object) -> None:
        """Change a shop's name, letterhead, return address, currency or time zone."""
        for text in values.values():
            checked_text(str(text), limit=2000)

        def work(transaction: Transaction) -> None:
            if transaction.update("shop", shop_id, **values):
                transaction.record("shop_changed", entity="shop", entity_id=shop_id, details={"fields": sorted(values)})

        self._bench.act("shop_changed", work)

    def add_person(self, *, name: str, role: Role, initials: str = "") -> int:
        """Add somebody who works here; returns their id."""
        checked_text(name, limit=100, required=True)
        shown = initials or name.strip()[-1:]

        def work(transaction: Transaction) -> int:
            person_id = shops.add_person(transaction, name=name, initials=shown, role=role)
            transaction.record("person_added", entity="person", entity_id=person_id)
            return person_id

        return self._bench.act("person_added", work, undoable=False)
