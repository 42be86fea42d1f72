"""What the alarms of the morning board ask of the store: counts over indexes, asked at every start."""

from __future__ import annotations

# Only words of closed lists and names of columns are put into the statements; values are bound.
# ruff: noqa: S608
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.clock import from_millis, to_millis
from models.kinds import RegisterKind, Remedy
from models.money import Money
from models.register_kinds import ReceiptState, RegisterState, ReviewState, ReviewVerdict
from models.store.cases import OPEN_SHELF
from models.store.connection import CaseDatabase

_RETURNED = (Remedy.RETURN_AND_REFUND, Remedy.EXCHANGE)
_FEW = 200
# Another shop than the chosen one is left out; without one all count. A NULL shop belongs to every shop.
_SHOP = " AND (?1 IS NULL OR shop_id IS NULL OR shop_id = ?1)"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many lines of a register wait, what they sum up to in each currency, and the first of them."""

    count: int = 0
    amounts: tuple[Money, ...] = ()
    first_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenMonth:
    """A month of a shop with lines in registers nobody closed yet."""

    shop_id: int
    shop_name: str
    registers: tuple[RegisterKind, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Returner:
    """A buyer with a case opened lately who sent goods back `returns` times; of `paid` orders `refunded` were."""

    buyer_id: int
    nick: str
    case_number: str
    opened_at: datetime
    returns: int
    paid: int
    refunded: int


# Chains of a register as they stand: the newest state, the newest due time, what of the amounts counts.
_CORRECTED = (
    "SELECT e.shop_id, e.currency, e.entered_at, n.state, COALESCE((SELECT x.due_at FROM register_entry x"
    " WHERE x.corrects = e.id AND x.due_at IS NOT NULL AND x.deleted_at IS NULL ORDER BY x.id DESC LIMIT 1), e.due_at)"
    " AS due_at, CASE WHEN e.amount IS NULL AND d.amount IS NULL THEN NULL ELSE COALESCE(d.amount, 0)"
    " + CASE WHEN e.state = 'withdrawn' THEN 0 ELSE COALESCE(e.amount, 0) END END AS amount"
    " FROM (SELECT corrects, MAX(id) AS newest, SUM(amount) AS amount FROM register_entry INDEXED BY register_corrects"
    " WHERE corrects IS NOT NULL AND register = ?2 AND deleted_at IS NULL GROUP BY corrects) d"
    " JOIN register_entry n ON n.id = d.newest JOIN register_entry e ON e.id = d.corrects AND e.deleted_at IS NULL"
)


def _words(members: Sequence[str]) -> str:
    return ", ".join(f"'{member}'" for member in members)


def lines_past(
    database: CaseDatabase, register: RegisterKind, states: Sequence[RegisterState], now: datetime, shop_id: int | None
) -> Waiting:
    """Lines of a register in one of these states whose due moment has passed."""
    condition = f"state IN ({_words(states)}) AND due_at < ?3"
    return _waiting(database, "due_at", condition, (shop_id, str(register), to_millis(now)))


def lines_before(
    database: CaseDatabase, register: RegisterKind, state: RegisterState, until: datetime, shop_id: int | None
) -> Waiting:
    """Lines of a register in one state that were entered before a moment."""
    condition = f"state = {_words([state])} AND entered_at < ?3"
    return _waiting(database, "entered_at", condition, (shop_id, str(register), to_millis(until)))


def _waiting(database: CaseDatabase, moment: str, condition: str, values: tuple[object, ...]) -> Waiting:
    # The index is named: with "?1 IS NULL OR" SQLite would sooner walk that of the lines entered. What later months
    # corrected, which is little, stands as it is by now.
    sql = (
        f"SELECT currency, COUNT(*), SUM(amount), COUNT(amount), MIN({moment}) FROM ("
        "SELECT currency, amount, due_at, entered_at FROM register_entry e INDEXED BY register_state"
        f" WHERE register = ?2 AND {condition} AND corrects IS NULL AND deleted_at IS NULL{_SHOP}"
        " AND NOT EXISTS (SELECT 1 FROM register_entry n WHERE n.corrects = e.id AND n.deleted_at IS NULL)"
        f" UNION ALL SELECT currency, amount, due_at, entered_at FROM ({_CORRECTED}) WHERE {condition}{_SHOP}"
        ") GROUP BY currency ORDER BY currency"
    )
    found = database.execute_sql(sql, values).fetchall()
    if not found:
        return Waiting()
    return Waiting(
        sum(row[1] for row in found),
        tuple(Money(int(row[2]), row[0]) for row in found if row[3]),
        from_millis(min(row[4] for row in found)),
    )


def has_lines(database: CaseDatabase, register: RegisterKind, since: datetime) -> bool:
    """Whether a register has any line entered since a moment."""
    sql = "SELECT 1 FROM register_entry WHERE register = ? AND entered_at >= ? AND deleted_at IS NULL LIMIT 1"
    return database.execute_sql(sql, (str(register), to_millis(since))).fetchone() is not None


def review_problems(database: CaseDatabase, since: datetime, shop_id: int | None) -> int:
    """How many good reviews written since name a problem nobody has looked at."""
    sql = (
        "SELECT COUNT(*) FROM review INDEXED BY review_written WHERE written_at >= ?2 AND verdict = ?3"
        f" AND problems <> '[]' AND problems_seen_at IS NULL AND deleted_at IS NULL{_SHOP}"
    )
    values = (shop_id, to_millis(since), str(ReviewVerdict.GOOD))
    return int(database.execute_sql(sql, values).fetchone()[0])


def open_months(
    database: CaseDatabase, month: str, first: datetime, after: datetime, registers: Sequence[RegisterKind],
    shop_id: int | None,
) -> tuple[OpenMonth, ...]:  # fmt: skip
    """By shop, the registers with lines entered from `first` until `after` whose `month` is not closed."""
    sql = (
        "SELECT e.shop_id, s.name, e.register, COUNT(*) FROM register_entry e JOIN shop s ON s.id = e.shop_id"
        f" WHERE e.register IN ({_words(registers)}) AND e.entered_at >= ?2 AND e.entered_at < ?3"
        " AND e.deleted_at IS NULL AND (?1 IS NULL OR e.shop_id = ?1) AND NOT EXISTS (SELECT 1 FROM month_closing c"
        " WHERE c.shop_id = e.shop_id AND c.register = e.register AND c.month = ?4 AND c.reopened_at IS NULL)"
        " GROUP BY e.shop_id, e.register ORDER BY s.name, e.shop_id"
    )
    values = (shop_id, to_millis(first), to_millis(after), month)
    found: dict[int, OpenMonth] = {}
    for shop, name, register, count in database.execute_sql(sql, values).fetchall():
        known = found.get(shop, OpenMonth(shop, name, (), 0))
        found[shop] = OpenMonth(shop, name, (*known.registers, RegisterKind(register)), known.lines + count)
    return tuple(found.values())


def bad_reviews(database: CaseDatabase, shop_id: int | None) -> tuple[int, datetime | None]:
    """How many bad reviews nobody answered, and when the oldest of them was written."""
    sql = (
        "SELECT COUNT(*), MIN(written_at) FROM review INDEXED BY review_open"
        f" WHERE state = ?2 AND verdict = ?3 AND deleted_at IS NULL{_SHOP}"
    )
    count, first = database.execute_sql(sql, (shop_id, str(ReviewState.OPEN), str(ReviewVerdict.BAD))).fetchone()
    return int(count), None if first is None else from_millis(first)


def count_box(database: CaseDatabase, shop_id: int | None) -> int:
    """How many parcels without an owner lie here, of one shop with those of no shop."""
    sql = f"SELECT COUNT(*) FROM return_receipt WHERE state = ?2 AND case_id IS NULL AND deleted_at IS NULL{_SHOP}"
    return int(database.execute_sql(sql, (shop_id, str(ReceiptState.ARRIVED))).fetchone()[0])


def points_taken(database: CaseDatabase, since: datetime, shop_id: int | None) -> Mapping[int, tuple[int, datetime]]:
    """By shop, the points confirmed or expected that were entered since a moment, and when the newest were."""
    sql = (
        "SELECT shop_id, SUM(points), MAX(entered_at) FROM register_entry WHERE register = ?2 AND entered_at >= ?3"
        " AND points IS NOT NULL AND shop_id IS NOT NULL AND (?1 IS NULL OR shop_id = ?1) AND deleted_at IS NULL"
        f" AND state IN ({_words((RegisterState.CONFIRMED, RegisterState.EXPECTED))}) GROUP BY shop_id"
    )
    values = (shop_id, str(RegisterKind.PENALTY), to_millis(since))
    return {shop: (points, from_millis(at)) for shop, points, at in database.execute_sql(sql, values).fetchall()}


def returners(
    database: CaseDatabase, opened: datetime, since: datetime, least: int, shop_id: int | None
) -> tuple[Returner, ...]:
    """Buyers with an open case of which nothing is decided, opened since `opened`, and at least `least` goods sent back
    in cases opened since `since`; who did most often stands first. Orders are those paid since then."""
    sql = (
        'SELECT c.buyer_id, c.buyer_nick, MAX(c.number), MAX(c.opened_at), (SELECT COUNT(DISTINCT p.id) FROM "case" p'
        f" JOIN resolution r ON r.case_id = p.id AND r.deleted_at IS NULL AND r.remedy IN ({_words(_RETURNED)})"
        " WHERE p.buyer_id = c.buyer_id AND p.deleted_at IS NULL AND p.merged_into IS NULL AND p.opened_at >= ?3)"
        " AS returns,"
        ' (SELECT COUNT(*) FROM "order" o WHERE o.buyer_id = c.buyer_id AND o.paid > 0 AND o.paid_at >= ?3),'
        ' (SELECT COUNT(*) FROM "order" o WHERE o.buyer_id = c.buyer_id AND o.refunded > 0 AND o.paid_at >= ?3)'
        # The index is named: SQLite would sooner walk all open cases, or all that have a buyer.
        ' FROM "case" c INDEXED BY case_opened'
        f" WHERE c.opened_at >= ?2 AND c.shelf = {OPEN_SHELF} AND c.deleted_at IS NULL"
        " AND c.buyer_id IS NOT NULL AND (?1 IS NULL OR c.shop_id = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM resolution d WHERE d.case_id = c.id AND d.deleted_at IS NULL)"
        f" GROUP BY c.buyer_id HAVING returns >= ?4 ORDER BY returns DESC, c.buyer_id LIMIT {_FEW}"
    )
    values = (shop_id, to_millis(opened), to_millis(since), least)
    return tuple(
        Returner(buyer, nick, number, from_millis(at), returns, paid, refunded)
        for buyer, nick, number, at, returns, paid, refunded in database.execute_sql(sql, values).fetchall()
    )
