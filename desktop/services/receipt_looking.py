"""What a scan means: a return or an undeliverable parcel of a case, one taken in before, several cases, nobody's."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.services.texts import checked_text
from models.errors import NotFound, UserError
from models.kinds import ParcelWay
from models.receiving_records import Found, FoundBy, FoundCase, FoundKind
from models.records import Order, Resolution
from models.register_kinds import ReceiptKind
from models.rules.case_life import CLOSED
from models.rules.receipt_goods import awaits_goods, expected_pieces, pays, waiting_for_goods
from models.rules.receipt_scans import LONGEST, Scan, read_scan
from models.store import case_page, cases, orders, receipts, receipts_looking
from models.store.connection import CaseDatabase

_ITEM = 160


def found_in(database: CaseDatabase, text: str) -> Found:
    """What a text means in a store."""
    scan = read_scan(checked_text(text, limit=LONGEST))
    if scan.slip is not None:
        return _of_slip(database, scan)
    named = _named_case(database, scan.case_number)
    if named is not None:
        return of_case(database, named, FoundBy.CASE, scan.case_number)
    if scan.wrong:
        raise UserError(scan.wrong, number=scan.text)
    for number in scan.numbers:
        before = receipts.with_number(database, number)
        if before:
            return Found(FoundKind.RECEIVED, FoundBy.NUMBER, number, number, receipt=before[0])
    for number in scan.numbers:
        found = found_of_number(database, number)
        if found is not None:
            return found
    number = scan.numbers[0] if scan.numbers else ""
    return Found(FoundKind.UNKNOWN, FoundBy.NUMBER, scan.text, number)


def _of_slip(database: CaseDatabase, scan: Scan) -> Found:
    slip = scan.slip
    if slip is None:
        raise AssertionError("no slip")
    if not slip.holds:
        raise UserError("return_code_wrong", slip=slip.text)
    named = _named_case(database, slip.case_number)
    if named is None:
        raise NotFound("return_case_unknown", slip=slip.text, case=slip.case_number)
    return of_case(database, named, FoundBy.SLIP, slip.text)


def of_case(database: CaseDatabase, case_id: int, by: FoundBy, text: str) -> Found:
    """What a slip or a number of a case means: its return, unless all it awaited was taken in before."""
    case = describe(database, case_id, ReceiptKind.RETURN)
    if case is None:
        raise NotFound("case_not_found", case=text)
    before = receipts.list_case(database, case.case_id)
    if before and not receipts_looking.awaited_of_case(database, case.case_id):
        return Found(FoundKind.RECEIVED, by, text, cases=(case,), receipt=before[-1])
    told = [each.number for each in receipts_looking.awaited_of_case(database, case.case_id) if each.number]
    numbers = read_scan(told[0]).numbers if len(told) == 1 else ()
    return Found(FoundKind.RETURN, by, text, numbers[0] if numbers else "", cases=(case,))


def found_of_number(database: CaseDatabase, number: str) -> Found | None:
    """The cases of a number. One we sent under wins: a buyer may have given the number of our own parcel."""
    kinds: dict[int, ReceiptKind] = {}
    parcels = receipts_looking.parcels_with_number(database, number)
    for parcel in parcels:
        kind = ReceiptKind.RETURN if parcel.way is ParcelWay.RETURNED else ReceiptKind.UNDELIVERABLE
        for case_id in receipts_looking.cases_of_order(database, parcel.order_id):
            kinds.setdefault(case_id, kind)
    for case_id in receipts_looking.cases_told_number(database, number):
        kinds.setdefault(case_id, ReceiptKind.RETURN)
    found = chosen(_described(database, kinds.items()))
    if found:
        one = found[0].kind if len(found) == 1 else None
        meant = FoundKind.SEVERAL if one is None else FoundKind(one.value)
        carrier = next((parcel.carrier for parcel in parcels if parcel.carrier), "")
        return Found(meant, FoundBy.NUMBER, number, number, cases=found, carrier=carrier)
    if parcels:
        first = parcels[0]
        back = first.way is ParcelWay.RETURNED
        return Found(
            FoundKind.RETURN if back else FoundKind.UNDELIVERABLE, FoundBy.NUMBER, number, number,
            order_id=first.order_id, order_number=first.order_number, carrier=first.carrier,
        )  # fmt: skip
    return None


def _described(database: CaseDatabase, wanted: Iterable[tuple[int, ReceiptKind]]) -> tuple[FoundCase, ...]:
    found: dict[int, FoundCase] = {}
    for case_id, kind in wanted:
        case = describe(database, case_id, kind)
        if case is not None:
            found.setdefault(case.case_id, case)
    return tuple(found.values())


def chosen(found: tuple[FoundCase, ...]) -> tuple[FoundCase, ...]:
    """Of several cases the one that waits for goods, else the one that is open; all where that is not one."""
    for telling in (
        [case for case in found if case.waiting and not case.resting], [case for case in found if case.waiting],
        [case for case in found if not case.resting],
    ):  # fmt: skip
        if len(telling) == 1:
            return (telling[0],)
        if telling:
            return tuple(telling)
    return found


def describe(database: CaseDatabase, case_id: int, kind: ReceiptKind) -> FoundCase | None:
    """The live case of a case as the scanner's line shows it; None if there is none."""
    live = receipts_looking.live_case(database, case_id)
    if live is None:
        return None
    case = cases.find_case(database, live.id)
    order = orders.find_order(database, case.order_id) if case.order_id is not None else None
    resolution = case_page.find_resolution(database, case.id)
    steps = case_page.list_steps(database, case.id)
    awaited = receipts_looking.awaited_of_case(database, case.id)
    paying = [step for step in waiting_for_goods(steps) if pays(step)]
    return FoundCase(
        case_id=case.id,
        case_number=case.number,
        shop_id=case.shop_id,
        buyer_nick=live.buyer_nick,
        item=(awaited[0].item if awaited and awaited[0].item else _items(order))[:_ITEM],
        state=case.state,
        kind=kind,
        pieces_expected=pieces_of(order, resolution, kind),
        refund=resolution.refund if resolution is not None and paying and resolution.refund.minor else None,
        waiting=bool(awaited) or awaits_goods(steps) or bool(waiting_for_goods(steps)),
        resting=case.state in CLOSED,
        came_by=live.came_by,
        order_number=live.order_number,
    )


def pieces_of(order: Order | None, resolution: Resolution | None, kind: ReceiptKind) -> int | None:
    """How many pieces should be in a parcel."""
    if order is None:
        return None
    facts = resolution.facts if resolution is not None else {}
    return expected_pieces(order.lines, resolution.remedy if resolution is not None else None, facts, kind)


def _items(order: Order | None) -> str:
    return " / ".join(line.item_title for line in order.lines if line.item_title) if order is not None else ""


def _named_case(database: CaseDatabase, number: str) -> int | None:
    if not number:
        return None
    try:
        return cases.find_case_id(database, number)
    except NotFound:
        return None
