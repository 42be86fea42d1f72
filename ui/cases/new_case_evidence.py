"""Screenshots and files pasted into the new-case dialog: on disk at once, evidence of the case once it is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.evidence_intake import AddedEvidence
from models.clock import zone
from models.kinds import EvidenceSource
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.intake.mime import has_evidence, intake_of
from ui.intake.report import AddReport, told
from ui.messages import show_error
from ui.plain import PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

tr = translator("cases")
_NAME = 28


class StagedEvidence(QWidget):
    """What was pasted or dropped, one button each that takes it away again. `changed` once it is safe on disk."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._flow = FlowLayout(self, spacing=8)
        self._label = PlainLabel(tr("Evidence of the new case:"), self, role="small", weight=600, ink="text2")
        self._flow.addWidget(self._label)
        self._buttons: dict[Path, Button] = {}
        self.hide()

    def paths(self) -> tuple[Path, ...]:
        """The files, in the order they came."""
        return tuple(self._buttons)

    def take(self, data: QMimeData | None) -> bool:
        """Keep a picture or files; false for anything else, as for text."""
        if data is None or not has_evidence(data):
            return False
        staged = self._ctx.opening.staged
        intake = intake_of(data, self._ctx.clock.now(), zone(self._ctx.bench.time_zone))

        def keep() -> tuple[Path, ...]:
            copies = [staged.keep_path(path) for path in intake.paths]
            return (*copies, *(staged.keep_bytes(piece.content(), piece.name) for piece in intake.pieces))

        self._run(keep)
        return True

    def pasted(self, event: QKeyEvent) -> bool:
        """Ctrl+V of a picture or of files is evidence, wherever the cursor is; of text it is text."""
        return event.matches(QKeySequence.StandardKey.Paste) and self.take(QGuiApplication.clipboard().mimeData())

    def _run(self, work: object) -> None:
        assert callable(work)
        self._background.run(self._ctx.jobs.io(work, keeps=True), self._staged, self._not_staged, receiver=self)

    def _staged(self, paths: Sequence[Path]) -> None:
        self.show_paths(paths)
        self.changed.emit()

    def _not_staged(self, error: BaseException) -> None:
        words = sentence(error)
        self.failed.emit(f"{words.what} {words.next}".strip())

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Show these beside the others; what is not there any more is left out."""
        for path in paths:
            if path in self._buttons or not self._ctx.opening.staged.known(path):
                continue
            name = one_line(path.name)
            short = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
            button = Button(short, self, size="small", icon="image", trailing="x")
            plain_tooltip(button, tr("%1: press to take it away", path.name))
            button.setAccessibleName(tr("Evidence %1, press to take it away", name))
            button.clicked.connect(lambda _=False, gone=path: self._drop(gone))
            self._flow.addWidget(button)
            button.show()
            self._buttons[path] = button
        self._after()

    def _drop(self, path: Path) -> None:
        button = self._buttons.pop(path)
        self._flow.removeWidget(button)
        button.hide()
        button.deleteLater()
        self._ctx.opening.staged.remove(path)
        self._after()
        self.changed.emit()

    def _after(self) -> None:
        self._flow.invalidate()
        self.setVisible(bool(self._buttons))
        self.updateGeometry()


class StagedKeeper(QObject):
    """Makes staged files evidence of a case; outlives the dialog. A file that cannot be kept stays where it is."""

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._window = window

    def keep(self, case_id: int, paths: Sequence[Path]) -> None:
        """Add the files to the case, outside the window's thread."""
        intake, staged = self._ctx.intake, self._ctx.opening.staged

        def work() -> tuple[AddedEvidence, ...]:
            added = intake.add_paths(case_id, paths, EvidenceSource.PASTED)
            for item in added:
                if item.error is None:
                    staged.remove(paths[item.place])
            return added

        self._background.run(self._ctx.jobs.io(work, keeps=True), self._kept, self._failed, receiver=self)

    def _kept(self, added: tuple[AddedEvidence, ...]) -> None:
        said = getattr(self._window, "said", None)
        if said is not None:
            said.emit(told(AddReport(added)))
        bad = next((item.error for item in added if item.error is not None), None)
        if bad is not None:
            show_error(bad, self._window)
        self.deleteLater()

    def _failed(self, error: BaseException) -> None:
        show_error(error, self._window)
        self.deleteLater()
