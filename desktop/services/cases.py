"""Cases: opened, handed over, moved through their states, annotated."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from desktop.services.case_life import NO_ANSWERS, move_cases
from desktop.services.case_moving import set_waiting_on
from desktop.services.case_opening import NewCase, write_new_case
from desktop.services.first_clocks import FIRST_REPLY, FIRST_REPLY_MINUTES, OFFER, OFFER_HOURS
from desktop.services.texts import TEXT_LIMIT, checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.case_query import CaseQuery, CaseView
from models.errors import UserError
from models.kinds import CaseState, Demand, NoteKind, Problem, WaitingOn
from models.money import Money
from models.records import CasePage, CaseRow, CaseTarget, HistoryEvent
from models.store import case_lives, case_page, case_targets, cases, history, shops
from models.store.transaction import Transaction

__all__ = ["FIRST_REPLY", "FIRST_REPLY_MINUTES", "OFFER", "OFFER_HOURS", "TEXT_LIMIT", "CaseService", "checked_text"]

# What Undo calls a change of several cases at once.
_OF_SEVERAL = {"problem_changed": "problems_changed", "waiting_changed": "waitings_changed"}


class CaseService:
    """What can be done with cases."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    # Reading

    def list_case_ids(self, query: CaseQuery) -> array[int]:
        """The ids the list shows, in order."""
        return cases.list_case_ids(self._bench.store.database, query, self._bench.clock.now(), self._bench.time_zone)

    def load_rows(self, ids: Sequence[int]) -> Mapping[int, CaseRow]:
        """The rows of a slice of the list."""
        return cases.load_rows(self._bench.store.database, ids)

    def count_views(
        self, views: Sequence[CaseView], *, shop_id: int | None = None
    ) -> Mapping[CaseView, tuple[int, Money]]:
        """How many cases each view holds, and the sum at stake in the currency of the shop, or of the first one.

        Cases in another currency are counted and not summed: an order may have one that its shop no longer has.
        """
        now, database = self._bench.clock.now(), self._bench.store.database
        found = shops.list_shops(database)
        chosen = [shop.currency for shop in found if shop.id == shop_id] or [shop.currency for shop in found]
        currency = chosen[0] if chosen else "CNY"
        counts = cases.count_views(database, views, now, shop_id=shop_id, mine=self._bench.person.id, currency=currency)
        return {view: (count, Money(minor, currency)) for view, (count, minor) in counts.items()}

    def sum_open(self, shop_id: int | None = None) -> tuple[Money, ...]:
        """What is at stake in all open cases, one sum per currency: they are never added up."""
        return cases.sum_open(self._bench.store.database, shop_id)

    def sum_at_stake(self, ids: Iterable[int]) -> tuple[Money, ...]:
        """What is at stake in these cases together, one sum per currency; for any number of them."""
        return cases.sum_at_stake(self._bench.store.database, ids)

    def load_page(self, case_id: int) -> CasePage:
        """All that the case page shows; NotFound if there is no such case."""
        return case_page.load_page(self._bench.store.database, case_id)

    def load_older_events(self, case_id: int, before: int) -> tuple[HistoryEvent, ...]:
        """The part of a long history before an event, newest first, as much as a case page brings at once."""
        return history.list_events(self._bench.store.database, case_id=case_id, before=before)

    def find_case_id(self, number: str) -> int:
        """The id of a case number; NotFound if there is none."""
        return cases.find_case_id(self._bench.store.database, number)

    def find_targets(self, text: str) -> tuple[CaseTarget, ...]:
        """What a typed order number, tracking number, buyer ID or phone may mean for a new case."""
        return case_targets.find_targets(self._bench.store.database, text)

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
        bench = self._bench
        new = NewCase(problem, order_id, buyer_id, demand, waiting_on, summary)
        return bench.act(
            "case_opened",
            lambda work: write_new_case(work, self._settings, bench.person, new),
            values={"problem": problem.value},
        )

    def change_state(self, case_ids: Sequence[int], state: CaseState) -> None:
        """Move cases to a state without being asked anything: for what already knows that it is right.

        UserError `move_refused` names the first that may not, `move_needs_waiting` the first to wait for nobody known;
        then none is moved. What people choose goes through `CaseLifeService.move`, which wants reasons.
        """
        values = {"count": len(case_ids), "state": state.value}
        self._bench.act(
            "states_changed", lambda work: move_cases(work, case_ids, state, NO_ANSWERS, asked=False), values=values
        )

    def assign(self, case_ids: Sequence[int], person_id: int) -> None:
        """Hand cases to a person."""
        person = shops.find_person(self._bench.store.database, person_id)
        if person is None:
            raise UserError("person_not_found", person=person_id)
        if not person.active:
            raise UserError("person_inactive", person=person.name)

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
        """Note who has to act next in one case or in several; open ones become waiting, or open again."""
        ids = [case_id] if isinstance(case_id, int) else case_id

        def work(transaction: Transaction) -> None:
            for life in case_lives.load_lives(transaction.database, ids).values():
                set_waiting_on(transaction, life.case, waiting_on, life.clocks)

        done = _OF_SEVERAL["waiting_changed"] if len(ids) > 1 else "waiting_changed"
        self._bench.act(done, work, values={"waiting_on": waiting_on.value, "count": len(ids)})

    def change_summary(self, case_id: int, summary: str) -> None:
        """Write what happened, in the shop's words."""
        self._change(case_id, "summary_changed", {}, summary=checked_text(summary))

    def _change(
        self, case_ids: int | Sequence[int], code: str, details: Mapping[str, object], **values: object
    ) -> None:
        ids = [case_ids] if isinstance(case_ids, int) else case_ids

        def work(transaction: Transaction) -> None:
            for case_id in ids:
                if transaction.update("case", case_id, **values):
                    transaction.record(code, entity="case", entity_id=case_id, case_id=case_id, details=details)

        done = _OF_SEVERAL.get(code, code) if len(ids) > 1 else code
        self._bench.act(done, work, values={**details, "count": len(ids)})

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

        return self._bench.act("note_added", work, values={"text": text[:200]})
