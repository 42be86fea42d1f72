"""What one pack says of a case: its outcome worked out into remedies, clocks, evidence, registers and results."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final

from models.kinds import RegisterKind, Remedy, Role
from models.money import Money
from models.rules.checklist import strongest
from models.rules.conclusion import (
    ClockPlan,
    EvidenceNeed,
    ExposureView,
    RegisterPlan,
    RemedyOffer,
    StepPlan,
    Warned,
)
from models.rules.environment import Environment
from models.rules.exposures import exposure_of
from models.rules.pack_parts import DeadlineRule, Guarded, Outcome, RemedyUse, ResultUse, Table, Text
from models.rules.packs import Pack
from models.rules.parties import waiting_on
from models.rules.true_cost import cost_of
from models.rules.values import UNKNOWN
from models.rules.walk import Walked

_REFUSAL: Final = "refuse"


@dataclass(slots=True)
class PackResult:
    """The findings of one pack, before the layers are merged."""

    pack: Pack
    env: Environment
    walked: Walked
    outcomes: list[Outcome] = field(default_factory=list)
    remedies: list[RemedyOffer] = field(default_factory=list)
    refusal: RemedyOffer | None = None
    refused: list[str] = field(default_factory=list)
    postage: dict[str, str] = field(default_factory=dict)
    steps: list[StepPlan] = field(default_factory=list)
    clocks: list[ClockPlan] = field(default_factory=list)
    evidence: dict[str, EvidenceNeed] = field(default_factory=dict)
    registers: list[RegisterPlan] = field(default_factory=list)
    amounts: dict[str, Money | Decimal] = field(default_factory=dict)
    results: dict[str, object] = field(default_factory=dict)
    exposures: list[ExposureView] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    silent: bool = False

    def tag(self, source: str) -> str:
        """The tag of a source of this pack, noted as used."""
        if not source:
            return ""
        found = f"{self.pack.id}:{source}"
        if found not in self.tags:
            self.tags.append(found)
        return found


def assemble(pack: Pack, env: Environment, walked: Walked) -> PackResult:
    """Work out the outcome a walk came to, and those that stand beside every walk."""
    found = PackResult(pack, env, walked)
    found.unknown.extend(walked.quiet_facts)
    for check in pack.checks:
        if env.holds(check.when, f"checks.{check.id}") is True:
            found.errors.append(check.id)
            found.warnings.append(Warned(check.id, check.label))
    if found.errors:
        found.results["error"] = found.errors[0]
        return found
    found.silent = bool(walked.outcome) and _says_nothing(pack.outcomes[walked.outcome])
    if not found.silent:
        for entry in walked.trace:
            found.tag(entry.source.partition(":")[2])
    for use in walked.evidence:
        _evidence(found, use.id, use.level, use.when)
    names = [walked.outcome] if walked.outcome and not found.silent else []
    names += [each.id for each in pack.always if env.holds(each.when, "always") is True]
    for name in names:
        _outcome(found, pack.outcomes[name])
    return found


def _says_nothing(outcome: Outcome) -> bool:
    """Whether an outcome is only the end of a road on which the pack has no rule."""
    said = (
        outcome.liable,
        outcome.liable_to_buyer,
        outcome.remedies,
        outcome.amounts,
        outcome.deadlines,
        outcome.steps,
    )
    return not any((*said, outcome.because, outcome.evidence, outcome.registers, outcome.warnings, outcome.results))


def _outcome(found: PackResult, outcome: Outcome) -> None:
    env = found.env
    found.outcomes.append(outcome)
    for source in outcome.sources:
        found.tag(source)
    for name, party in (
        ("liable_party", outcome.liable),
        ("liable_to_buyer", outcome.liable_to_buyer),
        ("recourse_against", outcome.recourse),
    ):
        if party:
            found.results.setdefault(name, party)
    for leg, payer in outcome.postage.items():
        found.postage.setdefault(leg, _payer(found, payer, outcome.id))
    found.steps.extend(_steps(found, outcome.steps))
    for remedy in outcome.remedies:
        if _condition(found, remedy.when):
            found.remedies.append(_offer(found, outcome, remedy))
    found.refused.extend(_held(found, outcome.refuses))
    owing = (outcome.liable_to_buyer or outcome.liable) == "seller"
    if owing and _REFUSAL in found.pack.remedies and _claimed(found, outcome):
        found.refusal = found.refusal or _offer(found, outcome, RemedyUse(_REFUSAL))
    for amount in _held(found, outcome.amounts):
        _amount(found, amount)
    for deadline in _held(found, outcome.deadlines):
        _clock(found, found.pack.deadlines[deadline])
    for use in outcome.evidence:
        _evidence(found, use.id, use.level, use.when)
    for register in _held(found, outcome.registers):
        _register(found, register)
    for name in outcome.exposures:
        exposure = found.pack.exposures[name]
        if _condition(found, exposure.when):
            view = exposure_of(found.env, exposure, found.tag(exposure.source))
            found.unknown.extend(view.unknown)
            found.exposures.append(view)
    for text, when in outcome.warnings:
        if env.holds(when, f"outcomes.{outcome.id}") is True:
            found.warnings.append(Warned("pack_note", text))
    for result in outcome.results:
        _result(found, result, outcome.id)


def _claimed(found: PackResult, outcome: Outcome) -> bool:
    """Whether the buyer claims money or goods: an invoice or goods sent too many cannot be lost as a refund."""
    offered = [found.pack.remedies[use.id] for use in outcome.remedies]
    return any(spec.refund or spec.compensation or "reship" in spec.legs for spec in offered)


def _payer(found: PackResult, payer: str, where: str) -> str:
    """A leg's payer: a word, or an expression over facts (it has a space or a quote in it)."""
    if not any(mark in payer for mark in " '"):
        return payer
    value = found.env.evaluate(payer, f"outcomes.{where}")
    if value is UNKNOWN:
        found.unknown.extend(found.env.leaves(found.env.missing(payer)))
        return "undetermined"
    return str(value)


