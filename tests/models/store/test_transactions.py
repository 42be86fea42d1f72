"""One action is one transaction; Undo puts the rows back and says so in the history."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.store import case_page, cases
from models.store.history import Stamp, verify_chain
from models.store.store import Store


def add_note(store: Store, stamp: Stamp, case_id: int, text: str) -> object:
    with store.write(stamp) as transaction:
        transaction.insert(
            "note", case_id=case_id, text=text, written_at=stamp.now, written_by=stamp.person, kind="internal"
        )
        transaction.record("note_added", entity="note", entity_id=1, case_id=case_id, details={"text": text})
    return tuple(transaction.changes)


def test_an_exception_leaves_nothing(store: Store, stamp: Stamp, case_id: int) -> None:
    before = verify_chain(store.database)
    with pytest.raises(ZeroDivisionError), store.write(stamp) as transaction:
        transaction.update("case", case_id, summary="half done")
        transaction.record("summary_changed", entity="case", entity_id=case_id, case_id=case_id)
        raise ZeroDivisionError
    assert cases.find_case(store.database, case_id).summary == "外箱压坏"
    assert verify_chain(store.database) == before


def test_undo_and_redo_of_an_added_row(store: Store, stamp: Stamp, case_id: int) -> None:
    changes = add_note(store, stamp, case_id, "碎了两只")
    for backwards, count in ((True, 0), (False, 1), (True, 0)):
        with store.write(stamp) as transaction:
            transaction.reapply(changes, backwards=backwards)  # type: ignore[arg-type]
        assert len(case_page.list_notes(store.database, case_id)) == count


def test_undo_refuses_rows_that_moved_on(store: Store, stamp: Stamp, case_id: int) -> None:
    with store.write(stamp) as first:
        first.update("case", case_id, summary="one")
    with store.write(stamp) as second:
        second.update("case", case_id, summary="two")
    with pytest.raises(UserError, match="changed_since"), store.write(stamp) as undo:
        undo.reapply(tuple(first.changes), backwards=True)
    assert cases.find_case(store.database, case_id).summary == "two"


def test_update_to_the_same_value_changes_nothing(store: Store, stamp: Stamp, case_id: int) -> None:
    with store.write(stamp) as transaction:
        assert transaction.update("case", case_id, summary="外箱压坏") is False
    assert transaction.changes == []


def test_next_number_goes_on_past_9999(store: Store, stamp: Stamp, case_id: int) -> None:
    assert cases.next_number(store.database, 2026, 11) == "A2611-0002"
    with store.write(stamp) as transaction:
        transaction.update("case", case_id, number="A2611-9999")
    assert cases.next_number(store.database, 2026, 11) == "A2611-10000"
    with store.write(stamp) as transaction:
        transaction.update("case", case_id, number="A2611-10000")
    assert cases.next_number(store.database, 2026, 11) == "A2611-10001"
    assert cases.next_number(store.database, 2026, 12) == "A2612-0001"
