"""Counts on the tiles of the gallery: marks drawn over evidence, and how often it was seen before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Slot

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

# Of all evidence, rows are read as they come into view: more at once than a screen shows is not asked about.
_ROWS = 500


class TileMarks(QObject):
    """Counts something about the evidence the gallery shows, whenever other evidence is shown.

    `count` says it of evidence ids and runs where the store is read; `marks` (by evidence id, without zeros) is what
    the tiles paint.
    """

    def __init__(
        self, desk: EvidenceDesk, marks: dict[int, int], count: Callable[[Sequence[int]], Mapping[int, int]]
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._marks = marks
        self._count = count
        desk.header_changed.connect(self.count_case)
        desk.all_model.dataChanged.connect(self._count_rows)

    @Slot()
    def count_case(self) -> None:
        """Count again for the case in front."""
        model = self._desk.case_model
        if self._desk.model() is model:
            rows = (model.evidence_row(row) for row in range(model.evidence_count()))
            self._ask([row.evidence.id for row in rows if row is not None])

    @Slot(QModelIndex, QModelIndex)
    def _count_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        model = self._desk.all_model
        rows = (model.known_row(row) for row in range(first.row(), min(last.row(), first.row() + _ROWS) + 1))
        self._ask([row.evidence.id for row in rows if row is not None])

    def _ask(self, ids: list[int]) -> None:
        desk, marks, count = self._desk, self._marks, self._count

        def show(counts: Mapping[int, int]) -> None:
            if any(marks.get(one, 0) != counts.get(one, 0) for one in ids):
                for one in ids:
                    marks.pop(one, None)
                marks.update({one: counts[one] for one in ids if counts.get(one)})
                desk.browser.gallery.viewport().update()

        if ids:
            desk.background.run(desk.ctx.jobs.read(lambda: count(ids)), show, receiver=self, quiet=True)
