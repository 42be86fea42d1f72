"""A second start on the same folder brings the first window to the front and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.program_process import end, start, wait_for_window
from ui.page import Target
from ui.program import Program


def test_the_second_start_raises_the_first_and_ends(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.window.showMinimized()
    heard: list[str] = []
    program._first.asked.connect(heard.append)
    second = start(tmp_path / "shop", "--open", "A2611-0001")
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.returncode == 0
        qtbot.waitUntil(lambda: not program.window.isMinimized())
        assert heard == ["A2611-0001"]
        assert program.window.here() == Target("cases", "A2611-0001")
    finally:
        end(second)


def test_two_processes_share_no_folder(qapp: QApplication, tmp_path: Path) -> None:
    first = start(tmp_path / "shop")
    try:
        assert wait_for_window(first, tmp_path / "shop")
        second = start(tmp_path / "shop")
        try:
            assert second.wait(30) == 0
        finally:
            end(second)
        assert first.poll() is None
    finally:
        end(first)
