"""The closed word lists of the domain, stored as lower-case words."""

from __future__ import annotations

from enum import StrEnum


class Platform(StrEnum):
    """Where a shop sells."""

    TAOBAO = "taobao"
    TMALL = "tmall"
    JD = "jd"
    PDD = "pdd"
    DOUYIN = "douyin"
    WECHAT = "wechat"
    SHOPIFY = "shopify"
    EBAY = "ebay"
    ETSY = "etsy"
    AMAZON = "amazon"
    WOOCOMMERCE = "woocommerce"
    OTHER = "other"


class OrderStatus(StrEnum):
    """How far an order got, as the platform's file says."""

    UNKNOWN = "unknown"
    CREATED = "created"
    PAID = "paid"
    SHIPPED = "shipped"
    SIGNED = "signed"
    CLOSED = "closed"
    REFUNDED = "refunded"


class CaseState(StrEnum):
    """The life of a case."""

    NEW = "new"
    OPEN = "open"
    WAITING = "waiting"
    IN_DISPUTE = "in_dispute"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ARCHIVED = "archived"


class WaitingOn(StrEnum):
    """Who has to act next."""

    US = "us"
    BUYER = "buyer"
    WAREHOUSE = "warehouse"
    CARRIER = "carrier"
    SUPPLIER = "supplier"
    PLATFORM = "platform"


class Problem(StrEnum):
    """What went wrong."""

    WRONG_ITEM = "wrong_item"
    MISSING_ITEM = "missing_item"
    OVER_SHIPPED = "over_shipped"
    DAMAGED = "damaged"
    LOST = "lost"
    LATE = "late"
    QUALITY = "quality"
    SIZE = "size"
    COLOUR = "colour"
    NOT_AS_DESCRIBED = "not_as_described"
    NO_REASON = "no_reason"
    ADDRESS_CHANGE = "address_change"
    INVOICE = "invoice"
    PRICE = "price"
    REVIEW = "review"
    CANCEL = "cancel"
    RETURNED_PARCEL = "returned_parcel"
    REPAIR = "repair"
    GIFT_MISSING = "gift_missing"
    PAYMENT_DISPUTE = "payment_dispute"
    OTHER = "other"


class Demand(StrEnum):
    """What the buyer asks for."""

    UNKNOWN = "unknown"
    REFUND = "refund"
    PARTIAL_REFUND = "partial_refund"
    RETURN_AND_REFUND = "return_and_refund"
    EXCHANGE = "exchange"
    RESHIP = "reship"
    REPAIR = "repair"
    COMPENSATION = "compensation"
    EXPLANATION = "explanation"


class Liability(StrEnum):
    """Who caused it."""

    BUYER = "buyer"
    MERCHANT = "merchant"
    CARRIER = "carrier"
    SUPPLIER = "supplier"
    SHARED = "shared"
    UNCLEAR = "unclear"


class Remedy(StrEnum):
    """What is done about it."""

    REFUND = "refund"
    PARTIAL_REFUND = "partial_refund"
    RETURN_AND_REFUND = "return_and_refund"
    EXCHANGE = "exchange"
    RESHIP = "reship"
    REPAIR = "repair"
    COMPENSATION = "compensation"
    REFUSE = "refuse"
    NONE = "none"


class MediaKind(StrEnum):
    """What kind of file a piece of evidence is."""

    PHOTO = "photo"
    CHAT = "chat"
    VIDEO = "video"
    DOCUMENT = "document"
    TEXT = "text"
    OTHER = "other"


class EvidenceSource(StrEnum):
    """The way a piece of evidence came in."""

    PASTED = "pasted"
    DROPPED = "dropped"
    CHOSEN = "chosen"
    IMPORTED = "imported"
    CAPTURED = "captured"
    WATCHED = "watched"
    ARCHIVE = "archive"
    DERIVED = "derived"


class Derivation(StrEnum):
    """How a piece of evidence came from others; an original came from none."""

    ORIGINAL = "original"
    ANNOTATED = "annotated"
    REDACTED = "redacted"
    STITCHED = "stitched"
    CUT = "cut"
    STILL = "still"
    COPY = "copy"
    PACKET = "packet"


class WeightVerdict(StrEnum):
    """What weights say of a missing item."""

    PLAUSIBLE = "plausible"
    NOT_PLAUSIBLE = "not_plausible"
    CANNOT_SAY = "cannot_say"


class Integrity(StrEnum):
    """What the last check of an evidence file found."""

    VERIFIED = "verified"
    CHANGED = "changed"
    MISSING = "missing"


