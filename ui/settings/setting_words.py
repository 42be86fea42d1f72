"""The words of the Settings page: countries, currencies, time zones, layers of rules, and what was entered wrongly."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.clock import zone
from models.errors import AftercaseError
from models.kinds import Platform, Role
from ui.error_words import ErrorWords
from ui.i18n import translator
from ui.words import word

tr = translator("settings")
CURRENCIES = ("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "SGD", "AUD", "CAD")
ZONES = (
    "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Tokyo", "Asia/Seoul", "Asia/Singapore", "Europe/London",
    "Europe/Paris", "Europe/Berlin", "Europe/Madrid", "Europe/Rome", "Europe/Amsterdam", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "Australia/Sydney", "UTC",
)  # fmt: skip


def platforms() -> list[tuple[str, str]]:
    """Every platform with its word."""
    return [(platform.value, word(platform)) for platform in Platform]


def roles() -> list[tuple[str, str]]:
    """Every role with its word."""
    return [(role.value, word(role)) for role in Role]


def currencies() -> list[tuple[str, str]]:
    """The currencies shops sell in."""
    return [(code, code) for code in CURRENCIES]


def countries() -> list[tuple[str, str]]:
    """The countries shops sell from; they choose the law that applies."""
    return [
        ("CN", tr("China")), ("HK", tr("Hong Kong")), ("TW", tr("Taiwan")), ("JP", tr("Japan")), ("KR", tr("Korea")),
        ("SG", tr("Singapore")), ("GB", tr("United Kingdom")), ("DE", tr("Germany")), ("FR", tr("France")),
        ("IT", tr("Italy")), ("ES", tr("Spain")), ("NL", tr("Netherlands")), ("US", tr("United States")),
        ("CA", tr("Canada")), ("AU", tr("Australia")),
    ]  # fmt: skip


def zones(now: datetime) -> list[tuple[str, str]]:
    """Time zones with how far they are from UTC at `now`."""
    return [(name, f"{name}  {_offset(now.astimezone(zone(name)).utcoffset())}") for name in ZONES]


def _offset(span: timedelta | None) -> str:
    minutes = round((span or timedelta()).total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60}" + (f":{abs(minutes) % 60:02}" if minutes % 60 else "")


def layer_word(layer: str) -> str:
    """The word of a layer of rules."""
    words = {
        "law": tr("law"), "platform": tr("platform"), "payment": tr("payment"), "shop": tr("shop"),
    }  # fmt: skip
    return words.get(layer, layer)


def setting_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for what can be entered wrongly on this page."""
    values = error.values
    found = {
        "currency_unknown": (tr("A currency is three capital letters, as CNY."), ""),
        "country_unknown": (tr("A country is two capital letters, as CN."), ""),
        "zone_unknown": (tr("This time zone is not known."), ""),
        "person_at_work": (tr("This person is working now."), tr("Choose another one at the top right first.")),
        "person_known": (tr("Somebody of that name works here already."), tr("Add something to tell them apart.")),
        "number_unreadable": (tr("This is not a number."), tr("Write it as 0.37 or 37%.")),
        "number_out_of_range": (
            tr("The number must lie between %1 and %2.", values.get("lowest", ""), values.get("highest", "")), "",
        ),
        "number_too_fine": (tr("At most %1 decimals are kept.", values.get("places", "")), ""),
        "limit_unreadable": (tr("A whole number from 1 to %1.", values.get("highest", "")), ""),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*found) if found else None
