"""The door to a shop's data: one store, one writer at a time, readers beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from peewee import fn

from models.errors import EnvironmentFault
from models.store.connection import CaseDatabase, open_database
from models.store.evidence_files import EvidenceFiles
from models.store.faults import as_faults
from models.store.folder import DataFolder
from models.store.history import Stamp, read_head
from models.store.migrate import check_owner, migrate
from models.store.transaction import Transaction
from models.tables.by_noun import TABLES


class Store:
    """One data folder, opened. Reading needs no lock; writing goes through `write`."""

    def __init__(self, folder: DataFolder, database: CaseDatabase) -> None:
        self.folder = folder
        self.files = EvidenceFiles(folder)
        self._database = database
        self._writing = threading.Lock()
        self.forgotten = 0
        """How often counts of checklists were forgotten: what was counted before it went up may not hold after."""

    @property
    def database(self) -> CaseDatabase:
        """A connection for the calling thread."""
        return self._database.ready()

    def highest_id(self, noun: str) -> int:
        """The highest id used for a noun; 0 if there is none."""
        table = TABLES[noun]
        found = next(iter(table.select(fn.MAX(table._meta.primary_key)).tuples().execute(self.database)))[0]
        return int(found or 0)

    @contextmanager
    def write(self, stamp: Stamp) -> Iterator[Transaction]:
        """One transaction: everything inside is written, or nothing. EnvironmentFault if the disk will not take it."""
        with self._writing, as_faults():
            database = self.database
            with database.atomic("IMMEDIATE"):
                transaction = Transaction(database, stamp)
                yield transaction
                transaction.finish()
            # After the commit: who reads the old number and the new rows only counts once more.
            self.forgotten += transaction.stale.any

    def release(self) -> None:
        """Close the calling thread's connection; a thread calls this before it ends."""
        self._database.release()

    def close(self, now: datetime) -> None:
        """Fold the log into the database, note the history's head outside it, and close everything."""
        with self._writing:
            try:
                with as_faults():
                    head = read_head(self.database)
                    self.files.note_anchor(head.seq, head.hash, now)
                    self.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except (EnvironmentFault, OSError):
                # What is committed is safe in the log; the next start folds it in.
                pass
            finally:
                self._database.close_all()


def open_store(root: Path) -> Store:
    """Open the data folder, making or lifting it as needed. StoreFault or EnvironmentFault says what is wrong."""
    folder = DataFolder(root)
    try:
        folder.create()
    except OSError as error:
        raise EnvironmentFault("folder_unusable", reason=error.strerror or "", folder=str(root)) from error
    database = open_database(folder.database)
    try:
        with as_faults():
            check_owner(database)
            migrate(database, backups=folder.backups)
    except BaseException:
        database.close_all()
        raise
    store = Store(folder, database)
    store.files.sweep()
    return store
