"""What was chosen and written for the packet of a case goes with it, or with its evidence, into another case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop.services.packet_plans import summaries, summary_key
from models.store import packets, shops
from models.store.transaction import Transaction


def take_over(transaction: Transaction, from_case: int, to_case: int) -> None:
    """Give the plan, or how its exhibits are shown, and the summaries, where the other case has none of its own.

    Part of merging, undone with it. The first case keeps what it had: it is only read from then on.
    """
    database = transaction.database
    plan, there = packets.find_plan(database, from_case), packets.find_plan(database, to_case)
    if plan is not None:
        known = {each.evidence_id for each in there.exhibits} if there is not None else set()
        more = tuple(each for each in plan.exhibits if each.evidence_id not in known)
        packets.write_plan(
            transaction, to_case, plan if there is None else replace(there, exhibits=(*there.exhibits, *more))
        )
    kept, written = summaries(database, to_case), summaries(database, from_case)
    if written.keys() - kept.keys():
        shops.change_setting(transaction, summary_key(to_case), {**written, **kept})


def take_exhibits(transaction: Transaction, from_case: int, to_case: int, evidence_ids: Collection[int]) -> None:
    """How evidence is shown (crop, stills, pages, version) goes with it into another case; what was chosen there stays.

    The case it left keeps it too, for evidence that comes back. A case without a plan of its own gets one like that of
    the first.
    """
    database = transaction.database
    plan = packets.find_plan(database, from_case)
    going = tuple(each for each in plan.exhibits if each.evidence_id in evidence_ids) if plan is not None else ()
    if plan is None or not going:
        return
    there = packets.find_plan(database, to_case)
    kept = there or replace(plan, exhibits=(), texts=(), weights=None, previous_id=None)
    known = {each.evidence_id for each in kept.exhibits}
    more = tuple(each for each in going if each.evidence_id not in known)
    packets.write_plan(transaction, to_case, replace(kept, exhibits=(*kept.exhibits, *more)))
