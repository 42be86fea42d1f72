"""Texts as they are kept: as typed, once it is sure that they can be."""

from __future__ import annotations

from models.errors import UserError

TEXT_LIMIT = 100_000


def checked_text(text: str, *, limit: int = TEXT_LIMIT, required: bool = False) -> str:
    """A text as it is kept: as typed. UserError if it cannot be stored as UTF-8, is too long, or is empty."""
    if "\x00" in text:
        raise UserError("text_has_nul")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError("text_not_unicode") from error
    if len(text) > limit:
        raise UserError("text_too_long", limit=limit, length=len(text))
    if required and not text.strip():
        raise UserError("text_empty")
    return text
