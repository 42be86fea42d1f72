"""What an evaluation now says otherwise than the resolution in force, aspect by aspect; nothing is changed by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from desktop.services.resolution_offers import Choice, chosen_offer, given_back
from models.kinds import ClockKind, ClockStatus, Liability
from models.money import Money
from models.records import CasePage, Resolution
from models.rules.conclusion import Conclusion
from models.rules.pack_parts import NO_TEXT, Text
from models.rules.packs import Pack

Said = Text | Liability | Money | datetime | str | None
_STEP: Final = Text("步骤", "Step")
_REGISTER: Final = Text("登记", "Register")
_EVIDENCE: Final = Text("证据", "Evidence")
_EXPOSURE: Final = Text("风险", "Exposure")
_SHARES: Final = Text("责任比例", "Shares")
_TO_BUYER: Final = Text("对买家承担", "Towards the buyer")
_RECOURSE: Final = Text("向谁追偿", "Recourse")
_LEVELS: Final[Mapping[str, Text]] = {
    "must": Text("必须", "must"),
    "should": Text("应当", "should"),
    "may": Text("可以", "may"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    `aspect` is remedy, liability, shares, to_buyer, recourse, refund, true_cost, clock, step, register, evidence,
    exposure, packs or number; `name` says which one, or the aspect itself. A side that is None is not there.
    """

    aspect: str
    before: Said
    now: Said
    name: Text = NO_TEXT


def differences(
    page: CasePage,
    conclusion: Conclusion,
    choice: Choice,
    decided: Conclusion | None = None,
    packs: Sequence[Pack] = (),
) -> tuple[Difference, ...]:
    """What would change by deciding again, most telling first; empty without a resolution in force.

    `decided` is what the kept packs said at the time; without it (a resolution from before packs were kept) steps,
    registers, evidence and exposures are not compared. `packs` are those of now, for the shop's numbers.
    """
    before = page.resolution
    if before is None:
        return ()
    found = [*_decision(before, conclusion, choice), *_clocks(page, conclusion, chosen_offer(conclusion, choice).id)]
    if decided is not None:
        found += _beside(decided, conclusion, chosen_offer(decided, choice_of(before, decided)).id,
                         chosen_offer(conclusion, choice).id)  # fmt: skip
    now = ", ".join(f"{name} {version}" for name, version in conclusion.packs)
    if now != before.packs:
        found.append(Difference("packs", before.packs, now))
    if before.frozen:
        found += _numbers(before.frozen, packs)
    return tuple(found)


def choice_of(before: Resolution, decided: Conclusion) -> Choice:
    """The offer that was chosen when the case was decided, as far as its title still tells."""
    for offer in (*decided.remedies, *((decided.refusal,) if decided.refusal else ())):
        if (offer.remedy, offer.title.zh) == (before.remedy, before.remedy_title_zh):
            return Choice(offer.id)
    return Choice()


def _decision(before: Resolution, conclusion: Conclusion, choice: Choice) -> Iterator[Difference]:
    offer, view, override = chosen_offer(conclusion, choice), conclusion.liability, choice.override
    if (offer.remedy, offer.title.zh) != (before.remedy, before.remedy_title_zh):
        yield Difference("remedy", Text(before.remedy_title_zh, before.remedy_title_en), offer.title)
    cause = view.cause or Liability.UNCLEAR
    shares: Mapping[Liability, Decimal] = view.shares or {}
    if override is not None and (override.liability is not None or override.shares):
        cause = override.liability or _cause_of(override.shares)
        shares = override.shares
    if cause is not before.liability:
        yield Difference("liability", before.liability, cause)
    old, new = shares_as_text(before.shares), shares_as_text({who.value: str(part) for who, part in shares.items()})
    if old != new:
        yield Difference("shares", old or None, new or None, _SHARES)
    if (view.to_buyer or Liability.UNCLEAR) is not before.liable_to_buyer:
        yield Difference("to_buyer", before.liable_to_buyer, view.to_buyer or Liability.UNCLEAR, _TO_BUYER)
    if view.recourse is not before.recourse:
        yield Difference("recourse", before.recourse, view.recourse, _RECOURSE)
    refund = given_back(offer)
    if (refund.minor if refund else 0) != before.refund.minor:
        yield Difference("refund", before.refund, refund)
    if offer.true_cost != before.true_cost:
        yield Difference("true_cost", before.true_cost, offer.true_cost)


