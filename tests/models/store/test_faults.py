"""What the engine refuses is told by its cause, whatever was being done; the file is as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.errors import EnvironmentFault, StoreFault
from models.store import connection
from models.store.history import Stamp
from models.store.store import Store, open_store
from models.store.verify import verify_store

_HOLD = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def _note(store: Store, stamp: Stamp, case_id: int, text: str) -> None:
    with store.write(stamp) as transaction:
        note_id = transaction.insert(
            "note", case_id=case_id, kind="internal", text=text, written_at=stamp.now, written_by="小满"
        )
        transaction.record("note_added", entity="note", entity_id=note_id, case_id=case_id)


def _count(store: Store) -> int:
    found: int = store.database.execute_sql("SELECT count(*) FROM note").fetchone()[0]
    return found


def test_a_full_disk_is_said_and_the_next_write_works(store: Store, stamp: Stamp, case_id: int) -> None:
    pages = store.database.execute_sql("PRAGMA page_count").fetchone()[0]
    store.database.execute_sql(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(EnvironmentFault) as caught:
        _note(store, stamp, case_id, "碎" * 50_000)
    assert caught.value.code == "disk_full"
    assert _count(store) == 0
    store.database.execute_sql(f"PRAGMA max_page_count = {pages + 4000}")
    _note(store, stamp, case_id, "碎" * 50_000)
    assert _count(store) == 1
    assert verify_store(store).holds


def test_a_database_held_by_another_program_is_said(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Five seconds of patience for another program are right for a shop, not for a test.
    impatient = tuple({**dict(connection._PRAGMAS), "busy_timeout": "100"}.items())
    monkeypatch.setattr(connection, "_PRAGMAS", impatient)
    root = tmp_path / "shop"
    open_store(root).close(clock.now())
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(root / "case.db")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(EnvironmentFault) as caught:
            open_store(root)
        assert caught.value.code == "store_locked"
    finally:
        holder.communicate("", timeout=30)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "store_damaged"),
        (lambda path: path.write_bytes(b"\x17" * 9000), "not_a_store"),
        (lambda path: (path.unlink(), path.mkdir()), "store_unreadable"),
    ],
)
def test_a_spoilt_database_is_refused_by_its_kind(tmp_path: Path, clock: FixedClock, spoil: object, code: str) -> None:
    root = tmp_path / "shop"
    open_store(root).close(clock.now())
    assert callable(spoil)
    spoil(root / "case.db")
    with pytest.raises(StoreFault) as caught:
        open_store(root)
    assert caught.value.code == code


def test_damage_found_while_rows_are_read_is_a_finding(store: Store, stamp: Stamp, case_id: int) -> None:
    for number in range(60):
        _note(store, stamp, case_id, f"{number} " + "破损" * 500)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path = store.folder.database
    store.release()
    data = bytearray(path.read_bytes())
    for at in range(8 * 4096, len(data) - 4096, 3 * 4096):
        data[at : at + 100] = b"\xff" * 100
    path.write_bytes(bytes(data))
    report = verify_store(store)
    assert report.database
    assert not report.holds


def test_a_spoilt_salt_is_a_changed_detail(store: Store, stamp: Stamp, case_id: int) -> None:
    store.database.execute_sql("UPDATE history_detail SET salt = ?", ("z" * 64,))
    report = verify_store(store)
    assert report.chain.broken_at == 1
    assert report.chain.reason == "changed details"


def test_a_mistake_in_a_statement_stays_a_bug(store: Store, stamp: Stamp) -> None:
    with pytest.raises(Exception, match="no such table") as caught, store.write(stamp) as transaction:
        transaction.database.execute_sql("SELECT * FROM nothing_of_that_name")
    assert not isinstance(caught.value, EnvironmentFault)
