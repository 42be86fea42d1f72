"""Frozen values of receiving: a parcel that came to us, what a scan means, whose it may be, and its photos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.kinds import CaseState, EvidenceSource, Integrity, Liability, MediaKind
from models.money import Money
from models.register_kinds import Condition, ReceiptKind, ReceiptState, UndeliverableReason


class FoundKind(StrEnum):
    """What a scan means."""

    RETURN = "return"
    UNDELIVERABLE = "undeliverable"
    RECEIVED = "received"
    SEVERAL = "several"
    UNKNOWN = "unknown"


class FoundBy(StrEnum):
    """What the scanned text was."""

    SLIP = "slip"
    NUMBER = "number"
    CASE = "case"


class MatchedBy(StrEnum):
    """Why a parcel without an owner may belong to a case."""

    NUMBER = "number"
    NUMBER_NEAR = "number_near"
    NUMBER_TAIL = "number_tail"
    PHONE = "phone"
    PHONE_TAIL = "phone_tail"
    NAME = "name"
    NAME_PINYIN = "name_pinyin"
    SKU = "sku"
    ITEM = "item"
    WEIGHT = "weight"


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

    @property
    def short(self) -> int:
        """How many pieces are missing; negative for pieces too many, 0 while not counted or nothing is known."""
        if self.pieces is None or self.pieces_expected is None:
            return 0
        return self.pieces_expected - self.pieces


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case a scan leads to. `item` is what should come back, `refund` what waits for it.

    `came_by` is the number of a merged case the text named, whose parcels this one gets; `resting` that it is done or
    archived. `waiting` that something is expected: a return was agreed, or a refund waits for the goods.
    """

    case_id: int
    case_number: str
    shop_id: int
    buyer_nick: str
    item: str
    state: CaseState
    kind: ReceiptKind
    pieces_expected: int | None = None
    refund: Money | None = None
    waiting: bool = False
    resting: bool = False
    came_by: str = ""
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a scan means. `text` is it as it was understood, `number` the tracking number, if it is one.

    RECEIVED: `receipt` says when and by whom it was taken in. SEVERAL: `cases` are to be chosen from. UNKNOWN: nobody's
    as far as the store knows, `arrive` puts it into the box of parcels without an owner. A number of an order without
    a case has `order_id` and no cases: `arrive` opens one.
    """

    kind: FoundKind
    by: FoundBy
    text: str
    number: str = ""
    cases: tuple[FoundCase, ...] = ()
    receipt: ReturnReceipt | None = None
    order_id: int | None = None
    order_number: str = ""
    carrier: str = ""

    @property
    def case(self) -> FoundCase | None:
        """The case, where it is one."""
        return self.cases[0] if len(self.cases) == 1 else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a parcel that was taken in, for the line under the scanner's field.

    `again`: it had been taken in before and nothing was doubled. `refund_due`: the waiting refund is due now.
    `decide`: the id of the supervisor's step, where the goods or their number are not as they should be.
    `unarchived`: the case was archived and lives again by this. `photos_left`: photos whose file is not as it came, and
    which are therefore no evidence.
    """

    receipt: ReturnReceipt
    again: bool = False
    refund_due: bool = False
    decide: int | None = None
    came_by: str = ""
    unarchived: bool = False
    photos_left: int = 0

    @property
    def receipt_id(self) -> int:
        """The id of its row."""
        return self.receipt.id


@dataclass(frozen=True, slots=True)
class AwaitedReturn:
    """A return that was agreed and has not arrived. `number` is what the buyer gave, empty while they gave none."""

    entry_id: int
    shop_id: int | None
    case_id: int
    case_number: str
    buyer_nick: str
    number: str
    item: str
    agreed_at: datetime


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
    source: EvidenceSource = EvidenceSource.PASTED
    imported_at: datetime | None = None
    imported_by: str = ""
    width: int | None = None
    height: int | None = None
    integrity: Integrity = Integrity.VERIFIED


@dataclass(frozen=True, slots=True)
class Match:
    """A case a parcel may belong to, how sure that is (0 to 100), and by what.

    `case_id` None: an order that has no case, which matching opens.
    """

    case_id: int | None
    case_number: str
    buyer_nick: str
    item: str
    score: int
    by: tuple[MatchedBy, ...]
    order_id: int | None = None
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class FreshMatch:
    """A parcel in the box whose number came in since with an order or a case: proposed, never matched by itself."""

    receipt: ReturnReceipt
    match: Match


@dataclass(frozen=True, slots=True)
class ResendTexts:
    """What the buyer is told of a parcel sent again, and the platform's remark (R003-37, R003-41)."""

    reply: str
    remark: str


@dataclass(frozen=True, slots=True)
class ResendOffer:
    """What sending an undeliverable parcel again means by R003-41. `times` is how often it was sent again before.

    `bearer` MERCHANT: the surcharge is ours, and the buyer is told to choose EMS next time.
    """

    bearer: Liability
    times: int
    tell_ems: bool
    apologise: bool
    carrier: str = "EMS"
