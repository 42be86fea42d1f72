"""On the tiles: over which evidence marks were drawn, and how many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Slot

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

_ROWS = 400


class DeskAnnotated(QObject):
    """Counts the marks of what the gallery shows."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.header_changed.connect(self._count_case)
        desk.all_model.dataChanged.connect(self._count_rows)

    @Slot()
    def _count_case(self) -> None:
        model = self._desk.case_model
        if self._desk.model() is model:
            rows = (model.evidence_row(row) for row in range(model.evidence_count()))
            self._count([row.evidence.id for row in rows if row is not None])

    @Slot(QModelIndex, QModelIndex)
    def _count_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        model = self._desk.all_model
        rows = (model.known_row(row) for row in range(first.row(), min(last.row(), first.row() + _ROWS) + 1))
        self._count([row.evidence.id for row in rows if row is not None])

    def _count(self, ids: list[int]) -> None:
        desk = self._desk
        service, marks = desk.ctx.annotations, desk.browser.annotation_marks()

        def show(counts: Mapping[int, int]) -> None:
            if any(marks.get(one, 0) != counts.get(one, 0) for one in ids):
                marks.update({one: counts.get(one, 0) for one in ids})
                desk.browser.gallery.viewport().update()

        if ids:
            desk.background.run(desk.ctx.jobs.read(lambda: service.count_marks(ids)), show, receiver=self, quiet=True)
