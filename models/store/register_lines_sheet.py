"""The lines of a register put together: where chains stand, what is settled or late, nets for what is still open."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from models.clock import from_millis
from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.register_records import RegisterLine
from models.rules.claim_aging import days_between, late_days
from models.rules.register_nets import SETTLED, counts, standing
from models.store.register_lines import EntryRows, case_is_closed
from models.store.register_lines_cells import Telling, entry_cells, whole

_MOMENT = timedelta(milliseconds=1)
_ADDED = ("amount", "allowed", "received", "points")
# Numbers kept with the words of a parcel's line, in a correcting one as differences.
_COUNTED = ("pieces", "surcharge")
_NEWEST = ("due_at", "handed_in_at", "answered_at", "received_at")
_GROUPS = {
    RegisterKind.WRONG_SHIPMENT: "kind", RegisterKind.CARRIER_CLAIM: "carrier", RegisterKind.QUALITY: "kind",
    RegisterKind.RETURNED_PARCEL: "kind", RegisterKind.COMPENSATION: "kind", RegisterKind.PENALTY: "ledger",
    RegisterKind.REVIEW: "verdict",
}  # fmt: skip
GROUPED_BY = _GROUPS
"""The column whose values are the tiles of a register; registers without one have no tiles."""
Closed = dict[int, list[tuple[int, int]]]
"""The closed spans of each shop, in milliseconds."""


def entry_lines(
    register: RegisterKind, rows: EntryRows, closed: Closed, tell: Telling, *, net: bool
) -> list[RegisterLine]:
    """A line for each row. With `net` a line has the sums of its chain, and what corrects one is no line of its own."""
    return [_line(register, row, rows, closed, tell, net=net) for row in rows.rows]


def _line(
    register: RegisterKind, row: dict[str, Any], rows: EntryRows, closed: Closed, tell: Telling, *, net: bool
) -> RegisterLine:
    corrections = rows.corrections.get(row["id"], ()) if rows.corrections else ()
    whole = _net(row, corrections) if corrections else row
    if row["corrects"] is not None:
        root = rows.roots.get(row["corrects"])
        of_root = {} if root is None else root["columns"]
        shown = {**row, "columns": {**of_root, **row["columns"]}, "own": row["columns"]}
        state = RegisterState(row["state"])
    else:
        shown = whole if net else row
        state = standing(register, RegisterState(whole["state"]), whole["columns"], closed=case_is_closed(row))
    settled = row["corrects"] is not None or state in SETTLED
    cells = entry_cells(register, shown, rows, state, tell)
    group = cells.get(_GROUPS.get(register, ""))
    spans = closed.get(row["shop_id"], ()) if closed else ()
    return RegisterLine(
        id=row["id"], register=register, source="register_entry", entered_at=from_millis(row["entered_at"]),
        shop_id=row["shop_id"], case_id=row["case_id"], case_number=row["number"] or "",
        buyer_nick=row["buyer_nick"] or "", state=state, cells=cells, group="" if group is None else str(group),
        settled=settled, late=0 if settled else _late(register, state, whole, tell), corrects=row["corrects"],
        corrections=tuple(each["id"] for each in corrections),
        closed=any(start <= row["entered_at"] < end for start, end in spans), reason=row["reason"],
        counted=bool(net and corrections) or counts(RegisterState(row["state"]), row["corrects"]),
    )  # fmt: skip


def _late(register: RegisterKind, state: RegisterState, row: dict[str, Any], tell: Telling) -> int:
    if row["due_at"] is None:
        return 0
    due = from_millis(row["due_at"])
    if register is RegisterKind.CARRIER_CLAIM:
        return late_days(state, due, tell.now, tell.zone(row))
    # What is due at a midnight was to be done the day before.
    return 0 if tell.now < due else max(days_between(due - _MOMENT, tell.now, tell.zone(row)), 1)


def _net(row: dict[str, Any], corrections: Any) -> dict[str, Any]:
    """A row as it stands with all that corrects it."""
    net = dict(row)
    if not counts(RegisterState(row["state"]), row["corrects"]):
        net |= {"amount": None if row["amount"] is None else 0, "points": None if row["points"] is None else 0}
    for each in corrections:
        for name in _ADDED:
            if each[name] is not None:
                net[name] = (net[name] or 0) + each[name]
        for name in _NEWEST:
            if each[name] is not None:
                net[name] = each[name]
        sums = {
            name: str((whole(net["columns"].get(name)) or 0) + (whole(each["columns"][name]) or 0))
            for name in _COUNTED if each["columns"].get(name)
        }  # fmt: skip
        net["columns"] = {**net["columns"], **each["columns"], **sums}
        net["state"] = each["state"]
    return net
