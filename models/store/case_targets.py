"""What a new case may be about: orders and buyers found by anything typed, and the cases they have already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from peewee import SQL, fn

from models.kinds import CaseState, Problem
from models.records import CaseTarget
from models.rules.duplicates import KnownCase
from models.rules.typed_target import TAIL, TypedTarget, national, read_typed, same_phone
from models.store.connection import CaseDatabase, bindable
from models.store.orders import find_order
from models.store.search import match_expression
from models.tables.buyer import BuyerTable, FormerNickTable
from models.tables.case import CaseTable
from models.tables.order import OrderTable, ParcelTable

# Sorts after anything a number or nick goes on with, so a prefix is a range that an index serves.
_LAST: Final = "\U0010ffff"
_PER_BUYER, _PARTS = 4, 20
_OPEN_SHELVES: Final = (1, 3)
_RANKS: Final = {
    name: place for place, name in enumerate(
        ("order", "tracking", "phone", "buyer", "former", "buyer_alone", "order_tail", "tracking_tail", "order_part",
         "tracking_part", "buyer_part", "name", "part")
    )
}  # fmt: skip
# As the indexes order_tail, order_phone_tail and parcel_tail say it: a bound length would not be served by them.
_NUMBER_ENDS = 'substr("t1"."number", -4) = ? AND "t1"."number" LIKE ? ESCAPE \'\\\''
_PARCEL_ENDS = 'substr("t2"."tracking_number", -4) = ? AND "t2"."tracking_number" LIKE ? ESCAPE \'\\\''
_PHONE_ENDS = 'substr("t1"."phone", -4) = ?'
_BY_PART = "SELECT rowid FROM buyer_search WHERE buyer_search MATCH ? LIMIT ?"


class _Found:
    """Targets by how they were found, the best way of each."""

    def __init__(self, database: CaseDatabase, limit: int) -> None:
        self._database = database
        self._limit = limit
        self._rows: dict[tuple[int | None, int | None], tuple[int, str, str]] = {}

    def take(self, how: str, rows: Iterable[tuple[int | None, int | None]], told: str = "") -> None:
        """Keep rows found this way; told is the former ID that led there."""
        for row in rows:
            kept = self._rows.get(row)
            if kept is None or _RANKS[how] < kept[0]:
                self._rows[row] = (_RANKS[how], how, told)

    def enough(self) -> bool:
        return len(self._rows) >= self._limit

    def __bool__(self) -> bool:
        return bool(self._rows)

    def targets(self) -> tuple[CaseTarget, ...]:
        """The best ones; those found in one way newest first."""
        ordered = sorted(self._rows.items(), key=lambda pair: pair[1][0])[: self._limit]
        return tuple(
            _target(self._database, order_id, buyer_id, how.partition("_")[0], told)
            for (order_id, buyer_id), (_, how, told) in ordered
        )


def find_targets(database: CaseDatabase, text: str, limit: int = 8) -> tuple[CaseTarget, ...]:
    """What a typed or pasted text may mean: order or tracking number or its tail, phone or its tail, buyer ID, former
    ID, name, pinyin initials, or any of these within a longer text. Exact ones first, then the newest.
    """
    typed = read_typed(bindable(text))
    found = _Found(database, limit)
    if typed.whole:
        _exact(database, typed, found)
        if typed.single:
            _single(database, typed, found)
        elif not found:
            _tails(database, typed, found)
    return found.targets()


def _rows(database: CaseDatabase, query: Any, most: int = _PARTS) -> list[tuple[int, int | None]]:
    return list(query.limit(most).tuples().execute(database))


def _orders() -> Any:
    return OrderTable.select(OrderTable.id, OrderTable.buyer_id).order_by(OrderTable.created_at.desc())


def _with_parcels() -> Any:
    return _orders().join(ParcelTable, on=(ParcelTable.order_id == OrderTable.id)).where(
        ParcelTable.deleted_at.is_null()
    )  # fmt: skip


def _exact(database: CaseDatabase, typed: TypedTarget, found: _Found) -> None:
    numbers, names = list(typed.numbers), list(typed.names)
    found.take("order", _rows(database, _orders().where(OrderTable.number.in_(numbers))))
    found.take("tracking", _rows(database, _with_parcels().where(ParcelTable.tracking_number.in_(numbers))))
    for phone in {*typed.phones, *(each for each in map(national, typed.digits) if len(each) >= 7)}:
        _by_phone(database, phone, found)
    _by_buyers(database, found, "buyer", BuyerTable.nick.in_(names))
    former = FormerNickTable.select(FormerNickTable.buyer_id, FormerNickTable.nick).where(
        FormerNickTable.nick.in_(names) & FormerNickTable.deleted_at.is_null()
    )
    for buyer_id, nick in former.limit(_PARTS).tuples().execute(database):
        _by_buyers(database, found, "former", BuyerTable.id == buyer_id, nick)


def _by_phone(database: CaseDatabase, phone: str, found: _Found) -> None:
    """By its tail, which an index serves, then by all of it: phones are kept as files write them, often with stars."""
    tail = phone[-TAIL:]
    orders = OrderTable.select(OrderTable.id, OrderTable.buyer_id, OrderTable.phone).where(SQL(_PHONE_ENDS, (tail,)))
    kept = orders.order_by(OrderTable.created_at.desc()).limit(500).tuples().execute(database)
    found.take("phone", [(order, buyer) for order, buyer, written in kept if same_phone(written, phone)])
    buyers = BuyerTable.select(BuyerTable.id, BuyerTable.phone).where(BuyerTable.phone_tail == tail).limit(500)
    ids = [buyer for buyer, written in buyers.tuples().execute(database) if same_phone(written, phone)]
    if ids:
        _by_buyers(database, found, "phone", BuyerTable.id.in_(ids))


def _single(database: CaseDatabase, typed: TypedTarget, found: _Found) -> None:
    """Beginnings, tails and parts of one number or name."""
    compact = "".join(typed.whole.split())
    if len(compact) >= TAIL:
        _tails(database, typed, found)
    # Two letters of Latin begin half of all nicks; two Chinese characters are a name.
    if len(compact) >= (3 if compact.isascii() else 2):
        # In the order of the index: sorting a beginning that half of all numbers have would take 40 ms of 100,000.
        begins = OrderTable.number.between(compact, compact + _LAST)
        numbered = _orders().where(begins).order_by(OrderTable.number.desc())
        found.take("order_part", _rows(database, numbered))
        for form in {compact, compact.upper()}:
            sent = _with_parcels().where(ParcelTable.tracking_number.between(form, form + _LAST))
            found.take("tracking_part", _rows(database, sent.order_by(ParcelTable.tracking_number)))
        for form in dict.fromkeys((typed.raw, typed.whole)):
            _by_buyers(database, found, "buyer_part", BuyerTable.nick.between(form, form + _LAST))
            if not found.enough():
                _by_buyers(database, found, "name", BuyerTable.name.between(form, form + _LAST))
        match = match_expression(typed.whole)
        if match is not None and not found.enough():
            ids = [row[0] for row in database.execute_sql(_BY_PART, (match, _PARTS))]
            if ids:
                _by_buyers(database, found, "part", BuyerTable.id.in_(ids))


def _tails(database: CaseDatabase, typed: TypedTarget, found: _Found) -> None:
    """By the last characters of an order or tracking number, four or more; by the last four of a phone."""
    compact = "".join(typed.whole.split())
    pieces = {*typed.digits, *([compact] if typed.single and TAIL <= len(compact) <= 40 else [])}
    for piece in sorted(pieces, key=len, reverse=True)[:8]:
        orders = _orders().where(SQL(_NUMBER_ENDS, (piece[-TAIL:], "%" + _like(piece))))
        found.take("order_tail", _rows(database, orders))
        for form in {piece, piece.upper()}:
            parcels = _with_parcels().where(SQL(_PARCEL_ENDS, (form[-TAIL:], "%" + _like(form))))
            found.take("tracking_tail", _rows(database, parcels))
        if len(piece) == TAIL and piece.isdigit():
            found.take("phone", _rows(database, _orders().where(SQL(_PHONE_ENDS, (piece,)))))
            _by_buyers(database, found, "phone", BuyerTable.phone_tail == piece)


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _by_buyers(database: CaseDatabase, found: _Found, how: str, condition: Any, told: str = "") -> None:
    """The newest orders of buyers; a buyer without any stands alone."""
    query = (
        BuyerTable.select(BuyerTable.id).where(condition & BuyerTable.merged_into.is_null()).order_by(BuyerTable.nick)
    )
    for (buyer_id,) in query.limit(_PARTS).tuples().execute(database):
        orders: list[tuple[int | None, int | None]] = list(
            _rows(database, _orders().where(OrderTable.buyer_id == buyer_id), _PER_BUYER)
        )
        found.take(how, orders or [(None, buyer_id)], told)
        if how == "buyer":
            # A buyer ID may also mean the buyer without any order.
            found.take("buyer_alone", [(None, buyer_id)])


def _target(database: CaseDatabase, order_id: int | None, buyer_id: int | None, how: str, told: str) -> CaseTarget:
    nick, number, title, paid, created, shop_id = "", "", "", None, None, 0
    if buyer_id is not None:
        buyers = BuyerTable.select(BuyerTable.nick, BuyerTable.shop_id).where(BuyerTable.id == buyer_id).tuples()
        nick, shop_id = next(iter(buyers.execute(database)))
    lines = 0
    if order_id is not None:
        order = find_order(database, order_id)
        number, paid, created, shop_id = order.number, order.paid or order.total, order.created_at, order.shop_id
        title, lines = (order.lines[0].item_title if order.lines else ""), len(order.lines)
    same = CaseTable.order_id == order_id if order_id is not None else CaseTable.buyer_id == buyer_id
    cases = CaseTable.select(CaseTable.number).where(
        same & CaseTable.shelf.in_(_OPEN_SHELVES) & CaseTable.deleted_at.is_null()
    )
    return CaseTarget(
        order_id, buyer_id, number, nick, title, paid, created, how,
        tuple(row[0] for row in cases.tuples().execute(database)), shop_id, lines, told,
    )  # fmt: skip


def known_cases(
    database: CaseDatabase, *, order_id: int | None, order_number: str, buyer_id: int | None, since: datetime
) -> tuple[KnownCase, ...]:
    """The cases of an order or a buyer that are open or were closed since, and those they were merged into."""
    live = CaseTable.deleted_at.is_null()
    found: dict[int, KnownCase] = {}
    conditions = []
    if order_id is not None:
        conditions.append(CaseTable.order_id == order_id)
    if order_number:
        # Served per shelf by the index of the list's sort by order.
        conditions.append(CaseTable.shelf.in_((0, 1, 2, 3)) & (CaseTable.order_number == order_number))
    if buyer_id is not None:
        conditions.append(CaseTable.buyer_id == buyer_id)
    for condition in conditions:
        recent = CaseTable.closed_at.is_null() | (CaseTable.closed_at >= since) | CaseTable.merged_into.is_null(False)
        _keep_known(database, condition & live & recent, found)
    while missing := [case.merged_into for case in found.values() if case.merged_into not in (None, *found)]:
        before = len(found)
        _keep_known(database, CaseTable.id.in_(missing) & live, found)
        if len(found) == before:
            break
    return tuple(found.values())


def _keep_known(database: CaseDatabase, condition: Any, found: dict[int, KnownCase]) -> None:
    query = CaseTable.select().where(condition).order_by(CaseTable.opened_at.desc()).limit(50)
    for row in query.dicts().execute(database):
        found[row["id"]] = KnownCase(
            id=row["id"], number=row["number"], state=CaseState(row["state"]), problem=Problem(row["problem"]),
            order_id=row["order_id"], order_number=row["order_number"], buyer_id=row["buyer_id"],
            handler=row["handler_name"], opened_at=row["opened_at"], closed_at=row["closed_at"],
            snoozed=row["snoozed_until"] is not None or bool(row["snooze_event"]), merged_into=row["merged_into"],
        )  # fmt: skip


def problem_counts(database: CaseDatabase, newest: int = 500) -> Mapping[Problem, int]:
    """How often each problem was chosen in the newest cases."""
    recent = CaseTable.select(CaseTable.problem.alias("problem")).order_by(CaseTable.opened_at.desc()).limit(newest)
    query = CaseTable.select(SQL("problem"), fn.COUNT(SQL("*"))).from_(recent).group_by(SQL("problem"))
    return {Problem(name): count for name, count in query.tuples().execute(database)}


def waiting_for_orders(database: CaseDatabase, shop_id: int) -> Mapping[str, Sequence[int]]:
    """Cases of a shop opened under an order number that was not imported yet, by that number."""
    query = CaseTable.select(CaseTable.order_number, CaseTable.id).where(
        CaseTable.order_id.is_null() & (CaseTable.order_number != "") & (CaseTable.shop_id == shop_id)
        & CaseTable.deleted_at.is_null()
    )  # fmt: skip
    found: dict[str, list[int]] = {}
    for number, case_id in query.tuples().execute(database):
        found.setdefault(number, []).append(case_id)
    return found


def orders_by_number(database: CaseDatabase, shop_id: int, numbers: Sequence[str]) -> Mapping[str, int]:
    """The ids of these orders of a shop, by number."""
    query = OrderTable.select(OrderTable.number, OrderTable.id).where(
        (OrderTable.shop_id == shop_id) & OrderTable.number.in_(list(numbers))
    )
    return dict(query.tuples().execute(database))
