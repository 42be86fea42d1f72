"""The queue of a day, worked one buyer after the other: the next card is read before it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from models.call_back_records import CallFilters
from models.call_kinds import CallBackKind
from models.kinds import CallBackState
from models.records import CallBackRow
from ui.background import Background
from ui.callbacks.calendar_data import CalendarShown
from ui.callbacks.call_doings import CallDoings
from ui.callbacks.call_drafts import CallDraft, Key
from ui.callbacks.card_data import CardShown, load_card
from ui.callbacks.day_pane import DayPane


class CallQueue(QObject):
    """`row_wanted` asks the page to show a call-back, None for nobody. The page tells it what it shows."""

    row_wanted = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, pane: DayPane, doings: CallDoings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._pane, self._doings = ctx, background, pane, doings
        self._rows: tuple[CallBackRow, ...] = ()
        self._known: dict[int, CallBackRow] = {}
        self._cards: dict[int, CardShown] = {}
        self._fresh: set[int] = set()
        self._writing: set[Key] = set()

    # What the page shows

    def show_calendar(self, found: CalendarShown) -> None:
        """The day was read anew."""
        ahead = found.chosen >= found.desk.today
        self._rows = (
            found.queue if ahead else tuple(row for row in found.agenda if row.call_back.state is CallBackState.DUE)
        )
        self._known = {row.call_back.id: row for row in (*found.agenda, *found.queue)}
        self._fresh.clear()
        self._cards = {each: card for each, card in self._cards.items() if each in self._known}
        self._pane.show_sums(found.sums if _is_worked(found) and not self._rows else None)

    def first(self, found: CalendarShown) -> CallBackRow | None:
        """Who a day begins with: the first of its queue; nobody where all of today is done."""
        if self._rows:
            return self._rows[0]
        if _is_worked(found):
            return None
        return found.agenda[0] if found.agenda else None

    def brought_back(self) -> int:
        """The call-back that was logged and is open again as it was before, after an Undo; 0 for none."""
        rows = {each: row.call_back for each, row in self._known.items()}
        return self._pane.form.book.last_undone(rows) or 0

    def ready(self, row: CallBackRow | None) -> CardShown | None:
        """The card of a call-back, if it was read ahead."""
        card = self._cards.get(row.call_back.id) if row is not None else None
        same = card is not None and row is not None and card.row is not None and card.row.call_back == row.call_back
        return card if same else None

    def arrived(self, found: CardShown) -> None:
        """A card is shown: read the next one ahead."""
        row = self._next(found.row.call_back.id if found.row is not None else 0, 1)
        if row is None or row.call_back.id in self._fresh:
            return
        self._fresh.add(row.call_back.id)
        ctx = self._ctx
        self._background.run(
            ctx.jobs.read(lambda: load_card(ctx, row.call_back.buyer_id, row)),
            self._keep_ready, lambda error: None, receiver=self, quiet=True,
        )  # fmt: skip

    def _keep_ready(self, card: CardShown) -> None:
        if card.row is not None:
            self._cards[card.row.call_back.id] = card

    # Going on

    def _next(self, after: int, step: int) -> CallBackRow | None:
        """The open call-back before or after one, beginning anew at the end; the first where that one is not of it."""
        ids = [row.call_back.id for row in self._rows]
        if after not in ids:
            return self._rows[0 if step > 0 else -1] if self._rows else None
        place = ids.index(after)
        for far in range(1, len(ids)):
            row = self._rows[(place + step * far) % len(ids)]
            if not self._is_writing(row):
                return row
        return None

    def _is_writing(self, row: CallBackRow) -> bool:
        return (row.call_back.buyer_id, row.call_back.id) in self._writing

    def step(self, step: int) -> None:
        """To the next or the one before, without saving; what is typed waits for its buyer."""
        row = self._next(self._pane.shown_id(), step)
        if row is not None:
            self._go(row)

    def _go(self, row: CallBackRow | None) -> None:
        if row is not None and self.ready(row) is None:
            self._pane.wait()
        self.row_wanted.emit(row)

    def save(self) -> None:
        """Save the call and go to the next; a promise without an outcome is ticked; from a closed one only go on."""
        pane = self._pane
        if pane.waits(save=True):
            return
        found = pane.shown()
        if found is None:
            return
        if not found.is_open:
            self.step(1)
            return
        draft = pane.form.read()
        if draft.key in self._writing:
            return
        if draft.outcome is None and self.may_tick(found, draft):
            self._tick(found, draft)
        elif pane.form.draft() is not None:
            self._log(found, draft)

    @staticmethod
    def may_tick(found: CardShown, draft: CallDraft) -> bool:
        """Whether Ctrl+Enter says that a promise was kept: it is one, and nothing but a note was entered."""
        promised = found.call_back is not None and found.call_back.kind is CallBackKind.PROMISE
        return promised and draft.outcome is None and not (draft.tags or draft.promise or draft.satisfaction)

    def _log(self, found: CardShown, draft: CallDraft) -> None:
        self._begin(found, draft)
        self._doings.log(
            draft, lambda made: self._written(found, draft, made), lambda error: self._not_written(found, draft, error)
        )

    def _tick(self, found: CardShown, draft: CallDraft) -> None:
        self._begin(found, draft)
        self._doings.keep_promise(
            draft.call_back_id or 0, draft.note, lambda _: self._written(found, draft),
            lambda error: self._not_written(found, draft, error),
        )  # fmt: skip

    def _begin(self, found: CardShown, draft: CallDraft) -> None:
        self._writing.add(draft.key)
        self._pane.leave_form()
        after = found.row.call_back.id if found.row is not None else 0
        following = self._next(after, 1)
        self._go(None if following is not None and following.call_back.id == after else following)

    def _written(self, found: CardShown, draft: CallDraft, record_id: int | None = None) -> None:
        self._writing.discard(draft.key)
        self._pane.form.forget(draft, found.call_back, record_id)

    def _not_written(self, found: CardShown, draft: CallDraft, error: BaseException) -> None:
        """What was typed is still there: back to its buyer, and say what went wrong."""
        self._writing.discard(draft.key)
        self.row_wanted.emit(found.row)
        self._background.failed.emit(error)


def _is_worked(found: CalendarShown) -> bool:
    """Whether calls were made today and all of the day is in sight: what filters hide may be left to do."""
    return found.sums.calls > 0 and found.chosen == found.desk.today and found.filters == CallFilters()
