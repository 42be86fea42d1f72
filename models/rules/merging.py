"""Join what the packs say, law, platform, payment and shop, aspect by aspect; every value keeps its pack and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from models.kinds import Flag, Liability, WaitingOn
from models.money import Money
from models.rules.assembly import PackResult
from models.rules.checklist import strongest
from models.rules.conclusion import (
    Asked,
    ClockPlan,
    Conclusion,
    EvidenceNeed,
    ExposureView,
    LiabilityView,
    Question,
    RegisterPlan,
    RemarkPlan,
    Source,
    StepPlan,
    TraceEntry,
    Warned,
)
from models.rules.pack_parts import Outcome, Text
from models.rules.packs import Pack
from models.rules.parties import liability_of
from models.rules.remedy_order import higher, join_remedies
from models.rules.true_cost import recovered
from models.rules.walk import question_of, remaining

_ASKING: Final = {"shop": 0, "platform": 1, "payment": 2, "law": 3}
"""Who leads the conversation: the shop's own process asks first, the layers behind it only what is then still open."""
_FOR_BUYER: Final = {"seller": 0, "carrier": 1, "supplier": 2, "shared": 3, "undetermined": 4, "none": 5, "buyer": 6}


def merge(results: Iterable[PackResult], today: date | None, demand: str = "") -> Conclusion:
    """One conclusion. Buyer's rights: the most favourable; the shop's duties: the earliest; penalties on one basis:
    the higher, on different ones side by side; the shop may reorder and add, never take away. `demand` is what the
    buyer asked for, as the case keeps it."""
    found = sorted(results, key=lambda each: (_ASKING[each.pack.layer], -each.pack.priority, each.pack.id))
    questions = _open(found)
    outcomes = [(each, outcome) for each in found for outcome in each.outcomes]
    errors = tuple(dict.fromkeys(error for each in found for error in each.errors))
    amounts = _amounts(found)
    recourse = next((outcome.recourse for _, outcome in outcomes if outcome.recourse), "")
    for each in found:
        each.remedies = [recovered(each.env, offer, recourse) for offer in each.remedies]
    return Conclusion(
        next_question=questions[0] if questions else None,
        open_questions=questions,
        asked=_asked(found),
        remaining_estimate=_remaining(found, questions),
        outcomes=tuple(f"{each.pack.id}:{outcome.id}" for each, outcome in outcomes),
        titles=tuple(outcome.title for _, outcome in outcomes),
        provisional=any(each.walked.provisional for each in found),
        liability=_liability(outcomes),
        remedies=join_remedies(found, demand),
        refusal=next((each.refusal for each in found if each.refusal is not None), None),
        postage=_postage(found),
        steps=tuple(_unique(step for each in found for step in each.steps)),
        clocks=_clocks(found),
        evidence=_evidence(found),
        registers=_registers(found),
        amounts=amounts,
        results=_results(found, amounts),
        exposures=_exposures(found),
        remark=_remark(outcomes),
        warnings=_warnings(found, today),
        errors=errors,
        sources=_sources(found, today),
        trace=tuple(entry for each in found if not each.silent for entry in (*each.walked.trace, *_assumptions(each))),
        unknown=tuple(dict.fromkeys(fact for each in found for fact in each.unknown)),
        unasked=tuple(dict.fromkeys(fact for each in found for fact in each.walked.unasked)),
        packs=tuple((each.pack.id, each.pack.version) for each in found),
    )


def _unique(steps: Iterable[StepPlan]) -> list[StepPlan]:
    return list({step.id: step for step in reversed(list(steps))}.values())[::-1]


def _open(found: Sequence[PackResult]) -> tuple[Question, ...]:
    questions: dict[str, Question] = {}
    for each in found:
        if each.errors:
            continue
        for node, fact in each.walked.open_nodes:
            if fact not in questions:
                tag = each.tag(node.source)
                questions[fact] = question_of(each.pack, each.env, node, tag)
    return tuple(questions.values())


