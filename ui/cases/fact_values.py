"""The facts of a case as they are shown and typed: amounts and moments read as a person writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation

from desktop.services.fact_names import FACT_KINDS, ORDER_FACTS, FactName, fact_value
from models.errors import AftercaseError
from models.money import Money, exponent
from models.records import CasePage
from ui import error_words
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.error_words import ErrorWords
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("cases")
_LONGEST = 100_000
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})")
_NEAR = {"今天": 0, "昨天": -1, "前天": -2, "today": 0, "yesterday": -1}
_MOST = Decimal(1_000_000_000)
MOMENTS = (FactName.OPENED, *ORDER_FACTS)


class NotReadableError(ValueError):
    """What was typed does not fit; the message is the sentence below the field."""


def fact_label(fact: FactName) -> str:
    """The short name of a fact, as it stands before its value."""
    return {
        FactName.PROBLEM: tr("Problem"), FactName.DEMAND: tr("Demand"), FactName.LIABILITY: tr("Liability"),
        FactName.WAITING_ON: tr("Waiting on"), FactName.HANDLER: tr("Handler"), FactName.AT_STAKE: tr("At stake"),
        FactName.FLAG: tr("Flag"), FactName.SUMMARY: tr("Summary"), FactName.OPENED: tr("Reported"),
        FactName.PAID_AT: tr("Paid at"), FactName.SHIPPED_AT: tr("Shipped"), FactName.SIGNED_AT: tr("Received"),
    }[fact]  # fmt: skip


def shown_fact(page: CasePage, fact: FactName, at: Moment) -> str:
    """A fact as it stands on the page."""
    value = fact_value(page, fact)
    if fact is FactName.HANDLER:
        return one_line(page.handler.name) if page.handler is not None else shown.NOTHING
    if fact is FactName.LIABILITY and page.resolution is not None:
        return f"{word(page.case.liability)} · {tr('decided')}"
    if fact in FACT_KINDS:
        return word(FACT_KINDS[fact](value))
    if isinstance(value, Money):
        return shown.money(value)
    if fact in MOMENTS:
        return shown.day_and_time(value, at.now, language(), at.zone)
    return str(value)


def typed_fact(page: CasePage, fact: FactName, at: Moment) -> str:
    """A fact as it stands in its field, ready to be changed."""
    value = fact_value(page, fact)
    if value is None:
        return ""
    if isinstance(value, Money):
        return str(value.amount)
    if isinstance(value, datetime):
        return f"{value.astimezone(at.zone):%Y-%m-%d %H:%M}"
    return str(value)


def read_fact(page: CasePage, fact: FactName, text: str, at: Moment) -> object:
    """The value typed for an amount, a moment or a text. NotReadableError with its sentence when it does not fit."""
    if fact is FactName.SUMMARY:
        if len(text) > _LONGEST:
            raise NotReadableError(tr("At most %1 characters.", shown.count(_LONGEST)))
        return text if text.strip() else ""
    plain = unicodedata.normalize("NFKC", text[:200]).strip()
    if fact is FactName.AT_STAKE:
        return _amount(plain, page.case.at_stake.currency)
    if fact in ORDER_FACTS and not plain:
        return None
    return _moment(plain, at)


def warning_of(page: CasePage, fact: FactName, text: str, at: Moment) -> str:
    """What is worth a second look, though it is taken: more at stake than the order came to."""
    if fact is not FactName.AT_STAKE or page.order is None:
        return ""
    total = page.order.total or page.order.paid
    try:
        value = read_fact(page, fact, text, at)
    except NotReadableError:
        return ""
    if not isinstance(value, Money) or total is None or total.currency != value.currency or value <= total:
        return ""
    return tr("More than the order's %1; it is kept all the same.", shown.money(total))


def _amount(text: str, currency: str) -> Money:
    bare = re.sub(r"^(?:¥|￥|\$|€|£|[A-Za-z]{3}(?=[\s\d]))\s*|\s*(?:元|[A-Za-z]{3})$", "", text).replace(",", "")
    named = re.search(r"[A-Za-z]{3}", text)
    if named is not None and named[0].upper() != currency:
        raise NotReadableError(tr("Amounts of this case are in %1.", currency))
    try:
        value = Decimal(bare)
    except InvalidOperation:
        raise NotReadableError(tr("Write an amount, such as 168.00.")) from None
    if not value.is_finite() or value > _MOST:
        raise NotReadableError(tr("The amount is too large."))
    if value < 0:
        raise NotReadableError(tr("An amount cannot be negative."))
    if value != round(value, exponent(currency)):
        raise NotReadableError(tr("At most %1 decimal places.", exponent(currency)))
    return Money.of(value, currency)


def _moment(text: str, at: Moment) -> datetime:
    wrong = tr("Write it as 2026-11-20 09:30.")
    today = at.now.astimezone(at.zone).date()
    day, time = _DAY.search(text), _TIME.search(text)
    near = next((days for name, days in _NEAR.items() if name in text.lower()), None)
    if time is None:
        raise NotReadableError(tr("Add the time, as in 09:30.") if day is not None else wrong)
    try:
        if day is not None:
            date = today.replace(year=int(day[1]) if day[1] else today.year, month=int(day[2]), day=int(day[3]))
            if not day[1] and date > today:
                date = date.replace(year=date.year - 1)
        elif near is not None or text == time[0]:
            date = today + timedelta(days=near or 0)
        else:
            raise NotReadableError(wrong)
        local = datetime(date.year, date.month, date.day, int(time[1]), int(time[2]), tzinfo=at.zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        if isinstance(error, NotReadableError):
            raise
        raise NotReadableError(tr("There is no such day or time.")) from None


# What the services refuse


def _named(value: object) -> str:
    return one_line(str(value.get(language(), ""))) if isinstance(value, Mapping) else one_line(str(value or ""))


def fact_error(error: AftercaseError) -> ErrorWords | None:
    """Words for what the services of facts and parcels refuse; None for other codes."""
    values = error.values
    mend = tr("Correct it and press Enter again.")
    sentences = {
        "fact_changed_meanwhile": (
            tr("Someone changed this meanwhile: it is now %1.", _named(values.get("now"))),
            tr("Press Esc to see it; then change it again if need be."),
        ),
        "liability_decided": (
            tr("Liability was decided with the resolution."), tr("Reopen the resolution to change it."),
        ),
        "fact_in_future": (tr("This moment has not come yet."), mend),
        "fact_too_early": (tr("This is more than ten years ago."), tr("Check the year.")),
        "fact_not_a_moment": (tr("Write it as 2026-11-20 09:30."), mend),
        "fact_out_of_order": (
            tr("It cannot be before “%1” (%2).", _named(values.get("other")), values.get("moment", ""))
            if values.get("later")
            else tr("It cannot be after “%1” (%2).", _named(values.get("other")), values.get("moment", "")),
            tr("Correct the other one first if it is wrong."),
        ),
        "amount_negative": (tr("An amount cannot be negative."), mend),
        "amount_too_large": (tr("The amount is too large."), mend),
        "amount_currency": (tr("Amounts of this case are in %1.", values.get("currency", "")), mend),
        "fact_without_order": (tr("The case has no order."), tr("Only an order has such a time.")),
        "case_without_order": (tr("The case has no order."), tr("Parcels belong to an order.")),
        "tracking_empty": (tr("Enter the tracking number."), ""),
        "tracking_length": (tr("A tracking number has 4 to 40 characters."), mend),
        "tracking_letters": (tr("Only letters, digits and dashes stand in a tracking number."), mend),
        "parcel_known": (tr("This parcel stands on the order already."), tr("Change that one instead.")),
    }  # fmt: skip
    found = sentences.get(error.code)
    return ErrorWords(*found) if found else None


def decided_tip(page: CasePage, at: Moment) -> str:
    """Why liability can no longer be changed here; empty while it can."""
    if page.resolution is None:
        return ""
    when = shown.day_and_time(page.resolution.decided_at, at.now, language(), at.zone)
    who = one_line(page.resolution.decided_by)
    return tr("Decided %1 by %2, by resolution: reopen it to change.", when, who)


error_words.register(fact_error)