def _held(found: PackResult, uses: tuple[Guarded, ...]) -> list[str]:
    held: list[str] = []
    for use in uses:
        if _condition(found, use.when):
            held.append(use.id)
    return held


def _condition(found: PackResult, when: str) -> bool:
    """Whether it holds; where it cannot be told, what is missing is noted, so that nothing drops out silently."""
    holds = found.env.holds(when)
    if holds is None:
        found.unknown.extend(found.env.leaves(found.env.missing(when)))
    return holds is True


def _steps(found: PackResult, uses: tuple[Guarded, ...]) -> list[StepPlan]:
    return [_step(found, name) for name in _held(found, uses)]


def _step(found: PackResult, name: str) -> StepPlan:
    spec = found.pack.steps[name]
    due_at: datetime | None = None
    if spec.due and spec.due in found.pack.deadlines:
        due = found.env.due(spec.due)
        due_at = due.at if due is not None else None
    return StepPlan(spec.id, spec.title, Role(spec.role), due_at, spec.due, spec.after)


def _offer(found: PackResult, outcome: Outcome, use: RemedyUse) -> RemedyOffer:
    env, spec = found.env, found.pack.remedies[use.id]
    cost = cost_of(env, spec, use, found.postage, recourse=outcome.recourse)
    amount = env.resolve(use.amount) if use.amount else None
    shown = env.money(amount) if isinstance(amount, Decimal) else (cost.refund or cost.compensation)
    steps = dict.fromkeys([*use.steps, *spec.steps])
    return RemedyOffer(
        id=use.id,
        remedy=Remedy(spec.kind),
        title=spec.title,
        amount=shown,
        goods=cost.goods,
        freight=cost.freight,
        refund=cost.refund,
        compensation=cost.compensation,
        recoverable=cost.recoverable,
        recoverable_at_most=cost.recoverable_at_most,
        true_cost=cost.total,
        missing=cost.missing,
        if_wrong=use.if_wrong or spec.if_wrong,
        if_wrong_text=use.if_wrong_text or spec.if_wrong_text,
        needs=use.needs or spec.needs,
        steps=tuple(_step(found, name) for name in steps),
        script=use.script or outcome.script,
        sources=tuple(found.tag(each) for each in outcome.sources),
        right=use.right,
    )


