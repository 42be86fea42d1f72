"""Evidence as a list, with the same keys as the tiles and an arrow over the column it is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.evidence.evidence_model import evidence_columns
from ui.evidence.gallery.gallery import LETTERS
from ui.i18n import translator
from ui.widgets.table import DataTable

tr = translator("evidence")
# What the pane beside the list says as well goes first where the list has no room for all.
_SPARE_OF_CASE = ("imported", "kind", "size", "number")
_SPARE_OF_ALL = ("captured", "kind", "size", "exhibit", "tag")


class EvidenceList(DataTable):
    """`sort_wanted` gives the column whose head was clicked, and whether the largest comes first."""

    remove_wanted = Signal()
    caption_wanted = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)
    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None, *, with_case: bool, name: str) -> None:
        self._columns_shown = evidence_columns(with_case=with_case)
        self._spare = _SPARE_OF_ALL if with_case else _SPARE_OF_CASE
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

    def set_widths(self) -> None:
        super().set_widths()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        header = self.horizontalHeader()
        if self._sized_by_user or not header.count():
            return
        needed = sum(column.shown_width() for column in self._columns_shown)
        gone = set()
        for key in self._spare:
            if needed <= self.viewport().width():
                break
            gone.add(key)
            needed -= next(column.shown_width() for column in self._columns_shown if column.key == key)
        self._setting_widths = True
        for place, column in enumerate(self._columns_shown):
            header.setSectionHidden(place, column.key in gone)
        self._setting_widths = False
        self._stretch()

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
