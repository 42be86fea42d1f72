"""The message that reminds a carrier of claims, with what an appeal about them would still need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.services.claim_terms import carrier_key
from models.clock import zone
from models.errors import AftercaseError, UserError
from models.rules.claim_aging import ClaimNet
from models.rules.claim_reminder import AppealNeed, appeal_needs, reminder
from models.rules.pack_parts import Text

if TYPE_CHECKING:
    from desktop.context import AppContext


@dataclass(frozen=True, slots=True)
class ClaimLetter:
    """What is sent to a carrier in both languages; `needs` of a single claim; `reminded` the most any was before."""

    carrier: str
    text: Text
    claims: tuple[ClaimNet, ...]
    needs: tuple[AppealNeed, ...] = ()
    reminded: int = 0


def load_letter(ctx: AppContext, ids: Sequence[int]) -> ClaimLetter:
    """The letter for claims of one carrier. UserError `claims_of_several_carriers`, and those of ClaimService.load."""
    found = ctx.claims.load(ids)
    carriers = {carrier_key(claim.carrier) for claim in found}
    if len(carriers) > 1:
        raise UserError("claims_of_several_carriers")
    shops = {shop.id: shop for shop in ctx.shops.list_shops()}
    named = list(dict.fromkeys(shops[claim.shop_id].name for claim in found if claim.shop_id in shops))
    first = next((shops[claim.shop_id] for claim in found if claim.shop_id in shops), None)
    where = zone(first.time_zone if first is not None else ctx.bench.time_zone)
    counts = ctx.claims.reminders(found)
    reminded = max((counts.get(claim.id, 0) for claim in found), default=0)
    needs: tuple[AppealNeed, ...] = ()
    if len(found) == 1:
        needs = appeal_needs(found[0], _missing(ctx, found[0]), reminded)
    text = reminder(found, "、".join(named), ctx.clock.now(), where)
    return ClaimLetter(carriers.pop(), text, found, needs, reminded)


def _missing(ctx: AppContext, claim: ClaimNet) -> tuple[Text, ...]:
    """The required evidence the case's checklist does not have yet."""
    if claim.case_id is None:
        return ()
    try:
        checklist = ctx.checklists.of_case(claim.case_id)
    except AftercaseError:
        return ()
    return tuple(need.label for need in checklist.list.missing if need.level == "must")
