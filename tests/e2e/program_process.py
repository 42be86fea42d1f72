"""The program as a process of its own, without a screen, as a test starts and ends it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

from ui.second_instance import server_name

ROOT = Path(__file__).resolve().parents[2]
_STEP_MS = 100


def start(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """`main.py --data DIR` with its window on no screen."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--data", str(data), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_for_window(process: subprocess.Popen[bytes], data: Path, patience: float = 30) -> bool:
    """Until the process listens for later starts, which it does once its window is made."""
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        socket = QLocalSocket()
        socket.connectToServer(server_name(data))
        if socket.waitForConnected(_STEP_MS):
            socket.abort()
            return True
        try:
            process.wait(_STEP_MS / 1000)
        except subprocess.TimeoutExpired:
            continue
    return False


def end(process: subprocess.Popen[bytes]) -> None:
    """End it for good, at the end of a test."""
    if process.poll() is None:
        process.kill()
    process.communicate()
