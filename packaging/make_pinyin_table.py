"""Write resources/words/pinyin_initials.txt from pypinyin's readings; pypinyin itself is not shipped.

A row is the hexadecimal number of its first character and the initials of 64 characters, `.` for none: the commonest
reading of each. Below them stand the characters with more than one: all initials that at least one in twenty of the
words with that character have (藏 c and z), and what it is called as a surname, the commonest first.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TARGET = Path(__file__).resolve().parent.parent / "resources" / "words" / "pinyin_initials.txt"
FIRST, LAST = 0x3400, 0x3134F
ROW = 64
IN_USE = 20
# Readings that stand in surnames and in hardly any word.
SURNAMES = {
    "仇": "q",
    "单": "s",
    "單": "s",
    "区": "o",
    "區": "o",
    "查": "z",
    "翟": "z",
    "解": "x",
    "尉": "y",
    "缪": "m",
    "种": "c",
    "盖": "g",
    "覃": "q",
    "召": "s",
    "祭": "z",
    "员": "y",
    "折": "s",
    "繁": "p",
    "冼": "x",
    "秘": "b",
}


def _first(character: str) -> str:
    found = lazy_pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
    letter = found[0][:1] if found else ""
    return letter if letter.isascii() and letter.isalpha() else ""


def _of_words() -> dict[str, Counter[str]]:
    """How many words have each initial of each character."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        if len(phrase) != len(readings):
            continue
        letters = pinyin(phrase, style=Style.FIRST_LETTER, errors="ignore")
        for character, (letter, *_) in zip(phrase, letters, strict=False):
            if letter.isascii():
                found[character][letter] += 1
    return found


def lines() -> list[str]:
    """The whole table."""
    first = {point: _first(chr(point)) for point in PINYIN_DICT if FIRST <= point <= LAST}
    rows = []
    for row in sorted({point // ROW for point, letter in first.items() if letter}):
        letters = "".join(first.get(point) or "." for point in range(row * ROW, (row + 1) * ROW))
        rows.append(f"{row * ROW:05X} {letters}")
    words = _of_words()
    several = []
    for point, letter in sorted(first.items()):
        character = chr(point)
        # Only letters that are among the character's own readings: words carry slips.
        own = {found[:1] for found in pinyin(character, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")[0]}
        counts = words.get(character, Counter())
        others = [other for other, times in counts.most_common() if times * IN_USE >= counts.total() and other in own]
        all_in_use = "".join(dict.fromkeys([letter, *others, *SURNAMES.get(character, "")]))
        if letter and len(all_in_use) > 1:
            several.append(f"{character} {all_in_use}")
    return [*rows, *several]


if __name__ == "__main__":
    TARGET.write_text("\n".join(lines()) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes\n")
