"""Moving a call-back to another day by mouse or keys: judged first, a reason asked where it is late, then written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.call_back_records import DayCell
from models.records import CallBackRow
from models.rules.due_notes import read_note, waits_longer
from ui import format as shown
from ui.background import Background
from ui.callbacks.calendar_data import CalendarShown
from ui.callbacks.day_warnings import days_for_row
from ui.callbacks.day_words import DayFacts, facts_of
from ui.callbacks.dragging import Verdict
from ui.callbacks.line_words import is_open
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.widgets.held_dialog import HeldDialog

tr = translator("callbacks")


class CallMoves(QObject):
    """`row_of` finds a call-back the page shows by its id, `shown` what the page shows. `moved` follows each
    move, `not_moved` one that could not be written."""

    said = Signal(str)
    moved = Signal(int, object)
    not_moved = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, window: QWidget,
        row_of: Callable[[int], CallBackRow | None], found: Callable[[], CalendarShown | None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._row_of, self._found = row_of, found
        # where call-backs are on their way to while they are written, so that keys held down count on from there
        self._on_way: dict[int, tuple[date, str | None]] = {}

    def place_of(self, row: CallBackRow) -> tuple[date, str]:
        """The day and time a call-back has, or is about to have."""
        day, at_time = self._on_way.get(row.call_back.id, (row.call_back.due_on, None))
        return day, row.call_back.at_time if at_time is None else at_time

    def settle(self) -> None:
        """What was written is shown: nothing is on its way any more."""
        self._on_way.clear()

    def judge(self, call_back_id: int, day: date, at_time: str | None) -> Verdict:
        """What is said of a place before a call-back is put there."""
        row, found = self._row_of(call_back_id), self._found()
        if row is None or found is None:
            return Verdict(False, "")
        if not is_open(row):
            return Verdict(False, tr("Dealt with already: it stays where it is"))
        if day < found.desk.today:
            return Verdict(False, tr("That day has passed"))
        now_on, now_at = self.place_of(row)
        if day == now_on and (at_time is None or at_time == now_at):
            return Verdict(False, "")
        where = shown.day_title(day, language(), short=True)
        parts = [f"{where} {at_time}" if at_time else where]
        parts += self.facts(found, day).causes()
        if self.needs_reason(row, day):
            parts.append(tr("asks for the reason"))
        return Verdict(True, " · ".join(parts))

    def facts(self, found: CalendarShown, day: date) -> DayFacts:
        """What there is to say of a day."""
        calendar = found.desk.calendar
        off = calendar.is_workday(day), calendar.is_holiday(day)
        cell = found.cell(day) or DayCell(day, (), 0, *off, quiet=found.quiet.get(day))
        return facts_of(cell, None, found.loads)

    def needs_reason(self, row: CallBackRow, day: date) -> bool:
        """Whether a call-back is late already, or was when it was put off, and would wait longer."""
        found, one = self._found(), row.call_back
        return found is not None and waits_longer(read_note(one.reason), one.due_on, day, found.desk.today)

    def put(self, call_back_id: int, day: date, at_time: str | None) -> None:
        """Put a call-back on another day as one step that can be undone; refused with a word."""
        verdict, row = self.judge(call_back_id, day, at_time), self._row_of(call_back_id)
        if row is None or not verdict.allowed:
            if verdict.text:
                self.said.emit(verdict.text)
            return
        if self.needs_reason(row, day):
            self._ask(row, day, at_time)
        else:
            self._write(row, day, at_time, "")

    def _ask(self, row: CallBackRow, day: date, at_time: str | None) -> PutOffDialog | None:
        """The dialog of putting off, on the day it was put on; another may still be chosen there."""
        found = self._found()
        if found is None:
            return None
        dialog = PutOffDialog([row], days_for_row(found, row), skip=False, parent=self._window)
        dialog.choose_day(day)
        dialog.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        for chosen in (dialog.moved, dialog.snoozed):
            chosen.connect(lambda on, reason: self._write(row, on, at_time, reason, dialog))
        dialog.open()
        return dialog

    def _write(
        self, row: CallBackRow, day: date, at_time: str | None, reason: str, asked: HeldDialog | None = None
    ) -> None:
        service, call_back_id = self._ctx.call_backs, row.call_back.id
        waits = self.needs_reason(row, day)

        def work() -> None:
            if waits:
                service.snooze(call_back_id, day, reason, at_time)
            else:
                service.move(call_back_id, day, reason, at_time=at_time)

        self._on_way[call_back_id] = (day, at_time)
        self.moved.emit(call_back_id, day)
        run_held(
            self._background, self._ctx.jobs.write(work), asked, self, lambda _: None,
            failed=lambda error: self._failed(error, call_back_id),
        )  # fmt: skip

    def _failed(self, error: BaseException, call_back_id: int) -> None:
        self._on_way.pop(call_back_id, None)
        self.not_moved.emit()
        self._background.failed.emit(error)
