"""The lines that begin a message in copied chats, told apart by where speaker and time stand in them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from models.rules.chat_stamps import STAMP

LOOKED_AT = 240
"""So many characters of a line are looked at; a speaker and a time are shorter."""
NAME_LIMIT = 60

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_QQ = re.compile(r"(.{1,60}?) ?(?:\((\d{4,12})\)|<([^<>\s]{3,60})>)")
_RELATIVE = re.compile(r"[ —–|-]*\b(?:Today|Yesterday|今天|昨天|前天)(?: at)?,? *$", re.IGNORECASE)
_RELATIVE_LENGTH = 16
_TRIM = " \t\u3000\u00a0\u202f—–|·•~@"
_NO_NAME = re.compile(r"(?:[\W\d_]+|https?|ftp|[A-Z]:\\.*|INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL|CRITICAL)")
_AFTER_BRACKET = re.compile(r"\] ?(?:([^:]{1,60}?)(: |:$|:(?=\S)))?(.*)", re.DOTALL)
_INLINE = re.compile(r" ([^:\n]{1,60}?): (.*)| ([^:\n]{1,60}?):$", re.DOTALL)


class Shape(StrEnum):
    """Where the parts of a head stand."""

    BRACKET = "bracket"  # [19:42] Name: words
    DASH = "dash"  # 11/18/26, 7:42 PM - Name: words
    QQ = "qq"  # 2026-11-18 19:42:07 Name(12345)
    STAMP_NAME = "stamp_name"  # 2026-11-18 19:42:07 Name
    STAMP_INLINE = "stamp_inline"  # 2026-11-18 19:42:07 Name: words
    NAME_STAMP = "name_stamp"  # Name  2026-11-18 19:42:07
    NAME_PAREN = "name_paren"  # Name (2026-11-18 19:42:07): words
    STAMP = "stamp"  # a line of its own
    NAME = "name"  # Name:
    NAME_INLINE = "name_inline"  # Name: words


class Head(NamedTuple):
    """A line that may begin a message. `speaker` is empty for what the program itself says. `rest`: words behind."""

    shape: Shape
    speaker: str
    stamp: str
    rest: str
    signature: tuple[str, int, bool]


def visible(text: str) -> str:
    """The text without marks of direction, which copied chats are full of."""
    return text if text.isascii() else _DIRECTIONS.sub("", text)


def head_of(line: str, flat_line: str) -> Head | None:
    """What a line is as the head of a message; None for words. `line` is `visible`, `flat_line` the same `plain`."""
    if ":" not in flat_line:
        return None
    flat = flat_line[:LOOKED_AT]
    found = STAMP.search(flat)
    if found is None:
        return None
    before, after = flat[: found.start()], flat[found.end() :]
    stamp = found[0]
    begun = found.start()
    if not before.strip():
        return _after(line, flat, stamp, found.end(), after)
    if before.strip() == "[" and after.startswith("]"):
        return _bracketed(line, flat, stamp, found.end())
    opened = before[-1]
    if opened in "([" and after[:1] == {"(": ")", "[": "]"}[opened]:
        tail = after[1:].lstrip()
        if tail and not tail.startswith(":"):
            return None
        words = line[found.end() + 1 :].lstrip()[1:].strip() if tail else ""
        return _made(Shape.NAME_PAREN, line[: begun - 1], stamp, words)
    if opened == " " and after.strip() in ("", ":"):
        return _made(Shape.NAME_STAMP, line[:begun], stamp, "", wide=before.endswith("  "))
    return None


def name_head_of(line: str, flat_line: str) -> Head | None:
    """A head that says no time: `Name:`, alone or with words behind."""
    flat = flat_line[: NAME_LIMIT + 2]
    at = flat.find(":")
    if at <= 0:
        return None
    rest = line[at + 1 :].strip()
    if rest and flat_line[at + 1 : at + 2] != " " and line[at] == ":":
        return None
    return _made(Shape.NAME_INLINE if rest else Shape.NAME, line[:at], "", rest)


def is_name(text: str) -> bool:
    """Whether a line may be nothing but a speaker's name."""
    name = text.strip()
    return 0 < len(name) <= NAME_LIMIT and _NO_NAME.fullmatch(name) is None


def _after(line: str, flat: str, stamp: str, end: int, after: str) -> Head | None:
    if not after.strip():
        return _head(Shape.STAMP, "", stamp, "")
    if after.startswith(" - "):
        at = flat.find(": ", end + 3)
        if at < 0 and flat.rstrip().endswith(":"):
            at = len(flat.rstrip()) - 1
        if at < 0 or at - end - 3 > NAME_LIMIT:
            return _head(Shape.DASH, "", stamp, line[end + 3 :].strip())
        return _head(Shape.DASH, line[end + 3 : at].strip(), stamp, line[at + 1 :].strip())
    if after[0] != " ":
        return None
    named = _QQ.fullmatch(flat[end:].strip())
    if named is not None:
        begin = flat.index(flat[end:].strip(), end)
        return _made(Shape.QQ, line[begin : begin + len(named[1])], stamp, "")
    inline = _INLINE.match(flat, end)
    if inline is not None:
        first, last = inline.span(1) if inline[1] is not None else inline.span(3)
        rest = line[last + 1 :].strip()
        return _made(Shape.STAMP_INLINE if rest else Shape.STAMP_NAME, line[first:last], stamp, rest)
    return _made(Shape.STAMP_NAME, line[end:], stamp, "") if len(line) <= LOOKED_AT else None


def _bracketed(line: str, flat: str, stamp: str, end: int) -> Head | None:
    found = _AFTER_BRACKET.match(flat, end)
    if found is None:
        return None
    if found[1] is None:
        words = line[end + 1 :].strip()
        return _head(Shape.BRACKET, "", stamp, words) if words else None
    return _head(Shape.BRACKET, line[found.start(1) : found.end(1)].strip(_TRIM), stamp, line[found.end(2) :].strip())


def _made(shape: Shape, name: str, stamp: str, rest: str, *, wide: bool = False) -> Head | None:
    relative = _RELATIVE.search(name[-_RELATIVE_LENGTH:]) if stamp else None
    if relative is not None:
        relative = _RELATIVE.search(name)
    if relative is not None:
        stamp = f"{name[relative.start() :].strip(_TRIM)} {stamp}"
        name = name[: relative.start()]
    name = name.strip(_TRIM)
    if not is_name(name):
        return None
    return _head(shape, name, stamp, rest, wide=wide)


def _head(shape: Shape, speaker: str, stamp: str, rest: str, *, wide: bool = False) -> Head:
    # Heads of one file look alike: with or without a date, with or without seconds.
    return Head(shape, speaker, stamp, rest, (shape.value, stamp.count(":"), wide))
