"""The packs of a case: by its own days in the shop's zone while it is decided, and as kept once it was."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from desktop.services.packs import PackLibrary, PacksChosen
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import AftercaseError
from models.kinds import CaseState
from models.records import CasePage, Resolution, Shop
from models.rules.conclusion import Conclusion
from models.rules.evaluator import evaluate
from models.rules.frozen_packs import addresses, thaw
from models.rules.pack_origin import content_of
from models.rules.pack_versions import APPLIES_BY, OPENED
from models.rules.packs import LAYERS, Pack
from models.store.pack_copies import find_copies

_FINISHED: Final = frozenset({CaseState.DONE, CaseState.ARCHIVED})
_KEPT: Final = 16
PERSONAL: Final = frozenset({"buyer_id"})
"""Facts that tell who the buyer is and decide nothing: not kept with the packs, read from the case again."""


@dataclass(frozen=True, slots=True)
class ShopPack:
    """A pack as a shop sees it: `usual` by its platform and country, `used` by what the shop chose."""

    pack: Pack
    usual: bool
    used: bool


class CasePacks:
    """Finds the packs of a case; the packs of the last cases that were decided stay loaded. Safe in threads."""

    def __init__(self, bench: Workbench, library: PackLibrary) -> None:
        self._bench = bench
        self._library = library
        self._thawed: OrderedDict[str, tuple[Pack, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, page: CasePage, answers: Mapping[str, object]) -> PacksChosen:
        """The packs that apply to a case now, each in the version that its own date asks for."""
        today = self._bench.clock.now().astimezone(zone(page.shop.time_zone)).date()
        finished = page.case.state in _FINISHED
        dates = case_dates(page, answers)
        shop = page.shop
        return self._library.choose(
            shop.platform.value, shop.country, dates, today=None if finished else today,
            added=shop.packs.get("added", ()), left_out=shop.packs.get("left_out", ()),
        )  # fmt: skip

    def offered(self, shop: Shop) -> tuple[ShopPack, ...]:
        """Every pack in force, for the settings of a shop: whether it is for such shops, and whether it is used."""
        usual = self._library.usual(shop.platform.value, shop.country)
        added, out = shop.packs.get("added", ()), shop.packs.get("left_out", ())
        return tuple(
            ShopPack(pack, pack.id in usual, pack.id not in out and (pack.id in usual or pack.id in added))
            for pack in self.in_force()
        )

    def in_force(self) -> tuple[Pack, ...]:
        """Every pack of this program in the version of today, law first."""
        today = self._bench.clock.now().astimezone(zone(self._bench.time_zone)).date()
        packs = [self._library.in_force(name, today) for name in self._library.ids()]
        found = [pack for pack in packs if pack is not None]
        return tuple(sorted(found, key=lambda pack: (LAYERS.index(pack.layer), pack.id)))

    def decided(self, resolution: Resolution, page: CasePage) -> Conclusion | None:
        """What the packs said when the case was decided, from the kept facts, packs and numbers, at that moment.

        None for a resolution from before packs were kept. PackError where a kept copy is missing or damaged.
        """
        data: Mapping[str, Any] = resolution.frozen
        if not data.get("packs"):
            return None
        facts: dict[str, object] = {"buyer_id": page.buyer.nick} if page.buyer is not None else {}
        facts |= dict(data.get("known", {}))
        facts |= {name: value for name, value in resolution.facts.items() if "." not in name}
        at = data.get("at")
        moment = datetime.fromisoformat(at) if isinstance(at, str) else resolution.decided_at
        return evaluate(self._kept(data), facts, now=moment)

    def kept(self, resolution: Resolution | None) -> tuple[Pack, ...]:
        """The packs a case was decided by; none where none were kept, or a copy cannot be read."""
        if resolution is None or not resolution.frozen.get("packs"):
            return ()
        try:
            return self._kept(resolution.frozen)
        except AftercaseError:
            return ()

    def _kept(self, data: Mapping[str, Any]) -> tuple[Pack, ...]:
        key = content_of({"packs": data.get("packs"), "numbers": data.get("numbers")})
        with self._lock:
            found = self._thawed.pop(key, None)
            if found is None:
                found = thaw(data, find_copies(self._bench.store.database, addresses(data)))
            self._thawed[key] = found
            while len(self._thawed) > _KEPT:
                self._thawed.popitem(last=False)
            return found


def case_dates(page: CasePage, answers: Mapping[str, object]) -> dict[str, date]:
    """The days of a case by which packs choose their version, in the shop's zone. What is not known is absent.

    A case opened before eight in China belongs to that day, not to the one in UTC.
    """
    order, here = page.order, zone(page.shop.time_zone)
    told: dict[str, object] = {
        "event_at": page.case.opened_at,
        "requested_at": page.case.opened_at,
        "applied_at": page.case.opened_at,
    }
    if order is not None:
        told |= {
            "order_created_at": order.created_at, "paid_at": order.paid_at, "order_complete_at": order.paid_at,
            "shipped_at": order.shipped_at, "signed_at": order.signed_at,
        }  # fmt: skip
    told |= {name: value for name, value in answers.items() if name in APPLIES_BY and value is not None}
    told[OPENED] = page.case.opened_at
    found: dict[str, date] = {}
    for name, value in told.items():
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                continue
        if isinstance(value, datetime):
            found[name] = (value if value.tzinfo is not None else value.replace(tzinfo=here)).astimezone(here).date()
    return found


def frozen_or_fault(packs: CasePacks, resolution: Resolution, page: CasePage) -> Conclusion | None:
    """What was decided, or None also where the copies cannot be read: a case must open all the same."""
    try:
        return packs.decided(resolution, page)
    except AftercaseError:
        return None
