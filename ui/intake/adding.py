"""Takes what was pasted, dropped or chosen into the evidence of a case, outside the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services.evidence_intake import EvidenceIntake, ImportProgress, Incoming, Unpacking, piece
from models.clock import zone
from models.errors import EvidenceFault
from models.kinds import EvidenceSource
from ui import format as written
from ui.background import Background
from ui.i18n import translator
from ui.intake.mime import intake_of
from ui.intake.pieces import Intake
from ui.intake.report import AddReport
from ui.messages import MessageDialog
from ui.page import Work
from ui.plain import isolate, one_line

tr = translator("intake")
# Below this a file is copied before anybody could read how far it is.
_LARGE = 50_000_000
# So many are in before anybody misses the window.
_FEW = 10


class Adding(QObject):
    """One import at a time. `progressed` carries an ImportProgress, `added` an AddReport, `said` a sentence.

    What is kept stays kept, whatever happens afterwards; stopping ends after the bytes in hand.
    """

    started = Signal()
    progressed = Signal(object)
    added = Signal(object)
    failed = Signal(object)
    ended = Signal()
    said = Signal(str)
    _heard = Signal(object)

    def __init__(self, ctx: Any, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._window = window
        self._stop = threading.Event()
        self._busy = False
        self._left = 0
        self._question: MessageDialog | None = None
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is under way, or asked about."""
        return self._busy

    @property
    def question(self) -> MessageDialog | None:
        """The question about archives, while it is open."""
        return self._question

    @Slot()
    def stop(self) -> None:
        """End soon; what is kept stays."""
        self._stop.set()

    def may_leave(self) -> bool:
        """Whether the window can close now: a few files are finished behind it, about more of them it asks first."""
        if not self._busy or self._question is not None or self._left <= _FEW or self._stop.is_set():
            return True
        text = tr("What is added so far is kept. The files still to come stay where they are.")
        title = tr("%n file(s) are still to be added", n=self._left)
        dialog = MessageDialog(self._window, "circle-stop", "due", title, text)
        dialog.add_button("stay", tr("Go on adding"), primary=True)
        dialog.add_button("close", tr("Stop and close"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._leave(dialog.chosen == "close"))
        dialog.open()
        return False

    def _leave(self, sure: bool) -> None:
        if not sure:
            return
        window = self._window.window()
        if self._busy:
            self.ended.connect(window.close, Qt.ConnectionType.SingleShotConnection)
            self.stop()
        else:
            window.close()

    def paste(self, case_id: int) -> bool:
        """Keep what the clipboard holds."""
        return self.take(case_id, QGuiApplication.clipboard().mimeData(), EvidenceSource.PASTED)

    def drop(self, case_id: int, mime: QMimeData) -> bool:
        """Keep what was dropped."""
        return self.take(case_id, mime, EvidenceSource.DROPPED)

    def take(self, case_id: int, mime: QMimeData | None, source: EvidenceSource) -> bool:
        """Keep a clipboard or a drop."""
        return self.add(case_id, intake_of(mime, self._ctx.clock.now(), zone(self._ctx.bench.time_zone)), source)

    def choose_files(self, case_id: int) -> None:
        """Ask for files and keep them."""
        self._choose(tr("Add files as evidence"), QFileDialog.FileMode.ExistingFiles, case_id)

    def choose_folder(self, case_id: int) -> None:
        """Ask for a folder and keep what is in it."""
        self._choose(tr("Add a folder as evidence"), QFileDialog.FileMode.Directory, case_id)

    def _choose(self, title: str, mode: QFileDialog.FileMode, case_id: int) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._chosen(case_id, names))
        dialog.open()

    def _chosen(self, case_id: int, names: Sequence[str]) -> None:
        self.add(case_id, Intake(paths=tuple(Path(name) for name in names)), EvidenceSource.CHOSEN)

    def add(self, case_id: int, intake: Intake, source: EvidenceSource) -> bool:
        """Keep an intake as evidence; False, and said why, for nothing or while something is under way."""
        if not intake:
            self.said.emit(tr("There is nothing here that can be kept."))
            return False
        if not self._begin():
            return False
        zips = [path for path in intake.paths if path.suffix.lower() == ".zip"]
        if zips:
            look = self._ctx.jobs.io(lambda: _archives_among(zips))
            self._background.run(look, partial(self._ask, case_id, intake, source), self._fail, receiver=self)
        else:
            self._take_in(case_id, intake, source, Unpacking.WHOLE)
        return True

    def again(self, report: AddReport) -> bool:
        """Try what failed once more."""
        if not report.again or not self._begin():
            return False
        incoming = report.again

        def work() -> AddReport:
            return self._keep(report.case_id, incoming, report.source, cut=False)

        self._run(work)
        return True

    def _begin(self) -> bool:
        if self._busy:
            self.said.emit(tr("Wait until what is being added is there."))
            return False
        self._busy = True
        self._left = 0
        self._stop.clear()
        self.started.emit()
        return True

    def _ask(self, case_id: int, intake: Intake, source: EvidenceSource, archives: Sequence[Path]) -> None:
        if not archives:
            self._take_in(case_id, intake, source, Unpacking.WHOLE)
            return
        named = isolate(one_line(archives[0].name))
        title = (
            tr("Take the files out of “%1”?", named)
            if len(archives) == 1
            else tr("Take the files out of %n archives?", n=len(archives))
        )
        text = tr("Each file becomes evidence of its own; the history keeps the archive's name and its SHA-256.")
        dialog = MessageDialog(self._window, "archive", "accent", title, text)
        dialog.add_button(Unpacking.CONTENT, tr("Take the files out"), primary=True)
        dialog.add_button(Unpacking.BOTH, tr("Files and the archive"))
        dialog.add_button(Unpacking.WHOLE, tr("Keep it as one file"))
        dialog.add_button("", tr("Cancel"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._answered(case_id, intake, source, dialog.chosen))
        self._question = dialog
        dialog.open()

    def _answered(self, case_id: int, intake: Intake, source: EvidenceSource, chosen: str) -> None:
        self._question = None
        if chosen:
            self._take_in(case_id, intake, source, Unpacking(chosen))
        else:
            self._end()

    def _take_in(self, case_id: int, intake: Intake, source: EvidenceSource, unpacking: Unpacking) -> None:
        service: EvidenceIntake = self._ctx.intake
        stop = self._stop

        def work() -> AddReport:
            try:
                gathered = service.gather(intake.paths, unpacking, cancelled=stop.is_set)
            except EvidenceFault:
                return AddReport((), stopped=True, case_id=case_id, source=source)
            pieces = [piece(one.name, one.content) for one in intake.pieces]
            return self._keep(case_id, (*gathered.incoming, *pieces), source, cut=gathered.cut, intake=intake)

        self._run(work)

    def _keep(
        self,
        case_id: int,
        incoming: Sequence[Incoming],
        source: EvidenceSource,
        *,
        cut: bool,
        intake: Intake | None = None,
    ) -> AddReport:
        """Runs in the I/O pool."""
        service: EvidenceIntake = self._ctx.intake
        added = service.add_all(case_id, incoming, source, progress=self._heard.emit, cancelled=self._stop.is_set)
        form = intake or Intake()
        return AddReport(
            added, tuple(incoming), case_id, source, stopped=self._stop.is_set() and len(added) < len(incoming),
            cut=cut, taken=form.taken, left=form.left,
        )  # fmt: skip

    def _run(self, work: Callable[[], AddReport]) -> None:
        self._background.run(self._ctx.jobs.io(work, keeps=True), self._finish, self._fail, receiver=self)

    @Slot(object)
    def _hear(self, progress: ImportProgress) -> None:
        if self._busy:
            self._left = progress.total - progress.done
            self.progressed.emit(progress)

    def _finish(self, report: AddReport) -> None:
        self._end()
        self.added.emit(report)

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.ended.emit()


def work_of(progress: ImportProgress | None, stop: Callable[[], object]) -> Work:
    """How far it is, for the status bar; None before the first file is known."""
    if progress is None or not progress.total:
        return Work(tr("Adding…"), None, stop)
    words = tr("Adding %1 of %2", min(progress.done + 1, progress.total), progress.total)
    share = progress.done / progress.total
    if progress.size >= _LARGE:
        part = min(progress.copied / progress.size, 1.0)
        words += (
            f" · {isolate(one_line(progress.name))} · {written.size(progress.copied)} / {written.size(progress.size)}"
        )
        share += part / progress.total
    return Work(words, min(share, 1.0), stop)


def _archives_among(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Loaded when it is asked for, as what reads archives brings the importers with it."""
    from desktop.services.evidence_gathering import archives_among

    return archives_among(paths)
