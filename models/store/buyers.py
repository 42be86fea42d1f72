"""Buyers and what their past says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peewee import fn

from models.errors import NotFound
from models.kinds import BuyerFlag
from models.money import Money
from models.records import Buyer, BuyerHistory
from models.store.connection import CaseDatabase, bindable
from models.tables.buyer import BuyerTable
from models.tables.case import CaseTable
from models.tables.order import OrderTable

_FIELDS = (
    BuyerTable.id, BuyerTable.shop_id, BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.email,
    BuyerTable.address, BuyerTable.country, BuyerTable.tier, BuyerTable.temperament, BuyerTable.consent,
    BuyerTable.consent_at, BuyerTable.note, BuyerTable.wechat, BuyerTable.flags, BuyerTable.consent_way,
    BuyerTable.merged_into,
)  # fmt: skip


def find_buyer(database: CaseDatabase, buyer_id: int) -> Buyer:
    """One buyer; NotFound if there is none."""
    for row in BuyerTable.select(*_FIELDS).where(BuyerTable.id == buyer_id).dicts().execute(database):
        return Buyer(**row | {"flags": flags_of(row["flags"])})
    raise NotFound("buyer_not_found", buyer=buyer_id)


def flags_of(words: str) -> tuple[BuyerFlag, ...]:
    """The flags kept in a row, in the order of the word list; words this program does not know are left out."""
    kept = words.split()
    return tuple(flag for flag in BuyerFlag if flag in kept)


def flag_words(flags: Sequence[BuyerFlag]) -> str:
    """Flags as a row keeps them: their words in the order of the word list."""
    return " ".join(flag.value for flag in BuyerFlag if flag in flags)


def phone_tail(phone: str) -> str:
    """The last four digits of a phone number without its extension, by which buyers are looked up."""
    number = re.split(r"[转x,]|ext", phone.lower())[0]
    return "".join(each for each in number if each.isdigit() or each == "*")[-4:]


def find_nick_owner(database: CaseDatabase, shop_id: int, nick: str) -> int | None:
    """The buyer of a shop who has an ID now, had it before, or took over who had it; None if nobody did."""
    wanted = bindable(nick)
    row = (
        database.execute_sql(
            "SELECT COALESCE(merged_into, id) FROM buyer WHERE shop_id = ? AND nick = ?", (shop_id, wanted)
        ).fetchone()
        or database.execute_sql(
            "SELECT buyer_id FROM former_nick WHERE shop_id = ? AND nick = ? AND deleted_at IS NULL", (shop_id, wanted)
        ).fetchone()
    )
    return int(row[0]) if row else None


def find_buyer_id(database: CaseDatabase, named: str) -> int:
    """The buyer a text names: `#17` by id, else an ID of any shop, present ones before former ones, else digits as an
    id. One who was merged leads to who stayed. NotFound if there is none.
    """
    wanted = bindable(named).strip()
    digits = wanted.removeprefix("#")
    by_id = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 18 else 0
    queries: list[tuple[str, object]] = [
        ("SELECT COALESCE(merged_into, id) FROM buyer WHERE nick = ? ORDER BY merged_into IS NOT NULL, id", wanted),
        ("SELECT buyer_id FROM former_nick WHERE nick = ? AND deleted_at IS NULL ORDER BY id", wanted),
    ]
    one = ("SELECT COALESCE(merged_into, id) FROM buyer WHERE id = ?", by_id)
    for sql, value in [one, *queries] if wanted.startswith("#") else [*queries, one]:
        row = database.execute_sql(sql, (value,)).fetchone()
        if row:
            return int(row[0])
    raise NotFound("buyer_not_found", buyer=wanted)


def buyer_ids_by_nick(database: CaseDatabase, shop_id: int) -> dict[str, int]:
    """The id of every buyer of a shop, by nick."""
    rows = BuyerTable.select(BuyerTable.nick, BuyerTable.id).where(BuyerTable.shop_id == shop_id).tuples()
    return dict(rows.execute(database))


def buyer_history(database: CaseDatabase, buyer_id: int, currency: str) -> BuyerHistory:
    """Counts over all orders and cases of one buyer; the refund rate is refunded orders over paid ones.

    Sums only what was refunded in `currency`.
    """
    paid = (OrderTable.paid > 0).cast("INTEGER")
    back = (OrderTable.refunded > 0).cast("INTEGER")
    query = OrderTable.select(
        fn.COUNT(OrderTable.id),
        fn.SUM(paid),
        fn.SUM(back),
        fn.SUM(OrderTable.refunded).filter(OrderTable.currency == currency),
        fn.MAX(OrderTable.created_at),
    ).where(OrderTable.buyer_id == buyer_id)
    orders, paid_orders, refunded_orders, refunded, last = next(iter(query.tuples().execute(database)))
    counted = CaseTable.select(fn.COUNT(CaseTable.id)).where(
        (CaseTable.buyer_id == buyer_id) & CaseTable.deleted_at.is_null() & CaseTable.merged_into.is_null()
    )
    cases = next(iter(counted.tuples().execute(database)))[0]
    return BuyerHistory(
        orders=orders,
        cases=cases,
        refunded=Money(int(refunded or 0), currency),
        refund_rate=(refunded_orders or 0) / paid_orders if paid_orders else 0.0,
        last_order_at=last,
    )
