"""On which channel a buyer may be contacted, and what a birthday looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.call_kinds import Channel
from models.kinds import Consent
from models.records import Buyer
from models.rules.contact_consent import channel_for, is_birthday, may_contact, next_birthday, overall
from models.rules.verdict import Allowed, Refused

GIVEN, REFUSED, UNKNOWN = Consent.GIVEN, Consent.REFUSED, Consent.UNKNOWN
PHONE, CHAT, SMS, EMAIL, NOTE = Channel.PHONE, Channel.CHAT, Channel.SMS, Channel.EMAIL, Channel.NOTE
BUYER = Buyer(1, 1, "桃花源_渔人", "渔先生", "13800000000", consent=GIVEN)


@pytest.mark.parametrize(
    ("consent", "channels", "channel", "said"),
    [
        (GIVEN, {PHONE: True}, PHONE, Allowed()),
        (GIVEN, {PHONE: True}, SMS, Refused("no_consent")),
        (GIVEN, {PHONE: False, CHAT: True}, PHONE, Refused("channel_withdrawn")),
        (GIVEN, {}, PHONE, Allowed()),
        (GIVEN, {}, CHAT, Refused("no_consent")),
        (UNKNOWN, {}, PHONE, Refused("no_consent")),
        (UNKNOWN, {}, NOTE, Allowed()),
        (UNKNOWN, {NOTE: False}, NOTE, Refused("channel_withdrawn")),
        *((REFUSED, dict.fromkeys(Channel, True), each, Refused("opted_out")) for each in Channel),
    ],
)
def test_only_what_was_agreed(consent: Consent, channels: dict[Channel, bool], channel: Channel, said: object) -> None:
    assert may_contact(consent, channels, channel) == said


def test_the_channel_liked_best_then_the_first_that_reaches() -> None:
    both = {PHONE: True, CHAT: True}
    assert channel_for(BUYER, both) is PHONE
    assert channel_for(replace(BUYER, call_channel="chat"), both) is CHAT
    assert channel_for(replace(BUYER, call_channel="wechat"), both) is PHONE
    assert channel_for(replace(BUYER, call_channel="pigeon"), both) is PHONE
    assert channel_for(replace(BUYER, phone=" "), both) is CHAT
    assert channel_for(replace(BUYER, phone_wrong_at=datetime(2026, 11, 1, tzinfo=UTC)), both) is CHAT
    assert channel_for(replace(BUYER, phone=""), {PHONE: True, SMS: True}) is None
    assert channel_for(BUYER, {EMAIL: True}) is None
    assert channel_for(BUYER, {NOTE: True}) is NOTE
    assert channel_for(replace(BUYER, consent=UNKNOWN), {}) is None
    assert channel_for(replace(BUYER, consent=REFUSED), both) is None


def test_the_word_as_a_whole() -> None:
    assert overall(UNKNOWN, {PHONE: True}) is GIVEN
    assert overall(REFUSED, {PHONE: False, CHAT: True}) is GIVEN
    assert overall(GIVEN, {PHONE: False}) is REFUSED
    assert overall(UNKNOWN, {SMS: False}) is UNKNOWN


def test_birthdays() -> None:
    assert all(map(is_birthday, ("1984-02-29", "02-29", "12-31")))
    assert not any(
        map(is_birthday, ("", "1983-02-29", "13-01", "2-3", "0000-01-01", "１２-３１", "12-31\n", "x" * 9999))
    )
    assert next_birthday("1984-02-29", date(2027, 1, 5)) == date(2027, 2, 28)
    assert next_birthday("02-29", date(2027, 3, 1)) == date(2028, 2, 29)
    assert next_birthday("11-20", date(2026, 11, 20)) == date(2026, 11, 20)
    assert next_birthday("11-19", date(2026, 11, 20)) == date(2027, 11, 19)
    assert next_birthday("nonsense", date(2026, 11, 20)) is None
