"""Opening: what is ours is migrated, what is not is refused, and nothing is altered by refusing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from peewee import DatabaseError

from models.clock import FixedClock
from models.errors import StoreFault
from models.store import cases, migrations
from models.store.connection import SAFE_ENGINE, CaseDatabase, engine_version, open_database
from models.store.history import verify_chain
from models.store.migrate import migrate, schema_version
from models.store.migrations import SCHEMA_VERSION, Step
from models.store.store import Store, open_store
from models.store.verify import verify_store

FROZEN = Path(__file__).parents[2] / "frozen"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_engine_has_no_log_reset_bug() -> None:
    assert engine_version() >= SAFE_ENGINE


def test_a_connection_has_every_safe_setting(store: Store) -> None:
    def pragma(name: str) -> object:
        return store.database.execute_sql(f"PRAGMA {name}").fetchone()[0]

    settings = {name: pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete",
                                                "trusted_schema", "mmap_size", "busy_timeout")}  # fmt: skip
    assert settings == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0,
        "mmap_size": 0, "busy_timeout": 5000,
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\x00" + b"\xff" * 4096, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, clock: FixedClock, content: bytes) -> None:
    path = tmp_path / "case.db"
    path.write_bytes(content)
    with pytest.raises(StoreFault):
        open_store(tmp_path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(tmp_path: Path, clock: FixedClock) -> None:
    database = open_database(tmp_path / "case.db")
    database.execute_sql("CREATE TABLE other (x)")
    database.close_all()
    before = digest(tmp_path / "case.db")
    with pytest.raises(StoreFault, match="not_a_store"):
        open_store(tmp_path)
    assert digest(tmp_path / "case.db") == before


def test_a_newer_schema_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    open_store(tmp_path).close(clock.now())
    database = open_database(tmp_path / "case.db")
    database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.close_all()
    with pytest.raises(StoreFault, match="store_newer"):
        open_store(tmp_path)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_every_schema_that_ever_landed_opens(tmp_path: Path, clock: FixedClock, version: int) -> None:
    shutil.copytree(FROZEN / f"schema_{version}", tmp_path / "shop")
    store = open_store(tmp_path / "shop")
    assert schema_version(store.database) == SCHEMA_VERSION
    report = verify_store(store)
    assert report.holds
    assert report.evidence_checked > 0
    # One was entered twice and merged in schema 3; in schema 7 another speaks of a bad batch.
    found = cases.list_case_ids(store.database, cases.CaseQuery(view=cases.CaseView.ALL), clock.now())
    assert len(found) == 3 + (version >= 3) + (version >= 7)
    store.close(clock.now())


def test_the_schema_file_of_today_is_frozen(tmp_path: Path) -> None:
    """A schema that landed is never edited: a change is a new numbered step."""
    copied = shutil.copy(FROZEN / f"schema_{SCHEMA_VERSION}" / "case.db", tmp_path / "case.db")
    made = open_database(tmp_path / "made.db")
    migrate(made)

    def statements(database: CaseDatabase) -> set[str]:
        rows = database.execute_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        database.close_all()
        return {" ".join(row[0].split()) for row in rows}

    assert statements(open_database(Path(copied))) == statements(made)


def test_a_step_that_fails_leaves_the_old_schema(store: Store, case_id: int) -> None:
    bad = Step(
        SCHEMA_VERSION + 1,
        (
            "ALTER TABLE note ADD COLUMN extra TEXT",
            "CREATE TABLE broken (",
        ),
    )
    with pytest.raises(StoreFault, match="migration_failed"):
        migrate(store.database, backups=store.folder.backups, steps=(*migrations.STEPS, bad))
    assert schema_version(store.database) == SCHEMA_VERSION
    with pytest.raises(DatabaseError):
        store.database.execute_sql("SELECT extra FROM note")
    backup = open_database(store.folder.backups / f"before-schema-{SCHEMA_VERSION + 1}.db", read_only=True)
    assert verify_chain(backup).events == verify_chain(store.database).events
    backup.close_all()


def test_a_rebuilt_table_keeps_its_children(store: Store, case_id: int) -> None:
    rebuild = Step(
        SCHEMA_VERSION + 1,
        (
            "CREATE TABLE shop_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
            "INSERT INTO shop_new SELECT id, name FROM shop",
            "DROP TABLE shop",
            "ALTER TABLE shop_new RENAME TO shop",
        ),
    )
    assert migrate(store.database, backups=store.folder.backups, steps=(*migrations.STEPS, rebuild)) == 1
    assert store.database.execute_sql('SELECT count(*) FROM "case"').fetchone()[0] == 1
