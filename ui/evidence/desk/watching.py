"""Watched folders on the Evidence page: looks every few seconds, counts beside the button, and minds the tray."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.services.evidence_intake import AddedEvidence
from desktop.services.watched_folders import Look
from models.kinds import EvidenceSource
from models.store.watched_files import WatchedFile
from ui.evidence.arrivals.folders import FoldersDialog
from ui.evidence.arrivals.model import ArrivalsModel
from ui.evidence.arrivals.tray import ArrivalsTray
from ui.i18n import translator
from ui.intake.report import AddReport
from ui.page import Work
from ui.plain import isolate, one_line

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("arrivals")
LOOK_MS, GO_ON_MS = 3_000, 250
SEEN = "evidence.arrivals_seen"


class DeskWatching(QObject):
    """The tray stands between the tools and the gallery; it belongs to the case in front."""

    _progressed = Signal(int, int)

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._looking = self._open = False
        self._newest = self._into = 0
        self._stop = threading.Event()
        self.model = ArrivalsModel(desk.ctx, desk.background, desk.zone, self)
        self.tray = ArrivalsTray(self.model, desk.browser)
        self.tray.hide()
        places: Any = desk.browser.layout()
        places.insertWidget(2, self.tray)
        tray = self.tray
        tray.add_wanted.connect(self._add)
        tray.dismiss_wanted.connect(self._dismiss)
        tray.dismiss_all_wanted.connect(self._dismiss_all)
        tray.folders_wanted.connect(self.choose_folders)
        tray.closed.connect(self.toggle)
        tray.left.connect(self._leave)
        desk.browser.tools.watch_wanted.connect(self.toggle)
        desk.header_changed.connect(self.follow_case)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Ask for what arrived, unless nothing is watched or the last look is not over."""
        watching = self._desk.ctx.watching
        if self._looking or not watching.folders():
            return
        self._looking = True
        jobs = self._desk.ctx.jobs
        self._desk.background.run(jobs.io(watching.look), self._looked, self._not_looked, receiver=self, quiet=True)

    @Slot()
    def toggle(self) -> None:
        """Show the tray or hide it; without a watched folder, ask for one."""
        if not self._open and not self._desk.ctx.watching.folders():
            self.choose_folders()
            return
        if not self._open and self._desk.head.isHidden():
            self._desk.said.emit(tr("Open a case first: evidence belongs to one."))
            return
        self._open = not self._open
        if not self._open:
            self._desk.ctx.settings.set(SEEN, max(self._newest, self._seen()))
        self.follow_case()
        self._reload()
        if self._open:
            self.tray.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def follow_case(self) -> None:
        """The tray shows only with a case in front: evidence belongs to one."""
        self.tray.setVisible(self._open and self._desk.shown_case() is not None)

    @Slot()
    def choose_folders(self) -> None:
        """Choose what is watched."""
        dialog = FoldersDialog(self._desk.ctx, self._desk.background, self._desk)
        dialog.changed.connect(self._folders_changed)
        dialog.open()

    @Slot()
    def _folders_changed(self) -> None:
        self._open = bool(self._desk.ctx.watching.folders())
        self.follow_case()
        self._reload()
        self.look()

    def _looked(self, look: Look) -> None:
        self._looking = False
        if look.gone:
            names = ", ".join(isolate(one_line(name)) for name in look.gone[:3])
            self._desk.said.emit(tr("%n waiting file was deleted or changed: %1", names, n=len(look.gone)))
        if look.arrived or look.gone or look.waiting != self.model.rowCount():
            self._reload()
        if look.more:
            QTimer.singleShot(GO_ON_MS, self, self.look)

    def _not_looked(self, error: BaseException) -> None:
        self._looking = False
        if not isinstance(error, OSError) and getattr(error, "code", "") != "disk_full":
            self._desk.background.failed.emit(error)

    def _reload(self) -> None:
        ctx = self._desk.ctx
        self._desk.background.run(ctx.jobs.read(ctx.watching.waiting), self._show, receiver=self, quiet=True)

    def _show(self, arrivals: tuple[WatchedFile, ...]) -> None:
        self._newest = max((each.id for each in arrivals), default=self._newest)
        self.model.show(arrivals, self._seen())
        self._desk.browser.tools.set_arrived(len(arrivals))
        folders = self._desk.ctx.watching.folders()
        if folders and all(each.paused for each in folders):
            self.tray.say_where(tr("Watching is paused"))
        else:
            names = [isolate(one_line(each.path.name)) for each in folders if not each.paused]
            self.tray.say_where(tr("from %1", ", ".join(names[:3]) + ("…" if len(names) > 3 else "")) if names else "")

    def _seen(self) -> int:
        kept = self._desk.ctx.settings.get(SEEN)
        return kept if type(kept) is int else 0

    @Slot(list)
    def _add(self, ids: list[int]) -> None:
        desk, case = self._desk, self._desk.shown_case()
        if case is None:
            return
        watching, case_id, stop = desk.ctx.watching, case.case.id, self._stop
        self._into = case_id
        stop.clear()
        self.tray.set_busy(True)
        self._show_progress(0, len(ids))
        work = partial(watching.add, case_id, ids, progress=self._progressed.emit, cancelled=stop.is_set)
        desk.background.run(desk.ctx.jobs.io(work, keeps=True), self._added, self._add_failed, receiver=self)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        share = done / total if total else None
        self._desk.working.emit(Work(tr("Adding %1 of %2", min(done + 1, total), total), share, self._stop.set))

    def _added(self, added: tuple[AddedEvidence, ...]) -> None:
        self._end()
        self._desk.browser.strip.show_added(AddReport(added, case_id=self._into, source=EvidenceSource.WATCHED))
        first = next((one.evidence_id for one in added if one.evidence_id is not None), None)
        if first is not None:
            self._desk.go_to(first)

    def _add_failed(self, error: BaseException) -> None:
        self._end()
        self._desk.browser.strip.show_error(error)

    def _end(self) -> None:
        self.tray.set_busy(False)
        self._desk.working.emit(None)
        self._reload()

    @Slot(list)
    def _dismiss(self, ids: list[int]) -> None:
        ctx = self._desk.ctx
        work = partial(ctx.watching.dismiss, ids)
        self._desk.background.run(ctx.jobs.write(work), lambda _: self._reload(), receiver=self)

    @Slot()
    def _dismiss_all(self) -> None:
        ctx = self._desk.ctx

        def done(count: int) -> None:
            self._desk.said.emit(tr("%n file dismissed; it stays where it is.", n=count))
            self._reload()

        self._desk.background.run(ctx.jobs.write(ctx.watching.dismiss_all), done, receiver=self)

    @Slot()
    def _leave(self) -> None:
        self._desk.browser.view().setFocus(Qt.FocusReason.OtherFocusReason)