def _asked(found: Sequence[PackResult]) -> tuple[Asked, ...]:
    asked: dict[str, Asked] = {}
    for each in found:
        for node, value, _choice in each.walked.answered:
            if node.fact in asked:
                continue
            question = question_of(each.pack, each.env, node, each.tag(node.source))
            card = next((a for a in question.answers if type(a.value) is type(value) and a.value == value), None)
            asked[node.fact] = Asked(question, value, card)
    return tuple(asked.values())


def _remaining(found: Sequence[PackResult], questions: tuple[Question, ...]) -> int:
    most = max((remaining(each.pack, each.env, each.walked) for each in found), default=0)
    return max(most, len(questions))


def _liability(outcomes: Sequence[tuple[PackResult, Outcome]]) -> LiabilityView:
    """Cause from the first pack that names one (shop, platform, law), towards the buyer the most favourable."""
    named = [(each, o) for each, o in outcomes if o.liable or o.liable_to_buyer]
    leading = next(
        ((each, o) for each, o in named if o.liable not in ("", "undetermined")), named[0] if named else None
    )
    if leading is None:
        return LiabilityView(None, None, None, None, Text(), (), decided=False)
    each, outcome = leading
    towards = [o.liable_to_buyer or o.liable for _, o in named]
    to_buyer = min(towards, key=lambda party: _FOR_BUYER.get(party, 9))
    recourse = next((o.recourse for _, o in named if o.recourse), "")
    shares: dict[Liability, Decimal] = {}
    for party, text in outcome.shares.items():
        who = liability_of(party)
        value = each.env.evaluate(text, f"outcomes.{outcome.id}.shares")
        if who is not None and isinstance(value, Decimal):
            shares[who] = shares.get(who, Decimal(0)) + value
    if sum(shares.values(), Decimal(0)) != 100:  # a part hangs on what is not known yet: no share is better than half
        shares = {}
    return LiabilityView(
        liability_of(outcome.liable),
        shares or None,
        liability_of(to_buyer),
        liability_of(recourse),
        outcome.because,
        tuple(each.tag(source) for source in outcome.sources),
        decided=outcome.liable not in ("", "undetermined"),
    )


def _postage(found: Sequence[PackResult]) -> dict[str, str]:
    postage: dict[str, str] = {}
    for each in found:
        for leg, payer in each.postage.items():
            before = postage.get(leg)
            if before is None or _FOR_BUYER.get(payer, 9) < _FOR_BUYER.get(before, 9):
                postage[leg] = payer
    return postage


def _clocks(found: Sequence[PackResult]) -> tuple[ClockPlan, ...]:
    """All readings stay; of two readings of one duty the earlier is decisive, of a buyer's right the later."""
    clocks = [clock for each in found for clock in each.clocks]
    by_result: dict[tuple[str, WaitingOn], list[ClockPlan]] = {}
    for clock in clocks:
        by_result.setdefault((clock.result, clock.who), []).append(clock)
    shown: list[ClockPlan] = []
    for clock in clocks:
        rivals = [each for each in by_result[clock.result, clock.who] if each.due_at is not None]
        decisive = True
        if len(rivals) > 1 and clock.due_at is not None:
            pick = max if clock.who is WaitingOn.BUYER else min
            decisive = clock == pick(rivals, key=lambda each: (each.due_at is None, each.due_at))
        shown.append(replace(clock, decisive=decisive))
    return tuple(shown)


def _evidence(found: Sequence[PackResult]) -> tuple[EvidenceNeed, ...]:
    needs: dict[str, EvidenceNeed] = {}
    for each in found:
        for need in each.evidence.values():
            before = needs.get(need.id)
            if before is None:
                needs[need.id] = need
            else:
                level = strongest(before.level, need.level)
                needs[need.id] = replace(before, level=level, packs=(*before.packs, *need.packs))
    return tuple(needs.values())


def _registers(found: Sequence[PackResult]) -> tuple[RegisterPlan, ...]:
    plans: dict[str, RegisterPlan] = {}
    for each in found:
        for plan in each.registers:
            plans.setdefault(plan.id, plan)
    return tuple(plans.values())


def _results(found: Sequence[PackResult], amounts: Mapping[str, Money | Decimal]) -> dict[str, object]:
    """By name, of the pack that leads; an amount is the one that holds after merging."""
    results: dict[str, object] = {}
    for each in found:
        for name, value in each.results.items():
            results.setdefault(name, value)
    return {name: _merged(value, amounts.get(name)) for name, value in results.items()}


