"""Pinyin initials, by which Chinese names are looked up on a keyboard."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=16384)
def _initial(character: str) -> str:
    # Loads in 0.2 s: only when the first Chinese character is met.
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
    return found[0][:1] if found else ""


def initials(text: str) -> str:
    """`花果山_大圣01` gives `hgsds`; a text without Chinese characters gives nothing."""
    return "".join(_initial(character) for character in text if "\u3400" <= character <= "\U0003134f")
