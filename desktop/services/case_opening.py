"""New cases: what they may be about, whether one is there already, and opening one in a single transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.services.buyer_fields import checked_nick, one_line
from desktop.services.clock_writing import moment_text
from desktop.services.first_clocks import first_clocks
from desktop.services.staged_files import StagedFiles
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import zone
from models.errors import UserError
from models.kinds import CaseState, Demand, LinkKind, Problem, WaitingOn
from models.money import Money
from models.records import Buyer, CaseTarget, Order, Person, Shop
from models.rules.duplicates import CLOSED_FOR, Duplicate, Wanted, find_duplicates
from models.rules.pinyin import initials
from models.rules.typed_target import order_number as normal_number
from models.store import buyers, case_targets, cases, orders, shops
from models.store.transaction import Transaction

NICK_LIMIT, NUMBER_LIMIT, PHONE_LIMIT = 200, 100, 40


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to be opened. `order_number` is kept where the order itself is not known yet; `lines` are the ids of the
    items it is about, none for all; `related` the ids of cases it is linked to.
    """

    problem: Problem
    order_id: int | None = None
    buyer_id: int | None = None
    demand: Demand = Demand.UNKNOWN
    waiting_on: WaitingOn = WaitingOn.US
    summary: str = ""
    order_number: str = ""
    lines: tuple[int, ...] = ()
    related: tuple[int, ...] = ()


def write_new_case(transaction: Transaction, settings: Settings, person: Person, new: NewCase) -> int:
    """Open a case of an order, or of a buyer alone; its first two clocks start. Returns its id.

    UserError `case_needs_order_or_buyer`; texts are checked.
    """
    checked_text(new.summary)
    checked_text(new.order_number, limit=NUMBER_LIMIT)
    if new.order_id is None and new.buyer_id is None:
        raise UserError("case_needs_order_or_buyer")
    database, now = transaction.database, transaction.stamp.now
    order = orders.find_order(database, new.order_id) if new.order_id is not None else None
    whose = order.buyer_id if order is not None and order.buyer_id is not None else new.buyer_id
    buyer = buyers.find_buyer(database, whose) if whose is not None else None
    shop = shops.find_shop(database, order.shop_id if order else buyer.shop_id if buyer else 0)
    local = now.astimezone(zone(shop.time_zone))
    at_stake = _at_stake(order, new.lines)
    details: dict[str, object] = {"problem": new.problem.value}
    items = [line.item_title for line in order.lines if line.id in new.lines] if order else []
    if items:
        details["items"] = items
    case_id = transaction.insert(
        "case",
        number=cases.next_number(database, local.year, local.month),
        shop_id=shop.id,
        order_id=new.order_id,
        buyer_id=whose,
        state=CaseState.NEW,
        problem=new.problem,
        demand=new.demand,
        waiting_on=new.waiting_on,
        handler_id=person.id or None,
        handler_name=person.name,
        at_stake=at_stake.minor if at_stake else 0,
        currency=order.currency if order else shop.currency,
        summary=new.summary,
        buyer_nick=buyer.nick if buyer else "",
        order_number=order.number if order else normal_number(new.order_number),
        opened_at=now,
        updated_at=now,
    )
    for clock in first_clocks(settings, now):
        transaction.insert("clock", case_id=case_id, who=WaitingOn.US, started_at=now, pack="shop", **clock)
    transaction.record("case_opened", entity="case", entity_id=case_id, case_id=case_id, details=details)
    # Loaded with the first case that is opened, not at the start.
    from desktop.services.review_following import adopt_reviews

    if new.problem is Problem.INVOICE:
        from desktop.services.register_outcomes import owe_invoice

        owe_invoice(transaction, case_id, shop.id, order)
    adopt_reviews(transaction, case_id, new.order_id)
    for other in dict.fromkeys(new.related):
        link_cases(transaction, case_id, other)
    return case_id


def _at_stake(order: Order | None, lines: tuple[int, ...]) -> Money | None:
    """What was paid; where only some items are meant and their prices are known, these, never more than was paid."""
    if order is None:
        return None
    paid = order.paid or order.total
    chosen = [line for line in order.lines if line.id in lines]
    prices = [line.unit_price.minor * line.quantity for line in chosen if line.unit_price is not None]
    if paid is None or not chosen or len(prices) < len(chosen):
        return paid
    return Money(min(sum(prices), paid.minor), paid.currency)


