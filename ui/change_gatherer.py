"""Gathers what was written in one turn of the loop, so that the page in front is brought up to date once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.changes import ChangeBus, ChangeSet, together


class ChangeGatherer(QObject):
    """`changed` carries one ChangeSet for everything since the last turn; listens on any thread."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, changes: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[ChangeSet] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._hand_on)
        self._told.connect(self._note, Qt.ConnectionType.QueuedConnection)
        self._stop = changes.subscribe(self._told.emit)

    def close(self) -> None:
        """Stop listening."""
        self._stop()
        self._turn.stop()

    @Slot(object)
    def _note(self, changes: ChangeSet) -> None:
        self._waiting.append(changes)
        # Hundreds of files that come in are shown when they are all there, or with what a person does meanwhile:
        # bringing a page up to date takes the time of many moments while two processors copy, hash and decode.
        if not changes.going_on:
            self._turn.start()

    @Slot()
    def _hand_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.changed.emit(together(waiting))
