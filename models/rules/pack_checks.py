"""The check of a pack at load: references, cycles, reach, answers, words, expressions, sources, its own tests."""

from __future__ import annotations

from collections.abc import Iterable

from models.rules.deadlines import whole
from models.rules.expressions import ExpressionError
from models.rules.pack_citations import citations
from models.rules.pack_expressions import written
from models.rules.pack_parts import Node
from models.rules.pack_problems import PackProblem
from models.rules.pack_references import references
from models.rules.pack_tables import table_problems
from models.rules.pack_words import wrong_words
from models.rules.packs import Pack
from models.rules.worked import check_case

__all__ = ["PackProblem", "check_pack"]
_EXPRESSIONS = 4_000


def check_pack(pack: Pack, *, run_tests: bool = True) -> tuple[PackProblem, ...]:
    """Every problem found; empty for a sound pack. Codes: `reference`, `cycle`, `unreachable`, `unanswered`,
    `expression`, `uncited`, `not_editable`, `no_review`, `word`, `double_name`, `circular_name`, `table_gap`,
    `table_overlap`, `no_tests`, `test`, `pack_too_large`."""
    problems = [*references(pack), *wrong_words(pack)]
    if not problems:
        problems += [*_cycles(pack), *_reach(pack), *_answers(pack)]
    problems += [*citations(pack), *_doubles(pack), *_expressions(pack)]
    if any(problem.code == "pack_too_large" for problem in problems):
        return tuple(problems)
    problems += [*_circular(pack), *table_problems(pack)]
    if not pack.tests:
        problems.append(PackProblem("no_tests", "tests"))
    if run_tests and not problems:
        problems += _tests(pack)
    return tuple(problems)


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


def _doubles(pack: Pack) -> Iterable[PackProblem]:
    """Names that mean two things in expressions."""
    seen: set[str] = {"now"} - set(pack.facts)
    for section in (pack.facts, pack.constants, pack.formulas, pack.deadlines):
        yield from (PackProblem("double_name", name) for name in section if name in seen)
        seen |= set(section)


def _expressions(pack: Pack) -> Iterable[PackProblem]:
    texts = {text: where for where, text in written(pack) if text}
    if len(texts) > _EXPRESSIONS:
        yield PackProblem("pack_too_large", "expressions", str(len(texts)))
        return
    for text, where in texts.items():
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
        *((d.id, text) for d in pack.deadlines.values() for text in (d.event, d.n, d.extra_days, d.anchor)),
    ):
        if text and whole(text) is None:
            try:
                needs.setdefault(name, set()).update(pack.expression(text).symbols)
            except ExpressionError:
                continue
    # Names nothing circular hangs on fall away one after another; what is left goes in circles or hangs on a circle.
    waiting = {name: {each for each in direct if each in needs} for name, direct in needs.items()}
    used_by: dict[str, list[str]] = {}
    for name, direct in waiting.items():
        for each in direct:
            used_by.setdefault(each, []).append(name)
    free = [name for name, direct in waiting.items() if not direct]
    while free:
        name = free.pop()
        for user in used_by.get(name, ()):
            waiting[user].discard(name)
            if not waiting[user]:
                free.append(user)
    yield from (PackProblem("circular_name", name) for name, direct in waiting.items() if direct)


def _tests(pack: Pack) -> list[PackProblem]:
    problems: list[PackProblem] = []
    for test in pack.tests:
        verdict = check_case({"id": test.id, "facts": test.facts, "expect": test.expect}, (pack,))
        problems.extend(PackProblem("test", f"tests.{test.id}", difference) for difference in verdict.differences)
    return problems
