"""Parcels of an order: noted, corrected, removed; and whose they may be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from desktop.platform.resources import resource
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import ParcelWay
from models.records import Parcel
from models.rules.carriers import (
    Candidate,
    Carrier,
    check_number,
    load_carriers,
    named_carrier,
    normal_number,
    suggest,
    tracking_link,
)
from models.rules.verdict import Refused
from models.store import cases, parcels
from models.store.transaction import Transaction

_NAME, _WORDS = 60, 500


@dataclass(frozen=True, slots=True)
class ParcelEntry:
    """What a person enters of a parcel. `carrier` is a name in their words, not only of those known here."""

    number: str
    carrier: str = ""
    way: ParcelWay = ParcelWay.SENT
    note: str = ""


@cache
def carrier_book() -> tuple[Carrier, ...]:
    """The carriers whose numbers are known, from the data that ships with the program."""
    return load_carriers(json.loads(resource("carriers.json").read_text(encoding="utf-8")))


def candidates(number: str, *, usual: str = "") -> tuple[Candidate, ...]:
    """Carriers a number as typed may belong to, likeliest first; `usual` is the one the order went with."""
    return suggest(normal_number(number), carrier_book(), usual=usual)


def link_of(parcel: Parcel, *, usual: str = "") -> str:
    """Where a parcel is followed: by its carrier, or by the only likely one; empty where that is not known."""
    known = named_carrier(parcel.carrier or usual, carrier_book())
    if known is None and not (parcel.carrier or usual):
        found = candidates(parcel.tracking_number)
        known = found[0].carrier if found and (found[0].certain or len(found) == 1) else None
    return tracking_link(parcel.tracking_number, known) if known is not None else ""


class ParcelService:
    """What can be done with the parcels of a case's order. Each action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def other_orders(self, case_id: int, number: str) -> tuple[str, ...]:
        """The numbers of other orders on which a tracking number stands as well."""
        database = self._bench.store.database
        order_id = cases.find_case(database, case_id).order_id
        return parcels.other_orders(database, order_id or 0, normal_number(number))

    def add(self, case_id: int, entry: ParcelEntry) -> int:
        """Note a parcel; returns its id. One removed before comes back.

        UserError `case_without_order`, `parcel_known`, or one of `tracking_empty`, `tracking_length`,
        `tracking_letters`.
        """
        columns = _checked(entry)
        number, order_id = str(columns["tracking_number"]), self._order_of(case_id)

        def work(transaction: Transaction) -> int:
            known = parcels.id_on_order(transaction.database, order_id, number)
            if known is not None and not known[1]:
                raise UserError("parcel_known", number=number)
            position = parcels.next_position(transaction.database, order_id)
            if known is not None:
                parcel_id = known[0]
                transaction.update("parcel", parcel_id, **columns, position=position, deleted_at=None)
            else:
                parcel_id = transaction.insert("parcel", order_id=order_id, position=position, **columns)
            _record(transaction, "parcel_added", case_id, parcel_id, entry, number)
            return parcel_id

        return self._bench.act("parcel_added", work, values=_values(entry, number))

    def edit(self, case_id: int, parcel_id: int, entry: ParcelEntry) -> None:
        """Correct a parcel. UserError as for `add`; NotFound if it was removed meanwhile."""
        columns = _checked(entry)
        number = str(columns["tracking_number"])

        def work(transaction: Transaction) -> None:
            before = parcels.find_parcel(transaction.database, parcel_id)
            same = parcels.id_on_order(transaction.database, before.order_id, number)
            target = parcel_id
            if same is not None and same[0] != parcel_id:
                if not same[1]:
                    raise UserError("parcel_known", number=number)
                # The number was there and removed: an order holds it once, so that row comes back in this one's place.
                target = same[0]
                transaction.remove("parcel", parcel_id)
                columns.update(position=before.position, deleted_at=None)
            if transaction.update("parcel", target, **columns):
                _record(transaction, "parcel_changed", case_id, target, entry, number, before=before.tracking_number)

        self._bench.act("parcel_changed", work, values=_values(entry, number))

    def remove(self, case_id: int, parcel_id: int) -> None:
        """Take a parcel off the order; Undo brings it back."""
        found = parcels.find_parcel(self._bench.store.database, parcel_id)
        entry = ParcelEntry(found.tracking_number, found.carrier, found.way)

        def work(transaction: Transaction) -> None:
            if transaction.remove("parcel", parcel_id):
                _record(transaction, "parcel_removed", case_id, parcel_id, entry, found.tracking_number)

        self._bench.act("parcel_removed", work, values=_values(entry, found.tracking_number))

    def _order_of(self, case_id: int) -> int:
        order_id = cases.find_case(self._bench.store.database, case_id).order_id
        if order_id is None:
            raise UserError("case_without_order")
        return order_id


def _checked(entry: ParcelEntry) -> dict[str, object]:
    number = normal_number(checked_text(entry.number, limit=1000))
    verdict = check_number(number)
    if isinstance(verdict, Refused):
        raise UserError(verdict.reason, number=number[:80])
    return {
        "tracking_number": number,
        "carrier": checked_text(entry.carrier, limit=_NAME).strip(),
        "way": entry.way,
        "note": checked_text(entry.note, limit=_WORDS).strip(),
    }


def _values(entry: ParcelEntry, number: str) -> dict[str, object]:
    return {"parcel": " ".join(part for part in (entry.carrier.strip(), number) if part), "way": entry.way.value}


def _record(
    transaction: Transaction, code: str, case_id: int, parcel_id: int, entry: ParcelEntry, number: str, **more: object
) -> None:
    details = {**_values(entry, number), **more}
    transaction.record(code, entity="parcel", entity_id=parcel_id, case_id=case_id, details=details)
