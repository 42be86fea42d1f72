"""What all tests share: an offscreen screen, a clock that stands still, a shop in a temporary folder."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# Before any import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.dont_write_bytecode:
    # The tests start the program some hundred times: where nothing may lie beside the sources, its bytecode is kept in
    # the folder of pytest, so that not every start compiles all of it again.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parents[1] / ".pytest_cache/bytecode")

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

ROOT = Path(__file__).resolve().parents[1]
CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 20, 9, 42, tzinfo=CHINA)


def pytest_sessionstart() -> None:
    """Where nothing is compiled yet, the second worker begins with the last test file: each compiles half, not all."""
    if os.environ.get("PYTEST_XDIST_WORKER") != "gw1":
        return
    for path in sorted((ROOT / "tests").rglob("test_*.py"), reverse=True):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name in sys.modules:
            continue
        if any(Path(cache_from_source(str(path))).parent.glob(f"{path.stem}.*-pytest-*.pyc")):
            return
        # What is wrong with a file, its collection says.
        with suppress(Exception, pytest.skip.Exception):
            import_module(name)


def pytest_collection_finish() -> None:
    """What was imported and collected stays till the end: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real files of others, beside the project; tests that use them are skipped where they are not."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("the shared sample files are not beside the project")
    return path


@pytest.fixture(scope="session", autouse=True)
def lent_workers() -> Iterator[None]:
    """Data folders that are opened take over the decoder processes of those closed before."""
    import desktop.bootstrap
    from tests.lent_decoder import LentDecoder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desktop.bootstrap, "Decoder", LentDecoder)
        yield
        LentDecoder.end_all()


@pytest.fixture
def clock() -> FixedClock:
    """20 November 2026, 09:42 in China."""
    from models.clock import FixedClock

    return FixedClock(NOW)


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the first start makes it, to be copied: making one takes eight times as long."""
    from desktop.bootstrap import build
    from models.clock import FixedClock

    made = tmp_path_factory.mktemp("new") / "shop"
    build(made, clock=FixedClock(NOW), threads=False).close()
    (made / "anchors.log").unlink()
    return made


@pytest.fixture(scope="session")
def staffed_folder(new_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That folder with one shop and two people, to be copied."""
    from desktop.bootstrap import build
    from models.clock import FixedClock
    from models.kinds import Platform, Role

    made = tmp_path_factory.mktemp("staffed") / "shop"
    shutil.copytree(new_folder, made)
    context = build(made, clock=FixedClock(NOW), threads=False)
    context.shops.add_person(name="小满", role=Role.OWNER)
    context.shops.add_person(name="老秋", role=Role.WAREHOUSE)
    context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    context.close()
    (made / "anchors.log").unlink()
    return made


@pytest.fixture
def open_context(tmp_path: Path, clock: FixedClock, new_folder: Path) -> Iterator[Callable[[], AppContext]]:
    """Opens (and opens again) the data folder `tmp_path/shop`; closes whatever is still open."""
    from desktop.bootstrap import build

    opened: list[AppContext] = []

    def open_it() -> AppContext:
        if not (tmp_path / "shop").exists():
            shutil.copytree(new_folder, tmp_path / "shop")
        context = build(tmp_path / "shop", clock=clock, threads=False)
        opened.append(context)
        return context

    yield open_it
    for context in opened:
        context.close()


@pytest.fixture
def ctx(open_context: Callable[[], AppContext], staffed_folder: Path, tmp_path: Path) -> AppContext:
    """An empty shop with two people."""
    if not (tmp_path / "shop").exists():
        shutil.copytree(staffed_folder, tmp_path / "shop")
    return open_context()


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
