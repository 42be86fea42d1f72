"""Texts of a case: notes corrected and taken back with their old versions kept, drafts kept as typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.context import AppContext
from desktop.services.case_texts import TextDraft, draft_of
from desktop.services.text_limits import limit_of, platform_limits
from models.errors import NotFound, UserError
from models.kinds import NoteKind, Platform, TextDraftKind
from models.rules.text_limits import TextPlace

NAUGHTY = (
    "\u202e倒过来\u202c",
    "👩‍👩‍👧‍👦" * 50,
    "a\u0301",
    "../../etc",
    "'; DROP TABLE note; --",
    "<b>粗</b>",
    "字" * 100_000,
)


@pytest.mark.parametrize("text", NAUGHTY)
def test_texts_come_back_as_typed(ctx: AppContext, case_id: int, text: str) -> None:
    ctx.cases.add_note(case_id, text)
    ctx.texts.reply_copied(case_id, text)
    page = ctx.cases.load_page(case_id)
    assert (page.notes[0].text, page.replies[0].text) == (text, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\x00", "text_has_nul"),
        ("\ud83d", "text_not_unicode"),
        ("字" * 100_001, "text_too_long"),
        (" \n", "text_empty"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(ctx: AppContext, case_id: int, text: str, code: str) -> None:
    note = ctx.cases.add_note(case_id, "等仓库称重")
    for write in (
        lambda: ctx.cases.add_note(case_id, text),
        lambda: ctx.texts.correct_note(note, text, NoteKind.INTERNAL),
        lambda: ctx.texts.reply_copied(case_id, text),
    ):
        with pytest.raises(UserError, match=code):
            write()
    page = ctx.cases.load_page(case_id)
    assert (len(page.notes), page.replies) == (1, ())


def test_a_note_is_corrected_and_taken_back_with_its_versions_kept(ctx: AppContext, case_id: int) -> None:
    note = ctx.cases.add_note(case_id, "等仓库乘重")
    assert ctx.texts.correct_note(note, "等仓库称重", NoteKind.PRINTABLE)
    assert not ctx.texts.correct_note(note, "等仓库称重", NoteKind.PRINTABLE)
    page = ctx.cases.load_page(case_id)
    assert [(each.text, each.kind) for each in page.notes] == [("等仓库称重", NoteKind.PRINTABLE)]
    event = next(each for each in page.timeline if each.action == "note_corrected")
    assert (event.details["was"], event.details["was_kind"]) == ("等仓库乘重", "internal")
    ctx.texts.remove_note(note)
    assert ctx.cases.load_page(case_id).notes == ()
    with pytest.raises(NotFound, match="note_not_found"):
        ctx.texts.correct_note(note, "还在吗", NoteKind.INTERNAL)
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    page = ctx.cases.load_page(case_id)
    assert [(each.text, each.kind) for each in page.notes] == [("等仓库乘重", NoteKind.INTERNAL)]
    assert {"note_added", "note_corrected", "note_removed", "undone"} <= {each.action for each in page.timeline}


def test_drafts_survive_as_typed(open_context: Callable[[], AppContext], ctx: AppContext, case_id: int) -> None:
    length = len(ctx.cases.load_page(case_id).timeline)
    draft = TextDraft("写到一半 \ud83d\x00\u202e", {"name": "refund", "tone": "mild"})
    ctx.texts.keep_draft(case_id, TextDraftKind.REPLY, draft)
    ctx.texts.keep_draft(case_id, TextDraftKind.NOTE, TextDraft("备注"))
    page = ctx.cases.load_page(case_id)
    assert draft_of(page.text_drafts[TextDraftKind.REPLY]) == TextDraft(
        draft.text, {"text": draft.text, **draft.chosen}
    )
    assert len(page.timeline) == length
    ctx.texts.keep_draft(case_id, TextDraftKind.NOTE, TextDraft(""))
    assert set(ctx.cases.load_page(case_id).text_drafts) == {TextDraftKind.REPLY}
    assert draft_of("旧的一句").text == draft_of("旧的一句").text == "旧的一句"
    assert draft_of("[1]").text == "[1]"


def test_limits_have_a_source_and_nothing_is_made_up() -> None:
    remark = limit_of(Platform.TAOBAO, TextPlace.REMARK)
    assert remark is not None
    assert remark.limit == 1000
    assert limit_of(Platform.TAOBAO, TextPlace.MESSAGE) is None
    for limit in platform_limits().values():
        assert limit.source
        assert limit.note.zh
        assert limit.note.en
