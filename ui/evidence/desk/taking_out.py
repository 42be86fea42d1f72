"""Taking evidence out on the Evidence page: what is selected, the case in front, the folder named after its buyer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from ui.i18n import translator
from ui.icons import icon
from ui.taking_out.work import TakingOut

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("taking_out")


class DeskTakingOut(QObject):
    """Copies outside the shop; what is kept is only read."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.work = TakingOut(desk.ctx, desk.background, desk)
        self.work.said.connect(desk.said)
        self.work.working.connect(desk.working)
        desk.head.folder_wanted.connect(self.open_folder)
        desk.browser.menu_made.connect(self._fill_menu)

    @Slot()
    def take_out(self) -> None:
        """What is meant, or all of the case in front."""
        desk, case = self._desk, self._desk.shown_case()
        ids = desk.describing.meant_ids()
        if ids or case is not None:
            self.work.ask(ids, [case.case.id] if case is not None else [])
        else:
            desk.said.emit(tr("Select some evidence first."))

    @Slot(QMenu)
    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(icon("download"), tr("Take out…")).triggered.connect(lambda: self.take_out())

    @Slot()
    def open_folder(self) -> None:
        """The folder of the case in front."""
        case = self._desk.shown_case()
        if case is not None:
            self.work.view_folder(case.case.id)
