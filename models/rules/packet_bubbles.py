"""A chat as a packet prints it: every message as a bubble on its side, and the moments the chronology tells of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Literal

from models.clock import zone
from models.rules.chat_lines import LineKind
from models.rules.chat_log import ChatLog, ChatMessage
from models.rules.packet_parts import Bubble, ChatMoment

_DATED = re.compile(r"\d[-/.年]\d|\d月|[A-Za-z]{3}")
_FIRST, _LAST = 1990, 2200
Side = Literal["ours", "theirs", "notice"]


def bubbles_of(log: ChatLog, ours: Collection[str], *, buyer: str = "") -> tuple[Bubble, ...]:
    """All messages in their order, none left out, and each new day where the messages themselves say only the hour.

    Where no speaker is known to be the shop, the other of two is if one is the buyer; else all stand on the buyer's
    side, under their names.
    """
    mine = _ours(log, ours, buyer)
    found: list[Bubble] = []
    day = None
    for message in log.messages:
        if message.at is not None and message.at.date() != day:
            day = message.at.date()
            if message.said and not _DATED.search(message.said):
                found.append(Bubble("notice", "", "", day.isoformat()))
        text = "\n".join(line.text for line in message.lines)
        found.append(Bubble(_side(message, mine), message.speaker, message.said, text))
    return tuple(found)


def moments_of(log: ChatLog, ours: Collection[str], *, time_zone: str, buyer: str = "") -> tuple[ChatMoment, ...]:
    """The first and the last message in words of each side, where the chat says when; in order of time.

    A wall clock without a zone is taken as that of the shop. A speaker of whom nobody knows the side has an empty one.
    """
    mine = _ours(log, ours, buyer)
    count = len(log.messages)
    found: dict[int, ChatMoment] = {}
    for side in ("theirs", "ours"):
        for order in (range(count), range(count - 1, -1, -1)):
            place = next((each for each in order if _tells(log.messages[each], side, mine)), None)
            if place is not None:
                message = log.messages[place]
                at = _aware(message.at, time_zone)
                found[place] = ChatMoment(at, side if mine else "", message.speaker, _words(message))
    return tuple(found[place] for place in sorted(found))


def _tells(message: ChatMessage, side: str, mine: Collection[str]) -> bool:
    """Whether a message is of this side, says something in words, and when: in a year that can be true."""
    at = message.at
    return at is not None and _FIRST <= at.year <= _LAST and _side(message, mine) == side and bool(_words(message))


def _ours(log: ChatLog, ours: Collection[str], buyer: str) -> frozenset[str]:
    if ours:
        return frozenset(ours)
    speakers = log.speakers()
    return frozenset(speakers) - {buyer} if len(speakers) == 2 and buyer in speakers else frozenset()


def _side(message: ChatMessage, ours: Collection[str]) -> Side:
    if not message.speaker or (message.lines and all(line.kind is LineKind.NOTICE for line in message.lines)):
        return "notice"
    return "ours" if message.speaker in ours else "theirs"


def _words(message: ChatMessage) -> str:
    return " ".join(_spoken(line.text for line in message.lines if line.kind is LineKind.WORDS))


def _spoken(lines: Iterable[str]) -> list[str]:
    return [part for line in lines for part in line.split()]


def _aware(at: datetime | None, time_zone: str) -> datetime:
    assert at is not None
    return at if at.tzinfo is not None else at.replace(tzinfo=zone(time_zone))
