"""Work on pictures for the stitching dialogs: one at a time, beside the window, with progress and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.decoder.results import Pixels
from models.errors import UserError
from models.records import Evidence
from ui.background import Background
from ui.evidence.chats.stitch_strip import SHOWN_WIDTH
from ui.evidence.gallery.thumbnail_source import image_of

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
_DENSE = 2
_TALLEST = 60_000


class StitchWork(QObject):
    """`progressed` tells how far it is; `busy_changed` when something begins or ends."""

    progressed = Signal(int, int)
    busy_changed = Signal(bool)
    unexpected = Signal(object)

    def __init__(self, ctx: Any, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._stop = threading.Event()
        self._turn = 0
        self.busy = False
        self.unexpected.connect(background.failed)

    def run(
        self,
        work: Callable[[Progress, Callable[[], bool]], Result],
        done: Callable[[Result], object],
        failed: Callable[[BaseException], object],
        *,
        keeps: bool = False,
    ) -> None:
        """Do this; what was under way before is stopped and its result dropped."""
        self._stop.set()
        stop = self._stop = threading.Event()
        self._turn += 1
        turn = self._turn

        def arrived(result: Result) -> None:
            if turn == self._turn:
                self._set_busy(False)
                done(result)

        def broke(error: BaseException) -> None:
            if turn == self._turn:
                self._set_busy(False)
                if not (isinstance(error, UserError) and error.code == "cancelled"):
                    failed(error)

        self._set_busy(True)
        future = self._ctx.jobs.io(lambda: work(self.progressed.emit, stop.is_set), keeps=keeps)
        self._background.run(future, arrived, broke, receiver=self)

    def stop(self) -> None:
        """End what is under way, after the step in hand."""
        self._stop.set()
        self._turn += 1
        self._set_busy(False)

    def load_image(self, item: Evidence, arrived: Callable[[QImage], object]) -> None:
        """A picture as wide as the strip shows it."""
        width, height = max(1, item.width or 1), max(1, item.height or 1)
        wide = min(width, SHOWN_WIDTH * _DENSE)
        side = max(1, min(_TALLEST, max(wide, round(height * wide / width))))
        service = self._ctx.evidence

        def work() -> QImage:
            found = service.picture(item, side)
            image = (
                image_of(found).convertToFormat(QImage.Format.Format_RGB32) if isinstance(found, Pixels) else QImage()
            )
            return (
                image
                if image.width() <= wide
                else image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            )

        self._background.run(
            self._ctx.jobs.io(work), arrived, lambda error: arrived(QImage()), receiver=self, quiet=True
        )

    def _set_busy(self, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit(busy)
