"""The words of VIPs and contact: where a tier comes from, channels, ways, rhythms, and what was refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal

from models.call_kinds import Channel, TierSource
from models.errors import AftercaseError
from models.kinds import Consent, Tier
from models.rules.call_settings import Hours
from models.rules.rhythms import LAST, Rhythm, RhythmUnit
from models.vip_records import TierChange
from ui import format as shown
from ui.error_words import ErrorWords, register
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import tier_text, word

tr = translator("vips")
WAYS = ("phone", "chat", "form", "in_person")
MONDAY = date(2024, 1, 1)
"""Some Monday, to name the days of the week from."""


def way_text(way: str) -> str:
    """How a buyer said so; ways of elsewhere stand as they were typed."""
    known = {"phone": tr("by phone"), "chat": tr("in the chat"), "form": tr("on a form"), "in_person": tr("in person")}
    return known.get(way, one_line(way))


def channels_text(channels: Iterable[Channel]) -> str:
    """`Phone, WeChat`; empty for none."""
    return tr(", ").join(word(each) for each in channels)


def tier_words(tier: Tier, source: TierSource) -> str:
    """`V2 · by rule`."""
    return tier_text(tier) if tier is Tier.NONE else f"{tier_text(tier)} · {word(source)}"


def nth_words() -> dict[int, str]:
    """Which of the weekdays of a month or quarter."""
    return {1: tr("first"), 2: tr("second"), 3: tr("third"), 4: tr("fourth"), LAST: tr("last")}


def weekday_text(number: int, *, short: bool = False) -> str:
    """The day of the week, 0 for Monday."""
    return shown.weekday(MONDAY + timedelta(days=number), language(), short=short)


def rhythm_text(rhythm: Rhythm) -> str:
    """`once a month`, `every 10 days`, `on the second Tuesday of the month`."""
    every = rhythm.every
    if rhythm.nth:
        which = nth_words().get(rhythm.nth) or tr("%1th", rhythm.nth)
        day = weekday_text(rhythm.weekday)
        if rhythm.unit is RhythmUnit.QUARTERS:
            if every == 1:
                return tr("on the %1 %2 of the quarter", which, day)
            return tr("every %1 quarters on the %2 %3", every, which, day)
        if every == 1:
            return tr("on the %1 %2 of the month", which, day)
        return tr("every %1 months on the %2 %3", every, which, day)
    if rhythm.unit is RhythmUnit.DAYS:
        return tr("every day") if every == 1 else tr("every %n days", n=every)
    if rhythm.unit is RhythmUnit.WEEKS:
        return tr("once a week") if every == 1 else tr("every %n weeks", n=every)
    if rhythm.unit is RhythmUnit.QUARTERS:
        return tr("once a quarter") if every == 1 else tr("every %n quarters", n=every)
    return tr("once a month") if every == 1 else tr("every %n months", n=every)


def hours_text(hours: Hours) -> str:
    """`10:00–12:00, Mon, Wed`."""
    span = f"{hours.start}–{hours.end}" if hours.start else ""
    days = tr(", ").join(weekday_text(each, short=True) for each in hours.weekdays)
    return " · ".join(each for each in (span, days) if each)


def consent_text(consent: Consent, channels: Iterable[Channel]) -> str:
    """The channels agreed to, or what the buyer said instead."""
    if consent is Consent.REFUSED:
        return tr("opted out")
    return channels_text(channels) or tr("not asked yet")


def change_text(change: TierChange, now: datetime, zone: tzinfo) -> str:
    """One change of a tier in a line: when, from what to what, why, and who."""
    if change.before is change.after:
        what = tr("marked for special care") if change.source is TierSource.SPECIAL else tr("special care taken away")
    elif change.before is None:
        what = tier_text(change.after)
    else:
        none = tr("no tier")
        what = f"{tier_text(change.before) or none} → {tier_text(change.after) or none}"
    parts = [shown.day(change.at, now, language(), zone), what]
    if change.before is not change.after:
        parts.append(word(change.source))
    if change.days:
        parts.append(figures_text(shown.money(change.spent), change.orders, change.refund_rate, change.days))
    if change.person:
        parts.append(one_line(change.person))
    if change.taken_back:
        parts.append(tr("undone"))
    return " · ".join(parts)


def figures_text(spent: str, orders: int, refund_rate: float, days: int) -> str:
    """What was counted of a buyer's orders."""
    return tr(
        "%1 in %2 orders, %3 refunded, last %4 days", spent, orders, rate_text(refund_rate), days
    )  # fmt: skip


def rate_text(rate: float) -> str:
    """A share of orders in percent."""
    return shown.percent(Decimal(str(round(rate, 4))), lang=language())


def _vip_errors(error: AftercaseError) -> ErrorWords | None:
    day = str(error.values.get("day", ""))
    known = {
        "consent_date_future": (tr("The day lies in the future."), tr("Enter the day on which the buyer said so.")),
        "consent_date_past": (tr("The day lies too far back."), tr("Enter a day from 1990 on.")),
        "consent_withdrawn_since": (
            tr("The buyer said no since, on %1.", day), tr("Only an agreement of that day or later counts."),
        ),
        "birthday_invalid": (tr("This is no birthday."), tr("Write it as 1990-05-20, or 05-20 without the year.")),
        "birthday_future": (tr("The birthday lies in the future."), tr("Check the year.")),
        "call_hours_wrong": (
            tr("These hours cannot be."), tr("Write times as 10:00, the first before the second; or leave both empty."),
        ),
        "tier_proposals_gone": (
            tr("These proposals are not made any more."), tr("The orders, the tiers or the rules changed. Look again."),
        ),
        "special_needs_tier": (tr("A special buyer needs a tier."), tr("Choose V1, V2 or V3.")),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*known) if known else None


register(_vip_errors)
