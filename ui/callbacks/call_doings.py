"""What the page does: each change as one job of the writer, its failure shown in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from desktop.context import AppContext
from models.call_back_records import Satisfaction
from models.kinds import Consent
from ui.background import Background
from ui.callbacks.call_drafts import CallDraft
from ui.held_writing import run_held
from ui.widgets.held_dialog import HeldDialog


class CallDoings(QObject):
    """Writes through the service; the window shows what can be undone."""

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background

    def log(
        self, draft: CallDraft, done: Callable[[int], object], failed: Callable[[BaseException], object] | None = None
    ) -> None:
        """Save a call; `done` is called with its id when it is safe, `failed` with what went wrong."""
        service, outcome = self._ctx.call_backs, draft.outcome
        if outcome is None:
            raise ValueError("a call without an outcome is not ready")

        def work() -> int:
            return service.log_call(
                outcome,
                call_back_id=draft.call_back_id,
                buyer_id=draft.buyer_id,
                satisfaction=draft.satisfaction,
                note=draft.note,
                next_on=draft.next_on,
                at_time=draft.at_time,
                channel=draft.channel,
                tags=draft.tags,
                minutes=draft.minutes,
                promise=(draft.promise, draft.promise_on) if draft.promise and draft.promise_on is not None else None,
                case_id=draft.case_id,
                opened_case_id=draft.opened_case_id,
                seen=draft.seen,
            )

        self._run(work, done, failed=failed)

    def move(
        self, call_back_id: int, day: date, reason: str, asked: HeldDialog | None = None, *, at_time: str | None = None
    ) -> None:
        """Put a call-back on another day."""
        self._run(lambda: self._ctx.call_backs.move(call_back_id, day, reason, at_time=at_time), asked=asked)

    def move_all(self, ids: Sequence[int], day: date, reason: str, asked: HeldDialog | None = None) -> None:
        """Put several on one day, all or none, as one action."""
        self._run(lambda: self._ctx.call_backs.move_all(ids, day, reason), asked=asked)

    def snooze_all(self, ids: Sequence[int], until: date, reason: str, asked: HeldDialog | None = None) -> None:
        """Put one or several off until a day after today; they stay as late as they are."""
        service = self._ctx.call_backs
        only = ids[0] if len(ids) == 1 else 0
        self._run(
            lambda: service.snooze(only, until, reason) if only else service.snooze_all(ids, until, reason), asked=asked
        )

    def skip(self, call_back_id: int, reason: str, asked: HeldDialog | None = None) -> None:
        """Leave a call-back out."""
        self._run(lambda: self._ctx.call_backs.skip(call_back_id, reason), asked=asked)

    def skip_all(self, ids: Sequence[int], reason: str, asked: HeldDialog | None = None) -> None:
        """Leave several out for one reason, all or none, as one action."""
        self._run(lambda: self._ctx.call_backs.skip_all(ids, reason), asked=asked)

    def keep_promise(
        self, call_back_id: int, note: str = "", done: Callable[..., object] = lambda _: None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:  # fmt: skip
        """Tick something promised as done."""
        self._run(lambda: self._ctx.call_backs.keep_promise(call_back_id, note), done, failed=failed)

    def change_promise(self, call_back_id: int, text: str, asked: HeldDialog | None = None) -> None:
        """Write anew what was promised."""
        self._run(lambda: self._ctx.call_backs.change_promise(call_back_id, text), asked=asked)

    def correct(
        self, call_record_id: int, satisfaction: Satisfaction, tags: Sequence[str], minutes: int | None, note: str,
        asked: HeldDialog | None, done: Callable[..., object],
    ) -> None:  # fmt: skip
        """Correct what was noted of a call."""
        service = self._ctx.call_backs
        self._run(
            lambda: service.change_call(
                call_record_id, note=note, satisfaction=satisfaction, tags=tags, minutes=minutes
            ),
            done, asked=asked,
        )  # fmt: skip

    def note_opened(self, call_record_id: int, case_id: int) -> None:
        """Note the case that was opened out of a call which is saved already."""
        self._run(lambda: self._ctx.call_backs.note_opened_case(call_record_id, case_id))

    def set_consent(self, buyer_id: int, consent: Consent) -> None:
        """Note whether a buyer wants calls."""
        self._run(lambda: self._ctx.call_backs.set_consent(buyer_id, consent))

    def assign(self, ids: Sequence[int], person_id: int | None) -> None:
        """Give call-backs to a person, None for nobody."""
        self._run(lambda: self._ctx.call_backs.assign(ids, person_id))

    def plan_note(self, buyer_id: int) -> None:
        """Plan a note in the parcel for a VIP who was not asked."""
        self._run(lambda: self._ctx.call_backs.plan_note(buyer_id))

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., object] = lambda _: None,
        asked: HeldDialog | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        run_held(self._background, self._ctx.jobs.write(work), asked, self, done, failed)
