"""The real window on a data folder, driven as a person would, and how long each thing took in seconds."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.bootstrap import build
from models.case_query import CaseFilters, CaseQuery, CaseView
from models.kinds import CaseState
from ui import program
from ui.cases.page import CasesPage
from ui.page import Target

PATIENCE = 60.0
_NAP = 0.0005
PEOPLE_TYPE = ("破", "少", "外箱", "外箱压", "0387", "A2611", "YQ", "YQ12", "赵云", "不想", "餐盘 8")


class Heartbeat(QObject):
    """Ticks every 10 ms in the window's thread; the longest silence is how long the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._since = QElapsedTimer()
        self.longest = 0.0
        self._timer = QTimer(self, interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """From now on."""
        self.longest = 0.0
        self._since.start()
        self._timer.start()

    def _tick(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e9)
        self._since.restart()

    def stop(self) -> float:
        """The longest silence, in seconds, 10 ms of it being the beat itself."""
        self._tick()
        self._timer.stop()
        return self.longest


class _Painted(QObject):
    """Counts the frames a widget painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.frames = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.frames += event.type() == QEvent.Type.Paint
        return False


class LiveWindow:
    """Close it when done."""

    def __init__(self, folder: Path) -> None:
        self.ctx = build(folder)
        self._app = program.application(self.ctx, ["bench"], "zh")
        self.program = program.Program(self._app, self.ctx)
        self.program.show()
        self.window = self.program.window
        program.set_apart(self.window)
        self.window.resize(1440, 900)
        self.window.go(Target("cases"))
        page = self.window.page("cases")
        assert isinstance(page, CasesPage)
        self.page = page
        self.pane, self.table, self.model = page.pane, page.pane.table, page.pane.model
        self.wait(lambda: self.model.ever_loaded)
        # Every thread the program ever has is there before anything is measured.
        for start in (self.ctx.jobs.write, self.ctx.jobs.read, self.ctx.jobs.read, self.ctx.jobs.io, self.ctx.jobs.io):
            start(lambda: None)
        self.heart = Heartbeat()
        self._table_painted, self._panel_painted = _Painted(self.table.viewport()), _Painted(self.page.panel.head)

    def wait(self, until: Callable[[], bool]) -> None:
        """Handle events until it is so, asleep in between as the program is: a loop that only looks would take the
        interpreter from the threads it waits for.
        """
        end = time.perf_counter() + PATIENCE
        while not until():
            self._app.processEvents()
            time.sleep(_NAP)
            if time.perf_counter() > end:
                raise TimeoutError

    def rest(self) -> None:
        """Until nothing is under way."""
        self.wait(lambda: not self.window.background.pending() and not self.model.is_loading)

    def memory(self) -> float:
        """What the process has in memory now, in MB; 0 where the system does not tell."""
        status = Path("/proc/self/status")
        if not status.exists():
            return 0.0
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS")) / 1024

    def close(self) -> None:
        """Take the window down and let go of the folder."""
        self.rest()
        self.program.close()
        self.window.deleteLater()
        self._app.processEvents()
        self.program.deleteLater()
        self._app.processEvents()
        self.ctx.close()
        gc.unfreeze()

    def _shown(self, act: Callable[[], object]) -> float:
        """From the act until the new result is painted."""
        loaded: list[int] = []
        # A new result asks to be painted by itself; counted are the frames after it came.
        connection = self.model.loaded.connect(lambda: loaded.append(self._table_painted.frames))
        start = time.perf_counter()
        act()
        self.wait(lambda: bool(loaded) and not self.model.is_loading)
        if self.pane.place() == "table":
            self.wait(lambda: self._table_painted.frames > loaded[-1])
        took = time.perf_counter() - start
        self.model.disconnect(connection)
        return took

    def view(self, view: CaseView) -> None:
        """Another view, until it is shown."""
        self.pane.show_view(view)
        self.wait(lambda: self.model.query.view is view)
        self.rest()

    def search(self, text: str) -> float:
        """Another text typed; until its result is painted."""
        if text == self.model.query.text:
            self._shown(self.pane.search.clear)
        took = self._shown(lambda: self.pane.search.setText(text))
        self.rest()
        return took

    def filter(self, filters: CaseFilters) -> float:
        """Other filters chosen; until their result is painted."""
        return self._shown(lambda: self.model.show(replace(self.model.query, filters=filters)))

    def sort(self, column: int, order: Qt.SortOrder) -> float:
        """A click on a column's header."""
        return self._shown(lambda: self.table.horizontalHeader().setSortIndicator(column, order))

    def wheel(self, frames: int) -> list[float]:
        """Steps of the wheel, each painted."""
        bar = self.table.verticalScrollBar()
        return [self._frame(lambda: bar.setValue((bar.value() + 120) % max(bar.maximum(), 1))) for _ in range(frames)]

    def page_down(self, frames: int) -> list[float]:
        """The key Page Down, each painted, with the case beside it following."""
        return [self._frame(lambda: QTest.keyClick(self.table, Qt.Key.Key_PageDown)) for _ in range(frames)]

    def jump(self, frames: int) -> list[float]:
        """The scroll bar dragged to anywhere, each painted."""
        bar, chance = self.table.verticalScrollBar(), random.Random(1)
        return [self._frame(lambda: bar.setValue(chance.randrange(bar.maximum() + 1))) for _ in range(frames)]

    def _frame(self, act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        self.table.viewport().repaint()
        took = time.perf_counter() - start
        self._app.processEvents()
        return took

    def open_case(self, row: int) -> float:
        """Until the case beside the list is painted."""
        start = time.perf_counter()
        self.table.choose_row(row)
        wanted = self.table.current_case()
        self.wait(lambda: self.page.panel.page is not None and self.page.panel.page.case.id == wanted)
        frames = self._panel_painted.frames
        self.page.panel.head.update()
        self.wait(lambda: self._panel_painted.frames > frames)
        return time.perf_counter() - start

    def open_cases(self, count: int) -> list[int]:
        """Ids of cases that may be set in progress."""
        ids = self.ctx.cases.list_case_ids(CaseQuery())
        rows = self.ctx.cases.load_rows(ids[: count * 2])
        able = {CaseState.OPEN, CaseState.WAITING, CaseState.NEW, CaseState.IN_DISPUTE}
        return [case_id for case_id, row in rows.items() if row.state in able][:count]

    def change_and_undo(self, case_ids: list[int]) -> tuple[float, float]:
        """These cases to another state and back: until the list shows it."""
        cases, write = self.ctx.cases, self.page.doings.write
        change = self._shown(lambda: write(lambda: cases.change_state(case_ids, CaseState.IN_PROGRESS)))
        self.rest()
        undo = self._shown(lambda: self.window.actions_.run("undo"))
        self.rest()
        return change, undo
