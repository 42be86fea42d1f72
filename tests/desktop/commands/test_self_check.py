"""`self-check`: holds here, and says by name what does not."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands import self_check
from desktop.commands.output import Output
from desktop.platform import resources

ROOT = Path(__file__).resolve().parents[3]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "self-check", *arguments],
        capture_output=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip


def test_all_of_it_holds_here() -> None:
    done = run("--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["holds"] is True
    assert {check["name"] for check in found["checks"] if check["holds"]} >= {
        "new data folder", "old database", "decoder", "packet", "integrity", "policy packs", "icons", "translations",
        "window",
    }  # fmt: skip


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation with broken pieces: the others are still tried, and the status says that not all is well."""
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    (tmp_path / "resources" / "self_check" / "sample.heic").write_bytes(b"")
    (tmp_path / "resources" / "icons" / "archive.svg").write_text("<svg", encoding="utf-8")
    (tmp_path / "resources" / "translations" / "en.qm").write_bytes(b"not compiled")
    monkeypatch.setattr(resources.sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(self_check, "_window", lambda: "not tried")
    monkeypatch.setattr(self_check, "_sample_drawings", lambda: "not tried")
    said = io.StringIO()
    assert self_check.self_check(Output(as_json=False, stream=said)) == 1
    lines = said.getvalue().splitlines()
    failed = [line for line in lines if line.startswith("FAILED")]
    assert [line.split(":")[0] for line in failed] == ["FAILED decoder", "FAILED icons", "FAILED translations"]
    assert "heic" in failed[0]
    assert lines[-1] == "NOT everything holds"


def test_the_old_database_is_the_frozen_one() -> None:
    shipped = gzip.decompress((ROOT / "resources" / "self_check" / "schema_1.db.gz").read_bytes())
    assert shipped == (ROOT / "tests" / "frozen" / "schema_1" / "case.db").read_bytes()
