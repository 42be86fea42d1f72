"""What a person corrected in an order: an import never overwrites it, and is not asked about the same value twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from models.clock import to_millis, zone
from models.store.connection import CaseDatabase
from models.store.shops import write_setting
from models.store.transaction import Transaction
from models.tables.case import CaseTable

_KEY: Final = "order_corrected:{}"
_SELECT: Final = "SELECT key, value FROM setting WHERE key IN ({})"
LABELS: Final = {
    "paid_at": {"zh": "付款时间", "en": "Time paid"},
    "shipped_at": {"zh": "发货时间", "en": "Time shipped"},
    "signed_at": {"zh": "签收时间", "en": "Time received"},
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected time in milliseconds, None where it was taken away, and the values that it stands against."""

    kept: int | None
    refused: tuple[int | None, ...] = ()


def read_corrections(database: CaseDatabase, order_ids: Sequence[int]) -> dict[int, dict[str, Correction]]:
    """By order and column. A correction that was undone no longer stands in the order, so it protects nothing."""
    keys = {_KEY.format(order_id): order_id for order_id in order_ids}
    if not keys:
        return {}
    rows = database.execute_sql(_SELECT.format(", ".join("?" * len(keys))), list(keys)).fetchall()
    return {
        keys[key]: {name: Correction(each["kept"], tuple(each["refused"])) for name, each in json.loads(value).items()}
        for key, value in rows
    }


def note_correction(
    transaction: Transaction, order_id: int, column: str, was: datetime | None, told: datetime | None
) -> None:
    """Remember that a person put `told` in the place of `was`."""
    known = read_corrections(transaction.database, [order_id]).get(order_id, {})
    refused = known[column].refused if column in known else ()
    before, after = _millis(was), _millis(told)
    kept = tuple(dict.fromkeys(each for each in (*refused, before) if each != after))
    _write(transaction, order_id, known | {column: Correction(after, kept)})


def hold_corrections(
    transaction: Transaction, known: dict[str, Any], changed: dict[str, Any], corrections: dict[str, Correction]
) -> dict[str, Any]:
    """What of an import's changes to an order is left: what a person corrected stays, and the cases say so once.

    A time that was taken away is filled by a new one, but not by the one that was taken away.
    """
    left, now = dict(changed), dict(corrections)
    for column, correction in corrections.items():
        if column not in changed or _millis(known[column]) != correction.kept:
            continue
        told = _millis(changed[column])
        if told in correction.refused:
            del left[column]
        elif correction.kept is not None:
            del left[column]
            now[column] = replace(correction, refused=(*correction.refused, told))
            _tell_cases(transaction, known, column, changed[column])
    if now != corrections:
        _write(transaction, known["id"], now)
    return left


def _tell_cases(transaction: Transaction, known: dict[str, Any], column: str, told: datetime) -> None:
    query = CaseTable.select(CaseTable.id).where(CaseTable.order_id == known["id"]).tuples()
    here = zone(known["time_zone"])
    details = {
        "label": LABELS[column], "kept": f"{known[column].astimezone(here):%Y-%m-%d %H:%M}",
        "told": f"{told.astimezone(here):%Y-%m-%d %H:%M}",
    }  # fmt: skip
    for (case_id,) in list(query.execute(transaction.database)):
        transaction.record("correction_kept", entity="case", entity_id=case_id, case_id=case_id, details=details)


def _write(transaction: Transaction, order_id: int, corrections: dict[str, Correction]) -> None:
    value = {name: {"kept": each.kept, "refused": list(each.refused)} for name, each in corrections.items()}
    write_setting(transaction, _KEY.format(order_id), value)


def _millis(moment: datetime | None) -> int | None:
    return None if moment is None else to_millis(moment)