def _amount(found: PackResult, name: str) -> None:
    formula, env = found.pack.formulas[name], found.env
    value = env.resolve(name)
    if value is UNKNOWN:
        found.unknown.extend(env.leaves((name,)))
        return
    found.tag(formula.source)
    found.results[formula.result] = value
    if isinstance(value, Decimal):
        found.amounts[formula.result] = env.money(value) if formula.type == "money" else value


def _clock(found: PackResult, rule: DeadlineRule) -> None:
    if not _condition(found, rule.when):
        return
    env, pack = found.env, found.pack
    due = env.due(rule.id)
    event = env.resolve(rule.event)
    missing = env.leaves(env.due_missing(rule)) if due is None else ()
    found.unknown.extend(name for name in missing if name != rule.event)
    if due is not None:
        found.results[rule.result] = due.last_day if rule.output == "day" else due.at
        if rule.on_timeout:
            found.results.setdefault("on_timeout", rule.on_timeout)
        for year in due.not_announced:
            found.warnings.append(
                Warned("calendar_year_not_announced", values={"year": str(year), "calendar": env.calendar.id})
            )
    if rule.hidden:
        return
    found.clocks.append(
        ClockPlan(
            id=rule.id,
            result=rule.result,
            label=rule.label,
            who=waiting_on(rule.who),
            due_at=due.at if due else None,
            last_day=due.last_day if due else None,
            inclusive=due.inclusive if due else True,
            event=rule.event,
            event_at=event if isinstance(event, datetime) else None,
            unknown=missing,
            severity=rule.severity,
            on_timeout=rule.on_timeout,
            remedies=rule.remedies,
            warn_before=rule.warn_before,
            source=found.tag(rule.source),
            pack_id=pack.id,
            pack_version=pack.version,
            not_announced=due.not_announced if due else (),
            output=rule.output,
        )
    )


def _evidence(found: PackResult, name: str, level: str, when: str) -> None:
    if not _condition(found, when):
        return
    spec = found.pack.evidence[name]
    before = found.evidence.get(name)
    level = strongest(level, before.level) if before is not None else level
    told = ((found.pack.id, found.pack.version),)
    found.evidence[name] = EvidenceNeed(name, spec.label, spec.kind, level, spec.holder, spec.ask, told)


def _register(found: PackResult, name: str) -> None:
    spec, env = found.pack.registers[name], found.env
    columns: dict[str, str] = {}
    words: dict[str, Text] = {}
    for column in spec.columns:
        value = env.resolve(column) if column in found.pack.facts else UNKNOWN
        columns[column] = "" if value is UNKNOWN or value is None else str(value)
        fact = found.pack.facts.get(column)
        if fact is not None and columns[column] in fact.words:
            words[column] = fact.words[columns[column]]
    value = env.resolve(spec.amount) if spec.amount else None
    amount = env.money(value) if isinstance(value, Decimal) else None
    kind = RegisterKind(spec.kind) if spec.kind else None
    found.registers.append(RegisterPlan(spec.id, kind, spec.label, columns, amount, words))


def _result(found: PackResult, use: ResultUse, where: str) -> None:
    if use.when and not _condition(found, use.when):
        return
    if use.table:
        value = _lookup(found, found.pack.tables[use.table], use.field)
    elif use.expr:
        value = found.env.evaluate(use.expr, f"outcomes.{where}.{use.name}")
        if value is UNKNOWN:
            found.unknown.extend(found.env.leaves(found.env.missing(use.expr)))
    else:
        value = use.literal
    if value is not UNKNOWN:
        found.results[use.name] = value


def _lookup(found: PackResult, table: Table, name: str) -> object:
    """The value of a decision table; UNKNOWN while a row before the first hit cannot be told."""
    hits: list[object] = []
    for row in table.rows:
        holds = found.env.holds(row.when, f"tables.{table.id}")
        if holds is None:
            found.unknown.extend(found.env.leaves(found.env.missing(row.when)))
            return UNKNOWN
        if holds:
            found.tag(row.source)
            hits.append(row.value.get(name) if name and isinstance(row.value, dict) else row.value)
            if table.hit == "first":
                break
    if table.hit == "collect":
        return tuple(hits)
    if table.hit == "max":
        return max((Decimal(str(hit)) for hit in hits), default=None)
    return hits[0] if hits and (table.hit == "first" or len(hits) == 1) else None
