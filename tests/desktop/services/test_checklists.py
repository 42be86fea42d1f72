"""Checklists: filled by tagged evidence, asked for in one polite message, counted for the list and forgotten in time."""

from __future__ import annotations

import pytest

from desktop.context import AppContext
from desktop.services.fact_names import FactName
from models.case_query import CaseFilters, CaseQuery, CaseSort, CaseView, EvidenceFilter
from models.errors import UserError
from models.evidence_records import Completeness
from models.kinds import CaseState, EvidenceSource, Integrity, Problem, WaitingOn


def count(ctx: AppContext, case_id: int) -> Completeness | None:
    """What the list shows of a case."""
    return ctx.cases.load_rows([case_id])[case_id].evidence


def counted(ctx: AppContext, case_id: int) -> Completeness:
    """Count a case as the list does; what is kept then."""
    assert ctx.checklists.keep(ctx.checklists.count([case_id]))
    found = count(ctx, case_id)
    assert found is not None
    return found


def photo(ctx: AppContext, case_id: int, data: bytes = b"one") -> int:
    """A file of a case."""
    ctx.intake.add_bytes(case_id, data, "a.txt", EvidenceSource.CHOSEN)
    return max(item.id for item in ctx.evidence.list_case_evidence(case_id))


def test_the_list_shows_what_the_panel_counts_and_forgets_it_when_it_no_longer_holds(
    ctx: AppContext, case_id: int
) -> None:
    assert count(ctx, case_id) is None
    first = counted(ctx, case_id)
    shown = ctx.checklists.of_case(case_id)
    assert first == shown.list.completeness
    assert first.due >= 1
    need = shown.list.required_missing[0].id

    item = photo(ctx, case_id)
    assert count(ctx, case_id) is None
    ctx.evidence.set_tag(item, need)
    after = counted(ctx, case_id)
    assert (after.there, after.due) == (first.there + 1, first.due - 1)
    ctx.evidence.set_caption(item, "合照")
    assert count(ctx, case_id) == after
    ctx.bench.undo_last()
    assert count(ctx, case_id) == after
    ctx.bench.undo_last()
    assert count(ctx, case_id) is None
    assert counted(ctx, case_id).there == first.there


def test_what_is_not_as_imported_fills_nothing(ctx: AppContext, case_id: int) -> None:
    need = ctx.checklists.of_case(case_id).list.items[0].need.id
    item = photo(ctx, case_id)
    ctx.evidence.set_tag(item, need)
    assert counted(ctx, case_id).there == 1
    ctx.bench.act("x", lambda change: change.mark_verified(item, Integrity.CHANGED), undoable=False)
    assert count(ctx, case_id) is None
    assert counted(ctx, case_id).there == 0


def test_a_count_is_no_change_of_the_case(ctx: AppContext, case_id: int) -> None:
    before = ctx.cases.load_rows([case_id])[case_id].updated_at
    ctx.facts.change(case_id, FactName.WAITING_ON, WaitingOn.BUYER, expected=WaitingOn.US)
    events = len(ctx.cases.load_page(case_id).timeline)
    counted(ctx, case_id)
    assert len(ctx.cases.load_page(case_id).timeline) == events
    assert ctx.cases.load_rows([case_id])[case_id].updated_at == before
    undone = ctx.bench.undo_last()
    assert undone is not None
    assert undone.code == "fact_edited"
    assert count(ctx, case_id) is not None


def test_counts_read_before_a_change_are_thrown_away(ctx: AppContext, case_id: int) -> None:
    read = ctx.checklists.count([case_id])
    photo(ctx, case_id)
    assert not ctx.checklists.keep(read)
    assert count(ctx, case_id) is None


