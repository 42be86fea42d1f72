"""Carrier claims: by when an answer is due, how late it is, how old what is still open is, and what is missing.

Sources: R003-21 (register loss and damage at once, settle at month end), R004-30 (lost parcels are summed up monthly).
No handbook gives the days a carrier has for an answer: they are the shop's contract, or a cited number of its packs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from models.kinds import Role
from models.money import Money
from models.months import Month
from models.register_kinds import RegisterState
from models.rules.verdict import Allowed, Refused, Verdict

LONGEST_ANSWER: Final = 365
"""Days for an answer nobody agrees to exceed."""
ENDED: Final = frozenset((RegisterState.RECEIVED, RegisterState.REFUSED, RegisterState.WITHDRAWN))


@dataclass(frozen=True, slots=True)
class Bucket:
    """An age a claim may have, in days since it was entered: from `first` to `last`, both in it; None: no end."""

    key: str
    first: int
    last: int | None

    def holds(self, days: int) -> bool:
        """Whether a claim of that age belongs here."""
        return days >= self.first and (self.last is None or days <= self.last)


BUCKETS: Final = (Bucket("0-7", 0, 7), Bucket("8-30", 8, 30), Bucket("31-60", 31, 60), Bucket("60+", 61, None))


@dataclass(frozen=True, slots=True)
class ClaimNet:
    """A claim as it stands today, with what later months corrected. Amounts of one currency; None: not known yet."""

    id: int
    shop_id: int | None
    case_id: int | None
    case_number: str
    carrier: str
    parcel: str
    entered_at: datetime
    state: RegisterState
    currency: str
    claimed: Money | None = None
    allowed: Money | None = None
    received: Money | None = None
    handed_in_at: datetime | None = None
    due_at: datetime | None = None
    answered_at: datetime | None = None
    received_at: datetime | None = None
    note: str = ""

    @property
    def missing(self) -> Money:
        """What did not come in of what was claimed; nothing for a claim that was withdrawn."""
        return difference(self.claimed, self.received, self.state, self.currency)

    @property
    def open(self) -> bool:
        """Whether something is still waited for."""
        return self.state not in ENDED


@dataclass(frozen=True, slots=True)
class BucketSum:
    """The open claims of one age: how many, and what is missing, one sum per currency."""

    bucket: Bucket
    count: int = 0
    missing: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimAging:
    """The open claims by age, and those whose answer is late: id and days."""

    buckets: tuple[BucketSum, ...]
    late: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The claims of a month as they are handed on: one total per currency, due at the first moment of the next month.

    R003-21, worked case S42: lost parcels are summed at month end and handed to after-sales.
    """

    month: Month
    count: int
    totals: tuple[Money, ...]
    due_at: datetime
    hand_to: Role = Role.AFTER_SALES
    without_amount: int = 0


def difference(claimed: Money | None, received: Money | None, state: RegisterState, currency: str) -> Money:
    """What was claimed less what came in, never below nothing; nothing where the claim was withdrawn."""
    if state is RegisterState.WITHDRAWN or claimed is None:
        return Money(0, currency)
    return Money(max(claimed.minor - (received.minor if received is not None else 0), 0), currency)


def answer_due(handed_in: date, days: int, where: tzinfo) -> datetime:
    """The end of the last day for an answer: so many days after the day of handing in, till midnight in that zone."""
    return datetime.combine(handed_in + timedelta(days=days + 1), time(), where).astimezone(UTC)


def days_between(since: datetime, until: datetime, where: tzinfo) -> int:
    """Whole calendar days in that zone, never below nothing."""
    return max((until.astimezone(where).date() - since.astimezone(where).date()).days, 0)


def age_in_days(entered_at: datetime, now: datetime, where: tzinfo, ended_at: datetime | None = None) -> int:
    """How many days a claim has been open, or was."""
    return days_between(entered_at, ended_at or now, where)


