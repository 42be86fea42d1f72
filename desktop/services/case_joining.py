"""Cases of one story: duplicates merged, related ones linked, one split in two. All of it is undone whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from desktop.services.case_merging import answer_kept, keep_facts, merge_case
from desktop.services.case_splitting import SplitParts, split_case
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.case_query import CaseQuery, CaseSort, CaseView
from models.errors import NotFound, UserError
from models.kinds import CaseState, LinkKind
from models.records import Case, CaseRow
from models.rules.case_joining import Doubtful, MergeFact, judge_link, judge_merge
from models.rules.case_life import CLOSED, CaseLife
from models.rules.verdict import Refused
from models.store import case_links, case_lives, case_page, cases, evidence
from models.store.transaction import Transaction

_FOUND = 20


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the cases to be merged, as it is shown beside the others."""

    case: Case
    row: CaseRow
    evidence: int
    notes: int
    resolved: bool


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging takes: the case kept first; why one of them may not go in; what speaks against it all the same."""

    sides: tuple[MergeSide, ...]
    refused: Mapping[int, str] = field(default_factory=dict)
    doubts: Mapping[int, str] = field(default_factory=dict)


class CaseJoiningService:
    """What can be done with several cases of one story. Every action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    # Finding

    def find_cases(self, text: str, *, but: Sequence[int] = ()) -> tuple[CaseRow, ...]:
        """Cases a typed number, order, buyer or phone may mean, newest first; those already merged are left out."""
        bench, database = self._bench, self._bench.store.database
        if not text.strip():
            return ()
        query = CaseQuery(view=CaseView.ALL, text=text, sort=CaseSort.UPDATED, descending=True)
        ids = list(cases.list_case_ids(database, query, bench.clock.now(), bench.time_zone)[: 3 * _FOUND])
        with suppress(NotFound):
            ids.insert(0, cases.find_case_id(database, text.strip().upper()))
        return self._rows(ids, but)

    def suggest(self, case_id: int) -> tuple[CaseRow, ...]:
        """Other cases of the order and the buyer of a case, those of the order first."""
        related = case_links.list_related(self._bench.store.database, self._case(case_id))
        return self._rows([each.id for each in related], (case_id,))

    def _rows(self, ids: Sequence[int], but: Sequence[int]) -> tuple[CaseRow, ...]:
        database = self._bench.store.database
        known = case_lives.load_cases(database, ids)
        fit = [each for each in dict.fromkeys(ids) if each in known and each not in but]
        fit = [each for each in fit if known[each].merged_into is None][:_FOUND]
        rows = cases.load_rows(database, fit)
        return tuple(rows[each] for each in fit if each in rows)

    def kept_case(self, case_id: int) -> int:
        """The case that a merged one leads to; the case itself if it was not merged."""
        return case_links.kept_case(self._bench.store.database, case_id)

    def _case(self, case_id: int) -> Case:
        return cases.find_case(self._bench.store.database, case_id)

    # Merging

    def plan_merge(self, case_ids: Sequence[int], kept_id: int | None = None) -> MergePlan:
        """What merging these takes; nothing is changed. Without `kept_id` the decided, disputed or oldest stays."""
        database = self._bench.store.database
        lives = case_lives.load_lives(database, list(dict.fromkeys(case_ids)))
        if not lives:
            raise NotFound("case_not_found", case=next(iter(case_ids), 0))
        kept = lives.get(kept_id or 0) or min(lives.values(), key=_rank)
        others = [life for life in lives.values() if life.case.id != kept.case.id]
        verdicts = {life.case.id: judge_merge(kept, life) for life in others}
        rows = cases.load_rows(database, list(lives))
        return MergePlan(
            tuple(self._side(life, rows[life.case.id]) for life in (kept, *others)),
            {case_id: verdict.reason for case_id, verdict in verdicts.items() if isinstance(verdict, Refused)},
            {case_id: verdict.reason for case_id, verdict in verdicts.items() if isinstance(verdict, Doubtful)},
        )

    def _side(self, life: CaseLife, row: CaseRow) -> MergeSide:
        database, case_id = self._bench.store.database, life.case.id
        pieces = len(evidence.list_case_evidence(database, case_id))
        return MergeSide(life.case, row, pieces, len(case_page.list_notes(database, case_id)), life.resolved)

    def merge(
        self,
        kept_id: int,
        other_ids: Sequence[int],
        *,
        facts: Mapping[MergeFact, int] | None = None,
        sum_up: bool = False,
        meant: bool = False,
    ) -> None:
        """Let duplicates go into one case; all of them or none.

        `facts` names for each fact the case whose value is kept; what is not named stays as the kept case has it.
        Amounts are added only with `sum_up`. `meant`: another buyer's case may go in. UserError with the reason of
        `judge_merge` names the first that may not.
        """
        others = [case_id for case_id in dict.fromkeys(other_ids) if case_id != kept_id]
        if not others:
            raise UserError("merge_same")
        database = self._bench.store.database
        kept_number = cases.find_case(database, kept_id).number

        def work(transaction: Transaction) -> None:
            lives = dict(case_lives.load_lives(transaction.database, [kept_id, *others]))
            gone = next((case_id for case_id in (kept_id, *others) if case_id not in lives), None)
            if gone is not None:
                raise NotFound("case_not_found", case=gone)
            kept = lives.pop(kept_id)
            for life in lives.values():
                verdict = judge_merge(kept, life)
                if isinstance(verdict, Refused) or (isinstance(verdict, Doubtful) and not meant):
                    raise UserError(verdict.reason, case=life.case.number, kept=kept.case.number)
            keep_facts(transaction, kept.case, lives, facts or {}, sum_up=sum_up)
            answer_kept(transaction, kept.case, lives)
            now_kept = cases.find_case(transaction.database, kept_id)
            moved = [merge_case(transaction, now_kept, life) for life in lives.values()]
            transaction.record(
                "merged_here", entity="case", entity_id=kept_id, case_id=kept_id,
                details={
                    "cases": ", ".join(life.case.number for life in lives.values()),
                    "evidence": sum(each.evidence for each in moved), "notes": sum(each.notes for each in moved),
                },
            )  # fmt: skip

        self._bench.act("cases_merged", work, values={"count": len(others), "kept": kept_number})

    # Linking

    def link(self, case_id: int, other_id: int) -> int:
        """Say that two cases belong together; returns the link. UserError `link_same` or `link_already`."""
        first, second = self._case(case_id), self._case(other_id)

        def work(transaction: Transaction) -> int:
            known = case_links.find_link(transaction.database, case_id, other_id)
            verdict = judge_link(first, second, known is not None)
            if isinstance(verdict, Refused):
                raise UserError(verdict.reason, case=second.number)
            stamp = transaction.stamp
            link_id = transaction.insert(
                "case_link", case_id=case_id, other_id=other_id, kind=LinkKind.RELATED, made_at=stamp.now,
                made_by=stamp.person,
            )  # fmt: skip
            _tell_both(transaction, "case_linked", first, second)
            return link_id

        return self._bench.act("cases_linked", work, values={"first": first.number, "second": second.number})

    def unlink(self, link_id: int) -> None:
        """Take a link made by hand back. UserError `link_stays` for one that merging or splitting made."""
        first_id, second_id, kind = case_links.read_link(self._bench.store.database, link_id)
        if kind is not LinkKind.RELATED:
            raise UserError("link_stays")
        first, second = self._case(first_id), self._case(second_id)

        def work(transaction: Transaction) -> None:
            if transaction.remove("case_link", link_id):
                _tell_both(transaction, "case_unlinked", first, second)

        self._bench.act("cases_unlinked", work, values={"first": first.number, "second": second.number})

    # Splitting

    def split(self, case_id: int, parts: SplitParts) -> int:
        """Open another case of the same order and buyer with what was chosen of this one; returns its id.

        UserError `merged_stays` for a merged case, `split_not_here` for evidence or notes of another case.
        """
        checked_text(parts.summary)
        origin = self._case(case_id)
        if origin.merged_into is not None:
            raise UserError("merged_stays", case=origin.number)
        made: dict[str, object] = {"origin": origin.number, "number": ""}

        def work(transaction: Transaction) -> int:
            new_id = split_case(transaction, case_id, parts, self._settings, self._bench.person)
            made["number"] = cases.find_case(transaction.database, new_id).number
            return new_id

        return self._bench.act("case_split", work, values=made)


def _tell_both(transaction: Transaction, code: str, first: Case, second: Case) -> None:
    for case, other in ((first, second), (second, first)):
        transaction.record(code, entity="case", entity_id=case.id, case_id=case.id, details={"other": other.number})


def _rank(life: CaseLife) -> tuple[bool, bool, bool, int]:
    case = life.case
    return (not life.resolved, case.state is not CaseState.IN_DISPUTE, case.state in CLOSED, case.id)
