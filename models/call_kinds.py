"""The closed lists of the call-backs: ways to reach a buyer, what a call-back is for, where a tier comes from."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Channel(StrEnum):
    """A way to reach a buyer. Each needs the buyer's agreement, but for a note that goes with a parcel."""

    PHONE = "phone"
    CHAT = "chat"
    WECHAT = "wechat"
    SMS = "sms"
    EMAIL = "email"
    NOTE = "note"


class CallBackKind(StrEnum):
    """What a call-back is for. A buyer has at most one open of their rhythm, a case at most one about it."""

    RHYTHM = "rhythm"
    SATISFACTION = "satisfaction"
    PROMISE = "promise"


class TierSource(StrEnum):
    """Where a buyer's tier comes from. SPECIAL: must not be neglected, whatever they spend."""

    HAND = "hand"
    RULE = "rule"
    SPECIAL = "special"


class LateLevel(IntEnum):
    """How pressing an open call-back is, by the limits of its buyer's tier."""

    ON_TIME = 0
    YELLOW = 1
    RED = 2
