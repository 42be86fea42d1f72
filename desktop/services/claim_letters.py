"""The message that reminds a carrier of claims, with what an appeal about them would still need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.services.checklists import ChecklistService
from desktop.services.claim_terms import carrier_key
from desktop.services.claims import ClaimService
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import AftercaseError, UserError
from models.rules.claim_aging import ClaimNet
from models.rules.claim_reminder import AppealNeed, appeal_needs, reminder
from models.rules.pack_parts import Text
from models.store.shops import list_shops


@dataclass(frozen=True, slots=True)
class ClaimLetter:
    """What is sent to a carrier in both languages; `needs` of a single claim; `reminded` the most any was before."""

    carrier: str
    text: Text
    claims: tuple[ClaimNet, ...]
    needs: tuple[AppealNeed, ...] = ()
    reminded: int = 0


class ClaimLetters:
    """Writes nothing; what was copied is noted by ClaimService.note_reminded."""

    def __init__(self, bench: Workbench, claims: ClaimService, checklists: ChecklistService) -> None:
        self._bench = bench
        self._claims = claims
        self._checklists = checklists

    def letter(self, ids: Sequence[int]) -> ClaimLetter:
        """The letter for claims of one carrier. UserError `claims_of_several_carriers`, and those of ClaimService."""
        found = self._claims.load(ids)
        carriers = {carrier_key(claim.carrier) for claim in found}
        if len(carriers) > 1:
            raise UserError("claims_of_several_carriers")
        shops = {shop.id: shop for shop in list_shops(self._bench.store.database)}
        of = [shops[claim.shop_id] for claim in found if claim.shop_id in shops]
        where = zone(of[0].time_zone if of else self._bench.time_zone)
        counts = self._claims.reminders(found)
        reminded = max((counts.get(claim.id, 0) for claim in found), default=0)
        needs: tuple[AppealNeed, ...] = ()
        if len(found) == 1:
            needs = appeal_needs(found[0], self._missing(found[0]), reminded)
        text = reminder(found, "、".join(dict.fromkeys(shop.name for shop in of)), self._bench.clock.now(), where)
        return ClaimLetter(carriers.pop(), text, found, needs, reminded)

    def _missing(self, claim: ClaimNet) -> tuple[Text, ...]:
        """The required evidence the case's checklist does not have yet."""
        if claim.case_id is None:
            return ()
        try:
            checklist = self._checklists.of_case(claim.case_id)
        except AftercaseError:
            return ()
        return tuple(need.label for need in checklist.list.missing if need.level == "must")
