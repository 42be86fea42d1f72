"""Closed words of the registers, of receiving, of the hand-over and of reviews, stored as lower-case words."""

from __future__ import annotations

from enum import StrEnum


class RegisterState(StrEnum):
    """Where a line of a register stands.

    Claims go open, handed in, allowed or refused, received; penalties expected, confirmed; the rest open, done.
    """

    OPEN = "open"
    HANDED_IN = "handed_in"
    ALLOWED = "allowed"
    REFUSED = "refused"
    RECEIVED = "received"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class EntryOrigin(StrEnum):
    """What wrote a line of a register."""

    WIZARD = "wizard"
    CASE = "case"
    RECEIPT = "receipt"
    HAND = "hand"
    CORRECTION = "correction"


class HandOverState(StrEnum):
    """Where an item left at the end of a shift stands."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    PASSED_ON = "passed_on"


class ReceiptKind(StrEnum):
    """Why a parcel came to us: sent back by the buyer, or our own one that could not be delivered."""

    RETURN = "return"
    UNDELIVERABLE = "undeliverable"
    UNKNOWN = "unknown"


class ReceiptState(StrEnum):
    """How far a parcel that arrived is: waiting to be inspected, inspected, or let go without an owner."""

    ARRIVED = "arrived"
    INSPECTED = "inspected"
    LET_GO = "let_go"


class Condition(StrEnum):
    """In what condition returned goods are."""

    GOOD = "good"
    WORN = "worn"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    EMPTY = "empty"


class UndeliverableReason(StrEnum):
    """Why a carrier brought a parcel back."""

    NO_DELIVERY_POINT = "no_delivery_point"
    WRONG_ADDRESS = "wrong_address"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    NOT_COLLECTED = "not_collected"
    RECALLED = "recalled"
    OTHER = "other"


class ReviewVerdict(StrEnum):
    """What a review says on the whole."""

    GOOD = "good"
    NEUTRAL = "neutral"
    BAD = "bad"


class ReviewState(StrEnum):
    """How far a review is followed: to be answered, answered in public, or needing no answer."""

    OPEN = "open"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"


class ReviewOrigin(StrEnum):
    """How a review came in."""

    PASTED = "pasted"
    FILE = "file"
    WIZARD = "wizard"
    HAND = "hand"


class PaidKind(StrEnum):
    """What was paid beside a refund: because somebody was liable, out of goodwill, or freight a buyer had fronted."""

    COMPENSATION = "compensation"
    GOODWILL = "goodwill"
    FREIGHT = "freight"
