"""The facts of a case as a person corrects them: one at a time, checked, undoable, with old and new in the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from desktop.services.clock_writing import moment_text, move_clock, record_clock
from desktop.services.fact_names import FACT_KINDS, ORDER_FACTS, FactChanged, FactName, fact_value
from desktop.services.first_clocks import FIRST_REPLY, OFFER
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.words import word
from models.errors import UserError
from models.kinds import ClockStatus
from models.money import Money
from models.records import CasePage
from models.store import case_page, cases, parcels, shops
from models.store.order_corrections import note_correction
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.clocks import ClockService

# What a case may be about at most, in major units; keeps a slip of the keyboard from becoming a sum.
_MOST: Final = 1_000_000_000
_EARLIEST: Final = timedelta(days=3660)
_SKEW: Final = timedelta(minutes=5)
_TOLD: Final = frozenset((*ORDER_FACTS, FactName.OPENED))
"""What rules count from or go by: the clocks of a resolved case follow when one of these changes."""
_LABELS: Final[Mapping[FactName, tuple[str, str]]] = {
    FactName.PROBLEM: ("问题", "Problem"), FactName.DEMAND: ("诉求", "Demand"),
    FactName.LIABILITY: ("责任", "Liability"), FactName.WAITING_ON: ("待谁", "Waiting on"),
    FactName.HANDLER: ("经手", "Handler"), FactName.AT_STAKE: ("涉及金额", "Amount at stake"),
    FactName.FLAG: ("旗帜", "Flag"), FactName.SUMMARY: ("案情", "Summary"),
    FactName.OPENED: ("反馈时间", "Time reported"),
    FactName.PAID_AT: ("付款时间", "Time paid"), FactName.SHIPPED_AT: ("发货时间", "Time shipped"),
    FactName.SIGNED_AT: ("签收时间", "Time received"),
}  # fmt: skip


class CaseFactService:
    """`change` corrects one fact of one case."""

    def __init__(self, bench: Workbench, clocks: ClockService) -> None:
        self._bench = bench
        self._clocks = clocks

    def change(self, case_id: int, fact: FactName, value: object, *, expected: object) -> FactChanged:
        """Set a fact. `expected` is what the person saw: UserError `fact_changed_meanwhile` if it is not so any more.

        UserError `liability_decided` once the case is resolved, `fact_in_future`, `fact_too_early`,
        `fact_out_of_order` (named by the other fact), `amount_negative`, `amount_too_large`, `fact_without_order`,
        `person_not_found`, or that of an unfit text. Clocks of a decided case follow facts that rules count from.
        """
        bench = self._bench

        def work(transaction: Transaction) -> FactChanged:
            page = case_page.load_page(transaction.database, case_id)
            now = fact_value(page, fact)
            if now == value:
                return FactChanged(False)
            if now != expected:
                raise UserError("fact_changed_meanwhile", fact=_label(fact), now=self._said(page, fact, now))
            noun, row_id, columns = self._columns(page, fact, value, transaction)
            transaction.update(noun, row_id, **columns)
            if fact in ORDER_FACTS and (value is None or isinstance(value, datetime)):
                note_correction(transaction, row_id, fact.value, now, value)
            transaction.record(
                "fact_changed", entity="case", entity_id=case_id, case_id=case_id,
                details={
                    "fact": fact.value, "label": _label(fact), "number": page.case.number,
                    "before": self._said(page, fact, now), "after": self._said(page, fact, value),
                },
            )  # fmt: skip
            if fact is FactName.OPENED and isinstance(value, datetime):
                return FactChanged(
                    True, _follow_report(transaction, page, value) + self._follow(transaction, page, fact)
                )
            return FactChanged(True, self._follow(transaction, page, fact))

        # The case's number is part of the undo label and does not change, so it may be read before.
        number = cases.find_case(bench.store.database, case_id).number
        return bench.act("fact_edited", work, values={"label": _label(fact), "number": number})

    def _follow(self, transaction: Transaction, page: CasePage, fact: FactName) -> int:
        if fact not in _TOLD:
            return 0
        ids: tuple[int, ...] = (page.case.id,)
        if fact in ORDER_FACTS and page.order is not None:
            ids = parcels.case_ids_of_order(transaction.database, page.order.id)
        return sum(self._clocks.follow_case(transaction, each) for each in ids)

    # What fits

    def _columns(
        self, page: CasePage, fact: FactName, value: object, transaction: Transaction
    ) -> tuple[str, int, dict[str, object]]:
        if fact in ORDER_FACTS:
            if page.order is None:
                raise UserError("fact_without_order")
            self._check_moment(page, fact, value)
            return "order", page.order.id, {fact.value: value}
        checks: dict[FactName, Callable[[], dict[str, object]]] = {
            FactName.HANDLER: lambda: self._handler(transaction, value),
            FactName.AT_STAKE: lambda: {"at_stake": _amount(page, value)},
            FactName.SUMMARY: lambda: {"summary": checked_text(str(value))},
            FactName.OPENED: lambda: {"opened_at": self._check_moment(page, fact, value)},
        }
        if fact is FactName.LIABILITY and page.resolution is not None:
            raise UserError("liability_decided")
        columns: dict[str, object] = {}
        if fact in checks:
            columns = checks[fact]()
        else:
            columns[fact.value] = FACT_KINDS[fact](str(value))
        return "case", page.case.id, columns

    def _handler(self, transaction: Transaction, value: object) -> dict[str, object]:
        if value is None:
            return {"handler_id": None, "handler_name": ""}
        person = shops.find_person(transaction.database, int(str(value)))
        if person is None:
            raise UserError("person_not_found", person=value)
        if not person.active:
            raise UserError("person_inactive", person=person.name)
        return {"handler_id": person.id, "handler_name": person.name}

    def _check_moment(self, page: CasePage, fact: FactName, value: object) -> datetime | None:
        now = self._bench.clock.now()
        if value is None and fact is not FactName.OPENED:
            return None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise UserError("fact_not_a_moment")
        if value > now + _SKEW:
            raise UserError("fact_in_future")
        if value < now - _EARLIEST:
            raise UserError("fact_too_early")
        if fact in ORDER_FACTS:
            place = ORDER_FACTS.index(fact)
            for other_place, other in enumerate(ORDER_FACTS):
                moment = fact_value(page, other)
                if moment is None or other_place == place:
                    continue
                if (other_place < place and moment > value) or (other_place > place and moment < value):
                    raise UserError(
                        "fact_out_of_order", fact=_label(fact), other=_label(other), later=other_place < place,
                        moment=moment_text(moment, page.shop.time_zone),
                    )  # fmt: skip
        return value

    # How it is said

    def _said(self, page: CasePage, fact: FactName, value: object) -> object:
        """A value as the history keeps it: in both languages where they differ."""
        if value is None or value == "":
            return "—"
        if fact in FACT_KINDS:
            member = FACT_KINDS[fact](str(value))
            return {"zh": word(member, "zh"), "en": word(member, "en")}
        if isinstance(value, Money):
            return f"{value.sign} {value.amount:,}"
        if isinstance(value, datetime):
            return moment_text(value, page.shop.time_zone)
        if fact is FactName.HANDLER:
            person = shops.find_person(self._bench.store.database, int(str(value)))
            return person.name if person is not None else "—"
        return str(value)


def _follow_report(transaction: Transaction, page: CasePage, opened: datetime) -> int:
    """The shop's own first limits count from the report (R003-01); those that ended are left as they were judged."""
    moved, later = 0, opened - page.case.opened_at
    for clock in page.clocks:
        if clock.rule not in (FIRST_REPLY, OFFER) or clock.pack != "shop" or clock.status is not ClockStatus.RUNNING:
            continue
        move_clock(transaction, clock, clock.due_at + later, started_at=clock.started_at + later)
        record_clock(
            transaction, clock, "clock_recomputed", rule=clock.source or clock.rule, fact=_label(FactName.OPENED),
            before=moment_text(clock.due_at, page.shop.time_zone),
            after=moment_text(clock.due_at + later, page.shop.time_zone),
        )  # fmt: skip
        moved += 1
    return moved


def _label(fact: FactName) -> dict[str, str]:
    return dict(zip(("zh", "en"), _LABELS[fact], strict=True))


def _amount(page: CasePage, value: object) -> int:
    currency = page.case.at_stake.currency
    if not isinstance(value, Money) or value.currency != currency:
        raise UserError("amount_currency", currency=currency)
    if value.minor < 0:
        raise UserError("amount_negative")
    if value.amount > _MOST:
        raise UserError("amount_too_large")
    return value.minor
