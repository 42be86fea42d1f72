"""Recomputes the record that goes with an archive (`history.jsonl`): every link, every commitment, up to the head."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.store.history import commitment, link_hash
from models.store.history_extract import COLUMNS

LINE_LIMIT = 4 << 20
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What the record says and whether it holds: the packet's number, the head, how many links; `broken` is the line of
    the first that does not hold, 0 if all do."""

    number: str = ""
    seq: int = 0
    head: str = ""
    links: int = 0
    broken: int = 0


def check_record(lines: Iterable[bytes]) -> RecordCheck:
    """Walk the lines; whatever is not as `PacketArchive` writes it is broken."""
    number, head_seq, head, before, links = "", 0, "", "", 0
    seq = 0
    at = 0
    for at, raw in enumerate(lines, 1):
        try:
            link = json.loads(raw)
            if at == 1:
                number, head_seq, head = (
                    _text(link["packet"], 100),
                    int(link["head"]["seq"]),
                    _hash(link["head"]["hash"]),
                )
                seq = int(link["from"]) - 1
                continue
            if link["seq"] != seq + 1 or not _holds(link, before):
                return RecordCheck(number, head_seq, head, links, at)
            before, seq, links = str(link["hash"]), int(link["seq"]), links + 1
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return RecordCheck(number, head_seq, head, links, at)
    if at == 0 or (links and (before, seq) != (head, head_seq)):
        return RecordCheck(number, head_seq, head, links, at + 1)
    return RecordCheck(number, head_seq, head, links)


def _holds(link: dict[str, Any], before: str) -> bool:
    keys = set(link)
    digest, previous = _hash(link["hash"]), _hash(link["previous"])
    if before and previous != before:
        return False
    if keys == {"seq", "previous", "hash"}:
        return True
    if keys - {"salt", "details"} != {*COLUMNS, "hash"}:
        return False
    if link_hash(tuple(link[name] for name in COLUMNS)) != digest:
        return False
    if "salt" in keys or "details" in keys:
        return bool(commitment(_text(link["salt"], 200), _text(link["details"], LINE_LIMIT)) == link["commitment"])
    return True


def _hash(value: Any) -> str:
    text = _text(value, 64)
    if len(text) != 64 or set(text) - _HEX:
        raise ValueError("no hash")
    return text


def _text(value: Any, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise ValueError("no text")
    return value
