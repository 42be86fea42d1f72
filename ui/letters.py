"""Letters: whether single ones are commands in lists, and the pinyin initials by which Chinese words are found."""

from __future__ import annotations

from models.rules.pinyin import initials

_on: list[bool] = [True]


def letters_on() -> bool:
    """Whether a letter alone does something while a list has the focus."""
    return _on[0]


def set_letters(on: bool) -> None:
    """Turn single letters on or off, in all lists at once."""
    _on[0] = on


def letters_of(text: str) -> str:
    """The initials of a text, one for each of its characters."""
    return "".join(initials(each)[:1] or each for each in text)
