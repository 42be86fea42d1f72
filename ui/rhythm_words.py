"""How often a buyer hears from the shop, in words: one wording for every page that names a rhythm."""

from __future__ import annotations

from datetime import date, timedelta

from models.rules.rhythms import LAST, Rhythm, RhythmUnit
from ui import format as shown
from ui.i18n import language, translator

tr = translator("rhythms")
_MONDAY = date(2024, 1, 1)
"""Some Monday, to name the days of the week from."""


def weekday_text(number: int, *, short: bool = False) -> str:
    """The day of the week, 0 for Monday."""
    return shown.weekday(_MONDAY + timedelta(days=number), language(), short=short)


def nth_words() -> dict[int, str]:
    """Which of the weekdays of a month or quarter."""
    return {1: tr("first"), 2: tr("second"), 3: tr("third"), 4: tr("fourth"), LAST: tr("last")}


def unit_words() -> list[tuple[str, str]]:
    """What a rhythm counts in."""
    return [
        (RhythmUnit.DAYS.value, tr("days")), (RhythmUnit.WEEKS.value, tr("weeks")),
        (RhythmUnit.MONTHS.value, tr("months")), (RhythmUnit.QUARTERS.value, tr("quarters")),
    ]  # fmt: skip


def rhythm_sentence(rhythm: Rhythm, *, short: bool = False) -> str:
    """`Once a month`, `Every 10 days`, `The second Tuesday of every month`; `short` says Tue."""
    every = rhythm.every
    if rhythm.nth:
        return _turn_text(rhythm, short)
    if rhythm.unit is RhythmUnit.DAYS:
        return tr("Every day") if every == 1 else tr("Every %n days", n=every)
    if rhythm.unit is RhythmUnit.WEEKS:
        return tr("Once a week") if every == 1 else tr("Every %n weeks", n=every)
    if rhythm.unit is RhythmUnit.QUARTERS:
        return tr("Once a quarter") if every == 1 else tr("Every %n quarters", n=every)
    return tr("Once a month") if every == 1 else tr("Every %n months", n=every)


def rhythm_inside(rhythm: Rhythm) -> str:
    """The same inside a sentence: `once a month`."""
    text = rhythm_sentence(rhythm)
    return text[:1].lower() + text[1:]


def _turn_text(rhythm: Rhythm, short: bool) -> str:
    day = weekday_text(rhythm.weekday, short=short)
    which = nth_words().get(rhythm.nth) or tr("%1th", rhythm.nth)
    quarters, every = rhythm.unit is RhythmUnit.QUARTERS, rhythm.every
    if every == 1:
        if quarters:
            return tr("The %1 %2 of every quarter", which, day)
        return tr("The %1 %2 of every month", which, day)
    if quarters:
        return tr("Every %1 quarters on the %2 %3", every, which, day)
    return tr("Every %1 months on the %2 %3", every, which, day)
