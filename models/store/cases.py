"""The Cases list: ids in order from an index, rows for what is on screen, counts for the view chips."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from operator import and_
from typing import Any

from peewee import SQL, Expression, fn

from models.case_query import CaseQuery, CaseView
from models.clock import from_millis, to_millis
from models.errors import NotFound
from models.evidence_records import Completeness
from models.kinds import CaseState, Flag, Liability, Problem, Tier, WaitingOn
from models.known_words import TIERS
from models.money import Money
from models.records import Case, CaseRow
from models.store.case_filters import Zones, filter_conditions
from models.store.case_tags import tags_of
from models.store.connection import CaseDatabase, bindable
from models.store.kept_orders import kept_order
from models.store.search import find_cases, read_id_set, read_ids, search_terms
from models.store.whole_rows import WholeRows
from models.tables.case import NO_CLOCK, CaseTable

ARCHIVE_SHELF, OPEN_SHELF, DONE_SHELF, SNOOZE_SHELF = range(4)
_SHELVES = (ARCHIVE_SHELF, OPEN_SHELF, DONE_SHELF, SNOOZE_SHELF)
# Up to so many found cases are sorted; more are picked out of the sorted list.
_FEW = 2_000
_RESTING = frozenset({CaseView.DONE, CaseView.ARCHIVED})
# What these hold does not change as time passes.
_TIMELESS = frozenset({CaseView.ALL, CaseView.OPEN, CaseView.DONE, CaseView.ARCHIVED, CaseView.SNOOZED})
DUE_SOON = timedelta(hours=24)
_SUMMED = 20_000
_ROWS = (
    "SELECT t1.id, t1.number, t1.state, t1.problem, t1.liability, t1.waiting_on, t1.flag, t1.at_stake, t1.currency,"
    " t1.next_due_at, t1.buyer_nick, b.tier, t1.order_number, t1.handler_name, t1.updated_at, t1.shop_id,"
    " t1.snoozed_until, t1.evidence_needed, t1.evidence_there, t1.evidence_due"
    ' FROM "case" AS "t1" LEFT JOIN buyer b ON b.id = t1.buyer_id WHERE t1."id" IN ({})'
)
_CASE = WholeRows(CaseTable, "id = ?")
_SUMS = 'SELECT currency, SUM(at_stake) FROM "case" WHERE id IN ({}) AND deleted_at IS NULL GROUP BY currency'


_WAITING = {
    CaseView.WAITING_BUYER: WaitingOn.BUYER,
    CaseView.WAITING_WAREHOUSE: WaitingOn.WAREHOUSE,
    CaseView.WAITING_CARRIER: WaitingOn.CARRIER,
    CaseView.WAITING_PLATFORM: WaitingOn.PLATFORM,
}


def shelf_of(state: CaseState, *, snoozed: bool = False) -> int:
    """The shelf a state stands on: open (or snoozed), done or archived."""
    if state is CaseState.ARCHIVED:
        return ARCHIVE_SHELF
    if state is CaseState.DONE:
        return DONE_SHELF
    return SNOOZE_SHELF if snoozed else OPEN_SHELF


def _zones(database: CaseDatabase, query: CaseQuery, time_zone: str) -> Zones:
    """The zones days are counted in: one for a single shop or shops in one zone, else each with its shops."""
    filters = query.filters
    if query.shop_id is not None or (filters.period is None and filters.first_day is None and filters.last_day is None):
        return [(time_zone, ())]
    zones: dict[str, list[int]] = {}
    for shop_id, name in database.execute_sql("SELECT id, time_zone FROM shop"):
        zones.setdefault(name, []).append(shop_id)
    return [(name, tuple(ids)) for name, ids in zones.items()] or [(time_zone, ())]


def _conditions(database: CaseDatabase, query: CaseQuery, now: datetime, time_zone: str) -> list[Expression]:
    conditions = _view_conditions(query, now) + filter_conditions(
        query.filters, now, _zones(database, query, time_zone)
    )
    for match, people in search_terms(database, query.text):
        found = SQL('"t1"."id" IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)', (match,))
        conditions.append(CaseTable.handler_id.in_(people) | found if people else found)
    return conditions


def _view_conditions(query: CaseQuery, now: datetime) -> list[Any]:
    view = query.view
    conditions: list[Any] = [CaseTable.deleted_at.is_null()]
    if view is CaseView.ARCHIVED:
        conditions.append(CaseTable.shelf == ARCHIVE_SHELF)
    elif view is CaseView.DONE:
        conditions.append(CaseTable.shelf == DONE_SHELF)
    elif view is CaseView.SNOOZED:
        conditions.append(CaseTable.shelf == SNOOZE_SHELF)
    elif view in (CaseView.OVERDUE, CaseView.DUE_SOON, CaseView.IN_DISPUTE):
        # A clock runs on and a dispute goes on while a case is snoozed.
        conditions.append(CaseTable.shelf.in_((OPEN_SHELF, SNOOZE_SHELF)))
    elif view is not CaseView.ALL:
        conditions.append(CaseTable.shelf == OPEN_SHELF)
    millis = to_millis(now)
    if view is CaseView.OVERDUE:
        conditions.append(CaseTable.next_due_at < millis)
    elif view is CaseView.DUE_SOON:
        conditions.append(CaseTable.next_due_at.between(millis, to_millis(now + DUE_SOON)))
    elif view is CaseView.IN_DISPUTE:
        conditions.append(CaseTable.state == CaseState.IN_DISPUTE)
    elif view is CaseView.MINE:
        conditions.append(CaseTable.handler_id == query.mine)
    elif view in _WAITING:
        conditions.append(CaseTable.waiting_on == _WAITING[view])
    if query.shop_id is not None:
        conditions.append(CaseTable.shop_id == query.shop_id)
    return conditions


def list_case_ids(database: CaseDatabase, query: CaseQuery, now: datetime, time_zone: str = "UTC") -> array[int]:
    """The ids the list shows, in order; days of filters are days of `time_zone`, or of each
    shop where all are shown and they are in several zones. 8 bytes each, so a million fit.

    What a text or filters leave is found first, in no order. Few are sorted; many are picked out of the whole view's
    order, which an index gives: that beats sorting them, and the order is kept from one key to the next.
    """
    wanted = find_cases(database, query.text)
    if query.filters and (wanted is None or len(wanted) > _FEW):
        filtered = _filtered_ids(database, query, now, time_zone)
        wanted = filtered if wanted is None else wanted & filtered
    if wanted is None:
        return _view_order(database, query, now)[:]
    if len(wanted) <= _FEW:
        return _sorted_ids(database, query, sorted(wanted), now, time_zone)
    return array("q", filter(wanted.__contains__, _view_order(database, query, now)))


def _view_order(database: CaseDatabase, query: CaseQuery, now: datetime) -> array[int]:
    """All ids of a view in order, without its text and filters."""
    if query.view not in _TIMELESS:
        return _read_order(database, query, now)
    key = (query.view, query.sort, query.shop_id)
    ascending = replace(query, descending=False)
    order = kept_order(database, key, lambda: _read_order(database, ascending, now))
    return order[::-1] if query.descending else order


def _read_order(database: CaseDatabase, query: CaseQuery, now: datetime) -> array[int]:
    column = CaseTable._meta.fields[query.sort.value]
    conditions = _view_conditions(query, now)
    parts, parameters = [], []
    # The indexes of the list begin with the shelf: all cases are its shelves, each in order, merged.
    for shelf in _SHELVES if query.view is CaseView.ALL else (None,):
        shelved = conditions if shelf is None else [CaseTable.shelf == shelf, *conditions]
        selected = CaseTable.select(CaseTable.id, column.alias("sorted")).where(*shelved)
        sql, values = database.get_sql_context().sql(selected).query()
        parts.append(sql)
        parameters += values
    order = " ORDER BY 2 DESC, 1 DESC" if query.descending else " ORDER BY 2, 1"
    return read_ids(database, " UNION ALL ".join(parts) + order, parameters)


def _filtered_ids(database: CaseDatabase, query: CaseQuery, now: datetime, time_zone: str) -> set[int]:
    conditions = _view_conditions(query, now) + filter_conditions(
        query.filters, now, _zones(database, query, time_zone)
    )
    if query.view is CaseView.ALL:
        # Nothing is left out by it, but the index of the filters, which begins with the shelf, can be used.
        conditions.append(CaseTable.shelf.in_(_SHELVES))
    selected = CaseTable.select(CaseTable.id).where(*conditions)
    return read_id_set(database, *database.get_sql_context().sql(selected).query())


def _sorted_ids(
    database: CaseDatabase, query: CaseQuery, ids: Sequence[int], now: datetime, time_zone: str
) -> array[int]:
    column = CaseTable._meta.fields[query.sort.value]
    selected = CaseTable.select(CaseTable.id, column.alias("sorted")).where(
        SQL('"t1"."id" IN (SELECT value FROM json_each(?))', (str(list(ids)),)),
        *_conditions(database, replace(query, text=""), now, time_zone),
    )
    sql, parameters = database.get_sql_context().sql(selected).query()
    # By their ids: the planner would walk the whole shelf and look each case up among the found.
    sql = sql.replace(' AS "t1" ', ' AS "t1" NOT INDEXED ', 1)
    order = " ORDER BY 2 DESC, 1 DESC" if query.descending else " ORDER BY 2, 1"
    return read_ids(database, sql + order, parameters)


def count_view(
    database: CaseDatabase, query: CaseQuery, now: datetime, time_zone: str = "UTC", *, currency: str | None = None
) -> tuple[int, int]:
    """How many cases a view holds, and the sum at stake in minor units, of those in one currency if it is given."""
    at_stake = fn.SUM(CaseTable.at_stake)
    if currency is not None:
        at_stake = at_stake.filter(CaseTable.currency == currency)
    selected = CaseTable.select(fn.COUNT(CaseTable.id), fn.COALESCE(at_stake, 0))
    if query.view is CaseView.ALL:
        # Nothing is left out by it, but the index that also holds the sums can be used.
        selected = selected.where(CaseTable.shelf.in_(_SHELVES))
    count, minor = next(iter(selected.where(*_conditions(database, query, now, time_zone)).tuples().execute(database)))
    return int(count), int(minor)


def count_views(
    database: CaseDatabase,
    views: Collection[CaseView],
    now: datetime,
    *,
    shop_id: int | None = None,
    mine: int | None = None,
    currency: str | None = None,
) -> dict[CaseView, tuple[int, int]]:
    """As `count_view` for views without text and filters, all in one read; of large shelves only what is asked for."""
    # All cases are those of the shelves, so their views are counted for it.
    parts = {CaseView.OPEN, CaseView.SNOOZED, CaseView.DONE, CaseView.ARCHIVED}
    wanted = [view for view in CaseView if view in views or (CaseView.ALL in views and view in parts)]
    sqls, parameters, order = [], [], []
    for shelves, resting in (((OPEN_SHELF, SNOOZE_SHELF), False), ((DONE_SHELF, ARCHIVE_SHELF), True)):
        counted = [view for view in wanted if (view in _RESTING) is resting and view is not CaseView.ALL]
        columns = []
        for view in counted:
            holds = reduce(and_, _view_conditions(CaseQuery(view=view, mine=mine), now))
            summed = holds if currency is None else holds & (CaseTable.currency == currency)
            columns += [fn.COUNT(CaseTable.id).filter(holds), fn.COALESCE(fn.SUM(CaseTable.at_stake).filter(summed), 0)]
        if columns:
            where = [CaseTable.shelf.in_(shelves), CaseTable.deleted_at.is_null()]
            if shop_id is not None:
                where.append(CaseTable.shop_id == shop_id)
            sql, values = database.get_sql_context().sql(CaseTable.select(*columns).where(*where)).query()
            sqls.append(f"({sql})")
            parameters += values
            order += counted
    found: dict[CaseView, tuple[int, int]] = {}
    if sqls:
        row = database.execute_sql(f"SELECT * FROM {', '.join(sqls)}", parameters).fetchone()  # noqa: S608
        found = {view: (int(row[2 * at]), int(row[2 * at + 1])) for at, view in enumerate(order)}
    if CaseView.ALL in views:
        found[CaseView.ALL] = (sum(found[view][0] for view in parts), sum(found[view][1] for view in parts))
    return {view: found[view] for view in views}


def sum_open(database: CaseDatabase, shop_id: int | None = None) -> tuple[Money, ...]:
    """What is at stake in all open cases, of one shop if given: one sum per currency."""
    open_ones = (CaseTable.shelf == OPEN_SHELF) & CaseTable.deleted_at.is_null()
    if shop_id is not None:
        open_ones &= CaseTable.shop_id == shop_id
    query = CaseTable.select(CaseTable.currency, fn.SUM(CaseTable.at_stake)).where(open_ones)
    rows = query.group_by(CaseTable.currency).order_by(CaseTable.currency).tuples().execute(database)
    return tuple(Money(int(minor), currency) for currency, minor in rows if minor)


def sum_at_stake(database: CaseDatabase, ids: Iterable[int]) -> tuple[Money, ...]:
    """What is at stake in these cases together, one sum per currency; ids that are gone add nothing."""
    sums: dict[str, int] = {}
    wanted = array("q", ids)
    for start in range(0, len(wanted), _SUMMED):
        # Whole numbers only, so they may stand in the statement: binding thousands of them takes longer than the sums.
        part = ",".join(map(str, wanted[start : start + _SUMMED]))
        for currency, minor in database.execute_sql(_SUMS.format(part)).fetchall():
            sums[currency] = sums.get(currency, 0) + int(minor)
    return tuple(Money(sums[currency], currency) for currency in sorted(sums))


def load_rows(database: CaseDatabase, ids: Sequence[int]) -> dict[int, CaseRow]:
    """The rows of these ids; ids that are gone are left out. The window reads a page of them while it scrolls."""
    tags = tags_of(database, ids)
    rows = database.execute_sql(_ROWS.format(", ".join("?" * len(ids))), list(ids)).fetchall()
    return {
        row[0]: CaseRow(
            id=row[0], number=row[1], state=CaseState(row[2]), problem=Problem(row[3]), liability=Liability(row[4]),
            waiting_on=WaitingOn(row[5]), flag=Flag(row[6]), at_stake=Money(row[7], row[8]),
            next_due_at=None if row[9] >= NO_CLOCK else from_millis(row[9]), buyer_nick=row[10],
            tier=TIERS[row[11]] if row[11] else Tier.NONE, order_number=row[12], handler=row[13],
            updated_at=from_millis(row[14]), shop_id=row[15],
            snoozed_until=None if row[16] is None else from_millis(row[16]), tags=tags.get(row[0], ()),
            evidence=None if row[17] is None else Completeness(row[17], row[18], row[19]),
        )
        for row in rows
    }  # fmt: skip


def find_case(database: CaseDatabase, case_id: int) -> Case:
    """One case; NotFound if there is none."""
    row = _CASE.first(database, case_id)
    if row is not None:
        return case_of(row)
    raise NotFound("case_not_found", case=case_id)


def case_of(row: dict[str, Any]) -> Case:
    """The record of one row of the table."""
    dropped = (
        "currency", "shelf", "buyer_nick", "order_number", "handler_name", "next_due_at", "evidence_gone",
        "evidence_needed", "evidence_there", "evidence_due", "deleted_at",
    )  # fmt: skip
    values = {name: value for name, value in row.items() if name not in dropped}
    return Case(**values | {"at_stake": Money(row["at_stake"], row["currency"])})


def find_case_id(database: CaseDatabase, number: str) -> int:
    """The id of a case number; NotFound if there is none."""
    wanted = bindable(number).strip()
    for row in CaseTable.select(CaseTable.id).where(CaseTable.number == wanted).tuples().execute(database):
        return int(row[0])
    raise NotFound("case_not_found", case=wanted)


def next_number(database: CaseDatabase, year: int, month: int) -> str:
    """The next free case number of a month: A2611-0387."""
    prefix = f"A{year % 100:02d}{month:02d}-"
    # Longer numbers come after all shorter ones, so past 9999 the count goes on.
    newest = (
        CaseTable.select(CaseTable.number)
        .where((CaseTable.number >= prefix) & (CaseTable.number < f"{prefix[:-1]}."))
        .order_by(fn.LENGTH(CaseTable.number).desc(), CaseTable.number.desc())
        .limit(1)
        .tuples()
    )
    found = next(iter(newest.execute(database)), None)
    return f"{prefix}{int(found[0][len(prefix) :]) + 1 if found else 1:04d}"
