"""One program per data folder, even after a kill; what is no second program is not taken for one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bootstrap import build
from desktop.platform.instance_lock import InstanceLock
from models.clock import FixedClock
from models.errors import AftercaseError, EnvironmentFault
from models.store import shops

ROOT = Path(__file__).resolve().parents[2]
_HOLD = """
import sys
from pathlib import Path
from desktop.bootstrap import build
context = build(Path(sys.argv[1]), threads=False)
print("open", flush=True)
sys.stdin.read()
context.close()
"""


def _start(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the folder open."""
    process = _start(tmp_path / "shop")
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=30)


def test_the_second_program_is_refused_and_gets_in_when_the_first_has_ended(
    tmp_path: Path, clock: FixedClock, other: subprocess.Popen[str]
) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        build(tmp_path / "shop", clock=clock, threads=False)
    assert caught.value.code == "already_open"
    other.communicate("", timeout=30)
    build(tmp_path / "shop", clock=clock, threads=False).close()


def test_a_killed_program_leaves_no_lock(tmp_path: Path, clock: FixedClock, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait(30)
    build(tmp_path / "shop", clock=clock, threads=False).close()
    assert (tmp_path / "shop" / "case.db").is_file()


def test_a_lock_file_without_rights_is_no_second_program(tmp_path: Path) -> None:
    (tmp_path / "app.lock").mkdir()
    with pytest.raises(EnvironmentFault) as caught:
        InstanceLock(tmp_path).acquire()
    assert caught.value.code == "folder_unusable"


def test_a_folder_that_could_not_be_opened_can_be_opened_later(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever step fails, the lock is let go of and no thread stays."""
    root = tmp_path / "shop"
    with monkeypatch.context() as patched:
        patched.setattr(shops, "read_settings", lambda database: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            build(root, clock=clock)
    context = build(root, clock=clock)
    assert context.shops.list_people() == ()
    context.close()


@pytest.mark.parametrize("name", ["", "below"])
def test_a_file_in_the_folder_s_place_is_said(tmp_path: Path, clock: FixedClock, name: str) -> None:
    (tmp_path / "shop").write_text("not a folder")
    with pytest.raises(AftercaseError) as caught:
        build(tmp_path / "shop" / name if name else tmp_path / "shop", clock=clock, threads=False)
    assert caught.value.code == "folder_unusable"
