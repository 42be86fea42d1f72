"""The card of one buyer: numbers over all orders and cases, the newest of each, notes, who may be the same."""

from __future__ import annotations

import json

from models.buyer_records import BuyerCard, BuyerNumbers, CaseOfBuyer, LikelySame, OrderOfBuyer
from models.call_kinds import Channel
from models.clock import from_millis
from models.kinds import CaseState, OrderStatus, Problem
from models.money import Money
from models.records import Buyer, BuyerNote, FormerNick, HistoryEvent
from models.rules.contact_consent import may_contact
from models.rules.typed_target import same_phone
from models.rules.verdict import Allowed
from models.store import call_backs
from models.store.buyers import find_buyer, phone_tail
from models.store.connection import CaseDatabase
from models.store.contacts import said_channels
from models.store.orders import money_or_none
from models.store.shops import find_shop
from models.tables.buyer import BuyerNoteTable, FormerNickTable

_CALLS, _EVENTS, _LIKELY, _SAME_TAIL = 5, 20, 5, 200

_NUMBERS = (
    "SELECT COUNT(*), SUM(paid > 0), SUM(refunded > 0), SUM(CASE WHEN currency = ? THEN paid END),"
    ' SUM(CASE WHEN currency = ? THEN refunded END), MIN(created_at), MAX(created_at) FROM "order" WHERE buyer_id = ?'
)
# What was merged is one case with the one it went into: counted and told once.
_CASES_OF = 'FROM "case" WHERE buyer_id = ? AND deleted_at IS NULL AND merged_into IS NULL'
_COUNTS = f"SELECT COUNT(*), SUM(shelf IN (1, 3)) {_CASES_OF}"
_EVIDENCE = f"SELECT COUNT(*) FROM evidence WHERE case_id IN (SELECT id {_CASES_OF}) AND deleted_at IS NULL"  # noqa: S608
_ORDERS = (
    "SELECT o.id, o.number, o.created_at, o.currency, o.paid, o.refunded, o.status,"
    " (SELECT item_title FROM order_line l WHERE l.order_id = o.id ORDER BY position LIMIT 1),"
    " (SELECT SUM(quantity) FROM order_line l WHERE l.order_id = o.id)"
    ' FROM "order" o WHERE o.buyer_id = ? ORDER BY o.created_at DESC, o.id DESC LIMIT ?'
)
_CASES = (
    f"SELECT id, number, state, problem, at_stake, currency, opened_at {_CASES_OF}"
    " ORDER BY opened_at DESC, id DESC LIMIT ?"
)
_SAME_PHONE = (
    "SELECT id, nick, name, phone FROM buyer WHERE phone_tail = ? AND shop_id = ? AND id <> ? AND merged_into IS NULL"
    " ORDER BY id LIMIT ?"
)
_SAME_PLACE = (
    "SELECT id, nick, name FROM buyer WHERE name = ? AND address = ? AND shop_id = ? AND id <> ?"
    " AND merged_into IS NULL ORDER BY id LIMIT ?"
)
_EVENTS_OF = (
    "SELECT h.seq, h.happened_at, h.time_zone, h.person, h.action, h.entity, h.entity_id, h.case_id, d.details"
    " FROM history h LEFT JOIN history_detail d ON d.seq = h.seq"
    " WHERE h.entity = 'buyer' AND h.entity_id IN (SELECT ?1 UNION ALL SELECT id FROM buyer WHERE merged_into = ?1)"
    " AND (h.entity_id = ?1 OR h.action <> 'buyer_merged_away') ORDER BY h.seq DESC LIMIT ?2"
)


def load_card(database: CaseDatabase, buyer_id: int, limit: int) -> BuyerCard:
    """The card with at most `limit` orders and cases; NotFound if there is no such buyer."""
    buyer = find_buyer(database, buyer_id)
    shop = find_shop(database, buyer.shop_id)
    calls = call_backs.list_calls(database, buyer_id, _CALLS)
    counted = database.execute_sql(
        "SELECT COUNT(*) FROM call_record WHERE buyer_id = ? AND deleted_at IS NULL", (buyer_id,)
    ).fetchone()
    return BuyerCard(
        buyer=buyer,
        shop=shop,
        numbers=_numbers(database, buyer_id, shop.currency),
        former=list_former_nicks(database, buyer_id),
        notes=list_notes(database, buyer_id),
        orders=list_orders(database, buyer_id, limit),
        cases=list_cases(database, buyer_id, limit),
        calls=calls,
        call_count=int(counted[0]),
        next_call=call_backs.find_regular(database, buyer),
        likely=list_likely_same(database, buyer),
        events=list_buyer_events(database, buyer_id),
        agreed=_agreed(database, buyer),
    )


def _agreed(database: CaseDatabase, buyer: Buyer) -> tuple[Channel, ...]:
    said = said_channels(database, buyer.id)
    asked = [each for each in Channel if each is not Channel.NOTE or said.get(each)]
    return tuple(each for each in asked if isinstance(may_contact(buyer.consent, said, each), Allowed))


