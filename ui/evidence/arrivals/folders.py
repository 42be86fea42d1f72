"""The dialog of watched folders: choose, pause, stop; folders of downloads and chat programs are proposed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QWidget

from desktop.platform.chat_folders import ChatFolder
from desktop.services.watched_folders import WatchedFolder
from models.errors import AftercaseError
from ui import error_words
from ui.background import Background
from ui.error_words import ErrorWords
from ui.i18n import translator
from ui.messages import show_error
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line, section_label

tr = translator("arrivals")


def watch_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for what watching refuses."""
    name = one_line(str(error.values.get("folder", "")))
    words = {
        "watch_no_folder": (
            tr("This folder cannot be watched."), tr("Choose a folder that is there, not a whole disk."),
        ),
        "watch_inside_data": (
            tr("This folder belongs to Aftercase itself."), tr("Choose the folder where files arrive."),
        ),
        "watch_already": (
            tr("This folder is watched already, or lies around or inside “%1”.", isolate(name)),
            tr("Stop watching that one first."),
        ),
        "watch_too_many": (
            tr("%1 folders are watched already.", error.values.get("limit", "")),
            tr("Stop watching one of them first."),
        ),
        "arrival_gone": (tr("The file was deleted or changed meanwhile."), tr("If it changed, it arrives again.")),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*words) if words else None


error_words.register(watch_errors)


class FoldersDialog(QDialog):
    """Each change counts at once; `changed` says there was one."""

    changed = Signal()

    def __init__(self, ctx: Any, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._proposed: tuple[ChatFolder, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Watched folders"))
        self.setAccessibleName(tr("Watched folders"))
        self.setModal(True)
        self.resize(640, 480)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Watched folders"), self, role="heading"))
        about = tr(
            "New photos and files in these folders wait beside the gallery, to be added to a case. Nothing is added"
            " by itself, and the files stay where they are. What is there when watching begins does not count as new."
        )
        rows.addWidget(PlainLabel(about, self, ink="text2", wrap=True))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(area)
        inner.setProperty("surface", "surface")
        self._list = column(inner, margins=(12, 10, 12, 10), spacing=6)
        area.setWidget(inner)
        rows.addWidget(area, 1)
        foot = line(spacing=8)
        self.choose = Button(tr("Choose folder…"), self, icon="folder-plus")
        self.choose.clicked.connect(self._choose)
        self.pause_all = Button("", self, icon="hourglass")
        self.pause_all.clicked.connect(self._pause_all)
        done = Button(tr("Done"), self, kind="primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        foot.addWidget(self.choose)
        foot.addWidget(self.pause_all)
        foot.addStretch(1)
        foot.addWidget(done)
        rows.addLayout(foot)
        self._show()
        background.run(ctx.jobs.io(ctx.watching.suggestions), self._propose, receiver=self)

    @Slot(object)
    def _propose(self, found: tuple[ChatFolder, ...]) -> None:
        self._proposed = found
        self._show()

    def _show(self) -> None:
        clear_layout(self._list)
        watched = self._ctx.watching.folders()
        for each in watched:
            self._list.addWidget(self._row(each))
        if not watched:
            self._list.addWidget(PlainLabel(tr("No folder is watched yet."), self, ink="text3"))
        known = {each.path for each in watched}
        proposed = [each for each in self._proposed if each.path not in known]
        if proposed:
            self._list.addSpacing(8)
            self._list.addWidget(section_label(tr("Found on this computer"), self))
            for folder in proposed:
                self._list.addWidget(self._proposal(folder))
        self._list.addStretch(1)
        resting = bool(watched) and all(each.paused for each in watched)
        self.pause_all.set_label(tr("Watch again") if resting else tr("Pause all"))
        self.pause_all.setVisible(bool(watched))

    def _row(self, each: WatchedFolder) -> QWidget:
        row = QWidget(self)
        across = line(row, spacing=8)
        across.addWidget(IconMark("folder", "text2", 16, row))
        path = ElidedLabel(one_line(str(each.path)), row)
        plain_tooltip(path, one_line(str(each.path)))
        across.addWidget(path, 1)
        across.addWidget(PlainLabel(_state(each), row, role="small", ink="text3"))
        name = one_line(each.path.name)
        pause = Button(tr("Watch again") if each.paused else tr("Pause"), row, size="small")
        pause.setAccessibleName(f"{pause.text()} {name}")
        pause.clicked.connect(lambda: self._change(lambda: self._ctx.watching.pause(not each.paused, each.path)))
        stop = Button(tr("Stop"), row, size="small")
        stop.setAccessibleName(f"{stop.text()} {name}")
        stop.clicked.connect(lambda: self._change(lambda: self._ctx.watching.stop(each.path)))
        across.addWidget(pause)
        across.addWidget(stop)
        return row

    def _proposal(self, folder: ChatFolder) -> QWidget:
        row = QWidget(self)
        across = line(row, spacing=8)
        across.addWidget(IconMark("folder-search", "text3", 16, row))
        across.addWidget(PlainLabel(_program(folder.kind), row, weight=500))
        path = ElidedLabel(one_line(str(folder.path)), row, ink="text3")
        plain_tooltip(path, one_line(str(folder.path)))
        across.addWidget(path, 1)
        watch = Button(tr("Watch"), row, size="small")
        watch.setAccessibleName(f"{watch.text()} {one_line(str(folder.path))}")
        watch.clicked.connect(lambda: self.watch(folder.path))
        across.addWidget(watch)
        return row

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on."""
        self._change(lambda: self._ctx.watching.watch(folder))

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose folder…"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.watch(Path(name)))
        dialog.open()

    @Slot()
    def _pause_all(self) -> None:
        resting = all(each.paused for each in self._ctx.watching.folders())
        self._change(lambda: self._ctx.watching.pause(not resting))

    def _change(self, work: Any) -> None:
        # It looks at the disk, which may be a share that is slow to answer.
        self._background.run(self._ctx.jobs.io(work, keeps=True), self._changed, self._refused, receiver=self)

    def _changed(self, _: object) -> None:
        self._show()
        self.changed.emit()

    def _refused(self, error: BaseException) -> None:
        show_error(error, self)


def _state(each: WatchedFolder) -> str:
    if not each.there:
        return tr("not there now")
    if each.paused:
        return tr("paused")
    return tr("too many files: not all are watched") if each.cut else ""


def _program(kind: str) -> str:
    names = {
        "downloads": tr("Downloads"), "wechat": tr("WeChat"), "qq": tr("QQ"), "wangwang": tr("Wangwang"),
        "wecom": tr("WeCom"),
    }  # fmt: skip
    return names.get(kind, kind)
