"""Words for chats: their caption, when something was said, what is open about their times."""

from __future__ import annotations

import re
from datetime import datetime

from models.rules.chat_log import ChatLog, ChatMessage
from models.rules.chat_stamps import Ambiguity
from ui.i18n import translator
from ui.plain import one_line

tr = translator("chats")
_NAMED = 3
_WITH_SECONDS = re.compile(r"\d[:：]\d{2}[:：]\d{2}")


def chat_caption(log: ChatLog) -> str:
    """`Chat Xiaoman/Dasheng, 11-18 19:42 – 11-19 09:03, 23 messages`; without the times where they are not known."""
    speakers = log.speakers()
    names = "/".join(one_line(name)[:30] for name in speakers[:_NAMED]) + ("…" if len(speakers) > _NAMED else "")
    first, last = log.span()
    count = tr("%n message", n=len(log.messages))
    if first is None or last is None:
        return tr("Chat %1, %2", names, count)
    same_day = first.date() == last.date()
    until = f"{last:%H:%M}" if same_day else f"{last:%m-%d %H:%M}"
    return tr("Chat %1, %2 – %3, %4", names, f"{first:%m-%d %H:%M}", until, count)


def message_time(message: ChatMessage) -> str:
    """When it was said, as the chat claims, or as it stands there."""
    if message.at is None:
        return one_line(message.said)
    return full_time(message.at, seconds=bool(_WITH_SECONDS.search(message.said)))


def full_time(at: datetime, *, seconds: bool) -> str:
    """`2026-11-18 19:42:07`, with its zone where the chat names one; seconds only where the chat has them."""
    shown = f"{at:%Y-%m-%d %H:%M:%S}" if seconds else f"{at:%Y-%m-%d %H:%M}"
    return shown + (f" UTC{at:%z}" if at.tzinfo is not None else "")


def doubts(log: ChatLog) -> str:
    """What is open about the times, in sentences; empty when nothing is."""
    sentences = {
        Ambiguity.DAY_MONTH: tr("No date here tells day from month; another reading is possible."),
        Ambiguity.NO_YEAR: tr("The chat names no year."),
        Ambiguity.NO_DAY: tr("Some messages name only a time, no day."),
        Ambiguity.NEXT_DAY: tr("Where the clock went back, the next day was taken."),
    }
    parts = [sentences[doubt] for doubt in log.ambiguity]
    if log.unparsed:
        parts.append(tr("%n line belongs to no message; it is in the original.", n=log.unparsed))
    return " ".join(parts)


def spoken(message: ChatMessage) -> str:
    """A message as text: time, speaker and words; what is copied and read aloud."""
    head = "  ".join(part for part in (one_line(message.speaker), message_time(message)) if part)
    return "\n".join(part for part in (head, *(line.text for line in message.lines)) if part)
