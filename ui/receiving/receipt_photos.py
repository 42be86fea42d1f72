"""Photos of a parcel on the spot: from files, the clipboard, a drop or a region of the screen; kept as they are.

There is no camera here: QtMultimedia comes with PySide6-Addons (some 170 MB with its codecs), which is not shipped
(docs/decisions/0001). The system's camera program or a phone that syncs into a folder give files, which are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from models.clock import zone
from models.kinds import EvidenceSource
from ui.background import Background
from ui.capture.screens import ScreenCapture, refusal
from ui.i18n import translator
from ui.icons import icon
from ui.intake.mime import has_evidence, intake_of
from ui.intake.pieces import Form, Intake, Piece
from ui.messages import show_error, tell

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_PICTURES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.gif *.bmp *.tif *.tiff *.mp4 *.mov"


class ReceiptPhotos(QObject):
    """`taken` carries an Intake to be kept with the parcel in hand; `kept` the id of a parcel that has one more."""

    taken = Signal(object)
    kept = Signal(int)
    failed = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._capture: ScreenCapture | None = None

    def menu(self, under: QWidget) -> QMenu:
        """Where a photo may come from."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("file-image"), tr("From a file…"), self.choose)
        paste = menu.addAction(icon("clipboard-paste"), tr("Paste"), self.paste)
        mime = QGuiApplication.clipboard().mimeData()
        paste.setEnabled(mime is not None and has_evidence(mime))
        menu.addAction(icon("scan"), tr("Region of the screen…"), self.capture)
        menu.addSeparator()
        menu.addAction(icon("camera"), tr("From a camera…"), self.say_camera)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        return menu

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self._window, tr("Photos of the parcel"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Photos and films (%1)", _PICTURES), tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, names: Sequence[str]) -> None:
        self.taken.emit(Intake(paths=tuple(Path(name) for name in names), taken=Form.FILES))

    def paste(self) -> bool:
        """Take what the clipboard holds, if it is files or a picture."""
        mime = QGuiApplication.clipboard().mimeData()
        return mime is not None and has_evidence(mime) and self.drop(mime)

    def drop(self, mime: QMimeData) -> bool:
        """Take files or a picture that were dropped."""
        if not has_evidence(mime):
            return False
        self.taken.emit(intake_of(mime, self._ctx.clock.now(), zone(self._ctx.bench.time_zone)))
        return True

    def capture(self) -> None:
        """Let a region of the screen be chosen, as where a camera's program shows its picture."""
        if self._capture is None:
            self._capture = ScreenCapture(self)
            self._capture.taken.connect(self._captured)
            self._capture.refused.connect(self._refused)
        if not self._capture.running:
            self._capture.start()

    @Slot(QImage)
    def _captured(self, picture: QImage) -> None:
        now = self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone))
        name = tr("Parcel %1", f"{now:%Y-%m-%d %H-%M-%S}") + ".png"
        self.taken.emit(Intake(pieces=(Piece(name, image=picture),), taken=Form.PICTURE))

    @Slot()
    def _refused(self) -> None:
        tell(self._window, *refusal())

    def say_camera(self) -> None:
        """Why no camera is offered, and what does the same."""
        tell(
            self._window, tr("This program drives no camera"),
            tr("Take the photo with the camera program of the system or with a phone that copies its pictures into a"
               " folder here, then drop the file on this window, paste it, or choose it. A folder can be watched in"
               " Evidence, Files that arrived. What a camera program shows can be taken as a region of the screen."),
        )  # fmt: skip

    def keep(self, receipt_id: int, intake: Intake) -> None:
        """Keep photos with a parcel, in the I/O pool; each one that fails is said, the others are kept."""
        service = self._ctx.receiving
        source = {Form.FILES: EvidenceSource.DROPPED, None: EvidenceSource.CHOSEN}.get(
            intake.taken, EvidenceSource.PASTED
        )

        def work() -> list[BaseException]:
            wrong: list[BaseException] = []
            for path in intake.paths:
                try:
                    service.add_photo(receipt_id, path, path.name, source)
                except Exception as error:  # noqa: BLE001 - told below, and the others are kept
                    wrong.append(error)
            for piece in intake.pieces:
                try:
                    service.add_photo(receipt_id, piece.content(), piece.name, source)
                except Exception as error:  # noqa: BLE001 - told below, and the others are kept
                    wrong.append(error)
            return wrong

        def done(wrong: list[BaseException]) -> None:
            self.kept.emit(receipt_id)
            if wrong:
                show_error(wrong[0], self._window)

        self._background.run(
            self._ctx.jobs.io(work, keeps=True), done, lambda error: show_error(error, self._window), receiver=self
        )
