"""Chats copied as text: who said what when, recognised from the common formats. The text itself stays as it is."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from models.kinds import MediaKind
from models.rules.chat_heads import Head, Shape, head_of, is_name, name_head_of, visible
from models.rules.chat_lines import ChatLine, chat_lines, is_notice
from models.rules.chat_stamps import Ambiguity, Stamp, day_of, moments_of, plain, stamp_of

HEAD_CHARACTERS = 60_000
"""So much of the beginning of a text is enough to tell whether it is a chat."""
MOST_MESSAGES = 50_000
"""What a text says beyond so many is left to the text itself, and counted as unparsed."""
_SAMPLE = 600
_SURE = 0.5
_LEAST = 0.3
_SIGNED = frozenset((Shape.BRACKET, Shape.DASH, Shape.QQ, Shape.NAME_PAREN))


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message. `speaker` is empty for what the program or platform says. `at`: the claim of the chat, aware where
    it names its zone, else a wall clock; None where no day is known. `said`: the time as written."""

    speaker: str
    at: datetime | None
    said: str
    lines: tuple[ChatLine, ...]


@dataclass(frozen=True, slots=True)
class ChatLog:
    """A recognised chat. `format` names its shape; `confidence` 0 to 1; `unparsed`: lines that belong to no message."""

    messages: tuple[ChatMessage, ...]
    format: str
    confidence: float
    unparsed: int
    ambiguity: tuple[Ambiguity, ...]

    def speakers(self) -> tuple[str, ...]:
        """Who speaks, in the order of their first message."""
        return tuple(dict.fromkeys(message.speaker for message in self.messages if message.speaker))

    def span(self) -> tuple[datetime | None, datetime | None]:
        """The first and the last known moment, as they stand in the chat."""
        known = [message.at for message in self.messages if message.at is not None]
        return (known[0], known[-1]) if known else (None, None)


def read_chat(text: str) -> ChatLog | None:
    """The chat in a text; None if it is none. Never raises; linear in the length of the text."""
    lines = [line.rstrip() for line in _split(visible(text))]
    flat = plain("\n".join(lines)).split("\n")
    shapes = _shapes(lines, flat)
    if shapes is None:
        return None
    log = _log(lines, flat, _heads(lines, flat, shapes), shapes)
    return log if log is not None and log.confidence >= _LEAST else None


def is_chat(text: str) -> bool:
    """Whether the beginning of a text is a chat."""
    log = read_chat(text[:HEAD_CHARACTERS])
    return log is not None and log.confidence >= _SURE


def media_of_text(head: str) -> MediaKind:
    """What kind of evidence a text is, by its beginning: a chat or any other text."""
    return MediaKind.CHAT if is_chat(head) else MediaKind.TEXT


def text_of(data: bytes) -> str:
    """The characters of a text file: by its mark (UTF-8, UTF-16), as UTF-8, else as GB18030; never raises."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        # A cut at the end of what was read is no fault.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def preview_lines(log: ChatLog, count: int = 12) -> tuple[str, ...]:
    """The first lines of a chat for a small picture: time and speaker, then the words, by turns."""
    lines: list[str] = []
    for message in log.messages:
        head = " ".join(part for part in (message.said, message.speaker) if part)
        lines += [head[:80]] if head else []
        lines += [line.text[:80] for line in message.lines if line.text.strip()]
        if len(lines) >= count:
            break
    return tuple(lines[:count])


def _split(text: str) -> list[str]:
    # Not splitlines: it also ends lines at form feeds and at signs that chats contain.
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")


def _shapes(lines: Sequence[str], flat: Sequence[str]) -> frozenset[Shape] | None:
    """The shape of the heads of this file, from its first lines; None if there is none to be trusted."""
    rows = [row for row, line in enumerate(lines[: _SAMPLE * 4]) if line][:_SAMPLE]
    found = [head_of(lines[row], flat[row]) for row in rows]
    votes = Counter(head.shape for head in found if head is not None and head.shape is not Shape.STAMP)
    for shape, _ in votes.most_common(3):
        if _is_trusted(shape, [head for head in found if head is not None and head.shape is shape]):
            same = {Shape.STAMP_INLINE, Shape.STAMP_NAME}
            return frozenset(same if shape in same else {shape})
    if sum(head is not None and head.shape is Shape.STAMP for head in found) >= 2:
        return frozenset((Shape.STAMP,))
    named = [head for row in rows if (head := name_head_of(lines[row], flat[row])) is not None]
    for shape, share in ((Shape.NAME, 0.2), (Shape.NAME_INLINE, 0.6)):
        heads = [head for head in named if head.shape is shape]
        speakers = Counter(head.speaker for head in heads)
        again = sum(count for count in speakers.values() if count > 1)
        # Headings of a form also end in a colon; speakers come again.
        if len(heads) >= max(4, share * len(rows)) and 2 <= len(speakers) <= 8 and again >= 0.7 * len(heads):
            return frozenset((Shape.NAME,)) if shape is Shape.NAME else frozenset((Shape.NAME, Shape.NAME_INLINE))
    return None


def _is_trusted(shape: Shape, heads: Sequence[Head]) -> bool:
    speakers = Counter(head.speaker for head in heads)
    if len(heads) < 2:
        return len(heads) == 1 and shape in (Shape.QQ, Shape.NAME_PAREN, Shape.NAME_STAMP) and _has_date(heads[0])
    if shape in _SIGNED:
        return any(speakers) and len(speakers) <= max(3, 0.7 * len(heads))
    dated = sum(_has_date(head) for head in heads) >= 0.5 * len(heads)
    if shape is Shape.NAME_STAMP and dated:
        return len(speakers) <= max(3, 0.7 * len(heads))
    again = sum(count for count in speakers.values() if count > 1)
    return len(speakers) <= 2 or again >= 0.5 * len(heads)


def _has_date(head: Head) -> bool:
    stamp = stamp_of(plain(head.stamp))
    return stamp is not None and (stamp.day is not None or stamp.numbers is not None)


class _Start(NamedTuple):
    """Where a message begins: its head's line and the line its words begin on."""

    row: int
    words: int
    head: Head


