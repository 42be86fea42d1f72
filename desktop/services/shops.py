"""Shops and the people who work in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC

from desktop.changes import ChangeSet
from desktop.services.cases import checked_text
from desktop.services.workbench import NOBODY, Workbench
from models.clock import zone
from models.errors import UserError
from models.kinds import Platform, Role
from models.records import Person, Shop
from models.store import shops
from models.store.transaction import Transaction

_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LIMITS = {"name": 200, "letterhead": 2000, "return_address": 2000}
_PACKS_LIMIT = 200
# Where a seller of these mostly sells, and the zone in which their own reports count days; Settings changes it.
_ABROAD = {
    Platform.AMAZON: ("USD", "America/Los_Angeles", "US"), Platform.EBAY: ("USD", "America/Los_Angeles", "US"),
    Platform.ETSY: ("USD", "America/New_York", "US"),
}  # fmt: skip
_ANYWHERE = (Platform.SHOPIFY, Platform.WOOCOMMERCE, Platform.OTHER)
# The marks a shop can have; ui/theme.py has a shade of each for light and dark.
SHOP_COLOURS = ("jade", "blue", "indigo", "plum", "rose", "brick", "olive", "slate")


class ShopService:
    """The shops of this data folder, and who works here."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._shown = 0
        # The frame asks for both after every change, in the window's thread.
        self._turn = 0
        self._listed: tuple[Shop, ...] | None = None
        self._people: tuple[Person, ...] | None = None
        self.unsure = False
        """Nobody said who is working since the one who did last left."""
        self._follow_time_zone()
        bench.changes.subscribe(self._follow)

    def _follow(self, changes: ChangeSet) -> None:
        if not changes.tables or changes.touches("shop", "person"):
            self._turn += 1
            self._listed = self._people = None
        if changes.touches("shop"):
            self._follow_time_zone()
        if changes.touches("person") and self._bench.person.id:
            self._bench.person = shops.find_person(self._bench.store.database, self._bench.person.id) or NOBODY

    def _follow_time_zone(self) -> None:
        """The desk works in the time zone of the shop shown; with all of them shown, in that of the first."""
        found = self.list_shops()
        if found:
            shown = next((shop for shop in found if shop.id == self._shown), found[0])
            self._bench.time_zone = shown.time_zone

    def show_shop(self, shop_id: int) -> None:
        """Say which shop is shown, 0 for all: days and times are those of its zone."""
        self._shown = shop_id
        self._follow_time_zone()

    def list_shops(self) -> tuple[Shop, ...]:
        """All shops."""
        turn, found = self._turn, self._listed
        if found is None:
            found = shops.list_shops(self._bench.store.database)
            if turn == self._turn:
                self._listed = found
        return found

    def list_people(self) -> tuple[Person, ...]:
        """Everybody who works here now."""
        turn, found = self._turn, self._people
        if found is None:
            found = shops.list_people(self._bench.store.database)
            if turn == self._turn:
                self._people = found
        return found

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
        self.unsure = False

    def add_shop(
        self, *, name: str, platform: Platform, currency: str = "", time_zone: str = "", country: str | None = None,
        letterhead: str = "", return_address: str = "", colour: str = "",
    ) -> int:  # fmt: skip
        """Add a shop; returns its id. Currency, zone and country not told are the usual ones of its platform; without
        a colour it gets the first that no shop has. UserError as in `change_shop`."""
        usual = self._usual_place(platform)
        values = {
            "name": name, "currency": currency or usual[0], "time_zone": time_zone or usual[1],
            "country": usual[2] if country is None else country, "letterhead": letterhead,
            "return_address": return_address, "colour": colour or self._free_colour(),
        }  # fmt: skip
        _check_shop(values)

        def work(transaction: Transaction) -> int:
            shop_id = shops.add_shop(transaction, platform=platform, **values)
            transaction.record("shop_created", entity="shop", entity_id=shop_id)
            return shop_id

        return self._bench.act("shop_created", work, undoable=False)

    def change_shop(self, shop_id: int, **values: object) -> None:
        """Change a shop's name, platform, letterhead, return address, currency, country, time zone or colour.

        A new currency counts for what comes in from now on: orders and cases keep theirs. UserError `text_empty`,
        `currency_unknown`, `country_unknown`, `zone_unknown`, `colour_unknown`.
        """
        _check_shop(values)

        def work(transaction: Transaction) -> None:
            if transaction.update("shop", shop_id, **values):
                transaction.record("shop_changed", entity="shop", entity_id=shop_id, details={"fields": sorted(values)})

        self._bench.act("shop_changed", work)

    def _usual_place(self, platform: Platform) -> tuple[str, str, str]:
        """Currency, zone and country a shop of a platform begins with; sellers' own sites are as the first shop is."""
        if platform in _ABROAD:
            return _ABROAD[platform]
        first = next(iter(self.list_shops()), None)
        if platform in _ANYWHERE and first is not None:
            return first.currency, first.time_zone, first.country
        return "CNY", "Asia/Shanghai", "CN"

    def _free_colour(self) -> str:
        taken = [shop.colour for shop in self.list_shops()]
        return min(SHOP_COLOURS, key=lambda each: (taken.count(each), SHOP_COLOURS.index(each)))

    def change_packs(self, shop_id: int, *, added: Sequence[str], left_out: Sequence[str]) -> None:
        """Say which packs a shop uses beyond those of its platform and country, and which of those it does not.

        Counts for cases decided from now on; those decided keep theirs. UserError `packs_too_many`.
        """
        packs = {"added": sorted({*added}), "left_out": sorted({*left_out})}
        if sum(map(len, packs.values())) > _PACKS_LIMIT:
            raise UserError("packs_too_many", limit=_PACKS_LIMIT)
        for name in (*packs["added"], *packs["left_out"]):
            checked_text(name, limit=200, required=True)
        shop = shops.find_shop(self._bench.store.database, shop_id)
        details = {"shop": shop.name, **packs}

        def work(transaction: Transaction) -> None:
            if transaction.update("shop", shop_id, packs=packs):
                transaction.record("shop_packs_changed", entity="shop", entity_id=shop_id, details=details)

        self._bench.act("shop_packs_changed", work, values={"shop": shop.name})

    def count_in(self, shop_id: int) -> tuple[int, int]:
        """How many orders and how many cases a shop has: as long as it has any it cannot be taken away."""
        return shops.count_in(self._bench.store.database, shop_id)

    # People

    def list_everybody(self) -> tuple[Person, ...]:
        """Those who work here now, and those who did."""
        return shops.list_everybody(self._bench.store.database)

    def add_person(self, *, name: str, role: Role, initials: str = "") -> int:
        """Add somebody who works here; returns their id. The first one is at work at once. UserError `person_known`."""
        checked_text(name, limit=100, required=True)
        checked_text(initials, limit=10)
        name = name.strip()
        self._check_new_name(name)
        shown = initials.strip() or initials_of(name)

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

    def rename_person(self, person_id: int, name: str) -> None:
        """Give a person another name: their cases show it, what they did before keeps the old one.

        Initials made of the old name follow. UserError `text_empty`, `person_known`.
        """
        checked_text(name, limit=100, required=True)
        name = name.strip()
        known = shops.find_person(self._bench.store.database, person_id)
        if known is None or known.name == name:
            return
        self._check_new_name(name)
        values: dict[str, object] = {"name": name}
        if known.initials == initials_of(known.name):
            values["initials"] = initials_of(name)
        self._change_person(person_id, "person_renamed", {"name": name}, **values)

    def change_initials(self, person_id: int, initials: str) -> None:
        """Give a person other initials, at most three characters; empty takes them from the name."""
        checked_text(initials, limit=3)
        known = shops.find_person(self._bench.store.database, person_id)
        shown = initials.strip() or (initials_of(known.name) if known is not None else "")
        self._change_person(person_id, "person_initials", {"initials": shown}, initials=shown)

    def bring_back(self, person_id: int) -> None:
        """Somebody who left works here again. UserError `person_known` if another has that name now."""
        known = shops.find_person(self._bench.store.database, person_id)
        if known is None or known.active:
            return
        self._check_new_name(known.name)
        self._change_person(person_id, "person_back", {}, active=True)

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


def initials_of(name: str) -> str:
    """What stands for a person: the last character of a Chinese name, else the first letters of two words."""
    name = name.strip()
    if not name.isascii():
        return name[-1:]
    return "".join(part[0] for part in name.split()[:2]).upper()


def _check_shop(values: Mapping[str, object]) -> None:
    for field, value in values.items():
        text = str(value)
        checked_text(text, limit=_LIMITS.get(field, 200), required=field == "name")
        if field == "currency" and not _CURRENCY.fullmatch(text):
            raise UserError("currency_unknown", currency=text)
        if field == "country" and text and not _COUNTRY.fullmatch(text):
            raise UserError("country_unknown", country=text)
        if field == "colour" and text not in ("", *SHOP_COLOURS):
            raise UserError("colour_unknown", colour=text)
        if field == "time_zone" and text != "UTC" and zone(text) is UTC:
            raise UserError("zone_unknown", zone=text)
