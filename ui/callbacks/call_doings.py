"""What the page does: each change as one job of the writer, its failure shown in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from desktop.context import AppContext
from models.errors import AftercaseError
from models.kinds import Consent, Tier
from ui.background import Background
from ui.callbacks.call_form import CallDraft
from ui.error_words import ErrorWords, register
from ui.held_writing import run_held
from ui.i18n import translator
from ui.widgets.held_dialog import HeldDialog

tr = translator("callbacks")


def _words(error: AftercaseError) -> ErrorWords | None:
    return {
        "call_back_closed": ErrorWords(
            tr("This call-back is not open any more."), tr("Somebody dealt with it meanwhile; nothing was written.")
        ),
        "call_back_date_past": ErrorWords(tr("That day has passed."), tr("Choose a later day.")),
        "call_needs_consent": ErrorWords(
            tr("The buyer has not agreed to calls."), tr("Note their consent first; then a day can be planned.")
        ),
        "call_time_invalid": ErrorWords(tr("That is not a time."), tr("Write it as 10:30.")),
    }.get(error.code)


class CallDoings(QObject):
    """Writes through the service; the window shows what can be undone."""

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        register(_words)

    def log(self, draft: CallDraft, done: Callable[[int], object]) -> None:
        """Save a call; `done` is called with its id when it is safe."""
        service = self._ctx.call_backs

        def work() -> int:
            return service.log_call(
                draft.outcome,
                call_back_id=draft.call_back_id,
                buyer_id=draft.buyer_id,
                satisfaction=draft.satisfaction,
                note=draft.note,
                next_on=draft.next_on,
                at_time=draft.at_time,
            )

        self._run(work, done)

    def move(self, call_back_id: int, day: date, reason: str, asked: HeldDialog | None = None) -> None:
        """Put a call-back on another day."""
        self._run(lambda: self._ctx.call_backs.move(call_back_id, day, reason), asked=asked)

    def skip(self, call_back_id: int, reason: str, asked: HeldDialog | None = None) -> None:
        """Leave a call-back out."""
        self._run(lambda: self._ctx.call_backs.skip(call_back_id, reason), asked=asked)

    def set_consent(self, buyer_id: int, consent: Consent) -> None:
        """Note whether a buyer wants calls."""
        self._run(lambda: self._ctx.call_backs.set_consent(buyer_id, consent))

    def make_vip(self, buyer_id: int, tier: Tier, agreed: bool) -> None:
        """Give a buyer a tier, and their consent where they gave it."""

        def work() -> None:
            self._ctx.call_backs.set_tier(buyer_id, tier)
            if agreed:
                self._ctx.call_backs.set_consent(buyer_id, Consent.GIVEN)

        self._run(work)

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., object] = lambda _: None,
        asked: HeldDialog | None = None,
    ) -> None:
        run_held(self._background, self._ctx.jobs.write(work), asked, self, done)