def _heads(lines: Sequence[str], flat: Sequence[str], shapes: frozenset[Shape]) -> list[_Start]:
    if Shape.STAMP in shapes:
        return _stamps_apart(lines, flat)
    timeless = Shape.NAME in shapes or Shape.NAME_INLINE in shapes
    recognise = name_head_of if timeless else head_of
    found = []
    for row, line in enumerate(lines):
        head = recognise(line, flat[row]) if line else None
        if head is not None and head.shape in shapes:
            found.append(_Start(row, row + 1, head))
            if len(found) > MOST_MESSAGES:
                break
    speakers = Counter(start.head.speaker for start in found)
    if timeless:
        return [start for start in found if speakers[start.head.speaker] > 1 or start.head.shape is Shape.NAME]
    if shapes != {Shape.NAME_STAMP} or not found:
        return found
    # "tomorrow 10:00" is written as a name and a time: not where it would leave the message above it without words.
    usual = Counter(start.head.signature for start in found).most_common(1)[0][0]
    kept: list[_Start] = []
    for start in found:
        lonely = speakers[start.head.speaker] == 1
        follows = bool(kept) and not any(lines[kept[-1].words : start.row])
        if lonely and (follows or start.head.signature != usual) and kept:
            continue
        kept.append(start)
    return kept


def _stamps_apart(lines: Sequence[str], flat: Sequence[str]) -> list[_Start]:
    """Speaker and time on lines of their own: name, time, words; or name, words, time."""
    rows = [row for row, line in enumerate(lines) if line]
    stamped = [at for at, row in enumerate(rows) if _is_stamp(flat[row])]
    if len(stamped) < 2:
        return []
    above = [lines[rows[at - 1]] for at in stamped if at > 0]
    first = [lines[rows[at]] for at in (0, *(at + 1 for at in stamped[:-1])) if at < len(rows)]
    starts = []
    if stamped[0] > 1 and len(set(first)) <= len(set(above)) and len(set(first)) <= max(2, len(first) // 2):
        for begin, end in pairwise((-1, *stamped)):
            if end - begin >= 2 and is_name(lines[rows[begin + 1]]):
                head = _lone_stamp(lines[rows[end]], lines[rows[begin + 1]])
                starts.append(_Start(rows[begin + 1], rows[begin + 2], head))
        return starts
    if len(set(above)) > max(2, len(above) // 2):
        return []
    for at in stamped:
        if at > 0 and is_name(lines[rows[at - 1]]):
            starts.append(_Start(rows[at - 1], rows[at] + 1, _lone_stamp(lines[rows[at]], lines[rows[at - 1]])))
    return starts


def _is_stamp(flat: str) -> bool:
    head = head_of(flat, flat)
    return head is not None and head.shape is Shape.STAMP


def _lone_stamp(line: str, name: str) -> Head:
    return Head(Shape.STAMP, name.strip(), line.strip(), "", (Shape.STAMP.value, 0, False))


def _log(
    lines: Sequence[str], flat: Sequence[str], starts: Sequence[_Start], shapes: frozenset[Shape]
) -> ChatLog | None:
    if not starts:
        return None
    stamps: list[Stamp] = []
    days: list[Stamp | None] = []
    bodies: list[list[str]] = []
    day: Stamp | None = None
    lone = Shape.STAMP in shapes
    unparsed = 0
    for row, line in enumerate(lines[: starts[0].row]):
        said = day_of(flat[row])
        day = said or day
        unparsed += bool(line) and said is None and not is_notice(line)
    last = len(lines)
    if len(starts) > MOST_MESSAGES:
        last = starts[MOST_MESSAGES].row
        starts = starts[:MOST_MESSAGES]
        unparsed += sum(bool(line) for line in lines[last:])
    for start, end in zip(starts, [*(start.row for start in starts[1:]), last], strict=True):
        stamps.append(stamp_of(plain(start.head.stamp)) or Stamp(start.head.stamp, 0))
        days.append(day)
        body = [start.head.rest] if start.head.rest else []
        for row in range(start.words, end):
            said = day_of(flat[row])
            if said is not None:
                day = said
            elif not (lone and _is_stamp(flat[row])):
                body.append(lines[row])
        bodies.append(body)
    timed = any(start.head.stamp for start in starts)
    times = moments_of(stamps, days)
    messages = tuple(
        ChatMessage(start.head.speaker, at, start.head.stamp, chat_lines(body))
        for start, at, body in zip(starts, times.moments, bodies, strict=True)
    )
    full = sum(bool(message.lines) for message in messages) / len(messages)
    known = sum(bool(line) for line in lines)
    kept = 1 - unparsed / max(1, known)
    confidence = kept * full * (min(1.0, 0.7 + 0.1 * len(messages)) if timed else 0.6)
    kind = "+".join(sorted(shapes))
    return ChatLog(messages, kind, round(confidence, 3), unparsed, times.ambiguity if timed else ())
