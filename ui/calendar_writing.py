"""While the window stands: the calendar file in the chosen folder follows what changes, off the window's thread."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.diagnostics import LOGGER
from models.clock import zone
from models.errors import AftercaseError
from ui.background import Background
from ui.error_words import ErrorWords, register, sentence
from ui.i18n import language, translator
from ui.page import Target

tr = translator("reminders")
_log = logging.getLogger(f"{LOGGER}.calendar")
_FIRST_MS, _SOON_MS, _AGAIN_MS, _LOOK_MS = 6_000, 2_000, 120_000, 60_000
_TABLES = ("call_back", "call_record", "buyer", "shop", "contact_consent")


class CalendarWriting(QObject):
    """One writing at a time, soon after the last change. `told` says once what stands in the way, with title, text and
    where it leads; `done` comes after each try."""

    told = Signal(str, str, object)
    done = Signal()
    _changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background = ctx, background
        self._under_way = self._once_more = self._ended = False
        self._told_problem: str | None = None
        self._day = self._today()
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self.write)
        # What was changed elsewhere, as by the command line, while the window was closed.
        self._timer.start()
        self._days = QTimer(self, interval=_LOOK_MS)
        self._days.timeout.connect(self._look_at_day)
        self._days.start()
        # Changes are told on the thread that wrote.
        self._changed.connect(self.soon)
        self._unsubscribe = ctx.changes.subscribe(self._hear)
        self.destroyed.connect(self._unsubscribe)

    def _hear(self, changes: ChangeSet) -> None:
        if not self._ended and (not changes.tables or changes.touches(*_TABLES)):
            # The window may go between the question and the signal.
            with suppress(RuntimeError):
                self._changed.emit()

    def _look_at_day(self) -> None:
        """Each day another one comes into view, and what was cancelled long ago leaves."""
        today = self._today()
        if today != self._day:
            self._day = today
            self.soon()

    @property
    def _problem(self) -> str:
        """What was told last; before anything was, what was told before the program was closed."""
        if self._told_problem is None:
            known = self._ctx.calendar_feed.state().problem
            self._told_problem = known.code if known is not None else ""
        return self._told_problem

    def _today(self) -> date:
        return self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone)).date()

    def soon(self) -> None:
        """Write in a moment; what changes until then is written with it."""
        if not self._ended and not (self._timer.isActive() and self._timer.remainingTime() <= _SOON_MS):
            self._timer.start(_SOON_MS)

    def write(self) -> None:
        """Write now, or right after the writing that is under way."""
        self._timer.stop()
        if self._under_way:
            self._once_more = True
            return
        feed, jobs, words = self._ctx.calendar_feed, self._ctx.jobs, language()
        if feed.state().folder is None or self._ended:
            self.done.emit()
            return
        self._under_way = True
        try:
            future = jobs.io(lambda: feed.write_now(words, jobs.write))
        except RuntimeError:
            # The data folder was closed and the window not yet gone.
            self._ended = True
            return
        self._background.run(future, lambda _: self._wrote(None), self._wrote, receiver=self, quiet=True)

    def _wrote(self, error: BaseException | None) -> None:
        self._under_way = False
        if error is not None:
            _log.warning("calendar not written", exc_info=error)
        code = "" if error is None else getattr(error, "code", type(error).__name__)
        if error is not None and code != self._problem:
            words = sentence(error)
            text = f"{words.what} {words.next} {tr('It is tried again every two minutes.')}"
            self.told.emit(tr("The calendar file could not be written"), text, Target("settings", part="reminders"))
        self._told_problem = code
        if self._once_more:
            self._once_more = False
            self._timer.start(_SOON_MS)
        elif error is not None and not self._timer.isActive():
            self._timer.start(_AGAIN_MS)
        self.done.emit()
        # Settings shows when the file was written and what went wrong.
        self._ctx.changes.publish(ChangeSet(tables=frozenset({"calendar_entry"})))

    def close(self) -> None:
        """The window goes: what was changed last is written before the program ends, behind what is still to be saved.

        Not into a folder that could not be reached a moment ago, which might hold up the end: the next start does it.
        """
        self._ended = True
        self._unsubscribe()
        self._days.stop()
        self._timer.stop()
        feed, jobs, words = self._ctx.calendar_feed, self._ctx.jobs, language()
        if feed.state().folder is not None and not self._problem:

            def last() -> None:
                jobs.write(lambda: None).result()
                feed.write_now(words, jobs.write)

            with suppress(RuntimeError):
                jobs.io(last, keeps=True)


def calendar_words(error: AftercaseError) -> ErrorWords | None:
    """Words for what stands in the way of a calendar file, and for what was entered wrongly about reminders."""
    values = error.values
    found = {
        "calendar_folder_gone": (
            tr("The folder of the calendar file cannot be reached: %1", values.get("folder", "")),
            tr("Connect the drive or the cloud folder, or choose another one in Settings."),
        ),
        "calendar_folder_linked": (
            tr("The calendar file or its folder was replaced by a link to another place: %1", values.get("folder", "")),
            tr("Choose the folder anew in Settings."),
        ),
        "calendar_file_foreign": (
            tr("Another file of that name is there, which is not this shop's calendar: %1", values.get("file", "")),
            tr("Choose another folder, or move that file away."),
        ),
        "calendar_folder_unusable": (
            tr("A calendar cannot be kept in this folder."),
            tr("Choose a folder that is there, outside of the data folder."),
        ),
        "calendar_days": (tr("Between 1 and %1 days.", values.get("limit", "")), ""),
        "calendar_alarm": (tr("Between 0 and %1 minutes.", values.get("limit", "")), ""),
        "reminder_minutes": (tr("Between 0 and %1 minutes.", values.get("limit", "")), ""),
        "autostart_too_long": (
            tr("Windows starts nothing whose path is this long (over %1 characters).", values.get("limit", "")),
            tr("Move the program or the data folder to a shorter path."),
        ),
        "autostart_refused": (
            tr("The system refused to start the program at login."), tr("Check the rights of your account."),
        ),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*found) if found else None


register(calendar_words)
