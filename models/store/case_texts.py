"""Texts of a case: the replies copied out, and what is being written and not yet kept."""

from __future__ import annotations

from collections.abc import Mapping

from models.kinds import TextDraftKind
from models.records import Reply
from models.store.connection import CaseDatabase
from models.tables.case import ReplyTable, TextDraftTable


def list_replies(database: CaseDatabase, case_id: int) -> tuple[Reply, ...]:
    """The replies copied out for a case, newest first."""
    query = ReplyTable.select().where((ReplyTable.case_id == case_id) & ReplyTable.deleted_at.is_null())
    rows = query.order_by(ReplyTable.made_at.desc(), ReplyTable.id.desc()).dicts().execute(database)
    return tuple(Reply(**{name: value for name, value in row.items() if name != "deleted_at"}) for row in rows)


def read_text_drafts(database: CaseDatabase, case_id: int) -> Mapping[TextDraftKind, str]:
    """What is being written about a case, by kind."""
    query = TextDraftTable.select(TextDraftTable.kind, TextDraftTable.text).where(TextDraftTable.case_id == case_id)
    return dict(query.tuples().execute(database))
