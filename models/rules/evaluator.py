"""The door of the rules: facts of a case and the packs that apply, to a conclusion. Pure; a few milliseconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from models.rules.assembly import PackResult, assemble
from models.rules.conclusion import Conclusion, Question
from models.rules.environment import Environment
from models.rules.expressions import PackError
from models.rules.merging import merge
from models.rules.packs import Pack
from models.rules.walk import asking_node, question_of, walk

DEMAND: Final = "buyer_demand"
"""The fact that says what the buyer asked for, in the words of `models.kinds.Demand`; it only orders rights."""


def evaluate(packs: Sequence[Pack], facts: Mapping[str, object], *, now: datetime | None) -> Conclusion:
    """What the packs conclude from the facts known so far.

    `facts` maps fact ids to values: absent is not known yet, None is asked and cannot be told. Facts a pack does not
    declare are not read by it. `now` None means the present is not known, and what hangs on it stays open.
    UserError `fact_invalid` when a value does not fit its type; PackError when a pack is broken.
    """
    if now is not None and now.tzinfo is None:
        raise ValueError("a time without a zone")
    demand = facts.get(DEMAND)
    today = now.date() if now is not None else None
    return merge((_one(pack, facts, now) for pack in packs), today, demand if isinstance(demand, str) else "")


def _one(pack: Pack, facts: Mapping[str, object], now: datetime | None) -> PackResult:
    env = Environment(pack, facts, now)
    try:
        return assemble(pack, env, walk(pack, env))
    except RecursionError as error:
        raise PackError("pack_too_deep", pack=pack.id) from error


def question_for(
    packs: Sequence[Pack], fact: str, facts: Mapping[str, object], *, now: datetime | None
) -> Question | None:
    """The question of one fact, asked out of turn (an amount a remedy still needs); None where no pack knows it."""
    for pack in packs:
        if fact in pack.facts:
            node = asking_node(pack, fact)
            return question_of(
                pack, Environment(pack, facts, now), node, f"{pack.id}:{node.source}" if node.source else ""
            )
    return None


@dataclass(frozen=True, slots=True)
class Walk:
    """One run of the wizard: the packs it uses and the facts answered so far. Every step gives a new one."""

    packs: tuple[Pack, ...]
    facts: Mapping[str, object]

    def answer(self, fact: str, value: object) -> Walk:
        """With one more fact; None is "cannot be told"."""
        return replace(self, facts={**self.facts, fact: value})

    def forget(self, fact: str) -> Walk:
        """With a fact open again."""
        return replace(self, facts={name: value for name, value in self.facts.items() if name != fact})

    def evaluate(self, now: datetime | None) -> Conclusion:
        """The conclusion at this point."""
        return evaluate(self.packs, self.facts, now=now)
