"""Cells as platforms write them: wrappings taken off, identifiers and counts checked, nothing guessed."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from desktop.importers.refusals import CellFault

TEXT_CHARACTERS = 2_000
NOTE_CHARACTERS = 65_536
NUMBER_CHARACTERS = 64
MOST_ITEMS = 1_000_000

_EMPTY = frozenset({"", "-", "--", "—", "null", "NULL", "Null", "'null", "'-", "'", '=""'})
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\x00"
_ODD_EDGE = frozenset(_INVISIBLE + "='")
_PROTECTED = frozenset("=+-@＝＋－＠\t\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_HIDDEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f]+")
_NUMBER = re.compile(r"(?=.*\d)[#\w][\w#./+ -]*")
_DESTROYED = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+]?\d+")
_COUNT = re.compile(r"([+-]?\d+)(?:\.0+)?\s*(?:件|个|pcs|x)?", re.IGNORECASE)
_ROUNDED = re.compile(r"\d{15}0{3,}", re.ASCII)
_POSTCODE = re.compile(r"\s*[(（]0{4,6}[)）]\s*$")
_PARCEL = re.compile(r"(?:No[:：])?([A-Za-z0-9_]{5,40})(?:-([^-].*))?", re.IGNORECASE)
_PARCELS = re.compile(r"[,;，；、|\s]+")


def plain(raw: str) -> str:
    """The cell without its wrapping (`="..."`, a leading apostrophe, blanks); empty for the ways to write nothing."""
    text = raw.strip()
    if text in _EMPTY:
        return ""
    if text[0] in _ODD_EDGE or text[-1] in _ODD_EDGE or text[-1] == '"':
        text = _unwrapped(text)
    return text


def _unwrapped(text: str) -> str:
    text = text.strip(_INVISIBLE).strip()
    for _ in range(2):
        if len(text) > 2 and text.startswith('="') and text.endswith('"'):
            text = text[2:-1].replace('""', '"').strip().strip(_INVISIBLE)
        if len(text) > 1 and text[0] == "'" and (text[1] in _PROTECTED or text[1].isdigit()):
            text = text[1:].strip()
    return "" if text in _EMPTY else text


def words(text: str, limit: int = TEXT_CHARACTERS) -> str:
    """One line of free text: control characters and line breaks become blanks; cut at `limit` characters."""
    if "\n" in text or "\r" in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return _CONTROL.sub("", text)[:limit]


def note(text: str) -> str:
    """Free text of several lines, line ends made alike."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)[:NOTE_CHARACTERS]


def bare(text: str) -> str:
    """A code on one line without the apostrophe a spreadsheet is tricked with."""
    return words(text).lstrip("'")


def order_number(text: str) -> str:
    """An order number. CellFault: number_destroyed (a spreadsheet made it 1.23E+18), number_too_long, bad_number."""
    if text.isascii() and text.isdigit() and len(text) <= NUMBER_CHARACTERS:
        return text
    if _DESTROYED.fullmatch(text):
        raise CellFault("number_destroyed")
    text = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    text = _HIDDEN.sub("", text.lstrip("'")) if not text.startswith("#") else text.strip()
    if len(text) > NUMBER_CHARACTERS:
        raise CellFault("number_too_long")
    if not _NUMBER.fullmatch(text):
        raise CellFault("bad_number")
    return text


def looks_rounded(number: str) -> bool:
    """Whether a long number may have lost its last digits in a spreadsheet, which keeps fifteen."""
    return len(number) >= 18 and _ROUNDED.fullmatch(number) is not None


def count(text: str) -> int:
    """A number of items, 0 to a million. CellFault: bad_count."""
    found = _COUNT.fullmatch(unicodedata.normalize("NFKC", text).replace(",", ""))
    if found is None:
        raise CellFault("bad_count")
    digits = found.group(1)
    value = int(digits) if len(digits) < 12 else MOST_ITEMS + 1
    if not 0 <= value <= MOST_ITEMS:
        raise CellFault("bad_count")
    return value


def address(text: str) -> str:
    """An address on one line; a bracketed postcode of zeros, which says nothing, is dropped."""
    return _POSTCODE.sub("", words(text))


def phone(text: str) -> str:
    """A telephone number as written, masked or not, without the signs spreadsheets are tricked with."""
    return words(text).lstrip("'\t ")


def parcels(text: str) -> tuple[tuple[str, ...], str]:
    """Tracking numbers in a cell, in order and once each, and the carrier if it stands with them."""
    numbers: list[str] = []
    carrier = ""
    for piece in _PARCELS.split(text):
        found = _PARCEL.fullmatch(piece.strip().lstrip("'"))
        if found is None:
            continue
        behind = found.group(2) or ""
        if behind.isdigit():
            continue
        carrier = carrier or words(behind)
        if found.group(1) not in numbers:
            numbers.append(found.group(1))
    return tuple(numbers), carrier


def excerpt(text: str, limit: int = 80) -> str:
    """A short piece of a cell to show beside its problem, on one line."""
    shown = words(text[: limit * 4], limit + 1)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def as_text(value: object) -> str:
    """A workbook's cell as text. A float that cannot hold an identifier exactly comes out in exponent form."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value)) if abs(value) < 2**53 else f"{Decimal(repr(value)):.15E}"
        return repr(value)
    return str(value)
