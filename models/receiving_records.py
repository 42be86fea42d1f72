"""Frozen values of receiving: a parcel that came to us, whose it may be, and its photos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import Liability, MediaKind
from models.money import Money
from models.register_kinds import Condition, ReceiptKind, ReceiptState, UndeliverableReason


@dataclass(frozen=True, slots=True)
class ReturnReceipt:
    """A parcel that arrived. Without a case it lies in the box of parcels nobody owns (无主件); weights in grams.

    `pieces_expected`: how many the case says should come back. `remind_at`: when to look for its owner again.
    """

    id: int
    shop_id: int | None
    case_id: int | None
    case_number: str
    buyer_nick: str
    entry_id: int | None
    kind: ReceiptKind
    state: ReceiptState
    tracking_number: str
    carrier: str
    arrived_at: datetime
    arrived_by: str
    sender: str = ""
    phone: str = ""
    item: str = ""
    weight_grams: int | None = None
    pieces: int | None = None
    pieces_expected: int | None = None
    condition: Condition | None = None
    restock: bool | None = None
    reason: UndeliverableReason | None = None
    note: str = ""
    resent_with: str = ""
    resent_number: str = ""
    surcharge: Money | None = None
    surcharge_bearer: Liability | None = None
    inspected_at: datetime | None = None
    inspected_by: str = ""
    matched_at: datetime | None = None
    matched_by: str = ""
    remind_at: datetime | None = None
    photos: int = 0

    @property
    def unmatched(self) -> bool:
        """Whether nobody knows yet whose it is."""
        return self.case_id is None and self.state is not ReceiptState.LET_GO


@dataclass(frozen=True, slots=True)
class ReceiptPhoto:
    """A photo of a parcel; it is evidence `evidence_id` of its case once that is known."""

    id: int
    receipt_id: int
    evidence_id: int | None
    sha256: str
    size: int
    original_name: str
    media: MediaKind


@dataclass(frozen=True, slots=True)
class Match:
    """A case a parcel may belong to, how sure that is (0 to 100), and by what: words of MatchedBy."""

    case_id: int
    case_number: str
    buyer_nick: str
    item: str
    score: int
    by: tuple[str, ...]
