"""While the window stands: what the computer slept through is looked at at once, and the morning begins with Today."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from desktop.context import AppContext
from models.clock import zone
from models.rules.hand_over_days import NIGHT_ENDS
from ui.i18n import translator
from ui.messages import toast
from ui.page import Target

if TYPE_CHECKING:
    from ui.main_window import MainWindow

tr = translator("frame")
_EVERY_MS = 15_000
_GAP = timedelta(seconds=60)
_ACTS = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin))
_AT_WORK = ("resolution", "packets")
_FIELDS = (QLineEdit, QPlainTextEdit)


def desk_day(now: datetime, time_zone: str) -> date:
    """The day somebody at the desk works in: until the night ends it is still the one before."""
    return (now.astimezone(zone(time_zone)) - timedelta(hours=NIGHT_ENDS.hour, minutes=NIGHT_ENDS.minute)).date()


class DayWatch(QObject):
    """Shows Today at the first key or click of a day, unless something is half typed: then it only says so."""

    def __init__(self, ctx: AppContext, window: MainWindow, *, running: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._ctx, self._window, self._running = ctx, window, running
        self._day = self._today()
        self._wall, self._ran = ctx.clock.now(), running()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._waits = False
        QGuiApplication.instance().applicationStateChanged.connect(self._came_back)  # type: ignore[union-attr]
        window.closing.connect(self._end)

    def _end(self) -> None:
        self._timer.stop()
        self._wait(False)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()

    def _wait(self, on: bool) -> None:
        """For the first key or click; a filter on every event of the program stands only as long as it must."""
        app = QApplication.instance()
        if app is None or on is self._waits:
            return
        self._waits = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _today(self) -> date:
        return desk_day(self._ctx.clock.now(), self._ctx.bench.time_zone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS:
            self._wait(False)
            self._day = self._today()
            # After the key or click was dealt with: it was meant for what stood there.
            QTimer.singleShot(0, self, self.begin_day)
        return False

    def look(self) -> None:
        """Notice that the clock went on without the program, or was set: then the minute is now."""
        now, ran = self._ctx.clock.now(), self._running()
        gap = now - self._wall - timedelta(seconds=ran - self._ran)
        # Asleep the program does not run, but what counts its running may go on.
        late = timedelta(seconds=ran - self._ran) > timedelta(milliseconds=_EVERY_MS) + _GAP
        self._wall, self._ran = now, ran
        if abs(gap) > _GAP or late:
            self._window.tick()
        self._wait(self._day < self._today())

    def begin_day(self) -> None:
        """Today to the front; where something is half typed, a word that leads there."""
        window = self._window
        here = window.here()
        if here is None or here.page == "today":
            window.reload()
        elif self._half_typed():
            words = tr("A new day has begun.")
            toast(window, words, "sun", act=(tr("Show Today"), lambda: window.go(Target("today"))))
        else:
            window.go(Target("today"))

    def _half_typed(self) -> bool:
        """Whether a dialog stands open or words stand in the field the keyboard is in."""
        if any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()):
            return True
        here = self._window.here()
        if here is not None and here.page in _AT_WORK:
            return True
        field = QApplication.focusWidget()
        if not isinstance(field, _FIELDS) or field.isReadOnly():
            return False
        return bool(field.text() if isinstance(field, QLineEdit) else field.toPlainText())
