"""The lines of the two registers that have tables of their own: reviews, and items handed over from shift to shift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from models.clock import from_millis
from models.kinds import RegisterKind
from models.register_kinds import HandOverState, ReviewState, ReviewVerdict
from models.register_records import Month, RegisterLine
from models.rules.claim_aging import days_between
from models.store.connection import CaseDatabase
from models.store.register_lines_cells import Telling
from models.store.register_lines_sheet import Closed
from models.store.reviews import read_problems

_REVIEW: Final = (
    "id", "shop_id", "case_id", "number", "buyer_nick", "order_number", "item_title", "sku", "rating", "verdict",
    "text", "written_at", "entered_by", "state", "reply", "replied_at", "problems", "extortion",
    "reported_at", "note",
)  # fmt: skip
_REVIEWS: Final = (
    "SELECT r.id, r.shop_id, r.case_id, c.number, COALESCE(NULLIF(r.buyer_nick, ''), c.buyer_nick),"
    " COALESCE(NULLIF(r.order_number, ''), c.order_number), r.item_title, r.sku, r.rating, r.verdict, r.text,"
    " r.written_at, r.entered_by, r.state, r.reply, r.replied_at, r.problems, r.extortion, r.reported_at, r.note"
    " FROM review AS r"
    ' LEFT JOIN "case" AS c ON c.id = r.case_id WHERE r.deleted_at IS NULL'
)
_ITEM: Final = (
    "id", "shop_id", "case_id", "number", "buyer_nick", "morning", "text", "left_at", "left_by", "due_at", "state",
    "taken_at", "taken_by", "done_at", "done_by", "note",
)  # fmt: skip
_ITEMS: Final = (
    "SELECT h.id, COALESCE(h.shop_id, c.shop_id), h.case_id, c.number, COALESCE(c.buyer_nick, b.nick), h.morning,"
    " h.text, h.left_at, h.left_by, h.due_at, h.state, h.taken_at, h.taken_by, h.done_at, h.done_by, h.note"
    ' FROM hand_over_item AS h LEFT JOIN "case" AS c ON c.id = h.case_id LEFT JOIN buyer AS b ON b.id = h.buyer_id'
    " WHERE h.deleted_at IS NULL"
)
_CLEARED: Final = (HandOverState.DONE, HandOverState.PASSED_ON)


def review_lines(
    database: CaseDatabase, span: tuple[int, int] | None, shop_id: int | None, closed: Closed, tell: Telling, *,
    unsettled: bool = False,
) -> list[RegisterLine]:  # fmt: skip
    """The reviews written in a span, oldest first; of all time for None. Settled: answered, needing none, or good."""
    sql, values = _REVIEWS, list[Any]()
    if unsettled:
        sql += " AND r.state = 'open' AND r.verdict <> 'good'"
    if span is not None:
        sql, values = sql + " AND r.written_at >= ? AND r.written_at < ?", [*span]
    if shop_id is not None:
        sql, values = sql + " AND r.shop_id = ?", [*values, shop_id]
    found = []
    for row in _rows(database, sql + " ORDER BY r.written_at, r.id", values, _REVIEW):
        state, verdict = ReviewState(row["state"]), ReviewVerdict(row["verdict"])
        problems = read_problems(row["problems"] or "[]")
        cells = {
            "written": tell.day(row["written_at"]), "case": row["number"] or "", "buyer": row["buyer_nick"] or "",
            "order": row["order_number"] or "", "item": row["item_title"] or row["sku"], "verdict": verdict,
            "stars": row["rating"], "text": row["text"], "problems": ", ".join(str(each) for each in problems),
            "extortion": bool(row["extortion"]), "state": state, "reply": row["reply"],
            "replied": tell.day(row["replied_at"]), "reported": tell.day(row["reported_at"]), "note": row["note"],
            "by": row["entered_by"],
        }  # fmt: skip
        found.append(RegisterLine(
            id=row["id"], register=RegisterKind.REVIEW, source="review", entered_at=from_millis(row["written_at"]),
            shop_id=row["shop_id"], case_id=row["case_id"], case_number=row["number"] or "",
            buyer_nick=row["buyer_nick"] or "", state=state, cells=cells, group=verdict.value,
            settled=state is not ReviewState.OPEN or verdict is ReviewVerdict.GOOD,
            closed=_in(closed, row["shop_id"], row["written_at"]),
        ))  # fmt: skip
    return found


def hand_over_lines(
    database: CaseDatabase, month: Month | None, shop_id: int | None, closed: Closed, tell: Telling, *,
    unsettled: bool = False,
) -> list[RegisterLine]:  # fmt: skip
    """The items for the mornings of a month, in their order; of all time for None."""
    sql, values = _ITEMS, list[Any]()
    if unsettled:
        sql += " AND h.state IN ('open', 'taken')"
    if month is not None:
        sql, values = sql + " AND h.morning BETWEEN ? AND ?", [f"{month}-01", f"{month}-31"]
    if shop_id is not None:
        sql += " AND (COALESCE(h.shop_id, c.shop_id) = ? OR COALESCE(h.shop_id, c.shop_id) IS NULL)"
        values.append(shop_id)
    found = []
    for row in _rows(database, sql + " ORDER BY h.morning, h.id", values, _ITEM):
        state, due = HandOverState(row["state"]), from_millis(row["due_at"])
        settled = state in _CLEARED
        cells = {
            "morning": date.fromisoformat(row["morning"]), "text": row["text"], "case": row["number"] or "",
            "buyer": row["buyer_nick"] or "", "left": from_millis(row["left_at"]), "left_by": row["left_by"],
            "due": due, "state": state, "taken_by": row["taken_by"], "taken": _moment(row["taken_at"]),
            "done_by": row["done_by"], "done": _moment(row["done_at"]), "note": row["note"],
        }  # fmt: skip
        late = 0 if settled or tell.now < due else max(days_between(due, tell.now, tell.where), 1)
        found.append(RegisterLine(
            id=row["id"], register=RegisterKind.HANDOVER, source="hand_over_item",
            entered_at=from_millis(row["left_at"]), shop_id=row["shop_id"], case_id=row["case_id"],
            case_number=row["number"] or "", buyer_nick=row["buyer_nick"] or "", state=state, cells=cells,
            settled=settled, late=late, closed=_in(closed, row["shop_id"], row["left_at"]),
        ))  # fmt: skip
    return found


def count_reviews(database: CaseDatabase, span: tuple[int, int] | None, shop_id: int | None) -> int:
    """How many reviews were written in a span."""
    sql, values = "SELECT COUNT(*) FROM review WHERE deleted_at IS NULL", list[Any]()
    if span is not None:
        sql, values = sql + " AND written_at >= ? AND written_at < ?", [*span]
    if shop_id is not None:
        sql, values = sql + " AND shop_id = ?", [*values, shop_id]
    return int(database.execute_sql(sql, values).fetchone()[0])


def count_items(database: CaseDatabase, month: Month | None, shop_id: int | None) -> int:
    """How many items were handed over for the mornings of a month."""
    sql, values = "SELECT COUNT(*) FROM hand_over_item WHERE deleted_at IS NULL", list[Any]()
    if month is not None:
        sql, values = sql + " AND morning BETWEEN ? AND ?", [f"{month}-01", f"{month}-31"]
    if shop_id is not None:
        sql, values = sql + " AND (shop_id = ? OR shop_id IS NULL)", [*values, shop_id]
    return int(database.execute_sql(sql, values).fetchone()[0])


def _rows(database: CaseDatabase, sql: str, values: Sequence[Any], names: Sequence[str]) -> list[dict[str, Any]]:
    return [dict(zip(names, line, strict=True)) for line in database.execute_sql(sql, values)]


def _moment(millis: int | None) -> datetime | None:
    return None if millis is None else from_millis(millis)


def _in(closed: Closed, shop_id: int | None, millis: int) -> bool:
    return shop_id is not None and any(start <= millis < end for start, end in closed.get(shop_id, ()))
