"""The history shows every kind of tampering, and survives an erasure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from peewee import DatabaseError

from models.clock import FixedClock
from models.store.history import Stamp, list_events, verify_chain
from models.store.store import Store


@pytest.fixture
def long_history(store: Store, stamp: Stamp, case_id: int) -> Store:
    for number in range(5):
        with store.write(stamp) as transaction:
            transaction.record(
                "note_added", entity="note", entity_id=number, case_id=case_id, details={"text": "打开就碎了"}
            )
    return store


def unguarded(store: Store, sql: str, *parameters: object) -> None:
    """What somebody with the file and a tool can do."""
    store.database.execute_sql("DROP TRIGGER IF EXISTS history_no_update")
    store.database.execute_sql("DROP TRIGGER IF EXISTS history_no_delete")
    store.database.execute_sql("PRAGMA foreign_keys = OFF")
    store.database.execute_sql(sql, parameters)


def test_untouched_history_holds(long_history: Store) -> None:
    report = verify_chain(long_history.database)
    assert (report.events, report.erased, report.broken_at) == (6, 0, None)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE history SET person = 'somebody else' WHERE seq = 3", "changed link"),
        ("UPDATE history SET happened_at = happened_at - 1 WHERE seq = 3", "changed link"),
        ("UPDATE history_detail SET details = '{}' WHERE seq = 3", "changed details"),
        ("DELETE FROM history WHERE seq = 3", "missing link"),
        ("UPDATE history SET previous = hash WHERE seq = 3", "broken link"),
    ],
)
def test_tampering_is_found_where_it_happened(long_history: Store, sql: str, reason: str) -> None:
    unguarded(long_history, sql)
    report = verify_chain(long_history.database)
    assert report.broken_at in (3, 4)
    assert report.reason == reason


def test_the_database_itself_refuses_to_change_history(long_history: Store) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        long_history.database.execute_sql("UPDATE history SET person = 'x' WHERE seq = 1")
    with pytest.raises(DatabaseError, match="append-only"):
        long_history.database.execute_sql("DELETE FROM history WHERE seq = 6")


def test_erased_details_leave_a_chain_that_holds(long_history: Store) -> None:
    long_history.database.execute_sql("DELETE FROM history_detail WHERE seq IN (2, 4)")
    report = verify_chain(long_history.database)
    assert (report.broken_at, report.erased) == (None, 2)


def test_cutting_the_end_off_shows_against_the_anchor(long_history: Store, clock: FixedClock) -> None:
    from models.store.history import read_head
    from models.store.verify import check_anchors

    head = read_head(long_history.database)
    long_history.files.note_anchor(head.seq, head.hash, clock.now())
    assert check_anchors(long_history) is False
    unguarded(long_history, "DELETE FROM history WHERE seq = 6")
    assert verify_chain(long_history.database).broken_at is None
    assert check_anchors(long_history) is True


def test_a_clock_set_back_never_reorders(store: Store, stamp: Stamp, case_id: int) -> None:
    earlier = Stamp(stamp.now - timedelta(days=400), stamp.person)
    with store.write(earlier) as transaction:
        transaction.record("note_added", entity="note", entity_id=1, case_id=case_id)
    newest, older = list_events(store.database, case_id=case_id)[:2]
    assert newest.seq > older.seq
    assert newest.happened_at >= older.happened_at
