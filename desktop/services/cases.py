"""Cases: opened, handed over, moved through their states, annotated."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop.services.clock_writing import drop_clock, finish_clock
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.case_query import CaseQuery, CaseView
from models.clock import zone
from models.errors import UserError
from models.kinds import (
    CaseState,
    ClockStatus,
    Demand,
    NoteKind,
    Problem,
    WaitingOn,
)
from models.money import Money
from models.records import Case, CasePage, CaseRow, CaseTarget
from models.rules.case_states import may_move
from models.rules.verdict import Refused
from models.store import buyers, case_page, cases, orders, shops
from models.store.transaction import Transaction

# R003-01: a message about a return or exchange is answered within five minutes. R002-01 wants a limit for handling and
# names none; R003-15 gives logistics problems 48 hours. A shop may set its own of both.
FIRST_REPLY, FIRST_REPLY_MINUTES = "first_reply", 5
OFFER, OFFER_HOURS = "offer", 48
TEXT_LIMIT = 100_000


def checked_text(text: str, *, limit: int = TEXT_LIMIT, required: bool = False) -> str:
    """A text as it is kept: as typed. UserError if it cannot be stored as UTF-8, is too long, or is empty."""
    if "\x00" in text:
        raise UserError("text_has_nul")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError("text_not_unicode") from error
    if len(text) > limit:
        raise UserError("text_too_long", limit=limit, length=len(text))
    if required and not text.strip():
        raise UserError("text_empty")
    return text


class CaseService:
    """What can be done with cases."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    # Reading

    def list_case_ids(self, query: CaseQuery) -> array[int]:
        """The ids the list shows, in order."""
        return cases.list_case_ids(
            self._bench.store.database, query, self._bench.clock.now(), self._bench.time_zone
        )

    def load_rows(self, ids: Sequence[int]) -> Mapping[int, CaseRow]:
        """The rows of a slice of the list."""
        return cases.load_rows(self._bench.store.database, ids)

    def count_views(
        self, views: Sequence[CaseView], *, shop_id: int | None = None
    ) -> Mapping[CaseView, tuple[int, Money]]:
        """How many cases each view holds, and the sum at stake in the currency of the shop, or of the first one.

        With shops in several currencies, cases in another one are counted and not summed.
        """
        now, database = self._bench.clock.now(), self._bench.store.database
        found = shops.list_shops(database)
        chosen = [shop.currency for shop in found if shop.id == shop_id] or [shop.currency for shop in found]
        currency = chosen[0] if chosen else "CNY"
        only = currency if len({shop.currency for shop in found}) > 1 else None
        counts = {}
        for view in views:
            count, minor = cases.count_view(
                database, CaseQuery(view=view, shop_id=shop_id, mine=self._bench.person.id), now, currency=only
            )
            counts[view] = (count, Money(minor, currency))
        return counts

    def sum_at_stake(self, ids: Iterable[int]) -> tuple[Money, ...]:
        """What is at stake in these cases together, one sum per currency; for any number of them."""
        return cases.sum_at_stake(self._bench.store.database, ids)

    def load_page(self, case_id: int) -> CasePage:
        """All that the case page shows; NotFound if there is no such case."""
        return case_page.load_page(self._bench.store.database, case_id)

    def find_case_id(self, number: str) -> int:
        """The id of a case number; NotFound if there is none."""
        return cases.find_case_id(self._bench.store.database, number)

    def find_targets(self, text: str) -> tuple[CaseTarget, ...]:
        """What a typed order number, tracking number, buyer ID or phone may mean for a new case."""
        return orders.find_targets(self._bench.store.database, text)

    # Writing

    def open_case(
        self,
        *,
        problem: Problem,
        order_id: int | None = None,
        buyer_id: int | None = None,
        demand: Demand = Demand.UNKNOWN,
        summary: str = "",
        waiting_on: WaitingOn = WaitingOn.US,
    ) -> int:
        """Open a case of an order, or of a buyer alone; returns its id. The first two clocks start."""
        checked_text(summary)
        if order_id is None and buyer_id is None:
            raise UserError("case_needs_order_or_buyer")
        bench = self._bench

        def work(transaction: Transaction) -> int:
            database, now = transaction.database, transaction.stamp.now
            order = orders.find_order(database, order_id) if order_id is not None else None
            whose = order.buyer_id if order is not None and order.buyer_id is not None else buyer_id
            buyer = buyers.find_buyer(database, whose) if whose is not None else None
            shop = shops.find_shop(database, order.shop_id if order else buyer.shop_id if buyer else 0)
            local = now.astimezone(zone(shop.time_zone))
            at_stake = (order.paid or order.total) if order else None
            case_id = transaction.insert(
                "case",
                number=cases.next_number(database, local.year, local.month),
                shop_id=shop.id,
                order_id=order_id,
                buyer_id=whose,
                state=CaseState.NEW,
                problem=problem,
                demand=demand,
                waiting_on=waiting_on,
                handler_id=bench.person.id or None,
                handler_name=bench.person.name,
                at_stake=at_stake.minor if at_stake else 0,
                currency=order.currency if order else shop.currency,
                summary=summary,
                buyer_nick=buyer.nick if buyer else "",
                order_number=order.number if order else "",
                opened_at=now,
                updated_at=now,
            )
            for clock in self._first_clocks(now):
                transaction.insert("clock", case_id=case_id, who=WaitingOn.US, started_at=now, pack="shop", **clock)
            transaction.record(
                "case_opened", entity="case", entity_id=case_id, case_id=case_id, details={"problem": problem.value}
            )
            return case_id

        return bench.act("case_opened", work, values={"problem": problem.value})

    def _first_clocks(self, now: datetime) -> tuple[dict[str, Any], ...]:
        reply = int(self._settings.get("first_reply_minutes", FIRST_REPLY_MINUTES))
        offer = int(self._settings.get("offer_hours", OFFER_HOURS))
        return (
            {"rule": FIRST_REPLY, "label_zh": "首次响应", "label_en": "First reply", "source": "R003-01",
             "due_at": now + timedelta(minutes=reply)},
            {"rule": OFFER, "label_zh": "给出处理方案", "label_en": "Offer a resolution", "source": "R002-01, R003-15",
             "due_at": now + timedelta(hours=offer)},
        )  # fmt: skip

    def change_state(self, case_ids: Sequence[int], state: CaseState) -> None:
        """Move cases to a state. UserError `move_refused` names the first that may not; then none is moved."""

        def work(transaction: Transaction) -> None:
            for case_id in case_ids:
                case = cases.find_case(transaction.database, case_id)
                if case.state is state:
                    continue
                if isinstance(may_move(case.state, state), Refused):
                    raise UserError("move_refused", case=case.number, was=case.state.value, state=state.value)
                closed = state in (CaseState.DONE, CaseState.ARCHIVED)
                transaction.update(
                    "case",
                    case_id,
                    state=state,
                    shelf=cases.shelf_of(state),
                    closed_at=(case.closed_at or transaction.stamp.now) if closed else None,
                )
                _end_clocks(transaction, case, closed=closed)
                transaction.record(
                    "state_changed",
                    entity="case",
                    entity_id=case_id,
                    case_id=case_id,
                    details={"was": case.state.value, "state": state.value},
                )

        self._bench.act("states_changed", work, values={"count": len(case_ids), "state": state.value})

    def assign(self, case_ids: Sequence[int], person_id: int) -> None:
        """Hand cases to a person."""
        person = shops.find_person(self._bench.store.database, person_id)
        if person is None:
            raise UserError("person_not_found", person=person_id)

        def work(transaction: Transaction) -> None:
            for case_id in case_ids:
                if transaction.update("case", case_id, handler_id=person_id, handler_name=person.name):
                    transaction.record(
                        "handler_changed",
                        entity="case",
                        entity_id=case_id,
                        case_id=case_id,
                        details={"person": person.name},
                    )

        self._bench.act("cases_assigned", work, values={"count": len(case_ids), "person": person.name})

    def change_problem(self, case_id: int | Sequence[int], problem: Problem) -> None:
        """Correct what went wrong in one case or in several."""
        self._change(case_id, "problem_changed", {"problem": problem.value}, problem=problem)

    def change_demand(self, case_id: int, demand: Demand) -> None:
        """Note what the buyer asks for."""
        self._change(case_id, "demand_changed", {"demand": demand.value}, demand=demand)

    def change_waiting_on(self, case_id: int | Sequence[int], waiting_on: WaitingOn) -> None:
        """Note who has to act next in one case or in several."""
        self._change(case_id, "waiting_changed", {"waiting_on": waiting_on.value}, waiting_on=waiting_on)

    def change_summary(self, case_id: int, summary: str) -> None:
        """Write what happened, in the shop's words."""
        self._change(case_id, "summary_changed", {}, summary=checked_text(summary))

    def _change(
        self, case_ids: int | Sequence[int], code: str, details: Mapping[str, object], **values: object
    ) -> None:
        def work(transaction: Transaction) -> None:
            for case_id in [case_ids] if isinstance(case_ids, int) else case_ids:
                if transaction.update("case", case_id, **values):
                    transaction.record(code, entity="case", entity_id=case_id, case_id=case_id, details=details)

        self._bench.act(code, work, values=details)

    def add_note(self, case_id: int, text: str, kind: NoteKind = NoteKind.INTERNAL) -> int:
        """Write a note; internal ones never leave the shop unless asked. Returns its id."""
        checked_text(text, required=True)

        def work(transaction: Transaction) -> int:
            stamp = transaction.stamp
            note_id = transaction.insert(
                "note", case_id=case_id, kind=kind, text=text, written_at=stamp.now, written_by=stamp.person
            )
            transaction.record("note_added", entity="note", entity_id=note_id, case_id=case_id, details={"text": text})
            return note_id

        return self._bench.act("note_added", work)


def _end_clocks(transaction: Transaction, case: Case, *, closed: bool) -> None:
    """Leaving "new" answers the buyer; a closed case needs none of its clocks, and those run out were missed."""
    for clock in case_page.list_clocks(transaction.database, case.id):
        if clock.status not in (ClockStatus.RUNNING, ClockStatus.PAUSED):
            continue
        if case.state is CaseState.NEW and clock.rule == FIRST_REPLY:
            finish_clock(transaction, clock)
        elif closed:
            drop_clock(transaction, clock)
