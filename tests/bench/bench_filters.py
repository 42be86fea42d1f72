"""Filters to measure with: each kind alone, and combinations that leave many or few of all cases."""

from __future__ import annotations

from datetime import date

from models.case_query import CaseFilters, ClockFilter, DateFilter
from models.kinds import CaseState, Liability, Platform, Problem, Tier, WaitingOn

FILTERS = {
    "archived or done": CaseFilters(states=(CaseState.ARCHIVED, CaseState.DONE)),
    "one problem": CaseFilters(problems=(Problem.DAMAGED,)),
    "two liabilities": CaseFilters(liabilities=(Liability.MERCHANT, Liability.BUYER)),
    "waiting on the buyer": CaseFilters(waiting_on=(WaitingOn.BUYER,)),
    "platform": CaseFilters(platforms=(Platform.TAOBAO,)),
    "handlers": CaseFilters(handlers=(0, 1, 2)),
    "tier": CaseFilters(tiers=(Tier.V1, Tier.V2)),
    "tags": CaseFilters(tags=("老客", "催得急")),
    "clock": CaseFilters(clock=(ClockFilter.OVERDUE, ClockFilter.WITHIN_3_DAYS)),
    "opened in two years": CaseFilters(first_day=date(2024, 11, 1), last_day=date(2026, 11, 1)),
    "updated": CaseFilters(dated=DateFilter.UPDATED, first_day=date(2025, 1, 1)),
    "amount": CaseFilters(at_least=10_000, at_most=40_000),
    "everything, leaving many": CaseFilters(
        liabilities=tuple(Liability), platforms=(Platform.TAOBAO,), tiers=tuple(Tier), handlers=(0, 1, 2, 3), at_least=1
    ),
    "everything, leaving few": CaseFilters(
        states=(CaseState.ARCHIVED,), problems=(Problem.DAMAGED, Problem.QUALITY), tags=("老客",),
        liabilities=(Liability.MERCHANT, Liability.BUYER), tiers=(Tier.NONE, Tier.V1), at_least=1_000,
        first_day=date(2024, 1, 1),
    ),
}  # fmt: skip
