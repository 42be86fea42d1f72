"""The check of a pack at load: references, cycles, reach, answers, expressions, sources and the pack's own tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.kinds import Flag, RegisterKind, Role
from models.rules.deadlines import COUNTS
from models.rules.expressions import ExpressionError
from models.rules.pack_parts import Node
from models.rules.packs import Pack
from models.rules.parties import PARTIES, REMEDY_KINDS
from models.rules.worked import check_case


@dataclass(frozen=True, slots=True)
class PackProblem:
    """What is wrong with a pack: a stable code, where, and the name concerned."""

    code: str
    where: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.code} at {self.where}" + (f": {self.name}" if self.name else "")


def check_pack(pack: Pack, *, run_tests: bool = True) -> tuple[PackProblem, ...]:
    """Every problem found; empty for a sound pack. Codes: `reference`, `cycle`, `unreachable`, `unanswered`,
    `expression`, `uncited`, `word`, `double_name`, `circular_name`, `test`."""
    problems = [*_references(pack), *_words(pack)]
    if not problems:
        problems += [*_cycles(pack), *_reach(pack), *_answers(pack)]
    problems += [*_citations(pack), *_doubles(pack), *_expressions(pack), *_circular(pack)]
    if run_tests and not problems:
        problems += _tests(pack)
    return tuple(problems)


def _references(pack: Pack) -> Iterable[PackProblem]:
    def known(where: str, names: Iterable[str], there: Mapping[str, object]) -> Iterable[PackProblem]:
        return [PackProblem("reference", where, name) for name in names if name and name not in there]

    yield from known("start", (pack.start,), pack.nodes)
    for node in pack.nodes.values():
        where = f"nodes.{node.id}"
        yield from known(where, node.follows(), pack.nodes)
        yield from known(where, (node.fact, *node.facts, *node.shows), pack.facts)
        yield from known(where, (each.id for each in node.evidence), pack.evidence)
        yield from known(where, (node.outcome,), pack.outcomes)
        yield from known(where, (node.source,), pack.sources)
    for outcome in pack.outcomes.values():
        where = f"outcomes.{outcome.id}"
        yield from known(where, outcome.sources, pack.sources)
        yield from known(where, (each.id for each in outcome.remedies), pack.remedies)
        yield from known(where, (each.amount for each in outcome.remedies), pack.formulas)
        yield from known(where, (step for each in outcome.remedies for step in each.steps), pack.steps)
        yield from known(where, (each.script for each in outcome.remedies), pack.scripts)
        yield from known(where, (each.id for each in outcome.amounts), pack.formulas)
        yield from known(where, (each.id for each in outcome.deadlines), pack.deadlines)
        yield from known(where, (each.id for each in outcome.evidence), pack.evidence)
        yield from known(where, (each.id for each in outcome.registers), pack.registers)
        yield from known(where, (each.id for each in outcome.steps), pack.steps)
        yield from known(where, outcome.exposures, pack.exposures)
        yield from known(where, (outcome.script, outcome.remark), pack.scripts)
        yield from known(where, (each.table for each in outcome.results), pack.tables)
    for rule in pack.deadlines.values():
        yield from known(f"deadlines.{rule.id}", (rule.event,), pack.facts | pack.deadlines)  # type: ignore[operator]
        yield from known(f"deadlines.{rule.id}", (rule.source,), pack.sources)
    for step in pack.steps.values():
        yield from known(f"steps.{step.id}", step.after, pack.steps)
    for remedy in pack.remedies.values():
        yield from known(f"remedies.{remedy.id}", remedy.steps, pack.steps)
    for exposure in pack.exposures.values():
        yield from known(f"exposures.{exposure.id}", (exposure.money,), pack.formulas | pack.constants)  # type: ignore[operator]
        yield from known(f"exposures.{exposure.id}", (exposure.source,), pack.sources)
    for constant in pack.constants.values():
        yield from known(f"constants.{constant.id}", (constant.source,), pack.sources)
    for formula in pack.formulas.values():
        yield from known(f"formulas.{formula.id}", (formula.source,), pack.sources)
    for table in pack.tables.values():
        yield from known(f"tables.{table.id}", (row.source for row in table.rows), pack.sources)
    yield from known("always", (each.id for each in pack.always), pack.outcomes)


def _words(pack: Pack) -> Iterable[PackProblem]:
    for outcome in pack.outcomes.values():
        for party in (outcome.liable, outcome.liable_to_buyer, outcome.recourse):
            if party and party not in PARTIES:
                yield PackProblem("word", f"outcomes.{outcome.id}", party)
        if outcome.flag and outcome.flag not in {flag.value for flag in Flag}:
            yield PackProblem("word", f"outcomes.{outcome.id}", outcome.flag)
    for rule in pack.deadlines.values():
        if rule.who not in PARTIES or rule.count not in COUNTS or rule.output not in ("moment", "day"):
            yield PackProblem("word", f"deadlines.{rule.id}", rule.who)
    for remedy in pack.remedies.values():
        if remedy.kind not in REMEDY_KINDS:
            yield PackProblem("word", f"remedies.{remedy.id}", remedy.kind)
    for step in pack.steps.values():
        if step.role not in {role.value for role in Role}:
            yield PackProblem("word", f"steps.{step.id}", step.role)
    for register in pack.registers.values():
        if register.kind and register.kind not in {kind.value for kind in RegisterKind}:
            yield PackProblem("word", f"registers.{register.id}", register.kind)


def _cycles(pack: Pack) -> Iterable[PackProblem]:
    state: dict[str, int] = {}
    for name in pack.nodes:
        stack: list[tuple[str, bool]] = [(name, False)]
        while stack:
            current, leaving = stack.pop()
            if leaving:
                state[current] = 2
                continue
            if state.get(current):
                continue
            state[current] = 1
            stack.append((current, True))
            for following in pack.nodes[current].follows():
                if state.get(following) == 1:
                    return [PackProblem("cycle", f"nodes.{current}", following)]
                stack.append((following, False))
    return []


def _reach(pack: Pack) -> Iterable[PackProblem]:
    seen: set[str] = set()
    todo = [pack.start]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(pack.nodes[name].follows())
    outcomes = {node.outcome for name, node in pack.nodes.items() if name in seen} | {each.id for each in pack.always}
    yield from (PackProblem("unreachable", f"nodes.{name}") for name in pack.nodes if name not in seen)
    yield from (PackProblem("unreachable", f"outcomes.{name}") for name in pack.outcomes if name not in outcomes)


def _answers(pack: Pack) -> Iterable[PackProblem]:
    for node in pack.nodes.values():
        if node.kind == "question":
            yield from _question_answers(pack, node)


def _question_answers(pack: Pack, node: Node) -> Iterable[PackProblem]:
    spec = pack.facts[node.fact]
    values = {choice.value for choice in node.answers if choice.has_value}
    catch_all = any(not choice.has_value and not choice.when for choice in node.answers)
    expected: set[str | bool] = (
        set(spec.words) if spec.type == "enum" else ({True, False} if spec.type == "bool" else set())
    )
    where = f"nodes.{node.id}"
    for value in values:
        if value is not None and (type(value) is not bool if spec.type == "bool" else value not in expected):
            yield PackProblem("unanswered", where, f"{value} is not a value of {node.fact}")
    if catch_all:
        return
    for value in sorted(expected - values, key=str):
        yield PackProblem("unanswered", where, str(value))
    if not expected:
        yield PackProblem("unanswered", where, "no answer for every value")


def _citations(pack: Pack) -> Iterable[PackProblem]:
    cited = [
        *((f"constants.{each.id}", each.source) for each in pack.constants.values()),
        *((f"formulas.{each.id}", each.source) for each in pack.formulas.values()),
        *((f"deadlines.{each.id}", each.source) for each in pack.deadlines.values()),
        *((f"exposures.{each.id}", each.source) for each in pack.exposures.values()),
    ]
    yield from (PackProblem("uncited", where) for where, source in cited if not source)
    yield from (PackProblem("uncited", f"outcomes.{o.id}") for o in pack.outcomes.values() if not o.sources)


def _doubles(pack: Pack) -> Iterable[PackProblem]:
    """Names that mean two things in expressions."""
    seen: set[str] = {"now"} - set(pack.facts)
    for section in (pack.facts, pack.constants, pack.formulas, pack.deadlines):
        yield from (PackProblem("double_name", name) for name in section if name in seen)
        seen |= set(section)


def _written(pack: Pack) -> Iterable[tuple[str, str]]:
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
        for text in (rule.when, rule.anchor, *(x for x in (rule.n, rule.extra_days) if not x.lstrip("-").isdigit())):
            yield f"deadlines.{rule.id}", text
    for spec_ in pack.remedies.values():
        for text in (spec_.goods, spec_.refund, spec_.compensation):
            yield f"remedies.{spec_.id}", text
    for exposure in pack.exposures.values():
        yield f"exposures.{exposure.id}", exposure.when
        yield f"exposures.{exposure.id}", exposure.points
    for check in pack.checks:
        yield f"checks.{check.id}", check.when
    for each in pack.always:
        yield "always", each.when
    for outcome in pack.outcomes.values():
        where = f"outcomes.{outcome.id}"
        guards = (*outcome.amounts, *outcome.deadlines, *outcome.registers, *outcome.steps)
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


def _expressions(pack: Pack) -> Iterable[PackProblem]:
    for where, text in _written(pack):
        if text:
            try:
                pack.expression(text, where)
            except ExpressionError as error:
                yield PackProblem("expression", where, f"{error.code}: {text}")


def _circular(pack: Pack) -> Iterable[PackProblem]:
    """Names that depend on themselves through derived facts, formulas and deadlines."""
    needs: dict[str, set[str]] = {}
    for name, text in (
        *((spec.id, spec.derive) for spec in pack.facts.values()),
        *((f.id, text) for f in pack.formulas.values() for text in (f.expr, f.floor, f.cap)),
        *((d.id, text) for d in pack.deadlines.values() for text in (d.event, d.n, d.extra_days)),
    ):
        if text and not text.lstrip("-").isdigit():
            try:
                needs.setdefault(name, set()).update(pack.expression(text).symbols)
            except ExpressionError:
                continue
    for start, direct in needs.items():
        seen: set[str] = set()
        todo = list(direct)
        while todo:
            name = todo.pop()
            if name == start:
                yield PackProblem("circular_name", start)
                break
            if name not in seen:
                seen.add(name)
                todo.extend(needs.get(name, ()))


def _tests(pack: Pack) -> list[PackProblem]:
    problems: list[PackProblem] = []
    for test in pack.tests:
        verdict = check_case({"id": test.id, "facts": test.facts, "expect": test.expect}, (pack,))
        problems.extend(PackProblem("test", f"tests.{test.id}", difference) for difference in verdict.differences)
    return problems
