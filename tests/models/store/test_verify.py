"""Verify finds what is not as it was written, and only that."""

from __future__ import annotations

import random

from models.kinds import Integrity
from models.store.history import Stamp
from models.store.store import Store
from models.store.verify import check_evidence, verify_store


def add_evidence(store: Store, stamp: Stamp, case_id: int, number: int, data: bytes) -> str:
    kept = store.files.keep_bytes(data)
    with store.write(stamp) as transaction:
        transaction.insert(
            "evidence", case_id=case_id, number=number, sha256=kept.sha256, size=kept.size, original_name="a.bin",
            media="other", source="chosen", imported_at=stamp.now, imported_by="x",
        )  # fmt: skip
    return kept.sha256


def test_a_flipped_bit_anywhere_is_found(store: Store, stamp: Stamp, case_id: int) -> None:
    chance = random.Random(3)
    data = chance.randbytes(50_000)
    path = store.files.path(add_evidence(store, stamp, case_id, 1, data))
    path.chmod(0o600)
    for _ in range(100):
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        changed = bytearray(data)
        changed[at] ^= 1 << bit
        path.write_bytes(changed)
        assert [finding.integrity for finding in check_evidence(store)[2]] == [Integrity.CHANGED]
    path.write_bytes(data)
    assert verify_store(store).holds


def test_missing_and_swapped_files_are_found(store: Store, stamp: Stamp, case_id: int) -> None:
    first = store.files.path(add_evidence(store, stamp, case_id, 1, b"first"))
    second = store.files.path(add_evidence(store, stamp, case_id, 2, b"second"))
    for path in (first, second):
        path.chmod(0o600)
    first.write_bytes(b"second")
    second.unlink()
    report = verify_store(store)
    assert not report.holds
    assert [finding.integrity for finding in report.findings] == [Integrity.CHANGED, Integrity.MISSING]
