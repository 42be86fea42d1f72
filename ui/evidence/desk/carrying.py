"""What is done with many pieces at once: one caption, one tag, to another case, onto the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu

from desktop.decoder.results import Pixels
from desktop.services.evidence_moving import MovingReport
from models.records import Evidence, EvidenceRow
from ui.case_picker import CasePicker
from ui.evidence.gallery.many_captions import ManyCaptions
from ui.evidence.gallery.thumbnail_source import image_of
from ui.evidence.labels import shown_name
from ui.i18n import translator
from ui.icons import icon
from ui.plain import one_line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")
_FILES, _ROWS, _SIDE = 500, 20_000, 8_000


class DeskCarrying(QObject):
    """The Evidence page's actions on a selection of any size; each is one entry of Undo."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        browser = desk.browser
        browser.caption_wanted.connect(self.caption)
        browser.copy_wanted.connect(self.copy)
        browser.menu_made.connect(self._fill_menu)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What stands in the menu of the window."""
        return {
            "caption": self.caption,
            "move_evidence": lambda: self.carry(move=True),
            "copy_evidence": lambda: self.carry(move=False),
            "copy_evidence_files": self.copy_files,
            "tag_evidence": self.tag,
        }

    def can(self, command: str) -> bool:
        """Whether there is something to do it with."""
        return bool(self._desk.describing.meant_ids())

    @Slot(object)
    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(icon("tags"), tr("Tag in words…")).triggered.connect(lambda: self.tag())
        menu.addSeparator()
        menu.addAction(icon("move-up-right"), tr("Move to another case…")).triggered.connect(
            lambda: self.carry(move=True)
        )
        menu.addAction(icon("layers"), tr("Copy to another case…")).triggered.connect(lambda: self.carry(move=False))
        menu.addSeparator()
        menu.addAction(icon("copy"), tr("Copy")).triggered.connect(lambda: self.copy())
        menu.addAction(icon("file-down"), tr("Copy as files")).triggered.connect(lambda: self.copy_files())

    # Describing many

    @Slot()
    def caption(self) -> None:
        """F2: the caption of one in its pane, of several in a dialog."""
        desk, ids = self._desk, self._desk.describing.meant_ids()
        if len(ids) < 2:
            desk.describing.edit_caption()
            return
        dialog = ManyCaptions(len(ids), desk)
        dialog.given.connect(lambda text, only: desk.writer.caption_all(ids, text, only_empty=only))
        dialog.open()

    def tag(self) -> None:
        """A tag in the user's own words, or none."""
        ids = self._desk.describing.meant_ids()
        if not ids:
            return
        words = ReasonWords(
            tr("Tag %n pieces of evidence", n=len(ids)), tr("Tag"), tr("Tag them"), tr("Cancel"),
            tr("Leave it empty to take their tags away."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self._desk, longest=100)
        dialog.given.connect(lambda tag: self._desk.writer.tag_all(ids, tag, toggle=False))
        dialog.open()

    # To another case

    def carry(self, *, move: bool) -> None:
        """Choose a case for what is selected."""
        desk, ids = self._desk, self._desk.describing.meant_ids()
        if not ids:
            return
        title = (
            tr("Move %n pieces of evidence to another case", n=len(ids)) if move
            else tr("Copy %n pieces of evidence to another case", n=len(ids))
        )  # fmt: skip
        first = next(iter(self._desk.describing.meant()), None)
        own = first.case_id if first is not None else 0
        picker = CasePicker(desk.ctx, desk.background, own, (title, tr("Move") if move else tr("Copy")), desk)
        picker.picked.connect(lambda case_id: self.carry_to(ids, case_id, move=move))
        picker.open()

    def carry_to(self, ids: Sequence[int], case_id: int, *, move: bool) -> None:
        """Do it, and say what came of it."""
        desk = self._desk
        service = desk.ctx.evidence_moving
        work = (lambda: service.move(ids, case_id)) if move else (lambda: service.copy(ids, case_id))
        desk.background.run(desk.ctx.jobs.write(work), lambda report: self._carried(report, move=move), receiver=self)

    def _carried(self, report: MovingReport, *, move: bool) -> None:
        there = len(report.there)
        said = [tr("%n moved to %1", report.target, n=there) if move else tr("%n copied to %1", report.target, n=there)]
        if report.doubles:
            said.append(tr("%n already there, left where they are", n=len(report.doubles)))
        if report.parted:
            said.append(tr("%n made of files that stay in another case", n=len(report.parted)))
        self._desk.said.emit(" · ".join(said))

    # Onto the clipboard

    @Slot()
    def copy(self) -> None:
        """Ctrl+C: the picture of one, or the names, captions and hashes of several as a table."""
        desk, ids = self._desk, self._desk.describing.meant_ids()
        if not ids:
            return
        if len(ids) > _ROWS:
            desk.said.emit(tr("Too many to copy; choose at most %1.", _ROWS))
            return
        ctx = desk.ctx

        def look() -> tuple[QImage | None, list[EvidenceRow]]:
            rows = ctx.evidence.load_rows(ids)
            found = [rows[each] for each in ids if each in rows]
            image = _picture(ctx, found[0].evidence) if len(found) == 1 else None
            return image, found

        desk.background.run(ctx.jobs.io(look), lambda read: self._copied(*read), receiver=self)

    def _copied(self, image: QImage | None, rows: Sequence[EvidenceRow]) -> None:
        mime = QMimeData()
        if image is not None:
            mime.setImageData(image)
        mime.setText("\n".join(["\t".join(_head()), *("\t".join(_line(row)) for row in rows)]))
        QGuiApplication.clipboard().setMimeData(mime)
        said = (
            tr("Picture copied.") if image is not None else tr("Names, captions and hashes of %n copied.", n=len(rows))
        )
        self._desk.said.emit(said)

    def copy_files(self) -> None:
        """Copies with safe names whose places go onto the clipboard."""
        desk, ids = self._desk, self._desk.describing.meant_ids()
        if len(ids) > _FILES:
            desk.said.emit(tr("Too many to copy; choose at most %1.", _FILES))
        elif ids:
            future = desk.ctx.jobs.io(lambda: desk.ctx.clipboard_copies.make(ids))
            desk.background.run(future, lambda made: self._files_copied(*made), receiver=self)

    def _files_copied(self, files: Sequence[Path], left_out: Sequence[int]) -> None:
        if files:
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
            QGuiApplication.clipboard().setMimeData(mime)
        said = [tr("%n copied as files, to be pasted elsewhere", n=len(files))]
        if left_out:
            said.append(tr("%n left out: not as imported, or camera data cannot be removed", n=len(left_out)))
        self._desk.said.emit(" · ".join(said))


def _picture(ctx: Any, item: Evidence) -> QImage | None:
    found = ctx.evidence.picture(item, _SIDE)
    return image_of(found).copy() if isinstance(found, Pixels) else None


def _head() -> tuple[str, ...]:
    return tr("Case"), tr("No."), tr("Exhibit"), tr("Caption"), tr("Original name"), "SHA-256"


def _line(row: EvidenceRow) -> tuple[str, ...]:
    item = row.evidence
    name = one_line(item.original_name)
    return row.case_number, str(item.number), str(item.exhibit or ""), shown_name(item), name, item.sha256
