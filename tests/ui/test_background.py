"""Results of jobs come back in the window's thread, or not at all when nobody waits any more."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.background import Background


class Receiver(QObject):
    """Notes what arrives, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[object, bool]] = []

    def take(self, result: object) -> None:
        self.got.append((result, QThread.currentThread() is QApplication.instance().thread()))  # type: ignore[union-attr]


@pytest.fixture
def background(prepared: QApplication) -> Background:
    return Background()


def test_a_result_arrives_in_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    receiver = Receiver()
    with ThreadPoolExecutor(1) as pool:
        background.run(pool.submit(lambda: 42), receiver.take)
        qtbot.waitUntil(lambda: bool(receiver.got))
    assert receiver.got == [(42, True)]
    assert background.pending() == 0


def test_a_finished_future_does_not_call_back_at_once(qtbot: QtBot, background: Background) -> None:
    future: Future[int] = Future()
    future.set_result(1)
    receiver = Receiver()
    background.run(future, receiver.take)
    assert receiver.got == []
    qtbot.waitUntil(lambda: receiver.got == [(1, True)])


def test_a_result_for_somebody_gone_is_dropped(qtbot: QtBot, background: Background) -> None:
    future: Future[int] = Future()
    receiver = Receiver()
    got = receiver.got
    background.run(future, receiver.take)
    delete(receiver)
    future.set_result(1)
    qtbot.waitUntil(lambda: background.pending() == 0)
    assert got == []


def test_errors_go_to_who_asked_or_to_the_window(qtbot: QtBot, background: Background) -> None:
    errors: list[BaseException] = []
    for on_error in (errors.append, None):
        future: Future[int] = Future()
        background.run(future, lambda _: None, on_error)
        if on_error is None:
            with qtbot.waitSignal(background.failed) as caught:
                future.set_exception(OSError(28, "full"))
            assert isinstance(caught.args[0], OSError)
        else:
            future.set_exception(ValueError("x"))
            qtbot.waitUntil(lambda: len(errors) == 1)


def test_a_cancelled_job_says_nothing(qtbot: QtBot, background: Background) -> None:
    future: Future[int] = Future()
    receiver = Receiver()
    background.run(future, receiver.take)
    assert future.cancel()
    qtbot.waitUntil(lambda: background.pending() == 0)
    assert receiver.got == []


def test_only_long_work_shows_as_busy(qtbot: QtBot, background: Background) -> None:
    said: list[bool] = []
    background.busy_changed.connect(said.append)
    short: Future[int] = Future()
    background.run(short, lambda _: None)
    short.set_result(1)
    qtbot.waitUntil(lambda: background.pending() == 0)
    assert said == []
    long: Future[int] = Future()
    with qtbot.waitSignal(background.busy_changed, timeout=2000):
        background.run(long, lambda _: None)
    long.set_result(1)
    qtbot.waitUntil(lambda: said == [True, False])


def test_closing_forgets_what_is_still_to_come(qtbot: QtBot, background: Background) -> None:
    receiver = Receiver()
    go = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        future = background.run(pool.submit(go.wait), receiver.take)
        background.close()
        go.set()
        future.result(timeout=5)
    QApplication.processEvents()
    assert receiver.got == []
