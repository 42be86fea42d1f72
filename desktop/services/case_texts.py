"""Texts of a case: replies copied out, notes and their corrections, and what is being written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.services.case_moving import answered
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.kinds import NoteKind, TextDraftKind
from models.store import case_texts, cases
from models.store.transaction import Transaction

# Above what a note may have, so that one too long is kept while it is being shortened.
DRAFT_LIMIT = 400_000


@dataclass(frozen=True, slots=True)
class TextDraft:
    """What is being written, and what was chosen with it: a reply's situation, tone and language, a note's kind."""

    text: str
    chosen: Mapping[str, str] = field(default_factory=dict)


def draft_as_data(draft: TextDraft) -> str:
    """As it is kept; escaped, so that even half an emoji comes back as typed. Nothing for an empty text."""
    return json.dumps({"text": draft.text, **draft.chosen}, ensure_ascii=True) if draft.text else ""


def draft_of(kept: str) -> TextDraft:
    """What was kept; a text that is none of ours is taken as the text itself."""
    try:
        data = json.loads(kept)
    except ValueError:
        return TextDraft(kept)
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return TextDraft(kept)
    return TextDraft(data["text"], {name: value for name, value in data.items() if isinstance(value, str)})


class CaseTextService:
    """What can be done with the texts of cases."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def keep_draft(self, case_id: int, kind: TextDraftKind, draft: TextDraft) -> None:
        """Keep what is being written; an empty text forgets it. No action: neither history nor Undo knows it.

        A text of more than 400,000 characters, four times what a note may have, is not kept.
        """
        kept = draft_as_data(draft)
        if len(draft.text) > DRAFT_LIMIT:
            return
        with self._bench.store.write(self._bench.stamp()) as transaction:
            transaction.save_text_draft(case_id, kind, kept)

    def reply_copied(
        self,
        case_id: int,
        text: str,
        *,
        situation: str = "",
        language: str = "",
        details: Mapping[str, object] | None = None,
    ) -> bool:
        """A reply was taken to be sent: kept, in the history, and the buyer is answered (R003-01), in one action.

        False, and nothing written, where this very text was copied for the case before. `details` go into the event.
        UserError for what cannot be kept.
        """
        checked_text(text, required=True)
        database = self._bench.store.database
        if case_texts.has_reply(database, case_id, text):
            return False
        # The text stands in its row only: the history is for ever, and a buyer may want words erased.
        told = {"situation": situation, **(details or {})}

        def work(transaction: Transaction) -> bool:
            if case_texts.has_reply(transaction.database, case_id, text):
                return False
            stamp = transaction.stamp
            transaction.insert(
                "reply", case_id=case_id, text=text, language=language, situation=situation, made_at=stamp.now,
                made_by=stamp.person,
            )  # fmt: skip
            transaction.record("reply_copied", entity="case", entity_id=case_id, case_id=case_id, details=told)
            answered(transaction, cases.find_case(transaction.database, case_id))
            return True

        return self._bench.act("reply_copied", work, values={"situation": told["situation"]})

    def correct_note(self, note_id: int, text: str, kind: NoteKind) -> bool:
        """Give a note another text or kind; the old one stays in the history. False if nothing changed."""
        checked_text(text, required=True)

        def work(transaction: Transaction) -> bool:
            note = case_texts.find_note(transaction.database, note_id)
            if not transaction.update("note", note_id, text=text, kind=kind):
                return False
            transaction.record(
                "note_corrected", entity="note", entity_id=note_id, case_id=note.case_id,
                details={"text": text, "was": note.text, "kind": kind.value, "was_kind": note.kind.value},
            )  # fmt: skip
            return True

        return self._bench.act("note_corrected", work, values={"text": text[:80]})

    def remove_note(self, note_id: int) -> None:
        """Take a note back; its text stays in the history."""

        def work(transaction: Transaction) -> None:
            note = case_texts.find_note(transaction.database, note_id)
            if transaction.remove("note", note_id):
                transaction.record(
                    "note_removed", entity="note", entity_id=note_id, case_id=note.case_id, details={"was": note.text}
                )

        self._bench.act("note_removed", work)
