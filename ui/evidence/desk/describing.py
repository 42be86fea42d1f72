"""Saying what evidence is: captions, tags, exhibit numbers, and taking it out of its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from models.records import Evidence
from ui.i18n import translator

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")


class DeskDescribing(QObject):
    """What the Evidence page writes about what is selected."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        writer = desk.writer
        desk.browser.tag_key.connect(self._tag_key)
        for asking in (desk.browser, desk.pane, desk.viewer):
            asking.exhibit_wanted.connect(self.toggle_exhibit)
            asking.remove_wanted.connect(self.remove)
        for pane in (desk.pane, desk.viewer.pane):
            pane.captioned.connect(writer.caption)
            pane.proven.connect(writer.proves)
            pane.tagged.connect(lambda evidence_id, tag: writer.tag([evidence_id], tag))

    def meant(self) -> list[Evidence]:
        """What a command is about: what the viewer shows, else what is selected."""
        compared = self._desk.looking.compared()
        if compared is not None:
            return [compared]
        shown = self._desk.viewer.evidence()
        return [shown] if shown is not None and self._desk.viewing() else self._desk.browser.chosen()

    def meant_ids(self) -> list[int]:
        """The ids of what a command is about, also of what is selected and not read yet."""
        if self._desk.viewing() or self._desk.looking.comparing():
            return [item.id for item in self.meant()]
        return self._desk.browser.chosen_ids()

    @Slot()
    def toggle_exhibit(self) -> None:
        """Make exhibits of it, or take the numbers away."""
        self._desk.writer.exhibit(self.meant_ids())

    @Slot()
    def remove(self) -> None:
        """Take it out of its case."""
        self._desk.writer.remove(self.meant_ids())

    def edit_caption(self) -> None:
        """Put the focus into the caption."""
        pane = self._desk.viewer.pane if self._desk.viewing() else self._desk.pane
        pane.setVisible(True)
        pane.edit_caption()

    @Slot(int)
    def _tag_key(self, number: int) -> None:
        case = self._desk.shown_case()
        needs = case.needs if case is not None else ()
        ids = self._desk.browser.chosen_ids()
        if case is None and ids:
            self._desk.said.emit(tr("Open its case first: what the digits mean is on its checklist."))
        elif number <= len(needs) and ids:
            self._desk.writer.tag_all(ids, needs[number - 1].id, toggle=True)