def _cause_of(shares: Mapping[Liability, Decimal]) -> Liability:
    parties = [party for party, share in shares.items() if share]
    return parties[0] if len(parties) == 1 else Liability.SHARED


def shares_as_text(shares: Mapping[str, str]) -> str:
    """Shares by party as one text, the same whatever their order: `carrier 70 %, merchant 30 %`."""
    parts = sorted((party, Decimal(share).normalize()) for party, share in shares.items())
    return ", ".join(f"{party} {share:f} %" for party, share in parts if share)


def _clocks(page: CasePage, conclusion: Conclusion, remedy_id: str) -> Iterator[Difference]:
    running = {
        clock.rule: clock
        for clock in page.clocks
        if clock.status is ClockStatus.RUNNING and clock.kind is ClockKind.RULE
    }
    for plan in conclusion.clocks:
        if plan.due_at is None or not plan.decisive or plan.output != "moment":
            continue
        if plan.remedies and remedy_id not in plan.remedies:
            continue
        known = running.get(plan.id)
        if known is not None and known.due_at != plan.due_at:
            yield Difference("clock", known.due_at, plan.due_at, plan.label)


def _beside(decided: Conclusion, now: Conclusion, old_id: str, new_id: str) -> Iterator[Difference]:
    """What stands beside the remedy: steps, registers, evidence, exposures, and clocks that come or go."""
    old, new = _steps(decided, old_id), _steps(now, new_id)
    yield from _items("step", _STEP, old, new)
    yield from _items("register", _REGISTER, {p.id: p.label for p in decided.registers},
                      {p.id: p.label for p in now.registers})  # fmt: skip
    yield from _items("evidence", _EVIDENCE, _needs(decided), _needs(now))
    yield from _items("exposure", _EXPOSURE, _exposures(decided), _exposures(now))
    before, after = _due(decided, old_id), _due(now, new_id)
    for name in dict.fromkeys((*before, *after)):
        if (name in before) is not (name in after):
            label, moment = before.get(name) or after[name]
            yield Difference("clock", moment if name in before else None, moment if name in after else None, label)


def _items(aspect: str, name: Text, before: Mapping[str, Text], now: Mapping[str, Text]) -> Iterator[Difference]:
    for each in dict.fromkeys((*before, *now)):
        if before.get(each) != now.get(each):
            yield Difference(aspect, before.get(each), now.get(each), name)


def _steps(conclusion: Conclusion, remedy_id: str) -> dict[str, Text]:
    offers = (*conclusion.remedies, *((conclusion.refusal,) if conclusion.refusal else ()))
    chosen = next((offer.steps for offer in offers if offer.id == remedy_id), ())
    return {step.id: step.title for step in (*conclusion.steps, *chosen)}


def _needs(conclusion: Conclusion) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for need in conclusion.evidence:
        level = _LEVELS.get(need.level, Text(need.level, need.level))
        label = need.label
        found[need.id] = Text(f"{label.zh or label.en}（{level.zh}）", f"{label.en or label.zh} ({level.en})")
    return found


def _exposures(conclusion: Conclusion) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for view in conclusion.exposures:
        figures = [str(view.points)] if view.points is not None else []
        figures += [f"{view.money.amount} {view.money.currency}"] if view.money is not None else []
        tail = " " + ", ".join(figures) if figures else ""
        found[view.id] = Text((view.label.zh or view.label.en) + tail, (view.label.en or view.label.zh) + tail)
    return found


def _due(conclusion: Conclusion, remedy_id: str) -> dict[str, tuple[Text, datetime]]:
    return {
        clock.id: (clock.label, clock.due_at)
        for clock in conclusion.clocks
        if clock.due_at is not None
        and clock.decisive
        and clock.output == "moment"
        and (not clock.remedies or remedy_id in clock.remedies)
    }


def _numbers(frozen: Mapping[str, Any], packs: Iterable[Pack]) -> Iterator[Difference]:
    """The shop's own numbers that were set, changed or taken back since."""
    before = frozen.get("numbers", {})
    for pack in packs:
        if pack.id not in frozen.get("packs", {}):
            continue
        old, new = before.get(pack.id, {}), pack.origin.numbers
        for name in sorted({*old, *new}):
            if old.get(name) == new.get(name) or name not in pack.constants:
                continue
            own = pack.origin.raw.get("constants", {}).get(name, {}).get("value")
            shown = [str(each.get(name, own)) if each.get(name, own) is not None else None for each in (old, new)]
            if shown[0] != shown[1]:
                yield Difference("number", shown[0], shown[1], pack.constants[name].label)
