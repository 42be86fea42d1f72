"""What each register shows of its rows: the cells of a line by the keys of models/rules/register_columns.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any, Final

from models.clock import from_millis, zone
from models.kinds import Liability, Platform, Problem, RegisterKind
from models.money import Money
from models.register_kinds import Condition, PaidKind, ReceiptKind, RegisterState
from models.register_records import RegisterValue
from models.rules.batch_alarm import severe_words
from models.rules.claim_aging import age_in_days
from models.rules.penalty_points import NODE, Ledger
from models.store.register_lines import EntryRows

Row = Mapping[str, Any]
Cells = dict[str, RegisterValue]


@dataclass(slots=True)
class Telling:
    """What cells are told by: the zone months are counted in, now, names of carriers, points a ledger held after a
    penalty, and how many make a node of a shop.
    """

    where: tzinfo
    now: datetime
    carrier: Callable[[str], str]
    points_after: Mapping[int, int] = field(default_factory=dict)
    nodes: Mapping[int, int] = field(default_factory=dict)
    _days: dict[tuple[int, str], date] = field(default_factory=dict)

    def day(self, millis: int | None, row: Row | None = None) -> date | None:
        """The day of a moment in the zone; with a `row` in that of its shop: what was noted by day is that day."""
        if millis is None:
            return None
        name = row["time_zone"] or "" if row is not None else ""
        # A quarter of an hour lies in one day of every zone: lines of a busy shop share them.
        quarter = (millis // 900_000, name)
        found = self._days.get(quarter)
        if found is None:
            found = self._days[quarter] = from_millis(millis).astimezone(self.zone(row)).date()
        return found

    def zone(self, row: Row | None) -> tzinfo:
        """The zone of a row's shop; that of months for what is of none."""
        return zone(row["time_zone"]) if row is not None and row["time_zone"] else self.where


def entry_cells(register: RegisterKind, row: Row, rows: EntryRows, state: RegisterState, tell: Telling) -> Cells:
    """The cells of one row of `register_entry`; `state` is where its chain stands."""
    cells: Cells = {
        "entered": tell.day(row["entered_at"]), "case": row["number"] or "", "buyer": row["buyer_nick"] or "",
        "order": row["order_number"] or "", "state": state, "by": row["entered_by"],
    }  # fmt: skip
    if not cells["buyer"]:
        cells["buyer"] = _text(row, "buyer_id")
    cells |= _OWN[register](row, rows, tell)
    return cells


