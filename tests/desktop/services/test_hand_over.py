"""Cases change hands with a word about them, all in one action that can be taken back."""

from __future__ import annotations

import pytest

from desktop.context import AppContext
from desktop.services.hand_over import handed_to
from models.errors import UserError
from models.kinds import NoteKind, Problem, Role

NOTE = "明早九点给买家回电 <b>“别忘”</b> 🌙"


def test_many_cases_are_handed_over_with_one_note_and_taken_back_at_once(
    ctx: AppContext, case_id: int, order_id: int
) -> None:
    ids = [case_id, *(ctx.cases.open_case(problem=Problem.LOST, order_id=order_id) for _ in range(2))]
    assert ctx.hand_over.hand_over([*ids, ids[0]], 2, f"  {NOTE}\n") == 3
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert (entry.code, entry.values) == ("cases_assigned", {"count": 3, "person": "老秋"})
    for each in ids:
        page = ctx.cases.load_page(each)
        assert (page.case.handler_id, page.notes[0].text, page.notes[0].kind) == (2, NOTE, NoteKind.INTERNAL)
        assert page.timeline[0].action == "handed_over"
        assert page.timeline[0].details == {"person": "老秋", "note": NOTE}
    ctx.bench.undo_last()
    page = ctx.cases.load_page(case_id)
    assert (page.case.handler_id, page.notes) == (1, ())
    assert page.timeline[0].action == "undone"


def test_the_receiver_sees_it_until_they_act(ctx: AppContext, case_id: int) -> None:
    ctx.hand_over.hand_over([case_id], 2, NOTE)
    giver, receiver = ctx.shops.list_people()
    page = ctx.cases.load_page(case_id)
    told = handed_to(page, receiver)
    assert told is not None
    assert (told.giver, told.note) == ("小满", NOTE)
    assert handed_to(page, giver) is None
    ctx.shops.choose_person(receiver.id)
    ctx.cases.add_note(case_id, "看到了")
    assert handed_to(ctx.cases.load_page(case_id), receiver) is None


def test_a_case_somebody_has_already_is_left_alone_without_a_note(ctx: AppContext, case_id: int) -> None:
    before = ctx.undo.peek_undo()
    assert ctx.hand_over.hand_over([case_id], 1) == 0
    assert ctx.undo.peek_undo() is before
    assert ctx.hand_over.hand_over([case_id], 1, "给自己") == 1


def test_nobody_gets_a_case_who_is_not_there(ctx: AppContext, case_id: int) -> None:
    ctx.shops.deactivate(2)
    for person, case, note, code in (
        (2, case_id, "", "person_inactive"), (99, case_id, "", "person_not_found"), (1, 10**9, "x", "case_not_found"),
        (1, case_id, "长" * 2001, "text_too_long"), (1, case_id, "\x00", "text_has_nul"),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            ctx.hand_over.hand_over([case], person, note)
        assert refused.value.code == code
    assert ctx.cases.load_page(case_id).notes == ()


def test_one_case_is_named_by_its_number(ctx: AppContext, case_id: int) -> None:
    ctx.hand_over.hand_over([case_id], 2)
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert (entry.code, entry.values["case"]) == ("case_handed", ctx.cases.load_page(case_id).case.number)


def test_a_new_name_goes_to_the_cases_and_not_into_what_was(ctx: AppContext, case_id: int) -> None:
    ctx.shops.rename_person(1, "满满")
    assert ctx.shops.person.name == "满满"
    assert ctx.cases.load_rows([case_id])[case_id].handler == "满满"
    assert {event.person for event in ctx.cases.load_page(case_id).timeline} == {"小满"}
    ctx.bench.undo_last()
    assert ctx.shops.person.name == "小满"
    assert ctx.cases.load_rows([case_id])[case_id].handler == "小满"
    with pytest.raises(UserError, match="person_known"):
        ctx.shops.rename_person(1, "老秋")


def test_initials_follow_the_name_until_they_are_chosen(ctx: AppContext) -> None:
    added = ctx.shops.add_person(name="Ann Lee", role=Role.AFTER_SALES)

    def shown() -> str:
        return next(person.initials for person in ctx.shops.list_people() if person.id == added)

    assert shown() == "AL"
    ctx.shops.rename_person(added, "Bea Kim")
    assert shown() == "BK"
    ctx.shops.change_initials(added, "贝")
    ctx.shops.rename_person(added, "Cleo Ng")
    assert shown() == "贝"
    ctx.shops.change_initials(added, "")
    assert shown() == "CN"


def test_who_left_comes_back(ctx: AppContext) -> None:
    ctx.shops.deactivate(2)
    assert [person.name for person in ctx.shops.list_people()] == ["小满"]
    assert [person.active for person in ctx.shops.list_everybody()] == [True, False]
    ctx.shops.bring_back(2)
    assert [person.name for person in ctx.shops.list_people()] == ["小满", "老秋"]
