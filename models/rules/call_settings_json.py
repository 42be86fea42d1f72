"""What is chosen for the call-backs to and from JSON: whatever does not hold is read as the default beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from models.kinds import Tier
from models.rules.call_settings import CallRules, Hours, Limits, OffDayMove, TierRule
from models.rules.rhythms import Rhythm, read_rhythm, rhythm_data

VIP_TIERS: Final = (Tier.V1, Tier.V2, Tier.V3)
LATEST_LIMIT: Final = 365
MOST_A_DAY: Final = 200
LONGEST_DAYS: Final = 3_650
LATEST_AFTER_CASE: Final = 365
MOST_SPENT: Final = 100_000_000_00
MOST_ORDERS: Final = 100_000

PROPOSED_TIERS: Final = (
    TierRule(Tier.V1, spend=1_000_00, orders=3, refund_rate=0.3),
    TierRule(Tier.V2, spend=3_000_00, orders=6, refund_rate=0.3),
    TierRule(Tier.V3, spend=10_000_00, orders=12, refund_rate=0.3),
)
"""Where the rules of the tiers begin: a proposal of the program without a source, and off until the shop wants it."""

STANDARD: Final = CallRules(
    # Once a month for every VIP: the shop's rule R003-25.
    rhythms={tier: Rhythm() for tier in VIP_TIERS},
    limits={tier: Limits() for tier in VIP_TIERS},
    tiers=PROPOSED_TIERS,
)
"""What holds until the shop chooses."""

_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
Value = TypeVar("Value")


def limits_of(rules: CallRules, tier: Tier) -> Limits:
    """The limits of a tier; the standard ones for a buyer without a tier."""
    return rules.limits.get(tier, Limits())


def rules_as_data(rules: CallRules) -> dict[str, Any]:
    """As JSON holds it; `rules_from_data` gives the same back."""
    return {
        "rhythms": {tier.value: rhythm_data(each) for tier, each in rules.rhythms.items()},
        "limits": {tier.value: {"yellow": each.yellow, "red": each.red} for tier, each in rules.limits.items()},
        "move": rules.move.value,
        "capacity": rules.capacity,
        "hours": {"start": rules.hours.start, "end": rules.hours.end, "weekdays": list(rules.hours.weekdays)},
        "tiers": [_tier_as_data(each) for each in rules.tiers],
        "tiers_on": rules.tiers_on,
        "decline_days": rules.decline_days,
        "after_case_days": rules.after_case_days,
        "after_case_all": rules.after_case_all,
        "notes": rules.notes,
    }


def _tier_as_data(rule: TierRule) -> dict[str, Any]:
    return {each.name: getattr(rule, each.name) for each in fields(rule)}


def rules_from_data(stored: object, older_rhythms: object = None) -> CallRules:
    """The rules a setting holds; `older_rhythms` is read where it says nothing of a tier's rhythm. Never an error."""
    raw = stored if isinstance(stored, Mapping) else {}
    older = older_rhythms if isinstance(older_rhythms, Mapping) else {}
    rhythms = _mapping(raw.get("rhythms"))
    found = replace(
        STANDARD,
        rhythms={tier: read_rhythm(rhythms.get(tier.value, older.get(tier.value))) for tier in VIP_TIERS},
        limits=_limits(_mapping(raw.get("limits"))),
        tiers=_tiers(raw.get("tiers")),
    )
    readers: dict[str, Callable[[Any], object]] = {
        "move": OffDayMove, "capacity": _number, "hours": _hours, "tiers_on": _yes_no, "decline_days": _number,
        "after_case_days": _number_or_none, "after_case_all": _yes_no, "notes": _yes_no,
    }  # fmt: skip
    for name, read in readers.items():
        if name in raw:
            tried = _tried(read, raw[name], getattr(found, name))
            changed = replace(found, **{name: tried})
            found = found if wrong_in(changed) else changed
    return found


