"""Carrier claims and penalties as they stand today: each line with all that later months corrected, in few queries."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from typing import Any, Final

from models.clock import from_millis, to_millis
from models.kinds import RegisterKind
from models.money import Money
from models.register_kinds import RegisterState
from models.rules.claim_aging import ClaimNet
from models.rules.penalty_points import Ledger, PenaltyNet
from models.store.connection import CaseDatabase

_TOGETHER: Final = 400
_ROWS: Final = (
    "SELECT e.id, COALESCE(e.corrects, e.id) AS root, e.register, e.shop_id, e.case_id, e.entered_at, e.state,"
    " e.currency, e.columns, e.amount, e.allowed, e.received, e.points, e.due_at, e.handed_in_at, e.answered_at,"
    ' e.received_at, e.reason, c.number, o.carrier, (SELECT p.tracking_number FROM parcel p WHERE p.order_id = o.id'
    " AND p.way = 'sent' AND p.deleted_at IS NULL ORDER BY p.position, p.id LIMIT 1)"
    ' FROM register_entry e LEFT JOIN "case" c ON c.id = e.case_id LEFT JOIN "order" o ON o.id = c.order_id'
    " WHERE e.deleted_at IS NULL AND (e.id IN ({0}) OR e.corrects IN ({0})) ORDER BY root, e.corrects IS NOT NULL, e.id"
)
_ROOT: Final = "SELECT id, COALESCE(corrects, id) FROM register_entry WHERE deleted_at IS NULL AND id IN ({})"
_NAMES: Final = (
    "id", "root", "register", "shop_id", "case_id", "entered_at", "state", "currency", "columns", "amount", "allowed",
    "received", "points", "due_at", "handed_in_at", "answered_at", "received_at", "reason", "number", "order_carrier",
    "order_parcel",
)  # fmt: skip
_ADDED: Final = ("amount", "allowed", "received", "points")
_NEWEST: Final = ("state", "due_at", "handed_in_at", "answered_at", "received_at")
_WITHIN: Final = (
    "SELECT id FROM register_entry WHERE register = ? AND corrects IS NULL AND deleted_at IS NULL"
    " AND entered_at >= ? AND entered_at < ?"
)
_UNENDED: Final = (
    "SELECT e.id FROM register_entry e WHERE e.register = ? AND e.corrects IS NULL AND e.deleted_at IS NULL AND"
    " COALESCE((SELECT n.state FROM register_entry n WHERE n.corrects = e.id AND n.deleted_at IS NULL"
    " ORDER BY n.id DESC LIMIT 1), e.state) IN ('open', 'handed_in', 'allowed')"
)
# Thousands in a year, and nothing of their cases is asked.
_PENALTIES: Final = (
    "SELECT id, entered_at, state, amount, currency, points, json_extract(columns, '$.ledger'),"
    " json_extract(columns, '$.day') FROM register_entry WHERE register = 'penalty' AND entered_at >= ?"
    " AND corrects IS NULL AND deleted_at IS NULL AND (shop_id = ? OR shop_id IS NULL) ORDER BY entered_at, id"
)
_PENALTIES_CORRECTED: Final = (
    "SELECT corrects, state, amount, points, json_extract(columns, '$.ledger'), json_extract(columns, '$.day')"
    " FROM register_entry INDEXED BY register_corrects WHERE corrects IS NOT NULL AND register = 'penalty'"
    " AND deleted_at IS NULL ORDER BY id"
)
_LEDGERS: Final = {each.value: each for each in Ledger}
_STATES: Final = {each.value: each for each in RegisterState}
_OPEN_OF_CASE: Final = (
    "SELECT e.id FROM register_entry e WHERE e.case_id = ? AND e.register = ? AND e.corrects IS NULL"
    " AND e.deleted_at IS NULL AND COALESCE((SELECT n.state FROM register_entry n WHERE n.corrects = e.id"
    " AND n.deleted_at IS NULL ORDER BY n.id DESC LIMIT 1), e.state) IN ('open', 'expected') ORDER BY e.id"
)
_EVENTS: Final = (
    "SELECT entity_id, COUNT(*) FROM history WHERE {} AND action = ? AND entity = 'register_entry' GROUP BY entity_id"
)


def roots_of(database: CaseDatabase, ids: Iterable[int]) -> dict[int, int]:
    """The line each of these lines corrects, or itself, by id; those that are not there are left out."""
    found: dict[int, int] = {}
    for part in _parts(ids):
        rows = database.execute_sql(_ROOT.format(", ".join("?" * len(part))), part)
        found |= {int(row[0]): int(row[1]) for row in rows}
    return found


def load_claims(database: CaseDatabase, ids: Iterable[int]) -> tuple[ClaimNet, ...]:
    """The claims these lines belong to, each once; `ids` may be of lines that correct one. Other registers' are not."""
    roots = dict.fromkeys(roots_of(database, ids).values())
    return tuple(_claim(net) for net in _nets(database, roots) if net["register"] == RegisterKind.CARRIER_CLAIM)


