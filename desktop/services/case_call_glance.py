"""What the page of a case shows of the call after it: offered, planned, or made and what the buyer said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.services.call_writing import find_whom
from models.call_kinds import Channel
from models.case_call_records import CaseCallOffer
from models.errors import NotFound
from models.kinds import CallBackState, Consent, Tier
from models.records import CallBack, CallRecord
from models.rules.verdict import Refused
from models.store import calls_made, cases

if TYPE_CHECKING:
    from desktop.services.case_calls import CaseCallService
    from desktop.services.workbench import Workbench

JUST_NOW = timedelta(minutes=2)
"""A case closed no longer ago was closed by what was done now."""
OFFERED_FOR = timedelta(days=14)
"""So long after a case closed its page offers a call; later only its menu does."""
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class CaseCalls:
    """`offer` stands where a call may be planned now, `planned` where one is open; `made` is the newest that reached
    somebody or was tried, about this case."""

    case_id: int
    offer: CaseCallOffer | None = None
    planned: CallBack | None = None
    made: CallRecord | None = None


def _worth(offer: CaseCallOffer | Refused | None) -> CaseCallOffer | None:
    """An offer that is made unasked: a note to a buyer who was never asked for calls only where they are a VIP."""
    if not isinstance(offer, CaseCallOffer):
        return None
    return None if offer.channel is Channel.NOTE and offer.tier is Tier.NONE else offer


def calls_about(bench: Workbench, service: CaseCallService, case_id: int) -> CaseCalls:
    """What there is of the call after a case; NotFound if there is no such case."""
    database, now = bench.store.database, bench.clock.now()
    case = cases.find_case(database, case_id)
    closed_at = case.closed_at
    lately = closed_at is not None and now - closed_at <= OFFERED_FOR
    offer = service.offer(case_id) if lately else None
    of_case = calls_made.list_of_case(database, case_id)
    buyer = find_whom(database, case.buyer_id) if case.buyer_id is not None else None
    refused = buyer is not None and buyer.consent is Consent.REFUSED
    planned = next((each for each in of_case if each.state is CallBackState.DUE and not refused), None)
    made = calls_made.last_about(database, case_id)
    return CaseCalls(case_id, _worth(offer), planned, made)


def offers_now(bench: Workbench, service: CaseCallService, case_ids: Sequence[int]) -> tuple[CaseCallOffer, ...]:
    """The calls that may be offered for those of the cases that were closed just now."""
    database, now = bench.store.database, bench.clock.now()
    found = []
    for case_id in sorted(case_ids)[:_LOOKED_AT]:
        try:
            case = cases.find_case(database, case_id)
        except NotFound:
            continue
        if case.closed_at is None or not timedelta(0) <= now - case.closed_at <= JUST_NOW:
            continue
        offer = _worth(service.offer(case_id))
        if offer is not None:
            found.append(offer)
    return tuple(found)
