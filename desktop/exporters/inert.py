"""Texts that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

# What is not seen does not keep a program from reading on to the sign; the wide signs of Chinese keyboards count.
_INVISIBLE = r"[\s\x00-\x1f\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_BEGINS = re.compile(rf"[\t\r\n]|{_INVISIBLE}[=+\-@＝＋－＠]")
_AFTER_A_BREAK = re.compile(rf"([;\t\r\n]{_INVISIBLE})(?=[=+\-@＝＋－＠])")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula: it begins with = + - @, a tab or a line break."""
    return _BEGINS.match(text) is not None


def inert(text: str) -> str:
    """The text with an apostrophe before what would begin a formula, also where a program splits it at a semicolon."""
    if is_risky(text):
        text = f"'{text}"
    return _AFTER_A_BREAK.sub(r"\1'", text) if any(each in text for each in ";\n\t\r") else text


def flat(text: str) -> str:
    """The text on one line and without tabs, for tables whose rows and cells end there."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text).replace("\0", "")
