"""Takes evidence out for any page: asks how, works in the I/O pool, says what was left out; opens own folders."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.exporters.evidence_manifest import how_words
from models.errors import AftercaseError
from models.rules.evidence_names import other_name
from ui import error_words
from ui.background import Background
from ui.error_words import ErrorWords
from ui.i18n import language, translator
from ui.messages import show_error, tell
from ui.page import Work
from ui.plain import isolate, one_line
from ui.taking_out.dialog import Taken, TakingOutDialog

if TYPE_CHECKING:
    from desktop.services.evidence_export import ExportPlan, ExportReport

tr = translator("taking_out")
_Planned = tuple[tuple[int, ...], "ExportPlan"]
FOLDER_SETTING = "evidence.export_folder"
_NAMED = 12


def export_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for what taking out refuses."""
    again = tr("Nothing was written. Try again, or choose another place.")
    words = {
        "evidence_none_chosen": (tr("There is no evidence to take out."), tr("Select some first.")),
        "export_inside_data": (
            tr("Aftercase keeps its own data there."), tr("Choose a folder outside the data folder."),
        ),
        "export_broken": (tr("A file changed while it was taken out."), again),
        "export_name_unsafe": (tr("A file cannot be named safely."), again),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*words) if words else None


error_words.register(export_errors)


def open_folder(path: Path) -> bool:
    """Show a folder of the program's own in the system's file manager."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class TakingOut(QObject):
    """`said` tells what came of it, `working` how far it is. One at a time."""

    said = Signal(str)
    working = Signal(object)
    _progressed = Signal(int, int)

    def __init__(
        self, ctx: Any, background: Background, window: QWidget, show_folder: Callable[[Path], object] = open_folder
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._show_folder = show_folder
        self._stop = threading.Event()
        self._busy = False
        self.dialog: TakingOutDialog | None = None
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def ask(self, evidence_ids: Sequence[int], case_ids: Sequence[int] = ()) -> None:
        """Ask how these are to be taken out, or all evidence of these cases, and do it."""
        if self._busy:
            self.said.emit(tr("Wait until what is being taken out is there."))
            return
        some, cases, service = tuple(evidence_ids), list(case_ids), self._ctx.taking_out

        def plan() -> list[_Planned]:
            every = service.of_cases(cases) if cases else ()
            scopes = [ids for ids in (some, every) if ids]
            if len(scopes) == 2 and set(some) == set(every):
                scopes.pop()
            return [(ids, service.plan(ids)) for ids in scopes or [()]]

        self._background.run(self._ctx.jobs.read(plan), self._planned, self._failed, receiver=self)

    def view_folder(self, case_id: int) -> None:
        """Copies of a case's evidence without camera data in a folder named after its buyer, and the folder opened."""
        service, stop, lang = self._ctx.taking_out, self._stop, language()
        work = partial(
            service.open_view, case_id, lang, progress=self._progressed.emit, cancelled=stop.is_set
        )  # fmt: skip
        self._start(work, self._viewed)

    def _planned(self, planned: list[_Planned]) -> None:
        dialog = TakingOutDialog([plan for _, plan in planned], self._folder(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(partial(self._taken, planned))
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self.dialog = None

    def _taken(self, planned: list[_Planned], taken: Taken) -> None:
        from desktop.services.evidence_export import ExportWish

        self._ctx.settings.set(FOLDER_SETTING, str(taken.parent))
        service, stop, lang = self._ctx.taking_out, self._stop, language()
        ids, plan = planned[taken.scope]

        def work() -> ExportReport:
            place = free_place(taken.parent, f"{plan.name}.zip" if taken.archive else plan.name)
            wish = ExportWish(place, taken.archive, taken.original, taken.redacted, lang)
            report: ExportReport = service.export(
                ids, wish, progress=self._progressed.emit, cancelled=stop.is_set
            )  # fmt: skip
            return report

        self._start(work, self._done)

    def _start(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._busy:
            self.said.emit(tr("Wait until what is being taken out is there."))
            return
        self._busy = True
        self._stop.clear()
        self.working.emit(Work(tr("Taking out…"), None, self._stop.set))
        self._background.run(self._ctx.jobs.io(work, keeps=True), done, self._failed, receiver=self)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self._busy:
            self.working.emit(Work(tr("Taking out %1 of %2", done, total), done / max(1, total), self._stop.set))

    def _done(self, report: ExportReport) -> None:
        self._end()
        place = isolate(one_line(str(report.place)))
        if not report.left_out:
            self.said.emit(tr("%n file taken out to %1", place, n=len(report.files)))
            return
        lines = [
            f"{entry.row.case_number} · {entry.row.evidence.number} · "
            f"{isolate(one_line(entry.row.evidence.original_name))}: {how_words(entry.how, language())}"
            for entry in report.left_out[:_NAMED]
        ]
        if len(report.left_out) > _NAMED:
            lines.append(tr("and %n more", n=len(report.left_out) - _NAMED))
        what = tr("%n file was left out.", n=len(report.left_out))
        done = tr("%n file taken out to %1", place, n=len(report.files))
        tell(self._window, what, "\n".join([*lines, "", done]))

    def _viewed(self, place: Path) -> None:
        self._end()
        self._show_folder(place)
        self.said.emit(tr("The folder holds copies without camera data. Changing them changes no evidence."))

    def _failed(self, error: BaseException) -> None:
        self._end()
        if getattr(error, "code", "") == "cancelled":
            self.said.emit(tr("Stopped; nothing was taken out."))
        else:
            show_error(error, self._window)

    def _end(self) -> None:
        self._busy = False
        self.working.emit(None)

    def _folder(self) -> Path:
        kept = self._ctx.settings.get(FOLDER_SETTING)
        if isinstance(kept, str) and kept and "\0" not in kept and Path(kept).is_dir():
            return Path(kept)
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(found or Path.home())


def free_place(parent: Path, name: str) -> Path:
    """A folder or file of this name that is not there yet, with a number where there is one."""
    for turn in range(2, 10_000):
        place = parent / (name if turn == 2 else other_name(name, turn - 1))
        if not place.exists() and not place.is_symlink():
            return place
    return parent / name
