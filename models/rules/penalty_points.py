"""Points a platform takes from a shop: two ledgers, counted anew every year, with a node at every twelve.

Sources: R004-04 (every 12 points: a campaign ban and a penalty), R004-03 and R004-09 (6 points each), R004-21 to 24
(misdescription: general points, from the 4th time serious ones). The size of a node is the number `node_points` of the
shop's packs, as are money and days of a node; where a pack leaves them empty nothing is said about them. That a ledger
begins anew with the calendar year, in the shop's zone, is what the register does (model decision of the registers);
no handbook gives a date, so the window says which year it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.money import Money
from models.register_kinds import RegisterState
from models.rules.verdict import Allowed, Refused, Verdict

NODE: Final = 12
MOST_POINTS: Final = 1_000


class Ledger(StrEnum):
    """Which points: of general violations, or of serious ones. A platform counts them apart."""

    GENERAL = "general"
    SERIOUS = "serious"


@dataclass(frozen=True, slots=True)
class PenaltyNet:
    """A penalty as it stands today; `day` is the one it was imposed on, which tells the year it counts in."""

    id: int
    entered_at: datetime
    day: date
    ledger: Ledger
    state: RegisterState
    points: int
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class NodeRule:
    """What a node brings; None where no pack of the shop says so. `source` names the pack the size comes from."""

    every: int = NODE
    money: Money | None = None
    ban_days: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class LedgerStanding:
    """Where a ledger stands: points that count, those only expected, nodes reached, the next one and what is left."""

    ledger: Ledger
    points: int
    expected: int
    nodes: int
    next_node: int
    left: int


@dataclass(frozen=True, slots=True)
class Standing:
    """All of a shop's year."""

    shop_id: int
    year: int
    ledgers: Mapping[Ledger, LedgerStanding]
    rule: NodeRule = field(default_factory=NodeRule)
    amounts: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Crossing:
    """What more points do: how many nodes they cross, from how many points to how many."""

    ledger: Ledger
    before: int
    after: int
    nodes: int
    node: int

    @property
    def warns(self) -> bool:
        """Whether a node is reached."""
        return self.nodes > 0


def points_that_count(penalties: Iterable[PenaltyNet], ledger: Ledger) -> int:
    """The points confirmed on a ledger, never below nothing."""
    found = (each.points for each in penalties if each.ledger is ledger and each.state is RegisterState.CONFIRMED)
    return max(sum(found), 0)


def ledger_standing(penalties: Iterable[PenaltyNet], ledger: Ledger, every: int = NODE) -> LedgerStanding:
    """A ledger of one year."""
    those = [each for each in penalties if each.ledger is ledger]
    points = points_that_count(those, ledger)
    expected = sum(each.points for each in those if each.state is RegisterState.EXPECTED)
    nodes = points // every
    following = (nodes + 1) * every
    return LedgerStanding(ledger, points, expected, nodes, following, following - points)


def crossing(before: int, added: int, ledger: Ledger, every: int = NODE) -> Crossing:
    """What `added` points do to a ledger that holds `before`; `node` is the highest node reached, or the next one."""
    after = max(before + added, 0)
    nodes = nodes_crossed(Decimal(before), Decimal(max(added, 0)), Decimal(every)) or 0
    reached = (after // every) * every
    return Crossing(ledger, before, after, nodes, reached if nodes else reached + every)


def nodes_crossed(before: Decimal | None, added: Decimal | None, every: Decimal | None) -> int | None:
    """How many nodes lie between the points there were and the points there will be; None while one is not known."""
    if before is None or added is None or every is None or every <= 0 or added < 0 or before < 0:
        return None
    return int((before + added) // every) - int(before // every)


def running_totals(penalties: Iterable[PenaltyNet]) -> Mapping[int, int]:
    """How many points the ledger held after each confirmed penalty, in the order they were entered, by id."""
    totals: dict[Ledger, int] = {}
    found: dict[int, int] = {}
    for each in sorted(penalties, key=lambda each: (each.entered_at, each.id)):
        if each.state is RegisterState.CONFIRMED:
            totals[each.ledger] = max(totals.get(each.ledger, 0) + each.points, 0)
            found[each.id] = totals[each.ledger]
    return found


def check_points(points: int) -> Verdict:
    """Refused `penalty_points_range` for what no platform takes at once."""
    return Allowed() if 0 <= points <= MOST_POINTS else Refused("penalty_points_range")
