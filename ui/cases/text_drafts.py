"""Keeps what is being written about cases: on disk within a second, and at once when another case is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.case_texts import TextDraft, draft_of
from models.kinds import TextDraftKind
from ui.background import Background

_THROTTLE_MS = 700


class TextDrafts(QObject):
    """What was typed last counts over what the store held when a case was read. `failed` says what was not kept."""

    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, panel: QWidget) -> None:
        super().__init__(panel)
        self._ctx = ctx
        self._background = background
        self._newest: dict[tuple[int, TextDraftKind], TextDraft] = {}
        self._waiting: dict[tuple[int, TextDraftKind], TextDraft] = {}
        # Begun with the first key and not anew with the next: a minute of typing is kept every second, not once.
        self._timer = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._timer.timeout.connect(self.flush)
        panel.installEventFilter(self)

    def changed(self, case_id: int, kind: TextDraftKind, draft: TextDraft) -> None:
        """What is being written has changed; an empty text forgets it."""
        if self._newest.get((case_id, kind)) == draft:
            return
        self._newest[case_id, kind] = self._waiting[case_id, kind] = draft
        if not self._timer.isActive():
            self._timer.start()

    def draft(self, case_id: int, kind: TextDraftKind, kept: Mapping[TextDraftKind, str]) -> TextDraft:
        """What was being written about a case; `kept` is what the store told of it."""
        own = self._newest.get((case_id, kind))
        return own if own is not None else draft_of(kept.get(kind, "") or '{"text": ""}')

    def flush(self) -> None:
        """Write what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        texts = self._ctx.texts
        for (case_id, kind), draft in waiting.items():

            def keep(case_id: int = case_id, kind: TextDraftKind = kind, draft: TextDraft = draft) -> None:
                texts.keep_draft(case_id, kind, draft)

            self._background.run(
                self._ctx.jobs.write(keep), lambda _: None, self.failed.emit, receiver=self, quiet=True
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.flush()
        return False
