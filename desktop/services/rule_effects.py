"""What another number would do to the open cases: each evaluated with and without it, and nothing written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from desktop.services.packs import PackLibrary
from desktop.services.resolutions import ResolutionService
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.case_query import CaseQuery, CaseSort
from models.errors import AftercaseError, UserError
from models.money import Money
from models.rules.conclusion import ClockPlan, Conclusion, RemedyOffer
from models.rules.pack_parts import NO_TEXT, Text
from models.store import cases

CASE_LIMIT: Final = 2_000
_EVERY: Final = 20

Progress = Callable[[int, int], None]
Value = Money | Decimal | datetime | Text | int | None


@dataclass(frozen=True, slots=True)
class EffectChange:
    """One thing that would differ. `aspect` is outcome, remedy, refund, compensation, true_cost, clock, amount,
    points, exposure or evidence; `name` says which."""

    aspect: str
    name: Text
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """A case for which something would differ, most telling first."""

    case_id: int
    number: str
    buyer: str
    changes: tuple[EffectChange, ...]


@dataclass(frozen=True, slots=True)
class EffectReport:
    """`looked` cases were evaluated of `open` ones, `concerned` of them by the pack; `failed` could not be."""

    open: int
    looked: int
    concerned: int
    failed: int
    cases: tuple[CaseEffect, ...]

    @property
    def more(self) -> int:
        """Open cases that were not looked at, being older than the newest so many."""
        return self.open - self.looked


def _silent(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def effects(
    bench: Workbench,
    settings: Settings,
    libraries: tuple[PackLibrary, PackLibrary],
    pack: str,
    *,
    limit: int = CASE_LIMIT,
    progress: Progress = _silent,
    stopped: Callable[[], bool] = lambda: False,
) -> EffectReport:
    """Evaluate the newest open cases with the library in use and with the other; only reads.

    Cases that neither decides by the pack are not concerned.

    UserError `cancelled` when `stopped` says so between two cases.
    """
    database = bench.store.database
    query = CaseQuery(sort=CaseSort.NUMBER, descending=True)
    ids = cases.list_case_ids(database, query, bench.clock.now())
    here, there = (ResolutionService(bench, library, settings) for library in libraries)
    new = pack not in libraries[0].ids()
    found: list[CaseEffect] = []
    concerned = failed = 0
    looked = ids[:limit]
    for place, case_id in enumerate(looked):
        if stopped():
            raise UserError("cancelled")
        if place % _EVERY == 0:
            progress(place, len(looked))
        try:
            walk = here.start(case_id)
            if not new and all(used != pack for used, _ in walk.conclusion.packs):
                continue
            # The same page and answers: reading a case takes longer than deciding it.
            after = there.evaluate(walk, walk.answers).conclusion
            if all(used != pack for used, _ in (*walk.conclusion.packs, *after.packs)):
                continue
            concerned += 1
            changes = compared(walk.conclusion, after)
        except AftercaseError:
            failed += 1
            continue
        if changes:
            buyer = walk.page.buyer.nick if walk.page.buyer is not None else ""
            found.append(CaseEffect(case_id, walk.page.case.number, buyer, changes))
    progress(len(looked), len(looked))
    return EffectReport(len(ids), len(looked), concerned, failed, tuple(found))


def compared(before: Conclusion, after: Conclusion) -> tuple[EffectChange, ...]:
    """What differs between two conclusions about one case, most telling first."""
    aspects = (_outcomes, _offers, _clocks, _amounts, _exposures, _evidence)
    return tuple(dict.fromkeys(change for aspect in aspects for change in aspect(before, after)))


def _outcomes(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    if before.outcomes != after.outcomes:
        one, other = (
            Text("；".join(t.pick("zh") for t in each.titles), "; ".join(t.pick("en") for t in each.titles))
            for each in (before, after)
        )
        yield EffectChange("outcome", NO_TEXT, one or None, other or None)


def _offers(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    one, other = ({offer.id: offer for offer in each.remedies} for each in (before, after))
    for name in dict.fromkeys((*one, *other)):
        old, new = one.get(name), other.get(name)
        if old is None or new is None:
            yield EffectChange("remedy", NO_TEXT, old.title if old else None, new.title if new else None)
            continue
        for aspect, take in _MONEY.items():
            if take(old) != take(new):
                yield EffectChange(aspect, new.title, take(old), take(new))


_MONEY: Final[Mapping[str, Callable[[RemedyOffer], Money | None]]] = {
    "refund": lambda offer: offer.refund or offer.amount,
    "compensation": lambda offer: offer.compensation,
    "true_cost": lambda offer: offer.true_cost,
}


def _clocks(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    def by_id(conclusion: Conclusion) -> Mapping[tuple[str, str], ClockPlan]:
        return {(clock.pack_id, clock.id): clock for clock in conclusion.clocks}

    one, other = by_id(before), by_id(after)
    for key in dict.fromkeys((*one, *other)):
        old, new = one.get(key), other.get(key)
        label = (new or old or next(iter(one.values()))).label
        dues = old.due_at if old else None, new.due_at if new else None
        if dues[0] != dues[1]:
            yield EffectChange("clock", label, *dues)


def _amounts(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    for name in dict.fromkeys((*before.amounts, *after.amounts)):
        old, new = before.amounts.get(name), after.amounts.get(name)
        if old != new:
            spoken = name.replace("_", " ")
            yield EffectChange("amount", Text(spoken, spoken), old, new)


def _exposures(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    one, other = ({view.id: view for view in each.exposures} for each in (before, after))
    for name in dict.fromkeys((*one, *other)):
        old, new = one.get(name), other.get(name)
        view = new or old
        if view is None:
            continue
        money = old.money if old else None, new.money if new else None
        points = old.points if old else None, new.points if new else None
        if money[0] != money[1]:
            yield EffectChange("exposure", view.label, *money)
        if points[0] != points[1]:
            yield EffectChange("points", view.label, *points)


def _evidence(before: Conclusion, after: Conclusion) -> Iterator[EffectChange]:
    one, other = ({need.id: need.label for need in each.evidence} for each in (before, after))
    for name in dict.fromkeys((*one, *other)):
        if (name in one) != (name in other):
            yield EffectChange("evidence", NO_TEXT, one.get(name), other.get(name))