def _merged(value: object, amount: Money | Decimal | None) -> object:
    return amount.amount if isinstance(amount, Money) and isinstance(value, Decimal) else value


def _amounts(found: Sequence[PackResult]) -> dict[str, Money | Decimal]:
    """By result name; where a formula is marked as a buyer's right or a penalty, the higher of the layers."""
    amounts: dict[str, Money | Decimal] = {}
    for each in found:
        rising = {
            formula.result for formula in each.pack.formulas.values() if formula.merge in ("buyer_right", "penalty")
        }
        for name, value in each.amounts.items():
            before = amounts.get(name)
            if before is None:
                amounts[name] = value
            elif name in rising and isinstance(before, Money) and isinstance(value, Money):
                amounts[name] = higher(before, value) or before
    return amounts


def _exposures(found: Sequence[PackResult]) -> tuple[ExposureView, ...]:
    """Exposures on the same basis count once, the higher; the others stand side by side and are never summed.

    Points and money, or two ledgers, have no higher: they stay side by side whatever their basis.
    """
    shown: list[ExposureView] = []
    for view in (view for each in found for view in each.exposures):
        rival = next((i for i, other in enumerate(shown) if _comparable(view, other)), None)
        if rival is None:
            shown.append(view)
        elif _weight(view) > _weight(shown[rival]):
            shown[rival] = view
    return tuple(shown)


def _comparable(view: ExposureView, other: ExposureView) -> bool:
    if not view.basis or other.basis != view.basis:
        return False
    units = [(each.points is None, each.money.currency if each.money is not None else "", each.ledger)
             for each in (view, other)]  # fmt: skip
    bare = any(each.points is None and each.money is None for each in (view, other))
    return bare or units[0] == units[1]


def _weight(view: ExposureView) -> tuple[int, int]:
    return (view.money.minor if view.money is not None else 0, view.points or 0)


def _remark(outcomes: Sequence[tuple[PackResult, Outcome]]) -> RemarkPlan | None:
    for each, outcome in outcomes:
        if outcome.flag:
            script = each.pack.scripts.get(outcome.remark)
            known = {flag.value for flag in Flag}
            flag = Flag(outcome.flag) if outcome.flag in known else Flag.NONE
            return RemarkPlan(flag, script.text if script is not None else outcome.title)
    return None


def _warnings(found: Sequence[PackResult], today: date | None) -> tuple[Warned, ...]:
    warnings = [warning for each in found for warning in each.warnings]
    for each in found:
        if today is not None and each.pack.review_by is not None and today > each.pack.review_by:
            warnings.append(
                Warned("pack_past_review", values={"pack": each.pack.id, "review_by": str(each.pack.review_by)})
            )
        empty = [name for name in dict.fromkeys(each.unknown) if name in each.pack.constants]
        warnings.extend(
            Warned("pack_number_missing", each.pack.constants[name].label, {"pack": each.pack.id, "number": name})
            for name in empty
        )
    unique: list[Warned] = []
    for warning in warnings:
        if warning not in unique:
            unique.append(warning)
    return tuple(unique)


def _sources(found: Sequence[PackResult], today: date | None) -> tuple[Source, ...]:
    sources: list[Source] = []
    for each in found:
        for tag in each.tags:
            sources.append(_source(each.pack, tag, len(sources) + 1, today))
    return tuple(sources)


def _source(pack: Pack, tag: str, number: int, today: date | None) -> Source:
    spec = pack.sources[tag.partition(":")[2]]
    review = spec.review_by or (pack.review_by.isoformat() if pack.review_by is not None else "")
    past = bool(review) and today is not None and today.isoformat() > review
    return Source(number, tag, spec.title, spec.locator, spec.confidence, pack.id, pack.version, review, past)


def _assumptions(found: PackResult) -> tuple[TraceEntry, ...]:
    return tuple(
        TraceEntry(found.pack.id, "", fact, value, "", assumed=True)
        for fact, value in sorted(found.env.assumed.items())
    )
