"""What the orders of a period come to for each buyer who may be proposed for another tier, counted in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from models.clock import to_millis
from models.kinds import Tier
from models.known_words import SOURCES, TIERS
from models.rules.call_settings import TierRule
from models.store.connection import CaseDatabase
from models.vip_records import TierFigures, TierStanding

# Out of the index over buyer, day and amounts alone; only an order without its day is looked up, and counts on the day
# it was paid. What came back was not spent; where a file does not say, nothing came back. The rate is that of the
# buyer's card: orders refunded over paid.
_COUNTED = (
    "SELECT buyer_id, SUM(CASE WHEN currency = ? THEN max(paid - COALESCE(refunded, 0), 0) END) AS spent,"
    ' SUM(paid > 0) AS orders, TOTAL(refunded > 0) AS back FROM "order" INDEXED BY order_buyer'
    " WHERE (created_at >= ? OR (created_at IS NULL AND paid_at >= ?)) AND buyer_id {whose} GROUP BY buyer_id"
)
_ROW = "b.id, b.nick, b.shop_id, b.tier, b.tier_source, f.spent, f.orders, f.back"
# Somebody merged away, or who wants to hear nothing, is proposed for nothing.
_LISTED = "b.merged_into IS NULL AND b.consent <> 'refused' AND b.shop_id IN ({shops})"
_REACHED = (
    f"SELECT {_ROW} FROM ({_COUNTED} HAVING {{met}}) f JOIN buyer b ON b.id = f.buyer_id WHERE {_LISTED} AND b.tier < ?"  # noqa: S608
)
_BY_RULE = "SELECT id FROM buyer WHERE tier > 'none' AND tier_source = 'rule'"
# Those whom a rule made VIP are few, and each is looked at whatever they bought.
_THESE = f"SELECT {_ROW} FROM buyer b LEFT JOIN ({_COUNTED}) f ON f.buyer_id = b.id WHERE b.id {{whose}} AND {_LISTED}"  # noqa: S608
_MET = "(orders > 0 AND COALESCE(spent, 0) >= ? AND orders >= ? AND back <= ? * orders + 0.000001)"
_DECLINED = "SELECT buyer_id, tier FROM tier_decline WHERE declined_at >= ? AND deleted_at IS NULL"
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class CountedShops:
    """Shops counted together: of one currency, with the moment each period of so many days begins where they are."""

    ids: tuple[int, ...]
    currency: str
    since: Mapping[int, datetime]


def list_standings(
    database: CaseDatabase, shops: CountedShops, rules: Sequence[TierRule], *, only: Sequence[int] | None = None
) -> tuple[TierStanding, ...]:
    """Buyers whose orders reach a rule they are not yet proposed by, and all whom a rule made VIP; or just `only`.

    Of a buyer found, every period that a rule asks about is counted. Whoever opted out or was merged is left out.
    """
    periods = sorted({rule.days for rule in rules if rule.on})
    found: dict[int, TierStanding] = {}
    for days in periods:
        if only is not None:
            _take(found, _these(database, shops, days, only), days, shops.currency)
            continue
        asked = [rule for rule in rules if rule.on and rule.days == days]
        _take(found, _reached(database, shops, days, asked), days, shops.currency)
        _take(found, _query(database, _THESE, shops, days, f"IN ({_BY_RULE})"), days, shops.currency)
    for days in periods:
        missing = [buyer_id for buyer_id, each in found.items() if days not in each.figures]
        _take(found, _these(database, shops, days, missing), days, shops.currency)
    return tuple(found.values())


def list_declined(database: CaseDatabase, since: datetime) -> frozenset[tuple[int, Tier]]:
    """Buyers and the tier that was declined for them since a moment."""
    rows = database.execute_sql(_DECLINED, (to_millis(since),)).fetchall()
    return frozenset((buyer_id, TIERS[tier]) for buyer_id, tier in rows)


def list_planned(database: CaseDatabase) -> frozenset[int]:
    """Buyers for whom anything is planned."""
    rows = database.execute_sql("SELECT buyer_id FROM call_back WHERE state = 'due' AND deleted_at IS NULL").fetchall()
    return frozenset(row[0] for row in rows)


def _reached(
    database: CaseDatabase, shops: CountedShops, days: int, rules: Sequence[TierRule]
) -> list[tuple[Any, ...]]:
    met = " OR ".join([_MET] * len(rules))
    since = to_millis(shops.since[days])
    values: list[object] = [shops.currency, since, since]
    for rule in rules:
        values += [rule.spend, rule.orders, rule.refund_rate]
    values += [*shops.ids, max(rule.tier.value for rule in rules)]
    sql = _REACHED.format(whose="IS NOT NULL", met=met, shops=_marks(shops.ids))
    return list(database.execute_sql(sql, values).fetchall())


def _these(database: CaseDatabase, shops: CountedShops, days: int, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(ids), _BATCH):
        listed = ", ".join(str(int(each)) for each in ids[start : start + _BATCH])
        rows += _query(database, _THESE, shops, days, f"IN ({listed})")
    return rows


def _query(database: CaseDatabase, sql: str, shops: CountedShops, days: int, whose: str) -> list[tuple[Any, ...]]:
    since = to_millis(shops.since[days])
    values = [shops.currency, since, since, *shops.ids]
    return list(database.execute_sql(sql.format(whose=whose, shops=_marks(shops.ids)), values).fetchall())


def _take(found: dict[int, TierStanding], rows: Iterable[tuple[Any, ...]], days: int, currency: str) -> None:
    for buyer_id, nick, shop_id, tier, source, spent, orders, back in rows:
        figures = TierFigures(days, int(spent or 0), int(orders or 0), (back or 0) / orders if orders else 0.0)
        known = found.get(buyer_id) or TierStanding(buyer_id, nick, shop_id, currency, TIERS[tier], SOURCES[source], {})
        found[buyer_id] = replace(known, figures={**known.figures, days: figures})


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