class FileFault(StrEnum):
    """What is wrong with a kept file, as exactly as a check can say."""

    GONE = "gone"
    KEPT_APART = "kept_apart"
    OTHER_BYTES = "other_bytes"
    SHORTER = "shorter"
    APPENDED = "appended"
    SWAPPED = "swapped"
    LINK = "link"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"


class Role(StrEnum):
    """What a person does in the shop."""

    OWNER = "owner"
    AFTER_SALES = "after_sales"
    WAREHOUSE = "warehouse"
    QUALITY = "quality"
    SUPERVISOR = "supervisor"
    FINANCE = "finance"


class Tier(StrEnum):
    """How much a buyer matters to the shop; V3 is the highest."""

    NONE = "none"
    V1 = "v1"
    V2 = "v2"
    V3 = "v3"


class Temperament(StrEnum):
    """How a buyer wants to be spoken to."""

    NEUTRAL = "neutral"
    MILD = "mild"
    UPSET = "upset"
    TROUBLEMAKER = "troublemaker"


class Flag(StrEnum):
    """The coloured flag of a platform remark."""

    NONE = "none"
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


class ClockStatus(StrEnum):
    """Where a clock stands."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    STOPPED = "stopped"


class ClockKind(StrEnum):
    """Where a clock's end comes from: a rule, or a date that a processor or a person gave."""

    RULE = "rule"
    ENTERED = "entered"


class StepState(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class RegisterKind(StrEnum):
    """The registers of the shop."""

    WRONG_SHIPMENT = "wrong_shipment"
    CARRIER_CLAIM = "carrier_claim"
    QUALITY = "quality"
    RETURNED_PARCEL = "returned_parcel"
    COMPENSATION = "compensation"
    PENALTY = "penalty"
    REVIEW = "review"
    INVOICE = "invoice"
    HANDOVER = "handover"


class CallOutcome(StrEnum):
    """How a call-back went."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    NOT_INTERESTED = "not_interested"
    WRONG_NUMBER = "wrong_number"


class CallBackState(StrEnum):
    """Where a planned contact stands."""

    DUE = "due"
    DONE = "done"
    SKIPPED = "skipped"


class Consent(StrEnum):
    """Whether a buyer agreed to be called."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"


class NoteKind(StrEnum):
    """Internal notes stay in the shop; printable ones may go into a packet."""

    INTERNAL = "internal"
    PRINTABLE = "printable"


class SnoozeEvent(StrEnum):
    """What wakes a snoozed case before its time."""

    EVIDENCE_ADDED = "evidence_added"
    ORDER_CHANGED = "order_changed"
    STEP_DONE = "step_done"
    CLOCK_NEAR = "clock_near"


class DisputeOutcome(StrEnum):
    """How a dispute ended for the shop."""

    WON = "won"
    PARTLY = "partly"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    MISTAKE = "mistake"


class LinkKind(StrEnum):
    """Why two cases belong together."""

    RELATED = "related"
    MERGED = "merged"
    SPLIT = "split"


class ParcelWay(StrEnum):
    """Where a parcel of an order goes."""

    SENT = "sent"
    RETURNED = "returned"
    RESENT = "resent"


class BuyerFlag(StrEnum):
    """What to know about a buyer before answering; never shown to the buyer."""

    NEEDS_CARE = "needs_care"
    FREQUENT_RETURNS = "frequent_returns"
    BAD_REVIEWS = "bad_reviews"
    EXTORTION = "extortion"
    KEEP_PROOF = "keep_proof"


class TextDraftKind(StrEnum):
    """What is being written about a case and not yet kept."""

    NOTE = "note"
    REPLY = "reply"


class PacketForm(StrEnum):
    """What a receiver takes: one PDF, one file per type of evidence, single pictures, or all with the originals."""

    PDF = "pdf"
    SLOTS = "slots"
    PICTURES = "pictures"
    ARCHIVE = "archive"


class PacketLanguage(StrEnum):
    """The language of a packet; in both, each text stands in Chinese and in English."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


class Paper(StrEnum):
    """The paper of a packet, upright."""

    A4 = "a4"
    LETTER = "letter"


class ExhibitVersion(StrEnum):
    """Which file shows an exhibit; `AUTO` is the redacted copy where there is one, then the annotated one."""

    AUTO = "auto"
    ORIGINAL = "original"
    ANNOTATED = "annotated"
    REDACTED = "redacted"


class SheetKind(StrEnum):
    """A single paper made of a case beside its packet, of the call-backs of some days, of a register or a night."""

    RETURN_SLIP = "return_slip"
    CLAIM = "claim"
    SUMMARY = "summary"
    CALL_LIST = "call_list"
    REGISTER = "register"
    QUALITY_REPORT = "quality_report"
    HAND_OVER = "hand_over"
    STEP_LIST = "step_list"
