"""The work on a batch, one case after the other: looked at, made, printed or saved; one that cannot be is passed by."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.packets.values import Cancelled
from desktop.services.packet_batch import BatchLine, BatchState
from models.errors import AftercaseError, EnvironmentFault
from models.kinds import PacketForm, Paper
from models.rules.paper_fit import PAPERS_MM, Edges, Scaling, best_scaling
from ui.background import Background
from ui.messages import show_error
from ui.paper.batch_model import BatchModel
from ui.paper.print_run import PrintRun
from ui.paper.printed_files import PACKET_BLANK, PaperFile, pages_of
from ui.paper.printers import paper_mm

Ready = Callable[[str], QPrinter]


class BatchWork(QObject):
    """`moved` when a line or the state changed, `progressed(done, total)` in cases, `finished` when all is over."""

    moved = Signal()
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, ctx: AppContext, background: Background, model: BatchModel, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ctx, self._background, self._model = ctx, background, model
        self._stop = threading.Event()
        self._queue: list[BatchLine] = []
        self._total = 0
        self._run: PrintRun | None = None
        self.busy = False
        self.destroyed.connect(self._stop.set)

    def stop(self) -> None:
        """Begin no other case; what is being made or sent is given up."""
        self._stop.set()
        if self._run is not None:
            self._run.stop()

    def look(self) -> None:
        """Look at every case that waits."""
        waiting = [each for each in self._model.lines() if each.state is BatchState.WAITING]
        batch = self._ctx.packet_batch
        self._walk(waiting, lambda each: batch.look(each, self._stop.is_set), lambda _line, then: then())

    def save_all(self, folder: Path) -> None:
        """Save every packet that is ready into a folder."""
        batch = self._ctx.packet_batch
        self._walk(self._ready(), lambda each: batch.make(each, folder, self._stop.is_set, _unseen),
                   lambda _line, then: then())  # fmt: skip

    def print_all(
        self, ready: Ready, margins: Edges, scaling: Scaling | None, *, copies: int, grey: bool, one_job: bool
    ) -> None:
        """Make every packet that is ready and print it at once, or all when the last is made."""
        batch = self._ctx.packet_batch
        made: list[BatchLine] = []

        def send(lines: Sequence[BatchLine], then: Callable[[], object]) -> None:
            title = " · ".join(each.packet for each in lines[:3]) + ("…" if len(lines) > 3 else "")
            self._send(lines, ready(title), margins, scaling, copies, grey, then)

        def after(line: BatchLine, then: Callable[[], object]) -> None:
            if line.state is not BatchState.MADE:
                then()
            elif one_job:
                made.append(line)
                then()
            else:
                send([line], then)

        def last(then: Callable[[], object]) -> None:
            if made and not self._stop.is_set():
                send(made, then)
            else:
                then()

        self._walk(self._ready(), lambda each: batch.make(each, None, self._stop.is_set, _unseen), after, last)

    def _ready(self) -> list[BatchLine]:
        return [each for each in self._model.lines() if each.state is BatchState.READY]

    # One after the other

    def _walk(
        self, lines: Sequence[BatchLine], work: Callable[[BatchLine], BatchLine],
        after: Callable[[BatchLine, Callable[[], object]], object],
        last: Callable[[Callable[[], object]], object] = lambda then: then(),
    ) -> None:  # fmt: skip
        if self.busy or not lines:
            return
        self.busy = True
        self._stop.clear()
        self._queue, self._total = list(lines), len(lines)

        def go_on() -> None:
            self.progressed.emit(self._total - len(self._queue), self._total)
            if self._stop.is_set() or not self._queue:
                self._model.set_working(0)
                last(self._end)
                return
            line = self._queue.pop(0)
            self._model.set_working(line.case_id)

            def done(found: BatchLine) -> None:
                self._model.take(found)
                self.moved.emit()
                after(found, go_on)

            def failed(error: BaseException) -> None:
                if not isinstance(error, Cancelled):
                    if not isinstance(error, AftercaseError):
                        show_error(error, self._window)
                    self._model.take(replace(line, state=BatchState.REFUSED, error=_as_known(error)))
                self.moved.emit()
                go_on()

            self._background.run(self._ctx.jobs.io(lambda: work(line)), done, failed, receiver=self)

        self.moved.emit()
        go_on()

    def _end(self) -> None:
        self.busy = False
        self._run = None
        self.moved.emit()
        self.finished.emit()

    def _send(
        self, lines: Sequence[BatchLine], printer: QPrinter, margins: Edges, scaling: Scaling | None, copies: int,
        grey: bool, then: Callable[[], object],
    ) -> None:  # fmt: skip
        files = [file_of(line) for line in lines if line.path is not None]
        chosen = scaling or best_scaling([file.shape for file in files if file.width], paper_mm(printer), margins)
        repeat = 1 if printer.supportsMultipleCopies() else copies
        run = self._run = PrintRun(
            self._ctx, self._background, pages_of(files) * repeat, printer, margins=margins, scaling=chosen, grey=grey,
            parent=self,
        )  # fmt: skip

        def sent() -> None:
            for line in lines:
                self._model.take(replace(line, state=BatchState.PRINTED))
                self._note(line, copies)
            self.moved.emit()
            then()

        def refused(error: BaseException) -> None:
            # They are made, and can be sent again as they are.
            for line in lines:
                self._model.take(replace(line, state=BatchState.READY))
            self._stop.set()
            self.moved.emit()
            show_error(error, self._window)
            then()

        run.ended.connect(sent)
        run.stopped.connect(then)
        run.failed.connect(refused)
        run.start()

    def _note(self, line: BatchLine, copies: int) -> None:
        made, batch = line.made, self._ctx.packet_batch
        if made is not None:
            packet = made.packet
            self._background.run(
                self._ctx.jobs.write(lambda: batch.note_printed(packet, copies)), lambda _: None, receiver=self
            )


def file_of(line: BatchLine) -> PaperFile:
    """A packet of a batch as it is printed."""
    assert line.path is not None
    if line.form is PacketForm.PICTURES:
        return PaperFile(line.path, line.pages)
    width, height = PAPERS_MM["letter" if line.paper is Paper.LETTER else "a4"]
    return PaperFile(line.path, line.pages, width, height, PACKET_BLANK)


def _unseen(_done: int, _total: int) -> None:
    """The list counts cases."""


def _as_known(error: BaseException) -> AftercaseError:
    return error if isinstance(error, AftercaseError) else EnvironmentFault("packet_not_written")