def claims_entered(
    database: CaseDatabase, start: datetime, end: datetime, shop_id: int | None = None
) -> tuple[ClaimNet, ...]:
    """The claims entered from `start` up to, not including, `end`; of one shop if given; oldest first."""
    return tuple(_claim(net) for net in _entered(database, RegisterKind.CARRIER_CLAIM, start, end, shop_id))


def open_claims(database: CaseDatabase, shop_id: int | None = None) -> tuple[ClaimNet, ...]:
    """Every claim, of any month, from which something is still waited for; oldest first."""
    sql, values = _of_shop(_UNENDED, [RegisterKind.CARRIER_CLAIM.value], shop_id, "e.")
    ids = [int(row[0]) for row in database.execute_sql(sql, values)]
    found = [_claim(net) for net in _nets(database, ids)]
    return tuple(sorted(found, key=lambda claim: (claim.entered_at, claim.id)))


def penalties_of_years(
    database: CaseDatabase, years: Collection[int], shop_id: int, where: tzinfo
) -> tuple[PenaltyNet, ...]:
    """The penalties of a shop imposed in these years of the zone `where`, in the order they were entered."""
    # What was imposed in a year may be entered at any time after it began, in the years that follow too.
    start = to_millis(datetime(min(years), 1, 1, tzinfo=where))
    rows = database.execute_sql(_PENALTIES, (start, shop_id)).fetchall()
    nets = {int(row[0]): list(row) for row in rows}
    for root, *said in database.execute_sql(_PENALTIES_CORRECTED):
        net = nets.get(root)
        if net is not None:
            state, amount, points, ledger, day = said
            net[2] = state or net[2]
            for place, more in ((3, amount), (5, points)):
                net[place] = net[place] if more is None else (net[place] or 0) + more
            net[6], net[7] = net[6] if ledger is None else ledger, net[7] if day is None else day
    found = []
    for row, entered_at, state, amount, currency, points, ledger, day in nets.values():
        imposed = imposed_on({"day": day or ""}, entered_at, where)
        if imposed.year in years:
            found.append(PenaltyNet(
                row, from_millis(entered_at), imposed, _LEDGERS.get(str(ledger), Ledger.GENERAL), _STATES[state],
                int(points or 0), None if amount is None else Money(int(amount), currency),
            ))  # fmt: skip
    return tuple(found)


def open_of_case(database: CaseDatabase, case_id: int, register: RegisterKind) -> tuple[int, ...]:
    """The lines of a case in a register that are still open or only expected, oldest first."""
    rows = database.execute_sql(_OPEN_OF_CASE, (case_id, register.value))
    return tuple(int(row[0]) for row in rows)


def imposed_on(columns: Mapping[str, Any], entered_at: int, where: tzinfo) -> date:
    """The day a penalty counts from: the one it was imposed on, else that it was entered on (milliseconds)."""
    try:
        return date.fromisoformat(str(columns.get("day", "")))
    except ValueError:
        return from_millis(entered_at).astimezone(where).date()


