"""Builds previews: a moment after the last change, one at a time, an older one stopped when it is no longer wanted."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from desktop.packets.values import Cancelled
from desktop.services.packet_results import PacketPreview
from ui.background import Background
from ui.packets.packet_state import PacketWish

SETTLE_MS = 350


class PreviewBuilder(QObject):
    """`built(wish, preview)` and `failed(error)` come for the newest wish only; `busy_changed` says it is at work."""

    built = Signal(object, object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._wish: PacketWish | None = None
        self._stop: threading.Event | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether a preview is being built or about to be."""
        return self._wish is not None or self._stop is not None

    def ask(self, wish: PacketWish, *, at_once: bool = False) -> None:
        """Build this instead of what was asked before."""
        self._wish = wish
        if self._stop is not None:
            self._stop.set()
        if at_once:
            self._timer.stop()
            self._start()
        else:
            self._timer.start()
        self.busy_changed.emit(True)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wish = None
        self._timer.stop()
        if self._stop is not None:
            self._stop.set()
        self.busy_changed.emit(False)

    def _start(self) -> None:
        wish = self._wish
        if wish is None or self._stop is not None or self._timer.isActive():
            return  # the build under way is stopping; its end starts this one
        self._wish = None
        stop = self._stop = threading.Event()
        packets = self._ctx.packets

        def build() -> PacketPreview:
            made = packets.preview(wish.case_id, wish.plan, wish.evidence_ids, wish.summary, cancelled=stop.is_set)
            # The file in the cache is what is shown; tens of megabytes are not held beside it while the next is made.
            return replace(made, files=tuple(replace(each, content=b"") for each in made.files))

        self._background.run(
            self._ctx.jobs.io(build),
            lambda made: self._end(stop, wish, made, None),
            lambda error: self._end(stop, wish, None, error),
            receiver=self,
        )

    def _end(
        self, stop: threading.Event, wish: PacketWish, made: PacketPreview | None, error: BaseException | None
    ) -> None:
        self._stop = None
        wanted = not stop.is_set()
        if self._wish is not None:
            self._start()
        self.busy_changed.emit(self.busy)
        if wanted and made is not None:
            self.built.emit(wish, made)
        elif wanted and error is not None and not isinstance(error, Cancelled):
            self.failed.emit(error)
