"""What a new case may begin with: input that was given up before, and a number on the clipboard. Never taken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.context import AppContext
from models.records import CaseTarget
from models.rules.typed_target import READ_LIMIT, looks_like_number
from ui.actions import key_text
from ui.background import Background
from ui.cases.new_case_draft import Draft, DraftKeeper
from ui.cases.new_case_form import NewCaseForm
from ui.i18n import translator
from ui.plain import one_line
from ui.widgets.buttons import Button

tr = translator("cases")
_SHOWN = 60


class NewCaseOffers(QObject):
    """`taken` carries the input to go on with, `clip_found` what a number on the clipboard may mean."""

    taken = Signal(object)
    discarded = Signal()
    clip_found = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, form: NewCaseForm, read: Callable[[], Draft], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._form = form
        self.drafts = DraftKeeper(ctx.settings, read, self)
        self.clip = ""
        self.go_on_button = Button(tr("Continue"), form, size="small", hint=key_text("F4"))
        self.go_on_button.clicked.connect(self.go_on)
        self.discard_button = Button(tr("Discard"), form, size="small", kind="ghost")
        self.discard_button.clicked.connect(self.discard)
        form.offer.add(self.go_on_button)
        form.offer.add(self.discard_button)
        self.show_draft()

    def show_draft(self) -> None:
        """Offer the newest input given up."""
        draft = self.drafts.offered()
        self._form.offer.setVisible(draft is not None)
        if draft is not None:
            parts = (draft.get("text", ""), draft.get("summary", ""))
            told = " · ".join(one_line(str(part))[:_SHOWN] for part in parts if part)
            self._form.offer.set_text(tr("A case was begun and not opened"), told)

    def go_on(self) -> None:
        """Go on with it."""
        draft = self.drafts.take()
        if draft is not None:
            self.show_draft()
            self.taken.emit(draft)

    def discard(self) -> None:
        """Forget it, with what was pasted for it."""
        for path in (self.drafts.offered() or {}).get("files", ()):
            self._ctx.opening.staged.remove(Path(str(path)))
        self.drafts.discard()
        self.show_draft()
        self.discarded.emit()

    def look_at_clipboard(self) -> None:
        """Look up what the clipboard holds, where it looks like a number."""
        text = QGuiApplication.clipboard().text()[: READ_LIMIT + 1]
        if not looks_like_number(text):
            return
        opening = self._ctx.opening

        def found(targets: tuple[CaseTarget, ...]) -> None:
            if targets and not self._form.field.text():
                self.clip = " ".join(text.split())
                self.clip_found.emit(targets)

        look = self._ctx.jobs.read(lambda: opening.find_targets(text))
        self._background.run(look, found, lambda error: None, receiver=self, quiet=True)

    def take_clip(self) -> str:
        """What was offered from the clipboard, once; nothing while something is typed."""
        text, self.clip = ("" if self._form.field.text() else self.clip), ""
        return text
