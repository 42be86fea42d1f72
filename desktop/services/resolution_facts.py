"""The facts a wizard shows and asks for: their names, types and words as the packs declare them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.rules.conclusion import Conclusion, RemedyOffer
from models.rules.pack_parts import NO_TEXT, Text
from models.rules.packs import Pack


@dataclass(frozen=True, slots=True)
class FactField:
    """How a fact is called and what it may hold. `type` is a fact type of the packs, `words` those of an enum."""

    fact: str
    type: str
    label: Text
    help: Text = NO_TEXT
    words: Mapping[str, Text] = field(default_factory=dict)


def offers_of(conclusion: Conclusion) -> tuple[RemedyOffer, ...]:
    """Everything that can be chosen, in order; the refusal last."""
    return (*conclusion.remedies, *((conclusion.refusal,) if conclusion.refusal else ()))


def fields_of(packs: Sequence[Pack], known: Iterable[str], conclusion: Conclusion) -> Mapping[str, FactField]:
    """The facts in sight: known ones, asked ones, and those an amount or a clock still waits for."""
    wanted = dict.fromkeys(known)
    wanted |= dict.fromkeys(asked.question.fact for asked in conclusion.asked)
    wanted |= dict.fromkeys(question.fact for question in conclusion.open_questions)
    for offer in offers_of(conclusion):
        wanted |= dict.fromkeys(offer.missing)
    for clock in conclusion.clocks:
        wanted |= dict.fromkeys((*clock.unknown, clock.event))
    found = {}
    for fact in wanted:
        spec = next((pack.facts[fact] for pack in packs if fact in pack.facts), None)
        if spec is not None:
            found[fact] = FactField(fact, spec.type, spec.label, spec.help, spec.words)
    return found
