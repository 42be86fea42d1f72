"""Quiet days and vacations: kept, changed, taken away; what stands on them is moved in the same action."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.services import call_plans
from desktop.services.call_plans import Desk
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.call_kinds import CallBackKind
from models.errors import NotFound, UserError
from models.rules.call_days import CallDays, Room, place
from models.rules.call_hours import read_hours
from models.rules.call_settings import QuietDays
from models.rules.due_notes import DueCode, read_note
from models.rules.quiet_days import TITLE_LIMIT, covers, judge_quiet
from models.rules.verdict import Refused
from models.store import call_loads, quiet_periods, shops
from models.store.call_loads import Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

MOST_PERIODS = 200


@dataclass(frozen=True, slots=True)
class QuietEffect:
    """What quiet days would do: how many call-backs leave them, and how many stay as they were promised for a day."""

    moving: int = 0
    staying: int = 0


class QuietPeriodService:
    """Every change is one action with one Undo, the call-backs it moves included."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    def list_all(self) -> tuple[QuietDays, ...]:
        """Quiet days and vacations, past ones too, by their first day."""
        return quiet_periods.list_quiet(self._bench.store.database)

    def preview(self, days: QuietDays) -> QuietEffect:
        """What keeping these days would move; nothing is written. UserError as for `add`."""
        database = self._bench.store.database
        kept = self._checked(database, days)
        desks = self._desks(database, kept)
        on_them = self._on(database, desks, kept)
        staying = sum(_stays(each) for each in on_them)
        return QuietEffect(len(on_them) - staying, staying)

    def add(self, days: QuietDays) -> int:
        """Keep quiet days, of the shop or (with `person_id`) the vacation of a person; returns the id.

        Open call-backs on these days move to the next free day, by the shop's choice of direction; what was promised
        for a day stays on it. UserError `quiet_backwards`, `quiet_too_long`, `quiet_past`, `quiet_far`, `quiet_twice`,
        `quiet_crowded` (with others no day would be left), `quiet_many`, or that of the title.
        """
        database = self._bench.store.database
        kept = replace(self._checked(database, days), id=0)

        def work(transaction: Transaction) -> int:
            self._check_others(transaction.database, kept)
            made = quiet_periods.add_quiet(transaction, kept)
            self._follow(transaction, f"{kind}_added", replace(kept, id=made), values)
            return made

        kind, values = self._named(database, kept)
        return self._bench.act(f"{kind}_added", work, values=values)

    def change(self, days: QuietDays) -> None:
        """Keep other days, title or owner for the period of that id. UserError as for `add`; NotFound."""
        database = self._bench.store.database
        if quiet_periods.find_quiet(database, days.id) == days:
            return
        kept = self._checked(database, days)

        def work(transaction: Transaction) -> None:
            quiet_periods.find_quiet(transaction.database, kept.id)
            self._check_others(transaction.database, kept)
            if quiet_periods.change_quiet(transaction, kept):
                self._follow(transaction, f"{kind}_changed", kept, values)

        kind, values = self._named(database, kept)
        self._bench.act(f"{kind}_changed", work, values=values)

    def remove(self, period_id: int) -> None:
        """Take a period away; what it moved stays where it went. NotFound if there is none."""
        database = self._bench.store.database
        kept = quiet_periods.find_quiet(database, period_id)
        kind, values = self._named(database, kept)

        def work(transaction: Transaction) -> None:
            if transaction.remove("quiet_period", period_id):
                transaction.record(f"{kind}_removed", entity="quiet_period", entity_id=period_id, details=values)

        self._bench.act(f"{kind}_removed", work, values=values)

    def _checked(self, database: CaseDatabase, days: QuietDays) -> QuietDays:
        title = checked_text(days.title, limit=TITLE_LIMIT).strip()
        verdict = judge_quiet(days, self._desk(days.shop_id).today)
        if isinstance(verdict, Refused):
            raise UserError(verdict.reason)
        if days.shop_id is not None:
            shops.find_shop(database, days.shop_id)
        if days.person_id is not None and shops.find_person(database, days.person_id) is None:
            raise NotFound("person_not_found", person=days.person_id)
        # A vacation is of the person, in whichever shop they call.
        return replace(days, title=title, shop_id=None if days.person_id is not None else days.shop_id)

    def _check_others(self, database: CaseDatabase, days: QuietDays) -> None:
        others = [each for each in quiet_periods.list_quiet(database) if each.id != days.id]
        if len(others) >= MOST_PERIODS:
            raise UserError("quiet_many", most=MOST_PERIODS)
        if any(replace(each, id=0, title="") == replace(days, id=0, title="") for each in others):
            raise UserError("quiet_twice")

    def _desk(self, shop_id: int | None) -> Desk:
        return call_plans.desk_of(self._bench, self._settings, shop_id)

    def _desks(self, database: CaseDatabase, days: QuietDays) -> dict[int, Desk]:
        """The desks of the shops the days are of."""
        wanted = (each.id for each in shops.list_shops(database) if days.shop_id in (None, each.id))
        return {shop_id: self._desk(shop_id) for shop_id in wanted}

    def _on(self, database: CaseDatabase, desks: dict[int, Desk], days: QuietDays) -> list[Standing]:
        """The open call-backs to come that stand on the days."""
        found = []
        for shop_id, desk in desks.items():
            for each in call_loads.list_standing(database, desk.today, date.max, desk.sole, shop_id=shop_id):
                if days.person_id in (None, each.caller) and covers(days, each.call_back.due_on):
                    found.append(each)
        return found

    def _follow(self, transaction: Transaction, code: str, days: QuietDays, values: dict[str, object]) -> None:
        values["count"] = self._move_off(transaction, days)
        transaction.record(code, entity="quiet_period", entity_id=days.id, details=values)

    def _named(self, database: CaseDatabase, days: QuietDays) -> tuple[str, dict[str, object]]:
        """The kind of the period and what its sentences say: a title with its days, or the days alone."""
        span = days.first.isoformat() if days.first == days.last else f"{days.first} – {days.last}"
        named = f"{days.title} ({span})" if days.title else span
        if days.person_id is None:
            return "quiet", {"name": named}
        person = shops.find_person(database, days.person_id)
        return "vacation", {"name": named, "person": person.name if person is not None else ""}

    def _move_off(self, transaction: Transaction, days: QuietDays) -> int:
        """Put what stands on the days on others. The dearest choose first, so that they stay nearest to their day."""
        database = transaction.database
        desks = self._desks(database, days)
        code = DueCode.QUIET if days.person_id is None else DueCode.VACATION
        found = [each for each in self._on(database, desks, days) if not _stays(each)]
        loads: dict[int, dict[date, int]] = {}
        for each in sorted(found, key=call_plans.first_choice):
            desk = desks[each.shop_id]
            load = loads.get(each.caller)
            if load is None:
                load = loads[each.caller] = call_plans.load_of(database, desk, each.caller, each.call_back.due_on)
            self._move(transaction, desk, each, load, code)
        return len(found)

    def _move(self, transaction: Transaction, desk: Desk, each: Standing, load: dict[date, int], code: DueCode) -> None:
        hours = read_hours(each.call_hours)
        free = desk.days_of(each.caller, hours.weekdays if hours is not None else ())
        was = each.call_back.due_on
        _check_left(free, was)
        placed = place(was, desk.today, free, room=Room(desk.rules.capacity, load))
        load[was] = load.get(was, 1) - 1
        load[placed.day] = load.get(placed.day, 0) + 1
        note = read_note(each.call_back.reason)
        codes = tuple(dict.fromkeys((*note.codes, code, *placed.codes)))
        late = note.since is not None and note.since < desk.today
        note = replace(note, codes=codes, since=note.since if late else placed.day)
        transaction.update("call_back", each.call_back.id, due_on=placed.day, reason=note.written())
        transaction.record(
            "call_moved_off", entity="buyer", entity_id=each.call_back.buyer_id, case_id=each.call_back.case_id,
            details={"buyer": each.nick, "day": placed.day.isoformat(), "was": was.isoformat()},
        )  # fmt: skip


def _check_left(free: CallDays, day: date) -> None:
    """UserError `quiet_crowded` where quiet days and vacations together leave no day for months."""
    blocked = free.cause(day) in (DueCode.QUIET, DueCode.VACATION)
    if blocked and DueCode.NO_FREE_DAY in place(day, day, free).codes:
        raise UserError("quiet_crowded")


def _stays(each: Standing) -> bool:
    return each.call_back.kind is CallBackKind.PROMISE