def link_cases(transaction: Transaction, case_id: int, other: int) -> None:
    """Say in both that two cases belong together; the caller has made sure that it is not said yet."""
    database, stamp = transaction.database, transaction.stamp
    transaction.insert(
        "case_link", case_id=case_id, other_id=other, kind=LinkKind.RELATED, made_at=stamp.now, made_by=stamp.person
    )
    both = ((case_id, other), (other, case_id))
    for mine, theirs in both:
        number = cases.find_case(database, theirs).number
        transaction.record("case_linked", entity="case", entity_id=mine, case_id=mine, details={"other": number})


class CaseOpening:
    """What the new-case dialog asks and does."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self.staged = StagedFiles(bench.store.folder.cache / "new_case")

    def find_targets(self, text: str) -> tuple[CaseTarget, ...]:
        """What a typed or pasted text may mean."""
        return case_targets.find_targets(self._bench.store.database, text)

    def find_order(self, order_id: int) -> Order:
        """The order with its items; NotFound if there is none."""
        return orders.find_order(self._bench.store.database, order_id)

    def list_shops(self) -> tuple[Shop, ...]:
        """The shops a new buyer may be of."""
        return tuple(shops.list_shops(self._bench.store.database))

    def problem_counts(self) -> Mapping[Problem, int]:
        """How often each problem was chosen lately."""
        return case_targets.problem_counts(self._bench.store.database)

    def duplicates(
        self, target: CaseTarget, problem: Problem | None, *, order_number: str = "", alone: bool = False
    ) -> tuple[Duplicate, ...]:
        """Cases that are likely the same story. `alone`: the case will be about the buyer, not about the order."""
        now = self._bench.clock.now()
        order_id = None if alone else target.order_id
        number = "" if alone else target.order_number or normal_number(order_number)
        known = case_targets.known_cases(
            self._bench.store.database, order_id=order_id, order_number=number, buyer_id=target.buyer_id,
            since=now - CLOSED_FOR,
        )  # fmt: skip
        return find_duplicates(Wanted(order_id, number, target.buyer_id, problem), known, now)

    def add_buyer(self, shop_id: int, nick: str, *, name: str = "", phone: str = "") -> int:
        """A buyer nobody imported an order of yet; one with this ID, or who had it before, is taken as it is."""
        nick, name, phone = checked_nick(nick), name.strip(), phone.strip()
        one_line(checked_text(name, limit=NICK_LIMIT))
        one_line(checked_text(phone, limit=PHONE_LIMIT))

        def work(transaction: Transaction) -> int:
            shop = shops.find_shop(transaction.database, shop_id)
            known = buyers.find_nick_owner(transaction.database, shop.id, nick)
            if known is not None:
                return known
            buyer_id = transaction.insert(
                "buyer", shop_id=shop.id, nick=nick, name=name, phone=phone, phone_tail=buyers.phone_tail(phone),
                pinyin=initials(nick) or initials(name),
            )  # fmt: skip
            transaction.record("buyer_added", entity="buyer", entity_id=buyer_id, details={"nick": nick})
            return buyer_id

        return self._bench.act("buyer_added", work, undoable=False)

    def open(self, new: NewCase) -> int:
        """Open a case; returns its id. Undone as one action."""
        bench = self._bench
        return bench.act(
            "case_opened",
            lambda transaction: write_new_case(transaction, self._settings, bench.person, new),
            values={"problem": new.problem.value},
        )

    def find_buyer(self, buyer_id: int) -> Buyer:
        """One buyer; NotFound if there is none."""
        return buyers.find_buyer(self._bench.store.database, buyer_id)


def link_waiting_cases(transaction: Transaction, shop_id: int) -> int:
    """After an import: cases opened under a number whose order has come by now get that order. Returns how many.

    What is at stake is what was paid; a buyer that was typed stays, one that was not known is the order's.
    """
    waiting = case_targets.waiting_for_orders(transaction.database, shop_id)
    linked = 0
    for number, order_id in case_targets.orders_by_number(transaction.database, shop_id, list(waiting)).items():
        order = orders.find_order(transaction.database, order_id)
        paid = order.paid or order.total
        for case_id in waiting[number]:
            case = cases.find_case(transaction.database, case_id)
            columns: dict[str, object] = {"order_id": order_id}
            if paid is not None and case.at_stake.minor == 0:
                columns |= {"at_stake": paid.minor, "currency": paid.currency}
            if case.buyer_id is None and order.buyer_id is not None:
                buyer = buyers.find_buyer(transaction.database, order.buyer_id)
                columns |= {"buyer_id": buyer.id, "buyer_nick": buyer.nick}
            transaction.update("case", case_id, **columns)
            bought = moment_text(order.created_at, order.time_zone) if order.created_at is not None else ""
            transaction.record(
                "order_linked", entity="case", entity_id=case_id, case_id=case_id,
                details={"order": number, "bought": bought},
            )  # fmt: skip
            linked += 1
    return linked
