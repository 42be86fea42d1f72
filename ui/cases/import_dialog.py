"""Importing order files: read in the background, looked at, written in one transaction, the result said."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QProgressBar, QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.importers import EncodingUnclear, ImportDraft, write_bad_rows
from models.clock import zone
from models.errors import EnvironmentFault, UserError
from models.store.order_import import ImportCounts
from ui import format as shown
from ui.background import Background
from ui.cases.import_preview import ImportPreview
from ui.cases.import_words import problem_words
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, EmptyPlace, clear_layout, column, line

tr = translator("cases")
_READING, _PREVIEW, _ENCODING, _WRITING, _DONE, _FAILED = range(6)


class ImportDialog(QDialog):
    """`start` begins to read; the dialog shows where it stands, and nothing is saved before *Import*.

    `case_wanted` comes when the user goes on to a new case.
    """

    case_wanted = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._paths = tuple(paths)
        self._stop = threading.Event()
        self._written = 0
        self._read_so_far = (0, 0)
        self.draft: ImportDraft | None = None
        self.counts: ImportCounts | None = None
        self.setWindowTitle(tr("Import orders"))
        self.setModal(True)
        self.resize(860, 620)
        rows = column(self, margins=(20, 20, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Import orders"), self, role="title"))
        self._stack = QStackedWidget(self)
        rows.addWidget(self._stack, 1)
        self._stack.addWidget(self._working_place())
        self._preview_place = QWidget(self)
        self._preview_rows = column(self._preview_place)
        self._stack.addWidget(self._preview_place)
        self._stack.addWidget(self._encoding_place())
        self._stack.addWidget(QWidget(self))
        self._done = EmptyPlace("circle-check", "", "", self)
        self._stack.addWidget(self._done)
        self._error = Banner("overdue", "", "", self)
        failed = QWidget(self)
        failed_rows = column(failed)
        failed_rows.addWidget(self._error)
        failed_rows.addStretch(1)
        self._stack.addWidget(failed)
        self._said = PlainLabel("", self, role="small", ink="text2", wrap=True)
        rows.addWidget(self._said)
        rows.addLayout(self._foot())
        self._ticker = QTimer(self, interval=100)
        self._ticker.timeout.connect(self._show_progress)
        self._show(_READING)

    def _working_place(self) -> QWidget:
        box = QWidget(self)
        rows = column(box, margins=(40, 0, 40, 0), spacing=12)
        rows.addStretch(1)
        self._work = PlainLabel("", box, ink="text2")
        self._work.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self._work)
        self._bar = QProgressBar(box)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        rows.addWidget(self._bar)
        rows.addStretch(2)
        return box

    def _encoding_place(self) -> QWidget:
        box = QWidget(self)
        rows = column(box, spacing=8)
        rows.addWidget(PlainLabel(tr("How was the file written? Choose the one that reads well."), box, wrap=True))
        self.encodings = QListWidget(box)
        self.encodings.setAccessibleName(tr("Encoding"))
        self.encodings.itemActivated.connect(lambda _: self._go_on())
        rows.addWidget(self.encodings, 1)
        return box

    def _foot(self) -> QHBoxLayout:
        row = line(spacing=8)
        self.save_bad = Button(tr("Save the rows left out…"), self, icon="file-down")
        self.save_bad.clicked.connect(self.choose_bad_file)
        self.stop = Button(tr("Stop"), self, icon="circle-stop")
        self.stop.clicked.connect(self._stop.set)
        self.go = Button(tr("Import"), self, kind="primary", icon="check")
        self.go.clicked.connect(self._go_on)
        self.new_case = Button(tr("New case"), self, kind="primary", icon="plus")
        self.new_case.clicked.connect(self._on_to_a_case)
        self.close_button = Button(tr("Cancel"), self)
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.save_bad)
        row.addStretch(1)
        for button in (self.stop, self.close_button, self.go, self.new_case):
            row.addWidget(button)
        return row

    def place(self) -> str:
        """Where it stands: reading, preview, encoding, writing, done or failed."""
        return ("reading", "preview", "encoding", "writing", "done", "failed")[self._place]

    def _show(self, place: int) -> None:
        self._place = place
        self._stack.setCurrentIndex(_READING if place == _WRITING else place)
        busy = place in (_READING, _WRITING)
        draft = self.draft
        self.stop.setVisible(busy)
        self.go.setVisible(place in (_PREVIEW, _ENCODING))
        self.go.setEnabled(place == _ENCODING or (draft is not None and bool(draft.orders)))
        self.save_bad.setVisible(place in (_PREVIEW, _DONE) and draft is not None and bool(draft.errors))
        self.new_case.setVisible(place == _DONE)
        self.close_button.setVisible(not busy)
        self.close_button.set_label(tr("Cancel") if place in (_PREVIEW, _ENCODING) else tr("Close"))
        if busy:
            self._ticker.start()
            self.stop.setFocus()
        else:
            self._ticker.stop()
            (self.go if self.go.isVisibleTo(self) and self.go.isEnabled() else self.close_button).setFocus()

    # Reading

    def start(self, encoding: str | None = None) -> None:
        """Read the files."""
        self._stop.clear()
        self._read_so_far = (0, 0)
        self._bar.setRange(0, 0)
        self._work.setText(tr("Reading %1", ", ".join(one_line(path.name) for path in self._paths)[:200]))
        self._show(_READING)
        orders, paths, stop = self._ctx.orders, self._paths, self._stop
        shop = self._ctx.settings.get("shop") or None
        self._background.run(
            self._ctx.jobs.io(
                lambda: orders.read_draft(
                    paths, encoding=encoding, chosen_shop=shop, progress=self._note_reading, cancelled=stop.is_set
                )
            ),
            self._read,
            self._fail,
        )

    def _read(self, draft: ImportDraft) -> None:
        self.draft = draft
        clear_layout(self._preview_rows)
        self.preview = ImportPreview(draft, zone(self._ctx.bench.time_zone), self)
        self._preview_rows.addWidget(self.preview)
        self.go.set_label(tr("Import %n order(s)", n=len(draft.orders)))
        self._show(_PREVIEW)

    def _ask_encoding(self, unclear: EncodingUnclear) -> None:
        self.encodings.clear()
        for candidate in unclear.candidates:
            lines = "\n".join(one_line(text)[:200] for text in candidate.preview[:4])
            self.encodings.addItem(f"{candidate.encoding}\n{lines}")
        self._candidates = [candidate.encoding for candidate in unclear.candidates]
        self.encodings.setCurrentRow(0)
        self.go.set_label(tr("Read it like this"))
        self._show(_ENCODING)
        self.encodings.setFocus()

    # Writing

    def _go_on(self) -> None:
        if self._place == _ENCODING:
            self.start(self._candidates[max(self.encodings.currentRow(), 0)])
        elif self.draft is not None:
            self.commit(self.draft)

    def commit(self, draft: ImportDraft) -> None:
        """Write the good rows, all or none."""
        self._stop.clear()
        self._written = 0
        self._bar.setRange(0, max(len(draft.orders), 1))
        self._bar.setValue(0)
        self._show(_WRITING)
        orders, stop = self._ctx.orders, self._stop
        shop = self._ctx.settings.get("shop") or None
        self._background.run(
            self._ctx.jobs.write(
                lambda: orders.commit_draft(
                    draft, chosen_shop=shop, progress=self._note_progress, cancelled=stop.is_set
                )
            ),
            self._committed,
            self._fail,
        )

    def _note_progress(self, done: int) -> None:
        # Called on the writer's thread: a number is all it leaves; the window looks at it ten times a second.
        self._written = done

    def _note_reading(self, done: int, expected: int) -> None:
        # Called on the reader's thread, as above.
        self._read_so_far = (done, expected)

    def _show_progress(self) -> None:
        if self._place == _READING and self._read_so_far[1]:
            done, expected = self._read_so_far
            self._bar.setRange(0, expected)
            self._bar.setValue(done)
        if self._place == _WRITING and self.draft is not None:
            self._bar.setValue(self._written)
            total = shown.count(len(self.draft.orders))
            self._work.setText(tr("%1 of %2 orders", shown.count(self._written), total))

    def _committed(self, counts: ImportCounts) -> None:
        self.counts = counts
        parts = [
            tr("%1 new", shown.count(counts.added)), tr("%1 updated", shown.count(counts.updated)),
            tr("%1 unchanged", shown.count(counts.unchanged)),
        ]  # fmt: skip
        if counts.orphaned:
            parts.append(tr("%1 items without an order", shown.count(counts.orphaned)))
        refused = len({(p.file, p.row) for p in self.draft.errors}) if self.draft is not None else 0
        left = tr("%n row(s) were left out and can be saved as a file.", n=refused) if refused else ""
        self._done.set_text("circle-check", tr("Orders imported: %1", " · ".join(parts)), left)
        self._show(_DONE)

    def _on_to_a_case(self) -> None:
        self.accept()
        self.case_wanted.emit()

    # Rows left out

    def choose_bad_file(self) -> None:
        """Ask where to write the rows left out."""
        title, kinds = tr("Save the rows left out"), tr("CSV files (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, title, "left-out.csv", kinds)
        if name:
            self.write_bad(Path(name))

    def write_bad(self, target: Path) -> None:
        """Write the rows left out, each with its reason, to be put right and imported again."""
        draft, paths = self.draft, self._paths
        if draft is None:
            return
        words = {problem.code: problem_words(problem) for problem in draft.errors}
        self._background.run(
            self._ctx.jobs.io(lambda: write_bad_rows(draft, paths, target, describe=lambda p: words[p.code])),
            self._bad_written,
            self._say_failed,
        )

    def _bad_written(self, written: tuple[Path, ...]) -> None:
        self._said.set_ink("text2")
        self._said.setText(tr("Saved: %1", ", ".join(one_line(path.name) for path in written)))

    def _say_failed(self, error: BaseException) -> None:
        words = sentence(error)
        self._said.set_ink("overdue")
        self._said.setText(f"{words.what} {words.next}".strip())

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, EncodingUnclear):
            self._ask_encoding(error)
            return
        if not isinstance(error, UserError | EnvironmentFault | OSError):
            self._show(_FAILED)
            self.reject()
            raise error
        words = sentence(error)
        safe = tr("Nothing was imported.")
        self._error.set_text(words.what, " ".join(part for part in (words.next, safe) if part))
        self._show(_FAILED)

    def reject(self) -> None:
        """Closing while something runs stops it first."""
        if self._place in (_READING, _WRITING):
            self._stop.set()
            return
        super().reject()
