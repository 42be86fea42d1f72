"""A keyboard in front of the real window: keys go to the window as the system hands them over, shortcuts included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.cases.case_panel import CasePanel
from ui.main_window import MainWindow
from ui.messages import MessageDialog

PATIENCE_MS = 20_000
_PULSE_MS = 5
_SOON_MS = 200
_SHIFTED = Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Counts what is pressed. Nothing here reaches past the keyboard and the clipboard of the system."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pressed = 0
        self.failed: list[BaseException] = []
        self._panel: CasePanel | None = None
        window.background.failed.connect(self.failed.append)

    # Pressing

    def press(self, *keys: str) -> None:
        """Keys as shortcuts are written, `Ctrl+N` or `Down`, each once what the one before began is done."""
        for key in keys:
            self.pressed += 1
            one: QKeyCombination = QKeySequence(key)[0]
            QTest.keyClick(self._front().windowHandle(), one.key(), one.keyboardModifiers())
            self.settle()

    def letters(self, letters: str) -> None:
        """Letters and digits one after the other, as fast as they come."""
        letter: Any
        for letter in letters:
            self.pressed += 1
            QTest.keyClick(self._front().windowHandle(), letter)
        self.settle()

    def write(self, text: str) -> None:
        """Words from an input method."""
        self.pressed += 1
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)
        self.settle()

    def focus(self) -> QWidget:
        """What takes the keys."""
        popup = QApplication.activePopupWidget()
        front = self._front()
        found = (popup.focusWidget() or popup) if popup is not None else front.focusWidget()
        return found or front

    def dialog(self) -> bool:
        """Whether a dialog is in front."""
        return QApplication.activeModalWidget() is not None

    def page(self) -> str:
        """The word of the page in front."""
        here = self.window.here()
        return here.page if here is not None else ""

    def _front(self) -> QWidget:
        """The window in front, raised as a window manager does; offscreen there is none."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if isinstance(front, MessageDialog):
            raise AssertionError(f"{front.accessibleName()} {front.accessibleDescription()}")
        if not front.isActiveWindow() and QApplication.activePopupWidget() is None:
            front.activateWindow()
            self.until(front.isActiveWindow)
        return front

    # The clipboard of the system

    @property
    def clipboard(self) -> QClipboard:
        """What was copied."""
        return QGuiApplication.clipboard()

    def copy_elsewhere(self, thing: str | QImage) -> None:
        """Something was copied in another program."""
        if isinstance(thing, str):
            self.clipboard.setText(thing)
        else:
            self.clipboard.setImage(thing)

    # Waiting

    def until(self, holds: Callable[[], bool]) -> None:
        """Until something holds."""
        deadline, pulse = QDeadlineTimer(PATIENCE_MS), QTimer()
        pulse.start(_PULSE_MS)
        while not holds():
            assert not deadline.hasExpired(), f"{self.told()} after {self.pressed} keys"
            # Unlike qWait this lets the other threads of Python run, and wakes when one of them has something to say.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Until nothing is under way, nor about to be: a person would see the card of a case come, too."""
        QApplication.processEvents()
        while self._busy():
            self.until(lambda: not self._busy())
            QApplication.processEvents()

    def _busy(self) -> bool:
        if self.window.background.pending() > 0:
            return True
        # Looking through the whole window at every pulse took a tenth of a day's work.
        panel = self._panel = self._panel or self.window.findChild(CasePanel)
        timers = panel.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly) if panel else ()
        return any(timer.isActive() and timer.interval() <= _SOON_MS for timer in timers)

    def told(self) -> str:
        """Where the keyboard is, for a failure."""
        widget = self.focus()
        return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(self._top(widget)).__name__}"

    @staticmethod
    def _top(widget: QWidget) -> QWidget:
        return widget.window()
