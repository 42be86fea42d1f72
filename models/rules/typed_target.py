"""Reads what was typed or pasted to find an order by: the numbers, phones and names in it, however messy."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

READ_LIMIT: Final = 4_000
"""Characters that are looked at; a line of a sheet or a chat message has fewer."""
TAIL: Final = 4
_MOST: Final = 40
_NAME_LIMIT: Final = 200
_CELLS: Final = re.compile(r"[\t\r\n,;，；|、]+")
_LABEL: Final = re.compile(r"^[^:：]{1,12}[:：]\s*")
_DIGITS: Final = re.compile(r"(?<![0-9A-Za-z])[+#]?[0-9]+(?:[ \-.()][0-9]+)*(?![0-9A-Za-z])")
# Letters and digits in one, as carriers and abroad platforms write them.
_MIXED: Final = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9A-Za-z-]*[A-Za-z])(?=[0-9A-Za-z-]*[0-9])[0-9A-Za-z][0-9A-Za-z-]{4,39}"
)
_CHINESE_PHONE: Final = re.compile(r"^(?:\+?86|0086)?(1[3-9][0-9]{9})$")


@dataclass(frozen=True, slots=True)
class TypedTarget:
    """What a text may name. `raw` is the text as typed, `whole` all of it on one line; `numbers` are order or tracking
    numbers as they may be kept, `digits` runs of digits for tails, `phones` in national form, `names` cells that may be
    a buyer ID.

    `single`: the text is one number or name, so that beginnings and parts are worth looking for.
    """

    whole: str
    numbers: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    single: bool = True
    raw: str = ""


def read_typed(text: str) -> TypedTarget:
    """The numbers and names in a text; full-width digits, marks that cannot be seen and separators do not matter."""
    raw = text[:READ_LIMIT].strip()
    plain = _plain(raw)
    whole = " ".join(plain.split())
    if not whole:
        return TypedTarget("")
    numbers: dict[str, None] = {}
    digits: dict[str, None] = {}
    for found in _DIGITS.finditer(plain):
        _take_digits(found.group(), numbers, digits)
    for found in _MIXED.finditer(plain):
        written = found.group().strip("-")
        for form in (written, written.upper(), written.replace("-", "").upper()):
            numbers.setdefault(form)
    # IDs are kept as files write them, with whatever is in them: as typed comes before as read.
    names: dict[str, None] = {each: None for each in (raw, whole) if len(each) <= _NAME_LIMIT}
    for cell in _CELLS.split(plain):
        name = " ".join(_LABEL.sub("", cell.strip(" '\"=")).split())
        if 0 < len(name) <= _NAME_LIMIT:
            names.setdefault(name)
    compact = "".join(whole.split())
    if len(compact) <= _NAME_LIMIT:
        numbers = {raw: None, compact: None, **numbers}
    phones = dict.fromkeys(match[1] for each in digits if (match := _CHINESE_PHONE.match(each)))
    single = len(_CELLS.split(plain.strip())) == 1 and len(whole) <= _NAME_LIMIT and ":" not in whole
    return TypedTarget(
        whole, tuple(numbers)[:_MOST], tuple(each for each in digits if len(each) >= TAIL)[:_MOST],
        tuple(phones)[:_MOST], tuple(names)[:_MOST], single, raw,
    )  # fmt: skip


def order_number(text: str) -> str:
    """An order number as files write it: narrow, without blanks and what cannot be seen; hyphens belong to it."""
    return "".join(_plain(text).split())


def looks_like_number(text: str) -> bool:
    """Whether a clipboard's text is worth offering: an order number, a phone or a tracking number is in it."""
    if len(text) > READ_LIMIT:
        return False
    typed = read_typed(text)
    written = [found.group() for found in _MIXED.finditer(_plain(text))]
    long_mixed = any(len(each) >= 8 and sum(map(str.isdigit, each)) >= 6 for each in written)
    return bool(typed.phones) or long_mixed or any(len(each) >= 10 for each in typed.digits)


def national(digits: str) -> str:
    """A phone's digits without the country code of China and without separators; marks that hide digits stay."""
    kept = "".join(letter for letter in unicodedata.normalize("NFKC", digits) if letter in "0123456789*")
    found = _CHINESE_PHONE.match(kept)
    if found:
        return found[1]
    for code in ("0086", "86"):
        if kept.startswith(code) and len(kept) - len(code) == 11:
            return kept[len(code) :]
    return kept


def same_phone(kept: str, typed: str) -> bool:
    """Whether a kept phone may be the typed one, where the platform hides its middle with stars."""
    one, other = national(kept), national(typed)
    if len(one) != len(other):
        return False
    return all(left in (right, "*") for left, right in zip(one, other, strict=True))


def _plain(text: str) -> str:
    """Narrow digits and letters; nothing that cannot be seen. Text from chats is full of both."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKC", text)
        if unicodedata.category(letter) not in ("Cf", "Cs") and letter != "\x00"
    )  # fmt: skip


def _take_digits(written: str, numbers: dict[str, None], digits: dict[str, None]) -> None:
    """The run joined, and each piece of it: "2611 1200 0000 0387" is one number, "2611… 138…" are two."""
    pieces = re.split(r"[ \-.()]", written.lstrip("+#"))
    joined = "".join(pieces)
    for each in (joined, *_neighbours(pieces), *pieces):
        if each:
            digits.setdefault(each)
            numbers.setdefault(each)
    numbers.setdefault(written.lstrip("+#"))


def _neighbours(pieces: list[str]) -> list[str]:
    """Neighbouring pieces joined: an order number in groups of four, and a phone behind it."""
    if not 2 < len(pieces) <= 8:
        return []
    spans = [(start, end) for start in range(len(pieces)) for end in range(start + 2, len(pieces) + 1)]
    return ["".join(pieces[start:end]) for start, end in spans if end - start < len(pieces)]
