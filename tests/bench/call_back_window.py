"""How long the Call-backs page takes from a key until it is painted: `python -m tests.bench.call_back_window FOLDER`.

FOLDER is one filled by tests.bench.call_backs_folder; it is copied first. The real window, offscreen. "Still" is the
longest time in which the window handled no event. Prints, judges nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.bench.live_window import Heartbeat, LiveWindow
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.call_backs_page import CallBacksPage
from ui.page import Target


class _Painted(QObject):
    """Counts the frames of a widget and of all in it."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.frames = 0
        for each in (watched, *watched.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.frames += event.type() == QEvent.Type.Paint
        return False


class _Page:
    def __init__(self, window: LiveWindow) -> None:
        self.window = window
        window.window.go(Target("callbacks"))
        found = window.window.page("callbacks")
        assert isinstance(found, CallBacksPage)
        self.page = found
        self.settle()
        self.middle, self.day = _Painted(self.page.middle), _Painted(self.page.day)

    def settle(self) -> None:
        self.window.wait(lambda: self.page._data is not None and not self.window.window.background.pending())

    def timed(self, act: Callable[[], object], painted: _Painted) -> float:
        """Seconds until what was read after the act is painted."""
        self.settle()
        shown, asked = self.page._data, (self.page._asked, self.page._day_asked)
        began = time.perf_counter()
        act()
        if (self.page._asked, self.page._day_asked) != asked:
            self.window.wait(lambda: self.page._data is not shown)
        if painted is self.day:
            self.window.wait(lambda: self.page._reading is None)
        frames = painted.frames
        self.window.wait(lambda: painted.frames > frames)
        took = time.perf_counter() - began
        self.settle()
        return took

    def logged(self) -> tuple[float, float]:
        """Seconds from the first of two keys, reached and save, until the next card is painted, and until all that was
        written is read anew."""
        self.settle()
        shown = self.page.day.shown_id()
        began = time.perf_counter()
        QTest.keyClick(self.page.day, Qt.Key.Key_1)
        QTest.keyClick(self.page.day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.window.wait(lambda: self.page.day.shown_id() != shown)
        frames = self.day.frames
        self.window.wait(lambda: self.day.frames > frames)
        card = time.perf_counter() - began
        self.settle()
        return card, time.perf_counter() - began


def lines(folder: Path, runs: int) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    window = LiveWindow(folder)
    window.rest()
    heart = Heartbeat()
    began = time.perf_counter()
    page = _Page(window)
    yield "Page opened the first time, all read and painted", f"{(time.perf_counter() - began) * 1000:.0f} ms"
    found = page.page

    def told(took: list[float]) -> str:
        still = heart.stop() * 1000
        return f"median {median(took) * 1000:.0f} ms, longest {max(took) * 1000:.0f} ms; still {still:.0f} ms"

    def measured(acts: Callable[[int], Callable[[], object]], painted: _Painted) -> str:
        heart.start()
        return told([page.timed(acts(run), painted) for run in range(runs)])

    yield "Month turned, until painted", measured(lambda run: lambda: found.turn(1 if run % 2 else -1), page.middle)
    today = found.ctx.call_backs.desk().today
    days = [today.replace(day=1 + run % 28) for run in range(runs)]
    yield (
        "Another day of the month, until the day is painted",
        measured(lambda run: lambda: found.choose_day(days[run]), page.day),
    )
    for view in (CalendarView.WEEK, CalendarView.AGENDA, CalendarView.DAY):
        found.show_view(view)
        page.settle()
        yield (
            f"{view.value} turned, until painted",
            measured(lambda run: lambda: found.turn(1 if run % 2 else -1), page.middle),
        )
    found.show_view(CalendarView.MONTH)
    found.go_today()
    page.settle()
    for capacity in (0, 40):
        found.ctx.call_rules.keep(replace(found.ctx.call_rules.read(), capacity=capacity))
        page.settle()
        heart.start()
        took = [page.logged() for _ in range(runs)]
        many = f", {capacity} a day" if capacity else ""
        yield f"A call logged by two keys{many}, until the next card is painted", told([card for card, _ in took])
        yield f"... until all is read anew{many}", told([whole for _, whole in took])
    yield "Memory", f"{window.memory():.0f} MB"
    window.close()


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} processors, load before {load}\n\n| what | figure |\n|---|---|\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "shop"
        shutil.copytree(options.folder, folder, ignore=shutil.ignore_patterns("app.lock"))
        for what, figure in lines(folder, options.runs):
            sys.stdout.write(f"| {what} | {figure} |\n")
            sys.stdout.flush()
    sys.stdout.write(f"\nload after {', '.join(f'{value:.1f}' for value in os.getloadavg())}\n")


if __name__ == "__main__":
    main()
