"""The walk through the nodes of one pack: what was answered, what is still open, and the outcome reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from models.rules.conclusion import Answer, KnownFact, Question, TraceEntry
from models.rules.environment import Environment
from models.rules.expressions import PackError
from models.rules.pack_parts import Choice, EvidenceUse, Node, Text
from models.rules.packs import Pack
from models.rules.values import UNKNOWN

_STEP_LIMIT: Final = 500


@dataclass(slots=True)
class Walked:
    """Where a walk came to. `provisional` when it went on past an open question."""

    answered: list[tuple[Node, object, Choice | None]] = field(default_factory=list)
    open_nodes: list[tuple[Node, str]] = field(default_factory=list)
    quiet_facts: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    trace: list[TraceEntry] = field(default_factory=list)
    evidence: list[EvidenceUse] = field(default_factory=list)
    outcome: str = ""
    provisional: bool = False
    stopped_at: str = ""


def walk(pack: Pack, env: Environment) -> Walked:
    """Follow the nodes from the start as far as the known facts lead."""
    found = Walked()
    name = pack.start
    for _ in range(_STEP_LIMIT):
        node = pack.nodes[name]
        found.evidence.extend(node.evidence)
        if node.kind == "outcome":
            found.outcome = node.outcome
            found.trace.append(TraceEntry(pack.id, node.id, "", node.outcome, _tag(pack, node.source)))
            return found
        following = {"question": _question, "switch": _switch, "collect": _collect}[node.kind](pack, env, node, found)
        if not following:
            found.stopped_at = node.id
            return found
        name = following
    raise PackError("pack_cycle", pack=pack.id, name=name)


def _question(pack: Pack, env: Environment, node: Node, found: Walked) -> str:
    value = env.resolve(node.fact)
    asked = env.asked(node.fact)
    if value is UNKNOWN and not asked:
        if node.quiet:
            found.unasked.append(node.fact)
        else:
            found.open_nodes.append((node, node.fact))
            found.provisional = True
        return node.unknown
    choice = _chosen(env, node, None if value is UNKNOWN else value)
    if choice is None:
        # "cannot be told", and the question has no card for it: go on where an open question would, or stop here
        found.quiet_facts.append(node.fact)
        found.provisional = True
        return node.unknown
    if not node.quiet:
        found.answered.append((node, None if value is UNKNOWN else value, choice))
    shown = None if value is UNKNOWN else value
    found.trace.append(
        TraceEntry(pack.id, node.id, node.fact, shown, _tag(pack, node.source), node.fact in env.assumed)
    )
    return choice.next


def _chosen(env: Environment, node: Node, value: object) -> Choice | None:
    for choice in node.answers:
        if choice.has_value:
            if type(choice.value) is type(value) and choice.value == value:
                return choice
        elif value is not None and (not choice.when or env.holds(choice.when, f"nodes.{node.id}") is True):
            return choice
    return None


def _switch(pack: Pack, env: Environment, node: Node, found: Walked) -> str:
    for case in node.cases:
        holds = env.holds(case.when, f"nodes.{node.id}")
        if holds is None:
            _ask(pack, env, env.missing(case.when, f"nodes.{node.id}"), node, found)
            return node.unknown
        if holds:
            found.trace.append(TraceEntry(pack.id, node.id, "", case.when, _tag(pack, node.source)))
            return case.next
    found.trace.append(TraceEntry(pack.id, node.id, "", "else", _tag(pack, node.source)))
    return node.otherwise


def _collect(pack: Pack, env: Environment, node: Node, found: Walked) -> str:
    missing = [fact for fact in node.facts if env.resolve(fact) is UNKNOWN]
    for fact in node.facts:
        if fact not in missing and env.given(fact):
            found.answered.append((asking_node(pack, fact), env.resolve(fact), None))
    if not missing:
        return node.otherwise
    _ask(pack, env, tuple(missing), node, found)
    open_ones = [fact for fact in missing if not env.asked(fact)]
    return node.unknown if open_ones else (node.unknown or node.otherwise)


def _ask(pack: Pack, env: Environment, facts: tuple[str, ...], node: Node, found: Walked) -> None:
    if node.quiet:
        found.unasked.extend(env.leaves(facts))
        return
    found.provisional = True
    for fact in facts:
        if fact in pack.facts and not env.asked(fact):
            found.open_nodes.append((asking_node(pack, fact), fact))
        else:
            found.quiet_facts.append(fact)


def asking_node(pack: Pack, fact: str) -> Node:
    """The question node of a fact, or a plain one made from the fact's own label."""
    for node in pack.nodes.values():
        if node.kind == "question" and node.fact == fact:
            return node
    spec = pack.facts[fact]
    return Node(f"fact_{fact}", "question", fact=fact, ask=spec.label, help=spec.help)


def question_of(pack: Pack, env: Environment, node: Node, tag: str) -> Question:
    """The question as it is shown, with its answer cards and the known facts beside it."""
    spec = pack.facts[node.fact]
    answers: list[Answer] = []
    if spec.type in ("bool", "enum"):
        valued = {choice.value: choice for choice in node.answers if choice.has_value}
        values: list[str | bool | None] = list(valued)
        if not any(isinstance(value, bool | str) for value in values):
            values = [True, False] if spec.type == "bool" else list(spec.words)
        for each in values:
            choice = valued.get(each)
            label = choice.label if choice is not None and choice.label else _word(spec.words, each)
            answers.append(Answer(each, label, choice.hint if choice else Text(), choice.effect if choice else Text()))
    known = tuple(
        KnownFact(name, pack.facts[name].label, value, pack.facts[name].words.get(str(value), Text()))
        for name in node.shows
        if (value := env.resolve(name)) is not UNKNOWN and value is not None
    )
    return Question(
        node.fact, spec.type, node.ask, node.help, node.affects, tuple(answers), known, tag, pack.id, node.id
    )


def _word(words: object, value: str | bool | None) -> Text:
    if isinstance(value, bool):
        return Text("是", "Yes") if value else Text("否", "No")
    if value is None:
        return Text("还说不准", "Cannot be told yet")
    found = words.get(value) if isinstance(words, dict) else None
    return found if isinstance(found, Text) else Text(value, value)


def remaining(pack: Pack, env: Environment, found: Walked) -> int:
    """At most how many questions may still come, on the longest way from the first open one."""
    if not found.open_nodes:
        return 0
    start = found.stopped_at
    for node, _ in found.open_nodes:
        if node.id in pack.nodes:
            start = node.id
            break
    return max(_longest(pack, env, start), len(found.open_nodes))


def _longest(pack: Pack, env: Environment, start: str) -> int:
    """The most unanswered questions on any way from a node; without recursion, for packs of others may be deep."""
    counted: dict[str, int] = {}
    todo = [start] if start in pack.nodes else []
    entered: set[str] = set()
    while todo:
        name = todo[-1]
        node = pack.nodes[name]
        following = [each for each in node.follows() if each not in counted and each not in entered]
        if following and name not in entered:
            entered.add(name)
            todo.extend(following)
            continue
        todo.pop()
        own = int(node.kind == "question" and not node.quiet and env.resolve(node.fact) is UNKNOWN)
        own += sum(1 for fact in node.facts if env.resolve(fact) is UNKNOWN)
        counted[name] = own + max((counted.get(each, 0) for each in node.follows()), default=0)
    return counted.get(start, 0)


def _tag(pack: Pack, source: str) -> str:
    return f"{pack.id}:{source}" if source else ""
