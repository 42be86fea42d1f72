"""The sentences of the call-back settings: a rhythm, quiet days, and what is wrong with a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from models.errors import AftercaseError
from models.rules.call_settings import QuietDays
from models.rules.call_settings_json import LATEST_AFTER_CASE, LATEST_LIMIT, LONGEST_DAYS, MOST_A_DAY, MOST_ORDERS
from models.rules.rhythms import LONGEST, Rhythm, RhythmUnit
from ui import format as shown
from ui.error_words import ErrorWords, register
from ui.i18n import language, translator
from ui.rhythm_words import rhythm_sentence

tr = translator("call_settings")
_ENDS = (RhythmUnit.DAYS, RhythmUnit.QUARTERS)


def example_sentence(rhythm: Rhythm, days: Sequence[date], now: datetime, zone: tzinfo) -> str:
    """The rhythm and the days it would give, were the buyer reached today."""
    if not days:
        return rhythm_sentence(rhythm)
    listed = " · ".join(shown.day(day, now, language(), zone) for day in days)
    return tr("%1. Reached today, then: %2", rhythm_sentence(rhythm), listed)


def days_text(days: QuietDays) -> str:
    """`2026-11-09 – 2026-11-12`; `every year 11-09 – 11-12`."""
    first, last = days.first.isoformat(), days.last.isoformat()
    if days.yearly:
        first, last = first[5:], last[5:]
    span = first if first == last else f"{first} – {last}"
    return tr("every year %1", span) if days.yearly else span


def wrong_words(field: str) -> str:
    """What is wrong with a value of the rules, by its name; empty for nothing."""
    part = field.rpartition(".")[2] if field.startswith("tiers.") else field.partition(".")[0]
    return {
        "": "",
        "rhythms": tr("A whole number from 1 to %1 (quarters: %2).", *map(LONGEST.__getitem__, _ENDS)),
        "limits": tr("Whole days from 0 to %1, and red not before yellow.", LATEST_LIMIT),
        "hours": tr("Write times as 10:00, the first before the second; or leave both empty."),
        "capacity": tr("A whole number from 0 (any number) to %1.", MOST_A_DAY),
        "decline_days": tr("Days, a whole number from 1 to %1.", LONGEST_DAYS),
        "after_case_days": tr("Days, a whole number from 1 to %1.", LATEST_AFTER_CASE),
        "spend": tr("An amount as 3000 or 3000.00; 0 asks nothing."),
        "orders": tr("A whole number from 0 (asks nothing) to %1.", MOST_ORDERS),
        "refund_rate": tr("A share from 0 to 100 %."),
        "days": tr("Days, a whole number from 1 to %1.", LONGEST_DAYS),
        "asks": tr("This rule asks nothing and would make every buyer a VIP: give an amount or a number of orders."),
    }.get(part, tr("This value cannot be."))


def _call_rule_errors(error: BaseException) -> ErrorWords | None:
    if isinstance(error, AftercaseError) and error.code == "call_rules_wrong":
        return ErrorWords(tr("This cannot be kept."), wrong_words(str(error.values.get("field", ""))))
    return None


register(_call_rule_errors)
