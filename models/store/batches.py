"""Quality lines by style and batch, and what was done about batches."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.batch_records import BatchNotice, QualityReport
from models.clock import from_millis, to_millis
from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.rules.batch_alarm import batch_key, severe_words
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.register import BatchNoticeTable

_NOTICES = WholeRows(BatchNoticeTable, "covers_until >= ? AND deleted_at IS NULL ORDER BY covers_until, id")
_LINE = "SELECT id, case_id, entered_at, state, columns, corrects, shop_id FROM register_entry "
_NAMES = ("id", "case_id", "entered_at", "state", "columns", "corrects", "shop_id")
# A line that corrects an older one stands with it, whenever either was written.
_SINCE = """WHERE register = ? AND entered_at >= ? AND entered_at < ? AND deleted_at IS NULL AND corrects IS NULL
    ORDER BY id"""
_OF_IDS = "WHERE id IN ({}) AND deleted_at IS NULL AND corrects IS NULL ORDER BY id"
# There are few of them, and an index of them alone.
_CORRECTIONS = """INDEXED BY register_corrects WHERE corrects IS NOT NULL AND register = ? AND deleted_at IS NULL
    ORDER BY id"""
_CASES = """SELECT id, number, buyer_id, buyer_nick, problem FROM "case" WHERE id IN ({})"""
_PHOTOS = """SELECT case_id, COUNT(*) FROM evidence WHERE case_id IN ({}) AND deleted_at IS NULL
    AND media = 'photo' GROUP BY case_id"""
_NICKS = """SELECT b.id, b.nick FROM buyer AS b WHERE b.nick IN ({0})
    UNION SELECT f.buyer_id, f.nick FROM former_nick AS f WHERE f.nick IN ({0}) AND f.deleted_at IS NULL"""
_GOODS = """SELECT c.id, l.sku, l.batch, l.item_title FROM "case" AS c
    JOIN order_line AS l ON l.order_id = c.order_id WHERE c.id IN ({}) ORDER BY c.id, l.position DESC"""
_TOGETHER = 500
_Good = tuple[str, str, str]
_Case = tuple[str, int | None, str, str]


def list_reports(
    database: CaseDatabase, since: datetime, until: datetime | None = None, *, shop_id: int | None = None,
    together: int = 0,
) -> tuple[QualityReport, ...]:  # fmt: skip
    """The quality lines written from `since` to before `until`, as they stand after their corrections, oldest first.

    Lines withdrawn are none. `together`: only those of a style and batch with so many lines, or with a severe one; the
    cases of all others need not be read. Photos are not counted here: `count_photos` does that for those shown.
    """
    end = to_millis(until) if until is not None else 1 << 62
    rows = _rows(database, _SINCE, (RegisterKind.QUALITY.value, to_millis(since), end))
    return _reports(database, rows, shop_id, together)


def list_reports_of(database: CaseDatabase, entry_ids: Sequence[int]) -> tuple[QualityReport, ...]:
    """Some quality lines, as they stand after their corrections; one that is not there is left out."""
    rows = [row for part in _parts(entry_ids) for row in _rows(database, _OF_IDS.format(_marks(part)), part)]
    return _reports(database, rows, None, 0)


def _reports(
    database: CaseDatabase, rows: list[dict[str, Any]], shop_id: int | None, together: int
) -> tuple[QualityReport, ...]:  # fmt: skip
    newest = _corrections(database) if rows else {}
    told: list[tuple[dict[str, Any], dict[str, str]]] = []
    for row in rows:
        last = newest.get(row["id"])
        state = last["state"] if last is not None else row["state"]
        if state == RegisterState.WITHDRAWN.value or (shop_id is not None and row["shop_id"] not in (None, shop_id)):
            continue
        told.append((row, {**_columns(row), **(_columns(last) if last is not None else {})}))
    goods = _goods(database, [row["case_id"] for row, columns in told if not _style(columns)])
    for place, (row, columns) in enumerate(told):
        sku, batch, item = goods.get(row["case_id"], ("", "", "")) if not _style(columns) else ("", "", "")
        if sku or batch or item:
            filled = {"sku": sku, "batch": columns.get("batch") or batch, "item": columns.get("item") or item}
            told[place] = (row, {**columns, **filled})
    likely = _likely(told, together) if together else told
    cases = _cases(database, [row["case_id"] for row, _ in likely])
    found = [_report(row, columns, cases.get(row["case_id"], ("", None, "", ""))) for row, columns in likely]
    return tuple(_known(database, found))


def _likely(
    told: list[tuple[dict[str, Any], dict[str, str]]], together: int
) -> list[tuple[dict[str, Any], dict[str, str]]]:  # fmt: skip
    """The lines of groups that have so many, or a severe one."""
    keys = [batch_key(_style(columns) or str(columns.get("item", "")), str(columns.get("batch", "")))
            for _, columns in told]  # fmt: skip
    counts = Counter(keys)
    severe = {key for key, (_, columns) in zip(keys, told, strict=True) if severe_words(columns)}
    return [each for key, each in zip(keys, told, strict=True) if counts[key] >= together or key in severe]


def _corrections(database: CaseDatabase) -> Mapping[int, dict[str, Any]]:
    newest: dict[int, dict[str, Any]] = {}
    for row in _rows(database, _CORRECTIONS, (RegisterKind.QUALITY.value,)):
        before = newest.get(row["corrects"], {"columns": "{}"})
        newest[row["corrects"]] = {**row, "columns": json.dumps({**_columns(before), **_columns(row)})}
    return newest


def _style(columns: Mapping[str, str]) -> str:
    return str(columns.get("style") or columns.get("sku") or "")


def _goods(database: CaseDatabase, case_ids: Sequence[int | None]) -> Mapping[int, _Good]:
    """Style, batch and title of the first line of the orders of cases, for what a report itself does not say."""
    found: dict[int, _Good] = {}
    for part in _parts(sorted({each for each in case_ids if each is not None})):
        for case_id, sku, batch, title in database.execute_sql(_GOODS.format(_marks(part)), tuple(part)):
            found[case_id] = (sku or "", batch or "", title or "")
    return found


def _cases(database: CaseDatabase, case_ids: Sequence[int | None]) -> Mapping[int, _Case]:
    """Number, buyer's id and nick, and problem of cases."""
    found: dict[int, _Case] = {}
    for part in _parts(sorted({each for each in case_ids if each is not None})):
        for case_id, *rest in database.execute_sql(_CASES.format(_marks(part)), tuple(part)):
            found[case_id] = (rest[0], rest[1], rest[2], rest[3])
    return found


def _report(row: Mapping[str, Any], columns: Mapping[str, str], case: _Case) -> QualityReport:
    number, buyer_id, known_nick, problem = case
    nick = str(known_nick or columns.get("buyer_id", "") or columns.get("buyer", ""))
    item = str(columns.get("item", ""))
    severe = severe_words(columns)
    return QualityReport(
        entry_id=row["id"], case_id=row["case_id"], case_number=number or str(columns.get("case_no", "")),
        buyer=buyer_id if buyer_id is not None else nick, buyer_nick=nick, style=_style(columns) or item,
        batch=str(columns.get("batch", "")), item=item, reported_at=from_millis(row["entered_at"]), severe=severe,
        kind=str(columns.get("kind") or problem or ""), shop_id=row["shop_id"],
        severe_at=_moment(columns.get("severe_at")) if severe else None,
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
    cursor = database.execute_sql(_LINE + condition, tuple(values))
    return [dict(zip(_NAMES, line, strict=True)) for line in cursor]


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
