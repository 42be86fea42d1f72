"""How pressing an open call-back is: how many days late, and yellow or red by the limits of the buyer's tier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.call_kinds import LateLevel
from models.kinds import CallBackState, Tier
from models.records import CallBackRow
from models.rules.call_settings import Limits
from models.rules.due_notes import days_late, read_note

_USUAL = Limits()
_STATES = {CallBackState.DUE: 0, CallBackState.DONE: 1, CallBackState.SKIPPED: 2}
_DEAREST = {Tier.V3: 0, Tier.V2: 1, Tier.V1: 2, Tier.NONE: 3}


def pressing(
    state: CallBackState, note: str, due_on: date, tier: Tier, today: date, limits: Mapping[Tier, Limits]
) -> tuple[int, LateLevel]:
    """How many days ago a call-back was first due, and its level by the limits of the tier.

    0 days and on time when it is closed, not yet due, or put off to a later day. A limit of 0 holds on the day itself.
    """
    if state is not CallBackState.DUE or due_on > today:
        return 0, LateLevel.ON_TIME
    days = days_late(read_note(note), due_on, today)
    wanted = limits.get(tier, _USUAL)
    if days < wanted.yellow:
        return days, LateLevel.ON_TIME
    return days, LateLevel.RED if days >= wanted.red else LateLevel.YELLOW


def queue_place(row: CallBackRow) -> tuple[object, ...]:
    """Where a call-back stands in the queue of its day: open ones red, yellow, by time, by tier; then done, skipped."""
    call_back = row.call_back
    return (
        _STATES[call_back.state], -row.level, -row.late if row.level else 0, not call_back.at_time, call_back.at_time,
        _DEAREST[row.tier], row.nick, call_back.id,
    )  # fmt: skip
