"""The desk of a shop: its day, calendar, quiet days and rules at one moment, by which call-backs get their days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Protocol

from desktop.services.call_rules import CallRuleService
from desktop.services.workbench import Workbench
from desktop.services.workdays import work_calendar
from desktop.settings import Settings
from models.clock import zone
from models.kinds import Tier
from models.records import CallBack
from models.rules.call_days import CallDays, Workdays
from models.rules.call_hours import read_hours
from models.rules.call_settings import CallRules, QuietDays
from models.store import quiet_periods, shops


class Wishes(Protocol):
    """What of a buyer decides about days; models.records.Buyer has it, and the rows planning reads."""

    @property
    def id(self) -> int: ...
    @property
    def tier(self) -> Tier: ...
    @property
    def call_rhythm(self) -> str: ...
    @property
    def call_hours(self) -> str: ...
    @property
    def call_person_id(self) -> int | None: ...


@dataclass(frozen=True)
class Desk:
    """The day, the calendar and the rules one shop works by at one moment.

    `quiet` are the quiet days of this shop and of all shops, `away` the vacations by person. `sole` is the one person
    of a shop where nobody else works: whoever is not named calls; 0 otherwise. `worker` is who works now.
    """

    now: datetime
    zone: tzinfo
    calendar: Workdays
    shop_id: int | None = None
    rules: CallRules = field(default_factory=CallRules)
    quiet: tuple[QuietDays, ...] = ()
    away: Mapping[int, tuple[QuietDays, ...]] = field(default_factory=dict)
    sole: int = 0
    worker: int = 0
    _days: dict[tuple[int, tuple[int, ...]], CallDays] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def today(self) -> date:
        """The shop's day."""
        return self.now.astimezone(self.zone).date()

    def day_of(self, moment: datetime) -> date:
        """The shop's day of a moment."""
        return moment.astimezone(self.zone).date()

    @property
    def days(self) -> CallDays:
        """The days of the shop, whoever calls whomever."""
        return self.days_of(0, ())

    def days_of(self, caller: int, weekdays: tuple[int, ...]) -> CallDays:
        """The days on which a person calls a buyer who may be called on some weekdays (empty: all)."""
        key = (caller, weekdays)
        if key not in self._days:
            self._days[key] = CallDays(
                self.calendar, self.quiet, self.away.get(caller, ()), self.rules.hours.weekdays, weekdays,
                self.rules.move,
            )  # fmt: skip
        return self._days[key]

    def days_for(self, buyer: Wishes, caller: int) -> CallDays:
        """The days on which a person calls a buyer."""
        hours = read_hours(buyer.call_hours)
        return self.days_of(caller, hours.weekdays if hours is not None else ())

    def caller(self, buyer: Wishes, open_one: CallBack | None = None) -> int:
        """Who calls a buyer: the person of the call-back, the buyer's, or the only one there is; 0 for nobody."""
        return (open_one.person_id if open_one is not None else None) or buyer.call_person_id or self.sole


def desk_of(bench: Workbench, settings: Settings, shop_id: int | None = None, rules: CallRules | None = None) -> Desk:
    """The desk of a shop, of the first one where none is named; that of the program's zone before there is any."""
    database = bench.store.database
    listed = shops.list_shops(database)
    shop = next((each for each in listed if each.id == shop_id), listed[0] if listed else None)
    name, country = (shop.time_zone, shop.country) if shop is not None else (bench.time_zone, "CN")
    chosen = rules if rules is not None else CallRuleService(bench, settings).read()
    here = shop.id if shop is not None else None
    periods = quiet_periods.list_quiet(database)
    people = shops.list_people(database)
    away: dict[int, tuple[QuietDays, ...]] = {}
    for each in periods:
        if each.person_id is not None:
            away[each.person_id] = (*away.get(each.person_id, ()), each)
    return Desk(
        bench.clock.now(), zone(name), work_calendar(country or "CN"), here, chosen,
        tuple(each for each in periods if each.person_id is None and each.shop_id in (None, here)), away,
        people[0].id if len(people) == 1 else 0, bench.person.id,
    )  # fmt: skip
