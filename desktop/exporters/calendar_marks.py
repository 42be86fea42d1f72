"""What tells a calendar file of ours from another's, and what it says of each event's number; read without parsing."""

from __future__ import annotations

import re

_BEGIN = b"BEGIN:VCALENDAR\r\n"
_HEAD_BYTES = 2_000
_PUBLISHED = re.compile(rb"\r\nUID:([^\r\n]+)\r\nSEQUENCE:([0-9]{1,10})\r\n")
_HIGHEST = 1_000_000_000


def is_ours(data: bytes, calendar_id: str) -> bool:
    """Whether a file is this data folder's calendar."""
    return data.startswith(_BEGIN) and f"\r\nX-WR-RELCALID:{calendar_id}\r\n".encode() in data[:_HEAD_BYTES]


def published_sequences(data: bytes) -> dict[str, int]:
    """UIDs and sequences of a file of ours; a sequence that cannot be ours, as of a file somebody wrote in, is left."""
    found = ((uid.decode("utf-8", "replace"), int(number)) for uid, number in _PUBLISHED.findall(data))
    return {uid: number for uid, number in found if number < _HIGHEST}
