"""Buyers and what their past says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.clock import from_millis
from models.errors import NotFound
from models.kinds import BuyerFlag
from models.money import Money
from models.records import Buyer, BuyerHistory
from models.store.connection import CaseDatabase, bindable
from models.store.whole_rows import WholeRows
from models.tables.buyer import BuyerTable

# For looking them up only, no part of the record.
_BUYER = WholeRows(BuyerTable, "id = ?", without=("pinyin", "phone_tail"))
_ORDERS_OF = (
    "SELECT COUNT(*), SUM(paid > 0), SUM(refunded > 0), SUM(refunded) FILTER (WHERE currency = ?), MAX(created_at)"
    ' FROM "order" WHERE buyer_id = ?'
)
_CASES_OF = 'SELECT COUNT(*) FROM "case" WHERE buyer_id = ? AND deleted_at IS NULL AND merged_into IS NULL'


def find_buyer(database: CaseDatabase, buyer_id: int) -> Buyer:
    """One buyer; NotFound if there is none."""
    row = _BUYER.first(database, buyer_id)
    if row is not None:
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
    orders, paid_orders, refunded_orders, refunded, last = database.execute_sql(
        _ORDERS_OF, (currency, buyer_id)
    ).fetchone()
    cases = database.execute_sql(_CASES_OF, (buyer_id,)).fetchone()[0]
    return BuyerHistory(
        orders=orders,
        cases=cases,
        refunded=Money(int(refunded or 0), currency),
        refund_rate=(refunded_orders or 0) / paid_orders if paid_orders else 0.0,
        last_order_at=None if last is None else from_millis(last),
    )
