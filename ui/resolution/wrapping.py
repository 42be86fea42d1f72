"""Painted words that do not fit on one line: broken at a space where there is one, the last line shortened."""

from __future__ import annotations

from ui.fonts import Role
from ui.widgets import painting


def wrapped(text: str, width: int, role: Role = "body", weight: int = 0, *, most: int = 2) -> list[str]:
    """The lines of a text in a width, at most `most`; the last may be too long and is shortened when it is painted."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most - 1 and painting.text_width(rest, role, weight) > width:
        at = next((n for n in range(len(rest) - 1, 0, -1) if painting.text_width(rest[:n], role, weight) <= width), 1)
        space = rest.rfind(" ", 1, at + 1)
        at = space if space > 0 else at
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, rest] if rest else lines
