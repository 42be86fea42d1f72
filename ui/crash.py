"""What a crash shows and the log keeps: the place in the program, never names, texts or paths of the shop."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from PySide6.QtWidgets import QApplication

from models.errors import AftercaseError

_log = logging.getLogger("aftercase.window")
_ROOT = Path(__file__).resolve().parent.parent


def details(error: BaseException) -> str:
    """The type, the stable code and the lines of the program an error came through.

    The text of an error and the source lines are left out: they may quote a buyer.
    """
    lines = [f"Aftercase · Python {platform.python_version()} · Qt {PySide6.__version__} · {sys.platform}"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
    code = f" {error.code}" if isinstance(error, AftercaseError) else ""
    lines.append(f"{type(error).__name__}{code}")
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append(f"  because of {type(cause).__name__}")
    return "\n".join(lines)


def _place(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


class CrashGuard(QObject):
    """Catches what nobody caught: writes masked details to the log and shows them, once at a time."""

    _caught = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._showing = False
        self._before = sys.excepthook
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hook."""
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Give it back."""
        sys.excepthook = self._before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        masked = details(error.with_traceback(trace))
        _log.error("not caught", exc_info=error)
        if sys.stderr is not None:
            # without a console (a windowed build) there is no stream at all
            sys.stderr.write(masked + "\n")
        if QThread.currentThread() is not None:
            self._caught.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        from ui.messages import error_dialog

        if self._showing:
            return
        self._showing = True
        dialog = error_dialog(error, QApplication.activeWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._shown)
        dialog.open()

    @Slot()
    def _shown(self) -> None:
        self._showing = False
