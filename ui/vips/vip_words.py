"""The words of VIPs and contact: where a tier comes from, channels, ways, and what was refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from decimal import Decimal

from models.call_kinds import Channel, TierSource
from models.errors import AftercaseError
from models.kinds import Consent
from models.vip_records import TierChange
from ui import format as shown
from ui.error_words import ErrorWords, register
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import tier_text, word

tr = translator("vips")
WAYS = ("phone", "chat", "form", "in_person")


def way_text(way: str) -> str:
    """How a buyer said so; ways of elsewhere stand as they were typed."""
    known = {"phone": tr("by phone"), "chat": tr("in the chat"), "form": tr("on a form"), "in_person": tr("in person")}
    return known.get(way, one_line(way))


def channels_text(channels: Iterable[Channel]) -> str:
    """`Phone, WeChat`; empty for none."""
    return tr(", ").join(word(each) for each in channels)


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
