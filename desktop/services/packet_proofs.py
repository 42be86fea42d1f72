"""What the receiver of a case's packet expects as proof, and which of it is there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from desktop.platform.resources import resource
from models.errors import EnvironmentFault
from models.records import CasePage, Evidence
from models.rules.packet_proofs import (
    PRIOR,
    ExpectedProof,
    ProofBook,
    ProofReason,
    expected_proof,
    load_proofs,
    reason_of,
    within,
)
from models.store import packet_facts
from models.store.connection import CaseDatabase

_FILE = "packet_proofs.json"
_FACT = "dispute_reason"


@cache
def proof_book() -> ProofBook:
    """The reasons of resources/packet_proofs.json; EnvironmentFault `proofs_unreadable`."""
    try:
        return load_proofs(json.loads(resource(_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentFault("proofs_unreadable", file=_FILE) from error


def proof_reason(page: CasePage) -> ProofReason:
    """The reason a case is disputed for: as the wizard was told, else by its problem."""
    answers = page.draft.facts if page.draft is not None else {}
    decided = page.resolution.facts if page.resolution is not None else {}
    told = answers.get(_FACT) or decided.get(_FACT)
    return reason_of(proof_book(), page.case.problem, told if isinstance(told, str) else "")


def proof_of(
    database: CaseDatabase, page: CasePage, preset_id: str, chosen: Sequence[Evidence], *, cited: bool
) -> tuple[ExpectedProof, ...]:
    """The lines of a case for a receiver; earlier orders are looked for where the reason asks for them."""
    reason = proof_reason(page)
    window = next((kind.window for kind, _, _ in reason.proofs if PRIOR in kind.facts), None)
    prior: list[str] = []
    if window is not None and page.buyer is not None:
        at = page.case.opened_at
        # A day more at both ends: days are counted in the shop's zone.
        found = packet_facts.prior_orders(
            database, page.buyer.id, before=at - timedelta(days=window[0] - 1), after=at - timedelta(days=window[1] + 1)
        )
        inside = [each for each in found if within(each.paid_at, at, window, page.shop.time_zone)]
        prior = [each.number for each in inside if page.order is None or each.number != page.order.number]
    return expected_proof(reason, preset_id, page, chosen, cited=cited, prior=prior)
