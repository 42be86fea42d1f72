"""Texts of a case: the replies copied out, and what is being written and not yet kept."""

from __future__ import annotations

from collections.abc import Mapping

from models.errors import NotFound
from models.kinds import NoteKind, TextDraftKind
from models.records import Note, Reply
from models.store.connection import CaseDatabase
from models.tables.case import NoteTable, ReplyTable, TextDraftTable


def list_replies(database: CaseDatabase, case_id: int) -> tuple[Reply, ...]:
    """The replies copied out for a case, newest first."""
    query = ReplyTable.select().where((ReplyTable.case_id == case_id) & ReplyTable.deleted_at.is_null())
    rows = query.order_by(ReplyTable.made_at.desc(), ReplyTable.id.desc()).dicts().execute(database)
    return tuple(Reply(**{name: value for name, value in row.items() if name != "deleted_at"}) for row in rows)


def read_text_drafts(database: CaseDatabase, case_id: int) -> Mapping[TextDraftKind, str]:
    """What is being written about a case, by kind."""
    query = TextDraftTable.select(TextDraftTable.kind, TextDraftTable.text).where(TextDraftTable.case_id == case_id)
    return dict(query.tuples().execute(database))


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
