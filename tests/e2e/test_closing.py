"""The program ends in order when the system asks it to, and leaves nothing half written."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import build
from tests.e2e.program_process import end, start, wait_for_window

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes windows by message, not by signal")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT], ids=["terminated", "interrupted"])
def test_a_signal_closes_the_window_in_order(qapp: QApplication, tmp_path: Path, asked: signal.Signals) -> None:
    data = tmp_path / "shop"
    process = start(data)
    try:
        assert wait_for_window(process, data)
        process.send_signal(asked)
        began = time.monotonic()
        out, err = process.communicate(timeout=10)
        assert time.monotonic() - began < 3
        said = [line for line in err.splitlines() if not line.startswith(b"This plugin does not support")]
        assert (process.returncode, out, said) == (0, b"", [])
    finally:
        end(process)
    assert not list(data.glob("case.db-wal")), "the log was not folded into the database"
    ctx = build(data, threads=False)
    try:
        assert ctx.integrity.verify_everything().holds
        assert ctx.settings.get("window.geometry")
    finally:
        ctx.close()


def test_a_signal_while_the_sample_shop_is_made_leaves_nothing_behind(tmp_path: Path) -> None:
    there = {**os.environ, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--demo"], env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        # The shop's first rows stand before the notice's last moment; the window comes only after all of them.
        while not list(tmp_path.glob("aftercase-demo-*/case.db-wal")) and process.poll() is None:
            select.select([], [], [], 0.05)
        select.select([], [], [], 0.5)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    finally:
        end(process)
    assert process.returncode == 0
    assert list(tmp_path.glob("aftercase-demo-*")) == []
