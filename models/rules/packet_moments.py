"""Single facts of the chronology: what the order says, and what was said in chats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from models.records import CasePage
from models.rules.packet_parts import ChatMoment
from models.rules.packet_phrases import Phrases


class Kind(IntEnum):
    """What a fact is: said as it stands, or a file that is named with others of its kind."""

    SAID = 0
    TAKEN = 1
    ARRIVED = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened: when, which comes first in one minute, in words, shown by which exhibits."""

    at: datetime
    rank: int
    text: str
    exhibits: tuple[int, ...] = ()
    kind: Kind = Kind.SAID


def of_order(page: CasePage, phrases: Phrases) -> Iterator[Fact]:
    """Bought, shipped, delivered."""
    order = page.order
    if order is None:
        return
    if order.paid_at is not None:
        yield Fact(order.paid_at, 0, phrases.say("ordered"))
    elif order.created_at is not None:
        yield Fact(order.created_at, 0, phrases.say("ordered_unpaid"))
    if order.shipped_at is not None:
        sent = phrases.say("dispatched", carrier=order.carrier) if order.carrier else phrases.say("dispatched_plain")
        parts = [sent]
        if order.tracking_numbers:
            parts.append(phrases.say("waybill", tracking=phrases.join(order.tracking_numbers)))
        yield Fact(order.shipped_at, 1, "，".join(parts) if phrases.language == "zh" else ", ".join(parts))
    if order.signed_at is not None:
        yield Fact(order.signed_at, 1, phrases.say("received"))


def messages(exhibit: int, moments: Sequence[ChatMoment], phrases: Phrases) -> Iterator[Fact]:
    """What a chat says its first and last messages were, in their own words."""
    for moment in moments:
        key = f"chat_{moment.side}" if moment.side else "chat_named"
        said = phrases.say(key, name=moment.speaker, text=phrases.cut(moment.text))
        yield Fact(moment.at, 4, said, (exhibit,))
