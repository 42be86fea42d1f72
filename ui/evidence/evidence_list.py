"""Evidence as a list, with the same keys as the tiles and an arrow over the column it is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.evidence.evidence_model import evidence_columns
from ui.evidence.gallery import LETTERS
from ui.i18n import translator
from ui.widgets.table import DataTable

tr = translator("evidence")


class EvidenceList(DataTable):
    """`sort_wanted` gives the column whose head was clicked, and whether the largest comes first."""

    remove_wanted = Signal()
    caption_wanted = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)
    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None, *, with_case: bool, name: str) -> None:
        self._columns_shown = evidence_columns(with_case=with_case)
        super().__init__(self._columns_shown, parent, name=name)
        self.take_letters(LETTERS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._clicked)

    def show_sorted(self, sort: str, descending: bool) -> None:
        """The arrow; on none where it is sorted by what has no column."""
        keys = [column.key for column in self._columns_shown]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(keys.index(sort) if sort in keys else -1, order)
        header.blockSignals(False)
        header.viewport().update()

    def _clicked(self, section: int) -> None:
        column = self._columns_shown[section]
        if not column.sortable:
            return
        key, header = column.key, self.horizontalHeader()
        # Qt has turned the arrow round already.
        self.sort_wanted.emit(key, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Delete and bare:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_F2 and bare:
            self.caption_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)
