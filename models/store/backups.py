"""Copies of the database made with SQLite's backup API, each one opened and verified before it counts."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2

from models.errors import StoreFault
from models.store import fsops
from models.store.connection import CaseDatabase


def back_up_database(database: CaseDatabase, target: Path) -> None:
    """Write a verified copy to `target`; StoreFault `backup_failed` and no file if it cannot be trusted."""
    fsops.make_folder(target.parent)
    partial = target.with_name(target.name + ".partial")
    fsops.remove(partial)
    try:
        copy = dbapi2.connect(str(partial), isolation_level=None)
        try:
            database.ready().connection().backup(copy, pages=500)
            copy.execute("PRAGMA journal_mode = DELETE")
            found = copy.execute("PRAGMA integrity_check").fetchall()
            broken = copy.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            copy.close()
        if found != [("ok",)] or broken:
            raise StoreFault("backup_failed", reason="the copy does not verify")
        descriptor = fsops.open_existing(partial)
        try:
            fsops.sync_file(descriptor)
        finally:
            fsops.close(descriptor)
        fsops.replace(partial, target)
        fsops.sync_folder(target.parent)
    except (dbapi2.Error, OSError) as error:
        raise StoreFault("backup_failed", reason=str(error)) from error
    finally:
        fsops.remove(partial)
