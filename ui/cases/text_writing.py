"""Joins the tabs of replies and notes with the store: drafts kept, replies recorded, notes corrected, undoable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.case_texts import TextDraft
from models.kinds import NoteKind, TextDraftKind
from models.records import CasePage
from ui.background import Background
from ui.cases.case_cells import Moment
from ui.cases.notes_tab import NotesTab
from ui.cases.replies_tab import NO_DRAFT, CopiedReply, RepliesTab
from ui.cases.text_drafts import TextDrafts
from ui.i18n import translator

tr = translator("cases")
Result = TypeVar("Result")


class TextWriting(QObject):
    """`said` tells what became of it, `failed` carries an error to be shown."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, replies: RepliesTab, notes: NotesTab, panel: QWidget
    ) -> None:
        super().__init__(panel)
        self._ctx = ctx
        self._background = background
        self._replies, self._notes = replies, notes
        self._shown: int | None = None
        self.drafts = TextDrafts(ctx, background, panel)
        self.drafts.failed.connect(self.failed)
        replies.copied.connect(self.copied)
        replies.draft_changed.connect(lambda case, draft: self.drafts.changed(case, TextDraftKind.REPLY, draft))
        notes.draft_changed.connect(lambda case, draft: self.drafts.changed(case, TextDraftKind.NOTE, draft))
        notes.correction_wanted.connect(self._correct)
        notes.removal_wanted.connect(self._remove)
        notes.copied.connect(self._copy_note)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show the replies and notes of a case, with what was being written about it."""
        if page.case.id != self._shown:
            self._shown = page.case.id
            self.drafts.flush()
        reply, note = (self._draft(page, kind) for kind in (TextDraftKind.REPLY, TextDraftKind.NOTE))
        self._replies.show_case(page, reply, at)
        self._notes.show_page(page, at, note)

    def _draft(self, page: CasePage, kind: TextDraftKind) -> TextDraft:
        return self.drafts.draft(page.case.id, kind, page.text_drafts)

    def copied(self, copied: CopiedReply) -> None:
        """On the clipboard already; now kept, and the buyer is answered."""
        service, case_id = self._ctx.replies, copied.page.case.id

        def done(new: bool) -> None:
            self._replies.forget(case_id, copied.text)
            self.drafts.changed(case_id, TextDraftKind.REPLY, NO_DRAFT)
            self.said.emit(tr("Reply copied") if new else tr("Reply copied again; it is in the list already"))

        self._write(
            lambda: service.copied(copied.page, copied.name, copied.text, tone=copied.tone, language=copied.language),
            done,
        )

    def _correct(self, note_id: int, text: str, kind: NoteKind) -> None:
        texts, case_id = self._ctx.texts, self._shown

        def done(changed: bool) -> None:
            if case_id is not None:
                self._notes.noted(case_id)
            self.said.emit(tr("Note corrected") if changed else tr("The note says that already"))

        self._write(lambda: texts.correct_note(note_id, text, kind), done)

    def _remove(self, note_id: int) -> None:
        texts = self._ctx.texts
        self._write(lambda: texts.remove_note(note_id), lambda _: None)

    def _copy_note(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(tr("Note copied"))

    def _write(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        self._background.run(self._ctx.jobs.write(work), done, self.failed.emit, receiver=self)
