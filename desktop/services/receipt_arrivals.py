"""Parcels taken in and inspected: receipt, parcel of the order, line of the register, steps; each one action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.services.case_moving import write_state
from desktop.services.case_opening import NewCase, write_new_case
from desktop.services.case_waking import wake_for_work
from desktop.services.receipt_lines import fill_line, line_told
from desktop.services.receipt_looking import describe, found_in, of_case, pieces_of
from desktop.services.receipt_reminders import first_reminder
from desktop.services.receipt_steps import ReceiptSteps
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import NotFound, UserError
from models.kinds import CaseState, ParcelWay, Problem
from models.receiving_records import Found, FoundBy, FoundCase, FoundKind, ReturnReceipt, Taken
from models.register_kinds import Condition, ReceiptKind, ReceiptState, RegisterState
from models.rules.case_life import CLOSED
from models.rules.receipt_goods import Judged, Outcome, check_pieces, judge, may_restock, waiting_for_goods
from models.rules.verdict import Refused
from models.store import case_page, cases, orders, parcels, receipts, shops
from models.store.transaction import Transaction

CARRIER, WORDS = 60, 2000


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a parcel."""

    condition: Condition
    pieces: int | None = None
    restock: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arriving:
    """What is told of a parcel that is taken in."""

    text: str
    case_id: int | None = None
    shop_id: int | None = None
    carrier: str = ""
    note: str = ""


