"""What one action changed, so that pages refresh only what they show."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Cases touched and tables written to; no table named means that anything may have changed.

    `label` is the undo label of what was done, if it can be undone; `moved` says that it was an undo or a redo.
    `going_on`: a step of a long action, of which the last change tells the end; what is shown need not follow each.
    """

    cases: frozenset[int] = frozenset()
    tables: frozenset[str] = frozenset()
    label: str = ""
    moved: bool = False
    going_on: bool = False

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables changed."""
        return not self.tables.isdisjoint(tables)


def together(changes: Sequence[ChangeSet]) -> ChangeSet:
    """Several changes as one, with the newest label; an undo or redo after it has said already what it did."""
    if len(changes) == 1:
        return changes[0]
    return ChangeSet(
        cases=frozenset().union(*(each.cases for each in changes)),
        tables=frozenset().union(*(each.tables for each in changes)) if all(c.tables for c in changes) else frozenset(),
        label=next((each.label for each in reversed(changes) if each.label or each.moved), ""),
        moved=changes[-1].moved,
    )


@dataclass
class ChangeBus:
    """Tells listeners, on the thread that wrote."""

    _listeners: list[Callable[[ChangeSet], None]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call `listener` after every change; returns how to stop that."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    def publish(self, changes: ChangeSet) -> None:
        """Tell every listener.

        What changed is already saved: a listener's mistake goes to the crash hook, not to who made the change.
        """
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(changes)
            except Exception as error:  # noqa: BLE001 - handed to the crash hook
                sys.excepthook(type(error), error, error.__traceback__)
