"""What was typed for new cases and not saved: kept in the settings within a second, offered by the next Ctrl+N."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.settings import Settings

KEY = "new_case.drafts"
_KEPT, _THROTTLE_MS = 5, 700
Draft = Mapping[str, Any]


class DraftKeeper(QObject):
    """Keeps the input of one dialog beside those given up before it; `read` answers what stands in the dialog now."""

    def __init__(self, settings: Settings, read: Callable[[], Draft], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._read = read
        kept = settings.get(KEY, [])
        self._others: list[Draft] = [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []
        # Begun with the first change and not begun anew by the next: never more than this is lost.
        self._timer = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._timer.timeout.connect(self.flush)

    def offered(self) -> Draft | None:
        """The newest input given up."""
        return self._others[0] if self._others else None

    def take(self) -> Draft | None:
        """Go on with it: from now on it is this dialog's own."""
        return self._others.pop(0) if self._others else None

    def discard(self) -> None:
        """Forget the one offered."""
        self.take()
        self.flush()

    def changed(self) -> None:
        """Something was typed or chosen."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep what stands there now."""
        self._timer.stop()
        own = self._read()
        self._settings.set(KEY, [*([dict(own)] if own else []), *map(dict, self._others)][:_KEPT])

    def finish(self) -> None:
        """The case is saved: its input is needed no longer."""
        self._read = dict
        self.flush()
