"""Undo and redo for the session: each entry is a named action and the rows it changed; history is never undone."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.changes import ChangeSet
from models.store.transaction import RowChange

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Undoable:
    """What was done, by the code of its sentence, what it changed, when (aware UTC) and by whom.

    `automatic`: the program did it, such as waking a case at its time.
    """

    code: str
    values: Mapping[str, object]
    changes: tuple[RowChange, ...]
    case_ids: tuple[int, ...]
    at: datetime | None = None
    person: str = ""
    automatic: bool = False


@dataclass(slots=True)
class LongAction:
    """An action of several transactions that Undo takes back as one: given to `Workbench.act` with each of them."""

    entry: Undoable | None = None
    told: ChangeSet | None = None


class UndoStack:
    """The actions that can be taken back, newest last. Safe in threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: list[Undoable] = []
        self._undone: list[Undoable] = []

    def push(self, entry: Undoable) -> None:
        """Remember an action; what was undone before it can no longer be redone, unless it was an automatic one."""
        with self._lock:
            self._done = [*self._done[-(_KEPT - 1) :], entry]
            if not entry.automatic:
                self._undone.clear()

    def grow(self, known: Undoable | None, entry: Undoable) -> Undoable:
        """Put one more step of a long action to what was done of it so far, under the new step's words.

        It keeps its place, whatever was done beside it; once undone it is no longer there, and what follows stands by
        itself. Returns what is remembered now, to be given again for the next step.
        """
        with self._lock:
            place = next((i for i, kept in enumerate(self._done) if kept is known), None)
            if known is not None and place is not None:
                case_ids = tuple(sorted({*known.case_ids, *entry.case_ids}))
                grown = replace(entry, changes=(*known.changes, *entry.changes), case_ids=case_ids, at=known.at)
                self._done[place] = grown
                return grown
        self.push(entry)
        return entry

    def peek_undo(self) -> Undoable | None:
        """What Undo would take back: the newest a person did, and only without one the newest automatic one.

        What happens by itself between an action and Ctrl+Z must not be taken back in its place.
        """
        with self._lock:
            own = next((entry for entry in reversed(self._done) if not entry.automatic), None)
            return own or (self._done[-1] if self._done else None)

    def followed_by(self, entry: Undoable) -> tuple[Undoable, ...]:
        """The automatic actions since one that changed rows of it, the newest first: they fall with it."""
        rows = _rows_of(entry)
        found: list[Undoable] = []
        with self._lock:
            place = next((i for i, kept in enumerate(self._done) if kept is entry), len(self._done))
            for each in self._done[place + 1 :]:
                # One that goes on from another of these falls with it.
                if each.automatic and not rows.isdisjoint(_rows_of(each)):
                    rows |= _rows_of(each)
                    found.insert(0, each)
        return tuple(found)

    def peek_redo(self) -> Undoable | None:
        """What Redo would do again."""
        with self._lock:
            return self._undone[-1] if self._undone else None

    def done(self) -> tuple[Undoable, ...]:
        """What can be taken back, the newest first."""
        with self._lock:
            return tuple(reversed(self._done))

    def undone(self) -> tuple[Undoable, ...]:
        """What can be done again, the next one first."""
        with self._lock:
            return tuple(reversed(self._undone))

    def moved(self, entry: Undoable, *, undone: bool) -> None:
        """Note that an entry was undone, or redone."""
        with self._lock:
            source, target = (self._done, self._undone) if undone else (self._undone, self._done)
            place = next((i for i, kept in enumerate(source) if kept is entry), None)
            if place is not None:
                target.append(source.pop(place))

    def clear(self) -> None:
        """Forget everything: nothing done so far can be taken back."""
        with self._lock:
            self._done.clear()
            self._undone.clear()

    def forget(self, entry: Undoable) -> None:
        """Drop an entry that can no longer be taken back; the others stay."""
        with self._lock:
            self._done = [kept for kept in self._done if kept is not entry]
            self._undone = [kept for kept in self._undone if kept is not entry]


def _rows_of(entry: Undoable) -> set[tuple[str, int]]:
    return {(change.table, change.row_id) for change in entry.changes}
