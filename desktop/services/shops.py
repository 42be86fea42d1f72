"""Shops and the people who work in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC

from desktop.changes import ChangeSet
from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import UserError
from models.kinds import Platform, Role
from models.records import Person, Shop
from models.store import shops
from models.store.transaction import Transaction

_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LIMITS = {"name": 200, "letterhead": 2000, "return_address": 2000}


class ShopService:
    """The shops of this data folder, and who works here."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._follow_time_zone()
        bench.changes.subscribe(self._follow)

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches("shop"):
            self._follow_time_zone()

    def _follow_time_zone(self) -> None:
        """The data folder works in the time zone of its first shop."""
        found = self.list_shops()
        if found:
            self._bench.time_zone = found[0].time_zone

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
        """Add a shop; returns its id. UserError as in `change_shop`."""
        values = {
            "name": name, "currency": currency, "time_zone": time_zone, "country": country, "letterhead": letterhead,
            "return_address": return_address,
        }  # fmt: skip
        _check_shop(values)

        def work(transaction: Transaction) -> int:
            shop_id = shops.add_shop(transaction, platform=platform, **values)
            transaction.record("shop_created", entity="shop", entity_id=shop_id)
            return shop_id

        return self._bench.act("shop_created", work, undoable=False)

    def change_shop(self, shop_id: int, **values: object) -> None:
        """Change a shop's name, platform, letterhead, return address, currency, country or time zone.

        UserError `text_empty`, `currency_unknown`, `country_unknown`, `zone_unknown`.
        """
        _check_shop(values)

        def work(transaction: Transaction) -> None:
            if transaction.update("shop", shop_id, **values):
                transaction.record("shop_changed", entity="shop", entity_id=shop_id, details={"fields": sorted(values)})

        self._bench.act("shop_changed", work)

    def add_person(self, *, name: str, role: Role, initials: str = "") -> int:
        """Add somebody who works here; returns their id. The first one is at work at once. UserError `person_known`."""
        checked_text(name, limit=100, required=True)
        checked_text(initials, limit=10)
        name = name.strip()
        self._check_new_name(name)
        shown = initials or name[-1:]

        def work(transaction: Transaction) -> int:
            person_id = shops.add_person(transaction, name=name, initials=shown, role=role)
            transaction.record("person_added", entity="person", entity_id=person_id)
            return person_id

        person_id = self._bench.act("person_added", work, undoable=False)
        if not self._bench.person.id:
            self.choose_person(person_id)
            # Told once more: now somebody is at work.
            self._bench.changes.publish(ChangeSet(tables=frozenset({"person"})))
        return person_id

    def change_role(self, person_id: int, role: Role) -> None:
        """Give a person another role."""
        self._change_person(person_id, "person_changed", {"role": role.value}, role=role)
        if person_id == self._bench.person.id:
            self.choose_person(person_id)

    def deactivate(self, person_id: int) -> None:
        """Somebody left: no list shows them, their name stays on what they did. UserError `person_at_work`."""
        if person_id == self._bench.person.id:
            raise UserError("person_at_work", person=person_id)
        self._change_person(person_id, "person_left", {}, active=False)

    def _change_person(self, person_id: int, code: str, details: dict[str, object], **values: object) -> None:
        found = shops.find_person(self._bench.store.database, person_id)
        if found is None:
            raise UserError("person_not_found", person=person_id)
        named = {"person": found.name, **details}

        def work(transaction: Transaction) -> None:
            if transaction.update("person", person_id, **values):
                transaction.record(code, entity="person", entity_id=person_id, details=named)

        self._bench.act(code, work, values=named)

    def _check_new_name(self, name: str) -> None:
        if any(person.name == name for person in self.list_people()):
            raise UserError("person_known", name=name)


def _check_shop(values: Mapping[str, object]) -> None:
    for field, value in values.items():
        text = str(value)
        checked_text(text, limit=_LIMITS.get(field, 200), required=field == "name")
        if field == "currency" and not _CURRENCY.fullmatch(text):
            raise UserError("currency_unknown", currency=text)
        if field == "country" and text and not _COUNTRY.fullmatch(text):
            raise UserError("country_unknown", country=text)
        if field == "time_zone" and text != "UTC" and zone(text) is UTC:
            raise UserError("zone_unknown", zone=text)
