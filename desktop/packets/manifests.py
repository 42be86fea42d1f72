"""Reads `SHA256SUMS.txt` as `sha256sum -c` does, and trusts nothing in it: names lead nowhere but below the folder."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUMS = "SHA256SUMS.txt"
SUMS_LIMIT = 16 << 20
LINES_LIMIT = 20_000
_LINE = re.compile(r"(\\?)([0-9A-Fa-f]{64}) [ *](.+)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "\\": "\\"}
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class SumLine:
    """A file that is listed, with the hash it should have, in lower-case hex."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Sums:
    """The list: its lines, and how many were no lines of such a list or named something outside."""

    lines: tuple[SumLine, ...]
    bad: int


def read_sums(data: bytes) -> Sums:
    """The list in `data`; lines beyond 20,000 count as bad."""
    lines: dict[str, SumLine] = {}
    bad = 0
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for number, raw in enumerate(text.split("\n")):
        line = raw.removesuffix("\r")
        if not line:
            continue
        match = _LINE.fullmatch(line)
        name = _name(match[3], escaped=bool(match[1])) if match is not None else ""
        if match is None or number >= LINES_LIMIT or not is_inside(name):
            bad += 1
            continue
        listed = SumLine(name, match[2].lower())
        if lines.setdefault(name, listed) != listed:
            # Two lines for one file: one of them lies.
            bad += 1
    return Sums(tuple(lines.values()), bad)


def is_inside(name: str) -> bool:
    """Whether a name of a list, with `/` between folders, stays below the folder of the list on every system."""
    if not name or len(name) > 4096 or "\0" in name or "\\" in name or name.startswith("/") or _DRIVE.match(name):
        return False
    return all(part not in ("", ".", "..") for part in name.removeprefix("./").split("/"))


def _name(text: str, *, escaped: bool) -> str:
    name = _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], "\0"), text) if escaped else text
    return name.removeprefix("./")
