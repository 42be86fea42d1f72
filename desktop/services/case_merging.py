"""One case going into another inside a transaction: all that hangs on it, its clocks, and the facts chosen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.services import packet_merging
from desktop.services.case_moving import answered
from desktop.services.case_waking import AWAKE, WokeBy, wake
from desktop.services.clock_writing import drop_clock
from desktop.services.register_outcomes import join_invoices
from models.kinds import CaseState, LinkKind
from models.records import Case
from models.rules.case_joining import MergeFact, join_clocks
from models.rules.case_life import CaseLife
from models.store import case_links, case_page, case_parts, cases, evidence, weighings
from models.store.cases import ARCHIVE_SHELF
from models.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Moved:
    """How much went over."""

    evidence: int
    notes: int


def merge_case(transaction: Transaction, kept: Case, life: CaseLife) -> Moved:
    """Move what hangs on one case to the kept one and archive it; whether it may be is decided before."""
    other = life.case
    notes = 0
    join_invoices(transaction, kept, other)
    for noun in case_parts.MOVING:
        for row_id in case_parts.row_ids(transaction.database, noun, other.id):
            transaction.update(noun, row_id, case_id=kept.id)
            notes += noun == "note"
    # Before the evidence goes: the photo of its scale may have a twin there.
    weighings.take_over(transaction, other.id, kept.id)
    packet_merging.take_over(transaction, other.id, kept.id)
    pieces = move_evidence(transaction, other.id, kept.id)
    _move_tags(transaction, other.id, kept.id)
    _move_steps(transaction, other.id, kept.id)
    _move_links(transaction, other.id, kept.id)
    _join_clocks(transaction, kept, life)
    transaction.take_over_draft(other.id, kept.id)
    transaction.take_over_texts(other.id, kept.id)
    now = transaction.stamp.now
    transaction.update(
        "case", other.id, state=CaseState.ARCHIVED, shelf=ARCHIVE_SHELF, closed_at=other.closed_at or now,
        merged_into=kept.id, **AWAKE,
    )  # fmt: skip
    transaction.insert(
        "case_link", case_id=other.id, other_id=kept.id, kind=LinkKind.MERGED, made_at=now,
        made_by=transaction.stamp.person,
    )  # fmt: skip
    transaction.record(
        "merged_into", entity="case", entity_id=other.id, case_id=other.id,
        details={"kept": kept.number, "was": other.state.value},
    )  # fmt: skip
    transaction.touch(kept.id)
    return Moved(pieces, notes)


def move_evidence(transaction: Transaction, from_case: int, to_case: int, only: frozenset[int] | None = None) -> int:
    """Evidence goes over with new numbers and as no exhibit; the same file twice stays behind. Returns how many went.

    What was derived from a file that stays behind belongs to its twin in the other case. Weights that stay while the
    photo of their scale goes have none.
    """
    database, moved = transaction.database, 0
    here = sorted(evidence.list_case_evidence(database, from_case), key=lambda item: item.number)
    items = [item for item in here if only is None or item.id in only]
    there = evidence.list_hashes(database, to_case)
    twins = {item.id: there[item.sha256] for item in items if item.sha256 in there}
    last = evidence.next_number(database, from_case) - 1
    for item in items:
        if item.id in twins:
            for weighing_id in evidence.weighings_with(database, item.id, to_case):
                transaction.update("weighing", weighing_id, scale_evidence_id=twins[item.id])
            continue
        if only is not None:
            for weighing_id in evidence.weighings_with(database, item.id, from_case):
                transaction.update("weighing", weighing_id, scale_evidence_id=None)
        parent = twins.get(item.parent_id, item.parent_id) if item.parent_id is not None else None
        made_of = [twins.get(each, each) for each in item.made_of]
        number = evidence.next_number(database, to_case)
        transaction.update(
            "evidence", item.id, case_id=to_case, number=number, exhibit=None, parent_id=parent, made_of=made_of
        )
        transaction.record(
            "evidence_moved", entity="evidence", entity_id=item.id, case_id=to_case,
            details={"number": number, "was": item.number, "from": _number(transaction, from_case),
                     "sha256": item.sha256},
        )  # fmt: skip
        moved += 1
    if moved:
        transaction.update("case", from_case, evidence_gone=last)
    return moved


def close_exhibits(transaction: Transaction, case_id: int) -> None:
    """The exhibits that are left are numbered 1, 2, 3 again."""
    left = [item for item in evidence.list_case_evidence(transaction.database, case_id) if item.exhibit is not None]
    for number, item in enumerate(left, 1):
        transaction.update("evidence", item.id, exhibit=number)


def _number(transaction: Transaction, case_id: int) -> str:
    return cases.find_case(transaction.database, case_id).number


def _move_tags(transaction: Transaction, from_case: int, to_case: int) -> None:
    there = case_parts.tag_rows(transaction.database, to_case)
    for name, row_id in case_parts.tag_rows(transaction.database, from_case).items():
        if name not in there:
            transaction.update("case_tag", row_id, case_id=to_case)


def _move_steps(transaction: Transaction, from_case: int, to_case: int) -> None:
    start = case_parts.last_position(transaction.database, to_case)
    for position, row_id in enumerate(case_parts.step_rows(transaction.database, from_case), start + 1):
        transaction.update("step", row_id, case_id=to_case, position=position)


def _move_links(transaction: Transaction, from_case: int, to_case: int) -> None:
    """Links made by hand go over, but not to the kept case itself nor where there is one already."""
    for link_id, first, third in case_links.related_links(transaction.database, from_case):
        if third == to_case or case_links.find_link(transaction.database, to_case, third) is not None:
            continue
        column = "case_id" if first else "other_id"
        transaction.update("case_link", link_id, **{column: to_case})


def _join_clocks(transaction: Transaction, kept: Case, life: CaseLife) -> None:
    there = case_page.list_clocks(transaction.database, kept.id)
    joined = join_clocks(there, life.clocks, answered=kept.state is not CaseState.NEW)
    for clock in joined.ending:
        drop_clock(transaction, clock)
    for clock in joined.over:
        transaction.update("clock", clock.id, case_id=kept.id)


def answer_kept(transaction: Transaction, kept: Case, lives: Mapping[int, CaseLife]) -> None:
    """Where one of the merged cases was answered, the kept one is; R003-01 is met by it. A snoozed one wakes."""
    case = cases.find_case(transaction.database, kept.id)
    if case.state is CaseState.NEW and any(life.case.state is not CaseState.NEW for life in lives.values()):
        answered(transaction, case)
    else:
        wake(transaction, case, WokeBy.WORK)


def keep_facts(
    transaction: Transaction, kept: Case, lives: Mapping[int, CaseLife], facts: Mapping[MergeFact, int], *, sum_up: bool
) -> None:
    """Take over the facts chosen of other cases; amounts are added only if that was said, in one currency."""
    columns: dict[str, object] = {}
    for fact, case_id in facts.items():
        life = lives.get(case_id)
        if life is not None:
            columns |= _columns(transaction, fact, life.case)
    if sum_up:
        same = [each.case.at_stake for each in lives.values() if each.case.at_stake.currency == kept.at_stake.currency]
        columns["at_stake"] = kept.at_stake.minor + sum(amount.minor for amount in same)
        columns.pop("currency", None)
    if columns and transaction.update("case", kept.id, **columns):
        names = {"zh": "、".join(_FACTS[fact][0] for fact in facts if facts[fact] in lives),
                 "en": ", ".join(_FACTS[fact][1] for fact in facts if facts[fact] in lives)}  # fmt: skip
        if names["zh"] or sum_up:
            transaction.record(
                "facts_taken_over", entity="case", entity_id=kept.id, case_id=kept.id,
                details={"facts": names if names["zh"] else {"zh": "涉及金额（合计）", "en": "amount at stake (sum)"}},
            )  # fmt: skip


_FACTS: Mapping[MergeFact, tuple[str, str]] = {
    MergeFact.ORDER: ("订单", "order"), MergeFact.PROBLEM: ("问题类型", "problem"),
    MergeFact.DEMAND: ("客户诉求", "demand"), MergeFact.LIABILITY: ("责任", "liability"),
    MergeFact.AT_STAKE: ("涉及金额", "amount at stake"), MergeFact.WAITING_ON: ("等谁", "waiting on"),
    MergeFact.HANDLER: ("处理人", "handler"), MergeFact.FLAG: ("旗标", "flag"), MergeFact.SUMMARY: ("案情", "summary"),
}  # fmt: skip


def _columns(transaction: Transaction, fact: MergeFact, case: Case) -> dict[str, object]:
    copied = case_parts.copied_columns(transaction.database, case.id)
    if fact is MergeFact.ORDER:
        # With its buyer: an order is never another one's.
        return {
            "order_id": case.order_id, "order_number": copied["order_number"], "buyer_id": case.buyer_id,
            "buyer_nick": copied["buyer_nick"],
        }  # fmt: skip
    if fact is MergeFact.AT_STAKE:
        return {"at_stake": case.at_stake.minor, "currency": case.at_stake.currency}
    if fact is MergeFact.HANDLER:
        return {"handler_id": case.handler_id, "handler_name": copied["handler_name"]}
    return {fact.value: getattr(case, fact.value)}