def count_events(database: CaseDatabase, case_ids: Iterable[int | None], action: str) -> dict[int, int]:
    """How often something was noted of lines of these cases, by the id of the line; None for lines without a case."""
    wanted = set(case_ids)
    counts: dict[int, int] = {}
    for part in _parts(sorted(each for each in wanted if each is not None)):
        rows = database.execute_sql(_EVENTS.format(f"case_id IN ({', '.join('?' * len(part))})"), (*part, action))
        counts |= {int(row[0]): int(row[1]) for row in rows}
    if None in wanted:
        rows = database.execute_sql(_EVENTS.format("case_id IS NULL"), (action,))
        counts |= {int(row[0]): int(row[1]) for row in rows}
    return counts


def _entered(
    database: CaseDatabase, register: RegisterKind, start: datetime, end: datetime, shop_id: int | None
) -> list[dict[str, Any]]:
    sql, values = _of_shop(_WITHIN, [register.value, to_millis(start), to_millis(end)], shop_id, "")
    ids = [int(row[0]) for row in database.execute_sql(sql, values)]
    return sorted(_nets(database, ids), key=lambda net: (net["entered_at"], net["id"]))


def _of_shop(sql: str, values: list[Any], shop_id: int | None, of: str) -> tuple[str, list[Any]]:
    # What belongs to no shop stands with every one.
    return (sql, values) if shop_id is None else (
        f"{sql} AND ({of}shop_id = ? OR {of}shop_id IS NULL)", [*values, shop_id],
    )  # fmt: skip


def _nets(database: CaseDatabase, roots: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Chains put together: amounts and points added up, the rest as the newest line that says it."""
    for part in _parts(roots):
        marks = ", ".join("?" * len(part))
        net: dict[str, Any] = {}
        for values in database.execute_sql(_ROWS.format(marks), (*part, *part)):
            row = dict(zip(_NAMES, values, strict=True))
            row["columns"] = json.loads(row["columns"])
            if row["root"] == row["id"]:
                if net:
                    yield net
                net = {**row, "alone": True}
            elif net and net["id"] == row["root"]:
                if net.pop("alone", False) and net["state"] == RegisterState.WITHDRAWN.value:
                    # Withdrawn in its own month it counts for nothing; what corrects it says all there is.
                    net |= {name: None if net[name] is None else 0 for name in ("amount", "points")}
                _add(net, row)
        if net:
            yield net


def _add(net: dict[str, Any], row: Mapping[str, Any]) -> None:
    for name in _ADDED:
        if row[name] is not None:
            net[name] = (net[name] or 0) + row[name]
    for name in _NEWEST:
        if row[name] is not None:
            net[name] = row[name]
    net["columns"] = {**net["columns"], **row["columns"]}
    net["reason"] = row["reason"] or net["reason"]


def _claim(net: Mapping[str, Any]) -> ClaimNet:
    def money(name: str) -> Money | None:
        return None if net[name] is None else Money(int(net[name]), net["currency"])

    def moment(name: str) -> datetime | None:
        return None if net[name] is None else from_millis(net[name])

    columns = net["columns"]
    return ClaimNet(
        id=net["id"], shop_id=net["shop_id"], case_id=net["case_id"], case_number=net["number"] or "",
        carrier=str(columns.get("carrier", "") or net["order_carrier"] or "").strip(),
        parcel=str(columns.get("tracking_no", "") or net["order_parcel"] or "").strip(),
        entered_at=from_millis(net["entered_at"]), state=RegisterState(net["state"]), currency=net["currency"],
        claimed=money("amount"), allowed=money("allowed"), received=money("received"),
        handed_in_at=moment("handed_in_at"), due_at=moment("due_at"), answered_at=moment("answered_at"),
        received_at=moment("received_at"), note=str(columns.get("note", "")),
    )  # fmt: skip


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _TOGETHER):
        yield every[start : start + _TOGETHER]
