"""A film without what it tells of place, device and time: the same bytes, but for ranges the decoder process named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from models.errors import EvidenceFault

_PLAYED = (b"ftyp", b"moov", b"mdat", b"moof")
_MOST = 50_000


class FilmRefused(Exception):
    """What the decoder process said does not fit the file."""


def read_claims(data: bytes, path: Path) -> list[tuple[int, bytes | int]]:
    """What is to be changed, in order: at which byte, and new bytes or how many zeros. FilmRefused if it cannot be.

    The worker opened a hostile file, so nothing it says is believed: a range stays in the file, apart from the others,
    and is never the film itself.
    """
    try:
        ranges: Any = json.loads(data)["ranges"]
        length = path.stat().st_size
        if not isinstance(ranges, list) or len(ranges) > _MOST:
            raise FilmRefused
        return list(_changes(ranges, path, length))
    except OSError as error:
        raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise FilmRefused from error


def _changes(ranges: list[Any], path: Path, length: int) -> Iterator[tuple[int, bytes | int]]:
    last = 0
    with path.open("rb") as stream:
        for start, size, what in ranges:
            if type(start) is not int or type(size) is not int or start < last or size < 1 or start + size > length:
                raise FilmRefused
            last = start + size
            if what == "bytes":
                yield start, size
                continue
            stream.seek(start)
            head = stream.read(8)
            skip = 16 if head[:4] == b"\0\0\0\1" else 8
            if what != "box" or size < skip or head[4:] in _PLAYED:
                raise FilmRefused
            yield start + 4, b"free"
            if size > skip:
                yield start + skip, size - skip


def changed(chunks: Iterable[bytes], changes: list[tuple[int, bytes | int]]) -> Iterator[bytes]:
    """The bytes with the changes in them."""
    at, next_one = 0, 0
    for chunk in chunks:
        end = at + len(chunk)
        fresh: bytearray | None = None
        while next_one < len(changes) and changes[next_one][0] < end:
            start, new = changes[next_one]
            length = new if isinstance(new, int) else len(new)
            low, high = max(start, at), min(start + length, end)
            if low < high:
                fresh = bytearray(chunk) if fresh is None else fresh
                part = bytes(high - low) if isinstance(new, int) else new[low - start : high - start]
                fresh[low - at : high - at] = part
            if start + length > end:
                break
            next_one += 1
        yield chunk if fresh is None else bytes(fresh)
        at = end
