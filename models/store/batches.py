"""Quality lines by style and batch, and what was done about batches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.batch_records import BatchNotice, QualityReport
from models.clock import from_millis, to_millis
from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.rules.batch_alarm import severe_words
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.register import BatchNoticeTable

_NOTICES = WholeRows(BatchNoticeTable, "covers_until >= ? AND deleted_at IS NULL ORDER BY covers_until, id")
_SELECT = """SELECT e.id, e.case_id, e.entered_at, e.state, e.columns, e.corrects, e.shop_id, c.number, c.buyer_id,
        c.buyer_nick, c.problem, c.order_id
    FROM register_entry AS e LEFT JOIN "case" AS c ON c.id = e.case_id
    WHERE """
# A line that corrects an older one stands with it, whenever either was written.
_SINCE = "e.register = ? AND e.entered_at >= ? AND e.entered_at < ? AND e.deleted_at IS NULL ORDER BY e.id"
_ORIGINALS = "e.id IN ({}) AND e.deleted_at IS NULL ORDER BY e.id"
_CORRECTIONS = "e.corrects IN ({}) AND e.deleted_at IS NULL ORDER BY e.id"
_PHOTOS = """SELECT case_id, COUNT(*) FROM evidence WHERE case_id IN ({}) AND deleted_at IS NULL
    AND media = 'photo' GROUP BY case_id"""
_NICKS = """SELECT b.id, b.nick FROM buyer AS b WHERE b.nick IN ({0})
    UNION SELECT f.buyer_id, f.nick FROM former_nick AS f WHERE f.nick IN ({0}) AND f.deleted_at IS NULL"""
_GOODS = """SELECT order_id, sku, batch, item_title FROM order_line WHERE order_id IN ({})
    ORDER BY order_id, position DESC"""
_TOGETHER = 500
_Good = tuple[str, str, str]


def list_reports(
    database: CaseDatabase, since: datetime, until: datetime | None = None, *, shop_id: int | None = None
) -> tuple[QualityReport, ...]:  # fmt: skip
    """The quality lines written from `since` to before `until`, as they stand after their corrections, oldest first.

    Lines withdrawn are none. Photos are not counted here: `with_photos` does that for those that are shown.
    """
    end = to_millis(until) if until is not None else 1 << 62
    rows = _rows(database, _SINCE, (RegisterKind.QUALITY.value, to_millis(since), end))
    return _reports(database, rows, shop_id)


def list_reports_of(database: CaseDatabase, entry_ids: Sequence[int]) -> tuple[QualityReport, ...]:
    """Some quality lines, as they stand after their corrections; one that is not there is left out."""
    rows = [row for part in _parts(entry_ids) for row in _rows(database, _ORIGINALS.format(_marks(part)), part)]
    return _reports(database, rows, None)


def _reports(database: CaseDatabase, rows: list[dict[str, Any]], shop_id: int | None) -> tuple[QualityReport, ...]:
    originals = [row for row in rows if row["corrects"] is None]
    newest = _corrections(database, [row["id"] for row in originals]) if originals else {}
    told = {row["id"]: {**_columns(row), **_columns(newest.get(row["id"], row))} for row in originals}
    goods = _goods(database, [row["order_id"] for row in originals if _wants_goods(told[row["id"]])])
    found = []
    for row in originals:
        withdrawn = newest.get(row["id"], row)["state"] == RegisterState.WITHDRAWN.value
        if withdrawn or (shop_id is not None and row["shop_id"] not in (None, shop_id)):
            continue
        found.append(_report(row, told[row["id"]], goods.get(row["order_id"], ("", "", ""))))
    return tuple(_known(database, found))


def _corrections(database: CaseDatabase, ids: Sequence[int]) -> Mapping[int, dict[str, Any]]:
    newest: dict[int, dict[str, Any]] = {}
    for part in _parts(ids):
        for row in _rows(database, _CORRECTIONS.format(_marks(part)), part):
            before = newest.get(row["corrects"], {"columns": "{}"})
            newest[row["corrects"]] = {**row, "columns": json.dumps({**_columns(before), **_columns(row)})}
    return newest


def _wants_goods(columns: Mapping[str, str]) -> bool:
    return not (columns.get("style") or columns.get("sku")) or not columns.get("batch")


def _goods(database: CaseDatabase, order_ids: Sequence[int | None]) -> Mapping[int, _Good]:
    """Style, batch and title of the first line of orders, for what a report itself does not say."""
    found: dict[int, _Good] = {}
    for part in _parts(sorted({each for each in order_ids if each is not None})):
        for order_id, sku, batch, title in database.execute_sql(_GOODS.format(_marks(part)), tuple(part)):
            found[order_id] = (sku or "", batch or "", title or "")
    return found


def _report(row: Mapping[str, Any], columns: Mapping[str, str], good: _Good) -> QualityReport:
    nick = str(row["buyer_nick"] or columns.get("buyer_id", "") or columns.get("buyer", ""))
    item = str(columns.get("item") or good[2])
    severe = severe_words(columns)
    return QualityReport(
        entry_id=row["id"], case_id=row["case_id"], case_number=row["number"] or str(columns.get("case_no", "")),
        buyer=row["buyer_id"] if row["buyer_id"] is not None else nick, buyer_nick=nick,
        style=str(columns.get("style") or columns.get("sku") or good[0] or item),
        batch=str(columns.get("batch") or good[1]), item=item,
        reported_at=from_millis(row["entered_at"]), severe=severe,
        kind=str(columns.get("kind") or row["problem"] or ""),
        shop_id=row["shop_id"], severe_at=_moment(columns.get("severe_at")) if severe else None,
    )  # fmt: skip


def _known(database: CaseDatabase, reports: Sequence[QualityReport]) -> Iterable[QualityReport]:
    """A buyer known by nick alone is the one who has that nick, or had it."""
    nicks = sorted({report.buyer for report in reports if isinstance(report.buyer, str) and report.buyer})
    if not nicks:
        return reports
    owners: dict[str, set[int]] = {}
    for part in _parts(nicks):
        marks = _marks(part)
        for buyer_id, nick in database.execute_sql(_NICKS.format(marks), (*part, *part)):
            owners.setdefault(nick, set()).add(buyer_id)
    sole = {nick: ids.pop() for nick, ids in owners.items() if len(ids) == 1}
    return [replace(each, buyer=sole.get(each.buyer, each.buyer)) if isinstance(each.buyer, str) else each
            for each in reports]  # fmt: skip


def count_photos(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, int]:
    """How many pictures each of these cases has."""
    found: dict[int, int] = {}
    for part in _parts(sorted(set(case_ids))):
        found.update(database.execute_sql(_PHOTOS.format(_marks(part)), part))
    return found


def list_notices(database: CaseDatabase, since: datetime) -> tuple[BatchNotice, ...]:
    """What was done about batches, as far as it covers reports since then, oldest first."""
    return tuple(_notice(row) for row in _NOTICES.read(database, to_millis(since)))


def _notice(row: Mapping[str, Any]) -> BatchNotice:
    return BatchNotice(
        id=row["id"], shop_id=row["shop_id"], style=row["style"], batch=row["batch"], covers_until=row["covers_until"],
        buyers=row["buyers"], severe=row["severe"], acknowledged_at=row["acknowledged_at"],
        acknowledged_by=row["acknowledged_by"], stock_down=row["stock_down"], supplier_told=row["supplier_told"],
        note=row["note"],
    )  # fmt: skip


def _rows(database: CaseDatabase, condition: str, values: Sequence[object]) -> list[dict[str, Any]]:
    names = ("id", "case_id", "entered_at", "state", "columns", "corrects", "shop_id", "number", "buyer_id",
             "buyer_nick", "problem", "order_id")  # fmt: skip
    cursor = database.execute_sql(_SELECT + condition, tuple(values))
    return [dict(zip(names, line, strict=True)) for line in cursor]


def _columns(row: Mapping[str, Any]) -> dict[str, str]:
    read = json.loads(row["columns"] or "{}")
    return read if isinstance(read, dict) else {}


def _moment(text: object) -> datetime | None:
    """A kept moment; None for what is none, or names no zone."""
    try:
        found = datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _marks(part: Sequence[object]) -> str:
    return ", ".join("?" * len(part))


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[start : start + _TOGETHER] for start in range(0, len(values), _TOGETHER))
