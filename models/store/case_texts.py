"""Texts of a case: the replies copied out, and what is being written and not yet kept."""

from __future__ import annotations

from collections.abc import Mapping

from models.errors import NotFound
from models.kinds import NoteKind, TextDraftKind
from models.records import Note, Reply
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import NoteTable, ReplyTable, TextDraftTable

_REPLIES = WholeRows(
    ReplyTable, "case_id = ? AND deleted_at IS NULL ORDER BY made_at DESC, id DESC", without=("deleted_at",)
)
_DRAFTS = WholeRows(TextDraftTable, "case_id = ?")


def list_replies(database: CaseDatabase, case_id: int) -> tuple[Reply, ...]:
    """The replies copied out for a case, newest first."""
    return tuple(Reply(**row) for row in _REPLIES.read(database, case_id))


def read_text_drafts(database: CaseDatabase, case_id: int) -> Mapping[TextDraftKind, str]:
    """What is being written about a case, by kind."""
    return {row["kind"]: row["text"] for row in _DRAFTS.read(database, case_id)}


def has_reply(database: CaseDatabase, case_id: int, text: str) -> bool:
    """Whether this very text was copied out for a case already."""
    same = (ReplyTable.case_id == case_id) & ReplyTable.deleted_at.is_null() & (ReplyTable.text == text)
    return bool(list(ReplyTable.select(ReplyTable.id).where(same).limit(1).tuples().execute(database)))


def find_note(database: CaseDatabase, note_id: int) -> Note:
    """One note; NotFound if there is none, or it was taken back."""
    query = NoteTable.select().where((NoteTable.id == note_id) & NoteTable.deleted_at.is_null())
    for row in query.dicts().execute(database):
        kept = {name: value for name, value in row.items() if name != "deleted_at"}
        return Note(**kept | {"kind": NoteKind(row["kind"])})
    raise NotFound("note_not_found", note=note_id)