def _wrong(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    return {
        "kind": _text(row, "subtype", "kind"), "ordered": _text(row, "ordered") or _goods(row, rows),
        "sent": _text(row, "sent"), "responsible": _text(row, "responsible", "person"),
        "cost": _money(row, "amount"),
    }  # fmt: skip


def _claim(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    number, carrier = rows.parcels.get(row["order_id"], ("", ""))
    claimed, received = row["amount"], row["received"]
    done = row["state"] in _ENDED
    ended = (row["received_at"] or row["answered_at"]) if done else None
    entered = from_millis(row["entered_at"])
    return {
        "parcel": _text(row, "tracking_no", "parcel") or number,
        "carrier": tell.carrier(_text(row, "carrier") or carrier),
        "kind": _problem(row), "evidence_complete": None if row["evidence_due"] is None else row["evidence_due"] == 0,
        "claimed": _money(row, "amount"), "handed_in": tell.day(row["handed_in_at"], row),
        "answer_due": _last_day(row, tell), "answered": tell.day(row["answered_at"], row),
        "allowed": _money(row, "allowed"), "received": _money(row, "received"),
        "difference": _difference(row, claimed, received),
        "age": None if row["corrects"] is not None else age_in_days(
            entered, tell.now, tell.zone(row), None if ended is None else from_millis(ended)
        ),
    }  # fmt: skip


def _difference(row: Row, claimed: int | None, received: int | None) -> Money | None:
    """What did not come in; of a correcting line, what it changes of that."""
    if row["corrects"] is not None:
        changed = (claimed or 0) - (received or 0)
        return Money(changed, row["currency"]) if changed or claimed is not None or received is not None else None
    if claimed is None:
        return None
    withdrawn = row["state"] == RegisterState.WITHDRAWN.value
    return Money(0 if withdrawn else max(claimed - (received or 0), 0), row["currency"])


def _quality(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    first = _first_good(row, rows)
    return {
        "style": _text(row, "style", "sku") or first.get("sku", ""),
        "batch": _text(row, "batch") or first.get("batch", ""),
        "item": _text(row, "item") or first.get("item_title", ""), "kind": _problem(row),
        "severe": severe_words(row["columns"]),
        "photos": rows.photos.get(row["case_id"], 0) if row["corrects"] is None else None,
    }  # fmt: skip


def _returned(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    condition, kind, restock = _text(row, "condition"), _text(row, "kind"), _text(row, "restock")
    # Of a correcting line its own: differences, and when something came.
    own: Row = row if "own" not in row else {"columns": row["own"]}
    pieces, surcharge = _text(own, "pieces"), whole(_text(own, "surcharge"))
    currency = _text(row, "surcharge_currency") or row["currency"]
    return {
        "parcel": _text(row, "buyer_tracking_no", "tracking_no"),
        "item": _text(row, "item") or _first_good(row, rows).get("item_title", ""),
        "arrived": tell.day(row["received_at"], row), "pieces": whole(pieces),
        "condition": Condition(condition) if condition in _CONDITIONS else None,
        "restock": restock == "true" if restock else None,
        "kind": ReceiptKind(kind) if kind in _KINDS else ReceiptKind.RETURN,
        "surcharge": Money(surcharge, currency) if surcharge is not None else None,
    }  # fmt: skip


def _compensation(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    kind, liable = _text(row, "kind"), _text(row, "liability") or row["liability"] or ""
    return {
        "kind": PaidKind(kind) if kind in _PAID else PaidKind.COMPENSATION,
        "liability": Liability(liable) if liable in _LIABLE else None,
        "item": _text(row, "item") or _goods(row, rows), "amount": _money(row, "amount"), "note": _text(row, "note"),
    }  # fmt: skip


def _penalty(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    ledger, platform = _text(row, "ledger"), row["platform"]
    after, points = tell.points_after.get(row["id"]), row["points"]
    every = tell.nodes.get(row["shop_id"], NODE)
    return {
        "platform": Platform(platform) if platform else None, "rule": _text(row, "rule"),
        "ledger": Ledger(ledger) if ledger in _LEDGERS else Ledger.GENERAL,
        "points": points, "amount": _money(row, "amount"), "points_after": after,
        "nodes": None if after is None else after // every - max(after - (points or 0), 0) // every,
        "note": _text(row, "note"),
    }  # fmt: skip


def _invoice(row: Row, rows: EntryRows, tell: Telling) -> Cells:
    issued = _text(row, "issued")
    return {
        "title": _text(row, "title"), "amount": _money(row, "amount"), "due": _last_day(row, tell),
        "invoice_number": _text(row, "invoice_number", "number"),
        "issued": tell.day(row["answered_at"] or row["received_at"], row) or _read_day(issued),
    }  # fmt: skip


_OWN: Final[Mapping[RegisterKind, Callable[[Row, EntryRows, Telling], Cells]]] = {
    RegisterKind.WRONG_SHIPMENT: _wrong, RegisterKind.CARRIER_CLAIM: _claim, RegisterKind.QUALITY: _quality,
    RegisterKind.RETURNED_PARCEL: _returned, RegisterKind.COMPENSATION: _compensation,
    RegisterKind.PENALTY: _penalty, RegisterKind.INVOICE: _invoice,
}  # fmt: skip
_WHOLE: Final = re.compile(r"-?[0-9]{1,15}")
_ENDED: Final = frozenset(("received", "refused", "withdrawn"))
_PAID: Final = frozenset(PaidKind)
_CONDITIONS: Final = frozenset(Condition)
_KINDS: Final = frozenset(ReceiptKind)
_LIABLE: Final = frozenset(Liability)
_LEDGERS: Final = frozenset(Ledger)
_PROBLEMS: Final[Mapping[str, Problem]] = {each.value: each for each in Problem}


def _text(row: Row, *names: str) -> str:
    columns = row["columns"]
    for name in names:
        value = columns.get(name)
        if value:
            return str(value)
    return ""


def whole(text: object) -> int | None:
    """A whole number kept as text; None for what a pack or another hand put there that is none."""
    return int(str(text)) if _WHOLE.fullmatch(str(text)) else None


def _money(row: Row, name: str) -> Money | None:
    return None if row[name] is None else Money(row[name], row["currency"])


def _last_day(row: Row, tell: Telling) -> date | None:
    """The last day for what is due: of the midnight that ends it, the day before."""
    return None if row["due_at"] is None else tell.day(row["due_at"] - 1, row)


def _problem(row: Row) -> Problem | None:
    return _PROBLEMS.get(row["problem"] or "")


def _first_good(row: Row, rows: EntryRows) -> Row:
    found: Sequence[Row] = rows.goods.get(row["order_id"], ())
    return found[0] if found else {}


def _goods(row: Row, rows: EntryRows) -> str:
    """The goods of the order: `title variant ×2; …`, or the one item that was named."""
    found: Sequence[Row] = rows.goods.get(row["order_id"], ())
    if not found:
        return _text(row, "item")
    return "; ".join(
        " ".join(part for part in (each["item_title"], each["variant"], f"×{each['quantity']}") if part)
        for each in found
    )


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
