"""Where work runs: one thread that writes to the store, a few that read, a few for files. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs work and hands back a future; exceptions travel as the future's value."""

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        """Run what changes the store, in the order it was asked for."""

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        """Run what only reads the store."""

    def io(self, work: Callable[[], Result]) -> Future[Result]:
        """Run what waits for files or for the decoder."""

    def close(self) -> None:
        """Finish what was begun, drop what was not, and end all threads."""


class ThreadedJobs:
    """The program's threads."""

    def __init__(self) -> None:
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._files = ThreadPoolExecutor(2, thread_name_prefix="files")

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        return self._writer.submit(work)

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        return self._readers.submit(work)

    def io(self, work: Callable[[], Result]) -> Future[Result]:
        return self._files.submit(work)

    def close(self) -> None:
        self._files.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        # What was asked to be written is written.
        self._writer.shutdown(wait=True)


class ImmediateJobs:
    """Runs everything at once in the calling thread: for commands and tests."""

    def write(self, work: Callable[[], Result]) -> Future[Result]:
        return self._run(work)

    def read(self, work: Callable[[], Result]) -> Future[Result]:
        return self._run(work)

    def io(self, work: Callable[[], Result]) -> Future[Result]:
        return self._run(work)

    def close(self) -> None:
        """Nothing is running."""

    def _run(self, work: Callable[[], Result]) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)
        return future
