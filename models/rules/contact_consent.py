"""On which channel a buyer may be contacted: only on those they agreed to, and on none once they said no.

Implementing regulations of the consumer protection law (order 778 of 2024) art. 24: no commercial call or message
without the buyer's agreement, and it stops at once when they say so. See K7 of the rule notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, Protocol

from models.call_kinds import Channel
from models.kinds import Consent
from models.rules.verdict import Allowed, Refused, Verdict

_BIRTHDAY = re.compile(r"(?:([0-9]{4})-)?([0-9]{2})-([0-9]{2})")
_LEAP_YEAR: Final = 2000
_ADDRESSES: Final[Mapping[Channel, str]] = {Channel.PHONE: "phone", Channel.SMS: "phone", Channel.EMAIL: "email"}


class Reachable(Protocol):
    """What is asked of a buyer: their word, their addresses and the channel they like; models.records.Buyer has it."""

    @property
    def consent(self) -> Consent: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def call_channel(self) -> str: ...
    @property
    def phone_wrong_at(self) -> object | None: ...


def may_contact(consent: Consent, channels: Mapping[Channel, bool], channel: Channel) -> Verdict:
    """Whether a buyer may be contacted on a channel. Refused with `opted_out`, `channel_withdrawn` or `no_consent`.

    `channels` says what was agreed (True) or withdrawn (False). A note that goes with a parcel needs no agreement. One
    who agreed before channels were kept apart, and of whom no channel is known, agreed to calls.
    """
    if consent is Consent.REFUSED:
        return Refused("opted_out")
    said = channels.get(channel)
    if said is False:
        return Refused("channel_withdrawn")
    if said or channel is Channel.NOTE:
        return Allowed()
    if consent is Consent.GIVEN and not channels and channel is Channel.PHONE:
        return Allowed()
    return Refused("no_consent")


def usable(buyer: Reachable, channel: Channel) -> bool:
    """Whether there is where to reach the buyer: a phone number not known to be another's, an e-mail address."""
    address = _ADDRESSES.get(channel)
    if address is None:
        return True
    return bool(str(getattr(buyer, address)).strip()) and (address != "phone" or buyer.phone_wrong_at is None)


def channel_for(buyer: Reachable, channels: Mapping[Channel, bool]) -> Channel | None:
    """The channel the buyer is contacted on: the one they like, else the first they agreed to and can be reached on.

    None where there is none; a note is only the answer where it was agreed to or is the one they like.
    """
    liked = [each for each in Channel if each == buyer.call_channel]
    agreed = [each for each in Channel if each is not Channel.NOTE or channels.get(each)]
    for channel in (*liked, *agreed):
        if isinstance(may_contact(buyer.consent, channels, channel), Allowed) and usable(buyer, channel):
            return channel
    return None


def overall(before: Consent, channels: Mapping[Channel, bool]) -> Consent:
    """The buyer's word as a whole after a channel changed: GIVEN with one agreed to, REFUSED when the last one went."""
    if any(channels.values()):
        return Consent.GIVEN
    return Consent.UNKNOWN if before is Consent.UNKNOWN else Consent.REFUSED


def is_birthday(text: str) -> bool:
    """Whether a text is a birthday as it is kept: YYYY-MM-DD, or MM-DD where the year is not known."""
    found = _BIRTHDAY.fullmatch(text)
    if found is None or not text.isascii():
        return False
    try:
        date(int(found[1] or _LEAP_YEAR), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def next_birthday(text: str, today: date) -> date | None:
    """The day a birthday is next kept, today included; 29 February on 28 in a common year. None for no birthday."""
    if not is_birthday(text):
        return None
    month, day = int(text[-5:-3]), int(text[-2:])
    for year in (today.year, today.year + 1):
        try:
            kept = date(year, month, day)
        except ValueError:
            kept = date(year, 2, 28)
        if kept >= today:
            return kept
    return None
