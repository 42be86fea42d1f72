"""Which tier a buyer's orders speak for: proposed by the shop's rules, never set by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.call_kinds import TierSource
from models.kinds import Tier
from models.rules.call_settings import TierRule
from models.vip_records import TierFigures, TierStanding

_TIERS = tuple(Tier)


def meets(rule: TierRule, figures: TierFigures) -> bool:
    """Whether what was counted reaches what a rule asks; without a paid order no rule is met."""
    return (
        figures.orders > 0
        and figures.spent >= rule.spend
        and figures.orders >= rule.orders
        and figures.refund_rate <= rule.refund_rate
    )


def earned(rules: Iterable[TierRule], standing: TierStanding) -> Tier:
    """The highest tier whose rule is met; Tier.NONE if none is."""
    met = [
        rule.tier for rule in rules
        if rule.on and rule.days in standing.figures and meets(rule, standing.figures[rule.days])
    ]  # fmt: skip
    return max(met, key=_TIERS.index, default=Tier.NONE)


def proposed(rules: Sequence[TierRule], standing: TierStanding) -> tuple[Tier, TierFigures] | None:
    """The other tier a buyer's orders speak for, with what was counted; None where theirs is as it should be.

    Lower only where a rule gave the tier and that rule still is asked: what somebody chose, and a special buyer's, is
    never proposed lower.
    """
    speaks = earned(rules, standing)
    if _TIERS.index(speaks) > _TIERS.index(standing.tier):
        return speaks, standing.figures[_of(rules, speaks).days]
    asked = [rule for rule in rules if rule.on and rule.tier is standing.tier]
    if speaks is standing.tier or standing.source is not TierSource.RULE or not asked:
        return None
    return speaks, standing.figures[asked[0].days]


def _of(rules: Sequence[TierRule], tier: Tier) -> TierRule:
    return next(rule for rule in rules if rule.on and rule.tier is tier)
