"""Parcels of the box whose number stands by now with an order, a parcel or an awaited return; read for the board."""

from __future__ import annotations

from desktop.services.receipt_looking import found_of_number
from models.receiving_records import FreshMatch, Match, MatchedBy, ReturnReceipt
from models.store import receipts
from models.store.connection import CaseDatabase


def fresh_matches(database: CaseDatabase, shop_id: int | None) -> tuple[FreshMatch, ...]:
    """Each with its parcel, longest lying first; of one shop with those of no shop."""
    told = ((receipt, fresh_match(database, receipt)) for receipt in receipts.list_box(database, shop_id))
    return tuple(FreshMatch(receipt, match) for receipt, match in told if match is not None)


def fresh_match(database: CaseDatabase, receipt: ReturnReceipt) -> Match | None:
    """The case or order a parcel belongs to by its number; None for nobody's."""
    if not receipt.tracking_number:
        return None
    found = found_of_number(database, receipt.tracking_number)
    if found is None:
        return None
    by = (MatchedBy.NUMBER,)
    if found.cases:
        case = found.cases[0]
        return Match(case.case_id, case.case_number, case.buyer_nick, case.item, 100, by)
    return Match(None, "", "", "", 100, by, found.order_id, found.order_number)
