"""What is entered about a call or its day, checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from desktop.services.case_tags import checked_tag
from desktop.services.texts import checked_text
from models.errors import UserError

NOTE_LIMIT, SUBJECT_LIMIT, TAGS_OF_A_CALL, MINUTES_LIMIT = 4_000, 400, 20, 1_440
_FARTHEST = timedelta(days=3_660)
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def checked_time(text: str | None) -> str | None:
    """A time of day as HH:MM, empty for none; UserError `call_time_invalid`."""
    if text and not _CLOCK.fullmatch(text):
        raise UserError("call_time_invalid")
    return text


def checked_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: those of `checked_tag`, each once whatever its case, in the order they came.

    UserError: those of `checked_tag`; `call_tags_many` for more than 20.
    """
    if isinstance(tags, str):
        raise TypeError("tags are a list of texts")
    kept: dict[str, str] = {}
    for each in tags:
        tag = checked_tag(each)
        kept.setdefault(tag.casefold(), tag)
    if len(kept) > TAGS_OF_A_CALL:
        raise UserError("call_tags_many", limit=TAGS_OF_A_CALL, count=len(kept))
    return tuple(kept.values())


def checked_minutes(minutes: int | None) -> int | None:
    """How long a call took; UserError `call_minutes_wrong` unless it is 0 to 1,440."""
    if minutes is not None and (isinstance(minutes, bool) or not 0 <= minutes <= MINUTES_LIMIT):
        raise UserError("call_minutes_wrong", limit=MINUTES_LIMIT)
    return minutes


def checked_subject(text: str) -> str:
    """What was promised, trimmed, on one line; UserError `promise_empty` and those of the text."""
    kept = " ".join(checked_text(text, limit=NOTE_LIMIT).split())
    if not kept:
        raise UserError("promise_empty")
    return checked_text(kept, limit=SUBJECT_LIMIT)


def checked_day(day: date, first: date, today: date) -> date:
    """A day something is put on; UserError `call_back_date_past` before `first`, `call_day_too_far` after ten years."""
    if day < first:
        raise UserError("call_back_date_past", day=day.isoformat())
    if day > today + _FARTHEST:
        raise UserError("call_day_too_far", day=day.isoformat())
    return day
