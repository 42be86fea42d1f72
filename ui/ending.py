"""Ends the program in order when the system asks with a signal: the window closes as by its own button."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class EndingSignals(QObject):
    """`asked` comes in the window's thread. Python runs a handler only between its own steps, and Qt takes few of
    them while nothing happens: so the signal's number arrives through a socket that Qt watches.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self._before_fd = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _noted) for number in known}

    @Slot()
    def _arrived(self) -> None:
        try:
            self._near.recv(16)
        except BlockingIOError:
            return
        self.asked.emit()

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, before in self._before.items():
            signal.signal(number, before if before is not None else signal.SIG_DFL)
        self._near.close()
        self._far.close()


def _noted(number: int, frame: FrameType | None) -> None:
    """The number has gone through the socket already."""
