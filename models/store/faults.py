"""Tells what the database engine refused: the disk, another program, the file itself, or this program (a bug)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from peewee import DatabaseError, InterfaceError, PeeweeException
from sqlcipher3 import dbapi2

from models.errors import EnvironmentFault, StoreFault

# Rows are fetched without peewee, so its own errors and the engine's both come.
_ENGINE = (DatabaseError, InterfaceError, dbapi2.Error)
# A full disk has the engine roll back by itself; rolling back again then fails, and that failure hides the first.
_SECOND = "cannot rollback"
# Primary result codes of SQLite; all others (a wrong statement, a broken constraint) are bugs.
_ENVIRONMENT = {
    5: "store_locked",  # BUSY
    6: "store_locked",  # LOCKED
    8: "store_read_only",  # READONLY
    10: "store_failed",  # IOERR
    13: "disk_full",  # FULL
}
_STORE = {
    11: "store_damaged",  # CORRUPT
    14: "store_unreadable",  # CANTOPEN
    26: "not_a_store",  # NOTADB
}


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """What the environment did, if that is the cause of an engine's error; None for a bug and for any other error."""
    while _SECOND in str(error) and error.__context__ is not None:
        error = error.__context__
    if not isinstance(error, _ENGINE):
        return None
    engine = error.orig if isinstance(error, PeeweeException) and hasattr(error, "orig") else error
    result = getattr(engine, "sqlite_errorcode", 0) & 0xFF
    if result in _STORE:
        return StoreFault(_STORE[result], reason=str(error))
    if result in _ENVIRONMENT:
        return EnvironmentFault(_ENVIRONMENT[result], reason=str(error))
    return None


@contextmanager
def as_faults() -> Iterator[None]:
    """Whatever the engine refuses inside leaves as an EnvironmentFault or StoreFault; bugs leave as they are."""
    try:
        yield
    except _ENGINE as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
