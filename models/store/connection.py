"""The one function that opens a connection to the case database, with every setting that keeps it safe."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import Any

from peewee import DatabaseError, SqliteDatabase
from sqlcipher3 import dbapi2

from models.errors import EnvironmentFault, StoreFault
from models.store.faults import fault_of

APPLICATION_ID = 0x41465443  # "AFTC"
# Fixed in 3.51.3: with WAL and several connections, a reset of the log could corrupt the file (3.7.0-3.51.2).
SAFE_ENGINE = (3, 51, 3)

_PRAGMAS: tuple[tuple[str, str], ...] = (
    ("busy_timeout", "5000"),
    ("foreign_keys", "ON"),
    # FULL, not NORMAL: in WAL mode NORMAL loses acknowledged commits when the power goes.
    ("synchronous", "FULL"),
    ("fullfsync", "ON"),
    ("checkpoint_fullfsync", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("secure_delete", "ON"),
    ("temp_store", "MEMORY"),
    # Kilobytes, of each thread; beside it there is what the system keeps of the file.
    ("cache_size", "-6000"),
    ("wal_autocheckpoint", "1000"),
)


def bindable(text: str) -> str:
    """A text somebody typed or pasted as the engine takes it; half a character pair becomes "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def engine_version() -> tuple[int, ...]:
    """The SQLite version in use."""
    return tuple(dbapi2.sqlite_version_info)


class CaseDatabase(SqliteDatabase):
    """SQLite through the sqlcipher3 wheel; one connection per thread, all of them closed by `close_all`."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._read_only = read_only
        self._opened: list[Any] = []
        self._opened_lock = threading.Lock()
        self.commits = 0
        super().__init__(str(path), lock_type="IMMEDIATE", autoconnect=False)

    def commit(self) -> None:
        """Commit; counted, so that what was read before is known to be old."""
        super().commit()
        self.commits += 1

    def state_mark(self) -> tuple[int, int] | None:
        """Another value after every write, so that what was read before is known to be old; None in a transaction,
        where what is seen may yet be taken back."""
        connection: Any = self.connection()
        return None if self.in_transaction() else (self.commits, connection.total_changes)

    def _connect(self) -> Any:
        mode = "ro" if self._read_only else "rwc"
        address = f"{Path(self.database).absolute().as_uri()}?mode={mode}"
        connection = dbapi2.connect(address, uri=True, timeout=5, isolation_level=None, check_same_thread=False)
        try:
            cursor = connection.cursor()
            for name, value in _PRAGMAS:
                if name.endswith("fullfsync") and sys.platform != "darwin":
                    continue
                cursor.execute(f"PRAGMA {name} = {value}")
            if not self._read_only:
                journal = "WAL" if engine_version() >= SAFE_ENGINE else "DELETE"
                cursor.execute(f"PRAGMA journal_mode = {journal}")
                if journal == "DELETE":
                    cursor.execute("PRAGMA synchronous = EXTRA")
            cursor.close()
        except dbapi2.Error:
            connection.close()
            raise
        with self._opened_lock:
            self._opened.append(connection)
        return connection

    def ready(self) -> CaseDatabase:
        """This database with a connection for the calling thread."""
        if self.is_closed():
            self.connect(reuse_if_open=True)
        return self

    def release(self) -> None:
        """Close the calling thread's connection, if it has one."""
        if not self.is_closed():
            connection = self.connection()
            self.close()
            with self._opened_lock:
                if connection in self._opened:
                    self._opened.remove(connection)

    def close_all(self) -> None:
        """Close every connection of every thread; nothing may be running."""
        with self._opened_lock:
            connections, self._opened = self._opened, []
        for connection in connections:
            connection.close()
        if not self.is_closed():
            self.close()


def open_database(path: Path, *, read_only: bool = False) -> CaseDatabase:
    """Open the database file. StoreFault `not_a_store`, `store_damaged`, `store_unreadable` or an EnvironmentFault."""
    database = CaseDatabase(path, read_only=read_only)
    try:
        database.connect()
        if not read_only and sys.platform != "win32":
            path.chmod(0o600)
        database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
    except OSError as error:
        database.close_all()
        raise EnvironmentFault("store_read_only", reason=error.strerror or "") from error
    except (DatabaseError, dbapi2.Error) as error:
        database.close_all()
        raise fault_of(error) or StoreFault("not_a_store", reason=str(error)) from error
    return database
