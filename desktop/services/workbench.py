"""What every service works with: the store, the clock, who is working, undo, and one way to write."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop.changes import ChangeBus, ChangeSet
from desktop.diagnostics import LOGGER, Code
from desktop.undo import LongAction, Undoable, UndoStack
from models.clock import Clock
from models.errors import UserError
from models.kinds import Role
from models.records import Person
from models.store import case_rest, register_rest
from models.store.history import Stamp
from models.store.store import Store
from models.store.transaction import Transaction

Result = TypeVar("Result")
_log = logging.getLogger(f"{LOGGER}.services")
NOBODY = Person(id=0, name="", initials="", role=Role.OWNER)


class Workbench:
    """Shared by the services of one open data folder."""

    def __init__(self, store: Store, clock: Clock, changes: ChangeBus, undo: UndoStack, time_zone: str) -> None:
        self.store = store
        self.clock = clock
        self.changes = changes
        self.undo = undo
        self.time_zone = time_zone
        self.person: Person = NOBODY
        self.following: list[Callable[[Transaction], None]] = []
        """What has to follow from whatever an action changed, inside its transaction and undone with it."""
        self._device = socket.gethostname()

    def stamp(self) -> Stamp:
        """Who is working, now, here."""
        return Stamp(self.clock.now(), self.person.name, self.time_zone, self._device)

    def act(
        self,
        code: str,
        work: Callable[[Transaction], Result],
        *,
        values: Mapping[str, object] | None = None,
        undoable: bool = True,
        automatic: bool = False,
        part_of: LongAction | None = None,
    ) -> Result:
        """Do one user action in one transaction, remember it for Undo under `code`, and tell who listens.

        `automatic`: nobody asked for it now, so Undo takes back what the person did last before it. `part_of`: one
        step of a long action, which is one entry of Undo under the code and values of its newest step; `end` tells
        when it was the last.
        UserError `merged_stays` or `archived_stays` for a change of a case that rests, `month_closed` for one of a
        line of a register whose month is closed; ValueError, and nothing written, for an undoable action that adds
        rows which cannot be taken back.
        """
        with self.store.write(self.stamp()) as transaction:
            result = work(transaction)
            for follow in self.following:
                follow(transaction)
            if undoable:
                transaction.check_revocable()
                case_rest.check_rest(transaction)
            register_rest.check_closed(transaction)
        changes, cases = tuple(transaction.changes), transaction.case_ids()
        _log.info("%s: rows %d, cases %d", Code(code), len(changes), len(cases))
        if undoable and changes:
            stamp = transaction.stamp
            entry = Undoable(
                code, dict(values or {}), changes, tuple(sorted(cases)), stamp.now, stamp.person, automatic
            )
            if part_of is None:
                self.undo.push(entry)
            else:
                part_of.entry = self.undo.grow(part_of.entry, entry)
        tables = frozenset(change.table for change in changes)
        label = code if undoable and changes and not automatic else ""
        told = ChangeSet(cases, tables, label, going_on=part_of is not None)
        if part_of is not None:
            part_of.told = told
        self.changes.publish(told)
        return result

    def note(self, code: str, work: Callable[[Transaction], object]) -> None:
        """Record what changes no row, as that something went to paper: only the history grows, and Undo stays as it is.

        Who listens is told of the table `history_event` alone.
        """
        with self.store.write(self.stamp()) as transaction:
            work(transaction)
        cases = transaction.case_ids()
        _log.info("%s: cases %d", Code(code), len(cases))
        self.changes.publish(ChangeSet(cases, frozenset({"history_event"})))

    def end(self, long_action: LongAction) -> None:
        """Tell who listens that the newest step of a long action was its last; nothing if there was none."""
        if long_action.told is not None:
            self.changes.publish(replace(long_action.told, going_on=False))

    def undo_last(self) -> Undoable | None:
        """Take back the newest action; None if there is none.

        UserError `changed_since` if its rows moved on, `month_closed` for a line of a register's closed month, with
        `action` and its values: it is dropped then, and those before it can still be taken back.
        """
        return self._move(self.undo.peek_undo(), backwards=True)

    def redo_last(self) -> Undoable | None:
        """Do again what was undone last."""
        return self._move(self.undo.peek_redo(), backwards=False)

    def go_back_to(self, entry: Undoable) -> tuple[Undoable, ...]:
        """Take back everything down to an action, or do again everything up to one that was undone; what was moved.

        An automatic one is taken back alone, and what a person did since stays.

        Each is an action of its own in the history. Stops with UserError `changed_since` at the first that cannot be.
        """
        moved: list[Undoable] = []
        backwards = any(kept is entry for kept in self.undo.done())
        if not backwards and not any(kept is entry for kept in self.undo.undone()):
            return ()
        if backwards and entry.automatic:
            self._move(entry, backwards=True)
            return (entry,)
        while not moved or moved[-1] is not entry:
            each = self.undo_last() if backwards else self.redo_last()
            if each is None:
                break
            moved.append(each)
        return tuple(moved)

    def _move(self, entry: Undoable | None, *, backwards: bool) -> Undoable | None:
        if entry is None:
            return None
        fallen = self.undo.followed_by(entry) if backwards else ()
        try:
            with self.store.write(self.stamp()) as transaction:
                for each in fallen:
                    transaction.reapply(each.changes, backwards=True)
                transaction.reapply(entry.changes, backwards=backwards)
                register_rest.check_changes(
                    transaction.database, (change for each in (*fallen, entry) for change in each.changes)
                )
                for case_id in entry.case_ids or (None,):
                    transaction.record(
                        "undone" if backwards else "redone",
                        entity="case",
                        entity_id=case_id or 0,
                        case_id=case_id,
                        details={"code": entry.code, **entry.values},
                    )
        except UserError as error:
            self.undo.forget(entry)
            raise UserError(error.code, **{**entry.values, **error.values, "action": entry.code}) from error
        for each in fallen:
            self.undo.forget(each)
        self.undo.moved(entry, undone=backwards)
        tables = frozenset(change.table for change in entry.changes)
        self.changes.publish(ChangeSet(transaction.case_ids(), tables, moved=True))
        return entry
