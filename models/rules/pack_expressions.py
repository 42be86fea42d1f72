"""Every expression a pack is written with, and its place."""

from __future__ import annotations

from collections.abc import Iterable

from models.rules.deadlines import whole
from models.rules.packs import Pack


def written(pack: Pack) -> Iterable[tuple[str, str]]:
    """Every expression of the pack with its place."""
    for spec in pack.facts.values():
        yield f"facts.{spec.id}", spec.derive
    for node in pack.nodes.values():
        for choice in (*node.answers, *node.cases):
            yield f"nodes.{node.id}", choice.when
        for use in node.evidence:
            yield f"nodes.{node.id}", use.when
    for table in pack.tables.values():
        for row in table.rows:
            yield f"tables.{table.id}", row.when
    for formula in pack.formulas.values():
        for text in (formula.expr, formula.floor, formula.cap):
            yield f"formulas.{formula.id}", text
    for rule in pack.deadlines.values():
        for text in (rule.when, rule.anchor, *(x for x in (rule.n, rule.extra_days) if whole(x) is None)):
            yield f"deadlines.{rule.id}", text
    for spec_ in pack.remedies.values():
        for text in (spec_.goods, spec_.refund, spec_.compensation):
            yield f"remedies.{spec_.id}", text
    for exposure in pack.exposures.values():
        yield f"exposures.{exposure.id}", exposure.when
        numbers = (
            exposure.points, exposure.points_before, exposure.node_every, exposure.node_money, exposure.node_ban_days,
            exposure.money,
        )  # fmt: skip
        yield from ((f"exposures.{exposure.id}", text) for text in numbers if whole(text) is None)
    for check in pack.checks:
        yield f"checks.{check.id}", check.when
    for each in pack.always:
        yield "always", each.when
    for outcome in pack.outcomes.values():
        where = f"outcomes.{outcome.id}"
        guards = (*outcome.amounts, *outcome.deadlines, *outcome.registers, *outcome.steps, *outcome.refuses)
        yield from ((where, guard.when) for guard in guards)
        yield from ((where, remedy.when) for remedy in outcome.remedies)
        yield from ((where, use.when) for use in outcome.evidence)
        for result in outcome.results:
            yield where, result.expr
            yield where, result.when
        for _text, when in outcome.warnings:
            yield where, when
        for text in outcome.shares.values():
            yield where, text
        for payer in outcome.postage.values():
            yield where, payer if any(mark in payer for mark in " '") else ""
