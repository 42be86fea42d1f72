"""The order of the steps of a case: which may be done now, what the others wait for, and who has to act next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from models.kinds import Role, StepState, WaitingOn
from models.records import Step

if TYPE_CHECKING:
    from models.rules.conclusion import StepPlan

_BY_ROLE: Final[Mapping[Role, WaitingOn]] = {Role.WAREHOUSE: WaitingOn.WAREHOUSE}
# Steps that one of us ticks, and somebody else has to make true.
_BY_RULE: Final[Mapping[str, WaitingOn]] = {
    "buyer_sends_back": WaitingOn.BUYER,
    "ask_photo": WaitingOn.BUYER,
    "ask_weighing_photo": WaitingOn.BUYER,
    "ask_test_report": WaitingOn.BUYER,
    "offer_choice": WaitingOn.BUYER,
    "carrier_pickup": WaitingOn.CARRIER,
    "negotiate_with_carrier": WaitingOn.CARRIER,
    "settle_claim": WaitingOn.CARRIER,
    "redirect_parcel": WaitingOn.CARRIER,
    "platform_intervention": WaitingOn.PLATFORM,
}


def in_order(plans: Sequence[StepPlan]) -> tuple[StepPlan, ...]:
    """The plans as they stand, but each behind those it comes after; what waits for itself stays where it was."""
    left = list(plans)
    found: dict[str, StepPlan] = {}
    while left:
        waiting = {plan.id for plan in left}
        ready = next((plan for plan in left if waiting.isdisjoint(plan.after)), left[0])
        found[ready.id] = ready
        left.remove(ready)
    return tuple(found.values())


def names_after(step: Step) -> tuple[str, ...]:
    """The rules of the steps that come before this one."""
    return tuple(name for name in (part.strip() for part in step.after.split(",")) if name)


def missing_before(step: Step, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The open steps of the case that have to be done before this one, in order; none for a step without a rule.

    R003-29, R003-44: a refund or exchange only after the goods are back and inspected. Where the urgent exception of
    R003-30 holds the packs name nothing before the step. A step that was left out hands on what it waited for itself:
    leaving out the inspection does not bring the goods back.
    """
    if not step.rule:
        return ()
    found: dict[int, Step] = {}
    seen: set[str] = set()
    todo = list(names_after(step))
    while todo:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        same = [other for other in steps if other.rule == name and other.id != step.id]
        for other in same:
            if other.state is StepState.OPEN:
                found[other.id] = other
        # Done once is done, whatever an earlier resolution left out under the same name.
        if same and not any(other.state is StepState.DONE for other in same):
            todo += [before for other in same if other.state is StepState.SKIPPED for before in names_after(other)]
    return tuple(sorted(found.values(), key=lambda other: (other.position, other.id)))


def next_step(steps: Sequence[Step]) -> Step | None:
    """The open step to do next: the first that waits for nothing."""
    openly = [step for step in steps if step.state is StepState.OPEN]
    return next((step for step in openly if not missing_before(step, steps)), None)


def waiting_for(step: Step | None) -> WaitingOn:
    """Who has to act for a step to be done; the shop's desk where there is none (R002-02)."""
    if step is None:
        return WaitingOn.US
    return _BY_RULE.get(step.rule) or _BY_ROLE.get(step.role, WaitingOn.US)


def waiting_after(now: WaitingOn, before: Sequence[Step], after: Sequence[Step]) -> WaitingOn:
    """Who has to act once the steps of a case are `after` instead of `before`.

    It follows the next step of the rules, unless somebody had set it to what the steps did not say.
    """
    if not any(step.rule for step in after):
        return now
    followed = {waiting_for(next_step(before)), WaitingOn.US}
    return waiting_for(next_step(after)) if now in followed else now
