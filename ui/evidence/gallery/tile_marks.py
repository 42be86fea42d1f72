"""Counts on the tiles of the gallery: marks drawn over evidence, and how often it was seen before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

# Of all evidence, rows are read as they come into view: more at once than a screen shows is not asked about.
_ROWS = 500
_SETTLE_MS = 40


class TileMarks(QObject):
    """Counts something about the evidence the gallery shows, whenever other evidence comes into sight.

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
        # Of the case in front, what was asked about since it was read: a case may hold 20,000 pieces.
        self._asked: set[int] = set()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._count_in_sight)
        bar = desk.browser.gallery.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._settle.start())
        bar.rangeChanged.connect(lambda *_: self._settle.start())
        desk.header_changed.connect(self.count_case)
        desk.all_model.dataChanged.connect(self._count_rows)

    @Slot()
    def count_case(self) -> None:
        """Count again for what is in sight of the case in front."""
        self._asked.clear()
        self._count_in_sight()

    @Slot()
    def _count_in_sight(self) -> None:
        """The rows in sight and a screen above and below them."""
        model = self._desk.case_model
        if self._desk.model() is not model:
            return
        sight = self._desk.browser.gallery.visible_rows()
        first, last = max(sight.start - len(sight), 0), min(sight.stop + len(sight), model.evidence_count())
        rows = (model.evidence_row(row) for row in range(first, last))
        ids = [row.evidence.id for row in rows if row is not None and row.evidence.id not in self._asked]
        self._asked.update(ids)
        self._ask(ids)

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
