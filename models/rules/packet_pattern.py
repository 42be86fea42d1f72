"""What the shop knows of a buyer's earlier cases, for a packet: counts, sums and dates, and no judgement of anyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.kinds import Problem
from models.money import Money
from models.rules.packet_parts import ExhibitPage, Words
from models.rules.packet_phrases import Phrases

MONTHS = 12
"""How far back earlier cases count."""
_MOST_SAID = 12


@dataclass(frozen=True, slots=True)
class PastCase:
    """An earlier case of the same buyer."""

    id: int
    number: str
    problem: Problem
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """A file of this case, or a picture like it, in another case. `case_number` is empty for another buyer's."""

    evidence_id: int
    case_number: str
    opened_at: datetime
    exact: bool


@dataclass(frozen=True, slots=True)
class BuyerPast:
    """The last 12 months of a buyer in one shop, without this case. `refunded`: one sum for each currency."""

    cases: tuple[PastCase, ...] = ()
    orders: int = 0
    refunds: int = 0
    refunded: tuple[Money, ...] = ()
    photos: tuple[SeenPhoto, ...] = ()


def pattern_of(
    past: BuyerPast, exhibits: Sequence[ExhibitPage], phrases: Phrases, words: Words
) -> tuple[tuple[str, str], ...]:
    """Label and fact of each thing known; a line that has nothing to say is left out, but for the cases."""
    lines = [(phrases.say("pattern_cases"), _cases(past, phrases, words))]
    if past.orders:
        lines.append((phrases.say("pattern_orders"), phrases.say("pattern_orders_said", count=past.orders)))
    if past.refunds:
        amounts = phrases.join([phrases.money_in(amount, past.refunded) for amount in past.refunded])
        lines.append(
            (phrases.say("pattern_refunds"), phrases.say("pattern_refunds_said", count=past.refunds, amounts=amounts))
        )
    lines += [(phrases.say("pattern_photos"), said) for said in _photos(past, exhibits, phrases)]
    return tuple(lines)


def _cases(past: BuyerPast, phrases: Phrases, words: Words) -> str:
    if not past.cases:
        return phrases.say("pattern_none")
    counts = Counter(case.problem for case in past.cases)
    times = "×" if phrases.language == "zh" else " × "
    problems = [f"{words.word(problem, phrases.language)}{times}{count}" for problem, count in counts.most_common()]
    days = [phrases.at(case.opened_at)[:10] for case in past.cases]
    first, last = min(days), max(days)
    told = first if first == last else phrases.say("pattern_days", first=first, last=last)
    return phrases.say("pattern_cases_said", count=len(past.cases), problems=phrases.join(problems), days=told)


def _photos(past: BuyerPast, exhibits: Sequence[ExhibitPage], phrases: Phrases) -> list[str]:
    """Which exhibits stand in which earlier case; of other buyers' cases only how many, and only of the same file."""
    numbers: dict[int, list[int]] = {}
    for exhibit in exhibits:
        for evidence_id in {exhibit.asked_id, *(file.id for file in exhibit.files)}:
            numbers.setdefault(evidence_id, []).append(exhibit.number)
    own: dict[tuple[str, str, bool], set[int]] = {}
    others: dict[int, int] = {}
    for seen in past.photos:
        shown = numbers.get(seen.evidence_id, [])
        if seen.case_number:
            own.setdefault((seen.case_number, phrases.at(seen.opened_at)[:10], seen.exact), set()).update(shown)
        elif seen.exact:
            for number in shown:
                others[number] = others.get(number, 0) + 1
    said = [
        phrases.say(
            "pattern_photo_same" if exact else "pattern_photo_alike",
            numbers=phrases.exhibits(found), case=case, day=day,
        )
        for (case, day, exact), found in own.items()
        if found
    ]  # fmt: skip
    said += [
        phrases.say("pattern_photo_other", numbers=number, count=count) for number, count in sorted(others.items())
    ]
    more = len(said) - _MOST_SAID
    return [*said[:_MOST_SAID], phrases.say("pattern_photo_more", count=more)] if more > 0 else said