class ReceiptArrivals:
    """Every action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, settings: Settings, steps: ReceiptSteps) -> None:
        self._bench = bench
        self._settings = settings
        self._steps = steps

    def arrive(self, arriving: Arriving) -> Taken:
        """As ReceivingService.arrive."""
        return self._act("receipt_arrived", _checked(arriving), None)

    def receive(self, arriving: Arriving, look: Look) -> Taken:
        """As ReceivingService.receive."""
        return self._act("receipt_received", _checked(arriving), _checked_look(look))

    def inspect(self, receipt_id: int, look: Look) -> Taken:
        """As ReceivingService.inspect."""
        look = _checked_look(look)
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> Taken:
            receipt = receipts.find_receipt(transaction.database, receipt_id)
            if receipt.state is ReceiptState.LET_GO:
                raise UserError("receipt_let_go")
            if receipt.case_id is None:
                raise UserError("receipt_without_case")
            values.update(values_of(receipt), condition=look.condition.value)
            judged = judge(look.condition, look.pieces, receipt.pieces_expected, look.restock)
            unarchived = self._reopen(transaction, receipt.case_id, needed=judged.outcome is Outcome.DECIDE)
            due, decide = self.inspect_within(transaction, receipt, look, judged)
            self._record(transaction, "receipt_inspected", receipt, look=look, judged=judged)
            found = receipts.find_receipt(transaction.database, receipt_id)
            return Taken(found, refund_due=due, decide=decide, unarchived=unarchived)

        return self._bench.act("receipt_inspected", work, values=values)

    def attach(self, transaction: Transaction, receipt: ReturnReceipt, case: FoundCase) -> bool:
        """Give a parcel to its case: parcel of the order, line, steps. Returns whether a refund is due now.

        The receipt's row is already that of the case.
        """
        wake_for_work(transaction, case.case_id)
        opened = receipt.condition is not None
        note_parcel(transaction, case.case_id, receipt.tracking_number, receipt.carrier)
        fill_line(transaction, receipt, case)
        return self._steps.arrived(transaction, case.case_id, receipt.kind, opened=opened)

    def reopen(self, transaction: Transaction, case_id: int) -> bool:
        """Let a closed case live again for a parcel; whether it was archived."""
        return self._reopen(transaction, case_id, needed=True)

    def _act(self, code: str, arriving: Arriving, look: Look | None) -> Taken:
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> Taken:
            return self._take_in(transaction, code, arriving, look, values)

        # The box has a word of its own behind Undo; which it is shows only inside.
        found = None if arriving.case_id is not None else _found(self._bench, arriving)
        boxed = found is not None and found.kind is FoundKind.UNKNOWN
        return self._bench.act("receipt_boxed" if boxed else code, work, values=values)

    def _take_in(
        self, transaction: Transaction, code: str, arriving: Arriving, look: Look | None, values: dict[str, object]
    ) -> Taken:
        database = transaction.database
        found = _read(transaction, arriving)
        if found.kind is FoundKind.RECEIVED and found.receipt is not None:
            return Taken(found.receipt, again=True, came_by=found.case.came_by if found.case else "")
        case = _case_of(transaction, found, arriving)
        if case is None and found.order_id is not None:
            case = self._open_case(transaction, found)
        if case is None:
            return self._box(transaction, found, arriving, look, values)
        unopened = look is None
        judged = None if look is None else judge(look.condition, look.pieces, case.pieces_expected, look.restock)
        waits = bool(waiting_for_goods(case_page.list_steps(database, case.case_id)))
        needed = unopened or waits or (judged is not None and judged.outcome is Outcome.DECIDE)
        unarchived = self._reopen(transaction, case.case_id, needed=needed)
        receipt_id = transaction.insert(
            "return_receipt", shop_id=case.shop_id, case_id=case.case_id, kind=case.kind,
            tracking_number=found.number, carrier=arriving.carrier or found.carrier, note=arriving.note,
            pieces_expected=case.pieces_expected, arrived_at=transaction.stamp.now,
            arrived_by=transaction.stamp.person,
        )  # fmt: skip
        receipt = receipts.find_receipt(database, receipt_id)
        values.update(values_of(receipt))
        wake_for_work(transaction, case.case_id)
        note_parcel(transaction, case.case_id, receipt.tracking_number, receipt.carrier)
        fill_line(transaction, receipt, case)
        due = self._steps.arrived(transaction, case.case_id, case.kind, opened=look is not None)
        decide: int | None = None
        if look is not None and judged is not None:
            values["condition"] = look.condition.value
            receipt = receipts.find_receipt(database, receipt_id)
            due, decide = self.inspect_within(transaction, receipt, look, judged)
        self._record(transaction, code, receipt, look=look, judged=judged, came_by=case.came_by)
        return Taken(
            receipts.find_receipt(database, receipt_id), refund_due=due, decide=decide, came_by=case.came_by,
            unarchived=unarchived,
        )  # fmt: skip

    def inspect_within(
        self, transaction: Transaction, receipt: ReturnReceipt, look: Look, judged: Judged
    ) -> tuple[bool, int | None]:
        """Note inside another action what is in a parcel; whether a refund is due, and the supervisor's step."""
        stamp = transaction.stamp
        transaction.update(
            "return_receipt", receipt.id, state=ReceiptState.INSPECTED, condition=look.condition.value,
            restock=judged.restock, pieces=look.pieces, note=_joined(receipt.note, look.note),
            inspected_at=stamp.now, inspected_by=stamp.person,
        )  # fmt: skip
        line_told(transaction, receipt.id, state=RegisterState.DONE, reason=look.note)
        if receipt.case_id is None:
            return False, None
        wake_for_work(transaction, receipt.case_id)
        return self._steps.inspected(transaction, receipt.case_id, receipt.kind, look.condition, judged)

    def _box(
        self, transaction: Transaction, found: Found, arriving: Arriving, look: Look | None, values: dict[str, object]
    ) -> Taken:
        """Keep a parcel of nobody; what was seen in it is noted for when its owner is known."""
        stamp, shop_id = transaction.stamp, arriving.shop_id
        if shop_id is not None:
            shops.find_shop(transaction.database, shop_id)
        elif len(known := shops.list_shops(transaction.database)) == 1:
            # There is nobody else's shop it could be for: it stands in that one's register, and closes with it.
            shop_id = known[0].id
        seen: dict[str, object] = {}
        if look is not None:
            back = judge(look.condition, look.pieces, None, look.restock).restock
            seen = {
                "condition": look.condition.value, "pieces": look.pieces, "restock": back, "inspected_at": stamp.now,
                "inspected_by": stamp.person,
            }  # fmt: skip
        receipt_id = transaction.insert(
            "return_receipt", shop_id=shop_id, kind=ReceiptKind.UNKNOWN, tracking_number=found.number,
            carrier=arriving.carrier, note=_joined(arriving.note, look.note if look is not None else ""),
            arrived_at=stamp.now, arrived_by=stamp.person, remind_at=first_reminder(self._settings, stamp.now), **seen,
        )  # fmt: skip
        receipt = receipts.find_receipt(transaction.database, receipt_id)
        values.update(values_of(receipt))
        fill_line(transaction, receipt, None)
        self._record(transaction, "receipt_boxed", receipt)
        return Taken(receipts.find_receipt(transaction.database, receipt_id))

    def _open_case(self, transaction: Transaction, found: Found) -> FoundCase:
        new = NewCase(Problem.RETURNED_PARCEL, order_id=found.order_id)
        case_id = write_new_case(transaction, self._settings, self._bench.person, new)
        kind = ReceiptKind.RETURN if found.kind is FoundKind.RETURN else ReceiptKind.UNDELIVERABLE
        case = describe(transaction.database, case_id, kind)
        if case is None:
            raise NotFound("case_not_found", case=case_id)
        return case

    def open_for_order(self, transaction: Transaction, order_id: int) -> FoundCase:
        """A case for an order that has none, to which a parcel of the box belongs."""
        return self._open_case(transaction, Found(FoundKind.RETURN, FoundBy.NUMBER, "", order_id=order_id))

    def _reopen(self, transaction: Transaction, case_id: int, *, needed: bool) -> bool:
        """An archived case lives again for a parcel, a done one where something is left to do; whether archived."""
        case = cases.find_case(transaction.database, case_id)
        archived = case.state is CaseState.ARCHIVED
        if case.state not in CLOSED or not (archived or needed):
            return False
        decided = case_page.find_resolution(transaction.database, case_id) is not None
        state = CaseState.IN_PROGRESS if decided and not archived else CaseState.OPEN
        write_state(transaction, case, state, code="receipt_reopened")
        return archived

    @staticmethod
    def _record(
        transaction: Transaction, code: str, receipt: ReturnReceipt, *, look: Look | None = None,
        judged: Judged | None = None, came_by: str = "",
    ) -> None:  # fmt: skip
        details: dict[str, object] = dict(values_of(receipt))
        if look is not None and judged is not None:
            details |= {
                "condition": look.condition.value, "pieces": look.pieces, "restock": judged.restock,
                "short": judged.short,
            }  # fmt: skip
        if came_by:
            details["came_by"] = came_by
        transaction.record(
            code, entity="return_receipt", entity_id=receipt.id, case_id=receipt.case_id, details=details
        )  # fmt: skip


