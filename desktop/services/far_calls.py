"""Call-backs that stand more than a year ahead, as planned while the clock was wrong: told, and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.services import call_plans
from desktop.services.shop_desk import Desk
from desktop.services.workbench import Workbench
from models.call_kinds import CallBackKind
from models.rules.call_back_rhythm import may_call
from models.rules.rhythms import Rhythm, rhythm_or_none
from models.rules.verdict import Allowed
from models.store import buyers, call_loads, shops
from models.store.call_loads import Standing
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

FAR_DAYS = 366
"""How far ahead a day begins to be told, a choice of the program; a regular one only beyond two turns of its rhythm."""


@dataclass(frozen=True, slots=True)
class FarCall:
    """An open call-back far ahead; `regular` ones can be brought back to where their rhythm has them today."""

    call_back_id: int
    nick: str
    day: date
    regular: bool


class FarCallService:
    """Moves nothing by itself: only a person knows whether the clock was wrong."""

    def __init__(self, bench: Workbench, desk_for: Callable[[int], Desk]) -> None:
        self._bench = bench
        self._desk_for = desk_for

    def list_far(self, shop_id: int | None = None) -> tuple[FarCall, ...]:
        """All of them, of one shop if given, the nearest first."""
        found = [
            FarCall(each.call_back.id, each.nick, each.call_back.due_on, each.call_back.kind is CallBackKind.RHYTHM)
            for _, each in self._far(self._bench.store.database, shop_id)
        ]
        return tuple(sorted(found, key=lambda each: (each.day, each.call_back_id)))

    def count_newer(self) -> int:
        """How many call-backs a newer program left that this one understands only in part; reads every one of them."""
        return call_loads.count_newer(self._bench.store.database)

    def bring_back(self, shop_id: int | None = None) -> int:
        """Plan the regular ones anew from the last contact; how many moved. One action, one Undo.

        What was promised or is asked after a case keeps its day: nobody but a person knows which was meant.
        """
        values: dict[str, object] = {"count": 0}

        def work(transaction: Transaction) -> int:
            moved = 0
            for desk, each in self._far(transaction.database, shop_id):
                moved += each.call_back.kind is CallBackKind.RHYTHM and _put_back(transaction, desk, each)
            values["count"] = moved
            return moved

        return self._bench.act("calls_brought_back", work, values=values)

    def _far(self, database: CaseDatabase, shop_id: int | None) -> list[tuple[Desk, Standing]]:
        found = []
        for shop in shops.list_shops(database):
            if shop_id is None or shop.id == shop_id:
                desk = self._desk_for(shop.id)
                # The very end of time is as near as any day can be named.
                first = min(desk.today, date.max - timedelta(days=FAR_DAYS)) + timedelta(days=FAR_DAYS)
                standing = call_loads.list_standing(database, first, date.max, desk.sole, shop_id=shop.id)
                found += [(desk, each) for each in standing if _is_far(desk, each)]
        return found


def _is_far(desk: Desk, each: Standing) -> bool:
    ahead = (each.call_back.due_on - desk.today).days
    if each.call_back.kind is not CallBackKind.RHYTHM:
        return ahead > FAR_DAYS
    # Two turns: one is left out for a buyer who was not interested.
    rhythm = rhythm_or_none(each.call_rhythm) or desk.rules.rhythms.get(each.tier) or Rhythm()
    return ahead > max(FAR_DAYS, 2 * rhythm.days + 31)


def _put_back(transaction: Transaction, desk: Desk, each: Standing) -> bool:
    open_one = each.call_back
    buyer = buyers.find_buyer(transaction.database, open_one.buyer_id)
    if not isinstance(may_call(buyer.tier, buyer.consent), Allowed):
        return False
    found = call_plans.first_plan(transaction.database, desk, buyer)
    if found.day >= open_one.due_on:
        return False
    transaction.update("call_back", open_one.id, due_on=found.day, reason=call_plans.note_of(found).written())
    transaction.record(
        "call_moved", entity="buyer", entity_id=buyer.id, case_id=open_one.case_id,
        details={
            "buyer": buyer.nick, "before": open_one.due_on.isoformat(), "day": found.day.isoformat(), "reason": "",
        },
    )  # fmt: skip
    return True
