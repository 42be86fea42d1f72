"""Each way a kept file can be wrong is found and told apart; only what was read is marked."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.kinds import FileFault, Integrity
from models.store import evidence_marks
from models.store.file_reading import FileReading
from models.store.history import Stamp
from models.store.store import Store
from models.store.verify import check_evidence
from tests.models.store.test_verify import add_evidence

DATA = random.Random(5).randbytes(70_000)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[40_000] ^= 16
    path.write_bytes(data)


def _link(path: Path) -> None:
    path.rename(path.with_name("moved"))
    path.symlink_to("moved")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARM: dict[FileFault, Callable[[Path], object]] = {
    FileFault.OTHER_BYTES: _flip,
    FileFault.GONE: Path.unlink,
    FileFault.SHORTER: lambda path: os.truncate(path, 69_999),
    FileFault.APPENDED: lambda path: path.write_bytes(DATA + b"x"),
    FileFault.SWAPPED: lambda path: path.write_bytes(b"second"),
    FileFault.LINK: _link,
    FileFault.NOT_A_FILE: _folder,
}


@pytest.mark.parametrize("fault", HARM)
def test_what_is_wrong_is_told_apart(store: Store, stamp: Stamp, case_id: int, fault: FileFault) -> None:
    path = store.files.path(add_evidence(store, stamp, case_id, 1, DATA))
    add_evidence(store, stamp, case_id, 2, b"second")
    path.chmod(0o600)
    HARM[fault](path)
    (finding,) = check_evidence(store)[2]
    assert finding.fault is fault
    assert finding.integrity is (Integrity.MISSING if fault is FileFault.GONE else Integrity.CHANGED)
    assert (finding.number, finding.size, bool(finding.found)) == (
        1, 70_000, fault not in (FileFault.GONE, FileFault.LINK, FileFault.NOT_A_FILE),
    )  # fmt: skip
    assert finding.same_as.endswith(" / 2") is (fault is FileFault.SWAPPED)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable to root")
def test_a_file_nobody_may_read_is_said_so(store: Store, stamp: Stamp, case_id: int) -> None:
    store.files.path(add_evidence(store, stamp, case_id, 1, DATA)).chmod(0)
    assert [finding.fault for finding in check_evidence(store)[2]] == [FileFault.UNREADABLE]


def test_a_file_is_read_in_small_portions_and_anew_if_it_changes_meanwhile(
    store: Store, stamp: Stamp, case_id: int
) -> None:
    sha256 = add_evidence(store, stamp, case_id, 1, DATA)
    reading, read = FileReading(store.files, sha256, len(DATA)), []
    while reading.state is None:
        read.append(reading.read(10_000))
    assert (reading.state.fault, read) == (None, [10_000] * 7)
    reading = FileReading(store.files, sha256, len(DATA))
    reading.read(30_000)
    path = store.files.path(sha256)
    path.chmod(0o600)
    path.write_bytes(b"y" + DATA[1:])
    while reading.state is None:
        reading.read(30_000)
    assert reading.state.fault is FileFault.OTHER_BYTES


def test_an_empty_file_is_a_file(store: Store, stamp: Stamp, case_id: int) -> None:
    sha256 = add_evidence(store, stamp, case_id, 1, b"")
    assert check_evidence(store)[2] == ()
    store.files.path(sha256).chmod(0o600)
    store.files.path(sha256).write_bytes(b"x")
    assert [finding.fault for finding in check_evidence(store)[2]] == [FileFault.APPENDED]


def test_the_oldest_is_next_and_what_was_read_is_counted(
    store: Store, stamp: Stamp, case_id: int, clock: FixedClock
) -> None:
    for number in range(1, 4):
        add_evidence(store, stamp, case_id, number, bytes([number]))
    now: datetime = clock.now()
    first = evidence_marks.next_to_verify(store.database, now, now, 10)
    assert [row.id for row in first] == [1, 2, 3]
    with store.write(stamp) as transaction:
        evidence_marks.mark(transaction, [1, 3], Integrity.VERIFIED)
    assert [row.id for row in evidence_marks.next_to_verify(store.database, stamp.now, stamp.now, 10)] == [2]
    assert evidence_marks.count_round(store.database, stamp.now, stamp.now) == evidence_marks.RoundCount(2, 3)