def values_of(receipt: ReturnReceipt) -> dict[str, object]:
    """What an action with a parcel is called by: its number, or what else tells it."""
    told = receipt.tracking_number or receipt.case_number or receipt.sender or receipt.item or f"#{receipt.id}"
    return {"parcel": told, "case": receipt.case_number}


def note_parcel(
    transaction: Transaction, case_id: int, number: str, carrier: str, way: ParcelWay = ParcelWay.RETURNED
) -> None:
    """Note a parcel on the order of a case, unless it stands there; one removed before comes back."""
    order_id = cases.find_case(transaction.database, case_id).order_id
    if order_id is None or not number:
        return
    known = parcels.id_on_order(transaction.database, order_id, number)
    if known is not None and not known[1]:
        return
    position = parcels.next_position(transaction.database, order_id)
    if known is not None:
        parcel_id = known[0]
        transaction.update("parcel", parcel_id, way=way, carrier=carrier, position=position, deleted_at=None)
    else:
        parcel_id = transaction.insert(
            "parcel", order_id=order_id, tracking_number=number, carrier=carrier, way=way, position=position
        )  # fmt: skip
    said: Mapping[str, object] = {"parcel": " ".join(part for part in (carrier, number) if part), "way": way.value}
    transaction.record("parcel_added", entity="parcel", entity_id=parcel_id, case_id=case_id, details=said)


def _found(bench: Workbench, arriving: Arriving) -> Found:
    if not arriving.text.strip():
        return Found(FoundKind.UNKNOWN, FoundBy.NUMBER, "")
    return found_in(bench.store.database, arriving.text)


def _read(transaction: Transaction, arriving: Arriving) -> Found:
    if arriving.text.strip():
        return found_in(transaction.database, arriving.text)
    if arriving.case_id is None:
        return Found(FoundKind.UNKNOWN, FoundBy.NUMBER, "")
    known = of_case(transaction.database, arriving.case_id, FoundBy.CASE, "")
    return replace(known, kind=FoundKind.RETURN, receipt=None)


def _case_of(transaction: Transaction, found: Found, arriving: Arriving) -> FoundCase | None:
    """The case that gets the parcel: the chosen one, or the only one; None for nobody's."""
    if arriving.case_id is not None:
        kind = ReceiptKind.UNDELIVERABLE if found.kind is FoundKind.UNDELIVERABLE else ReceiptKind.RETURN
        case = describe(transaction.database, arriving.case_id, kind)
        if case is None:
            raise NotFound("case_not_found", case=arriving.case_id)
        meant = next((each for each in found.cases if each.case_id == case.case_id), None)
        if found.cases and meant is None:
            raise UserError("receipt_of_other_case", cases=[each.case_number for each in found.cases])
        return meant or case
    if found.kind is FoundKind.SEVERAL:
        raise UserError("receipt_several_cases", cases=[each.case_number for each in found.cases])
    return found.case


def expected_of(transaction: Transaction, case_id: int, kind: ReceiptKind) -> int | None:
    """How many pieces should be in a parcel of a case."""
    case = cases.find_case(transaction.database, case_id)
    order = orders.find_order(transaction.database, case.order_id) if case.order_id is not None else None
    return pieces_of(order, case_page.find_resolution(transaction.database, case_id), kind)


def _checked(arriving: Arriving) -> Arriving:
    checked_text(arriving.text, limit=WORDS)
    return replace(
        arriving, carrier=" ".join(checked_text(arriving.carrier, limit=CARRIER).split()),
        note=checked_text(arriving.note, limit=WORDS).strip(),
    )  # fmt: skip


def _checked_look(look: Look) -> Look:
    for verdict in (may_restock(look.condition, restock=bool(look.restock)), check_pieces(look.pieces)):
        if isinstance(verdict, Refused):
            raise UserError(verdict.reason)
    return replace(look, note=checked_text(look.note, limit=WORDS).strip())


def _joined(*notes: str) -> str:
    return "\n".join(dict.fromkeys(note for note in notes if note))
