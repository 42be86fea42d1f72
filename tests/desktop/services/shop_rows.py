"""What stands in the store: rows that a list shows, and what must hold of every case whatever was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kinds import CaseState, ClockStatus, WaitingOn
from models.store.cases import shelf_of
from models.store.history import verify_chain
from models.tables.case import NO_CLOCK

if TYPE_CHECKING:
    from desktop.context import AppContext

_LEFT_OUT = ("updated_at", "deleted_at")


def shop_rows(ctx: AppContext) -> dict[str, list[Any]]:
    """All rows that are not taken back, by table, without the time of the last change, which undo moves on."""
    database = ctx.store.database
    names = [row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    shown: dict[str, list[Any]] = {}
    for name in names:
        if name.startswith(("history", "case_search", "buyer_search", "sqlite_")):
            continue
        columns = [row[1] for row in database.execute_sql(f'PRAGMA table_info("{name}")')]
        kept = ", ".join(f'"{column}"' for column in columns if column not in _LEFT_OUT)
        where = "WHERE deleted_at IS NULL" if "deleted_at" in columns else ""
        shown[name] = database.execute_sql(f'SELECT {kept} FROM "{name}" {where} ORDER BY 1').fetchall()
    return shown


def broken_rules(ctx: AppContext) -> list[str]:
    """What does not hold: shelves, next clocks, the chain of the history, evidence numbers."""
    database, found = ctx.store.database, list[str]()
    cases = database.execute_sql(
        'SELECT id, state, shelf, snoozed_until, next_due_at, merged_into, closed_at FROM "case" WHERE deleted_at IS NULL'
    ).fetchall()
    for case_id, state, shelf, snoozed, due, merged, closed in cases:
        if shelf != shelf_of(CaseState(state), snoozed=snoozed is not None):
            found.append(f"case {case_id} is {state} on shelf {shelf}, snoozed {snoozed}")
        if merged is not None and (state != CaseState.ARCHIVED or snoozed is not None):
            found.append(f"merged case {case_id} is {state}")
        if (closed is not None) != (state in (CaseState.DONE, CaseState.ARCHIVED)):
            found.append(f"case {case_id} is {state}, closed {closed}")
        clocks = database.execute_sql(
            "SELECT MIN(due_at) FROM clock WHERE case_id = ? AND status = ? AND who != ? AND deleted_at IS NULL",
            (case_id, ClockStatus.RUNNING, WaitingOn.BUYER),
        ).fetchone()[0]
        if due != (NO_CLOCK if clocks is None else clocks):
            found.append(f"case {case_id} is due {due}, its clocks {clocks}")
    chain = verify_chain(database)
    if chain.broken_at is not None:
        found.append(f"history broken at {chain.broken_at}: {chain.reason}")
    return found
