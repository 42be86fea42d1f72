"""A new case made of parts of another one, inside a transaction: same order, same buyer, its own number and clocks."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.case_merging import close_exhibits, move_evidence
from desktop.services.case_waking import WokeBy, wake
from desktop.services.first_clocks import FIRST_REPLY, first_clocks
from desktop.services.packet_merging import take_exhibits
from desktop.settings import Settings
from models.clock import zone
from models.errors import UserError
from models.kinds import CaseState, Demand, LinkKind, Problem, WaitingOn
from models.money import Money
from models.records import Case, OrderLine, Person
from models.rules.case_joining import needs_first_reply
from models.store import case_parts, cases, evidence, orders, shops
from models.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SplitParts:
    """What goes to the new case. `lines` are the positions of items of the order; their prices are what is at stake."""

    problem: Problem
    demand: Demand = Demand.UNKNOWN
    evidence_ids: frozenset[int] = frozenset()
    note_ids: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    summary: str = ""


def split_case(transaction: Transaction, origin_id: int, parts: SplitParts, settings: Settings, person: Person) -> int:
    """Returns the id of the new case. The origin keeps its clocks, steps, resolution, amounts and registers.

    The new one owes a first reply only if the origin still does (R003-01), and an offer of its own (R002-01).
    """
    database, now = transaction.database, transaction.stamp.now
    origin = cases.find_case(database, origin_id)
    _check(transaction, origin, parts)
    wake(transaction, origin, WokeBy.WORK)
    shop = shops.find_shop(database, origin.shop_id)
    local = now.astimezone(zone(shop.time_zone))
    copied = case_parts.copied_columns(database, origin_id)
    chosen = _lines(transaction, origin, parts)
    at_stake = _at_stake(chosen, origin)
    fresh = needs_first_reply(origin)
    number = cases.next_number(database, local.year, local.month)
    new_id = transaction.insert(
        "case",
        number=number,
        shop_id=origin.shop_id,
        order_id=origin.order_id,
        buyer_id=origin.buyer_id,
        state=CaseState.NEW if fresh else CaseState.OPEN,
        problem=parts.problem,
        demand=parts.demand,
        waiting_on=WaitingOn.US,
        handler_id=person.id or None,
        handler_name=person.name,
        at_stake=at_stake.minor,
        currency=at_stake.currency,
        summary=_summary(parts.summary, chosen),
        buyer_nick=copied["buyer_nick"],
        order_number=copied["order_number"],
        opened_at=now,
        updated_at=now,
    )
    for clock in first_clocks(settings, now):
        if fresh or clock["rule"] != FIRST_REPLY:
            transaction.insert("clock", case_id=new_id, who=WaitingOn.US, started_at=now, pack="shop", **clock)
    pieces = move_evidence(transaction, origin_id, new_id, parts.evidence_ids)
    if pieces:
        take_exhibits(transaction, origin_id, new_id, parts.evidence_ids)
        close_exhibits(transaction, origin_id)
    for note_id in sorted(parts.note_ids):
        transaction.update("note", note_id, case_id=new_id)
    transaction.insert(
        "case_link", case_id=origin_id, other_id=new_id, kind=LinkKind.SPLIT, made_at=now,
        made_by=transaction.stamp.person,
    )  # fmt: skip
    transaction.record(
        "split_from", entity="case", entity_id=new_id, case_id=new_id,
        details={"origin": origin.number, "problem": parts.problem.value},
    )  # fmt: skip
    transaction.record(
        "split_off", entity="case", entity_id=new_id, case_id=origin_id,
        details={"number": number, "evidence": pieces, "notes": len(parts.note_ids)},
    )  # fmt: skip
    return new_id


def _check(transaction: Transaction, origin: Case, parts: SplitParts) -> None:
    database = transaction.database
    here = {item.id for item in evidence.list_case_evidence(database, origin.id)}
    notes = set(case_parts.row_ids(database, "note", origin.id))
    if not parts.evidence_ids <= here or not parts.note_ids <= notes:
        raise UserError("split_not_here", case=origin.number)


def _lines(transaction: Transaction, origin: Case, parts: SplitParts) -> tuple[OrderLine, ...]:
    if origin.order_id is None or not parts.lines:
        return ()
    order = orders.find_order(transaction.database, origin.order_id)
    return tuple(line for line in order.lines if line.position in parts.lines)


def _at_stake(lines: tuple[OrderLine, ...], origin: Case) -> Money:
    """What the items cost, where all prices are known; else as much as is at stake in the origin."""
    prices = [(line.unit_price, line.quantity) for line in lines if line.unit_price is not None]
    if not prices or len(prices) < len(lines):
        return origin.at_stake
    # In the order's currency, which need not be that of what was entered before the order was known.
    return Money(sum(price.minor * quantity for price, quantity in prices), prices[0][0].currency)


def _summary(words: str, lines: tuple[OrderLine, ...]) -> str:
    """The words, and a line per item that the case is about."""
    items = [
        " · ".join(part for part in (line.item_title, line.variant, f"×{line.quantity}") if part) for line in lines
    ]
    return "\n".join(part for part in (words.strip(), *items) if part)
