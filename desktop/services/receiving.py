"""Receiving: what a scan means, parcels taken in and inspected, the box of those nobody owns, undeliverable ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.decoder.client import Decoder
from desktop.services import receipt_reminders
from desktop.services.receipt_arrivals import Arriving, Look, ReceiptArrivals
from desktop.services.receipt_box import ReceiptBox
from desktop.services.receipt_looking import found_in
from desktop.services.receipt_photos import ReceiptPhotos
from desktop.services.receipt_resending import ReceiptResending, Resend
from desktop.services.receipt_steps import ReceiptSteps
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.kinds import EvidenceSource
from models.money import Money
from models.receiving_records import (
    AwaitedReturn,
    Found,
    FreshMatch,
    Match,
    ReceiptPhoto,
    ResendOffer,
    ResendTexts,
    ReturnReceipt,
    Taken,
)
from models.register_kinds import Condition, UndeliverableReason
from models.store import receipts, receipts_photos

if TYPE_CHECKING:
    from desktop.services.steps import StepService


class ReceivingService:
    """What can be done with parcels that come to us. Each action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, settings: Settings, steps: StepService, decoder: Decoder) -> None:
        self._bench = bench
        self._settings = settings
        writing = ReceiptSteps(steps)
        self._arrivals = ReceiptArrivals(bench, settings, writing)
        self._photos = ReceiptPhotos(bench, decoder)
        self._box = ReceiptBox(bench, settings, self._arrivals, self._photos)
        self._resending = ReceiptResending(bench, writing)

    # The scanner

    def look_up(self, text: str) -> Found:
        """What a scanned or typed text means: return slip, tracking number or case number. Reads only.

        UserError `return_code_wrong` (with `slip`) for a slip's code whose check character does not hold, NotFound
        `case_not_found` for one whose case is not there, `tracking_empty`, `tracking_length`, `tracking_letters`.
        """
        return found_in(self._bench.store.database, text)

    def arrive(
        self, text: str, *, case_id: int | None = None, shop_id: int | None = None, carrier: str = "", note: str = ""
    ) -> Taken:
        """Take a parcel in, unopened (R004-10): the waiting refund of its case is due at once.

        An unknown number goes into the box of parcels without an owner, for `shop_id` if told. `case_id` chooses among
        several; UserError `receipt_several_cases` (with `cases`, their numbers) where it is not told. One taken in
        before is answered as it is, `again`. An empty text with `case_id` takes in what came without a number;
        without a case too, it is a parcel of the box with no number.
        """
        return self._arrivals.arrive(Arriving(text, case_id, shop_id, carrier, note))

    def inspect(
        self, receipt_id: int, *, condition: Condition, pieces: int | None = None, restock: bool | None = None,
        note: str = "",
    ) -> Taken:  # fmt: skip
        """Note what is in a parcel that was taken in. `restock` None: yes for good goods, no for others.

        UserError `receipt_not_restockable` for an empty parcel or the wrong item, `receipt_pieces` for a count that is
        none, `receipt_let_go`, `receipt_without_case` for one of the box. Not good, or not the number expected: a step
        for the supervisor, due today, instead of the refund.
        """
        return self._arrivals.inspect(receipt_id, Look(condition, pieces, restock, note))

    def receive(
        self, text: str, *, condition: Condition, pieces: int | None = None, restock: bool | None = None,
        note: str = "", case_id: int | None = None, shop_id: int | None = None, carrier: str = "",
    ) -> Taken:  # fmt: skip
        """Take a parcel in and note what is in it: a scanner's one action. Errors as for `arrive` and `inspect`."""
        arriving = Arriving(text, case_id, shop_id, carrier)
        return self._arrivals.receive(arriving, Look(condition, pieces, restock, note))

    # Lists

    def find(self, receipt_id: int) -> ReturnReceipt:
        """One parcel; NotFound `receipt_not_found` if there is none, or it was taken back."""
        return receipts.find_receipt(self._bench.store.database, receipt_id)

    def list_case(self, case_id: int) -> tuple[ReturnReceipt, ...]:
        """The parcels a case received, oldest first."""
        return receipts.list_case(self._bench.store.database, case_id)

    def waiting(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """Parcels of cases that arrived and are to be inspected, longest waiting first."""
        return receipts.list_waiting(self._bench.store.database, shop_id)

    def awaited(self, shop_id: int | None = None) -> tuple[AwaitedReturn, ...]:
        """Returns that were agreed and have not arrived, oldest first."""
        return receipts.list_awaited(self._bench.store.database, shop_id)

    def recent(self, shop_id: int | None = None, *, limit: int = 100) -> tuple[ReturnReceipt, ...]:
        """What was taken in last, newest first."""
        return receipts.list_recent(self._bench.store.database, shop_id, limit)

    # Photos

    def add_photo(self, receipt_id: int, data: bytes | Path, name: str, source: EvidenceSource) -> int:
        """Keep a photo of a parcel, as it is; returns its id. Of a parcel whose case is known it is evidence at once.

        One that is there already is answered by its id. UserError `evidence_empty`, EvidenceFault as for evidence.
        """
        return self._photos.add(receipt_id, data, name, source)

    def photos(self, receipt_id: int) -> tuple[ReceiptPhoto, ...]:
        """The photos of a parcel, in the order they came."""
        return receipts_photos.list_photos(self._bench.store.database, receipt_id)

    def photo_content(self, photo_id: int) -> bytes:
        """The bytes of a photo, checked. EvidenceFault if they are gone or not as they came."""
        return self._photos.content(photo_id)

    def remove_photo(self, photo_id: int) -> None:
        """Take a photo off a parcel without an owner; its file stays. UserError `receipt_photo_is_evidence`."""
        self._photos.remove(photo_id)

    # The box of parcels without an owner

    def unmatched(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """The parcels without an owner, longest lying first; of one shop with those of no shop."""
        return receipts.list_box(self._bench.store.database, shop_id)

    def let_gone(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """Those that were let go, newest first; the reason is in `note`."""
        return receipts.list_let_go(self._bench.store.database, shop_id)

    def describe(
        self, receipt_id: int, *, sender: str = "", phone: str = "", item: str = "", weight_grams: int | None = None,
        pieces: int | None = None, note: str = "", tracking_number: str | None = None, carrier: str | None = None,
        shop_id: int | None = None,
    ) -> None:  # fmt: skip
        """Write what is known of a parcel without an owner; the number and carrier only where told."""
        self._box.describe(
            receipt_id, sender=sender, phone=phone, item=item, weight_grams=weight_grams, pieces=pieces, note=note,
            tracking_number=tracking_number, carrier=carrier, shop_id=shop_id,
        )  # fmt: skip

    def matches(self, receipt_id: int, *, limit: int = 10) -> tuple[Match, ...]:
        """The cases it may belong to, likeliest first, by number, phone, name and item."""
        return self._box.matches(receipt_id, limit)

    def fresh_matches(self, shop_id: int | None = None) -> tuple[FreshMatch, ...]:
        """Parcels of the box whose number stands by now with an order, a parcel or an awaited return."""
        return self._box.fresh_matches(shop_id)

    def match(self, receipt_id: int, case_id: int | None, *, order_id: int | None = None) -> Taken:
        """Give a parcel of the box to its case: photos become evidence, the register's line is filled, the refund due.

        Without a case that of the order; one is opened if it has none. UserError `receipt_has_case`, `receipt_let_go`.
        """
        return self._box.match(receipt_id, case_id, order_id)

    def reminder_days(self) -> tuple[int, ...]:
        """After how many days one is reminded of a parcel without an owner; 1, 3 and 7 unless chosen otherwise."""
        return receipt_reminders.reminder_days(self._settings)

    def set_reminder_days(self, days: Sequence[int]) -> None:
        """Choose the days; empty for no reminders. UserError `receipt_reminder_days` for what is none of 1 to 365."""
        receipt_reminders.set_reminder_days(self._settings, days)

    def to_remind(self, now: datetime | None = None, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """The parcels of the box one is to be reminded of now, most urgent first."""
        moment = now or self._bench.clock.now()
        return receipts.list_to_remind(self._bench.store.database, moment, shop_id)

    def remind(self, receipt_id: int, at: datetime | None) -> None:
        """Be reminded at that moment instead; None for not again. UserError `receipt_remind_past`."""
        self._box.remind(receipt_id, at)

    def reminded(self, receipt_id: int) -> None:
        """Go on to the next reminder of the setting: somebody looked and found nobody."""
        self._box.reminded(receipt_id)

    def let_go(self, receipt_id: int, reason: str) -> None:
        """Stop looking for the owner, with a reason; the parcel stays listed."""
        self._box.let_go(receipt_id, reason)

    def take_up(self, receipt_id: int) -> None:
        """Look again for the owner of a parcel that was let go. UserError `receipt_not_let_go`."""
        self._box.take_up(receipt_id)

    # Undeliverable

    def undeliverable(self, receipt_id: int, reason: UndeliverableReason, *, note: str = "") -> None:
        """Note why a carrier brought our parcel back (R003-16, R003-41)."""
        self._resending.undeliverable(receipt_id, reason, note)

    def resend_offer(
        self, receipt_id: int, reason: UndeliverableReason | None = None, *, our_fault: bool = False
    ) -> ResendOffer:
        """Whose the surcharge is when it is sent again, by R003-41, before it is."""
        return self._resending.offer(receipt_id, reason, our_fault=our_fault)

    def resend(
        self, receipt_id: int, carrier: str, number: str, *, surcharge: Money | None = None, our_fault: bool = False,
        note: str = "", language: str = "zh",
    ) -> None:  # fmt: skip
        """Send an undeliverable parcel again: a parcel of the order; steps for the buyer's message, the remark and the
        trade to extend, with their texts in `language`; the blue flag.

        A surcharge that is ours is noted as freight paid. UserError `receipt_not_undeliverable`, `receipt_resent`,
        `receipt_same_number`, `receipt_surcharge`, and those of a parcel's number.
        """
        self._resending.resend(receipt_id, Resend(carrier, number, surcharge, our_fault, note), language)

    def resend_texts(
        self, receipt_id: int, carrier: str, number: str, *, our_fault: bool = False, language: str = "zh"
    ) -> ResendTexts:
        """What the buyer would be told and what the remark would say, before it is sent again."""
        return self._resending.texts(receipt_id, Resend(carrier, number, None, our_fault), language)

    def give_back(self, receipt_id: int) -> int:
        """The buyer does not want it again: a step to refund it, due today; returns the step's id."""
        return self._resending.give_back(receipt_id)
