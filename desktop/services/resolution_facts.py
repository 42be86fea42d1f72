"""The facts a wizard shows and asks for: their names, types and words as the packs declare them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from models.rules.case_facts import Told
from models.rules.conclusion import Conclusion, RemedyOffer
from models.rules.pack_parts import NO_TEXT, Text
from models.rules.packs import Pack


@dataclass(frozen=True, slots=True)
class FactField:
    """How a fact is called and what it may hold. `type` is a fact type of the packs, `words` those of an enum.

    `origin` says where a known one comes from (see `models.rules.case_facts.Told`), empty for the others.
    `none_known`: the value None says "there is none" instead of "nobody can tell".
    """

    fact: str
    type: str
    label: Text
    help: Text = NO_TEXT
    words: Mapping[str, Text] = field(default_factory=dict)
    origin: str = ""
    none_known: bool = False


NOTHING_TOLD: Final[Mapping[str, Told]] = {}


def offers_of(conclusion: Conclusion) -> tuple[RemedyOffer, ...]:
    """Everything that can be chosen, in order; the refusal last."""
    return (*conclusion.remedies, *((conclusion.refusal,) if conclusion.refusal else ()))


def fields_of(
    packs: Sequence[Pack], known: Iterable[str], conclusion: Conclusion, told: Mapping[str, Told] = NOTHING_TOLD
) -> Mapping[str, FactField]:
    """The facts in sight: known ones, asked ones, those an amount or a clock still waits for, those not asked for."""
    wanted = dict.fromkeys(("case_type", *known))
    wanted |= dict.fromkeys(asked.question.fact for asked in conclusion.asked)
    wanted |= dict.fromkeys(question.fact for question in conclusion.open_questions)
    shown = (*(asked.question for asked in conclusion.asked), *conclusion.open_questions)
    wanted |= dict.fromkeys(fact.fact for question in shown for fact in question.known)
    for offer in offers_of(conclusion):
        wanted |= dict.fromkeys(offer.missing)
    for clock in conclusion.clocks:
        wanted |= dict.fromkeys((*clock.unknown, clock.event))
    wanted |= dict.fromkeys((*conclusion.unknown, *conclusion.unasked))
    assumed = {entry.fact for entry in conclusion.trace if entry.assumed}
    found = {}
    for fact in wanted:
        origin = told[fact].origin if fact in told else "assumed" if fact in assumed else ""
        field = field_of(packs, fact, told[fact].value if fact in told else None, origin)
        if field is not None:
            found[fact] = field
    return found


def field_of(packs: Sequence[Pack], fact: str, value: object = None, origin: str = "") -> FactField | None:
    """How the packs declare a fact; the declaration that fits the value where they differ. None where none has it."""
    specs = [pack.facts[fact] for pack in packs if fact in pack.facts]
    if not specs:
        return None
    spec = next((each for each in specs if (each.type == "bool") == isinstance(value, bool)), specs[0])
    if value is None:
        spec = specs[0]
    words: dict[str, Text] = {}
    for each in specs:
        words = {**each.words, **words}
    return FactField(fact, spec.type, spec.label, spec.help, words, origin, spec.null_known)
