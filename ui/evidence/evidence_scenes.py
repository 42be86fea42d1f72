"""What of the Evidence page is worth a picture: its ways to look, its dialogs, and what it looks like at work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.kinds import MediaKind
from ui.page import Scene, Target

if TYPE_CHECKING:
    from ui.evidence.evidence_page import EvidencePage

_PATIENCE_MS = 3000


def evidence_scenes(page: EvidencePage) -> Sequence[Scene]:
    """The pictures in order; each leaves the page as the next one finds it."""

    def fullest() -> None:
        """Of the cases in sight, the one with the most evidence."""
        number = page.all_model.fullest_case()
        if number:
            page.navigate.emit(Target("evidence", number))

    def asked(ask: Callable[[], object]) -> Callable[[], QWidget | None]:
        """Ask, and wait for the dialog that comes once what it says has been read."""

        def show() -> QWidget | None:
            page.show_browser()
            page.browser.choose_row(0)
            ask()
            end = QDeadlineTimer(_PATIENCE_MS)
            while not end.hasExpired():
                for each in QApplication.topLevelWidgets():
                    if isinstance(each, QDialog) and each.isVisible():
                        return each
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            return None

        return show

    def listed() -> None:
        page.browser.tools.set_list(True)

    def many() -> None:
        page.browser.tools.set_list(False)
        page.browser.view().selectAll()

    def filtered() -> None:
        page.filtering.choose(media=MediaKind.PHOTO)

    def no_hit() -> None:
        page.filtering.choose(media=MediaKind.OTHER)

    def viewed(media: MediaKind) -> Callable[[], None]:
        def show() -> None:
            page.filtering.clear()
            model = page.model()
            for row in range(model.evidence_count()):
                shown = model.evidence_row(row)
                if shown is not None and shown.evidence.media is media:
                    page.view(row)
                    return

        return show

    def annotated() -> None:
        page.view(1)
        page.annotating.show_side(True)

    def bare() -> None:
        page.annotating.show_side(False)
        page.filtering.clear()

    return (
        Scene("", lambda: None), Scene("case", fullest), Scene("list", listed), Scene("many", many),
        Scene("filtered", filtered), Scene("no-hit", no_hit), Scene("cleared", bare),
        Scene("viewer", lambda: page.view(0)), Scene("film", viewed(MediaKind.VIDEO)),
        Scene("paper", viewed(MediaKind.DOCUMENT)), Scene("chat", viewed(MediaKind.CHAT)),
        Scene("annotating", annotated), *page.looking.scenes(),
        Scene("weights", asked(page.listing.edit_weights)), Scene("take-out", asked(page.taking_out.take_out)),
        Scene("folders", asked(page.watching.choose_folders)),
    )  # fmt: skip
