"""What an expression of a pack may be written with: looked at before the engine sees it, for the engine folds
constants while it parses, and a regular expression or a range folded there could run for ever."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<number>[0-9]{1,15}(?:\.[0-9]{1,12})?(?![0-9A-Za-z_.]))"
    r"|(?P<text>(?<![A-Za-z0-9_])'[^'\\\n]*')"
    r"|(?P<sign>==|!=|<=|>=|[-+*/%<>()\[\],?:.$]))",
    re.ASCII,
)
_FUNCTIONS: Final = frozenset({"sum", "min", "max", "abs", "any", "all"})
_ATTRIBUTES: Final = frozenset({"days"})
_NEVER: Final = frozenset({"inf", "nan"})
LOOPS: Final = 2
LOOP_LENGTH: Final = 200
"""How long a list may be where one loop stands in another."""
_DEPTH: Final = 16
_LENGTH: Final = 400


def flaw_of(text: str) -> str:
    """The code of what is wrong with an expression as written, or nothing: `expression_too_long` (over 400
    characters, or nested deeper than 16), `expression_not_allowed` (anything but names, plain numbers, quoted words,
    `+ - * / // %`, comparisons, `and or not in`, `? :`, lists, two loops over lists, the six functions, `.days`)."""
    if len(text) > _LENGTH:
        return "expression_too_long"
    place = depth = loops = 0
    before = ""
    while place < len(text.rstrip()):
        found = _TOKEN.match(text, place)
        if found is None:
            return "expression_not_allowed"
        place = found.end()
        piece = found[0].strip()
        if found["name"]:
            loops += piece == "for"
            allowed = _ATTRIBUTES if before == "." else _FUNCTIONS if before == "$" else None
            if piece in _NEVER or loops > LOOPS or (allowed is not None and piece not in allowed):
                return "expression_not_allowed"
        elif (piece == "?" and before == "?") or before in (".", "$") or (piece == "*" and before == "*"):
            return "expression_not_allowed"
        depth += (piece in "([") - (piece in ")]") if found["sign"] else 0
        if depth > _DEPTH:
            return "expression_too_long"
        before = piece
    return "expression_not_allowed" if before in (".", "$") else ""


def loops_in(text: str) -> int:
    """How many loops stand in an expression."""
    return len(re.findall(r"\bfor\b", re.sub(r"'[^']*'", "", text)))
