"""Work on threads: writes in order and always done, reads and pictures dropped at the end, errors as values."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError

import pytest
from sqlcipher3 import dbapi2

from desktop.jobs import ImmediateJobs, Jobs, ThreadedJobs
from models.errors import EnvironmentFault

_LONG = 10.0


@pytest.fixture
def jobs() -> Iterator[ThreadedJobs]:
    made = ThreadedJobs()
    yield made
    made.close()


def test_what_is_written_is_written_in_the_order_asked(jobs: ThreadedJobs) -> None:
    done: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> None:
        threads.add(threading.get_ident())
        done.append(number)

    futures = [jobs.write(lambda number=number: work(number)) for number in range(200)]
    for future in futures:
        future.result(_LONG)
    assert done == list(range(200))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_what_is_asked_for_after_the_end_is_dropped_but_never_a_write(jobs: ThreadedJobs) -> None:
    jobs.close()
    assert jobs.read(lambda: 1).cancelled()
    assert jobs.io(lambda: 1).cancelled()
    with pytest.raises(RuntimeError):
        jobs.write(lambda: 1)


def test_closing_writes_what_was_asked_and_keeps_what_was_put_in(jobs: ThreadedJobs) -> None:
    """A paste that waits behind slow thumbnails in every thread when the window closes is not lost."""
    go = threading.Event()
    kept: list[str] = []
    slow = [jobs.io(lambda: go.wait(_LONG)) for _ in range(3)]
    dropped = jobs.io(lambda: kept.append("thumbnail"))
    pasted = jobs.io(lambda: kept.append("paste"), keeps=True)
    written = jobs.write(lambda: kept.append("note") if go.wait(_LONG) else None)
    closing = threading.Thread(target=jobs.close)
    closing.start()
    with pytest.raises(CancelledError):
        dropped.result(_LONG)
    go.set()
    closing.join(_LONG)
    assert not closing.is_alive()
    assert all(future.result(0) for future in slow)
    assert pasted.exception(0) is None
    assert written.exception(0) is None
    assert sorted(kept) == ["note", "paste"]


@pytest.mark.parametrize("make", [ThreadedJobs, ImmediateJobs])
def test_an_error_is_the_value_of_the_future(make: type[ThreadedJobs | ImmediateJobs]) -> None:
    jobs: Jobs = make()
    try:
        for ask in (jobs.write, jobs.read, jobs.io):
            error = ask(lambda: 1 // 0).exception(_LONG)
            assert isinstance(error, ZeroDivisionError)
    finally:
        jobs.close()


@pytest.mark.parametrize("make", [ThreadedJobs, ImmediateJobs])
def test_what_the_engine_refuses_while_reading_is_no_bug(make: type[ThreadedJobs | ImmediateJobs]) -> None:
    jobs: Jobs = make()

    def read() -> None:
        connection = dbapi2.connect("file:/nowhere/at/all.db?mode=ro", uri=True)
        connection.close()

    try:
        error = jobs.read(read).exception(_LONG)
        assert isinstance(error, EnvironmentFault)
        assert error.code == "store_unreadable"
    finally:
        jobs.close()
