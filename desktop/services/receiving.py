"""Receiving: what a scan means, parcels taken in and inspected, the box of those nobody owns, undeliverable ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.decoder.client import Decoder
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
    ReturnReceipt,
    Taken,
)
from models.register_kinds import Condition, UndeliverableReason

if TYPE_CHECKING:
    from desktop.services.steps import StepService


class ReceivingService:
    """What can be done with parcels that come to us. Each action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, settings: Settings, steps: StepService, decoder: Decoder) -> None:
        self._bench = bench
        self._settings = settings
        self._steps = steps
        self._decoder = decoder

    # The scanner

    def look_up(self, text: str) -> Found:
        """What a scanned or typed text means: return slip, tracking number or case number. Reads only.

        UserError `return_code_wrong` (with `slip`) for a slip's code whose check character does not hold, NotFound
        `case_not_found` for one whose case is not there, `tracking_empty`, `tracking_length`, `tracking_letters`.
        """
        raise NotImplementedError

    def arrive(
        self, text: str, *, case_id: int | None = None, shop_id: int | None = None, carrier: str = "", note: str = ""
    ) -> Taken:
        """Take a parcel in, unopened (R004-10): the waiting refund of its case is due at once.

        An unknown number goes into the box of parcels without an owner, for `shop_id` if told. `case_id` chooses among
        several; UserError `receipt_several_cases` (with `cases`, their numbers) where it is not told. One taken in
        before is answered as it is, `again`. An empty text with `case_id` takes in what came without a number;
        without a case too, it is a parcel of the box with no number.
        """
        raise NotImplementedError

    def inspect(
        self, receipt_id: int, *, condition: Condition, pieces: int | None = None, restock: bool | None = None,
        note: str = "",
    ) -> Taken:  # fmt: skip
        """Note what is in a parcel that was taken in. `restock` None: yes for good goods, no for others.

        UserError `receipt_not_restockable` for an empty parcel or the wrong item, `receipt_pieces` for a count that is
        none, `receipt_let_go`, `receipt_without_case` for one of the box. Not good, or not the number expected: a step
        for the supervisor, due today, instead of the refund.
        """
        raise NotImplementedError

    def receive(
        self, text: str, *, condition: Condition, pieces: int | None = None, restock: bool | None = None,
        note: str = "", case_id: int | None = None, shop_id: int | None = None, carrier: str = "",
    ) -> Taken:  # fmt: skip
        """Take a parcel in and note what is in it: a scanner's one action. Errors as for `arrive` and `inspect`."""
        raise NotImplementedError

    # Lists

    def find(self, receipt_id: int) -> ReturnReceipt:
        """One parcel; NotFound `receipt_not_found` if there is none, or it was taken back."""
        raise NotImplementedError

    def list_case(self, case_id: int) -> tuple[ReturnReceipt, ...]:
        """The parcels a case received, oldest first."""
        raise NotImplementedError

    def waiting(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """Parcels of cases that arrived and are to be inspected, longest waiting first."""
        raise NotImplementedError

    def awaited(self, shop_id: int | None = None) -> tuple[AwaitedReturn, ...]:
        """Returns that were agreed and have not arrived, oldest first."""
        raise NotImplementedError

    def recent(self, shop_id: int | None = None, *, limit: int = 100) -> tuple[ReturnReceipt, ...]:
        """What was taken in last, newest first."""
        raise NotImplementedError

    # Photos

    def add_photo(self, receipt_id: int, data: bytes | Path, name: str, source: EvidenceSource) -> int:
        """Keep a photo of a parcel, as it is; returns its id. Of a parcel whose case is known it is evidence at once.

        One that is there already is answered by its id. UserError `evidence_empty`, EvidenceFault as for evidence.
        """
        raise NotImplementedError

    def photos(self, receipt_id: int) -> tuple[ReceiptPhoto, ...]:
        """The photos of a parcel, in the order they came."""
        raise NotImplementedError

    def remove_photo(self, photo_id: int) -> None:
        """Take a photo off a parcel without an owner; its file stays. UserError `receipt_photo_is_evidence`."""
        raise NotImplementedError

    # The box of parcels without an owner

    def unmatched(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """The parcels without an owner, longest lying first; of one shop with those of no shop."""
        raise NotImplementedError

    def let_gone(self, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """Those that were let go, newest first; the reason is in `note`."""
        raise NotImplementedError

    def describe(
        self, receipt_id: int, *, sender: str = "", phone: str = "", item: str = "", weight_grams: int | None = None,
        pieces: int | None = None, note: str = "", tracking_number: str | None = None, carrier: str | None = None,
        shop_id: int | None = None,
    ) -> None:  # fmt: skip
        """Write what is known of a parcel without an owner; the number and carrier only where told."""
        raise NotImplementedError

    def matches(self, receipt_id: int, *, limit: int = 10) -> tuple[Match, ...]:
        """The cases it may belong to, likeliest first, by number, phone, name and item."""
        raise NotImplementedError

    def fresh_matches(self, shop_id: int | None = None) -> tuple[FreshMatch, ...]:
        """Parcels of the box whose number stands by now with an order, a parcel or an awaited return."""
        raise NotImplementedError

    def match(self, receipt_id: int, case_id: int) -> Taken:
        """Give a parcel of the box to its case: photos become evidence, the register's line is filled, the refund due.

        UserError `receipt_has_case`, `receipt_let_go`.
        """
        raise NotImplementedError

    def reminder_days(self) -> tuple[int, ...]:
        """After how many days one is reminded of a parcel without an owner; 1, 3 and 7 unless chosen otherwise."""
        raise NotImplementedError

    def set_reminder_days(self, days: Sequence[int]) -> None:
        """Choose the days; empty for no reminders. UserError `receipt_reminder_days` for what is none of 1 to 365."""
        raise NotImplementedError

    def to_remind(self, now: datetime | None = None, shop_id: int | None = None) -> tuple[ReturnReceipt, ...]:
        """The parcels of the box one is to be reminded of now, most urgent first."""
        raise NotImplementedError

    def remind(self, receipt_id: int, at: datetime | None) -> None:
        """Be reminded at that moment instead; None for not again. UserError `receipt_remind_past`."""
        raise NotImplementedError

    def reminded(self, receipt_id: int) -> None:
        """Go on to the next reminder of the setting: somebody looked and found nobody."""
        raise NotImplementedError

    def let_go(self, receipt_id: int, reason: str) -> None:
        """Stop looking for the owner, with a reason; the parcel stays listed."""
        raise NotImplementedError

    # Undeliverable

    def undeliverable(self, receipt_id: int, reason: UndeliverableReason, *, note: str = "") -> None:
        """Note why a carrier brought our parcel back (R003-16, R003-41)."""
        raise NotImplementedError

    def resend_offer(self, receipt_id: int, reason: UndeliverableReason | None = None) -> ResendOffer:
        """Whose the surcharge is when it is sent again, by R003-41, before it is."""
        raise NotImplementedError

    def resend(
        self, receipt_id: int, carrier: str, number: str, *, surcharge: Money | None = None, our_fault: bool = False,
        note: str = "",
    ) -> None:  # fmt: skip
        """Send an undeliverable parcel again: a parcel of the order, the remark's text, the trade to extend.

        A surcharge that is ours is noted as freight paid. UserError `receipt_not_undeliverable`, `receipt_resent`,
        and those of a parcel's number.
        """
        raise NotImplementedError

    def give_back(self, receipt_id: int) -> int:
        """The buyer does not want it again: a step to refund it, due today; returns the step's id."""
        raise NotImplementedError
