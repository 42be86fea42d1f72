"""Where work runs: one thread that writes to the store, a few that read, a few for files. Knows nothing of Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from models.store.faults import as_faults

Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs work and hands back a future; exceptions travel as the future's value.

    What the database engine refuses arrives as an EnvironmentFault or StoreFault, never as an error of its own.
    """

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        """Run what changes the store, in the order it was asked for; always run, even when the program ends."""

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        """Run what only reads the store."""

    def io(self, work: Callable[[], Result], *, keeps: bool = False) -> Future[Result]:
        """Run what waits for files or for the decoder. With `keeps` it puts something in: the program ends after it."""

    def close(self) -> None:
        """Finish what was begun and what keeps or writes something, drop the rest, and end all threads.

        What is to be read after that is dropped: its future is cancelled.
        """


class ThreadedJobs:
    """The program's threads."""

    def __init__(self) -> None:
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        # The decoder has two processes; a third thread keeps what one of them made while it makes the next, or imports.
        self._files = ThreadPoolExecutor(3, thread_name_prefix="files")
        self._droppable: set[Future[Any]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        return self._writer.submit(_run, work)

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        # The last timers of a window may still ask when its shop is closed.
        with self._lock:
            return _dropped() if self._closed else self._readers.submit(_run, work)

    def io(self, work: Callable[[], Result], *, keeps: bool = False) -> Future[Result]:
        if keeps:
            return self._files.submit(_run, work)
        with self._lock:
            if self._closed:
                return _dropped()
            future = self._files.submit(_run, work)
            self._droppable.add(future)
        future.add_done_callback(self._forget)
        return future

    def close(self) -> None:
        with self._lock:
            self._closed = True
            droppable = tuple(self._droppable)
        for future in droppable:
            future.cancel()
        self._files.shutdown(wait=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        # What was asked to be written is written.
        self._writer.shutdown(wait=True)

    def _forget(self, future: Future[Any]) -> None:
        with self._lock:
            self._droppable.discard(future)


class ImmediateJobs:
    """Runs everything at once in the calling thread: for commands and tests."""

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        return self._run(work)

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        return self._run(work)

    def io(self, work: Callable[[], Result], *, keeps: bool = False) -> Future[Result]:
        return self._run(work)

    def close(self) -> None:
        """Nothing is running."""

    def _run(self, work: Callable[[], Result]) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(_run(work))
        except Exception as error:  # noqa: BLE001 - it is the future's value
            future.set_exception(error)
        return future


def _dropped() -> Future[Any]:
    future: Future[Any] = Future()
    future.cancel()
    return future


def _run(work: Callable[[], Result]) -> Result:
    with as_faults():
        return work()
