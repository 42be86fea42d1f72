"""What is done with what is seen: posters and stills, copies opened outside, marking what is not as imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desktop.decoder.results import NoPreview
from desktop.services.evidence_intake import AddedEvidence
from models.errors import UserError
from models.kinds import Integrity, MediaKind
from ui.evidence.labels import no_preview_text
from ui.i18n import translator
from ui.messages import confirm, show_error
from ui.words import word

if TYPE_CHECKING:
    from ui.evidence.desk.looking import DeskLooking
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("viewer")


class DeskCloser(QObject):
    """About the piece of evidence and the moment that `looking` says is seen. `opener` hands a file to the system."""

    def __init__(self, desk: EvidenceDesk, looking: DeskLooking) -> None:
        super().__init__(looking)
        self._desk = desk
        self._looking = looking
        self.opener: Callable[[QUrl], bool] = QDesktopServices.openUrl

    # Films and documents

    @Slot()
    def set_poster(self) -> None:
        """The moment seen becomes the small picture of its film."""
        seen = self._looking.seen()
        if seen is None or seen[0].media is not MediaKind.VIDEO:
            return
        desk, (item, moment) = self._desk, seen
        work = desk.ctx.jobs.write(lambda: desk.ctx.viewing.set_poster(item.id, moment.at_ms))
        desk.background.run(work, lambda _: desk.thumbnails.forget(item.sha256), receiver=self)

    @Slot()
    def keep_still(self) -> None:
        """The page, frame or moment seen becomes evidence of its own."""
        seen = self._looking.seen()
        if seen is None:
            return
        desk, (item, moment) = self._desk, seen
        viewing = desk.ctx.viewing

        def work() -> AddedEvidence | NoPreview:
            made: AddedEvidence | NoPreview = viewing.keep_still(item, page=moment.page, at_ms=moment.at_ms)
            return made

        def say(made: AddedEvidence | NoPreview) -> None:
            if isinstance(made, NoPreview):
                desk.said.emit(tr("This picture cannot be kept: %1", no_preview_text(made.reason)))
            elif made.error is not None:
                show_error(made.error, desk)
            elif made.already_there:
                desk.said.emit(tr("This picture is already among the evidence."))
            else:
                desk.said.emit(tr("Kept as evidence of its own."))

        desk.background.run(desk.ctx.jobs.io(work, keeps=True), say, receiver=self)

    # Outside

    @Slot()
    def open_outside(self) -> None:
        """A checked copy in the system's own program; what could run is not opened."""
        desk = self._desk
        row = self._looking.row_meant()
        if row is None:
            return
        outside = desk.ctx.outside
        make = partial(outside.make_copy, row.evidence, row.buyer_nick, row.case_number)
        desk.background.run(
            desk.ctx.jobs.io(make), partial(self._hand_over, row.evidence.id), self._not_opened, receiver=self
        )

    def _hand_over(self, evidence_id: int, path: Path) -> None:
        desk = self._desk
        if not self.opener(QUrl.fromLocalFile(str(path))):
            desk.said.emit(tr("The system has no program for this kind of file. Save a copy instead."))
            return
        desk.said.emit(tr("A copy was opened; the original stays untouched."))
        desk.background.run(
            desk.ctx.jobs.write(lambda: desk.ctx.outside.note_opened(evidence_id)), lambda _: None, receiver=self
        )

    def _not_opened(self, error: BaseException) -> None:
        if isinstance(error, UserError) and error.code == "could_run":
            confirm(
                self._desk, tr("This file could run something, so it is not opened from here."),
                tr("You can save a copy of it, and open that only if you know what it is."), tr("Save a copy…"),
                self._desk.proving.save_original,
            )  # fmt: skip
        else:
            show_error(error, self._desk)

    @Slot(int, object)
    def found_broken(self, evidence_id: int, state: Integrity) -> None:
        """A file that turned out not to be as imported is marked and kept apart at once."""
        ctx = self._desk.ctx
        self._desk.said.emit(word(state))
        check = partial(ctx.integrity.verify, evidence_ids=[evidence_id])
        self._desk.background.run(ctx.jobs.io(check), lambda _: None, lambda _: None, receiver=self)
