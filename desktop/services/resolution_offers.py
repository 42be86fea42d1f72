"""What is chosen in the wizard: one of the offers, or another remedy or liability with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from desktop import words
from desktop.services.resolution_facts import offers_of
from models.errors import UserError
from models.kinds import Liability, Remedy, Role
from models.money import Money
from models.rules.conclusion import Conclusion, RemedyOffer, StepPlan
from models.rules.pack_parts import NO_TEXT, Text

OTHER: Final = "other"
"""The id of a remedy the packs do not offer; it always has a reason."""
AS_PLANNED: Final = "as_planned"
"""The id of doing the steps and no more, where the packs offer no remedy."""


@dataclass(frozen=True, slots=True)
class Override:
    """A decision other than the suggested one, with its reason; None leaves an axis as concluded.

    `remedy` takes the place of the offers, with `refund` as what the buyer gets back. `shares` are percent by party
    and add up to 100; empty leaves them as concluded.
    """

    reason: str
    liability: Liability | None = None
    remedy: Remedy | None = None
    refund: Money | None = None
    shares: Mapping[Liability, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen so far; an empty id takes the preferred offer."""

    remedy_id: str = ""
    override: Override | None = None


NO_CHOICE: Final = Choice()


def remedy_of(conclusion: Conclusion, remedy_id: str) -> RemedyOffer:
    """The offer of that id, the refusal included; UserError `remedy_not_offered`."""
    for offer in offers_of(conclusion):
        if offer.id == remedy_id:
            return offer
    if remedy_id == AS_PLANNED and not conclusion.remedies:
        return _as_planned(conclusion)
    raise UserError("remedy_not_offered", remedy=remedy_id)


def chosen_offer(conclusion: Conclusion, choice: Choice) -> RemedyOffer:
    """The offer that would be written: the overriding one, the one chosen if it is still offered, or the preferred."""
    override = choice.override
    if override is not None and override.remedy is not None:
        return other_offer(override.remedy, override.refund)
    offers = offers_of(conclusion)
    for offer in offers:
        if offer.id == choice.remedy_id:
            return offer
    if not conclusion.remedies:
        return _as_planned(conclusion)
    return next((offer for offer in conclusion.remedies if offer.preferred), conclusion.remedies[0])


def other_offer(remedy: Remedy, refund: Money | None) -> RemedyOffer:
    """A remedy decided against the packs' offers; it costs what it gives back."""
    title = _both(remedy)
    step = StepPlan("carry_out", Text(f"执行：{title.zh}", f"Carry out: {title.en}"), Role.AFTER_SALES, None, "", ())
    return _bare(OTHER, remedy, title, (step,), refund)


def _as_planned(conclusion: Conclusion) -> RemedyOffer:
    title = conclusion.titles[0] if conclusion.titles else Text("按步骤处理", "Carry out the steps")
    return _bare(AS_PLANNED, Remedy.NONE, title, (), None)


def _bare(name: str, remedy: Remedy, title: Text, steps: tuple[StepPlan, ...], refund: Money | None) -> RemedyOffer:
    return RemedyOffer(
        id=name, remedy=remedy, title=title, amount=refund, goods=None, freight=None, refund=refund, compensation=None,
        recoverable=None, recoverable_at_most=None, true_cost=refund, missing=(), if_wrong="", if_wrong_text=NO_TEXT,
        needs="none", steps=steps, script="", sources=(),
    )  # fmt: skip


def _both(remedy: Remedy) -> Text:
    return Text(words.word(remedy, "zh"), words.word(remedy, "en"))


def choice_as_data(choice: Choice) -> dict[str, Any]:
    """The choice as a draft keeps it."""
    override = choice.override
    data: dict[str, Any] = {"remedy_id": choice.remedy_id}
    if override is not None:
        refund = override.refund
        data["override"] = {
            "reason": override.reason,
            "liability": override.liability.value if override.liability else "",
            "remedy": override.remedy.value if override.remedy else "",
            "refund": [refund.minor, refund.currency] if refund else None,
            "shares": {party.value: str(share) for party, share in override.shares.items()},
        }
    return data


def choice_from_data(data: object) -> Choice:
    """The choice a draft kept; what cannot be read any more is left out."""
    if not isinstance(data, Mapping):
        return Choice()
    kept, override = data.get("override"), None
    if isinstance(kept, Mapping):
        refund = kept.get("refund")
        override = Override(
            reason=str(kept.get("reason", "")),
            liability=next((each for each in Liability if each.value == kept.get("liability")), None),
            remedy=next((each for each in Remedy if each.value == kept.get("remedy")), None),
            refund=Money(int(refund[0]), str(refund[1])) if isinstance(refund, list) and len(refund) == 2 else None,
            shares=_shares_from(kept.get("shares")),
        )
    return Choice(str(data.get("remedy_id", "")), override)


def _shares_from(data: object) -> Mapping[Liability, Decimal]:
    shares: dict[Liability, Decimal] = {}
    for party, share in data.items() if isinstance(data, Mapping) else ():
        who = next((each for each in Liability if each.value == party), None)
        try:
            percent = Decimal(str(share))
        except InvalidOperation:
            continue
        if who is not None and percent.is_finite():
            shares[who] = percent
    return shares


GIVES_BACK: Final = frozenset((Remedy.REFUND, Remedy.PARTIAL_REFUND, Remedy.RETURN_AND_REFUND))
"""Remedies that give back of what was paid; a compensation may be more."""


def given_back(offer: RemedyOffer) -> Money | None:
    """What the buyer gets now; what a refusal may lose later is an expectation that nobody is paid."""
    return None if offer.remedy is Remedy.REFUSE else offer.refund or offer.amount


def is_payable(override: Override, paid: Money | None) -> bool:
    """False for an amount that is negative, in another currency, or a refund above what was paid (None: not known)."""
    refund = override.refund
    if override.remedy is None or refund is None:
        return True
    if refund.minor < 0 or (paid is not None and refund.currency != paid.currency):
        return False
    return paid is None or override.remedy not in GIVES_BACK or refund <= paid


def checked_shares(shares: Mapping[Liability, Decimal]) -> Mapping[Liability, Decimal]:
    """Shares in percent as they are written, without those of nothing.

    UserError `shares_not_100` unless each is between 0 and 100 and they add up to exactly 100; empty stays empty.
    """
    if any(not share.is_finite() or not 0 <= share <= 100 for share in shares.values()):
        raise UserError("shares_not_100")
    if shares and sum(shares.values(), Decimal(0)) != 100:
        raise UserError("shares_not_100", sum=str(sum(shares.values(), Decimal(0))))
    return {party: share for party, share in shares.items() if share}
