"""The box of parcels nobody owns (无主件): described, looked for, matched to a case, reminded of, let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.services.receipt_arrivals import Look, ReceiptArrivals, expected_of, values_of
from desktop.services.receipt_fresh import fresh_match, fresh_matches
from desktop.services.receipt_lines import line_done, line_told
from desktop.services.receipt_looking import describe
from desktop.services.receipt_photos import ReceiptPhotos
from desktop.services.receipt_reminders import next_reminder
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import NotFound, UserError
from models.kinds import ParcelWay
from models.receiving_records import FoundCase, FreshMatch, Match, ReturnReceipt, Taken
from models.register_kinds import ReceiptKind, ReceiptState, RegisterState
from models.rules.carriers import check_number, normal_number
from models.rules.receipt_goods import check_pieces, judge
from models.rules.receipt_matching import Seen, rank
from models.rules.verdict import Refused
from models.store import cases, receipts, receipts_looking, receipts_photos, shops
from models.store.receipts_candidates import Candidates
from models.store.transaction import Transaction

_NAME, _PHONE, _ITEM, _WORDS, _CARRIER = 200, 40, 500, 2000, 60
_HEAVIEST = 10_000_000


class ReceiptBox:
    """Every action is one transaction and one undo entry."""

    def __init__(
        self, bench: Workbench, settings: Settings, arrivals: ReceiptArrivals, photos: ReceiptPhotos
    ) -> None:  # fmt: skip
        self._bench = bench
        self._settings = settings
        self._arrivals = arrivals
        self._photos = photos

    def describe(
        self, receipt_id: int, *, sender: str, phone: str, item: str, weight_grams: int | None, pieces: int | None,
        note: str, tracking_number: str | None, carrier: str | None, shop_id: int | None,
    ) -> None:  # fmt: skip
        """As ReceivingService.describe."""
        if weight_grams is not None and not (type(weight_grams) is int and 0 <= weight_grams <= _HEAVIEST):
            raise UserError("receipt_weight")
        if isinstance(check_pieces(pieces), Refused):
            raise UserError("receipt_pieces")
        columns: dict[str, object] = {
            "sender": " ".join(checked_text(sender, limit=_NAME).split()),
            "phone": " ".join(checked_text(phone, limit=_PHONE).split()),
            "item": checked_text(item, limit=_ITEM).strip(),
            "weight_grams": weight_grams, "pieces": pieces, "note": checked_text(note, limit=_WORDS).strip(),
        }  # fmt: skip
        if tracking_number is not None:
            columns["tracking_number"] = _number(tracking_number)
        if carrier is not None:
            columns["carrier"] = " ".join(checked_text(carrier, limit=_CARRIER).split())
        if shop_id is not None:
            columns["shop_id"] = shops.find_shop(self._bench.store.database, shop_id).id

        def work(transaction: Transaction, receipt: ReturnReceipt) -> None:
            number = columns.get("tracking_number")
            same = receipts.with_number(transaction.database, str(number or ""))
            if any(each.id != receipt.id for each in same):
                raise UserError("receipt_number_known", number=number)
            if transaction.update("return_receipt", receipt.id, **columns):
                changed = receipts.find_receipt(transaction.database, receipt.id)
                line_told(transaction, receipt.id, {"item": changed.item, "sender": changed.sender})
                self._record(transaction, "receipt_described", changed)

        self._change(receipt_id, "receipt_described", work)

    def matches(self, receipt_id: int, limit: int) -> tuple[Match, ...]:
        """As ReceivingService.matches."""
        database = self._bench.store.database
        receipt = receipts.find_receipt(database, receipt_id)
        seen = Seen(
            receipt.tracking_number, receipt.sender, receipt.phone, " ".join((receipt.item, receipt.note)),
            receipt.weight_grams,
        )  # fmt: skip
        known = Candidates(database, seen, receipt.shop_id)
        found = []
        for likely in rank(seen, known.cases, limit):
            number, nick, item = known.named[likely.case_id]
            found.append(Match(likely.case_id, number, nick, item, likely.score, likely.by))
        if not found and (fresh := fresh_match(self._bench.store.database, receipt)) is not None:
            found.append(fresh)
        return tuple(found)

    def fresh_matches(self, shop_id: int | None) -> tuple[FreshMatch, ...]:
        """As ReceivingService.fresh_matches."""
        return fresh_matches(self._bench.store.database, shop_id)

    def match(self, receipt_id: int, case_id: int | None, order_id: int | None) -> Taken:
        """As ReceivingService.match."""
        photos = receipts_photos.list_photos(self._bench.store.database, receipt_id)
        kept = self._photos.read(photos)
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> Taken:
            _lying(transaction, receipt_id)
            case = self._case(transaction, case_id, order_id)
            unarchived = self._arrivals.reopen(transaction, case.case_id)
            stamp = transaction.stamp
            was = receipts.find_receipt(transaction.database, receipt_id)
            kind = _kind(transaction, was, case)
            transaction.update(
                "return_receipt", receipt_id, case_id=case.case_id, shop_id=case.shop_id, kind=kind, remind_at=None,
                pieces_expected=expected_of(transaction, case.case_id, kind), matched_at=stamp.now,
                matched_by=stamp.person,
            )  # fmt: skip
            receipt = receipts.find_receipt(transaction.database, receipt_id)
            values.update(values_of(receipt))
            due, decide = self._arrivals.attach(transaction, receipt, case), None
            # By now it knows its line.
            receipt = receipts.find_receipt(transaction.database, receipt_id)
            if receipt.condition is not None:
                look = Look(receipt.condition, receipt.pieces, receipt.restock)
                judged = judge(look.condition, look.pieces, receipt.pieces_expected, look.restock)
                due, decide = self._arrivals.inspect_within(transaction, receipt, look, judged)
            self._photos.make_evidence(transaction, case.case_id, kept)
            self._record(transaction, "receipt_matched", receipt, came_by=case.came_by, photos=len(kept))
            found = receipts.find_receipt(transaction.database, receipt_id)
            return Taken(found, False, due, decide, case.came_by, unarchived, len(photos) - len(kept))

        return self._bench.act("receipt_matched", work, values=values)

    def remind(self, receipt_id: int, at: datetime | None) -> None:
        """As ReceivingService.remind."""
        if at is not None and at <= self._bench.clock.now():
            raise UserError("receipt_remind_past")

        def work(transaction: Transaction, receipt: ReturnReceipt) -> None:
            if transaction.update("return_receipt", receipt.id, remind_at=at):
                code = "receipt_remind" if at is not None else "receipt_remind_never"
                self._record(transaction, code, receipt, at=at.isoformat(timespec="minutes") if at is not None else "")

        self._change(receipt_id, "receipt_remind" if at is not None else "receipt_remind_never", work)

    def reminded(self, receipt_id: int) -> None:
        """As ReceivingService.reminded."""

        def work(transaction: Transaction, receipt: ReturnReceipt) -> None:
            later = next_reminder(self._settings, receipt.arrived_at, transaction.stamp.now)
            if transaction.update("return_receipt", receipt.id, remind_at=later):
                self._record(transaction, "receipt_looked_for", receipt)

        self._change(receipt_id, "receipt_looked_for", work)

    def let_go(self, receipt_id: int, reason: str) -> None:
        """As ReceivingService.let_go."""
        words = checked_text(reason, limit=_WORDS, required=True).strip()

        def work(transaction: Transaction, receipt: ReturnReceipt) -> None:
            note = "\n".join(part for part in (receipt.note, words) if part)
            transaction.update("return_receipt", receipt.id, state=ReceiptState.LET_GO, note=note, remind_at=None)
            line_done(transaction, receipt.id, words)
            self._record(transaction, "receipt_gone", receipt, reason=words)

        self._change(receipt_id, "receipt_gone", work)

    def take_up(self, receipt_id: int) -> None:
        """As ReceivingService.take_up."""
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> None:
            receipt = receipts.find_receipt(transaction.database, receipt_id)
            if receipt.state is not ReceiptState.LET_GO:
                raise UserError("receipt_not_let_go")
            values.update(values_of(receipt))
            later = next_reminder(self._settings, transaction.stamp.now, transaction.stamp.now)
            transaction.update("return_receipt", receipt.id, state=ReceiptState.ARRIVED, remind_at=later)
            line_told(transaction, receipt.id, state=RegisterState.OPEN)
            self._record(transaction, "receipt_taken_up", receipt)

        self._bench.act("receipt_taken_up", work, values=values)

    def _change(
        self, receipt_id: int, code: str, work: Callable[[Transaction, ReturnReceipt], None]
    ) -> None:  # fmt: skip
        def checked(transaction: Transaction) -> None:
            work(transaction, _lying(transaction, receipt_id))

        found = receipts.find_receipt(self._bench.store.database, receipt_id)
        self._bench.act(code, checked, values=values_of(found))

    def _case(self, transaction: Transaction, case_id: int | None, order_id: int | None) -> FoundCase:
        if case_id is None and order_id is not None:
            known = receipts_looking.cases_of_order(transaction.database, order_id)
            if not known:
                return self._arrivals.open_for_order(transaction, order_id)
            case_id = known[0]
        case = describe(transaction.database, case_id or 0, ReceiptKind.RETURN)
        if case is None:
            raise NotFound("case_not_found", case=case_id)
        return case

    @staticmethod
    def _record(transaction: Transaction, code: str, receipt: ReturnReceipt, **more: object) -> None:
        transaction.record(
            code, entity="return_receipt", entity_id=receipt.id, case_id=receipt.case_id,
            details={**values_of(receipt), **more},
        )  # fmt: skip


def _lying(transaction: Transaction, receipt_id: int) -> ReturnReceipt:
    """A parcel that lies in the box. UserError `receipt_has_case` or `receipt_let_go` for one that does not."""
    receipt = receipts.find_receipt(transaction.database, receipt_id)
    if receipt.case_id is not None:
        raise UserError("receipt_has_case", case=receipt.case_number)
    if receipt.state is ReceiptState.LET_GO:
        raise UserError("receipt_let_go")
    return receipt


def _kind(transaction: Transaction, receipt: ReturnReceipt, case: FoundCase) -> ReceiptKind:
    """Undeliverable where it is a parcel we sent to this buyer."""
    order_id = cases.find_case(transaction.database, case.case_id).order_id
    sent = any(
        parcel.order_id == order_id and parcel.way is not ParcelWay.RETURNED
        for parcel in receipts_looking.parcels_with_number(transaction.database, receipt.tracking_number)
    )
    return ReceiptKind.UNDELIVERABLE if sent else ReceiptKind.RETURN


def _number(text: str) -> str:
    """A number as it is kept; empty for none. UserError of a number that cannot be one."""
    number = normal_number(checked_text(text, limit=1000))
    verdict = check_number(number)
    if number and isinstance(verdict, Refused):
        raise UserError(verdict.reason, number=number[:80])
    return number
