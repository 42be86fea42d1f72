"""The print dialog: the pages of the very file as they will come out, how they are wanted, and where they go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QWidget

from desktop.context import AppContext
from desktop.packets.values import Cancelled
from models.rules.paper_fit import Edges, PageShape, Scaling, best_scaling, place_page
from ui.background import Background
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.print_options import PrintOptions
from ui.paper.print_run import PrintRun
from ui.paper.print_view import PrintView
from ui.paper.print_words import placing_words, size_word
from ui.paper.printed_files import PaperFile, PaperPage, PaperSubject, pages_of
from ui.paper.printers import PrinterBook, SystemPrinters, margins_of, paper_mm, paper_name
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import MeterBar
from ui.widgets.panel import Strip, column, line

tr = translator("sheets")
_PRINTER, _PAPER, _FOLDER = "paper.printer", "paper.paper", "paper.folder"
_OPTIONS_WIDTH = 344


class PrintDialog(QDialog):
    """`printed(copies)` when all pages are sent, `saved(path)` when the file is written; it closes after either."""

    printed = Signal(int)
    saved = Signal(object)
    _progressed = Signal(int, int)

    def __init__(
        self, ctx: AppContext, background: Background, subject: PaperSubject, parent: QWidget | None = None, *,
        book: PrinterBook | None = None, extra: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._background, self._subject = ctx, background, subject
        self._book: PrinterBook = book or SystemPrinters()
        self._pages: tuple[PaperPage, ...] = ()
        self._stop = threading.Event()
        self._run: PrintRun | None = None
        self._busy, self._closing = False, False
        self.setWindowTitle(tr("Print: %1", one_line(subject.title)))
        self.setAccessibleName(self.windowTitle())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(940, 680)
        outer = column(self)
        across = line(spacing=0)
        outer.addLayout(across, 1)
        across.addWidget(self._preview_side(), 1)
        across.addWidget(self._option_side(extra))
        outer.addWidget(self._foot())
        self.options.changed.connect(self._show_choice)
        self._progressed.connect(self._tell)
        self.view.turned.connect(lambda _: self._say_place())
        settings = ctx.settings
        self.options.choose_printer(str(settings.get(_PRINTER, "")), str(settings.get(_PAPER, "")))
        self.show_files(subject.files)
        self.take.setFocus()

    def _preview_side(self) -> QWidget:
        side = Strip(self, surface="canvas")
        rows = column(side)
        self.view = PrintView(self._ctx, self._background, side)
        rows.addWidget(self.view, 1)
        strip = Strip(side, edge="top", height=44)
        row = line(strip, margins=(12, 0, 12, 0), spacing=8)
        self.before = icon_button("chevron-left", tr("Previous page"), strip)
        self.after = icon_button("chevron-right", tr("Next page"), strip)
        self._where = PlainLabel("", strip, role="small", ink="text2")
        self.before.clicked.connect(lambda: self.view.turn(self.view.place() - 1))
        self.after.clicked.connect(lambda: self.view.turn(self.view.place() + 1))
        for widget in (self.before, self._where, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        rows.addWidget(strip)
        return side

    def _option_side(self, extra: QWidget | None) -> QWidget:
        area = QScrollArea(self)
        area.setFixedWidth(_OPTIONS_WIDTH)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it is reached by Tab
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = Strip(area, edge="left")
        rows = column(side, margins=(20, 16, 20, 12), spacing=12)
        rows.addWidget(ElidedLabel(one_line(self._subject.title), side, role="heading", weight=600))
        if extra is not None:
            rows.addWidget(extra)
        self.options = PrintOptions(self._book, side)
        rows.addWidget(self.options)
        self.words = PlainLabel("", side, role="small", ink="text2", wrap=True)
        rows.addWidget(self.words)
        self.more = PlainLabel("", side, role="small", ink="due", wrap=True)
        self.more.hide()
        rows.addWidget(self.more)
        rows.addStretch(1)
        area.setWidget(side)
        return area

    def _foot(self) -> QWidget:
        foot = Strip(self, edge="top", height=60)
        self.system = Button(tr("System dialog…"), foot, kind="ghost", icon="settings")
        self.system.clicked.connect(self.open_system_dialog)
        self.meter = MeterBar(parent=foot)
        self.meter.setFixedWidth(120)
        self._doing = PlainLabel("", foot, role="small", ink="text2")
        self.save = Button(tr("Save PDF…"), foot, icon="save")
        self.save.setVisible(self._subject.save is not None)
        self.save.clicked.connect(self.choose_file)
        self.take = Button(tr("Print"), foot, kind="primary", icon="printer")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.cancel = Button(tr("Cancel"), foot)
        self.cancel.clicked.connect(self.reject)
        row = line(foot, margins=(20, 0, 20, 0), spacing=8)
        for widget in (self.system, self.meter, self._doing):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.cancel, self.save, self.take):
            row.addWidget(widget)
        self.meter.hide()
        return foot

    def add_file_button(self, button: Button) -> None:
        """Another way to keep it as a file, before that of the PDF."""
        foot = self.save.parentWidget()
        row = foot.layout() if foot is not None else None
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self.save), button)

    # What is shown

    def show_files(self, files: tuple[PaperFile, ...]) -> None:
        """Show other files, as after a choice that changes the sheet."""
        self._pages = pages_of(files)
        self.options.set_count(len(self._pages))
        self._show_choice()

    def say_more(self, text: str) -> None:
        """Something to know before it is printed, in amber below the choices."""
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def files_shown(self) -> tuple[PaperPage, ...]:
        """The pages that would be printed now, in order."""
        wanted = self.options.wanted()
        return tuple(self._pages[place] for place in wanted) if wanted is not None else ()

    def _show_choice(self) -> None:
        options, first = self.options, self._pages[0].file if self._pages else PaperFile(Path())
        paper, margins = options.paper_size((first.width, first.height)), options.margins()
        shapes = [page.file.shape for page in self._pages if page.file.width]
        if not options.to_file():
            options.suggest_scaling(best_scaling(shapes, paper, margins))
        scaling = options.scale_wanted()
        self.view.set_paper(paper, margins, scaling, grey=options.grey())
        shown = self.files_shown()
        self.view.show_pages(shown)
        self._say_placing(first, paper, margins, scaling, shapes)
        self._say_place()
        to_file, ready = options.to_file(), bool(shown) and not self._busy
        self.take.set_label(tr("Save PDF…") if to_file else tr("Print"))
        self.take.set_icon_name("save" if to_file else "printer")
        self.take.setEnabled(ready and (not to_file or self._subject.save is not None))
        self.save.setVisible(self._subject.save is not None and not to_file)
        self.save.setEnabled(not self._busy and bool(self._pages))
        self.system.setEnabled(ready and not to_file)

    def _say_placing(
        self, first: PaperFile, paper: tuple[float, float], margins: Edges, scaling: Scaling, shapes: list[PageShape]
    ) -> None:  # fmt: skip
        placings = [place_page(shape, paper, margins, scaling) for shape in dict.fromkeys(shapes)]
        if self.options.to_file():
            words = tr("The file is the same to the last byte as the one shown.")
        elif not shapes and self._pages:
            words = tr("Pictures as large as %1 takes them, whole.", size_word(*paper))
        else:
            words = placing_words(size_word(first.width, first.height), size_word(*paper), scaling, placings)
        self.words.setText(words)
        self.words.set_ink("overdue" if any(not placing.harmless for placing in placings) else "text2")

    def _say_place(self) -> None:
        count = len(self.files_shown())
        place = self.view.place()
        self._where.setText(tr("Page %1 of %2", place + 1, count) if count else tr("No page is chosen"))
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < count - 1)

    # Where it goes

    def _take(self) -> None:
        if self.options.to_file():
            self.choose_file()
            return
        name = self.options.printer.currentData()
        settings = self.options.settings(self._subject.title)
        self._ctx.settings.set(_PRINTER, name)
        self._ctx.settings.set(_PAPER, settings.paper)
        printer = self._book.ready(name, settings)
        repeat = 1 if printer.supportsMultipleCopies() else settings.copies
        self._send(printer, self.options.margins(), self.options.scale_wanted(), settings.copies, repeat)

    def open_system_dialog(self) -> None:
        """The dialog of the system, with what is chosen here; it prints when it is confirmed."""
        printer = self._book.ready(
            self.options.printer.currentData(), self.options.settings(self._subject.title)
        )
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def confirmed() -> None:
            copies = max(printer.copyCount(), 1)
            # Asking for the margins sets the paper anew.
            margins = margins_of(printer, paper_name(printer))
            printer.setFullPage(True)
            paper = paper_mm(printer)
            shapes = [page.file.shape for page in self._pages if page.file.width]
            repeat = 1 if printer.supportsMultipleCopies() else copies
            self._send(printer, margins, best_scaling(shapes, paper, margins), copies, repeat)

        dialog.accepted.connect(confirmed)
        QDialog.open(dialog)

    def _send(self, printer: QPrinter, margins: Edges, scaling: Scaling, copies: int, repeat: int) -> None:
        wanted = self.options.wanted()
        if wanted is None:
            return

        def made(files: tuple[PaperFile, ...]) -> None:
            pages = pages_of(files)
            # The finished file may have other pages than the one shown before, and is the one that is printed.
            chosen = wanted if len(pages) == len(self._pages) else tuple(range(len(pages)))
            self._pages = pages
            self.view.show_pages(tuple(pages[place] for place in chosen))
            run = self._run = PrintRun(
                self._ctx, self._background, [pages[place] for place in chosen] * repeat, printer, margins=margins,
                scaling=scaling, grey=printer.colorMode() == QPrinter.ColorMode.GrayScale, parent=self,
            )  # fmt: skip
            run.progressed.connect(self._tell_printing)
            run.ended.connect(lambda: self._sent(copies))
            run.stopped.connect(self._idle)
            run.failed.connect(self._fail)
            run.start()

        self._make(made)

    def choose_file(self) -> None:
        """Ask where the PDF goes, a folder where there are several files."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(self._ctx.settings.get(_FOLDER, "")) or documents
        if len({page.file.path for page in self._pages}) > 1:
            dialog = QFileDialog(self, tr("Save into a folder"), folder)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog = QFileDialog(self, tr("Save PDF"), str(Path(folder) / f"{self._subject.name}.pdf"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(tr("PDF files (*.pdf)"))
            dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def save_to(self, out: Path) -> None:
        """Write the file there, byte for byte what is shown."""
        save = self._subject.save
        if save is None or self._busy:
            return
        self._ctx.settings.set(_FOLDER, str(out if out.is_dir() else out.parent))
        self._begin(tr("Saving"))
        self._background.run(self._ctx.jobs.io(lambda: save(out), keeps=True), lambda _: self._saved(out), self._fail,
                             receiver=self)  # fmt: skip

    def _saved(self, out: Path) -> None:
        self._idle()
        self.saved.emit(out)
        self.accept()

    # Work

    def _make(self, then: Callable[[tuple[PaperFile, ...]], object]) -> None:
        if self._busy:
            return
        make = self._subject.make
        self._begin(tr("Making the file"))
        if make is None:
            then(tuple(dict.fromkeys(page.file for page in self._pages)))
            return
        progress, stopped = self._progressed.emit, self._stop.is_set
        self._background.run(self._ctx.jobs.io(lambda: make(progress, stopped)), then, self._fail, receiver=self)

    def _begin(self, words: str) -> None:
        self._busy = True
        self._stop.clear()
        self._doing.setText(words)
        self.meter.show()
        self.cancel.set_label(tr("Stop"))
        self.options.setEnabled(False)
        self._show_choice()

    def _tell(self, done: int, total: int) -> None:
        if self._busy:
            self.meter.set(done / max(total, 1))

    def _tell_printing(self, done: int, total: int) -> None:
        self._doing.setText(tr("Page %1 of %2", min(done + 1, total), total))
        self.meter.set(done / max(total, 1))

    def _sent(self, copies: int) -> None:
        self._idle()
        self._subject.printed(copies)
        self.printed.emit(copies)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._idle()
        if not isinstance(error, Cancelled) and not self._closing:
            show_error(error, self)

    def _idle(self) -> None:
        self._busy = False
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self.meter.hide()
        self._doing.setText("")
        self.cancel.set_label(tr("Cancel"))
        self.options.setEnabled(True)
        self._show_choice()
        if self._closing:
            super().reject()

    def reject(self) -> None:
        """Stop what is under way; leave when nothing is."""
        if not self._busy:
            super().reject()
            return
        self._stop.set()
        if self._run is not None:
            self._run.stop()
        self._doing.setText(tr("Stopping…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            self._closing = True
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)
