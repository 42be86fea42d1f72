"""The line at the foot: what can be undone, counts, keys of the pane; saved when, backed up when, F1."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from ui import theme as tokens
from ui.actions import shortcut_text
from ui.i18n import translator
from ui.page import Work
from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark, MeterBar

tr = translator("frame")
UNDO_SHOWN_MS = 20_000


class StatusBar(QStatusBar):
    """28 px at the foot of the window."""

    undo_wanted = Signal()
    shortcuts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Work | None = None
        self._busy = False
        self.setSizeGripEnabled(False)
        self.setFixedHeight(tokens.STATUS_BAR)
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._undo_mark = IconMark("undo-2", "text2", 14, box)
        self._done = PlainLabel("", box, role="small")
        self._undo = Button("", box, kind="link", size="row")
        self._undo.clicked.connect(self.undo_wanted)
        self._bar = MeterBar(0.0, "accent", box)
        self._bar.setFixedWidth(120)
        self._stop = Button(tr("Stop"), box, kind="link", size="row")
        self._stop.clicked.connect(self._stop_work)
        self._work = PlainLabel("", box, role="small", ink="text2")
        self._counts = ElidedLabel("", box, role="small", ink="text3")
        self._hints = ElidedLabel("", box, role="small", ink="text3")
        self._saved_mark = IconMark("hard-drive", "text3", 14, box)
        self._saved = PlainLabel("", box, role="small", ink="text3")
        self._backup_mark = IconMark("shield-check", "text3", 14, box)
        self._backup = PlainLabel("", box, role="small", ink="text3")
        self._keys = Button(tr("F1 shortcuts"), box, kind="link", size="row", ink="text3")
        self._keys.clicked.connect(self.shortcuts_wanted)
        for widget in (self._undo_mark, self._done, self._undo, self._work, self._bar, self._stop):
            row.addWidget(widget)
        self._gap = QWidget(box)
        self._gap.setFixedWidth(4)
        row.addWidget(self._gap)
        for label in (self._counts, self._hints):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row.addWidget(label)
            row.addSpacing(8)
        row.addStretch(1)
        for widget in (self._saved_mark, self._saved, self._backup_mark, self._backup, self._keys):
            row.addWidget(widget)
        self._box = box
        self._timer = QTimer(self, singleShot=True, interval=UNDO_SHOWN_MS)
        self._timer.timeout.connect(self.clear_done)
        for mark in (self._saved_mark, self._backup_mark):
            mark.hide()
        self._keys.setAccessibleName(tr("F1 shortcuts"))
        self.clear_done()
        self._show_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # QStatusBar's own layout keeps 5 px for a size grip's edge, which pushes 24 px buttons out of line
        super().resizeEvent(event)
        self._box.setGeometry(0, 1, self.width(), self.height() - 1)

    def show_done(self, text: str, *, undoable: bool = True) -> None:
        """Say for 20 s what was done, with the way to undo it."""
        self._done.setText(text)
        self._undo.set_label(tr("Undo %1", shortcut_text("undo")))
        self._undo_mark.setVisible(undoable)
        self._undo.setVisible(undoable)
        self._done.show()
        self._gap.show()
        self._timer.start()

    def focus_order(self) -> list[QWidget]:
        """Its buttons from left to right."""
        return [self._undo, self._stop, self._keys]

    def set_undo(self, what: str) -> None:
        """What Undo would take back, for the tool tip of its button."""
        plain_tooltip(self._undo, tr("Undo: %1", what) if what else "")
        self._undo.setAccessibleDescription(what)

    def done_text(self) -> str:
        """What the undo bar says, empty when it is not shown."""
        return self._done.text() if self._done.isVisibleTo(self) else ""

    @Slot()
    def clear_done(self) -> None:
        """Take the undo bar away."""
        self._timer.stop()
        self._done.setText("")
        for widget in (self._undo_mark, self._done, self._undo, self._gap):
            widget.hide()

    @Slot(object)
    def set_work(self, work: Work | None) -> None:
        """A long job and how far it is, or None when it is over."""
        self._job = work
        self._show_work()

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        """Something takes longer than a moment; a job with words of its own goes first."""
        self._busy = busy
        self._show_work()

    def work_text(self) -> str:
        """What is said to be under way, empty for nothing."""
        return self._work.text() if self._work.isVisibleTo(self) else ""

    def _show_work(self) -> None:
        job = self._job or (Work(tr("Working…")) if self._busy else None)
        self._work.setText(job.text if job else "")
        self._work.setVisible(job is not None)
        self._bar.setVisible(job is not None and job.share is not None)
        if job is not None:
            self._bar.set(job.share or 0.0, "accent", job.text)
        self._stop.setVisible(job is not None and job.stop is not None)

    @Slot()
    def _stop_work(self) -> None:
        if self._job is not None and self._job.stop is not None:
            self._job.stop()

    def set_counts(self, text: str) -> None:
        """Counts and sums of the page."""
        self._counts.set_full(text)
        self._counts.setVisible(bool(text))

    def set_hints(self, text: str) -> None:
        """Keys of the pane with the focus."""
        self._hints.set_full(text)

    def set_saved(self, text: str) -> None:
        """When the last edit was saved."""
        self._saved.setText(text)
        self._saved_mark.setVisible(bool(text))

    def set_backup(self, text: str, *, late: bool = False) -> None:
        """When the last backup was made; amber when that is too long ago."""
        self._backup.setText(text)
        self._backup.set_ink("due" if late else "text3")
        self._backup_mark.set("shield-alert" if late else "shield-check", "due" if late else "text3")
        self._backup_mark.setVisible(bool(text))

    def set_compact(self, compact: bool) -> None:
        """In a narrow window the hints go first."""
        self._hints.setVisible(not compact)
