"""Verifying a packet: a file or folder is dropped or chosen, and calm words say what is intact, changed or unknown."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QWidget

from desktop.context import AppContext
from desktop.packets.checked import Checked, CheckedFile, Verdict
from desktop.packets.proof_words import file_lines, ground_words, report_lines, verdict_means, verdict_words
from models.clock import zone
from models.errors import AftercaseError
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.proof import proof_errors as proof_errors
from ui.proof.certificate_dialogs import secret_field
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark
from ui.widgets.drop_frame import DropFrame
from ui.widgets.panel import Banner, EmptyPlace, clear_layout, column, foot_line, line

tr = translator("packet_proof")
_SHOWN = 200
_STEPS = 1000
_STATES = {Verdict.INTACT: "done", Verdict.CHANGED: "overdue", Verdict.UNKNOWN: "waiting"}
_ICONS = {Verdict.INTACT: "shield-check", Verdict.CHANGED: "shield-x", Verdict.UNKNOWN: "circle-help"}
_ORDER = {Verdict.CHANGED: 0, Verdict.UNKNOWN: 1, Verdict.INTACT: 2}


class VerifyDialog(QDialog):
    """Stays open for the next file. `checked` after each one."""

    checked = Signal(object)
    _progressed = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._path: Path | None = None
        self._found: Checked | None = None
        self._stop = threading.Event()
        self._turn = 0
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Verify a packet"))
        self.setAccessibleName(tr("Verify a packet"))
        self.resize(680, 520)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addLayout(self._head())
        self.empty = EmptyPlace(
            "shield-check", tr("Drop a packet here: a PDF, a ZIP, a folder, or one of its files."),
            tr("It is compared with what was made here, with its signature, and with its list of sums. Nothing is"
                " changed."), self,
        )  # fmt: skip
        rows.addWidget(self.empty, 1)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Being checked"))
        self.progress.hide()
        rows.addWidget(self.progress)
        self._results = {state: Banner(state, "", "", self) for state in ("done", "overdue", "waiting")}
        for banner in self._results.values():
            banner.hide()
            rows.addWidget(banner)
        rows.addWidget(self._password_row())
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("What was found"))
        inside = QWidget(self.area)
        self._lines = column(inside, spacing=8)
        self.area.setWidget(inside)
        self.area.hide()
        rows.addWidget(self.area, 1)
        self.copy = Button(tr("Copy result"), self, icon="copy")
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        rows.addLayout(foot_line(self, tr("Close"), self.copy))
        self._drop = DropFrame(self, tr("Verify"))
        self._progressed.connect(self.progress.setValue)
        self.file.setFocus()

    def _head(self) -> QHBoxLayout:
        across = line(spacing=8)
        self._title = ElidedLabel(tr("Verify a packet"), self, role="heading")
        across.addWidget(self._title, 1)
        self.file = Button(tr("Choose file…"), self, icon="file-check", size="small")
        self.folder = Button(tr("Choose folder…"), self, icon="folder-open", size="small")
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)
        across.addWidget(self.file)
        across.addWidget(self.folder)
        return across

    def _password_row(self) -> QWidget:
        self.asking = QWidget(self)
        across = line(self.asking, spacing=8)
        across.addWidget(PlainLabel(tr("Password of the file"), self.asking, ink="text2"))
        self.password: QLineEdit = secret_field(self.asking, tr("Password of the file"))
        self.again = Button(tr("Look inside"), self.asking, icon="lock-open", size="small")
        self.again.clicked.connect(self._again)
        self.password.returnPressed.connect(self._again)
        across.addWidget(self.password, 1)
        across.addWidget(self.again)
        self.asking.hide()
        return self.asking

    # What is checked

    def check(self, path: Path, password: str = "") -> None:
        """Check a file or folder; one that is being checked is given up."""
        self._stop.set()
        self._stop, self._turn = threading.Event(), self._turn + 1
        self._path, stop, turn = path, self._stop, self._turn
        name = one_line(path.name or str(path))
        self._title.set_full(name)
        plain_tooltip(self._title, one_line(str(path)))
        for widget in (self.empty, self.area, self.asking, *self._results.values()):
            widget.hide()
        self.copy.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()

        def told(done: int, total: int) -> None:
            if turn == self._turn:
                self._progressed.emit(done * _STEPS // max(total, 1))

        checking = self._ctx.packet_checking
        work = self._ctx.jobs.io(lambda: checking.check(path, password=password, progress=told, cancelled=stop.is_set))
        self._background.run(
            work, lambda found: self._show(turn, found), lambda error: self._fail(turn, error), receiver=self
        )

    def done(self, result: int) -> None:
        """Closing gives up what is being checked."""
        self._stop.set()
        self._turn += 1
        super().done(result)

    def _show(self, turn: int, found: Checked) -> None:
        if turn != self._turn:
            return
        self._found = found
        self.progress.hide()
        self._say(
            _STATES[found.verdict], verdict_words(found.verdict, language()), verdict_means(found.verdict, language())
        )
        self.asking.setVisible(found.locked)
        clear_layout(self._lines)
        here = zone(self._ctx.bench.time_zone)
        for ground in found.grounds:
            self._add(ground_words(ground, language(), here))
        single = len(found.files) == 1 and found.files[0].name == found.name
        if single and found.files[0].sha256:
            self._add(f"SHA-256 {found.files[0].sha256}", ink="text3")
        elif not single:
            for file in sorted(found.files, key=lambda file: _ORDER[file.verdict])[:_SHOWN]:
                self._add_file(file)
            if len(found.files) > _SHOWN:
                self._add(tr("and %n more; all are in what is copied", n=len(found.files) - _SHOWN), ink="text3")
        self._lines.addStretch(1)
        self.area.show()
        self.area.verticalScrollBar().setValue(0)
        self.copy.setEnabled(True)
        self.checked.emit(found)

    def _fail(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self._found = None
        self.progress.hide()
        if isinstance(error, AftercaseError) and error.code == "cancelled":
            self.empty.show()
            return
        said = sentence(error)
        self._say("overdue", said.what, said.next)

    def _say(self, state: str, text: str, more: str) -> None:
        for name, banner in self._results.items():
            banner.setVisible(name == state)
        self._results[state].set_text(text, more)

    @property
    def result_words(self) -> str:
        """What the banner says; empty before anything was checked."""
        return next((banner.text.text() for banner in self._results.values() if not banner.isHidden()), "")

    def _add(self, text: str, *, ink: str = "text2") -> None:
        self._lines.addWidget(PlainLabel(text, self.area.widget(), ink=ink, wrap=True, selectable=True))

    def _add_file(self, file: CheckedFile) -> None:
        box = QWidget(self.area.widget())
        across = line(box, spacing=8)
        mark = IconMark(_ICONS[file.verdict], _STATES[file.verdict], 16, box)
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        name = ElidedLabel(one_line(file.name), box, weight=500)
        plain_tooltip(name, one_line(file.name))
        words.addWidget(name)
        here = zone(self._ctx.bench.time_zone)
        lines = tuple(file_lines(file, language(), here))
        # A file that is gone is no changed one.
        gone = any(ground.code == "line_missing" for ground in file.grounds)
        said = " · ".join(lines if gone else (verdict_words(file.verdict, language()), *lines))
        words.addWidget(PlainLabel(said, box, role="small", ink="text3", wrap=True))
        across.addLayout(words, 1)
        box.setAccessibleName(f"{one_line(file.name)}: {said}")
        self._lines.addWidget(box)

    # How it gets here

    def _again(self) -> None:
        if self._path is not None and self.password.text():
            self.check(self._path, self.password.text())

    def _choose_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, tr("Verify a packet"))
        if found:
            self.check(Path(found))

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Verify a packet"))
        if found:
            self.check(Path(found))

    def _copy(self) -> None:
        if self._found is not None:
            here = zone(self._ctx.bench.time_zone)
            QGuiApplication.clipboard().setText("\n".join(report_lines(self._found, language(), here)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            self._drop.appear()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        path = _dropped(event.mimeData())
        if path is not None:
            self.check(path)


def _dropped(data: QMimeData) -> Path | None:
    """The one file or folder that is dropped."""
    urls = [url for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