def _numbers(database: CaseDatabase, buyer_id: int, currency: str) -> BuyerNumbers:
    orders, paid, back, spent, refunded, first, last = database.execute_sql(
        _NUMBERS, (currency, currency, buyer_id)
    ).fetchone()
    cases, still_open = database.execute_sql(_COUNTS, (buyer_id,)).fetchone()
    evidence = database.execute_sql(_EVIDENCE, (buyer_id,)).fetchone()[0]
    return BuyerNumbers(
        orders=orders, cases=cases, open_cases=still_open or 0, evidence=evidence,
        spent=Money(int(spent or 0), currency), refunded=Money(int(refunded or 0), currency),
        refund_rate=(back or 0) / paid if paid else 0.0,
        first_order_at=None if first is None else from_millis(first),
        last_order_at=None if last is None else from_millis(last),
    )  # fmt: skip


def list_orders(database: CaseDatabase, buyer_id: int, limit: int) -> tuple[OrderOfBuyer, ...]:
    """The newest orders of a buyer."""
    return tuple(
        OrderOfBuyer(
            id=row[0], number=row[1], created_at=None if row[2] is None else from_millis(row[2]),
            item_title=row[7] or "", items=int(row[8] or 0), paid=money_or_none(row[4], row[3]),
            refunded=money_or_none(row[5], row[3]), status=OrderStatus(row[6]),
        )
        for row in database.execute_sql(_ORDERS, (buyer_id, limit))
    )  # fmt: skip


def list_cases(database: CaseDatabase, buyer_id: int, limit: int) -> tuple[CaseOfBuyer, ...]:
    """The newest cases of a buyer, archived ones too."""
    return tuple(
        CaseOfBuyer(row[0], row[1], CaseState(row[2]), Problem(row[3]), Money(row[4], row[5]), from_millis(row[6]))
        for row in database.execute_sql(_CASES, (buyer_id, limit))
    )


def list_notes(database: CaseDatabase, buyer_id: int) -> tuple[BuyerNote, ...]:
    """The dated notes about a buyer, newest first."""
    columns = (BuyerNoteTable.id, BuyerNoteTable.buyer_id, BuyerNoteTable.text, BuyerNoteTable.written_at)
    query = (
        BuyerNoteTable.select(*columns, BuyerNoteTable.written_by)
        .where((BuyerNoteTable.buyer_id == buyer_id) & BuyerNoteTable.deleted_at.is_null())
        .order_by(BuyerNoteTable.written_at.desc(), BuyerNoteTable.id.desc())
    )
    return tuple(BuyerNote(**row) for row in query.dicts().execute(database))


def list_former_nicks(database: CaseDatabase, buyer_id: int) -> tuple[FormerNick, ...]:
    """The IDs a buyer had before, newest first."""
    query = (
        FormerNickTable.select(
            FormerNickTable.id, FormerNickTable.buyer_id, FormerNickTable.nick, FormerNickTable.until
        )
        .where((FormerNickTable.buyer_id == buyer_id) & FormerNickTable.deleted_at.is_null())
        .order_by(FormerNickTable.until.desc(), FormerNickTable.id.desc())
    )
    return tuple(FormerNick(**row) for row in query.dicts().execute(database))


def list_likely_same(database: CaseDatabase, buyer: Buyer) -> tuple[LikelySame, ...]:
    """Buyers of the same shop with the same phone, or the same name and address."""
    if buyer.merged_into is not None:
        return ()
    found: dict[int, LikelySame] = {}
    # With digits hidden behind stars two phones may look the same and not be.
    if buyer.phone.strip() and "*" not in buyer.phone:
        same_tail = (phone_tail(buyer.phone), buyer.shop_id, buyer.id, _SAME_TAIL)
        for row in database.execute_sql(_SAME_PHONE, same_tail):
            if "*" not in row[3] and same_phone(row[3], buyer.phone):
                found[row[0]] = LikelySame(row[0], row[1], row[2], by_phone=True)
    if buyer.name.strip() and buyer.address.strip():
        place = (buyer.name, buyer.address, buyer.shop_id, buyer.id, _LIKELY)
        for row in database.execute_sql(_SAME_PLACE, place):
            found.setdefault(row[0], LikelySame(row[0], row[1], row[2], by_phone=False))
    return tuple(found.values())[:_LIKELY]


def list_buyer_events(database: CaseDatabase, buyer_id: int, limit: int = _EVENTS) -> tuple[HistoryEvent, ...]:
    """What happened to one buyer, and to those who were merged into them, newest first."""
    return tuple(
        HistoryEvent(
            seq=row[0], happened_at=from_millis(row[1]), time_zone=row[2], person=row[3], action=row[4], entity=row[5],
            entity_id=row[6], case_id=row[7], details=json.loads(row[8]) if row[8] else {},
        )
        for row in database.execute_sql(_EVENTS_OF, (buyer_id, limit))
    )  # fmt: skip