def wrong_in(rules: CallRules) -> str:
    """The name of the first thing that cannot be, as `limits.v2`, `hours`, `tiers.v3.spend`; else ""."""
    for tier, limits in rules.limits.items():
        if not 0 <= limits.yellow <= limits.red <= LATEST_LIMIT:
            return f"limits.{tier.value}"
    if not _hours_hold(rules.hours):
        return "hours"
    ranges = (
        ("capacity", rules.capacity, 0, MOST_A_DAY),
        ("decline_days", rules.decline_days, 1, LONGEST_DAYS),
        ("after_case_days", 1 if rules.after_case_days is None else rules.after_case_days, 1, LATEST_AFTER_CASE),
    )
    for name, value, least, most in ranges:
        if not least <= value <= most:
            return name
    if len({rule.tier for rule in rules.tiers}) < len(rules.tiers):
        return "tiers"
    return next((wrong for rule in rules.tiers if (wrong := wrong_in_tier(rule))), "")


def wrong_in_tier(rule: TierRule) -> str:
    """The name of what cannot be in a tier's rule; `.asks` where it would propose every buyer."""
    tier = f"tiers.{rule.tier.value}"
    if rule.tier not in VIP_TIERS:
        return tier
    if not 0 <= rule.spend <= MOST_SPENT:
        return f"{tier}.spend"
    if not 0 <= rule.orders <= MOST_ORDERS:
        return f"{tier}.orders"
    if not 0 <= rule.refund_rate <= 1:
        return f"{tier}.refund_rate"
    if not 1 <= rule.days <= LONGEST_DAYS:
        return f"{tier}.days"
    return f"{tier}.asks" if rule.on and not rule.spend and not rule.orders else ""


def _hours_hold(hours: Hours) -> bool:
    days = hours.weekdays
    if list(days) != sorted(set(days)) or any(day not in range(7) for day in days):
        return False
    if not hours.start and not hours.end:
        return True
    return bool(_CLOCK.fullmatch(hours.start) and _CLOCK.fullmatch(hours.end)) and hours.start < hours.end


def _limits(raw: Mapping[str, Any]) -> dict[Tier, Limits]:
    found = {}
    for tier in VIP_TIERS:
        each = _mapping(raw.get(tier.value))
        read = _tried(lambda one: Limits(_number(one["yellow"]), _number(one["red"])), each, Limits())
        found[tier] = read if 0 <= read.yellow <= read.red <= LATEST_LIMIT else Limits()
    return found


def _tiers(raw: object) -> tuple[TierRule, ...]:
    """One rule for each tier, in the order of the tiers; the proposed one where none is stored that holds."""
    listed = raw if isinstance(raw, list) else ()
    stored = {str(each.get("tier")): each for each in listed if isinstance(each, Mapping)}
    found = []
    for usual in PROPOSED_TIERS:
        read = _tried(_tier_rule, stored.get(usual.tier.value), usual)
        found.append(usual if wrong_in_tier(read) else read)
    return tuple(found)


def _tier_rule(raw: Mapping[str, Any]) -> TierRule:
    rate = raw["refund_rate"]
    if isinstance(rate, bool) or not isinstance(rate, int | float):
        raise ValueError("refund_rate")
    return TierRule(
        Tier(raw["tier"]), _number(raw["spend"]), _number(raw["orders"]), float(rate), _number(raw["days"]),
        _yes_no(raw["on"]),
    )  # fmt: skip


def _tried(read: Callable[[Any], Value], raw: object, usual: Value) -> Value:
    try:
        return read(raw)
    except (KeyError, TypeError, ValueError, AttributeError):
        return usual


def _hours(raw: Mapping[str, Any]) -> Hours:
    start, end = raw["start"], raw["end"]
    if not isinstance(start, str) or not isinstance(end, str):
        raise TypeError("hours")
    return Hours(start, end, tuple(_number(day) for day in raw["weekdays"]))


def _number(raw: object) -> int:
    if type(raw) is not int:
        raise TypeError("number")
    return raw


def _number_or_none(raw: object) -> int | None:
    return None if raw is None else _number(raw)


def _yes_no(raw: object) -> bool:
    if type(raw) is not bool:
        raise TypeError("yes or no")
    return raw


def _mapping(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, Mapping) else {}
