"""Whole processes: from start to a usable window, and the import of a real order file with its memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.bench.bench_folder import TMALL, bench_cases, bench_folder, measured_environment

pytestmark = pytest.mark.bench
HERE = Path(__file__).parent


def run(script: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        check=True, capture_output=True, text=True, env=measured_environment(),
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.parametrize("word", ["today", "cases"])
def test_start_to_a_usable_window(benchmark: Any, word: str) -> None:
    folder = str(bench_folder(bench_cases()))
    shown, usable, cpu, early = benchmark.pedantic(
        lambda: run("start_probe.py", word, folder, str(time.time())), rounds=5, warmup_rounds=1
    )
    benchmark.extra_info.update(window=shown, usable=usable, processor=cpu)
    assert early == "-"


@pytest.mark.skipif(not TMALL.exists(), reason="the samples are not here")
def test_import_of_a_real_file_twice(benchmark: Any, tmp_path: Path) -> None:
    first = run("import_probe.py", str(TMALL), str(tmp_path / "shop"))
    second = benchmark.pedantic(lambda: run("import_probe.py", str(TMALL), str(tmp_path / "shop")), rounds=1)
    benchmark.extra_info.update(first_seconds=first[0], peak_megabytes=first[3], second_seconds=second[0])
    assert int(first[1]) > 0
    assert second[1:3] == ["0", "0"]
