"""A disk that fills during an import: nothing acknowledged is lost, and the rest comes in when there is room again.

The long form is `python -m tests.full_disk --sizes 500`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.context import AppContext
from models.kinds import EvidenceSource, Problem

ROOT = Path(__file__).resolve().parents[2]


def test_imports_survive_a_disk_that_fills() -> None:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no namespaces of its own for a user here")
    command = [unshare, "-rm", sys.executable, "-m", "tests.full_disk", "--inside", "--sizes", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 full" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit for the size of files")
def test_a_file_no_disk_here_takes_fails_alone(ctx: AppContext, tmp_path: Path) -> None:
    import resource

    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=ctx.opening.add_buyer(1, "花果山_大圣01"))
    ctx.decoder.close()
    large, small = tmp_path / "large.mp4", tmp_path / "small.jpg"
    with large.open("wb") as stream:
        stream.truncate(60_000_000)
    small.write_bytes(b"small")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000_000, limits[1]))
    try:
        added = ctx.intake.add_paths(case_id, [large, small], EvidenceSource.CHOSEN)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [one.error and one.error.code for one in added] == ["evidence_not_kept", None]
    assert list(ctx.store.folder.staging.iterdir()) == []
    assert ctx.intake.add_paths(case_id, [large], EvidenceSource.CHOSEN)[0].number == 2
