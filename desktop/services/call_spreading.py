"""What is late after an absence, spread over the coming days: proposed, then moved as one action with one Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.services import call_plans
from desktop.services.shop_desk import Desk
from desktop.services.workbench import Workbench
from models.call_kinds import CallBackKind
from models.rules.call_back_rhythm import least_laden
from models.rules.call_hours import read_hours
from models.rules.due_notes import DueCode, days_late, moved_note, read_note
from models.store import call_loads, shops
from models.store.call_loads import Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

USUAL_A_DAY = 10
"""How many a person takes a day where the shop set no capacity: a choice of the program, without a source."""
_LONG_AGO = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class SpreadLine:
    """Where a late call-back would go."""

    call_back_id: int
    buyer_id: int
    nick: str
    was: date
    day: date
    days_late: int


class CallSpreadService:
    """Late call-backs stay late whatever day they are spread to: only how many are done a day is decided."""

    def __init__(self, bench: Workbench, desk_for: Callable[[int], Desk]) -> None:
        self._bench = bench
        self._desk_for = desk_for

    def propose(self, ids: Sequence[int] | None = None) -> tuple[SpreadLine, ...]:
        """Where what is late (all of it, or these) would go, the dearest and then the latest first; nothing is written.

        Each person takes on a day what the shop chose as its capacity, or USUAL_A_DAY, what stands there already
        included. What was promised stays on its day, and what can be done today stays on today.
        """
        return self._propose(self._bench.store.database, ids)

    def spread(self, lines: Sequence[SpreadLine]) -> int:
        """Put late call-backs on the days proposed; returns how many moved. One that was dealt with meanwhile stays."""
        wanted = {line.call_back_id: line.day for line in lines}
        values: dict[str, object] = {"count": 0}

        def work(transaction: Transaction) -> int:
            moved = 0
            for shop_id, desk in self._desks(transaction.database).items():
                for each in self._late(transaction.database, desk, shop_id):
                    day = wanted.get(each.call_back.id)
                    if day is not None and desk.today <= day != each.call_back.due_on:
                        moved += _put(transaction, each, day, desk.today)
            values["count"] = moved
            return moved

        if not wanted:
            return 0
        return self._bench.act("calls_spread", work, values=values)

    def _propose(self, database: CaseDatabase, ids: Sequence[int] | None) -> tuple[SpreadLine, ...]:
        desks = self._desks(database)
        late = [
            (desk, each) for shop_id, desk in desks.items() for each in self._late(database, desk, shop_id)
            if ids is None or each.call_back.id in ids
        ]  # fmt: skip
        loads = _loads_without(database, late)
        found = []
        for desk, each in sorted(late, key=lambda one: _turn(*one)):
            load = loads[each.caller]
            hours = read_hours(each.call_hours)
            days = desk.days_of(each.caller, hours.weekdays if hours is not None else ())
            # One day at a time: each is filled before the next, so that nobody waits longer than needed.
            day = least_laden(desk.today, desk.today, days, load, capacity=desk.rules.capacity or USUAL_A_DAY)
            load[day] = load.get(day, 0) + 1
            late_by = days_late(read_note(each.call_back.reason), each.call_back.due_on, desk.today)
            call_back = each.call_back
            found.append(SpreadLine(call_back.id, call_back.buyer_id, each.nick, call_back.due_on, day, late_by))
        return tuple(found)

    def _desks(self, database: CaseDatabase) -> dict[int, Desk]:
        return {shop.id: self._desk_for(shop.id) for shop in shops.list_shops(database)}

    def _late(self, database: CaseDatabase, desk: Desk, shop_id: int) -> list[Standing]:
        standing = call_loads.list_standing(database, _LONG_AGO, desk.today, desk.sole, shop_id=shop_id)
        return [
            each for each in standing
            if each.call_back.kind is not CallBackKind.PROMISE
            and days_late(read_note(each.call_back.reason), each.call_back.due_on, desk.today)
        ]  # fmt: skip


def _loads_without(database: CaseDatabase, late: Sequence[tuple[Desk, Standing]]) -> dict[int, dict[date, int]]:
    """What stands on the coming days with each caller, without what is to be spread."""
    loads: dict[int, dict[date, int]] = {}
    for desk, each in late:
        if each.caller not in loads:
            loads[each.caller] = call_plans.load_of(database, desk, each.caller, desk.today)
        day = each.call_back.due_on
        if day in loads[each.caller]:
            loads[each.caller][day] -= 1
    return loads


def _turn(desk: Desk, each: Standing) -> tuple[int, int, int]:
    late = days_late(read_note(each.call_back.reason), each.call_back.due_on, desk.today)
    tier, _, lot = call_plans.first_choice(each)
    return tier, -late, lot


def _put(transaction: Transaction, each: Standing, day: date, today: date) -> int:
    open_one = each.call_back
    note = moved_note(read_note(open_one.reason), open_one.due_on, day, today, codes=(DueCode.SPREAD,))
    transaction.update("call_back", open_one.id, due_on=day, reason=note.written())
    transaction.record(
        "call_moved", entity="buyer", entity_id=open_one.buyer_id, case_id=open_one.case_id,
        details={"buyer": each.nick, "before": open_one.due_on.isoformat(), "day": day.isoformat(), "reason": ""},
    )  # fmt: skip
    return 1
