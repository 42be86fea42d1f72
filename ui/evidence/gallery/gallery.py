"""Evidence as tiles, with the keys and signals of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.evidence.evidence_model import DROP_ROLE, Index
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.gallery.tile_delegate import CELL
from ui.evidence.gallery.tile_view import TileView
from ui.letters import letters_on
from ui.plain import tooltip

TAG_KEYS = "123456789"
LETTERS = f"{TAG_KEYS}EC"
_MARGIN = 10


class Gallery(TileView):
    """Tiles. `opened` comes for Space, Enter and double click, `letter` for the page's keys.

    `add_wanted` comes when the drop place is clicked or entered.
    """

    opened = Signal(QModelIndex)
    letter = Signal(str)
    add_wanted = Signal()
    left = Signal()
    remove_wanted = Signal()
    caption_wanted = Signal()
    copy_wanted = Signal()
    current_changed = Signal(QModelIndex)
    selection_changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(CELL, parent)
        self._source = source
        self.setProperty("surface", "window")
        self.setViewportMargins(_MARGIN, _MARGIN, 0, 0)
        self.viewport().setProperty("surface", "window")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.setAccessibleName(name)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._clicked)
        source.arrived.connect(self._arrived)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def selected_rows(self) -> list[int]:
        """The rows selected, in order."""
        return rows_in(self.selectionModel().selection()) if self.selectionModel() is not None else []

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not index.data(DROP_ROLE):
            self.opened.emit(index)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(DROP_ROLE):
            self.add_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if current.isValid() and current.data(DROP_ROLE):
                self.add_wanted.emit()
            else:
                self._open(current)
        elif bare and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif bare and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif bare and key == Qt.Key.Key_F2:
            self.caption_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif bare and event.text() and event.text().upper() in LETTERS:
            if letters_on():
                self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A right click on one of several selected tiles keeps the selection for its menu.
        if event.button() == Qt.MouseButton.RightButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and self.selectionModel().isSelected(index):
                return
        super().mousePressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._look_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_anew()

    @Slot(str)
    def _arrived(self, sha256: str) -> None:
        self.viewport().update()

    def _look_anew(self) -> None:
        """What is visible asks for its thumbnail when it is painted; what is not any more has no claim."""
        self._source.drop_waiting()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
            QToolTip.showText(event.globalPos(), tooltip(str(text)) if text else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def rows_in(selection: QItemSelection) -> list[int]:
    """The rows of a selection, in order, without asking for each of its cells."""
    parts = [selection.at(place) for place in range(selection.count())]
    return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
