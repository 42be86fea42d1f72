"""What is done from a buyer's card beside logging: past calls and their corrections, a case from the call, promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.context import AppContext
from models.call_back_records import CaseGlance, Satisfaction
from models.kinds import Consent
from models.records import CallBackRow, CallRecord
from ui.background import Background
from ui.callbacks.calendar_data import CalendarShown
from ui.callbacks.call_doings import CallDoings
from ui.callbacks.card_data import CardShown
from ui.callbacks.correct_call_dialog import CorrectCallDialog
from ui.callbacks.day_pane import DayPane
from ui.callbacks.day_warnings import days_for_row
from ui.callbacks.past_calls import PastCallsDialog
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.case_wishes import CaseWish
from ui.i18n import translator

tr = translator("call_form")
_FEELINGS = (Satisfaction.SATISFIED, Satisfaction.NEUTRAL, Satisfaction.DISSATISFIED)


class CallDeskDoings(QObject):
    """`case_wished` carries a CaseWish for the window, `case_wanted` a case to go to, `shown_wanted` its number."""

    case_wished = Signal(object)
    case_wanted = Signal(int)
    shown_wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, pane: DayPane, doings: CallDoings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._pane, self._doings, self._window = ctx, background, pane, doings, window
        pane.person = lambda: ctx.bench.person.name
        pane.card.promise_kept.connect(lambda promise_id: doings.keep_promise(promise_id))
        pane.card.calls_wanted.connect(self.open_calls)
        pane.form.case_wanted.connect(self.open_case)
        for place, value in enumerate(_FEELINGS, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{place}"), window)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda felt=value: pane.choose_feeling(felt))

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Commands of ui.actions, by id."""
        return {"call_case": self.open_case, "past_calls": self.open_calls, "call_opt_out": self._pane.ask_opt_out}

    def can(self, command: str) -> bool:
        """Whether a command can be carried out for the buyer that is shown."""
        found = self._pane.shown()
        if found is None:
            return False
        if command == "call_opt_out":
            return found.card.buyer.consent is not Consent.REFUSED
        return found.is_open if command == "call_case" else bool(found.card.calls)

    # Another day, left out

    def put_off(self, rows: Sequence[CallBackRow], found: CalendarShown, *, skip: bool) -> PutOffDialog:
        """Ask for another day for call-backs, or for why they are left out; what is late needs a reason to wait."""
        ids = [row.call_back.id for row in rows]
        dialog = PutOffDialog(rows, days_for_row(found, rows[0]), skip=skip, parent=self._window)
        doings = self._doings
        if len(ids) == 1:
            dialog.moved.connect(lambda day, reason: doings.move(ids[0], day, reason, dialog))
            dialog.skipped.connect(lambda reason: doings.skip(ids[0], reason, dialog))
        else:
            dialog.moved.connect(lambda day, reason: doings.move_all(ids, day, reason, dialog))
            dialog.skipped.connect(lambda reason: doings.skip_all(ids, reason, dialog))
        dialog.snoozed.connect(lambda day, reason: doings.snooze_all(ids, day, reason, dialog))
        dialog.open()
        return dialog

    # Past calls

    def open_calls(self) -> PastCallsDialog | None:
        """Every call made to the buyer that is shown."""
        found = self._pane.shown()
        if found is None:
            return None
        dialog = PastCallsDialog(found.card.buyer.nick, found.desk, self._window)
        dialog.case_wanted.connect(dialog.accept)
        dialog.case_wanted.connect(self.case_wanted)
        dialog.correct_wanted.connect(lambda call: self._correct(call, found, dialog))
        dialog.open()
        self._read_calls(found.card.buyer.id, dialog)
        return dialog

    def _read_calls(self, buyer_id: int, dialog: PastCallsDialog) -> None:
        def show(calls: Sequence[CallRecord]) -> None:
            if isValid(dialog):
                dialog.show_calls(calls)

        ctx = self._ctx
        self._background.run(ctx.jobs.read(lambda: ctx.call_desk.all_calls(buyer_id)), show, receiver=dialog)

    def _correct(self, call: CallRecord, found: CardShown, over: PastCallsDialog) -> None:
        dialog = CorrectCallDialog(call, found.beside.tags, over)
        dialog.corrected.connect(
            lambda felt, tags, minutes, note: self._doings.correct(
                call.id, felt, tags, minutes, note, dialog, lambda _: self._read_calls(call.buyer_id, over)
            )
        )
        dialog.open()

    # A case out of the call

    def open_case(self) -> None:
        """Begin a case for the buyer; the call stays as it is typed, and the case is noted with it."""
        found = self._pane.shown()
        if found is None or not found.is_open:
            return
        orders = found.beside.orders
        text = found.beside.case_order or (orders[0].number if orders else "") or found.card.buyer.nick
        summary = self._pane.form.note.toPlainText().strip()
        key = (found.card.buyer.id, found.call_back.id if found.call_back is not None else None)
        self.case_wished.emit(
            CaseWish(text, summary, lambda case_id: self._opened(case_id, key), self.shown_wanted.emit)
        )

    def _opened(self, case_id: int, key: tuple[int, int | None]) -> None:
        ctx = self._ctx
        self._background.run(
            ctx.jobs.read(lambda: ctx.call_desk.opened_case(case_id, key[0])),
            lambda case: self._note_case(case, key), receiver=self,
        )  # fmt: skip

    def _note_case(self, case: CaseGlance | None, key: tuple[int, int | None]) -> None:
        book = self._pane.form.book
        record_id = book.record_of(key)
        if case is None:
            self.said.emit(tr("The case is another buyer's, so it is not noted with this call."))
        elif record_id is not None:
            # The call was saved while the case was opened.
            self._doings.note_opened(record_id, case.id)
        else:
            self._pane.form.note_case(key, case.id, case.number)
