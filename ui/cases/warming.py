"""What takes long to load and is soon needed, loaded beside the window once its list stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background

_REST_MS = 1200


class Warming(QObject):
    """The replies take 0.05 s to load: before they are first needed, and not while the first list is on its way."""

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._load)

    def begin(self) -> None:
        """Load in a moment."""
        self._timer.start()

    @Slot()
    def _load(self) -> None:
        page = self.parent()
        if isinstance(page, QWidget) and not page.window().isVisible():
            return  # the window was closed meanwhile, and the threads with it

        def load() -> None:
            from desktop.services.replies import reply_book

            reply_book()

        # Whoever needs them and finds them broken says so.
        self._background.run(self._ctx.jobs.io(load), lambda _: None, lambda error: None, receiver=self, quiet=True)
