"""Data folders to measure with: made once per size and schema, kept in the system's temporary place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from models.store.migrate import STEPS

REPOSITORY = Path(__file__).resolve().parents[2]
SMALL = 5_000
MOST_EVIDENCE = 300_000
TMALL = REPOSITORY.parent / "shared" / "samples" / "orders" / "tmall" / "tmall_order_report.csv"


def bench_cases() -> int:
    """How many cases to measure with: AFTERCASE_BENCH_CASES, or 5,000."""
    return int(os.environ.get("AFTERCASE_BENCH_CASES", SMALL))


def bench_folder(cases: int) -> Path:
    """A folder of so many cases and three rows of evidence each, at most 300,000; made by `main.py generate`.

    The one AFTERCASE_BENCH_DATA names if it is set. The evidence is rows only: no file belongs to them.
    """
    named = os.environ.get("AFTERCASE_BENCH_DATA", "")
    if named:
        return Path(named)
    schema = sha256("".join(text for step in STEPS for text in step.statements).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"aftercase-bench-{cases}-{schema}"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        evidence = min(3 * cases, MOST_EVIDENCE)
        arguments = ["generate", "--cases", str(cases), "--evidence", str(evidence), "--data", str(folder)]
        subprocess.run([sys.executable, str(REPOSITORY / "main.py"), *arguments], check=True, stdout=subprocess.DEVNULL)
        (folder / "ready").touch()
    return folder


def copied_folder(cases: int, target: Path) -> Path:
    """A copy of `bench_folder` to write in."""
    shutil.copytree(bench_folder(cases), target, ignore=shutil.ignore_patterns("app.lock", "ready"))
    return target


def measured_environment() -> dict[str, str]:
    """For processes measured from their start: no display, and compiled modules kept as on a user's machine."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept = Path(tempfile.gettempdir()) / "aftercase-bench-compiled"
    return environment | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(kept)}
