"""Lifts a database to this program's schema: a verified backup first, each step whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from peewee import DatabaseError

from models.errors import StoreFault
from models.store.backups import back_up_database
from models.store.connection import APPLICATION_ID, CaseDatabase
from models.store.faults import fault_of
from models.store.migrations import STEPS, Step
from models.store.search import index_all


def schema_version(database: CaseDatabase) -> int:
    """The schema the file has; 0 for an empty one."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def check_owner(database: CaseDatabase) -> None:
    """Refuse a file that another program made, and one that a newer Aftercase made."""
    owner = int(database.execute_sql("PRAGMA application_id").fetchone()[0])
    version = schema_version(database)
    tables = int(database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if owner != APPLICATION_ID and tables:
        raise StoreFault("not_a_store", reason="made by another program")
    if version > STEPS[-1].version:
        raise StoreFault("store_newer", found=version, known=STEPS[-1].version)


def migrate(database: CaseDatabase, *, backups: Path | None = None, steps: Sequence[Step] = STEPS) -> int:
    """Run the steps that are missing; returns how many. Raises StoreFault and leaves the file as it was."""
    check_owner(database)
    present = schema_version(database)
    missing = [step for step in steps if step.version > present]
    if missing and present and backups is not None:
        back_up_database(database, backups / f"before-schema-{missing[-1].version}.db")
    for step in missing:
        # What is searched is read from the newest tables, so it is indexed in the same transaction as the last step.
        last = step is missing[-1]
        _run(database, step, index=last and bool(present) and any(each.search_changed for each in missing))
    return len(missing)


def _run(database: CaseDatabase, step: Step, *, index: bool) -> None:
    # Off before BEGIN, or a rebuilt table takes its children with it.
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        with database.atomic("IMMEDIATE"):
            for statement in step.statements:
                database.execute_sql(statement)
            if index:
                index_all(database)
            broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise StoreFault("migration_failed", step=step.version, reason="foreign keys")
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute_sql(f"PRAGMA user_version = {step.version}")
    except DatabaseError as error:
        raise fault_of(error) or StoreFault("migration_failed", step=step.version, reason=str(error)) from error
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")
