"""Which remedies are offered and in what order: the shop orders, the law adds and forbids, the buyer's right leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from models.kinds import Demand, Remedy
from models.money import Money
from models.rules.assembly import PackResult
from models.rules.conclusion import RemedyOffer

_POWER: Final = {"law": 0, "platform": 1, "payment": 2, "shop": 3}
# R003-26, "avoid returns": keep the goods, then send or mend goods, then take the goods back.
_RANK: Final = {
    Remedy.PARTIAL_REFUND: 0, Remedy.COMPENSATION: 0, Remedy.NONE: 0, Remedy.RESHIP: 1, Remedy.EXCHANGE: 1,
    Remedy.REPAIR: 1, Remedy.RETURN_AND_REFUND: 2, Remedy.REFUND: 2, Remedy.REFUSE: 3,
}  # fmt: skip
_ASKED: Final[Mapping[str, frozenset[Remedy]]] = {
    Demand.REFUND.value: frozenset({Remedy.REFUND, Remedy.RETURN_AND_REFUND}),
    Demand.RETURN_AND_REFUND.value: frozenset({Remedy.RETURN_AND_REFUND}),
    Demand.EXCHANGE.value: frozenset({Remedy.EXCHANGE}),
    Demand.RESHIP.value: frozenset({Remedy.RESHIP}),
    Demand.REPAIR.value: frozenset({Remedy.REPAIR}),
    Demand.PARTIAL_REFUND.value: frozenset({Remedy.PARTIAL_REFUND}),
    Demand.COMPENSATION.value: frozenset({Remedy.COMPENSATION}),
}


def join_remedies(found: Sequence[PackResult], demand: str) -> tuple[RemedyOffer, ...]:
    """The remedies of all packs, in the shop's order; `found` comes with the shop first, the law last.

    What other layers add stands where its kind belongs (R003-26), a right behind what the shop prefers. A remedy that
    a pack refuses is not offered by a layer below it; a right of the buyer stays a right whoever offers it, and leads
    where it is what the buyer asked for.
    """
    refused = _refused(found)
    offers: dict[str, RemedyOffer] = {}
    for each in found:
        added: list[RemedyOffer] = []
        for offer in each.remedies:
            if _POWER[each.pack.layer] > refused.get(offer.id, len(_POWER)):
                continue
            before = offers.get(offer.id)
            if before is None:
                added.append(offer)
            elif offer.right or before.right:
                offers[offer.id] = _as_of_right(before, offer)
        offers = _placed(offers, added)
    ordered = _demanded_first(list(offers.values()), demand)
    return tuple(replace(offer, preferred=index == 0) for index, offer in enumerate(ordered))


def _refused(found: Sequence[PackResult]) -> dict[str, int]:
    """The remedies that are forbidden, with the strongest layer that does."""
    refused: dict[str, int] = {}
    for each in found:
        for name in each.refused:
            refused[name] = min(refused.get(name, len(_POWER)), _POWER[each.pack.layer])
    return refused


def _placed(offers: dict[str, RemedyOffer], added: Sequence[RemedyOffer]) -> dict[str, RemedyOffer]:
    """What a layer behind adds: a right at the end, the rest before the first of a later kind, but never before what
    the layer in front prefers."""
    if not offers:
        return {offer.id: offer for offer in added}
    ordered = list(offers.values())
    for offer in added:
        place = len(ordered)
        if not offer.right:
            rank = _RANK[offer.remedy]
            place = next((at for at, other in enumerate(ordered) if at and _RANK[other.remedy] > rank), place)
        ordered.insert(place, offer)
    return {offer.id: offer for offer in ordered}


def _demanded_first(ordered: list[RemedyOffer], demand: str) -> list[RemedyOffer]:
    """A right the buyer chose is not kept behind what the shop would rather do."""
    asked = _ASKED.get(demand, frozenset())
    chosen = [offer for offer in ordered if offer.right and offer.remedy in asked]
    return [*chosen, *(offer for offer in ordered if offer not in chosen)]


def _as_of_right(before: RemedyOffer, offer: RemedyOffer) -> RemedyOffer:
    """One remedy offered by two packs, by one of them as a right: no consent needed, and the higher amount counts."""
    dearer = offer if higher(before.amount, offer.amount) != before.amount else before
    return replace(
        dearer,
        right=True,
        needs="none" if offer.right else before.needs,
        steps=before.steps or offer.steps,
        script=before.script or offer.script,
        sources=tuple(dict.fromkeys((*before.sources, *offer.sources))),
    )


def higher(one: Money | None, other: Money | None) -> Money | None:
    """The higher of two amounts; the first where they cannot be compared."""
    if one is None or other is None or one.currency != other.currency:
        return one if one is not None else other
    return max(one, other, key=lambda money: money.minor)