def late_days(state: RegisterState, due_at: datetime | None, now: datetime, where: tzinfo) -> int:
    """Days past the last day for an answer: 1 on the day after it. Only what was handed in and not answered is late."""
    if state is not RegisterState.HANDED_IN or due_at is None or now < due_at:
        return 0
    # `due_at` is the midnight that ends the last day, so the day it begins is the first late one.
    return days_between(due_at, now, where) + 1


def bucket_of(days: int) -> Bucket:
    """The bucket of an age."""
    return next(each for each in BUCKETS if each.holds(max(days, 0)))


def aging(claims: Iterable[ClaimNet], now: datetime, where: tzinfo) -> ClaimAging:
    """Open claims by age, their missing amounts kept apart by currency, and the late ones."""
    counts: dict[str, int] = {}
    sums: dict[str, dict[str, int]] = {}
    late: dict[int, int] = {}
    for claim in claims:
        if not claim.open:
            continue
        key = bucket_of(age_in_days(claim.entered_at, now, where)).key
        counts[key] = counts.get(key, 0) + 1
        inside = sums.setdefault(key, {})
        inside[claim.currency] = inside.get(claim.currency, 0) + claim.missing.minor
        days = late_days(claim.state, claim.due_at, now, where)
        if days:
            late[claim.id] = days
    return ClaimAging(
        tuple(BucketSum(each, counts.get(each.key, 0), moneys(sums.get(each.key, {}))) for each in BUCKETS), late
    )


def month_end(month: Month, claims: Iterable[ClaimNet], where: tzinfo) -> MonthEnd:
    """The sum of a month's claims, those withdrawn left out, due when the next month begins in that zone."""
    sums: dict[str, int] = {}
    count = without = 0
    for claim in claims:
        if claim.state is RegisterState.WITHDRAWN:
            continue
        count += 1
        if claim.claimed is None:
            without += 1
        else:
            sums[claim.currency] = sums.get(claim.currency, 0) + claim.claimed.minor
    after = month.plus(1)
    due = datetime(after.year, after.month, 1, tzinfo=where)
    return MonthEnd(month, count, moneys(sums), due, without_amount=without)


def state_after(claimed: Money | None, allowed: Money | None, received: Money | None) -> RegisterState:
    """Where a claim that is with the carrier stands: at its end once all that was agreed to (or asked, while nothing
    was answered) is there. Money after a refusal ends it too: nobody waits for more.
    """
    came = received.minor if received is not None else 0
    if allowed is not None and allowed.minor == 0:
        return RegisterState.RECEIVED if came > 0 else RegisterState.REFUSED
    wanted = allowed if allowed is not None else claimed
    if came > 0 and (wanted is None or wanted.minor <= came):
        return RegisterState.RECEIVED
    return RegisterState.HANDED_IN if allowed is None else RegisterState.ALLOWED


def check_hand_in(state: RegisterState) -> Verdict:
    """Only what is not with the carrier, or was refused, is handed in. Refused `claim_handed_in`, `claim_ended`."""
    if state in (RegisterState.OPEN, RegisterState.REFUSED):
        return Allowed()
    return Refused("claim_ended" if state in ENDED else "claim_handed_in")


def check_answer(state: RegisterState) -> Verdict:
    """A carrier answers what was handed in, and may answer anew. Refused `claim_not_handed_in`, `claim_withdrawn`."""
    if state is RegisterState.WITHDRAWN:
        return Refused("claim_withdrawn")
    return Refused("claim_not_handed_in") if state is RegisterState.OPEN else Allowed()


def check_receive(state: RegisterState) -> Verdict:
    """Money may come for whatever was handed in, refused ones too (an appeal). Refused as for an answer."""
    return check_answer(state)


def check_withdraw(state: RegisterState) -> Verdict:
    """What brought money is not withdrawn: take that back first. Refused `claim_withdrawn`, `claim_has_money`."""
    if state is RegisterState.WITHDRAWN:
        return Refused("claim_withdrawn")
    return Refused("claim_has_money") if state is RegisterState.RECEIVED else Allowed()


def moneys(sums: dict[str, int]) -> tuple[Money, ...]:
    """One amount per currency, in the order of their codes."""
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
