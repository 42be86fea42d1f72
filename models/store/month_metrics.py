"""The measures of a month in few queries over sets of rows: cost by liability and problem, carriers, what is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from models.clock import to_millis
from models.kinds import Liability, Problem, RegisterKind
from models.money import Money
from models.register_records import CarrierMonth, CostLine, Month, MonthMetrics
from models.rules.claim_aging import moneys
from models.store.connection import CaseDatabase

# A case counts in the month in which the resolution in force was decided; of a merged one only what went over does.
_COSTS: Final = (
    'SELECT r.liability, c.problem, r.currency, COUNT(*), SUM(COALESCE(r.true_cost, 0)), SUM(r.refund)'
    # CROSS JOIN keeps the order: what was decided in the month, then the case of each.
    ' FROM resolution r CROSS JOIN "case" c ON c.id = r.case_id WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL'
    " AND c.merged_into IS NULL AND r.decided_at >= ? AND r.decided_at < ?{shop}"
    " GROUP BY r.liability, c.problem, r.currency ORDER BY r.liability, c.problem, r.currency"
)
# Withdrawn in its own month a line counts for nothing; what corrects it later says all there is.
# Corrections of the month stand in its sums as differences. What is open belongs to the month a claim was entered in.
_CARRIERS: Final = (
    "SELECT COALESCE(NULLIF(json_extract(COALESCE(b.columns, e.columns), '$.carrier'), ''), o.carrier, ''), e.currency,"
    " SUM(e.corrects IS NULL), SUM(CASE WHEN e.corrects IS NULL AND e.state = 'withdrawn' THEN 0"
    " ELSE COALESCE(e.amount, 0) END), SUM(COALESCE(e.allowed, 0)), SUM(COALESCE(e.received, 0)),"
    " SUM(CASE WHEN e.corrects IS NULL AND COALESCE(n.state, e.state) IN ('open', 'handed_in', 'allowed')"
    " THEN MAX(CASE WHEN e.state = 'withdrawn' THEN 0 ELSE COALESCE(e.amount, 0) END"
    " + COALESCE(d.amount, 0) - COALESCE(e.received, 0) - COALESCE(d.received, 0), 0)"
    " ELSE 0 END)"
    " FROM register_entry e LEFT JOIN register_entry b ON b.id = e.corrects"
    ' LEFT JOIN "case" c ON c.id = e.case_id LEFT JOIN "order" o ON o.id = c.order_id'
    " LEFT JOIN (SELECT corrects, SUM(amount) AS amount, SUM(received) AS received, MAX(id) AS newest"
    " FROM register_entry WHERE corrects IS NOT NULL AND deleted_at IS NULL GROUP BY corrects) d ON d.corrects = e.id"
    " LEFT JOIN register_entry n ON n.id = d.newest"
    " WHERE e.register = 'carrier_claim' AND e.deleted_at IS NULL AND e.entered_at >= ? AND e.entered_at < ?{shop}"
    " GROUP BY 1, 2"
)
# The states of models/rules/register_nets.py: SETTLED, and what `standing` says follows from the case.
_EVERY: Final = ", ".join(repr(kind.value) for kind in RegisterKind)
_UNSETTLED: Final = (
    "SELECT e.register, e.currency, COUNT(*), SUM(MAX("
    "CASE WHEN e.state = 'withdrawn' THEN 0 ELSE COALESCE(e.amount, 0) END + COALESCE(d.amount, 0)"
    " - COALESCE(e.received, 0) - COALESCE(d.received, 0), 0))"
    ' FROM register_entry e LEFT JOIN "case" c ON c.id = e.case_id'
    " LEFT JOIN (SELECT corrects, SUM(amount) AS amount, SUM(received) AS received, MAX(id) AS newest"
    " FROM register_entry WHERE corrects IS NOT NULL AND deleted_at IS NULL GROUP BY corrects) d ON d.corrects = e.id"
    " LEFT JOIN register_entry n ON n.id = d.newest"
    " WHERE e.deleted_at IS NULL AND e.corrects IS NULL AND COALESCE(n.state, e.state)"
    " NOT IN ('refused', 'received', 'confirmed', 'done', 'withdrawn')"
    " AND NOT (COALESCE(n.state, e.state) = 'open' AND CASE e.register"
    " WHEN 'wrong_shipment' THEN TRIM(COALESCE(json_extract(e.columns, '$.responsible'), '')) != ''"
    " OR EXISTS (SELECT 1 FROM register_entry x WHERE x.corrects = e.id AND x.deleted_at IS NULL"
    " AND TRIM(COALESCE(json_extract(x.columns, '$.responsible'), '')) != '')"
    " WHEN 'returned_parcel' THEN COALESCE(c.state, '') IN ('done', 'archived')"
    " WHEN 'quality' THEN COALESCE(c.state, '') IN ('done', 'archived')"
    " WHEN 'compensation' THEN COALESCE(c.state, '') IN ('done', 'archived') ELSE 0 END)"
    " AND e.register IN ({registers}) AND e.entered_at >= ? AND e.entered_at < ?{shop} GROUP BY e.register, e.currency"
)
_SHOP: Final = "AND COALESCE(e.shop_id, c.shop_id) = ?"
# What is handed over about no case belongs to no shop, and stands with every one.
_OR_NONE: Final = "AND (COALESCE(e.shop_id, c.shop_id) = ? OR COALESCE(e.shop_id, c.shop_id) IS NULL)"
_REVIEWS: Final = (
    "SELECT COUNT(*) FROM review e WHERE e.deleted_at IS NULL AND e.state = 'open' AND e.verdict != 'good'"
    " AND e.written_at >= ? AND e.written_at < ?{shop}"
)
_HANDED: Final = (
    'SELECT COUNT(*) FROM hand_over_item e LEFT JOIN "case" c ON c.id = e.case_id WHERE e.deleted_at IS NULL'
    " AND e.state IN ('open', 'taken') AND substr(e.morning, 1, 7) = ?{shop}"
)
_UNDECIDED: Final = (
    # The sign keeps SQLite to the index of when cases were opened.
    'SELECT COUNT(*) FROM "case" e WHERE +e.deleted_at IS NULL AND e.merged_into IS NULL AND e.closed_at IS NULL'
    " AND e.opened_at >= ? AND e.opened_at < ? AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.case_id = e.id"
    " AND r.deleted_at IS NULL){shop}"
)


def load_metrics(
    database: CaseDatabase, month: Month, start: datetime, end: datetime, shop_id: int | None,
    carrier_name: Callable[[str], str],
) -> MonthMetrics:  # fmt: skip
    """What a month holds from `start` up to, not including, `end`; `carrier_name` puts written carriers into one."""
    span = (to_millis(start), to_millis(end))
    unsettled, amounts = _unsettled(database, month, span, shop_id)
    return MonthMetrics(
        month=month, shop_id=shop_id, costs=_costs(database, span, shop_id),
        carriers=_carriers(database, span, shop_id, carrier_name), unsettled=unsettled, unsettled_amounts=amounts,
        undecided_cases=int(_rows(database, _UNDECIDED, span, shop_id, "AND e.shop_id = ?")[0][0]),
    )  # fmt: skip


def _rows(
    database: CaseDatabase, sql: str, span: tuple[object, ...], shop_id: int | None, of_shop: str
) -> list[tuple[Any, ...]]:
    values: tuple[Any, ...] = span if shop_id is None else (*span, shop_id)
    shop = f" {of_shop}" if shop_id is not None else ""
    return list(database.execute_sql(sql.format(registers=_EVERY, shop=shop), values))


def _costs(database: CaseDatabase, span: tuple[int, int], shop_id: int | None) -> tuple[CostLine, ...]:
    rows = _rows(database, _COSTS, span, shop_id, "AND c.shop_id = ?")
    return tuple(
        CostLine(Liability(party), Problem(problem), int(cases), Money(int(cost), currency), Money(int(back), currency))
        for party, problem, currency, cases, cost, back in rows
    )


def _carriers(
    database: CaseDatabase, span: tuple[int, int], shop_id: int | None, carrier_name: Callable[[str], str]
) -> tuple[CarrierMonth, ...]:
    sums: dict[tuple[str, str], list[int]] = {}
    for written, currency, *values in _rows(database, _CARRIERS, span, shop_id, _SHOP):
        kept = sums.setdefault((carrier_name(str(written)), currency), [0] * 5)
        for place, value in enumerate(values):
            kept[place] += int(value or 0)
    found = [
        CarrierMonth(name, kept[0], *(Money(minor, currency) for minor in kept[1:]))
        for (name, currency), kept in sums.items()
    ]
    # Those with most first; what has no carrier last.
    return tuple(sorted(found, key=lambda each: (not each.carrier, -each.claimed.minor, each.carrier)))


def _unsettled(
    database: CaseDatabase, month: Month, span: tuple[int, int], shop_id: int | None
) -> tuple[Mapping[RegisterKind, int], Mapping[RegisterKind, tuple[Money, ...]]]:
    counts: dict[RegisterKind, int] = {}
    sums: dict[RegisterKind, dict[str, int]] = {}
    for register, currency, count, amount in _rows(database, _UNSETTLED, span, shop_id, _SHOP):
        kind = RegisterKind(register)
        counts[kind] = counts.get(kind, 0) + int(count)
        inside = sums.setdefault(kind, {})
        inside[currency] = inside.get(currency, 0) + int(amount or 0)
    of_shop = "AND e.shop_id = ?"
    counts[RegisterKind.REVIEW] = int(_rows(database, _REVIEWS, span, shop_id, of_shop)[0][0])
    counts[RegisterKind.HANDOVER] = int(_rows(database, _HANDED, (str(month),), shop_id, _OR_NONE)[0][0])
    counts = {kind: count for kind, count in counts.items() if count}
    return counts, {kind: moneys(inside) for kind, inside in sums.items()}
