"""A wizard in a process of its own: answers a question, types an amount, and is killed one second after the last key."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import build
from ui.background import Background
from ui.resolution.walking import Walking

ANSWER, TYPED = "items_damaged", "missing_value"
SECOND_MS = 1000


def main(folder: Path, case_id: int) -> None:
    """Never returns: the process dies by its own hand."""
    application = QApplication([])
    ctx = build(folder)
    walking = Walking(ctx, Background())

    def begin() -> None:
        walking.answer(ANSWER, True)
        for at in range(1, 6):
            walking.answer(TYPED, "31.50"[:at], typing=True)
        QTimer.singleShot(SECOND_MS, lambda: os.kill(os.getpid(), signal.SIGKILL))

    walking.begun.connect(begin)
    walking.start(case_id)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
