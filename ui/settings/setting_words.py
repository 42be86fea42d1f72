"""The words of the Settings page: countries, currencies, time zones, layers of rules, and what was entered wrongly."""

from __future__ import annotations

from collections.abc import Mapping
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
        "colour_unknown": (tr("This colour is not one of those for shops."), tr("Choose one of the eight.")),
        "packs_too_many": (tr("A shop takes at most %1 changes to its packs.", values.get("limit", "")), ""),
        "person_at_work": (tr("This person is working now."), tr("Choose another one at the top right first.")),
        "person_known": (tr("Somebody of that name works here already."), tr("Add something to tell them apart.")),
        "number_unreadable": (tr("This is not a number."), tr("Write it as 0.37 or 37%.")),
        "number_out_of_range": (
            tr("The number must lie between %1 and %2.", values.get("lowest", ""), values.get("highest", "")), "",
        ),
        "number_too_fine": (tr("At most %1 decimals are kept.", values.get("places", "")), ""),
        "limit_unreadable": (tr("A whole number from 1 to %1.", values.get("highest", "")), ""),
    }.get(error.code) or _rule_errors(values).get(error.code)  # fmt: skip
    return ErrorWords(*found) if found else None


def _rule_errors(values: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    """Words for numbers of rules and for pack files."""
    nothing = tr("Nothing was changed.")
    return {
        "number_not_whole": (tr("This must be a whole number."), ""),
        "rule_note_missing": (tr("Write why: where the number stands, or why the shop wants it."), ""),
        "rule_number_not_found": (tr("This pack has no such number any more."), tr("Open the page again.")),
        "pack_number_not_editable": (tr("This number is set by the law or platform; it cannot be changed here."), ""),
        "own_pack_not_found": (tr("This pack was not brought in by the shop."), nothing),
        "rule_file_too_large": (tr("The file is too large for a policy pack."), nothing),
        "rule_file_not_text": (tr("The file is not text in UTF-8."), nothing),
        "rule_file_not_json": (
            tr("The file is not JSON: line %1 cannot be read.", values.get("line") or "?"), nothing,
        ),
        "rule_file_double": (tr("The file says “%1” twice.", values.get("name", "")), nothing),
        "rule_file_too_deep": (tr("The file is nested too deeply."), nothing),
        "rule_file_not_a_pack": (tr("This is no policy pack."), nothing),
        "rule_file_schema": (tr("The pack is written for another version of the program."), nothing),
        "rule_file_numbers": (tr("The numbers beside the pack cannot be read."), nothing),
        "rule_file_refused": (
            tr("The pack was refused: %1 at %2.", values.get("problem", ""), values.get("where", "")), nothing,
        ),
        "rule_file_nothing_new": (tr("All that is in this file is here already."), nothing),
    }  # fmt: skip
