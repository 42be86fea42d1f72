"""The check that every id a pack names is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.rules.pack_problems import PackProblem
from models.rules.packs import Pack


def references(pack: Pack) -> Iterable[PackProblem]:
    """Ids that name nothing of the pack."""

    def known(where: str, names: Iterable[str], there: Mapping[str, object]) -> Iterable[PackProblem]:
        return [PackProblem("reference", where, name) for name in names if name not in there]

    yield from known("start", (pack.start,), pack.nodes)
    for node in pack.nodes.values():
        where = f"nodes.{node.id}"
        yield from known(where, node.follows(), pack.nodes)
        yield from known(where, (node.fact,) if node.kind == "question" else (), pack.facts)
        yield from known(where, (*node.facts, *node.shows), pack.facts)
        yield from known(where, (each.id for each in node.evidence), pack.evidence)
        yield from known(where, (node.outcome,) if node.kind == "outcome" else (), pack.outcomes)
        yield from known(where, _named((node.source,)), pack.sources)
    for outcome in pack.outcomes.values():
        where = f"outcomes.{outcome.id}"
        yield from known(where, outcome.sources, pack.sources)
        yield from known(where, (each.id for each in outcome.remedies), pack.remedies)
        yield from known(where, _named(each.amount for each in outcome.remedies), pack.formulas)
        yield from known(where, (step for each in outcome.remedies for step in each.steps), pack.steps)
        yield from known(where, _named(each.script for each in outcome.remedies), pack.scripts)
        yield from known(where, (each.id for each in outcome.amounts), pack.formulas)
        yield from known(where, (each.id for each in outcome.deadlines), pack.deadlines)
        yield from known(where, (each.id for each in outcome.evidence), pack.evidence)
        yield from known(where, (each.id for each in outcome.registers), pack.registers)
        yield from known(where, (each.id for each in outcome.steps), pack.steps)
        yield from known(where, (each.id for each in outcome.refuses), pack.remedies)
        yield from known(where, outcome.exposures, pack.exposures)
        yield from known(where, _named((outcome.script, outcome.remark)), pack.scripts)
        yield from known(where, _named(each.table for each in outcome.results), pack.tables)
    for rule in pack.deadlines.values():
        yield from known(f"deadlines.{rule.id}", (rule.event,), pack.facts | pack.deadlines)  # type: ignore[operator]
        yield from known(f"deadlines.{rule.id}", _named((rule.source,)), pack.sources)
    for step in pack.steps.values():
        yield from known(f"steps.{step.id}", step.after, pack.steps)
    for remedy in pack.remedies.values():
        yield from known(f"remedies.{remedy.id}", remedy.steps, pack.steps)
    amounts = {**pack.formulas, **pack.facts, **pack.constants}
    moments = {**pack.facts, **pack.deadlines}
    for exposure in pack.exposures.values():
        money = (exposure.money,) if exposure.money.isidentifier() else ()
        yield from known(f"exposures.{exposure.id}", money, amounts)
        yield from known(f"exposures.{exposure.id}", _named((exposure.source,)), pack.sources)
        yield from known(f"exposures.{exposure.id}", _named((exposure.ban_from,)), moments)
    for register in pack.registers.values():
        yield from known(f"registers.{register.id}", _named((register.amount,)), amounts)
    for constant in pack.constants.values():
        yield from known(f"constants.{constant.id}", _named((constant.source,)), pack.sources)
    for formula in pack.formulas.values():
        yield from known(f"formulas.{formula.id}", _named((formula.source,)), pack.sources)
    for table in pack.tables.values():
        yield from known(f"tables.{table.id}", _named(row.source for row in table.rows), pack.sources)
    yield from known("always", (each.id for each in pack.always), pack.outcomes)


def _named(names: Iterable[str]) -> Iterable[str]:
    """Those of optional names that are given."""
    return (name for name in names if name)