@pytest.mark.parametrize("what", ["problem", "dispute", "draft", "number", "rules"])
def test_what_a_checklist_rests_on_makes_it_count_anew(ctx: AppContext, case_id: int, what: str) -> None:
    counted(ctx, case_id)
    if what == "problem":
        was = ctx.cases.load_page(case_id).case.problem
        ctx.facts.change(case_id, FactName.PROBLEM, Problem.LOST, expected=was)
    elif what == "dispute":
        ctx.bench.act("x", lambda change: change.update("case", case_id, state=CaseState.IN_DISPUTE))
    elif what == "draft":
        ctx.resolutions.save_draft(case_id, {"signed": True})
    elif what == "number":
        values = {
            "pack": "cn-law",
            "name": "x",
            "value": "1",
            "note": "",
            "changed_at": ctx.clock.now(),
            "changed_by": "",
        }
        ctx.bench.act("x", lambda change: change.insert("pack_number", **values))
    else:
        packs = ctx.checklists.other_rules()
        assert packs
        ctx.checklists.take_rules(packs)
        assert ctx.checklists.other_rules() is None
    assert count(ctx, case_id) is None


def test_a_move_between_states_forgets_no_count(ctx: AppContext, case_id: int) -> None:
    counted(ctx, case_id)
    ctx.bench.act("x", lambda change: change.update("case", case_id, state=CaseState.WAITING))
    assert count(ctx, case_id) is not None


def test_the_list_is_filtered_and_sorted_by_what_is_missing(ctx: AppContext, case_id: int) -> None:
    def listed(wanted: EvidenceFilter) -> list[int]:
        query = CaseQuery(
            view=CaseView.ALL, sort=CaseSort.EVIDENCE, descending=True, filters=CaseFilters(evidence=(wanted,))
        )
        return list(ctx.cases.list_case_ids(query))

    assert listed(EvidenceFilter.REQUIRED_MISSING) == listed(EvidenceFilter.REQUIRED_THERE) == []
    assert list(ctx.checklists.list_uncounted(10)) == [case_id]
    counted(ctx, case_id)
    assert listed(EvidenceFilter.REQUIRED_MISSING) == [case_id]
    assert listed(EvidenceFilter.REQUIRED_THERE) == []
    assert list(ctx.checklists.list_uncounted(10)) == []


def test_the_buyer_is_asked_once_for_all_and_it_is_noted(ctx: AppContext, case_id: int) -> None:
    shown = ctx.checklists.of_case(case_id)
    needs = [need.id for need in shown.askable]
    assert shown.texts[""]
    assert not ctx.checklists.checked(case_id, shown.texts[""]).findings
    english = ctx.checklists.of_case(case_id, tone="upset", spoken="en")
    assert english.texts[""] != shown.texts[""]
    assert english.texts[""].isascii()

    assert ctx.checklists.mark_asked(case_id, needs, shown.texts[""]) == len(needs)
    after = ctx.checklists.of_case(case_id)
    assert after.asked[needs[0]].times == 1
    assert not after.asked[needs[0]].overdue
    page = ctx.cases.load_page(case_id)
    assert [reply.text for reply in page.replies] == [shown.texts[""]]
    assert any(event.action == "evidence_asked" for event in page.timeline)
    ctx.checklists.mark_asked(case_id, needs[:1])
    assert ctx.checklists.of_case(case_id).asked[needs[0]].times == 2
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert ctx.checklists.of_case(case_id).asked == {}
    assert ctx.cases.load_page(case_id).replies == ()


def test_what_must_not_be_said_is_not_marked_as_asked(ctx: AppContext, case_id: int) -> None:
    need = ctx.checklists.of_case(case_id).list.items[0].need.id
    with pytest.raises(UserError, match="reply_refused"):
        ctx.checklists.mark_asked(case_id, [need], "给您五星好评返现 5 元，加微信聊")
    with pytest.raises(UserError, match="nothing_to_ask"):
        ctx.checklists.mark_asked(case_id, ["nothing of this case"])
    with pytest.raises(UserError, match="text_too_long"):
        ctx.checklists.mark_asked(case_id, [need], "x" * 100_000)
    assert ctx.checklists.of_case(case_id).asked == {}
