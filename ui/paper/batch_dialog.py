"""Packets of several cases: what happens with each, where they go, one job or one per case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.context import AppContext
from desktop.services.packet_batch import BatchLine, BatchState
from ui.background import Background
from ui.i18n import translator
from ui.paper.batch_model import BatchModel, columns
from ui.paper.batch_work import BatchWork
from ui.paper.print_options import PrintOptions
from ui.paper.printers import PrinterBook, SystemPrinters
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.controls import MeterBar, Segmented
from ui.widgets.panel import Strip, column, line
from ui.widgets.table import DataTable

tr = translator("sheets")
_PRINTER, _PAPER, _FOLDER, _JOBS = "paper.printer", "paper.paper", "paper.folder", "paper.jobs"
_OPTIONS_WIDTH = 320


class BatchDialog(QDialog):
    """Looks at all cases first, then prints or saves those that can be; the list says the rest. `said` sums it up."""

    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, lines: Sequence[BatchLine], receiver: Callable[[str], str],
        parent: QWidget | None = None, *, book: PrinterBook | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx = ctx
        self._book: PrinterBook = book or SystemPrinters()
        self._closing = False
        self.model = BatchModel(receiver, self)
        self.model.show_lines(lines)
        self.work = BatchWork(ctx, background, self.model, self)
        title = tr("Packets of %n case(s)", n=len(lines))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1000, 620)
        outer = column(self)
        across = line(spacing=0)
        outer.addLayout(across, 1)
        self.table = DataTable(columns(), name=title, parent=self)
        self.table.setModel(self.model)
        self.table.left.connect(self.reject)
        across.addWidget(self.table, 1)
        across.addWidget(self._side(title))
        outer.addWidget(self._foot())
        self.options.choose_printer(str(ctx.settings.get(_PRINTER, "")), str(ctx.settings.get(_PAPER, "")))
        self.options.changed.connect(self._show_state)
        self.work.moved.connect(self._show_state)
        self.work.progressed.connect(self._tell)
        self.work.finished.connect(self._finished)
        self._show_state()
        self.work.look()

    def _side(self, title: str) -> QWidget:
        side = Strip(self, edge="left")
        side.setFixedWidth(_OPTIONS_WIDTH)
        rows = column(side, margins=(20, 16, 20, 12), spacing=12)
        rows.addWidget(PlainLabel(title, side, role="heading", weight=600))
        self.options = PrintOptions(self._book, side, ranged=False)
        rows.addWidget(self.options)
        self.jobs = Segmented([("one", tr("One job")), ("each", tr("One per case"))], parent=side)
        self.jobs.set_value("each" if self._ctx.settings.get(_JOBS, "one") == "each" else "one")
        rows.addWidget(self.jobs)
        more = tr("Each case is printed with what was chosen on its packet page, and noted in its history.")
        rows.addWidget(PlainLabel(more, side, role="small", ink="text3", wrap=True))
        rows.addStretch(1)
        return side

    def _foot(self) -> QWidget:
        foot = Strip(self, edge="top", height=60)
        row = line(foot, margins=(20, 0, 20, 0), spacing=8)
        self.meter = MeterBar(parent=foot)
        self.meter.setFixedWidth(120)
        self.sum = PlainLabel("", foot, role="small", ink="text2")
        row.addWidget(self.meter)
        row.addWidget(self.sum)
        row.addStretch(1)
        self.cancel = Button(tr("Cancel"), foot)
        self.cancel.clicked.connect(self.reject)
        self.save = Button(tr("Save into a folder…"), foot, icon="folder-open")
        self.save.clicked.connect(self.choose_folder)
        self.take = Button(tr("Print"), foot, kind="primary", icon="printer")
        self.take.setDefault(True)
        self.take.clicked.connect(self._print)
        for each in (self.cancel, self.save, self.take):
            row.addWidget(each)
        return foot

    def _show_state(self) -> None:
        lines, busy = self.model.lines(), self.work.busy
        ready = [each for each in lines if each.state is BatchState.READY]
        refused = sum(each.state is BatchState.REFUSED for each in lines)
        done = sum(each.state in (BatchState.PRINTED, BatchState.SAVED) for each in lines)
        parts = [tr("%n ready", n=len(ready)) + f" · {tr('%n page(s)', n=sum(each.pages for each in ready))}"]
        if done:
            parts = [tr("%n done", n=done)]
        if refused:
            parts.append(tr("%n cannot be", n=refused))
        self.sum.setText(" · ".join(parts))
        self.meter.setVisible(busy)
        self.take.setVisible(not self.options.to_file())
        self.take.setEnabled(bool(ready) and not busy)
        self.save.setEnabled(bool(ready) and not busy)
        self.options.setEnabled(not busy)
        self.jobs.setEnabled(not busy and not self.options.to_file())
        self.cancel.set_label(tr("Stop") if busy else tr("Close") if done else tr("Cancel"))

    def _tell(self, done: int, total: int) -> None:
        self.meter.set(done / max(total, 1))

    # Where they go

    def _print(self) -> None:
        name = self.options.printer.currentData()
        settings = self.options.settings(self.windowTitle())
        kept = self._ctx.settings
        kept.set(_PRINTER, name)
        kept.set(_PAPER, settings.paper)
        kept.set(_JOBS, self.jobs.value())
        self.work.print_all(
            lambda title: self._book.ready(name, self.options.settings(title)), self.options.margins(),
            self.options.chosen_scaling(), copies=settings.copies, grey=self.options.grey(),
            one_job=self.jobs.value() == "one",
        )  # fmt: skip

    def choose_folder(self) -> None:
        """Ask for the folder into which they are saved."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("Save into a folder"), str(self._ctx.settings.get(_FOLDER, "")) or documents)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_into(Path(chosen)))
        dialog.open()

    def save_into(self, folder: Path) -> None:
        """Save what is ready; nothing there is overwritten."""
        self._ctx.settings.set(_FOLDER, str(folder))
        self.work.save_all(folder)

    def _finished(self) -> None:
        self._show_state()
        lines = self.model.lines()
        printed = sum(each.state is BatchState.PRINTED for each in lines)
        saved = sum(each.state is BatchState.SAVED for each in lines)
        if printed:
            self.said.emit(tr("%n packet(s) sent to the printer", n=printed))
        elif saved:
            self.said.emit(tr("%n packet(s) saved", n=saved))
        if self._closing:
            super().reject()

    def reject(self) -> None:
        """Stop what is under way; leave when nothing is."""
        if self.work.busy:
            self.work.stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.work.busy:
            self._closing = True
            self.work.stop()
            event.ignore()
            return
        super().closeEvent(event)
