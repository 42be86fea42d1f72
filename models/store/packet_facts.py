"""What a packet tells beside the case's page: its history by action, places of copies, the buyer's earlier cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.clock import from_millis, to_millis
from models.kinds import Problem
from models.money import Money
from models.records import HistoryEvent
from models.rules.packet_pattern import BuyerPast, PastCase, SeenPhoto
from models.store import likeness
from models.store.case_links import merged_here
from models.store.connection import CaseDatabase

_TOGETHER = 500
_EVENTS = """SELECT h.seq, h.happened_at, h.time_zone, h.person, h.action, h.entity, h.entity_id, h.case_id, d.details
    FROM history h LEFT JOIN history_detail d ON d.seq = h.seq WHERE h.case_id IN ({cases}) AND h.action IN ({actions})
    ORDER BY h.seq"""
# Without the plus the index over all evidence of history would be read, not that of each piece.
_MADE = """SELECT h.entity_id, d.details FROM history h LEFT JOIN history_detail d ON d.seq = h.seq
    WHERE h.entity = 'evidence' AND h.entity_id IN ({ids}) AND +h.action = 'evidence_derived' ORDER BY h.seq"""
_COPY = (("page", 1), ("at_ms", 0), ("marks", 0))
_LAYERS = "SELECT evidence_id, layer FROM annotation WHERE deleted_at IS NULL AND evidence_id IN ({ids})"
_CASES = """SELECT id, number, problem, opened_at FROM "case" WHERE buyer_id = ? AND deleted_at IS NULL
    AND merged_into IS NULL AND id <> ? AND opened_at >= ? ORDER BY opened_at"""
_ORDERS = """SELECT currency, COUNT(*), SUM(refunded > 0), SUM(refunded) FROM "order"
    WHERE buyer_id = ? AND created_at >= ? AND id IS NOT ? GROUP BY currency ORDER BY currency"""
_OPENED = 'SELECT id, opened_at FROM "case" WHERE id IN ({ids})'
# An order is disputed when any case of it says so, or ever stood with the platform.
_PRIOR = """SELECT number, paid_at FROM "order" o WHERE buyer_id = ? AND paid_at < ? AND paid_at >= ? AND paid > 0
    AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.order_id = o.id AND c.deleted_at IS NULL
        AND (c.problem = 'payment_dispute' OR c.state = 'in_dispute' OR EXISTS (
            SELECT 1 FROM history h WHERE h.case_id = c.id AND h.action = 'dispute_begun')))
    ORDER BY paid_at DESC"""


@dataclass(frozen=True, slots=True)
class CopyTold:
    """What a copy was made of: page (from 0) and moment in milliseconds; how many marks were drawn on it."""

    place: tuple[int, int]
    marks: int = 0


@dataclass(frozen=True, slots=True)
class PriorOrder:
    """An order of the same buyer that nobody disputed, and when it was paid."""

    number: str
    paid_at: datetime


def told_events(database: CaseDatabase, case_id: int, actions: Sequence[str]) -> tuple[HistoryEvent, ...]:
    """All events of these actions in a case and in those merged into it, oldest first."""
    family = (case_id, *merged_here(database, case_id))
    sql = _EVENTS.format(cases=_marks(family), actions=_marks(actions))
    return tuple(
        HistoryEvent(
            seq=row[0], happened_at=from_millis(row[1]), time_zone=row[2], person=row[3], action=row[4], entity=row[5],
            entity_id=row[6], case_id=row[7], details=json.loads(row[8]) if row[8] else {},
        )
        for row in database.execute_sql(sql, (*family, *actions))
    )  # fmt: skip


def copies_told(database: CaseDatabase, copy_ids: Sequence[int]) -> Mapping[int, CopyTold]:
    """What each copy shows, as told when it was made; absent once that was erased."""
    found: dict[int, CopyTold] = {}
    for part in _parts(copy_ids):
        for copy_id, details in database.execute_sql(_MADE.format(ids=_marks(part)), tuple(part)):
            told = json.loads(details) if details else None
            if isinstance(told, dict):
                page, at, marks = (_whole(told.get(name), usual) for name, usual in _COPY)
                found[copy_id] = CopyTold((max(page - 1, 0), at), marks)
    return found


def layers_of(database: CaseDatabase, evidence_ids: Sequence[int]) -> Mapping[int, str]:
    """The text of the layer drawn over each of these, for those that have one."""
    found: dict[int, str] = {}
    for part in _parts(evidence_ids):
        found |= dict(database.execute_sql(_LAYERS.format(ids=_marks(part)), tuple(part)).fetchall())
    return found


def _whole(value: object, usual: int) -> int:
    return value if type(value) is int and value >= 0 else usual


def buyer_past(
    database: CaseDatabase,
    buyer_id: int,
    *,
    case_id: int,
    order_id: int | None,
    since: datetime,
    evidence_ids: Sequence[int],
) -> BuyerPast:
    """Cases, orders and refunds of a buyer since a day, without this case and order; where else its files are."""
    from_ = to_millis(since)
    cases = tuple(
        PastCase(row[0], row[1], Problem(row[2]), from_millis(row[3]))
        for row in database.execute_sql(_CASES, (buyer_id, case_id, from_))
    )
    orders = refunds = 0
    refunded: list[Money] = []
    for currency, count, given, amount in database.execute_sql(_ORDERS, (buyer_id, from_, order_id)):
        orders += count
        refunds += given or 0
        if amount:
            refunded.append(Money(int(amount), currency))
    return BuyerPast(cases, orders, refunds, tuple(refunded), tuple(_seen(database, evidence_ids)))


def _seen(database: CaseDatabase, evidence_ids: Sequence[int]) -> Iterator[SeenPhoto]:
    counted = likeness.count_seen(database, evidence_ids)
    sightings = [
        (evidence_id, one)
        for evidence_id in evidence_ids
        if evidence_id in counted
        for one in likeness.seen_before(database, evidence_id).elsewhere
    ]
    opened: dict[int, datetime] = {}
    for part in _parts(sorted({one.case_id for _, one in sightings})):
        rows = database.execute_sql(_OPENED.format(ids=_marks(part)), tuple(part))
        opened |= {row[0]: from_millis(row[1]) for row in rows}
    told = set()
    for evidence_id, one in sightings:
        key = (evidence_id, one.case_id, one.exact)
        if key not in told and (one.exact or one.same_buyer):
            told.add(key)
            number = one.case_number if one.same_buyer else ""
            yield SeenPhoto(evidence_id, number, opened.get(one.case_id, one.imported_at), one.exact)


def prior_orders(database: CaseDatabase, buyer_id: int, *, before: datetime, after: datetime) -> tuple[PriorOrder, ...]:
    """Orders of a buyer paid between two moments that were never disputed, the newest first."""
    rows = database.execute_sql(_PRIOR, (buyer_id, to_millis(before), to_millis(after)))
    return tuple(PriorOrder(row[0], from_millis(row[1])) for row in rows)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _TOGETHER):
        yield ids[start : start + _TOGETHER]
