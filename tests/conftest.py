"""What all tests share: an offscreen screen, a clock that stands still, a shop in a temporary folder."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# Before any import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

ROOT = Path(__file__).resolve().parents[1]
CHINA = timezone(timedelta(hours=8))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real files of others, beside the project; tests that use them are skipped where they are not."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("the shared sample files are not beside the project")
    return path


@pytest.fixture
def clock() -> FixedClock:
    """20 November 2026, 09:42 in China."""
    from models.clock import FixedClock

    return FixedClock(datetime(2026, 11, 20, 9, 42, tzinfo=CHINA))


@pytest.fixture
def open_context(tmp_path: Path, clock: FixedClock) -> Iterator[Callable[[], AppContext]]:
    """Opens (and opens again) the data folder `tmp_path/shop`; closes whatever is still open."""
    from desktop.bootstrap import build

    opened: list[AppContext] = []

    def open_it() -> AppContext:
        context = build(tmp_path / "shop", clock=clock, threads=False)
        opened.append(context)
        return context

    yield open_it
    for context in opened:
        context.close()


@pytest.fixture
def ctx(open_context: Callable[[], AppContext]) -> AppContext:
    """An empty shop with two people."""
    from models.kinds import Platform, Role

    context = open_context()
    first = context.shops.add_person(name="小满", role=Role.OWNER)
    context.shops.add_person(name="老秋", role=Role.WAREHOUSE)
    context.shops.choose_person(first)
    context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    return context


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """A test that leaves a thread running fails."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        # Threads that were only foreign callbacks (Qt's) have no end of their own.
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    for thread in left:
        thread.join(timeout=5)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"left running: {alive}"
