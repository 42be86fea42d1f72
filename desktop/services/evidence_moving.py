"""Evidence going to another case, or standing in it as well: new numbers, no exhibits, the bytes shared by their hash.

What was made of a file keeps pointing to it, also where only one of the two went; where its parent has a twin in the
other case, or is copied with it, it points to that one. The same bytes never stand twice in one case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from desktop.services.case_merging import close_exhibits
from desktop.services.packet_merging import take_exhibits
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import CaseState
from models.records import Case, Evidence
from models.store import cases, evidence
from models.store.transaction import Transaction

_OWN = frozenset({"id", "case_id", "number", "exhibit", "parent_id", "made_of"})


@dataclass(frozen=True, slots=True)
class MovingReport:
    """What became of it: the ids that are in the target now, those whose bytes it had already (they stay where they
    were), and those of the first whose parent stands in another case.
    """

    target: str
    there: tuple[int, ...] = ()
    doubles: tuple[int, ...] = ()
    parted: tuple[int, ...] = ()


@dataclass
class _Target:
    case: Case
    number: int
    twins: dict[str, int]
    there: list[int] = field(default_factory=list)
    doubles: list[int] = field(default_factory=list)
    instead: dict[int, int] = field(default_factory=dict)
    """What stands in the target for a piece of evidence of another case."""

    def take_number(self) -> int:
        self.number += 1
        return self.number - 1


class EvidenceMoving:
    """Moves and copies between cases, each one action and one entry of Undo for any number."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def move(self, evidence_ids: Sequence[int], target_id: int) -> MovingReport:
        """Take evidence out of its cases into another. Exhibit numbers of those it left close up.

        NotFound for an unknown case or evidence; UserError `archived_stays` for evidence of an archived case, whose
        file stays complete (R002-06), and `merged_stays` for either side.
        """
        return self._act("evidence_moved_away", evidence_ids, target_id, move=True)

    def copy(self, evidence_ids: Sequence[int], target_id: int) -> MovingReport:
        """Let evidence stand in another case as well: same file, caption and tag, own number. The layer of marks drawn
        over it stays with the first. NotFound, UserError `merged_stays`.
        """
        return self._act("evidence_copied_to", evidence_ids, target_id, move=False)

    def _act(self, code: str, evidence_ids: Sequence[int], target_id: int, *, move: bool) -> MovingReport:
        database = self._bench.store.database
        number = cases.find_case(database, target_id).number
        said: dict[str, object] = {"count": len(evidence_ids), "to": number}

        def work(transaction: Transaction) -> MovingReport:
            report = _carry(transaction, evidence_ids, target_id, code, move=move)
            said["count"] = len(report.there)
            return report

        return self._bench.act(code, work, values=said)


def _carry(
    transaction: Transaction, evidence_ids: Sequence[int], target_id: int, code: str, *, move: bool
) -> MovingReport:
    target = _target(transaction, target_id)
    by_case: dict[int, list[Evidence]] = {}
    for item in evidence.find_many(transaction.database, evidence_ids):
        by_case.setdefault(item.case_id, []).append(item)
    by_case.pop(target_id, None)
    carried: list[Evidence] = []
    for case_id, items in by_case.items():
        origin = cases.find_case(transaction.database, case_id)
        if move and origin.merged_into is not None:
            raise UserError("merged_stays", case=origin.number)
        if move and origin.state is CaseState.ARCHIVED:
            raise UserError("archived_stays", case=origin.number)
        last = evidence.next_number(transaction.database, case_id) - 1
        going = [item for item in sorted(items, key=lambda item: item.number) if not _is_double(target, item)]
        for item in going:
            (_move if move else _copy)(transaction, target, item, origin.number)
        if going:
            if move:
                take_exhibits(transaction, case_id, target_id, {item.id for item in going})
                transaction.update("case", case_id, evidence_gone=last)
                close_exhibits(transaction, case_id)
            transaction.record(
                code, entity="case", entity_id=case_id, case_id=case_id,
                details={"count": len(going), "to": target.case.number,
                         "numbers": ", ".join(str(item.number) for item in going[:50])},
            )  # fmt: skip
        carried += going
    _mend_parents(transaction, target, carried)
    gone = {item.id for item in carried} | set(target.twins.values())
    parted = [
        item.id for item in carried if item.parent_id and item.parent_id not in gone | target.instead.keys()
    ]  # fmt: skip
    return MovingReport(target.case.number, tuple(target.there), tuple(target.doubles), tuple(parted))


def _target(transaction: Transaction, case_id: int) -> _Target:
    case = cases.find_case(transaction.database, case_id)
    number = evidence.next_number(transaction.database, case_id)
    return _Target(case, number, evidence.list_hashes(transaction.database, case_id))


def _is_double(target: _Target, item: Evidence) -> bool:
    twin = target.twins.get(item.sha256)
    if twin is not None:
        target.doubles.append(item.id)
        target.instead[item.id] = twin
        return True
    # Also of two with the same bytes that come from two cases, only the first goes.
    target.twins[item.sha256] = item.id
    return False


def _move(transaction: Transaction, target: _Target, item: Evidence, origin: str) -> None:
    number = target.take_number()
    transaction.update("evidence", item.id, case_id=target.case.id, number=number, exhibit=None)
    for weighing_id in evidence.weighings_with(transaction.database, item.id, item.case_id):
        # The reading stays what it was; its photo is no longer one of that case.
        transaction.update("weighing", weighing_id, scale_evidence_id=None)
    target.there.append(item.id)
    transaction.record(
        "evidence_moved", entity="evidence", entity_id=item.id, case_id=target.case.id,
        details={"number": number, "was": item.number, "from": origin, "sha256": item.sha256},
    )  # fmt: skip


def _copy(transaction: Transaction, target: _Target, item: Evidence, origin: str) -> None:
    number = target.take_number()
    values = {each.name: getattr(item, each.name) for each in fields(item) if each.name not in _OWN}
    new_id = transaction.insert(
        "evidence", case_id=target.case.id, number=number, exhibit=None, parent_id=item.parent_id,
        made_of=list(item.made_of), **values,
    )  # fmt: skip
    target.there.append(new_id)
    target.instead[item.id] = new_id
    target.twins[item.sha256] = new_id
    transaction.record(
        "evidence_copied", entity="evidence", entity_id=new_id, case_id=target.case.id,
        details={"number": number, "was": item.number, "from": origin, "sha256": item.sha256},
    )  # fmt: skip


def _mend_parents(transaction: Transaction, target: _Target, carried: Sequence[Evidence]) -> None:
    instead = target.instead
    if not instead:
        return
    for item in carried:
        parent = instead.get(item.parent_id, item.parent_id) if item.parent_id is not None else None
        made_of = [instead.get(each, each) for each in item.made_of]
        if parent != item.parent_id or made_of != list(item.made_of):
            transaction.update("evidence", instead.get(item.id, item.id), parent_id=parent, made_of=made_of)
