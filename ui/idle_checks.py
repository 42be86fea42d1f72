"""While the window stands and nothing comes in: evidence is read again, and looks are made, a little at a time."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.diagnostics import LOGGER
from ui.background import Background
from ui.i18n import translator
from ui.messages import toast

if TYPE_CHECKING:
    from desktop.services.integrity_round import Slice
    from desktop.services.likeness import Filled

tr = translator("integrity")
_log = logging.getLogger(f"{LOGGER}.idle")
_FIRST_MS, _EVERY_MS, _AFTER_INTAKE_MS, _AFTER_FAULT_MS = 20_000, 2_000, 6_000, 300_000
_NAMED = 3


class IdleChecks(QObject):
    """One slice at a time, by turns; `told` carries what was found, for reminders outside the window."""

    told = Signal(str)
    _came_in = Signal()

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._ended = threading.Event()
        self._likeness_next = True
        self._nothing_to_look_at = self._nothing_to_read = False
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self.work)
        self._timer.start()
        # Changes are told on the thread that wrote.
        self._came_in.connect(self._rest)
        self._unsubscribe = ctx.changes.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)
        self.destroyed.connect(self._ended.set)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches("evidence") and not self._ended.is_set():
            # The window may go between the question and the signal.
            with suppress(RuntimeError):
                self._came_in.emit()

    def _rest(self) -> None:
        """Something is coming in: nothing is read until it has been quiet for a while."""
        self._nothing_to_look_at = False
        if self._timer.remainingTime() < _AFTER_INTAKE_MS:
            self._timer.start(_AFTER_INTAKE_MS)

    def work(self) -> None:
        """Do one slice in the background; the next follows when it is done."""
        ctx, stopped = self._ctx, self._ended.is_set
        look = self._likeness_next and not self._nothing_to_look_at
        self._likeness_next = not self._likeness_next
        try:
            if look:
                looking = ctx.jobs.io(lambda: ctx.likeness.fill(stopped=stopped))
                self._background.run(looking, self._looked, self._failed, receiver=self, quiet=True)
            else:
                reading = ctx.jobs.io(lambda: ctx.rolling.roll(stopped=stopped))
                self._background.run(reading, self._read, self._failed, receiver=self, quiet=True)
        except RuntimeError:
            # The data folder was closed and the window not yet gone.
            self._timer.stop()

    def _looked(self, done: Filled) -> None:
        self._nothing_to_look_at = not done.more
        self._again()

    def _read(self, done: Slice) -> None:
        self._nothing_to_read = not done.more
        self._again()
        if done.findings or done.photos:
            photos = (f"{one.parcel} / {one.name}" for one in done.photos)
            pieces = (f"{one.case_number} / {one.number}" for one in done.findings)
            named = list(dict.fromkeys((*pieces, *photos)))
            first = tr(", ").join(named[:_NAMED]) + ("…" if len(named) > _NAMED else "")
            text = tr("%n piece(s) of evidence not as imported: %1", first, n=len(done.findings) + len(done.photos))
            toast(self._window, text, "shield-alert")
            self.told.emit(text)

    def _again(self) -> None:
        idle = self._nothing_to_look_at and self._nothing_to_read
        if not self._timer.isActive():
            self._timer.start(_AFTER_FAULT_MS if idle else _EVERY_MS)

    def _failed(self, error: BaseException) -> None:
        """Tried again later: no dialog for what nobody asked for, a line in the log."""
        _log.warning("idle check failed", exc_info=error)
        self._timer.start(_AFTER_FAULT_MS)
