"""Pictures of exhibits for the dialogs: hashed first, decoded in another process, never opened here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.context import AppContext
from desktop.decoder.results import NoPreview, NoPreviewReason
from desktop.services.frame_lists import FrameList
from models.kinds import Integrity
from models.records import Evidence
from ui.background import Background
from ui.i18n import translator
from ui.paper.page_pictures import image_of
from ui.words import word

tr = translator("packets")


class CheckedPictures(QObject):
    """`ask` answers later with the picture, or in words why there is none."""

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background

    def ask(
        self,
        item: Evidence,
        side: int,
        done: Callable[[QImage | str], object],
        receiver: QObject,
        *,
        page: int = 0,
        at_ms: int = 0,
    ) -> None:
        """The upright picture, no longer than `side` pixels: a page of a document, a moment of a film."""
        viewing = self._ctx.viewing

        def work() -> QImage | str:
            state = viewing.check(item)
            if state is not Integrity.VERIFIED:
                return word(state)
            found = viewing.picture(item, side, page=page, at_ms=at_ms)
            return why(found) if isinstance(found, NoPreview) else image_of(found)

        self._background.run(
            self._ctx.jobs.io(work), done, lambda _: done(tr("the file cannot be read")), receiver=receiver, quiet=True
        )

    def ask_frames(self, item: Evidence, done: Callable[[FrameList | None], object], receiver: QObject) -> None:
        """When the frames of a film are shown; None if that cannot be said."""
        viewing = self._ctx.viewing

        def work() -> FrameList | None:
            if viewing.check(item) is not Integrity.VERIFIED:
                return None
            found = viewing.frames(item)
            return None if isinstance(found, NoPreview) else found

        self._background.run(self._ctx.jobs.io(work), done, lambda _: done(None), receiver=receiver, quiet=True)


def why(found: NoPreview) -> str:
    """Why there is no picture, in words."""
    return {
        NoPreviewReason.DAMAGED: tr("the file is damaged"),
        NoPreviewReason.ENCRYPTED: tr("it has a password"),
        NoPreviewReason.NO_SUCH_PAGE: tr("there is no such page"),
        NoPreviewReason.NOT_READABLE: tr("the file is gone or locked"),
        NoPreviewReason.TOO_MANY_PIXELS: tr("it is too large"),
        NoPreviewReason.TOO_LARGE_FILE: tr("it is too large"),
        NoPreviewReason.OUT_OF_MEMORY: tr("it is too large"),
        NoPreviewReason.TIME_LIMIT: tr("it takes too long to open"),
        NoPreviewReason.TEXT_FILE: tr("it is a text"),
    }.get(found.reason, tr("it cannot be shown"))
