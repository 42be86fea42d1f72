"""Pinyin initials, by which Chinese names are looked up on a keyboard."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

_TABLE = Path(__file__).resolve().parents[2] / "resources" / "words" / "pinyin_initials.txt"
_ROW = 64
# Of the characters with several readings, so many take part in the spellings of one text: eight in all.
_VARYING = 3


@cache
def _table() -> tuple[dict[int, str], dict[str, str]]:
    """The rows of 64 characters, and the characters with more than one initial; made by packaging/make_pinyin_table.py.

    90 KB, read in a millisecond when the first Chinese character is met: pypinyin itself takes 20 MB of memory.
    """
    rows: dict[int, str] = {}
    several: dict[str, str] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        place, letters = line.split(" ")
        if len(letters) == _ROW:
            rows[int(place, 16) // _ROW] = letters
        else:
            several[place] = letters
    return rows, several


def initials(text: str) -> str:
    """`花果山_大圣01` gives `hgsds`; a text without Chinese characters gives nothing. The commonest reading of each."""
    if text.isascii():
        return ""
    rows, _ = _table()
    found = []
    for point in map(ord, text):
        row = rows.get(point // _ROW) if point >= 0x3400 else None
        if row is not None:
            found.append(row[point % _ROW])
    return "".join(found).replace(".", "")


def spellings(text: str) -> list[str]:
    """The initials of a text in every reading in use: `三藏` gives `sc` and `sz`, at most eight."""
    first = initials(text)
    if not first:
        return []
    _, several = _table()
    if several.keys().isdisjoint(text):
        return [first]
    varying = 0
    letters: list[str] = []
    for character in text:
        others = several.get(character, "") if varying < _VARYING else ""
        varying += bool(others)
        letters.append(others[:2] or initials(character))
    return ["".join(each) for each in product(*(each or ("",) for each in letters))]
